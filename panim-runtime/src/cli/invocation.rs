//! How this program is called again, by somebody else and elsewhere.

use super::CliError;
use std::{env, path::PathBuf};

/// Its file, and the arguments that are its own.
pub(super) struct Invocation {
    pub(super) path: String,
    /// Those before the command.
    pub(super) own: Vec<String>,
}

impl Invocation {
    /// As it was called with this command.
    pub(super) fn of_command(command: &str) -> Result<Self, CliError> {
        let path = text(env::current_exe()?)?;
        let mut own = Vec::new();
        for argument in env::args_os().skip(1).take_while(|argument| argument != command) {
            own.push(text(argument.into())?);
        }
        Ok(Self { path, own })
    }

    /// Its name, without a folder and an ending.
    pub(super) fn name(&self) -> &str {
        let name = self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path);
        name.strip_suffix(".exe").unwrap_or(name)
    }

    /// Its own arguments, with these behind them.
    pub(super) fn arguments<'a>(
        &'a self,
        behind: impl IntoIterator<Item = &'a str>,
    ) -> impl Iterator<Item = &'a str> {
        self.own.iter().map(String::as_str).chain(behind)
    }
}

/// A path in a script, which is text.
pub(super) fn text(path: PathBuf) -> Result<String, CliError> {
    path.into_os_string().into_string().map_err(|path| {
        CliError::Usage(format!("{}: a script can only have what is UTF-8", path.display()))
    })
}
