//! Nothing is cut and nothing lies on anything else, whatever stands around the axes, and boxes
//! are in line.

#![allow(clippy::unwrap_used)]

mod random;

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
    check("twins", fig);
}

#[test]
fn colorbars_on_every_side_are_clear() {
    for side in [Side::Left, Side::Right, Side::Top, Side::Bottom] {
        for tight in [false, true] {
            let mut fig = Figure::new();
            fig.set_size(1000, 800);
            if tight {
                fig.tight_layout();
            }
            let mut axes = fig.subplots(2, 2);
            let points: Vec<_> = axes.iter_mut().map(fill).collect();
            let (all, right) = (axes.handles(), [axes[(0, 1)].handle(), axes[(1, 1)].handle()]);
            let bar = || Colorbar::new().location(side).label("values").extend(Extend::Both);
            fig.add_colorbar(points[0], bar());
            fig.add_colorbar(points[1], bar().ax(right).shrink(0.7).aspect(10.0));
            fig.add_colorbar(points[2], bar().ax(all).pad(0.1));
            let renderer = Renderer::portable(fig).unwrap();
            assert_clear(&format!("{side:?}, tight: {tight}"), &renderer);
            let frames: Vec<Rect> = renderer.placed().map(|(frame, _)| frame).collect();
            assert_in_line(&renderer);
            let all = frames[..4].iter().copied().reduce(|a, b| a.union(b)).unwrap();
            let bar = frames[6];
            match side {
                Side::Left | Side::Right => {
                    assert_eq!((bar.y0, bar.y1), (all.y0, all.y1), "{side:?}");
                }
                Side::Top | Side::Bottom => {
                    assert_eq!((bar.x0, bar.x1), (all.x0, all.x1), "{side:?}");
                }
            }
        }
    }
}

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
fn colorbars_in_pictures_of_all_sizes_have_a_place() {
    let sides = [Side::Left, Side::Right, Side::Top, Side::Bottom];
    for (size, side) in [1, 2, 7, 20, 50, 90].into_iter().flat_map(|n| sides.map(|side| (n, side)))
    {
        for aspect in [None, Some(0.1), Some(1000.0)] {
            let mut fig = Figure::new();
            fig.set_size(size, size);
            fig.set_title("title");
            let mut axes = fig.subplots(2, 2);
            let dots: Vec<_> = axes.iter_mut().map(fill).collect();
            let all = axes.handles();
            let mut bar = Colorbar::new().location(side).label("values").extend(Extend::Both);
            if let Some(aspect) = aspect {
                bar = bar.aspect(aspect).pad(1.0);
            }
            fig.add_colorbar(dots[0], bar.clone());
            fig.add_colorbar(dots[1], bar.clone().shrink(0.01));
            fig.add_colorbar(dots[2], bar.ax(all));
            let mut renderer = Renderer::portable(fig).unwrap();
            assert!(renderer.placed().all(|(frame, _)| frame.is_finite() && frame.area() >= 1.0));
            renderer.draw().unwrap();
        }
    }
}

#[test]
fn long_labels_of_colorbars_move_nothing_along_them() {
    let fig = |label: &str| {
        let mut fig = Figure::new();
        let mut axes = fig.subplots(2, 2);
        let dots = Scatter::new([0, 1], [0, 1]).values([1.0, 2.0]);
        let dots = [axes[(0, 0)].add(dots.clone()), axes[(0, 1)].add(dots)];
        fig.add_colorbar(dots[0], Colorbar::new().label(label));
        fig.add_colorbar(dots[1], Colorbar::new().horizontal().label(label));
        frames(fig)
    };
    assert_eq!(fig(LONG), fig("v"));
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
fn a_colorbar_narrows_its_column_alike() {
    let mut fig = Figure::new();
    let mut axes = fig.subplots(2, 1);
    axes.share_x();
    axes[(0, 0)].add(Line::new([0, 1], [0, 1]));
    let dots = axes[(1, 0)].add(Scatter::new([0, 1], [0, 1]).values([0.0, 1.0]));
    axes[(1, 0)].colorbar(dots);
    let frames = frames(fig);
    assert_eq!((frames[0].x0, frames[0].x1), (frames[1].x0, frames[1].x1));
    assert!(frames[2].x0 > frames[1].x1);
}

#[test]
fn a_colorbar_stands_in_what_the_aspect_of_its_axes_leaves_free() {
    let grid = |with_bar: bool| {
        let mut fig = Figure::new();
        let mut axes = fig.subplots(2, 2);
        let image = axes[0].add(Image::new([[0.0, 1.0], [2.0, 3.0]]));
        if with_bar {
            axes[0].add_colorbar(image, Colorbar::new().ticks([0, 3]));
        }
        let renderer = Renderer::portable(fig).unwrap();
        assert_in_line(&renderer);
        assert_clear("an image", &renderer);
        renderer.placed().map(|(frame, _)| frame).collect::<Vec<Rect>>()
    };
    let (without, with) = (grid(false), grid(true));
    assert_eq!(without[1..], with[1..4]);
    let bar = with[4];
    assert_eq!(with[0].size(), without[0].size());
    assert!(with[0].x0 >= with[2].x0 && bar.x1 < with[2].x1, "{with:?}");
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
fn a_colorbar_may_fill_a_place_of_the_grid_or_an_inset() {
    let mut fig = Figure::new();
    let mut grid = fig.grid(1, 2);
    grid.width_ratios([15, 1]);
    let image = grid.span(0, 0).add(Image::new([[0.0, 1.0]]));
    let place = grid.span(0, 1).handle();
    let of = grid.span(0, 0).handle();
    let inset = fig.inset(of, [0.1, 0.1, 0.5, 0.05]).handle();
    assert_eq!(fig.add_colorbar(image, Colorbar::new().cax(place)), place);
    fig.add_colorbar(image, Colorbar::new().cax(inset).location(Side::Top));
    let count = fig.axes.len();
    let frames = frames(fig);
    assert_eq!(count, 4);
    assert!(frames[1].width() < 40.0 && frames[1].height() > 300.0);
}

#[test]
fn a_colorbar_of_a_twins_artist_stands_beside_both() {
    let mut fig = Figure::new();
    let ax = fig.axes().handle();
    let twin = fig.twin_x(ax);
    let dots = twin.set_ylabel("right").add(Scatter::new([0, 1], [0, 1]).values([0.0, 1.0]));
    twin.colorbar(dots);
    check("a twin's", fig);
}

#[test]
fn colorbars_that_cannot_be_are_refused() {
    let refused = |build: fn(&mut Figure, Handle<Scatter>)| {
        let mut fig = Figure::new();
        let dots = fig.axes().add(Scatter::new([0, 1], [0, 1]).values([0.0, 1.0]));
        build(&mut fig, dots);
        Renderer::portable(fig).err().expect("refused").to_string()
    };
    let message = refused(|fig, dots| {
        fig.add_colorbar(dots, Colorbar::new().shrink(0.0));
    });
    assert!(message.starts_with("Colorbar, `shrink`: 0 is not a fraction"), "{message}");
    let message = refused(|fig, dots| {
        fig.add_colorbar(dots, Colorbar::new().aspect(f64::NAN));
    });
    assert!(message.starts_with("Colorbar, `aspect`: NaN is not"), "{message}");
    let message = refused(|fig, dots| {
        fig.add_colorbar(dots, Colorbar::new().pad(-0.1));
    });
    assert!(message.starts_with("Colorbar, `pad`: -0.1 is not"), "{message}");
    let message = refused(|fig, dots| {
        let other = fig.grid(1, 1).span(0, 0).handle();
        let own = fig.axes().handle();
        fig.add_colorbar(dots, Colorbar::new().ax([own, other]));
    });
    assert!(message.starts_with("Colorbar, `ax`: the axes are in different grids"), "{message}");
    let message = refused(|fig, dots| {
        let bar = fig.colorbar(dots);
        fig.add_colorbar(dots, Colorbar::new().cax(bar));
    });
    assert!(message.starts_with("Colorbar, `cax`: is a colorbar already"), "{message}");
}

#[test]
fn a_colorbar_in_update_is_refused_in_its_frame_alone() {
    let mut fig = Figure::new();
    let ax = fig.axes();
    let dots = ax.add(Scatter::new([0, 1], [0, 1]).values([0.0, 1.0]));
    let ax = ax.handle();
    let mut renderer = Renderer::portable(fig).unwrap();
    renderer.frame(0)[ax].colorbar(dots);
    let message = renderer.draw().expect_err("refused").to_string();
    assert!(message.starts_with("Axes, `add_colorbar`: colorbars are added only in #[setup]"));
    renderer.frame(1)[ax].set_title("fine");
    assert!(renderer.draw().is_ok());
}

#[test]
fn labels_stay_on_the_page_when_ticks_get_wider() {
    let wide = |ax: &mut Axes| {
        ax.set_ylim(-1.234_567e8, 1.234_567e8).set_yformat(|v| format!("{v:.4} per second"));
        ax.set_xformat(|v| format!("{v:.9}"));
        ax.set_title(LONG);
    };
    for far in [false, true] {
        let mut fig = Figure::new();
        fig.tight_layout();
        let ax = fig.axes().set_xlabel("x").set_ylabel("the y label").set_title("title");
        let dots = ax.add(Scatter::new([0, 1], [0, 1]).values([0.0, 1.0]));
        ax.colorbar(dots);
        (ax.state.y.far, ax.state.x.far) = (far, far);
        let ax = ax.handle();
        let mut renderer = Renderer::portable(fig).unwrap();
        assert_on_page("setup", &renderer);
        let page = page(&renderer);
        let mut frame = renderer.frame(7);
        wide(&mut frame[ax]);
        frame[dots].set_vmax(1e-5 + 1e-12).set_vmin(1e-5);
        renderer.figure.follow().unwrap();
        let words = renderer.moved_words();
        assert!(words.len() > 10);
        for word in words.iter().filter(|word| word.width() < page.width()) {
            assert!(is_on(page, *word), "far: {far}, {word:?}");
        }
    }
}

#[test]
fn labels_of_discs_and_of_boxes_in_space_stay_on_the_page() {
    for projection in [Projection::Polar, Projection::ThreeD] {
        let mut fig = Figure::new();
        fig.tight_layout();
        let ax = fig.axes().set_projection(projection).set_title("title").set_xlabel("x");
        ax.set_ylabel("y").set_zlabel("z");
        let ax = ax.handle();
        let mut renderer = Renderer::portable(fig).unwrap();
        let page = page(&renderer);
        let mut frame = renderer.frame(3);
        let ax = &mut frame[ax];
        ax.set_xformat(|v| format!("{v:.20}")).set_yformat(|v| format!("{v:.20}"));
        ax.set_zformat(|v| format!("{v:.20}")).set_title(LONG);
        for word in renderer.moved_words() {
            let fits = word.width() < page.width() && word.height() < page.height();
            assert!(!fits || is_on(page, word), "{projection:?}: {word:?}");
        }
    }
}

#[test]
fn of_words_longer_than_the_page_the_beginning_is_seen() {
    let mut fig = Figure::new();
    fig.set_size(200, 150);
    fig.axes().set_title(LONG).set_ylabel(LONG);
    let renderer = Renderer::portable(fig).unwrap();
    let words = renderer.placed().next().unwrap().1.words.clone();
    assert!(words.iter().any(|word| word.width() > 200.0 && word.x0 == 0.0));
    assert!(words.iter().any(|word| word.height() > 150.0 && word.y1 == 150.0));
}

#[test]
fn a_title_is_clear_of_the_offsets_of_twins() {
    let mut fig = Figure::new();
    let ax =
        fig.axes().set_title("A title that is as wide as the box that stands under it, and wider");
    ax.add(Line::new([0.0, 1.0], [0.0, 2e-7]));
    let axes = ax.handle();
    fig.twin_x(axes).add(Line::new([0.0, 1.0], [0.0, 1e6]));
    let renderer = Renderer::portable(fig).unwrap();
    let words: Vec<Rect> =
        renderer.placed().flat_map(|(_, decorations)| decorations.words.clone()).collect();
    for (i, word) in words.iter().enumerate() {
        let over = words[i + 1..].iter().find(|other| !other.intersect(*word).is_zero_area());
        assert_eq!(over, None, "on {word:?}");
    }
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

/// Figures whose labels have the least room that layouts leave, and the axes that a frame changes.
fn cramped() -> Vec<(&'static str, Figure, Vec<Handle<Axes>>)> {
    let single = |tight: bool, far: bool| {
        let mut fig = Figure::new();
        if tight {
            fig.tight_layout();
        }
        let ax = fig.axes().set_xlabel("the x label").set_ylabel("the y label").set_title("title");
        ax.state.y.far = far;
        let ax = ax.handle();
        (fig, vec![ax])
    };
    let panels = |which: usize| {
        let mut fig = Figure::new();
        fig.tight_layout();
        let mut axes = fig.subplots(1, 2);
        for ax in &mut axes {
            ax.set_ylabel("the y label").set_title("title");
        }
        let ax = axes[which].handle();
        (fig, vec![ax])
    };
    let twin = || {
        let (mut fig, ax) = single(true, false);
        let twin = fig.twin_x(ax[0]).set_ylabel("the other label").handle();
        (fig, vec![twin])
    };
    let bar = |fig: &mut Figure, ax: Handle<Axes>| {
        let image = fig[ax].add(Image::new([[0.0, 1.0]]));
        let bar = fig.add_colorbar(image, Colorbar::new().label("the values"));
        fig[ax].set_ylim(0, 1).set_aspect(Aspect::Auto);
        bar
    };
    let with_bar = |of_bar: bool| {
        let (mut fig, ax) = single(true, false);
        let bar = bar(&mut fig, ax[0]);
        (fig, if of_bar { vec![bar] } else { ax })
    };
    let all = || {
        let (mut fig, left) = panels(0);
        let bar = bar(&mut fig, left[0]);
        let all = vec![left[0], fig.axes[1].handle(), bar];
        (fig, all)
    };
    let named = [
        ("default", single(false, false)),
        ("tight", single(true, false)),
        ("at the right", single(true, true)),
        ("left panel", panels(0)),
        ("right panel", panels(1)),
        ("twin", twin()),
        ("beside a colorbar", with_bar(false)),
        ("colorbar", with_bar(true)),
        ("all", all()),
    ];
    named.into_iter().map(|(name, (fig, axes))| (name, fig, axes)).collect()
}

#[test]
fn axis_labels_keep_off_tick_labels_that_get_wider() {
    for (name, fig, axes) in cramped() {
        let mut renderer = Renderer::portable(fig).unwrap();
        renderer.frame(0);
        renderer.draw().unwrap();
        let count =
            renderer.placed().map(|(_, decorations)| decorations.words.len()).sum::<usize>();
        for step in 0..60 {
            let high = 10_f64.powf(0.2 * step as f64);
            for low in [0.0, -high] {
                let mut frame = renderer.frame(step + 1);
                axes.iter().for_each(|ax| _ = frame[*ax].set_ylim(low, high));
                let page = page(&renderer);
                let words: Vec<Vec<Rect>> = renderer.words();
                for (i, word) in words.concat().into_iter().enumerate() {
                    assert!(is_on(page, word), "{name}, {low} to {high}: {word:?} leaves the page");
                    let lies = words.concat().into_iter().skip(i + 1).find(|other| {
                        let common = other.intersect(word);
                        common.width() > 0.5 && common.height() > 0.5
                    });
                    assert!(lies.is_none(), "{name}, {low} to {high}: {word:?} lies on {lies:?}");
                }
                // all labels are there: as many words as in setup, but for ticks and what they share
                assert!(words.concat().len() + 9 > count, "{name}");
                renderer.draw().unwrap();
                let warnings = renderer.take_warnings();
                assert!(warnings.is_empty(), "{name}, {low} to {high}: {warnings:?}");
            }
        }
    }
}

#[test]
fn tick_labels_that_leave_no_room_are_seen_rather_than_the_axis_label() {
    for (digits, are_both) in [(1, true), (12, false)] {
        let mut fig = Figure::new();
        fig.tight_layout();
        let ax = fig.axes().set_ylabel("the y label").handle();
        let mut renderer = Renderer::portable(fig).unwrap();
        let before = renderer.words().concat().len();
        renderer.frame(0)[ax].set_yformat(crate::Format::digits(digits));
        let words = renderer.words().concat();
        assert_eq!(words.len() == before, are_both, "{digits}");
        renderer.draw().unwrap();
        let warnings = renderer.take_warnings();
        assert_eq!(warnings.is_empty(), are_both, "{warnings:?}");
        if let [warning] = &*warnings {
            assert!(warning.to_string().starts_with("Axes, `set_ylabel`: left out"), "{warning}");
        }
        renderer.frame(1)[ax].set_yformat(crate::Format::digits(digits));
        renderer.draw().unwrap();
        assert!(renderer.take_warnings().is_empty());
    }
}
