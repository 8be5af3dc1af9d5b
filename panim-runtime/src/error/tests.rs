use super::*;

/// One of each, with causes that have causes.
fn all() -> Vec<Error> {
    #[derive(Debug)]
    struct Wrapped(io::Error);
    impl fmt::Display for Wrapped {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the data are missing")
        }
    }
    impl StdError for Wrapped {
        fn source(&self) -> Option<&(dyn StdError + 'static)> {
            Some(&self.0)
        }
    }
    let system = || io::Error::other("nothing there");
    let boxed = || BoxError::from(Wrapped(system()));
    let wrapped = || io::Error::other(Wrapped(system()));
    let text = || String::from("something");
    let no_color = "bleu".parse::<panim_figure::Color>();
    vec![
        Error::argument("fps", "something"),
        Error::Setup { source: boxed() },
        Error::SetupPanicked { message: text() },
        Error::SizesDiffer { one: (1, 2), other: (3, 4) },
        Error::Frame { frame: 3, source: boxed() },
        Error::Frame {
            frame: 3,
            source: Error::File { path: "a.mp4".into(), source: wrapped() }.into(),
        },
        Error::FramePanicked { frame: 3, message: text() },
        Error::Params { at: text(), message: text() },
        Error::NoFrames,
        Error::NoSuchFrame { frame: 3, frames: 2 },
        Error::Cancelled { written: 3, reason: None },
        Error::Cancelled { written: 3, reason: Some(boxed()) },
        Error::Interrupted { signal: "SIGINT", written: 3 },
        Error::File { path: "a.mp4".into(), source: wrapped() },
        Error::Missing {
            path: "a.mp4.parts".into(),
            shares: "3".into(),
            failed: Vec::new(),
            stale: Vec::new(),
        },
        Error::Parts { path: "a.mp4.parts".into(), message: "of another video".into() },
        Error::NotInPlace { path: "a.mp4".into(), kept: "a-1.mp4".into(), source: wrapped() },
        Error::Encoder { message: text() },
        Error::Gpu { message: text() },
        Error::Thread { source: wrapped() },
        Error::from(panim_figure::date(2026, 13, 1).expect_err("no such month")),
        Error::from(no_color.expect_err("no such colour")),
        Error::Other { source: boxed() },
    ]
}

#[test]
fn a_chain_says_each_thing_once() {
    for error in all() {
        let mut texts = vec![error.to_string()];
        let mut next = error.source();
        while let Some(cause) = next {
            texts.push(cause.to_string());
            next = cause.source();
        }
        for (i, text) in texts.iter().enumerate() {
            assert!(!texts[..i].iter().any(|before| before.contains(text)), "{texts:?}");
        }
        let line = format!("{error:?}");
        for text in texts {
            assert_eq!(line.matches(&text).count(), 1, "{text:?} in {line:?}");
        }
    }
}

/// The page of the documentation that has a remedy for each.
const PAGE: &str = include_str!("../../../docs/errors.md");

#[test]
fn every_error_has_its_remedy() {
    for error in all() {
        // No arm for others: a new variant belongs into `all` and onto the page.
        let name = match error {
            Error::Argument { .. } => "Argument",
            Error::Setup { .. } => "Setup",
            Error::SetupPanicked { .. } => "SetupPanicked",
            Error::SizesDiffer { .. } => "SizesDiffer",
            Error::Frame { .. } => "Frame",
            Error::FramePanicked { .. } => "FramePanicked",
            Error::Params { .. } => "Params",
            Error::NoFrames => "NoFrames",
            Error::NoSuchFrame { .. } => "NoSuchFrame",
            Error::Cancelled { .. } => "Cancelled",
            Error::Interrupted { .. } => "Interrupted",
            Error::File { .. } => "File",
            Error::NotInPlace { .. } => "NotInPlace",
            Error::Encoder { .. } => "Encoder",
            Error::Gpu { .. } => "Gpu",
            Error::Thread { .. } => "Thread",
            Error::Figure { .. } => "Figure",
            Error::Color { .. } => "Color",
            Error::Parts { .. } => "Parts",
            Error::Missing { .. } => "Missing",
            Error::Other { .. } => "Other",
        };
        let row = format!("\n| `{name}` | ");
        assert_eq!(PAGE.matches(&row).count(), 1, "docs/errors.md has no line for {name}");
    }
}

#[test]
fn a_chain_says_everything() {
    let error = &all()[4];
    assert_eq!(error.to_string(), "frame 3 failed: the data are missing");
    assert_eq!(format!("{error:?}"), "frame 3 failed: the data are missing: nothing there");
}
