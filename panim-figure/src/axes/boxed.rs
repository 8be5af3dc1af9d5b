//! The decorations of a rectangular axes: spines on its four sides, ticks on two of them.
//!
//! Distances are matplotlib's defaults, in points.

mod labels;

use super::{
    axis::Axis,
    decorations::{Placing, Standoff, onto_edge},
    grid::GridLine,
    state::Side,
    view::{Mark, VisibleTicks, label_size},
};
use crate::{
    scene::shape::Geometry,
    text::{HAlign, TextStyle, VAlign},
};
use vello_cpu::kurbo::{BezPath, Point, Rect};

pub(super) const TICK_PAD: f64 = 3.5;
pub(crate) const TITLE_PAD: f64 = 6.0;
/// Length and width of short ticks as fractions of the long ones'.
const MINOR_LENGTH: f64 = 4.0 / 7.0;
const MINOR_WIDTH: f64 = 0.75;

pub(super) fn place(placing: &mut Placing<'_>, least: Standoff) {
    let frame = placing.view.frame;
    placing.done.patch.push(Geometry::Rect(frame), placing.state.face_color());
    placing.grid();
    placing.spines();
    placing.ticks(AxisSide::x(placing));
    placing.ticks(AxisSide::y(placing));
    let inner = placing.done.room.outward;
    let x_offset = placing.x_offset();
    let y_offset = placing.y_offset();
    placing.done.standoff.x_label = placing.x_label(least.x_label, inner, x_offset);
    placing.done.standoff.y_label = placing.y_label(least.y_label, inner);
    // ticks on the upper side are below the title
    let is_above = placing.state.x.far && inner.y0 < frame.y0;
    let above = if is_above { frame.y0 - inner.y0 + TITLE_PAD * placing.point } else { 0.0 };
    let mut offsets = least.offsets;
    let own = &mut offsets[usize::from(placing.state.y.far)];
    *own = y_offset.or(*own);
    placing.done.standoff.title = placing.title(least.title.max(above), offsets);
    placing.done.standoff.offsets = offsets;
}

/// The title above a box without ticks.
pub(super) fn place_title(placing: &mut Placing<'_>, least: Standoff) {
    placing.done.standoff.title = placing.title(least.title, [None; 2]);
}

/// One of the four sides, with an axis on it.
struct AxisSide<'a> {
    axis: &'a Axis,
    ticks: &'a VisibleTicks,
    level: bool,
    /// The side's pixels across the axis, and whether outwards is to larger ones.
    edge: f64,
    outward: f64,
}

impl<'a> AxisSide<'a> {
    fn x(placing: &Placing<'a>) -> Self {
        let (axis, frame) = (&placing.state.x, placing.view.frame);
        let (edge, outward) = if axis.far { (frame.y0, -1.0) } else { (frame.y1, 1.0) };
        Self { axis, ticks: &placing.view.x, level: true, edge, outward }
    }

    fn y(placing: &Placing<'a>) -> Self {
        let (axis, frame) = (&placing.state.y, placing.view.frame);
        let (edge, outward) = if axis.far { (frame.x1, 1.0) } else { (frame.x0, -1.0) };
        Self { axis, ticks: &placing.view.y, level: false, edge, outward }
    }

    /// The mark of a tick.
    fn mark(&self, at: f64, width: f64, length: f64) -> Rect {
        let (from, to) = crisp(at, width, self.ticks.moving);
        let end = self.edge + self.outward * length;
        let (near, far) = (self.edge.min(end), self.edge.max(end));
        if self.level { Rect::new(from, near, to, far) } else { Rect::new(near, from, far, to) }
    }

    /// Where a tick's label is anchored, `away` from the side.
    fn beside(&self, at: f64, away: f64) -> Point {
        let across = self.edge + self.outward * away;
        if self.level { Point::new(at, across) } else { Point::new(across, at) }
    }

    fn side(&self) -> Side {
        match (self.level, self.axis.far) {
            (true, false) => Side::Bottom,
            (true, true) => Side::Top,
            (false, false) => Side::Left,
            (false, true) => Side::Right,
        }
    }

    fn label_style(&self, size: f64) -> TextStyle {
        let rotation = self.axis.rotation;
        let (halign, valign) = match (self.level, self.axis.far) {
            (true, far) => {
                // a turned label ends below its tick, or starts above it
                let turned = rotation.rem_euclid(180.0);
                let halign = match (turned == 0.0 || turned == 90.0, (turned < 90.0) != far) {
                    (true, _) => HAlign::Center,
                    (false, true) => HAlign::Right,
                    (false, false) => HAlign::Left,
                };
                (halign, if far { VAlign::Bottom } else { VAlign::Top })
            }
            (false, false) => (HAlign::Right, VAlign::CenterBaseline),
            (false, true) => (HAlign::Left, VAlign::CenterBaseline),
        };
        // along x labels glide on their own line when the limits move, which snapping leaves smooth
        let snap = self.level || !self.ticks.moving;
        TextStyle { halign, valign, rotation, snap, ..TextStyle::new(size) }
    }
}

impl Placing<'_> {
    fn ticks(&mut self, line: AxisSide<'_>) {
        let (style, point) = (&self.state.style, self.point);
        let (length, width) = (style.tick_length * point, style.edge_width * point);
        let (edge, tick) = (style.edge, style.tick);
        if line.axis.has_marks {
            let minor = line.ticks.minor.iter().map(|mark| {
                line.mark(mark.at, MINOR_WIDTH * width, (MINOR_LENGTH * length).round())
            });
            let major = line.ticks.marks.iter().map(|m| line.mark(m.at, width, length.round()));
            let marks: Vec<Rect> = minor.chain(major).collect();
            self.done.around.extend(marks.iter().map(|&mark| (Geometry::Rect(mark), edge)));
            // room is taken by an axis without ticks in view as well: they may come
            let end = line.edge + line.outward * length;
            let room = if line.level {
                Rect::from_points((self.view.frame.x0, line.edge), (self.view.frame.x1, end))
            } else {
                Rect::from_points((line.edge, self.view.frame.y0), (end, self.view.frame.y1))
            };
            self.done.bounds = self.done.bounds.union(room);
            self.done.room.keep(room, line.side());
        }
        if line.axis.has_labels {
            let away = if line.axis.has_marks { length } else { 0.0 } + TICK_PAD * point;
            let mut text = line.label_style(label_size(line.axis, self.state) * point);
            let mut away = away;
            if let Some(ascent) = self.shared_ascent(&line, &text) {
                (text.valign, away) = (VAlign::Baseline, away + ascent);
            }
            for Mark { at, label, .. } in line.ticks.minor.iter().chain(&line.ticks.marks) {
                if let Some(label) = self.text(&text, label, line.beside(*at, away), tick) {
                    self.done.room.keep(label, line.side());
                }
            }
        }
    }

    /// How far the tallest of the labels under a box rises above its baseline, where formulas
    /// stand beside numbers that are to stand on the same line.
    fn shared_ascent(&mut self, line: &AxisSide<'_>, style: &TextStyle) -> Option<f64> {
        let labels = || line.ticks.minor.iter().chain(&line.ticks.marks).map(|mark| &mark.label);
        let stands = line.level && !line.axis.far && style.rotation == 0.0;
        let is_mixed =
            labels().any(|label| label.contains('$')) && !labels().any(|l| l.contains('\n'));
        let style = TextStyle { valign: VAlign::Baseline, ..*style };
        let rise = |label: &String| -self.fonts.layout(&style, label).bounds().y0;
        (stands && is_mixed).then(|| labels().map(rise).fold(0.0, f64::max))
    }

    fn grid(&mut self) {
        let Some(grid) = self.state.grid() else { return };
        let [minor, major] = [GridLine::Minor, GridLine::Major]
            .map(|kind| grid.line(kind, &self.state.style, self.point));
        let frame = self.view.frame;
        for (ticks, shown, level) in [(&self.view.x, grid.x, false), (&self.view.y, grid.y, true)] {
            let minor = ticks.minor.iter().map(|mark| (mark, &minor));
            for (mark, line) in minor.chain(ticks.marks.iter().map(|mark| (mark, &major))) {
                let Some((stroke, color)) = line.as_ref().filter(|_| shown) else { continue };
                let color = *color;
                let (from, to) = crisp(mark.at, stroke.width, ticks.moving);
                let line = if level {
                    Rect::new(frame.x0, from, frame.x1, to)
                } else {
                    Rect::new(from, frame.y0, to, frame.y1)
                };
                let shape = if stroke.dash_pattern.is_empty() {
                    Geometry::Rect(line)
                } else {
                    let mut path = BezPath::new();
                    let middle = line.center();
                    let ends = if level {
                        [(frame.x0, middle.y), (frame.x1, middle.y)]
                    } else {
                        [(middle.x, frame.y1), (middle.x, frame.y0)]
                    };
                    path.move_to(ends[0]);
                    path.line_to(ends[1]);
                    let mut stroke = stroke.clone();
                    stroke.width = to - from;
                    Geometry::outline(&path, &stroke)
                };
                self.done.grid.push(shape, color);
            }
        }
    }

    fn spines(&mut self) {
        let Rect { x0, y0, x1, y1 } = self.view.frame;
        let color = self.state.style.edge;
        let (page, width) = (self.within.page, self.state.style.edge_width * self.point);
        let edge = |at, level: bool| {
            let ends = if level { (page.y0, page.y1) } else { (page.x0, page.x1) };
            onto_edge(crisp(at, width, false), ends)
        };
        let ((left, _), (_, right)) = (edge(x0, false), edge(x1, false));
        let [on_left, on_right, on_top, on_bottom] = self.state.spines();
        for (at, _) in [(x0, on_left), (x1, on_right)].into_iter().filter(|side| side.1) {
            let (from, to) = edge(at, false);
            self.done.spines.push(Geometry::Rect(Rect::new(from, y0, to, y1)), color);
        }
        for (at, _) in [(y0, on_top), (y1, on_bottom)].into_iter().filter(|side| side.1) {
            let (from, to) = edge(at, true);
            self.done.spines.push(Geometry::Rect(Rect::new(left, from, right, to)), color);
        }
    }
}

/// The two sides of a vertical or horizontal line around `at`: on whole pixels, so that it is crisp,
/// unless it is to move smoothly.
pub(crate) fn crisp(at: f64, width: f64, moving: bool) -> (f64, f64) {
    if moving {
        return (at - width / 2.0, at + width / 2.0);
    }
    let width = width.round().max(1.0);
    let start = (at - width / 2.0).round();
    (start, start + width)
}
