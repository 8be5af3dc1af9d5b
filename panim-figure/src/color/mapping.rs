//! How values become colours: a colormap, a norm and its limits.

pub(crate) mod ramp;
#[cfg(test)]
mod tests;

use crate::{
    AxisScale, FigureError,
    base::{
        same::same,
        warning::{Warning, Warnings},
    },
    color::{
        Color,
        colormap::{self, Colormap},
        norm::{self, Norm, Values},
    },
};
use std::borrow::Cow;

/// The colours of an artist's values.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Mapping {
    pub(crate) colormap: Colormap,
    pub(crate) norm: Norm,
    pub(crate) vmin: Option<f64>,
    pub(crate) vmax: Option<f64>,
    values: Option<Values>,
    frozen: bool,
    /// The first frame was asked.
    opened: bool,
    /// A colorbar shows it, and so needs limits that differ.
    pub(crate) has_bar: bool,
}

same! {
    Mapping { norm, vmin, vmax, values, frozen, opened, has_bar, colormap }
}

impl Mapping {
    /// Lets limits that were not given follow these values from now on, if these have a range; only
    /// the first time.
    pub(crate) fn freeze(&mut self, values: impl Iterator<Item = f64>) {
        if !self.frozen {
            self.values = Values::of(values);
            self.frozen = self.is_given() || self.is_ranged(self.values.as_ref());
        }
    }

    /// Do its limits follow from no values?
    pub(crate) fn is_given(&self) -> bool {
        let are_both = self.vmin.is_some() && self.vmax.is_some();
        are_both || matches!(self.norm, Norm::Bounds(_))
    }

    fn is_ranged(&self, values: Option<&Values>) -> bool {
        values.is_some_and(|values| self.norm.is_ranged(values))
    }

    /// Lets them follow the values of the first frame, if it has any.
    pub(crate) fn keep(&mut self, values: Option<Values>) {
        if !self.frozen {
            self.values = values.or(self.values);
            (self.frozen, self.opened) = (self.values.is_some(), true);
        }
    }

    /// Is it known what its limits follow?
    pub(crate) fn is_frozen(&self) -> bool {
        self.frozen
    }

    /// Do limits that were not given wait for values that have a range?
    pub(crate) fn is_open(&self) -> bool {
        !self.frozen && !self.opened && !self.is_given()
    }

    /// The same, frozen by these values if it is not yet: where not even the first frame had some.
    pub(crate) fn frozen(&self, values: impl Iterator<Item = f64>) -> Cow<'_, Self> {
        if self.frozen {
            return Cow::Borrowed(self);
        }
        let mut mapping = self.clone();
        mapping.keep(Values::of(values));
        Cow::Owned(mapping)
    }

    /// The values that have the first and the last colour. They are equal if nothing says what to
    /// spread the colours over; as in matplotlib not with a colorbar, which shows those around.
    pub(crate) fn limits(&self) -> (f64, f64) {
        let limits = self.norm.limits((self.vmin, self.vmax), self.values.as_ref());
        if self.has_bar { self.norm.told_apart(limits) } else { limits }
    }

    /// Says what of it shows nothing, and whether the first frame did not say how values of a later
    /// one are spread over the colours. `values`: those that there are.
    pub(crate) fn warn(
        &self,
        name: &'static str,
        values: &dyn Fn() -> Option<Values>,
        warnings: &mut Warnings,
    ) {
        if self.is_open() {
            return; // the first frame's values are still to come
        }
        let is_unsaid = self.opened && !self.is_given() && !self.is_ranged(self.values.as_ref());
        if is_unsaid && self.is_ranged(values().as_ref()) {
            warnings.add(Warning::new(format!(
                "{name}, `vmin`: neither #[setup] nor the first frame has values with a range to \
                 spread the colors over; give vmin and vmax"
            )));
        }
        let given = (self.vmin, self.vmax);
        let limits = self.norm.limits(given, self.values.as_ref());
        let is_apart = self.norm.told_apart(limits) == limits && !norm::is_collapsed(given);
        if given != (None, None) && !is_apart {
            let argument = if self.vmin.is_some() { "vmin" } else { "vmax" };
            warnings.add(Warning::new(format!(
                "{name}, `{argument}`: equal limits leave no values to spread the colors over"
            )));
        }
        let has_positive = self.values.is_some_and(|values| values.largest > 0.0);
        if given == (None, None) && self.norm == Norm::Log && !has_positive {
            warnings.add(Warning::new(format!(
                "{name}, `norm`: no value above 0, and `Norm::Log` colors only these"
            )));
        }
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
        let (lookup, (under, over)) = (self.lookup(), self.colormap.extremes());
        match lookup.place(value) {
            ColorPlace::Entry(entry) => self.colormap.entries()[entry],
            ColorPlace::Under(entry) => under.unwrap_or(self.colormap.entries()[entry]),
            ColorPlace::Over(entry) => over.unwrap_or(self.colormap.entries()[entry]),
            ColorPlace::Bad => self.colormap.bad_color(),
        }
    }

    /// The colours of many values.
    pub(crate) fn colors(&self, values: &[f64]) -> Vec<Color> {
        let table = self.colormap.table();
        let mut colors = Vec::with_capacity(values.len());
        self.lookup().extend(&mut colors, values, &table);
        colors
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
            Norm::SymLog { .. } | Norm::Asinh { .. } | Norm::Power(_) | Norm::Function(_) => {
                let scale = self.norm.scale((low, high)).unwrap_or_default();
                let start = scale.forward(low);
                Spread::Scaled { scale, low: start, range: scale.forward(high) - start }
            }
            Norm::Log => Spread::Log { low: low.ln(), range: high.ln() - low.ln() },
            Norm::Centered(centre) => Spread::Centered { low, centre: *centre, high },
            Norm::Bounds(bounds) => Spread::Bounds(bounds),
        };
        let has_extremes = self.colormap.extremes() != (None, None);
        let extremes = has_extremes.then_some((low, high));
        Lookup { spread, entries: self.colormap.entries().len(), extremes }
    }
}

/// Finds which of a colormap's entries stands for a value.
pub(crate) struct Lookup<'a> {
    spread: Spread<'a>,
    entries: usize,
    /// The limits beyond which values have colours of their own, if any have.
    extremes: Option<(f64, f64)>,
}

/// Which colour a value has; beyond the limits that of the end, where it has none of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColorPlace {
    Entry(usize),
    Under(usize),
    Over(usize),
    Bad,
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
    /// Evenly along the scale of an axis.
    Scaled {
        scale: AxisScale,
        low: f64,
        range: f64,
    },
}

impl Lookup<'_> {
    /// `None` for a value that has the bad colour.
    #[inline]
    pub(crate) fn entry(&self, value: f64) -> Option<usize> {
        if !value.is_finite() || self.entries == 0 {
            return None;
        }
        match self.spread {
            Spread::Bounds(bounds) => Some(self.binned(bounds, value)),
            _ => Some(colormap::entry(self.fraction(value)?, self.entries)),
        }
    }

    /// How far a finite value is from the first colour to the last, 0 to 1 between them; where there are
    /// bins, which all have as much of the way.
    #[inline]
    fn fraction(&self, value: f64) -> Option<f64> {
        // values that are all the same have the first colour, as in matplotlib
        let fraction = |distance: f64, range: f64| match range > 0.0 {
            true => distance / range,
            false => f64::from(u8::from(distance > 0.0)),
        };
        Some(match self.spread {
            Spread::Linear { low, range } => fraction(value - low, range),
            Spread::Log { .. } if value <= 0.0 => return None,
            Spread::Log { low, range } => fraction(value.ln() - low, range),
            Spread::Centered { low, centre, .. } if value < centre => {
                0.5 - fraction(centre - value, centre - low) / 2.0
            }
            Spread::Centered { centre, high, .. } => {
                0.5 + fraction(value - centre, high - centre) / 2.0
            }
            Spread::Bounds(bounds) => ramp::place_among(bounds, value),
            Spread::Scaled { scale, low, range } => {
                let place = scale.forward(value);
                if place.is_nan() {
                    return None;
                }
                fraction(place - low, range)
            }
        })
    }

    /// Where its colour is.
    #[inline]
    pub(crate) fn place(&self, value: f64) -> ColorPlace {
        let Some(entry) = self.entry(value) else { return ColorPlace::Bad };
        let Some((low, high)) = self.extremes else { return ColorPlace::Entry(entry) };
        // the last bound is above the last bin
        let is_binned = matches!(self.spread, Spread::Bounds(_));
        match value {
            _ if value < low => ColorPlace::Under(entry),
            _ if value > high || (is_binned && value == high) => ColorPlace::Over(entry),
            _ => ColorPlace::Entry(entry),
        }
    }

    /// The same among the colours of [`Colormap::table`].
    #[inline]
    pub(crate) fn index(&self, value: f64) -> usize {
        match self.place(value) {
            ColorPlace::Entry(entry) => entry,
            ColorPlace::Under(_) => self.entries,
            ColorPlace::Over(_) => self.entries + 1,
            ColorPlace::Bad => self.entries + 2,
        }
    }

    /// Appends what `table` has for each value: something for each colour of [`Colormap::table`].
    pub(crate) fn extend<T: Copy>(&self, found: &mut Vec<T>, values: &[f64], table: &[T]) {
        let bad = table.len() - 1;
        match self.spread {
            // most images are of this kind
            Spread::Linear { low, range }
                if range > 0.0 && self.entries > 0 && self.extremes.is_none() =>
            {
                let (scale, last) = (self.entries as f64 / range, self.entries - 1);
                found.extend(values.iter().map(|value| {
                    let entry = ((value - low) * scale).clamp(0.0, last as f64) as u32;
                    table[if value.is_finite() { entry as usize } else { bad }]
                }));
            }
            _ => {
                found.extend(values.iter().map(|value| table[self.index(*value)]));
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
        $crate::color::mapping::mapping_properties!($artist, mapping);
    };
    ($artist:ident, $($mapping:ident).+) => {
        $crate::base::properties::properties! { $artist {
            /// Colours for the values, by matplotlib's name or a [`Colormap`](crate::Colormap);
            /// default: `viridis`.
            cmap / set_cmap(cmap: impl Into<$crate::Colormap>) |this| {
                this.$($mapping).+.colormap = cmap.into();
            };
            /// How the values are spread over the colours; default: evenly.
            norm / set_norm(norm: impl $crate::OneOf<$crate::Norm>) |this| {
                this.common.misnamed.set("norm", norm, &mut this.$($mapping).+.norm);
            };
            /// The value of the first colour; those below have it too, or the colormap's
            /// [`under`](crate::Colormap::under). By default, the least one
            /// that there is after `#[setup]`, or in the first frame if those of setup have no
            /// range; equal values so have equal colours in all frames. What `#[update]` adds
            /// follows what the first frame added to the same axes in its place: its first image
            /// the first image, and so on. Where the first frame has none, each frame's own values
            /// decide.
            #[doc(alias = "set_clim")]
            vmin / set_vmin(vmin: impl $crate::Number) |this| this.$($mapping).+.vmin = Some(vmin.value());
            /// The value of the last colour; those above have it too, or the colormap's
            /// [`over`](crate::Colormap::over). By default, the largest one,
            /// found like `vmin`. If both are the same there is one colour, and one above it; a
            /// colorbar shows a tenth around it, as matplotlib's.
            #[doc(alias = "set_clim")]
            vmax / set_vmax(vmax: impl $crate::Number) |this| this.$($mapping).+.vmax = Some(vmax.value());
        } }
    };
}

pub(crate) use mapping_properties;
