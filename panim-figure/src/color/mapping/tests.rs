use super::*;

fn mapping(norm: Norm) -> Mapping {
    Mapping { norm, ..Mapping::default() }
}

fn over(norm: Norm, values: &[f64]) -> Mapping {
    mapping(norm).frozen(values.iter().copied()).into_owned()
}

fn entries(mapping: &Mapping, values: &[f64]) -> Vec<usize> {
    let lookup = mapping.lookup();
    values.iter().map(|value| lookup.entry(*value).unwrap_or(usize::MAX)).collect()
}

/// In matplotlib: `int(norm(value) * 256)`.
#[test]
fn values_are_spread_by_the_norm() {
    const BAD: usize = usize::MAX;
    let even = over(Norm::Linear, &[2.0, f64::NAN, 6.0, f64::INFINITY]);
    assert_eq!(even.limits(), (2.0, 6.0));
    let values = [-9.0, 2.0, 3.0, 4.0, 6.0, 7.0, f64::NAN, f64::INFINITY];
    assert_eq!(entries(&even, &values), [0, 0, 64, 128, 255, 255, BAD, BAD]);
    let log = over(Norm::Log, &[-5.0, 0.0, 0.01, 100.0]);
    assert_eq!(log.limits(), (0.01, 100.0));
    assert_eq!(entries(&log, &[-5.0, 0.0, 0.001, 0.11, 3.0, 1e9]), [BAD, BAD, 0, 66, 158, 255]);
}

#[test]
fn the_centre_has_the_middle_color() {
    let mut map = over(Norm::Centered(1.0), &[0.0, 5.0]);
    assert_eq!(map.limits(), (-3.0, 5.0));
    assert_eq!(entries(&map, &[-3.0, 0.0, 1.0, 3.0, 5.0]), [0, 96, 128, 192, 255]);
    map.vmin = Some(0.0);
    assert_eq!(map.limits(), (0.0, 2.0));
    map.vmax = Some(9.0);
    assert_eq!(entries(&map, &[-1.0, 0.0, 0.5, 1.0, 3.0, 9.0]), [0, 0, 64, 128, 160, 255]);
}

/// `BoundaryNorm(bounds, ncolors)(value)` in matplotlib.
#[test]
fn bins_take_the_whole_colormap() {
    let values = [-1.0, 0.0, 0.5, 1.0, 2.0, 4.9, 5.0, 9.0];
    let map = mapping(Norm::bounds([0, 1, 2, 5]));
    assert_eq!(entries(&map, &values), [0, 0, 0, 127, 255, 255, 255, 255]);
    assert_eq!(map.limits(), (0.0, 5.0));
    let listed = Mapping { colormap: "tab10".into(), ..map };
    assert_eq!(entries(&listed, &values), [0, 0, 0, 4, 9, 9, 9, 9]);
    let one = mapping(Norm::bounds([0, 1]));
    assert_eq!(entries(&one, &[-1.0, 0.5, 1.0]), [0, 127, 255]);
}

/// `cmap.with_extremes(under=.., over=..)(norm(value))` in matplotlib.
#[test]
fn values_beyond_the_limits_have_colors_of_their_own() {
    let [black, white, gray] = [Color::BLACK, Color::WHITE, Color::rgb(128, 128, 128)];
    let colored = |norm: Norm, values: &[f64]| {
        let colormap = Colormap::listed(["red", "lime", "blue"]).under("0").over("1");
        let mut map =
            Mapping { colormap: colormap.bad((128, 128, 128)), norm, ..Mapping::default() };
        (map.vmin, map.vmax) = (Some(1.0), Some(4.0));
        if matches!(map.norm, Norm::Bounds(_)) {
            (map.vmin, map.vmax) = (None, None);
        }
        let all = map.colors(values);
        assert_eq!(all, values.iter().map(|value| map.color(*value)).collect::<Vec<_>>());
        all
    };
    let [red, lime, blue] = [[255, 0, 0], [0, 255, 0], [0, 0, 255]].map(Color::from);
    let values = [0.9, 1.0, 2.5, 4.0, 4.1, f64::NAN, -3.0];
    let even = colored(Norm::Linear, &values);
    assert_eq!(even, [black, red, lime, blue, white, gray, black]);
    let log = colored(Norm::Log, &values);
    assert_eq!(log, [black, red, lime, blue, white, gray, gray]);
    let binned = colored(Norm::bounds([1, 2, 3, 4]), &values);
    assert_eq!(binned, [black, red, lime, white, white, gray, black]);
}

#[test]
fn limits_stay_as_setup_left_them() {
    let mut map = over(Norm::Linear, &[0.0, 1.0]);
    map.freeze([5.0].into_iter());
    assert_eq!(map.limits(), (0.0, 1.0));
    assert_eq!(map.frozen([5.0].into_iter()).limits(), (0.0, 1.0));
    map.vmax = Some(2.0);
    assert_eq!(map.limits(), (0.0, 2.0));
    assert_eq!(over(Norm::Linear, &[f64::NAN]).limits(), (0.0, 1.0));
}

#[test]
fn equal_values_have_the_first_color() {
    let map = over(Norm::Linear, &[3.0, 3.0]);
    assert!(map.check("Image").is_ok());
    assert_eq!(entries(&map, &[2.0, 3.0, 4.0]), [0, 0, 255]);
    assert_eq!(map.color(3.0), Color::rgb(68, 1, 84));
    assert_eq!(map.color(f64::NAN), Color::TRANSPARENT);
}

#[test]
fn what_maps_nothing_is_refused() {
    let message = |map: Mapping| map.check("Image").expect_err("bad").to_string();
    let limits = |norm, low, high| {
        message(Mapping { vmin: Some(low), vmax: Some(high), ..over(norm, &[1.0, 2.0]) })
    };
    assert_eq!(limits(Norm::Linear, 2.0, 1.0), "Image, `vmin`: 2 is not below vmax, 1");
    assert!(limits(Norm::Linear, f64::NAN, 1.0).contains("`vmin`: NaN is not finite"));
    assert!(limits(Norm::Log, 0.0, 1.0).contains("`vmin`: 0 is not positive"));
    assert!(
        limits(Norm::Centered(0.0), 0.5, 1.0).contains("`vmin`: 0.5 is not below the centre 0")
    );
    assert!(limits(Norm::Centered(2.0), 0.5, 1.0).contains("`vmax`: 1 is not above the centre 2"));
    assert!(limits(Norm::bounds([0, 1]), 0.0, 1.0).contains("the bounds are the limits"));

    let low = Mapping { vmin: Some(3.0), ..over(Norm::Linear, &[1.0, 2.0]) };
    assert!(message(low).contains("3 is not below the largest value 2; give vmax too"));
    let high = Mapping { vmax: Some(0.0), ..over(Norm::Linear, &[1.0, 2.0]) };
    assert!(message(high).contains("0 is not above the least value 1; give vmin too"));

    assert!(message(over(Norm::Centered(f64::NAN), &[])).contains("NaN is not a centre"));
    assert!(message(mapping(Norm::bounds([1]))).contains("two bounds or more, not 1"));
    assert!(message(mapping(Norm::bounds([0, 2, 2]))).contains("2 follows 2"));
    assert!(message(mapping(Norm::bounds([0.0, f64::NAN]))).contains("NaN is not finite"));
    let few = Mapping { colormap: "tab10".into(), ..mapping(Norm::bounds(0..12)) };
    assert!(message(few).contains("11 bins are more than the colormap's 10 colors"));
    let unknown = Mapping { colormap: "vridis".into(), ..Mapping::default() };
    assert!(message(unknown).starts_with("Image, `cmap`: \"vridis\" is not a colormap (did you"));
}

fn warnings(map: &Mapping) -> Vec<String> {
    let mut warnings = Warnings::default();
    map.warn("Image", &|| None, &mut warnings);
    warnings.take().iter().map(ToString::to_string).collect()
}

/// `norm.vmin` and `norm.vmax` in matplotlib after `fig.colorbar(plt.imshow(..))`; nothing above 0 is
/// an error there.
#[test]
fn a_colorbar_shows_what_is_around_equal_values() {
    let near = |(a, b): (f64, f64), (c, d): (f64, f64)| (a - c).abs() + (b - d).abs() < 1e-12;
    let decade = (1.0, 10.0);
    for (value, linear, log, half) in [
        (0.0, (-0.1, 0.1), decade, 0.1),
        (5.0, (4.5, 5.5), (4.5, 5.5), 5.0),
        (3.0, (2.7, 3.3), (2.7, 3.3), 3.0),
        (-2.0, (-2.2, -1.8), decade, 2.0),
    ] {
        let shown = |norm| Mapping { has_bar: true, ..over(norm, &[value; 4]) };
        for (norm, limits) in [
            (Norm::Linear, linear),
            (Norm::Log, log),
            (Norm::Centered(0.0), (-half, half)),
            (Norm::bounds([0, 1, 2, 5]), (0.0, 5.0)),
        ] {
            let map = shown(norm.clone());
            assert!(near(map.limits(), limits), "{norm:?} of {value}: {:?}", map.limits());
            assert!(map.check("Image").is_ok());
            assert_eq!(warnings(&map).len(), usize::from(norm == Norm::Log && value <= 0.0));
        }
        assert_eq!(entries(&shown(Norm::Linear), &[value]), [128]);
    }
}

#[test]
fn limits_that_are_given_equal_are_warned_of() {
    for (norm, low, high, shown) in [
        (Norm::Linear, 0.0, 0.0, (-0.1, 0.1)),
        (Norm::Linear, 2.0, 2.0, (1.8, 2.2)),
        (Norm::Log, 2.0, 2.0, (1.8, 2.2)),
        (Norm::Log, 0.0, 0.0, (1.0, 10.0)),
        (Norm::Log, -1.0, -1.0, (1.0, 10.0)),
        (Norm::Centered(0.0), 0.0, 0.0, (-0.1, 0.1)),
        (Norm::Centered(0.0), 0.0, 2.0, (-0.1, 2.0)),
        (Norm::Centered(5.0), 3.0, 5.0, (3.0, 5.5)),
    ] {
        let given = Mapping { vmin: Some(low), vmax: Some(high), ..over(norm, &[1.0, 2.0]) };
        assert!(given.check("Image").is_ok());
        let said = warnings(&given);
        assert_eq!(said, ["Image, `vmin`: equal limits leave no values to spread the colors over"]);
        let limits = Mapping { has_bar: true, ..given }.limits();
        assert!((limits.0 - shown.0).abs() + (limits.1 - shown.1).abs() < 1e-12, "{limits:?}");
    }
}

#[test]
fn a_given_limit_on_the_wrong_side_of_equal_values_is_both() {
    let given = |vmin, vmax, values: &[f64]| {
        let map = Mapping { vmin, vmax, ..over(Norm::Linear, values) };
        assert!(map.check("Image").is_ok());
        map.limits()
    };
    assert_eq!(given(Some(5.0), None, &[0.0, 0.0]), (5.0, 5.0));
    assert_eq!(given(Some(-5.0), None, &[0.0, 0.0]), (-5.0, 0.0));
    assert_eq!(given(None, Some(-5.0), &[]), (-5.0, -5.0));
    assert_eq!(given(Some(5.0), None, &[]), (5.0, 5.0));
}

#[test]
fn limits_are_open_until_values_have_a_range() {
    let mut map = mapping(Norm::Linear);
    map.freeze([0.0, 0.0].into_iter());
    assert!(map.is_open());
    let mut given = Mapping { vmin: Some(0.0), vmax: Some(1.0), ..Mapping::default() };
    given.freeze([0.0].into_iter());
    assert!(!given.is_open());
    let mut binned = mapping(Norm::bounds([0, 1]));
    binned.freeze([].into_iter());
    assert!(!binned.is_open());
    map.keep(None);
    assert!(!map.is_open());
    assert_eq!(map.limits(), (0.0, 0.0));

    let mut map = mapping(Norm::Log);
    map.freeze([-1.0, 0.0, 3.0].into_iter());
    assert!(map.is_open());
    map.keep(Values::of([1.0, 2.0].into_iter()));
    map.keep(Values::of([3.0, 4.0].into_iter()));
    assert_eq!(map.limits(), (1.0, 2.0));
}

/// `norm(values)` in matplotlib, of `SymLogNorm(2, ..)`, `AsinhNorm(0.7, ..)`, `PowerNorm(0.4, ..)` and
/// `FuncNorm((np.cbrt, lambda x: x ** 3), ..)`.
#[test]
fn values_are_spread_by_scales_as_matplotlib_spreads_them() {
    let values = [-3.0, -0.5, 0.0, 0.2, 1.7, 8.0, 40.0];
    let cases = [
        (
            Norm::SymLog { threshold: 2.0 },
            -50.0,
            [
                0.254750661569,
                0.465211721332,
                0.523127296137,
                0.546293526058,
                0.720040250471,
                0.880316737026,
                1.026049235486,
            ],
        ),
        (
            Norm::Asinh { linear_width: 0.7 },
            -50.0,
            [
                0.297471963253,
                0.456553789843,
                0.527129280746,
                0.557083785152,
                0.699270253097,
                0.859770916668,
                1.030555723332,
            ],
        ),
        (
            Norm::Power(0.4),
            -4.0,
            [
                0.244010454122,
                0.402750094436,
                0.424846876571,
                0.433219652185,
                0.489506401283,
                0.659296744999,
                1.108637344615,
            ],
        ),
        (
            Norm::function(f64::cbrt, |place| place.powi(3)),
            -50.0,
            [
                0.33009789147,
                0.425595437123,
                0.542466247248,
                0.628577396401,
                0.718204252885,
                0.836962234835,
                1.046047302415,
            ],
        ),
    ];
    for (norm, low, wanted) in cases {
        let map = Mapping { vmin: Some(low), vmax: Some(30.0), ..mapping(norm.clone()) };
        map.check("Image").expect("a norm");
        for (value, wanted) in values.into_iter().zip(wanted) {
            let found = map.lookup().fraction(value).expect("a place");
            assert!((found - wanted).abs() < 1e-11, "{norm:?} of {value}: {found} for {wanted}");
        }
    }
    let root = mapping(Norm::function(f64::sqrt, |place| place * place));
    let root = Mapping { vmin: Some(0.0), vmax: Some(4.0), ..root };
    assert_eq!(entries(&root, &[-1.0, 1.0, 4.0]), [usize::MAX, 128, 255]);
}

#[test]
fn what_cannot_spread_values_is_said() {
    let said = |norm: Norm| {
        let map = Mapping { vmin: Some(-1.0), vmax: Some(1.0), ..mapping(norm) };
        map.check("Image").expect_err("no norm").to_string()
    };
    for (norm, wanted) in [
        (Norm::SymLog { threshold: 0.0 }, "0 is not a threshold, which is above zero"),
        (Norm::Asinh { linear_width: -1.0 }, "−1 is not a linear width, which is above zero"),
        (Norm::Power(f64::NAN), "NaN is not a power, which is above zero"),
        (Norm::function(f64::sqrt, |y| y * y), "the function is NaN at −1"),
        (Norm::function(|x| x * x, f64::sqrt), "is not the inverse of the first"),
        (Norm::function(|x| -x, |y| -y), "the function must rise"),
    ] {
        let message = said(norm);
        let wanted = wanted.replace('−', "-");
        assert!(message.starts_with("Image, `norm`: ") && message.contains(&wanted), "{message}");
    }
}
