//! Comparing a picture with the one that was looked at.

use crate::shapes;
use panim_figure::{Axes, Figure, Handle, Line, Picture, Renderer, linspace};
use std::{env, f64::consts::TAU, fs, path::Path};

/// Compares with `tests/golden/{name}.png`; what differs is left in the build's folder.
pub(crate) fn check(name: &str, renderer: &mut Renderer) {
    let picture = renderer.picture().unwrap();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.png"));
    if env::var_os("PANIM_BLESS").is_some() {
        return picture.save_png(&golden).unwrap();
    }
    let wanted = Picture::open(&golden).unwrap();
    if let Some(difference) = difference(&picture, &wanted) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        fs::create_dir_all(folder).unwrap();
        let got = folder.join(format!("{name}.png"));
        picture.save_png(&got).unwrap();
        panic!("{name}: {difference}; see {} and {}", got.display(), golden.display());
    }
    shapes::check(name, &picture);
}

fn difference(got: &Picture, wanted: &Picture) -> Option<String> {
    let (a, b) = ((got.width(), got.height()), (wanted.width(), wanted.height()));
    if a != b {
        return Some(format!("{a:?} pixels for {b:?}"));
    }
    // Other instructions round otherwise: the pictures are of x86-64.
    let allowed = if cfg!(target_arch = "x86_64") { 0 } else { 3 };
    let differ = got
        .rgba()
        .chunks_exact(4)
        .zip(wanted.rgba().chunks_exact(4))
        .filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > allowed))
        .count();
    (differ > 0).then(|| format!("{differ} pixels differ"))
}

pub(crate) fn figure(width: u32, height: u32, build: impl FnOnce(&mut Figure)) -> Renderer {
    let mut fig = Figure::new();
    fig.set_size(width, height);
    build(&mut fig);
    assert_same_with_the_best_instructions(&fig);
    Renderer::portable(fig).unwrap()
}

/// CPUs of one architecture draw the same, however old they are.
fn assert_same_with_the_best_instructions(fig: &Figure) {
    let pixels =
        |renderer: Result<Renderer, _>| renderer.unwrap().picture().map(|it| it.rgba().to_vec());
    let (Ok(old), Ok(new)) =
        (pixels(Renderer::portable(fig.clone())), pixels(Renderer::new(fig.clone())))
    else {
        return;
    };
    let differ = old.chunks_exact(4).zip(new.chunks_exact(4)).filter(|(old, new)| old != new);
    assert_eq!(differ.count(), 0, "pixels differ between the oldest and the best instructions");
}

pub(crate) fn cosine(ax: &mut Axes, shift: f64) -> Handle<Line> {
    let x = linspace(0.0, 2.0 * TAU, 200);
    ax.add(Line::new(&x, x.iter().map(|x| (x + shift).cos())))
}
