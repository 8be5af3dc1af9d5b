//! What fails: with which status, and in which words.

use super::*;

#[test]
fn what_fails_ends_with_1_and_one_line() {
    let run = Run::new();
    let line = fails(&run.run_with("WAVE_FAILS", "7", ""), 1);
    assert_eq!(line, "Error: frame 7 failed: nothing to draw at 0.700");
    // in a part as well, under the number that it has in the whole
    let line = fails(&run.run_with("WAVE_FAILS", "47", "--frames 40.. --workers 2"), 1);
    assert_eq!(line, "Error: frame 47 failed: nothing to draw at 4.700");
    let line = fails(&run.run_with("WAVE_FAILS", "47", "still 47"), 1);
    assert_eq!(line, "Error: frame 47 failed: nothing to draw at 4.700");
    let line = fails(&run.run_with("WAVE_FAILS", "4", "sheet --frames 2..9"), 1);
    assert_eq!(line, "Error: frame 4 failed: nothing to draw at 0.400");
    // whose limits the others need
    let line = fails(&run.run_with("WAVE_FAILS", "0", "--frames 40.. --workers 2"), 1);
    assert_eq!(line, "Error: frame 0 failed: nothing to draw at 0.000");
    let output = run.run_with("WAVE_PANICS", "5", "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).ends_with("Error: frame 5 panicked: no phase 0.500\n"));
    let line = fails(&run.run("inspect nowhere.mp4"), 1);
    assert!(line.starts_with("Error: nowhere.mp4: "), "{line}");
    assert!(run.names().is_empty());
}

#[test]
fn what_cannot_be_used_ends_with_2_and_one_line() {
    let run = Run::new();
    for (arguments, expected) in [
        (
            "--frame 3",
            "unexpected argument '--frame' found; tip: a similar argument exists: '--frames'",
        ),
        ("--fps 0", "invalid value '0' for '--fps <RATE>': allowed: 1/1000 to 1000"),
        (
            "--frames 0..90",
            "--frames: `0..90` given; allowed: within 0..60, as there are 60 frames",
        ),
        ("--frames 60..", "--frames: `60..` given; allowed: within 0..60"),
        ("--frames 9..=8", "--frames: `9..=8` given; there is no frame in it"),
        ("-o a.avi", "--output: `a.avi` ends in `.avi`; allowed: .mp4"),
        ("--size 8x8", "--size: 8x8 pixels: a side must be at least 16 pixels"),
        ("still", "the following required arguments were not provided: <FRAME>"),
        ("still 60", "no frame 60: the parameters end after 60"),
        ("still 2s", "no frame 60: the parameters end after 60"),
        ("still 3 -o a.gif", "--output: `a.gif` given; allowed: a name ending in .png or .svg"),
        ("still 3 --quality 3", "unexpected argument '--quality' found"),
        ("--quality 3 still 3", "`--quality` means nothing to the command `still`"),
        ("sheet -o a.svg", "--output: `a.svg` given; allowed: a name ending in .png"),
        ("sheet --columns 0", "invalid value '0' for '--columns <N>'"),
        ("pictures", "unrecognized subcommand 'pictures'"),
    ] {
        let line = fails(&run.run(arguments), 2);
        let line = line.strip_prefix("Error: ").unwrap();
        assert!(
            line.starts_with(expected) && line.ends_with("; see `--help`"),
            "{arguments}: {line}"
        );
    }
    let output = run.run_with("WAVE_UNCOUNTED", "1", "--frames 0..90");
    assert!(fails(&output, 2).contains("as there are 60 frames"));
    assert!(run.names().is_empty());
}

#[test]
fn warnings_are_seen_once_by_a_person() {
    let run = Run::new();
    for arguments in ["", "--workers 2", "--json", "still 4", "sheet --frames ..4"] {
        let output = run.run_with("WAVE_WARNS", "1", arguments);
        let stderr = text(&output.stderr);
        let warnings = stderr.matches("panim: warning: Axes, `set_xlim`: equal limits").count();
        assert!(output.status.success() && warnings == 1, "{arguments}: {stderr}");
        assert_eq!(stderr.lines().count(), 1);
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_with_130_and_leaves_nothing() {
    for (signal, status) in [("INT", 130), ("TERM", 143)] {
        for arguments in ["--json --workers 2", "sheet --rows 10"] {
            let run = Run::new();
            let child = run
                .command(arguments)
                .env("WAVE_SLEEPS", "100")
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            std::thread::sleep(std::time::Duration::from_millis(700));
            let kill = ["-s", signal, &child.id().to_string()].map(str::to_owned);
            assert!(Command::new("kill").args(kill).status().unwrap().success());
            let output = child.wait_with_output().unwrap();
            if is_ignored(signal) {
                continue;
            }
            assert_eq!(output.status.code(), Some(status), "{output:?}");
            let line = text(&output.stderr);
            assert!(line.starts_with(&format!("Error: interrupted by SIG{signal}")), "{line}");
            assert_eq!(line.lines().count(), 1);
            assert!(run.names().is_empty());
        }
    }
}

/// Was this process started with the signal ignored, as in the background or by `nohup`? Then it stays
/// ignored.
#[cfg(unix)]
fn is_ignored(signal: &str) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let number = if signal == "INT" { 2 } else { 15 };
    mask.is_some_and(|mask| u64::from_str_radix(mask.trim(), 16).unwrap() >> (number - 1) & 1 == 1)
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let run = Run::new();
    let mut child = run.command("--json").stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
    assert!(Path::new(&run.path("wave.mp4")).exists());
}
