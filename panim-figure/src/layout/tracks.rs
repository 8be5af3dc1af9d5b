//! One direction of a grid: how its length is shared between margins, gaps and boxes.

/// Free room between neighbours, and at the figure's edge, in points; more where it is all there is.
const APART: f64 = 6.0;
const APART_TIGHT: f64 = 12.0;
const FROM_EDGE: f64 = 4.0;
const FROM_EDGE_TIGHT: f64 = 8.0;
/// Gap between axes as a share of their mean length, as matplotlib's `wspace` and `hspace`.
const GAP: f64 = 0.2;
/// Axes give room to their labels until this share of their usual length is left.
const LEAST: f64 = 0.35;

/// The rows or the columns of a grid, as the user wants them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tracks {
    /// Of the boxes' lengths, one for each.
    pub(crate) ratios: Vec<f64>,
    /// Margins as shares of the figure.
    pub(crate) margins: (f64, f64),
    /// Gap as a share of the boxes' mean length.
    pub(crate) gap: f64,
    /// Inside another grid's box, which has the margins.
    pub(crate) nested: bool,
}

/// Room taken by labels before and after the boxes of each row or column, in pixels.
#[derive(Debug, Clone)]
pub(crate) struct Needs(Vec<(f64, f64)>);

impl Needs {
    pub(crate) fn none(count: usize) -> Self {
        Self(vec![(0.0, 0.0); count])
    }

    /// What starts with track `first` and ends with `last` needs so much before and after.
    pub(crate) fn add(&mut self, first: usize, last: usize, before: f64, after: f64) {
        self.0[first].0 = self.0[first].0.max(before);
        self.0[last].1 = self.0[last].1.max(after);
    }

    /// Before the first and after the last.
    pub(crate) fn outer(&self) -> (f64, f64) {
        (self.0[0].0, self.0[self.0.len() - 1].1)
    }
}

impl Tracks {
    pub(crate) fn new(count: usize, margins: (f64, f64)) -> Self {
        Self { ratios: vec![1.0; count], margins, gap: GAP, nested: false }
    }

    /// The start and end of each box between `from` and `to`, what titles leave free of the
    /// `whole`; `point` pixels make a point.
    pub(crate) fn arrange(
        &self,
        whole: (f64, f64),
        (from, to): (f64, f64),
        needs: &Needs,
        point: f64,
    ) -> Vec<(f64, f64)> {
        let count = self.ratios.len() as f64;
        let (length, figure) = (to - from, whole.1 - whole.0);
        let before = (self.margins.0 * figure - (from - whole.0)).max(0.0);
        let after = (self.margins.1 * figure - (whole.1 - to)).max(0.0);
        let usual = (length - before - after) / (count + self.gap * (count - 1.0));
        let usual_gaps = vec![self.gap * usual; self.ratios.len() - 1];

        let (first, last) = needs.outer();
        let from_edge = if self.gap > 0.0 { FROM_EDGE } else { FROM_EDGE_TIGHT };
        let edge = |margin: f64, need: f64| {
            if self.nested { 0.0 } else { margin.max(need + from_edge * point) }
        };
        let (start, end) = (edge(before, first), edge(after, last));
        let apart = if self.gap > 0.0 { APART } else { APART_TIGHT };
        let gaps: Vec<f64> = needs
            .0
            .windows(2)
            .map(|pair| (self.gap * usual).max(pair[0].1 + pair[1].0 + apart * point))
            .collect();
        let mean = (length - start - end - gaps.iter().sum::<f64>()) / count;
        if mean < LEAST * usual {
            return self.boxes(from + before, usual, &usual_gaps);
        }
        self.boxes(from + start, mean, &gaps)
    }

    fn boxes(&self, start: f64, mean: f64, gaps: &[f64]) -> Vec<(f64, f64)> {
        let unit = mean * self.ratios.len() as f64 / self.ratios.iter().sum::<f64>();
        let mut at = start;
        let gaps = gaps.iter().copied().chain([0.0]);
        let lengths = self.ratios.iter().map(|ratio| ratio * unit);
        lengths
            .zip(gaps)
            .map(|(length, gap)| {
                let place = (at, at + length);
                at += length + gap;
                place
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_axes_stands_where_matplotlib_puts_it() {
        let tracks = Tracks::new(1, (0.125, 0.1));
        assert_eq!(
            tracks.arrange((0.0, 640.0), (0.0, 640.0), &Needs::none(1), 1.0),
            [(80.0, 576.0)]
        );
    }

    #[test]
    fn a_title_takes_its_room_from_the_margin() {
        let tracks = Tracks::new(1, (0.125, 0.1));
        let arrange = |from| tracks.arrange((0.0, 640.0), (from, 640.0), &Needs::none(1), 1.0);
        assert_eq!(arrange(50.0), [(80.0, 576.0)]);
        assert_eq!(arrange(100.0), [(104.0, 576.0)]);
    }

    #[test]
    fn gaps_grow_with_the_labels_between() {
        let tracks = Tracks::new(2, (0.1, 0.1));
        let mut needs = Needs::none(2);
        let usual = tracks.arrange((0.0, 1000.0), (0.0, 1000.0), &needs, 1.0);
        needs.add(1, 1, 150.0, 0.0);
        let wide = tracks.arrange((0.0, 1000.0), (0.0, 1000.0), &needs, 1.0);
        assert!(usual[1].0 - usual[0].1 < 150.0);
        assert_eq!(wide[1].0 - wide[0].1, 150.0 + APART);
        assert_eq!(wide[1].1, 900.0);
    }

    #[test]
    fn boxes_are_kept_when_labels_would_take_all() {
        let tracks = Tracks::new(1, (0.125, 0.1));
        let mut needs = Needs::none(1);
        needs.add(0, 0, 40.0, 10.0);
        assert_eq!(tracks.arrange((0.0, 16.0), (0.0, 16.0), &needs, 1.4), [(2.0, 14.4)]);
    }

    #[test]
    fn ratios_share_the_length() {
        let tracks = Tracks { ratios: vec![3.0, 1.0], gap: 0.0, ..Tracks::new(2, (0.0, 0.0)) };
        let nested = Tracks { nested: true, ..tracks };
        let boxes = nested.arrange((100.0, 512.0), (100.0, 512.0), &Needs::none(2), 1.0);
        assert_eq!(boxes, [(100.0, 400.0), (412.0, 512.0)]);
    }
}
