//! 3D axes and the artists in them.

use crate::support::{check, figure};
use panim_figure::*;
use std::f64::consts::TAU;

fn helix() -> Line3D {
    let t = linspace(0.0, 2.0 * TAU, 200);
    Line3D::new(t.iter().map(|t| t.cos()), t.iter().map(|t| t.sin()), &t)
}

#[test]
fn helix_with_its_labels() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes().set_projection(Projection::ThreeD);
        ax.set_xlim(-2.0, 2.0).set_ylim(-2.0, 2.0).set_zlim(0.0, 2.0 * TAU);
        ax.set_title("3D Helix").set_xlabel("X").set_ylabel("Y").set_zlabel("Z");
        ax.add(helix().color("blue").width(2.0));
    });
    check("helix", &mut renderer);
}

#[test]
fn views_all_around() {
    let views =
        [(30.0, 30.0), (10.0, 120.0), (60.0, 200.0), (0.0, 0.0), (90.0, -90.0), (-20.0, 10.0)];
    let mut renderer = figure(900, 640, |fig| {
        let mut grid = fig.subplots(2, 3);
        for (ax, (elev, azim)) in grid.iter_mut().zip(views) {
            ax.set_projection(Projection::ThreeD).set_view(elev, azim);
            ax.set_title(format!("{elev}, {azim}"));
            ax.set_xlabel("along x").set_ylabel("along y").set_zlabel("along z");
            ax.add(helix().marker('.'));
        }
    });
    check("views", &mut renderer);
}
