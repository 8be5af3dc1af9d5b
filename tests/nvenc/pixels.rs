//! What a lossless video must show, to the last bit.

use super::support::Decoded;
use panim::Picture;

/// The pixels of a drawing, completed with white where it has an odd side.
struct Paper<'a> {
    drawn: &'a Picture,
}

impl Paper<'_> {
    /// Red, green and blue, from 0 to 1.
    fn color(&self, x: usize, y: usize) -> [f64; 3] {
        let (x, y) = (x as u32, y as u32);
        let [r, g, b, _] = if x < self.drawn.width() && y < self.drawn.height() {
            self.drawn.pixel(x, y)
        } else {
            [255; 4]
        };
        [r, g, b].map(|fraction| f64::from(fraction) / 255.0)
    }
}

/// Every sample is the nearest there is to what the standards' formulas say.
pub fn assert_exact(decoded: &Decoded, drawn: &Picture) {
    let (width, height) = (decoded.width, decoded.height);
    let even = |side: u32| side.next_multiple_of(2) as usize;
    assert_eq!((width, height), (even(drawn.width()), even(drawn.height())));
    // ITU-R BT.601, or BT.709 from 576 lines up, limited range
    let (kr, kb) = if height < 576 { (0.299, 0.114) } else { (0.2126, 0.0722) };
    let luma = |[r, g, b]: [f64; 3]| kr * r + (1.0 - kr - kb) * g + kb * b;
    let near = |name: &str, value: u8, exact: f64, x: usize, y: usize| {
        // a hair more than half, for how the weights are rounded
        let off = (f64::from(value) - exact).abs();
        assert!(off < 0.51, "{name} at {x}, {y}: {value}, not {exact:.2}");
    };
    let paper = Paper { drawn };
    for y in 0..height {
        for x in 0..width {
            let exact = 16.0 + 219.0 * luma(paper.color(x, y));
            near("luma", decoded.y[y * width + x], exact, x, y);
        }
    }
    for y in (0..height).step_by(2) {
        for x in (0..width).step_by(2) {
            let four = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(i, j)| paper.color(x + i, y + j));
            let [r, g, b] = std::array::from_fn(|i| four.iter().map(|c| c[i]).sum::<f64>() / 4.0);
            let (gray, at) = (luma([r, g, b]), y / 2 * (width / 2) + x / 2);
            near("blue", decoded.u[at], 128.0 + 112.0 * (b - gray) / (1.0 - kb), x, y);
            near("red", decoded.v[at], 128.0 + 112.0 * (r - gray) / (1.0 - kr), x, y);
        }
    }
}
