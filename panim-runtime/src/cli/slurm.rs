//! The command `slurm`: a job for each share, and one that puts them together.
//!
//! Slurm schedules and starts again what was killed. What is left to do here is to write two scripts, and, in
//! the second job, to submit again what is missing.

use super::{
    CliError,
    args::SlurmArgs,
    invocation::{self, Invocation},
    json::{self, Event},
    print, shares,
};
use crate::{
    Error,
    erased::AnyRender,
    error::shares_are,
    render::AnyShares,
    segments::{PartsFolder, PlanFile},
    video::counted,
};
use std::{
    fs,
    io::{self, Write},
    path::Path,
    process::{Command, Stdio},
};

/// So often what is missing is submitted again.
const ATTEMPTS: u32 = 3;

pub(super) fn obey(render: AnyRender<'_>, args: SlurmArgs) -> Result<(), CliError> {
    match args.merge {
        Some(attempt) => merge(render, &args, attempt),
        None => submit(render, args),
    }
}

/// Plans, and submits all shares.
fn submit(render: AnyRender<'_>, args: SlurmArgs) -> Result<(), CliError> {
    let (tasks, is_json) = (args.tasks.get(), args.render.json.json);
    let output = args.render.output.clone().unwrap_or_else(|| render.plan.path.clone());
    let jobs = Jobs::new(&args, &output)?;
    let all = format!("0-{}", tasks - 1);
    if args.dry_run {
        print(&format!("{}\n{}", jobs.shards(&all), jobs.merge(0)));
        return Ok(());
    }
    let render = render.described(args.render.clone())?;
    let planned = shares::Planned::of(&render.plan_only(tasks).map_err(CliError::of_part)?);
    let [shards, merge] = jobs.submit(&all, 0).inspect_err(|_| {
        PartsFolder::of(&output).remove_if_useless();
    })?;
    if is_json {
        Event::Slurm { path: &jobs.output, tasks, shards: &shards, merge: &merge }.print();
        return Ok(());
    }
    print(&planned.line(&output));
    print(&format!("job {shards}: {}", counted(tasks, "share")));
    print(&format!("job {merge}: the video, when they have ended"));
    print(&format!(
        "`squeue -j {shards},{merge}` and `{} -o {}` say how far they are; what they print is in {}",
        quoted_all([jobs.program.path.as_str(), "status"]),
        quoted(&jobs.output),
        jobs.logs(),
    ));
    Ok(())
}

/// Puts the video together, or submits what is missing again.
fn merge(render: AnyRender<'_>, args: &SlurmArgs, attempt: u32) -> Result<(), CliError> {
    let output = args.render.output.clone().unwrap_or_else(|| render.plan.path.clone());
    let folder = PartsFolder::of(&output);
    if PlanFile::read(&folder)?.is_none() && folder.video().is_file() {
        // a job that Slurm has begun again, or another one of the same video
        print(&format!("{}: it is put together already", output.display()));
        return Ok(());
    }
    let mut render = shares::of_plan(render, Some(&output))?;
    render.plan.settings.ends_silently = true;
    match render.planned().and_then(AnyShares::merge) {
        Ok(video) if args.render.json.json => json::video(&video),
        Ok(video) => print(&video.to_string()),
        Err(Error::Missing { shares, failed, .. }) if failed.is_empty() && attempt < ATTEMPTS => {
            let [shards, merge] = Jobs::new(args, &output)?.submit(&shares, attempt + 1)?;
            print(&format!(
                "{} not finished: submitted again, {} of {ATTEMPTS} times, as job {shards}, and job \
                 {merge} for the video",
                shares_are(&shares),
                attempt + 1
            ));
        }
        Err(error) => return Err(CliError::of_share(error)),
    }
    Ok(())
}

/// Both jobs of a video.
struct Jobs<'a> {
    program: Invocation,
    args: &'a SlurmArgs,
    output: String,
}

impl<'a> Jobs<'a> {
    fn new(args: &'a SlurmArgs, output: &Path) -> Result<Self, CliError> {
        let output = invocation::text(output.into())?;
        // a later option of sbatch counts, and would take the place of these
        let is_own = |option: &&String| {
            ["--array", "--dependency", "-a", "-d"].iter().any(|own| option.starts_with(own))
        };
        if let Some(option) = args.sbatch.iter().find(is_own) {
            return Err(CliError::Usage(format!(
                "`{option}` behind `--`: which shares are jobs, and what waits for what, is said by `slurm` \
                 itself; `--at-once` says how many run at the same time"
            )));
        }
        Ok(Self { program: Invocation::of_command("slurm")?, args, output })
    }

    /// The folder for what they print.
    fn logs(&self) -> String {
        format!("{}.logs", self.output)
    }

    /// The script of the shares with these numbers: `3,7-9`.
    fn shards(&self, numbers: &str) -> String {
        let cpus = self.args.cpus.map(|cpus| format!("--cpus-per-task={cpus}"));
        let at_once = self.args.at_once.map_or_else(String::new, |most| format!("%{most}"));
        let own = [Some(format!("--array={numbers}{at_once}")), cpus];
        let name = self.program.name();
        let words = self.program.arguments(["shard", "-o", &self.output]);
        self.script(name, "%A_%a", own.into_iter().flatten(), words)
    }

    /// The script of the job that waits for them.
    fn merge(&self, attempt: u32) -> String {
        let SlurmArgs { tasks, cpus, time, at_once, sbatch, .. } = self.args;
        let [attempt, tasks] = [attempt.to_string(), tasks.to_string()];
        let cpus = cpus.map(|cpus| cpus.to_string());
        let mut words = vec!["slurm", "--merge", &attempt, "-o", &self.output, "--tasks", &tasks];
        words.extend(cpus.iter().flat_map(|cpus| ["--cpus", cpus]));
        words.extend(time.iter().flat_map(|time| ["--time", time]));
        let at_once = at_once.map(|most| most.to_string());
        words.extend(at_once.iter().flat_map(|most| ["--at-once", most]));
        if !sbatch.is_empty() {
            words.push("--");
            words.extend(sbatch.iter().map(String::as_str));
        }
        let name = format!("{}-merge", self.program.name());
        self.script(&name, "%j", [], self.program.arguments(words))
    }

    fn script<'w>(
        &'w self,
        name: &str,
        log: &str,
        own: impl IntoIterator<Item = String>,
        words: impl Iterator<Item = &'w str>,
    ) -> String {
        let log = format!("{}/{log}.log", self.logs().replace('%', "%%"));
        let mut options = vec![
            format!("--job-name={}", quoted(name)),
            format!("--output={}", quoted(&log)),
            "--open-mode=append".into(),
            "--requeue".into(),
            "--ntasks=1".into(),
        ];
        options.extend(own);
        options.extend(self.args.time.iter().map(|time| format!("--time={}", quoted(time))));
        let extra: Vec<_> = self.args.sbatch.iter().map(|option| quoted(option)).collect();
        options.extend(Some(extra.join(" ")).filter(|extra| !extra.is_empty()));
        let options: String = options.iter().map(|option| format!("#SBATCH {option}\n")).collect();
        let path = std::iter::once(self.program.path.as_str());
        format!("#!/bin/sh\n{options}exec {}\n", quoted_all(path.chain(words)))
    }

    /// Submits both: their numbers.
    fn submit(&self, numbers: &str, attempt: u32) -> Result<[String; 2], CliError> {
        let logs = self.logs();
        fs::create_dir_all(&logs).map_err(|source| failed(&logs, source))?;
        let submitted = sbatch(&[], &self.shards(numbers)).and_then(|shards| {
            let after = format!("--dependency=afterany:{shards}");
            let merge = sbatch(&[&after], &self.merge(attempt)).inspect_err(|_| {
                // nobody would put together what they render
                let _ = Command::new("scancel").arg(&shards).status();
            })?;
            Ok([shards, merge])
        });
        if submitted.is_err() {
            // stays if anything is in it
            let _ = fs::remove_dir(&logs);
        }
        submitted
    }
}

fn failed(path: &str, source: io::Error) -> Error {
    Error::File { path: path.into(), source }
}

/// Submits a script: the job's number.
fn sbatch(options: &[&str], script: &str) -> Result<String, CliError> {
    let run = || {
        let mut command = Command::new("sbatch");
        command.arg("--parsable").args(options);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        // what it refuses it says, and why, in the end
        let _ = child.stdin.take().map(|mut input| input.write_all(script.as_bytes()));
        child.wait_with_output()
    };
    let output = run().map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => CliError::Usage(
            "slurm: there is no `sbatch` here; run it on a machine that submits jobs, or see both \
             scripts with `--dry-run`"
                .into(),
        ),
        _ => CliError::Error(failed("sbatch", source)),
    })?;
    let said = String::from_utf8_lossy(&output.stdout);
    let number = said.trim().split(';').next().unwrap_or_default();
    if output.status.success() && !number.is_empty() {
        return Ok(number.to_owned());
    }
    let why = String::from_utf8_lossy(&output.stderr);
    let why = why.lines().map(|line| {
        let line = line.trim().trim_start_matches("sbatch: ");
        line.trim_start_matches("error: ").trim_start_matches("fatal: ")
    });
    let why: Vec<_> = why.filter(|line| !line.is_empty()).collect();
    let why = format!("nothing was submitted: {}", why.join("; "));
    Err(CliError::Error(failed("sbatch", io::Error::other(why))))
}

/// As one word of a shell, and of the options in a job script.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-./=,:+@%^".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

fn quoted_all<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    words.into_iter().map(quoted).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn words_are_quoted_for_a_shell() {
        assert_eq!(quoted("--partition=short"), "--partition=short");
        assert_eq!(quoted("a b"), "'a b'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(""), "''");
    }

    #[cfg(unix)]
    #[test]
    fn a_shell_reads_what_was_quoted() {
        let words = ["a b", "it's $HOME `x`", "\\", "*", "é"];
        let mut shell = Command::new("sh");
        let command = format!("printf '%s\\n' {}", quoted_all(words));
        let said = shell.arg("-c").arg(command).output().unwrap().stdout;
        assert_eq!(String::from_utf8(said).unwrap().lines().collect::<Vec<_>>(), words);
    }
}
