//! A video in shares, as schedulers run them.

use super::{Run, fails, said};
use serde_json::Value;
use std::fs;

fn json(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_planned_video_is_rendered_by_numbers_and_put_together() {
    let run = Run::new();
    run.succeeds("--fps 12.5 --size 320x200 --frames 5..=45 -o whole.mp4");
    let plan = "plan --tasks 3 --fps 12.5 --size 320x200 --frames 5..=45 -o a.mp4";
    let planned = run.succeeds(plan);
    assert_eq!(planned, "a.mp4: 41 frames in 4 groups, 3 shares, planned in a.mp4.parts\n");
    // the same once more changes nothing
    assert_eq!(run.succeeds(plan), planned);
    for (variable, value) in [
        ("SLURM_ARRAY_TASK_ID", "0"),
        ("JOB_COMPLETION_INDEX", "1"),
        ("AWS_BATCH_JOB_ARRAY_INDEX", "2"),
    ] {
        let output = run.run_with(variable, value, "shard -o a.mp4");
        let line = said(&output, variable);
        assert!(line.starts_with(&format!("share {value} of 3: frames ")), "{line}");
    }
    let table = run.succeeds("status -o a.mp4");
    let lines: Vec<Vec<_>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines[0], ["share", "state", "frames", "seconds", "host"]);
    assert_eq!(lines[1][..3], ["0", "done", "10/10"]);
    assert_eq!(lines.len(), 4);
    let line = run.succeeds("merge -o a.mp4");
    assert!(line.starts_with("a.mp4: 41 frames, 320x200, "), "{line}");
    assert_eq!(fs::read(run.path("a.mp4")).unwrap(), fs::read(run.path("whole.mp4")).unwrap());
    let mut names = run.names();
    names.sort();
    assert_eq!(names, ["a.mp4", "whole.mp4"]);
}

#[test]
fn other_programs_are_told_in_json() {
    let run = Run::new();
    let plan = &json(&run.succeeds("plan --tasks 4 --json"))[0];
    assert_eq!((&plan["event"], &plan["frames"]), (&"plan".into(), &60.into()));
    assert_eq!(plan["plan"], "wave.mp4.parts");
    let share = json(&run.succeeds("shard 2 --workers 1 --json"));
    let last = &share[share.len() - 1];
    assert_eq!((&last["event"], &last["share"]), (&"share".into(), &2.into()));
    assert_eq!((&last["first"], &last["frames"]), (&30.into(), &10.into()));
    let status = json(&run.succeeds("status --json"));
    let states: Vec<_> = status.iter().map(|it| it["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["waiting", "waiting", "done", "waiting"]);
    let output = run.run("merge --json");
    assert_eq!(output.status.code(), Some(75));
    let told = &json(&String::from_utf8(output.stdout).unwrap())[0];
    assert_eq!(told["message"], "wave.mp4.parts: shares 0-1,3 are not finished");
    for share in [0, 1, 3] {
        run.succeeds(&format!("shard {share}"));
    }
    let merged = json(&run.succeeds("merge --json"));
    assert_eq!(merged[merged.len() - 1]["event"], "video");
}

#[test]
fn the_exit_status_says_whether_another_attempt_may_work() {
    let run = Run::new();
    let ends = |arguments: &str, variable: &str, status, expected: &str| {
        let output = run.run_with(variable, "25", arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        let line = error.lines().last().unwrap_or_default();
        assert_eq!(output.status.code(), Some(status), "{arguments}: {error}");
        assert!(line.starts_with(&format!("Error: {expected}")), "{arguments}: {error}");
    };
    ends("shard 0", "NONE", 1, "wave.mp4.parts: it has no plan of shares; `plan --tasks N`");
    ends("merge", "NONE", 1, "wave.mp4.parts: it has no plan of shares");
    run.succeeds("plan --tasks 3");
    ends("shard", "NONE", 2, "which share? allowed: its number, or SLURM_ARRAY_TASK_ID, ");
    ends("shard", "SLURM_ARRAY_TASK_ID", 2, "shard: 25 given; allowed: 0 to 2");
    ends("shard 3", "NONE", 2, "shard: 3 given; allowed: 0 to 2");
    ends("--fps 60 shard 1", "NONE", 2, "`--fps` means nothing to the command `shard`");
    ends("merge", "NONE", 75, "wave.mp4.parts: shares 0-2 are not finished");
    ends("shard 1", "WAVE_FAILS", 1, "frame 25 failed: nothing to draw");
    ends(
        "merge",
        "NONE",
        1,
        "wave.mp4.parts: shares 0-2 are not finished; share 1: frame 25 failed",
    );
    let table = run.succeeds("status");
    assert!(
        table.contains("failed") && table.contains("frame 25 failed: nothing to draw"),
        "{table}"
    );
    ends(
        "plan --tasks 4",
        "NONE",
        1,
        "wave.mp4.parts: its parts are of another video: `tasks` is 3",
    );
    run.succeeds("plan --tasks 4 --fresh");
}

#[test]
fn a_render_goes_on_after_a_frame_that_failed() {
    let run = Run::new();
    run.succeeds("-o whole.mp4");
    let output = run.run_with("WAVE_FAILS", "55", "--resume");
    assert_eq!(output.status.code(), Some(1));
    assert!(run.path("wave.mp4.parts/plan.json").exists());
    // it is not looked at the frames that are there
    let line = said(&run.run_with("WAVE_PANICS", "3", "--resume"), "--resume");
    assert!(line.starts_with("wave.mp4: 60 frames"), "{line}");
    assert_eq!(fs::read(run.path("wave.mp4")).unwrap(), fs::read(run.path("whole.mp4")).unwrap());
    assert!(!run.path("wave.mp4.parts").exists());
}

#[test]
fn parameters_that_have_become_fewer_are_no_other_video() {
    for fewer in ["59", "55", "50", "31", "1"] {
        let run = Run::new();
        let with = |frames, arguments: &str| {
            let mut command = run.command(arguments);
            command.env("WAVE_UNCOUNTED", "1").env("WAVE_FRAMES", frames).output().unwrap()
        };
        said(&with("60", "plan --tasks 3"), "plan");
        for share in 0..3 {
            with(fewer, &format!("shard {share}"));
        }
        let output = with(fewer, "merge");
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{error}");
        let expected = format!("60 frames were planned, and there are {fewer}");
        assert!(error.contains(&expected), "{fewer}: {error}");
        assert!(!run.path("wave.mp4").exists());
        // and with all of them the shares that were not whole are rendered again
        for share in 0..3 {
            said(&with("60", &format!("shard {share}")), "shard");
        }
        said(&with("60", "merge"), "merge");
        run.succeeds("-o whole.mp4");
        let read = |name| fs::read(run.path(name)).unwrap();
        assert!(read("wave.mp4") == read("whole.mp4"), "{fewer}");
    }
}

#[test]
fn what_has_become_of_a_plan_is_told() {
    let run = Run::new();
    let line = run.succeeds("plan --tasks 9 --gop 30");
    assert!(line.contains("in 2 groups, 9 shares (7 of them without frames: "), "{line}");
    for share in 0..9 {
        run.succeeds(&format!("shard {share}"));
    }
    run.succeeds("merge");
    for command in ["merge", "status", "shard 1"] {
        let line = fails(&run.run(command), 1);
        assert!(line.contains("no plan of shares (wave.mp4 is there, "), "{command}: {line}");
    }
}
