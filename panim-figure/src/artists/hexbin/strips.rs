//! The points of hexagons, column by column and row by row, along the edges of the axes.

use super::Hexbin;
use crate::{color::Color, pen::Pen, scene::areas::Areas};
use vello_cpu::kurbo::{Point, Rect};

/// How thick the strips are, by the axes; matplotlib's.
const THICK: f64 = 0.05;

impl Hexbin {
    /// The boxes of both strips.
    pub(super) fn strips(&self, pen: &Pen<'_>, color: impl Fn(f64) -> Color) -> Areas {
        let Rect { x0, y0, x1, y1 } = pen.frame;
        let mut areas = Areas::default();
        let mut add = |area: Rect, value: f64, number: usize| {
            let (color, Rect { x0, y0, x1, y1 }) = (color(value), area);
            let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(Point::from);
            if color.alpha() > 0.0 && areas.add(corners.into_iter(), &[4], pen.around()) {
                areas.end(color, number);
            }
        };
        let ([columns, rows], (left, right)) = (self.margins(), self.hexagons().ends_across());
        let [_, _, bottom, top] = self.area();
        // halves, so that no way is too long
        let end = |(from, to): (f64, f64), i: usize, count: usize| {
            let part = i as f64 / count as f64;
            2.0 * (from / 2.0 + part * (to / 2.0 - from / 2.0))
        };
        for (i, value) in columns.iter().enumerate() {
            let ends =
                [i, i + 1].map(|i| self.xscale.inverse(end((left, right), i, columns.len())));
            let [from, to] = ends.map(|x| pen.transform.x.at(x));
            let bottom = y1 - THICK * (y1 - y0);
            add(Rect::new(from, bottom, to, y1), *value, i);
        }
        for (i, value) in rows.iter().enumerate() {
            let ends = [i, i + 1].map(|i| self.yscale.inverse(end((bottom, top), i, rows.len())));
            let [from, to] = ends.map(|y| pen.transform.y.at(y));
            add(Rect::new(x0, from, x0 + THICK * (x1 - x0), to), *value, columns.len() + i);
        }
        areas
    }

    /// What the columns and the rows show, NaN for nothing.
    pub(super) fn margins(&self) -> [Vec<f64>; 2] {
        let hexagons = self.hexagons();
        let ((columns, rows), (left, right)) =
            (hexagons.columns_and_rows(), hexagons.ends_across());
        let [_, _, bottom, top] = self.area();
        let of = |count: usize, (low, high): (f64, f64), place: fn((f64, f64, f64)) -> f64| {
            // as the edges of numpy's bins, the upper one of each is its own
            let at = |point| {
                let place = place(point) / 2.0 - low / 2.0;
                let bin = place / (high / 2.0 - low / 2.0) * count as f64;
                (0.0..=count as f64).contains(&bin).then(|| (bin.ceil() as usize).max(1) - 1)
            };
            let placed = self.points().filter_map(|point| Some((at(point)?, point.2))).collect();
            self.margin(count, placed)
        };
        [of(columns, (left, right), |(x, ..)| x), of(rows, (bottom, top), |(_, y, _)| y)]
    }

    fn margin(&self, count: usize, placed: Vec<(usize, f64)>) -> Vec<f64> {
        if self.values.is_some() {
            return self.reduction.of_groups(count, placed, 1);
        }
        let each = count as f64 / self.hexagons().count() as f64;
        let mut means = vec![0.0; count];
        placed.into_iter().for_each(|(at, _)| means[at] += each);
        means
    }
}
