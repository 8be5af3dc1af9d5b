//! The stand-in for NVIDIA's libraries, compiled.

use std::{
    env, fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::{self, Command},
    sync::OnceLock,
};

/// The name that a program loads it by, the name that linkers know it by, and its source.
const LIBRARIES: [(&str, &str, &[&str]); 2] = [
    ("libcuda.so.1", "libcuda.so", &["cuda.c", "stand_in.c"]),
    (
        "libnvidia-encode.so.1",
        "libnvidia-encode.so",
        &["nvenc.c", "session.c", "preset.c", "start.c", "encode.c", "picture.c", "stand_in.c"],
    ),
];

/// The folder that has both libraries.
pub fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nvenc-stand-in");
        fs::create_dir_all(&folder).unwrap();
        for (soname, linked, sources) in LIBRARIES {
            compile(&folder, soname, sources);
            // whoever looks for this name first must not find a driver that the system has
            let _ = symlink(soname, folder.join(linked));
        }
        folder
    })
}

/// A folder that has CUDA alone: what is named like the other one cannot be loaded, so that the
/// system's is not either.
pub fn cuda_alone() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let [(cuda, ..), (nvenc, linked, _)] = LIBRARIES;
        let alone = folder().join("cuda-alone");
        fs::create_dir_all(&alone).unwrap();
        let _ = symlink(folder().join(cuda), alone.join(cuda));
        for name in [nvenc, linked] {
            fs::write(alone.join(name), "").unwrap();
        }
        alone
    })
}

/// Another test run may use the same folder: a library is put there when it is whole.
fn compile(folder: &Path, soname: &str, sources: &[&str]) {
    let compiler = env::var_os("CC").unwrap_or_else(|| "cc".into());
    let unfinished = folder.join(format!("{soname}.{}", process::id()));
    let mut command = Command::new(&compiler);
    command
        .args(["-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O2", "-Wall", "-Wextra", "-Werror"])
        .args(["-fPIC", "-shared", "-pthread"])
        .arg(format!("-Wl,-soname,{soname}"))
        .arg("-o")
        .arg(&unfinished)
        .args(
            sources.iter().map(|name| {
                [env!("CARGO_MANIFEST_DIR"), "nvenc", name].iter().collect::<PathBuf>()
            }),
        );
    let output = command.output().unwrap_or_else(|error| {
        panic!(
            "the stand-in for NVIDIA's libraries needs a C compiler, and {} cannot be run \
             ({error}): install one, or name it in CC",
            compiler.display()
        )
    });
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{soname} cannot be compiled:\n{said}");
    fs::rename(unfinished, folder.join(soname)).unwrap();
}
