//! The colours along a colorbar: smooth, in bands, or lines.

mod edges;

use crate::{
    AxisScale, Color, Extend, ExtendFraction, FigureError, Norm,
    artist::{Draw, built_in},
    base::extent::Extent,
    color::mapping::Mapping,
    parts::{
        common::{Common, draw_common},
        hatching::Hatching,
        levels::Banded,
    },
    pen::Pen,
    ticks,
    transform::plane::Scale,
};
use vello_cpu::{
    kurbo::{BezPath, Point, Rect, Shape as _, Stroke},
    peniko::Fill as PathFill,
};

#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Gradient {
    pub(super) mapping: Mapping,
    /// Smooth without.
    pub(super) banded: Option<Banded>,
    /// Which ends are pointed.
    pub(super) extend: Extend,
    pub(super) is_vertical: bool,
    /// How long these ends are, and whether they are rectangles.
    pub(super) tips: (ExtendFraction, bool),
    /// Bands are as long as the values between their bounds.
    pub(super) is_proportional: bool,
    /// Lines part the bands.
    pub(super) has_edges: bool,
    pub(super) common: Common,
}

built_in!(Gradient);

impl Gradient {
    /// The bounds of its bands.
    pub(super) fn bounds(&self) -> Option<&[f64]> {
        match &self.banded {
            Some(Banded::Bands { bounds, .. }) => Some(bounds),
            _ => None,
        }
    }

    /// The values that are told apart from others.
    pub(super) fn levels(&self) -> Option<Vec<f64>> {
        Some(match self.banded.as_ref()? {
            Banded::Bands { bounds, .. } => bounds.clone(),
            Banded::Lines(lines) => lines.iter().map(|(level, ..)| *level).collect(),
        })
    }

    /// Is there a pointed end below, and one above?
    pub(super) fn open(&self) -> (bool, bool) {
        match &self.banded {
            Some(Banded::Lines(_)) => (false, false),
            _ => self.extend.ends(),
        }
    }

    /// How values are spread along the bar: as the norm spreads them over the colours.
    pub(super) fn axis_scale(&self) -> AxisScale {
        let (low, high) = self.ends();
        match self.mapping.norm {
            Norm::Log if (self.bounds().is_none() || self.is_by_value()) && low > 0.0 => {
                AxisScale::Log
            }
            Norm::Centered(centre) if self.banded.is_none() => {
                let (below, above) = (centre - low, high - centre);
                match (above - below).abs() <= 1e-9 * above.max(below) {
                    true => AxisScale::Linear,
                    false => AxisScale::Centered { low, centre, high },
                }
            }
            Norm::Linear | Norm::Log | Norm::Centered(_) | Norm::Bounds(_) => AxisScale::Linear,
            ref norm if self.bounds().is_none() || self.is_by_value() => {
                norm.scale(self.mapping.limits()).unwrap_or_default()
            }
            _ => AxisScale::Linear,
        }
    }

    /// Is every value at its own place, as it is where all bands are equally long anyway?
    pub(super) fn is_by_value(&self) -> bool {
        let Some(bounds) = self.bounds() else { return true };
        if self.is_proportional {
            return true;
        }
        let mean = (bounds[bounds.len() - 1] - bounds[0]) / (bounds.len() - 1) as f64;
        bounds.windows(2).all(|pair| (pair[1] - pair[0] - mean).abs() <= 1e-6 * mean.abs())
    }

    /// The values at the ends of the bar, or the numbers of the first and last bound.
    pub(super) fn ends(&self) -> (f64, f64) {
        match self.levels() {
            None => self.mapping.limits(),
            Some(levels) if self.is_by_value() => {
                let ends = (levels[0], levels[levels.len() - 1]);
                // a single line stands in the middle
                ticks::nonsingular(AxisScale::Linear, ends, ends.0)
            }
            Some(levels) => (0.0, (levels.len() - 1) as f64),
        }
    }

    /// The values between which the bar shows colours, whatever their places are.
    pub(super) fn values(&self) -> (f64, f64) {
        match self.bounds() {
            Some(bounds) => (bounds[0], bounds[bounds.len() - 1]),
            None => self.ends(),
        }
    }

    /// The places at its ends with those of values beyond.
    pub(super) fn reach(&self) -> (f64, f64) {
        let ((low, high), (below, above), scale) = (self.ends(), self.open(), self.axis_scale());
        let (start, end) = (scale.forward(low), scale.forward(high));
        let (first, last) = match self.tips.0 {
            ExtendFraction::Of(first, last) => (first * (end - start), last * (end - start)),
            ExtendFraction::Auto => self.outer_bands(),
        };
        (
            if below { scale.inverse(start - first) } else { low },
            if above { scale.inverse(end + last) } else { high },
        )
    }

    /// How long the first and the last band are on the axis' scale.
    fn outer_bands(&self) -> (f64, f64) {
        let (scale, ends) = (self.axis_scale(), self.ends());
        match self.bounds() {
            Some(_) if !self.is_by_value() => (1.0, 1.0),
            Some(bounds) => {
                let length = |i: usize| scale.forward(bounds[i + 1]) - scale.forward(bounds[i]);
                (length(0), length(bounds.len() - 2))
            }
            None => {
                let bands = self.mapping.colormap.entries().len().max(1);
                let band = (scale.forward(ends.1) - scale.forward(ends.0)) / bands as f64;
                (band, band)
            }
        }
    }

    fn scale(&self, pen: &Pen<'_>) -> Scale {
        if self.is_vertical { pen.transform.y } else { pen.transform.x }
    }

    /// A point at these pixels along the bar, and this fraction of its width across.
    fn at(&self, frame: Rect, along: f64, across: f64) -> Point {
        match self.is_vertical {
            true => Point::new(frame.x0 + across * frame.width(), along),
            false => Point::new(along, frame.y1 - across * frame.height()),
        }
    }

    /// Fills the bar from some pixels of its length to others.
    fn fill(&self, pen: &mut Pen<'_>, from: f64, to: f64, color: Color) {
        let (part, color) = (self.part(pen.frame, from, to), self.common.fade(&color.into()));
        pen.scene.fill_rect(part, color);
    }

    fn part(&self, frame: Rect, from: f64, to: f64) -> Rect {
        Rect::from_points(self.at(frame, from, 0.0), self.at(frame, to, 1.0))
    }

    /// Parts lie on whole pixels, so that nothing shines through between them.
    fn draw_bands(
        &self,
        pen: &mut Pen<'_>,
        (bounds, hatching): (&[f64], &Hatching),
        colors: &[Color],
        extend: Extend,
    ) {
        let scale = self.scale(pen);
        // the artist has a colour below its levels, whether or not that is shown
        let below = usize::from(extend.ends().0);
        for (i, pair) in bounds.windows(2).enumerate() {
            let (low, high) =
                if self.is_by_value() { (pair[0], pair[1]) } else { (i as f64, i as f64 + 1.0) };
            let (from, to) = (scale.at(low).round(), scale.at(high).round());
            let color = colors.get(i + below).copied().unwrap_or(Color::TRANSPARENT);
            self.fill(pen, from, to, color);
            let part = self.part(pen.frame, from, to).to_path(0.1);
            hatching.draw(pen, &self.common, (i + below, &part), PathFill::NonZero, None);
        }
        if self.has_edges {
            self.draw_edges(pen, scale, bounds);
        }
        let (under, over) = self.mapping.colormap.extremes();
        let ends = extend.ends();
        // colours of the artist's own stand for what lies beyond as well
        let first = colors.first().copied().filter(|_| ends.0 || under.is_none()).or(under);
        let last = colors.last().copied().filter(|_| ends.1 || over.is_none()).or(over);
        self.draw_beyond(pen, scale, (first, last));
    }

    fn draw_lines(&self, pen: &mut Pen<'_>, lines: &[(f64, Color, Option<f64>)]) {
        let (scale, frame) = (self.scale(pen), pen.frame);
        for &(level, color, width) in lines {
            let mut line = BezPath::new();
            line.move_to(self.at(frame, scale.at(level), 0.0));
            line.line_to(self.at(frame, scale.at(level), 1.0));
            let stroke = Stroke::new(width.unwrap_or(pen.style.line_width) * pen.point);
            pen.scene.stroke(&line, &stroke, self.common.fade(&color.into()));
        }
    }

    fn draw_smooth(&self, pen: &mut Pen<'_>) {
        let (scale, ends) = (self.scale(pen), self.ends());
        // between whole pixels something would shine through
        let (start, end) = (scale.at(ends.0).round(), scale.at(ends.1).round());
        let upward = if end < start { -1.0 } else { 1.0 };
        let pixels = (end - start).abs() as usize;
        for i in 0..pixels {
            let from = start + upward * i as f64;
            let color = self.mapping.color(scale.value_at(from + upward / 2.0));
            self.fill(pen, from, from + upward, color);
        }
        let ((under, over), entries) =
            (self.mapping.colormap.extremes(), self.mapping.colormap.entries());
        let first = under.or(entries.first().copied());
        self.draw_beyond(pen, scale, (first, over.or(entries.last().copied())));
    }
}

impl Draw for Gradient {
    draw_common!(Gradient);

    fn check(&self) -> Result<(), FigureError> {
        Ok(()) // the artist whose colours it shows is checked
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        match &self.banded {
            None => self.draw_smooth(pen),
            Some(Banded::Bands { bounds, colors, extend, hatching }) => {
                self.draw_bands(pen, (bounds, hatching), colors, *extend);
            }
            Some(Banded::Lines(lines)) => self.draw_lines(pen, lines),
        }
    }

    fn is_cut(&self, _part: usize) -> bool {
        self.open() == (false, false)
    }

    /// Half of the outline of one with pointed ends lies outside.
    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        (self.open() != (false, false)).then_some(pen.frame)
    }

    fn extent(&self) -> Extent {
        Extent::default()
    }

    fn default_zorder(&self) -> f64 {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Image;

    fn bands(bounds: &[f64], extend: Extend) -> Gradient {
        let (bounds, colors) = (bounds.to_vec(), Vec::new());
        let hatching = Hatching::default();
        let banded = Some(Banded::Bands { bounds, colors, extend, hatching });
        Gradient { banded, extend, ..Gradient::default() }
    }

    #[test]
    fn pointed_ends_of_a_logarithmic_bar_are_as_long_as_of_another() {
        let image = Image::new([[1.0, 1e4]]).norm(Norm::Log).vmin(1.0).vmax(1e4);
        let mapping = image.mapping().expect("of its values").clone();
        let bar = Gradient { mapping, extend: Extend::Both, ..Gradient::default() };
        let (low, high) = bar.reach();
        assert!((low.log10() + 0.2).abs() < 1e-9 && (high.log10() - 4.2).abs() < 1e-9);
    }

    #[test]
    fn pointed_ends_reach_beyond_the_bounds() {
        let reach = |bounds: &[f64], extend| bands(bounds, extend).reach();
        assert_eq!(reach(&[0.0, 1.0, 2.0], Extend::Neither), (0.0, 2.0));
        assert_eq!(reach(&[0.0, 1.0, 2.0], Extend::Min), (-0.1, 2.0));
        // each band is as long as the others
        assert_eq!(reach(&[0.0, 1.0, 9.0], Extend::Both), (-0.1, 2.1));
        let longer = |bounds: &[f64], frac, is_proportional| {
            let tips = (frac, false);
            Gradient { tips, is_proportional, ..bands(bounds, Extend::Both) }.reach()
        };
        let auto = ExtendFraction::Auto;
        assert_eq!(longer(&[0.0, 1.0, 9.0], auto, false), (-1.0, 3.0));
        assert_eq!(longer(&[0.0, 1.0, 9.0], auto, true), (-1.0, 17.0));
        assert_eq!(longer(&[0.0, 5.0, 10.0], ExtendFraction::Of(0.1, 0.5), false), (-1.0, 15.0));
    }

    #[test]
    fn the_centre_of_a_norm_is_in_the_middle_of_its_bar() {
        let spread = |low, high| {
            let mut bar = Gradient::default();
            bar.mapping.norm = Norm::Centered(0.0);
            (bar.mapping.vmin, bar.mapping.vmax) = (Some(low), Some(high));
            bar.axis_scale()
        };
        assert_eq!(spread(-1.0, 1.0), AxisScale::Linear);
        let wanted = AxisScale::Centered { low: -0.5, centre: 0.0, high: 1.1 };
        assert_eq!(spread(-0.5, 1.1), wanted);
    }

    #[test]
    fn a_single_line_is_inside_of_its_bar() {
        let lines = Banded::Lines(vec![(3.0, Color::BLACK, None)]);
        let (low, high) = Gradient { banded: Some(lines), ..Gradient::default() }.ends();
        assert!(low < 3.0 && 3.0 < high, "{low} to {high}");
    }
}
