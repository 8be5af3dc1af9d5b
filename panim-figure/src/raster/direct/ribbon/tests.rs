use super::*;
use crate::scene::ribbon::Shades;
use crate::{color::Color, scene::ribbon::Knot};
use vello_cpu::kurbo::Cap;

const SIZE: (usize, usize) = (100, 40);

/// Colours of pixels, premultiplied; a knot is its place, its opacity and its shade.
fn pixels(knots: &[(f64, f64, f64, f64)], cap: Cap) -> impl Fn(usize, usize) -> [u8; 4] + use<> {
    let knot = |&(x, y, alpha, shade)| Knot { at: Point::new(x, y), width: 6.0, alpha, shade };
    let ribbon = Ribbon {
        knots: knots.iter().map(knot).collect(),
        shades: Shades::new(
            vec![Color::rgb(255, 0, 0), Color::rgb(0, 0, 255)],
            (None, None),
            Color::WHITE,
        ),
        alpha: 1.0,
        cap,
        room: Rect::new(0.0, 0.0, 100.0, 40.0),
    };
    let mut all = vec![[0; 4]; 4000];
    RibbonSheet::new(SIZE).images(Level::baseline(), &ribbon, ribbon.room, |shown, paint| {
        let (Geometry::Rect(shown), Paint::Image(image, _)) = (shown, paint) else { return };
        let (width, left, top) = (shown.width() as usize, shown.x0 as usize, shown.y0 as usize);
        for (i, pixel) in image.data().iter().enumerate() {
            let at = (top + i / width) * 100 + left + i % width;
            all[at] = [pixel.r, pixel.g, pixel.b, pixel.a];
        }
    });
    move |x, y| all[y * 100 + x]
}

fn alphas(knots: &[(f64, f64, f64)]) -> impl Fn(usize, usize) -> u8 + use<> {
    let knots: Vec<_> = knots.iter().map(|&(x, y, alpha)| (x, y, alpha, 0.0)).collect();
    let pixels = pixels(&knots, Cap::Round);
    move |x, y| pixels(x, y)[3]
}

#[test]
fn there_is_no_seam_between_pieces() {
    for slope in [0.0, 0.1, 0.2] {
        let knot = |i: i32| {
            let along = f64::from(i) / 8.0;
            (10.0 + 80.0 * along, 12.3 + 80.0 * along * slope, along)
        };
        let knots: Vec<_> = (0..=8).map(knot).collect();
        let (one, many) = (alphas(&[knots[0], knots[8]]), alphas(&knots));
        for (x, y) in (0..4000).map(|i| (i % 100, i / 100)) {
            assert!(one(x, y).abs_diff(many(x, y)) <= 1, "{slope}: {x} {y}");
        }
    }
    // 40 of 80 pixels along, in the middle of a pixel
    let level = alphas(&[(10.0, 20.0, 0.0), (90.0, 20.0, 1.0)]);
    assert!((f64::from(level(50, 20)) - 255.0 * 40.5 / 80.0).abs() <= 0.5);
}

#[test]
fn a_line_that_crosses_itself_is_as_opaque_as_the_more_opaque_part() {
    let crossing = alphas(&[
        (10., 20., 0.5),
        (50., 20., 0.5),
        (50., 5., 0.5),
        (30., 5., 0.5),
        (30., 35., 0.5),
    ]);
    assert_eq!(crossing(30, 20), 128);
    let newer = alphas(&[
        (10., 20., 0.2),
        (50., 20., 0.2),
        (50., 5., 0.9),
        (30., 5., 0.9),
        (30., 35., 0.9),
    ]);
    assert_eq!([newer(30, 20), newer(20, 20)], [230, 51]);
}

#[test]
fn the_newer_part_covers_the_older_one_with_smooth_edges() {
    let crossing = pixels(
        &[
            (10., 20., 1., 0.),
            (60., 20., 1., 0.),
            (60., 5., 1., 0.4),
            (30.25, 5., 1., 1.),
            (30.25, 35., 1., 1.),
        ],
        Cap::Round,
    );
    assert_eq!([crossing(25, 20), crossing(30, 20)], [[255, 0, 0, 255], [0, 0, 255, 255]]);
    // from 27.25 to 33.25: the older part shows through at the edges, and nothing else
    assert_eq!([crossing(27, 20), crossing(33, 20)], [[64, 0, 191, 255], [191, 0, 64, 255]]);
}

#[test]
fn the_edges_are_smooth_and_the_ends_have_their_caps() {
    let line = alphas(&[(10.0, 20.25, 1.0), (90.0, 20.25, 1.0)]);
    let column: Vec<u8> = (16..25).map(|y| line(50, y)).collect();
    assert_eq!(column, [0, 191, 255, 255, 255, 255, 255, 64, 0]);
    for (cap, first) in [(Cap::Butt, 10), (Cap::Square, 7), (Cap::Round, 7)] {
        let line = pixels(&[(10., 20., 1., 0.), (90., 20., 1., 0.)], cap);
        let starts = (0..100).find(|&x| line(x, 20)[3] > 127);
        let corner = (0..100).find(|&x| line(x, 17)[3] > 127);
        assert_eq!(starts, Some(first), "{cap:?}");
        assert_eq!(corner, Some(if cap == Cap::Round { 8 } else { first }), "{cap:?}");
    }
}

#[test]
fn what_is_far_outside_costs_nothing() {
    let line = alphas(&[(-1e300, -1e300, 1.0), (-1e12, 20.0, 1.0), (1e12, 20.0, 1.0)]);
    assert_eq!(line(50, 20), 255);
}

#[test]
fn a_line_without_length_is_a_dot() {
    let dot = alphas(&[(50.0, 20.0, 1.0), (50.0, 20.0, 1.0)]);
    assert_eq!([dot(49, 20), dot(51, 20), dot(54, 20)], [255, 255, 0]);
}
