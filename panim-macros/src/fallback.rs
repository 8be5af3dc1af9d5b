//! What comes out after a mistake: the item, the message, and stand-ins for what is now missing.
//! Without those, one mistake would be reported once more wherever the animation is used.

use crate::{
    parse::{self, Method, Role, index_of},
    types,
};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Error, FnArg, Path, Type, ext::IdentExt};

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
    let item = parse::without_index(not_async(&method).unwrap_or_else(|| item.clone()));
    let messages = mistakes.clone().into_iter().map(Error::into_compile_error);
    let stand_ins = match role {
        Role::Setup => vec![],
        Role::Update => stand_ins(panim, &method),
    };
    let cfgs = method.cfgs();
    let added = messages.chain(stand_ins).map(|item| quote!(#(#cfgs)* #item));
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
    quote! {
        #[doc(hidden)]
        pub(crate) const __PANIM_KEEP_ONLY_ONE_UPDATE: () = ();
    }
}

/// What `#[update]` would have added, unless the method has taken its name. The parameters' types
/// are left to the callers.
fn stand_ins(panim: &Path, method: &Method) -> Vec<TokenStream> {
    let params: Vec<_> = (0..params(method)).map(|i| format_ident!("__P{i}")).collect();
    let function = |name: &str, this: TokenStream| {
        let name = format_ident!("{name}");
        (method.sig.ident.unraw() != name).then(|| {
            quote! {
                pub fn #name<#(#params),*>(
                    #this _: impl ::std::convert::AsRef<::std::path::Path>,
                ) -> #panim::Render<Self, (#(#params,)*)> {
                    loop {}
                }
            }
        })
    };
    let render = function("render", quote!());
    // Without a `self` this may be outside of an `impl`.
    let render_to = method.sig.receiver().and_then(|_| function("render_to", quote!(self,)));
    [Some(marker()), render, render_to].into_iter().flatten().collect()
}

/// How many parameters the method seems to have.
fn params(method: &Method) -> usize {
    let is_param = |(i, arg): &(usize, &FnArg)| match arg {
        FnArg::Receiver(_) => false,
        FnArg::Typed(arg) => index_of(&arg.attrs).is_none() && (*i > 1 || !is_surface(&arg.ty)),
    };
    method.sig.inputs.iter().enumerate().filter(is_param).count()
}

/// Whether a type seems to be meant as the frame's.
fn is_surface(ty: &Type) -> bool {
    match types::peel(ty) {
        Type::Reference(ty) => ty.mutability.is_some() || is_surface(&ty.elem),
        Type::Path(ty) => ty.path.segments.last().is_some_and(|last| last.ident == "Frame"),
        _ => false,
    }
}
