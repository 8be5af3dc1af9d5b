//! The marked method as a closure of the form that workers call.

use super::place::at;
use crate::check::Checked;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Path, ReturnType};

/// `|this, surface| into_result(Self::setup(this, lend(surface)))`
pub(super) fn setup(panim: &Path, checked: &Checked<'_>) -> TokenStream {
    let call = call(panim, checked, quote!(SetupSurface), &[]);
    quote!(|this, surface| #call)
}

/// `|this, surface, (p0, p1,)| into_result(Self::update(this, lend(surface), p0, &p1))`, and in
/// between, where it is asked for, the frame's number.
pub(super) fn update(panim: &Path, checked: &Checked<'_>) -> TokenStream {
    let params: Vec<_> = (0..checked.params.len()).map(|i| format_ident!("p{i}")).collect();
    let call = call(panim, checked, quote!(UpdateSurface), &params);
    match checked.index {
        None => quote!(|this, surface, (#(#params,)*)| #call),
        Some(_) => quote!(|this, surface, (#(#params,)*)| {
            let index = surface.index();
            #call
        }),
    }
}

/// The call; each argument lies on the type that the user gave for it, the whole on what the method
/// returns.
fn call(
    panim: &Path,
    checked: &Checked<'_>,
    surface_trait: TokenStream,
    params: &[Ident],
) -> TokenStream {
    let sig = &checked.method.sig;
    let name = &sig.ident;
    let this = at(checked.receiver, quote!(this));
    let surface = at(checked.surface, quote!(#panim::__private::#surface_trait::lend(surface)));
    let mut args: Vec<_> = params
        .iter()
        .zip(&checked.params)
        .map(|(name, param)| {
            let by_reference = param.borrowed.map(|_| quote!(&));
            at(param.ty, quote!(#by_reference #name))
        })
        .collect();
    if let Some(index) = &checked.index {
        let number = at(index.ty, quote!(#panim::__private::FrameNumber::of(index)));
        args.insert(index.after, number);
    }
    let returned = match &sig.output {
        ReturnType::Type(_, ty) => ty.to_token_stream(),
        ReturnType::Default => name.to_token_stream(),
    };
    let result = at(&returned, quote!(Self::#name(#this, #surface #(, #args)*)));
    at(returned, quote!(#panim::__private::IntoResult::into_result(#result)))
}
