use super::*;

#[test]
fn limits_show_the_errors_and_stand_on_the_foot() {
    let reach = |errors: [f64; 2]| {
        let extent = Bars::new([0, 1], [2, 4]).errors(errors).extent();
        extent.y.map(|y| (y.low, y.low_sticks, y.high))
    };
    assert_eq!(reach([1.0, 1.0]), Some((0.0, true, 5.0)));
    assert_eq!(reach([3.0, f64::NAN]), Some((-1.0, false, 5.0)));
    let horizontal = Bars::new([0, 1], [2, 4]).errors([0, 2]).horizontal().extent();
    assert_eq!(horizontal.x.map(|x| (x.low, x.low_sticks, x.high)), Some((0.0, true, 6.0)));
    assert_eq!(horizontal.y.map(|y| (y.low, y.high)), Some((-0.4, 1.4)));
}

#[test]
fn errors_must_be_as_many_as_bars_and_none_below_zero() {
    let message = |errors: &[f64]| {
        Bars::new([0, 1], [2, 4]).errors(errors).check().map_err(|error| error.to_string())
    };
    assert!(message(&[0.5, f64::NAN]).is_ok());
    let many = "Bars, `errors`: has 1 values where `x` has 2; both must have as many";
    assert_eq!(message(&[0.5]), Err(many.into()));
    let below = "Bars, `errors`: -1 is not an error, 0 or more";
    assert_eq!(message(&[0.5, -1.0]), Err(below.into()));
}
