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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::crate_path;
    use quote::ToTokens;

    fn path(args: &str) -> Result<String, String> {
        crate_path("update", args.parse().unwrap())
            .map(|path| path.to_token_stream().to_string().replace(' ', ""))
            .map_err(|mistake| mistake.to_string())
    }

    #[test]
    fn panim_is_where_it_is_said_to_be() {
        assert_eq!(path("").unwrap(), "::panim");
        assert_eq!(path("crate = ::anim").unwrap(), "::anim");
        assert_eq!(path("crate = crate::deps::panim").unwrap(), "crate::deps::panim");
    }

    #[test]
    fn nothing_else_may_be_said() {
        for args in ["every = 2", "crate = ::anim, every = 2", "\"panim\""] {
            assert_eq!(path(args).unwrap_err(), "`#[update]` takes no argument but `crate = path`");
        }
        assert!(path("crate").is_err());
        assert!(path("crate =").is_err());
    }

    #[test]
    fn a_path_is_no_text() {
        let mistake = path("crate = \"a::b\"").unwrap_err();
        assert_eq!(mistake, "write the path without quotes: `crate = a::b`");
    }
}
