//! A render without the types of its animation, its parameters and its listener.
//!
//! What runs a render is long, and would be compiled with every program, for the types of that program. They
//! are left out here, so that all behind this door is compiled once, with this crate.

mod animation;
mod row;
mod source;

pub(crate) use animation::{Animation, Animations};
pub(crate) use row::{AnyRow, RowType};
pub(crate) use source::AnySource;

use crate::{Listener, Render, params::ParamSource, render::RenderPlan, settings::Settings};
use animation::TypedAnimations;
use std::path::PathBuf;

/// A [`Render`] of any types, none of which lives shorter than `'u`.
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

impl<A: Send, P: Send, S: ParamSource<P>, C: Listener> Render<A, P, S, C> {
    pub(crate) fn erased<'u>(self) -> AnyRender<'u>
    where
        Self: 'u,
    {
        let Self { plan, source, listener } = self;
        let rows = RowType::of(&plan.glue);
        let source = AnySource::new(source, rows);
        AnyRender { plan: plan.erased(rows), source, listener: Box::new(listener) }
    }
}

impl<A: Send, P: Send> RenderPlan<A, P> {
    /// `rows`: those of its source.
    pub(crate) fn erased<'u>(self, rows: RowType<P>) -> AnyPlan<'u>
    where
        Self: 'u,
    {
        let Self { path, start, glue, settings } = self;
        AnyPlan {
            path,
            settings,
            #[cfg(feature = "cli")]
            name: short_name::<A>(),
            names: glue.names,
            clone: glue.clone.map(|_| AnyRow::again as _),
            animations: Box::new(TypedAnimations { start, glue, rows }),
        }
    }
}

#[cfg(feature = "cli")]
fn short_name<A>() -> &'static str {
    let name = std::any::type_name::<A>();
    let name = name.split('<').next().unwrap_or(name);
    name.rsplit("::").next().unwrap_or(name)
}
