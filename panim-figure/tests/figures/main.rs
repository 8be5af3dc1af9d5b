//! What a figure promises to those who write one: arguments, data, frames, motion, and the layers of the
//! code. One binary, since linking one for each subject takes longer than most of them run.

#![allow(clippy::unwrap_used)]

mod at;
mod edges;
mod errors;
mod frames;
mod glyphs;
mod hatching;
mod ignored;
mod layers;
mod legends;
mod lines_by_value;
mod motion;
mod names;
mod notes;
mod numbers;
mod odd_data;
mod odd_sizes;
mod outlines;
mod parts;
mod per_point;
mod places;
#[cfg(feature = "plotters")]
mod plotters;
mod ranges;
mod seams;
mod shown;
mod sketches;
mod space;
#[cfg(feature = "plotters")]
mod stillness;
mod svg;
mod words;
