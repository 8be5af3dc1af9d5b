use super::*;

#[test]
fn what_does_not_fit_is_refused() {
    let message = |lines: Streamlines| lines.check().expect_err("refused").to_string();
    let rows = [[1.0, 2.0], [3.0, 4.0]];
    let lines = || Streamlines::new([0, 1], [0, 1], rows, rows);
    assert!(lines().check().is_ok());
    let few = Streamlines::new([0, 1], [0, 1], rows, [[1, 2]]);
    assert!(message(few).contains("`v`: has 1 rows where `y` has 2"));
    assert!(message(lines().values([[1], [2]])).contains("`values`: has rows of 1"));
    assert!(message(lines().widths([[1], [2]])).contains("`widths`: has rows of 1"));
    assert!(message(lines().density(f64::NAN)).contains("`density`: NaN is not a density"));
    assert!(message(lines().max_length(-1.0)).contains("`max_length`: -1 is not a length"));
}
