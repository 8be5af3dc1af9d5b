//! One direction of a grid: how its length is shared between margins, gaps and boxes.

use super::needs::{Need, Needs};

/// Free room between neighbours, and at the figure's edge, in points; more where it is all there is.
const APART: f64 = 6.0;
const APART_TIGHT: f64 = 12.0;
const FROM_EDGE: f64 = 4.0;
const FROM_EDGE_TIGHT: f64 = 8.0;
/// Gap between axes as a fraction of their mean length, as matplotlib's `wspace` and `hspace`.
const GAP: f64 = 0.2;
/// Axes give room to their labels until this fraction of their usual length is left, and to
/// colorbars until the other one is.
const LEAST: f64 = 0.35;
const LEAST_BESIDE_BARS: f64 = 0.15;

/// The rows or the columns of a grid, as the user wants them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tracks {
    /// Of the boxes' lengths, one for each.
    pub(crate) ratios: Vec<f64>,
    /// Margins as fractions of the figure.
    pub(crate) margins: (f64, f64),
    /// Gap as a fraction of the boxes' mean length.
    pub(crate) gap: f64,
    /// Inside another grid's box, which has the margins.
    pub(crate) nested: bool,
    /// Margins and gaps are what labels need, and some more around boxes.
    pub(crate) tight: bool,
}

impl Tracks {
    pub(crate) fn new(count: usize, margins: (f64, f64)) -> Self {
        Self { ratios: vec![1.0; count], margins, gap: GAP, nested: false, tight: false }
    }

    pub(crate) fn make_tight(&mut self) {
        (self.margins, self.gap, self.tight) = ((0.0, 0.0), 0.0, true);
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

        let ends = needs.outer();
        let usual_gap = self.gap * usual;
        let with_words = (
            self.edge(before, ends[0], from > whole.0, point),
            self.edge(after, ends[1], to < whole.1, point),
            needs.between().map(|needs| self.between(usual_gap, needs, point)).collect::<Vec<_>>(),
        );
        let with_bars = (
            before + ends[0].bars,
            after + ends[1].bars,
            needs.between().map(|[a, b]| usual_gap + a.bars + b.bars).collect::<Vec<_>>(),
        );
        let least = usual * if needs.have_bars() { LEAST_BESIDE_BARS } else { LEAST };
        let mean = |(start, end, gaps): &(f64, f64, Vec<f64>)| {
            (length - start - end - gaps.iter().sum::<f64>()) / count
        };
        let (most, left) = (mean(&with_bars), mean(&with_words));
        if most < least {
            // there is no room for anything else
            return self.boxes(from + before, usual, &vec![usual_gap; self.ratios.len() - 1]);
        }
        // words have what the boxes can give, and nothing where they would take all
        let fraction = match left {
            _ if left >= least => 1.0,
            _ if left > 0.0 => (most - least) / (most - left),
            _ => 0.0,
        };
        let part =
            |with_bars: f64, with_words: f64| with_bars + fraction * (with_words - with_bars);
        let gaps: Vec<f64> =
            with_bars.2.iter().zip(&with_words.2).map(|(a, b)| part(*a, *b)).collect();
        self.boxes(from + part(with_bars.0, with_words.0), part(most, left), &gaps)
    }

    /// From the end of what the grid fills to its first or last box; something else is beyond that
    /// end if it `is_cut`.
    fn edge(&self, margin: f64, need: Need, is_cut: bool, point: f64) -> f64 {
        if self.nested {
            return 0.0;
        }
        let clear = point * if self.tight { FROM_EDGE_TIGHT } else { FROM_EDGE };
        let least = if is_cut { clear } else { 0.0 };
        need.bars + margin.max(need.with(clear, self.tight)).max(least)
    }

    /// From a box to the next.
    fn between(&self, usual: f64, [after, before]: [Need; 2], point: f64) -> f64 {
        let (bars, words) = (after.bars + before.bars, after.words() + before.words());
        let apart = if self.tight { APART_TIGHT } else { APART };
        let is_free = bars + words > 0.0 || self.tight;
        bars + usual.max(words + if is_free { apart * point } else { 0.0 })
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
        // and stays clear of what is below
        assert_eq!(arrange(100.0), [(104.0, 576.0)]);
    }

    #[test]
    fn gaps_grow_with_the_labels_between() {
        let tracks = Tracks::new(2, (0.1, 0.1));
        let mut needs = Needs::none(2);
        let usual = tracks.arrange((0.0, 1000.0), (0.0, 1000.0), &needs, 1.0);
        needs.add((1, 1), [150.0, 0.0]);
        let wide = tracks.arrange((0.0, 1000.0), (0.0, 1000.0), &needs, 1.0);
        assert!(usual[1].0 - usual[0].1 < 150.0);
        assert_eq!(wide[1].0 - wide[0].1, 150.0 + APART);
        assert_eq!(wide[1].1, 900.0);
    }

    #[test]
    fn boxes_are_kept_when_labels_would_take_all() {
        let tracks = Tracks::new(1, (0.125, 0.1));
        let mut needs = Needs::none(1);
        needs.add((0, 0), [40.0, 10.0]);
        assert_eq!(tracks.arrange((0.0, 16.0), (0.0, 16.0), &needs, 1.4), [(2.0, 14.4)]);
    }

    #[test]
    fn labels_have_what_boxes_can_give() {
        let tracks = Tracks::new(1, (0.125, 0.1));
        let width = |needed: f64| {
            let mut needs = Needs::none(1);
            needs.add((0, 0), [needed, 0.0]);
            let [(start, end)] = tracks.arrange((0.0, 400.0), (0.0, 400.0), &needs, 1.0)[..] else {
                unreachable!("one track has one box")
            };
            assert_eq!(end, 360.0);
            end - start
        };
        // wider by a letter, they have no less room
        assert_eq!(width(240.0), 360.0 - 244.0);
        for needed in [250.0, 260.0, 350.0] {
            assert!((width(needed) - LEAST * 310.0).abs() < 1e-9, "{needed}: {}", width(needed));
        }
    }

    #[test]
    fn without_margins_and_words_boxes_take_all() {
        let tracks = Tracks { gap: 0.0, ..Tracks::new(2, (0.0, 0.0)) };
        let mut needs = Needs::none(2);
        let arrange = |needs: &Needs| tracks.arrange((0.0, 100.0), (0.0, 100.0), needs, 1.0);
        assert_eq!(arrange(&needs), [(0.0, 50.0), (50.0, 100.0)]);
        needs.add((0, 0), [0.0, 0.0]);
        assert_eq!(arrange(&needs), [(0.0, 50.0), (50.0, 100.0)]);
        needs.add((0, 0), [6.0, 0.0]);
        assert_eq!(arrange(&needs), [(10.0, 55.0), (55.0, 100.0)]);
    }

    #[test]
    fn tight_boxes_keep_off_the_edge_and_bare_ones_do_not() {
        let mut tracks = Tracks::new(1, (0.1, 0.1));
        tracks.make_tight();
        let mut needs = Needs::none(1);
        let arrange = |needs: &Needs| tracks.arrange((0.0, 100.0), (0.0, 100.0), needs, 1.0);
        assert_eq!(arrange(&needs), [(0.0, 100.0)]);
        needs.add((0, 0), [0.0, 2.0]);
        assert_eq!(arrange(&needs), [(8.0, 90.0)]);
    }

    #[test]
    fn colorbars_take_their_room_from_all_boxes_alike() {
        let tracks = Tracks::new(2, (0.1, 0.1));
        let mut needs = Needs::none(2);
        let usual = tracks.arrange((0.0, 1000.0), (0.0, 1000.0), &needs, 1.0);
        needs.add_bars((0, 0), [0.0, 50.0]);
        let boxes = tracks.arrange((0.0, 1000.0), (0.0, 1000.0), &needs, 1.0);
        let width = |i: usize| boxes[i].1 - boxes[i].0;
        assert!((width(0) - width(1)).abs() < 1e-9 && boxes[1].1 == 900.0);
        let gap = |boxes: &[(f64, f64)]| boxes[1].0 - boxes[0].1;
        assert!((gap(&boxes) - gap(&usual) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn ratios_share_the_length() {
        let mut nested = Tracks { ratios: vec![3.0, 1.0], ..Tracks::new(2, (0.0, 0.0)) };
        nested.make_tight();
        nested.nested = true;
        let boxes = nested.arrange((100.0, 512.0), (100.0, 512.0), &Needs::none(2), 1.0);
        assert_eq!(boxes, [(100.0, 400.0), (412.0, 512.0)]);
    }
}
