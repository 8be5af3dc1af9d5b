//! Where colorbars stand, and what they leave to their axes.

use super::*;

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
