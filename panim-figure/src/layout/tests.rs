//! Nothing is cut and nothing lies on anything else, whatever stands around the axes.

#![allow(clippy::unwrap_used)]

use super::{Spot, furniture};
use crate::{
    Colorbar, Figure, Label, Legend, Line, Loc, Renderer, Scatter, axes::furniture::Standoff,
    text::Fonts,
};
use vello_cpu::kurbo::Rect;

/// The room of each axes with its words and companions, as drawn.
fn rooms(renderer: &Renderer) -> Vec<(Spot, Rect)> {
    let (figure, mut fonts) = (&renderer.figure, Fonts::default());
    let point = figure.point();
    let places = figure.axes.iter().zip(&figure.spots).zip(renderer.frames());
    places
        .map(|((axes, spot), frame)| {
            let bounds = furniture(axes, frame, &mut fonts, point, Standoff::default()).bounds;
            (spot.clone(), bounds)
        })
        .collect()
}

fn assert_clear(name: &str, fig: Figure) {
    let renderer = Renderer::portable(fig).unwrap();
    let (width, height) = renderer.size();
    let page = Rect::new(0.0, 0.0, width.into(), height.into());
    let rooms = rooms(&renderer);
    let mut taken: Vec<Rect> = Vec::new();
    for (i, (spot, room)) in rooms.iter().enumerate() {
        match spot {
            Spot::InGrid(_) | Spot::Along(..) => {
                assert!(page.union(*room) == page, "{name}: axes {i} {room:?} leaves the page");
                let lies = taken.iter().find(|other| {
                    let common = other.intersect(*room);
                    common.width() > 0.5 && common.height() > 0.5
                });
                assert!(lies.is_none(), "{name}: axes {i} {room:?} lies on {lies:?}");
                taken.push(*room);
            }
            Spot::Over(of) => taken[*of] = taken[*of].union(*room),
            Spot::Inside(..) | Spot::Whole => {}
        }
    }
}

/// Words all around, long tick labels, and an offset.
fn fill(ax: &mut crate::Axes) -> crate::Handle<Scatter> {
    ax.set_title("A title of two\nlines").set_xlabel("along x").set_ylabel("a long label of y");
    let values = [1e6 + 1.0, 1e6 + 2.0, 1e6 + 3.0];
    ax.add(Line::new([0, 1, 2], values).label("line"));
    ax.add(Scatter::new([0, 1, 2], values).values([-12.5, 0.0, 1300.0]))
}

#[test]
fn grids_of_all_sizes_are_clear() {
    for (rows, columns) in [(1, 1), (1, 4), (3, 1), (2, 3), (3, 3)] {
        for tight in [false, true] {
            let mut fig = Figure::new();
            fig.set_size(400 * columns as u32, 300 * rows as u32);
            if tight {
                fig.tight_layout();
            }
            fig.subplots(rows, columns).iter_mut().for_each(|ax| {
                fill(ax);
            });
            assert_clear(&format!("{rows}x{columns}, tight: {tight}"), fig);
        }
    }
}

#[test]
fn spans_and_grids_in_grids_are_clear() {
    let mut fig = Figure::new();
    fig.set_size(1200, 900);
    fig.set_title(Label::new("A figure's title\nof two lines").size(18.0));
    fig.set_legend(Legend::new().loc(Loc::LowerCenter));
    let mut grid = fig.grid(3, 3);
    grid.margins(0.0, 0.0, 0.0, 0.0).spacing(0.0, 0.0);
    fill(grid.span(0, 0..2));
    fill(grid.span(1.., 0));
    fill(grid.span(1.., 1));
    let mut inner = grid.nest(.., 2, 3, 1);
    for row in 0..3 {
        fill(inner.span(row, 0));
    }
    assert_clear("spans", fig);
}

#[test]
fn colorbars_and_twins_are_clear() {
    let mut fig = Figure::new();
    fig.set_size(1200, 800);
    let mut axes = fig.subplots(2, 2);
    let points: Vec<_> = axes.iter_mut().map(fill).collect();
    let last = axes[(1, 1)].handle();
    fig.add_colorbar(points[0], Colorbar::new().label("beside"));
    fig.add_colorbar(points[1], Colorbar::new().horizontal().label("below"));
    fig.add_colorbar(points[2], Colorbar::new().label("beside"));
    fig.add_colorbar(points[2], Colorbar::new().horizontal().label("and below"));
    fig.twin_x(last).set_ylabel("another y").add(Line::new([0, 2], [0.001, 0.002]));
    assert_clear("companions", fig);
}
