//! Limits that nobody set, and limits that are equal: widened as matplotlib's, and taken from the
//! first frame where setup's data say nothing.

mod axes;
mod bins;
mod colorbars;
mod colors;
mod equal;

use panim_figure::*;

/// Lets a chain of calls end without a value.
fn done<T>(_: T) {}

fn small() -> Figure {
    let mut fig = Figure::new();
    fig.set_size(200, 150);
    fig
}

/// What changes a frame.
type Update<T> = dyn Fn(&mut Frame<'_>, T);

/// The pictures of frames that change what `build` built, and what was warned of.
fn drawn<T: Copy>(
    build: impl Fn(&mut Figure) -> T,
    frames: &[&Update<T>],
) -> (Vec<Picture>, Vec<String>) {
    let (mut fig, mut warnings) = (small(), Vec::new());
    let handle = build(&mut fig);
    let mut renderer = Renderer::portable(fig).unwrap();
    let pictures = frames.iter().enumerate().map(|(i, update)| {
        update(&mut renderer.frame(i), handle);
        let picture = renderer.picture().unwrap();
        warnings.extend(renderer.take_warnings().iter().map(ToString::to_string));
        picture
    });
    let pictures = pictures.collect();
    warnings.extend(renderer.take_warnings().iter().map(ToString::to_string));
    (pictures, warnings)
}

/// What waits for the first frame is the same for another renderer, that draws the second one alone.
fn opened_elsewhere<T: Copy>(
    build: impl Fn(&mut Figure) -> T,
    first: impl Fn(&mut Frame<'_>, T),
    second: impl Fn(&mut Frame<'_>, T),
) -> (Picture, Picture) {
    let renderer = || {
        let mut fig = small();
        let handle = build(&mut fig);
        (Renderer::portable(fig).unwrap(), handle)
    };
    let ((mut one, handle), (mut other, same)) = (renderer(), renderer());
    first(&mut one.frame(0), handle);
    assert!(one.is_open() || one.waits(), "nothing is open");
    let drawn = one.picture().unwrap();
    second(&mut one.frame(1), handle);
    let next = one.picture().unwrap();
    other.open_by(one.first_frame().unwrap()).unwrap();
    assert!(!other.is_open());
    second(&mut other.frame(1), same);
    assert!(other.picture().unwrap() == next, "the second frame differs elsewhere");
    // asked before it was drawn
    let (mut asked, handle) = renderer();
    first(&mut asked.frame(0), handle);
    asked.open_by_frame().unwrap();
    assert!(asked.picture().unwrap() == drawn);
    (drawn, next)
}

/// The same scene with everything given in setup, or by what setup's data say.
macro_rules! opens {
    ($setup:expr, $told:expr, $first:expr, $second:expr) => {{
        let (one, two) = opened_elsewhere($setup, $first, $second);
        let (told, _) = drawn($told, &[&$first, &$second]);
        assert!(one == told[0], "the first frame is not as told: {}", stringify!($told));
        assert!(two == told[1], "the second frame is not as told: {}", stringify!($told));
    }};
}

use opens;

const ZEROS: [[f64; 3]; 3] = [[0.0; 3]; 3];
const RAMP: [[f64; 3]; 3] = [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]];
const LESS: [[f64; 3]; 3] = [[0.0, 0.5, 1.0], [1.5, 2.0, 2.5], [3.0, 3.5, 4.0]];

fn flat(rows: [[f64; 3]; 3]) -> [f64; 9] {
    std::array::from_fn(|i| rows[i / 3][i % 3])
}

fn with_bar<A: Artist>(fig: &mut Figure, artist: A) -> Handle<A> {
    let handle = fig.axes().add(artist);
    fig.colorbar(handle);
    handle
}
