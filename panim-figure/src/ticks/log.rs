//! Ticks on a logarithmic axis: powers of ten, and between them their multiples.

use super::{Neighbours, Step, ascending, decimal, inside};
use crate::text::{formula, power_of_ten};

/// With so many powers of ten in view, ticks between them would run together.
const MANY: i32 = 10;

/// matplotlib's most ticks along an axis, whatever its length.
const MOST: usize = 9;

/// A view of fewer powers of ten than this is nearly linear, and so are its ticks.
const LINEAR: f64 = 0.426;

/// What is labelled between powers of ten, from many to few. Each set is spread about as evenly as
/// can be on a log axis.
pub(super) const DIGITS: [&[f64]; 9] = [
    &[1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0],
    &[1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0],
    &[1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0],
    &[1.0, 1.5, 2.0, 3.0, 5.0, 7.0],
    &[1.0, 2.0, 3.0, 4.0, 6.0, 8.0],
    USUAL,
    &[1.0, 2.0, 3.0, 5.0],
    &[1.0, 2.0, 5.0],
    THREES,
];

/// matplotlib's where there is one power of ten in view.
const USUAL: &[f64] = &[1.0, 2.0, 3.0, 4.0, 6.0];
const THREES: &[f64] = &[1.0, 3.0];

/// What of a log axis is in view: the powers of ten, as exponents.
#[derive(Debug, Clone, Copy)]
struct Decades {
    first: i32,
    last: i32,
    /// How many there are between the two ends of the view, as a fraction.
    width: f64,
}

impl Decades {
    /// `None` where a logarithm cannot show the view.
    fn new(view: (f64, f64)) -> Option<Self> {
        let (low, high) = ascending(view).filter(|(low, _)| *low > 0.0)?;
        let (start, end) = (low.log10(), high.log10());
        // a tick on a moving edge must not flicker
        let slack = 1e-10 * (end - start) + 2.0 * f64::EPSILON * start.abs().max(end.abs());
        let (first, last) = ((start - slack).ceil() as i32, (end + slack).floor() as i32);
        // a width of 3 is not to be 2.999..
        Some(Self { first, last, width: end - start + 1e-9 })
    }

    /// How many powers of ten are in a view of this width at most.
    fn most(self) -> i32 {
        self.width as i32 + 1
    }
}

/// Which ticks of a log axis have labels. What they are depends on how many powers of ten are in
/// view, not on which: ticks that stand still while the view moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum LogRung {
    /// Evenly spaced numbers.
    Even(Step),
    /// Powers of ten and their multiples by these.
    Digits(&'static [f64]),
    /// Powers of ten, and three times one where the view goes on beyond the outermost of these.
    Ends,
    /// Those powers of ten whose exponents are multiples of this.
    Powers(i32),
}

impl LogRung {
    /// Those for a view, from many ticks to few, and which of them to take if there is room.
    pub(super) fn of(view: (f64, f64), most: usize) -> (Vec<Self>, usize) {
        let (Some(decades), Some(view)) = (Decades::new(view), ascending(view)) else {
            return (Vec::new(), 0);
        };
        if decades.width < LINEAR {
            let (steps, start) = super::steps(view, most.min(MOST));
            return (steps.into_iter().map(Self::Even).collect(), start);
        }
        let most = most.clamp(2, MOST) as f64;
        let fits = |stride: &i32| (decades.width / f64::from(*stride)).floor() < most;
        let mut rungs: Vec<Self> = DIGITS.into_iter().map(Self::Digits).collect();
        rungs.push(Self::Ends);
        rungs.extend(strides(decades.width).map(Self::Powers));
        let start = match decades.width {
            ..2.0 => Self::Digits(USUAL),
            ..3.0 => Self::Digits(THREES),
            ..4.0 => Self::Ends,
            _ => Self::Powers(strides(decades.width).find(fits).unwrap_or(1)),
        };
        let start = rungs.iter().position(|rung| *rung == start).unwrap_or(0);
        (rungs, start)
    }

    /// How many labels every view as wide as this one has.
    pub(super) fn sure(self, view: (f64, f64)) -> usize {
        let Some(decades) = Decades::new(view) else { return 0 };
        match self {
            Self::Even(step) => step.sure(view),
            Self::Digits(_) if decades.most() >= MANY => decades.width as usize,
            Self::Digits(digits) => {
                // each whole power of ten has all of them
                let whole = (decades.width as usize).saturating_sub(1);
                let powers = [0.0, 1.0, 2.0, 3.0].into_iter();
                let places: Vec<f64> = powers
                    .flat_map(|power| digits.iter().map(move |d| d.log10() + power))
                    .collect();
                whole * digits.len() + sure(&places, decades.width - whole as f64)
            }
            Self::Ends if decades.width >= 1.0 => decades.width as usize + 1,
            Self::Ends => 0,
            Self::Powers(stride) => (decades.width / f64::from(stride)) as usize,
        }
    }

    /// How many labels any view as wide as this one has at most.
    pub(super) fn most(self, view: (f64, f64)) -> usize {
        let Some(decades) = Decades::new(view) else { return 0 };
        let powers = decades.width as usize + 1;
        match self {
            Self::Even(_) => {
                let (major, minor) = self.ticks(view);
                major.len() + minor.len()
            }
            Self::Digits(_) if decades.most() >= MANY => powers,
            Self::Digits(digits) => {
                let places: Vec<f64> = (0..=powers)
                    .flat_map(|power| digits.iter().map(move |d| d.log10() + power as f64))
                    .collect();
                let from = |start: &f64| {
                    let end = start + decades.width;
                    places.iter().filter(|at| (*start..=end).contains(*at)).count()
                };
                places[..digits.len()].iter().map(from).max().unwrap_or(0)
            }
            Self::Ends => powers + 1,
            Self::Powers(stride) => (decades.width / f64::from(stride)) as usize + 1,
        }
    }

    /// The ticks in `view`, ascending: the powers of ten, and the short ones, of which those with
    /// a label.
    pub(super) fn ticks(self, view: (f64, f64)) -> (Vec<f64>, Vec<(f64, bool)>) {
        let (Some(decades), Some(view)) = (Decades::new(view), ascending(view)) else {
            return (Vec::new(), Vec::new());
        };
        let stride = if let Self::Powers(stride) = self { stride } else { 1 };
        let powers = (decades.first..=decades.last).filter(|power| power % stride == 0);
        let major: Vec<f64> = powers.map(|power| decimal(1, power)).collect();
        let mut minor: Vec<(f64, bool)> = Vec::new();
        if stride == 1 && decades.most() < MANY && !matches!(self, Self::Even(_)) {
            let own = if let Self::Digits(digits) = self { digits } else { &[] };
            let ends = self == Self::Ends;
            let nothing_between = |power: i32| power < decades.first || power >= decades.last;
            for power in decades.first - 1..=decades.last {
                let tens = (10..100).filter(|tens| {
                    let digit = f64::from(*tens) / 10.0;
                    *tens > 10 && (tens % 10 == 0 || own.contains(&digit))
                });
                minor.extend(tens.map(|tens| {
                    let has_label = own.contains(&(f64::from(tens) / 10.0))
                        || (ends && tens == 30 && nothing_between(power));
                    (decimal(tens.into(), power - 1), has_label)
                }));
            }
        } else if let Self::Even(step) = self {
            minor.extend(step.ticks(view).into_iter().map(|tick| (tick, true)));
        }
        minor.retain(|&(tick, _)| tick > 0.0 && inside(tick, view) && !major.contains(&tick));
        // the smallest numbers have no digits
        minor.dedup_by_key(|(tick, _)| *tick);
        (major, minor)
    }

    /// Labels that stand beside each other somewhere: those in view may be short, or far apart.
    pub(super) fn neighbours(self, view: (f64, f64)) -> Vec<Neighbours> {
        let (Self::Digits(digits), Some(decades)) = (self, Decades::new(view)) else {
            return Vec::new();
        };
        let next = digits.iter().skip(1).chain(&[10.0]);
        let pairs = digits.iter().zip(next).map(|(&low, &high)| {
            let values = [low, high].map(|digit| digit * decimal(1, decades.last - 1));
            let texts = labels(&values);
            let [a, b] = [0, 1].map(|i| texts.get(i).cloned().unwrap_or_default());
            Neighbours { apart: (high / low).log10(), values, texts: [a, b] }
        });
        pairs.collect()
    }
}

/// How many powers of ten may lie between two ticks, as they make round exponents, in a view of so
/// many.
pub(super) fn strides(width: f64) -> impl Iterator<Item = i32> {
    const STRIDES: [i32; 22] =
        [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 400];
    let mut before = 0;
    STRIDES
        .into_iter()
        .take_while(move |stride| f64::from(std::mem::replace(&mut before, *stride)) <= width)
}

/// How many of these places are at least in a stretch so wide, wherever it begins.
pub(super) fn sure(places: &[f64], width: f64) -> usize {
    let Some(end) = places.last() else { return 0 };
    let starts = places.iter().enumerate().filter(|(_, at)| **at + width <= *end);
    let counts = starts.map(|(i, at)| {
        places[i + 1..].iter().take_while(|place| **place <= at + width + 1e-9).count()
    });
    counts.min().unwrap_or(0)
}

/// A label for each of `ticks`, as formulas: 10⁻³ or 2.5×10⁴.
pub(crate) fn labels(ticks: &[f64]) -> Vec<String> {
    // matplotlib's six digits, and as many more as tell the ticks from each other
    let written = |digits| ticks.iter().map(|&tick| scientific(tick, digits)).collect();
    let distinct = |texts: &Vec<String>| texts.windows(2).all(|pair| pair[0] != pair[1]);
    (6..17).map(written).find(distinct).unwrap_or_else(|| written(17))
}

/// `value` as a number from 1 to 10, of at most so many `digits`, times a power of ten.
fn scientific(value: f64, digits: usize) -> String {
    let sign = if value < 0.0 { "\u{2212}" } else { "" };
    let text = format!("{:.*e}", digits - 1, value.abs());
    let Some((digits, power)) = text.split_once('e') else { return text };
    let digits = digits.trim_end_matches('0').trim_end_matches('.');
    let power = power.parse().map_or_else(|_| String::new(), power_of_ten);
    match digits {
        "" | "0" => "0".to_owned(),
        "1" => formula(&format!("{sign}{power}")),
        _ => formula(&format!("{sign}{digits}×{power}")),
    }
}

/// The limits of a log axis for data from `low` to `high`, of which `least` is the smallest above
/// zero: data at and below zero are left out, and a single value is shown between the powers of
/// ten next to it.
pub(crate) fn nonsingular(low: f64, high: f64, least: f64) -> (f64, f64) {
    const NOTHING: (f64, f64) = (1.0, 10.0);
    let Some((low, high)) = ascending((low, high)).filter(|(_, high)| *high > 0.0) else {
        return NOTHING;
    };
    let low = if low > 0.0 { low } else { least.max(f64::MIN_POSITIVE).min(high) };
    if low < high {
        return (low, high);
    }
    let Some(Decades { first, last, .. }) = Decades::new((low, low)) else { return NOTHING };
    // `first` is the power at or above the value, `last` the one at or below it
    let (below, above) = if first == last { (first - 1, last + 1) } else { (last, first) };
    // no nearer to 0 than numbers have all their digits, and no farther than they reach
    (decimal(1, below.clamp(-307, 307)), decimal(1, above.clamp(-306, 308)).max(high))
}

#[cfg(test)]
mod tests {
    use super::{super::plain, *};

    #[test]
    fn powers_of_ten_are_formulas() {
        let wanted = [r"$\mathdefault{−10^{2}}$", "0", r"$\mathdefault{2.5×10^{-3}}$"];
        assert_eq!(labels(&[-100.0, 0.0, 2.5e-3]), wanted);
    }

    fn usual(view: (f64, f64), most: usize) -> (Vec<f64>, Vec<(f64, bool)>) {
        let (rungs, start) = LogRung::of(view, most);
        rungs.get(start).map_or_else(Default::default, |rung| rung.ticks(view))
    }

    #[test]
    fn only_positive_views_have_ticks() {
        for view in [(0.0, 1.0), (-1.0, 10.0), (f64::NAN, 1.0), (1.0, f64::INFINITY)] {
            assert_eq!(usual(view, 9), (Vec::new(), Vec::new()), "{view:?}");
        }
    }

    #[test]
    fn a_moving_view_keeps_the_ticks_on_its_edges() {
        for n in 1..1000 {
            let low = 1e-3 / (f64::from(n) / 7.0) * (f64::from(n) / 7.0);
            let (ticks, _) = usual((low, low * 1e5), 9);
            assert_eq!(ticks.len(), 6, "from {low:e}: {ticks:?}");
        }
    }

    #[test]
    fn no_view_runs_away() {
        let ends = [5e-324, 1e-310, f64::MIN_POSITIVE, 1e-20, 0.99, 1.0, 1.0 + 1e-15, 7.3, 1e300];
        for a in ends {
            for b in ends.into_iter().chain([f64::MAX]) {
                for most in [0, 1, 2, 5, 9, 100] {
                    let (major, minor) = usual((a, b), most);
                    assert!(major.len() <= 9 && minor.len() <= 88, "{a:e} {b:e} {most}");
                    assert!(major.windows(2).all(|w| w[0] < w[1]), "{a:e} {b:e}: {major:?}");
                    assert!(minor.windows(2).all(|w| w[0].0 < w[1].0), "{a:e} {b:e}: {minor:?}");
                    assert!(!minor.iter().any(|(tick, _)| major.contains(tick)), "{a:e} {b:e}");
                }
            }
        }
    }

    #[test]
    fn a_view_of_any_place_has_labels_where_matplotlib_has_none() {
        let labelled = |view: (f64, f64)| {
            let (major, minor) = usual(view, 9);
            let minor = minor.into_iter().filter(|(_, has_label)| *has_label);
            let mut all: Vec<f64> = major.into_iter().chain(minor.map(|(tick, _)| tick)).collect();
            all.sort_by(f64::total_cmp);
            all
        };
        assert_eq!(labelled((1.0, 10.0)), [1.0, 2.0, 3.0, 4.0, 6.0, 10.0]);
        assert_eq!(labelled((1.0, 100.0)), [1.0, 3.0, 10.0, 30.0, 100.0]);
        assert_eq!(labelled((2.0, 2001.0)), [3.0, 10.0, 100.0, 1000.0]);
        assert_eq!(labelled((0.7, 1400.0)), [1.0, 10.0, 100.0, 1000.0]);
        // matplotlib's exponents here are -157, -114, ..
        assert_eq!(usual((1e-200, 1e150), 9).0[..2], [1e-200, 1e-160]);
    }

    #[test]
    fn labels_tell_close_ticks_apart() {
        assert_eq!(plain(&labels(&[2.000_000_1, 2.000_000_2])), ["2.0000001×10⁰", "2.0000002×10⁰"]);
        assert_eq!(plain(&labels(&[1.0 / 3.0, 30.0])), ["3.33333×10⁻¹", "3×10¹"]);
    }

    #[test]
    fn nonsingular_limits_are_above_zero() {
        assert_eq!(nonsingular(2.0, 30.0, 2.0), (2.0, 30.0));
        assert_eq!(nonsingular(-2.0, 30.0, 0.5), (0.5, 30.0));
        assert_eq!(nonsingular(5.0, 5.0, 5.0), (1.0, 10.0));
        assert_eq!(nonsingular(10.0, 10.0, 10.0), (1.0, 100.0));
        assert_eq!(nonsingular(-3.0, -1.0, f64::INFINITY), (1.0, 10.0));
        assert_eq!(nonsingular(f64::NAN, 1.0, 1.0), (1.0, 10.0));
        assert_eq!(nonsingular(f64::MAX, f64::MAX, 1.0), (1e307, f64::MAX));
    }
}
