//! Whatever the data are, a figure is drawn or refused with a reason: it never panics.

mod missing;
mod odd;

use panim_figure::*;

/// Adds an artist made of these values to an axes.
type Build = fn(&mut Axes, &[f64]);

/// Rows of the values, as many as they are.
fn square(values: &[f64]) -> Vec<Vec<f64>> {
    (0..values.len()).map(|i| (0..values.len()).map(|j| values[i.max(j)]).collect()).collect()
}

/// Lets a chain of calls end without a value.
fn done<T>(_: T) {}

fn figure() -> Figure {
    let mut fig = Figure::new();
    fig.set_size(100, 80);
    fig
}
