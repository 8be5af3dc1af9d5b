//! What the benchmarks share: the scenes, and how to read what they take.

#![allow(clippy::unwrap_used)]

mod scene;
mod usage;

pub use scene::{Draw, GROUP, Scene};
pub use usage::{Spread, peak_memory, process_cpu, thread_cpu};
