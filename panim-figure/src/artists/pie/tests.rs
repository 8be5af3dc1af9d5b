use super::*;

#[test]
fn wedges_share_a_whole_turn() {
    let pie = Pie::new([1, 0, 3]).start_angle(90.0).explode([0.0, 0.0, 0.5]);
    let degrees = |pie: &Pie| -> Vec<(usize, f64, f64)> {
        let round = |angle: f64| angle.to_degrees().round();
        pie.wedges().iter().map(|w| (w.of, round(w.from), round(w.to))).collect()
    };
    assert_eq!(degrees(&pie), [(0, 90.0, 180.0), (2, 180.0, 450.0)]);
    let (x, y) = pie.wedges()[1].center;
    let half = 0.5_f64.sqrt() / 2.0;
    assert!((x - half).abs() < 1e-15 && (y + half).abs() < 1e-15, "{x}, {y}");
    let back = pie.counterclock(false);
    assert_eq!(degrees(&back), [(0, 90.0, 0.0), (2, 0.0, -270.0)]);
    assert!(Pie::new([0, 0]).wedges().is_empty());
}

#[test]
fn what_is_no_part_of_a_whole_is_refused() {
    let message = |pie: Pie| pie.check().expect_err("refused").to_string();
    let pie = || Pie::new([1, 2]);
    assert!(pie().check().is_ok() && Pie::new([0.0]).check().is_ok());
    let negative = message(Pie::new([1, -1]));
    assert_eq!(negative, "Pie, `values`: -1 is not a part of a whole, 0 or more");
    assert!(message(Pie::new([f64::NAN])).starts_with("Pie, `values`: NaN"));
    assert!(message(pie().labels(["one"])).contains("`labels`: has 1 values where `values`"));
    assert!(message(pie().explode([0.1])).contains("`explode`: has 1 values"));
    let hole = message(pie().hole(1.0));
    assert_eq!(hole, "Pie, `hole`: 1 is not between 0 and the radius, 1");
    assert!(message(pie().radius(0.0)).starts_with("Pie, `radius`: 0"));
    assert!(message(pie().percent_color("nothing like it")).starts_with("Pie, `percent_color`"));
}

#[test]
fn fractions_of_a_whole_may_leave_some_of_it() {
    let pie = Pie::new([0.25, 0.5]).normalize(false).center((3, 4));
    let ends: Vec<f64> = pie.wedges().iter().map(|wedge| wedge.to.to_degrees().round()).collect();
    assert_eq!(ends, [90.0, 270.0]);
    assert_eq!(pie.wedges()[0].center, (3.0, 4.0));
    let x = pie.extent().x.map(|x| (x.low, x.high, x.low_sticks));
    assert_eq!(x, Some((1.75, 4.25, true)));
    let framed = pie.frame(true).extent().x.map(|x| (x.low.round(), x.high.round(), x.low_sticks));
    assert_eq!(framed, Some((2.0, 4.0, false)));
    let wrong = Pie::new([1, 2]).normalize(false).check().expect_err("too much").to_string();
    assert_eq!(wrong, "Pie, `values`: are 3 together, more than a whole, 1; or normalize them");
}
