use super::*;

#[test]
fn autoscaled_limits_leave_a_margin() {
    let mut axis = Axis::new(AxisName::X);
    let data = Reach { low: 0.0, high: 10.0, ..Reach::default() };
    axis.autoscale(Some(data));
    assert_eq!(axis.limits, (-0.5, 10.5));
    axis.autoscale(Some(Reach { low_sticks: true, ..data }));
    assert_eq!(axis.limits, (0.0, 10.5));
    axis.inverted = true;
    axis.autoscale(None);
    assert_eq!(axis.limits, (1.0, 0.0));
}

#[test]
fn the_largest_numbers_have_limits() {
    for (scale, low, high) in [
        (AxisScale::Linear, f64::MIN, f64::MAX),
        (AxisScale::Linear, -1e308, 1e308),
        (AxisScale::Linear, f64::MAX, f64::MAX),
        (AxisScale::Linear, -5e-324, 5e-324),
        (AxisScale::Log, 5e-324, f64::MAX),
        (AxisScale::Log, f64::MAX, f64::MAX),
        (AxisScale::Log, 5e-324, 5e-324),
        (AxisScale::SymLog { threshold: 1.0 }, f64::MIN, f64::MAX),
        (AxisScale::Asinh { linear_width: 1.0 }, f64::MIN, f64::MAX),
        (AxisScale::function(f64::cbrt, |place| place.powi(3)), -1e300, 1e300),
        (AxisScale::Date, f64::MIN, f64::MAX),
    ] {
        for margin in [0.0, 0.05, 3.0] {
            let mut axis = Axis { scale, margin, ..Axis::new(AxisName::X) };
            axis.autoscale(Some(Reach { low, high, least_positive: high, ..Reach::default() }));
            axis.check().expect("limits");
        }
    }
}

#[test]
fn a_log_axis_leaves_out_what_it_cannot_show() {
    let mut axis = Axis::new(AxisName::Y);
    axis.scale = AxisScale::Log;
    let data = Reach { low: 0.0, high: 1000.0, least_positive: 0.1, ..Reach::default() };
    axis.autoscale(Some(data));
    let (low, high) = axis.limits;
    assert!((low.log10() + 1.2).abs() < 1e-12 && (high.log10() - 3.2).abs() < 1e-12);
    // numbers with fewer digits than others have a place too
    let small = Reach { low: 1e-320, high: 1e-310, least_positive: 1e-320, ..data };
    axis.autoscale(Some(small));
    assert!(!axis.shows_nothing(|| true), "{:?}", axis.limits);
    assert!(axis.limits.1 < 1e-300, "{:?}", axis.limits);
    axis.set_limits(0.0, 1.0);
    let message = axis.check().expect_err("zero").to_string();
    assert!(message.starts_with("Axes, `set_ylim`: 0 to 1 on a logarithmic"), "{message}");
}

/// `Axes.set_xlim` of matplotlib.
#[test]
fn equal_limits_are_moved_apart() {
    let symlog = AxisScale::SymLog { threshold: 1.0 };
    let year = 365.2425 * 86_400.0;
    for (scale, limits, wanted) in [
        (AxisScale::Linear, (5.0, 5.0), (4.75, 5.25)),
        (AxisScale::Linear, (0.0, 0.0), (-0.05, 0.05)),
        (AxisScale::Linear, (1e-320, 0.0), (0.05, -0.05)),
        (AxisScale::Linear, (2.0, 1.0), (2.0, 1.0)),
        (symlog, (-3.0, -3.0), (-3.15, -2.85)),
        (AxisScale::Date, (0.0, 0.0), (-2.0 * year, 2.0 * year)),
        (AxisScale::Log, (5.0, 5.0), (1.0, 10.0)),
        (AxisScale::Log, (1.0, 1.0), (0.1, 10.0)),
        (AxisScale::Log, (0.0, 0.0), (1.0, 10.0)),
        (AxisScale::Log, (-3.0, -3.0), (1.0, 10.0)),
    ] {
        let (mut axis, mut warnings) = (Axis::new(AxisName::X), Warnings::default());
        axis.set_scale(scale);
        axis.set_limits(limits.0, limits.1);
        axis.widen(|| true, &mut warnings);
        assert_eq!(axis.limits, wanted, "{scale:?}, {limits:?}");
        assert_eq!(warnings.take().len(), usize::from(limits != wanted), "{scale:?}");
        assert!(axis.check().is_ok());
    }
}

#[test]
fn limits_that_follow_data_follow_the_scale_too() {
    let mut axis = Axis::new(AxisName::X);
    axis.autoscale(Some(Reach { low: 0.0, high: 9.0, least_positive: 0.1, ..Reach::default() }));
    axis.set_scale(AxisScale::Log);
    assert!(axis.limits.0 > 0.01 && axis.limits.0 < 0.1, "{:?}", axis.limits);
    axis.set_limits(1.0, 2.0);
    axis.set_scale(AxisScale::Linear);
    assert_eq!(axis.limits, (1.0, 2.0));
}

#[test]
fn a_log_axis_without_positive_data_shows_a_decade_and_warns() {
    let zero = Reach::of(0.0);
    let negative = Some(Reach { low: -5.0, high: -1.0, ..Reach::default() });
    for (data, has_data, warns) in [
        (zero, true, true),
        (negative, true, true),
        (None, true, true),
        (None, false, false),
        (Reach::of(5.0), true, false),
    ] {
        let (mut axis, mut warnings) = (Axis::new(AxisName::Y), Warnings::default());
        axis.set_scale(AxisScale::Log);
        axis.autoscale(data);
        axis.widen(|| has_data, &mut warnings);
        if data.is_none_or(|reach| reach.high <= 0.0) {
            assert_eq!(axis.limits, (1.0, 10.0));
        }
        let said: Vec<_> = warnings.take().iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), usize::from(warns), "{said:?}");
        assert!(said.iter().all(|said| said.starts_with("Axes, `set_yscale`: no data above")));
    }
}

#[test]
fn limits_that_are_not_finite_are_refused() {
    let mut axis = Axis::new(AxisName::Y);
    axis.set_limits(0.0, f64::INFINITY);
    axis.widen(|| true, &mut Warnings::default());
    assert!(axis.check().is_err());
    axis.set_limits(1.0, 0.0);
    assert!(axis.check().is_ok());
}

#[test]
fn labels_without_ticks_are_refused() {
    let mut axis = Axis::new(AxisName::X);
    axis.tick_labels = Some(vec!["a".into()]);
    let message = axis.check().expect_err("no places").to_string();
    assert!(message.contains("`set_xticks` as well"), "{message}");
}

#[test]
fn a_scale_by_a_function_has_limits_where_its_inverse_leads_back() {
    let data = Reach { low: 0.0, high: 4.0, least_positive: 1.0, ..Reach::default() };
    let root = AxisScale::function(f64::sqrt, |place| place * place);
    let mut axis = Axis { scale: root, ..Axis::new(AxisName::Y) };
    axis.autoscale(Some(data));
    // below 0 there is no root
    assert_eq!(axis.limits.0, 0.0);
    assert!((axis.limits.1 - 4.41).abs() < 1e-12, "{:?}", axis.limits);
    axis.check().expect("limits");
    axis.set_limits(-1.0, 1.0);
    let message = axis.check().expect_err("a root below zero").to_string();
    let wanted = "Axes, `set_yscale`: the function is NaN at -1, which is within the limits";
    assert_eq!(message, wanted);
    // a margin beyond the pole would be on its other side
    let pole = AxisScale::function(|x| -1.0 / x, |place| -1.0 / place);
    let mut axis = Axis { scale: pole, ..Axis::new(AxisName::X) };
    axis.autoscale(Some(Reach { low: 0.001, high: 1000.0, ..data }));
    assert!(0.0 < axis.limits.0 && axis.limits.0 < 0.001 && axis.limits.1 == 1000.0);
    axis.check().expect("limits on one side");
    let turns = AxisScale::function(f64::sin, f64::asin);
    let mut axis = Axis { scale: turns, ..Axis::new(AxisName::X) };
    axis.autoscale(Some(Reach { low: 1.0, high: 2.0, ..data }));
    assert!(axis.limits.1 >= 2.0);
    assert!(axis.check().is_err());
    let falls = AxisScale::function(|x| -x, |place| -place);
    let mut axis = Axis { scale: falls, ..Axis::new(AxisName::X) };
    axis.autoscale(Some(data));
    assert_eq!(axis.limits, (-0.2, 4.2));
}
