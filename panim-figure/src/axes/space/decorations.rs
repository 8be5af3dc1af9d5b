//! What stands behind the artists of a 3D axes: panes, grid, axes and their ticks.

use super::{
    SpaceView, axes, panes,
    texts::{PlacedText, texts},
};
use crate::{
    axes::{
        axis::look::TickKind,
        boxed::TITLE_PAD,
        decorations::{Placing, Standoff},
        grid::{Grid, GridLine},
    },
    scene::shape::Geometry,
    transform::space::Vec3,
};
use vello_cpu::kurbo::{BezPath, Cap, Join, Stroke};

const PANE_EDGE_WIDTH: f64 = 1.0;

pub(in crate::axes) fn place(placing: &mut Placing<'_>, least: Standoff) {
    let Some(view) = &placing.view.space else { return };
    let (edges, state, point) = (&view.edges, placing.state, placing.point);
    let style = &state.style;
    if state.face.is_some() {
        placing.done.patch.push(Geometry::Rect(placing.view.frame), state.face_color());
    }
    for (axis, color) in panes(state).into_iter().enumerate() {
        let mut pane = line(view, &edges.pane(axis));
        pane.close_path();
        let edge = Stroke::new(PANE_EDGE_WIDTH * point).with_join(Join::Miter);
        placing.done.patch.push(Geometry::of(&pane), color);
        placing.done.patch.push(Geometry::outline(&pane, &edge), color);
    }
    for (axis, ticks) in view.ticks.iter().enumerate() {
        let grid = state.grid_of(axis);
        let line_of = |grid: &Grid| grid.line(GridLine::Major, style, point);
        if let Some((stroke, color)) = grid.as_deref().and_then(line_of) {
            let stroke = stroke.with_caps(Cap::Butt).with_join(Join::Round);
            let lines = ticks.marks.iter().map(|mark| line(view, &edges.grid_line(axis, mark.at)));
            placing.done.grid.push(Geometry::outline(&joined(lines), &stroke), color);
        }
    }
    let thin = Stroke::new(style.edge_width * point).with_caps(Cap::Square).with_join(Join::Round);
    for ((axis, ticks), told) in view.ticks.iter().enumerate().zip(axes(state)) {
        let spine = line(view, &edges.ends(axis));
        let marks = ticks.marks.iter().filter(|_| told.has_marks);
        let ticks = marks.map(|mark| line(view, &edges.tick(axis, mark.at)));
        let look = told.drawn_ticks(TickKind::Major, style);
        if (look.width, look.color) == (style.edge_width, style.spine_color()) {
            let lines = joined([spine].into_iter().chain(ticks));
            placing.done.spines.push(Geometry::outline(&lines, &thin), style.spine_color());
            continue;
        }
        let own = Stroke { width: look.width * point, ..thin.clone() };
        placing.done.spines.push(Geometry::outline(&spine, &thin), style.spine_color());
        placing.done.spines.push(Geometry::outline(&joined(ticks), &own), look.color);
    }
    let (texts, bounds) = texts(state, view, placing.fonts, point);
    placing.done.room.keep_around(bounds);
    for PlacedText { text, at, color, rotation } in texts {
        let page = placing.within.page;
        placing.put(text, at, color, page, rotation);
    }
    let clear = placing.view.frame.y0 - bounds.y0 + TITLE_PAD * point;
    placing.done.standoff.title = placing.title(least.title.max(clear), [None; 2]);
}

fn line(view: &SpaceView, points: &[Vec3]) -> BezPath {
    let mut path = BezPath::new();
    for (i, &point) in points.iter().enumerate() {
        let at = view.space.see_share(point).at;
        if i == 0 { path.move_to(at) } else { path.line_to(at) }
    }
    path
}

/// One path of all, so that lines that cross do not darken each other.
fn joined(lines: impl Iterator<Item = BezPath>) -> BezPath {
    lines.fold(BezPath::new(), |mut all, line| {
        all.extend(line);
        all
    })
}
