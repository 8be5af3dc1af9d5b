//! Where texts stand around the box: at mplot3d's places, or further out where they would lie on
//! something.

use super::{SpaceView, edges::BoxEdges};
use crate::transform::space::each;
use vello_cpu::kurbo::{Point, Rect, Size, Vec2};

/// From the axis to the tick labels and to the axis label, in mplot3d's estimate of points.
const TICK_LABEL_AWAY: f64 = 8.0;
const LABEL_AWAY: f64 = 4.0 + 21.0;
/// Points that stay free between the axis and the tick labels, and between texts.
const CLEAR: f64 = 3.5;
const APART: f64 = 1.0;

/// How large the texts of one axis are.
#[derive(Debug, Clone, Default)]
pub(super) struct Sizes {
    pub(super) ticks: Vec<Size>,
    /// Of the tick labels, counter-clockwise.
    pub(super) ticks_turn: f64,
    /// Their distance in points.
    pub(super) pad: f64,
    pub(super) label: Size,
    /// Labels of a few letters stay horizontal, as in mplot3d.
    pub(super) label_turns: bool,
    pub(super) offset: Size,
}

/// The texts of one axis, placed; those that would lie on another are left out.
#[derive(Debug, Clone, Default)]
pub(super) struct PlacedTexts {
    pub(super) ticks: Vec<Option<Block>>,
    pub(super) label: Option<Block>,
    pub(super) offset: Option<Block>,
}

impl PlacedTexts {
    /// What room is kept for: of a long axis label, no more than `most` along it.
    pub(super) fn kept(&self, most: f64) -> impl Iterator<Item = Block> {
        let label = self.label.map(|block| {
            let size = Size::new(block.size.width.min(most), block.size.height);
            Block { size, ..block }
        });
        self.ticks.iter().copied().chain([label, self.offset]).flatten()
    }

    #[cfg(test)]
    pub(super) fn blocks(&self) -> impl Iterator<Item = Block> {
        self.ticks.iter().copied().chain([self.label, self.offset]).flatten()
    }
}

/// The room of a text, turned about its middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Block {
    pub(super) middle: Point,
    pub(super) size: Size,
    /// Counter-clockwise.
    pub(super) degrees: f64,
}

impl Block {
    /// Its sides' directions.
    fn sides(&self) -> [Vec2; 2] {
        let (sin, cos) = self.degrees.to_radians().sin_cos();
        [Vec2::new(cos, -sin), Vec2::new(sin, cos)]
    }

    /// How far it reaches from its middle in a direction of length 1.
    fn reach(&self, direction: Vec2) -> f64 {
        let [along, across] = self.sides();
        let (width, height) = (self.size.width / 2.0, self.size.height / 2.0);
        along.dot(direction).abs() * width + across.dot(direction).abs() * height
    }

    /// Does it come closer to another than `gap`? Two convex shapes are apart if they are so
    /// across one of their sides.
    pub(super) fn meets(&self, other: &Self, gap: f64) -> bool {
        let between = other.middle - self.middle;
        let is_across =
            |side: &Vec2| between.dot(*side).abs() >= self.reach(*side) + other.reach(*side) + gap;
        !self.sides().iter().chain(&other.sides()).any(is_across)
    }

    fn moved(self, by: Vec2) -> Self {
        Self { middle: self.middle + by, ..self }
    }

    pub(super) fn bounds(&self) -> Rect {
        let reach = Vec2::new(self.reach(Vec2::new(1.0, 0.0)), self.reach(Vec2::new(0.0, 1.0)));
        Rect::from_points(self.middle - reach, self.middle + reach)
    }
}

/// Places the texts of x, y and z.
pub(super) fn place(view: &SpaceView, sizes: &[Sizes; 3], point: f64) -> [PlacedTexts; 3] {
    let mut taken: Vec<Block> = Vec::new();
    let mut placed = [0, 1, 2].map(|axis| {
        let ticks = Beside::new(view, axis, point).ticks(&sizes[axis], &taken);
        taken.extend(ticks.iter().flatten());
        PlacedTexts { ticks, ..PlacedTexts::default() }
    });
    for (axis, placed) in placed.iter_mut().enumerate() {
        let beside = Beside::new(view, axis, point);
        placed.label = beside.label(&sizes[axis], &placed.ticks, &taken);
        taken.extend(placed.label);
        placed.offset = beside.offset(sizes[axis].offset, &taken);
        taken.extend(placed.offset);
    }
    placed
}

/// The side of one axis where its texts stand.
struct Beside<'a> {
    view: &'a SpaceView,
    axis: usize,
    point: f64,
    /// A point of the axis, and the direction away from it.
    from: Point,
    outwards: Vec2,
    /// Of the axis on the picture, counter-clockwise, never upside down.
    degrees: f64,
}

impl<'a> Beside<'a> {
    fn new(view: &'a SpaceView, axis: usize, point: f64) -> Self {
        let ends = view.edges.ends(axis);
        let [start, end] = ends.map(|end| view.space.see_share(end).at);
        let run = end - start;
        let middle = each(|i| f64::midpoint(ends[0][i], ends[1][i]));
        let mut beside = Self {
            view,
            axis,
            point,
            from: view.space.see_share(middle).at,
            outwards: Vec2::ZERO,
            degrees: readable(-run.y.atan2(run.x).to_degrees()),
        };
        let away = beside.away(middle, LABEL_AWAY) - beside.from;
        // across the axis, but straight away from one that points at the eye
        let along = run / (run.hypot() + point);
        let across = away - along * along.dot(away);
        beside.outwards = across / across.hypot().max(f64::MIN_POSITIVE);
        beside
    }

    /// Where mplot3d moves a place on the axis to.
    fn away(&self, place: [f64; 3], points: f64) -> Point {
        let around = 2.0 * self.view.frame.width() / self.point;
        let by = points * 48.0 / around;
        self.view.space.see_share(BoxEdges::outwards(self.axis, place, by)).at
    }

    /// How far out a block begins and ends.
    fn span(&self, block: &Block) -> (f64, f64) {
        let (at, reach) =
            ((block.middle - self.from).dot(self.outwards), block.reach(self.outwards));
        (at - reach, at + reach)
    }

    /// The tick labels, all moved as far as the one that needs it most; as many as have room.
    fn ticks(&self, sizes: &Sizes, taken: &[Block]) -> Vec<Option<Block>> {
        let marks = &self.view.ticks[self.axis].marks;
        let blocks = marks.iter().zip(&sizes.ticks).map(|(mark, &size)| {
            let place = self.view.edges.along(self.axis, mark.at);
            let top = self.away(place, sizes.pad + TICK_LABEL_AWAY);
            let block = Block { middle: top, size, degrees: sizes.ticks_turn };
            block.moved(Vec2::new(0.0, block.reach(Vec2::new(0.0, 1.0))))
        });
        let mut blocks: Vec<Block> = blocks.collect();
        let nearest = blocks.iter().map(|block| self.span(block).0).fold(f64::INFINITY, f64::min);
        let lack = (CLEAR * self.point - nearest).clamp(0.0, 1e3);
        blocks.iter_mut().for_each(|block| *block = block.moved(self.outwards * lack));

        let gap = APART * self.point;
        let is_free = |block: &Block| !taken.iter().any(|other| block.meets(other, gap));
        let shown = self.shown(&blocks, gap);
        let kept = |(block, shown): (Block, bool)| (shown && is_free(&block)).then_some(block);
        blocks.into_iter().zip(shown).map(kept).collect()
    }

    /// Which of the tick labels are shown so that none lies on another.
    fn shown(&self, blocks: &[Block], gap: f64) -> Vec<bool> {
        let sets = &self.view.kept[self.axis];
        let fits = |set: &&Vec<bool>| {
            let kept: Vec<&Block> = blocks
                .iter()
                .zip(*set)
                .filter(|(_, kept)| **kept)
                .map(|(block, _)| block)
                .collect();
            !kept.windows(2).any(|pair| pair[0].meets(pair[1], gap))
        };
        let count = |set: &&Vec<bool>| set.iter().filter(|kept| **kept).count();
        // the first of the largest
        if let Some(set) = sets.iter().filter(fits).rev().max_by_key(count) {
            return set.clone();
        }
        // ticks that the user chose: those that lie on none before
        let mut kept: Vec<&Block> = Vec::new();
        let lies_on_none = |block| {
            let is_clear = !kept.iter().any(|other| other.meets(block, gap));
            kept.extend(is_clear.then_some(block));
            is_clear
        };
        blocks.iter().map(lies_on_none).collect()
    }

    /// The axis label, outside of all tick labels.
    fn label(&self, sizes: &Sizes, ticks: &[Option<Block>], taken: &[Block]) -> Option<Block> {
        let ends = self.view.edges.ends(self.axis);
        let middle = each(|i| f64::midpoint(ends[0][i], ends[1][i]));
        let degrees = if sizes.label_turns { self.degrees } else { 0.0 };
        let size = sizes.label;
        let block = Block { middle: self.away(middle, LABEL_AWAY), size, degrees };
        let clear = ticks.iter().flatten().map(|tick| self.span(tick).1).fold(0.0, f64::max);
        let lack = clear + APART * self.point - self.span(&block).0;
        let block = block.moved(self.outwards * lack.max(0.0));
        self.out_of(block, &[self.outwards], taken)
    }

    /// What the tick labels share, beyond the end of the axis that is farther out.
    fn offset(&self, size: Size, taken: &[Block]) -> Option<Block> {
        let [start, end] = self.view.edges.ends(self.axis);
        let place = if self.axis == 2 { end } else { start };
        let middle = self.away(place, LABEL_AWAY);
        let aside = self.outwards.turn_90();
        let block = Block { middle, size, degrees: self.degrees };
        self.out_of(block, &[self.outwards, aside, -aside], taken)
    }

    /// Moves a block in one of these directions until it lies on nothing.
    fn out_of(&self, block: Block, directions: &[Vec2], taken: &[Block]) -> Option<Block> {
        const STEP: f64 = 0.25;
        if block.size.area() == 0.0 {
            return None;
        }
        let gap = APART * self.point;
        let steps = (0..160).map(|i| STEP * f64::from(i));
        let mut places = steps
            .flat_map(|by| directions.iter().map(move |&direction| block.moved(direction * by)));
        let is_free = |block: &Block| !taken.iter().any(|other| block.meets(other, gap));
        places.find(is_free).or(Some(block))
    }
}

/// Labels that lean over by no more than this are read upwards, as those of y axes are.
const LEAN: f64 = 15.0;

/// An angle of a line in degrees, not upside down but for the lean.
fn readable(degrees: f64) -> f64 {
    let turned = degrees.rem_euclid(180.0);
    if turned > 90.0 + LEAN { turned - 180.0 } else { turned }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turned_blocks_meet_only_where_they_touch() {
        let block = |x: f64, y: f64, degrees: f64| Block {
            middle: Point::new(x, y),
            size: Size::new(10.0, 2.0),
            degrees,
        };
        assert!(block(0.0, 0.0, 0.0).meets(&block(9.0, 0.0, 0.0), 0.0));
        assert!(!block(0.0, 0.0, 0.0).meets(&block(9.0, 0.0, 0.0).moved(Vec2::new(0.0, 3.0)), 0.0));
        assert!(block(0.0, 0.0, 0.0).meets(&block(0.0, 3.0, 0.0), 1.5));
        // beside each other along a diagonal, where boxes around them would overlap
        assert!(!block(0.0, 0.0, 45.0).meets(&block(3.0, 3.0, 45.0), 0.0));
        assert!(block(0.0, 0.0, 45.0).meets(&block(3.0, -3.0, 45.0), 0.0));
    }

    #[test]
    fn texts_are_never_upside_down() {
        assert_eq!(
            [0.0, 90.0, 91.0, 120.0, 180.0, -45.0, -90.0].map(readable),
            [0.0, 90.0, 91.0, -60.0, 0.0, -45.0, 90.0]
        );
    }
}
