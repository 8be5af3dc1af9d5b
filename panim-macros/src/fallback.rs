//! What comes out after a mistake: the item, the message, and stand-ins for what is now missing.
//! Without those, one mistake would be reported once more wherever the animation is used.

use crate::{
    parse::{self, Method, Role},
    types,
};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Error, FnArg, Path, Type};

/// For the struct: nothing is missing.
pub(crate) fn animation(mistakes: &Error, item: &TokenStream) -> TokenStream {
    let messages = mistakes.to_compile_error();
    quote!(#item #messages)
}

/// For a marked method.
pub(crate) fn method(
    role: Role,
    panim: &Path,
    mistakes: &Error,
    item: &TokenStream,
) -> TokenStream {
    let Ok(method) = parse::method(role, item.clone()) else {
        let messages = mistakes.to_compile_error();
        let marker = (role == Role::Update).then(marker);
        return quote!(#item #messages #marker);
    };
    let item = not_async(&method).unwrap_or_else(|| item.clone());
    let stand_ins = match role {
        Role::Setup => vec![],
        Role::Update => vec![marker(), render(panim, &method), render_to(panim, &method)],
    };
    let cfgs = method.cfgs();
    let messages = mistakes.clone().into_iter().map(Error::into_compile_error);
    let added = messages.chain(stand_ins).filter(|item| !item.is_empty());
    let added = added.map(|item| quote!(#(#cfgs)* #item));
    quote!(#item #(#added)*)
}

/// An async method must name every lifetime. Nobody should have to, only to have it refused.
fn not_async(method: &Method) -> Option<TokenStream> {
    let Method { attrs, vis, sig, body } = method;
    sig.asyncness?;
    let mut sig = sig.clone();
    sig.asyncness = None;
    Some(quote!(#(#attrs)* #vis #sig { let _ = async move #body; loop {} }))
}

/// Says that there was an `#[update]`.
fn marker() -> TokenStream {
    quote!(
        #[doc(hidden)]
        pub(crate) const __PANIM_ONE_UPDATE: () = ();
    )
}

fn render(panim: &Path, method: &Method) -> TokenStream {
    if method.sig.ident == "render" {
        return TokenStream::new();
    }
    let (holes, row) = row(method);
    quote! {
        pub fn render<#(#holes),*>(_: impl ::std::convert::AsRef<::std::path::Path>)
            -> #panim::Render<Self, #row> { loop {} }
    }
}

fn render_to(panim: &Path, method: &Method) -> TokenStream {
    if method.sig.ident == "render_to" || method.sig.receiver().is_none() {
        return TokenStream::new();
    }
    let (holes, row) = row(method);
    quote! {
        pub fn render_to<#(#holes),*>(self, _: impl ::std::convert::AsRef<::std::path::Path>)
            -> #panim::Render<Self, #row> { loop {} }
    }
}

/// A row of as many parameters as the method seems to have; their types are left to its callers.
fn row(method: &Method) -> (Vec<syn::Ident>, TokenStream) {
    let args = method.sig.inputs.iter();
    let is_param = |(i, arg): &(usize, &FnArg)| match arg {
        FnArg::Receiver(_) => false,
        FnArg::Typed(arg) => *i > 1 || !is_surface(&arg.ty),
    };
    let params = args.enumerate().filter(is_param).count();
    let holes: Vec<_> = (0..params).map(|i| format_ident!("__P{i}")).collect();
    let row = quote!((#(#holes,)*));
    (holes, row)
}

/// Whether a type seems to be meant as the frame's.
fn is_surface(ty: &Type) -> bool {
    match types::peel(ty) {
        Type::Reference(ty) => ty.mutability.is_some() || is_surface(&ty.elem),
        Type::Path(ty) => ty.path.segments.last().is_some_and(|last| last.ident == "Frame"),
        _ => false,
    }
}
