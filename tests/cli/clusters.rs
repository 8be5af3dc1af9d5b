//! The commands that hand shares to a cluster, before a stand-in for its submit command.

use super::{Run, fails, said, text};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    process::{Command, Output},
};

/// Keeps the options and the script that it is given, and prints a number, as sbatch does.
const SBATCH: &str = r##"#!/bin/sh
n=$(( $(ls | grep -c '^job-') + 1 ))
{ echo "# $*"; cat; } > "job-$n"
echo "$n;cluster"
"##;

/// A cluster whose jobs are run by hand.
struct Cluster(Run);

impl Cluster {
    fn new() -> Self {
        Self::with(SBATCH)
    }

    fn with(sbatch: &str) -> Self {
        let run = Run::new();
        let path = run.path("bin/sbatch");
        fs::create_dir(run.path("bin")).unwrap();
        fs::write(&path, sbatch).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        Self(run)
    }

    fn command(&self, mut command: Command) -> Command {
        let own = std::env::var("PATH").unwrap_or_default();
        command.env("PATH", format!("{}:{own}", self.0.path("bin").display()));
        command
    }

    fn run(&self, arguments: &str) -> Output {
        self.command(self.0.command(arguments)).output().unwrap()
    }

    fn job(&self, number: usize) -> String {
        fs::read_to_string(self.0.path(&format!("job-{number}"))).unwrap()
    }

    /// Runs a job's script, with these variables.
    fn start(&self, number: usize, variables: &[(&str, &str)]) -> Output {
        let mut shell = self.command(Command::new("sh"));
        shell.arg(format!("job-{number}")).current_dir(self.0.path(""));
        shell.envs(variables.iter().copied()).output().unwrap()
    }

    fn start_share(&self, number: usize, share: &str) -> Output {
        self.start(number, &[("SLURM_ARRAY_TASK_ID", share), ("SLURM_CPUS_PER_TASK", "1")])
    }
}

#[test]
fn shares_and_what_is_missing_are_submitted_to_slurm() {
    let cluster = Cluster::new();
    cluster.0.succeeds("-o whole.mp4 --gop 12");
    let submit = "slurm --tasks 4 --cpus 1 --time 5 -o a.mp4 --gop 12 -- --partition=short -A x";
    let lines = said(&cluster.run(submit), submit);
    let lines: Vec<_> = lines.lines().collect();
    assert_eq!(lines[0], "a.mp4: 60 frames in 5 groups, 4 shares, planned in a.mp4.parts");
    assert_eq!(lines[1..3], ["job 1: 4 shares", "job 2: the video, when they have ended"]);
    assert!(lines[3].starts_with("`squeue -j 1,2` and `"), "{}", lines[3]);
    let [shares, merge] = [1, 2].map(|job| cluster.job(job));
    for line in [
        "# --parsable",
        "#SBATCH --array=0-3",
        "#SBATCH --requeue",
        "#SBATCH --cpus-per-task=1",
        "#SBATCH --time=5",
        "#SBATCH --output=a.mp4.logs/%A_%a.log",
        "#SBATCH --partition=short -A x",
    ] {
        assert!(shares.lines().any(|it| it == line), "{line}: {shares}");
    }
    assert!(merge.starts_with("# --parsable --dependency=afterany:1\n"), "{merge}");
    assert!(merge.contains("#SBATCH --partition=short -A x\n"), "{merge}");

    // share 2 is killed, so to say
    for share in ["3", "0", "1"] {
        assert!(cluster.start_share(1, share).status.success());
    }
    let line = said(&cluster.start(2, &[]), "merge");
    assert_eq!(
        line,
        "share 2 is not finished: submitted again, 1 of 3 times, as job 3, and job 4 for the video\n"
    );
    assert!(cluster.job(3).contains("#SBATCH --array=2\n"), "{}", cluster.job(3));
    assert!(cluster.job(4).starts_with("# --parsable --dependency=afterany:3\n"));
    assert!(cluster.start_share(3, "2").status.success());
    let line = said(&cluster.start(4, &[]), "merge");
    assert!(line.starts_with("a.mp4: 60 frames, "), "{line}");
    let read = |name| fs::read(cluster.0.path(name)).unwrap();
    assert!(read("a.mp4") == read("whole.mp4"));
    assert!(!cluster.0.path("a.mp4.parts").exists());
    // a job that Slurm begins again has nothing to do
    assert_eq!(said(&cluster.start(4, &[]), "merge"), "a.mp4: it is put together already\n");
}

#[test]
fn what_stays_missing_is_listed_in_the_end() {
    let cluster = Cluster::new();
    said(&cluster.run("slurm --tasks 12 --gop 5 --at-once 3"), "slurm");
    assert!(cluster.job(1).contains("#SBATCH --array=0-11%3\n"), "{}", cluster.job(1));
    cluster.start_share(1, "0");
    for job in [2, 4, 6] {
        let line = said(&cluster.start(job, &[]), "merge");
        let again = cluster.job(job + 1);
        assert!(again.contains("#SBATCH --array=1-11%3\n"), "{again}");
        assert!(line.starts_with("shares 1-11 are not finished: submitted again, "), "{line}");
    }
    let line = fails(&cluster.start(8, &[]), 75);
    assert_eq!(line, "Error: wave.mp4.parts: shares 1-11 are not finished");
    assert!(!cluster.0.path("job-9").exists());
}

#[test]
fn a_frame_that_fails_is_not_submitted_again() {
    let cluster = Cluster::new();
    said(&cluster.run("slurm --tasks 2"), "slurm");
    cluster.start_share(1, "0");
    let failed = [("SLURM_ARRAY_TASK_ID", "1"), ("WAVE_FAILS", "40")];
    assert_eq!(cluster.start(1, &failed).status.code(), Some(1));
    let line = fails(&cluster.start(2, &[]), 1);
    let expected = "Error: wave.mp4.parts: share 1 is not finished; share 1: frame 40 failed: ";
    assert!(line.starts_with(expected), "{line}");
    assert!(!cluster.0.path("job-3").exists());
}

#[test]
fn a_programs_own_options_are_given_to_its_jobs() {
    let cluster = Cluster::new();
    let submit = "--speed 3 slurm --tasks 2 --dry-run -o a.mp4";
    let mut command = cluster.command(cluster.0.command(submit));
    let scripts = said(&command.env("WAVE_OPTIONS", "1").output().unwrap(), submit);
    let calls: Vec<_> = scripts.lines().filter(|line| line.starts_with("exec ")).collect();
    assert_eq!(calls.len(), 2, "{scripts}");
    assert!(calls[0].ends_with("/wave --speed 3 shard -o a.mp4"), "{}", calls[0]);
    assert!(
        calls[1].ends_with("/wave --speed 3 slurm --merge 0 -o a.mp4 --tasks 2"),
        "{}",
        calls[1]
    );
    let submit = "--speed 3 kubernetes --image it --claim pvc --tasks 2";
    let mut command = cluster.0.command(submit);
    let jobs = said(&command.env("WAVE_OPTIONS", "1").output().unwrap(), submit);
    assert!(jobs.contains(r#"args: ["--speed", "3", "shard", "-o", "wave.mp4"]"#), "{jobs}");
    // nothing but the stand-in is left
    assert_eq!(cluster.0.names(), ["bin"]);
}

#[test]
fn a_cluster_that_refuses_is_told_in_one_line() {
    let refuses =
        "#!/bin/sh\ncat > /dev/null\necho 'sbatch: error: invalid partition' >&2\nexit 1\n";
    let cluster = Cluster::with(refuses);
    let line = fails(&cluster.run("slurm --tasks 2"), 1);
    assert_eq!(line, "Error: sbatch: nothing was submitted: invalid partition");
    assert!(!cluster.0.path("wave.mp4.parts").exists());

    let run = Run::new();
    let fails_with = |arguments: &str, expected: &str| {
        let output = run.command(arguments).env("PATH", "").output().unwrap();
        let line = fails(&output, 2);
        assert!(line.contains(expected), "{arguments}: {line}");
    };
    fails_with("slurm --tasks 2", "slurm: there is no `sbatch` here");
    fails_with("slurm --tasks 0", "--tasks");
    fails_with("--fps 60 slurm --tasks 2", "`--fps` means nothing to the command `slurm`");
    fails_with("slurm --tasks 2 --workers 3", "`--workers` means nothing to the command `slurm`");
    fails_with("slurm --tasks 2 --time", "--time");
    fails_with("slurm --tasks 2 -- --array=0-1%1", "`--array=0-1%1` behind `--`: ");
    fails_with("kubernetes --tasks 2 --image it", "--claim");
    let kubernetes = "kubernetes --tasks 2 --image it --claim pvc";
    fails_with(&format!("{kubernetes} --name A_b"), "--name: `A_b` given; allowed: ");
    fails_with(&format!("{kubernetes} --fresh"), "`--fresh` means nothing");
    for path in ["/tmp/a.mp4", "../a.mp4", "a/../../b.mp4"] {
        fails_with(&format!("{kubernetes} -o {path}"), "allowed: a path below the claim's folder");
    }
    fails_with("kubernetes --tasks 2 --image it --claim A_b", "--claim: `A_b` given; allowed: ");
    assert!(run.names().is_empty(), "{:?}", run.names());
}

#[test]
fn a_merge_can_wait_for_shares() {
    let run = Run::new();
    run.succeeds("plan --tasks 2");
    run.succeeds("shard 0");
    let mut merge = run.command("merge --wait").spawn().unwrap();
    run.succeeds("shard 1");
    assert!(merge.wait().unwrap().success());
    assert!(run.path("wave.mp4").exists());

    run.succeeds("plan --tasks 2");
    let output = run.run_with("WAVE_FAILS", "40", "shard 1");
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let line = fails(&run.run("merge --wait"), 1);
    assert!(line.contains("share 1: frame 40 failed"), "{line}");
}
