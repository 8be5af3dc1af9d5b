//! Counts: of points, bins, levels, ticks, axes and pixels.

use super::*;

arguments! { COUNTS: usize, n;
    "mark_every" Line::new(X, Y).marker('o').mark_every(n);
    "marker" Line::new(X, Y).marker(Marker::polygon(n));
    "marker" Scatter::new(X, Y).marker(Marker::star(n));
    "marker" Scatter::new(X, Y).marker(Marker::asterisk(n));
    "every" ErrorBars::new(X, Y, 1).every(n);
    "every" ErrorBars::new(X, Y, 1).every((n, n));
    "points" Violin::new([X]).points(n);
    "bins" Histogram::new(X).bins(n);
    "bins" Histogram::new(X).bins(n).style(HistStyle::Step);
    "xbins" Histogram2D::new(X, Y).xbins(n).ybins(1);
    "bins" Histogram2D::new(X, Y).bins(n);
    "gridsize" Hexbin::new(X, Y).gridsize((n, 2));
    "gridsize" Hexbin::new(X, Y).gridsize((2, n)).edge_width(1);
    "level_count" Contour::new(X, X, Z).level_count(n);
    "level_count" ContourFilled::new(X, X, Z).level_count(n);
    "nfft" Spectrogram::new(X).nfft(n).noverlap(n / 2);
    "noverlap" Spectrogram::new(X).noverlap(n);
    "pad_to" Spectrogram::new(X).pad_to(n);
    "level_count" TriContour::new(X, [0, 1, 0], X).level_count(n);
    "level_count" TriContourFilled::new(X, [0, 1, 0], X).level_count(n);
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
    "hatch" Span::vertical(0, 1).hatch("/".repeat(n.min(5000)));
    "hatch" Circle::new((1, 1), 1).hatch("o".repeat(n.min(5000)));
    "hatches" Bars::new(X, Y).hatches(["*".repeat(n.min(5000))]);
}

arguments! { TOGETHER: usize, n;
    "arrows" {
        let x = linspace(-1, 1, 9);
        let u = x.iter().map(|y| x.iter().map(move |_| -y));
        let lines = Streamlines::new(&x, &x, u, x.iter().map(|_| x.iter())).density(10).arrows(n);
        lines.max_length(4).broken(false)
    };
    "samples" TracedPath::new(|t| ((9.0 * t).cos(), (7.0 * t).sin())).samples(n).length(1000);
    "marker" Line::new(X, Y).marker(Marker::polygon(n));
    "marker" Scatter::new(X, Y).marker(Marker::star(n));
    "marker" Scatter::new(X, Y).marker(Marker::asterisk(n));
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
    "filled" Voxels::from_fn((n, n, n), |x, y, z| x + y + z == 0);
    "last" Trail3D::new(X, X, X).last(n);
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
    ("num_points", |fig, n| {
        fig.axes().add(Line::new(X, Y).marker('o').label("line"));
        fig.axes().set_legend(Legend::new().num_points(n));
    }),
    ("scatter_points", |fig, n| {
        fig.axes().add(Scatter::new(X, Y).label("dots"));
        fig.axes().set_legend(Legend::new().scatter_points(n));
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
    ("set_xlocator", |fig, n| done(fig.axes().set_xlocator(Locator::max_n(n)))),
    ("set_xlocator", |fig, n| done(fig.axes().set_xlocator(Locator::linear(n)))),
    ("set_xminorlocator", |fig, n| {
        done(fig.axes().set_xminorlocator(Locator::divisions(n)));
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
