//! Every count and every size that a figure takes: none is so large that a figure takes more time or
//! memory than its picture is worth, and what is refused is told by its name.

mod counts;
mod messages;
mod sizes;

use panim_figure::*;
use std::{panic::catch_unwind, time::Instant};

/// Builds a figure with an argument of this value.
type Build<T> = fn(&mut Figure, T);

/// An argument, and figures with it.
type Argument<T> = (&'static str, Build<T>);

macro_rules! arguments {
    ($name:ident: $type:ty, $value:ident; $($argument:literal $(($ax:ident))? $artist:expr;)*) => {
        const $name: &[Argument<$type>] = &[$((
            $argument,
            |fig, $value| { fig.axes().add($artist); },
        )),*];
    };
}

use arguments;

const X: [i32; 3] = [0, 1, 2];
const Y: [i32; 3] = [2, 0, 1];
const Z: [[i32; 3]; 3] = [[0, 1, 2], [1, 2, 3], [5, 1, 0]];

/// Lets a chain of calls end without a value.
fn done<T>(_: T) {}

/// What a picture of 200x160 pixels is worth, and what was given to be shown on it.
const WORTH: usize = 160 << 20;

/// Tries a value of an argument in setup, and in a frame.
fn try_one<T: Copy + std::fmt::Debug + std::panic::RefUnwindSafe>(
    (argument, build): &Argument<T>,
    prepare: fn(&mut Figure),
    value: T,
) -> Option<String> {
    let start = Instant::now();
    let mut tried = None;
    let peak = crate::memory::peak(|| {
        tried = Some(catch_unwind(|| -> Result<(), FigureError> {
            let mut fig = Figure::new();
            fig.set_size(200, 160);
            prepare(&mut fig);
            build(&mut fig, value);
            Renderer::new(fig)?.draw().map(drop)
        }));
    });
    let took = start.elapsed().as_secs_f64();
    let wrong = match tried {
        Some(Ok(Err(error))) if error.argument() != *argument => format!("is told as {error}"),
        Some(Ok(_)) if peak > WORTH => format!("takes {} MB", peak >> 20),
        Some(Ok(_)) if took > 8.0 => format!("takes {took:.1} s"),
        Some(Ok(_)) => return None,
        _ => "panics".into(),
    };
    Some(format!("`{argument}` of {value:?} {wrong}"))
}

fn try_all<T: Copy + std::fmt::Debug + std::panic::RefUnwindSafe>(
    arguments: &[Argument<T>],
    prepare: fn(&mut Figure),
    values: &[T],
) {
    let each = arguments.iter().flat_map(|argument| values.iter().map(move |v| (argument, *v)));
    let wrong: Vec<_> = each.filter_map(|(a, value)| try_one(a, prepare, value)).collect();
    assert_eq!(wrong, [""; 0]);
}

fn in_space(fig: &mut Figure) {
    fig.axes().set_projection(Projection::ThreeD);
}
