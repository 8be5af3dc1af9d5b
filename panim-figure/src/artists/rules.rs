//! Straight lines across the axes, horizontal and vertical.

use crate::{
    FigureError, LineStyle, Number,
    artist::Draw,
    base::{
        check::checked_size,
        extent::{Extent, Reach},
        properties::properties,
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
    parts::common::{Common, common_properties, draw_common},
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// What both have in common. Width in points.
#[derive(Debug, Clone)]
struct Rule {
    at: f64,
    color: ColorSpec,
    width: f64,
    style: LineStyle,
}

impl Rule {
    fn new(at: f64) -> Self {
        Self { at, color: Color::cycle(0).into(), width: 1.5, style: LineStyle::Solid }
    }

    fn check(&self, name: &'static str) -> Result<(), FigureError> {
        checked_color(name, "color", &self.color)?;
        checked_size(name, "width", self.width)?;
        self.style.check(name, "style")
    }

    fn draw_straight(&self, pen: &mut Pen<'_>, common: &Common, from: Point, to: Point) {
        let near = pen.around();
        if near.contains(from) && near.contains(to) {
            let mut path = BezPath::new();
            path.move_to(from);
            path.line_to(to);
            self.draw(pen, common, &path);
        }
    }

    fn draw(&self, pen: &mut Pen<'_>, common: &Common, path: &BezPath) {
        if let Some(stroke) = self.style.stroke(self.width * pen.point) {
            pen.scene.stroke(path, &stroke, common.fade(&self.color));
        }
    }
}

macro_rules! rules {
    ($(
        $(#[$doc:meta])*
        $artist:ident($axis:ident, $set:ident) |$at:ident, $frame:ident| $ends:expr,
            |$polar:ident| $round:expr;
    )*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $artist {
            rule: Rule,
            common: Common,
        }

        impl $artist {
            /// A line at this value, in data coordinates.
            pub fn new($axis: impl Number) -> Self {
                Self { rule: Rule::new($axis.value()), common: Common::default() }
            }

            /// Moves the line to this value, in data coordinates.
            pub fn $set(&mut self, $axis: impl Number) -> &mut Self {
                self.rule.at = $axis.value();
                self
            }
        }

        properties! { $artist {
            /// Colour; default: `C0`.
            color / set_color(color: impl IntoColor) |this| this.rule.color = color.into();
            /// Width in points; default: 1.5.
            width / set_width(width: impl Number) |this| this.rule.width = width.value();
            /// Default: solid, `"-"`; also `"--"`, `"-."`, `":"` or a [`LineStyle`].
            style / set_style(style: impl Into<LineStyle>) |this| this.rule.style = style.into();
        } }
        common_properties!($artist);

        impl Draw for $artist {
            draw_common!($artist);

            fn check(&self) -> Result<(), FigureError> {
                self.rule.check(self.name())
            }

            fn draw(&self, pen: &mut Pen<'_>) {
                let ($at, $frame) = (pen.transform.$axis.at(self.rule.at), pen.frame);
                if let Some($polar) = pen.transform.polar() {
                    if let Some(path) = $at.is_finite().then(|| $round).flatten() {
                        self.rule.draw(pen, &self.common, &path);
                    }
                    return;
                }
                let [from, to] = $ends;
                self.rule.draw_straight(pen, &self.common, from.into(), to.into());
            }

            fn extent(&self) -> Extent {
                Extent { $axis: Reach::of(self.rule.at), ..Extent::default() }
            }

            fn default_zorder(&self) -> f64 {
                2.0
            }

            fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
                let y = area.center().y;
                let ends = [Point::new(area.x0, y), Point::new(area.x1, y)];
                self.rule.draw_straight(pen, &self.common, ends[0], ends[1]);
            }
        }
    )*};
}

rules! {
    /// A horizontal line at one y, from edge to edge of the axes whatever their limits. Nothing is drawn
    /// where y is not finite. On a polar axes it is a circle.
    ///
    /// ```
    /// # use panim_figure::*;
    /// # let mut fig = Figure::new();
    /// # fig.set_size(400, 300);
    /// # let ax = fig.axes();
    /// let t = linspace(0.0, 12.0, 200);
    /// ax.add(Line::new(&t, t.iter().map(|t| 20.0 + 60.0 * (1.0 - (-t / 3.0).exp()))));
    /// ax.add(HLine::new(80.0).style("--").color("C3").label("limit"));
    /// ax.set_xlabel("time (min)").set_ylabel("°C").set_legend(Legend::new().loc(Loc::LowerRight));
    /// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
    /// # docs::check("h_line", fig);
    /// ```
    #[doc = include_str!("../../docs/h_line.md")]
    HLine(y, set_y) |at, frame| [(frame.x0, at), (frame.x1, at)],
        |polar| (at > 0.0 && at <= polar.radius).then(|| polar.circle(at));

    /// A vertical line at one x, from edge to edge of the axes whatever their limits. Nothing is
    /// drawn where x is not finite. On a polar axes it is a ray.
    ///
    /// ```
    /// # use panim_figure::*;
    /// # let mut fig = Figure::new();
    /// # fig.set_size(400, 300);
    /// # let ax = fig.axes();
    /// let t = linspace(0.0, 8.0, 300);
    /// ax.add(Line::new(&t, t.iter().map(|t| if *t < 2.0 { 0.0 } else { (4.0 * t).sin() / t })));
    /// ax.add(VLine::new(2.0).style(":").color("black").label("switched on"));
    /// ax.set_xlabel("time (ms)").set_ylabel("voltage (V)").legend();
    /// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
    /// # docs::check("v_line", fig);
    /// ```
    #[doc = include_str!("../../docs/v_line.md")]
    VLine(x, set_x) |at, frame| [(at, frame.y1), (at, frame.y0)],
        |polar| Some(polar.ray(at));
}
