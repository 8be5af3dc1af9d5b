//! What is drawn otherwise than it was described, and worth a word.

use std::{
    borrow::Cow,
    fmt,
    hash::{Hash, Hasher},
};

/// Something that is drawn, but otherwise than it was described, such as limits that are equal.
///
/// A render tells each of them once, as a warning of `tracing`, or on standard error where nobody
/// listens there.
/// Two of the same kind are equal, although they may name other things.
#[derive(Debug, Clone)]
pub struct Warning {
    message: Cow<'static, str>,
    /// Default: the message.
    kind: Option<Cow<'static, str>>,
}

impl Warning {
    /// A sentence without what changes from frame to frame, so that it is told once.
    pub(crate) fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), kind: None }
    }

    /// A sentence that names what was found first of many: others of this kind are not told.
    pub(crate) fn first_of(kind: impl Into<Cow<'static, str>>, message: String) -> Self {
        Self { message: message.into(), kind: Some(kind.into()) }
    }

    fn kind(&self) -> &str {
        self.kind.as_ref().unwrap_or(&self.message)
    }
}

impl PartialEq for Warning {
    fn eq(&self, other: &Self) -> bool {
        self.kind() == other.kind()
    }
}

impl Eq for Warning {}

impl Hash for Warning {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.kind().hash(state);
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Warnings, each once.
#[derive(Debug, Default)]
pub(crate) struct Warnings {
    all: Vec<Warning>,
    taken: usize,
}

impl Warnings {
    pub(crate) fn add(&mut self, warning: Warning) {
        if !self.all.contains(&warning) {
            self.all.push(warning);
        }
    }

    pub(crate) fn extend(&mut self, warnings: impl IntoIterator<Item = Warning>) {
        warnings.into_iter().for_each(|warning| self.add(warning));
    }

    /// Those that were added since they were last taken.
    pub(crate) fn take(&mut self) -> Vec<Warning> {
        let new = self.all[self.taken..].to_vec();
        self.taken = self.all.len();
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_warning_is_taken_once() {
        let mut warnings = Warnings::default();
        warnings.add(Warning::new("one"));
        warnings.add(Warning::new("one"));
        assert_eq!(warnings.take(), [Warning::new("one")]);
        warnings.add(Warning::new("one"));
        warnings.add(Warning::new("two"));
        assert_eq!(warnings.take(), [Warning::new("two")]);
        assert!(warnings.take().is_empty());
    }

    #[test]
    fn of_a_kind_the_first_is_taken() {
        let mut warnings = Warnings::default();
        warnings.add(Warning::first_of("kind", "one".into()));
        warnings.add(Warning::first_of("kind", "two".into()));
        warnings.add(Warning::first_of("other", "three".into()));
        let taken: Vec<_> = warnings.take().iter().map(ToString::to_string).collect();
        assert_eq!(taken, ["one", "three"]);
        warnings.add(Warning::first_of("kind", "four".into()));
        assert!(warnings.take().is_empty());
    }
}
