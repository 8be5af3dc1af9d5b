//! Structural similarity.
//!
//! The formula is (13) of Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error
//! visibility to structural similarity", IEEE Transactions on Image Processing 13 (2004), with its
//! constants K1 = 0.01, K2 = 0.03 and L = 255; over windows of 8x8 pixels, every 4 pixels, all of
//! one weight, as encoders report it.

const SIDE: usize = 8;
const STEP: usize = 4;

/// The mean over all windows of two planes.
pub(crate) fn ssim(one: &[u8], other: &[u8], width: usize) -> f64 {
    let height = one.len() / width;
    let (mut sum, mut count) = (0.0, 0.0);
    for top in (0..=height - SIDE).step_by(STEP) {
        for left in (0..=width - SIDE).step_by(STEP) {
            sum += window(one, other, width, top * width + left);
            count += 1.0;
        }
    }
    sum / count
}

fn window(one: &[u8], other: &[u8], width: usize, at: usize) -> f64 {
    let [mut a, mut b, mut aa, mut bb, mut ab] = [0_u32; 5];
    for start in (at..).step_by(width).take(SIDE) {
        for (&x, &y) in one[start..start + SIDE].iter().zip(&other[start..start + SIDE]) {
            let (x, y) = (u32::from(x), u32::from(y));
            a += x;
            b += y;
            aa += x * x;
            bb += y * y;
            ab += x * y;
        }
    }
    let count = (SIDE * SIDE) as f64;
    let (mean_a, mean_b) = (f64::from(a) / count, f64::from(b) / count);
    // sums over the pixels less one, as the paper's unbiased estimates
    let spread = |products: u32, means: f64| (f64::from(products) - count * means) / (count - 1.0);
    let (var_a, var_b) = (spread(aa, mean_a * mean_a), spread(bb, mean_b * mean_b));
    let both = spread(ab, mean_a * mean_b);
    let (c1, c2) = ((0.01 * 255.0_f64).powi(2), (0.03 * 255.0_f64).powi(2));
    (2.0 * mean_a * mean_b + c1) * (2.0 * both + c2)
        / ((mean_a * mean_a + mean_b * mean_b + c1) * (var_a + var_b + c2))
}
