//! Numbers and data may be of any type: the picture is the same.

#![allow(clippy::needless_borrows_for_generic_args)] // references are numbers too

mod data;
mod everywhere;
mod kinds;
mod subplots;

use panim_figure::*;

fn picture(setup: impl FnOnce(&mut Figure)) -> Vec<u8> {
    let mut fig = Figure::new();
    fig.set_size(200, 150);
    setup(&mut fig);
    Renderer::new(fig).unwrap().draw().unwrap().to_vec()
}
