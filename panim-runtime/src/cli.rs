//! The command line of the user's own program.

mod args;
mod help;
mod inspect;
mod json;
mod obey;
mod sheet;
mod usage;

pub use args::Args;

use crate::{Error, Listener, Render, Result, params::ParamSource, params::Row};
use std::io::{self, Write};

impl<A: Send, P: Row, S: ParamSource<P>, C: Listener> Render<A, P, S, C> {
    /// [`run`](Self::run) that reads the program's arguments: `wave -o fast.mp4 --fps 60`, `wave still
    /// 1.5s`, `wave sheet`, `wave preview`, `wave inspect wave.mp4`. Without arguments it renders. `wave --help`
    /// lists all there is, with this render's own defaults; [`cli`](crate::cli) has the whole of it.
    ///
    /// What was made is said in one line on standard output, or as JSON with `--json`. Interrupts
    /// cancel the render, as after [`cancel_on_interrupt`](crate::cancel_on_interrupt).
    ///
    /// ```ignore
    /// fn main() -> panim::Result<()> {
    ///     Wave::render("wave.mp4").sweep(0.0..TAU, 60).main()
    /// }
    /// ```
    ///
    /// # Errors
    /// Those of `run`: returned from `main`, they are one line on standard error and the program ends
    /// with 1. After an interrupt the program ends in here, with 130 (SIGTERM: 143, SIGHUP: 129), and
    /// after arguments that it cannot use, with 2: a `main` that returns can only say 1. So it does, with
    /// 0, after `--help`.
    pub fn main(self) -> Result<()> {
        match help::parse(&self.defaults()) {
            Ok(args) => self.main_with(args),
            Err(error) if error.use_stderr() => usage::end(&usage::line(&error)),
            Err(help) => help.exit(),
        }
    }

    /// The same with arguments that were read before: for programs that have some of their own.
    ///
    /// ```ignore
    /// #[derive(clap::Parser)]
    /// struct Options {
    ///     /// Metres per second
    ///     #[arg(long, default_value_t = 3.0)]
    ///     speed: f64,
    ///     #[command(flatten)]
    ///     panim: panim::cli::Args,
    /// }
    ///
    /// let Options { speed, panim } = Options::parse();
    /// Wave { speed, ..Wave::default() }.render_to("wave.mp4").sweep(0.0..TAU, 60).main_with(panim)
    /// ```
    ///
    /// # Errors
    /// As of [`main`](Self::main).
    pub fn main_with(self, args: Args) -> Result<()> {
        crate::cancel_on_interrupt()?;
        let is_json = args.is_json();
        let failure = match self.obey(args) {
            Ok(()) => return Ok(()),
            Err(failure) => failure,
        };
        if is_json {
            json::failed(&failure);
        }
        match failure {
            CliError::Usage(message) => usage::end(&message),
            #[cfg(feature = "preview")]
            CliError::Stopped(signal) => usage::interrupted(signal, None),
            CliError::Error(Error::Interrupted { signal, written }) => {
                usage::interrupted(signal, Some(&Error::Interrupted { signal, written }))
            }
            CliError::Error(error) => Err(error),
        }
    }
}

/// Why nothing came of it.
enum CliError {
    /// The arguments cannot be used.
    Usage(String),
    /// A signal ended what has no other end.
    #[cfg(feature = "preview")]
    Stopped(&'static str),
    Error(Error),
}

impl<E: Into<Error>> From<E> for CliError {
    fn from(error: E) -> Self {
        Self::Error(error.into())
    }
}

/// A line on standard output. A reader that has gone away, as `head` does, is no reason to stop.
fn print(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}
