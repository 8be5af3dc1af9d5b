//! Empirical cumulative distributions.

use crate::{
    FigureError,
    artist::Draw,
    base::{
        check::checked_lengths,
        data::{Column, Data, no_data},
        error::written,
        extent::{Extent, Reach},
        properties::properties,
    },
    parts::{
        common::{Common, common_properties, draw_common},
        marks::marks_properties,
        polyline::{Steps, polyline},
        trace::{Trace, draw_trace, stroke_properties},
    },
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Point};

/// Which fraction of its samples is at or below each value: the empirical cumulative distribution, in steps. There
/// are no bins to choose. Samples that are not finite do not count.
///
/// ```
/// # use panim_figure::*;
/// # use docs::normal;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// for (name, middle) in [("before", 3.0), ("after", 3.6)] {
///     ax.add(Ecdf::new(normal(middle, 0.5, 60)).label(name));
/// }
/// ax.add(HLine::new(0.5).color("0.6").width(0.8).zorder(1));
/// ax.set_xlabel("time (s)").set_ylabel("runs that are over").legend();
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("ecdf", fig);
/// ```
#[doc = include_str!("../../docs/ecdf.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "ecdf")]
#[derive(Debug, Clone)]
pub struct Ecdf {
    samples: Column,
    weights: Option<Column>,
    complementary: bool,
    horizontal: bool,
    trace: Trace,
    common: Common,
}

impl Ecdf {
    /// Of these samples.
    pub fn new<S: Data>(samples: S) -> Self {
        Self {
            samples: Column::new(samples),
            weights: None,
            complementary: false,
            horizontal: false,
            trace: Trace::default(),
            common: Common::default(),
        }
    }

    /// Lays it on its side: the samples are those of y.
    #[must_use]
    pub fn horizontal(mut self) -> Self {
        self.horizontal = true;
        self
    }

    /// Shows other samples.
    pub fn set_data<S: Data>(&mut self, samples: S) -> &mut Self {
        self.samples = Column::new(samples);
        self
    }

    /// Each value that there is, ascending, with the fraction of the samples up to it.
    fn fractions(&self) -> Vec<(f64, f64)> {
        let weight = |i: usize| {
            let weight = self.weights.as_ref().map_or(Some(1.0), |weights| weights.get(i).copied());
            weight.filter(|weight| weight.is_finite()).unwrap_or(0.0)
        };
        let samples = self.samples.iter().copied().enumerate();
        let mut samples: Vec<(f64, f64)> = samples
            .filter(|(_, sample)| sample.is_finite())
            .map(|(i, sample)| (sample, weight(i)))
            .collect();
        samples.sort_by(|a, b| a.0.total_cmp(&b.0));
        let all: f64 = samples.iter().map(|(_, weight)| weight).sum();
        let mut up_to = 0.0;
        let values = samples.chunk_by(|a, b| a.0 == b.0).map(|equal| {
            up_to += equal.iter().map(|(_, weight)| weight).sum::<f64>();
            (equal[0].0, up_to / all)
        });
        values.filter(|(_, fraction)| fraction.is_finite()).collect()
    }

    /// The points that the steps go by, in data coordinates: the marked ones.
    fn places(&self) -> Vec<Point> {
        let fractions = self.fractions();
        let (Some(first), Some(last)) = (fractions.first(), fractions.last()) else {
            return Vec::new();
        };
        let places: Vec<Point> = if self.complementary {
            let before = [1.0].into_iter().chain(fractions.iter().map(|(_, up_to)| 1.0 - up_to));
            let values = fractions.iter().map(|(value, _)| *value).chain([last.0]);
            values.zip(before).map(Point::from).collect()
        } else {
            [(first.0, 0.0)].iter().chain(&fractions).copied().map(Point::from).collect()
        };
        places
    }

    fn turned(&self, at: Point) -> Point {
        if self.horizontal { Point::new(at.y, at.x) } else { at }
    }

    /// The steps in pixels.
    fn steps(&self, pen: &Pen<'_>) -> Vec<Point> {
        let steps = if self.complementary { Steps::Pre } else { Steps::Post };
        let corners = steps.between(self.places().into_iter()).map(|at| self.turned(at));
        pen.transform.path(corners).collect()
    }
}

properties! { Ecdf {
    /// Counts each sample as so much; as many as there are samples, 0 or more and not all 0. What is not
    /// finite is nothing.
    weights / set_weights(weights: impl Data) |ecdf| ecdf.weights = Some(Column::new(weights));
    /// Shows the fraction of the samples above each value instead: what survives. Default: false.
    complementary / set_complementary(on: bool) |ecdf| ecdf.complementary = on;
} }
stroke_properties!(Ecdf);
marks_properties!(Ecdf, trace.marks, "on each step", "none", "the line's");
no_data!(Ecdf: new(samples) set_data);
common_properties!(Ecdf);
crate::parts::outline::outline_properties!(Ecdf);

impl Draw for Ecdf {
    draw_common!(Ecdf);
    draw_trace!();

    fn check(&self) -> Result<(), FigureError> {
        if let Some(weights) = &self.weights {
            let samples = ("samples", self.samples.len());
            checked_lengths("Ecdf", samples, ("weights", weights.len()))?;
            if let Some(weight) = weights.iter().find(|weight| **weight < 0.0) {
                let message = format!("{} is not a weight, 0 or more", written(*weight));
                return Err(FigureError::new("Ecdf", "weights", message));
            }
            let all = self.samples.iter().zip(&**weights);
            let mut all = all.filter(|(sample, _)| sample.is_finite()).peekable();
            let counts = |weight: f64| weight.is_finite() && weight > 0.0;
            if all.peek().is_some() && !all.any(|(_, weight)| counts(*weight)) {
                let message = "no sample counts: the weight of one or more is above 0";
                return Err(FigureError::new("Ecdf", "weights", message));
            }
        }
        self.trace.check("Ecdf")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let frame = pen.frame;
        let steps = self.steps(pen);
        self.trace.stroke(pen, &self.common, steps.into_iter(), frame);
        let transform = pen.transform;
        let marked = self.places().into_iter().map(|at| self.turned(at));
        let marked: Vec<Point> = marked.map(|at| transform.at(at.x, at.y)).collect();
        self.trace.stamp(pen, &self.common, (marked.into_iter(), 0), frame);
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        polyline(self.steps(pen).into_iter(), pen.frame)
    }

    fn extent(&self) -> Extent {
        let places = self.places();
        let reach = |along: fn(&Point) -> f64| {
            places.iter().map(along).filter_map(Reach::of).reduce(Reach::with)
        };
        // 0 and 1 are ends
        let fractions = reach(|at| at.y).map(|reach| Reach {
            low_sticks: reach.low == 0.0,
            high_sticks: reach.high == 1.0,
            ..reach
        });
        let extent = Extent::flat(reach(|at| at.x), fractions);
        if self.horizontal { extent.transposed() } else { extent }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(ecdf: &Ecdf) -> Vec<(f64, f64)> {
        ecdf.places().into_iter().map(|at| (at.x, at.y)).collect()
    }

    /// Numbers of `matplotlib.pyplot.ecdf`, matplotlib 3.11.2.
    #[test]
    fn fractions_are_those_of_matplotlib() {
        let ecdf = Ecdf::new([3.0, 1.0, 2.0, f64::NAN, 2.0, 5.0]);
        assert_eq!(places(&ecdf), [(1.0, 0.0), (1.0, 0.2), (2.0, 0.6), (3.0, 0.8), (5.0, 1.0)]);
        let weighted = ecdf.weights([1.0, 2.0, 0.5, 9.0, 0.5, 4.0]);
        assert_eq!(
            places(&weighted),
            [(1.0, 0.0), (1.0, 0.25), (2.0, 0.375), (3.0, 0.5), (5.0, 1.0)]
        );
        let survival = Ecdf::new([1, 2, 2, 4]).complementary(true);
        assert_eq!(places(&survival), [(1.0, 1.0), (2.0, 0.75), (4.0, 0.25), (4.0, 0.0)]);
    }

    #[test]
    fn limits_end_at_nothing_and_at_all() {
        let ecdf = Ecdf::new([1, 2, 4]);
        let y = ecdf.extent().y.expect("samples");
        assert_eq!((y.low, y.high, y.low_sticks, y.high_sticks), (0.0, 1.0, true, true));
        let x = ecdf.extent().x.expect("samples");
        assert_eq!((x.low, x.high, x.low_sticks, x.high_sticks), (1.0, 4.0, false, false));
        assert_eq!(ecdf.clone().horizontal().extent(), ecdf.extent().transposed());
        assert_eq!(Ecdf::new([f64::NAN]).extent(), Extent::default());
    }
}
