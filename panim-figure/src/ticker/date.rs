//! Ticks on an axis of dates: at the beginnings of years, months, days, hours, .., each labelled
//! with no more than tells it from the others.

#[cfg(test)]
mod tests;

use super::{TickLabels, ascending, inside};
use crate::ticker::civil::{DAY, Moment, days_before};

/// Fewer of a unit than this in view call for the next smaller one.
const FEW: i64 = 5;

const SECOND: i64 = 1_000_000;

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

    /// How many whole ones lie between the ends of `view`.
    fn count(self, view: (f64, f64)) -> i64 {
        match self.micros() {
            Some(micros) => ((view.1 - view.0) * SECOND as f64 / micros as f64) as i64,
            None => months(view) / if self == Self::Year { 12 } else { 1 },
        }
    }
}

/// The whole months between the ends of `view`.
fn months(view: (f64, f64)) -> i64 {
    let (Some(low), Some(high)) = (Moment::new(view.0), Moment::new(view.1)) else { return 0 };
    let at = |moment: &Moment| 12 * moment.year + i64::from(moment.month);
    let rest = |moment: &Moment, seconds: f64| {
        f64::from(moment.day) * DAY as f64 + seconds.rem_euclid(DAY as f64)
    };
    at(&high) - at(&low) - i64::from(rest(&high, view.1) < rest(&low, view.0))
}

/// A tick at every so many of a unit.
#[derive(Debug, Clone, Copy)]
struct Step {
    unit: Unit,
    every: i64,
}

impl Step {
    /// The one that matplotlib takes: of the largest unit of which there are a few in view, so
    /// many that there are not too many ticks.
    fn new(view: (f64, f64)) -> Self {
        let unit = UNITS.into_iter().find(|unit| unit.count(view) >= FEW).unwrap_or(Unit::Micro);
        let (count, intervals) = (unit.count(view), unit.intervals());
        let fits = |every: &i64| count <= every * (unit.most() - 1);
        let largest = intervals[intervals.len() - 1];
        Self { unit, every: intervals.into_iter().find(fits).unwrap_or(largest) }
    }

    /// All steps wider than this one, ascending.
    fn wider(self) -> impl Iterator<Item = Self> {
        let larger = UNITS.into_iter().rev().skip_while(move |unit| *unit != self.unit);
        let steps = larger
            .flat_map(|unit| unit.intervals().into_iter().map(move |every| Self { unit, every }));
        steps.skip_while(move |step| step.unit == self.unit && step.every <= self.every)
    }

    /// The ticks in `view`.
    fn ticks(self, view: (f64, f64)) -> Vec<f64> {
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

/// The ticks in `view`, ascending: matplotlib's, or wider ones if these are more than `most`.
/// Limits that are no time have none.
pub(crate) fn locate(view: (f64, f64), most: usize) -> Vec<f64> {
    let Some(view) = ascending(view) else { return Vec::new() };
    let mut step = Step::new(view);
    let mut ticks = step.ticks(view);
    while ticks.len() > most.max(2) {
        let few_enough = |wider: &Step| wider.ticks(view).len() < ticks.len();
        let Some(wider) = step.wider().find(few_enough) else { break };
        let fewer = wider.ticks(view);
        if fewer.len() < 2 {
            break;
        }
        (step, ticks) = (wider, fewer);
    }
    ticks
}

/// The parts of a date, by which ticks may differ from each other.
fn parts(moment: &Moment) -> [i64; 6] {
    let Moment { year, month, day, hour, minute, second, .. } = *moment;
    [year, month.into(), day.into(), hour.into(), minute.into(), second.into()]
}

const YEARS: usize = 0;
const MONTHS: usize = 1;
const SECONDS: usize = 5;

/// How a tick is written where ticks differ in this part of the date at most, how if it is the
/// first of its kind and so begins something larger, and how all that ticks share is written
/// beside the axis (matplotlib's `ConciseDateFormatter`).
const FORMATS: [(&str, &str, &str); 6] = [
    ("%Y", "%Y", ""),
    ("%b", "%Y", "%Y"),
    ("%d", "%b", "%Y-%b"),
    ("%H:%M", "%b-%d", "%Y-%b-%d"),
    ("%H:%M", "%H:%M", "%Y-%b-%d"),
    ("%S.%f", "%H:%M", "%Y-%b-%d %H:%M"),
];

/// What is written at `ticks`, ascending, on an axis with the limits `view`, in either order.
pub(crate) fn labels(ticks: &[f64], view: (f64, f64)) -> TickLabels {
    let moments: Vec<Option<Moment>> = ticks.iter().map(|&tick| Moment::new(tick)).collect();
    let known: Vec<Moment> = moments.iter().flatten().copied().collect();
    let differ =
        |part: &usize| known.windows(2).any(|w| parts(&w[0])[*part] != parts(&w[1])[*part]);
    let part = (0..=SECONDS).rev().find(differ).unwrap_or(SECONDS);
    let (usual, first, shared) = FORMATS[part];

    let write = |moment: &Moment| moment.text(if begins(moment, part) { first } else { usual });
    let mut texts: Vec<String> =
        moments.iter().map(|moment| moment.as_ref().map_or_else(String::new, write)).collect();
    if part == SECONDS {
        trim_zeros(&mut texts);
    }
    // the years stand at the Januaries already
    let is_said = part == MONTHS && known.iter().any(|moment| moment.month == 1);
    let end = if view.0 > view.1 { known.first() } else { known.last() };
    let offset = end.filter(|_| !is_said).map_or_else(String::new, |end| end.text(shared));
    TickLabels { texts, offset }
}

/// Is `moment` the first of a larger part of a date?
fn begins(moment: &Moment, part: usize) -> bool {
    match part {
        YEARS => false,
        MONTHS | 2 => parts(moment)[part] == 1,
        SECONDS => moment.second == 0 && moment.micro == 0,
        _ => parts(moment)[part] == 0,
    }
}

/// Takes off the decimals that all `texts` with decimals end in if they are zeros.
fn trim_zeros(texts: &mut [String]) {
    let zeros = |text: &String| text.len() - text.trim_end_matches('0').len();
    let shared = texts.iter().filter(|text| text.contains('.')).map(zeros).min().unwrap_or(0);
    for text in texts.iter_mut().filter(|text| text.contains('.')) {
        text.truncate(text.len() - shared);
        if text.ends_with('.') {
            text.pop();
        }
    }
}

/// The limits as they are, or, where they are one and the same, two years before and after; the
/// first day of 1970 if they are no time.
pub(crate) fn nonsingular(low: f64, high: f64) -> (f64, f64) {
    const TWO_YEARS: f64 = 2.0 * 365.2425 * DAY as f64;
    if !(low.is_finite() && high.is_finite()) {
        return (0.0, DAY as f64);
    }
    if low == high { (low - TWO_YEARS, high + TWO_YEARS) } else { (low, high) }
}
