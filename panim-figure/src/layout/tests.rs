//! Nothing is cut and nothing lies on anything else, whatever stands around the axes, and boxes
//! are in line.

#![allow(clippy::unwrap_used)]

mod colorbars;
mod formulas;
mod grids;
mod random;
mod words;

use super::Placement;
use crate::{
    Aspect, Axes, Bars, Colorbar, Extend, Figure, Handle, Image, Label, Legend, Line, Loc,
    Projection, Renderer, Scatter, Side,
};
use vello_cpu::kurbo::Rect;

fn page(renderer: &Renderer) -> Rect {
    let (width, height) = renderer.size();
    Rect::new(0.0, 0.0, width.into(), height.into())
}

fn frames(fig: Figure) -> Vec<Rect> {
    Renderer::portable(fig).unwrap().placed().map(|(frame, _)| frame).collect()
}

fn is_on(page: Rect, room: Rect) -> bool {
    page.inflate(0.01, 0.01).union(room) == page.inflate(0.01, 0.01)
}

/// No axes and no colorbar lies on another or leaves the page, words that may hang over aside.
fn assert_clear(name: &str, renderer: &Renderer) {
    let (page, placements) = (page(renderer), &renderer.figure.placements);
    let mut taken: Vec<Rect> = Vec::new();
    for (i, (placement, (_, decorations))) in placements.iter().zip(renderer.placed()).enumerate() {
        let room = decorations.room.all;
        match placement {
            Placement::InGrid(_) | Placement::Along(_) => {
                assert!(is_on(page, room), "{name}: axes {i} {room:?} leaves the page");
                let lies = taken.iter().find(|other| {
                    let common = other.intersect(room);
                    common.width() > 0.5 && common.height() > 0.5
                });
                assert!(lies.is_none(), "{name}: axes {i} {room:?} lies on {lies:?}");
            }
            Placement::Over(_) | Placement::Inside(..) | Placement::Whole => {}
        }
        taken.push(if matches!(placement, Placement::Whole | Placement::Inside(..)) {
            Rect::ZERO
        } else {
            room
        });
        if let Placement::Over(of) = placement {
            taken[*of] = taken[*of].union(room);
            taken[i] = Rect::ZERO;
        }
    }
    assert_on_page(name, renderer);
}

/// Every text is on the page, if it is not larger than that.
fn assert_on_page(name: &str, renderer: &Renderer) {
    let page = page(renderer);
    for word in renderer.placed().flat_map(|(_, decorations)| decorations.words.clone()) {
        let fits = word.width() <= page.width() && word.height() <= page.height();
        assert!(!fits || is_on(page, word), "{name}: {word:?} is not on {page:?}");
    }
}

fn check(name: &str, fig: Figure) {
    assert_clear(name, &Renderer::portable(fig).unwrap());
}

/// Words all around, long tick labels, and an offset.
fn fill(ax: &mut Axes) -> Handle<Scatter> {
    ax.set_title("A title of two\nlines").set_xlabel("along x").set_ylabel("a long label of y");
    let values = [1e6 + 1.0, 1e6 + 2.0, 1e6 + 3.0];
    ax.add(Line::new([0, 1, 2], values).label("line"));
    ax.add(Scatter::new([0, 1, 2], values).values([-12.5, 0.0, 1300.0]))
}

const LONG: &str =
    "a label of so many letters that it is longer than what it stands beside, by far";

/// Of axes in one grid without an aspect, those in one column have their edges in common, and
/// those in one row.
fn assert_in_line(renderer: &Renderer) {
    let figure = &renderer.figure;
    let mut edges = std::collections::BTreeMap::new();
    for ((axes, placement), (frame, _)) in
        figure.axes.iter().zip(&figure.placements).zip(renderer.placed())
    {
        let is_free = axes.state.aspect.is_none()
            && axes.state.projection == Projection::Rectilinear
            && !axes.slots.iter().any(|slot| slot.artist().is_equal_aspect());
        if let (Placement::InGrid(span), true) = (placement, is_free) {
            for (edge, track, at) in [
                ("left", span.columns.start, frame.x0),
                ("right", span.columns.end, frame.x1),
                ("top", span.rows.start, frame.y0),
                ("bottom", span.rows.end, frame.y1),
            ] {
                let known = *edges.entry((span.grid, edge, track)).or_insert(at);
                assert_eq!(known, at, "{edge} of {track} in grid {}", span.grid);
            }
        }
    }
}
