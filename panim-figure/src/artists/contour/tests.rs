use super::*;

#[test]
fn what_fits_no_grid_is_refused() {
    let message = |contour: Contour| contour.check().expect_err("refused").to_string();
    let rows = [[1.0, 2.0], [3.0, 4.0]];
    assert!(Contour::new([0, 1], [1, 0], rows).check().is_ok());
    assert!(message(Contour::new([0, 1, 2], [0, 1], rows)).contains("`values`: has rows of 2"));
    assert!(message(Contour::new([0, 0], [0, 1], rows)).contains("`x`: must increase"));
    let levels = Contour::new([0, 1], [0, 1], rows).levels([1, 1]);
    assert!(message(levels).contains("`levels`: must increase, but 1 follows 1"));
    let contour = Contour::new([0, 1], [0, 1], rows).widths([1.0, -1.0]);
    assert!(message(contour).contains("`widths`: -1 is not a size"));
}
