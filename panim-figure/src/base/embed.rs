//! Files inside of texts.

use base64::{Engine, prelude::BASE64_STANDARD};

/// Bytes as text, in one line.
pub(crate) fn base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

/// A file of this media type, such as `image/png`, as an address that has all of it.
pub fn data_url(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", base64(bytes))
}
