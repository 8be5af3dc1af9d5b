//! Samples arrive: their histogram and its kernel density come closer and closer to the truth.

use panim::{Legend, Loc, kde, prelude::*};
use std::f64::consts::TAU;

const FRAMES: u32 = 180;
const SAMPLES: f64 = 3000.0;

/// Samples of two bells, and what is known of the bells so far.
#[animation]
#[derive(Clone, Default)]
struct LiveHistogram {
    samples: Vec<f64>,
    x: Vec<f64>,
    histogram: Handle<Histogram>,
    density: Handle<Line>,
    newest: Handle<Line>,
    count: Handle<Text>,
}

/// Normal samples by Box and Muller, from splitmix64: the same ones in every run.
fn samples(n: usize) -> Vec<f64> {
    let mut state = 7_u64;
    let mut random = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut sample = || {
        let (mean, deviation) = if random() < 0.4 { (-1.6, 0.6) } else { (1.2, 0.9) };
        mean + deviation * (-2.0 * (1.0 - random()).ln()).sqrt() * (TAU * random()).cos()
    };
    (0..n).map(|_| sample()).collect()
}

fn truth(x: f64) -> f64 {
    let bell = |mean: f64, deviation: f64| {
        (-0.5 * ((x - mean) / deviation).powi(2)).exp() / (deviation * TAU.sqrt())
    };
    0.4 * bell(-1.6, 0.6) + 0.6 * bell(1.2, 0.9)
}

impl LiveHistogram {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.x = linspace(-4.5, 4.5, 181);
        let ax = fig.axes();
        ax.set_title("Samples of two bells").set_xlabel("$x$").set_ylabel("density");
        ax.set_xlim(-4.5, 4.5).set_ylim(-0.03, 0.5);
        let histogram = Histogram::new(&self.samples).range(-4.5, 4.5).bins(30).density(true);
        let histogram = histogram.color("#a8dadc").edge_color("white").edge_width(0.6);
        self.histogram = ax.add(histogram.label("samples"));
        let truth = Line::new(&self.x, self.x.iter().map(|x| truth(*x)));
        ax.add(truth.color("#1d3557").style("--").label("true density"));
        let density = Line::new(&self.x, vec![0.0; self.x.len()]).color("#e63946").width(2.2);
        self.density = ax.add(density.label("kernel density"));
        let newest = Line::new([0.0], [0.0]).style("").marker('|').marker_size(8.0);
        self.newest = ax.add(newest.color("#1d3557").alpha(0.6));
        self.count = ax.add(Text::new(At::Axes(0.03, 0.92), "").size(12.0));
        ax.set_legend(Legend::new().loc(Loc::UpperRight));
    }

    #[update]
    fn update(&self, frame: &mut Frame, count: usize) {
        let so_far = &self.samples[..count];
        frame[self.histogram].set_data(so_far);
        frame[self.density].set_y(kde(so_far, &self.x));
        let newest = &so_far[count.saturating_sub(30)..];
        frame[self.newest].set_data(newest, vec![-0.015; newest.len()]);
        frame[self.count].set_text(format!("$n$ = {count}"));
    }
}

fn main() -> panim::Result<()> {
    let animation = LiveHistogram { samples: samples(SAMPLES as usize), ..Default::default() };
    // one by one at first, then faster and faster
    let counts =
        (0..FRAMES).map(|i| 10.0 * (SAMPLES / 10.0).powf(f64::from(i) / f64::from(FRAMES - 1)));
    animation
        .render_to("live_histogram.mp4")
        .fps(30)
        .params(counts.map(|count| count.round() as usize))
        .main()
}
