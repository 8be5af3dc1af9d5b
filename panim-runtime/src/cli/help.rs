//! The parser, whose help shows what this very render does without arguments.

use super::Args;
use crate::{erased::AnyRender, settings::Settings};
use clap::{Command, CommandFactory, FromArgMatches, Parser};
use std::{ffi::OsString, path::Path};

/// What options are without being given, by their names.
pub(super) struct Defaults {
    name: &'static str,
    path: String,
    values: Vec<(&'static str, String)>,
}

/// The options of a program's own, and all others.
#[derive(Parser)]
#[command(about = None, long_about = None)]
pub(super) struct Program<O: clap::Args> {
    #[command(flatten)]
    pub(super) own: O,
    #[command(flatten)]
    pub(super) args: Args,
}

/// Those of a program that has none.
#[derive(clap::Args)]
#[command(about = None, long_about = None)]
pub(super) struct NoOptions {}

impl AnyRender<'_> {
    pub(super) fn defaults(&self) -> Defaults {
        let Settings { fps, workers, size, dpi, quality, .. } = self.plan.settings;
        let size = match size {
            Some((width, height)) => format!("{width}x{height}"),
            None => "the figure's own, 640x480 if it has none".into(),
        };
        let workers = match self.plan.settings.worker_count(None) {
            count if workers < 0 => format!("{workers}, here {count}"),
            _ => workers.to_string(),
        };
        let path = self.plan.path.display().to_string();
        Defaults {
            name: self.plan.name,
            values: vec![
                ("output", path.clone()),
                ("fps", fps.to_string()),
                ("size", size),
                ("dpi", panim_figure::__private::written(dpi.unwrap_or(100.0))),
                ("quality", panim_figure::__private::written(quality)),
                ("workers", workers),
                ("frames", "all".into()),
            ],
            path,
        }
    }
}

/// The arguments of this process, read by such a parser.
pub(super) fn parse<O: clap::Args>(command: Command) -> Result<Program<O>, clap::Error> {
    let given: Vec<OsString> = std::env::args_os().collect();
    Program::from_arg_matches(&command.try_get_matches_from(given)?)
}

/// Options that are not given, if all of them may be left out.
pub(super) fn left_out<O: clap::Args>() -> Option<O> {
    Some(Program::try_parse_from([NAMELESS]).ok()?.own)
}

/// What a program is called that was started under no name.
const NAMELESS: &str = "animation";

/// The parser of a program with such options, whose help shows the defaults if they are known.
pub(super) fn command<O: clap::Args>(defaults: Option<&Defaults>) -> Command {
    let own = std::env::args_os().next();
    let own = own.as_deref().and_then(|own| Path::new(own).file_stem()?.to_str());
    let name = own.filter(|own| !own.is_empty()).unwrap_or(NAMELESS).to_owned();
    let command = Program::<O>::command();
    let own = O::augment_args(Command::new(NAMELESS));
    let about = match (own.get_about(), defaults) {
        (Some(own), _) => own.to_string(),
        (None, Some(Defaults { name, path, .. })) => {
            format!("Draw the animation {name} and write {path}")
        }
        (None, None) => "Draw an animation".into(),
    };
    let command = command
        .bin_name(name)
        .long_about(format!(
            "{about}.\n\n\
             Without a command the video is rendered. The options below belong to that, and those that \
             mean something to another command may stand before it or after it."
        ))
        .about(about)
        .after_long_help(
            "Exit status:\n  \
             \x20   0  what was asked for is done\n  \
             \x20   1  it failed, and no file is left; the reason is one line on standard error\n  \
             \x20   2  the arguments cannot be used\n  \
             \x20  75  a share or a merge may work another time\n  \
             \x20 130  it was interrupted, by Ctrl-C (143 by SIGTERM, 129 by SIGHUP)",
        )
        .subcommand_value_name("COMMAND")
        .disable_help_subcommand(true)
        .max_term_width(100);
    with_defaults(command, defaults.map_or(&[][..], |defaults| &defaults.values))
}

/// Says them in the help of every option that has none that the parser knows.
fn with_defaults(mut command: Command, values: &[(&'static str, String)]) -> Command {
    for (id, value) in values {
        let Some(arg) = command.get_arguments().find(|arg| arg.get_id() == id) else { continue };
        if !arg.get_default_values().is_empty() || is_of_a_still(&command, id) {
            continue;
        }
        let say = |help: Option<&clap::builder::StyledStr>| {
            help.map(|help| format!("{help} [default: {value}]"))
        };
        let (short, long) = (say(arg.get_help()), say(arg.get_long_help()));
        command = command.mut_arg(*id, |mut arg| {
            if let Some(short) = short {
                arg = arg.help(short);
            }
            if let Some(long) = long {
                arg = arg.long_help(long);
            }
            arg
        });
    }
    let names: Vec<_> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(name, |it| with_defaults(it, values));
    }
    command
}

/// A still is not saved where the video is.
fn is_of_a_still(command: &Command, id: &str) -> bool {
    command.get_name() == "still" && id == "output"
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::macro_support::{Glue, Start, render};

    pub(in crate::cli) fn parse(arguments: &[&str]) -> Result<Args, clap::Error> {
        let arguments = ["wave"].iter().chain(arguments);
        let command = command::<NoOptions>(Some(&defaults()));
        let matches = command.try_get_matches_from(arguments)?;
        Ok(Program::<NoOptions>::from_arg_matches(&matches)?.args)
    }

    struct Wave;

    fn defaults() -> Defaults {
        let glue = Glue {
            names: &[],
            setup: |_, _| Ok(()),
            update: |_, _, ()| Ok(()),
            clone: None,
            show: |_| Vec::new(),
            hash: |_, _| (),
        };
        let render = render::<_, ()>(Path::new("out/wave.mp4"), Start::fresh(|| Wave), glue);
        render.frames(1).fps((30_000, 1001)).size(800, 600).workers(3).erased().defaults()
    }

    #[test]
    fn the_parser_is_sound() {
        command::<NoOptions>(Some(&defaults())).debug_assert();
    }

    #[test]
    fn help_shows_the_renders_own_defaults() {
        let mut command = command::<NoOptions>(Some(&defaults()));
        let texts = [command.render_help().to_string(), command.render_long_help().to_string()];
        for text in texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")) {
            for default in ["30000/1001", "800x600", "3", "22", "100", "out/wave.mp4"] {
                assert!(text.contains(&format!("[default: {default}]")), "{default}: {text}");
            }
            assert!(text.contains("Draw the animation Wave"), "{text}");
        }
        assert!(command.render_long_help().to_string().contains("Exit status:"));
    }
}
