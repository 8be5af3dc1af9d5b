//! What an axes or an artist is asked for shows, or is refused by name: nothing is passed over without a word.

use panim_figure::{
    Annotation, Arc, Arrow, Aspect, At, AxLine, Axes, Barbs, Bars, Bars3D, BoxPlot, BrokenBars,
    Circle, Circles, Contour, ContourFilled, Ecdf, Ellipse, ErrorBars, EventPlot, Figure,
    FillBetween, FillBetween3D, Grid, HLine, Handle, Hexbin, Histogram, Histogram2D, Histograms,
    Image, InsetIndicator, Label, Legend, Line, Line3D, Lines, Locator, PColorMesh, PathPatch, Pie,
    Polygon, Polygons, Projection, Quiver, Quiver3D, Rectangle, Renderer, Scatter, Scatter3D, Side,
    Span, Spectrogram, StackPlot, Stairs, Stem, Stem3D, Streamlines, Surface, Table, Text, Text3D,
    TickParams, Timestamp, TracedPath, Trail, Trail3D, TriColor, TriContour, TriContourFilled,
    TriPlot, TriSurface, VLine, Violin, Voxels, Wedge, Wireframe, artist,
};
use std::collections::BTreeSet;

/// The axes of which something is asked.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Flat,
    Polar,
    Space,
    Twin,
    Inset,
    Secondary,
    Bar,
}

const KINDS: [Kind; 7] =
    [Kind::Flat, Kind::Polar, Kind::Space, Kind::Twin, Kind::Inset, Kind::Secondary, Kind::Bar];

impl Kind {
    /// A figure with one of this kind, in which a line is seen if it can have one, and that axes.
    fn figure(self) -> (Figure, Handle<Axes>) {
        let mut fig = Figure::new();
        fig.set_size(240, 180);
        let ax = fig.axes();
        let first = ax.handle();
        let line = || Line::new([0.2, 1.0, 2.0, 3.0], [1.0, 2.0, 1.5, 3.0]);
        match self {
            Self::Flat => drop(ax.add(line().label("line"))),
            Self::Polar => {
                ax.set_projection("polar").add(line().label("line"));
            }
            Self::Space => {
                let line = Line3D::new([0.2, 1.0, 2.0], [1.0, 2.0, 1.5], [0.0, 0.5, 3.0]);
                ax.set_projection("3d").add(line.label("line"));
            }
            Self::Twin => {
                ax.add(line());
                let twin = fig.twin_x(first);
                twin.add(line().color("C1").label("line"));
                let twin = twin.handle();
                return (fig, twin);
            }
            Self::Inset => {
                let inset = fig.inset(first, [0.3, 0.3, 0.5, 0.5]);
                inset.add(line().label("line"));
                let inset = inset.handle();
                return (fig, inset);
            }
            Self::Secondary => {
                ax.add(line());
                let second = fig.secondary_xaxis(first, "top", |x| 2.0 * x, |x| x / 2.0).handle();
                return (fig, second);
            }
            Self::Bar => {
                let image = ax.add(Image::new([[0.2, 1.0], [2.0, 3.0]]));
                let bar = fig.colorbar(image);
                return (fig, bar);
            }
        }
        (fig, first)
    }

    /// What is as it was asked for already, or lies under something that looks alike.
    fn has(self, call: &str) -> bool {
        match self {
            // the edges, and the marks, of the axes below
            Self::Twin => matches!(call, "set_spine" | "show_xticks" | "set_ylabel_position"),
            Self::Secondary => matches!(call, "set_spine" | "show_yticks" | "set_xlabel_position"),
            Self::Bar => call == "set_ylabel_position",
            // it has no marks
            Self::Polar => matches!(call, "show_xticks" | "show_yticks"),
            _ => false,
        }
    }
}

/// What a figure looks like, or what is said of it.
#[derive(PartialEq)]
enum Outcome {
    Shown(Vec<u8>),
    Warned(String),
    Refused(String),
}

fn outcome(fig: Figure) -> Outcome {
    let mut renderer = match Renderer::portable(fig) {
        Ok(renderer) => renderer,
        Err(error) => return Outcome::Refused(error.to_string()),
    };
    match renderer.picture() {
        Ok(picture) => {
            let warnings: Vec<_> =
                renderer.take_warnings().iter().map(ToString::to_string).collect();
            match warnings.is_empty() {
                true => Outcome::Shown(picture.rgba().to_vec()),
                false => Outcome::Warned(warnings.join("; ")),
            }
        }
        Err(error) => Outcome::Refused(error.to_string()),
    }
}

/// A call of an axes: its name, what is called before it, and itself.
type Call = (&'static str, fn(&mut Axes), fn(&mut Axes));

macro_rules! calls {
    ($($method:ident($($argument:expr),*) $(after $before:ident($($given:expr),*))?;)*) => {
        &[$((
            stringify!($method),
            |_axes| { $(_axes.$before($($given),*);)? },
            |axes| { axes.$method($($argument),*); },
        )),*]
    };
}

const CALLS: &[Call] = calls! {
    set_title("title");
    set_left_title("title");
    set_right_title("title");
    set_grid(Grid::new().color("red"));
    set_grid(Grid::new().minor().minor_color("red"));
    set_minor_ticks(true);
    set_spine("left", false);
    set_axis_off(true);
    set_aspect(Aspect::Ratio(3.0));
    set_facecolor("gold");
    legend();
    set_legend(Legend::new().title("title"));
    add_legend(Legend::new().loc("outside right"));
    set_view(70, 10);
    set_roll(30);
    set_proj_type("ortho");
    set_focal_length(0.5);
    set_box_aspect((1, 2, 3));
    set_zoom(0.5);
    set_panes(["gold"]);
    set_theta_zero(Side::Top);
    set_theta_clockwise(true);
    set_rlabel_position(150);
    set_tick_params(TickParams::new().x_only().label_color("red"));
    set_tick_params(TickParams::new().y_only().label_color("red"));
    set_tick_params(TickParams::new().z_only().label_color("red"));
    set_tick_params(TickParams::new().x_only().width(3));
    set_tick_params(TickParams::new().y_only().color("red"));
    set_tick_params(TickParams::new().x_only().pad(9));
    set_tick_params(TickParams::new().y_only().pad(9));
    set_tick_params(TickParams::new().z_only().pad(9));
    set_tick_params(TickParams::new().x_only().label_rotation(45));
    set_tick_params(TickParams::new().y_only().label_rotation(45));
    set_tick_params(TickParams::new().z_only().label_rotation(45));
    set_tick_params(TickParams::new().minor().length(9)) after set_minor_ticks(true);
    set_xlabel_position("top");
    set_ylabel_position("right");
    set_xlim(-1.0, 2.5);
    set_xrange(-1.0..2.5);
    autoscale_x() after set_xlim(-1, 9);
    autoscale() after set_xlim(-1, 9);
    set_xlabel("other");
    set_xlabel(Label::new("label").color("red"));
    set_zlabel(Label::new("label").color("red"));
    set_xticks([0.7, 1.1]);
    set_xlocator(Locator::multiple(0.7));
    set_xticklabels(["one"]) after set_xticks([1]);
    set_xscale("log");
    set_xformat(|x: f64| format!("{x}!"));
    set_xminor(true);
    set_xminorticks([0.7, 1.1]);
    set_xminorlocator(Locator::multiple(0.1));
    invert_x();
    set_map("mercator");
    set_xmargin(0.4);
    set_xgrid(Grid::new().color("red"));
    set_xgrid(Grid::new().minor().minor_color("red"));
    show_xticks(false, true);
    show_xticks(true, false);
    set_ylim(-1.0, 2.5);
    set_yrange(-1.0..2.5);
    autoscale_y() after set_ylim(-1, 9);
    set_ylabel("other");
    set_yticks([0.7, 1.1]);
    set_ylocator(Locator::multiple(0.7));
    set_yticklabels(["one"]) after set_yticks([1]);
    set_yscale("log");
    set_yformat(|y: f64| format!("{y}!"));
    set_yminor(true);
    set_yminorticks([0.7, 1.1]);
    set_yminorlocator(Locator::multiple(0.1));
    invert_y();
    set_ymargin(0.4);
    set_ygrid(Grid::new().color("red"));
    set_ygrid(Grid::new().minor().minor_color("red"));
    show_yticks(false, true);
    show_yticks(true, false);
    set_zlim(-1.0, 2.5);
    set_zrange(-1.0..2.5);
    autoscale_z() after set_zlim(-1, 9);
    set_zlabel("other");
    set_zticks([0.7, 1.1]);
    set_zlocator(Locator::multiple(0.7));
    set_zticklabels(["one"]) after set_zticks([1]);
    set_zscale("log");
    set_zformat(|z: f64| format!("{z}!"));
    set_zminor(true);
    set_zminorticks([0.7, 1.1]);
    set_zminorlocator(Locator::multiple(0.1));
    invert_z();
    set_zmargin(0.4);
    set_zgrid(Grid::new().color("red"));
    set_zgrid(Grid::new().minor().minor_color("red"));
    show_zticks(false, true);
    show_zticks(true, false);
};

#[test]
fn what_is_asked_of_an_axes_shows_or_is_refused() {
    let (mut ignored, mut misnamed) = (Vec::new(), Vec::new());
    for kind in KINDS {
        for (i, (name, before, call)) in CALLS.iter().enumerate() {
            let outcome = |calls: &[fn(&mut Axes)]| {
                let (mut fig, axes) = kind.figure();
                fig[axes].set_xlabel("label").set_ylabel("label");
                calls.iter().for_each(|call| call(&mut fig[axes]));
                outcome(fig)
            };
            let plain = outcome(&[*before]);
            let Outcome::Shown(_) = plain else { continue };
            match outcome(&[*before, *call]) {
                // a `TickParams` or a `Legend` is refused by its own
                Outcome::Refused(why)
                    if why.starts_with("Axes, ")
                        && !why.starts_with(&format!("Axes, `{name}`: ")) =>
                {
                    misnamed.push(format!("{kind:?}: {name}, call {i}: {why}"));
                }
                same if same == plain && !kind.has(name) => {
                    ignored.push(format!("{kind:?}: {name}, call {i}"));
                }
                _ => {}
            }
        }
    }
    assert!(ignored.is_empty(), "nothing is to be seen of {ignored:#?}");
    assert!(misnamed.is_empty(), "refused by the name of another call: {misnamed:#?}");
}

#[test]
fn what_a_call_sets_by_others_is_refused_by_its_own_name() {
    let (mut fig, twin) = Kind::Twin.figure();
    fig[twin].set_map("mercator");
    let Outcome::Refused(why) = outcome(fig) else { panic!("a twin is shown as a map") };
    assert!(why.starts_with("Axes, `set_map`: "), "{why}");
}

#[test]
fn every_call_of_an_axes_is_among_them() {
    // what adds something, or only answers
    const OTHERS: [&str; 11] = [
        "add",
        "handle",
        "set_projection",
        "xlim",
        "ylim",
        "zlim",
        "view",
        "colorbar",
        "add_colorbar",
        "indicate_inset_zoom",
        "at",
    ];
    let known: BTreeSet<&str> = CALLS.iter().map(|call| call.0).chain(OTHERS).collect();
    let sources = [
        include_str!("../../src/axes.rs"),
        include_str!("../../src/axes/map.rs"),
        include_str!("../../src/axes/polar.rs"),
        include_str!("../../src/axes/space.rs"),
        include_str!("../../src/axes/tick_params.rs").split("impl Axes").nth(1).unwrap(),
        include_str!("../../src/axes/setters/x.rs"),
        include_str!("../../src/axes/setters/y.rs"),
        include_str!("../../src/axes/setters/z.rs"),
    ];
    for source in sources {
        for call in source.split("    pub fn ").skip(1) {
            let name = call.split(['(', '<']).next().unwrap();
            assert!(known.contains(name), "{name} is not tried");
        }
    }
}

/// An artist and what adds it.
type Added = (&'static str, fn(&mut Axes, Handle<Axes>));

macro_rules! artists {
    ($($artist:ident: $new:expr;)*) => {
        &[$((stringify!($artist), |axes, _| { axes.add::<$artist>($new); })),*]
    };
}

const X: [f64; 4] = [0.5, 1.0, 2.0, 3.0];
const Y: [f64; 4] = [1.0, 2.0, 1.5, 3.0];
const CELLS: [[f64; 3]; 3] = [[0.2, 1.0, 0.5], [2.0, 3.0, 1.0], [0.0, 1.0, 2.0]];
const AT: [f64; 3] = [0.5, 1.5, 2.5];

const ARTISTS: &[Added] = artists! {
    Annotation: Annotation::new("words", (1, 1)).xytext((2, 2));
    Arc: Arc::new((1, 1), 1, 1);
    Arrow: Arrow::new((1, 1), (2, 2));
    AxLine: AxLine::new((1, 1), (2.0, 1.5));
    AxLine: AxLine::slope((1, 1), 1);
    Barbs: Barbs::new(X, Y, Y, X);
    Bars: Bars::new(X, Y);
    Bars3D: Bars3D::new(X, Y, Y);
    BoxPlot: BoxPlot::new([X, Y]);
    BrokenBars: BrokenBars::new([(0.5, 1.0), (2.0, 0.5)], (1, 1));
    Circle: Circle::new((1, 1), 1);
    Circles: Circles::new(X, Y, 0.2);
    Contour: Contour::new(AT, AT, CELLS);
    ContourFilled: ContourFilled::new(AT, AT, CELLS);
    Ecdf: Ecdf::new(X);
    Ellipse: Ellipse::new((1, 1), 1, 2);
    ErrorBars: ErrorBars::new(X, Y, 0.3);
    EventPlot: EventPlot::new([X]);
    FillBetween: FillBetween::new(X, 0, Y);
    Hexbin: Hexbin::new(X, Y).gridsize(3);
    Histogram: Histogram::new(X);
    Histogram2D: Histogram2D::new(X, Y).bins(3);
    Histograms: Histograms::new([X, Y]);
    Image: Image::new(CELLS);
    Line: Line::new(X, Y);
    FillBetween3D: FillBetween3D::new(X, Y, 0, X, Y, 1);
    Line3D: Line3D::new(X, Y, Y);
    Quiver3D: Quiver3D::new(X, Y, Y, Y, Y, X);
    Lines: Lines::new([[(0, 0), (1, 2)], [(1, 1), (2, 1)]]);
    PathPatch: PathPatch::new({
        let mut path = artist::Path::new();
        path.move_to(1.0, 1.0).line_to(2.0, 1.0).line_to(2.0, 2.0).close();
        path
    });
    PColorMesh: PColorMesh::new([0, 1, 2, 3], [0, 1, 2, 3], CELLS);
    Pie: Pie::new([1, 2]);
    Polygon: Polygon::new([1, 2, 2], [1, 1, 2]);
    Polygons: Polygons::new([[(0, 1), (1, 1), (1, 3)]]);
    Quiver: Quiver::new(X, Y, Y, X);
    Rectangle: Rectangle::new((1, 1), 1, 1);
    HLine: HLine::new(1);
    VLine: VLine::new(1);
    Scatter: Scatter::new(X, Y);
    Scatter3D: Scatter3D::new(X, Y, Y);
    Span: Span::vertical(0.5, 1.5);
    Spectrogram: Spectrogram::new(X).nfft(2).noverlap(0).fs(1);
    StackPlot: StackPlot::new(X, [Y, X]);
    Stairs: Stairs::new(Y);
    Stem: Stem::new(X, Y);
    Stem3D: Stem3D::new(X, Y, Y);
    Streamlines: Streamlines::new(AT, AT, [[1; 3]; 3], [[1; 3]; 3]);
    Surface: Surface::new(AT, AT, CELLS);
    Text: Text::new((1, 1), "words");
    Text3D: Text3D::new((1, 1, 1), "words");
    Table: Table::new([["a", "b"]]);
    Timestamp: Timestamp::new("upper left");
    TracedPath: TracedPath::new(|t| (1.0 + t, 2.0 * t)).length(2).time(1);
    Trail: Trail::new(X, Y);
    Trail3D: Trail3D::new(X, Y, Y);
    TriColor: TriColor::new(X, Y, X);
    TriContour: TriContour::new(X, Y, X);
    TriContourFilled: TriContourFilled::new(X, Y, X);
    TriPlot: TriPlot::new(X, Y);
    TriSurface: TriSurface::new(X, Y, X);
    Violin: Violin::new([X, Y]);
    Voxels: Voxels::new([[[true, false]]]);
    Wedge: Wedge::new((1, 1), 1, 0, 90);
    Wireframe: Wireframe::new(AT, AT, CELLS);
};

/// What points into another axes.
const POINTERS: &[Added] = &[
    ("InsetIndicator", |axes, other| done(axes.add(InsetIndicator::new(other)))),
    ("InsetIndicator", |axes, other| done(axes.indicate_inset_zoom(other))),
    ("Arrow", |axes, other| done(axes.add(Arrow::new(other.at((1, 1)), At::Figure(0.1, 0.1))))),
    ("Arrow", |axes, other| done(axes.add(Arrow::new(At::Figure(0.1, 0.1), other.at((1, 1)))))),
    ("Arrow", |axes, other| {
        done(axes.add(Arrow::new(At::Figure(0.1, 0.1), other.at(At::Axes(0.5, 0.5)))));
    }),
    ("Annotation", |axes, other| {
        done(axes.add(Annotation::new("words", other.at((1, 1))).xytext(At::Figure(0.3, 0.3))));
    }),
    ("Annotation", |axes, other| {
        done(axes.add(Annotation::new("words", At::Figure(0.3, 0.3)).xytext(other.at((1, 1)))));
    }),
];

fn done<T>(_: T) {}

/// A figure with two axes: an artist's own, and another one inside of it.
fn two(own: Projection, other: Projection) -> (Figure, Handle<Axes>, Handle<Axes>) {
    let mut fig = Figure::new();
    fig.set_size(240, 180);
    let prepare = |ax: &mut Axes, projection: Projection, (low, high): (f64, f64)| {
        ax.set_projection(projection).set_ylim(low, high);
        match projection {
            Projection::Polar => {}
            _ => done(ax.set_xlim(low, high)),
        }
        if projection == Projection::ThreeD {
            ax.set_zlim(low, high);
        }
        ax.handle()
    };
    let outer = prepare(fig.axes(), own, (0.0, 4.0));
    let inner = prepare(fig.inset(outer, [0.6, 0.6, 0.4, 0.4]), other, (0.5, 2.0));
    (fig, outer, inner)
}

#[test]
fn an_artist_is_seen_or_refused() {
    let all = [Projection::Rectilinear, Projection::Polar, Projection::ThreeD];
    let mut ignored = Vec::new();
    for own in all {
        for other in all {
            let only_pointers = if other == own { ARTISTS } else { &[] };
            let plain = outcome(two(own, other).0);
            for (name, add) in only_pointers.iter().chain(POINTERS) {
                let (mut fig, outer, inner) = two(own, other);
                add(&mut fig[outer], inner);
                if outcome(fig) == plain {
                    ignored.push(format!("{name} in {own:?} beside {other:?}"));
                }
            }
        }
    }
    assert!(ignored.is_empty(), "nothing is to be seen of {ignored:#?}");
}

#[test]
fn every_artist_is_among_them() {
    let known: BTreeSet<&str> = ARTISTS.iter().chain(POINTERS).map(|added| added.0).collect();
    let list = include_str!("../../src/artists.rs").split("\nartists! {").nth(1).unwrap();
    let list = list.split('}').next().unwrap();
    for artist in list.split(';').filter_map(|line| line.split_once(':')) {
        for name in artist.1.split_whitespace() {
            assert!(known.contains(name), "{name} is not tried");
        }
    }
}
