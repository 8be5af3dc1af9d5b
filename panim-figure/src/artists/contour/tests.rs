use super::*;
use crate::Norm;

#[test]
fn labels_tell_the_levels_apart() {
    let texts = |levels: &[f64]| Contour::new([0], [0], [[0]]).texts(levels);
    assert_eq!(texts(&[-0.5, -0.25, 0.0]), ["\u{2212}0.50", "\u{2212}0.25", "0.00"]);
    assert_eq!(texts(&[0.1 + 0.2, 0.6]), ["0.3", "0.6"]);
    assert_eq!(texts(&[1e6, 2e6]), ["1000000", "2000000"]);
    assert_eq!(texts(&[0.125]), ["0.125"]);
    assert_eq!(texts(&[0.0]), ["0"]);
    let own = |level: f64| format!("{level} m");
    let own = Contour::new([0], [0], [[0]]).label_format(own);
    assert_eq!(own.texts(&[1.5]), ["1.5 m"]);
    let log = Contour::new([0], [0], [[0]]).norm(Norm::Log);
    assert_eq!(log.texts(&[0.01, 1.0, 100.0]), ["0.01", "1", "100"]);
}

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
