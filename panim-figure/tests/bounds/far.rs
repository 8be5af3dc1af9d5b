//! Whatever is drawn far outside of the picture costs no more than the picture is worth, and what of
//! it passes through the picture is where it belongs.

mod pixels;

use panim_figure::*;
use std::{panic::catch_unwind, time::Instant};

/// Adds an artist at places that are made of these values.
type Build = fn(&mut Axes, &[f64; 4]);

fn reversed(v: &[f64; 4]) -> [f64; 4] {
    [v[3], v[2], v[1], v[0]]
}

fn rows(v: &[f64; 4]) -> [[f64; 4]; 4] {
    [*v, reversed(v), *v, reversed(v)]
}

const MARKERS: &str = "o.sDd^v<>*ph+x|_";
const STYLES: [&str; 4] = ["-", "--", "-.", ":"];

const FLAT: &[(&str, Build)] = &[
    ("lines", |ax, v| {
        for style in STYLES {
            ax.add(Line::new(v, reversed(v)).style(style));
            ax.add(Line::new(v, reversed(v)).style(style).steps(Steps::Mid).width(9.0));
            ax.add(Line::new([0.5, v[0]], [0.5, v[1]]).style(style).alpha(0.5));
        }
        ax.add(Line::new(v, v).style(LineStyle::Dashes(vec![0.1, 0.2, 0.0])));
    }),
    ("markers", |ax, v| {
        for marker in MARKERS.chars() {
            ax.add(Line::new(v, v).marker(marker));
            ax.add(Scatter::new(v, v).marker(marker).edge_color("black").sizes([9.0; 4]));
        }
        ax.add(Scatter::new(v.repeat(100), v.repeat(100)).values(v.repeat(100)));
    }),
    ("bars", |ax, v| {
        let bars = Bars::new(v, v).errors(v.map(f64::abs)).value_labels(Format::general());
        ax.add(bars.bottom(reversed(v)).edge_width(1.0));
        ax.add(Bars::new(v, [0.5; 4]).horizontal().width(v[0].abs()).value_labels_inside(true));
    }),
    ("boxes", |ax, v| {
        ax.add(BoxPlot::new([v, v]).positions([v[0], v[1]]).notch(true).show_means(true));
        ax.add(BoxPlot::new([v]).horizontal().widths([v[1].abs()]).colors(["C0"]));
    }),
    ("contours", |ax, v| {
        ax.add(Contour::new(0..4, 0..4, rows(v)).style("--").labels(true));
        ax.add(Contour::new(v, 0..4, rows(&[0.0, 1.0, 2.0, 3.0])).style(":"));
        ax.add(ContourFilled::new(v, 0..4, rows(&[0.0, 1.0, 2.0, 3.0])).alpha(0.5));
    }),
    ("errors", |ax, v| {
        ax.add(ErrorBars::new(v, reversed(v), v.map(f64::abs)).marker('s').alpha(0.5));
        ax.add(ErrorBars::new([0.5; 4], [0.5; 4], v.map(f64::abs)).horizontal());
        let limits =
            ErrorBars::new(v, reversed(v), (v.map(f64::abs), 0.1)).x_errors((0.1, v.map(f64::abs)));
        ax.add(limits.lolims([true, false, true, false]).xuplims(true));
    }),
    ("areas", |ax, v| {
        ax.add(FillBetween::new(v, v, reversed(v)).edge_width(1.0).alpha(0.4));
        ax.add(FillBetween::new([0.0, 0.4, 0.7, 1.0], v, [0.5; 4]).steps(Steps::Pre));
        ax.add(Polygon::new(v, reversed(v)).edge_width(3.0));
        ax.add(Polygon::new([0.5, v[0], v[1]], [0.5, v[1], v[2]]));
    }),
    ("many shapes", |ax, v| {
        for style in STYLES {
            ax.add(Circles::new(v, reversed(v), v.map(f64::abs)).edge_width(2).edge_style(style));
            let round = Circles::new(v, [0.5; 4], v.map(f64::abs)).units("points");
            ax.add(round.edge_width(2).edge_style(style).alpha(0.5));
            let corners = || (0..4).map(|i| (v[i], v[3 - i]));
            let ring = || [(0.5, 0.5), (v[0], v[1]), (v[2], 0.2)].into_iter();
            let all = [corners().collect::<Vec<_>>(), ring().collect()];
            ax.add(Polygons::new(&all).values([1, 2]).edge_width(2).edge_style(style));
            ax.add(Polygons::rings([&all]).alpha(0.5));
        }
    }),
    ("shapes", |ax, v| {
        for style in STYLES {
            let size = v[0].abs();
            ax.add(Circle::new((v[0], v[1]), v[2].abs()).edge_width(2.0).edge_style(style));
            ax.add(Circle::new((0.5, 0.5), size).units("points").edge_width(2).edge_style(style));
            ax.add(Ellipse::new((0.5, 0.5), size, 0.3).angle(20).edge_width(2).edge_style(style));
            ax.add(
                Rectangle::new((v[0], v[1]), v[2], v[3]).angle(30).rounding(9).edge_style(style),
            );
            ax.add(
                Wedge::new((0.5, 0.5), size, 10, 100).width(0.1).edge_width(1).edge_style(style),
            );
            ax.add(Arc::new((v[0], 0.5), 2.0 * size, 1.0).theta2(300).edge_style(style));
            ax.add(Arrow::new((v[0], v[1]), (v[2], v[3])).style(style).arrow_style("<|-|>"));
            ax.add(Arrow::new((0.5, 0.5), (v[2], v[3])).style(style).arc(0.3));
            let mut path = artist::Path::new();
            path.move_to(0, 0)
                .curve_to((v[0], v[1]), (v[2], v[3]), (1, 1))
                .quad_to((v[3], 0), (0.5, 0));
            ax.add(PathPatch::new(&path).edge_width(2).edge_style(style));
            ax.add(PathPatch::new(path).even_odd(true).scale(v[1]).alpha(0.3));
        }
    }),
    ("histograms", |ax, v| {
        for style in [HistStyle::Bars, HistStyle::Step, HistStyle::StepFilled] {
            ax.add(Histogram::new([0.1, 0.4, 0.8, 0.9]).weights(v).bins(3).style(style));
            ax.add(Histogram::new(v).bins(3).style(style).edge_width(2.0));
        }
    }),
    ("rules", |ax, v| {
        for style in STYLES {
            ax.add(HLine::new(v[0]).style(style));
            ax.add(VLine::new(v[1]).style(style));
        }
        ax.add(Span::vertical(v[0], v[1]).alpha(0.4));
        ax.add(Span::horizontal(v[1], 0.5).edge_width(2.0));
    }),
    ("images", |ax, v| {
        ax.add(Image::new([[1, 2], [3, 4]]).extent([v[0], v[1], v[2], v[3]]));
        ax.add(PColorMesh::new(v, v, rows(v)).edge_color("black"));
        ax.add(PColorMesh::grid(rows(v), rows(&reversed(v)), rows(v)).edge_width(1.0));
        let smooth = Image::new(rows(v)).interpolation(Interpolation::Bilinear);
        ax.add(smooth.extent([0.0, v[1].abs() + 1.0, 0.0, 1.0]));
    }),
    ("pies", |ax, v| {
        ax.add(Pie::new([1, 2, 3]).explode([v[0], v[1], 0.0]).radius(v[1].abs() + 1.0));
        let ring = Pie::new([1, 2]).labels(["a", "b"]).radius(v[2].abs() + 1.0).hole(0.5);
        ax.add(ring.label_distance(v[3].abs()).percent(Format::percent(0)).edge_width(2.0));
    }),
    ("arrows", |ax, v| {
        ax.add(Quiver::new(v, reversed(v), v, reversed(v)).key(At::Axes(0.5, 0.5), 1.0, "key"));
        ax.add(Quiver::new([0.5; 4], [0.5; 4], v, reversed(v)).in_data(true).by_magnitude());
        ax.add(Quiver::new([0.5; 4], [0.5; 4], v, v).scale(1.0).pivot(Pivot::Mid));
    }),
    ("stems", |ax, v| {
        ax.add(Stem::new(v, reversed(v)).bottom(0.5));
        ax.add(Stem::new([0.1, 0.2, 0.3, 0.4], v).bottom(v[1]));
    }),
    ("streams", |ax, v| {
        ax.add(Streamlines::new(v, 0..4, rows(v), rows(&reversed(v))).by_magnitude());
        ax.add(Streamlines::new(v, v, rows(&[1.0; 4]), rows(&[2.0; 4])).width(3.0));
    }),
    ("words", |ax, v| {
        let boxed = Text::new((v[0], v[1]), "far").boxed(TextBox::rounded());
        ax.add(boxed.rotation(30.0));
        ax.add(Text::new(At::Axes(v[0], v[1]), "axes"));
        for arrow in ["-", "->", "<->", "-|>", "<|-|>"] {
            let note = Annotation::new("a", (0.5, 0.5)).arrow(arrow).shrink(3.0);
            for arc in [0.0, 0.5, -2.0] {
                ax.add(note.clone().xytext((v[0], v[1])).arc(arc));
                ax.add(note.clone().xytext((v[0], 0.5)).arc(arc));
                ax.add(note.clone().xytext(At::Axes(v[2], v[3])).arc(arc).arrow_width(5.0));
                ax.add(note.clone().xytext(At::Points(v[0], v[1])).arc(arc));
            }
        }
        ax.add(Annotation::new("b", At::Axes(v[0], v[1])).xytext((0.5, 0.5)).arc(0.5));
    }),
    ("lines that change", |ax, v| {
        ax.add(Line::new(v, reversed(v)).values(v).width(5.0));
        ax.add(Line::new(v, reversed(v)).values(reversed(v)).style("--").alpha(0.5));
        ax.add(Line::new([0.0, 0.4, 0.7, 1.0], v).values([0.0, 1.0, 2.0, 3.0]).steps(Steps::Mid));
        ax.add(Line::new([0.0, 0.4, 0.7, 1.0], [0.1, 0.9, 0.2, 0.8]).values(v).norm("log"));
        ax.add(Line::new(v, [0.1, 0.9, 0.2, 0.8]).widths([1.0, 4.0, 0.0, 9.0]));
        let lines = [v.map(|v| (v, 0.5)), v.map(|v| (0.5, v)), v.map(|v| (v, v))];
        ax.add(Lines::new(lines).values(v.iter().take(3)).style(":"));
    }),
    ("trails", |ax, v| {
        ax.add(Trail::new(v, reversed(v)).marker('o').width(5.0).tail_width(1.0));
        let [a, b, ..] = *v;
        ax.add(TracedPath::new(move |t| (0.5 + a * t, 0.5 + b * t)).length(9.0).marker('s'));
    }),
    ("violins", |ax, v| {
        ax.add(Violin::new([v, v]).positions([v[0], v[1]]).show_means(true));
        ax.add(Violin::new([v]).horizontal().widths([v[1].abs()]));
    }),
];

const SPACE: &[(&str, Build)] = &[
    ("lines", |ax, v| {
        for style in STYLES {
            ax.add(Line3D::new(v, reversed(v), v).style(style).marker('s'));
            ax.add(Wireframe::new(v, v, rows(v)).style(style));
        }
    }),
    ("dots", |ax, v| {
        ax.add(Scatter3D::new(v, reversed(v), v).edge_color("black"));
        ax.add(Bars3D::new(v, reversed(v), v).edge_width(1.0));
    }),
    ("surfaces", |ax, v| {
        ax.add(Surface::new(v, v, rows(v)).edge_width(1.0));
        ax.add(Surface::new(0..4, 0..4, rows(v)).cmap("viridis").alpha(0.5));
    }),
];

/// Makes an axes one of its kinds, with limits of its own, so that places far away stay far away.
type Prepare = fn(&mut Axes);

const KINDS: &[(&str, Prepare)] = &[
    ("linear", |ax| {
        ax.set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
    }),
    ("narrow", |ax| {
        ax.set_xlim(0.5, 0.5 + 1e-9).set_ylim(0.5, 0.5 + 1e-9);
    }),
    ("log", |ax| {
        ax.set_xscale("log").set_yscale("log").set_xlim(0.1, 10.0).set_ylim(0.1, 10.0);
    }),
    ("polar", |ax| {
        ax.set_projection(Projection::Polar).set_ylim(0.0, 1.0);
    }),
];

const FAR: [f64; 6] = [1e4, 2e11, 1e16, 1e40, 1e300, f64::MAX];

/// Four places each, near and far on all sides.
fn places() -> Vec<[f64; 4]> {
    let (nan, inf, tiny) = (f64::NAN, f64::INFINITY, 5e-324);
    let far = FAR.into_iter().flat_map(|far| {
        [
            [far, 0.5, 0.2, 0.8],
            [-far, far, 0.5, -far],
            [far, far, far, far],
            [0.5, -far, 0.25, far / 3.0],
        ]
    });
    let odd = [[nan, 0.5, 1e300, nan], [inf, -inf, 0.5, 1e9], [tiny, -tiny, tiny * 3.0, 0.5]];
    far.chain(odd).collect()
}

/// What a picture of 200x160 pixels is worth, its canvas and fonts included.
const WORTH: usize = 40 << 20;

/// Draws an artist and says what is wrong with that.
fn try_to_draw(prepare: Prepare, build: Build, v: &[f64; 4]) -> Option<String> {
    let start = Instant::now();
    let mut tried = None;
    let peak = crate::memory::peak(|| {
        tried = Some(catch_unwind(|| -> Result<(), FigureError> {
            let mut fig = Figure::new();
            fig.set_size(200, 160);
            let ax = fig.axes();
            build(ax, v);
            prepare(ax);
            Renderer::new(fig)?.draw().map(drop)
        }));
    });
    let took = start.elapsed().as_secs_f64();
    match tried {
        Some(Ok(_)) if peak > WORTH => Some(format!("takes {} MB", peak >> 20)),
        Some(Ok(_)) if took > 5.0 => Some(format!("takes {took:.1} s")),
        Some(Ok(_)) => None,
        _ => Some("panics".into()),
    }
}

fn try_all(artists: &[(&str, Build)], kinds: &[(&str, Prepare)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for ((kind, prepare), (name, build)) in
        kinds.iter().flat_map(|kind| artists.iter().map(move |artist| (kind, artist)))
    {
        for v in places() {
            let said = try_to_draw(*prepare, *build, &v);
            wrong.extend(said.map(|said| format!("{name} at {v:?}, {kind}: {said}")));
        }
    }
    wrong
}

#[test]
fn flat_artists_far_away_cost_little() {
    assert_eq!(try_all(FLAT, KINDS), [""; 0]);
}

#[test]
fn artists_in_space_far_away_cost_little() {
    let space: Prepare = |ax| {
        ax.set_projection(Projection::ThreeD);
        ax.set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).set_zlim(0.0, 1.0);
    };
    assert_eq!(try_all(SPACE, &[("in space", space)]), [""; 0]);
}

#[test]
fn decorations_far_away_cost_little() {
    let builds: [Build; 4] = [
        |ax, v| {
            ax.set_xticks(v)
                .set_yticks(v)
                .set_xminorticks(v)
                .set_grid(Grid::new().style("--").minor());
        },
        |ax, v| {
            ax.set_title(Label::new("title").pad(v[0]));
            ax.set_xlabel(Label::new("label").pad(v[1]));
        },
        |ax, v| {
            ax.set_xlim(v[0], v[1]).set_ylim(v[2], v[3]);
            ax.add(Line::new([0, 1], [0, 1]).style("--"));
        },
        |ax, v| {
            ax.add(Image::new([[v[0], v[1]], [v[2], v[3]]]));
            ax.set_facecolor("C0");
        },
    ];
    for (kind, prepare) in KINDS {
        for (i, build) in builds.into_iter().enumerate() {
            for v in places() {
                let said = try_to_draw(*prepare, build, &v);
                assert_eq!(said, None, "{i} at {v:?}, {kind}");
            }
        }
    }
}

#[cfg(feature = "plotters")]
#[test]
fn drawings_of_plotters_far_away_cost_little() {
    use panim_figure::plotters::prelude::*;
    for far in [100_000, 1_000_000_000, i32::MAX] {
        let mut tried = None;
        let peak = crate::memory::peak(|| {
            let mut fig = Figure::new();
            fig.set_size(200, 160);
            let area = fig.area();
            let style = RED.stroke_width(3);
            area.draw(&PathElement::new([(5, 5), (far, far / 2)], style)).unwrap();
            area.draw(&PathElement::new([(-far, 5), (far, 9)], style)).unwrap();
            area.draw(&Circle::new((50, 50), far as u32, style)).unwrap();
            area.draw(&Circle::new((50 - far / 2, 50), far as u32 / 2, RED.filled())).unwrap();
            area.draw(&Rectangle::new([(-far, -far), (far, 20)], RED.filled())).unwrap();
            area.draw(&plotters::element::Polygon::new([(0, 0), (far, 5), (-far, far)], RED))
                .unwrap();
            area.draw(&plotters::element::Text::new("far", (far, 5), ("sans-serif", 20))).unwrap();
            drop(area);
            tried = Some(Renderer::new(fig).unwrap().draw().map(drop));
        });
        assert_eq!(tried, Some(Ok(())));
        assert!(peak < WORTH, "{far}: {} MB", peak >> 20);
    }
}
