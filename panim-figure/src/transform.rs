//! From data to pixels.

pub(crate) mod plane;
pub(crate) mod polar;
pub(crate) mod scale;
pub(crate) mod space;
