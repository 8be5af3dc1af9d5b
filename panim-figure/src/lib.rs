//! What a picture is: a figure, its axes, their artists, and how they become pixels.
//!
//! The modules, in the order a picture is made:
//!
//! ```text
//! figure ─ axes ─ artists ─ renderer ─ layout ─ canvas ─ picture
//!           │        │         │                  ├ damage: where a frame differs from the last
//!           │        │         │                  └ clip: what of a shape is near the picture
//!           │        │         └ backgrounds: what a frame did not touch
//!           │        └ shape, field, stats, space: what they are drawn with, and compute
//!           └ scale, ticker, transform: where values fall, and what is written there
//!
//!        data, check, color, text, style       motion       area: plotters on the same pixels
//! ```
//!
//! Everything is in `f64` and drawn anti-aliased at sub-pixel places. Nothing here knows of
//! threads, video or macros.

#![warn(clippy::print_stdout, clippy::print_stderr)]

mod area;
mod artist;
mod artists;
mod at;
mod axes;
mod canvas;
mod check;
mod clip;
mod color;
mod damage;
mod data;
mod error;
mod extent;
mod field;
mod figure;
mod font;
mod format;
mod frame;
mod handle;
mod label;
mod layout;
pub mod motion;
mod pen;
mod picture;
mod renderer;
mod scale;
mod shape;
mod space;
mod stats;
mod style;
mod text;
mod ticker;
mod transform;
mod warning;
mod word;

pub use area::{Area, BitmapArea};
pub use artist::Artist;
pub use artists::*;
pub use at::At;
pub use axes::{Aspect, Axes, Direction, Grid, Legend, Loc, Projection, Side};
pub(crate) use color::ColorSpec;
pub use color::colormap::Colormap;
pub use color::norm::Norm;
pub use color::{Color, ColorError, ColorList, IntoColor};
#[doc(hidden)]
pub use damage::{Damage, Part};
pub use data::{
    Data, DataPoint, DataRows, DataValue, Interval, Number, PlaceValue, Places, Points, linspace,
};
pub use error::{FigureError, PictureError};
#[doc(hidden)]
pub use error::{quoted, shortened, written};
pub use field::levels::Extend;
#[doc(hidden)]
pub use figure::FirstFrame;
pub use figure::{Colorbar, Figure, GridSpec, Subplots, Tracked};
pub use font::{FontFamily, FontStyle, Weight};
pub use format::Format;
pub use frame::Frame;
pub use handle::Handle;
pub use label::Label;
pub use layout::Orientation;
pub use picture::Picture;
pub use plotters;
pub use renderer::Renderer;
pub use scale::AxisScale;
pub use shape::arrow::ArrowStyle;
pub use shape::barb::Pivot;
pub use shape::linestyle::LineStyle;
pub use shape::marker::Marker;
pub use shape::polyline::Steps;
pub use stats::{Bandwidth, Bins, kde};
pub use style::Style;
pub use text::{HAlign, TextBox, VAlign};
pub use ticker::civil::{date, format_date, parse_date};
pub use warning::Warning;
pub use word::OneOf;
