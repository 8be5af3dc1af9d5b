//! What stands in the place of an MP4's reader in a build without the feature `video`.

use super::Inspected;
use std::io;

pub(super) fn read(_: impl io::Read, _: u64) -> io::Result<Inspected> {
    Err(io::Error::other("this program was built without panim's feature `video`"))
}
