use super::*;
use vello_cpu::kurbo::{Cap, Shape, Stroke};

const BOUNDS: Rect = Rect::new(0.0, 0.0, 10.0, 10.0);

fn path(svg: &str) -> BezPath {
    BezPath::from_svg(svg).expect("a path")
}

fn cut(svg: &str) -> String {
    line(&path(svg), BOUNDS).to_svg()
}

#[test]
fn a_segment_is_cut_at_the_right_slope_however_long_it_is() {
    let cut = |from: (f64, f64), to: (f64, f64)| {
        segment(from.into(), to.into(), BOUNDS).map(|(a, b)| [(a.x, a.y), (b.x, b.y)])
    };
    assert_eq!(cut((-10.0, 0.0), (10.0, 10.0)), Some([(0.0, 5.0), (10.0, 10.0)]));
    for far in [1e3, 1e16, 1e30, 1e300] {
        assert_eq!(cut((far, 5.0), (5.0, 5.0)), Some([(10.0, 5.0), (5.0, 5.0)]));
        assert_eq!(cut((5.0, -far), (5.0, far)), Some([(5.0, 0.0), (5.0, 10.0)]));
        let [from, to] = cut((far, far / 2.0), (2.0, 1.0)).expect("seen");
        assert!(from.0 == 10.0 && (from.1 - 5.0).abs() < 1e-9, "{from:?}");
        assert_eq!(to, (2.0, 1.0));
        assert_eq!(cut((far, 20.0), (-far, 20.0)), None);
    }
    assert_eq!(cut((f64::MAX, 5.0), (f64::MIN, 5.0)), Some([(10.0, 5.0), (0.0, 5.0)]));
    assert_eq!(cut((20.0, 0.0), (0.0, 30.0)), None);
    assert_eq!(cut((f64::NAN, 0.0), (5.0, 5.0)), None);
    assert_eq!(cut((f64::INFINITY, 5.0), (5.0, 5.0)), None);
}

#[test]
fn a_line_is_left_in_parts() {
    assert_eq!(cut("M1,1 L20,1 L20,2 L1,2"), "M1,1 L10,1 M10,2 L1,2");
    assert_eq!(cut("M1,1 L2,2 L3,1"), "M1,1 L2,2 L3,1");
    assert_eq!(cut("M-5,-5 L-5,20 L20,20"), "");
    // a closed one has no end where it began
    assert_eq!(cut("M5,5 L20,5 L20,8 L5,8 Z"), "M10,8 L5,8 L5,5 L10,5");
    assert_eq!(cut("M1,1 L9,1 L9,9 Z"), "M1,1 L9,1 L9,9 Z");
    let gap = BezPath::from_vec(vec![
        PathEl::MoveTo((1.0, 1.0).into()),
        PathEl::LineTo((2.0, 1.0).into()),
        PathEl::LineTo((f64::NAN, 1.0).into()),
        PathEl::LineTo((4.0, 1.0).into()),
        PathEl::LineTo((5.0, 1.0).into()),
        PathEl::ClosePath,
    ]);
    assert_eq!(line(&gap, BOUNDS).to_svg(), "M1,1 L2,1 M4,1 L5,1 L1,1");
}

#[test]
fn an_area_keeps_what_is_inside() {
    let cut = |svg: &str| area(&path(svg), BOUNDS);
    assert_eq!(cut("M1,1 L9,1 L5,9 Z").to_svg(), "M1,1 L9,1 L5,9 Z");
    for far in ["1e9", "1e16", "1e150", "1e300"] {
        let huge = cut(&format!("M-{far},-{far} L{far},-{far} L{far},{far} L-{far},{far} Z"));
        assert_eq!(huge.bounding_box(), BOUNDS);
        assert!((huge.area().abs() - 100.0).abs() < 1e-3, "{far}: {}", huge.area());
        // half of it
        let slanted = cut(&format!("M0,0 L{far},{far} L{far},-{far} L0,-{far} Z"));
        assert!((slanted.area().abs() - 50.0).abs() < 1e-3, "{far}: {}", slanted.area());
    }
    assert!(cut("M20,20 L30,20 L25,30 Z").is_empty());
    // a hole stays a hole, and what goes around twice does so still
    let ring = cut("M-5,-5 L15,-5 L15,15 L-5,15 Z M2,2 L2,8 L8,8 L8,2 Z");
    let turns = [(1.0, 1.0), (5.0, 5.0)].map(|at| ring.winding(at.into()).abs());
    assert_eq!(turns, [1, 0]);
    let twice = cut("M-5,-5 L15,-5 L15,15 L-5,15 Z M2,2 L90,2 L90,8 L2,8 Z");
    assert_eq!(twice.winding((5.0, 5.0).into()).abs(), 2);
    let torn = BezPath::from_vec(vec![
        PathEl::MoveTo((1.0, 1.0).into()),
        PathEl::LineTo((f64::NAN, 2.0).into()),
        PathEl::LineTo((4.0, 1.0).into()),
        PathEl::ClosePath,
    ]);
    assert!(area(&torn, BOUNDS).is_empty());
}

#[test]
fn huge_curves_pass_where_they_should() {
    for radius in [1e3, 1e6, 1e9, 1e12] {
        let circle = vello_cpu::kurbo::Circle::new((5.0 - radius, 5.0), radius).to_path(1e-3);
        let cut = line(&circle, BOUNDS);
        assert!(cut.elements().len() < 3000, "{radius}: {}", cut.elements().len());
        let bounds = cut.bounding_box();
        let off = 25.0 / (2.0 * radius) + 0.05 + radius * 1e-15;
        assert!((bounds.x1 - 5.0).abs() < off && bounds.height() > 9.9, "{radius}: {bounds:?}");
        let half = area(&circle, BOUNDS).area().abs();
        assert!((half - 50.0).abs() < 10.0 * off, "{radius}: {half}");
    }
    let bent = path("M5,5 Q1e16,5 1e16,1e16");
    let bounds = line(&bent, BOUNDS).bounding_box();
    assert!(bounds.x0 == 5.0 && bounds.x1 == 10.0 && bounds.height() < 1e-6, "{bounds:?}");
    for svg in ["M-1e300,5 Q0,1e300 1e300,5", "M5,5 C1e300,1e300 -1e300,1e300 5,5"] {
        let cut = line(&path(svg), BOUNDS);
        assert!(cut.elements().len() < 100_000, "{svg}");
    }
}

#[test]
fn dashes_are_counted_from_the_start_of_the_line() {
    let stroke = |pattern: &[f64]| Stroke::new(1.0).with_caps(Cap::Butt).with_dashes(0.0, pattern);
    let cut = |svg: &str, pattern: &[f64], most: usize| {
        dashes(&path(svg), &stroke(pattern), BOUNDS, most).map(|dashes| dashes.to_svg())
    };
    let all = Some("M0,1 L2,1 M3,1 L5,1 M6,1 L8,1 M9,1 L10,1".to_string());
    assert_eq!(cut("M0,1 L10,1", &[2.0, 1.0], 9), all);
    assert_eq!(cut("M-3e9,1 L3e9,1", &[2.0, 1.0], 9), all);
    assert_eq!(
        cut("M-1,1 L4,1 L4,9", &[4.0, 1.0], 9),
        Some("M0,1 L3,1 M4,1 L4,5 M4,6 L4,9".into())
    );
    assert_eq!(cut("M1,1 L3,1 L3,9", &[6.0, 1.0], 9), Some("M1,1 L3,1 L3,5 M3,6 L3,9".into()));
    assert_eq!(cut("M0,1 L10,1", &[1.0], 9), cut("M0,1 L10,1", &[1.0, 1.0], 9));
    assert_eq!(cut("M0,1 L10,1", &[2.0, 1.0], 3), None);
    assert_eq!(cut("M0,1 L10,1", &[0.0, 0.0, 2.0, 1.0], 9), all);
    assert!(cut("M-1e300,1 L1e300,1", &[2.0, 1.0], 9).is_some());
}

#[test]
fn a_shape_is_cut_to_what_can_be_seen() {
    let bounds = Rect::new(0.0, 0.0, 10.0, 10.0);
    let shape =
        |corners: &[(f64, f64)]| polygon(corners.iter().map(|&corner| corner.into()), bounds);
    let inside = shape(&[(1., 1.), (9., 1.), (5., 9.)]);
    assert_eq!(inside.to_svg(), "M1,1 L9,1 L5,9 Z");
    let huge = shape(&[(-1e9, -1e9), (1e9, -1e9), (1e9, 1e9), (-1e9, 1e9)]);
    assert_eq!(huge.bounding_box(), bounds);
    assert!((huge.area().abs() - 100.0).abs() < 1e-3);
    assert!(shape(&[(20., 20.), (30., 20.), (25., 30.)]).is_empty());
    assert!(shape(&[(0., 0.), (f64::NAN, 0.), (1., 1.)]).is_empty());
}
