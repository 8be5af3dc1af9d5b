//! Where areas meet, nothing of what lies below shines through, and nothing is darker.

use panim_figure::*;
use std::f64::consts::TAU;

/// A picture of about 100 pixels to a unit, from (0, 0) to (4, 3), with nothing but the artists.
pub(crate) fn drawn(build: impl FnOnce(&mut Axes)) -> Picture {
    drawn_on(flat, build)
}

fn flat(ax: &mut Axes) {
    ax.set_xlim(0.0, 4.0);
}

pub(crate) fn drawn_on(prepare: impl FnOnce(&mut Axes), build: impl FnOnce(&mut Axes)) -> Picture {
    let mut fig = Figure::new();
    fig.set_size(413, 309);
    fig.grid(1, 1).margins(0.0, 0.0, 0.0, 0.0);
    let ax = fig.axes();
    ax.set_axis_off(true).set_ylim(0.0, 3.0);
    prepare(ax);
    build(ax);
    Renderer::portable(fig).unwrap().picture().unwrap()
}

/// The pixels whose whole neighbourhood is covered: not white, and none beside them.
fn inner(picture: &Picture) -> Vec<[u8; 3]> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let at = |x: usize, y: usize| {
        let pixel = &picture.rgba()[(y * width + x) * 4..];
        [pixel[0], pixel[1], pixel[2]]
    };
    // an edge to white has white within three pixels; a seam has none
    let is_inner = |x: usize, y: usize| {
        let around = (y - 3..=y + 3).flat_map(|y| (x - 3..=x + 3).map(move |x| (x, y)));
        around.into_iter().all(|(x, y)| at(x, y) != [255; 3])
    };
    let all = (3..height - 3).flat_map(|y| (3..width - 3).map(move |x| (x, y)));
    all.filter(|&(x, y)| is_inner(x, y)).map(|(x, y)| at(x, y)).collect()
}

/// Draws areas of one colour that meet, opaque and clear, and looks for any other colour.
fn assert_even(what: &str, build: impl Fn(&mut Axes, f64)) {
    assert_even_on(what, flat, build);
}

fn assert_even_on(what: &str, prepare: fn(&mut Axes), build: impl Fn(&mut Axes, f64)) {
    for alpha in [1.0, 0.5, 0.2] {
        let picture = drawn_on(prepare, |ax| build(ax, alpha));
        let inner = inner(&picture);
        assert!(inner.len() > 5000, "{what}: {} pixels", inner.len());
        let wanted = inner[inner.len() / 2];
        let off = |pixel: &[u8; 3]| (0..3).map(|i| pixel[i].abs_diff(wanted[i])).max().unwrap();
        let worst = inner.iter().map(off).max().unwrap();
        assert!(worst <= 2, "{what} at {alpha}: {worst} off {wanted:?}");
    }
}

/// Draws red areas that meet blue ones, and looks for what is neither, nor between them.
fn assert_no_seam(what: &str, build: impl Fn(&mut Axes)) {
    let inner = inner(&drawn(build));
    assert!(inner.len() > 5000, "{what}: {} pixels", inner.len());
    let most = inner.iter().map(|pixel| pixel[1]).max().unwrap();
    assert!(most <= 2, "{what}: {most} of 255 shines through");
    let sums = inner.iter().map(|pixel| 255 - i32::from(pixel[0]) - i32::from(pixel[2]));
    assert!(sums.map(i32::abs).max().unwrap() <= 3, "{what}");
}

/// A line through points a fraction of a pixel and more apart, with crossings, and with corners if there are to be.
pub(crate) fn knot(has_corners: bool) -> (Vec<f64>, Vec<f64>) {
    let t = linspace(0.0, TAU, 700);
    let jump = |t: f64| if has_corners && (2.0..2.05).contains(&t) { 0.2 } else { 0.0 };
    let x = t.iter().map(|t| 2.0 + 1.7 * (3.0 * t).sin() + jump(*t)).collect();
    (x, t.iter().map(|t| 1.5 + 1.2 * (2.0 * t + 0.5).cos() - jump(*t)).collect())
}

#[test]
fn clear_lines_are_as_clear_where_pieces_meet() {
    let (x, y) = knot(true);
    for step in [1, 7, 50] {
        let every = |of: &[f64]| of.iter().step_by(step).copied().collect::<Vec<_>>();
        let (x, y) = (every(&x), every(&y));
        let line = Line::new(&x, &y).width(14).alpha(0.5);
        let picture = drawn(|ax| _ = ax.add(line.values(vec![0.0; x.len()]).vmin(0).vmax(1)));
        let wanted = [161, 128, 170]; // half of viridis' first colour
        let is_darker = |pixel: &&[u8; 3]| (0..3).any(|i| pixel[i] + 1 < wanted[i]);
        let is_other = |pixel: &&[u8; 3]| (0..3).any(|i| pixel[i].abs_diff(wanted[i]) > 1);
        let inner = inner(&picture);
        let [darker, other] =
            [inner.iter().filter(is_darker).count(), inner.iter().filter(is_other).count()];
        // some lie in the corners of crossings, and are not covered all
        assert!(inner.len() > 5000 && darker == 0 && other < 100, "{step}: {darker} {other}");
    }
}

#[test]
fn colours_between_points_are_those_of_the_values_between() {
    let picture = drawn(|ax| {
        let line = Line::new([0.5, 3.5], [1.5, 1.5]).values([0, 1]).cmap("viridis").width(20);
        ax.add(line);
    });
    let map = Colormap::from("viridis");
    for i in 0..29 {
        let x = 60 + 10 * i;
        let [r, g, b, _] = picture.pixel(x, picture.height() / 2);
        let part = (f64::from(x) + 0.5 - 413.0 / 8.0) / (413.0 * 0.75);
        let wanted = map.at(part);
        let wanted = [wanted.red(), wanted.green(), wanted.blue()];
        let off = [r, g, b].iter().zip(wanted).map(|(a, b)| a.abs_diff(b)).max().unwrap();
        assert!(off <= 3, "{x}: {:?} {wanted:?}", [r, g, b]);
    }
}

#[test]
fn polygons_of_one_colour_have_no_seam() {
    assert_even("two polygons", |ax, alpha| {
        let polygon = |x, y| Polygon::new::<[f64; 4], _>(x, y).color("C0").alpha(alpha);
        ax.add(polygon([0.5, 2.013, 1.771, 0.5], [0.5, 0.5, 2.5, 2.5]));
        ax.add(polygon([3.5, 2.013, 1.771, 3.5], [0.5, 0.5, 2.5, 2.5]));
    });
    assert_even("a fan", |ax, alpha| {
        let at = |i: i32| {
            let turn = TAU * f64::from(i) / 11.0;
            (2.003 + 1.2 * turn.cos(), 1.507 + 1.2 * turn.sin())
        };
        for i in 0..11 {
            let ((a, b), (c, d)) = (at(i), at(i + 1));
            ax.add(Polygon::new([2.003, a, c], [1.507, b, d]).color("C2").alpha(alpha));
        }
    });
    assert_even("bricks", |ax, alpha| {
        for (row, column) in (0..4).flat_map(|row| (0..3).map(move |column| (row, column))) {
            let x = 0.6 + 0.913 * f64::from(column) + if row % 2 == 0 { 0.0 } else { 0.37 };
            let y = 0.4 + 0.517 * f64::from(row);
            // turned a little, so that long sides meet two
            let turned = |x: f64, y: f64| (x - 0.1 * y, y + 0.1 * x);
            let corners = [(0.0, 0.0), (0.913, 0.0), (0.913, 0.517), (0.0, 0.517)];
            let corners = corners.map(|(dx, dy)| turned(x + dx, y + dy));
            let brick = Polygon::new(corners.map(|c| c.0), corners.map(|c| c.1));
            ax.add(brick.color("C3").alpha(alpha));
        }
    });
}

#[test]
fn areas_of_every_kind_that_meet_have_no_seam() {
    assert_even("bars", |ax, alpha| {
        ax.add(Bars::new([0.73, 1.44, 2.15], [1.5, 2.5, 2.0]).width(0.71).alpha(alpha));
        ax.add(Bars::new([2.86], [2.7]).width(0.71).color("C0").alpha(alpha));
    });
    assert_even("stacked bars", |ax, alpha| {
        for (bottom, height) in [(0.213, 0.517), (0.73, 0.9), (1.63, 0.777)] {
            let bars = Bars::new([1, 2, 3], [height; 3]).bottom([bottom; 3]);
            ax.add(bars.color("C1").width(0.77).alpha(alpha));
        }
    });
    assert_even("horizontal bars", |ax, alpha| {
        let bars = Bars::new([0.73, 1.44, 2.15], [1.5, 2.5, 2.0]).horizontal().bottom([0.3; 3]);
        ax.add(bars.width(0.71).alpha(alpha));
    });
    let x = linspace(0.2, 3.8, 60);
    let curve = |level: f64| x.iter().map(move |x| level + 0.4 * (2.0 * x).sin());
    assert_even("bands", |ax, alpha| {
        for level in [0.7, 1.2, 1.7] {
            let band = FillBetween::new(&x, curve(level), curve(level + 0.5));
            ax.add(band.color("C4").alpha(alpha));
        }
    });
    assert_even("spans", |ax, alpha| {
        for from in [0.313, 1.1137, 1.9144] {
            ax.add(Span::vertical(from, from + 0.8007).color("C0").alpha(alpha));
        }
    });
    assert_even("level spans", |ax, alpha| {
        ax.add(Span::horizontal(0.313, 1.1137).color("C0").alpha(alpha));
        ax.add(Span::horizontal(1.1137, 2.777).color("C0").alpha(alpha));
    });
    assert_even("histograms", |ax, alpha| {
        let one = |at: f64| Histogram::new([at; 2]).bins([at, at + 0.713]).color("C5");
        for at in [0.31, 1.023, 1.736] {
            ax.add(one(at).alpha(alpha));
        }
    });
    assert_even("a pie", |ax, alpha| {
        ax.add(Pie::new([3, 5, 7, 2, 11]).colors(["C0"]).alpha(alpha));
        ax.set_xlim(-1.3, 1.3).set_ylim(-1.3, 1.3);
    });
    let polar = |ax: &mut Axes| done(ax.set_projection(Projection::Polar));
    assert_even_on("bars on polar axes", polar, |ax, alpha| {
        let bars = Bars::new((0..7).map(|i| TAU * f64::from(i) / 7.0), [3, 2, 3, 2, 3, 3, 3]);
        ax.add(bars.width(TAU / 7.0).alpha(alpha));
        ax.set_ylim(0.0, 3.5);
    });
}

#[test]
fn areas_of_two_colours_that_meet_are_mixed_of_these_alone() {
    assert_no_seam("polygons", |ax| {
        ax.add(Polygon::new([0.5, 2.013, 1.771, 0.5], [0.5, 0.5, 2.5, 2.5]).color("red"));
        ax.add(Polygon::new([3.5, 2.013, 1.771, 3.5], [0.5, 0.5, 2.5, 2.5]).color("blue"));
    });
    assert_no_seam("stacked bars", |ax| {
        ax.add(Bars::new([1, 2, 3], [1.137; 3]).bottom([0.2; 3]).color("red"));
        ax.add(Bars::new([1, 2, 3], [1.4; 3]).bottom([1.337; 3]).color("blue"));
    });
    assert_no_seam("a pie", |ax| {
        ax.add(Pie::new([3, 5, 7, 2, 11, 4]).colors(["red", "blue"]));
        ax.set_xlim(-1.3, 1.3).set_ylim(-1.3, 1.3);
    });
    let x = linspace(0.2, 3.8, 60);
    let curve = |level: f64| x.iter().map(move |x| level + 0.4 * (2.0 * x).sin());
    assert_no_seam("bands", |ax| {
        ax.add(FillBetween::new(&x, curve(0.7), curve(1.213)).color("red"));
        ax.add(FillBetween::new(&x, curve(1.213), curve(2.0)).color("blue"));
    });
    assert_no_seam("spans", |ax| {
        ax.add(Span::vertical(0.3, 1.1137).color("red"));
        ax.add(Span::vertical(1.1137, 3.0).color("blue"));
    });
}

#[test]
fn areas_that_lie_over_each_other_are_what_they_were() {
    let picture = drawn(|ax| {
        ax.add(Polygon::new([0.5, 3.0, 3.0, 0.5], [0.5, 0.5, 2.0, 2.0]).color("red"));
        ax.add(Polygon::new([1.0, 3.5, 3.5, 1.0], [1.0, 1.0, 2.5, 2.5]).color("blue").alpha(0.5));
    });
    let count = |color: [u8; 3]| {
        let near = |pixel: &[u8]| (0..3).all(|i| pixel[i].abs_diff(color[i]) <= 1);
        picture.rgba().chunks_exact(4).filter(|pixel| near(pixel)).count() as f64
    };
    // in squares of a unit
    let unit = f64::from(picture.width()) / 4.0 * f64::from(picture.height()) / 3.0;
    for (color, area) in [([255, 0, 0], 1.75), ([128, 0, 128], 2.0), ([128, 128, 255], 1.75)] {
        let found = count(color) / unit;
        assert!((found - area).abs() < 0.1, "{color:?}: {found}, not {area}");
    }
}

#[test]
fn a_seam_that_moves_does_so_steadily() {
    let edge = |at: f64| {
        let picture = drawn(|ax| {
            ax.add(Span::vertical(0.5, 1.0 + at).color("black"));
            ax.add(Span::vertical(1.0 + at, 3.0).color("white"));
            ax.add(Span::horizontal(-1.0, 0.0).color("black"));
        });
        let dark = picture.rgba().chunks_exact(4).map(|pixel| 1.0 - f64::from(pixel[1]) / 255.0);
        dark.sum::<f64>() / f64::from(picture.height())
    };
    let (start, end) = (edge(0.0), edge(0.02));
    for i in 0..20 {
        let at = f64::from(i) / 20.0;
        let off = edge(0.02 * at) - start - at * (end - start);
        assert!(off.abs() < 0.05, "{i}: {off:.3} pixels off");
    }
}

#[test]
fn a_hundred_areas_in_a_row_are_mixed_like_one() {
    let row = |count: usize| {
        let picture = drawn(|ax| {
            let width = 4.0 / count as f64;
            for i in 0..count {
                // each a little higher than the one before
                let (x, y) = ((i as f64 + 0.5) * width, 1.005 + 1e-7 * i as f64);
                ax.add(Bars::new([x], [y]).width(0.8 * width).color("red"));
                ax.add(Bars::new([x], [1.5 - y]).bottom([y]).width(0.8 * width).color("blue"));
            }
        });
        let pixels = picture.rgba().chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]);
        pixels.skip(205 * 413 + 2).take(409).filter(|p| p[1] == 0).collect::<Vec<_>>()
    };
    let (one, many) = (row(1), row(100));
    let wanted = one[one.len() / 2];
    assert!(many.len() > 50 && wanted[0] > 0 && wanted[2] > 0, "{wanted:?} {}", many.len());
    for pixel in many {
        assert!((0..3).all(|i| pixel[i].abs_diff(wanted[i]) <= 2), "{pixel:?}, not {wanted:?}");
    }
}

/// Lets a chain of calls end without a value.
fn done<T>(_: T) {}

/// Draws five areas in each of two axes, in frames that move some of them to where they were, and looks
/// for a place where that shows.
fn assert_no_seam_between_frames<A: Artist>(
    prepare: impl Fn(&mut Axes),
    area: impl Fn(usize) -> A,
    touch: impl Fn(&mut A),
) {
    let scene = || {
        let mut fig = Figure::new();
        fig.set_size(413, 309);
        let mut areas = Vec::new();
        for ax in fig.subplots(1, 2).iter_mut() {
            prepare(ax);
            areas.extend((0..5).map(|i| ax.add(area(i))));
        }
        (Renderer::portable(fig).unwrap(), areas)
    };
    let drawn = |(renderer, areas): &mut (Renderer, Vec<Handle<A>>), which: &[usize]| {
        let mut frame = renderer.frame(0);
        which.iter().for_each(|i| touch(&mut frame[areas[*i]]));
        renderer.picture().unwrap()
    };
    let still = drawn(&mut scene(), &[]);
    let (mut kept, mut anew) = (scene(), scene());
    anew.0.cache_background(false);
    let some = [&[4][..], &[2], &[0], &[1, 3], &[2, 7], &[9], &[8, 2], &[7, 2], &[4, 5]];
    for which in some {
        let alone = drawn(&mut scene(), which);
        for _ in 0..2 {
            assert!(drawn(&mut kept, which) == alone, "{which:?} with kept backgrounds");
        }
        assert!(drawn(&mut anew, which) == alone, "{which:?} without");
        let off = alone.rgba().iter().zip(still.rgba()).map(|(a, b)| a.abs_diff(*b));
        assert!(off.max() <= Some(2), "{which:?}: a seam");
    }
}

#[test]
fn areas_of_which_some_move_have_no_seam() {
    for alpha in [1.0, 0.4] {
        let polygon = |i: usize| {
            let left = 0.31 * i as f64;
            let x = [left, left + 0.31, left + 0.437, left + 0.127];
            Polygon::new(x, [0.0, 0.0, 1.0, 1.0]).color("C0").alpha(alpha)
        };
        let touch = |polygon: &mut Polygon| done(polygon.set_alpha(alpha));
        assert_no_seam_between_frames(|_| {}, polygon, touch);
        // nothing but areas
        assert_no_seam_between_frames(|ax| done(ax.set_axis_off(true)), polygon, touch);
        let x = linspace(0.0, 4.0, 50);
        let band = |i: usize| {
            let at = |level: usize| x.iter().map(move |x| level as f64 + 0.3 * (3.0 * x).sin());
            FillBetween::new(&x, at(i), at(i + 1)).color(format!("C{i}")).alpha(alpha)
        };
        assert_no_seam_between_frames(|_| {}, band, |band| done(band.set_alpha(alpha)));
        let sector = |i: usize| {
            let bars = Bars::new([TAU * i as f64 / 5.0], [3.0]).width(TAU / 5.0);
            bars.color("C1").alpha(alpha)
        };
        let polar = |ax: &mut Axes| done(ax.set_projection(Projection::Polar));
        assert_no_seam_between_frames(polar, sector, |bars| done(bars.set_alpha(alpha)));
    }
}
