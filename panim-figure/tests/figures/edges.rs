//! Edges of markers.

use panim_figure::*;

fn picture(build: impl FnOnce(&mut Axes)) -> Picture {
    let mut fig = Figure::new();
    fig.set_size(320, 240);
    build(fig.axes().set_xlim(-1, 3).set_ylim(-1, 3));
    Renderer::portable(fig).unwrap().picture().unwrap()
}

fn rings(x: &[i32], y: &[i32]) -> Scatter {
    Scatter::new(x, y).size(400).color("none").edge_width(3)
}

#[test]
fn every_marker_may_have_an_edge_of_its_own() {
    let edges = [("red", 1.0), ("red", 0.5), ("blue", 1.0)];
    let together = picture(|ax| {
        ax.add(rings(&[0, 1, 2], &[0, 2, 0]).edge_colors(edges));
    });
    let apart = picture(|ax| {
        ax.add(rings(&[0], &[0]).edge_color(edges[0]));
        ax.add(rings(&[1], &[2]).edge_color(edges[1]));
        ax.add(rings(&[2], &[0]).edge_color(edges[2]));
    });
    assert_eq!(together.rgba(), apart.rgba());
    // they repeat
    let again = picture(|ax| {
        ax.add(rings(&[0, 1, 2], &[0, 2, 0]).edge_color("green"));
    });
    let one = picture(|ax| {
        ax.add(rings(&[0, 1, 2], &[0, 2, 0]).edge_colors(["green"]));
    });
    assert_eq!(again.rgba(), one.rgba());
}

#[test]
fn a_wrong_edge_is_told() {
    let mut fig = Figure::new();
    fig.axes().add(rings(&[0], &[0]).edge_colors(["red", "rde"]));
    let said = Renderer::portable(fig).err().unwrap().to_string();
    assert!(said.starts_with("Scatter, `edge_colors`: \"rde\" is not a color"), "{said}");
}
