//! One axis of an axes: its limits, its label and what is said of its ticks.

mod check;
pub(crate) mod function;
pub(crate) mod look;
#[cfg(test)]
mod tests;
mod ticks;

use crate::{
    AxisScale, Format,
    base::{
        extent::Reach,
        wanted::Wanted,
        warning::{Warning, Warnings},
    },
    text::label::Label,
    ticks::{Locator, distinct, nonsingular, told_apart},
    transform::plane::Scale,
};
use function::Followed;
use look::TickLooks;

/// What one axis shows. Plain data; where it falls on the pixels is [`super::view`]'s work.
#[derive(Debug, Clone)]
pub(crate) struct Axis {
    pub(crate) name: AxisName,
    pub(crate) limits: (f64, f64),
    /// The part of them that has ticks, if not all.
    pub(crate) ticked: Option<(f64, f64)>,
    /// Given by the user, not taken from the data?
    pub(crate) fixed: bool,
    /// Given as a range, for messages.
    pub(crate) is_range: bool,
    /// The data that limits which are not given show.
    pub(crate) data: Option<Reach>,
    /// Setup's data have no range, and the first frame's are still to come.
    pub(crate) open: bool,
    /// Limits taken from the data go from high to low?
    pub(crate) inverted: bool,
    /// The limits were changed since setup: ticks then follow them smoothly, without snapping.
    pub(crate) moving: bool,
    /// The ticks were given other places since setup.
    pub(crate) moving_ticks: bool,
    pub(crate) scale: AxisScale,
    pub(crate) label: Label,
    /// Where the user wants ticks, if anywhere.
    pub(crate) locator: Option<Locator>,
    /// The ticks of the artists, where nobody set any.
    pub(crate) wanted: Wanted,
    pub(crate) tick_labels: Option<Vec<String>>,
    pub(crate) format: Option<Format>,
    pub(crate) minor: Minor,
    /// Fraction of the data's range that autoscaled limits leave free on either side.
    pub(crate) margin: f64,
    /// Data that want none have none.
    pub(crate) sticks: bool,
    /// Ticks and label stand at the top or at the right, unless somebody says otherwise.
    pub(crate) far: bool,
    /// Whether the label does.
    pub(crate) label_far: Option<bool>,
    pub(crate) has_marks: bool,
    pub(crate) has_labels: bool,
    /// It is that of another axes, or none: unless its ticks are asked for, none are shown.
    pub(crate) is_borrowed: bool,
    pub(crate) look: TickLooks,
    /// Its values are a function of those of another axis.
    pub(crate) followed: Option<Followed>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AxisName {
    X,
    Y,
    Z,
}

/// The short ticks between the labelled ones.
#[derive(Debug, Clone)]
pub(crate) enum Minor {
    /// On axes that are not linear.
    ByScale,
    Off,
    Auto,
    By(Locator),
}

/// matplotlib's.
const MARGIN: f64 = 0.05;

impl Axis {
    pub(crate) fn new(name: AxisName) -> Self {
        Self {
            name,
            limits: (0.0, 1.0),
            ticked: None,
            fixed: false,
            is_range: false,
            data: None,
            open: false,
            inverted: false,
            moving: false,
            moving_ticks: false,
            scale: AxisScale::Linear,
            label: Label::default(),
            locator: None,
            wanted: Wanted::default(),
            tick_labels: None,
            format: None,
            minor: Minor::ByScale,
            margin: MARGIN,
            sticks: true,
            far: false,
            label_far: None,
            has_marks: true,
            has_labels: true,
            is_borrowed: false,
            look: TickLooks::default(),
            followed: None,
        }
    }

    pub(crate) fn set_locator(&mut self, locator: Locator) {
        (self.locator, self.moving_ticks) = (Some(locator), true);
    }

    /// The ticks that the user wants; none: those that the axis has by itself. `most`: labels that have
    /// room.
    pub(crate) fn located(&self, most: usize) -> Option<Vec<f64>> {
        let ticks = self.locator.as_ref()?.ticks(self.scale, self.ascending_limits(), most)?;
        // labels are in the order of their ticks
        Some(if self.tick_labels.is_some() { ticks } else { ticks::distinct(ticks) })
    }

    /// Where a value stands on the pixels of `scale`.
    pub(crate) fn at(&self, scale: &Scale, value: f64) -> f64 {
        self.followed.as_ref().map_or_else(|| scale.at(value), |followed| followed.at(scale, value))
    }

    /// Do its ticks move, so that they must not snap to pixels?
    pub(crate) fn ticks_move(&self) -> bool {
        self.moving || self.moving_ticks
    }

    pub(crate) fn set_limits(&mut self, low: f64, high: f64) {
        self.limits = (low, high);
        (self.fixed, self.is_range, self.moving) = (true, false, true);
    }

    /// The same, given as a range.
    pub(crate) fn set_range(&mut self, low: f64, high: f64) {
        self.set_limits(low, high);
        self.is_range = true;
    }

    pub(crate) fn set_minor(&mut self, on: bool) {
        self.minor = if on { Minor::Auto } else { Minor::Off };
    }

    pub(crate) fn set_minor_locator(&mut self, locator: Locator) {
        (self.minor, self.moving_ticks) = (Minor::By(locator), true);
    }

    /// Turns limits and data around.
    pub(crate) fn invert(&mut self) {
        self.inverted = !self.inverted;
        self.limits = (self.limits.1, self.limits.0);
    }

    /// Shows no ticks unless they are asked for.
    pub(crate) fn be_borrowed(&mut self) {
        (self.has_marks, self.has_labels, self.is_borrowed) = (false, false, true);
    }

    pub(crate) fn show_ticks(&mut self, marks: bool, labels: bool) {
        (self.has_marks, self.has_labels) = (marks, labels);
        for look in [&mut self.look.major, &mut self.look.minor] {
            (look.marks, look.labels) = Default::default();
        }
    }

    /// Limits that show `data` with a margin; 0 to 1, or one decade, without any.
    pub(crate) fn autoscale(&mut self, data: Option<Reach>) {
        (self.fixed, self.data) = (false, data);
        self.fit();
    }

    /// Setup is over: limits that were not given show `data`, and stay open if these have no range.
    pub(crate) fn freeze(&mut self, data: Option<Reach>, is_shown: bool) {
        if !self.fixed {
            self.autoscale(data);
            self.open = is_shown && !self.is_ranged();
        }
        (self.moving, self.moving_ticks) = (false, false);
    }

    /// Open limits show `data`, those of the first frame. `frozen`: the same axis as setup left it.
    pub(crate) fn open_to(&mut self, frozen: &Self, data: Option<Reach>) {
        if self.waits(frozen) {
            let moving = self.moving;
            self.autoscale(data.or(self.data));
            self.moving = moving;
        }
        self.open = false;
    }

    /// Are its limits still those that setup left open? `frozen`: the same axis as setup left it.
    pub(crate) fn waits(&self, frozen: &Self) -> bool {
        frozen.open && !self.fixed && self.data == frozen.data
    }

    /// Do the data themselves say from where to where?
    fn is_ranged(&self) -> bool {
        self.data.is_some_and(|reach| match self.scale {
            scale if scale.is_log() => reach.least_positive < reach.high,
            scale => told_apart(scale, (reach.low, reach.high)) == (reach.low, reach.high),
        })
    }

    /// Data that follow from low to high go from high to low, or the other way around.
    pub(crate) fn turn(&mut self) {
        self.inverted = !self.inverted;
        if !self.fixed {
            self.limits = (self.limits.1, self.limits.0);
        }
    }

    pub(crate) fn set_scale(&mut self, scale: AxisScale) {
        self.scale = scale;
        self.wanted.set_dates(scale == AxisScale::Date);
        self.fit_unless_fixed();
    }

    pub(crate) fn set_margin(&mut self, fraction: f64) {
        self.margin = fraction;
        // most of what is 3D wants none, so that nothing else is meant
        self.sticks = self.name != AxisName::Z;
        self.fit_unless_fixed();
    }

    fn fit_unless_fixed(&mut self) {
        if !self.fixed {
            self.fit();
        }
    }

    fn fit(&mut self) {
        let (low, high) = self.fitted();
        self.limits = if self.inverted { (high, low) } else { (low, high) };
        self.moving = true;
    }

    fn fitted(&self) -> (f64, f64) {
        let Some(reach) = self.data.filter(|_| !self.is_out_of_bounds()) else {
            return match self.scale.is_bounded() {
                true => nonsingular(self.scale, (f64::NAN, f64::NAN), f64::NAN),
                false => (0.0, 1.0),
            };
        };
        let (low, high) = nonsingular(self.scale, (reach.low, reach.high), reach.least_positive);
        // the margin is a fraction of what is seen
        let (start, end) = (self.scale.forward(low), self.scale.forward(high));
        // halved, so that it is finite for the largest numbers too
        let margin = 2.0 * self.margin * (end / 2.0 - start / 2.0);
        let limits = (
            if self.sticks && reach.low_sticks && low == reach.low {
                low
            } else {
                self.limit_at(start - margin, low, |value| value <= low)
            },
            if self.sticks && reach.high_sticks && high == reach.high {
                high
            } else {
                self.limit_at(end + margin, high, |value| value >= high)
            },
        );
        if self.scale == AxisScale::Linear { distinct(limits) } else { limits }
    }

    /// The value at a place of the scale's own, or the nearest one that a limit can be. A function may
    /// have none there, or one that is not beyond the data: then `end`, where these end.
    fn limit_at(&self, place: f64, end: f64, is_beyond: impl Fn(f64) -> bool) -> f64 {
        if let AxisScale::Function(_) = self.scale {
            let value = self.scale.inverse(place);
            let off = (self.scale.forward(value) - place).abs();
            let reach = (self.scale.forward(end) - place).abs();
            return if is_beyond(value) && off <= 1e-6 * reach { value } else { end };
        }
        let (least, most) = self.scale.bounds();
        self.scale.inverse(place).clamp(least, most)
    }

    /// Are all data outside of what the scale shows?
    fn is_out_of_bounds(&self) -> bool {
        let (from, to) = self.scale.domain();
        self.data.is_some_and(|reach| reach.high <= from || reach.low >= to)
    }

    /// Do the limits follow data of which the axis can show nothing? `has_data`: are there any?
    fn shows_nothing(&self, has_data: impl FnOnce() -> bool) -> bool {
        let is_free = self.scale.is_bounded() && !self.fixed && !self.open;
        is_free && (self.is_out_of_bounds() || (self.data.is_none() && has_data()))
    }

    /// The limits, moved apart if nothing can be shown between them. Those that are not finite are
    /// left to the check.
    pub(crate) fn shown(&self) -> (f64, f64) {
        let (low, high) = self.limits;
        match low.is_finite() && high.is_finite() {
            true => told_apart(self.scale, (low, high)),
            false => (low, high),
        }
    }

    /// Moves limits apart between which nothing can be shown.
    pub(crate) fn widen(&mut self, has_data: impl FnOnce() -> bool, warnings: &mut Warnings) {
        if self.shows_nothing(has_data) {
            let argument = self.arguments().scale;
            let (shown, name) = match self.scale {
                AxisScale::Logit => ("between 0 and 1", "logit"),
                AxisScale::Mercator => ("between -90 and 90 degrees", "Mercator"),
                _ => ("above 0", "logarithmic"),
            };
            warnings.add(Warning::new(format!(
                "Axes, `{argument}`: no data {shown}, and a {name} axis shows only these",
            )));
        }
        let (apart, (low, high)) = (self.shown(), self.limits);
        if low.is_finite() && high.is_finite() && apart != (low, high) {
            let argument = self.arguments().limits;
            warnings.add(Warning::new(format!(
                "Axes, `{argument}`: equal limits show nothing and were moved apart"
            )));
            self.limits = apart;
        }
    }
}
