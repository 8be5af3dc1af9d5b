//! What is no mathematics, or nobody knows: as it is, but for colours.

use super::{Source, SourceWriter, colors, is_kept};

impl SourceWriter<'_> {
    /// A formula that gives words meanings of its own: nothing but its colours is read.
    pub(super) fn copied(mut self) -> Source {
        while let Some((at, character)) = self.rest.next() {
            self.written.places.push((self.written.text.len(), at));
            match character {
                '\\' => self.left_as_it_is(),
                other => self.push(other),
            }
        }
        self.written
    }

    /// A command that is left as it is, but for its colours.
    fn left_as_it_is(&mut self) {
        let name = self.letters_of_name();
        match colors::count(&name) {
            Some(count) => self.colored(&name, count),
            None => {
                self.push('\\');
                self.written.text.push_str(&name);
                if name.is_empty()
                    && let Some((_, sign)) = self.rest.next()
                {
                    self.push(if is_kept(sign) { '\u{fffd}' } else { sign });
                }
            }
        }
    }

    /// So many arguments that are no mathematics, as they are.
    pub(super) fn arguments(&mut self, count: usize) {
        for _ in 0..count {
            self.between('[', ']');
            if self.formula_rest().trim_start().starts_with('{') {
                self.blanks();
            }
            self.between('{', '}');
        }
    }

    /// Does a `\begin` of this name stand here, which says the columns of a table?
    pub(super) fn is_table(&mut self, name: &str) -> bool {
        let Some(&(at, _)) = self.rest.peek() else { return false };
        let tables = ["{array}", "{subarray}", "{alignat}", "{alignat*}", "{alignedat}"];
        name == "begin" && tables.iter().any(|table| self.formula[at..].starts_with(table))
    }

    /// What stands between these two brackets, if they come next, as it is but for colours.
    pub(super) fn between(&mut self, open: char, close: char) {
        if self.rest.peek().is_none_or(|(_, c)| *c != open) {
            return;
        }
        let mut depth = 0_usize;
        while let Some((_, character)) = self.rest.next() {
            if character == '\\' {
                self.left_as_it_is();
                continue;
            }
            self.push(if is_kept(character) { '\u{fffd}' } else { character });
            match character {
                c if c == open => depth += 1,
                c if c == close => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// A distance without braces, as it is.
    pub(super) fn dimension(&mut self) {
        let is_number = |c: char| c.is_ascii_digit() || "+-., ".contains(c);
        while let Some((_, character)) = self.rest.next_if(|(_, c)| is_number(*c)) {
            self.push(character);
        }
        for _ in 0..2 {
            let unit = self.rest.next_if(|(_, c)| c.is_ascii_alphabetic());
            self.written.text.extend(unit.map(|(_, letter)| letter));
        }
    }

    /// What stands between two equal signs, as it is.
    pub(super) fn verbatim(&mut self) {
        self.written.text.push_str("\\verb");
        let Some((_, sign)) = self.rest.next() else { return };
        self.push(sign);
        for (_, character) in self.rest.by_ref() {
            self.written.text.push(if is_kept(character) { '\u{fffd}' } else { character });
            if character == sign {
                return;
            }
        }
    }
}
