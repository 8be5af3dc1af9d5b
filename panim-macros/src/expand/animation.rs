//! `#[animation]`: checks of the struct as a whole; none leaves code behind.

use super::place::at;
use crate::{parse::cfgs, types};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Field, GenericParam, ItemStruct, Path};

pub(crate) fn animation(panim: &Path, item: &ItemStruct) -> TokenStream {
    let cfgs = cfgs(&item.attrs);
    let fields_are_send = fields_are_send(panim, item);
    let has_update = has_update(panim, item);
    quote! {
        #(#cfgs)*
        const _: () = {
            #fields_are_send
            #has_update
        };
    }
}

/// In an `impl`, where `Self` and what the struct implies of its parameters are known. Parameters
/// count as sendable: whether a certain one is, shows where it is rendered.
fn fields_are_send(panim: &Path, item: &ItemStruct) -> TokenStream {
    let ItemStruct { ident, generics, fields, .. } = item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let params = generics.type_params().map(|param| &param.ident);
    // Nothing is known of a parameter's associated types.
    let known = fields.iter().filter(|field| !types::has_projection(&field.ty, generics));
    let checks = known.map(|Field { attrs, ty, .. }| {
        let cfgs = cfgs(attrs);
        quote!(#(#cfgs)* #panim::__private::require_send::<#ty>();)
    });
    quote! {
        impl #impl_generics #ident #type_generics #where_clause {
            fn __panim_fields_are_send()
            where
                #(#params: ::std::marker::Send + ::std::marker::Sync,)*
            {
                #(#checks)*
            }
        }
    }
}

/// With type parameters there may be an `#[update]` for some of them only: nothing can be said here.
fn has_update(panim: &Path, item: &ItemStruct) -> Option<TokenStream> {
    let ItemStruct { ident, generics, .. } = item;
    if generics.params.iter().any(|param| !matches!(param, GenericParam::Lifetime(_))) {
        return None;
    }
    let lifetimes = generics.lifetimes().map(|_| quote!('_));
    let this = quote!(#ident<#(#lifetimes),*>);
    let check = at(
        ident,
        quote!(#panim::__private::require_update::<#this, _>(&<#this>::__PANIM_KEEP_ONLY_ONE_UPDATE)),
    );
    Some(quote! {
        fn has_update() {
            use #panim::__private::NoUpdate as _;
            #check;
        }
    })
}
