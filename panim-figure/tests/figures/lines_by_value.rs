//! A line by value is the plain line, in other colours: of one colour the two are the same.

use crate::seams::{drawn, drawn_on, knot};
use panim_figure::*;
use resvg::{tiny_skia, usvg};
use std::{f64::consts::TAU, fs, path::Path};

fn styles() -> impl Iterator<Item = LineStyle> {
    let own = [vec![0.3, 0.4], vec![2.0, 0.5, 5.0]].map(LineStyle::Dashes);
    let named = [LineStyle::Solid, LineStyle::Dashed, LineStyle::DashDot, LineStyle::Dotted];
    named.into_iter().chain(own)
}

/// The largest difference of two pictures in any pixel, and the mean of all pixels.
fn difference(one: &Picture, other: &Picture) -> (u8, f64) {
    let apart = one.rgba().iter().zip(other.rgba()).map(|(a, b)| a.abs_diff(*b));
    let sum: f64 = apart.clone().map(f64::from).sum();
    (apart.max().unwrap(), sum / f64::from(one.width() * one.height()))
}

/// A colormap of one colour, and that.
fn one_color() -> (Colormap, Color) {
    let color = Color::rgb(33, 145, 140);
    (Colormap::from_colors([color, color]), color)
}

/// Points in data coordinates of 100 pixels, by what they form.
fn forms() -> Vec<(&'static str, Vec<f64>, Vec<f64>)> {
    let form = |name, points: Vec<(f64, f64)>| {
        let (x, y) = points.into_iter().unzip();
        (name, x, y)
    };
    let spiral = |i: i32| {
        let t = f64::from(i) / 15.0;
        (2.0 + 0.09 * t * t.cos(), 1.5 + 0.09 * t * t.sin())
    };
    // corners of a right angle, closer to each other than wide lines are wide
    let stair = |i: i32| (0.4 + 0.05 * f64::from(i / 2), 0.4 + 0.05 * f64::from((i + 1) / 2));
    let (x, y) = knot(true);
    vec![
        form("straight", vec![(0.4, 0.6), (3.1, 2.2)]),
        ("knot", x, y),
        form("spiral", (0..240).map(spiral).collect()),
        form("stairs", (0..60).map(stair).collect()),
    ]
}

#[test]
fn lines_of_one_value_are_as_plain_ones() {
    let (map, color) = one_color();
    for (number, style) in styles().enumerate() {
        for (form, x, y) in &forms() {
            for (width, alpha) in [(0.4, 1.0), (1.5, 1.0), (9.0, 0.5)] {
                let line = || Line::new(x, y).width(width).style(style.clone()).alpha(alpha);
                let plain = drawn(|ax| _ = ax.add(line().color(color)));
                let one = match number % 2 {
                    0 => line().values(vec![1.5; x.len()]).cmap(&map),
                    _ => line().color(color).widths(vec![width; x.len()]),
                };
                // points that a plain line leaves out are there
                let many = line().values(0..x.len()).cmap(&map);
                for (what, other, most) in [("one", one, (2, 0.05)), ("many", many, (16, 0.2))] {
                    let (worst, mean) = difference(&plain, &drawn(|ax| _ = ax.add(other)));
                    assert!(
                        worst <= most.0 && mean < most.1,
                        "{what} {form} {width} {style:?} {alpha}: {worst}, {mean}"
                    );
                }
            }
        }
    }
}

#[test]
fn dashes_of_wide_widths_end_where_those_of_the_line_do() {
    for (form, x, y) in &forms() {
        let wide = Line::new(x, y).style("--").width(1.5).widths(vec![12.0; x.len()]);
        let pattern = [3.7, 1.6].map(|length| length * 1.5 / 12.0);
        let plain = Line::new(x, y).style(LineStyle::Dashes(pattern.into())).width(12);
        let [wide, plain] = [wide, plain].map(|line| drawn(|ax| _ = ax.add(line.color("C0"))));
        let (worst, mean) = difference(&plain, &wide);
        assert!(worst <= 2 && mean < 0.05, "{form}: {worst}, {mean}");
    }
}

#[test]
fn lines_of_one_value_in_space_and_on_polar_axes_and_in_families_are_as_plain_ones() {
    let (map, color) = one_color();
    let t = linspace(0.0, 2.0 * TAU, 300);
    let of = |f: fn(f64) -> f64| t.iter().map(move |t| f(*t)).collect::<Vec<_>>();
    for (style, alpha) in styles().flat_map(|style| [(style.clone(), 1.0), (style, 0.5)]) {
        let case = format!("{style:?} {alpha}");
        let helix = || Line3D::new(of(f64::cos), of(f64::sin), &t).style(style.clone());
        let space = |line: Line3D| {
            drawn(|ax| _ = ax.set_projection(Projection::ThreeD).add(line.width(3).alpha(alpha)))
        };
        let valued = helix().values(vec![1.5; 300]).cmap(&map);
        let (worst, mean) = difference(&space(helix().color(color)), &space(valued));
        assert!(worst <= 2 && mean < 0.05, "in space, {case}: {worst}, {mean}");

        let turns = || Line::new(&t, of(|t| 0.3 + 0.1 * t)).style(style.clone());
        let round = |ax: &mut Axes| _ = ax.set_projection(Projection::Polar);
        let polar = |line: Line| drawn_on(round, |ax| _ = ax.add(line.width(3).alpha(alpha)));
        let valued = turns().values(vec![1.5; 300]).cmap(&map);
        let (worst, mean) = difference(&polar(turns().color(color)), &polar(valued));
        // within a circle plain lines are painted by another raster
        assert!(worst <= 24 && mean < 0.2, "polar, {case}: {worst}, {mean}");

        let x = of(|t| t / 3.5);
        let rows = (0..5).map(|i| t.iter().map(move |t| 1.5 + (t + f64::from(i)).sin()));
        let family = Lines::rows(x, rows.map(Iterator::collect::<Vec<_>>)).style(style);
        let family = || family.clone().width(3).alpha(alpha);
        let plain = drawn(|ax| _ = ax.add(family().color(color)));
        let valued = drawn(|ax| _ = ax.add(family().values([1.5; 5]).cmap(&map)));
        assert!(plain == valued, "families, {case}");
    }
}

#[test]
fn trails_that_do_not_fade_are_lines_with_round_ends() {
    let (map, color) = one_color();
    let (x, y) = knot(false);
    for alpha in [1.0, 0.5] {
        let trail = || Trail::new(&x, &y).tail_alpha(1).width(5).alpha(alpha);
        let plain = drawn(|ax| _ = ax.add(trail().color(color)));
        let valued = trail().values(vec![1.5; x.len()]).cmap(&map);
        assert!(plain == drawn(|ax| _ = ax.add(valued)), "{alpha}");
        // which begins where it ends
        let line = Line::new(&x, &y).width(5).color(color).alpha(alpha);
        let (worst, mean) = difference(&plain, &drawn(|ax| _ = ax.add(line)));
        assert!(worst <= 16 && mean < 0.2, "{alpha}: {worst}, {mean}");
    }
}

/// What another raster shows of a picture's file of shapes.
fn as_svg(name: &str, picture: &Picture) -> Picture {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(folder).unwrap();
    let file = folder.join(format!("{name}.svg"));
    picture.save_svg(&file).unwrap();
    let tree = usvg::Tree::from_data(&fs::read(&file).unwrap(), &usvg::Options::default()).unwrap();
    fs::remove_file(file).unwrap();
    let mut shown = tiny_skia::Pixmap::new(picture.width(), picture.height()).unwrap();
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut shown.as_mut());
    Picture::new(picture.width(), picture.height(), shown.take())
}

#[test]
fn files_of_lines_of_one_value_show_what_those_of_plain_ones_do() {
    let (map, color) = one_color();
    for (number, style) in styles().take(4).enumerate() {
        for (form, x, y) in &forms() {
            let alpha = [1.0, 0.5][number % 2];
            let line = || Line::new(x, y).width(4).style(style.clone()).alpha(alpha);
            let valued = drawn(|ax| _ = ax.add(line().values(vec![1.5; x.len()]).cmap(&map)));
            let plain = drawn(|ax| _ = ax.add(line().color(color)));
            let [plain, valued] = [plain, valued].map(|picture| as_svg("one_value", &picture));
            let (worst, mean) = difference(&plain, &valued);
            // lengths of dashes are written in short
            assert!(worst <= 60 && mean < 0.3, "{form} {style:?} {alpha}: {worst}, {mean}");
        }
    }
}
