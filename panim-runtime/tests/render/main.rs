//! What a render promises, tested through the hidden contract that the macros use.
#![allow(clippy::unwrap_used)]

mod bytes;
mod cancels;
mod crew;
mod faults;
mod files;
mod flow;
mod formats;
mod full_disk;
mod probe;
mod progress;
mod resumes;
mod settings;
mod setups;
mod shares;
mod stills;
mod targets;
mod transparency;
