//! Pictures of every artist and option, compared pixel by pixel with those that were looked at.
//!
//! After a change that is meant to show, run with `PANIM_BLESS=1` to write the pictures anew, and
//! look at each of them before it is committed.

#![allow(clippy::unwrap_used)]

mod axes;
mod bars;
mod counts;
mod fields;
#[cfg(feature = "math")]
mod formulas;
mod hatching;
mod layouts;
mod legends;
mod lines;
mod maps;
mod marks;
mod notes;
mod patches;
mod rows;
mod scales;
mod shapes;
mod sketches;
mod space;
mod stats;
mod support;
mod ticks;
mod triangles;
mod values;
mod words;
