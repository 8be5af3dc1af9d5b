//! What axes, their legends and their grids say of what cannot be.

use super::*;

const AXES: &[Case] = &[
    (
        |ax| done(ax.set_xlim(NAN, 1.0)),
        "Axes, `set_xlim`: NaN to 1 are not limits; both must be finite",
    ),
    (
        |ax| done(ax.set_ylim(0.0, INF)),
        "Axes, `set_ylim`: 0 to inf are not limits; both must be finite",
    ),
    (
        |ax| done(ax.set_xscale(AxisScale::Log).set_xlim(0.0, 1.0)),
        "Axes, `set_xlim`: 0 to 1 on a logarithmic axis, which shows only values above 0: set limits above 0, or take AxisScale::SymLog",
    ),
    (
        |ax| done(ax.set_yscale(AxisScale::SymLog { threshold: 0.0 })),
        "Axes, `set_yscale`: 0 is not a threshold, which is above zero",
    ),
    (
        |ax| done(ax.set_xticks([1, 2]).set_xticklabels(["one"])),
        "Axes, `set_xticks`: 2 ticks and 1 labels",
    ),
    (
        |ax| done(ax.set_yticklabels(["one"])),
        "Axes, `set_yticklabels`: say where the labels stand with `set_yticks` as well",
    ),
    (
        |ax| done(ax.set_facecolor("ivry")),
        color!("Axes, `set_facecolor`: \"ivry\" is not a color (did you mean \"ivory\"?)"),
    ),
    (
        |ax| done(ax.set_aspect(Aspect::Ratio(0.0))),
        "Axes, `set_aspect`: 0 is not a ratio, 1e-6 to 1000000",
    ),
    (
        |ax| done(ax.set_legend(Legend::new().columns(0))),
        "Legend, `columns`: 0 is not a number of columns, 1 to 1000",
    ),
    (
        |ax| done(ax.set_grid(Grid::new().alpha(2.0))),
        "Grid, `alpha`: 2 is not between 0 (clear) and 1 (opaque)",
    ),
    (
        |ax| done(ax.set_grid(Grid::new().minor_style("~"))),
        "Grid, `minor_style`: \"~\" is not a line style; there are \"-\", \"--\", \"-.\", \":\", \"\"",
    ),
    (
        |ax| done(ax.set_xrange(NAN..1.0)),
        "Axes, `set_xrange`: NaN to 1 are not limits; both must be finite",
    ),
    (
        |ax| done(ax.set_xrange(NAN..1.0).set_xlim(0.0, NAN)),
        "Axes, `set_xlim`: 0 to NaN are not limits; both must be finite",
    ),
];

#[test]
fn axes_say_what_is_wrong() {
    check(Projection::Rectilinear, AXES);
}
