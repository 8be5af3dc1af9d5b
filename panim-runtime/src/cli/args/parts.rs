//! What may be said of parts that are kept, and of shares.

use super::{JsonArgs, RenderArgs, WorkerArgs};
use std::{num::NonZeroUsize, path::PathBuf};

#[derive(clap::Args, Clone, Debug)]
pub(in crate::cli) struct PlanArgs {
    /// How many shares
    #[arg(long, value_name = "N")]
    pub(in crate::cli) tasks: NonZeroUsize,
    #[command(flatten)]
    pub(in crate::cli) render: RenderArgs,
}

#[derive(clap::Args, Clone, Debug)]
pub(in crate::cli) struct ShardArgs {
    /// Which one, from 0; unless given, what the scheduler says
    ///
    /// That is SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX (Kubernetes) or AWS_BATCH_JOB_ARRAY_INDEX.
    #[arg(value_name = "K")]
    pub(in crate::cli) share: Option<usize>,
    #[command(flatten)]
    pub(in crate::cli) workers: WorkerArgs,
    #[command(flatten)]
    pub(in crate::cli) planned: PlannedArgs,
}

#[derive(clap::Args, Clone, Debug)]
pub(in crate::cli) struct PlannedArgs {
    /// The video that was planned
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) json: JsonArgs,
}

#[derive(clap::Args, Clone, Copy, Debug, Default)]
pub(in crate::cli) struct PartsArgs {
    /// Keep what is finished, and go on from what was kept before
    ///
    /// Groups of frames are kept as they come, in the folder FILE.parts. After Ctrl-C, a kill, a full disk or
    /// a frame that failed, the same command goes on from there. The folder goes when the video is whole.
    #[arg(long)]
    pub(in crate::cli) resume: bool,
    /// Throw away what was kept before
    #[arg(long)]
    pub(in crate::cli) fresh: bool,
}

impl PlannedArgs {
    pub(super) fn or(self, before: RenderArgs) -> Self {
        Self {
            output: self.output.or(before.output),
            json: JsonArgs { json: self.json.json || before.json.json },
        }
    }
}

impl PartsArgs {
    pub(super) fn or(self, before: Self) -> Self {
        Self { resume: self.resume || before.resume, fresh: self.fresh || before.fresh }
    }
}
