//! What Unix keeps beside a file: permissions, owners, links and what is no regular file.

use super::*;
use std::{
    fs::Permissions,
    os::unix::{
        fs::{MetadataExt, PermissionsExt, symlink},
        net::UnixListener,
    },
};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

#[test]
fn a_new_file_has_the_permissions_of_any_new_file() {
    let folder = folder();
    let [path, usual] = ["wave.mp4", "usual"].map(|name| folder.path().join(name));
    fs::File::create(&usual).unwrap();
    for output in both(&path) {
        output.commit().unwrap();
        assert_eq!(mode(&path), mode(&usual));
        fs::remove_file(&path).unwrap();
    }
}

#[test]
fn a_file_that_is_replaced_keeps_its_permissions_and_gives_no_rights_away() {
    let folder = folder();
    let path = folder.path().join("wave.mp4");
    for (before, after) in [(0o600, 0o600), (0o444, 0o444), (0o4755, 0o755), (0o666, 0o666)] {
        for n in [0, 1] {
            fs::write(&path, "older").unwrap();
            fs::set_permissions(&path, Permissions::from_mode(before)).unwrap();
            both(&path).into_iter().nth(n).unwrap().commit().unwrap();
            assert_eq!(mode(&path), after);
            fs::remove_file(&path).unwrap();
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_is_replaced_keeps_its_access_list() {
    use rustix::fs::{XattrFlags, lgetxattr, lsetxattr};
    const LIST: &str = "system.posix_acl_access";
    let folder = folder();
    let path = folder.path().join("wave.mp4");
    // The user may write, so may another user, the group may do nothing.
    let entries: [(u16, u16, u32); 5] =
        [(1, 6, !0), (2, 6, 65534), (4, 0, !0), (16, 6, !0), (32, 0, !0)];
    let mut list = 2_u32.to_le_bytes().to_vec();
    for (tag, permissions, id) in entries {
        list.extend(tag.to_le_bytes());
        list.extend(permissions.to_le_bytes());
        list.extend(id.to_le_bytes());
    }
    for n in [0, 1] {
        fs::write(&path, "older").unwrap();
        if lsetxattr(&path, LIST, &list, XattrFlags::empty()).is_err() {
            return; // a file system without
        }
        both(&path).into_iter().nth(n).unwrap().commit().unwrap();
        let mut found = [0; 100];
        let length = lgetxattr(&path, LIST, &mut found[..]).unwrap();
        assert_eq!(found[..length], list);
        assert_eq!(mode(&path), 0o660);
    }
}

#[test]
fn the_owner_stays_where_the_system_allows() {
    let folder = folder();
    let path = folder.path().join("wave.mp4");
    fs::write(&path, "older").unwrap();
    if std::os::unix::fs::chown(&path, Some(65534), Some(65534)).is_err() {
        return; // only root can give files away
    }
    write(&path, "new");
    let found = fs::metadata(&path).unwrap();
    assert_eq!((found.uid(), found.gid()), (65534, 65534));
}

#[test]
fn links_are_followed_to_where_they_lead() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("elsewhere")).unwrap();
    fs::write(at("elsewhere/old.mp4"), "older").unwrap();
    symlink("elsewhere/old.mp4", at("relative")).unwrap();
    symlink(at("relative"), at("chain")).unwrap();
    symlink("elsewhere/new/deep.mp4", at("dangling")).unwrap();
    symlink("elsewhere", at("folder")).unwrap();
    for link in ["relative", "chain", "folder/old.mp4"] {
        write(&at(link), link);
        assert_eq!(fs::read_to_string(at("elsewhere/old.mp4")).unwrap(), link);
    }
    write(&at("dangling"), "new");
    assert_eq!(fs::read_to_string(at("elsewhere/new/deep.mp4")).unwrap(), "new");
    for link in ["relative", "chain", "dangling", "folder"] {
        assert!(fs::symlink_metadata(at(link)).unwrap().is_symlink(), "{link}");
    }
    assert_eq!(names(&at("elsewhere")), ["new", "old.mp4"]);
}

#[test]
fn a_folder_that_hides_what_is_in_it_is_named() {
    let denied = io::ErrorKind::PermissionDenied.into();
    let told = place::why_hidden(Path::new("/closed/a.mp4"), &denied);
    assert!(told.starts_with("the folder `/closed` cannot be looked into: "), "{told}");
}

#[test]
fn links_in_a_circle_are_told() {
    let folder = folder();
    let path = folder.path().join("a.mp4");
    symlink("b.mp4", &path).unwrap();
    symlink("a.mp4", folder.path().join("b.mp4")).unwrap();
    let message = message(&path);
    assert!(message.ends_with("a.mp4: its links lead round in a circle"), "{message}");
    assert!(super::message(path.join("c.mp4")).ends_with("round in a circle"));
}

#[test]
fn what_is_no_regular_file_is_not_replaced() {
    let folder = folder();
    let [socket, link] = ["socket", "link"].map(|name| folder.path().join(name));
    let _listener = UnixListener::bind(&socket).unwrap();
    assert!(message(&socket).ends_with("is a socket, where no file is put"));
    symlink("/dev/stdout", &link).unwrap();
    for path in ["/dev/null", "/dev/stdout", "/dev/new.mp4", "/dev/fd/1"].map(Path::new) {
        let message = message(path);
        assert!(message.starts_with(&format!("{}: `/", path.display())), "{message}");
        assert!(message.ends_with("where no file is put"), "{message}");
    }
    assert!(message(&link).contains("`/dev/stdout` is under /dev"));
    if cfg!(target_os = "linux") {
        assert!(message("/proc/self/fd/1").contains("is under /proc"));
    }
}
