//! The command line of the user's own program.

mod args;
mod help;
mod inspect;
mod invocation;
mod json;
mod kubernetes;
mod obey;
mod shares;
mod sheet;
mod slurm;
mod usage;

pub use args::Args;

use crate::{Error, Listener, Render, Result, erased::AnyRender, params::ParamSource, params::Row};
use help::{Defaults, NoOptions, Program};
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
        self.erased().main()
    }

    /// The same with arguments that a parser of the program's own has read, into which [`Args`] is flattened:
    /// for programs with several renders, or with commands of their own. Its `--help` does not show this render's
    /// defaults, and `completions` does not know its options; [`cli::main`](main) does both.
    ///
    /// # Errors
    /// As of [`main`](Self::main).
    pub fn main_with(self, args: Args) -> Result<()> {
        self.erased().main_by(args, help::command::<NoOptions>)
    }
}

impl AnyRender<'_> {
    fn main(self) -> Result<()> {
        match help::parse::<NoOptions>(help::command::<NoOptions>(Some(&self.defaults()))) {
            Ok(program) => self.main_by(program.args, help::command::<NoOptions>),
            Err(error) if error.use_stderr() => usage::end(&usage::line(&error)),
            Err(help) => help.exit(),
        }
    }

    fn main_by(self, args: Args, parser: fn(Option<&Defaults>) -> clap::Command) -> Result<()> {
        crate::cancel_on_interrupt()?;
        let is_json = args.is_json();
        let failure = match self.obey(args, parser) {
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
            CliError::Passing(error) => usage::passing(&error),
            CliError::Error(error) => Err(error),
        }
    }
}

/// The `main` of a program with options of its own, which `clap` (version 4) derives: it reads them, makes
/// the render with them, and goes on as [`Render::main`] does.
///
/// ```ignore
/// /// Waves in a canal
/// #[derive(clap::Args)]
/// struct Options {
///     /// Metres per second
///     #[arg(long, default_value_t = 3.0)]
///     speed: f64,
/// }
///
/// fn main() -> panim::Result<()> {
///     panim::cli::main(|Options { speed }| {
///         Ok(Wave { speed, ..Wave::default() }.render_to("wave.mp4").sweep(0.0..TAU, 60))
///     })
/// }
/// ```
///
/// `wave --help` and `wave completions bash` know the options and the defaults of the render. For these,
/// `render` is called with options that are not given, if all of them may be left out; so what takes long is
/// better left to `#[setup]`.
///
/// # Errors
/// What `render` returns, and those of [`Render::main`].
pub fn main<O, A, P, S, C>(render: impl FnOnce(O) -> Result<Render<A, P, S, C>>) -> Result<()>
where
    O: clap::Args,
    A: Send,
    P: Row,
    S: ParamSource<P>,
    C: Listener,
{
    match help::parse::<O>(help::command::<O>(None)) {
        Ok(Program { own, args }) => render(own)?.erased().main_by(args, help::command::<O>),
        Err(error) if error.use_stderr() => usage::end(&usage::line(&error)),
        Err(help) => {
            let render = help::left_out().and_then(|own| render(own).ok());
            let defaults = render.map(|render| render.erased().defaults());
            // the same arguments ask for the same help
            help::parse::<O>(help::command::<O>(defaults.as_ref())).err().unwrap_or(help).exit()
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
    /// The same, and it may work another time.
    Passing(Error),
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
