use super::*;

fn bins() -> Hexbin {
    Hexbin::new(
        [0.0, 1.25, 4.5, 2.0, 2.25, 4.5, 1.0, 0.25, 1.5, 4.0, 2.25, 2.5],
        [0.0, 2.5, 5.0, 2.0, 4.5, 1.5, 4.0, 1.0, 3.5, 0.5, 3.0, 0.0],
    )
}

/// What is shown, without the hexagons that are left out.
fn shown(bins: &Hexbin) -> Vec<f64> {
    let shown = bins.shown().iter().copied();
    shown.filter(|value| !value.is_nan()).collect()
}

/// The middles of the hexagons that are shown.
fn middles(bins: &Hexbin) -> Vec<(f64, f64)> {
    let hexagons = bins.hexagons();
    let shown = bins.shown().iter().enumerate().filter(|(_, value)| !value.is_nan());
    let middle = |(i, _): (usize, &f64)| {
        let [.., bottom] = hexagons.corners(i);
        (bottom.0, f64::midpoint(bottom.1, hexagons.corners(i)[2].1))
    };
    shown.map(middle).collect()
}

/// Numbers of `matplotlib.pyplot.hexbin`, matplotlib 3.11.2: `get_array` and `get_offsets`.
#[test]
fn hexagons_are_those_of_matplotlib() {
    let four = [
        1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 2.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0,
        1.0, 0.0, 0.0, 2.0, 0.0,
    ];
    assert_eq!(shown(&bins().gridsize(4)), four);
    let three = bins().gridsize((3, 2)).mincnt(1);
    assert_eq!(shown(&three), [1.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 3.0, 1.0]);
    let matplotlib = [
        (-4.5e-9, 0.0),
        (1.4999999985, 2.5),
        (3.0000000015, 0.0),
        (4.5000000045, 0.0),
        (4.5000000045, 5.0),
        (0.749999997, 1.25),
        (0.749999997, 3.75),
        (2.25, 3.75),
        (3.750000003, 1.25),
    ];
    for (got, wanted) in middles(&three).iter().zip(matplotlib) {
        assert!((got.0 - wanted.0).abs() < 1e-11 && (got.1 - wanted.1).abs() < 1e-11, "{got:?}");
    }
    let valued = bins().gridsize(3).values(0..12);
    assert_eq!(shown(&valued), [3.5, 6.0, 11.0, 7.0, 2.0, 1.0, 6.5]);
    assert_eq!(shown(&valued.reduction("max").mincnt(2)), [7.0, 8.0, 9.0, 10.0]);
    let within = bins().gridsize(3).extent([0, 4, 0, 3]);
    assert_eq!(shown(&within), [1.0, 0.0, 0.0, 2.0, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 0.0]);
    let x = Draw::extent(&bins()).x.map(|x| (x.low, x.high, x.high_sticks));
    assert_eq!(x, Some((-4.500000000000001e-9, 4.5000000045, false)));
}

#[test]
fn on_logarithmic_scales_hexagons_stand_by_the_logarithm() {
    let (x, y) = ([1.0, 10.0, 1000.0, -1.0, 0.0], [0.0, 1.0, 2.0, 1.0, 1.0]);
    let bins = Hexbin::new(x, y).xscale("log").gridsize((3, 1)).mincnt(1);
    let corners = bins.hexagons().corners(0);
    assert!((corners[0].0 - 0.5).abs() < 1e-8, "{corners:?}");
    assert_eq!(shown(&bins), [1.0, 1.0, 1.0]);
    let reach = Draw::extent(&bins).x.expect("points");
    assert!((reach.low - 1.0).abs() < 1e-7 && (reach.high - 1000.0).abs() < 1e-4, "{reach:?}");
    let given = bins.extent([1, 100, 0, 2]);
    assert_eq!(given.area(), [0.0, 2.0, 0.0, 2.0]);
    assert!(given.extent([0, 100, 0, 2]).check().is_err());
}

#[test]
fn hexagons_of_setup_stay() {
    let mut hexagons = bins().gridsize(3);
    hexagons.freeze();
    let area = hexagons.area();
    hexagons.set_data([0.0, 100.0], [0.0, 1.0]);
    assert_eq!(hexagons.area(), area);
    assert_eq!(shown(&hexagons).iter().sum::<f64>(), 1.0);
    assert_eq!(hexagons.rebin(true).area(), [0.0, 100.0, 0.0, 1.0]);

    let mut empty = Hexbin::empty();
    empty.freeze();
    assert!(empty.is_open());
    empty.keep(&empty.clone().set_data([2.0, 3.0], [1.0, 5.0]).first());
    assert!(!empty.is_open());
    assert_eq!(empty.set_data([0.0], [0.0]).area(), [2.0, 3.0, 1.0, 5.0]);
}

#[test]
fn points_as_far_apart_as_can_be_are_counted() {
    let far = Hexbin::new([1e300, -1e300], [1e308, -1e308]).gridsize((3, 2)).mincnt(1);
    assert_eq!(shown(&far), [1.0, 1.0]);
    let corners: Vec<_> =
        (0..far.hexagons().count()).flat_map(|i| far.hexagons().corners(i)).collect();
    assert!(corners.iter().all(|corner| corner.0.is_finite()), "{corners:?}");
    let extent = Draw::extent(&far);
    assert_eq!(extent.y.map(|y| (y.low, y.high)), Some((-1e308, 1e308)));
    assert!(extent.x.is_some());
}

/// Numbers of `hbar` and `vbar` of `matplotlib.pyplot.hexbin(marginals=True)`, matplotlib 3.11.2, and how many
/// points `numpy.searchsorted` finds there.
#[test]
fn strips_are_those_of_matplotlib() {
    let mut bins = bins().gridsize((4, 2)).extent([-1, 5, -1, 6]);
    bins.set_x([0.0, 1.25, 4.5, 2.1, 2.25, 4.5, 1.0, 0.25, 1.5, 4.0, 2.25, 2.5]);
    let [columns, rows] = bins.clone().values(0..12).margins();
    assert_eq!(columns, [3.5, 5.0, 7.0, 16.0 / 3.0]);
    assert_eq!(rows, [20.0 / 3.0, 4.0, 8.0, 3.0]);
    // by the hexagons of a column: there are 23
    let counts = |means: Vec<f64>| means.iter().map(|mean| mean * 23.0 / 4.0).collect::<Vec<_>>();
    let [columns, rows] = bins.margins().map(counts);
    let near = |found: &[f64], wanted: [f64; 4]| {
        found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-12)
    };
    assert!(near(&columns, [2.0, 3.0, 4.0, 3.0]), "{columns:?}");
    assert!(near(&rows, [3.0, 4.0, 3.0, 2.0]), "{rows:?}");
}

#[test]
fn what_hexagons_show_follows_every_change() {
    let mut bins = bins().gridsize(3).mincnt(1);
    let before = shown(&bins);
    assert_eq!(shown(&bins), before);
    bins.set_gridsize(4);
    assert_ne!(shown(&bins), before);
    bins.set_gridsize(3).set_values(0..12);
    assert_eq!(shown(&bins), [3.5, 6.0, 11.0, 7.0, 2.0, 1.0, 6.5]);
    bins.set_reduction("max").set_mincnt(2);
    assert_eq!(shown(&bins), [7.0, 8.0, 9.0, 10.0]);
}
