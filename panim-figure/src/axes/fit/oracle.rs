//! Would four labels have room? Answered by trying every set of round numbers, with no help from
//! the ladder that is tested.

use super::{FEW, Fonts, GAP, Scale, TextStyle, tests::TickPlace};
use crate::{
    AxisScale, Format,
    base::civil::{DAY, Moment, days_before},
    ticks,
};

/// Digits after which the ticks of a power of ten stand.
const DIGITS: [&[i32]; 7] = [
    &[1],
    &[1, 3],
    &[1, 2, 5],
    &[1, 2, 3, 5],
    &[1, 2, 3, 4, 6],
    &[1, 2, 4, 6, 8],
    &[1, 2, 3, 4, 5, 6, 7, 8, 9],
];

const STRIDES: [i32; 15] = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 50, 100, 200];

/// Does any set of round numbers have four labels or more that lie apart?
pub(super) fn four_fit(
    scale: AxisScale,
    view: (f64, f64),
    place: TickPlace,
    format: Option<&Format>,
    fonts: &mut Fonts,
) -> bool {
    let sets = match scale {
        AxisScale::Log if (view.1 / view.0).log10() < 0.426 => even(view),
        AxisScale::Log => powers(view),
        AxisScale::SymLog { threshold } => {
            let linear = even(view).filter(move |_| view.0.abs().max(view.1.abs()) <= threshold);
            Box::new(linear.chain(both_signs(view, threshold)))
        }
        AxisScale::Date => dates(view),
        _ => even(view),
    };
    let inside = |set: Vec<f64>| -> Vec<f64> {
        set.into_iter().filter(|tick| (view.0..=view.1).contains(tick)).collect()
    };
    sets.map(inside)
        .filter(|set| (FEW..100).contains(&set.len()))
        .any(|set| lie_apart(scale, view, set, place, format, fonts))
}

type Sets = Box<dyn Iterator<Item = Vec<f64>>>;

fn lie_apart(
    scale: AxisScale,
    view: (f64, f64),
    set: Vec<f64>,
    place: TickPlace,
    format: Option<&Format>,
    fonts: &mut Fonts,
) -> bool {
    let pixels = Scale::new(scale, view, (0.0, place.length));
    let texts = ticks::Ticks::given(scale, set.clone(), view).labels.texts;
    let style = TextStyle::new(place.size);
    let mut end = f64::NEG_INFINITY;
    set.iter().zip(texts).all(|(tick, text)| {
        let text = format.map_or(text, |format| format.text(*tick));
        let size = fonts.layout(&style, &text).bounds().size();
        let (reach, gap) = if place.level {
            (size.width / 2.0, GAP.x * place.size)
        } else {
            (size.height / 2.0, 0.0)
        };
        let at = pixels.at(*tick);
        let is_clear = at - reach >= end + gap;
        end = at + reach;
        is_clear
    })
}

fn number(digits: i64, power: i32) -> f64 {
    format!("{digits}e{power}").parse().expect("a number")
}

fn exponent(value: f64) -> i32 {
    value.log10().floor() as i32
}

/// Multiples of 1, 2, 2.5 and 5 times a power of ten.
fn even(view: (f64, f64)) -> Sets {
    let largest = exponent(view.1 - view.0);
    let steps =
        (largest - 2..=largest).flat_map(|power| [10, 20, 25, 50].map(|step| (step, power)));
    Box::new(steps.map(move |(step, power)| {
        let size = number(step, power - 1);
        let (first, last) = ((view.0 / size).floor() as i64, (view.1 / size).ceil() as i64);
        (first..=last.min(first + 200)).map(|n| number(n * step, power - 1)).collect()
    }))
}

/// Powers of ten, or some of these, and multiples of them.
fn powers(view: (f64, f64)) -> Sets {
    let ends = (exponent(view.0), exponent(view.1));
    let of = |(first, last): (i32, i32), digits: &'static [i32]| -> Vec<f64> {
        let all = (first..=last).flat_map(|power| digits.iter().map(move |d| (*d, power)));
        all.map(|(digit, power)| number(digit.into(), power)).collect()
    };
    let is_short = ends.1 - ends.0 < 60;
    let dense = DIGITS.into_iter().filter(move |_| is_short).map(move |digits| of(ends, digits));
    let sparse = STRIDES.into_iter().map(move |stride| {
        let powers = (ends.0..=ends.1).filter(|power| power % stride == 0);
        powers.map(|power| number(1, power)).collect()
    });
    Box::new(dense.chain(sparse))
}

/// The same on both sides of zero, and zero. With wider strides the innermost may be left out.
fn both_signs(view: (f64, f64), threshold: f64) -> Sets {
    let far = view.0.abs().max(view.1.abs());
    let lowest = exponent(threshold * (1.0 + 1e-9));
    Box::new((0..2).flat_map(move |inner| {
        powers((number(1, lowest + inner), far)).map(|above| {
            let below = above.iter().rev().map(|tick| -tick);
            below.chain([0.0]).chain(above.iter().copied()).collect()
        })
    }))
}

/// Every so many seconds, minutes, hours, days of a month, months or years.
fn dates(view: (f64, f64)) -> Sets {
    let width = view.1 - view.0;
    let fixed = [1, 5, 10, 15, 30, 60, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600];
    let fixed = fixed.into_iter().chain([43_200, DAY]).map(|step| step as f64);
    let clock = fixed.filter(move |step| width / step < 100.0).map(move |step| {
        let first = (view.0 / step).ceil() as i64;
        (first..=(view.1 / step).floor() as i64).map(|n| n as f64 * step).collect()
    });
    let day = DAY as f64;
    let days = [2, 4, 7, 14].into_iter().filter(move |every| width / day < f64::from(100 * every));
    let days = days.map(move |every| {
        let all = (view.0 / day).ceil() as i64..=(view.1 / day).floor() as i64;
        let stands = |day: &i64| {
            let of_month = Moment::new((day * DAY) as f64).map_or(0, |moment| moment.day) - 1;
            // those that are too near to the next month are left out
            of_month.is_multiple_of(every) && (every == 2 || of_month < 28) && of_month < 30
        };
        all.filter(stands).map(|day| (day * DAY) as f64).collect()
    });
    let year = |seconds: f64| Moment::new(seconds).map_or(0, |moment| moment.year);
    let years = (year(view.0), year(view.1) + 1);
    let months = [1, 2, 3, 4, 6].into_iter().filter(move |_| width / day < 4000.0);
    let months = months.map(move |every| {
        let all = (12 * years.0..12 * years.1).filter(move |month| month % every == 0);
        let start =
            |month: i64| days_before(month.div_euclid(12), month.rem_euclid(12) as u32 + 1, 1);
        all.map(|month| (start(month) * DAY) as f64).collect()
    });
    let rounds = [1, 2, 4, 5, 10, 20, 40, 50, 100];
    let many = rounds.into_iter().map(move |every| {
        let all = (years.0..=years.1).filter(move |year| year % every == 0);
        all.map(|year| (days_before(year, 1, 1) * DAY) as f64).collect()
    });
    Box::new(clock.chain(days).chain(months).chain(many))
}
