//! What a picture is: a figure, its axes, their artists, and how they become pixels.
//!
//! The modules are layers: each uses those before it in this list and none behind it.
//!
//! ```text
//! base transform color          data, checks, errors; data to pixels; colors, norms, colormaps
//! scene raster svg              the display list, and how it becomes pixels or a file of shapes
//! text ticks numeric            fonts; ticks and their labels; numbers to numbers
//! style pen parts               what artists are drawn with and made of
//! artist artists axes           the artists, and the plot that they stand in
//! layout figure renderer        where plots stand, and frame after frame of them
//! area motion                   plotters on the same pixels; easing and playing speed
//! ```
//!
//! Everything is in `f64` and drawn anti-aliased at sub-pixel places. Nothing here knows of
//! threads, video or macros.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(clippy::print_stdout, clippy::print_stderr)]

#[cfg(feature = "plotters")]
mod area;
pub mod artist;
mod artists;
mod axes;
mod base;
mod color;
mod figure;
mod layout;
pub mod motion;
mod numeric;
mod parts;
mod pen;
mod raster;
mod renderer;
mod scene;
mod style;
mod svg;
mod text;
mod ticks;
mod transform;

/// What the runtime needs beside the public API.
#[doc(hidden)]
pub mod __private {
    pub use crate::{
        base::embed::data_url,
        base::error::{quoted, shortened, written},
        base::notebook::{NotebookOutput, say_failure},
        base::pattern::FilePattern,
        figure::FirstFrame,
        raster::picture::png_file,
        scene::damage::{Damage, Part},
        text::font::{installed_font, system_font_of},
    };
}

#[cfg(feature = "plotters")]
pub use area::{Area, BitmapArea};
pub use artist::Artist;
pub use artists::*;
pub use axes::{
    Aspect, Axes, BandSpacing, Colorbar, Direction, ExtendFraction, Grid, Legend, LegendKey,
    LegendLoc, MapProjection, Orientation, ProjectionType, Side, Spine, SpinePosition, TickParams,
};
pub use base::civil::{date, format_date, parse_date};
pub use base::data::{
    Data, DataPoint, DataRows, DataValue, Errors, Flags, Interval, Number, PerPoint, PlaceValue,
    Places, Points, linspace,
};
pub use base::error::{FigureError, PictureError};
pub use base::format::Format;
pub use base::handle::Handle;
pub use base::hatch::Hatch;
pub use base::linestyle::LineStyle;
pub use base::sketch::Sketch;
pub use base::warning::Warning;
pub use base::word::OneOf;
pub(crate) use color::ColorSpec;
pub use color::colormap::Colormap;
pub use color::norm::Norm;
pub use color::{Color, ColorError, ColorList, IntoColor};
pub use figure::{Figure, GridSpec, Subplots, Tracked};
pub use numeric::bins::Bins;
pub use numeric::density::{Bandwidth, kde};
pub use numeric::reduction::{Reduction, ReductionFunction};
pub use numeric::spectrum::{Detrend, SpectralMode, SpectralWindow};
pub use numeric::stack::Baseline;
pub use numeric::streams::IntegrationDirection;
#[cfg(feature = "coastlines")]
pub use numeric::world;
pub use parts::arrow::{ArrowEnd, ArrowStyle, ConnectionStyle};
pub use parts::at::{At, OtherAxes};
pub use parts::barb::Pivot;
pub use parts::box_style::BoxStyle;
pub use parts::cells::Shading;
pub use parts::every::Every;
pub use parts::levels::Extend;
pub use parts::loc::Loc;
pub use parts::marker::Marker;
pub use parts::outline::Outline;
pub use parts::polyline::Steps;
pub use parts::space_axis::SpaceAxis;
pub use parts::text_box::TextBox;
pub use parts::triangulation::delaunay;
pub use parts::units::Units;
#[cfg(feature = "plotters")]
pub use plotters;
pub use raster::picture::Picture;
pub use raster::recording::Recording;
pub use renderer::Renderer;
pub use renderer::frame::Frame;
pub use scene::interpolation::Interpolation;
pub use style::{IntoStyle, Style, TickDirection};
pub use text::font::{FontFamily, FontStyle, SystemFont, Weight};
pub use text::label::Label;
pub use text::lettering::{Font, Wrap};
pub use text::math::MathFont;
pub use text::{HAlign, RotationMode, VAlign};
pub use ticks::Locator;
pub use transform::projection::Projection;
pub use transform::scale::{AxisScale, ScaleFunction};
