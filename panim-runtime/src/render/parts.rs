//! The builder's methods for what is kept of a video while it is rendered.

use super::Render;
use crate::{
    Encoder, Result,
    erased::{AnyPlan, AnyRow},
    output::OutputFormat,
    segments::{Parts, PartsFolder, PlanFile},
    settings::Settings,
};

impl<A, P, S, C> Render<A, P, S, C> {
    /// Whether what is finished is kept, so that another run goes on from there. Default: `false`.
    ///
    /// While it renders, groups of [`gop`](Self::gop) frames are kept as they come, in a folder beside the
    /// video, `wave.mp4.parts`. Whatever ends the render, Ctrl-C, a kill, a loss of power, a full disk or a
    /// frame that fails, the next run with `resume(true)` checks what is there and renders the rest. The
    /// video is the same, to the byte. When it is whole, the folder goes.
    ///
    /// Parts of another program, or of other settings, are an [error](crate::Error::Parts) that says what
    /// differs; [`fresh`](Self::fresh) starts over. Frames whose parameters have changed are rendered
    /// again, where parameters can be serialized (`serde::Serialize`, as numbers, texts, tuples and lists
    /// of them): a frame that failed can be mended in a table. What the program reads by itself, files,
    /// arguments or the clock, is not seen.
    ///
    /// [`Encoder::Auto`] means the CPU then: what goes on may run on another machine.
    pub fn resume(mut self, resume: bool) -> Self {
        self.plan.settings.resume = resume;
        self
    }

    /// Throws away, before the render begins or is [planned](Self::plan), what is kept of this video: once,
    /// and not in each process that renders a share. Default: `false`.
    pub fn fresh(mut self, fresh: bool) -> Self {
        self.plan.settings.fresh = fresh;
        self
    }
}

impl Settings {
    /// Parts are made by one kind of encoder, wherever they are.
    pub(crate) fn fix_encoder(&mut self) {
        if self.encoder == Encoder::Auto {
            self.encoder = Encoder::Cpu;
        }
    }
}

/// Those of a render that goes on by itself, of so many frames if that is known.
pub(super) fn of_whole<'u>(
    plan: &AnyPlan<'u>,
    format: &OutputFormat,
    frames: Option<usize>,
) -> Result<Parts<AnyRow<'u>>> {
    let AnyPlan { path, names, settings, .. } = plan;
    let now = PlanFile::of(settings, format, names, frames)?;
    Parts::of_whole(PartsFolder::of(path), now, AnyRow::hash)
}
