use super::*;

fn sets() -> Histograms {
    let samples = [vec![1, 2, 2, 3, 5, 8], vec![2, 3, 3, 4, 9, 9, 9]];
    let samples = samples.map(|set| set.into_iter().map(f64::from).collect::<Vec<_>>());
    let [first, second] = samples;
    Histograms::new([first, second, vec![0.5, 7.0]]).bins([0, 2, 4, 10])
}

fn near(got: Vec<Vec<f64>>, wanted: [[f64; 3]; 3]) {
    let pairs = got.iter().flatten().zip(wanted.iter().flatten());
    assert_eq!(got.len(), 3);
    for (got, wanted) in pairs {
        assert!((got - wanted).abs() < 1e-6, "{got} for {wanted}");
    }
}

/// `ax.hist([a, b, c], bins=[0, 2, 4, 10], ..)` of matplotlib 3.11.2 with numpy.
#[test]
fn tops_are_matplotlibs() {
    near(sets().tops(), [[1.0, 3.0, 2.0], [0.0, 3.0, 4.0], [1.0, 0.0, 1.0]]);
    let stack = || sets().stacked(true);
    near(stack().tops(), [[1.0, 3.0, 2.0], [1.0, 6.0, 6.0], [2.0, 6.0, 7.0]]);
    let density = [[0.083333, 0.25, 0.055556], [0.0, 0.214286, 0.095238], [0.25, 0.0, 0.083333]];
    near(sets().density(true).tops(), density);
    let together =
        [[0.033333, 0.1, 0.022222], [0.033333, 0.2, 0.066667], [0.066667, 0.2, 0.077778]];
    near(stack().density(true).tops(), together);
    near(stack().cumulative(true).tops(), [[1.0, 4.0, 6.0], [1.0, 7.0, 13.0], [2.0, 8.0, 15.0]]);
    let grown = [[0.166667, 0.666667, 1.0], [0.0, 0.428571, 1.0], [0.5, 0.5, 1.0]];
    near(sets().density(true).cumulative(true).tops(), grown);
    let all =
        [[0.066667, 0.266667, 0.4], [0.066667, 0.466667, 0.866667], [0.133333, 0.533333, 1.0]];
    near(stack().density(true).cumulative(true).tops(), all);
    let weights = [vec![1.0, 0.5, 2.0, 1.0, 1.0, 3.0], vec![1.0; 7], vec![2.0, 4.0]];
    let weighted = [[1.0, 3.5, 4.0], [1.0, 6.5, 8.0], [3.0, 6.5, 12.0]];
    near(stack().weights(weights).tops(), weighted);
}

/// The patches and the limits of the same.
#[test]
fn bars_stand_side_by_side_as_matplotlibs() {
    let rounded = |value: f64| (value * 1e6).round() / 1e6;
    let ends = |hist: &Histograms, bin: [f64; 2]| {
        let (start, end) = hist.across(&bin, 1);
        (rounded(start), rounded(end - start))
    };
    assert_eq!(ends(&sets(), [0.0, 2.0]), (0.733333, 0.533333));
    assert_eq!(ends(&sets(), [4.0, 10.0]), (6.2, 1.6));
    assert_eq!(ends(&sets().stacked(true), [4.0, 10.0]), (4.0, 6.0));
    let x = |hist: Histograms| hist.extent().x.map(|x| (rounded(x.low), rounded(x.high)));
    assert_eq!(x(sets()), Some((0.2, 9.4)));
    assert_eq!(x(sets().style("step")), Some((0.0, 10.0)));
}

#[test]
fn bins_are_those_of_all_samples() {
    let hist = Histograms::new([[1.0, 2.0], [9.0, 0.5]]);
    let edges = hist.edges();
    assert_eq!((edges.len(), edges[0], edges[10]), (11, 0.5, 9.0));
    assert!(Histograms::empty().tops().is_empty());
}
