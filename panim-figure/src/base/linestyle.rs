//! Solid, dashed, dotted: how a line is broken up.

use crate::{
    FigureError,
    base::{check::DASHES, error::quoted},
};
use vello_cpu::kurbo::{Cap, Join, Stroke};

/// How a line is broken up. From matplotlib's short forms too: `"-"`, `"--"`, `"-."`, `":"`.
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
    /// A form that is none of these; drawing it is an error that lists them.
    #[doc(hidden)]
    Unknown(String),
}

impl From<&str> for LineStyle {
    fn from(form: &str) -> Self {
        match form {
            "-" | "solid" => Self::Solid,
            "--" | "dashed" => Self::Dashed,
            "-." | "dashdot" => Self::DashDot,
            ":" | "dotted" => Self::Dotted,
            "" | "none" | "None" => Self::None,
            other => Self::Unknown(other.into()),
        }
    }
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
            Self::Unknown(form) => {
                // matplotlib's `fmt` holds a marker and a color as well
                let line = form.trim_matches(|c| !matches!(c, '-' | ':'));
                let hint = match line {
                    "-" | "--" | ":" => format!(
                        " (did you mean \"{line}\"? Markers and colors are said with `marker` and `color`)"
                    ),
                    _ => String::new(),
                };
                let form = quoted(form);
                format!(
                    "\"{form}\" is not a line style{hint}; there are \"-\", \"--\", \"-.\", \":\", \"\""
                )
            }
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
            Self::None | Self::Unknown(_) => return None,
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
