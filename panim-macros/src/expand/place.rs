//! Where the compiler underlines what is wrong with added tokens: on the user's own.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;

/// Lays added tokens over some of the user's, except for what is inside of brackets.
///
/// Only the place changes: names mean what they meant.
pub(super) fn at(place: impl ToTokens, tokens: TokenStream) -> TokenStream {
    let mut spans = place.into_token_stream().into_iter().map(|token| token.span());
    let first = spans.next().unwrap_or_else(Span::call_site);
    let last = spans.last().unwrap_or(first);
    let lay = |(index, mut token): (usize, TokenTree)| {
        let place = if index == 0 { first } else { last };
        token.set_span(token.span().located_at(place));
        token
    };
    tokens.into_iter().enumerate().map(lay).collect()
}
