//! What all artists have, and what an axes hands to them.

use crate::{
    FigureError, Label, Number, Style,
    base::{check::checked_opacity, properties::properties, word::Misnamed},
    color::{Color, ColorSpec, norm::Values},
    parts::outline::Outline,
};
use std::sync::Arc;

/// What all artists have: a label, an opacity, a place among the others, an outline.
///
/// A field of this type, returned by [`Artist::common`](crate::artist::Artist::common), is all that an
/// artist of one's own needs for them.
#[derive(Debug, Clone, PartialEq)]
pub struct Common {
    pub(crate) label: Label,
    pub(crate) alpha: f64,
    pub(crate) zorder: Option<f64>,
    pub(crate) visible: bool,
    pub(crate) outline: Option<Outline>,
    pub(crate) misnamed: Misnamed,
}

/// None of it set.
static UNSET: Common = Common {
    label: Label::NONE,
    alpha: 1.0,
    zorder: None,
    visible: true,
    outline: None,
    misnamed: Misnamed::NONE,
};

impl Default for Common {
    fn default() -> Self {
        UNSET.clone()
    }
}

properties! { Common {
    /// Name in the legend. An artist without one, or with one that begins with `_`, is not in the legend.
    label / set_label(label: impl Into<Label>) |this| this.label.set(label.into());
    /// Opacity of the whole artist, 0 (clear) to 1 (opaque, the default), on top of its colours' own.
    alpha / set_alpha(alpha: impl Number) |this| this.alpha = alpha.value();
    /// Place among the artists of the axes: lower is drawn first.
    zorder / set_zorder(zorder: impl Number) |this| this.zorder = Some(zorder.value());
    /// Whether it is drawn at all; default: true.
    visible / set_visible(visible: bool) |this| this.visible = visible;
    /// Draws an outline under all of it, its colour and how many points it is wide on each side: `("white", 2)`, or
    /// an [`Outline`](crate::Outline); default: none.
    outline / set_outline(outline: impl Into<Outline>) |this| this.outline = Some(outline.into());
} }

impl Common {
    pub(crate) fn unset() -> &'static Self {
        &UNSET
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        self.misnamed.check(name)?;
        self.label.check(name, "label")?;
        checked_opacity(name, "alpha", self.alpha)?;
        self.outline.as_ref().map_or(Ok(()), |outline| outline.check(name))?;
        if self.zorder.is_some_and(f64::is_nan) {
            return Err(FigureError::new(name, "zorder", "NaN is not a place among the others"));
        }
        Ok(())
    }

    /// A colour argument, faded by `alpha`. A bad one was refused by [`checked_color`].
    pub(crate) fn fade(&self, color: &ColorSpec) -> Color {
        let color = color.get().unwrap_or(Color::TRANSPARENT);
        color.with_alpha(color.alpha() * self.alpha)
    }
}

/// Does a label name something in a legend?
pub(crate) fn names_something(label: &Label) -> bool {
    !(label.text.is_empty() || label.text.starts_with('_'))
}

/// The colours that an axes hands to artists that were given none: lines and areas count apart, as
/// in matplotlib, so that a line over bars has the colour of the first line.
#[derive(Debug, Clone, Default)]
pub struct Cycle {
    style: Arc<Style>,
    lines: usize,
    areas: usize,
}

impl Cycle {
    pub(crate) fn new(style: &Arc<Style>) -> Self {
        Self { style: Arc::clone(style), lines: 0, areas: 0 }
    }

    pub(crate) fn set_style(&mut self, style: &Arc<Style>) {
        self.style = Arc::clone(style);
    }

    /// The next colour for a line, or for what is made of lines or markers.
    pub fn next_line(&mut self) -> Color {
        self.lines += 1;
        self.color(self.lines - 1)
    }

    /// The next colour for a filled area.
    pub fn next_area(&mut self) -> Color {
        self.areas += 1;
        self.color(self.areas - 1)
    }

    fn color(&self, i: usize) -> Color {
        self.style.cycle_color(i)
    }
}

/// What the data of the first frame say of an artist that waited for them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct First {
    /// Which limits of colours follow.
    pub(crate) values: Option<Values>,
    /// Levels, edges or a scale; none where there are no data for them.
    pub(crate) numbers: Option<Vec<f64>>,
    /// How these were chosen: those that are to be chosen otherwise are others.
    pub(crate) choice: String,
}

impl First {
    /// Were there data?
    pub(crate) fn says_something(&self) -> bool {
        self.values.is_some() || self.numbers.is_some()
    }
}

/// The properties of [`Common`] for one artist.
macro_rules! common_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// Name in the legend. An artist without one, or with one that begins with `_`, is not in the legend.
            label / set_label(label: impl Into<$crate::Label>) |this| this.common.label.set(label.into());
            /// Opacity of the whole artist, 0 (clear) to 1 (opaque, the default), on top of its
            /// colours' own.
            alpha / set_alpha(alpha: impl $crate::Number) |this| this.common.alpha = alpha.value();
            /// Place among the artists of the axes: lower is drawn first.
            zorder / set_zorder(zorder: impl $crate::Number) |this| this.common.zorder = Some(zorder.value());
            /// Whether it is drawn at all; default: true.
            visible / set_visible(visible: bool) |this| this.common.visible = visible;
        } }
    };
}

/// The part of an artist's [`Draw`](crate::artist::Draw) that says who it is and reaches its `common` field.
macro_rules! draw_common {
    ($artist:ident) => {
        fn name(&self) -> &'static str {
            stringify!($artist)
        }

        fn common(&self) -> &$crate::parts::common::Common {
            &self.common
        }

        fn common_mut(&mut self) -> Option<&mut $crate::parts::common::Common> {
            Some(&mut self.common)
        }
    };
}

pub(crate) use {common_properties, draw_common};
