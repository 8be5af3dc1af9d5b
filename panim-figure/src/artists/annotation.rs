//! Words with an arrow to what they speak of.

use crate::{
    ArrowStyle, At, FigureError, Label, LineStyle, Number, OtherAxes,
    artist::{AxesKind, Draw},
    base::{
        check::{RELPOS, checked_size},
        extent::Extent,
        properties::properties,
        word::OneOf,
    },
    color::{ColorSpec, IntoColor, checked_color},
    parts::{
        arrow::{ArrowPath, Connected, connection_properties},
        at::FollowedAxes,
        common::{Common, common_properties, draw_common},
        lettering::Placed,
        words::{Words, placed_words_properties},
    },
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Rect, Shape};

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
    arrow_face_color: Option<ColorSpec>,
    arrow_width: f64,
    head_size: Option<f64>,
    relpos: (f64, f64),
    connected: Connected,
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
            arrow_face_color: None,
            arrow_width: 1.0,
            head_size: None,
            relpos: (0.5, 0.5),
            connected: Connected::default(),
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
    /// How the arrow looks: `"->"` by default, `"-|>"`, `"<->"`, `"fancy"` and so on, `""` for none, with
    /// options behind it, `"->,head_length=0.8"`, or an [`ArrowStyle`], which lists them all.
    #[doc(alias("arrowprops", "arrowstyle"))]
    arrow / set_arrow(style: impl OneOf<ArrowStyle>) |this| {
        this.common.misnamed.set("arrow", style, &mut this.arrow);
    };
    /// Colour of the arrow; default: that of the words.
    arrow_color / set_arrow_color(color: impl IntoColor) |this| {
        this.arrow_color = Some(color.into());
    };
    /// Colour of filled heads and of areas; default: that of the arrow.
    arrow_face_color / set_arrow_face_color(color: impl IntoColor) |this| {
        this.arrow_face_color = Some(color.into());
    };
    /// Width of the arrow's line in points; default: 1.
    arrow_width / set_arrow_width(width: impl Number) |this| this.arrow_width = width.value();
    /// Size of the arrow's head in points, matplotlib's `mutation_scale`; default: that of the words.
    head_size / set_head_size(size: impl Number) |this| this.head_size = Some(size.value());
    /// Where the arrow begins in the words' box, as fractions of it from its lower left corner; default:
    /// (0.5, 0.5), its middle. The words hide what lies on them.
    relpos / set_relpos(fractions: (impl Number, impl Number)) |this| {
        this.relpos = (fractions.0.value(), fractions.1.value());
    };
} }
connection_properties!(Annotation);
common_properties!(Annotation);

/// Around words without a box, where their arrow starts, in points.
const PADDING: f64 = 2.0;

impl Annotation {
    /// Where the words are and the path of the arrow; `None` while the point is not in the axes.
    fn place(&self, pen: &mut Pen<'_>) -> Option<(Placed, Option<BezPath>)> {
        let tip = self.xy.place(pen);
        if !self.xy.is_seen(pen) {
            return None;
        }
        let xytext = self.xytext.unwrap_or(self.xy);
        let follows =
            matches!((xytext, self.xy), (At::Data(..), _) | (At::Points(..), At::Data(..)))
                || self.elsewhere().into_iter().flatten().next().is_some();
        let at = xytext.pixels(pen, tip);
        let moves = pen.moving || self.elsewhere().into_iter().flatten().next().is_some();
        let placed = self.words.place(pen, at, self.moving || (moves && follows))?;
        if self.xytext.is_none() || self.arrow.is_none() {
            return Some((placed, None));
        }
        let cover = match self.words.text.is_empty() {
            true => BezPath::new(),
            false => placed.cover(PADDING * pen.point),
        };
        let path = self.connected.path([placed.at_fraction(self.relpos), tip], &cover, pen);
        Some((placed, path))
    }

    fn shaped(&self, pen: &Pen<'_>, path: BezPath) -> ArrowPath<'static> {
        ArrowPath {
            style: self.arrow,
            line: &LineStyle::Solid,
            path,
            width: self.arrow_width * pen.point,
            size: self.head_size.map_or(self.words.lettering.em(pen), |size| size * pen.point),
        }
    }

    /// The other axes that the point and the words are in.
    fn elsewhere(&self) -> [Option<OtherAxes>; 2] {
        [self.xy.elsewhere(), self.xytext.and_then(At::elsewhere)]
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
        if let Some(face) = &self.arrow_face_color {
            checked_color("Annotation", "arrow_face_color", face)?;
        }
        checked_size("Annotation", "head_size", self.head_size.unwrap_or(0.0))?;
        RELPOS.check("Annotation", "relpos", self.relpos.0)?;
        RELPOS.check("Annotation", "relpos", self.relpos.1)?;
        self.connected.check("Annotation", ("arrow", self.arrow))?;
        self.xy.check_anywhere("Annotation", "xy")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let Some((placed, path)) = self.place(pen) else { return };
        if let Some(path) = path {
            let color = self.arrow_color.clone().unwrap_or_else(|| self.words.lettering.color(pen));
            let face = self.arrow_face_color.as_ref().unwrap_or(&color);
            let arrow = self.shaped(pen, path);
            arrow.draw(pen, self.common.fade(&color), self.common.fade(face));
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
        let Some((placed, path)) = self.place(pen) else { return Some(Rect::ZERO) };
        let bounds = placed.bounds();
        Some(path.map_or(bounds, |path| bounds.union(self.shaped(pen, path).bounds())))
    }

    fn follows(&self) -> [Option<FollowedAxes>; 2] {
        let xytext = self.xytext.and_then(|at| at.followed("xytext"));
        [self.xy.followed("xy"), xytext]
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
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
