use super::*;

/// Points that fall unevenly, some of them on edges.
fn points() -> ([f64; 12], [f64; 12]) {
    (
        [0.0, 1.25, 4.5, 2.0, 2.25, 4.5, 1.0, 0.25, 1.5, 4.0, 2.25, 2.5],
        [0.0, 2.5, 5.0, 2.0, 4.5, 1.5, 4.0, 1.0, 3.5, 0.5, 3.0, 0.0],
    )
}

fn hist() -> Histogram2D {
    let (x, y) = points();
    Histogram2D::new(x, y)
}

/// Numbers of `numpy.histogram2d`, numpy 2.4.
#[test]
fn counts_are_those_of_numpy() {
    let counted = hist().xbins(3).ybins(2);
    assert_eq!(counted.counts(), [[2.0, 2.0, 2.0], [2.0, 3.0, 1.0]]);
    assert_eq!(counted.xedges(), [0.0, 1.5, 3.0, 4.5]);
    assert_eq!(counted.yedges(), [0.0, 2.5, 5.0]);
    let dense = hist().xbins([0.0, 1.0, 2.5, 6.0]).ybins([0, 2, 5]).density(true);
    let numpy = [
        [0.08333333333333333, 0.0, 0.03571428571428571],
        [0.0, 0.1111111111111111, 0.007936507936507936],
    ];
    let near = |(got, wanted): (&f64, &f64)| (got - wanted).abs() < 1e-16;
    assert!(dense.counts().concat().iter().zip(&numpy.concat()).all(near), "{:?}", dense.counts());
    let weighted = hist().bins(3).range(0..4, (1, 4)).weights(0..12);
    assert_eq!(weighted.counts(), [[7.0, 0.0, 0.0], [1.0, 3.0, 0.0], [6.0, 18.0, 0.0]]);
    assert_eq!(weighted.xedges()[1], 1.3333333333333333);
    let between = hist().xbins(3).ybins(2).cmin(2).cmax(2.5).counts().concat();
    assert_eq!(between.iter().filter(|count| **count == 2.0).count(), 4);
    assert_eq!(between.iter().filter(|count| count.is_nan()).count(), 2);
}

#[test]
fn points_that_are_not_finite_count_nowhere() {
    let (x, y) = ([0.0, 1.0, f64::NAN, 900.0], [0.0, 1.0, 50.0, f64::INFINITY]);
    let hist = Histogram2D::new(x, y).bins(1);
    assert_eq!(
        (hist.counts(), hist.xedges(), hist.yedges()),
        (vec![vec![2.0]], vec![0.0, 1.0], vec![0.0, 1.0])
    );
}

#[test]
fn cells_of_setup_stay() {
    let mut hist = hist().xbins(3).ybins(2);
    hist.freeze();
    assert!(!hist.binnings.iter().any(|(binning, _)| binning.is_open()));
    hist.set_data([1.0, 9.0], [1.0, 1.0]);
    assert_eq!(hist.xedges(), [0.0, 1.5, 3.0, 4.5]);
    assert_eq!(hist.counts(), [[1.0, 0.0, 0.0], [0.0; 3]]);
    assert_eq!(hist.clone().rebin(true).xedges().last(), Some(&9.0));
}

#[test]
fn points_of_the_first_frame_decide_where_setup_has_none() {
    let mut empty = Histogram2D::empty().bins(2);
    empty.freeze();
    assert!(empty.is_open());
    let first = empty.clone().set_data([0.0, 4.0], [0.0, 2.0]).first();
    empty.keep(&first);
    assert!(!empty.is_open());
    empty.set_data([30.0, 1.0], [0.0, 2.0]);
    assert_eq!((empty.xedges(), empty.yedges()), (vec![0.0, 2.0, 4.0], vec![0.0, 1.0, 2.0]));
    // edges that are given for one axis are kept, and those of the other wait
    let mut half = Histogram2D::empty().xbins([0.0, 1.0]).ybins(1);
    half.freeze();
    half.keep(&half.clone().set_data([0.5, 0.6], [3.0, 5.0]).first());
    assert_eq!((half.xedges(), half.yedges()), (vec![0.0, 1.0], vec![3.0, 5.0]));
}

#[test]
fn limits_end_at_the_cells() {
    let extent = hist().extent();
    let ends = |reach: Option<Reach>| reach.map(|r| (r.low, r.high, r.low_sticks && r.high_sticks));
    assert_eq!((ends(extent.x), ends(extent.y)), (Some((0.0, 4.5, true)), Some((0.0, 5.0, true))));
}
