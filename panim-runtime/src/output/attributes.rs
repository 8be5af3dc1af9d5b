//! What a new file takes over from the one that it replaces.

use std::fs::{File, Metadata};

/// Its permissions, and owner and group as far as the system lets go of them. None of it is worth
/// losing the file.
#[cfg(unix)]
pub(super) fn take_over(old: &Metadata, file: &File) {
    use std::{
        fs::Permissions,
        os::unix::fs::{MetadataExt, PermissionsExt, fchown},
    };
    /// Other content must not run with somebody's rights, so these are all that is kept.
    const PERMISSIONS: u32 = 0o777;

    let Ok(new) = file.metadata() else { return };
    if new.uid() != old.uid() {
        let _ = fchown(file, Some(old.uid()), None);
    }
    if new.gid() != old.gid() {
        let _ = fchown(file, None, Some(old.gid()));
    }
    let mut mode = old.mode() & PERMISSIONS;
    if file.metadata().is_ok_and(|new| new.gid() != old.gid()) {
        // What one group was allowed is not for another one.
        mode = mode & 0o707 | (mode & 0o007) << 3;
    }
    let _ = file.set_permissions(Permissions::from_mode(mode));
}

#[cfg(not(unix))]
pub(super) fn take_over(_: &Metadata, _: &File) {}
