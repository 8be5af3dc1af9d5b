//! Interrupts that cancel renders, in programs that ask for it.

use crate::{Error, Result};
use signal_hook::{
    consts::{SIGINT, SIGTERM},
    flag,
};
use std::{
    ffi::c_int,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
};

const SIGNALS: &[(c_int, &str)] = &[
    (SIGINT, "SIGINT"),
    (SIGTERM, "SIGTERM"),
    #[cfg(unix)]
    (signal_hook::consts::SIGHUP, "SIGHUP"),
];

/// Which interrupt came, counted from 1 in `SIGNALS`; 0: none, or none since a render began.
static CAUGHT: AtomicUsize = AtomicUsize::new(0);

/// The next interrupt ends the program: there is nothing to cancel, or it was cancelled before.
static ENDS: AtomicBool = AtomicBool::new(true);

static RUNNING: Mutex<usize> = Mutex::new(0);

/// Lets an interrupt cancel the renders that run, rather than end the program: Ctrl-C (SIGINT),
/// SIGTERM and, except on Windows, SIGHUP. To be called once, where the program begins; later calls
/// change nothing.
///
/// Each render that runs then draws the frames to their end that it is drawing, leaves nothing, and
/// returns [`Error::Interrupted`]. A second interrupt ends the program at once, and so does one while
/// no render runs. Signals that the program was told to ignore, as by `nohup`, stay ignored.
///
/// panim takes no signal away from a program that does not call this. On Linux nothing is left of a
/// render either way; it matters elsewhere, and to programs that have more to do before they end.
///
/// # Errors
/// The system may not let a signal be handled.
pub fn cancel_on_interrupt() -> Result<()> {
    static HOOKED: Mutex<bool> = Mutex::new(false);
    let mut hooked = lock(&HOOKED);
    if *hooked {
        return Ok(());
    }
    let ignored = ignored();
    for (number, &(signal, _)) in (1..).zip(SIGNALS) {
        if ignored >> (signal - 1) & 1 == 0 {
            // In the order in which they are to act.
            flag::register_conditional_default(signal, &ENDS)?;
            flag::register_usize(signal, &CAUGHT, number)?;
            flag::register(signal, &ENDS)?;
        }
    }
    *hooked = true;
    Ok(())
}

/// A render that runs.
pub(crate) struct Running(());

impl Running {
    pub(crate) fn begin() -> Self {
        let mut running = lock(&RUNNING);
        if *running == 0 {
            CAUGHT.store(0, SeqCst);
            ENDS.store(false, SeqCst);
        }
        *running += 1;
        Self(())
    }

    /// An error if an interrupt came; so many frames are written.
    pub(crate) fn check(&self, written: impl Fn() -> usize) -> Result<()> {
        match CAUGHT.load(SeqCst).checked_sub(1).and_then(|number| SIGNALS.get(number)) {
            Some(&(_, signal)) => Err(Error::Interrupted { signal, written: written() }),
            None => Ok(()),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let mut running = lock(&RUNNING);
        *running -= 1;
        if *running == 0 {
            ENDS.store(true, SeqCst);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The signals that the program was started with ignored, where that can be asked: the first bit is signal 1.
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}
