//! A render without the types of its animation, its parameters and its listener.
//!
//! What runs a render is long, and would be compiled with every program, for the types of that program. They
//! are left out here, so that all behind this door is compiled once, with this crate.

mod animation;
mod row;
mod source;

pub(crate) use animation::{Animation, Animations, TypedAnimations};
pub(crate) use row::{AnyRow, RowType};
pub(crate) use source::AnySource;

use crate::{Listener, settings::Settings};
use std::path::PathBuf;

/// A [`Render`](crate::Render) of any types, none of which lives shorter than `'u`.
pub(crate) struct AnyRender<'u> {
    pub(crate) plan: AnyPlan<'u>,
    pub(crate) source: AnySource<'u>,
    pub(crate) listener: Box<dyn Listener + 'u>,
}

/// Everything but where the frames come from, and who listens.
pub(crate) struct AnyPlan<'u> {
    pub(crate) path: PathBuf,
    pub(crate) settings: Settings,
    /// The animation's: `Wave` of `wave::Wave<f64>`.
    #[cfg(feature = "cli")]
    pub(crate) name: &'static str,
    /// The per-frame parameters'.
    pub(crate) names: &'static [&'static str],
    /// How to clone a row, where that is possible.
    pub(crate) clone: Option<fn(&AnyRow<'u>) -> AnyRow<'u>>,
    pub(crate) animations: Box<dyn Animations<AnyRow<'u>> + 'u>,
}
