//! What each command takes.

use super::options::{ChosenArgs, JsonArgs, LookArgs, RateArgs, RenderArgs, WorkerArgs};
use crate::part::FrameAt;
use std::{num::NonZeroUsize, path::PathBuf};

#[derive(clap::Args, Clone, Debug)]
pub(in crate::cli) struct StillArgs {
    /// Which: a frame (30), a time (1.5s) or a part of the video (50%)
    ///
    /// Frames are counted from 0. A time is the frame that is shown then; 100% is the last frame.
    #[arg(value_name = "FRAME")]
    pub(in crate::cli) at: FrameAt,
    /// Save the picture to FILE, a name ending in .png or .svg
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) rate: RateArgs,
    #[command(flatten)]
    pub(in crate::cli) look: LookArgs,
    #[command(flatten)]
    pub(in crate::cli) json: JsonArgs,
}

#[derive(clap::Args, Clone, Debug)]
pub(in crate::cli) struct SheetArgs {
    /// Pictures in a row
    #[arg(long, value_name = "N", default_value = "6")]
    pub(in crate::cli) columns: NonZeroUsize,
    /// Rows at most; of more frames, evenly spaced ones are shown
    #[arg(long, value_name = "N", default_value = "4")]
    pub(in crate::cli) rows: NonZeroUsize,
    /// Save the sheet to FILE, a name ending in .png
    #[arg(short, long, value_name = "FILE", default_value = "sheet.png")]
    pub(in crate::cli) output: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) chosen: ChosenArgs,
    #[command(flatten)]
    pub(in crate::cli) rate: RateArgs,
    #[command(flatten)]
    pub(in crate::cli) look: LookArgs,
    #[command(flatten)]
    pub(in crate::cli) workers: WorkerArgs,
    #[command(flatten)]
    pub(in crate::cli) json: JsonArgs,
}

#[cfg(feature = "preview")]
#[derive(clap::Args, Clone, Debug)]
pub(in crate::cli) struct PreviewArgs {
    /// Port of 127.0.0.1; 0 for any, and that of last time if it is free
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    pub(in crate::cli) port: u16,
    /// Only print the address
    #[arg(long)]
    pub(in crate::cli) no_open: bool,
    #[command(flatten)]
    pub(in crate::cli) rate: RateArgs,
    #[command(flatten)]
    pub(in crate::cli) look: LookArgs,
    #[command(flatten)]
    pub(in crate::cli) workers: WorkerArgs,
}

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

#[derive(clap::Args, Clone, Debug)]
pub(in crate::cli) struct MergeArgs {
    /// Wait until no share is to come any more: all are finished, or one has a frame that failed
    #[arg(long)]
    pub(in crate::cli) wait: bool,
    #[command(flatten)]
    pub(in crate::cli) planned: PlannedArgs,
}

#[derive(clap::Args, Clone, Debug)]
pub(in crate::cli) struct SlurmArgs {
    /// How many shares, each a job
    #[arg(long, value_name = "N")]
    pub(in crate::cli) tasks: NonZeroUsize,
    /// CPUs of each job, and as many workers [default: what the cluster gives, mostly 1]
    #[arg(long, value_name = "N")]
    pub(in crate::cli) cpus: Option<NonZeroUsize>,
    /// Longest time of each job, in minutes or as sbatch has it [default: the partition's]
    #[arg(long, value_name = "TIME")]
    pub(in crate::cli) time: Option<String>,
    /// At most so many jobs at the same time [default: as many as the cluster lets run]
    #[arg(long, value_name = "N")]
    pub(in crate::cli) at_once: Option<NonZeroUsize>,
    /// Only print both scripts
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
    /// Put together, or submit again: what the second job does, after so many attempts
    #[arg(long, value_name = "N", hide = true)]
    pub(in crate::cli) merge: Option<u32>,
    #[command(flatten)]
    pub(in crate::cli) render: RenderArgs,
    /// Options of sbatch for all jobs, such as --partition=short
    #[arg(last = true, value_name = "SBATCH")]
    pub(in crate::cli) sbatch: Vec<String>,
}

#[derive(clap::Args, Clone, Debug)]
pub(in crate::cli) struct KubernetesArgs {
    /// A container image that starts this program
    #[arg(long, value_name = "REF")]
    pub(in crate::cli) image: String,
    /// The persistent volume claim that the video and its parts are written to
    #[arg(long, value_name = "PVC")]
    pub(in crate::cli) claim: String,
    /// How many shares, each a pod
    #[arg(long, value_name = "N")]
    pub(in crate::cli) tasks: NonZeroUsize,
    /// CPUs of each pod, and as many workers [default: what the node has]
    #[arg(long, value_name = "N")]
    pub(in crate::cli) cpus: Option<NonZeroUsize>,
    /// What the jobs are called [default: the program's name]
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) render: RenderArgs,
}

#[derive(clap::Args, Clone, Debug)]
pub(in crate::cli) struct InspectArgs {
    /// A video
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) json: JsonArgs,
}

impl PlannedArgs {
    pub(in crate::cli::args) fn or(self, before: RenderArgs) -> Self {
        Self {
            output: self.output.or(before.output),
            json: JsonArgs { json: self.json.json || before.json.json },
        }
    }
}
