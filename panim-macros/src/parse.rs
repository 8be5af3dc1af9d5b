//! From tokens to the item that an attribute stands on.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::{
    Attribute, FnArg, Ident, ItemStruct, Lit, Meta, Result, Signature, Token, Visibility,
    ext::IdentExt,
    parse::{ParseStream, Parser},
};

/// Which attribute stands on a method.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Setup,
    Update,
}

impl Role {
    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Role::Setup => "setup",
            Role::Update => "update",
        }
    }
}

/// A method that `#[setup]` or `#[update]` stands on.
pub(crate) struct Method {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) sig: Signature,
    /// Not parsed: it may be half typed.
    pub(crate) body: TokenStream,
}

impl Method {
    /// The conditions under which the method exists; all that is added beside it shares them.
    pub(crate) fn cfgs(&self) -> Vec<&Attribute> {
        cfgs(&self.attrs)
    }

    /// Its documentation, line by line.
    pub(crate) fn docs(&self) -> Vec<&Attribute> {
        let is_doc = |meta: &Meta| matches!(meta, Meta::NameValue(doc) if doc.path.is_ident("doc"));
        self.attrs.iter().filter(|attr| is_doc(&attr.meta)).collect()
    }
}

/// The `#[cfg(..)]`s among some attributes.
pub(crate) fn cfgs(attrs: &[Attribute]) -> Vec<&Attribute> {
    attrs.iter().filter(|attr| attr.path().is_ident("cfg")).collect()
}

/// The `#[index]` among an argument's attributes.
pub(crate) fn index_of(attrs: &[Attribute]) -> Option<&Attribute> {
    attrs.iter().find(|attr| attr.path().is_ident("index"))
}

/// The method as the compiler is to see it: `#[index]` means nothing to it. Where there is none, the
/// tokens are the user's own.
pub(crate) fn without_index(item: TokenStream) -> TokenStream {
    let Ok(Method { attrs, vis, mut sig, body }) = method(Role::Update, item.clone()) else {
        return item;
    };
    let mut found = false;
    for arg in &mut sig.inputs {
        let attrs = match arg {
            FnArg::Receiver(arg) => &mut arg.attrs,
            FnArg::Typed(arg) => &mut arg.attrs,
        };
        found |= index_of(attrs).is_some();
        attrs.retain(|attr| !attr.path().is_ident("index"));
    }
    if found { quote!(#(#attrs)* #vis #sig #body) } else { item }
}

/// Parses the struct under `#[animation]`.
pub(crate) fn animation(item: TokenStream) -> Result<ItemStruct> {
    let parse = |input: ParseStream<'_>| {
        let ahead = input.fork();
        ahead.call(Attribute::parse_outer)?;
        ahead.parse::<Visibility>()?;
        if ahead.peek(Token![struct]) {
            input.parse()
        } else {
            Err(ahead.error("`#[animation]` goes on a struct"))
        }
    };
    parse.parse2(item)
}

/// Parses the method under `#[setup]` or `#[update]`.
pub(crate) fn method(role: Role, item: TokenStream) -> Result<Method> {
    let parse = |input: ParseStream<'_>| {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        if !begins_function(&input.fork()) {
            return Err(input.error(format!("`#[{}]` goes on a method", role.attribute())));
        }
        Ok(Method { attrs, vis, sig: input.parse()?, body: input.parse()? })
    };
    parse.parse2(item)
}

/// Whether a `fn` follows, after qualifiers such as `async` or `extern "C"`.
fn begins_function(ahead: ParseStream<'_>) -> bool {
    while ahead.peek(Ident::peek_any) || ahead.peek(Lit) {
        if ahead.peek(Token![fn]) {
            return true;
        }
        if ahead.parse::<TokenTree>().is_err() {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{Role, animation, method};

    fn mistake(item: &str) -> String {
        method(Role::Setup, item.parse().unwrap()).err().unwrap().to_string()
    }

    #[test]
    fn a_method_may_have_an_unfinished_body() {
        let item = "#[cfg(x)] /// Says\n #[doc(hidden)] #[doc = \"it.\"] pub fn f(&self) { let = }";
        let method = method(Role::Update, item.parse().unwrap()).unwrap();
        assert_eq!(method.sig.ident, "f");
        assert_eq!(method.cfgs().len(), 1);
        assert_eq!(method.docs().len(), 2, "but not `hidden`");
    }

    #[test]
    fn only_functions_are_methods() {
        for item in
            ["struct Wave;", "impl Wave { fn f() {} }", "const N: usize = 2;", "type F = fn();"]
        {
            assert_eq!(mistake(item), "`#[setup]` goes on a method");
        }
        assert_eq!(mistake("fn f(&self, x) {}"), "expected `:`");
    }

    #[test]
    fn only_structs_are_animations() {
        let parse = |item: &str| animation(item.parse().unwrap());
        assert_eq!(parse("/// Docs.\n pub struct Wave<T>(T);").ok().unwrap().ident, "Wave");
        for item in ["enum Wave {}", "union Wave {}", "fn wave() {}", "impl Wave {}"] {
            let mistake = parse(item).err().unwrap().to_string();
            assert_eq!(mistake, "`#[animation]` goes on a struct");
        }
    }
}
