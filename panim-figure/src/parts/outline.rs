//! A line around what is drawn, under it.

use crate::{
    FigureError, IntoColor, Number,
    base::check::{DISTANCE, checked_size},
    color::{Color, ColorSpec, checked_color},
    parts::common::Common,
    pen::Pen,
    scene::{Scene, grown::Grown},
};
use vello_cpu::kurbo::{Affine, BezPath, Join, Stroke, Vec2};

/// A line around what an artist draws, under it, so that it can be read on whatever lies behind: a
/// colour and a width in points by which it is seen on each side, `("white", 2)`. matplotlib's
/// `withStroke(linewidth=w)` around words is `w / 2` here.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let rows = (0..40).map(|y| (0..60).map(move |x| (f64::from(x) / 9.0).sin() * f64::from(y)));
/// ax.add(Image::new(rows).cmap("gray"));
/// ax.add(Line::new([2, 20, 40, 57], [30, 10, 28, 6]).color("C1").width(3).outline(("black", 1.5)));
/// ax.add(Text::new((8, 34), "outlined").size(28).color("white").outline(("black", 2)));
/// let shadow = Outline::new(("black", 0.6), 0).offset(2, -2);
/// ax.add(Text::new((24, 12), "a shadow").size(20).color("gold").outline(shadow));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("outline", fig);
/// ```
#[doc = include_str!("../../docs/outline.md")]
#[doc(alias = "path_effects")]
#[doc(alias = "withStroke")]
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    color: ColorSpec,
    width: f64,
    /// To the right and upwards, in points.
    offset: (f64, f64),
}

impl<C: IntoColor, N: Number> From<(C, N)> for Outline {
    fn from((color, width): (C, N)) -> Self {
        Self::new(color, width)
    }
}

impl Outline {
    /// One of this colour, so many points wide on each side.
    #[doc(alias = "foreground")]
    pub fn new(color: impl IntoColor, width: impl Number) -> Self {
        Self { color: color.into(), width: width.value(), offset: (0.0, 0.0) }
    }

    /// Moves it by so many points to the right and upwards: a shadow. Default: (0, 0).
    #[must_use]
    pub fn offset(self, right: impl Number, up: impl Number) -> Self {
        Self { offset: (right.value(), up.value()), ..self }
    }

    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        checked_color(name, "outline", &self.color)?;
        checked_size(name, "outline", self.width)?;
        DISTANCE.check(name, "outline", self.offset.0)?;
        DISTANCE.check(name, "outline", self.offset.1)
    }

    /// How far it may reach beyond what it is around, in points.
    pub(crate) fn spare(&self) -> f64 {
        self.width + self.offset.0.abs().max(self.offset.1.abs())
    }

    fn moved(&self, path: &BezPath, point: f64) -> BezPath {
        let (right, up) = self.offset;
        Affine::translate(Vec2::new(right, -up) * point) * path.clone()
    }

    /// Draws it around areas with an edge that is so many pixels wide.
    pub(crate) fn draw(&self, pen: &mut Pen<'_>, common: &Common, (area, edge): (&BezPath, f64)) {
        let (area, color) = (self.moved(area, pen.point), common.fade(&self.color));
        let width = 2.0 * self.width * pen.point + edge;
        if width > 0.0 {
            let stroke = Stroke::new(width).with_join(Join::Round);
            pen.scene.with_steady_hand(|scene| scene.stroke(&area, &stroke, color));
        }
        if self.offset != (0.0, 0.0) {
            pen.scene.with_steady_hand(|scene| scene.fill(&area, color));
        }
    }

    /// Lays it on the scene around what another one of the same size has, but for images.
    pub(crate) fn lay(&self, pen: &mut Pen<'_>, drawn: &Scene) {
        let color = self.color.get().unwrap_or(Color::TRANSPARENT);
        let alpha = color.alpha();
        if alpha < 1.0 {
            pen.scene.push_group(alpha);
        }
        let (right, up) = self.offset;
        let grown = Grown {
            color: color.with_alpha(1.0),
            by: self.width * pen.point,
            offset: Vec2::new(right, -up) * pen.point,
        };
        pen.scene.add_grown(drawn, &grown);
        if alpha < 1.0 {
            pen.scene.pop_group();
        }
    }
}

/// Draws something over its outline, both together as transparent as the artist is.
pub(crate) fn outlined(
    pen: &mut Pen<'_>,
    common: &Common,
    outline: Option<&Outline>,
    draw: impl FnOnce(&mut Pen<'_>, &Common, Option<&Outline>),
) {
    if outline.is_none() || common.alpha >= 1.0 {
        return draw(pen, common, outline);
    }
    pen.scene.push_group(common.alpha);
    draw(pen, &Common { alpha: 1.0, ..common.clone() }, outline);
    pen.scene.pop_group();
}

/// The properties of an outline under all that an artist draws.
macro_rules! outline_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// Draws an outline under it, its colour and how many points it is wide on each side:
            /// `("white", 2)`, or an [`Outline`](crate::Outline); default: none.
            outline / set_outline(outline: impl Into<$crate::Outline>) |this| {
                this.common.outline = Some(outline.into());
            };
        } }
    };
}

pub(crate) use outline_properties;
