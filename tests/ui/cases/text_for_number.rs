use panim::prelude::*;

fn main() {
    let _ = linspace(0, "10", 100);
    let _ = Text::new(([1, 2], 3), "words");
}
