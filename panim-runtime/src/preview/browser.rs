//! Opens the page in the user's browser.

use super::site::Site;
use std::{
    process::{Command, Stdio},
    sync::atomic::{AtomicBool, Ordering::SeqCst},
    thread,
    time::{Duration, Instant},
};

/// So long a page that is open already may take to find the program again.
const KNOCKING: Duration = Duration::from_millis(1500);

/// Opens it, unless one is open: `may_be_open` if there was one at this address.
pub(super) fn open(address: &str, may_be_open: bool, site: &Site<'_, '_>, stopped: &AtomicBool) {
    let began = Instant::now();
    while may_be_open && began.elapsed() < KNOCKING {
        if site.was_visited() || stopped.load(SeqCst) {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    let opener: &[&str] = match () {
        () if cfg!(target_os = "macos") => &["open"],
        () if cfg!(windows) => &["rundll32", "url.dll,FileProtocolHandler"],
        () => &["xdg-open"],
    };
    let started = Command::new(opener[0])
        .args(&opener[1..])
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    // Where there is no browser, the address has been said.
    let Ok(mut child) = started else { return };
    while !stopped.load(SeqCst) && matches!(child.try_wait(), Ok(None)) {
        thread::sleep(Duration::from_millis(200));
    }
}
