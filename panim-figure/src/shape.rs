//! What artists are drawn with: lines and their dashes, markers, filled shapes, arrows, ribbons; and
//! how many of them are drawn without waiting.

pub(crate) mod arrow;
pub(crate) mod barb;
pub(crate) mod dots;
pub(crate) mod linestyle;
pub(crate) mod marker;
pub(crate) mod marks;
pub(crate) mod patch;
pub(crate) mod polyline;
pub(crate) mod reduce;
pub(crate) mod ribbon;
pub(crate) mod stamps;
pub(crate) mod trace;
