//! Which program this is, and where it runs.

use super::{build::build_id, hash, segment::failed};
use crate::{Error, Result};
use siphasher::sip128::{Hasher128, SipHasher13};
use std::{
    env,
    fs::File,
    hash::Hasher,
    io::{self, Read, Seek},
    path::PathBuf,
    sync::Mutex,
};

/// Bytes that are read at a time.
const CHUNK: usize = 1 << 18;

/// What this build of the program is known by.
pub(super) fn build() -> Result<u128> {
    static HASH: Mutex<Option<u128>> = Mutex::new(None);
    let mut known = HASH.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    match *known {
        Some(hash) => Ok(hash),
        None => {
            let path = path()?;
            let hash = File::open(&path).and_then(|mut file| match build_id(&mut file) {
                Some(id) => Ok(hash::hash(0, &[&id])),
                None => file.rewind().and_then(|()| hash_of(file)),
            });
            Ok(*known.insert(hash.map_err(|source| failed(&path, source))?))
        }
    }
}

/// The file that this process was started from, also where another one has its name by now.
fn path() -> Result<PathBuf> {
    if cfg!(target_os = "linux") {
        return Ok("/proc/self/exe".into());
    }
    env::current_exe().map_err(Error::from)
}

fn hash_of(mut file: File) -> io::Result<u128> {
    let (mut hasher, mut chunk) = (SipHasher13::new(), vec![0; CHUNK]);
    loop {
        match file.read(&mut chunk) {
            Ok(0) => return Ok(hasher.finish128().into()),
            Ok(bytes) => hasher.write(&chunk[..bytes]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// The name of this machine; empty if it has none.
pub(super) fn host() -> String {
    #[cfg(unix)]
    return rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    env::var("COMPUTERNAME").unwrap_or_default()
}

/// How many CPUs a scheduler says that this process has, if it says so.
pub(crate) fn given_cpus() -> Option<usize> {
    env::var("SLURM_CPUS_PER_TASK").ok()?.parse().ok().filter(|&cpus| cpus > 0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_same_program_is_the_same_build() {
        assert_eq!(build().unwrap(), build().unwrap());
        assert!(hash_of(File::open(path().unwrap()).unwrap()).is_ok());
    }
}
