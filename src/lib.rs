#![doc = include_str!("../README.md")]

// So that the `::panim` paths of the attributes' expansions work in here as well.
#[allow(unused_extern_crates)]
extern crate self as panim;

pub use panim_figure::*;
pub use panim_macros::{animation, setup, update};
pub use panim_runtime::*;

#[doc(hidden)]
pub use panim_runtime::macro_support as __private;

/// Everything an animation's file needs: `use panim::prelude::*;`.
///
/// The attributes, the figure with its artists and their handles, helpers for motion, and
/// [`linspace`].
///
/// Nothing in it hides a name of std's prelude: [`Extend`], which is also a trait of
/// std, is written `panim::Extend::Both`. It can stand beside plotters' prelude. [`Color`] is left out,
/// since plotters has a trait of that name that its users need. Both have a [`Text`], a [`Polygon`], a
/// [`Histogram`] and a [`Pie`]; these are too common to be left out, and where both preludes are
/// imported and one of the four is used, `use panim::Text;` says which is meant.
pub mod prelude {
    #[doc(no_inline)]
    pub use crate::motion::{Ease, keyframes, playback};
    #[doc(no_inline)]
    pub use crate::{
        Annotation, ArrowStyle, Aspect, At, Axes, AxisScale, Bars, Bars3D, Bins, BoxPlot, Colorbar,
        Colormap, Contour, ContourFilled, Direction, Encoder, ErrorBars, Figure, FillBetween,
        Format, Frame, Grid, HAlign, HLine, Handle, HistStyle, Histogram, Image, Interpolation,
        Label, Legend, Line, Line3D, LineStyle, Loc, Norm, Orientation, Origin, PColorMesh, Pie,
        Pivot, Polygon, Preset, ProgressMode, Projection, Quiver, Scatter, Scatter3D, Side, Span,
        Stem, Steps, Streamlines, Style, Surface, Text, TextBox, Timestamp, Trail, VAlign, VLine,
        Violin, Weight, Wireframe, animation, date, format_date, kde, linspace, parse_date, setup,
        update,
    };
}

#[cfg(feature = "cli")]
#[doc = include_str!("../docs/cli.md")]
pub mod cli {
    pub use panim_runtime::cli::Args;
}

#[doc = include_str!("../docs/errors.md")]
pub mod errors {}

#[doc = include_str!("../docs/matplotlib.md")]
pub mod matplotlib {}
