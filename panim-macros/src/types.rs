//! Questions about types as they are written.

use quote::ToTokens;
use std::collections::HashSet;
use syn::{
    Error, Generics, Ident, Lifetime, ParenthesizedGenericArguments, QSelf, Result, Type,
    TypeFnPtr, TypeImplTrait, TypeInfer, TypePath, TypeReference,
    visit::{self, Visit},
};

/// The type inside of parentheses, and of the invisible ones that `macro_rules!` puts there.
pub(crate) fn peel(mut ty: &Type) -> &Type {
    loop {
        ty = match ty {
            Type::Group(group) => &group.elem,
            Type::Paren(paren) => &paren.elem,
            _ => return ty,
        }
    }
}

/// Whether a reference's lifetime is left to the compiler.
pub(crate) fn is_elided(lifetime: Option<&Lifetime>) -> bool {
    lifetime.is_none_or(|lifetime| lifetime.ident == "_")
}

/// Checks that a parameter's type means the same outside of the signature, where `render` names it.
pub(crate) fn require_concrete(ty: &Type) -> Result<()> {
    let mut found = Vague(None);
    found.visit_type(ty);
    found.0.map_or(Ok(()), Err)
}

const VAGUE: &str = "a parameter needs a concrete type, such as `f64` or `Vec<f64>`";
const BORROWS: &str = "a parameter owns what is inside of it: write `String` for `&str`, `Vec<T>` for \
                       `&[T]`, or take a reference to the whole";

/// The first part of a type that only a signature can have.
struct Vague(Option<Error>);

impl Vague {
    fn found(&mut self, part: impl ToTokens, message: &str) {
        self.0.get_or_insert_with(|| Error::new_spanned(part, message));
    }
}

impl<'a> Visit<'a> for Vague {
    fn visit_type_impl_trait(&mut self, part: &'a TypeImplTrait) {
        self.found(part, VAGUE);
    }

    fn visit_type_infer(&mut self, part: &'a TypeInfer) {
        self.found(part, VAGUE);
    }

    fn visit_type_reference(&mut self, part: &'a TypeReference) {
        if is_elided(part.lifetime.as_ref()) {
            self.found(part, BORROWS);
        }
        visit::visit_type_reference(self, part);
    }

    fn visit_lifetime(&mut self, part: &'a Lifetime) {
        if is_elided(Some(part)) {
            self.found(part, BORROWS);
        }
    }

    // Functions have lifetimes of their own.
    fn visit_type_fn_ptr(&mut self, _: &'a TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments(&mut self, _: &'a ParenthesizedGenericArguments) {}
}

/// Whether a type reads an associated type of one of these parameters, as in `T::Item`.
pub(crate) fn has_projection(ty: &Type, generics: &Generics) -> bool {
    let params = generics.type_params().map(|param| &param.ident).collect();
    let mut projection = ProjectionFinder { params, found: false };
    projection.visit_type(ty);
    projection.found
}

struct ProjectionFinder<'a> {
    params: HashSet<&'a Ident>,
    found: bool,
}

impl<'a> Visit<'a> for ProjectionFinder<'a> {
    fn visit_qself(&mut self, _: &'a QSelf) {
        self.found = true;
    }

    fn visit_type_path(&mut self, ty: &'a TypePath) {
        let first = ty.path.segments.first();
        self.found |= ty.path.segments.len() > 1
            && first.is_some_and(|first| self.params.contains(&first.ident));
        visit::visit_type_path(self, ty);
    }
}
