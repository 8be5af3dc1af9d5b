//! Says so when the video encoder is about to be built without its assembly, which needs nasm.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=PATH");
    println!("cargo:rerun-if-env-changed=OPENH264_NO_ASM");

    if env::var_os("CARGO_FEATURE_VIDEO").is_none() {
        return;
    }
    let target = env::var("CARGO_CFG_TARGET_ARCH").unwrap_or_default();
    let wants_nasm = matches!(&target[..], "x86" | "x86_64");
    // Who sets this knows what it does.
    let refused = env::var_os("OPENH264_NO_ASM").is_some();
    if wants_nasm && !refused && !has_nasm() {
        println!(
            "cargo:warning=nasm was not found, so video encoding will be 2 to 3 times slower; \
             install it (apt install nasm, brew install nasm, winget install nasm), then run \
             `cargo clean -p openh264-sys2` and build again"
        );
    }
}

/// Looks where the encoder's own build looks: for the one that the system finds, then for one in
/// each folder of the path, since the first may be too old.
fn has_nasm() -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    let in_folders = env::split_paths(&path).map(|folder| folder.join("nasm"));
    std::iter::once(PathBuf::from("nasm")).chain(in_folders).any(|nasm| is_usable(&nasm))
}

/// Whether this is a nasm of version 1 or later.
fn is_usable(nasm: &Path) -> bool {
    let Ok(output) = Command::new(nasm).arg("-v").output() else { return false };
    let text = String::from_utf8_lossy(&output.stdout);
    // "NASM version 2.16.01 compiled on ..."
    let version = text.split(' ').nth(2).and_then(|version| version.split('.').next());
    let major = version.and_then(|major| major.split("rc").next()?.trim().parse::<u32>().ok());
    output.status.success() && major.is_some_and(|major| major >= 1)
}
