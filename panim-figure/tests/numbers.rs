//! Numbers and data may be of any type: the picture is the same.

#![allow(clippy::unwrap_used)]
#![allow(clippy::needless_borrows_for_generic_args)] // references are numbers too

use panim_figure::motion::{Ease, keyframes, playback};
use panim_figure::*;

fn picture(setup: impl FnOnce(&mut Figure)) -> Vec<u8> {
    let mut fig = Figure::new();
    fig.set_size(200, 150);
    setup(&mut fig);
    Renderer::new(fig).unwrap().draw().unwrap().to_vec()
}

#[test]
fn axes_take_every_kind_of_number() {
    let drawn = picture(|fig| {
        let mut grid = fig.grid(1, 1);
        grid.spacing(0, 0.25_f32).margins(0.2, 0, &0, 0.1_f32);
        let ax = grid.span(0, 0);
        ax.set_xlim(0, 10.0_f32).set_ylim(-1_i8, &2_u64).set_xmargin(0).set_ytick_size(8_usize);
        ax.set_xtick_rotation(45).set_title(Label::new("a").size(9).pad(3));
        ax.set_grid(Grid::new().width(1).alpha(1)).set_legend(Legend::new().size(7));
        ax.add(Line::new([0, 10], [0, 1]).width(2).marker('o').marker_size(4).alpha(1).zorder(3));
    });
    let plain = picture(|fig| {
        let mut grid = fig.grid(1, 1);
        grid.spacing(0.0, 0.25).margins(0.2, 0.0, 0.0, f64::from(0.1_f32));
        let ax = grid.span(0, 0);
        ax.set_xlim(0.0, 10.0).set_ylim(-1.0, 2.0).set_xmargin(0.0).set_ytick_size(8.0);
        ax.set_xtick_rotation(45.0).set_title(Label::new("a").size(9.0).pad(3.0));
        ax.set_grid(Grid::new().width(1.0).alpha(1.0)).set_legend(Legend::new().size(7.0));
        let line = Line::new([0.0, 10.0], [0.0, 1.0]).width(2.0).marker('o').marker_size(4.0);
        ax.add(line.alpha(1.0).zorder(3.0));
    });
    assert_eq!(drawn, plain);
}

#[test]
fn artists_take_every_kind_of_number() {
    let drawn = picture(|fig| {
        let ax = fig.axes();
        ax.add(VLine::new(3).width(2_u8));
        ax.add(HLine::new(&1));
        ax.add(Span::vertical(1, 2_i64).edge_width(1));
        ax.add(Text::new(1, 2, "words").size(9).rotation(90));
        ax.add(Annotation::new("here", (2, 2)).text_at((3, 1.5_f32)).arc(1).shrink(0));
        ax.add(Scatter::new(0..3, [0, 1, 2]).values([true, false, true]).vmin(0).vmax(1).size(9));
        ax.add(Image::new([[0, 1], [2, 3]]).extent([0, 4, 0, 3]).vmin(0).vmax(3_u16));
        ax.add(Stem::new([1], [1]).bottom(1).marker_size(3));
    });
    let plain = picture(|fig| {
        let ax = fig.axes();
        ax.add(VLine::new(3.0).width(2.0));
        ax.add(HLine::new(1.0));
        ax.add(Span::vertical(1.0, 2.0).edge_width(1.0));
        ax.add(Text::new(1.0, 2.0, "words").size(9.0).rotation(90.0));
        let words = Annotation::new("here", (2.0, 2.0)).text_at((3.0, 1.5)).arc(1.0).shrink(0.0);
        ax.add(words);
        let dots = Scatter::new([0.0, 1.0, 2.0], [0.0, 1.0, 2.0]).values([1.0, 0.0, 1.0]);
        ax.add(dots.vmin(0.0).vmax(1.0).size(9.0));
        let image = Image::new([[0.0, 1.0], [2.0, 3.0]]).extent([0.0, 4.0, 0.0, 3.0]);
        ax.add(image.vmin(0.0).vmax(3.0));
        ax.add(Stem::new([1.0], [1.0]).bottom(1.0).marker_size(3.0));
    });
    assert_eq!(drawn, plain);
}

#[test]
fn motion_takes_every_kind_of_number() {
    let way = keyframes([(0, 1.0), (2, 8.0)]).unwrap();
    assert_eq!(way.at(1), 4.5);
    assert_eq!(way.frames(30_u32).unwrap().len(), 61);
    assert_eq!(Ease::QuadOut.between(10, 20_u8, 0.5_f32), 17.5);
    assert!(playback(30, 1, 15.0, 4).unwrap().eq([0, 2]));
    assert_eq!(linspace(0, 1, 3), [0.0, 0.5, 1.0]);
    assert_eq!(format_date(0, "%F"), "1970-01-01");
    assert_eq!(Format::digits(1).text(2), "2.0");
    assert_eq!(Colormap::new("gray").at(1), Color::WHITE);
}

#[test]
fn points_are_columns_and_none_is_a_gap() {
    let line = Line::from_points([(0, 1.5), (1, 2.5)]);
    assert_eq!((line.x(), line.y()), (&[0.0, 1.0][..], &[1.5, 2.5][..]));
    let mut moved = Line::empty();
    assert!(moved.x().is_empty());
    moved.set_points(&vec![[3.0_f32, 4.0]]);
    assert_eq!((moved.x(), moved.y()), (&[3.0][..], &[4.0][..]));
    assert!(Line::new(0..2, [Some(1.0), None]).y()[1].is_nan());

    let columns = picture(|fig| {
        let ax = fig.axes();
        ax.add(Scatter::new([0, 1], [2, 3]));
        ax.add(Bars::new([0, 1], [2, 3]));
        ax.add(FillBetween::new([0, 1], [0, 1], [2, 3]));
        ax.add(ErrorBars::new([0, 1], [2, 3], [1, 1]));
        ax.add(Quiver::new([0], [1], [2], [3]));
        ax.add(Polygon::new([0, 1, 1], [0, 0, 1]));
        ax.add(Stem::new([0, 1], [2, 3]));
        ax.add(Trail::of([0, 1], [2, 3]));
    });
    let points = picture(|fig| {
        let ax = fig.axes();
        ax.add(Scatter::from_points([(0, 2), (1, 3)]));
        ax.add(Bars::from_points([(0, 2), (1, 3)]));
        ax.add(FillBetween::from_points([(0, 0, 2), (1, 1, 3)]));
        ax.add(ErrorBars::from_points([(0, 2, 1), (1, 3, 1)]));
        ax.add(Quiver::from_points([(0, 1, 2, 3)]));
        ax.add(Polygon::from_points([(0, 0), (1, 0), (1, 1)]));
        ax.add(Stem::from_points([(0, 2), (1, 3)]));
        ax.add(Trail::from_points([(0, 2), (1, 3)]));
    });
    assert_eq!(columns, points);
}

#[test]
fn a_mask_is_of_truths_or_numbers() {
    let masked = |area: FillBetween| {
        picture(|fig| {
            fig.axes().add(area);
        })
    };
    let area = || FillBetween::new(0..4, [0; 4], [1, 2, 3, 1]);
    let mask = [true, true, false, true];
    assert_eq!(masked(area().mask(&mask)), masked(area().mask(mask)));
    assert_eq!(masked(area().mask([1, 1, 0, 1])), masked(area().mask(mask)));
    assert_ne!(masked(area().mask(mask)), masked(area()));
}

#[test]
fn a_size_is_whole_pixels() {
    for (width, height, said) in [(640.5, 480.0, "640.5x480"), (-1.0, 480.0, "-1x480")] {
        let mut fig = Figure::new();
        fig.set_size(width, height);
        let error = Renderer::new(fig).err().unwrap().to_string();
        assert_eq!(error, format!("Figure, `set_size`: {said} are not whole numbers of pixels"));
    }
}

/// Every artist with data, without them at first and then with some; what it is given shows.
#[test]
fn artists_without_data_are_not_seen_until_they_have_some() {
    macro_rules! check {
        ($($artist:ident |$this:ident| $given:expr;)*) => {$({
            let mut fig = Figure::new();
            fig.set_size(100, 80);
            let ax = fig.axes();
            let room = SPACE.contains(&stringify!($artist));
            ax.set_projection(if room { Projection::ThreeD } else { Projection::Rectilinear });
            ax.set_xlim(-1, 3).set_ylim(-1, 3).set_zlim(-1, 3);
            let added = ax.add($artist::empty().label("later"));
            ax.legend();
            let mut renderer = Renderer::new(fig).expect(stringify!($artist));
            let without = renderer.draw().expect(stringify!($artist)).to_vec();
            {
                let mut frame = renderer.frame(0);
                let $this = &mut frame[added];
                $given;
            }
            assert!(renderer.draw().expect(stringify!($artist)) != without, stringify!($artist));
        })*};
    }
    const SPACE: [&str; 5] = ["Bars3D", "Line3D", "Scatter3D", "Surface", "Wireframe"];
    let (x, rows) = ([0, 1, 2], [[0, 1, 2], [1, 2, 0], [2, 0, 1]]);
    check! {
        Bars |this| this.set_data(x, x);
        Bars3D |this| this.set_data(x, x, x);
        BoxPlot |this| this.set_data(rows);
        Contour |this| this.set_data(x, x, rows);
        ContourFilled |this| this.set_data(x, x, rows);
        ErrorBars |this| this.set_data(x, x, x);
        FillBetween |this| this.set_data(x, [0; 3], x);
        Histogram |this| this.set_data(x);
        Image |this| this.set_data(rows);
        Line |this| this.set_data(x, x);
        Line3D |this| this.set_data(x, x, x);
        PColorMesh |this| this.set_data(x, x, rows);
        Pie |this| this.set_values(x);
        Polygon |this| this.set_data(x, [0, 1, 0]);
        Quiver |this| this.set_data(x, x, x, x);
        Scatter |this| this.set_data(x, x);
        Scatter3D |this| this.set_data(x, x, x);
        Stem |this| this.set_data(x, x);
        Streamlines |this| this.set_data(x, x, rows, rows);
        Surface |this| this.set_data(x, x, rows);
        Trail |this| this.set_data(x, x);
        Violin |this| this.set_data(rows);
        Wireframe |this| this.set_data(x, x, rows);
    }
}

/// What may be said of an artist before it has data is no mistake.
#[test]
fn artists_without_data_may_have_a_look_already() {
    let drawn = picture(|fig| {
        let ax = fig.axes();
        let lines = ax.add(Contour::empty().levels([1, 2]).labels(true));
        ax.add(ContourFilled::empty().levels([1, 2]).alpha(0.5));
        ax.add(Streamlines::empty().by_magnitude());
        ax.add(PColorMesh::empty().edge_color("red"));
        ax.add(Scatter::empty().cmap("plasma").vmin(0));
        ax.add(Histogram::empty().bins(Bins::Auto));
        ax.add(Image::empty().extent([0, 4, 0, 3]));
        ax.add(Violin::empty().widths([0; 0]).show_medians(true));
        ax.add(Pie::empty().percent(Format::percent(1)));
        fig.colorbar(lines);
    });
    assert_eq!(drawn.len(), 4 * 200 * 150);
}

#[test]
fn limits_are_two_numbers_or_a_range() {
    let mut fig = Figure::new();
    let ax = fig.axes();
    assert_eq!(ax.set_xlim(0_u8, 1.0).xlim(), (0.0, 1.0));
    assert_eq!(ax.set_xrange(0..2).xlim(), (0.0, 2.0));
    assert_eq!(ax.set_xrange(0.0..=3.0).xlim(), (0.0, 3.0));
    assert_eq!(ax.set_xrange((0, 4.0_f32)).xlim(), (0.0, 4.0));
    assert_eq!(ax.set_xrange([0, 5]).xlim(), (0.0, 5.0));
    ax.set_yrange((3, -1));
    ax.set_zrange(ax.ylim());
    assert_eq!((ax.ylim(), ax.zlim()), ((3.0, -1.0), (3.0, -1.0)));
}

#[test]
fn subplots_are_counted_walked_over_and_taken_apart() {
    let mut fig = Figure::new();
    let mut axes = fig.subplots(2, 3);
    axes[4].set_xlim(0, 4);
    assert_eq!(axes[(1, 1)].xlim(), (0.0, 4.0));
    for ax in &mut axes {
        ax.set_ylim(0, 7);
    }
    assert!(axes.iter().all(|ax| ax.ylim() == (0.0, 7.0)));
    assert_eq!((&axes).into_iter().count(), 6);
    for (i, ax) in axes.into_iter().enumerate() {
        ax.set_xlim(0, i + 1);
    }
    let [left, right] = fig.subplots(1, 2).array();
    left.set_xlim(0, 8);
    right.set_xlim(0, 9);
    let last: Vec<f64> = fig.subplots(1, 1).iter().map(|ax| ax.xlim().1).collect();
    assert_eq!(last, [1.0]);
}

#[test]
#[should_panic = "no axes 3 among 3 subplots, counted from 0"]
fn subplots_end_where_a_slice_would() {
    Figure::new().subplots(1, 3)[3].set_title("one too far");
}

#[test]
#[should_panic = "these subplots are 3 axes, not 2"]
fn subplots_come_apart_as_many() {
    let mut fig = Figure::new();
    let [_, _] = fig.subplots(1, 3).array();
}
