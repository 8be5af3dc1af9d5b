//! From data to pixels.

pub(crate) mod plane;
pub(crate) mod polar;
pub(crate) mod projection;
pub(crate) mod scale;
pub(crate) mod space;
