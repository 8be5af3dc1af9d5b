//! Values as stems that stand on a line.

use crate::{
    FigureError, Places,
    artist::Draw,
    base::{
        check::checked_lengths,
        data::{Column, Data, Number, PlaceColumn, point_data},
        error::written,
        extent::Extent,
        properties::properties,
        wanted::Wanted,
    },
    color::{ColorSpec, IntoColor, checked_color},
    parts::{
        common::{Common, Cycle, common_properties, draw_common},
        marker::Marker,
        marks::{Marks, marks_properties},
        polyline::polyline,
        trace::Trace,
    },
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Point, Rect, Stroke};

/// A stem from a level line to each value, with a marker on it: signals that are known at some
/// times only. A stem whose place or value is not finite is left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let time = linspace(0.0, 4.0, 33);
/// let decay = time.iter().map(|t| (-0.6 * t).exp() * (6.0 * t).cos());
/// let ax = fig.axes();
/// ax.set_xlabel("time (ms)").add(Stem::new(&time, decay).label("samples"));
/// ax.legend();
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("stem", fig);
/// ```
#[doc = include_str!("../../docs/stem.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "stem")]
#[derive(Debug, Clone)]
pub struct Stem {
    x: PlaceColumn,
    y: Column,
    bottom: f64,
    base_color: ColorSpec,
    trace: Trace,
    common: Common,
}

impl Stem {
    /// Stems at `x` as high as `y`, which must be equally many. They stand on 0.
    /// Without data yet it is [`Stem::empty`], and of pairs [`Stem::from_points`].
    pub fn new<X, Y>(x: X, y: Y) -> Self
    where
        X: Places,
        Y: Data,
    {
        Self {
            x: PlaceColumn::new(x),
            y: Column::new(y),
            bottom: 0.0,
            base_color: "C3".into(),
            trace: Trace { marks: Marks::of(Marker::DISC), ..Trace::default() },
            common: Common::default(),
        }
    }

    /// Moves the stems; `x` and `y` must be equally many.
    pub fn set_data<X, Y>(&mut self, x: X, y: Y) -> &mut Self
    where
        X: Places,
        Y: Data,
    {
        self.set_x(x).set_y(y)
    }

    /// Moves the stems along x; as many as there are of y.
    pub fn set_x<X: Places>(&mut self, x: X) -> &mut Self {
        self.x = PlaceColumn::new(x);
        self
    }

    /// Moves the stems' ends; as many as there are stems.
    pub fn set_y<Y: Data>(&mut self, y: Y) -> &mut Self {
        self.y = Column::new(y);
        self
    }

    /// The foot and the end of each stem, in pixels.
    fn stems(&self, pen: &Pen<'_>) -> impl Iterator<Item = [Point; 2]> {
        let (transform, bottom) = (pen.transform, self.bottom);
        let stems = self.x.iter().zip(&*self.y);
        let ends = stems.map(move |(&x, &y)| [transform.at(x, bottom), transform.at(x, y)]);
        ends.filter(|ends| ends.iter().all(|end| end.is_finite()))
    }

    /// The line that stems stand on: from the first to the last.
    fn base(&self, pen: &Pen<'_>) -> BezPath {
        let places = || self.x.iter().copied().filter(|x| x.is_finite());
        let ends =
            [places().fold(f64::INFINITY, f64::min), places().fold(f64::NEG_INFINITY, f64::max)];
        polyline(ends.into_iter().map(|x| pen.transform.at(x, self.bottom)), pen.around())
    }
}

properties! { Stem {
    /// Colour of the stems, and of their markers unless they have their own; by default the next
    /// of the axes' cycle, `C0`, `C1`, ..
    color / set_color(color: impl IntoColor) |stem| stem.trace.color = Some(color.into());
    /// Width of the stems and of the line that they stand on, in points; default: the style's, 1.5.
    width / set_width(width: impl Number) |stem| stem.trace.width = Some(width.value());
    /// The value that stems start from; default: 0.
    bottom / set_bottom(bottom: impl Number) |stem| stem.bottom = bottom.value();
    /// Colour of the line that stems stand on; default: `C3`; `"none"` for no line.
    base_color / set_base_color(color: impl IntoColor) |stem| stem.base_color = color.into();
} }
marks_properties!(Stem, trace.marks, "at the end of each stem", "`o`", "the stems'");
point_data!(Stem, 2: new(x, y));
common_properties!(Stem);
crate::parts::outline::outline_properties!(Stem);

impl Draw for Stem {
    draw_common!(Stem);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Stem", ("x", self.x.len()), ("y", self.y.len()))?;
        checked_color("Stem", "base_color", &self.base_color)?;
        if !self.bottom.is_finite() {
            let message = format!("{} is not a value to start from", written(self.bottom));
            return Err(FigureError::new("Stem", "bottom", message));
        }
        self.trace.check("Stem")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let stroke = Stroke::new(self.trace.width_on(pen));
        pen.scene.stroke(&self.base(pen), &stroke, self.common.fade(&self.base_color));
        self.trace.stroke_path(pen, &self.common, &self.legend_avoids(pen));
        let ends: Vec<Point> = self.stems(pen).map(|[_, end]| end).collect();
        self.trace.stamp(pen, &self.common, (ends.into_iter(), 0), pen.frame);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        for stem in self.stems(pen) {
            all.extend(polyline(stem.into_iter(), pen.around()));
        }
        all
    }

    fn has_places(&self) -> bool {
        self.x.has_names()
    }

    fn take_places(&mut self, x: &mut Wanted, _y: &mut Wanted) {
        self.x.take_places(x);
    }

    fn extent(&self) -> Extent {
        let ends = |(&x, &y): (&f64, &f64)| [(x, self.bottom), (x, y)];
        Extent::of_points(self.x.iter().zip(&*self.y).flat_map(ends))
    }

    fn default_zorder(&self) -> f64 {
        2.0
    }

    fn key_color(&self, _style: &crate::Style) -> Option<crate::Color> {
        self.trace.key_color()
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.trace.draw_key(pen, &self.common, area);
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.trace.take_color(cycle);
    }
}
