//! The colorbars of values without a range: equal ones, holes, and those that are not finite.

use super::*;

/// Something with values, all of them `value`.
type Colored = fn(&mut Figure, &[f64], Norm) -> Handle<Axes>;

fn rows(values: &[f64]) -> Vec<Vec<f64>> {
    values.chunks(3).map(<[f64]>::to_vec).collect()
}

macro_rules! bar_of {
    ($fig:ident, $artist:expr) => {{
        let artist = $fig.axes().add($artist);
        $fig.colorbar(artist)
    }};
}

/// Nine values each.
const COLORED: &[(&str, Colored)] = &[
    ("Image", |fig, v, norm| bar_of!(fig, Image::new(rows(v)).norm(norm))),
    ("PColorMesh", |fig, v, norm| bar_of!(fig, PColorMesh::new(0..4, 0..4, rows(v)).norm(norm))),
    ("Scatter", |fig, v, norm| bar_of!(fig, Scatter::new(0..9, 0..9).values(v).norm(norm))),
    ("Quiver", |fig, v, norm| {
        bar_of!(fig, Quiver::new(0..9, 0..9, 0..9, 0..9).values(v).norm(norm))
    }),
    ("Streamlines", |fig, v, norm| {
        let flow = || [[1.0; 3]; 3];
        bar_of!(fig, Streamlines::new(0..3, 0..3, flow(), flow()).values(rows(v)).norm(norm))
    }),
    ("Scatter3D", |fig, v, norm| {
        fig.axes().set_projection(Projection::ThreeD);
        bar_of!(fig, Scatter3D::new(0..9, 0..9, 0..9).values(v).norm(norm))
    }),
    ("Surface", |fig, v, norm| {
        fig.axes().set_projection(Projection::ThreeD);
        bar_of!(fig, Surface::new(0..3, 0..3, rows(v)).cmap("viridis").norm(norm))
    }),
];

const LEVELLED: &[(&str, Colored)] = &[
    ("Contour", |fig, v, norm| bar_of!(fig, Contour::new(0..3, 0..3, rows(v)).norm(norm))),
    ("ContourFilled", |fig, v, norm| {
        bar_of!(fig, ContourFilled::new(0..3, 0..3, rows(v)).norm(norm))
    }),
];

fn norms() -> [Norm; 4] {
    [Norm::Linear, Norm::Log, Norm::Centered(0.0), Norm::bounds([-1, 0, 1])]
}

fn near(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).abs() + (a.1 - b.1).abs() < 1e-12
}

/// The limits of the colorbar in the second frame.
fn bar_limits(build: Colored, values: &[f64], norm: Norm) -> (f64, f64) {
    let mut fig = small();
    let bar = build(&mut fig, values, norm);
    let mut renderer = Renderer::portable(fig).unwrap();
    renderer.frame(0);
    renderer.draw().unwrap();
    renderer.frame(1)[bar].ylim()
}

#[test]
fn equal_values_have_matplotlibs_colorbar() {
    let decade = (1.0, 10.0);
    for (value, linear, log, half) in [
        (0.0, (-0.1, 0.1), decade, 0.1),
        (5.0, (4.5, 5.5), (4.5, 5.5), 5.0),
        (3.0, (2.7, 3.3), (2.7, 3.3), 3.0),
        (-2.0, (-2.2, -1.8), decade, 2.0),
    ] {
        for (name, build) in COLORED {
            let limits = [linear, log, (-half, half), (-1.0, 1.0)];
            for (norm, wanted) in norms().into_iter().zip(limits) {
                let got = bar_limits(*build, &[value; 9], norm.clone());
                assert!(near(got, wanted), "{name}, {norm:?} of {value}: {got:?}");
            }
        }
    }
}

#[test]
fn whatever_the_values_there_is_a_colorbar() {
    let mut holes = [f64::NAN; 9];
    holes[4] = 1.0;
    for values in [[0.0; 9], [5.0; 9], [-2.0; 9], [f64::NAN; 9], [f64::INFINITY; 9], holes] {
        for (name, build) in COLORED.iter().chain(LEVELLED) {
            for norm in norms() {
                let (low, high) = bar_limits(*build, &values, norm.clone());
                assert!(low < high, "{name}, {norm:?} of {values:?}: {low} to {high}");
            }
        }
    }
}
