//! Several groups of samples side by side: what box plots and violins have in common.

use crate::{
    AxisScale, ColorSpec, FigureError,
    base::{
        check::checked_lengths,
        data::{Column, Data, DataRows},
        error::written,
        extent::Reach,
        wanted::Wanted,
    },
    color::checked_color,
    pen::Pen,
};
use vello_cpu::kurbo::Point;

#[derive(Debug, Clone)]
pub(crate) struct SampleGroups {
    samples: Vec<Column>,
    positions: Option<Column>,
    /// None, or one for each.
    names: Vec<String>,
    /// One for all, or one for each; empty for the artist's own.
    pub(crate) widths: Column,
    pub(crate) horizontal: bool,
    /// With fewer colours than groups they repeat.
    pub(crate) colors: Vec<ColorSpec>,
}

impl SampleGroups {
    pub(crate) fn new<G>(groups: G) -> Self
    where
        G: DataRows,
    {
        Self {
            samples: groups.rows().map(Column::new).collect(),
            positions: None,
            names: Vec::new(),
            widths: Column::default(),
            horizontal: false,
            colors: Vec::new(),
        }
    }

    pub(crate) fn set_samples<G>(&mut self, groups: G)
    where
        G: DataRows,
    {
        self.samples = groups.rows().map(Column::new).collect();
    }

    pub(crate) fn len(&self) -> usize {
        self.samples.len()
    }

    pub(crate) fn set_positions(&mut self, positions: impl Data) {
        self.positions = Some(Column::new(positions));
    }

    pub(crate) fn set_names(&mut self, names: impl IntoIterator<Item: Into<String>>) {
        self.names = names.into_iter().map(Into::into).collect();
    }

    /// Ticks are to be at the groups, on the axis that they stand along.
    pub(crate) fn take_places(&self, x: &mut Wanted, y: &mut Wanted) {
        let axis = if self.horizontal { y } else { x };
        for (i, place) in self.positions().into_iter().enumerate() {
            axis.add(place, self.names.get(i).cloned());
        }
    }

    /// What a width of 1 means where nobody says a width.
    pub(crate) fn unit(&self, (x, y): (AxisScale, AxisScale)) -> f64 {
        (if self.horizontal { y } else { x }).unit(self.positions())
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        let groups = ("groups", self.samples.len());
        if !self.names.is_empty() {
            checked_lengths(name, groups, ("tick_labels", self.names.len()))?;
        }
        if let Some(positions) = &self.positions {
            checked_lengths(name, groups, ("positions", positions.len()))?;
            if let Some(position) = positions.iter().find(|position| !position.is_finite()) {
                let message = format!("{position} is not a place; all must be finite");
                return Err(FigureError::new(name, "positions", message));
            }
        }
        if self.widths.len() > 1 {
            checked_lengths(name, groups, ("widths", self.widths.len()))?;
        }
        if let Some(width) = self.widths.iter().find(|width| !(width.is_finite() && **width > 0.0))
        {
            let message = format!("{} is not a width, more than 0", written(*width));
            let argument = if self.widths.len() == 1 { "width" } else { "widths" };
            return Err(FigureError::new(name, argument, message));
        }
        let argument = if self.colors.len() == 1 { "color" } else { "colors" };
        self.colors.iter().try_for_each(|color| checked_color(name, argument, color))
    }

    /// Where the groups stand: 1, 2, .. by default.
    pub(crate) fn positions(&self) -> Vec<f64> {
        let positions = self.positions.as_ref().map(|positions| positions.to_vec());
        positions.unwrap_or_else(|| (1..=self.samples.len()).map(|i| i as f64).collect())
    }

    /// The groups, each with its place, its width, and its colour if it was given one.
    pub(crate) fn iter(&self, width: f64) -> impl Iterator<Item = SampleGroup<'_>> {
        let positions = self.positions();
        self.samples.iter().zip(positions).enumerate().map(move |(i, (samples, position))| {
            SampleGroup {
                samples,
                position,
                width: match self.widths.len() {
                    0 => width,
                    n => self.widths[i % n],
                },
                color: self.colors.get(i % self.colors.len().max(1)),
            }
        })
    }

    /// On the pixels: `along` the values, and across them.
    pub(crate) fn at(&self, pen: &Pen<'_>, (across, along): (f64, f64)) -> Point {
        if self.horizontal {
            pen.transform.at(along, across)
        } else {
            pen.transform.at(across, along)
        }
    }

    /// What limits must show across the values: as in matplotlib, the groups, and half a place
    /// beyond the outer ones, where there is no margin.
    pub(crate) fn reach_across(&self, width: f64, unit: f64) -> Option<Reach> {
        let edges = self.reach(0.5 * unit).and_then(|r| Reach::of_edges(r.low, r.high))?;
        let sides = self.reach_of_sides(width, [-1.0, 1.0]);
        Some(sides.map_or(edges, |sides| edges.with(sides)))
    }

    /// What the groups themselves take across the values, which go so far to either side, of half their widths.
    pub(crate) fn reach_of_sides(&self, width: f64, ends: [f64; 2]) -> Option<Reach> {
        let sides =
            |group: SampleGroup<'_>| ends.map(|end| group.position + 0.5 * end * group.width);
        self.iter(width).flat_map(sides).filter_map(Reach::of).reduce(Reach::with)
    }

    /// From the first to the last place, with so much to spare.
    pub(crate) fn reach(&self, spare: f64) -> Option<Reach> {
        let ends = self.positions().into_iter().flat_map(|at| [at - spare, at + spare]);
        ends.filter_map(Reach::of).reduce(Reach::with)
    }
}

pub(crate) struct SampleGroup<'a> {
    pub(crate) samples: &'a [f64],
    pub(crate) position: f64,
    pub(crate) width: f64,
    pub(crate) color: Option<&'a ColorSpec>,
}

/// The properties of [`SampleGroups`] for an artist with a `groups` field.
macro_rules! group_properties {
    ($artist:ident, $width:literal, $color:literal) => {
        impl $artist {
            /// Moves everything: the samples of each group.
            pub fn set_data<G>(&mut self, groups: G) -> &mut Self
            where
                G: $crate::DataRows,
            {
                self.groups.set_samples(groups);
                self
            }

            /// Lays everything on its side: the values are those of x.
            #[must_use]
            pub fn horizontal(mut self) -> Self {
                self.groups.horizontal = true;
                self
            }
        }

        $crate::base::properties::properties! { $artist {
            /// Where the groups stand, one place for each; default: 1, 2, ...
            positions / set_positions(positions: impl $crate::Data) |this| {
                this.groups.set_positions(positions);
            };
            /// Writes these at the ticks under the groups, one for each, instead of their places.
            tick_labels / set_tick_labels(names: impl IntoIterator<Item: Into<String>>) |this| {
                this.groups.set_names(names);
            };
            #[doc = concat!("One width for all groups, in data coordinates; default: ", $width, ".")]
            width / set_width(width: impl $crate::Number) |this| {
                this.groups.widths = $crate::base::data::Column::new([width.value()]);
            };
            /// Gives each group its width, in data coordinates.
            widths / set_widths(widths: impl $crate::Data) |this| {
                this.groups.widths = $crate::base::data::Column::new(widths);
            };
            #[doc = concat!("One colour for all groups; default: ", $color, ".")]
            color / set_color(color: impl $crate::IntoColor) |this| {
                this.groups.colors = vec![color.into()];
            };
            /// Colours each group by itself; with fewer colours than groups they repeat.
            colors / set_colors(colors: impl $crate::ColorList) |this| {
                this.groups.colors = colors.colors().map(Into::into).collect();
            };
        } }
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from its `groups` field, of which
/// ticks stand under each.
macro_rules! draw_groups {
    () => {
        fn has_places(&self) -> bool {
            true
        }

        fn take_places(
            &mut self,
            x: &mut $crate::base::wanted::Wanted,
            y: &mut $crate::base::wanted::Wanted,
        ) {
            self.groups.take_places(x, y);
        }

        fn extent(&self) -> $crate::base::extent::Extent {
            self.extent_on(Default::default())
        }
    };
}

pub(crate) use {draw_groups, group_properties};
