//! What everything else is built on: data columns, limits on counts and sizes, errors.

pub(crate) mod bit_grid;
pub(crate) mod check;
pub(crate) mod civil;
pub(crate) mod data;
pub(crate) mod embed;
pub(crate) mod error;
pub(crate) mod extent;
pub(crate) mod file;
pub(crate) mod format;
pub(crate) mod handle;
pub(crate) mod hatch;
pub(crate) mod linestyle;
pub(crate) mod nearest;
pub(crate) mod notebook;
pub(crate) mod pattern;
pub(crate) mod properties;
pub(crate) mod range;
pub(crate) mod rows;
pub(crate) mod same;
pub(crate) mod sketch;
pub(crate) mod wanted;
pub(crate) mod warning;
pub(crate) mod word;
