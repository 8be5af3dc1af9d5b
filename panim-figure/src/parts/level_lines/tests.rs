use super::*;

#[test]
fn labels_tell_the_levels_apart() {
    let texts = |levels: &[f64]| LevelLines::default().texts(false, levels);
    assert_eq!(texts(&[-0.5, -0.25, 0.0]), ["\u{2212}0.50", "\u{2212}0.25", "0.00"]);
    assert_eq!(texts(&[0.1 + 0.2, 0.6]), ["0.3", "0.6"]);
    assert_eq!(texts(&[1e6, 2e6]), ["1000000", "2000000"]);
    assert_eq!(texts(&[0.125]), ["0.125"]);
    assert_eq!(texts(&[0.0]), ["0"]);
    let own = Format::from(|level: f64| format!("{level} m"));
    let own = LevelLines { label_format: Some(own), ..LevelLines::default() };
    assert_eq!(own.texts(false, &[1.5]), ["1.5 m"]);
    let powers = LevelLines::default().texts(true, &[0.01, 1.0, 100.0]);
    assert_eq!(powers, ["0.01", "1", "100"]);
}
