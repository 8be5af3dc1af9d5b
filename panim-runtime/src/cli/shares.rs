//! The commands that share a video out between processes: `plan`, `shard`, `status`, `merge`.

use super::{
    CliError,
    args::{self, MergeArgs, PlanArgs, PlannedArgs, ShardArgs},
    json::{self, Event, Telling},
    print,
};
use crate::{
    Error, Result, ShareState, ShareStatus,
    erased::AnyRender,
    interrupt::Running,
    render::AnyShares,
    segments::{PartsFolder, PlanFile, status_of_all},
    settings::Settings,
    video::counted,
};
use serde_json::{Map, Value};
use std::{
    env,
    path::Path,
    thread,
    time::{Duration, Instant},
};

/// Where schedulers say which share a process is to render, counted from 0: Slurm's job arrays,
/// Kubernetes' indexed jobs, array jobs of AWS Batch.
const NUMBERS: [&str; 3] =
    ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX"];

pub(super) fn plan(
    render: AnyRender<'_>,
    PlanArgs { tasks, render: args }: PlanArgs,
) -> Result<(), CliError> {
    let is_json = args.json.json;
    let render = render.described(args)?;
    let path = render.plan.path.clone();
    let planned = Planned::of(&render.plan_only(tasks.get()).map_err(CliError::of_part)?);
    let Planned { frames, groups, tasks } = planned;
    if is_json {
        let (path, folder) = (path.to_string_lossy(), PartsFolder::of(&path));
        let plan = folder.path().to_string_lossy();
        Event::Plan { path: &path, plan: &plan, frames, groups, tasks }.print();
    } else {
        print(&planned.line(&path));
    }
    Ok(())
}

/// What a plan says.
pub(super) struct Planned {
    frames: usize,
    groups: usize,
    tasks: usize,
}

impl Planned {
    pub(super) fn of(plan: &PlanFile) -> Self {
        Self {
            frames: plan.frames.unwrap_or_default(),
            groups: plan.group_count(),
            tasks: plan.shares.unwrap_or_default(),
        }
    }

    pub(super) fn line(&self, path: &Path) -> String {
        let empty = match self.tasks.saturating_sub(self.groups) {
            0 => String::new(),
            empty => format!(" ({empty} of them without frames: each takes whole groups)"),
        };
        format!(
            "{}: {} in {}, {}{empty}, planned in {}",
            path.display(),
            counted(self.frames, "frame"),
            counted(self.groups, "group"),
            counted(self.tasks, "share"),
            PartsFolder::of(path).path().display(),
        )
    }
}

pub(super) fn shard(
    mut render: AnyRender<'_>,
    ShardArgs { share, workers, planned }: ShardArgs,
) -> Result<(), CliError> {
    let number = match share {
        Some(number) => number,
        None => told_number().map_err(CliError::Usage)?,
    };
    render.plan.settings.take(Default::default(), Default::default(), workers);
    let path = render.plan.path.clone();
    let share = match planned.json.json {
        true => telling(of_plan(render, planned.output.as_deref())?)
            .planned()
            .and_then(|it| it.shard(number)),
        false => {
            of_plan(render, planned.output.as_deref())?.planned().and_then(|it| it.shard(number))
        }
    };
    let share = share.map_err(|error| match error {
        Error::Argument { argument: "shard", message } => {
            CliError::Usage(format!("shard: {message}"))
        }
        error => CliError::of_share(error),
    })?;
    if planned.json.json {
        Event::Share {
            path: &planned.output.unwrap_or(path).to_string_lossy(),
            share: share.number(),
            first: share.first(),
            frames: share.frames(),
            elapsed: share.elapsed().as_secs_f64(),
            workers: share.workers(),
        }
        .print();
    } else {
        print(&share.to_string());
    }
    Ok(())
}

pub(super) fn status(render: AnyRender<'_>, planned: PlannedArgs) -> Result<(), CliError> {
    let plan = of_plan(render, planned.output.as_deref())?.planned()?;
    let shares = plan.status().map_err(CliError::of_share)?;
    if planned.json.json {
        for it in &shares {
            Event::Status {
                share: it.share(),
                state: &it.state().to_string(),
                finished: it.finished(),
                frames: it.frames(),
                seconds: it.seconds(),
                host: it.host(),
                message: it.message(),
            }
            .print();
        }
        return Ok(());
    }
    table(&shares).iter().for_each(|line| print(line));
    Ok(())
}

pub(super) fn merge(
    mut render: AnyRender<'_>,
    MergeArgs { wait, planned }: MergeArgs,
) -> Result<(), CliError> {
    render.plan.settings.ends_silently = true;
    if wait {
        wait_for(&render, planned.output.as_deref())?;
    }
    if planned.json.json {
        let merged = telling(of_plan(render, planned.output.as_deref())?)
            .planned()
            .and_then(AnyShares::merge);
        json::video(&merged.map_err(CliError::of_share)?);
    } else {
        let merged =
            of_plan(render, planned.output.as_deref())?.planned().and_then(AnyShares::merge);
        print(&merged.map_err(CliError::of_share)?.to_string());
    }
    Ok(())
}

/// So often it is looked whether the shares have come.
const LOOKED_EVERY: Duration = Duration::from_secs(5);

/// Waits until all shares are finished, or one will never be.
fn wait_for(render: &AnyRender<'_>, output: Option<&Path>) -> Result<(), CliError> {
    let folder = PartsFolder::of(output.unwrap_or(&render.plan.path));
    let running = Running::begin();
    loop {
        // whoever plans may be later
        if let Some(plan) = PlanFile::read(&folder)? {
            let shares = status_of_all(&folder, &plan).map_err(CliError::of_share)?;
            let is_done = |it: &ShareStatus| it.state() == ShareState::Done;
            if shares.iter().all(is_done)
                || shares.iter().any(|it| it.state() == ShareState::Failed)
            {
                return Ok(());
            }
        }
        let until = Instant::now() + LOOKED_EVERY;
        while Instant::now() < until {
            running.check(|| 0)?;
            thread::sleep(Duration::from_millis(50));
        }
    }
}

/// Tells the progress as JSON, and not on standard error.
pub(super) fn telling(render: AnyRender<'_>) -> AnyRender<'_> {
    let AnyRender { mut plan, source, listener } = render;
    plan.settings.shows_progress = false;
    AnyRender { plan, source, listener: Box::new(Telling { listener, told: None }) }
}

/// The render with the settings that its plan has.
pub(super) fn of_plan<'u>(
    mut render: AnyRender<'u>,
    output: Option<&Path>,
) -> Result<AnyRender<'u>> {
    if let Some(path) = output {
        render.plan.path = path.into();
    }
    if let Some(plan) = PlanFile::read(&PartsFolder::of(Path::new(&render.plan.path)))? {
        adopt(&mut render.plan.settings, &plan.video);
    }
    Ok(render)
}

/// What options may have said when it was planned. What cannot be read is found to differ.
fn adopt(settings: &mut Settings, video: &Map<String, Value>) {
    let text = |name: &str| video.get(name).and_then(Value::as_str);
    if let Some(fps) = text("fps").and_then(|text| args::rate(text).ok()) {
        settings.fps = fps;
    }
    settings.size = text("size").and_then(|text| args::size(text).ok()).or(settings.size);
    settings.dpi = text("dpi").and_then(|text| args::dpi(text).ok()).or(settings.dpi);
    if let Some(quality) = text("quality").and_then(|text| text.parse().ok()) {
        settings.quality = quality;
    }
    if let Some(range) = text("range").and_then(|text| text.parse().ok()) {
        settings.part.range = range;
    }
    settings.gop = video
        .get("gop")
        .and_then(Value::as_u64)
        .and_then(|gop| usize::try_from(gop).ok())
        .or(settings.gop);
    let step = video.get("step").and_then(|step| serde_json::from_value(step.clone()).ok());
    settings.part.step = step.unwrap_or(settings.part.step);
}

/// The number of the share, as the scheduler says it.
fn told_number() -> Result<usize, String> {
    let told = NUMBERS.into_iter().find_map(|name| Some((name, env::var(name).ok()?)));
    let Some((name, number)) = told else {
        let [slurm, kubernetes, batch] = NUMBERS;
        return Err(format!(
            "which share? allowed: its number, or {slurm}, {kubernetes} or {batch} in the environment"
        ));
    };
    number.trim().parse().map_err(|_| format!("{name} is `{number}`; allowed: a share's number"))
}

fn table(shares: &[ShareStatus]) -> Vec<String> {
    let width = shares.iter().map(|it| it.host().map_or(1, str::len)).max().unwrap_or(1).max(4);
    let head = format!(
        "{:>6}  {:8}  {:>15}  {:>9}  {:width$}",
        "share", "state", "frames", "seconds", "host"
    );
    let row = |it: &ShareStatus| {
        let frames = format!("{}/{}", it.finished(), it.frames());
        let (share, state, seconds) = (it.share(), it.state(), it.seconds());
        let (host, message) = (it.host().unwrap_or("-"), it.message().unwrap_or_default());
        let row = format!(
            "{share:>6}  {state:8}  {frames:>15}  {seconds:>9.1}  {host:width$}  {message}"
        );
        row.trim_end().to_owned()
    };
    std::iter::once(head.trim_end().to_owned()).chain(shares.iter().map(row)).collect()
}
