//! What many shapes of one artist have in common: how their faces are coloured, and their edges.

use crate::{
    FigureError,
    base::{check::checked_lengths, data::Column},
    color::{Color, ColorSpec, checked_color, mapping::Mapping},
};
use std::borrow::Cow;

/// How the faces and the edges of many shapes are coloured.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tints {
    pub(crate) color: Option<ColorSpec>,
    pub(crate) colors: Vec<ColorSpec>,
    pub(crate) values: Option<Column>,
    pub(crate) mapping: Mapping,
    pub(crate) edge_color: Option<ColorSpec>,
    pub(crate) edge_colors: Vec<ColorSpec>,
}

impl Tints {
    /// Refuses what cannot be drawn of so many shapes, whose number follows from an argument of this name.
    pub(crate) fn check(
        &self,
        name: &'static str,
        (of, count): (&'static str, usize),
    ) -> Result<(), FigureError> {
        self.colors.iter().try_for_each(|color| checked_color(name, "colors", color))?;
        self.edge_colors.iter().try_for_each(|color| checked_color(name, "edge_colors", color))?;
        for (argument, color) in [("color", &self.color), ("edge_color", &self.edge_color)] {
            color.as_ref().map_or(Ok(()), |color| checked_color(name, argument, color))?;
        }
        if let Some((mapping, values)) = self.mapped() {
            checked_lengths(name, (of, count), ("values", values.len()))?;
            mapping.check(name)?;
        }
        Ok(())
    }

    pub(crate) fn mapping(&self) -> Option<&Mapping> {
        self.values.is_some().then_some(&self.mapping)
    }

    /// The values' colours, if there are values.
    fn mapped(&self) -> Option<(Cow<'_, Mapping>, &Column)> {
        let values = self.values.as_ref()?;
        Some((self.mapping.frozen(values.iter().copied()), values))
    }

    /// A colour for each shape, again from the first if they are too few; `usual` where none was given.
    pub(crate) fn faces(&self, usual: Color) -> Cow<'_, [ColorSpec]> {
        match self.mapped() {
            Some((mapping, values)) => {
                let colors = mapping.colors(values);
                Cow::Owned(colors.into_iter().map(Into::into).collect())
            }
            None if self.colors.is_empty() => Cow::Owned(vec![self.own_color(usual)]),
            None => Cow::Borrowed(&self.colors),
        }
    }

    /// Whether nothing is to be seen of a face, since its value has no colour.
    pub(crate) fn is_clear(&self, face: &ColorSpec) -> bool {
        self.values.is_some() && *face == Color::TRANSPARENT.into()
    }

    /// The colour of an edge; `None` where none was given.
    pub(crate) fn edge(&self, i: usize) -> Option<&ColorSpec> {
        let count = self.edge_colors.len();
        if count == 0 { self.edge_color.as_ref() } else { Some(&self.edge_colors[i % count]) }
    }

    /// A colour that stands for all faces, in a legend.
    pub(crate) fn key(&self, usual: Color) -> ColorSpec {
        match &self.values {
            Some(_) => self.mapping.middle().into(),
            None => self.colors.first().cloned().unwrap_or_else(|| self.own_color(usual)),
        }
    }

    fn own_color(&self, usual: Color) -> ColorSpec {
        self.color.clone().unwrap_or_else(|| usual.into())
    }
}

/// The properties of [`Tints`] somewhere in an artist, which has many of these: `$one` and `$many`.
macro_rules! tints_properties {
    ($artist:ident, $($tints:ident).+, $one:literal, $many:literal, $usual:literal, $edge:literal, $nan:literal) => {
        $crate::base::properties::properties! { $artist {
            #[doc = concat!("Colours each ", $one, " by itself; with fewer colours than ", $many, " they repeat.")]
            colors / set_colors(colors: impl $crate::ColorList) |this| {
                this.$($tints).+.colors = colors.colors().map(Into::into).collect();
            };
            #[doc = concat!("Colours each ", $one, " by its value, through `cmap` and `norm`, instead of by `color` \
                or `colors`; as many as there are ", $many, ". One whose value is NaN ", $nan, ", unless the \
                colormap has a colour for it.")]
            values / set_values(values: impl $crate::Data) |this| {
                this.$($tints).+.values = Some($crate::base::data::Column::new(values));
            };
            #[doc = concat!("One colour for all ", $many, "; ", $usual)]
            color / set_color(color: impl $crate::IntoColor) |this| {
                this.$($tints).+.color = Some(color.into());
            };
            #[doc = concat!("Colour of the edges of the ", $many, "; ", $edge)]
            edge_color / set_edge_color(color: impl $crate::IntoColor) |this| {
                this.$($tints).+.edge_color = Some(color.into());
            };
            #[doc = concat!("Colours the edge of each ", $one, " by itself, instead of by `edge_color`; with fewer \
                colours than ", $many, " they repeat.")]
            edge_colors / set_edge_colors(colors: impl $crate::ColorList) |this| {
                this.$($tints).+.edge_colors = colors.colors().map(Into::into).collect();
            };
        } }
        $crate::color::mapping::mapping_properties!($artist, $($tints).+.mapping);
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from [`Tints`] somewhere in it.
macro_rules! draw_tints {
    ($($tints:ident).+) => {
        fn mapping(&self) -> Option<&$crate::color::mapping::Mapping> {
            self.$($tints).+.mapping()
        }

        fn mapping_mut(&mut self) -> Option<&mut $crate::color::mapping::Mapping> {
            Some(&mut self.$($tints).+.mapping)
        }

        fn colored_values(&self) -> Option<std::borrow::Cow<'_, [f64]>> {
            self.$($tints).+.values.as_deref().map(std::borrow::Cow::Borrowed)
        }
    };
}

pub(crate) use {draw_tints, tints_properties};
