//! Where ticks stand and what is written at them, as matplotlib does it.

mod date;
mod format;
mod ladder;
mod locate;
mod locator;
mod log;
mod logit;
#[cfg(test)]
mod matplotlib_cases;
#[cfg(test)]
mod matplotlib_log;
#[cfg(test)]
mod matplotlib_scales;
mod minor;
mod powers;
mod symlog;

pub(crate) use format::TickLabels;
use format::labels;
pub(crate) use format::short_labels;
use ladder::steps;
pub(crate) use ladder::{Ladder, Neighbours, Rung, Ticks, nonsingular, told_apart};
use locate::Step;
pub(crate) use locate::distinct;
#[cfg(test)]
use locate::locate;
pub use locator::Locator;
pub(crate) use minor::divided;

/// The `f64` nearest to `digits * 10^exponent`: what the same number typed in decimal gives, where
/// a product of floats would give 0.30000000000000004.
fn decimal(digits: i128, exponent: i32) -> f64 {
    format!("{digits}e{exponent}").parse().expect("an integer with an exponent is a number")
}

/// The power of ten of the leading digit of `value`, rounded to seven digits so that the noise in
/// `1.1 - 0.1` cannot decide; 0 for zero.
fn exponent(value: f64) -> i32 {
    let text = format!("{value:.6e}");
    text.split_once('e').and_then(|(_, exponent)| exponent.parse().ok()).unwrap_or(0)
}

/// Limits in either order as an ascending view; `None` if one is not finite.
fn ascending((a, b): (f64, f64)) -> Option<(f64, f64)> {
    (a.is_finite() && b.is_finite()).then(|| (a.min(b), a.max(b)))
}

/// Whether `tick` lies in the ascending `view`.
fn inside(tick: f64, view: (f64, f64)) -> bool {
    let slack = slack(view);
    tick.is_finite() && view.0 - slack <= tick && tick <= view.1 + slack
}

/// How far outside of its ends a view still holds a tick: matplotlib's fraction of the width, and what
/// rounding does to ends far from zero, so that a tick on a moving edge does not flicker.
fn slack((low, high): (f64, f64)) -> f64 {
    1e-10 * high - 1e-10 * low + f64::EPSILON * low.abs().max(high.abs())
}

/// Labels as one reads them: `$\mathdefault{2×10^{-3}}$` is `2×10⁻³`.
#[cfg(test)]
fn plain(labels: &[String]) -> Vec<String> {
    let raised = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c.to_digit(10)? as usize);
    let read = |label: &String| {
        let inside =
            label.strip_prefix(r"$\mathdefault{").and_then(|label| label.strip_suffix("}$"));
        let label = inside.unwrap_or(label);
        let mut in_script = false;
        let read = |c| match c {
            '$' | '^' => None,
            '{' | '}' => {
                in_script = c == '{';
                None
            }
            '-' if in_script => Some('⁻'),
            _ if in_script => raised(c),
            _ => Some(c),
        };
        label.chars().filter_map(read).collect()
    };
    labels.iter().map(read).collect()
}
