//! Numbers and data may be of any type: the picture is the same.

#![allow(clippy::needless_borrows_for_generic_args)] // references are numbers too

use panim_figure::motion::{Ease, keyframes, playback};
use panim_figure::*;
use std::{
    fs,
    path::{Path, PathBuf},
};

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
        ax.add(Text::new((1, 2), "words").size(9).rotation(90));
        ax.add(Annotation::new("here", (2, 2)).xytext((3, 1.5_f32)).arc(1).shrink(0));
        ax.add(Scatter::new(0..3, [0, 1, 2]).values([true, false, true]).vmin(0).vmax(1).size(9));
        ax.add(Image::new([[0, 1], [2, 3]]).extent([0, 4, 0, 3]).vmin(0).vmax(3_u16));
        ax.add(Stem::new([1], [1]).bottom(1).marker_size(3));
    });
    let plain = picture(|fig| {
        let ax = fig.axes();
        ax.add(VLine::new(3.0).width(2.0));
        ax.add(HLine::new(1.0));
        ax.add(Span::vertical(1.0, 2.0).edge_width(1.0));
        ax.add(Text::new((1.0, 2.0), "words").size(9.0).rotation(90.0));
        let words = Annotation::new("here", (2.0, 2.0)).xytext((3.0, 1.5)).arc(1.0).shrink(0.0);
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
        ax.add(Trail::new([0, 1], [2, 3]));
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

/// Whatever takes a number takes every number, and so with data and colours: the signatures of
/// all that is public say so.
#[test]
fn no_argument_asks_for_one_type_of_number() {
    fn files(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    /// What stands between the first parenthesis and the one that closes it.
    fn arguments(text: &str) -> &str {
        let start = text.find('(').map_or(text.len(), |at| at + 1);
        let mut depth = 1;
        let end = text[start..].find(|letter| {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            depth == 0
        });
        &text[start..end.map_or(text.len(), |end| start + end)]
    }
    // a constant may be made of it
    const ALLOWED: [&str; 1] = ["red: u8, green: u8, blue: u8, alpha: f64"];
    let narrow =
        [": f64", ": f32", ": [f64", ": &[f64", ": Vec<f64", ": (f64", ": (u8", ": Color,"];
    let (mut found, mut wrong, mut seen) = (Vec::new(), Vec::new(), 0);
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    for file in found {
        let text = fs::read_to_string(&file).unwrap();
        for opening in ["pub fn ", "pub const fn ", " / set_"] {
            for (at, _) in text.match_indices(opening) {
                let arguments = arguments(&text[at..]);
                let listed = format!("{arguments},");
                seen += 1;
                if narrow.iter().any(|narrow| listed.contains(narrow))
                    && !ALLOWED.contains(&arguments)
                {
                    wrong.push(format!("{}: {arguments}", file.display()));
                }
            }
        }
    }
    assert!(seen > 400, "{seen}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The numbers of every artist, as whole ones, and its colours, as numbers.
#[test]
fn every_property_of_every_artist_takes_whole_numbers() {
    let (x, rows, gray) = ([0, 1, 2], [[0, 1, 2], [1, 2, 0], [2, 0, 1]], (0.5, 0.5, 0.5));
    let drawn = picture(|fig| {
        let ax = fig.axes();
        let words = Annotation::new("a", (0, 0)).xytext((1, 1)).arrow_color(gray).arrow_width(1);
        ax.add(words.arc(0).shrink(1).color(gray).size(9).rotation(0));
        let bars = Bars::new(x, x).width(1).bottom([0; 3]).colors([gray]).errors([1; 3]);
        let bars = bars.error_color(gray).error_width(1).cap_size(3).value_label_size(8);
        ax.add(bars.value_label_color(gray).edge_color(gray).edge_width(1));
        let boxes = BoxPlot::new(rows).whiskers(1).edge_color(gray).edge_width(1).width(1);
        let boxes = boxes.median_color(gray).median_width(1).mean_color(gray).outlier_size(3);
        ax.add(boxes.positions([1, 2, 3]).widths([1; 3]).colors([gray]));
        ax.add(Contour::new(x, x, rows).levels([1, 2]).color(gray).width(1).label_size(9));
        ax.add(Contour::new(x, x, rows).widths([1, 2]).colors([gray]).vmin(0).vmax(2));
        ax.add(ContourFilled::new(x, x, rows).levels([0, 1]).colors([gray]));
        let errors = ErrorBars::new(x, x, x).color(gray).width(1).cap_size(3).marker('o');
        ax.add(errors.marker_size(3));
        ax.add(FillBetween::new(x, [0; 3], x).color(gray).edge_width(1).mask([1, 1, 0]));
        ax.add(Histogram::new(x).range(0, 3).bins([0, 1, 3]).weights([1, 2, 3]).color(gray));
        ax.add(HLine::new(1).color(gray).width(1));
        ax.add(VLine::new(1).color(gray).width(1));
        ax.add(Image::new(rows).extent([0, 3, 0, 3]).vmin(0).vmax(2).alpha(1).zorder(0));
        let line = Line::new(x, x).color(gray).width(1).marker('o').marker_size(3);
        ax.add(line.marker_color(gray));
        ax.add(PColorMesh::new(x, x, rows).edge_color(gray).edge_width(1).vmin(0).vmax(2));
        let pie = Pie::new(x).explode([0; 3]).start_angle(90).radius(1).hole(0).colors([gray]);
        let pie = pie.edge_color(gray).edge_width(1).label_distance(1).label_size(9);
        let pie = pie.label_color(gray).percent_distance(1).percent_size(8).percent_color(gray);
        ax.add(pie.labels(["a", "b", "c"]));
        ax.add(Polygon::new(x, [0, 1, 0]).color(gray).edge_color(gray).edge_width(1));
        let arrows = Quiver::new(x, x, x, x).color(gray).scale(10).width(1).head_width(3);
        ax.add(arrows.head_length(5).head_axis_length(4).key(At::Axes(1.0, 1.0), 2, "two"));
        ax.add(Quiver::new(x, x, x, x).values(x).vmin(0).vmax(2));
        let dots = Scatter::new(x, x).sizes([9, 16, 25]).colors([gray]).edge_color(gray);
        ax.add(dots.edge_width(1));
        ax.add(Scatter::new(x, x).size(9).values(x).vmin(0).vmax(2));
        ax.add(Span::horizontal(0, 1).color(gray).edge_width(1));
        ax.add(Stem::new(x, x).color(gray).width(1).bottom(0).base_color(gray).marker_size(3));
        let lines = Streamlines::new(x, x, rows, rows).values(rows).widths(rows).density(1);
        let lines = lines.min_length(0).max_length(4).start_points([(1, 1)]).arrow_size(1);
        ax.add(lines.vmin(0).vmax(2));
        ax.add(Streamlines::new(x, x, rows, rows).color(gray).width(1));
        ax.add(
            Text::new((1, 1), "a").color(gray).size(9).rotation(0).boxed(
                TextBox::new().color(gray).edge_color(gray).edge_width(1).padding(1).alpha(1),
            ),
        );
        let mut stamp = Timestamp::new(Loc::UpperLeft).size(9).color(gray);
        stamp.set_time(1);
        ax.add(stamp);
        let trail =
            TracedPath::new(|t| (t, 0)).length(1).since(0).color(gray).width(2).tail_width(1);
        ax.add(trail.tail_alpha(0).marker('o').marker_size(3).marker_color(gray));
        let violins = Violin::new(rows).body_alpha(1).line_color(gray).line_width(1).width(1);
        ax.add(violins.positions([1, 2, 3]).color(gray));
    });
    let in_space = picture(|fig| {
        let ax = fig.axes().set_projection(Projection::ThreeD).set_view(30, -60);
        ax.add(Bars3D::new(x, x, [1, 2, 3]).width(1).depth(1).bottom([0; 3]).colors([gray]));
        ax.add(Line3D::new(x, x, x).color(gray).width(1));
        ax.add(Scatter3D::new(x, x, x).size(9).color(gray).edge_width(1));
        ax.add(Surface::new(x, x, rows).cmap("jet").vmin(0).vmax(2).edge_width(1));
        ax.add(Wireframe::new(x, x, rows).color(gray).width(1));
        ax.set_zlim(0, 3).set_zticks([0, 3]).set_zmargin(0).set_ztick_size(8);
    });
    assert_ne!(drawn, in_space);
}
