//! What only benchmarks use. Not public API.

mod drawing;
pub(crate) mod raw_frames;
mod stages;

pub use crate::painter::Drawn;
pub use drawing::Drawing;
pub use stages::{Converted, Encoded, Stages};
