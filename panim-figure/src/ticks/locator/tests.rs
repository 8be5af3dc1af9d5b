use super::*;
use std::f64::consts::{FRAC_PI_2, PI};

const LINEAR: AxisScale = AxisScale::Linear;

fn ticks(locator: Locator, view: (f64, f64)) -> Vec<f64> {
    locator.check("set_xlocator", LINEAR, view, false).expect("a locator");
    locator.ticks(LINEAR, view, 9).expect("ticks")
}

#[test]
fn multiples_follow_the_limits() {
    assert_eq!(ticks(Locator::multiple(5), (-7.0, 10.0)), [-5.0, 0.0, 5.0, 10.0]);
    assert_eq!(ticks(Locator::multiple(5).offset(1), (-7.0, 10.0)), [-4.0, 1.0, 6.0]);
    assert_eq!(ticks(Locator::multiple(FRAC_PI_2), (-0.1, 3.2)), [0.0, FRAC_PI_2, PI]);
    assert!(ticks(Locator::multiple(1e300), (1.0, 2.0)).is_empty());
    // a tick at a limit that moves does not flicker
    for n in 0..1000 {
        let start = f64::from(n) * 0.1;
        assert_eq!(ticks(Locator::multiple(0.1), (start, start + 0.9)).len(), 10, "{start}");
    }
}

#[test]
fn even_ticks_end_at_the_limits() {
    assert_eq!(ticks(Locator::linear(3), (0.0, 1.0)), [0.0, 0.5, 1.0]);
    assert_eq!(ticks(Locator::linear(1), (0.0, 1.0)), [0.0]);
    assert!(ticks(Locator::linear(0), (0.0, 1.0)).is_empty());
    let log = Locator::linear(3).ticks(AxisScale::Log, (1.0, 100.0), 9).expect("ticks");
    assert!((log[1] - 10.0).abs() < 1e-12);
}

#[test]
fn powers_are_thinned_where_there_are_many() {
    assert_eq!(ticks(Locator::log(2), (1.0, 16.0)), [1.0, 2.0, 4.0, 8.0, 16.0]);
    let log = |locator: &Locator, view| locator.ticks(AxisScale::Log, view, 9).expect("ticks");
    let subs = Locator::log(10).subs([1, 2, 5]);
    let expected = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0];
    assert_eq!(subs.ticks(AxisScale::Log, (0.9, 200.0), 4).expect("ticks"), expected);
    let many = log(&subs, (1e-300, 1e300));
    assert!((4..=10).contains(&many.len()), "{many:?}");
    assert!(ticks(Locator::log(10), (-5.0, 0.0)).is_empty());
    assert!(log(&Locator::log(1.0001), (f64::MIN_POSITIVE, f64::MAX)).len() < 20);
}

#[test]
fn powers_near_zero_are_told_apart() {
    for low in [-5.0, 0.0, 1e-9] {
        assert_eq!(ticks(Locator::log(10), (low, 1000.0)), [10.0, 100.0, 1000.0], "{low}");
    }
    assert_eq!(ticks(Locator::log(2), (0.0, 100.0)), [8.0, 16.0, 32.0, 64.0]);
    assert_eq!(ticks(Locator::log(10).subs([1, 2, 5]), (0.0, 100.0)), [10.0, 20.0, 50.0, 100.0]);
    // where fewer labels have room
    assert_eq!(Locator::log(2).ticks(LINEAR, (0.0, 100.0), 4).expect("ticks"), [16.0, 32.0, 64.0]);
    let symlog = |threshold: f64, view| {
        Locator::log(10).ticks(AxisScale::SymLog { threshold }, view, 9).expect("ticks")
    };
    assert_eq!(symlog(1.0, (-100.0, 1e3)), [-100.0, -10.0, -1.0, 0.0, 1.0, 10.0, 100.0, 1e3]);
    assert_eq!(symlog(1.0, (-1e3, -5.0)), [-1e3, -100.0, -10.0]);
    assert_eq!(symlog(1.0, (5.0, 1e3)), [10.0, 100.0, 1e3]);
    let scales = [LINEAR, AxisScale::SymLog { threshold: 2.0 }, AxisScale::Date];
    let ends = [-1e300, -1e5, -3.0, 0.0, 1e-300, 1e-5, 3.0, 1e5, f64::MAX];
    for (scale, base) in
        scales.into_iter().flat_map(|scale| [1.0 + 1e-8, 1.001, 2.0, 10.0].map(|b| (scale, b)))
    {
        for low in ends {
            for high in ends.into_iter().filter(|high| *high > low) {
                let its = Locator::log(base).ticks(scale, (low, high), 9).expect("ticks");
                let places: Vec<f64> = its.iter().map(|tick| scale.forward(*tick)).collect();
                let gap = scale.forward(high) * 0.055 - scale.forward(low) * 0.055;
                let is_apart = places.windows(2).all(|w| w[1] - w[0] >= gap);
                assert!(is_apart && its.len() < 20, "{scale:?} {base} {low}..{high}: {its:?}");
            }
        }
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let refused = |locator: Locator, view| {
        let error = locator.check("set_xlocator", LINEAR, view, false);
        error.expect_err("refused").to_string()
    };
    let view = (0.0, 1.0);
    for locator in [
        Locator::multiple(0),
        Locator::multiple(-1),
        Locator::multiple(f64::NAN),
        Locator::multiple(1).offset(f64::INFINITY),
        Locator::multiple(1e-4),
        Locator::multiple(5e-324),
        Locator::max_n(0),
        Locator::max_n(1001),
        Locator::linear(1001),
        Locator::log(1),
        Locator::log(10).subs([0.5]),
        Locator::log(10).subs([10]),
        Locator::divisions(2),
        Locator::from(|_: f64, _: f64| vec![0.0; 1001]),
    ] {
        let said = refused(locator.clone(), view);
        assert!(said.contains("set_xlocator"), "{locator:?}: {said}");
    }
}
