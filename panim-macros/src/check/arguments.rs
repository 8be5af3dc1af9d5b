//! `self`, then what is drawn on, then parameters.

use super::{Param, mistakes::both, params};
use crate::{parse::Role, types};
use syn::{Error, FnArg, PatType, Receiver, ReceiverKind, Result, Signature, Type};

type Arguments<'a> = (&'a Receiver, &'a Type, Vec<Param<'a>>);

pub(super) fn check(role: Role, sig: &Signature) -> Result<Arguments<'_>> {
    let Some(this) = sig.receiver() else {
        return Err(no_receiver(role, sig));
    };
    let typed: Vec<_> = sig.inputs.iter().filter_map(typed).collect();
    let rest = match typed.split_first() {
        Some((first, rest)) => both(surface(role, first), params::check(role, rest)),
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

/// The figure or the frame: some `&mut`. Only the compiler knows whether it is the right one.
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
