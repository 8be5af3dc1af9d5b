//! Bad input is refused with a message that names the artist and the argument.

mod artists;
mod axes;
mod far;
mod handed;

use panim_figure::*;

/// Does something wrong to an axes, and what is said of it.
type Case = (fn(&mut Axes), &'static str);

/// What is said of something that is no color, and what colors there are.
macro_rules! color {
    ($said:literal) => {
        concat!(
            $said,
            "; allowed are a CSS name, \"#rgb\", \"#rrggbb\", \"#rrggbbaa\", a CSS ",
            "function such as \"rgb(31 119 180)\", \"C0\" to \"C9\", \"tab:blue\" and so ",
            "on, one of the letters \"rgbcmykw\", a gray from \"0\" to \"1\", and \"none\"",
        )
    };
}

use color;

const NAN: f64 = f64::NAN;
const INF: f64 = f64::INFINITY;

/// Lets a chain of calls end without a value.
fn done<T>(_: T) {}

fn axes_of(fig: &mut Figure, projection: Projection) -> &mut Axes {
    fig.set_size(160, 120);
    fig.axes().set_projection(projection)
}

/// What is said when it is done in setup.
fn in_setup(projection: Projection, wrong: fn(&mut Axes)) -> Option<String> {
    let mut fig = Figure::new();
    wrong(axes_of(&mut fig, projection));
    Renderer::new(fig).err().map(|error| error.to_string())
}

/// What is said when it is done in a frame.
fn in_frame(projection: Projection, wrong: fn(&mut Axes)) -> Option<String> {
    let mut fig = Figure::new();
    let axes = axes_of(&mut fig, projection).handle();
    let mut renderer = Renderer::new(fig).unwrap();
    wrong(&mut renderer.frame(0)[axes]);
    renderer.draw().err().map(|error| error.to_string())
}

fn check(projection: Projection, cases: &[Case]) {
    let mut wrong = Vec::new();
    for (i, (mistake, message)) in cases.iter().enumerate() {
        let said = [in_setup(projection, *mistake), in_frame(projection, *mistake)];
        if said.iter().any(|said| said.as_deref() != Some(*message)) {
            wrong.push((i, *message, said));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
