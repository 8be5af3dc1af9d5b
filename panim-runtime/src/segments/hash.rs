//! 128-bit hashes: of what a video is made from, and of what is kept of it.

use siphasher::sip128::{Hasher128, SipHasher13};
use std::hash::Hasher;

/// A hash of pieces of bytes, one after the other. The same bytes under another key have another one.
pub(super) fn hash(key: u128, pieces: &[&[u8]]) -> u128 {
    let mut hasher = SipHasher13::new_with_keys(key as u64, (key >> 64) as u64);
    pieces.iter().for_each(|piece| hasher.write(piece));
    hasher.finish128().into()
}

/// The same as digits.
pub(super) fn digits(hash: u128) -> String {
    format!("{hash:032x}")
}

/// Of a file, as digits.
pub(crate) fn hash_of(bytes: &[u8]) -> String {
    digits(hash(0, &[bytes]))
}
