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
        let color = self.color.iter().map(|color| ("color", color));
        let edge = self.edge_color.iter().map(|color| ("edge_color", color));
        let edges = self.edge_colors.iter().map(|color| ("edge_colors", color));
        let edges = edge.chain(edges).filter(|(_, color)| !is_face(color));
        color
            .chain(edges)
            .try_for_each(|(argument, color)| checked_color(name, argument, color))?;
        if let Some((mapping, values)) = self.mapped() {
            checked_lengths(name, (of, count), ("values", values.len()))?;
            mapping.check(name)?;
        }
        Ok(())
    }

    pub(crate) fn mapping(&self) -> Option<&Mapping> {
        (self.values.is_some() || self.mapping.is_given()).then_some(&self.mapping)
    }

    /// The values' colours, if there are values.
    pub(crate) fn mapped(&self) -> Option<(Cow<'_, Mapping>, &Column)> {
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

    /// The colour of the edge around a `face`; `None` where none was given.
    pub(crate) fn edge<'a>(&'a self, i: usize, face: &'a ColorSpec) -> Option<&'a ColorSpec> {
        let count = self.edge_colors.len();
        let given = match count {
            0 => self.edge_color.as_ref(),
            _ => Some(&self.edge_colors[i % count]),
        };
        given.map(|given| if is_face(given) { face } else { given })
    }

    /// Were colours of edges given?
    pub(crate) fn has_edges(&self) -> bool {
        self.edge_color.is_some() || !self.edge_colors.is_empty()
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

/// Is it the name of the face's own colour, for an edge?
fn is_face(color: &ColorSpec) -> bool {
    color.get().is_err_and(|wrong| wrong.given() == "face")
}

/// The properties of [`Tints`] somewhere in an artist, which has many of these: `$one` and `$many`.
macro_rules! tints_properties {
    ($artist:ident, $($tints:ident).+, $one:literal, $many:literal, $usual:literal, $edge:literal, $nan:literal) => {
        $crate::parts::tints::line_tints_properties!($artist, $($tints).+, $one, $many, $usual, $nan);
        $crate::base::properties::properties! { $artist {
            #[doc = concat!("Colour of the edges of the ", $many, ", or `\"face\"`: that of their faces; ", $edge)]
            edge_color / set_edge_color(color: impl $crate::IntoColor) |this| {
                this.$($tints).+.edge_color = Some(color.into());
            };
            #[doc = concat!("Colours the edge of each ", $one, " by itself, instead of by `edge_color`; with fewer \
                colours than ", $many, " they repeat.")]
            edge_colors / set_edge_colors(colors: impl $crate::ColorList) |this| {
                this.$($tints).+.edge_colors = colors.colors().map(Into::into).collect();
            };
        } }
    };
}

/// The same of what has no edges.
macro_rules! line_tints_properties {
    ($artist:ident, $($tints:ident).+, $one:literal, $many:literal, $usual:literal, $nan:literal) => {
        $crate::base::properties::properties! { $artist {
            #[doc = concat!("Colours each ", $one, " by itself; with fewer colours than ", $many, " they repeat.")]
            colors / set_colors(colors: impl $crate::ColorList) |this| {
                this.$($tints).+.colors = colors.colors().map(Into::into).collect();
            };
            #[doc = concat!("Colours each ", $one, " by its value, through `cmap` and `norm`, instead of by `color` \
                or `colors`; as many as there are ", $many, ". One whose value is NaN ", $nan, ", unless the \
                colormap has a colour for it.")]
            #[doc(alias("set_array", "array"))]
            values / set_values(values: impl $crate::Data) |this| {
                this.$($tints).+.values = Some($crate::base::data::Column::new(values));
            };
            #[doc = concat!("One colour for all ", $many, "; ", $usual)]
            color / set_color(color: impl $crate::IntoColor) |this| {
                this.$($tints).+.color = Some(color.into());
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

pub(crate) use {draw_tints, line_tints_properties, tints_properties};
