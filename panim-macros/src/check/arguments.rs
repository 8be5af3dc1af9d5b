//! `self`, then what is drawn on, then parameters.

use super::{
    mistakes::both,
    params::{self, Params},
};
use crate::{
    parse::{Role, index_of},
    types,
};
use syn::{Attribute, Error, FnArg, PatType, Receiver, ReceiverKind, Result, Signature, Type};

type Arguments<'a> = (&'a Receiver, &'a Type, Params<'a>);

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
    let this = match role {
        Role::Setup => "`&mut self` or `&self`",
        Role::Update => "`&self`",
    };
    let message = format!("`#[{name}]` goes on a method: its first argument must be {this}");
    match sig.inputs.first() {
        Some(arg) => Error::new_spanned(arg, message),
        None => Error::new(sig.paren_token.span.join(), message),
    }
}

fn receiver(role: Role, this: &Receiver) -> Result<&Receiver> {
    not_the_index(&this.attrs)?;
    let mutable = match &this.kind {
        ReceiverKind::Reference(_, _, mutability) => Some(mutability.is_some()),
        ReceiverKind::Typed(_, ty) => match types::peel(ty) {
            Type::Reference(ty) => Some(ty.mutability.is_some()),
            _ => None,
        },
        _ => None,
    };
    let message = match (role, mutable) {
        (Role::Setup, Some(_)) | (Role::Update, Some(false)) => return Ok(this),
        (Role::Setup, None) => {
            "`#[setup]` takes `&mut self` or `&self`: one value draws many frames"
        }
        (Role::Update, None) => "`#[update]` takes `&self`: one value draws many frames",
        (Role::Update, Some(true)) => NO_MEMORY,
    };
    Err(Error::new_spanned(this, message))
}

const NO_MEMORY: &str = "`#[update]` takes `&self`: frames are drawn in any order, by several workers \
    that each have an animation of their own, so what one frame leaves in `self` is not what the \
    next one finds there\n\
    A state that goes on from frame to frame is stepped in order by \
    `.simulate(frames, state, |state| ..)`, and comes as a parameter, `state: &State`.\n\
    A `RefCell`, a `Cell` or a `Mutex` in `self` would compile, and draw wrong frames as soon as there \
    are two workers.";

fn not_the_index(attrs: &[Attribute]) -> Result<()> {
    let message = "`#[index]` goes on an argument of its own, after the frame: `#[index] i: usize`";
    index_of(attrs).map_or(Ok(()), |index| Err(Error::new_spanned(index, message)))
}

/// The figure or the frame: some `&mut`. Only the compiler knows whether it is the right one.
fn surface(role: Role, arg: &PatType) -> Result<&Type> {
    not_the_index(&arg.attrs)?;
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
