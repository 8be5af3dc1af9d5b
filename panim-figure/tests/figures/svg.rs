//! What stands in a file of shapes.

use panim_figure::*;
use std::{fs, path::Path};

/// A figure's file of shapes; `name` is that of the file.
fn svg(name: &str, build: impl FnOnce(&mut Axes)) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(folder).unwrap();
    let path = folder.join(format!("{name}.svg"));
    let mut fig = Figure::new();
    fig.set_size(320, 240);
    build(fig.axes());
    fig.save_svg(&path).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    fs::remove_file(path).unwrap();
    text
}

fn count(svg: &str, part: &str) -> usize {
    svg.matches(part).count()
}

/// Columns and rows of values, all different.
fn values(columns: usize, rows: usize) -> Vec<Vec<usize>> {
    (0..rows).map(|row| (0..columns).map(|column| row * columns + column).collect()).collect()
}

/// What is in the group of cells.
fn cells(svg: &str) -> &str {
    let (_, cells) = svg.split_once("<g shape-rendering=\"crispEdges\">").unwrap();
    cells.split_once("</g>").unwrap().0
}

#[test]
fn cells_are_shapes_unless_they_are_very_many() {
    let mesh = svg("cells", |ax| _ = ax.add(PColorMesh::new(0..21, 0..16, values(20, 15))));
    assert_eq!((count(cells(&mesh), "<rect"), count(&mesh, "<image")), (300, 0));
    let gap = Image::new([[1.0, f64::NAN], [3.0, 4.0]]);
    assert_eq!(count(cells(&svg("gap", |ax| _ = ax.add(gap))), "<rect"), 3);
    let corners = |along: fn(f64, f64) -> f64| {
        (0..4).map(move |y| (0..6).map(move |x| along(f64::from(x), f64::from(y))))
    };
    let bent = PColorMesh::grid(corners(|x, y| x + y * y), corners(|x, y| y - x), values(5, 3));
    assert_eq!(count(cells(&svg("bent", |ax| _ = ax.add(bent))), "<path"), 15);

    let many = || Image::new(values(120, 100));
    let all = svg("many", |ax| _ = ax.add(many()));
    assert_eq!((count(&all, "crispEdges"), count(&all, "<image")), (0, 1));
    let some = svg("some", |ax| {
        ax.set_xlim(10.0, 19.0).set_ylim(30.0, 40.0);
        ax.add(many());
    });
    assert_eq!((count(cells(&some), "<rect"), count(&some, "<image")), (10 * 11, 0));
}

#[test]
fn pictures_and_smooth_cells_are_pixels() {
    let picture = svg("picture", |ax| _ = ax.add(Image::rgb(2, 1, [1, 2, 3, 4, 5, 6])));
    assert_eq!((count(&picture, "crispEdges"), count(&picture, "<image")), (0, 1));
    let smooth = svg("smooth", |ax| _ = ax.add(Image::new(values(4, 3)).interpolation("bilinear")));
    assert_eq!((count(&smooth, "crispEdges"), count(&smooth, "<image")), (0, 1));
}

#[test]
fn trails_are_lines_that_fade() {
    let x = linspace(0.0, 1.0, 2000);
    let fading = svg("fading", |ax| _ = ax.add(Trail::new(&x, &x).last(2000)));
    assert_eq!((count(&fading, "<mask"), count(&fading, "<image")), (1, 0));
    let (_, mask) = fading.split_once("<mask").unwrap();
    let strands = count(mask.split_once("</mask>").unwrap().0, "<path");
    assert!((200..=256).contains(&strands), "{strands}");
    let even = svg("even", |ax| _ = ax.add(Trail::new(&x, &x).last(2000).tail_alpha(1)));
    assert_eq!((count(&even, "<mask"), count(&even, "<image")), (0, 0));
}

#[test]
fn lines_by_value_are_lines_of_one_opacity() {
    let x = linspace(0.0, 1.0, 2000);
    let line = svg("valued", |ax| _ = ax.add(Line::new(&x, &x).values(&x).alpha(0.5)));
    assert_eq!((count(&line, "<mask"), count(&line, "<image")), (0, 0));
    let (_, strands) = line.split_once("opacity=\"0.5\">").unwrap();
    let strands = strands.split_once("</g>").unwrap().0;
    assert!((200..=260).contains(&count(strands, "<path")), "{}", count(strands, "<path"));
    assert!(count(strands, "stroke=\"#440154\"") > 0 && count(strands, "stroke=\"#fde725\"") > 0);
    let trail = svg("valued_trail", |ax| _ = ax.add(Trail::new(&x, &x).values(&x)));
    assert_eq!((count(&trail, "<mask"), count(&trail, "<image")), (1, 0));
}

#[test]
fn surfaces_are_shapes() {
    let surface = svg("surface", |ax| {
        ax.set_projection(Projection::ThreeD);
        ax.add(Surface::new(0..9, 0..7, values(9, 7)).cmap("viridis"));
    });
    assert_eq!(count(&surface, "<image"), 0);
    assert!(count(&surface, "<path") >= 48);
}

#[test]
fn patterns_are_patterns() {
    let hatched = svg("hatched", |ax| {
        let bars = Bars::new(0..5, 1..6).color("none").hatch("/").alpha(0.5);
        ax.add(bars.edge_color("C1"));
        ax.add(Circle::new((1, 3), 0.5).color("none").hatch("*"));
    });
    assert_eq!(count(&hatched, "<pattern id="), 2);
    assert_eq!(count(&hatched, "patternUnits=\"userSpaceOnUse\" width=\"100\" height=\"100\">"), 2);
    let bars = "fill=\"url(#h0)\" fill-opacity=\"0.5\"";
    assert_eq!((count(&hatched, bars), count(&hatched, "url(#h1)")), (5, 1));
    assert_eq!(count(&hatched, "<image"), 0);
}
