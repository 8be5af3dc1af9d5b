use super::*;

const SAMPLES: [f64; 6] = [0.0, 1.0, 1.5, 2.0, 3.0, 4.0];

#[test]
fn edges_of_setup_stay() {
    let mut hist = Histogram::new(SAMPLES).bins(2);
    hist.freeze();
    hist.set_data([1.0, 3.0, 9.0]);
    assert_eq!((hist.edges(), hist.counts()), (vec![0.0, 2.0, 4.0], vec![1.0, 1.0]));
    hist.set_bins(4);
    assert_eq!(hist.edges(), [1.0, 3.0, 5.0, 7.0, 9.0]);

    let mut rebinned = Histogram::new(SAMPLES).bins(2).rebin(true);
    rebinned.freeze();
    assert_eq!(rebinned.set_data([1.0, 3.0, 9.0]).edges(), [1.0, 5.0, 9.0]);
}

#[test]
fn without_samples_only_a_range_decides() {
    let mut empty = Histogram::new(Vec::<f64>::new()).bins(2);
    empty.freeze();
    assert_eq!(empty.counts(), [0.0, 0.0]);
    assert_eq!(empty.set_data(SAMPLES).edges(), [0.0, 2.0, 4.0]);
    let mut ranged = Histogram::new(Vec::<f64>::new()).bins(2).range(0.0, 3.0);
    ranged.freeze();
    assert_eq!(ranged.set_data(SAMPLES).edges(), [0.0, 1.5, 3.0]);
    assert_eq!(ranged.counts(), [2.0, 3.0]);
}

#[test]
fn samples_of_the_first_frame_decide_where_setup_has_none() {
    for samples in [vec![], vec![1.0, 1.0], vec![f64::NAN]] {
        let mut hist = Histogram::new(samples).bins(2);
        hist.freeze();
        assert!(hist.is_open());
        let first = hist.clone().set_data(SAMPLES).first();
        hist.keep(&first);
        assert!(!hist.is_open());
        assert_eq!(hist.set_data([1.0, 30.0]).edges(), [0.0, 2.0, 4.0]);
    }
    let mut ranged = Histogram::new(Vec::<f64>::new()).bins(Bins::Auto).range(0.0, 4.0);
    ranged.freeze();
    assert!(ranged.is_open());
    let given = Histogram::new(Vec::<f64>::new()).bins([0.0, 1.0]);
    assert!(!given.is_open());
}

/// Numbers of `matplotlib.pyplot.hist`.
#[test]
fn densities_and_sums_are_those_of_matplotlib() {
    let hist = || Histogram::new(SAMPLES).bins([0.0, 1.5, 2.0, 4.0]);
    assert_eq!(hist().counts(), [2.0, 1.0, 3.0]);
    assert_eq!(hist().cumulative(true).counts(), [2.0, 3.0, 6.0]);
    let near = |got: Vec<f64>, wanted: [f64; 3]| {
        got.iter().zip(wanted).all(|(got, wanted)| (got - wanted).abs() < 1e-15)
    };
    assert!(near(hist().density(true).counts(), [0.2222222222222222, 0.3333333333333333, 0.25]));
    assert!(near(hist().density(true).cumulative(true).counts(), [0.3333333333333333, 0.5, 1.0]));
    let weighted = hist().weights([1.0, 2.0, 0.5, f64::NAN, 1.0, 3.0]);
    assert_eq!(weighted.counts(), [3.0, 0.5, 4.0]);
    let nothing = hist().range(7.0, 8.0).bins(3).density(true);
    assert_eq!(nothing.counts(), [0.0; 3]);
}

#[test]
fn bars_stand_on_zero() {
    let extent = Histogram::new(SAMPLES).bins(2).extent();
    assert_eq!(extent.x.map(|x| (x.low, x.high)), Some((0.0, 4.0)));
    assert_eq!(extent.y.map(|y| (y.low, y.high, y.low_sticks)), Some((0.0, 3.0, true)));
    assert_eq!(Histogram::new(SAMPLES).bins(2).horizontal().extent(), extent.transposed());
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let message = |hist: Histogram| hist.check().expect_err("cannot be counted").to_string();
    let hist = || Histogram::new(SAMPLES);
    assert!(hist().check().is_ok() && Histogram::new([f64::NAN]).check().is_ok());
    let bins = message(hist().bins(0));
    assert_eq!(bins, "Histogram, `bins`: 0 is not a number of bins, 1 to 10000");
    assert!(message(hist().bins(vec![1.0, 0.0])).contains("edges are two finite"));
    assert!(message(hist().range(2.0, 1.0)).starts_with("Histogram, `range`: 2 to 1"));
    assert!(message(hist().weights([1.0])).contains("`weights`: has 1 values where `samples`"));
    assert!(message(hist().weights(SAMPLES).bins(Bins::Auto)).contains("rules do not know"));
}
