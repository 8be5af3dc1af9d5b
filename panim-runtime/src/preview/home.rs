//! Where the page is found: the port and the token, which a program that is started again takes up, so
//! that a page that is open finds it.
//!
//! They are kept for a day in a file that only its user can read.

use super::door::random_token;
use crate::{Error, Result};
use std::{
    collections::hash_map::DefaultHasher,
    env,
    fs::{self, OpenOptions},
    hash::{Hash, Hasher},
    io::{self, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

/// So long the program that is being replaced may take to end.
const HANDOVER: Duration = Duration::from_secs(2);

const KEPT_FOR: Duration = Duration::from_secs(24 * 60 * 60);

pub(super) struct Home {
    pub(super) listener: TcpListener,
    pub(super) port: u16,
    pub(super) token: String,
    /// It is that of last time: a page may be open.
    pub(super) is_known: bool,
}

impl Home {
    /// Takes the port, or any if it is 0.
    pub(super) fn find(port: u16) -> Result<Self> {
        let file = file();
        let known = file.as_ref().and_then(read);
        let wanted = match (port, &known) {
            (0, Some((known, _))) => *known,
            (port, _) => port,
        };
        let listener = match bind(wanted) {
            // Somebody else has it by now.
            Err(_) if port == 0 && wanted != 0 => bind(0),
            found => found,
        };
        let refused = |error: io::Error| {
            Error::argument("preview", format!("port {port} of 127.0.0.1 cannot be had: {error}"))
        };
        let listener = listener.map_err(refused)?;
        let taken = listener.local_addr().map_err(refused)?.port();
        let token = known.filter(|(known, _)| *known == taken).map(|(_, token)| token);
        let is_known = token.is_some();
        let token = token.map_or_else(random_token, Ok)?;
        if let Some(file) = file.filter(|_| port != 0 || wanted == 0 || wanted == taken) {
            // Without it the next start has another address.
            let _ = write(&file, taken, &token);
        }
        Ok(Self { listener, port: taken, token, is_known })
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?token={}", self.port, self.token)
    }

    /// Lets the listener look whether it is to stop.
    pub(super) fn wake(&self) {
        drop(TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)));
    }
}

/// Nothing outside the loopback reaches it.
fn bind(port: u16) -> io::Result<TcpListener> {
    let began = Instant::now();
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error)
                if error.kind() == io::ErrorKind::AddrInUse
                    && port != 0
                    && began.elapsed() < HANDOVER =>
            {
                thread::sleep(Duration::from_millis(50));
            }
            done => return done,
        }
    }
}

/// The file of this program. None where there is no place that only its user can read.
fn file() -> Option<PathBuf> {
    let folder = |name: &str| env::var_os(name).map(PathBuf::from).filter(|it| it.is_absolute());
    let folder = if cfg!(windows) {
        folder("LOCALAPPDATA")?
    } else {
        let cache = || folder("HOME").map(|home| home.join(".cache"));
        folder("XDG_RUNTIME_DIR").or_else(|| folder("XDG_CACHE_HOME")).or_else(cache)?
    };
    let mut hasher = DefaultHasher::new();
    env::current_exe().ok()?.hash(&mut hasher);
    Some(folder.join("panim").join(format!("preview-{:016x}", hasher.finish())))
}

fn read(file: &PathBuf) -> Option<(u16, String)> {
    let about = fs::symlink_metadata(file).ok().filter(|about| about.is_file())?;
    if !is_private(&about) || about.modified().ok()?.elapsed().ok()? > KEPT_FOR {
        return None;
    }
    let text = fs::read_to_string(file).ok()?;
    let (port, token) = text.trim().split_once(' ')?;
    let is_token = token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit());
    Some((port.parse().ok().filter(|&port| port != 0)?, token.to_owned())).filter(|_| is_token)
}

fn write(file: &PathBuf, port: u16, token: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    // A new one: what is there may be readable to others, or lead elsewhere.
    let _ = fs::remove_file(file);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    writeln!(options.open(file)?, "{port} {token}")
}

/// Whether nobody else can read or write it.
#[cfg(unix)]
fn is_private(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    about.uid() == rustix::process::geteuid().as_raw() && about.mode() & 0o077 == 0
}

#[cfg(not(unix))]
fn is_private(_: &fs::Metadata) -> bool {
    true
}
