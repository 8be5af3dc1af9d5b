//! The per-frame parameters.

use super::{
    Index, Param,
    mistakes::{all, both},
};
use crate::{
    parse::{Role, cfgs, index_of},
    types,
};
use syn::{Attribute, Error, Meta, Pat, PatIdent, PatType, Result, Type, ext::IdentExt};

/// The longest row of parameters that the runtime takes.
const MAX_PARAMS: usize = 12;

/// The parameters, and the argument that is the frame's number.
pub(super) type Params<'a> = (Vec<Param<'a>>, Option<Index<'a>>);

/// Up to [`MAX_PARAMS`] and a frame's number in an update, none in a setup.
pub(super) fn check<'a>(role: Role, args: &[&'a PatType]) -> Result<Params<'a>> {
    if role == Role::Setup {
        let message = "`#[setup]` runs before any frame: per-frame parameters go to `#[update]`";
        let mistakes = all(args.iter().map(|arg| Err(Error::new_spanned(arg, message))));
        return mistakes.map(|params| (params, None));
    }
    let (mut params, mut index) = (Vec::new(), Ok(None));
    for arg in args {
        match (index_of(&arg.attrs), &index) {
            (None, _) => params.push(*arg),
            (Some(_), Ok(None)) => index = this_index(params.len(), arg).map(Some),
            (Some(again), _) => {
                let message = "a frame has one number: `#[index]` stands here a second time";
                index = both(index, Err::<(), _>(Error::new_spanned(again, message)))
                    .map(|(index, ())| index);
            }
        }
    }
    both(row(&params), index)
}

fn this_index<'a>(after: usize, arg: &'a PatType) -> Result<Index<'a>> {
    let plain = arg.attrs.iter().try_for_each(|attr| match &attr.meta {
        Meta::Path(_) => Ok(()),
        meta if !meta.path().is_ident("index") => Ok(()),
        meta => Err(Error::new_spanned(meta, "`#[index]` takes no arguments")),
    });
    let of_its_type = borrowed(&arg.ty);
    both(both(plain, unconditional(&arg.attrs)), of_its_type)?;
    Ok(Index { after, ty: &arg.ty })
}

fn row<'a>(args: &[&'a PatType]) -> Result<Vec<Param<'a>>> {
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
