//! What an attribute is given in parentheses: nothing, or where panim is.

use proc_macro2::TokenStream;
use syn::{
    Error, LitStr, Path, Result, Token,
    parse::{ParseStream, Parser},
    parse_quote,
};

/// The path where nothing is said.
pub(crate) fn default_path() -> Path {
    parse_quote!(::panim)
}

/// The path of `crate = path`; `::panim` if there is none.
pub(crate) fn crate_path(attribute: &str, args: TokenStream) -> Result<Path> {
    if args.is_empty() {
        return Ok(default_path());
    }
    let unknown = |input: ParseStream<'_>| {
        input.error(format!("`#[{attribute}]` takes no argument but `crate = path`"))
    };
    let parse = |input: ParseStream<'_>| {
        if !input.peek(Token![crate]) {
            return Err(unknown(input));
        }
        input.parse::<Token![crate]>()?;
        input.parse::<Token![=]>()?;
        if let Some(text) = input.parse::<Option<LitStr>>()? {
            let message = format!("write the path without quotes: `crate = {}`", text.value());
            return Err(Error::new(text.span(), message));
        }
        let path = Path::parse_mod_style(input)?;
        if input.is_empty() { Ok(path) } else { Err(unknown(input)) }
    };
    parse.parse2(args)
}
