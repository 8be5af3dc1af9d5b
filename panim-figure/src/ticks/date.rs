//! Ticks on an axis of dates: at the beginnings of years, months, days, hours, .., each labelled
//! with no more than tells it from the others.

#[cfg(test)]
mod tests;
mod texts;

use super::{Neighbours, inside};
use crate::base::civil::{DAY, Moment, days_before, days_in_month};
pub(crate) use texts::labels;
use texts::{DAYS, HOURS, MINUTES, MONTHS, SECONDS, text};

/// Fewer of a unit than this in view call for the next smaller one.
const FEW: i64 = 5;

const SECOND: i64 = 1_000_000;

/// Years that stand for all: their months are as long as any, their labels as long as most.
const YEAR_OF_365: i64 = 2001;
const YEAR_OF_366: i64 = 2000;

/// Days of a year so that five of them are those of any five years with a leap day.
const YEAR: f64 = 365.15;

/// What ticks are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Micro,
    Second,
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

/// From the largest.
const UNITS: [Unit; 7] =
    [Unit::Year, Unit::Month, Unit::Day, Unit::Hour, Unit::Minute, Unit::Second, Unit::Micro];

impl Unit {
    /// How many of it may lie between two ticks, as they make round numbers; ascending.
    fn intervals(self) -> Vec<i64> {
        let decimal = |digits: &[i64], powers: u32| -> Vec<i64> {
            let scaled = |power| digits.iter().map(move |digit| digit * 10_i64.pow(power));
            (0..powers).flat_map(scaled).collect()
        };
        match self {
            Self::Micro => decimal(&[1, 2, 5], 7),
            Self::Second | Self::Minute => vec![1, 5, 10, 15, 30],
            Self::Hour => vec![1, 2, 3, 4, 6, 12],
            Self::Day => vec![1, 2, 4, 7, 14],
            Self::Month => vec![1, 2, 3, 4, 6],
            Self::Year => decimal(&[1, 2, 4, 5], 8),
        }
    }

    /// matplotlib's most ticks in this unit.
    fn most(self) -> i64 {
        match self {
            Self::Micro => 8,
            Self::Hour | Self::Month => 12,
            _ => 11,
        }
    }

    /// Its length, if it is always the same, in microseconds.
    fn micros(self) -> Option<i64> {
        match self {
            Self::Micro => Some(1),
            Self::Second => Some(SECOND),
            Self::Minute => Some(60 * SECOND),
            Self::Hour => Some(3600 * SECOND),
            Self::Day => Some(DAY * SECOND),
            Self::Month | Self::Year => None,
        }
    }

    /// How many whole ones make up the length of `view`. Months and years are as long as they are
    /// on average: what depended on where the view begins would change while it moves.
    fn count(self, view: (f64, f64)) -> i64 {
        let micros = match self {
            Self::Month => DAY as f64 * SECOND as f64 * 365.0 / 12.0,
            Self::Year => DAY as f64 * SECOND as f64 * YEAR,
            _ => self.micros().unwrap_or(SECOND) as f64,
        };
        ((view.1 - view.0) * SECOND as f64 / micros + 1e-9) as i64
    }

    /// Are there a few of it in `view`, so that ticks are counted in it?
    fn is_seen(self, view: (f64, f64)) -> bool {
        match self {
            // the shortest that five months are
            Self::Month => view.1 - view.0 >= (150 * DAY) as f64,
            _ => self.count(view) >= FEW,
        }
    }
}

/// A tick at every so many of a unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct DateStep {
    unit: Unit,
    every: i64,
    /// The tick before the first of a month has a label if it is so many days away from it: the
    /// days of a month end where they end, not where labels have room.
    clear: i64,
}

impl DateStep {
    fn new(unit: Unit, every: i64) -> Self {
        Self { unit, every, clear: 1 }
    }

    /// The one that matplotlib takes: of the largest unit of which there are a few in view, so
    /// many that there are not too many ticks.
    fn usual(view: (f64, f64)) -> Self {
        let unit = UNITS.into_iter().find(|unit| unit.is_seen(view)).unwrap_or(Unit::Micro);
        let (count, intervals) = (unit.count(view), unit.intervals());
        let fits = |every: &i64| count <= every * (unit.most() - 1);
        let largest = intervals[intervals.len() - 1];
        Self::new(unit, intervals.into_iter().find(fits).unwrap_or(largest))
    }

    /// The steps of a view, from small to wide, and which of them is matplotlib's.
    pub(super) fn of(view: (f64, f64)) -> (Vec<Self>, usize) {
        let steps = UNITS.into_iter().rev().flat_map(|unit| {
            unit.intervals().into_iter().flat_map(move |every| {
                let most = if unit == Unit::Day && every < 7 { every } else { 1 };
                (1..=most).map(move |clear| Self { unit, every, clear })
            })
        });
        let steps: Vec<Self> = steps.collect();
        let usual = Self::usual(view);
        let start = steps.iter().position(|step| *step == usual).unwrap_or(0);
        (steps, start)
    }

    /// About how many seconds lie between two ticks.
    fn seconds(self) -> f64 {
        let day = DAY as f64;
        let unit = match self.unit {
            Unit::Year => 366.0 * day,
            Unit::Month => 31.0 * day,
            unit => unit.micros().unwrap_or(SECOND) as f64 / SECOND as f64,
        };
        unit * self.every as f64
    }

    /// How many labels every view as wide as this one has.
    pub(super) fn sure(self, view: (f64, f64)) -> usize {
        let width = view.1 - view.0;
        let days = match (self.unit, self.every) {
            (Unit::Day, 7 | 14) => 3,
            (Unit::Day, _) => self.clear - 1,
            _ => 0,
        };
        // what the ends of months take away
        let lost = (days * DAY) as f64 * (width / (28 * DAY) as f64).ceil();
        ((width - lost).max(0.0) / self.seconds() + 1e-9) as usize
    }

    /// How many ticks any view as wide as this one has at most.
    pub(super) fn most(self, view: (f64, f64)) -> usize {
        let width = view.1 - view.0;
        let days = (DAY * self.every) as f64;
        // months as the shortest follow each other
        let shortest = match self.unit {
            Unit::Year => 365.0 * days,
            Unit::Month if self.every < 3 => (30.0 - 2.0 / self.every as f64) * days,
            Unit::Month => 30.0 * days,
            _ => self.seconds(),
        };
        // one more where a month ends between two
        let ends = match (self.unit, self.every) {
            (Unit::Day, 2 | 4) => (width / (28 * DAY) as f64).ceil() as usize,
            _ => 0,
        };
        (width / shortest + 1e-9) as usize + 1 + ends
    }

    /// The ticks in `view`.
    pub(super) fn ticks(self, view: (f64, f64)) -> Vec<f64> {
        let (Some(first), Some(last)) = (Moment::new(view.0), Moment::new(view.1)) else {
            return Vec::new();
        };
        let month = |moment: &Moment| 12 * moment.year + i64::from(moment.month) - 1;
        let mut ticks: Vec<f64> = match self.unit {
            Unit::Year => months_from(month(&first), month(&last), 12 * self.every).collect(),
            Unit::Month => months_from(month(&first), month(&last), self.every).collect(),
            Unit::Day => days_from(view, self.every).collect(),
            unit => multiples(view, self.every * unit.micros().unwrap_or(SECOND)).collect(),
        };
        ticks.retain(|&tick| inside(tick, view));
        ticks
    }

    /// Is it too near to the first of a month for a label?
    pub(super) fn is_crowded(self, tick: f64) -> bool {
        self.clear > 1
            && Moment::new(tick).is_some_and(|moment| {
                let left = i64::from(days_in_month(moment.year, moment.month) - moment.day) + 1;
                moment.day > 1 && left < self.clear
            })
    }

    /// Labels that stand beside each other somewhere, in whatever month or hour that is: those in
    /// view may be short ones.
    pub(super) fn neighbours(self) -> Vec<Neighbours> {
        let day = DAY as f64;
        let of = |year: i64, month: u32| days_before(year, month, 1) as f64 * day;
        let first = |month: u32| of(YEAR_OF_365, month);
        let written = |at: f64, part: usize| {
            let text = Moment::new(at).map_or_else(String::new, |moment| text(&moment, part));
            text.trim_end_matches(".000000").to_owned()
        };
        let pair = |part: usize, a: f64, b: f64| Neighbours {
            apart: b - a,
            values: [a, b],
            texts: [a, b].map(|at| written(at, part)),
        };
        match self.unit {
            Unit::Year | Unit::Micro => Vec::new(),
            Unit::Month => {
                let months = (0..12 / self.every).map(|n| (n * self.every) as u32 + 1);
                let mut firsts: Vec<f64> = months.map(first).collect();
                firsts.push(first(1) + 365.0 * day);
                firsts.windows(2).map(|w| pair(MONTHS, w[0], w[1])).collect()
            }
            Unit::Day => [YEAR_OF_365, YEAR_OF_366]
                .into_iter()
                .flat_map(|year| (1..=12).map(move |month| (year, month)))
                .flat_map(|(year, month)| {
                    let length = i64::from(days_in_month(year, month));
                    let start = of(year, month);
                    let next = start + (length * DAY) as f64;
                    let ticks = days_from((start, next - 1.0), self.every);
                    let last = ticks.filter(|tick| *tick < next && !self.is_crowded(*tick)).last();
                    let step = (self.every * DAY) as f64;
                    // days of two digits
                    let middle = start + step * (10.0 * day / step).ceil();
                    [
                        pair(DAYS, last.unwrap_or(start), next),
                        pair(DAYS, start, start + step),
                        pair(DAYS, middle, middle + step),
                    ]
                })
                .collect(),
            Unit::Hour => (1..=12)
                .map(|month| {
                    let midnight = first(month) + 27.0 * day;
                    pair(HOURS, midnight, midnight + self.seconds())
                })
                .collect(),
            Unit::Minute => vec![pair(MINUTES, first(1), first(1) + self.seconds())],
            Unit::Second => vec![pair(SECONDS, first(1), first(1) + self.seconds())],
        }
    }
}

/// The beginnings of every so many months, counted from the year 0.
fn months_from(first: i64, last: i64, every: i64) -> impl Iterator<Item = f64> {
    (first.div_euclid(every)..=last.div_euclid(every) + 1).map(move |n| {
        let (year, month) = ((n * every).div_euclid(12), (n * every).rem_euclid(12));
        (days_before(year, month as u32 + 1, 1) * DAY) as f64
    })
}

/// The beginnings of every so many days, counted anew in each month; weeks leave out the few days
/// at its end.
fn days_from(view: (f64, f64), every: i64) -> impl Iterator<Item = f64> {
    let day = |seconds: f64| (seconds / DAY as f64).floor() as i64;
    let is_tick = move |seconds: &f64| {
        let days = Moment::new(*seconds).map_or(0, |moment| i64::from(moment.day) - 1);
        days % every == 0 && (every % 7 != 0 || days < 28)
    };
    (day(view.0)..=day(view.1) + 1).map(|day| (day * DAY) as f64).filter(is_tick)
}

/// The multiples of so many microseconds.
fn multiples(view: (f64, f64), micros: i64) -> impl Iterator<Item = f64> {
    let position = |seconds: f64| seconds * SECOND as f64 / micros as f64;
    (position(view.0).floor() as i128..=position(view.1).ceil() as i128).map(move |n| {
        let at = n * i128::from(micros);
        let (seconds, rest) = (at.div_euclid(SECOND.into()), at.rem_euclid(SECOND.into()));
        seconds as f64 + rest as f64 / SECOND as f64
    })
}

/// The limits as they are, or, where they are one and the same, two years before and after; the
/// first day of 1970 if they are no time.
pub(crate) fn nonsingular(low: f64, high: f64) -> (f64, f64) {
    const TWO_YEARS: f64 = 2.0 * 365.2425 * DAY as f64;
    if !(low.is_finite() && high.is_finite()) {
        return (0.0, DAY as f64);
    }
    if low != high {
        return (low, high);
    }
    // far from 1970 two years are nothing
    let around = TWO_YEARS.max(low.abs() * 1e-9);
    ((low - around).max(f64::MIN), (high + around).min(f64::MAX))
}
