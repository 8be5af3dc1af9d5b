//! What a scene is made of.

use super::{collection::Collection, paint::Paint, shape::Geometry};
use crate::base::same::{Same, same};
use vello_cpu::kurbo::{BezPath, Rect};

#[derive(Clone)]
pub(crate) enum Item {
    Draw(PaintedShape),
    /// Many things of a kind.
    Collection(Collection),
    /// All until the item `close` is one thing.
    Open {
        scope: Scope,
        bounds: Rect,
        close: usize,
    },
    Close,
}

/// A shape in a paint.
#[derive(Clone)]
pub(crate) struct PaintedShape {
    pub(crate) shape: Geometry,
    pub(crate) paint: Paint,
    /// What falls out of this is not shown.
    pub(crate) clip: Rect,
    /// The clip does cut something off.
    pub(crate) is_clipped: bool,
    /// What it may touch.
    pub(crate) bounds: Rect,
    /// It is not within a scope.
    pub(crate) is_free: bool,
    /// It may meet others, without a seam.
    pub(crate) is_area: bool,
}

/// What holds for all that is drawn within.
#[derive(Clone)]
pub(crate) enum Scope {
    Clip(BezPath),
    /// One thing of this opacity.
    Group(f64),
    /// One thing, of which is shown what falls into this.
    Shape(BezPath),
}

impl Item {
    /// It may show some of what lies below it.
    pub(crate) fn is_see_through(&self) -> bool {
        match self {
            Self::Draw(PaintedShape { paint: Paint::Color(color), .. }) => {
                color.to_rgba8()[3] != 255
            }
            Self::Draw(PaintedShape { paint: Paint::Image(pixmap, _), .. }) => {
                pixmap.may_have_transparency()
            }
            Self::Draw(PaintedShape { paint: Paint::Hatch(_) | Paint::Tiles(..), .. }) => true,
            Self::Open { scope, .. } => matches!(scope, Scope::Group(_) | Scope::Shape(_)),
            Self::Collection(_) => true,
            Self::Close => false,
        }
    }
}

impl Same for Item {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Draw(a), Self::Draw(b)) => a.is_same(b),
            (Self::Collection(a), Self::Collection(b)) => a.is_same(b),
            // where it is closed follows from the items behind it
            (
                Self::Open { scope: a, bounds: c, close: _ },
                Self::Open { scope: b, bounds: d, close: _ },
            ) => a.is_same(b) && c.is_same(d),
            (Self::Close, Self::Close) => true,
            _ => false,
        }
    }
}

same! {
    PaintedShape { is_free, is_area, is_clipped, paint, clip, bounds, shape }
}

impl Same for Scope {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Clip(a), Self::Clip(b)) | (Self::Shape(a), Self::Shape(b)) => a.is_same(b),
            (Self::Group(a), Self::Group(b)) => a.is_same(b),
            _ => false,
        }
    }
}
