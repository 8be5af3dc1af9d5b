//! The rules of a marked method. Every violation is reported, each on the user's own tokens.

mod arguments;
mod mistakes;
mod params;
mod qualifiers;
#[cfg(test)]
mod tests;

use crate::parse::{Method, Role};
use mistakes::both;
use syn::{Receiver, Result, Type};

/// A method that keeps the rules.
pub(crate) struct Checked<'a> {
    pub(crate) method: &'a Method,
    pub(crate) receiver: &'a Receiver,
    /// The type of the figure or the frame.
    pub(crate) surface: &'a Type,
    pub(crate) params: Vec<Param<'a>>,
    /// The argument that is the frame's number.
    pub(crate) index: Option<Index<'a>>,
}

/// A per-frame parameter of `#[update]`.
pub(crate) struct Param<'a> {
    pub(crate) name: String,
    pub(crate) ty: &'a Type,
    /// What the method borrows, if it does: the worker has the owned form of it.
    pub(crate) borrowed: Option<&'a Type>,
}

/// The argument marked `#[index]`.
pub(crate) struct Index<'a> {
    /// How many parameters stand before it.
    pub(crate) after: usize,
    pub(crate) ty: &'a Type,
}

/// Checks a method against the rules of its role.
pub(crate) fn check(role: Role, method: &Method) -> Result<Checked<'_>> {
    let sig = &method.sig;
    let qualifiers = qualifiers::check(role, sig);
    let arguments = arguments::check(role, sig);
    let ((), (receiver, surface, (params, index))) = both(qualifiers, arguments)?;
    Ok(Checked { method, receiver, surface, params, index })
}
