//! Every artist made of odd numbers, on axes of every kind, in setup and in a frame.

use super::*;
use std::panic::{AssertUnwindSafe, catch_unwind};

fn reversed(values: &[f64]) -> Vec<f64> {
    values.iter().rev().copied().collect()
}

fn first(values: &[f64]) -> f64 {
    values.first().copied().unwrap_or(0.0)
}

fn last(values: &[f64]) -> f64 {
    values.last().copied().unwrap_or(f64::NAN)
}

const FLAT: &[(&str, Build)] = &[
    ("Line", |ax, v| {
        ax.add(Line::new(v, reversed(v)).style("--").marker('o').label("line"));
        ax.add(Line::new(0..v.len(), v).steps(Steps::Mid));
    }),
    ("Scatter", |ax, v| {
        ax.add(Scatter::new(v, reversed(v)).values(v).label("dots"));
    }),
    ("Bars", |ax, v| {
        let bars = Bars::new(0..v.len(), v).value_labels(Format::general()).edge_width(1.0);
        ax.add(bars.errors(v.iter().map(|v| v.abs())).label("bars"));
        ax.add(Bars::new(v, v).horizontal().bottom(v));
    }),
    ("BoxPlot", |ax, v| {
        ax.add(BoxPlot::new([v, &[]]).notch(true).show_means(true));
    }),
    ("Contour", |ax, v| {
        ax.add(Contour::new(0..v.len(), 0..v.len(), square(v)).labels(true));
    }),
    ("Contour over lines", |ax, v| {
        ax.add(Contour::new(v, 0..v.len(), square(v)));
    }),
    ("ContourFilled", |ax, v| {
        ax.add(ContourFilled::new(0..v.len(), 0..v.len(), square(v)));
    }),
    ("Line by value", |ax, v| {
        ax.add(Line::new(0..v.len(), 0..v.len()).values(v).marker('o'));
        ax.add(Line::new(v, reversed(v)).values(v).style("--").norm("log"));
    }),
    ("Lines", |ax, v| {
        let lines = [v.iter().copied().zip(reversed(v)), v.iter().copied().zip(v.to_vec())];
        ax.add(Lines::new(lines).values(v.iter().take(2)));
        ax.add(Lines::rows(v, [v, v]).style(":"));
    }),
    ("ErrorBars of limits", |ax, v| {
        let bars = ErrorBars::new(v, reversed(v), (v.iter().map(|v| v.abs()), 1));
        ax.add(bars.x_errors((0.5, v.iter().map(|v| v.abs()))).lolims(true).xuplims(true));
    }),
    ("ErrorBars", |ax, v| {
        ax.add(ErrorBars::new(v, reversed(v), v.iter().map(|v| v.abs())).marker('s'));
    }),
    ("FillBetween", |ax, v| {
        ax.add(FillBetween::new(v, v, reversed(v)).edge_width(1.0).label("area"));
        ax.add(FillBetween::new(0..v.len(), v, reversed(v)).mask(v.iter().map(|v| *v > 0.0)));
    }),
    ("Histogram", |ax, v| {
        ax.add(Histogram::new(v));
    }),
    ("Histograms", |ax, v| {
        ax.add(Histograms::new([v.to_vec(), reversed(v)]).stacked(true).density(true));
        ax.add(Histograms::new([v]).cumulative(true).style("step").horizontal());
    }),
    ("Histogram2D", |ax, v| {
        ax.add(Histogram2D::new(v, reversed(v)).bins(4));
        ax.add(Histogram2D::new(0..v.len(), v).bins(Bins::Auto).density(true).cmin(0));
    }),
    ("Hexbin", |ax, v| {
        ax.add(Hexbin::new(v, reversed(v)).gridsize(4).norm("log"));
        ax.add(Hexbin::new(v, 0..v.len()).gridsize((3, 2)).values(v).xscale("log").edge_width(1));
    }),
    ("AxLine", |ax, v| {
        ax.add(AxLine::new((first(v), last(v)), (last(v), first(v).next_up())).style("--"));
        ax.add(AxLine::slope((last(v), first(v)), -2.0));
    }),
    ("BrokenBars", |ax, v| {
        ax.add(
            BrokenBars::new(v.iter().copied().zip(reversed(v)), (0, 1)).edge_width(1).label("bars"),
        );
    }),
    ("Ecdf", |ax, v| {
        ax.add(Ecdf::new(v).marker('o').label("ecdf"));
        ax.add(Ecdf::new(0..v.len()).weights(v).complementary(true).horizontal());
    }),
    ("EventPlot", |ax, v| {
        ax.add(EventPlot::new([v.to_vec(), reversed(v)]).labels(["a", "b"]).alpha(0.5));
        ax.add(EventPlot::new([v]).vertical().line_offsets([first(v)]).line_lengths([last(v)]));
    }),
    ("StackPlot", |ax, v| {
        ax.add(StackPlot::new(0..v.len(), [v.to_vec(), reversed(v)]).labels(["a", "b"]));
        ax.add(StackPlot::new(v, [v, v]).baseline("weighted_wiggle").edge_width(1));
    }),
    ("Stairs", |ax, v| {
        ax.add(Stairs::new(v).label("stairs"));
        ax.add(Stairs::new(v).baseline(reversed(v)).fill(true).edge_color("red"));
        ax.add(Stairs::new(v.iter().skip(1)).edges(v).open(true).horizontal());
    }),
    ("Histogram by a rule", |ax, v| {
        ax.add(Histogram::new(v).bins(Bins::Auto).density(true).label("bins"));
    }),
    ("Histogram with weights", |ax, v| {
        ax.add(Histogram::new(0..v.len()).weights(v).cumulative(true));
    }),
    ("HLine and VLine", |ax, v| {
        ax.add(HLine::new(first(v)).style("--"));
        ax.add(VLine::new(last(v)));
    }),
    ("Image", |ax, v| {
        ax.add(Image::new(square(v)));
    }),
    ("Image, smooth", |ax, v| {
        ax.add(Image::new(square(v)).interpolation(Interpolation::Bilinear).norm(Norm::Log));
    }),
    ("Image in an extent", |ax, v| {
        ax.add(Image::new([[1, 2], [3, 4]]).extent([first(v), last(v), first(v), last(v)]));
    }),
    ("PColorMesh", |ax, v| {
        ax.add(PColorMesh::new(0..v.len(), 0..v.len(), square(v)).edge_color("black"));
    }),
    ("PColorMesh over lines", |ax, v| {
        ax.add(PColorMesh::new(v, v, square(v)));
    }),
    ("PColorMesh, bent", |ax, v| {
        ax.add(PColorMesh::grid(square(v), square(&reversed(v)), square(v)));
    }),
    ("Pie", |ax, v| {
        ax.add(Pie::new(v).labels(v.iter().map(|v| v.to_string())).percent(Format::percent(1)));
    }),
    ("Polygon", |ax, v| {
        ax.add(Polygon::new(v, reversed(v)).edge_width(2.0));
    }),
    ("Circles", |ax, v| {
        let radii: Vec<f64> = v.iter().map(|v| v.abs()).collect();
        ax.add(Circles::new(v, reversed(v), &radii).values(v).edge_width(1));
        ax.add(Circles::new(v, reversed(v), &radii).units("points").edge_style("--"));
    }),
    ("Polygons", |ax, v| {
        let corners = || v.iter().copied().zip(reversed(v));
        ax.add(Polygons::new([corners(), corners()]).values([first(v), last(v)]).edge_width(1));
        ax.add(Polygons::rings([[corners(), corners()]]).edge_color("red").edge_style("--"));
    }),
    ("shapes", |ax, v| {
        let size = if first(v).is_finite() { first(v).abs() } else { 1.0 };
        let (place, other) = ((first(v), last(v)), (last(v), first(v)));
        ax.add(Circle::new(place, size).edge_width(1));
        ax.add(Ellipse::new(place, size, 1).angle(30).edge_width(1).edge_style("--"));
        ax.add(Rectangle::new(place, size, -size).angle(10).rounding(3).edge_width(1));
        ax.add(Wedge::new(place, size, 0, 90).width(1).units("points"));
        ax.add(Arc::new(place, size, 2));
        ax.add(Arrow::new(place, other).arc(0.3));
        let corners = v.iter().map(|v| (*v, 1.0));
        ax.add(PathPatch::new(artist::Path::line(corners)).at(place).edge_width(1));
    }),
    ("Quiver", |ax, v| {
        ax.add(Quiver::new(0..v.len(), 0..v.len(), v, reversed(v)).by_magnitude());
        ax.add(Quiver::new(v, v, v, v).in_data(true));
    }),
    ("Quiver on a grid", |ax, v| {
        ax.add(Quiver::grid(0..v.len(), 0..v.len(), square(v), square(v)));
    }),
    ("Stem", |ax, v| {
        ax.add(Stem::new(v, v.iter().rev()));
    }),
    ("Span", |ax, v| {
        ax.add(Span::vertical(first(v), last(v)));
        ax.add(Span::horizontal(last(v), first(v)));
    }),
    ("Stem", |ax, v| {
        ax.add(Stem::new(v, reversed(v)).label("stems"));
    }),
    ("Streamlines", |ax, v| {
        ax.add(Streamlines::new(0..v.len(), 0..v.len(), square(v), square(v)).by_magnitude());
    }),
    ("Streamlines over lines", |ax, v| {
        ax.add(Streamlines::new(v, v, square(v), square(v)));
    }),
    ("Text", |ax, v| {
        ax.add(Text::new((first(v), last(v)), "here"));
        ax.add(Annotation::new("there", (first(v), last(v))).xytext(At::Points(5.0, 9.0)));
        ax.add(Annotation::new("there", (0.5, 0.5)).xytext((first(v), last(v))));
    }),
    ("Trail", |ax, v| {
        ax.add(Trail::new(v, reversed(v)).marker('o'));
        let (a, b) = (first(v), last(v));
        ax.add(TracedPath::new(move |t| (a * t, b * t)));
    }),
    ("Violin", |ax, v| {
        ax.add(Violin::new([v, &[1.0]]).show_means(true).label("violin"));
    }),
];

const SPACE: &[(&str, Build)] = &[
    ("Line3D", |ax, v| {
        ax.add(Line3D::new(v, reversed(v), v).style("--").marker('o').label("line"));
    }),
    ("Scatter3D", |ax, v| {
        ax.add(Scatter3D::new(v, reversed(v), v).values(v).label("dots"));
    }),
    ("Bars3D", |ax, v| {
        ax.add(Bars3D::new(0..v.len(), 0..v.len(), v).bottom(reversed(v)));
        ax.add(Bars3D::new(v, v, v));
    }),
    ("Surface", |ax, v| {
        ax.add(Surface::new(0..v.len(), 0..v.len(), square(v)).cmap("viridis"));
        ax.add(Surface::new(v, v, square(v)));
    }),
    ("Wireframe", |ax, v| {
        ax.add(Wireframe::new(0..v.len(), 0..v.len(), square(v)));
        ax.add(Wireframe::parametric(square(v), square(&reversed(v)), square(v)));
    }),
];

const ODD: &[&[f64]] = &[
    &[],
    &[0.0],
    &[f64::NAN],
    &[1.0, 1.0, 1.0],
    &[f64::NAN, f64::NAN, f64::NAN],
    &[1.0, f64::NAN, 3.0],
    &[f64::INFINITY, f64::INFINITY],
    &[f64::NEG_INFINITY, 0.0, f64::INFINITY],
    &[1.0, 2.0, f64::INFINITY],
    &[-1e300, 0.0, 1e300],
    &[-f64::MAX, f64::MAX],
    &[0.0, f64::MAX],
    &[f64::MAX, f64::MAX],
    &[5e-324, 1e-323],
    &[0.0, f64::MIN_POSITIVE],
    &[1.0, 1.0 + f64::EPSILON],
    &[1e16, 1e16 + 2.0, 1e16 + 4.0],
    &[-3.0, -2.0, -1.0],
    &[1e-200, 1.0, 1e200],
    &[1.0, 2.0, 1e18],
    &[-0.0, 0.0],
];

/// Makes an axes one of its kinds.
type Prepare = fn(&mut Axes);

const KINDS: &[(&str, Prepare)] = &[
    ("linear", |_| ()),
    ("log", |ax| done(ax.set_xscale(AxisScale::Log).set_yscale(AxisScale::Log))),
    ("symlog", |ax| done(ax.set_xscale(AxisScale::SymLog { threshold: 1.0 }))),
    ("log2", |ax| done(ax.set_xscale(AxisScale::log(2)).set_yscale(AxisScale::log(1.5)))),
    ("logit", |ax| done(ax.set_xscale("logit").set_yscale("logit"))),
    ("mercator", |ax| done(ax.set_map("mercator"))),
    ("asinh", |ax| done(ax.set_yscale(AxisScale::Asinh { linear_width: 1.0 }))),
    ("cube root", |ax| done(ax.set_xscale(AxisScale::function(f64::cbrt, |place| place.powi(3))))),
    ("polar", |ax| done(ax.set_projection(Projection::Polar))),
    ("sector", |ax| {
        ax.set_projection(Projection::Polar).set_theta_clockwise(true);
        ax.set_xlim(0.5, 1.5).set_ylim(1.0, 3.0);
    }),
    ("narrow", |ax| done(ax.set_xlim(1.0, 1.0 + 1e-12).set_ylim(-1e-300, 1e-300))),
    ("equal", |ax| done(ax.set_aspect(Aspect::Equal))),
];

/// Draws what is built of odd data, in setup and in a frame, and says where it panics.
fn panics(kind: &str, prepare: Prepare, artists: &[(&str, Build)]) -> Vec<String> {
    let mut panics = Vec::new();
    // one for all frames, since each frame starts from what setup left
    let mut kept = None;
    for ((name, build), values) in artists.iter().flat_map(|a| ODD.iter().map(move |v| (a, v))) {
        let in_setup = || -> Result<(), FigureError> {
            let mut fig = figure();
            prepare(fig.axes());
            build(fig.axes().legend(), values);
            Renderer::new(fig)?.draw().map(drop)
        };
        let in_frame = AssertUnwindSafe(|| -> Result<(), FigureError> {
            let (mut renderer, axes) = match kept.take() {
                Some(kept) => kept,
                None => {
                    let mut fig = figure();
                    let ax = fig.axes();
                    let axes = ax.handle();
                    prepare(ax);
                    (Renderer::new(fig)?, axes)
                }
            };
            build(&mut renderer.frame(0)[axes], values);
            let drawn = renderer.draw().map(drop);
            kept = Some((renderer, axes));
            drawn
        });
        let tried = [catch_unwind(in_setup).is_ok(), catch_unwind(in_frame).is_ok()];
        for (went_well, when) in tried.into_iter().zip(["setup", "a frame"]) {
            if !went_well {
                panics.push(format!("{name} of {values:?} in {when}, {kind}"));
            }
        }
    }
    panics
}

#[test]
fn flat_artists_of_odd_data_are_drawn_or_refused() {
    // all at once: they are a great many
    let each = |(kind, prepare): &(&'static str, Prepare)| {
        let (kind, prepare) = (*kind, *prepare);
        std::thread::spawn(move || panics(kind, prepare, FLAT))
    };
    let all: Vec<_> = KINDS.iter().map(each).collect();
    for found in all {
        assert_eq!(found.join().unwrap(), [""; 0]);
    }
}

#[test]
fn artists_in_space_of_odd_data_are_drawn_or_refused() {
    let space = |ax: &mut Axes| done(ax.set_projection(Projection::ThreeD));
    assert_eq!(panics("in space", space, SPACE), [""; 0]);
}
