//! Solid, dashed, dotted: how a line is broken up.

use crate::{
    FigureError,
    base::{
        check::DASHES,
        error::quoted,
        word::{Named, nearest_of},
    },
};
use vello_cpu::kurbo::{Cap, Join, Stroke};

/// How a line is broken up; or matplotlib's name for it: `"-"`, `"--"`, `"-."`, `":"`, `"dashed"`.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub enum LineStyle {
    /// `"-"` or `"solid"`: unbroken, the default.
    #[default]
    Solid,
    /// `"--"` or `"dashed"`.
    Dashed,
    /// `"-."` or `"dashdot"`.
    DashDot,
    /// `":"` or `"dotted"`.
    Dotted,
    /// `""` or `"none"`: no line, markers only.
    None,
    /// Lengths of dash, gap, dash, .. in units of the line's width.
    Dashes(Vec<f64>),
}

impl Named for LineStyle {
    const KIND: &'static str = "a line style";
    const NAMES: &'static [&'static str] = &["-", "--", "-.", ":", ""];
    const OTHER_NAMES: &'static [&'static str] = &["solid", "dashed", "dashdot", "dotted", "none"];

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "-" | "solid" => Self::Solid,
            "--" | "dashed" => Self::Dashed,
            "-." | "dashdot" => Self::DashDot,
            ":" | "dotted" => Self::Dotted,
            "" | "none" | "None" => Self::None,
            _ => return None,
        })
    }

    fn hint(name: &str) -> Option<String> {
        parts_of_format(name)
            .map(|parts| format!("it holds {parts}: each has a method of its own"))
            .or_else(|| nearest_of::<Self>(name))
    }
}

/// What matplotlib's `fmt` says in one text, such as `"ro--"`. `None` if it is none.
fn parts_of_format(format: &str) -> Option<String> {
    let (mut line, mut marker, mut color) = (None, None, None);
    let mut rest = format;
    while let Some(first) = rest.chars().next() {
        let lines = ["--", "-.", "-", ":"];
        let (kind, length) = match first {
            '-' | ':' => {
                let found = lines.into_iter().find(|known| rest.starts_with(known))?;
                (&mut line, found.len())
            }
            'C' if rest[1..].starts_with(|c: char| c.is_ascii_digit()) => (&mut color, 2),
            'b' | 'g' | 'r' | 'c' | 'm' | 'y' | 'k' | 'w' => (&mut color, 1),
            _ if ".,ov^<>12348spP*hH+xXDd|_".contains(first) => (&mut marker, 1),
            _ => return None,
        };
        let (given, after) = rest.split_at(length);
        if kind.replace(given).is_some() {
            return None;
        }
        rest = after;
    }
    // with a marker alone there is no line
    let line = line.or(marker.map(|_| ""));
    let parts = [("style", line), ("marker", marker), ("color", color)];
    let said = parts.into_iter().filter_map(|(part, value)| Some(format!("{part} {:?}", value?)));
    Some(said.collect::<Vec<_>>().join(", ")).filter(|parts| !parts.is_empty())
}

/// A dash and its gap in pixels, all of them together.
const SHORTEST: f64 = 0.05;

impl LineStyle {
    pub(crate) fn check(
        &self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        let message = match self {
            Self::Dashes(lengths)
                if lengths.iter().any(|l| !(l.is_finite() && *l >= 0.0))
                    || lengths.iter().sum::<f64>() <= 0.0 =>
            {
                let lengths = format!("{lengths:?}");
                format!("{} are not lengths of dashes and gaps, 0 or more", quoted(&lengths))
            }
            Self::Dashes(lengths) => match DASHES.wrong(lengths.len()) {
                Some(wrong) => wrong,
                None => return Ok(()),
            },
            _ => return Ok(()),
        };
        Err(FigureError::new(name, argument, message))
    }

    /// The stroke for a line `width` pixels wide; `None` draws nothing.
    pub(crate) fn stroke(&self, width: f64) -> Option<Stroke> {
        // matplotlib's patterns, its round joins and its caps
        let dashes: &[f64] = match self {
            Self::Solid => &[],
            Self::Dashed => &[3.7, 1.6],
            Self::DashDot => &[6.4, 1.6, 1.0, 1.6],
            Self::Dotted => &[1.0, 1.65],
            Self::Dashes(lengths) => lengths,
            Self::None => return None,
        };
        if width <= 0.0 {
            return None;
        }
        // dashes that nobody can see would be without number
        let period: f64 = dashes.iter().map(|dash| dash * width).sum();
        let dashes = if period < SHORTEST { &[] } else { dashes };
        let cap = if dashes.is_empty() { Cap::Square } else { Cap::Butt };
        let stroke = Stroke::new(width).with_caps(cap).with_join(Join::Round);
        Some(stroke.with_dashes(0.0, dashes.iter().map(|d| d * width)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_of_matplotlib_is_taken_apart() {
        for (format, parts) in [
            ("ro", r#"style "", marker "o", color "r""#),
            ("r--", r#"style "--", color "r""#),
            ("b", r#"color "b""#),
            ("C1s-.", r#"style "-.", marker "s", color "C1""#),
            (":k", r#"style ":", color "k""#),
        ] {
            let hint = format!("it holds {parts}: each has a method of its own");
            assert_eq!(LineStyle::hint(format), Some(hint), "{format}");
        }
        for other in ["rb", "oo", "-- -", "solod", "C", "é", ""] {
            assert_eq!(parts_of_format(other), None, "{other}");
        }
        assert_eq!(LineStyle::hint("solod").as_deref(), Some("did you mean \"solid\"?"));
    }
}
