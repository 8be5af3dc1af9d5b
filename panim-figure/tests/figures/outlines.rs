//! Outlines are seen around whatever has edges, and lie under it.

use panim_figure::*;

fn picture<A: Artist>(artist: A) -> Picture {
    let mut fig = Figure::new();
    fig.set_size(240, 180);
    let ax = fig.axes();
    if SPACE.contains(&artist.name()) {
        ax.set_projection("3d").set_zlim(0, 4);
    }
    ax.set_xlim(-1, 4).set_ylim(-1, 4).set_axis_off(true).add(artist);
    Renderer::portable(fig).unwrap().picture().unwrap()
}

const SPACE: [&str; 3] = ["Line3D", "Scatter3D", "Wireframe"];

fn count(picture: &Picture, is_it: impl Fn([u8; 3]) -> bool) -> usize {
    let pixels = picture.rgba().chunks_exact(4);
    pixels.filter(|pixel| is_it([pixel[0], pixel[1], pixel[2]])).count()
}

#[test]
fn everything_with_edges_has_one() {
    let (x, y) = ([0.5, 1.0, 2.0, 3.0], [1.0, 2.0, 1.5, 3.0]);
    let (at, cells) = ([0.5, 1.5, 2.5], [[0.2, 1.0, 0.5], [2.0, 3.0, 1.0], [0.0, 1.0, 2.0]]);
    macro_rules! check {
        ($($artist:expr;)*) => {$(
            let plain = picture($artist);
            let outlined = picture($artist.outline(("#f0f", 3)));
            let named = stringify!($artist);
            let magenta = count(&outlined, |pixel| pixel == [255, 0, 255]);
            assert!(magenta > 20, "{named}: {magenta} pixels");
            // what was there lies over it
            let dark = |pixel: [u8; 3]| pixel == [0, 0, 255];
            let (before, after) = (count(&plain, dark), count(&outlined, dark));
            assert!(after >= before, "{named}: {after} of {before}");
            // both together are as transparent as the artist
            let half = picture($artist.outline(("#f0f", 3)).alpha(0.5));
            let faded = count(&half, |pixel| pixel == [255, 0, 255]);
            let light = count(&half, |[r, g, b]| r == 255 && b == 255 && (120..136).contains(&g));
            assert!(faded == 0 && light > 20, "{named}: {faded} and {light}");
            let dark = count(&half, |[r, g, b]| b == 255 && r < 100 && g < 100);
            assert_eq!(dark, 0, "{named}: the outline shines through");
        )*};
    }
    check! {
        Arc::new((1, 1), 2, 1).edge_color("#00f").edge_width(4);
        Arrow::new((0, 0), (3, 3)).color("#00f").width(4);
        Bars::new(x, y).color("#00f");
        BoxPlot::new([x, y]);
        Circle::new((1, 1), 1).color("#00f");
        Circles::new(x, y, 0.3).color("#00f");
        Contour::new(at, at, cells);
        ContourFilled::new(at, at, cells);
        Ellipse::new((1, 1), 1, 2).color("#00f");
        ErrorBars::new(x, y, 0.5).color("#00f").width(4);
        FillBetween::new(x, 0, y).color("#00f");
        Histogram::new(x).color("#00f");
        Line::new(x, y).color("#00f").width(4);
        Line::new(x, y).values(y).width(4);
        Line::new(x, y).style("--").color("#00f").width(4);
        Line::new(x, y).style("").marker("s").color("#00f");
        Line3D::new(x, y, y).color("#00f").width(4);
        Lines::new([[(0, 0), (1, 2)], [(1, 1), (2, 1)]]).color("#00f").width(4);
        Pie::new([1, 2]);
        Polygon::new([1, 2, 2], [1, 1, 2]).color("#00f");
        Polygons::new([[(0, 0), (1, 0), (1, 1)], [(2, 2), (3, 2), (3, 3)]]).color("#00f");
        Quiver::new(x, y, y, x).color("#00f");
        Rectangle::new((1, 1), 1, 1).color("#00f");
        HLine::new(1).color("#00f").width(4);
        VLine::new(1).color("#00f").width(4);
        Scatter::new(x, y).color("#00f").size(200);
        Scatter::new(x, y).color("#00f").size(200).marker("x").edge_width(4);
        Scatter::new((0..300).map(|i| f64::from(i) / 80.0), (0..300).map(|i| f64::from(i % 4))).color("#00f");
        Scatter3D::new(x, y, y).color("#00f").size(200).depth_shade(false);
        Span::vertical(0.5, 1.5).color("#00f");
        Stem::new(x, y).color("#00f");
        Streamlines::new(at, at, [[1; 3]; 3], [[1; 3]; 3]).color("#00f").width(4);
        TracedPath::new(|t| (1.0 + t, 2.0 * t)).length(2).time(1).color("#00f").width(4);
        Trail::new(x, y).color("#00f").width(4);
        Violin::new([x, y]);
        Wedge::new((1, 1), 1, 0, 90).color("#00f");
        Wireframe::new(at, at, cells).color("#00f").width(2);
    }
}

#[test]
fn one_moves_with_what_it_is_around() {
    let scene = || {
        let mut fig = Figure::new();
        fig.set_size(240, 180);
        let ax = fig.axes().set_xlim(0, 4).set_ylim(0, 4).set_title("title");
        ax.add(Line::new([0, 4], [4, 0]).label("line"));
        let dots =
            ax.legend().add(Scatter::new([1], [1]).size(90).outline(("red", 3)).label("dots"));
        (Renderer::portable(fig).unwrap(), dots)
    };
    let draw = |(renderer, dots): &mut (Renderer, Handle<Scatter>), at: f64| {
        renderer.frame(0)[*dots].set_data([at], [at]);
        renderer.picture().unwrap()
    };
    let (mut kept, mut anew) = (scene(), scene());
    anew.0.cache_background(false);
    for at in [1.0, 3.9, 2.0, 1.0] {
        let alone = draw(&mut scene(), at);
        assert!(draw(&mut kept, at) == alone && draw(&mut anew, at) == alone, "{at}");
    }
}
