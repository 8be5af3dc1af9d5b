//! What artists are made of: lines and their dashes, markers, filled shapes, arrows, cells,
//! faces in space, text; and how many of them are drawn without waiting.

pub(crate) mod area_edges;
pub(crate) mod arrow;
pub(crate) mod at;
pub(crate) mod barb;
pub(crate) mod binning;
pub(crate) mod box_style;
pub(crate) mod cells;
pub(crate) mod common;
pub(crate) mod curves;
pub(crate) mod dots;
pub(crate) mod every;
pub(crate) mod faces;
pub(crate) mod fading;
pub(crate) mod field;
pub(crate) mod groups;
pub(crate) mod hatching;
pub(crate) mod lettering;
pub(crate) mod levels;
pub(crate) mod loc;
pub(crate) mod marker;
pub(crate) mod marks;
pub(crate) mod mesh;
pub(crate) mod outline;
pub(crate) mod patch;
pub(crate) mod polyline;
pub(crate) mod reduce;
pub(crate) mod shape;
pub(crate) mod text_box;
pub(crate) mod tints;
pub(crate) mod trace;
pub(crate) mod units;
pub(crate) mod varying;
pub(crate) mod words;
