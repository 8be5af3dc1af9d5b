//! Values between edges, as stairs.

use crate::{
    FigureError,
    artist::Draw,
    base::{
        check::checked_lengths,
        data::{Broadcast, Column, Data, PerPoint, no_data},
        error::written,
        extent::{Extent, Reach},
        properties::properties,
    },
    parts::{
        common::{Common, Cycle, common_properties, draw_common},
        hatching::hatch_properties,
        patch::{self, Patch, edge_style_properties, patch_properties},
        polyline::polyline,
    },
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Point, Rect};

/// Values that hold from one edge to the next: what is counted already, or averages over times. A value that is not
/// finite is a gap.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let hours = [0, 6, 8, 9, 12, 14, 17, 19, 24];
/// let (cars, bikes) = ([40, 210, 390, 180, 240, 200, 410, 90], [2, 60, 110, 45, 70, 40, 130, 20]);
/// ax.add(Stairs::new(cars).edges(hours).label("cars"));
/// ax.add(Stairs::new(bikes).edges(hours).fill(true).alpha(0.5).label("bikes"));
/// ax.set_xlabel("hour").set_ylabel("per hour").set_xlim(0, 24).legend();
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("stairs", fig);
/// ```
#[doc = include_str!("../../docs/stairs.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "stairs")]
#[derive(Debug, Clone)]
pub struct Stairs {
    values: Column,
    /// 0, 1, 2, .. by default.
    edges: Option<Column>,
    baseline: Broadcast,
    open: bool,
    fill: bool,
    horizontal: bool,
    patch: Patch,
    common: Common,
}

impl Stairs {
    /// Steps of these values, between edges at 0, 1, 2, ..
    pub fn new(values: impl Data) -> Self {
        Self {
            values: Column::new(values),
            edges: None,
            baseline: Broadcast::new(0.0),
            open: false,
            fill: false,
            horizontal: false,
            patch: Patch::default(),
            common: Common::default(),
        }
    }

    /// Lays the stairs on their side: the values are those of x.
    #[must_use]
    pub fn horizontal(mut self) -> Self {
        self.horizontal = true;
        self
    }

    /// Changes the values; as many as before, or the edges follow with [`set_edges`](Self::set_edges).
    pub fn set_values<V: Data>(&mut self, values: V) -> &mut Self {
        self.values = Column::new(values);
        self
    }

    fn edge(&self, i: usize) -> f64 {
        self.edges.as_ref().map_or(i as f64, |edges| edges.get(i).copied().unwrap_or(f64::NAN))
    }

    /// The values between neighbouring edges, run by run without gaps.
    fn runs(&self) -> Vec<Vec<usize>> {
        let is_there = |i: &usize| {
            let ends = [self.edge(*i), self.edge(*i + 1), self.values[*i], self.baseline.at(*i)];
            ends.into_iter().all(f64::is_finite)
        };
        let there: Vec<usize> = (0..self.values.len()).filter(is_there).collect();
        there.chunk_by(|a, b| a + 1 == *b).map(<[usize]>::to_vec).collect()
    }

    /// Along the tops of a run, in data coordinates.
    fn tops<'a>(&'a self, run: &'a [usize]) -> impl DoubleEndedIterator<Item = Point> + 'a {
        let tops =
            run.iter().map(|&i| [self.edge(i), self.edge(i + 1)].map(|x| (x, self.values[i])));
        tops.flatten().map(Point::from)
    }

    /// Along the baseline below them.
    fn feet<'a>(&'a self, run: &'a [usize]) -> impl DoubleEndedIterator<Item = Point> + 'a {
        let feet =
            run.iter().map(|&i| [self.edge(i), self.edge(i + 1)].map(|x| (x, self.baseline.at(i))));
        feet.flatten().map(Point::from)
    }

    fn onto<'a>(
        &self,
        pen: &'a Pen<'_>,
        points: impl Iterator<Item = Point> + 'a,
    ) -> impl Iterator<Item = Point> + 'a {
        let horizontal = self.horizontal;
        let turned = move |at: Point| if horizontal { Point::new(at.y, at.x) } else { at };
        pen.transform.path(points.map(turned))
    }

    /// What is filled, in pixels.
    fn area(&self, pen: &Pen<'_>) -> BezPath {
        let mut area = BezPath::new();
        for run in self.runs() {
            let corners: Vec<Point> = self.tops(&run).chain(self.feet(&run).rev()).collect();
            area.extend(patch::polygon(self.onto(pen, corners.into_iter()), pen.around()));
        }
        area
    }

    /// The line, in pixels.
    fn line(&self, pen: &Pen<'_>) -> BezPath {
        if !self.baseline.is_one() {
            return self.area(pen);
        }
        let mut line = BezPath::new();
        for run in self.runs() {
            let feet: Vec<Point> = self.feet(&run).collect();
            let (first, last) = (feet.first().copied(), feet.last().copied());
            let ends = |end: Option<Point>| end.filter(|_| !self.open).into_iter();
            let points: Vec<Point> = ends(first).chain(self.tops(&run)).chain(ends(last)).collect();
            line.extend(polyline(self.onto(pen, points.into_iter()), pen.around()));
        }
        line
    }
}

properties! { Stairs {
    /// The edges between which the values hold, one more than there are values, all finite; default: 0, 1, 2, ..
    edges / set_edges(edges: impl Data) |stairs| stairs.edges = Some(Column::new(edges));
    /// Where the stairs stand: one number for all, or one for each value, which draws a line there too;
    /// default: 0.
    baseline / set_baseline<K>(baseline: impl PerPoint<K>) |stairs| stairs.baseline = Broadcast::new(baseline);
    /// Leaves the ends of the line up instead of going down to the baseline there, matplotlib's
    /// `baseline=None`; default: false.
    open / set_open(on: bool) |stairs| stairs.open = on;
    /// Fills the area down to the baseline instead of drawing a line; default: false. An edge is drawn around it
    /// once its colour or its width is given.
    fill / set_fill(on: bool) |stairs| stairs.fill = on;
} }
patch_properties!(Stairs, "lines");
hatch_properties!(Stairs, patch.hatching);
edge_style_properties!(Stairs, patch);
no_data!(Stairs: new(values) set_values);
common_properties!(Stairs);
crate::parts::outline::outline_properties!(Stairs);

impl Draw for Stairs {
    draw_common!(Stairs);

    fn check(&self) -> Result<(), FigureError> {
        let count = self.values.len();
        let edges = self.edges.as_ref().map_or(count + 1, |edges| edges.len());
        if edges != count + 1 && (count, edges) != (0, 0) {
            let message = format!(
                "has {edges} values where `values` has {count}; there is one edge more than values"
            );
            return Err(FigureError::new("Stairs", "edges", message));
        }
        let edges = self.edges.iter().flat_map(|edges| edges.iter());
        if let Some(edge) = edges.copied().find(|edge| !edge.is_finite()) {
            let message = format!("{} is not an edge; all must be finite", written(edge));
            return Err(FigureError::new("Stairs", "edges", message));
        }
        if !self.baseline.is_one() {
            let baseline = self.baseline.given().len();
            checked_lengths("Stairs", ("values", count), ("baseline", baseline))?;
        }
        self.patch.check("Stairs")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        if self.fill {
            let area = self.area(pen);
            return self.patch.draw(pen, &self.common, &area);
        }
        let shapes = (&self.line(pen), &self.area(pen));
        self.patch.draw_line_around(pen, &self.common, shapes);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        if self.fill { self.area(pen) } else { self.line(pen) }
    }

    fn extent(&self) -> Extent {
        let (mut along, mut values) = (None, None);
        let wider = |all: &mut Option<Reach>, value: f64| {
            let here = Reach::of(value);
            *all = all.map_or(here, |all| here.map(|here| all.with(here)));
        };
        for i in self.runs().into_iter().flatten() {
            [i, i + 1].into_iter().for_each(|edge| wider(&mut along, self.edge(edge)));
            wider(&mut values, self.values[i]);
            if !self.open {
                wider(&mut values, self.baseline.at(i));
            }
        }
        // they stand on the lowest place of the baseline
        let lowest = self.baseline.given().iter().copied().fold(f64::INFINITY, f64::min);
        let values = values.map(|reach: Reach| match self.open {
            true => reach,
            false => reach.sticking_at(lowest),
        });
        let extent = Extent::flat(along, values);
        if self.horizontal { extent.transposed() } else { extent }
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn key_color(&self, style: &crate::Style) -> Option<crate::Color> {
        self.patch.key_color(style)
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        match self.fill {
            true => self.patch.draw_key(pen, &self.common, area),
            false => {
                let y = area.center().y;
                let mut line = BezPath::new();
                line.move_to((area.x0, y));
                line.line_to((area.x1, y));
                self.patch.draw_line(pen, &self.common, &line);
            }
        }
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.patch.color.get_or_insert_with(|| cycle.next_line().into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_end_stairs() {
        let stairs = Stairs::new([1.0, 2.0, f64::NAN, 4.0]);
        assert_eq!(stairs.runs(), [vec![0, 1], vec![3]]);
        let tops: Vec<_> = stairs.tops(&[0, 1]).map(|at| (at.x, at.y)).collect();
        assert_eq!(tops, [(0.0, 1.0), (1.0, 1.0), (1.0, 2.0), (2.0, 2.0)]);
        let x = stairs.extent().x.map(|x| (x.low, x.high));
        assert_eq!(x, Some((0.0, 4.0)));
    }

    #[test]
    fn limits_show_the_baseline_and_end_there() {
        let ends = |stairs: Stairs| {
            stairs.extent().y.map(|y| (y.low, y.high, y.low_sticks, y.high_sticks))
        };
        let stairs = || Stairs::new([2, 5]).edges([1, 2, 4]);
        assert_eq!(ends(stairs()), Some((0.0, 5.0, true, false)));
        assert_eq!(ends(stairs().baseline(6)), Some((2.0, 6.0, false, true)));
        assert_eq!(ends(stairs().open(true)), Some((2.0, 5.0, false, false)));
        assert_eq!(ends(stairs().baseline([1, -1])), Some((-1.0, 5.0, true, false)));
        assert_eq!(stairs().horizontal().extent(), stairs().extent().transposed());
    }
}
