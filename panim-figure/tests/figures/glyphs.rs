//! Characters that no font has.

use panim_figure::{Figure, Renderer};

#[test]
fn characters_without_a_glyph_are_told_of_once_with_those_found_by_then() {
    let mut fig = Figure::new();
    fig.set_size(200, 150);
    let ax = fig.axes().set_title("日本").handle();
    let mut renderer = Renderer::portable(fig).unwrap();
    let mut said: Vec<String> = Vec::new();
    for frame in 0..3 {
        if frame == 2 {
            renderer.frame(frame)[ax].set_title("語 and \u{ad}日");
        } else {
            renderer.frame(frame);
        }
        renderer.picture().unwrap();
        said.extend(renderer.take_warnings().iter().map(ToString::to_string));
    }
    let [said] = &said[..] else { panic!("{said:?}") };
    let wanted =
        "no font has a glyph for 日 (U+65E5, Han), 本 (U+672C, Han): boxes stand in their place; ";
    assert!(said.starts_with(wanted), "{said}");
}

#[cfg(feature = "plotters")]
#[test]
fn so_are_those_in_texts_of_plotters() {
    use panim_figure::plotters::{element::Text, style::IntoFont};
    let mut fig = Figure::new();
    fig.set_size(200, 150);
    let text = |words| Text::new(words, (20, 20), ("sans-serif", 20).into_font());
    fig.area().draw(&text("\u{10ff01}")).unwrap();
    let mut renderer = Renderer::portable(fig).unwrap();
    renderer.frame(0).area().draw(&text("\u{10ff01}\u{10ff02}")).unwrap();
    renderer.draw().unwrap();
    let said: Vec<String> = renderer.take_warnings().iter().map(ToString::to_string).collect();
    let [said] = &said[..] else { panic!("{said:?}") };
    assert!(said.contains("(U+10FF01), a character of private use (U+10FF02): boxes"), "{said}");
}
