//! What only benchmarks use. Not public API.

mod drawing;
pub(crate) mod raw_frames;
#[cfg(feature = "video")]
mod stages;

pub use crate::painter::Drawn;
pub use drawing::Drawing;
#[cfg(feature = "video")]
pub use stages::{Converted, Encoded, Stages};
