//! Which of recorded points are shown, and their colours.

use crate::{
    FigureError,
    base::{check::checked_lengths, data::Column},
    color::mapping::Mapping,
    parts::varying::Tint,
};
use std::ops::Range;

/// The last points up to one of them.
#[derive(Debug, Clone)]
pub(crate) struct Stretch {
    pub(crate) end: Option<usize>,
    pub(crate) last: usize,
}

impl Default for Stretch {
    /// All.
    fn default() -> Self {
        Self { end: None, last: usize::MAX }
    }
}

impl Stretch {
    /// The numbers of those that are shown of so many.
    pub(crate) fn of(&self, all: usize) -> Range<usize> {
        let count = self.end.map_or(all, |end| end.saturating_add(1)).min(all);
        count - count.min(self.last)..count
    }

    pub(crate) fn check(&self, name: &'static str, count: usize) -> Result<(), FigureError> {
        if let Some(end) = self.end.filter(|end| *end >= count) {
            let message = format!("{end} is no position among {count} points");
            return Err(FigureError::new(name, "end", message));
        }
        if self.last == 0 {
            let message = "0 points leave no trail; `visible(false)` hides it";
            return Err(FigureError::new(name, "last", message));
        }
        Ok(())
    }
}

/// Values that are colours, and how.
#[derive(Debug, Clone, Default)]
pub(crate) struct TrailColors {
    pub(crate) values: Option<Column>,
    pub(crate) mapping: Mapping,
}

impl TrailColors {
    /// The colours of those that are shown.
    pub(crate) fn of(&self, shown: Range<usize>) -> Option<Tint> {
        let mut tint = Tint::new(&self.mapping, self.values.as_ref()?);
        tint.places = tint.places.get(shown)?.to_vec();
        Some(tint)
    }

    pub(crate) fn check(&self, name: &'static str, count: usize) -> Result<(), FigureError> {
        let Some(values) = &self.values else { return Ok(()) };
        checked_lengths(name, ("x", count), ("values", values.len()))?;
        self.mapping.frozen(values.iter().copied()).check(name)
    }
}

/// The properties of a trail of recorded points, with the fields `stretch` and `tinted`.
macro_rules! recorded_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// The position, from 0, of the recorded point up to which the trail is shown; default: the
            /// last one.
            end / set_end(index: usize) |trail| trail.stretch.end = Some(index);
            /// So many recorded points are shown; default: all up to the end.
            last / set_last(n: usize) |trail| trail.stretch.last = n;
            /// Colours the trail by a value at each recorded point, through `cmap` and `norm`, instead of by
            /// `color`; it fades all the same. To and from a point whose value is NaN there is a gap, unless the
            /// colormap has a colour for it.
            values / set_values(values: impl $crate::Data) |trail| {
                trail.tinted.values = Some($crate::base::data::Column::new(values));
            };
        } }
        $crate::color::mapping::mapping_properties!($artist, tinted.mapping);
    };
}

pub(crate) use recorded_properties;
