//! A spectrogram: a bird's song above, what it is made of below, and one playhead through both.

use panim::prelude::*;
use panim::{Colorbar, Colormap, Format};
use std::f64::consts::{PI, TAU};

const FPS: f64 = 30.0;
const SECONDS: f64 = 4.0;
/// Samples in a second, and in each of the pieces that are looked at, which overlap.
const RATE: f64 = 8000.0;
const WINDOW: usize = 256;
const HOP: usize = 64;

/// Of each call: when it begins and how long it is, in seconds, and from which pitch to which, in Hz.
const CALLS: [[f64; 4]; 7] = [
    [0.2, 0.35, 1200.0, 2600.0],
    [0.7, 0.35, 1200.0, 2600.0],
    [1.2, 0.25, 3300.0, 1700.0],
    [1.55, 0.25, 3300.0, 1700.0],
    [2.0, 0.8, 900.0, 3000.0],
    [2.95, 0.3, 2600.0, 2600.0],
    [3.35, 0.45, 2600.0, 1000.0],
];

fn song(time: f64) -> f64 {
    let call = |[begin, length, from, to]: [f64; 4]| {
        let passed = time - begin;
        let swell = (PI * (passed / length).clamp(0.0, 1.0)).sin().powi(2);
        // a whistle that glides and trembles, and a faint one above it
        let turns = from * passed + (to - from) * passed * passed / (2.0 * length);
        let phase = TAU * turns + 3.0 * (TAU * 25.0 * passed).sin();
        swell * (phase.sin() + 0.1 * (1.3 * phase).sin()) / 1.2
    };
    CALLS.map(call).iter().sum()
}

/// The fast Fourier transform of a power of two of complex numbers.
fn transform(values: &[(f64, f64)]) -> Vec<(f64, f64)> {
    if values.len() == 1 {
        return values.to_vec();
    }
    let half = |from: usize| {
        let every: Vec<_> = values.iter().skip(from).step_by(2).copied().collect();
        transform(&every)
    };
    let (even, odd) = (half(0), half(1));
    let turned = odd.iter().enumerate().map(|(k, (re, im))| {
        let (sin, cos) = (-TAU * k as f64 / values.len() as f64).sin_cos();
        (re * cos - im * sin, re * sin + im * cos)
    });
    let pairs: Vec<_> = even.into_iter().zip(turned).collect();
    let upper = pairs.iter().map(|((a, b), (c, d))| (a + c, b + d));
    upper.chain(pairs.iter().map(|((a, b), (c, d))| (a - c, b - d))).collect()
}

/// How loud each frequency is, in dB, in each piece: a row for each frequency, from 0 up.
fn spectrogram(samples: &[f64]) -> Vec<Vec<f64>> {
    let bell = |i: usize| (PI * i as f64 / WINDOW as f64).sin().powi(2);
    let loud = |piece: &[f64]| {
        let weighted = piece.iter().enumerate().map(|(i, sample)| (sample * bell(i), 0.0));
        let parts = transform(&weighted.collect::<Vec<_>>());
        let level = |(re, im): &(f64, f64)| 20.0 * (re.hypot(*im) * 4.0 / WINDOW as f64).log10();
        parts[..WINDOW / 2].iter().map(level).collect::<Vec<f64>>()
    };
    let pieces: Vec<_> = samples.windows(WINDOW).step_by(HOP).map(loud).collect();
    (0..WINDOW / 2).map(|row| pieces.iter().map(|piece| piece[row]).collect()).collect()
}

#[animation]
#[derive(Default)]
struct Spectrogram {
    heads: Vec<Handle<VLine>>,
}

impl Spectrogram {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(760, 480).tight_layout();
        let times: Vec<f64> = (0..(SECONDS * RATE) as usize).map(|i| i as f64 / RATE).collect();
        let samples: Vec<f64> = times.iter().map(|time| song(*time)).collect();
        let mut plots = fig.subplots(2, 1);
        plots.height_ratios([1, 2]).share_x();
        plots[0].set_ylim(-1, 1).set_ylabel("amplitude").set_title("A bird");
        plots[0].add(Line::new(&times, &samples).width(0.5));
        // a piece stands for its middle
        let begin = ((WINDOW - HOP) / 2) as f64 / RATE;
        // what is fainter than the scale is as dark as nothing
        let colors = Colormap::new("magma").under("black");
        let image = Image::new(spectrogram(&samples)).origin("lower").cmap(colors);
        let image = image.extent([begin, SECONDS - begin, 0.0, RATE / 2.0]);
        let ax = &mut plots[1];
        let image = ax.add(image.interpolation("bilinear").vmin(-60).vmax(0));
        ax.set_aspect("auto").set_facecolor("black").set_xlim(0, SECONDS);
        ax.set_xlabel("time (s)").set_ylabel("frequency");
        ax.set_yformat(Format::engineering().suffix("Hz"));
        for ax in plots.iter_mut() {
            self.heads.push(ax.add(VLine::new(0).color("C1").width(1.5).zorder(5)));
        }
        fig.add_colorbar(image, Colorbar::new().label("level (dB)"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, time: f64) {
        for head in &self.heads {
            frame[head].set_x(time);
        }
    }
}

fn main() -> panim::Result<()> {
    let times = (0..(SECONDS * FPS) as usize).map(|i| i as f64 / FPS);
    Spectrogram::render("spectrogram.mp4").fps(FPS as u32).params(times).main()
}
