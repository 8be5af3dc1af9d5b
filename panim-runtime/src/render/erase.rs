//! Leaves the types out.

use super::{Render, RenderPlan};
use crate::{
    Listener,
    erased::{AnyPlan, AnyRender, AnyRow, AnySource, RowType, TypedAnimations},
    params::ParamSource,
};

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
            animations: Box::new(TypedAnimations::new(start, glue, rows)),
        }
    }
}

#[cfg(feature = "cli")]
fn short_name<A>() -> &'static str {
    let name = std::any::type_name::<A>();
    let name = name.split('<').next().unwrap_or(name);
    name.rsplit("::").next().unwrap_or(name)
}
