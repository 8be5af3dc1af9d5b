//! What stands around the arguments: `async`, `unsafe`, an ABI, the name, generics.

use super::mistakes::all;
use crate::parse::Role;
use quote::ToTokens;
use syn::{Error, GenericParam, Ident, Result, Safety, Signature, ext::IdentExt};

/// What `#[update]` adds to the struct.
const ADDED: [&str; 2] = ["render", "render_to"];

pub(super) fn check(role: Role, sig: &Signature) -> Result<()> {
    let name = role.attribute();
    let Signature { asyncness, safety, abi, ident, generics, .. } = sig;
    let unsafety = match safety {
        Safety::Unsafe(token) => Some(token),
        _ => None,
    };
    let type_generics =
        generics.params.iter().any(|param| !matches!(param, GenericParam::Lifetime(_)));
    let lifetimes = !type_generics && !generics.params.is_empty();
    all([
        reject(
            asyncness.as_ref(),
            format!("`#[{name}]` cannot be async, it runs on a plain thread: remove `async`"),
        ),
        reject(unsafety, format!("`#[{name}]` cannot be unsafe: use an `unsafe` block inside")),
        reject(abi.as_ref(), format!("`#[{name}]` is a plain Rust method: remove the ABI")),
        reject(
            is_added(ident).then_some(ident),
            "`#[update]` adds functions named `render` and `render_to`: rename this method".into(),
        ),
        reject(
            type_generics.then_some(generics),
            format!("`#[{name}]` cannot be generic: put the type parameters on the struct"),
        ),
        reject(
            lifetimes.then_some(generics),
            format!("`#[{name}]` needs no lifetimes of its own: leave them out"),
        ),
    ])?;
    Ok(())
}

fn reject(found: Option<&impl ToTokens>, message: String) -> Result<()> {
    found.map_or(Ok(()), |tokens| Err(Error::new_spanned(tokens, message)))
}

fn is_added(name: &Ident) -> bool {
    ADDED.iter().any(|added| name.unraw() == *added)
}
