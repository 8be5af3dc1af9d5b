//! The drawing areas against plotters' own backend.

#![allow(clippy::unwrap_used)]

mod texts;

use super::*;
use crate::{
    figure::plotters_fonts::register_fonts, raster::painted::painted, scene::list::ShapeList,
    text::Fonts,
};
use plotters::style::{BLACK, Color as _, IntoFont, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{
    BackendCoord, DrawingBackend, DrawingErrorKind, FontTransform,
    text_anchor::{HPos, Pos, VPos},
};
use plotters_bitmap::BitMapBackend;

const SIZE: (u32, u32) = (120, 90);

/// What plotters draws on white, as RGBA.
fn plotters_draws(draw: impl FnOnce(&mut BitMapBackend<'_>)) -> Vec<u8> {
    let mut rgb = vec![255; SIZE.0 as usize * SIZE.1 as usize * 3];
    draw(&mut BitMapBackend::with_buffer(&mut rgb, SIZE));
    rgb.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect()
}

fn bitmap_area_draws(draw: impl FnOnce(&mut BitmapArea<'_>)) -> Vec<u8> {
    let mut rgba = vec![255; SIZE.0 as usize * SIZE.1 as usize * 4];
    draw(&mut BitmapArea::new(&mut rgba, SIZE));
    rgba
}

fn area_draws(scale: f64, draw: impl FnOnce(&mut Area<'_>)) -> Vec<u8> {
    let mut list = ShapeList::default();
    draw(&mut Area::new(&mut list, &mut Fonts::default(), SIZE, scale));
    let [width, height] = [SIZE.0, SIZE.1].map(|side| (f64::from(side) * scale).round() as u16);
    painted((width, height), |scene| scene.list(&list))
}

/// Numbers from a fixed seed (xorshift).
struct Random(u32);

impl Random {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % limit
    }

    /// A point on the picture or near it.
    fn point(&mut self) -> BackendCoord {
        let mut at = |side| self.below(side + 40) as i32 - 20;
        (at(SIZE.0), at(SIZE.1))
    }

    fn color(&mut self) -> RGBAColor {
        let mut part = || self.below(256) as u8;
        let color = RGBColor(part(), part(), part());
        color.mix([0.0, 0.004, 0.3, 0.7, 0.998, 1.0, 1.0][self.below(7) as usize])
    }

    fn style(&mut self) -> ShapeStyle {
        ShapeStyle { color: self.color(), filled: false, stroke_width: self.below(5) }
    }
}

fn draw_anything<B: DrawingBackend>(
    backend: &mut B,
    random: &mut Random,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    let (from, to, style) = (random.point(), random.point(), random.style());
    let fill = random.below(2) == 0;
    match random.below(8) {
        0 => backend.draw_pixel(from, random.color().to_backend_color()),
        1 => backend.draw_line(from, to, &style),
        2 => backend.draw_line(from, (to.0, from.1), &random.color()),
        3 => backend.draw_rect(from, to, &style, fill),
        4 => backend.draw_path([from, to, random.point(), random.point()], &style),
        5 => backend.draw_circle(from, random.below(20), &style, fill),
        6 => backend.fill_polygon([from, to, random.point(), random.point()], &style),
        _ => {
            let font = ("sans-serif", f64::from(8 + random.below(20))).into_font();
            backend.draw_text("Ag 0,5", &font.color(&style.color), from)
        }
    }
}

#[test]
fn the_bitmap_area_draws_what_plotters_draws_to_the_last_bit() {
    register_fonts();
    for seed in 1..300 {
        let expected = plotters_draws(|backend| {
            let mut random = Random(seed);
            (0..12).for_each(|_| draw_anything(backend, &mut random).unwrap());
        });
        let drawn = bitmap_area_draws(|backend| {
            let mut random = Random(seed);
            (0..12).for_each(|_| draw_anything(backend, &mut random).unwrap());
        });
        assert!(drawn == expected, "seed {seed}");
    }
}

fn draw_images<B: DrawingBackend>(backend: &mut B) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    let image: Vec<u8> = (0..10 * 7 * 3).collect();
    backend.blit_bitmap((20, 30), (10, 7), &image)?;
    backend.blit_bitmap((60, 50), (1, 1), &[250, 120, 3])
}

#[test]
fn images_are_plotters() {
    let expected = plotters_draws(|backend| draw_images(backend).unwrap());
    assert!(bitmap_area_draws(|backend| draw_images(backend).unwrap()) == expected);
    assert!(area_draws(1.0, |backend| draw_images(backend).unwrap()) == expected);
}

#[test]
fn images_outside_are_not_seen_and_false_ones_are_refused() {
    for place in [(-10, 0), (0, -7), (120, 0), (0, 90), (1000, 1000)] {
        let image = [0; 10 * 7 * 3];
        let drawn = bitmap_area_draws(|area| area.blit_bitmap(place, (10, 7), &image).unwrap());
        assert!(drawn.iter().all(|&byte| byte == 255), "{place:?}");
        let drawn = area_draws(1.0, |area| area.blit_bitmap(place, (10, 7), &image).unwrap());
        assert!(drawn.iter().all(|&byte| byte == 255), "{place:?}");
    }
    area_draws(1.0, |area| {
        let error = area.blit_bitmap((0, 0), (3, 2), &[0; 17]).unwrap_err();
        assert!(error.to_string().contains("17 bytes are not 3x2 pixels"), "{error}");
    });
    bitmap_area_draws(|area| {
        area.blit_bitmap((0, 0), (3, 2), &[0; 17]).unwrap_err();
    });
}

#[test]
fn an_enlarged_image_has_enlarged_pixels() {
    let drawn = area_draws(2.0, |area| area.blit_bitmap((5, 5), (1, 1), &[9, 8, 7]).unwrap());
    let pixel = |x: usize, y: usize| &drawn[(y * 240 + x) * 4..][..3];
    for (x, y) in [(10, 10), (11, 10), (10, 11), (11, 11)] {
        assert_eq!(pixel(x, y), [9, 8, 7]);
    }
    for (x, y) in [(9, 10), (10, 9), (12, 11), (11, 12)] {
        assert_eq!(pixel(x, y), [255; 3]);
    }
}

/// Lines along the pixels and rectangles: what needs no smooth edges.
fn draw_crisp<B: DrawingBackend>(backend: &mut B) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    let red = RGBColor(255, 0, 0).to_backend_color();
    backend.draw_line((10, 10), (50, 10), &red)?;
    backend.draw_line((60, 10), (60, 40), &red)?;
    backend.draw_line((70, 12), (70, 12), &red)?;
    backend.draw_path([(80, 5), (80, 20), (100, 20), (100, 30)], &red)?;
    backend.draw_path([(10, 70), (20, 70), (20, 80), (10, 80), (10, 70)], &red)?;
    backend.draw_rect((10, 20), (40, 40), &red, false)?;
    backend.draw_rect((40, 60), (15, 45), &BLACK.to_backend_color(), true)?;
    backend.draw_rect((80, 50), (90, 50), &red, true)?;
    backend.draw_pixel((100, 60), red)?;
    backend.draw_line((0, 88), (119, 88), &red)
}

#[test]
fn what_runs_along_the_pixels_is_plotters_own() {
    let expected = plotters_draws(|backend| draw_crisp(backend).unwrap());
    let drawn = area_draws(1.0, |backend| draw_crisp(backend).unwrap());
    let differ: Vec<usize> = (0..drawn.len()).filter(|&i| drawn[i] != expected[i]).collect();
    let place = |i: &usize| (i / 4 % SIZE.0 as usize, i / 4 / SIZE.0 as usize);
    assert!(differ.is_empty(), "{:?}", differ.iter().map(place).collect::<Vec<_>>());
}

#[test]
fn what_runs_along_the_pixels_is_crisp_at_every_scale() {
    for scale in [0.5, 1.0, 1.25, 1.5, 2.0, 3.0] {
        for width in 1..6 {
            let style = BLACK.stroke_width(width);
            let drawn = area_draws(scale, |area| {
                area.draw_line((10, 20), (50, 20), &style).unwrap();
                area.draw_path([(60, 10), (60, 40), (90, 40)], &style).unwrap();
                area.draw_rect((10, 50), (50, 80), &style, false).unwrap();
            });
            let grey = drawn.chunks_exact(4).filter(|p| p[0] != 0 && p[0] != 255).count();
            assert_eq!(grey, 0, "width {width}, scale {scale}");
        }
    }
}

/// How much black there is, in pixels.
fn ink(rgba: &[u8]) -> f64 {
    rgba.chunks_exact(4).map(|p| f64::from(255 - p[0]) / 255.0).sum()
}

#[test]
fn lines_at_an_angle_have_their_true_width() {
    for width in [1, 2, 5] {
        let drawn = area_draws(1.0, |area| {
            area.draw_line((20, 20), (80, 65), &BLACK.stroke_width(width)).unwrap();
        });
        // 75 pixels from middle to middle
        assert!((ink(&drawn) - 76.0 * f64::from(width)).abs() < 1.0, "{width}: {}", ink(&drawn));
    }
}

#[test]
fn circles_have_their_size_and_discs_the_pixels_of_their_rim() {
    use std::f64::consts::PI;
    for (radius, style, fill, expected) in [
        (10, BLACK.filled(), true, PI * 10.5 * 10.5),
        (3, BLACK.filled(), true, PI * 3.5 * 3.5),
        (10, BLACK.stroke_width(1), false, 2.0 * PI * 10.0),
        (10, BLACK.stroke_width(4), false, 2.0 * PI * 10.0 * 4.0),
    ] {
        let drawn = area_draws(1.0, |a| a.draw_circle((60, 45), radius, &style, fill).unwrap());
        let area = ink(&drawn);
        assert!((area / expected - 1.0).abs() < 0.02, "{radius}: {area} for {expected}");
    }
}

#[test]
fn what_is_empty_or_clear_is_not_seen() {
    let nothing = area_draws(1.0, |area| {
        area.draw_line((0, 0), (50, 50), &BLACK.stroke_width(0)).unwrap();
        area.draw_path([], &BLACK).unwrap();
        area.fill_polygon([], &BLACK).unwrap();
        area.draw_circle((20, 20), 5, &BLACK.mix(0.0), true).unwrap();
    });
    assert_eq!(ink(&nothing), 0.0);
}

#[test]
fn a_hole_in_a_polygon_stays_open() {
    // a square walked around twice, once inside
    let corners =
        [(10, 10), (70, 10), (70, 70), (10, 70), (10, 10), (30, 30), (50, 30), (50, 50), (30, 50)];
    let drawn = area_draws(1.0, |area| {
        area.fill_polygon(corners.into_iter().chain([(30, 30)]), &BLACK).unwrap();
    });
    assert_eq!(drawn[(40 * 120 + 40) * 4], 255);
    assert_eq!(drawn[(20 * 120 + 60) * 4], 0);
}

#[test]
fn places_far_outside_are_harmless() {
    const FAR: i32 = i32::MAX;
    let line = area_draws(1.0, |area| {
        area.draw_line((-FAR, 40), (FAR, 40), &BLACK).unwrap();
    });
    assert_eq!(ink(&line), 120.0);
    let half = area_draws(1.0, |area| {
        area.fill_polygon([(-FAR, -FAR), (60, -FAR), (60, FAR), (-FAR, FAR)], &BLACK).unwrap();
    });
    assert!((ink(&half) - 60.5 * 90.0).abs() < 1.0, "{}", ink(&half));
    area_draws(2.0, |area| {
        for at in [(FAR, FAR), (i32::MIN, i32::MIN), (FAR, i32::MIN)] {
            area.draw_pixel(at, BLACK.to_backend_color()).unwrap();
            area.draw_line(at, (50, 50), &BLACK.stroke_width(3)).unwrap();
            area.draw_rect(at, (50, 50), &BLACK, true).unwrap();
            area.draw_rect(at, (50, 50), &BLACK, false).unwrap();
            area.draw_circle(at, u32::MAX, &BLACK, true).unwrap();
            area.draw_circle((50, 50), u32::MAX, &BLACK, false).unwrap();
            area.draw_text("far", &("sans-serif", 20).into_font().color(&BLACK), at).unwrap();
            area.blit_bitmap(at, (1, 1), &[0; 3]).unwrap();
        }
    });
}
