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
        |ax| done(ax.set_map("mercator").set_ylim(-90, 80)),
        "Axes, `set_ylim`: -90 to 80 on a Mercator axis, which shows only latitudes between -90 and 90 degrees, without these: set limits between them, such as -85 to 85",
    ),
    (
        |ax| done(ax.set_map("mercater")),
        "Axes, `set_map`: \"mercater\" is not a projection of maps (did you mean \"mercator\"?); there are \"platecarree\", \"mercator\"",
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
        |ax| done(ax.add_legend(Legend::new().loc("outside uper right"))),
        "Legend, `loc`: \"outside uper right\" is not a place for a legend (did you mean \
         \"outside upper right\"?); there are \"best\", \"upper right\", \"upper center\", \"upper left\", \
         \"center right\", \"center\", \"center left\", \"lower right\", \"lower center\", \"lower left\", \
         \"outside upper left\", \"outside upper center\", \"outside upper right\", \"outside lower left\", \
         \"outside lower center\", \"outside lower right\", \"outside left upper\", \"outside center left\", \
         \"outside left lower\", \"outside right upper\", \"outside center right\", \"outside right lower\"",
    ),
    (
        |ax| done(ax.set_legend(Legend::new().entry(Line::empty().width(-1), "line"))),
        "Line, `width`: -1 is not a size in points, 0 to 1000000",
    ),
    (
        |ax| done(ax.set_legend(Legend::new().entry(Handle::<Line>::default(), "line"))),
        "Legend, `entry`: the handle of its key was never set: keep what `ax.add(..)` returns",
    ),
    (
        |ax| {
            let elsewhere = Figure::new().axes().add(Line::empty());
            ax.set_legend(Legend::new().entry(elsewhere, "line"));
        },
        "Legend, `entry`: the handle of its key is of another figure",
    ),
    (
        |ax| done(ax.set_legend(Legend::new().label_color("linecolour"))),
        color!("Legend, `label_color`: \"linecolour\" is not a color"),
    ),
    (
        |ax| done(ax.set_legend(Legend::new().label_colors([""; 0]))),
        "Legend, `label_colors`: no color is in the list",
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
    (
        |ax| done(ax.set_tick_params(TickParams::new().direction("inn"))),
        "TickParams, `direction`: \"inn\" is not a direction of ticks (did you mean \"in\"?); there are \"out\", \"in\", \"inout\"",
    ),
    (
        |ax| done(ax.set_tick_params(TickParams::new().minor().length(-1))),
        "TickParams, `length`: -1 is not a size in points, 0 to 1000000",
    ),
    (
        |ax| done(ax.set_tick_params(TickParams::new().y_only().label_rotation(INF))),
        "TickParams, `label_rotation`: inf is not an angle in degrees, -1e9 to 1e9",
    ),
    (
        |ax| done(ax.set_spine("left", Spine::new().position("middle"))),
        "Spine, `position`: \"middle\" is not a position of a spine; there are \"zero\", \"center\"",
    ),
    (
        |ax| done(ax.set_spine("left", Spine::new().position(SpinePosition::Data(NAN)))),
        "Spine, `position`: NaN is not a finite value",
    ),
    (
        |ax| done(ax.set_spine("left", Spine::new().bounds((0, NAN)))),
        "Spine, `bounds`: 0 to NaN are no bounds; both must be finite",
    ),
    (
        |ax| done(ax.set_xlabel_position("left")),
        "Axes, `set_xlabel_position`: the x label stands at the bottom or at the top",
    ),
];

/// What has no meaning on round axes.
const POLAR: &[Case] = &[
    (
        |ax| done(ax.set_tick_params(TickParams::new().length(3))),
        "TickParams, `length`: polar axes have tick labels only, no marks",
    ),
    (
        |ax| done(ax.set_tick_params(TickParams::new().label_top(true))),
        "TickParams, `label_top`: polar axes have no sides for ticks",
    ),
    (
        |ax| done(ax.set_spine("left", Spine::new().position("zero"))),
        "Spine, `position`: polar axes have no straight spines",
    ),
];

/// What has no meaning on axes in space.
const SPACE: &[Case] = &[
    (
        |ax| done(ax.set_tick_params(TickParams::new().direction("in"))),
        "TickParams, `direction`: the marks of 3D axes point outwards",
    ),
    (
        |ax| done(ax.set_tick_params(TickParams::new().minor().color("C0"))),
        "TickParams, `minor`: 3D axes draw no minor ticks",
    ),
    (
        |ax| done(ax.set_tick_params(TickParams::new().right(true))),
        "TickParams, `right`: the view decides where ticks of 3D axes stand",
    ),
    (
        |ax| done(ax.set_spine("left", Spine::new().color("C0"))),
        "Spine, `color`: 3D axes have panes and no spines",
    ),
];

#[test]
fn axes_say_what_is_wrong() {
    check(Projection::Rectilinear, AXES);
    check(Projection::Polar, POLAR);
    check(Projection::ThreeD, SPACE);
}

/// What is said of a figure.
fn said(wrong: impl FnOnce(&mut Figure, Handle<Axes>)) -> String {
    let mut fig = Figure::new();
    let axes = fig.set_size(160, 120).axes().handle();
    wrong(&mut fig, axes);
    Renderer::new(fig).err().map_or_else(String::new, |error| error.to_string())
}

#[test]
fn secondary_axes_say_what_is_wrong() {
    let one = |x: f64| 1.0 / x;
    let said_of = |low: f64, high: f64| {
        said(|fig, of| {
            fig[of].set_xlim(low, high);
            fig.secondary_xaxis(of, "top", one, one);
        })
    };
    assert_eq!(said_of(1.0, 2.0), "");
    assert_eq!(
        said_of(0.0, 1.0),
        "Figure, `secondary_xaxis`: the function is inf at 0, which is within the limits: set limits \
         that suit it by `set_xlim` of the axes, or a smaller margin by `set_xmargin`"
    );
    assert!(said_of(-1.0, 2.0).contains("and turns around between"), "{}", said_of(-1.0, 2.0));
    assert_eq!(
        said(|fig, of| {
            fig.secondary_yaxis(of, "top", one, one);
        }),
        "Figure, `secondary_yaxis`: a y axis stands at the left or at the right"
    );
    assert_eq!(
        said(|fig, of| {
            fig[of].set_projection("polar");
            fig.secondary_xaxis(of, "top", one, one);
        }),
        "Figure, `secondary_xaxis`: polar and 3D axes have no secondary axes"
    );
    assert_eq!(
        said(|fig, of| {
            fig.secondary_xaxis(of, "top", |x| x + 1.0, |x| x - 1.0).add(HLine::new(0.5));
        }),
        "Axes, `add`: a secondary axis has ticks only: add artists to the axes that it belongs to"
    );
}

#[test]
fn a_secondary_axis_says_what_is_wrong_when_limits_move() {
    let mut fig = Figure::new();
    let of = fig.axes().set_xlim(1, 2).handle();
    fig.secondary_xaxis(of, "top", |x| 1.0 / x, |x| 1.0 / x);
    let mut renderer = Renderer::new(fig).unwrap();
    renderer.frame(0)[of].set_xlim(0, 2);
    let error = renderer.draw().err().map(|error| error.to_string()).unwrap_or_default();
    assert!(error.contains("`secondary_xaxis`: the function is inf at 0"), "{error}");
    renderer.frame(1)[of].set_xlim(3, 4);
    assert!(renderer.draw().is_ok());
}

#[test]
fn colorbars_say_what_is_wrong() {
    let said_of = |bar: Colorbar| {
        said(|fig, of| {
            let image = fig[of].add(Image::new([[0.0, 1.0]]));
            fig.add_colorbar(image, bar);
        })
    };
    for (bar, message) in [
        (
            Colorbar::new().fraction(0),
            "Colorbar, `fraction`: 0 is not a fraction of a length, more than 0 and up to 1",
        ),
        (Colorbar::new().anchor(2), "Colorbar, `anchor`: 2 is not a fraction of the axes, 0 to 1"),
        (
            Colorbar::new().panchor(0, NAN),
            "Colorbar, `panchor`: NaN is not a fraction of the axes, 0 to 1",
        ),
        (
            Colorbar::new().extendfrac(-1),
            "Colorbar, `extendfrac`: -1 is not a fraction of the axes, 0 to 1",
        ),
        (
            Colorbar::new().extendfrac("all"),
            "Colorbar, `extendfrac`: \"all\" is not a length of ends; there are \"auto\"",
        ),
        (
            Colorbar::new().spacing("even"),
            "Colorbar, `spacing`: \"even\" is not a spacing; there are \"uniform\", \"proportional\"",
        ),
        (
            Colorbar::new().ticklocation("top"),
            "Colorbar, `ticklocation`: a vertical bar has its ticks at the left or at the right",
        ),
        (
            Colorbar::new().locator(Locator::max_n(0)),
            "Colorbar, `locator`: 0 is not a number of intervals, 1 to 1000",
        ),
        (
            Colorbar::new().minor_locator(Locator::log(1)),
            "Colorbar, `minor_locator`: 1 is not a base, above 1",
        ),
    ] {
        assert_eq!(said_of(bar), message);
    }
}
