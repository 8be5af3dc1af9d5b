use super::*;

fn ends(trail: &Trail) -> [(f64, (f64, f64)); 2] {
    let points = trail.points();
    [points[0], points[points.len() - 1]]
}

#[test]
fn a_functions_trail_ends_now_and_began_a_while_ago() {
    let mut trail = Trail::new(|t| (t, 2.0 * t)).length(3.0).samples(7);
    trail.set_time(10.0);
    assert_eq!(ends(&trail), [(0.0, (7.0, 14.0)), (1.0, (10.0, 20.0))]);
    assert_eq!(trail.points().len(), 7);
    // there was nothing before it began, and what there is fades as ever
    let late = trail.clone().since(9.0).points();
    assert_eq!(late[0], (0.0, (9.0, 18.0)));
    assert_eq!(late[5], (5.0 / 6.0, (9.5, 19.0)));
    assert_eq!(trail.since(11.0).points()[6], (1.0, (11.0, 22.0)));
}

#[test]
fn a_recorded_trail_has_the_last_points_up_to_its_end() {
    let mut trail = Trail::of(0..10, 0..10).last(3);
    assert_eq!(ends(&trail), [(0.0, (7.0, 7.0)), (1.0, (9.0, 9.0))]);
    trail.set_end(4);
    assert_eq!(ends(&trail), [(0.0, (2.0, 2.0)), (1.0, (4.0, 4.0))]);
    trail.set_end(0);
    assert_eq!(trail.points(), [(0.0, (0.0, 0.0))]);
    assert!(Trail::of([0.0; 0], [0.0; 0]).points().is_empty());
}

#[test]
fn what_makes_no_trail_is_said() {
    let error = |trail: &Trail| trail.check().expect_err("it is none").to_string();
    let (path, recorded) = (|| Trail::new(|t| (t, t)), || Trail::of([0.0, 1.0], [0.0, 1.0]));
    assert!(error(&path().length(0.0)).contains("`length`: 0 is not a duration"));
    assert!(error(&path().samples(1)).contains("`samples`"));
    assert!(error(path().set_time(f64::NAN)).contains("`time`"));
    assert!(error(path().set_end(3)).contains("`end`: this trail is a function of time"));
    assert!(error(recorded().set_time(3.0)).contains("`time`: this trail is of recorded"));
    assert!(error(recorded().set_end(2)).contains("`end`: 2 is no position among 2 points"));
    assert!(error(&recorded().last(0)).contains("`last`"));
    assert!(error(&recorded().tail_alpha(1.5)).contains("`tail_alpha`"));
    assert!(error(&Trail::of([0.0], [0.0, 1.0])).contains("`y`: has 2 values"));
    assert_eq!(path().check(), Ok(()));
}
