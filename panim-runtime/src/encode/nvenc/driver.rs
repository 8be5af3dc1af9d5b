//! NVIDIA's driver behind safe types: with `openh264.rs`, the one place with unsafe code.
//!
//! Its two libraries are loaded when they are first asked for, and stay. The bindings give some
//! fields the types of Rust enumerations, in which zero, or what a newer driver writes, may mean
//! nothing. So structures that the driver reads or fills are zeroed memory here, written and read
//! field by field through pointers, and every status is a plain number.

#![allow(unsafe_code)]

mod api;
mod config;
mod cuda;
mod session;

use std::{fmt, mem::MaybeUninit, sync::Arc};

pub(super) use session::{Opened, Session};

/// What a call returns: 0, or a number of `NVENCSTATUS`.
type NvencStatus = u32;

const UNSUPPORTED_DEVICE: NvencStatus = 2;
const INVALID_PARAM: NvencStatus = 8;
const OUT_OF_MEMORY: NvencStatus = 10;
const UNSUPPORTED_PARAM: NvencStatus = 12;
const INVALID_VERSION: NvencStatus = 15;
const NEED_MORE_INPUT: NvencStatus = 17;
const ENCODER_BUSY: NvencStatus = 18;
const GENERIC: NvencStatus = 20;
const INCOMPATIBLE_CLIENT_KEY: NvencStatus = 21;

/// Driver versions that bring the NVENC API these bindings are of.
const DRIVER_NEEDED: &str = "install driver 530.41 or newer (on Windows 531.61)";

/// What cannot be done, and why, in one line.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    what: String,
    code: Option<NvencStatus>,
}

impl Failure {
    fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), code: None }
    }

    /// A call was refused; the driver may have words of its own for it.
    fn of(what: &str, code: NvencStatus, words: Option<String>) -> Self {
        let why = match code {
            UNSUPPORTED_DEVICE => "the device has no encoder",
            INVALID_PARAM | UNSUPPORTED_PARAM => "the device does not take these settings",
            OUT_OF_MEMORY => "out of memory, or all sessions are taken",
            INVALID_VERSION => "the NVIDIA driver is too old for this version of NVENC",
            NEED_MORE_INPUT => "it waits for more pictures",
            ENCODER_BUSY => "the encoder is busy",
            GENERIC => "the driver failed",
            INCOMPATIBLE_CLIENT_KEY => "all sessions are taken",
            _ => "the driver refused",
        };
        let mut what = format!("{what}: {why} (NVENC error {code}");
        if let Some(words) = words {
            what = format!("{what}, \"{words}\"");
        }
        what.push(')');
        if code == INVALID_VERSION {
            what = format!("{what}; {DRIVER_NEEDED}");
        }
        Self { what, code: Some(code) }
    }

    /// Whether another session is refused because of those that there are.
    pub(super) fn is_for_want_of_sessions(&self) -> bool {
        matches!(self.code, Some(OUT_OF_MEMORY | INCOMPATIBLE_CLIENT_KEY))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

/// A session on the first device that gives one.
pub(super) fn open() -> Result<Opened, Failure> {
    let devices = cuda::devices()?;
    let api = api::get()?;
    let mut refusal = None;
    for device in devices {
        let opened = device.context().and_then(|context| Opened::new(api, Arc::new(context)));
        match opened {
            Ok(opened) => return Ok(opened),
            Err(failure) => {
                let named = || Failure { what: format!("{}: {failure}", device.name()), ..failure };
                refusal.get_or_insert_with(named);
            }
        }
    }
    Err(refusal.unwrap_or_else(|| Failure::new("there is no NVIDIA GPU")))
}

/// Zeroed memory for a structure of the driver's.
fn zeroed<T>() -> MaybeUninit<T> {
    MaybeUninit::zeroed()
}
