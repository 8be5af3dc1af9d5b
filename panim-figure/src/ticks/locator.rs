//! Where the user wants ticks: at places, or by a rule that follows the limits.

mod powers;
#[cfg(test)]
mod tests;

use super::{Step, inside};
use crate::{
    AxisScale, FigureError,
    base::{
        check::TICKS,
        data::{Column, Data, Number},
        error::written,
    },
};
use powers::{powers, powers_apart};
use std::{fmt, sync::Arc};

/// Where an axis has its ticks, whatever its limits are: for
/// [`Axes::set_xlocator`](crate::Axes::set_xlocator) and its siblings.
///
/// ```
/// # use panim_figure::*;
/// # use std::f64::consts::{FRAC_PI_2, TAU};
/// # let mut fig = Figure::new();
/// # let ax = fig.axes();
/// ax.set_xlim(0, TAU).set_xlocator(Locator::multiple(FRAC_PI_2)).set_xformat(Format::pi());
/// ax.set_xminorlocator(Locator::divisions(2));
/// ax.set_ylocator(Locator::max_n(3));
/// # Renderer::new(fig).unwrap();
/// ```
///
/// A closure from the limits, the lower one first, to the ticks is one too; those beyond the limits are
/// not shown:
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # let ax = fig.axes();
/// ax.set_ylocator(|low: f64, high: f64| vec![low, (low + high) / 2.0, high]);
/// # Renderer::new(fig).unwrap();
/// ```
#[derive(Clone)]
pub struct Locator(TickRule);

#[derive(Clone)]
enum TickRule {
    Auto,
    MaxN(usize),
    Fixed(Vec<f64>),
    Multiples { base: f64, offset: f64 },
    Linear(usize),
    Log { base: f64, subs: Vec<f64> },
    Divisions(usize),
    Degrees,
    Own(Arc<dyn Fn(f64, f64) -> Vec<f64> + Send + Sync>),
}

impl Locator {
    /// Round numbers, as many as have room. This is the default.
    #[doc(alias = "AutoLocator")]
    pub fn auto() -> Self {
        Self(TickRule::Auto)
    }

    /// Round numbers with at most so many intervals between them, 1 to 1000, and fewer where labels would
    /// overlap: matplotlib's `MaxNLocator`.
    #[doc(alias = "MaxNLocator")]
    pub fn max_n(intervals: usize) -> Self {
        Self(TickRule::MaxN(intervals))
    }

    /// These values; those outside the limits are not shown. The same as
    /// [`Axes::set_xticks`](crate::Axes::set_xticks).
    #[doc(alias = "FixedLocator")]
    pub fn fixed<I: Data>(ticks: I) -> Self {
        Self(TickRule::Fixed(Column::new(ticks).to_vec()))
    }

    /// No ticks at all.
    #[doc(alias = "NullLocator")]
    pub fn none() -> Self {
        Self(TickRule::Fixed(Vec::new()))
    }

    /// Multiples of a number above 0, in the axis' own unit: seconds on a date axis.
    #[doc(alias = "MultipleLocator")]
    pub fn multiple(base: impl Number) -> Self {
        Self(TickRule::Multiples { base: base.value(), offset: 0.0 })
    }

    /// So many ticks, 0 to 1000, at even distances on the picture, the first and the last at the limits:
    /// matplotlib's `LinearLocator`.
    #[doc(alias = "LinearLocator")]
    pub fn linear(ticks: usize) -> Self {
        Self(TickRule::Linear(ticks))
    }

    /// The powers of a base above 1, or every second, third, ... of them where there are many. Values up to
    /// 0 have none, but on a symmetrical log axis there are 0 and the negative powers as well. Where an
    /// axis is not logarithmic, small powers that are too near to each other have none either.
    #[doc(alias = "LogLocator")]
    pub fn log(base: impl Number) -> Self {
        Self(TickRule::Log { base: base.value(), subs: vec![1.0] })
    }

    /// Degrees of longitude or latitude: 1, 2, 3, 5, 10, 15, 20, 30, 45, 60 or 90 of them apart, or below these as
    /// [`Locator::auto`] has them; at most 7 intervals, and fewer where labels would overlap.
    #[doc(alias("LongitudeLocator", "LatitudeLocator"))]
    pub fn degrees() -> Self {
        Self(TickRule::Degrees)
    }

    /// Between each two ticks so many intervals, 1 to 1000: for
    /// [`Axes::set_xminorlocator`](crate::Axes::set_xminorlocator) and its siblings only.
    #[doc(alias = "AutoMinorLocator")]
    pub fn divisions(intervals: usize) -> Self {
        Self(TickRule::Divisions(intervals))
    }

    /// Moves the multiples of [`Locator::multiple`] by this; default: 0.
    #[must_use]
    pub fn offset(mut self, by: impl Number) -> Self {
        if let TickRule::Multiples { offset, .. } = &mut self.0 {
            *offset = by.value();
        }
        self
    }

    /// Puts the ticks of [`Locator::log`] at these multiples of each power, from 1 up to the base;
    /// default: 1 only. `Locator::log(10).subs([1, 2, 5])` has 1, 2, 5, 10, 20, 50, ... Where not every
    /// power has room, only powers have ticks.
    #[must_use]
    pub fn subs<I: Data>(mut self, multiples: I) -> Self {
        if let TickRule::Log { subs, .. } = &mut self.0 {
            *subs = Column::new(multiples).to_vec();
        }
        self
    }
}

impl<F: Fn(f64, f64) -> Vec<f64> + Send + Sync + 'static> From<F> for Locator {
    fn from(ticks: F) -> Self {
        Self(TickRule::Own(Arc::new(ticks)))
    }
}

impl fmt::Debug for Locator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            TickRule::Auto => f.write_str("Locator::auto()"),
            TickRule::MaxN(intervals) => write!(f, "Locator::max_n({intervals})"),
            TickRule::Fixed(ticks) => write!(f, "Locator::fixed({ticks:?})"),
            TickRule::Multiples { base, offset } => {
                write!(f, "Locator::multiple({base}).offset({offset})")
            }
            TickRule::Linear(ticks) => write!(f, "Locator::linear({ticks})"),
            TickRule::Log { base, subs } => write!(f, "Locator::log({base}).subs({subs:?})"),
            TickRule::Divisions(intervals) => write!(f, "Locator::divisions({intervals})"),
            TickRule::Degrees => f.write_str("Locator::degrees()"),
            TickRule::Own(_) => f.write_str("Locator::from(closure)"),
        }
    }
}

impl Locator {
    /// The ticks for the ascending `view`; none: those that an axis has by itself. `most`: labels that have
    /// room.
    pub(crate) fn ticks(
        &self,
        scale: AxisScale,
        view: (f64, f64),
        most: usize,
    ) -> Option<Vec<f64>> {
        match &self.0 {
            TickRule::Auto | TickRule::MaxN(_) | TickRule::Divisions(_) => None,
            TickRule::Fixed(ticks) => Some(ticks.clone()),
            TickRule::Multiples { base, offset } => Some(multiples(*base, *offset, view)),
            TickRule::Linear(ticks) => Some(evenly(*ticks, scale, view)),
            TickRule::Log { base, subs } if scale.is_log() => Some(powers(*base, subs, view, most)),
            TickRule::Log { base, subs } => Some(powers_apart(*base, subs, scale, view, most)),
            TickRule::Degrees => Some(degrees(view, most)),
            TickRule::Own(ticks) => Some(ticks(view.0, view.1)),
        }
    }

    /// How many intervals there may be at most, where somebody says.
    pub(crate) fn at_most(&self) -> Option<usize> {
        match self.0 {
            TickRule::MaxN(intervals) => Some(intervals),
            _ => None,
        }
    }

    /// Are its ticks powers of another base than 10?
    pub(crate) fn has_other_base(&self) -> bool {
        matches!(self.0, TickRule::Log { base, .. } if base != 10.0)
    }

    /// How many intervals there are between two ticks.
    pub(crate) fn intervals(&self) -> Option<usize> {
        match self.0 {
            TickRule::Divisions(intervals) => Some(intervals),
            _ => None,
        }
    }

    /// The values, where they do not depend on the limits.
    pub(crate) fn values(&self) -> Option<&[f64]> {
        match &self.0 {
            TickRule::Fixed(ticks) => Some(ticks),
            _ => None,
        }
    }

    /// Are there as many as have room?
    pub(crate) fn is_auto(&self) -> bool {
        matches!(self.0, TickRule::Auto)
    }

    pub(crate) fn check(
        &self,
        argument: &'static str,
        scale: AxisScale,
        view: (f64, f64),
        is_minor: bool,
    ) -> Result<(), FigureError> {
        self.check_of("Axes", argument, scale, view, is_minor)
    }

    /// The same of what is not an axes.
    pub(crate) fn check_of(
        &self,
        part: &'static str,
        argument: &'static str,
        scale: AxisScale,
        view: (f64, f64),
        is_minor: bool,
    ) -> Result<(), FigureError> {
        let refuse = |message| Err(FigureError::new(part, argument, message));
        let count = match &self.0 {
            TickRule::Auto | TickRule::Degrees => 0,
            TickRule::Divisions(_) if !is_minor => {
                return refuse("divisions are of minor ticks only".to_owned());
            }
            TickRule::MaxN(0) | TickRule::Divisions(0) => {
                return refuse("0 is not a number of intervals, 1 to 1000".to_owned());
            }
            TickRule::MaxN(count) | TickRule::Divisions(count) | TickRule::Linear(count) => *count,
            TickRule::Fixed(ticks) => ticks.len(),
            TickRule::Multiples { base, offset } => {
                if !(*base > 0.0 && base.is_finite() && offset.is_finite()) {
                    let (base, offset) = (written(*base), written(*offset));
                    return refuse(format!(
                        "multiples of {base}, moved by {offset}: the first must be above 0, both finite"
                    ));
                }
                let count = (view.1 / base - view.0 / base).floor();
                if count > TICKS.most() as f64 {
                    let ((low, high), base) = ((written(view.0), written(view.1)), written(*base));
                    return refuse(format!(
                        "more than {} multiples of {base} from {low} to {high}",
                        TICKS.most()
                    ));
                }
                0
            }
            TickRule::Log { base, subs } => {
                if !(*base > 1.0 && base.is_finite()) {
                    return refuse(format!("{} is not a base, above 1", written(*base)));
                }
                if let Some(sub) = subs.iter().find(|sub| !(1.0..*base).contains(*sub)) {
                    let (sub, base) = (written(*sub), written(*base));
                    return refuse(format!(
                        "{sub} is not a multiple of a power: from 1 up to the base, {base}, without it"
                    ));
                }
                subs.len()
            }
            TickRule::Own(_) => self.ticks(scale, view, 1).map_or(0, |ticks| ticks.len()),
        };
        TICKS.check(part, argument, count)
    }
}

fn multiples(base: f64, offset: f64, view: (f64, f64)) -> Vec<f64> {
    // one more at each end than the quotient says, which is rounded
    let first = ((view.0 - offset) / base).ceil() - 1.0;
    let count = ((view.1 / base - view.0 / base).floor() as usize).min(TICKS.most()) + 3;
    let at = |n: usize| offset + base * (first + n as f64);
    (0..count).map(at).filter(|tick| inside(*tick, view)).map(|tick| tick + 0.0).collect()
}

/// How far ticks of whole degrees are apart.
const DEGREES: [f64; 11] = [1.0, 2.0, 3.0, 5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 90.0];

/// On a map of the world 60 of longitude, and 30 of latitude.
const DEGREE_INTERVALS: usize = 7;

fn degrees(view: (f64, f64), most: usize) -> Vec<f64> {
    let intervals = DEGREE_INTERVALS.min(most.max(1));
    let wanted = (view.1 - view.0) / intervals as f64;
    match DEGREES.into_iter().find(|step| *step >= wanted) {
        Some(step) if wanted > 0.5 => multiples(step, 0.0, view),
        _ => Step::new(view, intervals).ticks(view),
    }
}

fn evenly(ticks: usize, scale: AxisScale, (low, high): (f64, f64)) -> Vec<f64> {
    let (start, end) = (scale.forward(low), scale.forward(high));
    let at = |n: usize| match n {
        0 => low,
        n if n + 1 == ticks => high,
        n => {
            let fraction = n as f64 / (ticks - 1) as f64;
            scale.inverse(start * (1.0 - fraction) + end * fraction)
        }
    };
    (0..ticks).map(at).collect()
}
