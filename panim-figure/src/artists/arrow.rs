//! Arrows between two points.

use crate::{
    ArrowStyle, At, ConnectionStyle, FigureError, LineStyle, Number, OneOf,
    artist::{AxesKind, Draw},
    base::{check::checked_size, extent::Extent, properties::properties},
    color::{ColorSpec, IntoColor, checked_color},
    parts::{
        arrow::{ArrowPath, Connected, connection_properties},
        at::FollowedAxes,
        common::{Common, common_properties, draw_common},
    },
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// An arrow from one place to another. One with an end that is not finite is left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let (x, y) = ([0.0, 2.0, 3.0, 1.0], [0.0, 0.5, 2.0, 1.5]);
/// ax.add(Scatter::new(x, y).size(100).zorder(3));
/// for (i, arrow) in ["->", "-|>", "<|-|>"].into_iter().enumerate() {
///     let arrow = Arrow::new((x[i], y[i]), (x[i + 1], y[i + 1])).arrow_style(arrow).shrink(7);
///     ax.add(arrow.color(format!("C{}", i + 1)).width(2).head_size(16));
/// }
/// ax.add(Arrow::new((x[3], y[3]), (x[0], y[0])).arc(0.4).shrink(7).style("--"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("arrow", fig);
/// ```
#[doc = include_str!("../../docs/arrow.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "FancyArrowPatch")]
#[derive(Debug, Clone)]
pub struct Arrow {
    from: At,
    to: At,
    arrow_style: ArrowStyle,
    color: Option<ColorSpec>,
    face_color: Option<ColorSpec>,
    width: f64,
    style: LineStyle,
    head_size: Option<f64>,
    connected: Connected,
    common: Common,
}

impl Arrow {
    /// An arrow from one place to another, each in data coordinates or in those of [`At`].
    pub fn new(from: impl Into<At>, to: impl Into<At>) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
            arrow_style: ArrowStyle::default(),
            color: None,
            face_color: None,
            width: 1.0,
            style: LineStyle::Solid,
            head_size: None,
            connected: Connected::default(),
            common: Common::default(),
        }
    }

    /// Moves both ends.
    pub fn set_ends(&mut self, from: impl Into<At>, to: impl Into<At>) -> &mut Self {
        (self.from, self.to) = (from.into(), to.into());
        self
    }

    /// The arrow on the pixels; nothing where there is no room for it, or while a place of an arrow between two
    /// axes is not seen in its own.
    fn arrow(&self, pen: &Pen<'_>) -> Option<ArrowPath<'_>> {
        let is_between = [self.from, self.to].iter().any(|end| end.elsewhere().is_some());
        if is_between && !(self.from.is_seen(pen) && self.to.is_seen(pen)) {
            return None;
        }
        let ends = [self.from.place(pen), self.to.place(pen)];
        Some(self.shaped(pen, self.connected.path(ends, &BezPath::new(), pen)?))
    }

    fn shaped(&self, pen: &Pen<'_>, path: BezPath) -> ArrowPath<'_> {
        ArrowPath {
            style: self.arrow_style,
            line: &self.style,
            path,
            width: self.width * pen.point,
            size: self.head_size.unwrap_or(pen.style.font_size) * pen.point,
        }
    }

    fn paint(&self, pen: &mut Pen<'_>, arrow: &ArrowPath<'_>) {
        let color = self.color.clone().unwrap_or_else(|| pen.style.edge.into());
        let face = self.face_color.as_ref().unwrap_or(&color);
        arrow.draw(pen, self.common.fade(&color), self.common.fade(face));
    }

    fn is_in_axes(&self) -> bool {
        self.from.is_in_axes() && self.to.is_in_axes()
    }
}

properties! { Arrow {
    /// Where it begins, in data coordinates or in others of [`At`].
    from / set_from(from: impl Into<At>) |arrow| arrow.from = from.into();
    /// Where it points to, in data coordinates or in others of [`At`].
    to / set_to(to: impl Into<At>) |arrow| arrow.to = to.into();
    /// How it looks: `"->"` by default, `"-|>"`, `"<->"`, `"fancy"` and so on, `""` for none, with options
    /// behind it, `"->,head_length=0.8"`, or an [`ArrowStyle`], which lists them all.
    arrow_style / set_arrow_style(style: impl OneOf<ArrowStyle>) |arrow| {
        arrow.common.misnamed.set("arrow_style", style, &mut arrow.arrow_style);
    };
    /// Colour; default: that of the style's edges, black.
    color / set_color(color: impl IntoColor) |arrow| arrow.color = Some(color.into());
    /// Colour of filled heads and of areas; default: `color`.
    face_color / set_face_color(color: impl IntoColor) |arrow| arrow.face_color = Some(color.into());
    /// Width of its line in points; default: 1.
    width / set_width(width: impl Number) |arrow| arrow.width = width.value();
    /// Style of its line; default: solid, `"-"`; also `"--"`, `"-."`, `":"` or a [`LineStyle`]. Its heads are
    /// solid.
    style / set_style(style: impl OneOf<LineStyle>) |arrow| {
        arrow.common.misnamed.set("style", style, &mut arrow.style);
    };
    /// Size of its heads in points, matplotlib's `mutation_scale`: they are 0.4 times as long; default: the
    /// style's font size, 10.
    head_size / set_head_size(size: impl Number) |arrow| arrow.head_size = Some(size.value());
} }
connection_properties!(Arrow);
common_properties!(Arrow);
crate::parts::outline::outline_properties!(Arrow);

impl Draw for Arrow {
    draw_common!(Arrow);

    fn check(&self) -> Result<(), FigureError> {
        self.style.check("Arrow", "style")?;
        if let Some(color) = &self.color {
            checked_color("Arrow", "color", color)?;
        }
        checked_size("Arrow", "width", self.width)?;
        checked_size("Arrow", "head_size", self.head_size.unwrap_or(0.0))?;
        if let Some(face) = &self.face_color {
            checked_color("Arrow", "face_color", face)?;
        }
        self.connected.check("Arrow", ("arrow_style", self.arrow_style))?;
        self.from.check_anywhere("Arrow", "from")?;
        self.to.check_anywhere("Arrow", "to")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        if let Some(arrow) = self.arrow(pen) {
            self.paint(pen, &arrow);
        }
    }

    fn extent(&self) -> Extent {
        let ends = [self.from, self.to].into_iter().filter_map(|end| match end {
            At::Data(x, y) => Some((x, y)),
            _ => None,
        });
        Extent::of_points(ends)
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn axes_kind(&self) -> AxesKind {
        let is_flat = self.from.is_data() || self.to.is_data();
        if is_flat { AxesKind::Plane } else { AxesKind::Both }
    }

    fn is_cut(&self, _part: usize) -> bool {
        self.is_in_axes()
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        if self.is_in_axes() {
            return None;
        }
        Some(self.arrow(pen).map_or(Rect::ZERO, |arrow| arrow.bounds()))
    }

    fn follows(&self) -> [Option<FollowedAxes>; 2] {
        [self.from.followed("from"), self.to.followed("to")]
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let y = area.center().y;
        let ends = [Point::new(area.x0, y), Point::new(area.x1, y)];
        let path = ConnectionStyle::default().path(ends[0], ends[1], 1.0);
        let arrow = self.shaped(pen, path);
        self.paint(pen, &arrow);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        self.arrow(pen).map_or_else(BezPath::new, |arrow| arrow.path)
    }
}
