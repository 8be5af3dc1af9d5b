use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[update]
    #[rustfmt::skip]
    fn update(
        &self, frame: &mut Frame,
        a: f64, b: f64, c: f64, d: f64, e: f64, f: f64, g: f64, h: f64, i: f64, j: f64, k: f64, l: f64,
        m: f64,
    ) {
        let _ = self.shift + a + b + c + d + e + f + g + h + i + j + k + l + m + frame.index() as f64;
    }
}

fn main() {
    println!("{}", Wave::default().shift);
}
