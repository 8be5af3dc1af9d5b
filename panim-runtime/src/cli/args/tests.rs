#![allow(clippy::unwrap_used)]
use super::*;
use crate::cli::help::tests::parse;

fn command(arguments: &[&str]) -> Command {
    parse(arguments).unwrap().command().unwrap()
}

#[test]
fn options_are_read_with_the_command_or_without() {
    let all = [
        "-o",
        "a.mp4",
        "--fps",
        "60",
        "--size",
        "1920x1080",
        "--dpi",
        "50",
        "--quality",
        "24",
        "--workers",
        "-2",
        "--frames",
        "0..90",
        "--every",
        "3",
        "--draft",
        "--json",
    ];
    for (before, after) in [(&["render"][..], &all[..]), (&all, &["render"]), (&all, &[])] {
        let Command::Render(it) = command(&[before, after].concat()) else { panic!() };
        assert_eq!(it.output, Some("a.mp4".into()));
        assert_eq!(it.rate.fps, Some(60.into()));
        assert_eq!((it.look.size, it.look.dpi), (Some((1920, 1080)), Some(50.0)));
        assert_eq!((it.quality, it.workers.workers), (Some(24), Some(-2)));
        assert_eq!(it.chosen.frames.unwrap().to_string(), "0..90");
        assert!(it.draft && it.every.unwrap().get() == 3 && it.json.json);
    }
    let Command::Render(it) = command(&[]) else { panic!() };
    assert!(it.output.is_none() && it.rate.fps.is_none() && !it.draft);
}

#[test]
fn each_command_takes_its_own() {
    let Command::Still(it) = command(&["--fps", "24", "still", "1.5s", "-o", "a.svg"]) else {
        panic!()
    };
    assert_eq!((it.at, it.output), ("1.5s".parse().unwrap(), Some("a.svg".into())));
    assert_eq!(it.rate.fps, Some(24.into()));
    let Command::Sheet(it) = command(&["sheet", "--columns", "3", "--frames", "..50%"]) else {
        panic!()
    };
    assert_eq!((it.columns.get(), it.rows.get(), it.output), (3, 4, "sheet.png".into()));
    assert!(matches!(command(&["inspect", "a.mp4"]), Command::Inspect(_)));
    assert!(matches!(command(&["completions", "zsh"]), Command::Completions { .. }));
    let error = parse(&["--quality", "3", "still", "1"]).unwrap().command().unwrap_err();
    assert_eq!(error, "`--quality` means nothing to the command `still`");
}

#[test]
fn rates_are_kept_exact() {
    assert_eq!(rate("29.97").unwrap(), Fps::from((30_000, 1001)));
    assert_eq!(rate("30000/1001").unwrap(), Fps::from((30_000, 1001)));
    for wrong in ["0", "-3", "x", "30/0", "1/1001", "inf", "nan", "1e9", "3/x", ""] {
        assert!(rate(wrong).unwrap_err().starts_with("allowed: 1/1000 to 1000"), "{wrong}");
    }
}

#[test]
fn bad_values_are_told_with_the_option_and_what_is_allowed() {
    for (arguments, option, allowed) in [
        (["--size", "640"], "--size <WIDTHxHEIGHT>", "such as 1920x1080"),
        (["--size", "0x480"], "--size", "such as 1920x1080"),
        (["--dpi", "0"], "--dpi <DPI>", "a number above 0"),
        (["--dpi", "nan"], "--dpi", "a number above 0"),
        (["--quality", "52"], "--quality <0..51>", "not in 0..=51"),
        (["--workers", "0"], "--workers <N>", "-1 for all cores"),
        (["--workers", "1025"], "--workers", "1 to 1024"),
        (["--every", "0"], "--every <N>", "zero"),
        (["--frames", "30"], "--frames <RANGE>", "a range such as 0..90"),
        (["still", "x"], "<FRAME>", "a time such as 1.5s"),
    ] {
        let error = crate::cli::usage::line(&parse(&arguments).unwrap_err());
        assert!(error.contains(option) && error.contains(allowed), "{error}");
    }
}
