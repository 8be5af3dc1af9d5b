//! What a seed calls, in the words of a program: printed as it happens, to be made a test of.

use std::{collections::BTreeSet, fmt::Debug};

/// The calls of a figure's setup and updates.
#[derive(Debug, Default)]
pub struct Log {
    /// Whether calls are printed.
    shown: bool,
    /// Whether their names are kept.
    kept: bool,
    /// The names of all that was called, if they are kept.
    pub called: BTreeSet<&'static str>,
    /// What the next calls are made on.
    subject: String,
    /// Whether the next argument is the first one of its call.
    first: bool,
}

impl Log {
    /// One that keeps the names of what is called, and prints the calls if asked.
    pub fn new(shown: bool) -> Self {
        Self { shown, kept: true, ..Self::default() }
    }

    /// Says what the next calls are made on.
    pub fn on(&mut self, subject: impl FnOnce() -> String) {
        if self.shown {
            self.subject = subject();
        }
    }

    /// A line of its own.
    pub fn say(&mut self, line: impl FnOnce() -> String) {
        if self.shown {
            eprintln!("{}", line());
        }
    }

    /// A call of a method begins.
    pub fn begin(&mut self, method: &'static str) {
        if self.shown {
            eprint!("{}.{method}(", self.subject);
        }
        self.name(method);
    }

    /// A call that makes the subject begins.
    pub fn begin_making(&mut self, artist: &str, maker: &'static str) {
        if self.shown {
            eprint!("let mut {} = {artist}::{maker}(", self.subject);
        }
        self.name(maker);
    }

    /// Something of this name is called.
    pub fn name(&mut self, name: &'static str) {
        self.first = true;
        if self.kept {
            self.called.insert(name);
        }
    }

    /// An argument of the call that began last.
    pub fn argument(&mut self, value: &dyn Debug) {
        if self.shown {
            let comma = if self.first { "" } else { ", " };
            eprint!("{comma}{value:?}");
            self.first = false;
        }
    }

    /// The call came back.
    pub fn end(&mut self) {
        if self.shown {
            eprintln!(");");
        }
    }
}

/// Calls a method and logs it: its arguments as they are computed, so that a call that does not come
/// back is seen.
macro_rules! call {
    ($chance:ident, $target:ident.$method:ident($($argument:expr),* $(,)?)) => {{
        $chance.log.begin(stringify!($method));
        let result = $target.$method($({
            let value = $argument;
            $chance.log.argument(&value);
            value
        }),*);
        $chance.log.end();
        result
    }};
}

pub(crate) use call;
