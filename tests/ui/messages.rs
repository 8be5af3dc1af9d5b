//! What the compiler says about each mistake: one mistake in each file of `cases`.
//!
//! Most of the words are panim's, but the frame around them is the compiler's and changes with its
//! version. The files hold what one version says; with any other this test is skipped, and says so.
//! To write them anew: `TRYBUILD=overwrite cargo test -p panim-messages`, and read each.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::{env, process::Command};

/// The version that the files were written with.
const VERSION: &str = "rustc 1.95.";

#[test]
fn one_mistake_one_message() {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().unwrap().stdout;
    let version = String::from_utf8(version).unwrap();
    if version.starts_with(VERSION) {
        trybuild::TestCases::new().compile_fail("cases/*.rs");
    } else {
        eprintln!("skipped: cases holds what {VERSION}x says, and this is {version}");
    }
}
