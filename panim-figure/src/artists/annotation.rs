//! Words with an arrow to what they speak of.

use crate::{
    ArrowStyle, At, FigureError, Label, LineStyle, Number,
    artist::{AxesKind, Draw},
    base::{
        check::{BEND, checked_size},
        extent::Extent,
        properties::properties,
        word::OneOf,
    },
    color::{ColorSpec, IntoColor, checked_color},
    parts::{
        arrow::{self, ArrowPath},
        common::{Common, common_properties, draw_common},
        lettering::Placed,
        words::{Words, placed_words_properties},
    },
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Point, QuadBez, Rect, Shape};

/// Words, and an arrow from them to a point. Not cut at the axes' edges, but shown only while a
/// point in data coordinates lies within them.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = linspace(0.0, 10.0, 200);
/// ax.add(Line::new(&x, x.iter().map(|x| (-0.2 * x).exp() * x.sin())));
/// ax.add(Annotation::new("first peak", (1.4, 0.75)).xytext(At::Points(40.0, -5.0)).arc(0.2));
/// ax.add(Annotation::new("at rest", (9.5, 0.0)).xytext((7.5, -0.35)).arrow("-|>"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("annotation", fig);
/// ```
#[doc = include_str!("../../docs/annotation.md")]
///
/// Its words take formulas, see [`Text`](crate::Text).
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "annotate")]
#[derive(Debug, Clone)]
pub struct Annotation {
    xy: At,
    xytext: Option<At>,
    words: Words,
    arrow: ArrowStyle,
    arrow_color: Option<ColorSpec>,
    arrow_width: f64,
    arc: f64,
    shrink: f64,
    moving: bool,
    common: Common,
}

impl Annotation {
    /// Words about a point, in data coordinates or in those of [`At`]. Unless
    /// [`Annotation::xytext`] says where they stand, they stand on the point, without an arrow.
    pub fn new(text: impl Into<Label>, xy: impl Into<At>) -> Self {
        Self {
            xy: xy.into(),
            xytext: None,
            words: Words::new(text.into()),
            arrow: ArrowStyle::default(),
            arrow_color: None,
            arrow_width: 1.0,
            arc: 0.0,
            shrink: 2.0,
            moving: false,
            common: Common::default(),
        }
    }

    /// Where the words stand: in data coordinates, in others of [`At`], or [`At::Points`] away from
    /// the point.
    #[must_use]
    pub fn xytext(mut self, place: impl Into<At>) -> Self {
        self.xytext = Some(place.into());
        self
    }

    /// Moves the words.
    pub fn set_xytext(&mut self, place: impl Into<At>) -> &mut Self {
        self.xytext = Some(place.into());
        self.moving = true;
        self
    }

    /// Moves the point, and with it words that stand by it.
    pub fn set_xy(&mut self, xy: impl Into<At>) -> &mut Self {
        self.xy = xy.into();
        self.moving |= matches!(self.xytext, None | Some(At::Points(..)));
        self
    }

    /// Changes the words; how they look stays where a [`Label`] does not say otherwise.
    pub fn set_text(&mut self, text: impl Into<Label>) -> &mut Self {
        self.words.set(text.into());
        self
    }
}

placed_words_properties!(Annotation);
properties! { Annotation {
    /// How the arrow ends: `"->"` by default, `"-"`, `"-|>"`, `"<->"`, `"<|-|>"`, `""` for none, or
    /// an [`ArrowStyle`].
    arrow / set_arrow(style: impl OneOf<ArrowStyle>) |this| {
        this.common.misnamed.set("arrow", style, &mut this.arrow);
    };
    /// Colour of the arrow; default: that of the words.
    arrow_color / set_arrow_color(color: impl IntoColor) |this| {
        this.arrow_color = Some(color.into());
    };
    /// Width of the arrow's line in points; default: 1. Its head is as large as the words.
    arrow_width / set_arrow_width(width: impl Number) |this| this.arrow_width = width.value();
    /// Bends the arrow: by this fraction of its length to the right, seen from the words, as
    /// matplotlib's `arc3`; default: negative to the left, 0.
    arc / set_arc(fraction: impl Number) |this| this.arc = fraction.value();
    /// Room between the words and the arrow and between it and the point, in points; default: 2.
    shrink / set_shrink(points: impl Number) |this| this.shrink = points.value();
} }
common_properties!(Annotation);

/// Around words without a box, where their arrow starts, in points.
const PADDING: f64 = 2.0;

impl Annotation {
    /// Where the words are and the path of the arrow; `None` while the point is not in the axes.
    fn place(&self, pen: &mut Pen<'_>) -> Option<(Placed, Option<QuadBez>)> {
        let tip = self.xy.place(pen);
        if self.xy.is_data() && !is_inside(pen, tip) {
            return None;
        }
        let xytext = self.xytext.unwrap_or(self.xy);
        let follows =
            matches!((xytext, self.xy), (At::Data(..), _) | (At::Points(..), At::Data(..)));
        let at = xytext.pixels(pen, tip);
        let placed = self.words.place(pen, at, self.moving || (pen.moving && follows))?;
        if self.xytext.is_none() || self.arrow == ArrowStyle::None {
            return Some((placed, None));
        }
        let curve = arrow::curve(placed.center(), tip, self.arc);
        let curve =
            arrow::outside(curve, &placed.cover(PADDING * pen.point), self.shrink * pen.point);
        Some((placed, curve))
    }

    fn shaped(&self, pen: &Pen<'_>, curve: QuadBez) -> ArrowPath<'static> {
        ArrowPath {
            style: self.arrow,
            line: &LineStyle::Solid,
            curve,
            width: self.arrow_width * pen.point,
            size: self.words.lettering.em(pen),
        }
    }
}

/// Whether a point can be seen in the axes.
fn is_inside(pen: &Pen<'_>, point: Point) -> bool {
    match pen.transform.outline() {
        _ if !point.is_finite() => false,
        Some(outline) => outline.contains(point),
        None => pen.frame.inflate(0.5, 0.5).contains(point),
    }
}

impl Draw for Annotation {
    draw_common!(Annotation);

    fn check(&self) -> Result<(), FigureError> {
        self.words.check("Annotation")?;
        if let Some(color) = &self.arrow_color {
            checked_color("Annotation", "arrow_color", color)?;
        }
        checked_size("Annotation", "arrow_width", self.arrow_width)?;
        checked_size("Annotation", "shrink", self.shrink)?;
        BEND.check("Annotation", "arc", self.arc)?;
        self.xy.check("Annotation", "xy")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let Some((placed, curve)) = self.place(pen) else { return };
        if let Some(curve) = curve {
            let color = self.arrow_color.clone().unwrap_or_else(|| self.words.lettering.color(pen));
            self.shaped(pen, curve).draw(pen, self.common.fade(&color));
        }
        self.words.draw(pen, &self.common, &placed);
    }

    fn extent(&self) -> Extent {
        Extent::default() // as in matplotlib
    }

    fn default_zorder(&self) -> f64 {
        3.0
    }

    fn axes_kind(&self) -> AxesKind {
        let flat = self.xy.is_data() || self.xytext.is_some_and(At::is_data);
        if flat { AxesKind::Plane } else { AxesKind::Both }
    }

    fn is_cut(&self, _part: usize) -> bool {
        false
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        let Some((placed, curve)) = self.place(pen) else { return Some(Rect::ZERO) };
        let bounds = placed.bounds();
        Some(curve.map_or(bounds, |curve| {
            let spare = self.arrow_width * pen.point + self.words.lettering.em(pen);
            bounds.union(curve.bounding_box().inflate(spare, spare))
        }))
    }

    fn outline(&self, pen: &Pen<'_>) -> BezPath {
        // its point is what a legend should keep clear of
        let tip = self.xy.place(pen);
        Rect::from_center_size(tip, (1.0, 1.0)).to_path(0.1)
    }

    fn freeze(&mut self) {
        self.moving = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_drawn_is_said() {
        let error = |annotation: Annotation| {
            annotation.check().expect_err("it cannot be drawn").to_string()
        };
        let new = || Annotation::new("a", (0, 0));
        assert!(error(new().arc(f64::NAN)).contains("`arc`"));
        assert!(error(new().rotation(f64::INFINITY)).contains("`rotation`"));
        assert!(error(new().boxed(crate::TextBox::new().padding(-1.0))).contains("`boxed`: -1"));
        assert!(error(Annotation::new("a", At::Points(1.0, 1.0))).contains("`xy`"));
        assert_eq!(new().arrow("<|-|>").check(), Ok(()));
    }

    #[test]
    fn words_by_their_point_move_with_it() {
        let moves = |mut annotation: Annotation| annotation.set_xy((1, 1)).moving;
        let new = || Annotation::new("a", (0, 0));
        assert!(moves(new()));
        assert!(moves(new().xytext(At::Points(5.0, 5.0))));
        assert!(!moves(new().xytext((2.0, 2.0))));
    }
}
