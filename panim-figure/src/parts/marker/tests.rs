use super::*;
use crate::{
    Color, Line,
    artist::{AnyArtist, Path},
    raster::painted::painted,
    scene::marker::MarkerStyle,
};

fn shape(marker: &Marker) -> Option<MarkerShape> {
    marker.shape(&mut Fonts::default())
}

#[test]
fn every_name_has_a_shape_of_its_size() {
    for name in Marker::NAMES {
        let marker = Marker::named(name).expect("known");
        assert!(marker.check("Line", "marker").is_ok());
        let Some(shape) = shape(&marker) else {
            assert_eq!(*name, "none");
            continue;
        };
        let bounds = shape.path().bounding_box();
        let side = bounds.width().max(bounds.height());
        assert!((0.45..1.5).contains(&side), "{name}: {side}");
    }
}

#[test]
fn markers_of_ones_own_are_as_large_as_others() {
    let tall = Path::polygon([(-1, 0), (1, 0), (0, 8)]);
    let own = [Marker::polygon(3), Marker::star(8), Marker::asterisk(4), Marker::path(&tall)];
    for marker in own.into_iter().chain(Marker::named("$W$")) {
        let bounds = shape(&marker).expect("a shape").path().bounding_box();
        let far = [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(f64::abs);
        let far = far.into_iter().fold(0.0, f64::max);
        assert!((far - 0.5).abs() < 1e-9, "{marker:?}: {far}");
    }
    // y is upwards, and a turn counterclockwise
    let path = shape(&Marker::path(&tall)).expect("a shape").path().bounding_box();
    assert!(path.y0 < -0.49 && path.y1.abs() < 1e-9, "{path:?}");
    let path = shape(&Marker::path(&tall).rotated(90)).expect("a shape").path().bounding_box();
    assert!(path.x0 < -0.49 && path.x1.abs() < 1e-9, "{path:?}");
}

#[test]
fn what_is_no_marker_is_named() {
    let line = || Line::new([0], [0]);
    for (line, wanted) in [
        (line().marker('q'), "'q' is not a marker; there are o . , s D d"),
        (line().marker("carretup"), "\"carretup\" is not a marker (did you mean \"caretup\"?)"),
        (line().marker("$$"), "\"$$\" is not a marker"),
        (line().marker(Marker::polygon(1)), "1 is not a number of corners, 2 to 100"),
        (line().marker(Marker::star(101)), "101 is not a number of corners, 2 to 100"),
        (line().marker(Marker::polygon(3).rotated(f64::NAN)), "NaN is not an angle in degrees"),
        (line().marker(&Path::new()), "the path of the marker goes to no point but its origin"),
        (line().marker(&Path::line([(0, 0)])), "the path of the marker goes to no point"),
    ] {
        let error = (&line as &dyn AnyArtist).check_all().expect_err("no marker").to_string();
        assert!(error.starts_with(&format!("Line, `marker`: {wanted}")), "{error}");
    }
}

#[test]
fn copies_of_each_look_like_shapes() {
    let (blue, red) = (Color::rgb(31, 119, 180), Color::rgb(214, 39, 40));
    let plain = MarkerStyle { size: 9.3, edge_width: 1.4, face: blue, edge: blue };
    let places =
        (0..40).map(|i| Point::new(10.0 + 2.03 * f64::from(i), 50.0 + 0.7 * f64::from(i % 7)));
    let written = Marker::named("$\\pi$").into_iter();
    let named = Marker::NAMES.iter().filter_map(|name| Marker::named(name)).chain(written);
    for marker in named {
        let Some(shape) = shape(&marker) else { continue };
        for style in [plain, MarkerStyle { edge: red, ..plain }] {
            let marks = places.clone().map(|at| (at, style));
            let shapes = painted((100, 100), |scene| shape.draw_each(scene, marks.clone()));
            let copies = painted((100, 100), |scene| scene.markers(shape.clone(), marks.collect()));
            assert!(copies.iter().any(|&channel| channel < 255), "{marker:?}");
            let differ = shapes.iter().zip(&copies).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(differ <= Some(20), "{marker:?}: {differ:?}");
        }
    }
}
