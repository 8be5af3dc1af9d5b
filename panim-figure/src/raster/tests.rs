use super::{Raster, painted::painted};
use crate::{
    color::Color,
    scene::{
        Scene,
        areas::Areas,
        cells::{CellColors, CellEdges, CellGrid, CellPlaces},
        collection::CollectionKind,
        interpolation::Interpolation,
        marker::{MarkerShape, MarkerStyle, Markers},
        mesh::{FaceMesh, MeshFace},
        ribbon::{Knot, Ribbon, Shades},
    },
};
use std::{f64::consts::TAU, sync::Arc};
use vello_cpu::{
    Level,
    kurbo::{BezPath, Cap, Join, Point, Rect, Shape, Stroke},
};

const SIDE: u16 = 160;

/// The pixels that `draw` leaves on white: painted directly, and as part of a group, which goes
/// through the general raster.
fn direct_and_general(draw: impl Fn(&mut Scene)) -> [Vec<u8>; 2] {
    [false, true].map(|is_grouped| {
        painted((SIDE, SIDE), |scene| {
            if is_grouped {
                scene.push_group(1.0);
                draw(scene);
                scene.pop_group();
            } else {
                draw(scene);
            }
        })
    })
}

fn furthest([one, other]: [Vec<u8>; 2]) -> u8 {
    assert!(one.iter().any(|&channel| channel < 255), "nothing was drawn");
    one.iter().zip(&other).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0)
}

fn curve(points: usize) -> BezPath {
    let mut path = BezPath::new();
    for i in 0..points {
        let turn = TAU * i as f64 / points as f64;
        let to = Point::new(12.3 + 21.0 * turn, 80.4 - 60.0 * turn.sin());
        if i == 0 { path.move_to(to) } else { path.line_to(to) }
    }
    path
}

#[test]
fn lines_are_as_the_general_raster_draws_them() {
    let ink = Color::rgb(31, 119, 180);
    for points in [2, 3, 7, 40, 400] {
        for width in [0.4, 1.0, 2.1, 7.0] {
            for (cap, alpha) in [(Cap::Square, 1.0), (Cap::Round, 0.5)] {
                let stroke = Stroke::new(width).with_caps(cap).with_join(Join::Round);
                let color = ink.with_alpha(alpha);
                let off =
                    furthest(direct_and_general(|c| c.stroke(&curve(points), &stroke, color)));
                // of a thin line, the pixel that it ends in is not exact
                let most = if width < 2.0 { 36 } else { 28 };
                assert!(off <= most, "{points} points, {width} wide, {cap:?}: {off}");
            }
        }
    }
}

#[test]
fn lines_that_close_have_no_end() {
    // not across itself: there the general raster counts twice
    let mut ring = curve(30);
    ring.line_to((139.0, 155.0));
    ring.line_to((12.3, 155.0));
    ring.close_path();
    let stroke = Stroke::new(3.0).with_caps(Cap::Square).with_join(Join::Round);
    let [one, other] = direct_and_general(|scene| scene.stroke(&ring, &stroke, Color::BLACK));
    // inside of its four corners the general raster counts twice, and outside it is less round
    let differ = one.chunks(4).zip(other.chunks(4)).filter(|(a, b)| a[0].abs_diff(b[0]) > 16);
    let differ = differ.count();
    assert!(differ <= 20, "{differ} pixels");
}

#[test]
fn boxes_discs_and_rings_are_as_the_general_raster_draws_them() {
    let place = Rect::new(10.3, 20.7, 90.1, 61.0);
    let center = Point::new(77.2, 70.9);
    let color = Color::rgb(214, 39, 40);
    for alpha in [1.0, 0.3] {
        let color = color.with_alpha(alpha);
        let edge = Stroke::new(2.5).with_join(Join::Miter);
        let off = furthest(direct_and_general(|scene| scene.fill_rect(place, color)));
        assert!(off <= 2, "box: {off}");
        let off =
            furthest(direct_and_general(|scene| scene.stroke(&place.to_path(0.1), &edge, color)));
        // the general raster counts a corner's inside twice
        assert!(off <= 32, "frame: {off}");
        for radius in [3.5, 20.0, 60.0] {
            let off = furthest(direct_and_general(|scene| scene.disc(center, radius, color)));
            assert!(off <= 8, "disc of {radius}: {off}");
            let off = furthest(direct_and_general(|scene| scene.ring(center, radius, 1.7, color)));
            assert!(off <= 8, "ring of {radius}: {off}");
        }
    }
}

#[test]
fn what_is_clipped_ends_within_a_pixel() {
    let clip = Rect::new(30.5, 40.25, 120.75, 100.5);
    let off = furthest(direct_and_general(|scene| {
        scene.push_clip(clip);
        scene.fill_rect(Rect::new(0.0, 0.0, 160.0, 60.0), Color::rgb(0, 90, 200));
        scene.disc(Point::new(100.0, 90.0), 40.0, Color::BLACK);
        scene.stroke(&curve(60), &Stroke::new(5.0), Color::rgb(200, 60, 0));
        scene.pop_clip();
    }));
    assert!(off <= 16, "{off}");
}

/// Their image, in a group, is cut within pixels too.
#[test]
fn areas_are_painted_as_their_image_is_wherever_they_are_cut() {
    let mut areas = Areas::default();
    let picture = Rect::new(-50.0, -50.0, 210.0, 210.0);
    let colors = [Color::rgb(0, 90, 200), Color::rgba(200, 60, 0, 0.5), Color::rgb(20, 160, 40)];
    for (i, color) in (0..300).zip(colors.into_iter().cycle()) {
        let (x, y) = (f64::from(i % 18) * 9.7 - 3.2, f64::from(i / 18) * 10.1 - 4.4);
        let corners = [(0.0, 0.0), (9.7, 2.3), (12.1, 10.1), (-1.3, 8.8)];
        let corners = corners.map(|(right, down)| Point::new(x + right, y + down));
        if areas.add(corners.into_iter(), &[4], picture) {
            areas.end(color, i as usize);
        }
    }
    let areas = Arc::new(areas);
    for clip in [picture, Rect::new(30.5, 40.25, 120.75, 100.5), Rect::new(0.0, 7.0, 3.0, 150.0)] {
        let off = furthest(direct_and_general(|scene| {
            scene.push_clip(clip);
            scene.areas(&areas);
            scene.pop_clip();
        }));
        assert!(off <= 2, "{clip:?}: {off}");
    }
}

#[test]
fn what_lies_over_something_stays_over_it() {
    let star = curve(20);
    let shades = direct_and_general(|scene| {
        scene.fill(&star, Color::rgb(0, 0, 255));
        scene.disc(Point::new(60.0, 60.0), 30.0, Color::rgb(255, 0, 0));
        scene.fill(&star, Color::rgb(0, 255, 0).with_alpha(0.5));
        scene.fill_rect(Rect::new(50.0, 50.0, 70.0, 70.0), Color::BLACK);
    });
    let off = furthest(shades);
    assert!(off <= 8, "{off}");
}

#[test]
fn nothing_is_painted_where_nothing_was_said_to_be_touched() {
    let mut scene = Scene::new((SIDE, SIDE));
    scene.stroke(&curve(50), &Stroke::new(4.0), Color::BLACK);
    scene.disc(Point::new(140.0, 20.0), 9.0, Color::BLACK);
    scene.fill(&curve(5), Color::BLACK);
    let damage = scene.damage().clone();
    let mut pixels = vec![255; usize::from(SIDE) * usize::from(SIDE) * 4];
    Raster::new((SIDE, SIDE), Level::baseline()).paint_over(&mut scene, &mut pixels);
    let white = vec![255; pixels.len()];
    damage.copy(&white, &mut pixels);
    assert!(pixels == white);
}

/// Markers, a mesh, a ribbon and cells at places that `random` (0 to 1) says, some of them outside.
fn collections(random: &mut impl FnMut() -> f64) -> [CollectionKind; 6] {
    let mut length = |from: f64, to: f64| from + (to - from) * random();
    let far = |at: f64| if at > 190.0 { 1e9 } else { at };
    let point = |length: &mut dyn FnMut(f64, f64) -> f64| {
        Point::new(far(length(-30.0, 195.0)), far(length(-30.0, 195.0)))
    };
    let room =
        Rect::new(length(0.0, 40.0), length(0.0, 40.0), length(80.0, 160.0), length(80.0, 160.0));
    let color = Color::rgba(200, 30, 60, length(0.2, 1.5).min(1.0));
    let style = MarkerStyle {
        size: length(1.0, 9.0),
        edge_width: length(0.0, 3.0),
        face: color,
        edge: Color::BLACK,
    };
    let marks = (0..20).map(|_| (point(&mut length), style)).collect();
    let faces =
        (0..5).map(|_| MeshFace { corners: (0..4).map(|_| point(&mut length)).collect(), color });
    let (faces, edge) = (faces.collect(), Some((Color::BLACK, length(0.0, 4.0))));
    let knots = (0..6).map(|i| Knot {
        at: if i == 4 { Point::new(f64::NAN, 0.0) } else { point(&mut length) },
        width: length(0.0, 12.0),
        alpha: f64::from(i) / 5.0,
        shade: f64::from(i) / 5.0,
    });
    let knots = knots.collect();
    let shades = Shades::new(vec![color, Color::BLACK], (None, None), color);
    let cap = [Cap::Butt, Cap::Round, Cap::Square][(length(0.0, 3.0) as usize).min(2)];
    let mut edges = || {
        let mut ends: Vec<f64> = (0..4).map(|_| length(-20.0, 180.0)).collect();
        ends.sort_by(f64::total_cmp);
        ends
    };
    let edges = CellEdges { x: edges(), y: edges() };
    let corners = (0..16).map(|_| point(&mut length)).collect();
    let may_snap = length(0.0, 1.0) < 0.5;
    let cells = |places| {
        let colors = CellColors::Ready(
            [[200, 30, 60, 255], [0, 90, 200, 128], [0, 0, 0, 255]].repeat(3).into(),
        );
        CollectionKind::Cells(CellGrid { places, colors, alpha: 1.0, room })
    };
    [
        CollectionKind::Markers(Markers { shape: MarkerShape::Disc(1.0), marks }),
        CollectionKind::Mesh(FaceMesh { faces, edge, room: room.inflate(50.0, 50.0) }),
        CollectionKind::Ribbon(Ribbon { knots, shades, alpha: 0.8, cap, room }),
        cells(CellPlaces::Sharp { edges: edges.clone(), may_snap }),
        cells(CellPlaces::Smooth(edges, Interpolation::Lanczos)),
        cells(CellPlaces::Quads { corners, stride: 4 }),
    ]
}

#[test]
fn what_is_lowered_touches_what_was_said_and_nothing_else() {
    let mut seed = 3_u32;
    let mut random = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed >> 8) / f64::from(1 << 24)
    };
    let mut raster = Raster::new((SIDE, SIDE), Level::baseline());
    let white = vec![255; usize::from(SIDE) * usize::from(SIDE) * 4];
    let mut painted = [0; 6];
    for round in 0..60 {
        let clip =
            [Rect::new(20.0, 10.0, 140.0, 150.0), Rect::new(0.0, 0.0, 160.0, 160.0)][round % 2];
        for (kind, painted) in collections(&mut random).into_iter().zip(&mut painted) {
            for is_grouped in [false, true] {
                let mut scene = Scene::new((SIDE, SIDE));
                scene.push_clip(clip);
                if is_grouped {
                    scene.push_group(1.0);
                }
                scene.collect(kind.clone());
                if is_grouped {
                    scene.pop_group();
                }
                let (damage, bounds) = (scene.damage().clone(), scene.bounds());
                let mut pixels = white.clone();
                raster.paint_over(&mut scene, &mut pixels);
                let mut rest = pixels.clone();
                damage.copy(&white, &mut rest);
                assert!(rest == white, "{kind:?}");
                let bounds = bounds.unwrap_or(Rect::ZERO).expand();
                for (i, _) in pixels.chunks(4).enumerate().filter(|(_, pixel)| *pixel != [255; 4]) {
                    let (x, y) = (i % usize::from(SIDE), i / usize::from(SIDE));
                    let middle = Point::new(x as f64 + 0.5, y as f64 + 0.5);
                    assert!(bounds.contains(middle), "{x}, {y} of {kind:?}");
                }
                *painted += usize::from(pixels != white);
            }
        }
    }
    assert!(painted.iter().all(|&painted| painted > 60), "{painted:?}");
}

/// The pixels that `draw` leaves on white.
fn drawn(draw: impl Fn(&mut Scene)) -> Vec<u8> {
    let [pixels, _] = direct_and_general(draw);
    pixels
}

fn through(points: &[(f64, f64)]) -> BezPath {
    let mut path = BezPath::new();
    for (i, &point) in points.iter().enumerate() {
        if i == 0 { path.move_to(point) } else { path.line_to(point) }
    }
    path
}

#[test]
fn what_begins_far_outside_hits_the_pixels_that_it_should() {
    let black = Color::BLACK;
    for far in [1e5, 1e9, 1e16, 1e100, 1e300] {
        // from a point in the picture to the lower right, one down for two across
        let (start, end) = ((20.25, 30.5), |length: f64| (20.25 + length, 30.5 + length / 2.0));
        for stroke in [
            Stroke::new(3.0),
            Stroke::new(3.0).with_caps(Cap::Butt).with_dashes(0.0, [7.0, 4.0]),
            Stroke::new(90.0).with_join(Join::Round),
        ] {
            let line =
                |length| drawn(|c| c.stroke(&through(&[start, end(length)]), &stroke, black));
            let off = line(far).iter().zip(&line(1000.0)).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(off <= Some(8), "a line to {far:e}, {stroke:?}: {off:?}");
        }
        let area = |length: f64| {
            let corners = through(&[start, end(length), (20.25, 30.5 + length)]);
            drawn(|scene| scene.fill(&corners, black))
        };
        let off = area(far).iter().zip(&area(1000.0)).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(off <= Some(1), "an area to {far:e}: {off:?}");
    }
}

#[test]
fn a_huge_disc_is_a_straight_edge() {
    for radius in [1e5, 1e7, 1e9] {
        let center = Point::new(80.25 - radius, 70.0);
        let edge = drawn(|scene| scene.fill_rect(Rect::new(-9.0, 0.0, 80.25, 160.0), Color::BLACK));
        let disc = drawn(|scene| scene.disc(center, radius, Color::BLACK));
        let furthest = edge.iter().zip(&disc).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(furthest <= Some(16), "{radius:e}: {furthest:?}");
        let line = drawn(|scene| {
            scene.stroke(
                &through(&[(80.25, -9.0), (80.25, 169.0)]),
                &Stroke::new(3.0),
                Color::BLACK,
            );
        });
        let ring = drawn(|scene| scene.ring(center, radius, 3.0, Color::BLACK));
        let furthest = line.iter().zip(&ring).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(furthest <= Some(16), "{radius:e}: {furthest:?}");
    }
}

#[test]
fn what_has_no_place_is_not_drawn() {
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let pixels = drawn(|scene| {
            let torn = through(&[(odd, 5.0), (5.0, odd)]);
            scene.stroke(&torn, &Stroke::new(3.0), Color::BLACK);
            scene.fill(&torn, Color::BLACK);
            scene.fill_rect(Rect::new(odd, 0.0, odd, 5.0), Color::BLACK);
            scene.disc(Point::new(odd, 5.0), 9.0, Color::BLACK);
            scene.disc(Point::new(5.0, 5.0), odd, Color::BLACK);
            scene.ring(Point::new(5.0, 5.0), odd, 3.0, Color::BLACK);
            scene.stroke(&through(&[(1.0, 1.0), (9.0, 9.0)]), &Stroke::new(odd), Color::BLACK);
            scene.push_clip_path(&torn);
            scene.pop_clip();
        });
        assert!(pixels.iter().all(|&channel| channel == 255), "{odd}");
    }
}
