//! What a scene is made of.

use super::{collection::Collection, paint::Paint, shape::Geometry};
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
