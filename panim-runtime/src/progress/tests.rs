use super::*;

fn silent() -> Settings {
    Settings { progress: ProgressMode::Never, ..Settings::default() }
}

/// So many frames encoded, after so many milliseconds.
fn progress(encoded: usize, total: Option<usize>, millis: u64) -> Progress {
    let elapsed = Duration::from_millis(millis);
    let rate = encoded as f64 / elapsed.as_secs_f64();
    let (stage, idle) = (Stage::Drawing(elapsed), Duration::ZERO);
    Progress { drawn: encoded, encoded, written: 0, total, elapsed, stage, rate, idle }
}

#[test]
fn it_reads_as_a_line() {
    let line = |encoded, total, millis| progress(encoded, total, millis).to_string();
    assert_eq!(line(60, Some(300), 2500), "60/300 frames, about 10 s left, 24 frames/s");
    assert_eq!(line(10, Some(3010), 10_000), "10/3010 frames, about 50 min left, 1.0 frames/s");
    assert_eq!(line(1, Some(241), 60_000), "1/241 frames, about 4.0 h left, 1.0 frames/min");
    assert_eq!(line(3, None, 2000), "3 frames, 1.5 frames/s");
    assert_eq!(line(0, Some(9), 5000), "0/9 frames, drawing (5 s)");
    let finishing = Progress { stage: Stage::Finishing, ..progress(1, Some(1), 100) };
    assert_eq!(finishing.to_string(), "1/1 frame, finishing the file");
}

#[test]
fn what_remains_is_known_with_a_total_and_some_frames() {
    let remaining = |encoded, total| progress(encoded, total, 1000).remaining();
    assert_eq!(remaining(10, Some(40)), Some(Duration::from_secs(3)));
    assert_eq!(remaining(50, Some(40)), Some(Duration::ZERO));
    assert_eq!([remaining(10, None), remaining(0, Some(40))], [None, None]);
}

#[test]
fn the_part_that_is_done_is_from_0_to_1() {
    let done = |encoded, total| progress(encoded, total, 1000).fraction();
    assert_eq!([done(0, Some(4)), done(1, Some(4)), done(9, Some(4))], [0.0, 0.25, 1.0].map(Some));
    assert_eq!(done(1, None), None);
    assert_eq!(progress(1, Some(4), 1000).percent(), Some(25.0));
}

#[test]
fn the_listener_hears_of_every_group_and_may_stop() {
    let mut stop_at_50 = Callback(|progress: Progress| match progress.written() {
        0..50 => ControlFlow::Continue(()),
        _ => ControlFlow::Break(()),
    });
    let mut reporter = Reporter::new(&silent(), Instant::now(), Some(90), &mut stop_at_50);
    assert!(reporter.wrote(30).is_continue());
    assert!(reporter.wrote(30).is_break());
    assert_eq!(reporter.written(), 60);
}

#[test]
fn the_listener_hears_of_frames_that_are_encoded() {
    let mut heard = 0;
    let mut count = Callback(|_: Progress| heard += 1);
    let mut reporter = Reporter::new(&silent(), Instant::now(), Some(90), &mut count);
    let counts = reporter.counts();
    for _ in 0..3 {
        counts.encoded(1);
        let _ = (reporter.look(), reporter.look());
    }
    assert_eq!(heard, 3);
}
