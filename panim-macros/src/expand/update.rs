//! `#[update]`: what the runtime needs to know of the animation, `render` and `render_to`.

use super::{place::at, shim};
use crate::check::{Checked, Param};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::Path;

pub(crate) fn update(panim: &Path, checked: &Checked<'_>) -> TokenStream {
    let cfgs = checked.method.cfgs();
    let name = &checked.method.sig.ident;
    let row = row(checked);
    let items = [
        marker(),
        glue(panim, checked, &row),
        render(panim, checked, &row),
        render_to(panim, checked, &row),
    ];
    items.into_iter().map(|item| at(name, quote!(#(#cfgs)* #item))).collect()
}

/// What `#[animation]` looks for. The name tells what is wrong where the compiler finds two of them.
fn marker() -> TokenStream {
    quote! {
        #[doc(hidden)]
        pub(crate) const __PANIM_KEEP_ONLY_ONE_UPDATE: () = ();
    }
}

/// The tuple of parameters that travels to a worker.
fn row(checked: &Checked<'_>) -> TokenStream {
    let types = checked.params.iter().map(owned);
    quote!((#(#types,)*))
}

/// `String` for `&str`, `Vec<T>` for `&[T]`, `T` for `&T`; any other type as it is.
fn owned(param: &Param<'_>) -> TokenStream {
    match param.borrowed {
        Some(borrowed) => at(param.ty, quote!(<#borrowed as ::std::borrow::ToOwned>::Owned)),
        None => {
            let ty = param.ty;
            quote!(#ty)
        }
    }
}

/// What the runtime calls. The name is the method's own: of two `#[update]`s, each finds its own.
fn glue(panim: &Path, checked: &Checked<'_>, row: &TokenStream) -> TokenStream {
    let glue = glue_name(checked);
    let names = checked.params.iter().map(|param| &param.name);
    let types = checked.params.iter().map(owned);
    let shim = shim::update(panim, checked);
    let (show, hash) = (show(panim, checked), hash(panim, checked));
    quote! {
        #[doc(hidden)]
        fn #glue() -> #panim::__private::Glue<Self, #row> {
            use #panim::__private::{NoClone as _, NoHash as _, NoSetup as _, NoShow as _};
            #(#panim::__private::require_send::<#types>();)*
            #panim::__private::Glue {
                names: &[#(#names),*],
                setup: Self::__PANIM_KEEP_ONLY_ONE_SETUP,
                update: #shim,
                clone: #panim::__private::Clones::<#row>::HOW,
                show: #show,
                hash: #hash,
            }
        }
    }
}

/// Each parameter as text, where it has one.
fn show(panim: &Path, checked: &Checked<'_>) -> TokenStream {
    let names: Vec<_> = (0..checked.params.len()).map(|i| format_ident!("p{i}")).collect();
    let types = checked.params.iter().map(owned);
    quote! {
        |(#(#names,)*)| ::std::vec![
            #(#panim::__private::Shows::<#types>::HOW.map(|show| show(#names)),)*
        ]
    }
}

/// Takes in each parameter.
fn hash(panim: &Path, checked: &Checked<'_>) -> TokenStream {
    let names: Vec<_> = (0..checked.params.len()).map(|i| format_ident!("p{i}")).collect();
    let types = checked.params.iter().map(owned);
    quote! {
        |(#(#names,)*), _into| {
            #(#panim::__private::Hashes::<#types>::HOW(#names, _into);)*
        }
    }
}

fn glue_name(checked: &Checked<'_>) -> Ident {
    format_ident!("__panim_glue_of_{}", checked.method.sig.ident)
}

// In the two below, `for<'__panim>` makes a bound that fails the caller's mistake, not the method's.

fn render(panim: &Path, checked: &Checked<'_>, row: &TokenStream) -> TokenStream {
    let (docs, params, glue) = (checked.method.docs(), params_doc(checked), glue_name(checked));
    quote! {
        /// Renders this animation to an MP4 file, each worker starting from `Self::default()`.
        ///
        #[doc = #params]
        ///
        #(#docs)*
        pub fn render(
            path: impl ::std::convert::AsRef<::std::path::Path>,
        ) -> #panim::Render<Self, #row>
        where
            for<'__panim> Self: #panim::__private::StartsFresh,
        {
            #panim::__private::render(
                path.as_ref(),
                #panim::__private::Start::fresh(#panim::__private::StartsFresh::fresh),
                Self::#glue(),
            )
        }
    }
}

fn render_to(panim: &Path, checked: &Checked<'_>, row: &TokenStream) -> TokenStream {
    let (docs, params, glue) = (checked.method.docs(), params_doc(checked), glue_name(checked));
    quote! {
        /// Renders this very value to an MP4 file, each worker starting from a clone of it.
        ///
        #[doc = #params]
        ///
        #(#docs)*
        pub fn render_to(
            self,
            path: impl ::std::convert::AsRef<::std::path::Path>,
        ) -> #panim::Render<Self, #row>
        where
            for<'__panim> Self: #panim::__private::StartsCloned,
        {
            #panim::__private::render(
                path.as_ref(),
                #panim::__private::Start::clone_of(self, #panim::__private::StartsCloned::cloned),
                Self::#glue(),
            )
        }
    }
}

/// One sentence on what a frame takes.
fn params_doc(checked: &Checked<'_>) -> String {
    let names: Vec<_> = checked.params.iter().map(|param| param.name.as_str()).collect();
    match names.as_slice() {
        [] => " A frame has no parameters: `.frames(n)` says how many there are.".into(),
        [name] => format!(" A frame's parameter is `{name}`."),
        names => format!(" A frame's parameters are `({})`.", names.join(", ")),
    }
}
