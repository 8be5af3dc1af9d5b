//! Sizes: widths, angles, fractions and whatever else is measured rather than counted.

use super::*;
use panim_figure::artist::Path;

arguments! { SIZES: f64, s;
    "width" Line::new(X, Y).width(s).style("--");
    "widths" Line::new(X, Y).widths([s, 1.0, s]);
    "widths" Line::new(X, Y).widths(s).values(X).style("--");
    "width" Line::new(X, Y).values(X).width(s).style("-.");
    "width" Lines::new([[(0, 0), (1, 1)], [(0, 1), (1, 0)]]).width(s).style("--");
    "widths" Lines::new([[(0, 0), (1, 1)], [(0, 1), (1, 0)]]).widths([s, 1.0]).values([0, 1]);
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
    "edge_width" Scatter::new(X, Y).edge_width([s; 3]).marker("X");
    "alphas" Scatter::new(X, Y).alphas([s; 3]);
    "marker" Scatter::new(X, Y).marker(Marker::star(5).rotated(s));
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
    "whisker_width" BoxPlot::new([X]).whisker_width(s);
    "cap_thick" BoxPlot::new([X]).cap_thick(s);
    "cap_length" BoxPlot::new([X]).cap_length(s);
    "mean_width" BoxPlot::new([X]).show_means(true).mean_line(true).mean_width(s);
    "mean_size" BoxPlot::new([X]).show_means(true).mean_size(s);
    "median_width" BoxPlot::new([X]).median_width(s);
    "outlier_size" BoxPlot::new([[1, 1, 1, 9]]).outlier_size(s);
    "outlier_edge_width" BoxPlot::new([[1, 1, 1, 9]]).outlier_edge_width(s);
    "length" Barbs::new([0, 1], [0, 1], [1, 65], [1, 65]).length(s);
    "increments" Barbs::new([0, 1], [0, 1], [1, 65], [1, 65]).increments([5.0, 10.0, s]);
    "spacing" Barbs::new([0, 1], [0, 1], [1, 65], [1, 65]).spacing(s);
    "height" Barbs::new([0, 1], [0, 1], [1, 65], [1, 65]).height(s);
    "flag_width" Barbs::new([0, 1], [0, 1], [1, 65], [1, 65]).flag_width(s);
    "empty_radius" Barbs::new([0, 1], [0, 1], [1, 65], [1, 65]).empty_radius(s);
    "width" Barbs::new([0, 1], [0, 1], [1, 65], [1, 65]).width(s);
    "width" TriPlot::new(X, [0, 1, 0]).width(s);
    "marker_size" TriPlot::new(X, [0, 1, 0]).marker('o').marker_size(s);
    "edge_width" TriColor::new(X, [0, 1, 0], X).edge_width(s);
    "width" Contour::new(X, X, Z).width(s);
    "widths" Contour::new(X, X, Z).widths([s, 1.0]);
    "label_size" Contour::new(X, X, Z).labels(true).label_size(s);
    "width" ErrorBars::new(X, Y, X).width(s);
    "cap_size" ErrorBars::new(X, Y, X).cap_size(s);
    "cap_thick" ErrorBars::new(X, Y, X).cap_thick(s);
    "cap_size" ErrorBars::new(X, Y, (X, 1)).x_errors(1).lolims(true).xuplims(true).cap_size(s);
    "cap_thick" ErrorBars::new(X, Y, X).uplims(true).cap_thick(s);
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
    "radius" Circle::new((1, 1), s).edge_width(1).edge_style("--");
    "edge_width" Circle::new((1, 1), 1).edge_width(s);
    "edge_width" Circle::new((1, 1), 1).edge_width(s).edge_style(":");
    "edge_style" Circle::new((1, 1), 1).edge_width(1).edge_style(LineStyle::Dashes(vec![s, 1.0]));
    "radius" Circles::new(X, Y, s).edge_width(1);
    "radius" Circles::new(X, Y, [s; 3]).units("points").edge_width(1).edge_style("--");
    "edge_width" Circles::new(X, Y, 1).edge_width(s);
    "edge_width" Circles::new(X, Y, 1).units("points").edge_width(s).edge_style(":");
    "edge_width" Polygons::new([[(0, 0), (1, 0), (1, 1)]]).edge_width(s);
    "edge_width" Polygons::new([[(0, 0), (1, 0), (1, 1)]]).edge_width(s).edge_style("--");
    "width" Ellipse::new((1, 1), s, 1).edge_width(1);
    "height" Ellipse::new((1, 1), 1, s).units("points").edge_width(1);
    "angle" Ellipse::new((1, 1), 1, 2).angle(s);
    "width" Rectangle::new((1, 1), s, 1).angle(9).edge_width(1);
    "height" Rectangle::new((1, 1), 1, s).edge_width(1).edge_style("--");
    "rounding" Rectangle::new((1, 1), 1, 1).rounding(s).edge_width(1);
    "radius" Wedge::new((1, 1), s, 10, 80).width(1).edge_width(1);
    "width" Wedge::new((1, 1), 1, 10, 80).width(s).edge_width(1);
    "theta1" Wedge::new((1, 1), 1, s, 80).edge_width(1);
    "theta2" Wedge::new((1, 1), 1, 10, s).edge_width(1);
    "width" Arc::new((1, 1), s, 1).theta1(20).edge_style("--");
    "height" Arc::new((1, 1), 1, s).units("points");
    "theta1" Arc::new((1, 1), 1, 2).theta1(s);
    "theta2" Arc::new((1, 1), 1, 1).theta2(s);
    "scale" PathPatch::new(Path::circle((1, 1), 1)).scale(s).edge_width(1).edge_style("--");
    "width" Arrow::new((0, 0), (2, 2)).width(s);
    "width" Arrow::new((0, 0), (2, 2)).width(s).style("--").arc(0.5);
    "head_size" Arrow::new((0, 0), (2, 2)).head_size(s).arrow_style("<|-|>");
    "shrink" Arrow::new((0, 0), (2, 2)).shrink(s);
    "arc" Arrow::new((0, 0), (2, 2)).arc(s).style(":");
    "shrink_a" Arrow::new((0, 0), (2, 2)).shrink_a(s);
    "shrink_b" Arrow::new((0, 0), (2, 2)).shrink_b(s).connection("angle");
    "connection" Arrow::new((0, 0), (2, 2)).connection(ConnectionStyle::angle3(s, s + 0.001));
    "connection" Arrow::new((0, 0), (2, 2)).connection(ConnectionStyle::angle(0, 90).rad(s));
    "connection" Arrow::new((0, 0), (2, 2)).connection(ConnectionStyle::arc(10, 20).arms(s, s));
    "connection" Arrow::new((0, 0), (2, 2)).connection(ConnectionStyle::bar().fraction(s)).style("--");
    "arrow_style" Arrow::new((0, 0), (2, 2)).arrow_style(ArrowStyle::default().head_length(s));
    "arrow_style" Arrow::new((0, 0), (2, 2)).arrow_style(ArrowStyle::default().head_width(s));
    "arrow_style" Arrow::new((0, 0), (2, 2)).arrow_style(ArrowStyle::fancy().tail_width(s));
    "arrow_style" Arrow::new((0, 0), (2, 2)).arrow_style(ArrowStyle::wedge().shrink_factor(s));
    "arrow_style" Arrow::new((0, 0), (2, 2)).arrow_style({
        ArrowStyle::new(ArrowEnd::Bracket, ArrowEnd::Bar).bracket_width(s).bracket_length(s)
    });
    "outline" Line::new(X, Y).outline(("red", s)).alpha(0.5);
    "outline" Text::new((0.5, 0.5), "here").outline(Outline::new("red", 1).offset(s, s));
    "boxed" Text::new((0.5, 0.5), "here").boxed({
        TextBox::new().style(BoxStyle::roundtooth().tooth_size(s))
    });
    "boxed" Text::new((0.5, 0.5), "here").boxed(TextBox::new().style(BoxStyle::round4().rounding_size(s)));
    "boxed" Text::new((0.5, 0.5), "here").boxed({
        TextBox::new().style(BoxStyle::darrow().head_width(s).head_angle(s))
    });
    "head_size" Annotation::new("here", (0.5, 0.5)).xytext((0.1, 0.9)).head_size(s);
    "relpos" Annotation::new("here", (0.5, 0.5)).xytext((0.1, 0.9)).relpos((s, s));
    "scale" Quiver::new(X, X, Y, Y).scale(s);
    "width" Quiver::new(X, X, Y, Y).width(s);
    "head_width" Quiver::new(X, X, Y, Y).head_width(s);
    "head_length" Quiver::new(X, X, Y, Y).head_length(s);
    "head_axis_length" Quiver::new(X, X, Y, Y).head_axis_length(s);
    "key" Quiver::new(X, X, Y, Y).key(At::Axes(s, 0.5), 1, "key");
    "key" Quiver::new(X, X, Y, Y).key(At::Axes(0.5, 0.5), s, "key");
    "edge_width" Span::vertical(0, 1).edge_width(s);
    "hatch_width" Span::vertical(0, 1).hatch("x").hatch_width(s);
    "hatch_width" ContourFilled::new(X, X, Z).hatches(["o", "/"]).hatch_width(s);
    "width" AxLine::new((0, 0), (1, 1)).width(s);
    "width" EventPlot::new([X]).width(s);
    "line_lengths" EventPlot::new([X]).line_lengths(s);
    "line_offsets" EventPlot::new([X]).line_offsets(s);
    "edge_width" Stairs::new(X).edge_width(s);
    "baseline" Stairs::new(X).fill(true).baseline(s);
    "bar_width" Histograms::new([X, Y]).bar_width(s);
    "edge_width" Histograms::new([X, Y]).edge_width(s);
    "xmax" HLine::new(0.5).xmax(s);
    "ymin" VLine::new(0.5).ymin(s);
    "ymin" Span::vertical(0, 1).ymin(s);
    "yrange" BrokenBars::new([(0, 1)], (0, s)).edge_width(1);
    "slope" AxLine::slope((0, 0), s);
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
    "row_height" Table::new([["a", "b"]]).row_height(s);
    "edge_width" Table::new([["a", "b"]]).edge_width(s);
    "col_widths" Table::new([["a", "b"]]).col_widths([s, 0.1]);
    "bbox" Table::new([["a", "b"]]).bbox([s, 0.0, 1.0, 1.0]);
    "bbox" Table::new([["a", "b"]]).bbox([0.0, 0.0, 1.0, s]);
    "size" Table::new([["a", "b"]]).size(s);
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
    "width" Quiver3D::new(X, Y, X, X, Y, Y).width(s);
    "length" Quiver3D::new(X, Y, X, X, Y, Y).length(s);
    "arrow_length_ratio" Quiver3D::new(X, Y, X, X, Y, Y).arrow_length_ratio(s);
    "width" Stem3D::new(X, Y, X).width(s);
    "bottom" Stem3D::new(X, Y, X).bottom(s);
    "marker_size" Stem3D::new(X, Y, X).marker_size(s);
    "size" Text3D::new((1, 1, 1), "here").size(s);
    "rotation" Text3D::new((1, 1, 1), "here").zdir("x").rotation(s);
    "edge_width" Voxels::new([[[true, true]]]).edge_width(s);
    "edge_width" FillBetween3D::new(X, Y, X, X, Y, 0).edge_width(s);
    "width" Trail3D::new(X, Y, X).width(s);
    "tail_width" Trail3D::new(X, Y, X).tail_width(s);
}

const SIZES_OF_FIGURES: &[Argument<f64>] = &[
    ("set_title", |fig, s| done(fig.axes().set_title(Label::new("title").size(s)))),
    ("set_title", |fig, s| done(fig.axes().set_title(Label::new("title").pad(s)))),
    ("set_title", |fig, s| done(fig.set_title(Label::new("title").size(s)))),
    ("set_xlabel", |fig, s| done(fig.axes().set_xlabel(Label::new("label").size(s)))),
    ("set_ylabel", |fig, s| done(fig.axes().set_ylabel(Label::new("label").pad(s)))),
    ("length", |fig, s| done(fig.axes().set_tick_params(TickParams::new().length(s)))),
    ("width", |fig, s| done(fig.axes().set_tick_params(TickParams::new().width(s)))),
    ("label_size", |fig, s| done(fig.axes().set_tick_params(TickParams::new().label_size(s)))),
    ("label_rotation", |fig, s| {
        done(fig.axes().set_tick_params(TickParams::new().label_rotation(s)));
    }),
    ("pad", |fig, s| done(fig.axes().set_tick_params(TickParams::new().pad(s)))),
    ("width", |fig, s| done(fig.axes().set_spine("left", Spine::new().width(s)))),
    ("arrow_size", |fig, s| {
        done(fig.axes().set_spine("left", Spine::new().arrows("max").arrow_size(s)));
    }),
    ("set_xmargin", |fig, s| {
        let ax = fig.axes();
        ax.add(Line::new(X, Y));
        ax.set_xmargin(s);
    }),
    ("set_aspect", |fig, s| done(fig.axes().set_aspect(Aspect::Ratio(s)))),
    ("set_theta_zero", |fig, s| {
        fig.axes().set_projection(Projection::Polar).set_theta_zero(s);
    }),
    ("set_roll", |fig, s| done(fig.axes().set_projection("3d").set_roll(s))),
    ("set_focal_length", |fig, s| done(fig.axes().set_projection("3d").set_focal_length(s))),
    ("set_zoom", |fig, s| done(fig.axes().set_projection("3d").set_zoom(s))),
    ("set_box_aspect", |fig, s| done(fig.axes().set_projection("3d").set_box_aspect((s, 1, s)))),
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
    ("label_spacing", |fig, s| keyed(fig, Legend::new().label_spacing(s))),
    ("column_spacing", |fig, s| keyed(fig, Legend::new().columns(2).column_spacing(s))),
    ("handle_length", |fig, s| keyed(fig, Legend::new().handle_length(s))),
    ("handle_height", |fig, s| keyed(fig, Legend::new().handle_height(s))),
    ("handle_text_pad", |fig, s| keyed(fig, Legend::new().handle_text_pad(s))),
    ("border_pad", |fig, s| keyed(fig, Legend::new().border_pad(s).loc("outside right"))),
    ("border_axes_pad", |fig, s| keyed(fig, Legend::new().border_axes_pad(s).expand(true))),
    ("marker_scale", |fig, s| keyed(fig, Legend::new().marker_scale(s))),
    ("edge_width", |fig, s| keyed(fig, Legend::new().edge_width(s).shadow(true))),
    ("frame_alpha", |fig, s| keyed(fig, Legend::new().frame_alpha(s))),
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
    ("tick_width", |fig, s| styled(fig, Style { tick_width: Some(s), ..Style::default() })),
    ("tick_pad", |fig, s| styled(fig, Style { tick_pad: s, ..Style::default() })),
    ("label_size", |fig, s| styled(fig, Style { label_size: Some(s), ..Style::default() })),
    ("tick_label_size", |fig, s| {
        styled(fig, Style { tick_label_size: Some(s), ..Style::default() })
    }),
    ("legend_size", |fig, s| styled(fig, Style { legend_size: Some(s), ..Style::default() })),
    ("tick_length", |fig, s| styled(fig, Style { tick_length: s, ..Style::default() })),
    ("font_size", |fig, s| styled(fig, Style { font_size: s, ..Style::default() })),
    ("title_size", |fig, s| styled(fig, Style { title_size: s, ..Style::default() })),
    ("line_width", |fig, s| styled(fig, Style { line_width: s, ..Style::default() })),
];

fn bar(fig: &mut Figure, bar: Colorbar) {
    let image = fig.axes().add(Image::new(Z));
    fig.add_colorbar(image, bar);
}

fn keyed(fig: &mut Figure, legend: Legend) {
    let ax = fig.axes();
    ax.add(Line::new(X, Y).marker('o').label("line"));
    ax.add(Scatter::new(X, Y).label("dots"));
    ax.set_legend(legend);
}

fn styled(fig: &mut Figure, style: Style) {
    let ax = fig.set_style(style).axes().set_title("title").set_xlabel("x");
    ax.add(Line::new(X, Y).label("line"));
    ax.legend();
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

#[test]
fn sizes_of_artists_are_bounded() {
    try_all(SIZES, |_| (), &HUGE_SIZES);
    try_all(SIZES_IN_SPACE, in_space, &HUGE_SIZES);
}

#[test]
fn sizes_of_figures_are_bounded() {
    try_all(SIZES_OF_FIGURES, |_| (), &HUGE_SIZES);
}
