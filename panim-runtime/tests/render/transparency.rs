//! Transparent figures: smooth in a PNG, pixel by pixel in a GIF, and refused by an MP4.

use crate::{
    formats::{check_stillness, colourful, decode_apng, decode_gif, difference, drawn},
    probe::{Folder, Job, Probe, job, moving, probe_with},
};
use panim_figure::{Figure, Picture};
use panim_runtime::Render;
use std::{fs, path::Path};

/// A figure whose page is transparent, and its axes too unless they are `white`.
fn transparent(path: &Path, white: bool) -> Render<Probe, (Job,)> {
    probe_with(path, move |fig| {
        fig.set_background("none");
        if white {
            fig.axes().set_facecolor("white");
        }
        Ok(())
    })
}

#[test]
fn a_transparent_figure_is_transparent_in_a_png() {
    let folder = Folder::new();
    let path = folder.path("a.png");
    for white in [false, true] {
        let render = || transparent(&path, white);
        render().gop(4).workers(3).params(moving(15)).run().unwrap();
        let (shown, _) = decode_apng(&path);
        let drawn = drawn(15, render);
        for (drawn, shown) in drawn.iter().zip(&shown) {
            assert_eq!(difference(drawn.rgba(), &shown.rgba), (0.0, 0));
        }
        let alphas = |picture: &Picture| -> Vec<u8> {
            picture.rgba().chunks(4).map(|pixel| pixel[3]).collect()
        };
        assert_eq!(drawn[0].pixel(0, 0), [0; 4]);
        assert!(
            alphas(&drawn[0]).contains(&255) && alphas(&drawn[0]) != alphas(&drawn[1]) || white
        );
        let sequence = folder.path("s%d.png");
        transparent(&sequence, white).params(moving(2)).run().unwrap();
        assert!(Picture::open(folder.path("s1.png")).unwrap() == drawn[1]);
    }
}

#[test]
fn a_transparent_figure_is_transparent_or_not_in_a_gif() {
    let folder = Folder::new();
    let path = folder.path("a.gif");
    for white in [false, true] {
        let render = || transparent(&path, white);
        render().gop(4).workers(3).params(moving(15)).run().unwrap();
        let (drawn, (shown, _)) = (drawn(15, render), decode_gif(&path));
        assert_eq!(shown.len(), 15);
        for (i, (drawn, shown)) in drawn.iter().zip(&shown).enumerate() {
            for (drawn, shown) in drawn.rgba().chunks(4).zip(shown.rgba.chunks(4)) {
                if drawn[3] < 128 {
                    assert_eq!(shown, [0; 4], "frame {i}");
                } else {
                    let (_, most) = difference(&drawn[..3], &shown[..3]);
                    assert!(shown[3] == 255 && most <= 5, "frame {i}: {drawn:?}, {shown:?}");
                }
            }
        }
        check_stillness(&drawn, &shown);
        let one = fs::read(&path).unwrap();
        render().gop(4).workers(1).params(moving(15)).run().unwrap();
        assert!(fs::read(&path).unwrap() == one);
    }
}

#[test]
fn what_stands_still_in_a_transparent_gif_of_many_colours_does_not_flicker() {
    let folder = Folder::new();
    let path = folder.path("a.gif");
    for colors in [100, 200, 250, 300, 500, 1000, 2000, 48 * 64] {
        for quality in [0, 22, 40] {
            let render = || {
                let setup = colourful(colors);
                let setup = move |fig: &mut Figure| {
                    fig.set_background("none");
                    setup(fig)
                };
                probe_with(&path, setup).quality(quality)
            };
            render().gop(3).params(moving(10)).run().unwrap();
            let (drawn, (shown, _)) = (drawn(10, render), decode_gif(&path));
            let opaque = |rgba: &[u8]| -> Vec<[u8; 4]> {
                let pixels = rgba.as_chunks::<4>().0.iter();
                pixels.map(|p| if p[3] < 128 { [0; 4] } else { [p[0], p[1], p[2], 255] }).collect()
            };
            for (drawn, shown) in drawn.iter().zip(&shown) {
                let (mean, most) = difference(opaque(drawn.rgba()).as_flattened(), &shown.rgba);
                assert!(mean < 10.0 && most <= 26, "{mean}, {most}, {colors} colours");
            }
            check_stillness(&drawn, &shown);
        }
    }
}

#[test]
fn an_mp4_refuses_a_transparent_figure_before_any_frame() {
    let folder = Folder::new();
    for workers in [1, 3] {
        let jobs = (0..9).map(|_| job(|| unreachable!("no frame")));
        let render = transparent(&folder.path("a.mp4"), true).workers(workers);
        let error = render.params(jobs).run().unwrap_err().to_string();
        assert!(error.starts_with("render: the figure's background is transparent"), "{error}");
    }
    assert!(folder.names().is_empty());
}
