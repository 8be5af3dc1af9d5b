//! Colours between values: of what goes from one value to another and has every colour on the way.

use super::{Lookup, Mapping};
use crate::color::{Color, norm::Norm};

/// The colours side by side, and where among them a value is.
pub(crate) struct Ramp<'a> {
    lookup: Lookup<'a>,
    pub(crate) colors: Vec<Color>,
    /// Those of values below and above, where they have their own.
    pub(crate) extremes: (Option<Color>, Option<Color>),
    pub(crate) bad: Color,
}

impl Mapping {
    pub(crate) fn ramp(&self) -> Ramp<'_> {
        let (lookup, entries) = (self.lookup(), self.colormap.entries());
        let colors = match &self.norm {
            Norm::Bounds(bounds) => {
                let middles = bounds.windows(2).map(|ends| f64::midpoint(ends[0], ends[1]));
                middles.filter_map(|middle| lookup.entry(middle)).map(|i| entries[i]).collect()
            }
            _ => entries.to_vec(),
        };
        let extremes = self.colormap.extremes();
        Ramp { lookup, colors, extremes, bad: self.colormap.bad_color() }
    }
}

impl Ramp<'_> {
    /// 0 where the first colour begins, 1 where the last one ends; not a number for a value that has the bad
    /// colour.
    pub(crate) fn place(&self, value: f64) -> f64 {
        let place = if value.is_finite() { self.lookup.fraction(value) } else { None };
        place.unwrap_or(f64::NAN)
    }
}

/// Where a value is among bins that have equal parts of the way.
pub(super) fn place_among(bounds: &[f64], value: f64) -> f64 {
    let bins = bounds.len().saturating_sub(1);
    match bounds.partition_point(|bound| *bound <= value) {
        0 => -1.0,
        next if next > bins => 2.0,
        next => {
            let (from, to) = (bounds[next - 1], bounds[next]);
            (next as f64 - 1.0 + (value - from) / (to - from)) / bins as f64
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_where_the_colours_of_values_are() {
        for norm in [
            Norm::Linear,
            Norm::Log,
            Norm::Centered(3.0),
            Norm::Bounds(vec![1.0, 2.0, 5.0, 6.0, 10.0]),
        ] {
            let mapping = Mapping { norm, vmin: Some(1.0), vmax: Some(10.0), ..Mapping::default() };
            let ramp = mapping.ramp();
            let count = ramp.colors.len();
            let has_bins = matches!(mapping.norm, Norm::Bounds(_));
            assert_eq!(count, if has_bins { 4 } else { 256 });
            for value in (0..230).map(|i| 0.013 + 0.05 * f64::from(i)) {
                let place = (ramp.place(value) * count as f64).max(0.0) as usize;
                let color = ramp.colors[place.min(count - 1)];
                assert_eq!(color, mapping.color(value), "{:?} {value}", mapping.norm);
            }
            assert!(ramp.place(f64::NAN).is_nan());
        }
        assert!(Mapping { norm: Norm::Log, ..Mapping::default() }.ramp().place(-1.0).is_nan());
    }
}
