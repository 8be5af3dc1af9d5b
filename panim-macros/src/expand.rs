//! What is added beside an item that keeps the rules.
//!
//! Nothing here names the struct from inside its `impl`: there, `Self` does. That is how `render`
//! has its parameters from `#[update]` alone.

mod animation;
mod place;
mod shim;
mod update;

pub(crate) use animation::animation;
pub(crate) use update::update;

use crate::check::Checked;
use place::at;
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

/// `#[setup]`: the method as a plain function pointer.
pub(crate) fn setup(panim: &Path, checked: &Checked<'_>) -> TokenStream {
    let cfgs = checked.method.cfgs();
    let shim = shim::setup(panim, checked);
    let constant = quote! {
        #(#cfgs)*
        #[doc(hidden)]
        pub(crate) const __PANIM_KEEP_ONLY_ONE_SETUP: #panim::__private::SetupFn<Self> = { #shim };
    };
    at(&checked.method.sig.ident, constant)
}
