//! What it says of itself and of files: help, completions, and what a video is.

use super::*;

#[test]
fn help_shows_the_programs_own_defaults() {
    let run = Run::new();
    let help = run.succeeds("--help");
    assert!(help.lines().all(|line| line.len() <= 100), "{help}");
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "Draw the animation Wave and write wave.mp4",
        "Usage: wave [OPTIONS] [COMMAND]",
        "[default: 30]",
        "[default: wave.mp4]",
        "[default: -1, here",
        "Exit status:",
        "still",
        "completions",
    ] {
        assert!(help.contains(expected), "{expected}: {help}");
    }
    assert!(run.succeeds("still --help").contains("a time (1.5s)"));
    assert!(run.names().is_empty());
}

#[test]
fn shells_complete_it() {
    let run = Run::new();
    for (shell, expected) in
        [("bash", "--frames"), ("zsh", "#compdef wave"), ("fish", "complete -c wave")]
    {
        let script = run.succeeds(&format!("completions {shell}"));
        assert!(script.contains(expected), "{shell}: {script}");
    }
}

#[test]
fn a_video_says_what_it_is() {
    let run = Run::new();
    run.succeeds("");
    let text = run.succeeds("inspect wave.mp4");
    for expected in [
        "wave.mp4: MP4, ",
        "size       160x120",
        "frames     60, 30 per second, 2.00 s",
        "keyframes  6",
        "codec      H.264 High",
        "BT.601, limited range",
        "in front",
    ] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
    for (name, expected) in [
        (
            "a.gif",
            [
                "a.gif: GIF, ",
                "frames     60, 30.00 per second on average, 2.00 s",
                "plays      for ever",
            ],
        ),
        (
            "a.png",
            [
                "a.png: animated PNG, ",
                "frames     60, 30 per second, 2.00 s",
                "plays      for ever",
            ],
        ),
    ] {
        run.succeeds(&format!("-o {name}"));
        let text = run.succeeds(&format!("inspect {name}"));
        for expected in expected.into_iter().chain(["size       160x120"]) {
            assert!(text.contains(expected), "{expected}: {text}");
        }
        let whole = fs::read(run.path(name)).unwrap();
        for cut in (10..whole.len()).step_by(whole.len() / 20) {
            fs::write(run.path(name), &whole[..cut]).unwrap();
            let line = fails(&run.run(&format!("inspect {name}")), 1);
            assert!(
                line.contains("cannot be read as ") && line.ends_with("it is cut short"),
                "{line}"
            );
        }
    }
    let whole = fs::read(run.path("wave.mp4")).unwrap();
    let inspected = |bytes: &[u8]| {
        fs::write(run.path("broken.mp4"), bytes).unwrap();
        run.run("inspect broken.mp4")
    };
    for broken in [&b""[..], b"not a video", &whole[..8], &whole[..whole.len() / 2], &whole[..500]]
    {
        let line = fails(&inspected(broken), 1);
        assert!(line.starts_with("Error: broken.mp4: cannot be read as MP4: "), "{line}");
    }
    // whatever stands in it, it ends
    for at in (8..700).step_by(3) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xff;
        assert!(inspected(&bytes).status.code().is_some_and(|code| code < 2), "byte {at}");
    }
}
