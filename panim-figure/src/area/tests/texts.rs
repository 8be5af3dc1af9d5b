//! Texts on the drawing areas.

use super::*;

/// The box around the ink of a text drawn at the middle of the picture, from its anchor and as
/// the text lies: left, top, right, bottom.
fn text_box(rgba: &[u8], transform: &FontTransform) -> [i32; 4] {
    let back = match transform {
        FontTransform::Rotate90 => FontTransform::Rotate270,
        FontTransform::Rotate270 => FontTransform::Rotate90,
        other => other.clone(),
    };
    let inked = (0..rgba.len() / 4).filter(|i| rgba[i * 4] < 150).map(|i| {
        let (x, y) = (i as i32 % SIZE.0 as i32, i as i32 / SIZE.0 as i32);
        back.transform(x - 60, y - 45)
    });
    inked.fold([99, 99, -99, -99], |[l, t, r, b], (x, y)| [l.min(x), t.min(y), r.max(x), b.max(y)])
}

#[test]
fn texts_stand_at_their_anchors() {
    register_fonts();
    let near = |a: i32, b: i32| (a - b).abs() <= 2;
    for transform in [
        FontTransform::None,
        FontTransform::Rotate90,
        FontTransform::Rotate180,
        FontTransform::Rotate270,
    ] {
        for h in [HPos::Left, HPos::Center, HPos::Right] {
            for v in [VPos::Top, VPos::Center, VPos::Bottom] {
                let font = ("sans-serif", 20).into_font().transform(transform.clone());
                let style = TextStyle::from(font).pos(Pos::new(h, v));
                let ours = area_draws(1.0, |a| a.draw_text("0.50", &style, (60, 45)).unwrap());
                let plotters = plotters_draws(|b| b.draw_text("0.50", &style, (60, 45)).unwrap());
                let [left, top, right, bottom] = text_box(&ours, &transform);
                let theirs = text_box(&plotters, &transform);
                let is_right = match h {
                    HPos::Left => near(left, theirs[0]),
                    HPos::Center => near((left + right) / 2, (theirs[0] + theirs[2]) / 2),
                    HPos::Right => near(right, theirs[2]),
                };
                assert!(is_right, "{left}..{right} is not {theirs:?}");
                // plotters puts the baseline of DejaVu too high, by a third of the text's height;
                // its box is what counts.
                let is_right = match v {
                    VPos::Top => (0..=2).contains(&top),
                    VPos::Center => near(top + bottom, 0),
                    VPos::Bottom => (-6..=-3).contains(&bottom),
                };
                assert!(is_right, "{top}..{bottom}");
            }
        }
    }
}

#[test]
fn texts_are_measured_as_they_are_drawn() {
    register_fonts();
    let style = ("sans-serif", 20).into_font().color(&BLACK);
    let text = "AVATAR";
    let drawn = area_draws(1.0, |area| {
        let (width, height) = area.estimate_text_size(text, &style).unwrap();
        assert_eq!(height, 16);
        area.draw_rect((60, 45), (60 + width as i32, 46), &BLACK, true).unwrap();
        area.draw_text(text, &style.pos(Pos::new(HPos::Left, VPos::Bottom)), (60, 45)).unwrap();
    });
    let right = |rows: std::ops::Range<usize>| {
        let row = |y: usize| (0..120).rev().find(|x| drawn[(y * 120 + x) * 4] < 200);
        rows.filter_map(row).max().unwrap()
    };
    let (bar, word) = (right(45..46), right(20..45));
    assert!(word <= bar && bar - word <= 3, "{word} {bar}");
}
