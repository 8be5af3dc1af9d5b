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
        // matplotlib's `fmt` holds a marker and a color as well
        let line = name.trim_matches(|c| !matches!(c, '-' | ':'));
        match line {
            "-" | "--" | ":" => Some(format!(
                "did you mean \"{line}\"? Markers and colors are said with `marker` and `color`"
            )),
            _ => nearest_of::<Self>(name),
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
