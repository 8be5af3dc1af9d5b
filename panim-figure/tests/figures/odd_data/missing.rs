//! Data that are missing: artists without any, groups without samples, cells of one direction, and
//! gaps in a line.

use super::*;

/// Artists that draw nothing without data: they may get some later. A histogram has bins from 0
/// to 1, as numpy's.
const WITHOUT_DATA: &[(&str, Build)] = &[
    ("Line", |ax, v| done(ax.add(Line::new(v, v).marker('o')))),
    ("Line by value", |ax, v| done(ax.add(Line::new(v, v).values(v).marker('o')))),
    ("Line of widths", |ax, v| done(ax.add(Line::new(v, v).widths(2)))),
    ("Lines", |ax, v| done(ax.add(Lines::rows(v, [v, v]).values([1, 2])))),
    ("Scatter", |ax, v| done(ax.add(Scatter::new(v, v)))),
    ("Scatter by values", |ax, v| done(ax.add(Scatter::new(v, v).values(v)))),
    ("Bars", |ax, v| done(ax.add(Bars::new(v, v).value_labels(Format::general())))),
    ("BoxPlot", |ax, _| done(ax.add(BoxPlot::new([[0.0; 0]; 0])))),
    ("ErrorBars", |ax, v| done(ax.add(ErrorBars::new(v, v, v)))),
    ("FillBetween", |ax, v| done(ax.add(FillBetween::new(v, v, v)))),
    ("Polygon", |ax, v| done(ax.add(Polygon::new(v, v)))),
    ("Polygons", |ax, v| done(ax.add(Polygons::new([v.iter().map(|v| (*v, *v))]).edge_width(1)))),
    ("Circles", |ax, v| done(ax.add(Circles::new(v, v, 1).edge_width(1)))),
    ("Circles", |ax, v| done(ax.add(Circles::new(v, v, v)))),
    ("Quiver", |ax, v| done(ax.add(Quiver::new(v, v, v, v)))),
    ("Stem", |ax, v| done(ax.add(Stem::new(v, v)))),
    ("Trail", |ax, v| done(ax.add(Trail::new(v, v).marker('o')))),
    ("Violin", |ax, _| done(ax.add(Violin::new([[0.0; 0]; 0])))),
];

const WITHOUT_DATA_IN_SPACE: &[(&str, Build)] = &[
    ("Line3D", |ax, v| done(ax.add(Line3D::new(v, v, v).marker('o')))),
    ("Line3D by value", |ax, v| done(ax.add(Line3D::new(v, v, v).values(v)))),
    ("Scatter3D", |ax, v| done(ax.add(Scatter3D::new(v, v, v)))),
    ("Bars3D", |ax, v| done(ax.add(Bars3D::new(v, v, v)))),
    ("Surface", |ax, v| done(ax.add(Surface::new(v, v, square(v))))),
    ("Wireframe", |ax, v| done(ax.add(Wireframe::new(v, v, square(v))))),
];

#[test]
fn without_data_an_axes_is_empty_and_shows_0_to_1() {
    let all =
        [(Projection::Rectilinear, WITHOUT_DATA), (Projection::ThreeD, WITHOUT_DATA_IN_SPACE)];
    for (projection, artists) in all {
        let draw = |build: Build, values: &[f64]| {
            let mut fig = figure();
            build(fig.axes().set_projection(projection), values);
            Renderer::portable(fig).unwrap().picture().unwrap()
        };
        let empty = draw(|_, _| (), &[]);
        for (name, build) in artists {
            for values in [&[][..], &[f64::NAN], &[f64::NAN; 3]] {
                assert!(draw(*build, values) == empty, "{name} of {values:?}");
            }
        }
    }
}

#[test]
fn groups_without_samples_keep_their_places() {
    let groups: [(&str, Build); 2] = [
        ("BoxPlot", |ax, v| done(ax.add(BoxPlot::new([&[1.0, 2.0, 4.0], v])))),
        ("Violin", |ax, v| done(ax.add(Violin::new([&[1.0, 2.0, 4.0], v])))),
    ];
    for (name, build) in groups {
        let limits = |samples: &[f64]| {
            let mut fig = figure();
            let ax = fig.axes();
            build(ax, samples);
            ax.autoscale().xlim()
        };
        assert_eq!(limits(&[]), limits(&[2.0, 3.0]), "{name}");
        assert_eq!(limits(&[f64::NAN]), limits(&[2.0, 3.0]), "{name}");
    }
}

#[test]
fn cells_are_there_in_both_directions_or_not_at_all() {
    let none: [[f64; 0]; 0] = [];
    let refused = |build: &dyn Fn(&mut Axes)| {
        let mut fig = figure();
        build(fig.axes());
        Renderer::new(fig).err().unwrap().to_string()
    };
    let image = refused(&|ax| done(ax.add(Image::new([[0.0; 0]; 2]))));
    assert_eq!(image, "Image, `rows`: 0x2 cells show nothing; `Image::empty` has 0x0");
    let mesh = refused(&|ax| done(ax.add(PColorMesh::new([0; 0], [0, 1], none))));
    assert_eq!(mesh, "PColorMesh, `x`: a grid needs two values or more, not 0");
    let contour = refused(&|ax| done(ax.add(Contour::new([0; 0], [0, 1], none))));
    assert_eq!(contour, "Contour, `x`: a grid needs two values or more, not 0");
    // cells that have no values yet are none the worse
    let mut fig = figure();
    fig.axes().add(Image::new([[f64::NAN; 3]; 2]));
    assert!(Renderer::new(fig).is_ok());
}

#[test]
fn what_is_not_finite_is_a_gap_in_a_line() {
    let draw = |lines: &[(&[f64], &[f64])]| {
        let mut fig = figure();
        let ax = fig.axes();
        ax.set_xlim(0.0, 5.0).set_ylim(0.0, 5.0);
        for (x, y) in lines {
            ax.add(Line::new(*x, *y).color("black"));
        }
        Renderer::portable(fig).unwrap().picture().unwrap()
    };
    let (x, parts) = ([0.0, 1.0, 2.0, 4.0, 5.0], [[1.0, 3.0], [2.0, 4.0]]);
    let apart = draw(&[(&x[..2], &parts[0]), (&x[3..], &parts[1])]);
    for gap in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert!(draw(&[(&x, &[1.0, 3.0, gap, 2.0, 4.0])]) == apart, "{gap} in y");
        assert!(draw(&[(&[0.0, 1.0, gap, 4.0, 5.0], &[1.0, 3.0, 3.0, 2.0, 4.0])]) == apart);
    }
}
