//! Fast Fourier transforms: a power of two by J. W. Cooley's and J. W. Tukey's halving (An algorithm for the machine
//! calculation of complex Fourier series, 1965), any other number as a convolution of a power of two (L. I. Bluestein,
//! A linear filtering approach to the computation of the discrete Fourier transform, 1970).
//!
//! A spectrogram is all that needs them here; crates that do it as fast as can be take longer to build than the rest
//! of the numbers.

use std::f64::consts::PI;

/// Real and imaginary part.
pub(crate) type Complex = (f64, f64);

fn times((a, b): Complex, (c, d): Complex) -> Complex {
    (a * c - b * d, a * d + b * c)
}

fn plus(a: Complex, b: Complex) -> Complex {
    (a.0 + b.0, a.1 + b.1)
}

fn minus(a: Complex, b: Complex) -> Complex {
    (a.0 - b.0, a.1 - b.1)
}

/// The transform of so many values.
pub(crate) struct Fourier {
    count: usize,
    halves: Halving,
    /// Of a number that is no power of two: its chirp, and the transform of that.
    chirp: Option<(Vec<Complex>, Vec<Complex>)>,
    values: Vec<Complex>,
}

/// Of a power of two: the turn of each of the first half of its values.
struct Halving {
    count: usize,
    turns: Vec<Complex>,
}

impl Halving {
    fn new(count: usize) -> Self {
        let turn = |i: usize| {
            let (sin, cos) = (-2.0 * PI * i as f64 / count as f64).sin_cos();
            (cos, sin)
        };
        Self { count, turns: (0..count / 2).map(turn).collect() }
    }

    /// In place.
    fn transform(&self, values: &mut [Complex]) {
        let bits = self.count.trailing_zeros();
        for i in 0..self.count {
            let other = if bits == 0 { i } else { i.reverse_bits() >> (usize::BITS - bits) };
            if i < other {
                values.swap(i, other);
            }
        }
        let mut half = 1;
        while half < self.count {
            let every = self.count / (2 * half);
            for block in values.chunks_exact_mut(2 * half) {
                let (even, odd) = block.split_at_mut(half);
                for (i, (a, b)) in even.iter_mut().zip(odd).enumerate() {
                    let turned = times(*b, self.turns[i * every]);
                    (*a, *b) = (plus(*a, turned), minus(*a, turned));
                }
            }
            half *= 2;
        }
    }
}

impl Fourier {
    /// 1 or more.
    pub(crate) fn new(count: usize) -> Self {
        if count.is_power_of_two() {
            return Self { count, halves: Halving::new(count), chirp: None, values: Vec::new() };
        }
        let halves = Halving::new((2 * count - 1).next_power_of_two());
        let chirp = |i: usize| {
            // squares are taken modulo a whole turn, so that large ones keep their digits
            let (sin, cos) = (-PI * (i * i % (2 * count)) as f64 / count as f64).sin_cos();
            (cos, sin)
        };
        let chirp: Vec<Complex> = (0..count).map(chirp).collect();
        let mut back = vec![(0.0, 0.0); halves.count];
        for (i, &(re, im)) in chirp.iter().enumerate() {
            back[i] = (re, -im);
            back[(halves.count - i) % halves.count] = (re, -im);
        }
        halves.transform(&mut back);
        Self { count, halves, chirp: Some((chirp, back)), values: Vec::new() }
    }

    /// The transform of as many values or fewer, with zeros behind them.
    pub(crate) fn of_real(&mut self, values: &[f64]) -> &[Complex] {
        self.values.clear();
        self.values.extend(values.iter().take(self.count).map(|&value| (value, 0.0)));
        self.values.resize(self.halves.count, (0.0, 0.0));
        let Some((chirp, back)) = &self.chirp else {
            self.halves.transform(&mut self.values);
            return &self.values;
        };
        self.values.iter_mut().zip(chirp).for_each(|(value, &turn)| *value = times(*value, turn));
        self.halves.transform(&mut self.values);
        // a transform of the conjugate is the way back
        for (value, &other) in self.values.iter_mut().zip(back) {
            let (re, im) = times(*value, other);
            *value = (re, -im);
        }
        self.halves.transform(&mut self.values);
        let scale = 1.0 / self.halves.count as f64;
        for (value, &turn) in self.values.iter_mut().zip(chirp) {
            *value = times((value.0 * scale, -value.1 * scale), turn);
        }
        &self.values[..self.count]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sum that it is, term by term.
    fn slow(values: &[f64], count: usize) -> Vec<Complex> {
        let term = |k: usize, i: usize| {
            let (sin, cos) = (-2.0 * PI * (i * k % count) as f64 / count as f64).sin_cos();
            (values[i] * cos, values[i] * sin)
        };
        (0..count).map(|k| (0..values.len()).map(|i| term(k, i)).fold((0.0, 0.0), plus)).collect()
    }

    #[test]
    fn it_is_the_sum_for_any_count() {
        for count in (1_usize..=40).chain([97, 100, 128, 250, 256, 255]) {
            let values: Vec<f64> = (0..count).map(|i| ((i * i % 17) as f64).sin()).collect();
            for known in [count, count.div_ceil(2)] {
                let mut fourier = Fourier::new(count);
                let wanted = slow(&values[..known], count);
                for _ in 0..2 {
                    let found = fourier.of_real(&values[..known]);
                    for (a, b) in found.iter().zip(&wanted) {
                        let off = minus(*a, *b);
                        assert!(off.0.hypot(off.1) < 1e-11, "{count}: {a:?} for {b:?}");
                    }
                    assert_eq!(found.len(), count);
                }
            }
        }
    }
}
