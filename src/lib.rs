#![doc = include_str!("../README.md")]

// So that the `::panim` paths of the attributes' expansions work in here as well.
extern crate self as panim;

pub use panim_figure::*;
pub use panim_macros::{animation, setup, update};
pub use panim_runtime::*;

#[doc(hidden)]
pub use panim_runtime::__private;

/// Everything an animation's file needs: `use panim::prelude::*;`.
///
/// The attributes, the figure with its artists and their handles, and [`linspace`].
pub mod prelude {
    #[doc(no_inline)]
    pub use crate::{
        Axes, Color, Encoder, Figure, FontStyle, Frame, HAlign, Handle, Legend, Line, LineStyle,
        Loc, ProgressMode, Text, VAlign, Weight, animation, linspace, setup, update,
    };
}
