//! Before and after: a noisy signal above, what a low-pass leaves of it below, on shared axes.

use panim::prelude::*;
use panim::{Grid, Legend, Loc};
use std::f64::consts::TAU;

/// Seconds, and samples in a second.
const DURATION: f64 = 4.0;
const RATE: f64 = 200.0;

/// Without noise.
fn clean(seconds: f64) -> f64 {
    (TAU * 0.5 * seconds).sin() + 0.5 * (TAU * 1.75 * seconds).sin()
}

/// A number between -1 and 1 that looks random and is always the same (splitmix64).
fn noise(i: u64) -> f64 {
    let z = (i + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) as f64 / u64::MAX as f64 * 2.0 - 1.0
}

/// The signal without what is faster than `cutoff` in Hz: a mean with Gaussian weights. It goes
/// round from the end to the start.
fn low_pass(signal: &[f64], cutoff: f64) -> Vec<f64> {
    let width = RATE * 2_f64.ln().sqrt() / (TAU * cutoff);
    let reach = (4.0 * width) as usize;
    let weight = |k: usize| (-(k as f64 / width).powi(2) / 2.0).exp();
    let weights: Vec<f64> = (0..=2 * reach).map(|k| weight(k.abs_diff(reach))).collect();
    let total: f64 = weights.iter().sum();
    let n = signal.len();
    let mean = |i: usize| {
        let near = (i + n - reach % n..).map(|j| signal[j % n]);
        weights.iter().zip(near).map(|(weight, y)| weight * y).sum::<f64>() / total
    };
    (0..n).map(mean).collect()
}

/// A filter whose cutoff moves, and a cursor that runs through both panels.
#[animation]
#[derive(Default)]
struct BeforeAfter {
    noisy: Vec<f64>,
    after: Handle<Axes>,
    filtered: Handle<Line>,
    cursors: Vec<Handle<VLine>>,
    dots: Vec<Handle<Line>>,
}

impl BeforeAfter {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let samples = (DURATION * RATE) as u64;
        let seconds: Vec<f64> = (0..samples).map(|i| i as f64 / RATE).collect();
        self.noisy = (0..samples).map(|i| clean(i as f64 / RATE) + 0.9 * noise(i)).collect();
        fig.tight_layout();
        let mut axes = fig.subplots(2, 1);
        axes.share_x().share_y();
        for ax in axes.iter_mut() {
            ax.set_xlim(0.0, DURATION).set_ylim(-2.5, 2.5).set_grid(Grid::new().alpha(0.4));
            ax.set_ylabel("volts");
        }
        let ax = axes[(0, 0)].set_title("Before");
        ax.add(Line::new(&seconds, &self.noisy).color("0.5").width(1.0));
        let ax = axes[(1, 0)].set_xlabel("time / s");
        self.after = ax.set_title("After").handle();
        let clean = Line::new(&seconds, seconds.iter().map(|&t| clean(t))).color("0.6");
        ax.add(clean.style("--").label("without noise"));
        let filtered = Line::new(&seconds, &self.noisy).color("C0").width(2.0);
        self.filtered = ax.add(filtered.label("filtered"));
        ax.set_legend(Legend::new().loc(Loc::LowerLeft));
        for ax in axes.iter_mut() {
            self.cursors.push(ax.add(VLine::new(0.0).color("C3").width(1.0)));
            let dot = Line::new([0.0], [0.0]).style("").marker('o').marker_size(7.0).color("C3");
            self.dots.push(ax.add(dot));
        }
    }

    #[update]
    fn update(&self, frame: &mut Frame, share: f64) {
        // from 20 Hz down to 0.5 Hz and back
        let cutoff = 20.0 * (0.5_f64 / 20.0).powf((1.0 - (TAU * share).cos()) / 2.0);
        let filtered = low_pass(&self.noisy, cutoff);
        let now = (share * self.noisy.len() as f64) as usize;
        let seconds = now as f64 / RATE;
        for (i, y) in [self.noisy[now], filtered[now]].into_iter().enumerate() {
            frame[self.cursors[i]].set_x(seconds);
            frame[self.dots[i]].set_data([seconds], [y]);
        }
        frame[self.filtered].set_y(filtered);
        frame[self.after].set_title(format!("After a low-pass at {cutoff:.1} Hz"));
    }
}

fn main() -> panim::Result<()> {
    BeforeAfter::render("before_after.mp4").fps(30).sweep(0.0..1.0, 180).main()
}
