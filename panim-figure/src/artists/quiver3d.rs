//! Arrows in space.

use crate::{
    FigureError, Pivot,
    artist::{AxesKind, Draw},
    base::{
        check::{checked_finite, checked_lengths, checked_size},
        data::{Column, Data, Number, no_data, space_setters},
        extent::Extent,
        properties::properties,
        word::OneOf,
    },
    color::{
        Color, ColorSpec, IntoColor, checked_color,
        mapping::{Mapping, mapping_properties},
    },
    parts::common::{Common, common_properties, draw_common},
    pen::Pen,
    transform::space::{Space, Vec3, dot, each},
};
use std::borrow::Cow;
use vello_cpu::kurbo::{BezPath, Join, Point, Rect, Stroke};

/// An arrow for the vector (u, v, w) at each point of a 3D axes, as mplot3d's `quiver`: a line with two barbs in
/// space. One whose place or vector is not finite is left out, and one of no length is nothing.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let steps = || [-0.8, -0.3, 0.3, 0.8];
/// let points = || steps().into_iter().flat_map(move |x| {
///     steps().into_iter().flat_map(move |y| [-0.6, 0.0, 0.6].map(move |z| [x, y, z]))
/// });
/// let part = |i: usize| points().map(move |point| point[i]);
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// let arrows = Quiver3D::new(part(0), part(1), part(2), part(1).map(|y| -y), part(0), part(2));
/// ax.add(arrows.length(0.3).normalize(true).by_magnitude().cmap("plasma"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("quiver3d", fig);
/// ```
#[doc = include_str!("../../docs/quiver3d.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Quiver3D {
    places: [Column; 3],
    vectors: [Column; 3],
    /// Default: `C0`.
    color: Option<ColorSpec>,
    values: Option<Column>,
    by_magnitude: bool,
    mapping: Mapping,
    width: Option<f64>,
    length: f64,
    head: f64,
    normalize: bool,
    pivot: Pivot,
    common: Common,
}

/// Between an arrow and its barbs, in degrees; mplot3d's.
const BARB: f64 = 15.0;

impl Quiver3D {
    /// Arrows at the points (`x`, `y`, `z`) for the vectors (`u`, `v`, `w`), all equally many.
    pub fn new<X, Y, Z, U, V, W>(x: X, y: Y, z: Z, u: U, v: V, w: W) -> Self
    where
        X: Data,
        Y: Data,
        Z: Data,
        U: Data,
        V: Data,
        W: Data,
    {
        Self {
            places: [Column::new(x), Column::new(y), Column::new(z)],
            vectors: [Column::new(u), Column::new(v), Column::new(w)],
            color: None,
            values: None,
            by_magnitude: false,
            mapping: Mapping::default(),
            width: None,
            length: 1.0,
            head: 0.3,
            normalize: false,
            pivot: Pivot::Tail,
            common: Common::default(),
        }
    }

    /// Moves the arrows and changes their vectors, all equally many.
    pub fn set_data<X, Y, Z, U, V, W>(&mut self, x: X, y: Y, z: Z, u: U, v: V, w: W) -> &mut Self
    where
        X: Data,
        Y: Data,
        Z: Data,
        U: Data,
        V: Data,
        W: Data,
    {
        self.set_x(x).set_y(y).set_z(z).set_uvw(u, v, w)
    }

    /// Changes the vectors, as many as there are arrows.
    pub fn set_uvw<U, V, W>(&mut self, u: U, v: V, w: W) -> &mut Self
    where
        U: Data,
        V: Data,
        W: Data,
    {
        self.vectors = [Column::new(u), Column::new(v), Column::new(w)];
        self
    }

    /// Colours the arrows by the lengths of their vectors, through `cmap` and `norm`.
    #[must_use]
    pub fn by_magnitude(mut self) -> Self {
        self.set_by_magnitude();
        self
    }

    /// The same for one that was added.
    pub fn set_by_magnitude(&mut self) -> &mut Self {
        (self.values, self.by_magnitude) = (None, true);
        self
    }

    /// One of each three, as many as all have.
    fn rows(columns: &[Column; 3]) -> impl Iterator<Item = Vec3> {
        let [x, y, z] = columns;
        x.iter().zip(&**y).zip(&**z).map(|((&x, &y), &z)| [x, y, z])
    }

    fn magnitudes(&self) -> impl Iterator<Item = f64> {
        // squares of the largest numbers are none
        Self::rows(&self.vectors).map(|[u, v, w]| u.hypot(v).hypot(w))
    }

    fn arrow_values(&self) -> Option<Cow<'_, [f64]>> {
        match &self.values {
            Some(values) => Some(Cow::Borrowed(values)),
            None => self.by_magnitude.then(|| self.magnitudes().collect()),
        }
    }

    /// The start, the tip and the ends of the barbs of each arrow, with its number.
    fn arrows(&self) -> impl Iterator<Item = (usize, [Vec3; 4])> {
        let all = Self::rows(&self.places).zip(Self::rows(&self.vectors)).zip(self.magnitudes());
        let all = all.enumerate().filter(|(_, ((_, vector), magnitude))| {
            *magnitude > 0.0 && vector.iter().all(|part| part.is_finite())
        });
        all.map(|(number, ((at, vector), magnitude))| {
            let by = if self.normalize { self.length / magnitude } else { self.length };
            let vector = vector.map(|part| by * part);
            let before = match self.pivot {
                Pivot::Tail => 0.0,
                Pivot::Mid => 0.5,
                Pivot::Tip => 1.0,
            };
            let start = each(|i| at[i] - before * vector[i]);
            let tip = each(|i| start[i] + vector[i]);
            let barb = |side: f64| {
                let barb = turned(vector, side * BARB);
                each(|i| tip[i] - self.head * barb[i])
            };
            (number, [start, tip, barb(1.0), barb(-1.0)])
        })
    }

    fn depth_of(space: &Space, arrow: &[Vec3; 4]) -> f64 {
        space.mean_depth(arrow[..2].iter().copied())
    }

    fn own_color(&self, style: &crate::Style) -> Color {
        let given = self.color.as_ref().map_or(Ok(style.cycle_color(0)), ColorSpec::get);
        given.unwrap_or(Color::TRANSPARENT)
    }

    fn stroke(&self, pen: &Pen<'_>) -> Stroke {
        let width = self.width.unwrap_or(pen.style.line_width);
        Stroke::new(width * pen.point).with_join(Join::Round)
    }
}

/// A vector turned by so many degrees around the level direction across it; mplot3d's, which takes y where
/// there are many.
fn turned([u, v, w]: Vec3, degrees: f64) -> Vec3 {
    let across = u.hypot(v);
    let axis = if across > 0.0 { [v / across, -u / across, 0.0] } else { [0.0, 1.0, 0.0] };
    let (sin, cos) = degrees.to_radians().sin_cos();
    let rows = [
        [cos + axis[0] * axis[0] * (1.0 - cos), axis[0] * axis[1] * (1.0 - cos), axis[1] * sin],
        [axis[0] * axis[1] * (1.0 - cos), cos + axis[1] * axis[1] * (1.0 - cos), -axis[0] * sin],
        [-axis[1] * sin, axis[0] * sin, cos],
    ];
    rows.map(|row| dot(row, [u, v, w]))
}

/// A line to the tip, and one along both barbs.
fn path([start, tip, left, right]: [Point; 4]) -> BezPath {
    let mut path = BezPath::new();
    path.move_to(start);
    path.line_to(tip);
    path.move_to(left);
    path.line_to(tip);
    path.line_to(right);
    path
}

properties! { Quiver3D {
    /// One colour for all arrows; default: `C0`.
    color / set_color(color: impl IntoColor) |quiver| {
        (quiver.color, quiver.values, quiver.by_magnitude) = (Some(color.into()), None, false);
    };
    /// Colours each arrow by its value, through `cmap` and `norm`; as many as there are arrows.
    /// One whose value is NaN is left out, unless the colormap has a colour for it.
    values / set_values(values: impl Data) |quiver| quiver.values = Some(Column::new(values));
    /// Width of the lines in points; default: the style's, 1.5.
    width / set_width(width: impl Number) |quiver| quiver.width = Some(width.value());
    /// How long arrows are by their vectors, or in data coordinates if they are normalized; default: 1.
    length / set_length(length: impl Number) |quiver| quiver.length = length.value();
    /// Whether all arrows are equally long, as long as `length` says; default: false.
    normalize / set_normalize(on: bool) |quiver| quiver.normalize = on;
    /// Length of the barbs by that of the arrow; default: 0.3; 0 for none.
    arrow_length_ratio / set_arrow_length_ratio(ratio: impl Number) |quiver| {
        quiver.head = ratio.value();
    };
    /// Which point of an arrow is at its place; default: the tail.
    pivot / set_pivot(pivot: impl OneOf<Pivot>) |quiver| {
        quiver.common.misnamed.set("pivot", pivot, &mut quiver.pivot);
    };
} }
mapping_properties!(Quiver3D);
no_data!(Quiver3D: new(x, y, z, u, v, w) set_data);
space_setters!(Quiver3D, "arrows": |this| this.places[0], this.places[1], this.places[2]);
common_properties!(Quiver3D);
crate::parts::outline::outline_properties!(Quiver3D);

impl Draw for Quiver3D {
    draw_common!(Quiver3D);

    fn check(&self) -> Result<(), FigureError> {
        let count = ("x", self.places[0].len());
        let [_, y, z] = &self.places;
        let [u, v, w] = &self.vectors;
        for (name, column) in [("y", y), ("z", z), ("u", u), ("v", v), ("w", w)] {
            checked_lengths("Quiver3D", count, (name, column.len()))?;
        }
        self.color.as_ref().map_or(Ok(()), |color| checked_color("Quiver3D", "color", color))?;
        checked_size("Quiver3D", "width", self.width.unwrap_or(0.0))?;
        checked_finite("Quiver3D", "length", ("a length", self.length))?;
        checked_finite("Quiver3D", "arrow_length_ratio", ("a ratio", self.head))?;
        if let Some(values) = self.arrow_values() {
            checked_lengths("Quiver3D", count, ("values", values.len()))?;
            self.mapping.frozen(values.iter().copied()).check("Quiver3D")?;
        }
        Ok(())
    }

    /// Arrows of one colour are one line, which is painted once where they cross; others are drawn from far to near.
    fn draw(&self, pen: &mut Pen<'_>) {
        let Some(space) = pen.space else { return };
        let stroke = self.stroke(pen);
        if stroke.width <= 0.0 {
            return;
        }
        let seen = |arrow: [Vec3; 4]| {
            let points = arrow.map(|point| space.at(point));
            points.iter().all(|point| point.is_finite()).then_some(points)
        };
        let Some(values) = self.arrow_values() else {
            let mut all = BezPath::new();
            self.arrows().filter_map(|(_, arrow)| seen(arrow)).for_each(|p| all.extend(path(p)));
            let color = self.common.fade(&self.own_color(pen.style).into());
            return pen.scene.stroke(&all, &stroke, color);
        };
        let mapping = self.mapping.frozen(values.iter().copied());
        let mut arrows: Vec<_> =
            self.arrows().map(|(i, arrow)| (Self::depth_of(&space, &arrow), i, arrow)).collect();
        arrows.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
        for (_, i, arrow) in arrows {
            let color = values.get(i).map_or(Color::TRANSPARENT, |value| mapping.color(*value));
            if let Some(points) = seen(arrow) {
                pen.scene.stroke(&path(points), &stroke, self.common.fade(&color.into()));
            }
        }
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        let Some(space) = pen.space else { return all };
        for (_, [start, tip, ..]) in self.arrows() {
            let ends = [start, tip].map(|end| space.at(end));
            if ends.iter().all(|end| pen.frame.contains(*end)) {
                all.move_to(ends[0]);
                all.line_to(ends[1]);
            }
        }
        all
    }

    /// As in matplotlib, of the places alone.
    fn extent(&self) -> Extent {
        Extent::of_space(Self::rows(&self.places))
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::Space
    }

    fn depth(&self, space: &Space) -> f64 {
        space.mean_depth(self.arrows().flat_map(|(_, [start, tip, ..])| [start, tip]))
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let color = match self.arrow_values() {
            Some(_) => self.mapping.middle(),
            None => self.own_color(pen.style),
        };
        let (y, barb) = (area.center().y, area.height() / 3.0);
        let barb = |side: f64| Point::new(area.x1 - barb, y + side * barb);
        let ends = [Point::new(area.x0, y), Point::new(area.x1, y), barb(1.0), barb(-1.0)];
        pen.scene.stroke(&path(ends), &self.stroke(pen), self.common.fade(&color.into()));
    }

    fn mapping(&self) -> Option<&Mapping> {
        self.arrow_values().map(|_| &self.mapping)
    }

    fn mapping_mut(&mut self) -> Option<&mut Mapping> {
        Some(&mut self.mapping)
    }

    fn colored_values(&self) -> Option<Cow<'_, [f64]>> {
        self.arrow_values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The segments of `ax.quiver(1, 2, 3, 1, 2, 2, length=0.5)` and `(0, 0, 0, 0, 0, 1)`, matplotlib 3.11.
    #[test]
    fn barbs_are_those_of_matplotlib() {
        let near = |a: Vec3, b: Vec3| (0..3).all(|i| (a[i] - b[i]).abs() < 1e-6);
        let one = Quiver3D::new([1], [2], [3], [1], [2], [2]).length(0.5);
        let (_, arrow) = one.arrows().next().expect("one");
        assert!(arrow.iter().zip(SLANTED).all(|(a, b)| near(*a, b)), "{arrow:?}");
        let up = Quiver3D::new([0], [0], [0], [0], [0], [1]);
        let (_, arrow) = up.arrows().next().expect("one");
        assert!(arrow.iter().zip(UPRIGHT).all(|(a, b)| near(*a, b)), "{arrow:?}");
    }

    #[test]
    fn what_has_no_direction_is_no_arrow() {
        let arrows = Quiver3D::new([0; 3], [0; 3], [0; 3], [0.0, f64::NAN, 1.0], [0; 3], [0; 3]);
        let numbers: Vec<_> = arrows.arrows().map(|(number, _)| number).collect();
        assert_eq!(numbers, [2]);
        assert!(Quiver3D::empty().arrows().next().is_none());
    }

    const SLANTED: [Vec3; 4] = [
        [1.0, 2.0, 3.0],
        [1.5, 3.0, 4.0],
        [1.389_835_344_779, 2.779_670_689_559, 3.623_411_705_305],
        [1.320_386_907_333, 2.640_773_814_666, 3.797_032_798_921],
    ];
    const UPRIGHT: [Vec3; 4] = [
        [0.0, 0.0, 0.0],
        [0.0, 0.0, 1.0],
        [-0.077_645_713_53, 0.0, 0.710_222_252_113],
        [0.077_645_713_53, 0.0, 0.710_222_252_113],
    ];
}
