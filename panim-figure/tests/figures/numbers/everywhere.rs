//! No function of the crate and no property of an artist is left out.

use super::*;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Whatever takes a number takes every number, and so with data and colours: the signatures of
/// all that is public say so.
#[test]
fn no_argument_asks_for_one_type_of_number() {
    fn files(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    /// What stands between the first parenthesis and the one that closes it.
    fn arguments(text: &str) -> &str {
        let start = text.find('(').map_or(text.len(), |at| at + 1);
        let mut depth = 1;
        let end = text[start..].find(|letter| {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            depth == 0
        });
        &text[start..end.map_or(text.len(), |end| start + end)]
    }
    // a constant may be made of it
    const ALLOWED: [&str; 1] = ["red: u8, green: u8, blue: u8, alpha: f64"];
    let narrow =
        [": f64", ": f32", ": [f64", ": &[f64", ": Vec<f64", ": (f64", ": (u8", ": Color,"];
    let (mut found, mut wrong, mut seen) = (Vec::new(), Vec::new(), 0);
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    for file in found {
        let text = fs::read_to_string(&file).unwrap();
        for opening in ["pub fn ", "pub const fn ", " / set_"] {
            for (at, _) in text.match_indices(opening) {
                let arguments = arguments(&text[at..]);
                let listed = format!("{arguments},");
                seen += 1;
                if narrow.iter().any(|narrow| listed.contains(narrow))
                    && !ALLOWED.contains(&arguments)
                {
                    wrong.push(format!("{}: {arguments}", file.display()));
                }
            }
        }
    }
    assert!(seen > 400, "{seen}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The numbers of every artist, as whole ones, and its colours, as numbers.
#[test]
fn every_property_of_every_artist_takes_whole_numbers() {
    let (x, rows, gray) = ([0, 1, 2], [[0, 1, 2], [1, 2, 0], [2, 0, 1]], (0.5, 0.5, 0.5));
    let drawn = picture(|fig| {
        let ax = fig.axes();
        let words = Annotation::new("a", (0, 0)).xytext((1, 1)).arrow_color(gray).arrow_width(1);
        ax.add(words.arc(0).shrink(1).color(gray).size(9).rotation(0));
        let bars = Bars::new(x, x).width(1).bottom([0; 3]).colors([gray]).errors([1; 3]);
        let bars = bars.error_color(gray).error_width(1).cap_size(3).value_label_size(8);
        ax.add(bars.value_label_color(gray).edge_color(gray).edge_width(1));
        let boxes = BoxPlot::new(rows).whiskers(1).edge_color(gray).edge_width(1).width(1);
        let boxes = boxes.median_color(gray).median_width(1).mean_color(gray).outlier_size(3);
        ax.add(boxes.positions([1, 2, 3]).widths([1; 3]).colors([gray]));
        ax.add(Contour::new(x, x, rows).levels([1, 2]).color(gray).width(1).label_size(9));
        ax.add(Contour::new(x, x, rows).widths([1, 2]).colors([gray]).vmin(0).vmax(2));
        ax.add(ContourFilled::new(x, x, rows).levels([0, 1]).colors([gray]));
        let errors = ErrorBars::new(x, x, x).color(gray).width(1).cap_size(3).marker('o');
        ax.add(errors.marker_size(3));
        ax.add(FillBetween::new(x, [0; 3], x).color(gray).edge_width(1).mask([1, 1, 0]));
        ax.add(Histogram::new(x).range(0, 3).bins([0, 1, 3]).weights([1, 2, 3]).color(gray));
        ax.add(HLine::new(1).color(gray).width(1));
        ax.add(VLine::new(1).color(gray).width(1));
        ax.add(Image::new(rows).extent([0, 3, 0, 3]).vmin(0).vmax(2).alpha(1).zorder(0));
        let line = Line::new(x, x).color(gray).width(1).marker('o').marker_size(3);
        ax.add(line.marker_color(gray));
        ax.add(PColorMesh::new(x, x, rows).edge_color(gray).edge_width(1).vmin(0).vmax(2));
        let pie = Pie::new(x).explode([0; 3]).start_angle(90).radius(1).hole(0).colors([gray]);
        let pie = pie.edge_color(gray).edge_width(1).label_distance(1).label_size(9);
        let pie = pie.label_color(gray).percent_distance(1).percent_size(8).percent_color(gray);
        ax.add(pie.labels(["a", "b", "c"]));
        ax.add(Polygon::new(x, [0, 1, 0]).color(gray).edge_color(gray).edge_width(1));
        ax.add(Circles::new(x, x, 1).edge_color(gray).edge_width(1).values(x).vmin(0).vmax(2));
        ax.add(Polygons::new([[(0, 0), (1, 0), (1, 1)]]).color(gray).edge_width(1));
        ax.add(Circle::new((1, 1), 1).color(gray).edge_color(gray).edge_width(1).alpha(1));
        ax.add(Ellipse::new((1, 1), 2, 1).angle(30));
        ax.add(Rectangle::new((0, 1), 2, 1).angle(30).rounding(2));
        ax.add(Wedge::new((0, 1), 2, 0, 90).width(1));
        ax.add(Arc::new((0, 1), 2, 1).theta1(0).theta2(90).angle(5));
        ax.add(Arrow::new((0, 1), (2, 1)).width(2).head_size(9).arc(0).shrink(0));
        ax.add(PathPatch::new(artist::Path::circle((0, 1), 2)).scale(2).angle(9).at((1, 1)));
        let arrows = Quiver::new(x, x, x, x).color(gray).scale(10).width(1).head_width(3);
        ax.add(arrows.head_length(5).head_axis_length(4).key(At::Axes(1.0, 1.0), 2, "two"));
        ax.add(Quiver::new(x, x, x, x).values(x).vmin(0).vmax(2));
        let dots = Scatter::new(x, x).sizes([9, 16, 25]).colors([gray]).edge_color(gray);
        ax.add(dots.edge_width(1));
        ax.add(Scatter::new(x, x).size(9).values(x).vmin(0).vmax(2));
        ax.add(Span::horizontal(0, 1).color(gray).edge_width(1));
        ax.add(Stem::new(x, x).color(gray).width(1).bottom(0).base_color(gray).marker_size(3));
        let lines = Streamlines::new(x, x, rows, rows).values(rows).widths(rows).density(1);
        let lines = lines.min_length(0).max_length(4).start_points([(1, 1)]).arrow_size(1);
        ax.add(lines.vmin(0).vmax(2));
        ax.add(Streamlines::new(x, x, rows, rows).color(gray).width(1));
        ax.add(
            Text::new((1, 1), "a").color(gray).size(9).rotation(0).boxed(
                TextBox::new().color(gray).edge_color(gray).edge_width(1).padding(1).alpha(1),
            ),
        );
        let mut stamp = Timestamp::new(Loc::UpperLeft).size(9).color(gray);
        stamp.set_time(1);
        ax.add(stamp);
        let trail =
            TracedPath::new(|t| (t, 0)).length(1).since(0).color(gray).width(2).tail_width(1);
        ax.add(trail.tail_alpha(0).marker('o').marker_size(3).marker_color(gray));
        let violins = Violin::new(rows).body_alpha(1).line_color(gray).line_width(1).width(1);
        ax.add(violins.positions([1, 2, 3]).color(gray));
    });
    let in_space = picture(|fig| {
        let ax = fig.axes().set_projection(Projection::ThreeD).set_view(30, -60);
        ax.add(Bars3D::new(x, x, [1, 2, 3]).width(1).depth(1).bottom([0; 3]).colors([gray]));
        ax.add(Line3D::new(x, x, x).color(gray).width(1));
        ax.add(Scatter3D::new(x, x, x).size(9).color(gray).edge_width(1));
        ax.add(Surface::new(x, x, rows).cmap("jet").vmin(0).vmax(2).edge_width(1));
        ax.add(Wireframe::new(x, x, rows).color(gray).width(1));
        ax.set_zlim(0, 3).set_zticks([0, 3]).set_zmargin(0);
        ax.set_tick_params(TickParams::new().z_only().label_size(8));
    });
    assert_ne!(drawn, in_space);
}
