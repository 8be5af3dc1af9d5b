//! Winds at points.

use crate::{
    FigureError, Flags,
    artist::Draw,
    base::{
        check::{FLAGS, STAFFS, checked_positive, checked_size},
        data::{Data, DataRows, Number, PointFlags},
        error::written,
        extent::Extent,
        properties::properties,
        word::OneOf,
    },
    color::{Color, ColorSpec, IntoColor, checked_color},
    parts::{
        barb::Pivot,
        common::{Common, common_properties, draw_common},
        tints::{Tints, draw_tints, line_tints_properties},
        vectors::{Vectors, vector_properties},
        wind_barb::BarbShape,
    },
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Join, Point, Rect, Stroke, Vec2};

/// A wind (u, v) at each point, as meteorologists write it: a staff that points to where the wind comes from, with a
/// flag for each 50 units of its speed, a barb for each 10 that are left, and half a barb for 5. A calm is a circle.
/// matplotlib's `barbs`.
///
/// One whose place or vector is not finite is left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = linspace(-2.0, 2.0, 7);
/// // around a calm, faster and faster
/// let u = x.iter().map(|y| x.iter().map(move |x| -y * x.hypot(*y) * 9.0));
/// let v = x.iter().map(|y| x.iter().map(move |x| x * x.hypot(*y) * 9.0));
/// ax.add(Barbs::grid(&x, &x, u, v).pivot("middle").length(6));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("barbs", fig);
/// ```
#[doc = include_str!("../../docs/barbs.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "barbs")]
#[derive(Debug, Clone)]
pub struct Barbs {
    at: Vectors,
    shape: BarbShape,
    pivot: Pivot,
    flip_barb: PointFlags,
    fill_empty: bool,
    tints: Tints,
    flag_color: Option<ColorSpec>,
    width: f64,
    common: Common,
}

impl Barbs {
    /// Winds (`u`, `v`) at the points (`x`, `y`), all equally many.
    pub fn new<X, Y, U, V>(x: X, y: Y, u: U, v: V) -> Self
    where
        X: Data,
        Y: Data,
        U: Data,
        V: Data,
    {
        Self::of(Vectors::new(x, y, u, v))
    }

    /// Winds at every pair of `x` and `y`; of `u` and `v` one row for each y, as long as there are of x.
    pub fn grid<X, Y, U, V>(x: X, y: Y, u: U, v: V) -> Self
    where
        X: Data,
        Y: Data,
        U: DataRows,
        V: DataRows,
    {
        Self::of(Vectors::grid("Barbs", x, y, u, v))
    }

    fn of(at: Vectors) -> Self {
        Self {
            at,
            shape: BarbShape::USUAL,
            pivot: Pivot::Tip,
            flip_barb: PointFlags::default(),
            fill_empty: false,
            tints: Tints::default(),
            flag_color: None,
            width: 1.0,
            common: Common::default(),
        }
    }
}

properties! { Barbs {
    /// Size of the barbs: a staff is half the square of it long, in points; default: 7, which makes 24.5.
    length / set_length(length: impl Number) |barbs| barbs.shape.length = length.value();
    /// Which point of a staff is at its place: its `"tip"` without barbs, the default, its `"middle"`, or its
    /// `"tail"`, where the first flag is.
    pivot / set_pivot(pivot: impl OneOf<Pivot>) |barbs| {
        barbs.common.misnamed.set("pivot", pivot, &mut barbs.pivot);
    };
    /// The speeds that half a barb, a full one and a flag stand for, more than 0 each; default: `[5, 10, 50]`.
    increments / set_increments(increments: [impl Number; 3]) |barbs| {
        barbs.shape.increments = increments.map(Number::value);
    };
    /// Whether a speed is rounded to the nearest half barb; default: true. If not, what is less than one is cut off.
    rounding / set_rounding(on: bool) |barbs| barbs.shape.rounding = on;
    /// Whether flags and barbs are on the other side of the staff, as south of the equator: `true` or `false` for all,
    /// or for each; default: `false`.
    flip_barb / set_flip_barb<Kind>(flip: impl Flags<Kind>) |barbs| barbs.flip_barb = PointFlags::new(flip);
    /// Whether the circle of a calm is filled; default: no.
    fill_empty / set_fill_empty(on: bool) |barbs| barbs.fill_empty = on;
    /// From a flag or barb to the next, in lengths of the staff; default: 0.125.
    spacing / set_spacing(spacing: impl Number) |barbs| barbs.shape.spacing = spacing.value();
    /// How far flags and barbs stand out, in lengths of the staff; default: 0.4.
    height / set_height(height: impl Number) |barbs| barbs.shape.height = height.value();
    /// How much of the staff a flag takes, and twice of what a full barb leans, in lengths of the staff; default: 0.25.
    flag_width / set_flag_width(width: impl Number) |barbs| barbs.shape.flag_width = width.value();
    /// Radius of the circle of a calm, in lengths of the staff; default: 0.15.
    empty_radius / set_empty_radius(radius: impl Number) |barbs| barbs.shape.empty_radius = radius.value();
    /// Colour of the flags' faces; default: that of the barbs.
    flag_color / set_flag_color(color: impl IntoColor) |barbs| barbs.flag_color = Some(color.into());
    /// Width of the lines in points; default: 1.
    width / set_width(width: impl Number) |barbs| barbs.width = width.value();
} }
line_tints_properties!(
    Barbs,
    tints,
    "barb",
    "barbs",
    "default: the style's for words, black.",
    "is left out"
);
vector_properties!(Barbs, "barbs");
common_properties!(Barbs);
crate::parts::outline::outline_properties!(Barbs);

impl Barbs {
    /// How far the tip is from the place, in lengths of the staff.
    fn tip(&self) -> f64 {
        match self.pivot {
            Pivot::Tip => 0.0,
            Pivot::Mid => -0.5,
            Pivot::Tail => -1.0,
        }
    }

    /// The winds that are to be seen: their numbers, places and vectors.
    fn shown<'a>(&'a self, pen: &Pen<'a>) -> impl Iterator<Item = (usize, Point, Vec2)> + use<'a> {
        let (transform, shape) = (pen.transform, self.shape);
        let (frame, point) = (pen.frame, pen.point);
        let places = self.at.x.iter().zip(&*self.at.y).zip(self.at.vectors());
        let winds =
            places.enumerate().map(move |(i, ((&x, &y), vector))| (i, transform.at(x, y), vector));
        winds.filter(move |(_, at, vector)| {
            let reach = (shape.reach(shape.parts(vector.hypot()).flags) + 10.0) * point;
            vector.is_finite() && at.is_finite() && frame.inflate(reach, reach).contains(*at)
        })
    }

    fn draw_one(&self, pen: &mut Pen<'_>, (faces, lines): (&BezPath, &BezPath), own: &ColorSpec) {
        let face = self.flag_color.as_ref().unwrap_or(own);
        pen.scene.fill(faces, self.common.fade(face));
        if self.width > 0.0 {
            let stroke = Stroke::new(self.width * pen.point).with_join(Join::Round);
            pen.scene.stroke(lines, &stroke, self.common.fade(own));
        }
    }

    /// Adds a barb to the faces and lines of others.
    fn add(
        &self,
        (i, at, vector): (usize, Point, Vec2),
        point: f64,
        (faces, lines): (&mut BezPath, &mut BezPath),
    ) {
        let pose = (self.tip(), self.flip_barb.at(i));
        let barb = self.shape.at(at, vector, pose, point);
        if self.fill_empty || !self.shape.parts(vector.hypot()).is_empty() {
            faces.extend(&barb);
        }
        lines.extend(barb);
    }
}

impl Draw for Barbs {
    draw_common!(Barbs);
    draw_tints!(tints);

    fn check(&self) -> Result<(), FigureError> {
        self.at.check("Barbs")?;
        let shape = &self.shape;
        checked_size("Barbs", "length", shape.length)?;
        checked_size("Barbs", "width", self.width)?;
        for increment in shape.increments {
            checked_positive("Barbs", "increments", ("a speed", increment))?;
        }
        let sizes = [
            ("spacing", shape.spacing),
            ("height", shape.height),
            ("flag_width", shape.flag_width),
            ("empty_radius", shape.empty_radius),
        ];
        sizes.into_iter().try_for_each(|(argument, size)| STAFFS.check("Barbs", argument, size))?;
        self.flip_barb.check("Barbs", "flip_barb", self.at.len())?;
        self.flag_color.as_ref().map_or(Ok(()), |c| checked_color("Barbs", "flag_color", c))?;
        let most = FLAGS.most() as f64;
        let is_too_fast = |speed: &f64| speed.is_finite() && shape.parts(*speed).most() > most;
        if let Some(speed) = self.at.magnitudes().find(is_too_fast) {
            let message = format!(
                "a speed of {} takes more than {most} flags or barbs; `increments` says what each stands for",
                written(speed)
            );
            let is_usual = shape.increments == BarbShape::USUAL.increments;
            let argument = if is_usual { "u" } else { "increments" };
            return Err(FigureError::new("Barbs", argument, message));
        }
        self.tints.check("Barbs", ("x", self.at.len()))
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let colors = self.tints.faces(pen.style.text);
        let (mut faces, mut lines) = (BezPath::new(), BezPath::new());
        let shown: Vec<_> = self.shown(pen).collect();
        for wind in shown {
            let own = &colors[wind.0 % colors.len()];
            if self.tints.is_clear(own) {
                continue;
            }
            self.add(wind, pen.point, (&mut faces, &mut lines));
            if colors.len() > 1 {
                self.draw_one(pen, (&faces, &lines), own);
                faces.truncate(0);
                lines.truncate(0);
            }
        }
        if !lines.is_empty() {
            self.draw_one(pen, (&faces, &lines), &colors[0]);
        }
    }

    fn extent(&self) -> Extent {
        self.at.extent()
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let (mut faces, mut lines) = (BezPath::new(), BezPath::new());
        for wind in self.shown(pen) {
            self.add(wind, pen.point, (&mut faces, &mut lines));
        }
        lines
    }

    /// A barb of a flag and one and a half barbs, as large as there is room.
    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let [half, full, flag] = self.shape.increments;
        let at = Point::new(area.x1, area.y1);
        let length = (2.0 * area.width() / pen.point).sqrt();
        let small = Self { shape: BarbShape { length, ..self.shape }, ..self.clone() };
        let (mut faces, mut lines) = (BezPath::new(), BezPath::new());
        let small = Self { pivot: Pivot::Tip, flip_barb: PointFlags::default(), ..small };
        let wind = (0, at, Vec2::new(flag + full + half, 0.0));
        small.add(wind, pen.point, (&mut faces, &mut lines));
        let own = self.tints.key(pen.style.text);
        small.draw_one(pen, (&faces, &lines), &own);
    }

    fn key_color(&self, style: &crate::Style) -> Option<Color> {
        self.tints.key(style.text).get().ok()
    }
}
