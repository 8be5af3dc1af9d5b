//! What is drawn otherwise than it was described, and worth a word.

use std::{borrow::Cow, fmt};

/// Something that is drawn, but otherwise than it was described, such as limits that are equal.
///
/// A render tells each of them once, as a warning of `tracing`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Warning(Cow<'static, str>);

impl Warning {
    /// A sentence without what changes from frame to frame, so that it is told once.
    pub(crate) fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Warnings, each once.
#[derive(Debug, Default)]
pub struct Warnings {
    all: Vec<Warning>,
    taken: usize,
}

impl Warnings {
    pub(crate) fn add(&mut self, warning: Warning) {
        if !self.all.contains(&warning) {
            self.all.push(warning);
        }
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
}
