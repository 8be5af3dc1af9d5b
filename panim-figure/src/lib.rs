//! What a picture is: a figure, its axes, their artists, and how they become pixels.
//!
//! The modules, in the order a picture is made:
//!
//! ```text
//! figure ─ axes ─ artists ─ renderer ─ layout ─ canvas ─ picture
//!                   │           └ backgrounds: what a frame did not touch
//!        data, color, ticker, text       area: plotters on the same pixels
//!        motion: times and values for what moves
//! ```
//!
//! Everything is in `f64` and drawn anti-aliased at sub-pixel places. Nothing here knows of
//! threads, video or macros.

#![warn(clippy::print_stdout, clippy::print_stderr)]

mod area;
mod arrow;
mod artist;
mod artists;
mod at;
mod axes;
mod barb;
mod canvas;
mod cells;
mod civil;
mod color;
mod colormap;
mod data;
mod dots;
mod error;
mod extent;
mod figure;
mod font;
mod format;
mod frame;
mod handle;
mod inline;
mod isolines;
mod label;
mod layout;
mod levels;
mod linestyle;
mod mapping;
mod marker;
pub mod motion;
mod norm;
mod patch;
mod pen;
mod picture;
mod polyline;
mod reduce;
mod renderer;
mod ribbon;
mod rows;
mod scale;
mod space;
mod stamps;
mod stats;
mod streams;
mod style;
mod text;
mod ticker;
mod trace;
mod transform;

pub use area::{Area, BitmapArea};
pub use arrow::ArrowStyle;
pub use artist::Artist;
pub use artists::*;
pub use at::At;
pub use axes::{Aspect, Axes, Grid, Legend, Loc, Projection, Side};
pub use barb::Pivot;
pub use civil::{date, format_date, parse_date};
pub use color::{Color, ColorError, ColorSpec};
pub use colormap::Colormap;
pub use data::{Number, linspace};
pub use error::FigureError;
pub use figure::{Colorbar, Figure, GridSpec, Subplots, Tracked};
pub use font::{FontFamily, FontStyle, Weight};
pub use format::Format;
pub use frame::Frame;
pub use handle::Handle;
pub use label::Label;
pub use layout::Orientation;
pub use levels::Extend;
pub use linestyle::LineStyle;
pub use norm::Norm;
pub use picture::Picture;
pub use plotters;
pub use polyline::Steps;
pub use renderer::Renderer;
pub use scale::AxisScale;
pub use stats::{Bandwidth, Bins, kde};
pub use style::Style;
pub use text::{HAlign, TextBox, VAlign};
