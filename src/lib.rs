#![doc = include_str!("../README.md")]

// So that the `::panim` paths of the attributes' expansions work in here as well.
#[allow(unused_extern_crates)]
extern crate self as panim;

pub use panim_figure::*;
pub use panim_macros::{animation, setup, update};
pub use panim_runtime::*;

#[doc(hidden)]
pub use panim_runtime::__private;

/// Everything an animation's file needs: `use panim::prelude::*;`.
///
/// The attributes, the figure with its artists and their handles, and [`linspace`]. Names that
/// plotters' prelude has as well, such as [`Color`], are mostly left out, so that both can be used.
pub mod prelude {
    #[doc(no_inline)]
    pub use crate::{
        Axes, Bars, Encoder, ErrorBars, Figure, FillBetween, Frame, HAlign, HLine, Handle, Legend,
        Line, LineStyle, Loc, Polygon, ProgressMode, Scatter, Span, Steps, Text, VAlign, VLine,
        Weight, animation, linspace, setup, update,
    };
}
