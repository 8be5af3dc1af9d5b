//! What may stand on the command line.

mod commands;
mod options;
use clap::Subcommand;
#[cfg(feature = "preview")]
pub(super) use commands::PreviewArgs;
pub(super) use commands::{
    InspectArgs, KubernetesArgs, MergeArgs, PlanArgs, PlannedArgs, ShardArgs, SheetArgs, SlurmArgs,
    StillArgs,
};
pub(super) use options::{JsonArgs, LookArgs, RateArgs, RenderArgs, WorkerArgs, dpi, rate, size};

/// What [`Render::main`](crate::Render::main) reads: options and commands, to be flattened into a parser
/// of the program's own.
///
/// An option of the program's own stands before the command: `wave --speed 3 still 1.5s`.
#[derive(clap::Args, Clone, Debug, Default)]
#[command(about = None, long_about = None)]
pub struct Args {
    #[command(flatten)]
    pub(super) render: RenderArgs,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Subcommand, Clone, Debug)]
pub(super) enum Command {
    /// Write the video (done without a command, too)
    ///
    /// Draws and encodes the frames on all cores and writes one file, which appears when it is whole.
    /// One line on standard output says what it is.
    Render(RenderArgs),
    /// Save one frame as a picture
    ///
    /// Draws one frame, just as it is in the video, and saves it.
    Still(StillArgs),
    /// Save many frames in one picture, with their numbers
    ///
    /// Draws a contact sheet: frames in rows, made smaller, each with its number and time.
    Sheet(SheetArgs),
    /// Look at the frames in a browser
    ///
    /// Serves a page on this machine only, prints its address and opens it. Frames are drawn when they are
    /// looked at. When the program is started again, the page that is open finds it and stays at its frame:
    /// `cargo watch -x 'run --release -- preview'` shows every change. Ctrl-C ends it.
    #[cfg(feature = "preview")]
    Preview(PreviewArgs),
    /// Share a video out between so many processes
    ///
    /// Writes the plan into the folder FILE.parts, beside the video. Then `shard K` renders a share, on any
    /// machine that sees the folder, and `merge` puts the video together.
    Plan(PlanArgs),
    /// Render one share of a plan
    ///
    /// Goes on where an earlier attempt has ended. The settings are those of the plan.
    Shard(ShardArgs),
    /// Say how far the shares of a plan are
    Status(PlannedArgs),
    /// Put a video together from its shares
    ///
    /// Checks all of them first. Those that are not finished or damaged are listed, such as 3,7-9, and the
    /// exit status is 75.
    Merge(MergeArgs),
    /// Render a video on a cluster of Slurm
    ///
    /// Plans it, submits a job for each share and one that puts the video together when they have ended.
    /// What is missing then is submitted again, up to three times. Options behind `--` are sbatch's.
    Slurm(SlurmArgs),
    /// Print the jobs that render a video on Kubernetes
    ///
    /// An indexed job for the shares and one that puts them together, as YAML: `| kubectl apply -f -`. The
    /// image starts this program; the claim is a file system that all nodes can write to.
    Kubernetes(KubernetesArgs),
    /// Say what a video says of itself
    ///
    /// Reads a video's own index: its frames, rate, size, codec, colours and titles. Nothing is decoded
    /// and nothing is rendered.
    Inspect(InspectArgs),
    /// Write a script for a shell to complete the arguments with
    ///
    /// For bash: `wave completions bash > ~/.local/share/bash-completion/completions/wave`.
    /// For fish: `wave completions fish > ~/.config/fish/completions/wave.fish`.
    /// For zsh: `wave completions zsh > FOLDER/_wave`, with a FOLDER that is in `$fpath`.
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

/// Options that say which video it is.
const OF_VIDEO: [&str; 9] = [
    "--output",
    "--frames",
    "--fps",
    "--size",
    "--dpi",
    "--quality",
    "--every",
    "--draft",
    "--gop",
];

impl Args {
    pub(super) fn is_json(&self) -> bool {
        let of_command = match &self.command {
            Some(Command::Render(RenderArgs { json, .. })) => *json,
            Some(Command::Still(StillArgs { json, .. })) => *json,
            Some(Command::Sheet(SheetArgs { json, .. })) => *json,
            Some(Command::Inspect(InspectArgs { json, .. })) => *json,
            Some(Command::Plan(PlanArgs { render, .. })) => render.json,
            Some(Command::Shard(ShardArgs { planned, .. })) => planned.json,
            Some(Command::Status(planned) | Command::Merge(MergeArgs { planned, .. })) => {
                planned.json
            }
            Some(Command::Slurm(SlurmArgs { render, .. })) => render.json,
            Some(Command::Kubernetes(_)) => JsonArgs::default(),
            #[cfg(feature = "preview")]
            Some(Command::Preview(_)) => JsonArgs::default(),
            Some(Command::Completions { .. }) | None => JsonArgs::default(),
        };
        self.render.json.json || of_command.json
    }

    /// The command, with the options that stand before it.
    pub(super) fn command(self) -> Result<Command, String> {
        let before = self.render;
        Ok(match self.command {
            None => Command::Render(before),
            Some(Command::Render(after)) => Command::Render(after.or(before)),
            Some(Command::Still(mut still)) => {
                before
                    .refuse_all_but("still", &["--output", "--fps", "--size", "--dpi", "--json"])?;
                still.output = still.output.or(before.output);
                (still.rate, still.look) = (still.rate.or(before.rate), still.look.or(before.look));
                Command::Still(still)
            }
            Some(Command::Sheet(mut sheet)) => {
                let both = ["--frames", "--fps", "--size", "--dpi", "--workers", "--json"];
                before.refuse_all_but("sheet", &both)?;
                (sheet.rate, sheet.look) = (sheet.rate.or(before.rate), sheet.look.or(before.look));
                sheet.workers = sheet.workers.or(before.workers);
                sheet.chosen.frames = sheet.chosen.frames.or(before.chosen.frames);
                Command::Sheet(sheet)
            }
            #[cfg(feature = "preview")]
            Some(Command::Preview(mut preview)) => {
                let both = ["--fps", "--size", "--dpi", "--workers"];
                before.refuse_all_but("preview", &both)?;
                preview.rate = preview.rate.or(before.rate);
                preview.look = preview.look.or(before.look);
                preview.workers = preview.workers.or(before.workers);
                Command::Preview(preview)
            }
            Some(Command::Plan(PlanArgs { tasks, render })) => {
                Command::Plan(PlanArgs { tasks, render: render.or(before) })
            }
            Some(Command::Shard(mut shard)) => {
                before.refuse_all_but("shard", &["--output", "--workers", "--json"])?;
                shard.workers = shard.workers.or(before.workers);
                shard.planned = shard.planned.or(before);
                Command::Shard(shard)
            }
            Some(Command::Status(planned)) => {
                before.refuse_all_but("status", &["--output", "--json"])?;
                Command::Status(planned.or(before))
            }
            Some(Command::Merge(MergeArgs { wait, planned })) => {
                before.refuse_all_but("merge", &["--output", "--json"])?;
                Command::Merge(MergeArgs { wait, planned: planned.or(before) })
            }
            // what stands before these is the program's own, and given to it again
            Some(Command::Slurm(slurm)) => {
                before.refuse_all_but("slurm", &[])?;
                let of_video = [&OF_VIDEO[..], &["--fresh", "--json"]].concat();
                slurm.render.refuse_all_but("slurm", &of_video)?;
                Command::Slurm(slurm)
            }
            Some(Command::Kubernetes(kubernetes)) => {
                before.refuse_all_but("kubernetes", &[])?;
                kubernetes.render.refuse_all_but("kubernetes", &OF_VIDEO)?;
                Command::Kubernetes(kubernetes)
            }
            Some(Command::Inspect(inspect)) => {
                before.refuse_all_but("inspect", &["--json"])?;
                Command::Inspect(inspect)
            }
            Some(command @ Command::Completions { .. }) => {
                before.refuse_all_but("completions", &[])?;
                command
            }
        })
    }
}
