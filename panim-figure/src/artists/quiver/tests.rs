use super::*;

#[test]
fn the_scale_stays_as_setup_left_it() {
    let mut quiver = Quiver::new([0, 1], [0, 1], [3.0, f64::NAN], [4.0, 0.0]);
    assert_eq!(quiver.own_scale(), 90.0); // 1.8 * 5 * 10
    quiver.freeze();
    quiver.set_uv([30.0, 30.0], [0.0, 0.0]);
    assert_eq!(quiver.own_scale(), 90.0);
    quiver.set_scale(7.0);
    assert_eq!(quiver.own_scale(), 7.0);
    let mut still = Quiver::new([0], [0], [0], [0]).color("C0");
    assert_eq!(still.own_scale(), 1.0);
    still.freeze();
    assert!(still.is_open());
    let first = still.clone().set_uv([3], [4]).first();
    still.keep(&first);
    assert!(!still.is_open());
    assert_eq!(still.own_scale(), 90.0);
}

#[test]
fn what_does_not_fit_is_refused() {
    let message = |quiver: Quiver| quiver.check().expect_err("refused").to_string();
    let row = || Quiver::new([0, 1], [0, 1], [1, 2], [1, 2]);
    assert!(row().check().is_ok());
    assert!(message(Quiver::new([0, 1], [0, 1], [1, 2], [1])).contains("`v`: has 1 values"));
    assert!(message(row().values([1])).contains("`values`: has 1 values"));
    assert!(message(row().scale(0.0)).contains("`scale`: 0 is not a size, more than 0"));
    let grid = Quiver::grid([0, 1], [0], [[1, 2]], [[1]]);
    assert!(message(grid).contains("`v`: has rows of 1 values where `x` has 2"));
}

/// `Quiver._h_arrows` of matplotlib.
#[test]
fn short_arrows_shrink_and_then_are_dots() {
    let quiver = Quiver::new([0], [0], [1], [0]);
    let shape = |length: f64, pivot| {
        let vector = Vec2::new(2.0 * length, 0.0);
        quiver.head.arrow_at(Point::ZERO, vector, 2.0, pivot).to_svg()
    };
    let whole = "M0,1 L11,1 L10,3 L20,0 L10,-3 L11,-1 L0,-1 Z";
    assert_eq!(shape(10.0, Pivot::Tail), whole);
    let half = "M-5,0.5 L-4.5,0.5 L-5,1.5 L0,0 L-5,-1.5 L-4.5,-0.5 L-5,-0.5 Z";
    assert_eq!(shape(2.5, Pivot::Tip), half);
    assert_eq!(shape(0.5, Pivot::Mid).matches('L').count(), 5);
}

#[test]
fn vectors_of_any_length_count() {
    let quiver = |size: f64| Quiver::new([0, 1], [0, 1], [3.0 * size, 0.0], [4.0 * size, 0.0]);
    for size in [1e-300, 1.0, 1e300] {
        let scale = quiver(size).own_scale() / size;
        assert!((scale - 45.0).abs() < 1e-12, "{size}: {scale}");
    }
}
