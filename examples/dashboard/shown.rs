//! What the panels show, as functions of the frame's number or of its phase.

use super::{FRAMES, SAMPLES};
use panim::prelude::*;
use std::f64::consts::{PI, TAU};

/// Numbers that look random and are the same whenever a frame is drawn.
pub(super) struct Random(u64);

impl Random {
    /// `stream` tells panels apart. SplitMix64.
    pub(super) fn new(stream: u64, frame: usize) -> Self {
        Self(stream << 32 | frame as u64)
    }

    /// Evenly from 0 to 1.
    pub(super) fn even(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ z >> 31) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Of the standard normal distribution, by Box and Muller.
    pub(super) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.even()).ln()).sqrt();
        radius * (TAU * self.even()).cos()
    }

    pub(super) fn normals(&mut self, n: usize) -> Vec<f64> {
        (0..n).map(|_| self.normal()).collect()
    }
}

/// The values of `f` on a grid, one row for each y.
fn grid(x: &[f64], y: &[f64], f: impl Fn(f64, f64) -> f64) -> Vec<Vec<f64>> {
    y.iter().map(|&y| x.iter().map(|&x| f(x, y)).collect()).collect()
}

pub(super) fn surface(phase: f64) -> Vec<Vec<f64>> {
    let side = linspace(-3.0, 3.0, 50);
    grid(&side, &side, |x, y| (x.hypot(y) - phase).sin() * (-0.05 * (x * x + y * y)).exp() * 1.4)
}

pub(super) fn field(phase: f64) -> Vec<Vec<f64>> {
    let side = linspace(-4.0, 4.0, 100);
    grid(&side, &side, |x, y| (x + phase).sin() * (y - phase).cos())
}

pub(super) fn angles() -> Vec<f64> {
    linspace(0.0, TAU, 300)
}

pub(super) fn petals(phase: f64) -> Vec<f64> {
    angles().iter().map(|a| 1.0 + 0.5 * (5.0 * a + phase).sin()).collect()
}

/// Noise that drifts to the left, and waves in it.
pub(super) fn heat(i: usize) -> Vec<Vec<f64>> {
    let value = |channel: u64, time: usize| {
        let noise = Random::new(100 + channel, i + time).normal();
        noise + (0.3 * (i + time) as f64 + 0.5 * channel as f64).sin()
    };
    (0..20).map(|channel| (0..40).map(|time| value(channel, time)).collect()).collect()
}

pub(super) fn times() -> Vec<f64> {
    linspace(0.0, 10.0, 200)
}

pub(super) fn signal_of(k: usize, phase: f64) -> Vec<f64> {
    let shift = PI / 4.0 * k as f64;
    times().iter().map(|t| (TAU * 0.12 * t + shift + phase).sin()).collect()
}

pub(super) fn vectors(phase: f64) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
    let side = linspace(-2.0, 2.0, 15);
    let (sin, cos) = phase.sin_cos();
    let u = grid(&side, &side, |x, y| x * sin - y * cos);
    let v = grid(&side, &side, |x, y| x * cos + y * sin);
    (u, v)
}

/// Heights of the bars, and how sure one is of them.
pub(super) fn measurements(phase: f64) -> (Vec<f64>, Vec<f64>) {
    let base = [5.0, 9.0, 13.0, 15.0, 13.5, 11.0, 7.0, 9.0];
    let wave = |i: usize| (phase + i as f64).sin();
    let heights = base.iter().enumerate().map(|(i, height)| height + 1.5 * wave(i)).collect();
    (heights, (0..8).map(|i| 0.9 + 0.4 * wave(2 * i)).collect())
}

/// A cloud that turns around its middle.
pub(super) fn cloud(phase: f64) -> (Vec<f64>, Vec<f64>) {
    let mut random = Random::new(2, 0);
    let (sin, cos) = phase.sin_cos();
    let turned = |_| {
        let (x, y) = (random.normal(), 0.7 * random.normal());
        (x * cos - y * sin, x * sin + y * cos)
    };
    (0..150).map(turned).unzip()
}

pub(super) fn samples(i: usize) -> Vec<f64> {
    let shift = 0.5 * (TAU * i as f64 / FRAMES as f64).sin();
    Random::new(3, i / 4).normals(SAMPLES).into_iter().map(|x| x + shift).collect()
}

pub(super) fn statistics(samples: &[f64]) -> String {
    let count = samples.len() as f64;
    let mean = samples.iter().sum::<f64>() / count;
    let variance = samples.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / count;
    format!("μ = {mean:.2}\nσ = {:.2}\nN = {}", variance.sqrt(), samples.len())
}

pub(super) fn shares(phase: f64) -> [f64; 5] {
    [30.0, 25.0, 20.0, 15.0, 10.0].map(|share: f64| share * (1.0 + 0.4 * (phase + share).sin()))
}

pub(super) fn levels(phase: f64) -> Vec<f64> {
    (0..20).map(|i| 6.0 + 4.5 * (0.8 * f64::from(i) - phase).sin()).map(f64::round).collect()
}

pub(super) fn groups(i: usize) -> Vec<Vec<f64>> {
    let phase = TAU * i as f64 / FRAMES as f64;
    let spread = |k: u64| 1.0 + 0.4 * k as f64 + 0.5 * (phase + k as f64).sin();
    let group = |k| Random::new(10 + k, 0).normals(100).into_iter().map(move |x| x * spread(k));
    (0..5).map(|k| group(k).collect()).collect()
}

pub(super) fn flow(phase: f64) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
    let side = linspace(-3.0, 3.0, 40);
    let pull = 0.3 * phase.sin();
    let u = grid(&side, &side, |x, y| -y + pull * x);
    let v = grid(&side, &side, |x, y| x + pull * y);
    (u, v)
}

pub(super) fn mean(phase: f64) -> Vec<f64> {
    times().iter().map(|t| (t + phase).sin()).collect()
}

/// The mean less and plus so many standard deviations, which breathe.
pub(super) fn band_of(phase: f64, sigmas: f64) -> (Vec<f64>, Vec<f64>) {
    let deviation = |t: &f64| sigmas * (0.22 + 0.06 * (0.7 * t + 2.0 * phase).sin());
    let (mean, times) = (mean(phase), times());
    let bounds = times.iter().zip(mean).map(|(t, mean)| (mean - deviation(t), mean + deviation(t)));
    bounds.unzip()
}
