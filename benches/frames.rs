//! Draws frames of a scene and does nothing else, for a profiler: `frames SCENE FRAMES`.
//!
//! `valgrind --tool=callgrind frames dashboard 12`, less what 2 frames take, is ten frames. `frames POINTS FRAMES` draws a
//! recording that grows up to so many points, of which the last frame shows all.

#![allow(missing_docs)]

use panim::{Renderer, prelude::*};
use panim_benches::Scene;
use std::{env, hint::black_box};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [name, frames] = args.as_slice() else {
        println!("usage: frames SCENE|POINTS FRAMES; a profiler calls it");
        return Ok(());
    };
    let frames: usize = frames.parse()?;
    if let Ok(points) = name.parse() {
        return grow(points, frames);
    }
    let scene = Scene::ALL.into_iter().find(|scene| scene.to_string() == *name);
    let scene = scene.ok_or("SCENE: wave, lines, multi_panel or dashboard")?;
    scene.drawn(true, |drawing| {
        for index in 0..frames {
            black_box(drawing.frame(index));
        }
    });
    Ok(())
}

/// Draws a recording of noise that is shown up to a point, which moves on by a thousandth with each frame.
fn grow(points: usize, frames: usize) -> Result<(), Box<dyn std::error::Error>> {
    let mut seed = 1_u64;
    let noise = (0..points).map(|_| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 11) as f64 / (1_u64 << 53) as f64
    });
    let y: Vec<f64> = noise.collect();
    let mut fig = Figure::new();
    let line = fig.axes().add(Line::new(linspace(0, 1, points), y));
    let mut renderer = Renderer::new(fig)?;
    for left in (0..frames).rev() {
        renderer.frame(frames - left)[line].set_shown(..points - left * (points / 1000));
        black_box(renderer.draw()?);
    }
    Ok(())
}
