//! The per-frame parameters.

use super::{
    Param,
    mistakes::{all, both},
};
use crate::{
    parse::{Role, cfgs},
    types,
};
use syn::{Attribute, Error, Pat, PatIdent, PatType, Result, Type, ext::IdentExt};

/// The longest row of parameters that the runtime takes.
const MAX_PARAMS: usize = 12;

/// Up to [`MAX_PARAMS`] in an update, none in a setup.
pub(super) fn check<'a>(role: Role, args: &[&'a PatType]) -> Result<Vec<Param<'a>>> {
    if role == Role::Setup {
        let message = "`#[setup]` runs before any frame: per-frame parameters go to `#[update]`";
        return all(args.iter().map(|arg| Err(Error::new_spanned(arg, message))));
    }
    match args.get(MAX_PARAMS) {
        None => all(args.iter().map(|arg| param(arg))),
        Some(arg) => {
            let message = format!(
                "`#[update]` takes up to {MAX_PARAMS} parameters: put them into a struct, and take \
                 that as the only one"
            );
            Err(Error::new_spanned(arg, message))
        }
    }
}

fn param(arg: &PatType) -> Result<Param<'_>> {
    let (name, ((), borrowed)) =
        both(name(&arg.pat), both(unconditional(&arg.attrs), borrowed(&arg.ty)))?;
    Ok(Param { name, ty: &arg.ty, borrowed })
}

fn unconditional(attrs: &[Attribute]) -> Result<()> {
    match cfgs(attrs).first() {
        None => Ok(()),
        Some(cfg) => {
            let message = "a parameter cannot come and go: put the `#[cfg]` on the whole method";
            Err(Error::new_spanned(cfg, message))
        }
    }
}

fn name(pat: &Pat) -> Result<String> {
    match pat {
        Pat::Ident(PatIdent { ident, subpat: None, .. }) => Ok(ident.unraw().to_string()),
        _ => {
            let message = "a parameter needs a plain name: data files refer to it by that name";
            Err(Error::new_spanned(pat, message))
        }
    }
}

/// What the method borrows, if it takes a parameter by reference. A reference with a named lifetime
/// is a value like any other.
fn borrowed(ty: &Type) -> Result<Option<&Type>> {
    match types::peel(ty) {
        Type::Reference(reference) if reference.mutability.is_some() => {
            let message = "a parameter is read-only: take it by value or by `&`";
            Err(Error::new_spanned(ty, message))
        }
        Type::Reference(reference) if types::is_elided(reference.lifetime.as_ref()) => {
            let elem = types::peel(&reference.elem);
            if let Type::TraitObject(_) = elem {
                let message = "a parameter travels to a worker: take a `Box` of it, by value";
                return Err(Error::new_spanned(ty, message));
            }
            types::require_concrete(elem)?;
            Ok(Some(elem))
        }
        _ => {
            types::require_concrete(ty)?;
            Ok(None)
        }
    }
}
