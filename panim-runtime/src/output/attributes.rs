//! What a new file takes over from the one that it replaces.

use std::{
    fs::{File, Metadata},
    path::Path,
};

/// Its permissions, and owner and group as far as the system lets go of them. None of it is worth
/// losing the file.
#[cfg(unix)]
pub(super) fn take_over(place: &Path, old: &Metadata, file: &File) {
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
    let is_of_group = file.metadata().is_ok_and(|new| new.gid() == old.gid());
    let list = access_list(place);
    if is_of_group && list.as_ref().is_some_and(|list| set_access_list(file, list)) {
        return;
    }
    if !is_of_group || list.is_some() {
        // What one group was allowed is not for another one; and where there is a list, the group's
        // permissions are the most that anybody in it has.
        mode = mode & 0o707 | (mode & 0o007) << 3;
    }
    let _ = file.set_permissions(Permissions::from_mode(mode));
}

#[cfg(not(unix))]
pub(super) fn take_over(_: &Path, _: &Metadata, _: &File) {}

/// Who has which permissions, as Linux keeps it.
#[cfg(target_os = "linux")]
const ACCESS_LIST: &str = "system.posix_acl_access";

/// The file's list of permissions for users and groups, if there is one.
#[cfg(target_os = "linux")]
fn access_list(place: &Path) -> Option<Vec<u8>> {
    let mut list = vec![0; 1 << 16];
    let length = rustix::fs::lgetxattr(place, ACCESS_LIST, &mut list[..]).ok()?;
    list.truncate(length);
    Some(list)
}

#[cfg(target_os = "linux")]
fn set_access_list(file: &File, list: &[u8]) -> bool {
    rustix::fs::fsetxattr(file, ACCESS_LIST, list, rustix::fs::XattrFlags::empty()).is_ok()
}

#[cfg(all(unix, not(target_os = "linux")))]
fn access_list(_: &Path) -> Option<Vec<u8>> {
    None
}

#[cfg(all(unix, not(target_os = "linux")))]
fn set_access_list(_: &File, _: &[u8]) -> bool {
    false
}
