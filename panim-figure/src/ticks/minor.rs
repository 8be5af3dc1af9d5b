//! The small ticks between those of a linear axis.

use super::{ascending, exponent, inside};

/// The ticks between evenly spaced `major` ones, and beyond them to the ends of `view`, ascending:
/// four between each two if these are 1, 2.5, 5 or 10 times a power of ten apart, else three.
pub(crate) fn locate_minor(major: &[f64], view: (f64, f64)) -> Vec<f64> {
    let [start, next, ..] = *major else { return Vec::new() };
    let Some(view) = ascending(view) else { return Vec::new() };
    let step = next - start;
    let parts = f64::from(parts(step));
    let (first, last) = ((view.0 - start) / step * parts, (view.1 - start) / step * parts);
    // no picture has room for more
    if !(step > 0.0 && last - first < 1e4) {
        return Vec::new();
    }
    (first.floor() as i64..=last.ceil() as i64)
        .filter(|n| n % parts as i64 != 0)
        .map(|n| start + step * (n as f64 / parts))
        .filter(|&tick| inside(tick, view))
        .collect()
}

/// The ticks that divide each interval between `major` ones, ascending, into so many parts, and go on
/// beyond them to the ends of the ascending `view` where `is_even`.
pub(crate) fn divided(major: &[f64], view: (f64, f64), parts: usize, is_even: bool) -> Vec<f64> {
    let (Some(first), Some(last)) = (major.windows(2).next(), major.windows(2).last()) else {
        return Vec::new();
    };
    let between = |pair: &[f64]| {
        let (from, step) = (pair[0], (pair[1] - pair[0]) / parts as f64);
        (1..parts).map(move |n| from + step * n as f64)
    };
    let beyond = |end: f64, step: f64| {
        let ticks = (1..parts).map(move |n| end + step / parts as f64 * n as f64);
        ticks.take(if is_even { parts } else { 0 })
    };
    let before = beyond(first[0], first[0] - first[1]);
    let after = beyond(last[1], last[1] - last[0]);
    let within = major.windows(2).flat_map(between);
    before.chain(within).chain(after).filter(|tick| inside(*tick, view)).collect()
}

/// How many parts of such a `step` are round numbers.
fn parts(step: f64) -> u8 {
    let leading = step / super::decimal(1, exponent(step));
    let is_round = [1.0, 2.5, 5.0, 10.0].iter().any(|round| (leading - round).abs() < 1e-5 * round);
    if is_round { 5 } else { 4 }
}

#[cfg(test)]
mod tests {
    use super::super::locate;
    use super::*;

    #[test]
    fn ticks_that_stand_alone_have_none_between() {
        assert!(locate_minor(&[], (0.0, 1.0)).is_empty());
        assert!(locate_minor(&[0.5], (0.0, 1.0)).is_empty());
        assert!(locate_minor(&[0.5, 0.5], (0.0, 1.0)).is_empty());
        assert!(locate_minor(&[0.0, 1e-300], (0.0, 1e300)).is_empty());
        assert!(locate_minor(&[f64::NAN, 1.0], (0.0, 1.0)).is_empty());
    }

    #[test]
    fn intervals_are_divided_as_told() {
        assert_eq!(divided(&[0.0, 1.0, 2.0], (-0.6, 2.0), 2, true), [-0.5, 0.5, 1.5]);
        assert_eq!(divided(&[1.0, 10.0], (0.5, 20.0), 3, false), [4.0, 7.0]);
        assert!(divided(&[1.0], (0.0, 2.0), 3, true).is_empty());
        assert!(divided(&[0.0, 1.0], (0.0, 1.0), 1, true).is_empty());
    }

    #[test]
    fn a_moving_view_keeps_its_parts() {
        for n in 0..1000 {
            let start = 1e4 + f64::from(n) * 0.1;
            let view = (start, start + 0.9);
            let minor = locate_minor(&locate(view.0, view.1, 9), view);
            assert_eq!(minor.len(), 36, "from {start}: {minor:?}");
        }
    }
}
