//! Turns a plot into a video.

extern crate self as panim; // so that the macros' `::panim::` paths work in here as well

pub use panim_figure::*;
pub use panim_macros::{animation, setup, update};
pub use panim_runtime::*;

#[doc(hidden)]
pub use panim_runtime::__private;

/// Everything an animation's file needs: `use panim::prelude::*;`.
pub mod prelude {
    pub use crate::{Figure, Frame, animation, setup, update};
}
