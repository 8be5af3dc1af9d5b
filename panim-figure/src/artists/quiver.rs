//! Arrows at points, as long and as directed as vectors.

mod arrows;
mod key;
#[cfg(test)]
mod tests;

use crate::{
    FigureError,
    artist::Draw,
    base::{
        check::{HEAD, SHAFT, checked_lengths, checked_positive},
        data::{Column, Data, DataRows, Number},
        extent::Extent,
        properties::properties,
        word::OneOf,
    },
    color::{
        ColorSpec, IntoColor, checked_color,
        mapping::{Mapping, mapping_properties},
        norm,
    },
    parts::{
        barb::{ArrowHead, Pivot},
        common::{Common, First, common_properties, draw_common},
        vectors::{Vectors, vector_properties},
    },
    pen::Pen,
};
use key::QuiverKey;
use std::borrow::Cow;
use vello_cpu::kurbo::{BezPath, Point, Rect, Shape, Vec2};

/// An arrow for the vector (u, v) at each point, as matplotlib's `quiver`. One whose place or
/// vector is not finite is left out; one too short for an arrow is a dot.
///
/// Arrows point the way their vectors do on the screen, u to the right and v up, however the axes
/// are stretched. How long they are is a matter of the [`scale`](Self::scale).
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = linspace(-2.0, 2.0, 15);
/// let u = x.iter().map(|y| x.iter().map(move |_| -y));
/// let v = x.iter().map(|_| x.iter());
/// let arrows = Quiver::grid(&x, &x, u, v).by_magnitude().cmap("coolwarm");
/// ax.add(arrows.key(At::Axes(0.9, 1.03), 2.0, "2 m/s"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("quiver", fig);
/// ```
#[doc = include_str!("../../docs/quiver.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "quiver")]
#[derive(Debug, Clone)]
pub struct Quiver {
    at: Vectors,
    /// Default: the style's for words.
    color: Option<ColorSpec>,
    values: ArrowValues,
    mapping: Mapping,
    scale: Option<f64>,
    /// The scale as setup left it.
    frozen: Option<f64>,
    in_data: bool,
    width: Option<f64>,
    head: ArrowHead,
    pivot: Pivot,
    key: Option<QuiverKey>,
    common: Common,
}

/// What colours the arrows.
#[derive(Debug, Clone)]
enum ArrowValues {
    None,
    Magnitude,
    Given(Column),
}

impl Quiver {
    /// Arrows at the points (`x`, `y`) for the vectors (`u`, `v`), all equally many.
    pub fn new<X, Y, U, V>(x: X, y: Y, u: U, v: V) -> Self
    where
        X: Data,
        Y: Data,
        U: Data,
        V: Data,
    {
        Self {
            at: Vectors::new(x, y, u, v),
            color: None,
            values: ArrowValues::None,
            mapping: Mapping::default(),
            scale: None,
            frozen: None,
            in_data: false,
            width: None,
            head: ArrowHead { width: 3.0, length: 5.0, axis_length: 4.5 },
            pivot: Pivot::Tail,
            key: None,
            common: Common::default(),
        }
    }

    /// Arrows at every pair of `x` and `y`; of `u` and `v` one row for each y, as long as there
    /// are of x.
    pub fn grid<X, Y, U, V>(x: X, y: Y, u: U, v: V) -> Self
    where
        X: Data,
        Y: Data,
        U: DataRows,
        V: DataRows,
    {
        let empty = [0.0; 0];
        Self { at: Vectors::grid("Quiver", x, y, u, v), ..Self::new(empty, empty, empty, empty) }
    }

    /// Colours the arrows by the lengths of their vectors, through `cmap` and `norm`.
    #[must_use]
    pub fn by_magnitude(mut self) -> Self {
        self.values = ArrowValues::Magnitude;
        self
    }

    /// The same for one that was added.
    pub fn set_by_magnitude(&mut self) -> &mut Self {
        self.values = ArrowValues::Magnitude;
        self
    }
}

properties! { Quiver {
    /// One colour for all arrows; default: the style's for words, black.
    color / set_color(color: impl IntoColor) |quiver| {
        (quiver.color, quiver.values) = (Some(color.into()), ArrowValues::None);
    };
    /// Colours each arrow by its value, through `cmap` and `norm`; as many as there are arrows.
    /// One whose value is NaN is left out, unless the colormap has a colour for it.
    values / set_values(values: impl Data) |quiver| {
        quiver.values = ArrowValues::Given(Column::new(values));
    };
    /// How long a vector is whose arrow would be as long as the axes are wide: more makes the
    /// arrows shorter. By default, as in matplotlib, 1.8 times the mean length of the vectors as
    /// `#[setup]`, or the first frame, left them, times the square root of their number, or 10 if
    /// that is more; it stays while they change.
    scale / set_scale(scale: impl Number) |quiver| quiver.scale = Some(scale.value());
    /// Whether arrows reach from (x, y) to (x + u, y + v) in data coordinates, u and v being
    /// divided by `scale`, 1 by default; default: no.
    in_data / set_in_data(on: bool) |quiver| quiver.in_data = on;
    /// Width of the shafts in fractions of the axes' width; default: 0.06 divided by the square root
    /// of their number, 8 to 25.
    width / set_width(width: impl Number) |quiver| quiver.width = Some(width.value());
    /// Width of the heads in widths of the shaft; default: 3.
    head_width / set_head_width(width: impl Number) |quiver| quiver.head.width = width.value();
    /// Length of the heads in widths of the shaft, from the tip to the barbs; default: 5.
    head_length / set_head_length(length: impl Number) |quiver| quiver.head.length = length.value();
    /// Length of the heads in widths of the shaft where they meet the shaft; default: 4.5.
    head_axis_length / set_head_axis_length(length: impl Number) |quiver| {
        quiver.head.axis_length = length.value();
    };
    /// Which point of an arrow is at its place; default: the tail.
    pivot / set_pivot(pivot: impl OneOf<Pivot>) |quiver| {
        quiver.common.misnamed.set("pivot", pivot, &mut quiver.pivot);
    };
} }
mapping_properties!(Quiver);
vector_properties!(Quiver, "arrows");
common_properties!(Quiver);
crate::parts::outline::outline_properties!(Quiver);

impl Draw for Quiver {
    draw_common!(Quiver);

    fn check(&self) -> Result<(), FigureError> {
        self.at.check("Quiver")?;
        self.color.as_ref().map_or(Ok(()), |color| checked_color("Quiver", "color", color))?;
        if let Some(scale) = self.scale {
            checked_positive("Quiver", "scale", ("a size", scale))?;
        }
        self.width.map_or(Ok(()), |width| SHAFT.check("Quiver", "width", width))?;
        HEAD.check("Quiver", "head_width", self.head.width)?;
        HEAD.check("Quiver", "head_length", self.head.length)?;
        HEAD.check("Quiver", "head_axis_length", self.head.axis_length)?;
        self.key.as_ref().map_or(Ok(()), QuiverKey::check)?;
        if let Some(values) = self.arrow_values() {
            checked_lengths("Quiver", ("x", self.at.len()), ("values", values.len()))?;
            self.mapped(&values).check("Quiver")?;
        }
        Ok(())
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let width = self.shaft(pen.frame);
        let shape = |(at, vector)| self.head.arrow_at(at, vector, width, self.pivot);
        let arrows: Vec<_> = self.arrows(pen).collect();
        if let Some(values) = self.arrow_values() {
            let mapping = self.mapped(&values);
            for (arrow, &value) in arrows.into_iter().zip(&*values) {
                let color = self.common.fade(&mapping.color(value).into());
                if let Some(arrow) = arrow.filter(|_| color.alpha() > 0.0) {
                    pen.scene.fill(&shape(arrow), color);
                }
            }
        } else {
            let mut all = BezPath::new();
            arrows.into_iter().flatten().for_each(|arrow| all.extend(shape(arrow)));
            pen.scene.fill(&all, self.own_color(pen));
        }
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut shafts = BezPath::new();
        for (at, vector) in self.arrows(pen).flatten() {
            shafts.move_to(at);
            shafts.line_to(at + vector);
        }
        shafts
    }

    fn extent(&self) -> Extent {
        self.at.extent()
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        let start = Point::new(area.x0, area.center().y);
        let vector = Vec2::new(area.width(), 0.0);
        let arrow = self.head.arrow_at(start, vector, 1.5 * pen.point, Pivot::Tail);
        pen.scene.fill(&arrow, self.own_color(pen));
    }

    fn zorders_above(&self) -> &'static [f64] {
        if self.key.is_some() { &[1.1] } else { &[] }
    }

    fn draw_above(&self, _part: usize, pen: &mut Pen<'_>) {
        if let Some((arrow, words, at)) = self.laid_out_key(pen) {
            pen.scene.fill(&arrow, self.own_color(pen));
            let color = self.common.fade(&pen.style.text.into());
            pen.words(&words, at, color);
        }
    }

    /// The key alone may stand outside.
    fn is_cut(&self, part: usize) -> bool {
        part == 0
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        let (arrow, words, at) = self.laid_out_key(pen)?;
        let key = arrow.bounding_box().union(words.bounds() + at.to_vec2());
        Some(pen.frame.union(key))
    }

    fn mapping(&self) -> Option<&Mapping> {
        (!matches!(self.values, ArrowValues::None)).then_some(&self.mapping)
    }

    fn mapping_mut(&mut self) -> Option<&mut Mapping> {
        Some(&mut self.mapping)
    }

    fn colored_values(&self) -> Option<Cow<'_, [f64]>> {
        self.arrow_values()
    }

    fn is_open(&self) -> bool {
        self.is_unscaled() || self.mapping().is_some_and(Mapping::is_open)
    }

    fn first(&self) -> First {
        let values = self.colored_values();
        First {
            values: values.and_then(|values| norm::Values::of(values.iter().copied())),
            numbers: self.chosen_scale().map(|scale| vec![scale]).filter(|_| self.is_unscaled()),
            ..First::default()
        }
    }

    fn keep(&mut self, first: &First) {
        self.mapping.keep(first.values);
        if self.is_unscaled() {
            self.frozen = first.numbers.as_ref().and_then(|scale| scale.first().copied());
        }
    }

    fn freeze(&mut self) {
        if self.is_unscaled() {
            self.frozen = self.chosen_scale();
        }
    }
}
