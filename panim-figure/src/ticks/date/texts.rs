//! What is written at ticks on an axis of dates.

use crate::{base::civil::Moment, ticks::TickLabels};

/// The parts of a date, by which ticks may differ from each other.
fn parts(moment: &Moment) -> [i64; 6] {
    let Moment { year, month, day, hour, minute, second, .. } = *moment;
    [year, month.into(), day.into(), hour.into(), minute.into(), second.into()]
}

const YEARS: usize = 0;
pub(super) const MONTHS: usize = 1;
pub(super) const DAYS: usize = 2;
pub(super) const HOURS: usize = 3;
pub(super) const MINUTES: usize = 4;
pub(super) const SECONDS: usize = 5;

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
    let part = match known[..] {
        // nothing tells it apart: it is what it begins
        [ref only] => (0..=SECONDS).rev().find(|part| !begins(only, *part)),
        _ => (0..=SECONDS).rev().find(differ),
    };
    let part = part.unwrap_or(SECONDS);
    let shared = FORMATS[part].2;

    let write = |moment: &Moment| text(moment, part);
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

/// What is written at a tick where ticks differ in this part of the date at most.
pub(super) fn text(moment: &Moment, part: usize) -> String {
    let (usual, first, _) = FORMATS[part];
    moment.text(if begins(moment, part) { first } else { usual })
}

/// Is `moment` the first of a larger part of a date?
fn begins(moment: &Moment, part: usize) -> bool {
    match part {
        YEARS => false,
        MONTHS | DAYS => parts(moment)[part] == 1,
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
