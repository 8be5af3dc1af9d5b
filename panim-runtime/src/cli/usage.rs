//! The ends of a program that `fn main` cannot come to by returning.
#![allow(clippy::exit)] // a `main` that returns an error ends with 1, whatever the error is

use crate::Error;
use std::{
    io::{self, Write},
    process,
};

const USAGE: i32 = 2;

const PASSING: i32 = 75;

/// What a shell adds to a signal's number.
const SIGNALLED: i32 = 128;

/// Ends the program: its arguments cannot be used.
pub(super) fn end(message: &str) -> ! {
    end_with(USAGE, Some(&format!("{message}; see `--help`")))
}

/// Ends the program: the same may work another time, as schedulers know it by `EX_TEMPFAIL`.
pub(super) fn passing(error: &Error) -> ! {
    end_with(PASSING, Some(&format!("{error:?}")))
}

/// Ends the program as a signal would.
pub(super) fn interrupted(signal: &str, error: Option<&Error>) -> ! {
    let number = match signal {
        "SIGHUP" => 1,
        "SIGTERM" => 15,
        _ => 2,
    };
    end_with(SIGNALLED + number, error.map(ToString::to_string).as_deref())
}

/// In the words of a `main` that returns an error.
fn end_with(status: i32, message: Option<&str>) -> ! {
    if let Some(message) = message {
        let _ = writeln!(io::stderr(), "Error: {message}");
    }
    process::exit(status)
}

/// The parser's message as one line, without what `--help` says better.
pub(super) fn line(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let said = text.lines().map(str::trim).take_while(|line| {
        !line.starts_with("Usage:") && !line.starts_with("For more information")
    });
    let said = said.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    said.replace(" tip: ", "; tip: ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::cli::help::tests::parse;

    #[test]
    fn a_parsers_message_is_one_line() {
        for (arguments, expected) in [
            (
                &["--frame", "3"][..],
                "unexpected argument '--frame' found; tip: a similar argument exists: '--frames'",
            ),
            (&["still"], "the following required arguments were not provided: <FRAME>"),
            (&["--fps", "x"], "invalid value 'x' for '--fps <RATE>': allowed: "),
        ] {
            let line = line(&parse(arguments).unwrap_err());
            assert!(line.starts_with(expected), "{line}");
            assert!(!line.contains('\n'));
        }
    }
}
