//! Colours within formulas: all of those that are read elsewhere, where the crate knows a few by name.

use super::{Mistake, SourceWriter, is_kept};
use crate::{base::error::quoted, color::Color, text::math::katex::glyphs};

/// Of commands whose arguments begin with colours, how many of these there are.
pub(super) fn count(name: &str) -> Option<usize> {
    match name {
        "color" | "textcolor" | "colorbox" => Some(1),
        "fcolorbox" => Some(2),
        _ => None,
    }
}

impl SourceWriter<'_> {
    /// A command, and so many colours that follow it.
    pub(super) fn colored(&mut self, name: &str, count: usize) {
        let at = self.written.text.len();
        let read = self.rest.peek().map_or(self.formula.len(), |(at, _)| *at);
        self.written.places.push((at, read.saturating_sub(1 + name.len())));
        self.written.text.push('\\');
        self.written.text.push_str(name);
        for _ in 0..count {
            self.color(at);
        }
    }

    /// A color, of a command that was written at `at`. One that is not there is told by who sets the formula.
    fn color(&mut self, at: usize) {
        self.blanks();
        let model = self.argument('[', ']');
        self.blanks();
        let of_one = |it: &mut Self| {
            let (_, letter) = it.rest.next_if(|(_, c)| c.is_alphanumeric())?;
            Some(letter.to_string())
        };
        let Some(given) = self.argument('{', '}').or_else(|| of_one(self)) else {
            return self.push(' ');
        };
        if self.defines && given.contains('#') {
            // an argument of the formula's own command
            let model = model.map(|model| format!("[{model}]")).unwrap_or_default();
            return self.written.text.push_str(&format!("{model}{{{given}}}"));
        }
        match read(model.as_deref(), given.trim()) {
            Ok(color) => {
                let [red, green, blue, alpha] = color.to_rgba8();
                // a # would be an argument in the formula's own commands
                let color = match alpha {
                    255 => format!("{{{red:02x}{green:02x}{blue:02x}}}"),
                    _ => format!("{{#{red:02x}{green:02x}{blue:02x}{alpha:02x}}}"),
                };
                self.written.text.push_str(&color);
            }
            Err(what) => {
                self.written.mistake.get_or_insert(Mistake { what, at: Some(at) });
            }
        }
    }

    /// What stands between these brackets, if they come next. What is not closed is left as it is.
    fn argument(&mut self, open: char, close: char) -> Option<String> {
        self.rest.next_if(|(_, c)| *c == open)?;
        let (mut inside, mut depth) = (String::new(), 1_usize);
        for (_, character) in self.rest.by_ref() {
            match character {
                c if c == open => depth += 1,
                c if c == close => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Some(inside);
            }
            inside.push(if is_kept(character) { '\u{fffd}' } else { character });
        }
        self.push(open);
        self.written.text.push_str(&inside);
        None
    }
}

/// A model is one of the crate's: `RGB`, `rgb`, `HTML`, `gray`, `cmyk`.
fn read(model: Option<&str>, given: &str) -> Result<Color, String> {
    if let Some(model) = model.map(str::trim).filter(|model| !model.is_empty()) {
        let color = ratex_types::Color::from_model(model, given).map(glyphs::color);
        let (given, model) = (quoted(given), quoted(model));
        return color.ok_or_else(|| format!("\"{given}\" is not a color of the model \"{model}\""));
    }
    // KaTeX takes six hex digits without #
    let is_hex = given.len() == 6 && given.bytes().all(|byte| byte.is_ascii_hexdigit());
    let color = if is_hex { format!("#{given}").parse() } else { given.parse() };
    color.map_err(|error: crate::ColorError| error.to_string())
}
