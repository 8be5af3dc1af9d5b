//! The decorations of a rectangular axes: spines on its four sides, ticks on some of them.
//!
//! Distances are matplotlib's defaults, in points.

mod labels;
mod spines;

use super::{
    axis::{
        Axis,
        look::{DrawnTicks, FAR, NEAR, TickKind},
    },
    decorations::{Placing, Standoff},
    grid::GridLine,
    spine::SpinePosition,
    state::Side,
    view::{Mark, VisibleTicks},
};
use crate::{
    scene::{hand::DrawnAs, shape::Geometry},
    text::{HAlign, TextStyle, VAlign},
};
use vello_cpu::kurbo::{BezPath, Point, Rect, Stroke};

pub(crate) const TITLE_PAD: f64 = 6.0;

pub(super) fn place(placing: &mut Placing<'_>, least: Standoff) {
    let frame = placing.view.frame;
    placing.done.patch.push(Geometry::Rect(frame), placing.state.face_color());
    placing.edges = Side::ALL.map(|side| placing.edge_at(side));
    placing.grid();
    placing.spines();
    for side in [Side::Bottom, Side::Top, Side::Left, Side::Right] {
        placing.ticks(&AxisSide::new(placing, side));
    }
    let x_offset = placing.x_offset();
    let y_offset = placing.y_offset();
    let (x_label, x_label_top) = placing.x_label(least.x_label, x_offset);
    placing.done.standoff.x_label = x_label;
    placing.done.standoff.y_label = placing.y_label(least.y_label);
    // words on the upper side are below the title
    let labels = placing.words_around(Side::Top).y0;
    let is_above = placing.state.x.labels_at(TickKind::Major, FAR) && labels < frame.y0;
    let words = if is_above { labels } else { frame.y0 }.min(x_label_top);
    let above = if words < frame.y0 { frame.y0 - words + TITLE_PAD * placing.point } else { 0.0 };
    let mut offsets = least.offsets;
    let own = &mut offsets[placing.state.y.labelled_side()];
    *own = y_offset.or(*own);
    placing.done.standoff.title = placing.title(least.title.max(above), offsets);
    placing.done.standoff.offsets = offsets;
}

/// The labels below and beside what is in the room already, where there are no straight sides.
pub(super) fn place_labels(placing: &mut Placing<'_>, least: Standoff) {
    let (frame, taken) = (placing.view.frame, placing.done.room.outward);
    let sides = Side::ALL.map(|side| match side {
        Side::Left => (frame.x0, frame.x0 - taken.x0),
        Side::Right => (frame.x1, taken.x1 - frame.x1),
        Side::Top => (frame.y0, frame.y0 - taken.y0),
        Side::Bottom => (frame.y1, taken.y1 - frame.y1),
    });
    placing.edges = sides.map(|(at, _)| SpineEdge { at, moving: false });
    placing.reach = sides.map(|(_, reach)| reach);
    placing.done.standoff.x_label = placing.x_label(least.x_label, None).0;
    placing.done.standoff.y_label = placing.y_label(least.y_label);
}

/// The title above a box without ticks.
pub(super) fn place_title(placing: &mut Placing<'_>, least: Standoff) {
    placing.done.standoff.title = placing.title(least.title, [None; 2]);
}

/// One of the four sides, with an axis on it.
struct AxisSide<'a> {
    axis: &'a Axis,
    ticks: &'a VisibleTicks,
    side: Side,
    /// The side's pixels across the axis, and whether outwards is to larger ones.
    edge: SpineEdge,
    outward: f64,
}

/// Where the spine of a side stands, in pixels across it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SpineEdge {
    pub(super) at: f64,
    /// It moves, and so does not snap to whole pixels.
    moving: bool,
}

impl<'a> AxisSide<'a> {
    fn new(placing: &Placing<'a>, side: Side) -> Self {
        let (axis, ticks) = match side.is_vertical() {
            true => (&placing.state.y, &placing.view.y),
            false => (&placing.state.x, &placing.view.x),
        };
        let outward = if matches!(side, Side::Left | Side::Top) { -1.0 } else { 1.0 };
        Self { axis, ticks, side, edge: placing.edges[side.index()], outward }
    }

    fn is_level(&self) -> bool {
        !self.side.is_vertical()
    }

    /// Which of the axis' two sides it is.
    fn index(&self) -> usize {
        if matches!(self.side, Side::Left | Side::Bottom) { NEAR } else { FAR }
    }

    /// From so far within the side to so far outside of it, from one place along it to another.
    fn beside_it(&self, (from, to): (f64, f64), (into, out): (f64, f64)) -> Rect {
        let ends = [self.edge.at - self.outward * into, self.edge.at + self.outward * out];
        let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        if self.is_level() {
            Rect::new(from, low, to, high)
        } else {
            Rect::new(low, from, high, to)
        }
    }

    /// Where a tick's label is anchored, `away` from the side.
    fn beside(&self, at: f64, away: f64) -> Point {
        let across = self.edge.at + self.outward * away;
        if self.is_level() { Point::new(at, across) } else { Point::new(across, at) }
    }

    fn label_style(&self, look: &DrawnTicks, point: f64) -> TextStyle {
        let rotation = look.rotation;
        let far = self.index() == FAR;
        let (halign, valign) = match self.is_level() {
            true => {
                // a turned label ends below its tick, or starts above it
                let turned = rotation.rem_euclid(180.0);
                let halign = match (turned == 0.0 || turned == 90.0, (turned < 90.0) != far) {
                    (true, _) => HAlign::Center,
                    (false, true) => HAlign::Right,
                    (false, false) => HAlign::Left,
                };
                (halign, if far { VAlign::Bottom } else { VAlign::Top })
            }
            false => (if far { HAlign::Left } else { HAlign::Right }, VAlign::CenterBaseline),
        };
        // along x labels glide on their own line when the limits move, which snapping leaves smooth
        let snap = (self.is_level() || !self.ticks.moving) && !self.edge.moving;
        TextStyle { halign, valign, rotation, snap, ..look.label_style(point) }
    }
}

impl Placing<'_> {
    fn ticks(&mut self, line: &AxisSide<'_>) {
        let (state, point, frame) = (self.state, self.point, self.view.frame);
        let kinds = [(TickKind::Minor, &line.ticks.minor), (TickKind::Major, &line.ticks.marks)];
        let kinds =
            kinds.map(|(kind, marks)| (kind, marks, line.axis.drawn_ticks(kind, &state.style)));
        self.is_inside = line.axis.has_marks_inside(&state.style) || state.spines.are_moved();
        for (kind, marks, look) in &kinds {
            if !line.axis.marks_at(*kind, line.index()) {
                continue;
            }
            let (into, out) = look.direction.fractions();
            let (into, out) = (into * look.length * point, out * look.length * point);
            let shapes = marks.iter().filter(|_| look.width > 0.0).map(|mark| {
                let along = crisp(mark.at, look.width * point, line.ticks.moving);
                line.beside_it(along, (into.round(), out.round()))
            });
            let shapes: Vec<Rect> = shapes.collect();
            for &mark in &shapes {
                self.list().push_as(DrawnAs::Line, Geometry::Rect(mark), look.color);
            }
            // room is taken by an axis without ticks in view as well: they may come
            if *kind == TickKind::Major || !marks.is_empty() {
                let ends =
                    if line.is_level() { (frame.x0, frame.x1) } else { (frame.y0, frame.y1) };
                self.done.bounds = self.done.bounds.union(line.beside_it(ends, (into, out)));
                self.keep_at(line, line.beside_it(ends, (0.0, out)));
            }
        }
        for (kind, marks, look) in &kinds {
            if !line.axis.labels_at(*kind, line.index()) {
                continue;
            }
            let mut text = line.label_style(look, point);
            let mut away = look.away * point;
            if let Some(ascent) = self.shared_ascent(line, &text) {
                (text.valign, away) = (VAlign::Baseline, away + ascent);
            }
            for Mark { at, label, .. } in *marks {
                let at = line.beside(*at, away);
                if let Some(label) = self.text(&text, label, at, look.label_color) {
                    self.keep_at(line, label);
                }
            }
        }
        self.is_inside = false;
    }

    /// Keeps the room of ticks and labels at a side.
    fn keep_at(&mut self, line: &AxisSide<'_>, at: Rect) {
        self.done.room.keep(at, line.side);
        let edge = line.edge.at;
        let reach = match line.side {
            Side::Left => edge - at.x0,
            Side::Right => at.x1 - edge,
            Side::Top => edge - at.y0,
            Side::Bottom => at.y1 - edge,
        };
        let known = &mut self.reach[line.side.index()];
        *known = known.max(reach);
    }

    /// The box, but at this side up to where its ticks and labels reach from its spine.
    pub(super) fn words_around(&self, side: Side) -> Rect {
        let (edge, reach) = (self.edges[side.index()].at, self.reach[side.index()]);
        match side {
            Side::Left => Rect { x0: edge - reach, ..self.view.frame },
            Side::Right => Rect { x1: edge + reach, ..self.view.frame },
            Side::Top => Rect { y0: edge - reach, ..self.view.frame },
            Side::Bottom => Rect { y1: edge + reach, ..self.view.frame },
        }
    }

    /// Where the spine of a side stands.
    fn edge_at(&self, side: Side) -> SpineEdge {
        let (frame, state) = (self.view.frame, self.state);
        let usual = match side {
            Side::Left => frame.x0,
            Side::Right => frame.x1,
            Side::Top => frame.y0,
            Side::Bottom => frame.y1,
        };
        let is_vertical = side.is_vertical();
        // of a box from 0 to 1, the ends of what it stands across
        let (start, end) = if is_vertical { (frame.x0, frame.x1) } else { (frame.y1, frame.y0) };
        let (axis, scale) = match is_vertical {
            true => (&state.x, &self.view.transform.x),
            false => (&state.y, &self.view.transform.y),
        };
        let Some(place) = state.spines.of(side).place() else {
            return SpineEdge { at: usual, moving: false };
        };
        let (at, moves) = match place {
            SpinePosition::Data(value) => {
                (scale.at(value).clamp(start.min(end), start.max(end)), axis.moving)
            }
            SpinePosition::Axes(fraction) => (start + fraction * (end - start), false),
            SpinePosition::Outward(points) => {
                let outward = if matches!(side, Side::Left | Side::Top) { -1.0 } else { 1.0 };
                (usual + outward * points * self.point, false)
            }
        };
        let moving = moves || state.spines.moving;
        // where a line of one pixel begins
        SpineEdge { at: if moving { at } else { (at - 0.5).round() }, moving }
    }

    /// How far the tallest of the labels under a box rises above its baseline, where formulas
    /// stand beside numbers that are to stand on the same line.
    fn shared_ascent(&mut self, line: &AxisSide<'_>, style: &TextStyle) -> Option<f64> {
        let labels = || line.ticks.minor.iter().chain(&line.ticks.marks).map(|mark| &mark.label);
        let stands = line.side == Side::Bottom && style.rotation == 0.0;
        let is_mixed =
            labels().any(|label| label.contains('$')) && !labels().any(|l| l.contains('\n'));
        let style = TextStyle { valign: VAlign::Baseline, ..*style };
        let rise = |label: &String| -self.fonts.layout(&style, label).bounds().y0;
        (stands && is_mixed).then(|| labels().map(rise).fold(0.0, f64::max))
    }

    fn grid(&mut self) {
        let (state, frame) = (self.state, self.view.frame);
        for (axis, ticks) in [&self.view.x, &self.view.y].into_iter().enumerate() {
            let Some(grid) = state.grid_of(axis) else { continue };
            let [minor, major] = [GridLine::Minor, GridLine::Major]
                .map(|kind| grid.line(kind, &state.style, self.point));
            let level = axis == 1;
            let minor = ticks.minor.iter().map(|mark| (mark, &minor));
            for (mark, line) in minor.chain(ticks.marks.iter().map(|mark| (mark, &major))) {
                let Some((stroke, color)) = line.as_ref() else { continue };
                let (from, to) = crisp(mark.at, stroke.width, ticks.moving);
                let line = if level {
                    Rect::new(frame.x0, from, frame.x1, to)
                } else {
                    Rect::new(from, frame.y0, to, frame.y1)
                };
                self.done.grid.push_as(DrawnAs::Line, straight(line, level, stroke), *color);
            }
        }
    }
}

/// A line that fills a rectangle, level or not, with the dashes of a stroke.
pub(super) fn straight(line: Rect, level: bool, stroke: &Stroke) -> Geometry {
    if stroke.dash_pattern.is_empty() {
        return Geometry::Rect(line);
    }
    let mut path = BezPath::new();
    let middle = line.center();
    let (ends, width) = if level {
        ([(line.x0, middle.y), (line.x1, middle.y)], line.height())
    } else {
        ([(middle.x, line.y1), (middle.x, line.y0)], line.width())
    };
    path.move_to(ends[0]);
    path.line_to(ends[1]);
    Geometry::outline(&path, &Stroke { width, ..stroke.clone() })
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
