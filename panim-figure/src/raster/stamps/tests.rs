use super::*;
use crate::{
    AxisScale,
    base::data::Column,
    scene::{
        mark_list::AlikeMarks,
        marker::{MarkerStyle, star},
    },
    transform::plane::{Scale, Transform},
};
use vello_cpu::kurbo::{Join, Rect};

const SIDE: u16 = 100;

fn painted(draw: impl FnOnce(&mut Scene)) -> Vec<u8> {
    crate::raster::painted::painted((SIDE, SIDE), draw)
}

/// Markers at places of all kinds, some of them over each other and some over the edges.
fn scattered(style: MarkerStyle) -> impl Iterator<Item = (Point, MarkerStyle)> + Clone {
    (0..60).map(move |i| {
        let turn = f64::from(i) * 2.399_963;
        let radius = 7.3 * f64::from(i).sqrt();
        (Point::new(50.0 + radius * turn.cos(), 50.0 + radius * turn.sin()), style)
    })
}

fn furthest(a: &[u8], b: &[u8]) -> u8 {
    a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0)
}

fn square() -> MarkerShape {
    MarkerShape::of(Rect::new(-0.5, -0.5, 0.5, 0.5).to_path(0.1), true, Join::Miter)
}

#[test]
fn copies_look_like_shapes() {
    let (blue, red) = (Color::rgb(31, 119, 180), Color::rgb(214, 39, 40));
    let plain = MarkerStyle { size: 8.3, edge_width: 1.4, face: blue, edge: blue };
    let styles = [
        plain,
        MarkerStyle { edge: red, ..plain },
        MarkerStyle { edge_width: 0.0, ..plain },
        MarkerStyle { face: blue.with_alpha(0.4), edge: red.with_alpha(0.6), ..plain },
        MarkerStyle { size: 31.7, edge_width: 3.0, edge: Color::BLACK, ..plain },
    ];
    let cross = |points: [(f64, f64); 4]| {
        let [a, b, c, d] = points;
        let mut path = BezPath::new();
        path.move_to(a);
        path.line_to(b);
        path.move_to(c);
        path.line_to(d);
        MarkerShape::of(path, false, Join::Miter)
    };
    let shapes = [
        MarkerShape::Disc(1.0),
        MarkerShape::Disc(0.5),
        square(),
        MarkerShape::of(star(5, 0.4), true, Join::Bevel),
        cross([(-0.5, 0.0), (0.5, 0.0), (0.0, -0.5), (0.0, 0.5)]),
        cross([(-0.5, -0.5), (0.5, 0.5), (-0.5, 0.5), (0.5, -0.5)]),
    ];
    for marker in shapes {
        for style in styles {
            let shapes = painted(|scene| marker.draw_each(scene, scattered(style)));
            let copies = painted(|scene| scene.markers(marker.clone(), scattered(style).collect()));
            assert!(style.edge_width == 0.0 || copies.iter().any(|&channel| channel < 255));
            let difference = furthest(&shapes, &copies);
            assert!(difference <= 20, "{marker:?} {style:?}: {difference}");
        }
    }
}

#[test]
fn sizes_of_their_own_are_kept() {
    let face = Color::BLACK;
    let marks = scattered(MarkerStyle { size: 0.0, edge_width: 1.0, face, edge: face });
    let sized = (3..).map(|i| 0.217 * f64::from(i));
    let marks = marks.zip(sized).map(|((at, style), size)| (at, MarkerStyle { size, ..style }));
    let marker = MarkerShape::Disc(1.0);
    let shapes = painted(|scene| marker.draw_each(scene, marks.clone()));
    let copies = painted(|scene| scene.markers(marker, marks.collect()));
    assert!(furthest(&shapes, &copies) <= 20, "{}", furthest(&shapes, &copies));
}

#[test]
fn a_marker_moves_within_a_pixel() {
    let (face, marker) = (Color::BLACK, MarkerShape::Disc(1.0));
    let style = MarkerStyle { size: 6.0, edge_width: 1.0, face, edge: face };
    for i in 0..100 {
        let at = Point::new(40.0 + 0.037 * f64::from(i), 50.0 - 0.019 * f64::from(i));
        let pixels =
            painted(|scene| scene.markers(marker.clone(), [(at, style)].into_iter().collect()));
        let dark = pixels.chunks_exact(4).enumerate().map(|(n, pixel)| {
            let (x, y) = (n % usize::from(SIDE), n / usize::from(SIDE));
            (f64::from(255 - pixel[0]), x as f64 + 0.5, y as f64 + 0.5)
        });
        let (all, x, y) = dark.fold((0.0, 0.0, 0.0), |(all, x, y), (coverage, px, py)| {
            (all + coverage, x + coverage * px, y + coverage * py)
        });
        let off = Point::new(x / all, y / all) - at;
        assert!(off.x.abs() < 0.05 && off.y.abs() < 0.05, "{at:?}: {off:?}");
    }
}

#[test]
fn many_faint_markers_have_their_colour() {
    let face = Color::rgb(31, 119, 180).with_alpha(0.02);
    let style = MarkerStyle { size: 20.0, edge_width: 0.0, face, edge: face };
    let marks = (0..2000).map(|_| (Point::new(50.0, 50.0), style));
    let pixels = painted(|scene| scene.markers(square(), marks.collect()));
    let middle = (50 * usize::from(SIDE) + 50) * 4;
    assert_eq!(pixels[middle..middle + 4], [31, 119, 180, 255]);
}

#[test]
fn what_is_far_outside_does_no_harm() {
    let face = Color::BLACK;
    let style = MarkerStyle { size: 6.0, edge_width: 1.0, face, edge: face };
    let far = [-1e300, -1e6, -3.0, 103.0, 200.0, 1e9, f64::NAN, f64::INFINITY];
    let marks = far.iter().flat_map(|&x| far.iter().map(move |&y| (Point::new(x, y), style)));
    let pixels = painted(|scene| scene.markers(MarkerShape::Disc(1.0), marks.collect()));
    let seen = pixels.chunks_exact(4).filter(|pixel| pixel[0] < 255).count();
    assert!(seen < 30, "{seen}");
}

#[test]
fn discs_are_as_exact_by_the_thousand_as_alone() {
    let (blue, red) = (Color::rgb(31, 119, 180), Color::rgb(214, 39, 40));
    let plain = MarkerStyle { size: 8.3, edge_width: 1.4, face: blue, edge: blue };
    let clear = MarkerStyle { face: Color::TRANSPARENT, edge: red, ..plain };
    let faint = MarkerStyle { face: blue.with_alpha(0.4), edge: red.with_alpha(0.6), ..plain };
    for (style, allowed) in
        [(plain, 0), (MarkerStyle { edge: red, ..plain }, 0), (clear, 0), (faint, 3)]
    {
        let marks = || {
            scattered(style)
                .enumerate()
                .map(|(i, (at, style))| (at, MarkerStyle { size: 0.21 * i as f64, ..style }))
        };
        let disc = MarkerShape::Disc(1.0);
        let shapes = painted(|scene| disc.draw_each(scene, marks()));
        let many = painted(|scene| scene.markers(disc.clone(), marks().collect()));
        assert!(furthest(&shapes, &many) <= allowed, "{style:?}: {}", furthest(&shapes, &many));
    }
}

#[test]
fn masks_of_equal_discs_are_kept_and_of_others_are_not() {
    let (face, edge) = (Color::BLACK, Color::WHITE);
    let style = MarkerStyle { size: 6.0, edge_width: 1.0, face, edge };
    let kept = |change: fn(f64, &mut MarkerStyle)| {
        let mut stamps = Stamps::new(Level::new());
        let marks = (0..3000).map(|i| {
            let (i, mut style) = (f64::from(i), style);
            change(i, &mut style);
            (Point::new(50.0 + 40.0 * i.sin(), 50.0 + 40.0 * (1.7 * i).cos()), style)
        });
        let markers = Markers { shape: MarkerShape::Disc(1.0), marks: marks.collect() };
        stamps.image(&markers, (SIDE, SIDE), Rect::new(0.0, 0.0, SIDE.into(), SIDE.into()));
        stamps.masks.len()
    };
    let places = (PLACES * PLACES) as usize;
    let equal = kept(|_, _| {});
    assert!(equal > places && equal <= 2 * places, "{equal}");
    assert_eq!(kept(|i, style| style.face = Color::rgb(i as u8, 0, 0)), equal);
    assert_eq!(kept(|i, style| style.size += 1e-3 * i), 0);
    assert_eq!(kept(|i, style| style.edge_width += 1e-4 * i), 0);
    assert_eq!(kept(|_, style| style.size = 40.0), 0);
}

/// Very many places, denser towards the top.
fn dense() -> [Column; 2] {
    let mut seed = 1_u64;
    let mut chance = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 11) as f64 / (1_u64 << 53) as f64
    };
    let x = (0..DEEP).map(|_| 110.0 * chance() - 5.0).collect();
    [x, (0..DEEP).map(|_| 110.0 * chance().powi(2) - 5.0).collect()]
}

/// Markers that are cut off on all sides.
fn drawn(shape: &MarkerShape, marks: impl IntoIterator<Item = MarkList>) -> Vec<u8> {
    painted(|scene| {
        scene.push_clip(Rect::new(10.0, 10.0, 80.0, 90.0));
        marks.into_iter().for_each(|marks| scene.markers(shape.clone(), marks));
        scene.pop_clip();
    })
}

/// Checks that these look as if all of them were laid one after the other.
fn assert_as_one_by_one(shape: &MarkerShape, marks: MarkList) {
    let all: Vec<_> = marks.iter().collect();
    let style = all[0].1;
    let few = all.chunks(DEEP / 2).map(|few| MarkList::Each(few.to_vec()));
    let (slow, fast) = (drawn(shape, few), drawn(shape, [marks]));
    assert!(furthest(&fast, &slow) <= 2, "{style:?}: {}", furthest(&fast, &slow));
    assert!(furthest(&fast, &drawn(shape, [])) > 50, "{style:?}");
}

#[test]
fn what_is_hidden_is_left_out_and_nothing_else() {
    let [x, y] = dense();
    let (blue, red) = (Color::rgb(31, 119, 180), Color::rgb(214, 39, 40));
    let style = |size, face, edge| MarkerStyle { size, edge_width: 1.0, face, edge };
    let axis = |length| Scale::new(AxisScale::Linear, (0.0, 100.0), (0.0, length));
    let transform = Transform::flat(axis(100.0), axis(100.0));
    let room = Rect::new(-9.0, -9.0, 109.0, 109.0);
    for (style, shape) in [
        (style(6.0, blue, blue), MarkerShape::Disc(1.0)),
        (style(6.0, blue, red), MarkerShape::Disc(1.0)),
        (style(6.0, Color::TRANSPARENT, red), MarkerShape::Disc(1.0)),
        (style(2.0, blue.with_alpha(0.05), blue.with_alpha(0.05)), MarkerShape::Disc(1.0)),
        (style(2.0, blue.with_alpha(0.05), blue.with_alpha(0.4)), MarkerShape::Disc(1.0)),
        (style(9.0, blue.with_alpha(0.01), blue.with_alpha(0.01)), square()),
        (style(5.0, blue.with_alpha(0.3), red.with_alpha(0.7)), square()),
    ] {
        let (x, y) = (x.clone(), y.clone());
        let alike = AlikeMarks { x, y, transform, room, style };
        assert_as_one_by_one(&shape, MarkList::Alike(Box::new(alike)));
    }
}

#[test]
fn very_many_in_colours_of_their_own_keep_their_order() {
    let [x, y] = dense();
    for (alpha, edge) in [(0.05, None), (1.0, None), (0.3, Some(Color::rgb(9, 9, 9)))] {
        let style = |i: usize| {
            let face = Color::rgb(i as u8, (i / 5) as u8, (i / 90) as u8).with_alpha(alpha);
            MarkerStyle { size: 3.0, edge_width: 1.0, face, edge: edge.unwrap_or(face) }
        };
        let places = x.iter().zip(&*y).map(|(&x, &y)| Point::new(x, y));
        let marks = places.enumerate().map(|(i, at)| (at, style(i)));
        assert_as_one_by_one(&MarkerShape::Disc(1.0), marks.clone().collect());
        assert_as_one_by_one(&square(), marks.collect());
    }
}
