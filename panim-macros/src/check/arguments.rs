//! `self`, what is drawn on, and the per-frame parameters.

use super::{
    Param,
    mistakes::{all, both},
};
use crate::{
    parse::{Role, cfgs},
    types,
};
use syn::{
    Error, FnArg, Pat, PatIdent, PatType, Receiver, ReceiverKind, Result, Signature, Type,
    ext::IdentExt,
};

/// The longest row of parameters that the runtime takes.
const MAX_PARAMS: usize = 12;

type Arguments<'a> = (&'a Receiver, &'a Type, Vec<Param<'a>>);

pub(super) fn check(role: Role, sig: &Signature) -> Result<Arguments<'_>> {
    let Some(this) = sig.receiver() else {
        return Err(no_receiver(role, sig));
    };
    let typed: Vec<_> = sig.inputs.iter().filter_map(typed).collect();
    let rest = match typed.split_first() {
        Some((first, rest)) => both(surface(role, first), params(role, rest)),
        None => Err(Error::new(sig.paren_token.span.join(), wanted_surface(role))),
    };
    let (this, (surface, params)) = both(receiver(role, this), rest)?;
    Ok((this, surface, params))
}

fn typed(arg: &FnArg) -> Option<&PatType> {
    match arg {
        FnArg::Typed(arg) => Some(arg),
        FnArg::Receiver(_) => None,
    }
}

fn no_receiver(role: Role, sig: &Signature) -> Error {
    let name = role.attribute();
    let message =
        format!("`#[{name}]` goes on a method: its first argument must be `&self` or `&mut self`");
    match sig.inputs.first() {
        Some(arg) => Error::new_spanned(arg, message),
        None => Error::new(sig.paren_token.span.join(), message),
    }
}

fn receiver(role: Role, this: &Receiver) -> Result<&Receiver> {
    let by_reference = match &this.kind {
        ReceiverKind::Reference(..) => true,
        ReceiverKind::Typed(_, ty) => matches!(types::peel(ty), Type::Reference(_)),
        _ => false,
    };
    if by_reference {
        return Ok(this);
    }
    let name = role.attribute();
    let message = format!("`#[{name}]` takes `&self` or `&mut self`: one value draws many frames");
    Err(Error::new_spanned(this, message))
}

/// The figure or the frame: some `&mut`. Whether it is one to the right type, only the compiler
/// knows.
fn surface(role: Role, arg: &PatType) -> Result<&Type> {
    match types::peel(&arg.ty) {
        Type::Reference(ty)
            if ty.mutability.is_some() && !matches!(*ty.elem, Type::ImplTrait(_)) =>
        {
            Ok(&arg.ty)
        }
        _ => Err(Error::new_spanned(arg, wanted_surface(role))),
    }
}

fn wanted_surface(role: Role) -> &'static str {
    match role {
        Role::Setup => "`#[setup]` builds a figure: after `self` comes `fig: &mut Figure`",
        Role::Update => "`#[update]` draws a frame: after `self` comes `frame: &mut Frame`",
    }
}

fn params<'a>(role: Role, args: &[&'a PatType]) -> Result<Vec<Param<'a>>> {
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
    let unconditional = match cfgs(&arg.attrs).first() {
        None => Ok(()),
        Some(cfg) => {
            let message = "a parameter cannot come and go: put the `#[cfg]` on a method of its own";
            Err(Error::new_spanned(cfg, message))
        }
    };
    let (name, borrowed) = both(name(&arg.pat), both(unconditional, borrowed(&arg.ty)))
        .map(|(name, ((), borrowed))| (name, borrowed))?;
    Ok(Param { name, ty: &arg.ty, borrowed })
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
            types::require_concrete(&reference.elem)?;
            if let Type::TraitObject(_) = types::peel(&reference.elem) {
                let message = "a parameter owns what it is: take a `Box<dyn ..>` by value";
                return Err(Error::new_spanned(ty, message));
            }
            Ok(Some(&*reference.elem))
        }
        _ => {
            types::require_concrete(ty)?;
            Ok(None)
        }
    }
}
