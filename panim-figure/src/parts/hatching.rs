//! The pattern on a filled shape, or those on several.

use crate::{
    FigureError, Hatch,
    base::check::checked_size,
    color::{ColorSpec, checked_color},
    parts::common::Common,
    pen::Pen,
    scene::hatch::HatchTile,
};
use vello_cpu::{kurbo::BezPath, peniko::Fill};

/// Patterns and how they look. Widths in points.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Hatching {
    /// On all shapes, unless there are some for each.
    pub(crate) all: Hatch,
    pub(crate) each: Vec<Hatch>,
    pub(crate) color: Option<ColorSpec>,
    pub(crate) width: Option<f64>,
    /// Of what is many shapes, a collection in matplotlib, the usual colour fades with the artist too; of what is one
    /// shape after the other, a patch there, it stays.
    pub(crate) is_collection: bool,
}

impl Hatching {
    /// That of many shapes.
    pub(crate) fn of_collection() -> Self {
        Self { is_collection: true, ..Self::default() }
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        self.all.check(name, "hatch")?;
        self.each.iter().try_for_each(|hatch| hatch.check(name, "hatches"))?;
        if let Some(color) = &self.color {
            checked_color(name, "hatch_color", color)?;
        }
        self.width.map_or(Ok(()), |width| checked_size(name, "hatch_width", width))
    }

    /// Are there any?
    pub(crate) fn is_some(&self) -> bool {
        !self.all.is_none() || !self.each.is_empty()
    }

    /// The pattern on one of the shapes.
    fn of(&self, shape: usize) -> Hatch {
        match self.each.len() {
            0 => self.all,
            count => self.each[shape % count],
        }
    }

    /// Lays its pattern over one of the shapes, whose edges have this colour if they are drawn.
    pub(crate) fn draw(
        &self,
        pen: &mut Pen<'_>,
        common: &Common,
        (number, shape): (usize, &BezPath),
        rule: Fill,
        edge: Option<&ColorSpec>,
    ) {
        let hatch = self.of(number);
        if hatch.is_none() {
            return;
        }
        // what cannot be seen has the usual colour, as in matplotlib
        let is_seen = |color: &&ColorSpec| color.get().is_ok_and(|color| color.alpha() > 0.0);
        let color = match self.color.as_ref().or_else(|| edge.filter(is_seen)) {
            Some(color) => common.fade(color),
            None if self.is_collection => common.fade(&pen.style.edge.into()),
            None => pen.style.edge,
        };
        let width = self.width.unwrap_or(1.0);
        let tile = HatchTile::new(hatch, color, width, pen.point);
        pen.scene.hatch(shape, rule, tile);
    }
}

/// The properties of a [`Hatching`] somewhere in an artist.
macro_rules! hatch_properties {
    ($artist:ident, $($hatching:ident).+) => {
        $crate::base::properties::properties! { $artist {
            /// Lays a pattern over it that stands still while it moves: `"/"`, `"x"`, `"//o"`, .., all of which are at
            /// [`Hatch`](crate::Hatch); default: none.
            hatch / set_hatch(hatch: impl $crate::OneOf<$crate::Hatch>) |this| {
                this.common.misnamed.set("hatch", hatch, &mut this.$($hatching).+.all);
            };
            /// Colour of the pattern; default: that of the edge, or of the style's edges where none is drawn.
            hatch_color / set_hatch_color(color: impl $crate::IntoColor) |this| {
                this.$($hatching).+.color = Some(color.into());
            };
            /// Width of the pattern's lines in points; default: 1.
            #[doc(alias = "hatch_linewidth")]
            hatch_width / set_hatch_width(width: impl $crate::Number) |this| {
                this.$($hatching).+.width = Some(width.value());
            };
        } }
    };
}

/// The same of one that has several shapes, and a pattern for each of them.
macro_rules! hatches_properties {
    ($artist:ident, $($hatching:ident).+, $each:literal) => {
        $crate::parts::hatching::hatch_properties!($artist, $($hatching).+);
        $crate::base::properties::properties! { $artist {
            #[doc = concat!("A pattern for each ", $each, " instead; with fewer patterns they repeat. `\"\"` is none.")]
            hatches / set_hatches(hatches: impl IntoIterator<Item: $crate::OneOf<$crate::Hatch>>) |this| {
                this.common.misnamed.set_all("hatches", hatches, &mut this.$($hatching).+.each);
            };
        } }
    };
}

pub(crate) use {hatch_properties, hatches_properties};
