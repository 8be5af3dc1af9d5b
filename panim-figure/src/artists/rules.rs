//! Straight lines across the axes, horizontal and vertical.

use crate::{
    FigureError, LineStyle, Number,
    artist::Draw,
    base::{
        check::{checked_finite, checked_size},
        extent::{Extent, Reach},
        properties::properties,
        word::OneOf,
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
    parts::common::{Common, common_properties, draw_common},
    pen::Pen,
};
use std::f64::consts::TAU;
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// What both have in common. Width in points.
#[derive(Debug, Clone)]
struct Rule {
    at: f64,
    color: ColorSpec,
    width: f64,
    style: LineStyle,
    /// Where it starts and ends, as fractions of the axes.
    stretch: (f64, f64),
}

impl Rule {
    fn new(at: f64) -> Self {
        Self {
            at,
            color: Color::cycle(0).into(),
            width: 1.5,
            style: LineStyle::Solid,
            stretch: (0.0, 1.0),
        }
    }

    fn check(
        &self,
        name: &'static str,
        (start, end): (&'static str, &'static str),
    ) -> Result<(), FigureError> {
        let fraction = "a fraction of the axes";
        checked_finite(name, start, (fraction, self.stretch.0))?;
        checked_finite(name, end, (fraction, self.stretch.1))?;
        checked_color(name, "color", &self.color)?;
        checked_size(name, "width", self.width)?;
        self.style.check(name, "style")
    }

    /// Where it starts and ends between two pixels along the axes, not farther out than can be seen.
    fn ends(&self, pen: &Pen<'_>, from: f64, to: f64) -> (f64, f64) {
        let spare = 2.0 * self.width * pen.point;
        let beyond = if to > from { spare } else { -spare };
        let (low, high) = ((from - beyond).min(to + beyond), (from - beyond).max(to + beyond));
        let at = |fraction: f64| (from + fraction * (to - from)).clamp(low, high);
        (at(self.stretch.0), at(self.stretch.1))
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

/// The properties of [`Rule`] for an artist with a `rule` field.
macro_rules! rule_properties {
    ($artist:ident) => {
        properties! { $artist {
            /// Colour; default: `C0`.
            color / set_color(color: impl IntoColor) |this| this.rule.color = color.into();
            /// Width in points; default: 1.5.
            width / set_width(width: impl Number) |this| this.rule.width = width.value();
            /// Default: solid, `"-"`; also `"--"`, `"-."`, `":"` or a [`LineStyle`].
            style / set_style(style: impl OneOf<LineStyle>) |this| {
                this.common.misnamed.set("style", style, &mut this.rule.style);
            };
        } }
    };
}

/// The part of [`Draw`] that both have in common.
macro_rules! draw_rule {
    ($start:literal, $end:literal) => {
        fn check(&self) -> Result<(), FigureError> {
            self.rule.check(self.name(), ($start, $end))
        }

        fn default_zorder(&self) -> f64 {
            2.0
        }

        fn key_color(&self, _style: &crate::Style) -> Option<Color> {
            self.rule.color.get().ok()
        }

        fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
            let y = area.center().y;
            let ends = [Point::new(area.x0, y), Point::new(area.x1, y)];
            self.rule.draw_straight(pen, &self.common, ends[0], ends[1]);
        }
    };
}

/// A horizontal line at one y, from edge to edge of the axes whatever their limits, or between two fractions of their
/// width. Nothing is drawn where y is not finite. On a polar axes it is a circle, or an arc.
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
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "axhline")]
#[derive(Debug, Clone)]
pub struct HLine {
    rule: Rule,
    common: Common,
}

impl HLine {
    /// A line at this y, in data coordinates.
    pub fn new(y: impl Number) -> Self {
        Self { rule: Rule::new(y.value()), common: Common::default() }
    }

    /// Moves the line to this y, in data coordinates.
    pub fn set_y(&mut self, y: impl Number) -> &mut Self {
        self.rule.at = y.value();
        self
    }
}

properties! { HLine {
    /// Where it starts, as a fraction of the axes' width whatever the limits are; default: 0, at the left edge.
    xmin / set_xmin(fraction: impl Number) |this| this.rule.stretch.0 = fraction.value();
    /// Where it ends, as a fraction of the axes' width; default: 1, at the right edge.
    xmax / set_xmax(fraction: impl Number) |this| this.rule.stretch.1 = fraction.value();
} }
rule_properties!(HLine);
common_properties!(HLine);
crate::parts::outline::outline_properties!(HLine);

impl Draw for HLine {
    draw_common!(HLine);
    draw_rule!("xmin", "xmax");

    fn draw(&self, pen: &mut Pen<'_>) {
        let (at, frame) = (pen.transform.y.at(self.rule.at), pen.frame);
        match pen.transform.polar() {
            Some(polar) if at.is_finite() => {
                if at > 0.0 && at <= polar.radius {
                    let path = match self.rule.stretch {
                        (0.0, 1.0) => polar.circle(at),
                        (from, to) => {
                            let turn = |fraction: f64| pen.transform.x.at(fraction * TAU);
                            polar.arc(at, turn(from), turn(to))
                        }
                    };
                    self.rule.draw(pen, &self.common, &path);
                }
            }
            Some(_) => {}
            None => {
                let (from, to) = self.rule.ends(pen, frame.x0, frame.x1);
                self.rule.draw_straight(pen, &self.common, (from, at).into(), (to, at).into());
            }
        }
    }

    fn extent(&self) -> Extent {
        Extent { y: Reach::of(self.rule.at), ..Extent::default() }
    }
}

/// A vertical line at one x, from edge to edge of the axes whatever their limits, or between two fractions of their
/// height. Nothing is drawn where x is not finite. On a polar axes it is a ray.
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
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "axvline")]
#[derive(Debug, Clone)]
pub struct VLine {
    rule: Rule,
    common: Common,
}

impl VLine {
    /// A line at this x, in data coordinates.
    pub fn new(x: impl Number) -> Self {
        Self { rule: Rule::new(x.value()), common: Common::default() }
    }

    /// Moves the line to this x, in data coordinates.
    pub fn set_x(&mut self, x: impl Number) -> &mut Self {
        self.rule.at = x.value();
        self
    }
}

properties! { VLine {
    /// Where it starts, as a fraction of the axes' height whatever the limits are; default: 0, at the lower edge.
    ymin / set_ymin(fraction: impl Number) |this| this.rule.stretch.0 = fraction.value();
    /// Where it ends, as a fraction of the axes' height; default: 1, at the upper edge.
    ymax / set_ymax(fraction: impl Number) |this| this.rule.stretch.1 = fraction.value();
} }
rule_properties!(VLine);
common_properties!(VLine);
crate::parts::outline::outline_properties!(VLine);

impl Draw for VLine {
    draw_common!(VLine);
    draw_rule!("ymin", "ymax");

    fn draw(&self, pen: &mut Pen<'_>) {
        let (at, frame) = (pen.transform.x.at(self.rule.at), pen.frame);
        match pen.transform.polar() {
            Some(polar) if at.is_finite() => {
                let (from, to) = self.rule.ends(pen, 0.0, polar.radius);
                self.rule.draw(pen, &self.common, &polar.ray(at, from, to));
            }
            Some(_) => {}
            None => {
                let (from, to) = self.rule.ends(pen, frame.y1, frame.y0);
                self.rule.draw_straight(pen, &self.common, (at, from).into(), (at, to).into());
            }
        }
    }

    fn extent(&self) -> Extent {
        Extent { x: Reach::of(self.rule.at), ..Extent::default() }
    }
}
