//! Every count and every size that a figure takes: none is so large that a figure takes more time or
//! memory than its picture is worth, and what is refused is told by its name.

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

const X: [i32; 3] = [0, 1, 2];
const Y: [i32; 3] = [2, 0, 1];
const Z: [[i32; 3]; 3] = [[0, 1, 2], [1, 2, 3], [5, 1, 0]];

arguments! { COUNTS: usize, n;
    "mark_every" Line::new(X, Y).marker('o').mark_every(n);
    "points" Violin::new([X]).points(n);
    "bins" Histogram::new(X).bins(n);
    "bins" Histogram::new(X).bins(n).style(HistStyle::Step);
    "level_count" Contour::new(X, X, Z).level_count(n);
    "level_count" ContourFilled::new(X, X, Z).level_count(n);
    "levels" Contour::new(X, X, Z).levels(0..n.min(5000));
    "levels" ContourFilled::new(X, X, Z).levels(0..n.min(5000));
    "arrows" Streamlines::new(X, X, Z, Z).arrows(n);
    "samples" TracedPath::new(|t| (t, t)).samples(n);
    "last" Trail::new(X, Y).last(n);
    "value_labels" Bars::new(X, Y).value_labels(Format::digits(n));
    "value_labels" Bars::new(X, Y).value_labels(Format::percent(n));
    "percent" Pie::new([1, 2]).percent(Format::percent(n));
    "label_format" Contour::new(X, X, Z).labels(true).label_format(Format::digits(n));
    "style" Line::new(X, Y).style(LineStyle::Dashes(vec![1.0; n.min(5000)]));
}

arguments! { TOGETHER: usize, n;
    "arrows" {
        let x = linspace(-1, 1, 9);
        let u = x.iter().map(|y| x.iter().map(move |_| -y));
        let lines = Streamlines::new(&x, &x, u, x.iter().map(|_| x.iter())).density(10).arrows(n);
        lines.max_length(4).broken(false)
    };
    "samples" TracedPath::new(|t| ((9.0 * t).cos(), (7.0 * t).sin())).samples(n).length(1000);
    "points" Violin::new([linspace(0, 1, 1000)]).points(n);
    "bins" Histogram::new(linspace(0, 1, 1000)).bins(n).edge_width(1);
}

arguments! { COUNTS_IN_SPACE: usize, n;
    "rcount" Surface::new(X, X, Z).rcount(n);
    "ccount" Surface::new(X, X, Z).ccount(n);
    "rcount" Surface::new(X, X, Z).rstride(n);
    "ccount" Surface::new(X, X, Z).cstride(n);
    "rcount" Wireframe::new(X, X, Z).rcount(n);
    "rcount" Wireframe::new(X, X, Z).rstride(n);
    "mark_every" Line3D::new(X, X, X).marker('o').mark_every(n);
}

const COUNTS_OF_FIGURES: &[Argument<usize>] = &[
    ("subplots", |fig, n| {
        let mut axes = fig.subplots(n, n);
        if n > 0 {
            axes[(n - 1, n - 1)].set_title("last");
        }
    }),
    ("subplots", |fig, n| done(fig.subplots(1, n).share_x().share_y())),
    ("subplots", |fig, n| done(fig.subplots(n, 1).spacing(0, 0))),
    ("grid", |fig, n| done(fig.grid(n, n).span(.., ..))),
    ("grid", |fig, n| done(fig.grid(1, n).span(0, 0))),
    ("nest", |fig, n| done(fig.grid(2, 2).nest(0, 0, n, n).span(0, 0))),
    ("set_size", |fig, n| done(fig.set_size(n.min(u32::MAX as usize) as u32, 2).axes())),
    ("set_size", |fig, n| done(fig.set_size(2, n.min(u32::MAX as usize) as u32).axes())),
    ("columns", |fig, n| {
        let ax = fig.axes();
        ax.add(Line::new(X, Y).label("line"));
        ax.set_legend(Legend::new().columns(n));
    }),
    ("set_xticks", |fig, n| done(fig.axes().set_xticks(0..n.min(2_000_000)))),
    ("set_yticks", |fig, n| done(fig.axes().set_ylim(0, 9).set_yticks(0..n.min(2_000_000)))),
    ("set_xminorticks", |fig, n| done(fig.axes().set_xminorticks(0..n.min(2_000_000)))),
    ("set_zticks", |fig, n| {
        fig.axes().set_projection(Projection::ThreeD).set_zticks(0..n.min(2_000_000));
    }),
    ("set_xticks", |fig, n| {
        fig.axes().set_projection(Projection::Polar).set_xticks(0..n.min(2_000_000));
    }),
    ("set_yformat", |fig, n| done(fig.axes().set_yformat(Format::digits(n)))),
    ("ticks", |fig, n| {
        let image = fig.axes().add(Image::new(Z));
        fig.add_colorbar(image, Colorbar::new().ticks(0..n.min(2_000_000)));
    }),
    ("format", |fig, n| {
        let image = fig.axes().add(Image::new(Z));
        fig.add_colorbar(image, Colorbar::new().format(Format::digits(n)));
    }),
];

const HUGE_COUNTS: [usize; 12] =
    [0, 1, 2, 3, 100, 1000, 1001, 65_536, 1_000_000, 100_000_000, usize::MAX / 2, usize::MAX];

arguments! { SIZES: f64, s;
    "width" Line::new(X, Y).width(s).style("--");
    "marker_size" Line::new(X, Y).marker('o').marker_size(s);
    "marker_edge_width" Line::new(X, Y).marker('s').marker_color("none").marker_edge_width(s);
    "alpha" Line::new(X, Y).alpha(s);
    "zorder" Line::new(X, Y).zorder(s);
    "style" Line::new(X, Y).style(LineStyle::Dashes(vec![s, 1.0]));
    "style" Line::new(X, Y).style(LineStyle::Dashes(vec![s, s]));
    "size" Scatter::new(X, Y).size(s);
    "size" Scatter::new(0..300, 0..300).size(s);
    "sizes" Scatter::new(X, Y).sizes([s; 3]);
    "edge_width" Scatter::new(X, Y).edge_width(s);
    "width" Bars::new(X, Y).width(s);
    "error_width" Bars::new(X, Y).errors([1; 3]).error_width(s);
    "cap_size" Bars::new(X, Y).errors([1; 3]).cap_size(s);
    "cap_thick" Bars::new(X, Y).errors([1; 3]).cap_thick(s);
    "edge_width" Bars::new(X, Y).edge_width(s);
    "value_label_size" Bars::new(X, Y).value_labels(Format::general()).value_label_size(s);
    "whiskers" BoxPlot::new([X]).whiskers(s);
    "width" BoxPlot::new([X]).width(s);
    "widths" BoxPlot::new([X, Y]).widths([s, 1.0]);
    "edge_width" BoxPlot::new([X]).edge_width(s);
    "median_width" BoxPlot::new([X]).median_width(s);
    "outlier_size" BoxPlot::new([[1, 1, 1, 9]]).outlier_size(s);
    "outlier_edge_width" BoxPlot::new([[1, 1, 1, 9]]).outlier_edge_width(s);
    "width" Contour::new(X, X, Z).width(s);
    "widths" Contour::new(X, X, Z).widths([s, 1.0]);
    "label_size" Contour::new(X, X, Z).labels(true).label_size(s);
    "width" ErrorBars::new(X, Y, X).width(s);
    "cap_size" ErrorBars::new(X, Y, X).cap_size(s);
    "cap_thick" ErrorBars::new(X, Y, X).cap_thick(s);
    "marker_size" ErrorBars::new(X, Y, X).marker('d').marker_size(s);
    "edge_width" FillBetween::new(X, Y, X).edge_width(s);
    "edge_width" Histogram::new(X).style(HistStyle::Step).edge_width(s);
    "width" HLine::new(1).width(s).style(":");
    "edge_width" PColorMesh::new(X, X, Z).edge_width(s);
    "radius" Pie::new([1, 2]).radius(s);
    "hole" Pie::new([1, 2]).hole(s);
    "start_angle" Pie::new([1, 2]).start_angle(s);
    "label_distance" Pie::new([1, 2]).labels(["a", "b"]).label_distance(s);
    "label_size" Pie::new([1, 2]).labels(["a", "b"]).label_size(s);
    "percent_distance" Pie::new([1, 2]).percent(Format::general()).percent_distance(s);
    "percent_size" Pie::new([1, 2]).percent(Format::general()).percent_size(s);
    "edge_width" Pie::new([1, 2]).edge_width(s);
    "edge_width" Polygon::new(X, Y).edge_width(s);
    "scale" Quiver::new(X, X, Y, Y).scale(s);
    "width" Quiver::new(X, X, Y, Y).width(s);
    "head_width" Quiver::new(X, X, Y, Y).head_width(s);
    "head_length" Quiver::new(X, X, Y, Y).head_length(s);
    "head_axis_length" Quiver::new(X, X, Y, Y).head_axis_length(s);
    "key" Quiver::new(X, X, Y, Y).key(At::Axes(s, 0.5), 1, "key");
    "key" Quiver::new(X, X, Y, Y).key(At::Axes(0.5, 0.5), s, "key");
    "edge_width" Span::vertical(0, 1).edge_width(s);
    "width" Stem::new(X, Y).width(s);
    "marker_size" Stem::new(X, Y).marker_size(s);
    "bottom" Stem::new(X, Y).bottom(s);
    "width" Streamlines::new(X, X, Z, Z).width(s);
    "density" Streamlines::new(X, X, Z, Z).density(s);
    "min_length" Streamlines::new(X, X, Z, Z).min_length(s);
    "max_length" Streamlines::new(X, X, Z, Z).max_length(s).broken(false);
    "arrow_size" Streamlines::new(X, X, Z, Z).arrow_size(s);
    "size" Text::new((0.5, 0.5), "here").size(s);
    "rotation" Text::new((0.5, 0.5), "here").rotation(s);
    "boxed" Text::new((0.5, 0.5), "here").boxed(TextBox::rounded().padding(s));
    "boxed" Text::new((0.5, 0.5), "here").boxed(TextBox::rounded().edge_width(s));
    "boxed" Text::new((0.5, 0.5), "here").boxed(TextBox::rounded().alpha(s));
    "size" Timestamp::new(Loc::UpperLeft).size(s);
    "size" Annotation::new("here", (0.5, 0.5)).xytext((0.1, 0.9)).size(s);
    "arrow_width" Annotation::new("here", (0.5, 0.5)).xytext((0.1, 0.9)).arrow_width(s);
    "shrink" Annotation::new("here", (0.5, 0.5)).xytext((0.1, 0.9)).shrink(s);
    "arc" Annotation::new("here", (0.5, 0.5)).xytext((0.1, 0.9)).arc(s);
    "width" Trail::new(X, Y).width(s);
    "tail_width" Trail::new(X, Y).tail_width(s);
    "tail_alpha" Trail::new(X, Y).tail_alpha(s);
    "marker_size" Trail::new(X, Y).marker('o').marker_size(s);
    "length" TracedPath::new(|t| (t, t)).length(s);
    "bandwidth" Violin::new([X]).bandwidth(Bandwidth::Factor(s));
    "width" Violin::new([X]).width(s);
    "widths" Violin::new([X, Y]).widths([s, 1.0]);
    "line_width" Violin::new([X]).line_width(s);
    "body_alpha" Violin::new([X]).body_alpha(s);
}

arguments! { SIZES_IN_SPACE: f64, s;
    "width" Line3D::new(X, Y, X).width(s).style(":");
    "size" Scatter3D::new(X, Y, X).size(s);
    "edge_width" Scatter3D::new(X, Y, X).edge_width(s);
    "width" Bars3D::new(X, Y, X).width(s);
    "depth" Bars3D::new(X, Y, X).depth(s);
    "edge_width" Bars3D::new(X, Y, X).edge_width(s);
    "edge_width" Surface::new(X, X, Z).edge_width(s);
    "width" Wireframe::new(X, X, Z).width(s);
}

const SIZES_OF_FIGURES: &[Argument<f64>] = &[
    ("set_title", |fig, s| done(fig.axes().set_title(Label::new("title").size(s)))),
    ("set_title", |fig, s| done(fig.axes().set_title(Label::new("title").pad(s)))),
    ("set_title", |fig, s| done(fig.set_title(Label::new("title").size(s)))),
    ("set_xlabel", |fig, s| done(fig.axes().set_xlabel(Label::new("label").size(s)))),
    ("set_ylabel", |fig, s| done(fig.axes().set_ylabel(Label::new("label").pad(s)))),
    ("set_xtick_size", |fig, s| done(fig.axes().set_xtick_size(s))),
    ("set_ytick_size", |fig, s| done(fig.axes().set_ytick_size(s))),
    ("set_xtick_rotation", |fig, s| done(fig.axes().set_xtick_rotation(s))),
    ("set_xmargin", |fig, s| {
        let ax = fig.axes();
        ax.add(Line::new(X, Y));
        ax.set_xmargin(s);
    }),
    ("set_aspect", |fig, s| done(fig.axes().set_aspect(Aspect::Ratio(s)))),
    ("set_theta_zero", |fig, s| {
        fig.axes().set_projection(Projection::Polar).set_theta_zero(s);
    }),
    ("set_view", |fig, s| done(fig.axes().set_projection(Projection::ThreeD).set_view(s, s))),
    ("width", |fig, s| done(fig.axes().set_grid(Grid::new().width(s).style("--")))),
    ("alpha", |fig, s| done(fig.axes().set_grid(Grid::new().alpha(s)))),
    ("minor_width", |fig, s| done(fig.axes().set_grid(Grid::new().minor().minor_width(s)))),
    ("minor_alpha", |fig, s| done(fig.axes().set_grid(Grid::new().minor().minor_alpha(s)))),
    ("size", |fig, s| {
        let ax = fig.axes();
        ax.add(Line::new(X, Y).label("line"));
        ax.set_legend(Legend::new().size(s));
    }),
    ("inset", |fig, s| {
        let ax = fig.axes().handle();
        fig.inset(ax, [s, 0.1, 0.2, 0.2]);
    }),
    ("inset", |fig, s| {
        let ax = fig.axes().handle();
        let inset = fig.inset(ax, [0.1, 0.1, s, s]);
        inset.add(Trail::new([0, 1], [0, 1]).width(30));
        inset.add(Image::new(Z));
    }),
    ("spacing", |fig, s| done(fig.subplots(2, 2).spacing(s, s))),
    ("margins", |fig, s| done(fig.subplots(2, 2).margins(s, s, s, s))),
    ("width_ratios", |fig, s| done(fig.subplots(2, 2).width_ratios([1.0, s]))),
    ("height_ratios", |fig, s| done(fig.subplots(2, 2).height_ratios([s, s]))),
    ("shrink", |fig, s| bar(fig, Colorbar::new().shrink(s))),
    ("aspect", |fig, s| bar(fig, Colorbar::new().aspect(s))),
    ("pad", |fig, s| bar(fig, Colorbar::new().pad(s))),
    ("edge_width", |fig, s| styled(fig, Style { edge_width: s, ..Style::default() })),
    ("grid_width", |fig, s| styled(fig, Style { grid: true, grid_width: s, ..Style::default() })),
    ("tick_length", |fig, s| styled(fig, Style { tick_length: s, ..Style::default() })),
    ("font_size", |fig, s| styled(fig, Style { font_size: s, ..Style::default() })),
    ("title_size", |fig, s| styled(fig, Style { title_size: s, ..Style::default() })),
    ("line_width", |fig, s| styled(fig, Style { line_width: s, ..Style::default() })),
];

fn bar(fig: &mut Figure, bar: Colorbar) {
    let image = fig.axes().add(Image::new(Z));
    fig.add_colorbar(image, bar);
}

fn styled(fig: &mut Figure, style: Style) {
    fig.set_style(style).axes().set_title("title").add(Line::new(X, Y));
}

const HUGE_SIZES: [f64; 15] = [
    0.0,
    -0.5,
    -1e300,
    1e-300,
    0.5,
    1.0,
    20.0,
    1000.0,
    1e6,
    1e9,
    1e18,
    1e300,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

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

#[test]
fn counts_of_artists_are_bounded() {
    try_all(COUNTS, |_| (), &HUGE_COUNTS);
    try_all(TOGETHER, |_| (), &[20, 10_000, 100_000]);
    try_all(COUNTS_IN_SPACE, in_space, &HUGE_COUNTS);
}

#[test]
fn counts_of_figures_are_bounded() {
    try_all(COUNTS_OF_FIGURES, |_| (), &HUGE_COUNTS);
}

#[test]
fn sizes_of_artists_are_bounded() {
    try_all(SIZES, |_| (), &HUGE_SIZES);
    try_all(SIZES_IN_SPACE, in_space, &HUGE_SIZES);
}

#[test]
fn sizes_of_figures_are_bounded() {
    try_all(SIZES_OF_FIGURES, |_| (), &HUGE_SIZES);
}

#[test]
fn what_is_too_much_is_told_with_what_is_allowed() {
    let refused = |build: &dyn Fn(&mut Figure)| {
        let mut fig = Figure::new();
        build(&mut fig);
        Renderer::new(fig).err().unwrap().to_string()
    };
    for (build, message) in [
        (
            &(|fig: &mut Figure| {
                fig.axes().add(Bars::new([1], [1]).value_labels(Format::digits(65_536)));
            }) as &dyn Fn(&mut Figure),
            "Bars, `value_labels`: 65536 is not a number of digits after the point, 0 to 100",
        ),
        (
            &|fig| done(fig.axes().add(Violin::new([[1, 2]]).points(100_000_000))),
            "Violin, `points`: 100000000 is not a number of points of an outline, 2 to 10000",
        ),
        (
            &|fig| done(fig.axes().set_xticks(0..1_000_000)),
            "Axes, `set_xticks`: 1000000 is not a number of ticks, 0 to 1000",
        ),
        (
            &|fig| done(fig.subplots(40, 40)),
            "Figure, `subplots`: 40 rows of 40 columns: 1600 is not a number of axes, 1 to 400",
        ),
        (
            &|fig| done(fig.axes().add(Streamlines::new(X, X, Z, Z).density(100.0))),
            "Streamlines, `density`: 100 is not a density, more than 0 and up to 10",
        ),
        (
            &|fig| done(fig.set_size(60_000, 60_000)),
            "Figure, `set_size`: 60000x60000 pixels; there may be 100000000 in all",
        ),
    ] {
        assert_eq!(refused(build), message);
    }
    // said by the words themselves, a number of digits is cut
    assert_eq!(Format::digits(usize::MAX).text(0.5).len(), 102);
}
