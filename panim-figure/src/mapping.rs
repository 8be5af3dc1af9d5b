//! How values become colours: a colormap, a norm and its limits.

use crate::{
    FigureError,
    color::Color,
    colormap::{self, Colormap},
    norm::{Norm, Values},
};
use std::borrow::Cow;

/// The colours of an artist's values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mapping {
    pub(crate) colormap: Colormap,
    pub(crate) norm: Norm,
    pub(crate) vmin: Option<f64>,
    pub(crate) vmax: Option<f64>,
    values: Option<Values>,
    settled: bool,
}

impl Mapping {
    /// Lets limits that were not given follow these values from now on; only the first time.
    pub(crate) fn settle(&mut self, values: impl Iterator<Item = f64>) {
        if !self.settled {
            (self.values, self.settled) = (Values::of(values), true);
        }
    }

    /// The same, settled by these values if it is not yet: for an artist that a frame added.
    pub(crate) fn settled(&self, values: impl Iterator<Item = f64>) -> Cow<'_, Self> {
        if self.settled {
            return Cow::Borrowed(self);
        }
        let mut mapping = self.clone();
        mapping.settle(values);
        Cow::Owned(mapping)
    }

    /// The values that have the first and the last colour.
    pub(crate) fn limits(&self) -> (f64, f64) {
        self.norm.limits((self.vmin, self.vmax), self.values.as_ref())
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        self.colormap.check().map_err(|message| FigureError::new(name, "cmap", message))?;
        self.norm.check(name, (self.vmin, self.vmax), self.values.as_ref())?;
        let colors = self.colormap.entries().len();
        match &self.norm {
            Norm::Bounds(bounds) if bounds.len() > colors + 1 => {
                let bins = bounds.len() - 1;
                let message = format!("{bins} bins are more than the colormap's {colors} colors");
                Err(FigureError::new(name, "norm", message))
            }
            _ => Ok(()),
        }
    }

    /// The colour of one value; for many, [`Mapping::lookup`] is made once.
    pub(crate) fn color(&self, value: f64) -> Color {
        let lookup = self.lookup();
        lookup.entry(value).map_or(self.colormap.bad_color(), |i| self.colormap.entries()[i])
    }

    /// A colour that stands for all of them, in a legend.
    pub(crate) fn middle(&self) -> Color {
        self.colormap.at(0.5)
    }

    /// What finds the colours of many values.
    pub(crate) fn lookup(&self) -> Lookup<'_> {
        let (low, high) = self.limits();
        let spread = match &self.norm {
            Norm::Linear => Spread::Linear { low, range: high - low },
            Norm::Log => Spread::Log { low: low.ln(), range: high.ln() - low.ln() },
            Norm::Centered(centre) => Spread::Centered { low, centre: *centre, high },
            Norm::Bounds(bounds) => Spread::Bounds(bounds),
        };
        Lookup { spread, entries: self.colormap.entries().len() }
    }
}

/// Finds which of a colormap's entries stands for a value.
pub(crate) struct Lookup<'a> {
    spread: Spread<'a>,
    entries: usize,
}

enum Spread<'a> {
    Linear {
        low: f64,
        range: f64,
    },
    /// In natural logarithms.
    Log {
        low: f64,
        range: f64,
    },
    Centered {
        low: f64,
        centre: f64,
        high: f64,
    },
    Bounds(&'a [f64]),
}

impl Lookup<'_> {
    /// `None` for a value that has the bad colour.
    #[inline]
    pub(crate) fn entry(&self, value: f64) -> Option<usize> {
        if !value.is_finite() || self.entries == 0 {
            return None;
        }
        // values that are all the same have the first colour, as in matplotlib
        let share = |way: f64, range: f64| match range > 0.0 {
            true => way / range,
            false => f64::from(u8::from(way > 0.0)),
        };
        let share = match self.spread {
            Spread::Linear { low, range } => share(value - low, range),
            Spread::Log { .. } if value <= 0.0 => return None,
            Spread::Log { low, range } => share(value.ln() - low, range),
            Spread::Centered { low, centre, .. } if value < centre => {
                0.5 - share(centre - value, centre - low) / 2.0
            }
            Spread::Centered { centre, high, .. } => {
                0.5 + share(value - centre, high - centre) / 2.0
            }
            Spread::Bounds(bounds) => return Some(self.binned(bounds, value)),
        };
        Some(colormap::entry(share, self.entries))
    }

    /// Appends what `table` has for each value: for each entry of the colormap something, and
    /// last something for values that are bad.
    pub(crate) fn extend<T: Copy>(&self, found: &mut Vec<T>, values: &[f64], table: &[T]) {
        let bad = table.len() - 1;
        match self.spread {
            // most images are of this kind
            Spread::Linear { low, range } if range > 0.0 && self.entries > 0 => {
                let (scale, last) = (self.entries as f64 / range, self.entries - 1);
                found.extend(values.iter().map(|value| {
                    let entry = ((value - low) * scale).clamp(0.0, last as f64) as u32;
                    table[if value.is_finite() { entry as usize } else { bad }]
                }));
            }
            _ => {
                let entry = |value: &f64| self.entry(*value).unwrap_or(bad);
                found.extend(values.iter().map(|value| table[entry(value)]));
            }
        }
    }

    /// The first bin has the first colour, the last bin the last, a single one the middle.
    fn binned(&self, bounds: &[f64], value: f64) -> usize {
        let last = self.entries - 1;
        let bins = bounds.len().saturating_sub(1);
        match bounds.partition_point(|bound| *bound <= value) {
            0 => 0,
            n if n > bins => last,
            _ if bins == 1 => last / 2,
            n if bins == self.entries => n - 1,
            n => (last as f64 / (bins - 1) as f64 * (n - 1) as f64) as usize,
        }
    }
}

/// The properties of a [`Mapping`] for an artist with a `mapping` field, or one elsewhere in it.
macro_rules! mapping_properties {
    ($artist:ident) => {
        $crate::mapping::mapping_properties!($artist, mapping);
    };
    ($artist:ident, $($mapping:ident).+) => {
        $crate::artist::properties! { $artist {
            /// Colours for the values, by matplotlib's name or a [`Colormap`](crate::Colormap);
            /// `viridis` unless told.
            cmap / set_cmap(cmap: impl Into<$crate::Colormap>) |this| {
                this.$($mapping).+.colormap = cmap.into();
            };
            /// How the values are spread over the colours; evenly unless told.
            norm / set_norm(norm: $crate::Norm) |this| this.$($mapping).+.norm = norm;
            /// The value of the first colour; those below have it too. The least one that there is
            /// after `#[setup]` unless told, so that equal values have equal colours in all frames.
            vmin / set_vmin(vmin: f64) |this| this.$($mapping).+.vmin = Some(vmin);
            /// The value of the last colour; those above have it too. The largest one that there
            /// is after `#[setup]` unless told, so that equal values have equal colours in all
            /// frames.
            vmax / set_vmax(vmax: f64) |this| this.$($mapping).+.vmax = Some(vmax);
        } }
    };
}

pub(crate) use mapping_properties;

#[cfg(test)]
mod tests {
    use super::*;

    fn mapping(norm: Norm) -> Mapping {
        Mapping { norm, ..Mapping::default() }
    }

    fn over(norm: Norm, values: &[f64]) -> Mapping {
        mapping(norm).settled(values.iter().copied()).into_owned()
    }

    fn entries(mapping: &Mapping, values: &[f64]) -> Vec<usize> {
        let lookup = mapping.lookup();
        values.iter().map(|value| lookup.entry(*value).unwrap_or(usize::MAX)).collect()
    }

    /// In matplotlib: `int(norm(value) * 256)`.
    #[test]
    fn values_are_spread_by_the_norm() {
        const BAD: usize = usize::MAX;
        let even = over(Norm::Linear, &[2.0, f64::NAN, 6.0, f64::INFINITY]);
        assert_eq!(even.limits(), (2.0, 6.0));
        let values = [-9.0, 2.0, 3.0, 4.0, 6.0, 7.0, f64::NAN, f64::INFINITY];
        assert_eq!(entries(&even, &values), [0, 0, 64, 128, 255, 255, BAD, BAD]);
        let log = over(Norm::Log, &[-5.0, 0.0, 0.01, 100.0]);
        assert_eq!(log.limits(), (0.01, 100.0));
        assert_eq!(entries(&log, &[-5.0, 0.0, 0.001, 0.11, 3.0, 1e9]), [BAD, BAD, 0, 66, 158, 255]);
    }

    #[test]
    fn the_centre_has_the_middle_color() {
        let mut map = over(Norm::Centered(1.0), &[0.0, 5.0]);
        assert_eq!(map.limits(), (-3.0, 5.0));
        assert_eq!(entries(&map, &[-3.0, 0.0, 1.0, 3.0, 5.0]), [0, 96, 128, 192, 255]);
        map.vmin = Some(0.0);
        assert_eq!(map.limits(), (0.0, 2.0));
        map.vmax = Some(9.0);
        assert_eq!(entries(&map, &[-1.0, 0.0, 0.5, 1.0, 3.0, 9.0]), [0, 0, 64, 128, 160, 255]);
    }

    /// `BoundaryNorm(bounds, ncolors)(value)` in matplotlib.
    #[test]
    fn bins_take_the_whole_colormap() {
        let values = [-1.0, 0.0, 0.5, 1.0, 2.0, 4.9, 5.0, 9.0];
        let map = mapping(Norm::bounds([0, 1, 2, 5]));
        assert_eq!(entries(&map, &values), [0, 0, 0, 127, 255, 255, 255, 255]);
        assert_eq!(map.limits(), (0.0, 5.0));
        let listed = Mapping { colormap: "tab10".into(), ..map };
        assert_eq!(entries(&listed, &values), [0, 0, 0, 4, 9, 9, 9, 9]);
        let one = mapping(Norm::bounds([0, 1]));
        assert_eq!(entries(&one, &[-1.0, 0.5, 1.0]), [0, 127, 255]);
    }

    #[test]
    fn limits_stay_as_setup_left_them() {
        let mut map = over(Norm::Linear, &[0.0, 1.0]);
        map.settle([5.0].into_iter());
        assert_eq!(map.limits(), (0.0, 1.0));
        assert_eq!(map.settled([5.0].into_iter()).limits(), (0.0, 1.0));
        map.vmax = Some(2.0);
        assert_eq!(map.limits(), (0.0, 2.0));
        assert_eq!(over(Norm::Linear, &[f64::NAN]).limits(), (0.0, 1.0));
    }

    #[test]
    fn equal_values_have_the_first_color() {
        let map = over(Norm::Linear, &[3.0, 3.0]);
        assert!(map.check("Image").is_ok());
        assert_eq!(entries(&map, &[2.0, 3.0, 4.0]), [0, 0, 255]);
        assert_eq!(map.color(3.0), Color::rgb(68, 1, 84));
        assert_eq!(map.color(f64::NAN), Color::TRANSPARENT);
    }

    #[test]
    fn what_maps_nothing_is_refused() {
        let message = |map: Mapping| map.check("Image").expect_err("bad").to_string();
        let limits = |norm, low, high| {
            message(Mapping { vmin: Some(low), vmax: Some(high), ..over(norm, &[1.0, 2.0]) })
        };
        assert_eq!(limits(Norm::Linear, 2.0, 1.0), "Image, `vmin`: 2 is not below vmax, 1");
        assert_eq!(limits(Norm::Linear, 1.0, 1.0), "Image, `vmin`: 1 is not below vmax, 1");
        assert!(limits(Norm::Linear, f64::NAN, 1.0).contains("`vmin`: NaN is not finite"));
        assert!(limits(Norm::Log, 0.0, 1.0).contains("`vmin`: 0 is not positive"));
        assert!(
            limits(Norm::Centered(0.0), 0.5, 1.0).contains("`vmin`: 0.5 is not below the centre 0")
        );
        assert!(
            limits(Norm::Centered(2.0), 0.5, 1.0).contains("`vmax`: 1 is not above the centre 2")
        );
        assert!(limits(Norm::bounds([0, 1]), 0.0, 1.0).contains("the bounds are the limits"));

        let low = Mapping { vmin: Some(3.0), ..over(Norm::Linear, &[1.0, 2.0]) };
        assert!(message(low).contains("3 is not below the largest value 2; give vmax too"));
        let high = Mapping { vmax: Some(0.0), ..over(Norm::Linear, &[1.0, 2.0]) };
        assert!(message(high).contains("0 is not above the least value 1; give vmin too"));

        assert!(message(over(Norm::Log, &[-1.0, 0.0])).contains("needs a positive value"));
        assert!(over(Norm::Log, &[]).check("Image").is_ok());
        assert!(message(over(Norm::Centered(f64::NAN), &[])).contains("NaN is not a centre"));
        assert!(message(mapping(Norm::bounds([1]))).contains("two bounds or more, not 1"));
        assert!(message(mapping(Norm::bounds([0, 2, 2]))).contains("2 follows 2"));
        assert!(message(mapping(Norm::bounds([0.0, f64::NAN]))).contains("NaN is not finite"));
        let few = Mapping { colormap: "tab10".into(), ..mapping(Norm::bounds(0..12)) };
        assert!(message(few).contains("11 bins are more than the colormap's 10 colors"));
        let unknown = Mapping { colormap: "vridis".into(), ..Mapping::default() };
        assert!(
            message(unknown).starts_with("Image, `cmap`: \"vridis\" is not a colormap (did you")
        );
    }
}
