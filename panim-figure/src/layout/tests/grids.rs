//! Where the boxes of grids stand, and what moves or narrows them.

use super::*;

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
            check(&format!("{rows}x{columns}, tight: {tight}"), fig);
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
    check("spans", fig);
}

#[test]
fn long_words_move_no_box_sideways() {
    let fig = |title: &str, label: &str| {
        let mut fig = Figure::new();
        let ax = fig.axes().set_title(title).set_xlabel(label);
        let dots = ax.add(Scatter::new([0, 1, 2], [1, 2, 3]).values([1.0, 2.0, 3.0]));
        ax.colorbar(dots);
        frames(fig)
    };
    assert_eq!(fig(LONG, LONG), fig("short", "x"));

    let grid = |title: &str, x: &str, y: &str| {
        let mut fig = Figure::new();
        let mut axes = fig.subplots(2, 2);
        axes[(0, 1)].set_title(title).set_xlabel(x).set_ylabel(y);
        axes[(1, 0)].set_title("b").set_ylabel("y");
        frames(fig)
    };
    assert_eq!(grid(LONG, LONG, LONG), grid("a", "x", "y"));

    let horizontal = |label: &str| {
        let mut fig = Figure::new();
        let mut axes = fig.subplots(3, 1);
        for ax in axes.iter_mut() {
            ax.add(Bars::new(0..3, [1.0, 2.0, 3.0]).horizontal());
            ax.set_ylabel(label);
        }
        frames(fig)
    };
    assert_eq!(horizontal(LONG), horizontal("y"));
}

#[test]
fn long_words_around_a_box_in_space_leave_it_its_size() {
    let fig = |label: &str| {
        let mut fig = Figure::new();
        let ax = fig.axes().set_projection(Projection::ThreeD).set_title(label);
        ax.set_xlabel(label).set_ylabel(label).set_zlabel(label);
        frames(fig)[0].width()
    };
    let (short, long) = (fig("a usual label"), fig(LONG));
    assert!(long > 0.7 * short, "{long} of {short}");
}

#[test]
fn without_margins_bare_axes_reach_the_edge() {
    for tight in [false, true] {
        let mut fig = Figure::new();
        if tight {
            fig.tight_layout();
        }
        fig.grid(1, 1).margins(0.0, 0.0, 0.0, 0.0);
        fig.axes().set_axis_off(true).add(Image::new([[1.0; 64]; 48]));
        assert_eq!(frames(fig), [Rect::new(0.0, 0.0, 640.0, 480.0)]);
    }
    // what has words has room for them, and only there
    let mut fig = Figure::new();
    fig.grid(1, 1).margins(0.0, 0.0, 0.0, 0.0);
    fig.axes().set_axis_off(true).set_title("title").set_aspect(Aspect::Auto);
    let frame = frames(fig)[0];
    assert!(frame.y0 > 15.0 && (frame.x0, frame.x1, frame.y1) == (0.0, 640.0, 480.0), "{frame:?}");
    // a box without ticks too is as large as the page, with its edges on it
    let mut fig = Figure::new();
    fig.grid(1, 1).margins(0.0, 0.0, 0.0, 0.0);
    fig.axes().show_xticks(false, false).show_yticks(false, false);
    let mut renderer = Renderer::portable(fig).unwrap();
    let picture = renderer.picture().unwrap();
    for at in [(0, 0), (639, 0), (0, 479), (639, 479), (300, 0), (300, 479), (0, 200), (639, 200)] {
        assert_eq!(picture.pixel(at.0, at.1), [0, 0, 0, 255], "{at:?}");
    }
}

#[test]
fn without_margins_and_gaps_bare_axes_touch() {
    let mut fig = Figure::new();
    let mut axes = fig.subplots(1, 2);
    axes.margins(0.0, 0.0, 0.0, 0.0).spacing(0.0, 0.0);
    axes.iter_mut().for_each(|ax| {
        ax.set_axis_off(true);
    });
    let half = |x| Rect::new(x, 0.0, x + 320.0, 480.0);
    assert_eq!(frames(fig), [half(0.0), half(320.0)]);
}

#[test]
fn boxes_that_share_an_axis_with_a_picture_are_as_narrow() {
    let mut fig = Figure::new();
    let mut axes = fig.subplots(2, 1);
    axes.share_x();
    axes[(0, 0)].add(Line::new([0, 39], [0, 1]));
    let image = axes[(1, 0)].add(Image::new(vec![[1.0; 40]; 40]).vmin(0.0));
    axes[(1, 0)].colorbar(image);
    let found = frames(fig);
    assert_eq!((found[0].x0, found[0].x1), (found[1].x0, found[1].x1));
    assert!((found[1].width() - found[1].height()).abs() <= 1.0);

    // in rows likewise, and only those in the same row
    let mut fig = Figure::new();
    let mut axes = fig.subplots(2, 2);
    axes.share_y();
    axes[(0, 0)].add(Image::new([[1.0; 90]; 30]));
    axes[(0, 1)].add(Line::new([0, 1], [0, 29]));
    let found = frames(fig);
    assert_eq!((found[0].y0, found[0].y1), (found[1].y0, found[1].y1));
    assert!(found[2].height() > found[0].height());
}

#[test]
fn a_legend_in_a_corner_takes_the_band_that_leaves_more() {
    let usual = frames({
        let mut fig = Figure::new();
        fig.axes();
        fig
    })[0];
    let beside = |columns: usize| {
        let mut fig = Figure::new();
        let ax = fig.axes();
        for i in 0..5 {
            ax.add(Line::new([0, 1], [0, i]).label(format!("line {i}\nof\nfour\nrows")));
        }
        fig.set_legend(Legend::new().loc(Loc::UpperRight).columns(columns));
        let frame = frames(fig)[0];
        (frame.width() < usual.width(), frame.height() < usual.height())
    };
    assert_eq!((beside(1), beside(5)), ((true, false), (false, true)));
}

#[test]
fn legends_outside_stand_on_the_page_and_on_no_box() {
    let places = [
        ("outside upper left", Side::Top),
        ("outside lower center", Side::Bottom),
        ("outside center left", Side::Left),
        ("outside right lower", Side::Right),
    ];
    let legend = |loc: &str| Legend::new().loc(loc).entry((), "some words");
    for (loc, side) in places {
        for of_figure in [false, true] {
            let build = |has_legend: bool| {
                let mut fig = Figure::new();
                fig.set_size(900, 700).tight_layout();
                for ax in fig.subplots(2, 2).iter_mut() {
                    fill(ax);
                    if has_legend && !of_figure {
                        ax.set_legend(legend(loc)).add_legend(legend(loc));
                    }
                }
                if has_legend && of_figure {
                    fig.set_legend(legend(loc));
                }
                Renderer::portable(fig).unwrap()
            };
            let (with, without) = (build(true), build(false));
            let boxes = |renderer: &Renderer| renderer.placed().map(|p| p.0).collect::<Vec<_>>();
            let (with_boxes, usual) = (boxes(&with), boxes(&without));
            let size = if side.is_vertical() { Rect::width } else { Rect::height };
            let (now, before) = (size(&with_boxes[0]), size(&usual[0]));
            assert!(now < before - 10.0, "{loc}, {of_figure}: {now} of {before}");
            let page = page(&with);
            for (i, reach) in with.reaches().enumerate().take(4) {
                assert!(of_figure || is_on(page, reach), "{loc}: {reach:?} of axes {i}");
                for (j, other) in with_boxes.iter().enumerate().take(4).filter(|(j, _)| *j != i) {
                    let lies = reach.intersect(*other);
                    assert!(lies.is_zero_area(), "{loc}: {i} reaches onto {j}: {lies:?}");
                }
            }
        }
    }
}

#[test]
fn a_long_offset_takes_no_room_from_neighbours() {
    let widths = |limits: (f64, f64)| {
        let mut fig = Figure::new();
        for ax in fig.subplots(1, 4).iter_mut() {
            ax.set_xlim(limits.0, limits.1).set_ylim(0, 1);
        }
        frames(fig).iter().map(Rect::width).collect::<Vec<_>>()
    };
    assert_eq!(widths((0.0, 9.0)), widths((123_456_789_000.0, 123_456_789_009.0)));
}
