//! The levels of contours: given, or nice numbers that span the values.

use crate::{
    AxisScale, Color, FigureError,
    base::{check::LEVELS, error::written},
    parts::hatching::Hatching,
    ticks,
};

/// The steps to choose from, in units of the power of ten below the wanted step: more than ticks
/// have, as in matplotlib.
const STEPS: [f64; 10] = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];

/// matplotlib's: up to one more level than this, and one on each side of the values.
const COUNT: usize = 7;

/// Which values beyond the levels have a colour too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Extend {
    /// None: there is nothing below the first level and above the last.
    #[default]
    Neither,
    /// Those below the first level.
    Min,
    /// Those above the last level.
    Max,
    /// Those below the first and those above the last.
    Both,
}

crate::base::word::named! { Extend, "an extension":
    "neither" => Self::Neither,
    "min" => Self::Min,
    "max" => Self::Max,
    "both" => Self::Both,
}

impl Extend {
    /// With colours below, and above.
    pub(crate) fn of(below: bool, above: bool) -> Self {
        match (below, above) {
            (false, false) => Self::Neither,
            (true, false) => Self::Min,
            (false, true) => Self::Max,
            (true, true) => Self::Both,
        }
    }

    /// Whether there is a band below the first level, and one above the last.
    pub(crate) fn ends(self) -> (bool, bool) {
        (matches!(self, Self::Min | Self::Both), matches!(self, Self::Max | Self::Both))
    }
}

/// What a colorbar shows of an artist that has a colour for each of its levels, or between them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Banded {
    /// A colour for what lies between each two bounds, and for each open end.
    Bands {
        /// Increasing, two or more.
        bounds: Vec<f64>,
        /// From the lowest to the highest.
        colors: Vec<Color>,
        /// Which ends are open.
        extend: Extend,
        /// The patterns on them, in their order.
        hatching: Hatching,
    },
    /// A line at each level: its colour, and its width in points or the style's.
    Lines(Vec<(f64, Color, Option<f64>)>),
}

/// The levels of one artist.
#[derive(Debug, Clone, Default)]
pub(crate) struct Levels {
    given: Option<Vec<f64>>,
    count: Option<usize>,
    pub(crate) extend: Extend,
    /// As setup left them.
    frozen: Option<Vec<f64>>,
}

impl Levels {
    pub(crate) fn set(&mut self, levels: Vec<f64>) {
        self.given = Some(levels);
    }

    pub(crate) fn set_count(&mut self, count: usize) {
        (self.given, self.count, self.frozen) = (None, Some(count), None);
    }

    /// Levels that were not given are those of these values from now on, if these have a range.
    pub(crate) fn freeze(&mut self, values: &[f64], logarithmic: bool) {
        let is_ranged = span(values, logarithmic).is_some_and(|(low, high)| low < high);
        if self.frozen.is_none() && is_ranged {
            self.frozen = Some(self.chosen(values, logarithmic));
        }
    }

    /// Levels that were not given are these from now on, if they were chosen in the same way.
    pub(crate) fn keep(&mut self, levels: Option<Vec<f64>>, choice: &str) {
        let levels = levels.filter(|_| choice == self.choice());
        self.frozen = self.frozen.take().or(levels);
    }

    /// How levels are chosen among the same values.
    pub(crate) fn choice(&self) -> String {
        format!("{:?} {:?}", self.count, self.extend)
    }

    pub(crate) fn of(&self, values: &[f64], logarithmic: bool) -> Vec<f64> {
        self.known().map_or_else(|| self.chosen(values, logarithmic), <[f64]>::to_vec)
    }

    /// The levels, unless they hang on values that have not been asked for.
    pub(crate) fn known(&self) -> Option<&[f64]> {
        self.given.as_deref().or(self.frozen.as_deref())
    }

    pub(crate) fn chosen(&self, values: &[f64], logarithmic: bool) -> Vec<f64> {
        // asked for before it is known to be allowed
        let count = self.count.unwrap_or(COUNT).clamp(1, LEVELS.most());
        let levels = match span(values, logarithmic) {
            Some((low, high)) if logarithmic => powers(low, high, count),
            Some((low, high)) => nice(low, high, count + 1),
            None => Vec::new(),
        };
        // what is shown anyway need not be spanned
        let (below, above) = self.extend.ends();
        let first = usize::from(below);
        let last = levels.len().saturating_sub(usize::from(above));
        if last < first + 3 { levels } else { levels[first..last].to_vec() }
    }

    pub(crate) fn check(&self, name: &'static str, least: usize) -> Result<(), FigureError> {
        let error = |argument, message: String| Err(FigureError::new(name, argument, message));
        self.count.map_or(Ok(()), |count| LEVELS.check(name, "level_count", count))?;
        let Some(levels) = &self.given else { return Ok(()) };
        if levels.len() > LEVELS.most() {
            return LEVELS.check(name, "levels", levels.len());
        }
        if let Some(level) = levels.iter().find(|level| !level.is_finite()) {
            return error(
                "levels",
                format!("{} is not a level; all must be finite", written(*level)),
            );
        }
        if levels.len() < least {
            return error("levels", format!("there must be {least} or more, not {}", levels.len()));
        }
        match levels.windows(2).find(|pair| pair[0] >= pair[1]) {
            Some(pair) => {
                let (last, next) = (written(pair[0]), written(pair[1]));
                error("levels", format!("must increase, but {next} follows {last}"))
            }
            None => Ok(()),
        }
    }
}

/// The least and the largest of the values that levels can lie among.
fn span(values: &[f64], logarithmic: bool) -> Option<(f64, f64)> {
    let values = values.iter().filter(|v| v.is_finite() && (!logarithmic || **v > 0.0));
    let ends = (f64::INFINITY, f64::NEG_INFINITY);
    let (low, high) = values.fold(ends, |(low, high), &v| (low.min(v), high.max(v)));
    (low <= high).then_some((low, high))
}

/// Multiples of the smallest step that spans the values in `count` bands, from the last one not
/// above `low` to the first not below `high`.
fn nice(low: f64, high: f64, count: usize) -> Vec<f64> {
    // values that are all the same have levels on both sides
    let (low, high) = ticks::nonsingular(AxisScale::Linear, (low, high), low);
    let wanted = (high / 2.0 - low / 2.0) / count as f64 * 2.0;
    let power = wanted.log10().floor() as i32;
    let steps = (power - 1..=power + 1).flat_map(|power| STEPS.map(|step| (step, power)));
    let size = |(step, power): (f64, i32)| decimal(step, power);
    let step = steps.clone().find(|&step| size(step) >= wanted * (1.0 - 1e-10));
    let step = step.unwrap_or((1.0, power + 1));
    // what rounding did to the values must not add a band
    let first = (low / size(step) + 1e-10).floor();
    let last = (high / size(step) - 1e-10).ceil().max(first + 1.0);
    let bands = (last - first).min(2.0 * count as f64 + 2.0) as u32;
    (0..=bands).map(|i| decimal((first + f64::from(i)) * step.0, step.1)).collect()
}

/// Powers of ten, every one or so many apart that there are at most `count` bands.
fn powers(low: f64, high: f64, count: usize) -> Vec<f64> {
    let first = (low.log10() + 1e-10).floor() as i32;
    let last = ((high.log10() - 1e-10).ceil() as i32).max(first + 1);
    let bands = i32::try_from(count).unwrap_or(i32::MAX);
    let step = (last - first + bands - 1) / bands;
    (0..=(last - first + step - 1) / step).map(|i| decimal(1.0, first + i * step)).collect()
}

/// The number that one would type: 0.3, not 3 times 0.1.
fn decimal(digits: f64, power: i32) -> f64 {
    format!("{digits}e{power}").parse().unwrap_or(digits * 10_f64.powi(power)) + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `plt.contour(..).levels` of matplotlib 3.11.
    #[test]
    fn levels_are_those_of_matplotlib() {
        let levels = |low: f64, high: f64| Levels::default().of(&[low, f64::NAN, high], false);
        assert_eq!(levels(-1.0, 1.0), [-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(levels(0.0, 1.0), [0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 1.05]);
        assert_eq!(levels(0.3, 7.1), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
        assert_eq!(levels(-3.2, 12.0), [-4.0, -2.0, 0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0]);
        let thousands = [1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0].map(|level| level / 1000.0);
        assert_eq!(levels(0.001, 0.0047), thousands);
        let counted = |low: f64, high: f64, count| {
            let mut levels = Levels::default();
            levels.set_count(count);
            levels.of(&[low, high], false)
        };
        assert_eq!(counted(-1.0, 1.0, 15)[..3], [-1.05, -0.9, -0.75]);
        assert_eq!(counted(0.0, 10.0, 3), [0.0, 2.5, 5.0, 7.5, 10.0]);
        assert_eq!(counted(0.0, 23.0, 5), [0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 24.0]);
        let open = Levels { extend: Extend::Both, ..Levels::default() };
        assert_eq!(open.of(&[0.0, 1.0], false), [0.15, 0.3, 0.45, 0.6, 0.75, 0.9]);
        assert_eq!(counted(-0.3, 0.3, 6), [-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3]);
    }

    #[test]
    fn any_values_have_levels_around_them() {
        let ends = [0.0, 5e-324, 1e-300, 0.1, 1.0, 1.0 + f64::EPSILON, 1e15, 1e300, f64::MAX];
        for a in ends {
            for (low, high) in ends.into_iter().flat_map(|b| [(a, b), (-a, b), (-a, -b)]) {
                let levels = Levels::default().of(&[low, high], false);
                assert!((2..30).contains(&levels.len()), "{low}..{high}: {levels:?}");
                assert!(levels.is_sorted(), "{low}..{high}: {levels:?}");
            }
        }
        assert!(Levels::default().of(&[f64::NAN], false).is_empty());
        let powers = |low, high| Levels::default().of(&[low, high, -1.0], true);
        assert_eq!(powers(0.02, 300.0), [0.01, 0.1, 1.0, 10.0, 100.0, 1000.0]);
        assert_eq!(powers(1e-6, 1e8)[..3], [1e-6, 1e-4, 1e-2]);
    }

    #[test]
    fn levels_that_are_not_given_stay_as_setup_left_them() {
        let mut levels = Levels::default();
        levels.freeze(&[0.0, 8.0], false);
        levels.freeze(&[0.0, 80.0], false);
        assert_eq!(levels.known().map(<[f64]>::len), Some(9));
        assert_eq!(levels.of(&[0.0, 80.0], false)[1], 1.0);
        levels.set(vec![3.0]);
        assert_eq!(levels.known(), Some(&[3.0][..]));
        levels.set_count(2);
        assert_eq!(levels.of(&[0.0, 80.0], false), [0.0, 30.0, 60.0, 90.0]);
    }

    #[test]
    fn levels_wait_for_values_that_have_a_range() {
        let mut levels = Levels::default();
        levels.freeze(&[5.0, 5.0, f64::NAN], false);
        assert_eq!(levels.known(), None);
        let choice = levels.choice();
        let mut other = levels.clone();
        other.set_count(3);
        other.keep(Some(vec![0.0, 1.0]), &choice);
        assert_eq!(other.known(), None);
        levels.keep(Some(vec![0.0, 1.0]), &choice);
        levels.keep(Some(vec![0.0, 9.0]), &choice);
        assert_eq!(levels.known(), Some(&[0.0, 1.0][..]));
    }

    #[test]
    fn what_are_no_levels_is_refused() {
        let message = |levels: &[f64]| {
            let mut all = Levels::default();
            all.set(levels.to_vec());
            all.check("ContourFilled", 2).expect_err("refused").to_string()
        };
        assert_eq!(message(&[1.0, 1.0]), "ContourFilled, `levels`: must increase, but 1 follows 1");
        assert!(message(&[1.0]).contains("2 or more, not 1"));
        assert!(message(&[1.0, f64::NAN]).contains("NaN is not a level"));
        for count in [0, usize::MAX] {
            let mut levels = Levels::default();
            levels.set_count(count);
            levels.of(&[1.0, 1e9], true);
            levels.freeze(&[1.0, 1e9], false);
            let message = levels.check("Contour", 1).expect_err("refused").to_string();
            assert!(message.ends_with(" is not a number of levels, 1 to 1000"), "{message}");
        }
    }
}
