//! A quantum wave packet runs against a step of the potential: a part of it turns back.

use panim::prelude::*;
use panim::{Legend, Loc};

const FRAMES: usize = 150;
/// Steps of the computation to a frame.
const STEPS: usize = 60;
const DT: f64 = 0.0004;
/// Distance between two places.
const DX: f64 = 0.03;
/// The packet's wave number, before the step.
const K: f64 = 6.0;
/// The height of the step, at x = 0, as a fraction of the packet's energy.
const STEP: f64 = 0.85;

/// Real and imaginary part at each place.
type Wave = (Vec<f64>, Vec<f64>);

#[animation]
#[derive(Clone, Default)]
struct WavePacket {
    x: Vec<f64>,
    real: Handle<Line>,
    imaginary: Handle<Line>,
    envelope: Handle<FillBetween>,
    share: Handle<Text>,
}

/// The waves of all frames: Schrödinger's equation, ħ = m = 1, both parts ahead in turn (Visscher,
/// Computers in Physics 5, 596, 1991).
fn waves(x: &[f64]) -> Vec<Wave> {
    let potential: Vec<f64> =
        x.iter().map(|x| if *x < 0.0 { 0.0 } else { STEP * K * K / 2.0 }).collect();
    let energy = |of: &[f64], i: usize| {
        let bend = of[i + 1] - 2.0 * of[i] + of[i - 1];
        potential[i] * of[i] - bend / (2.0 * DX * DX)
    };
    let bell = |x: &f64| (-((x + 7.0) / 2.2).powi(2)).exp();
    let mut real: Vec<f64> = x.iter().map(|x| bell(x) * (K * x).cos()).collect();
    let mut imaginary: Vec<f64> = x.iter().map(|x| bell(x) * (K * x).sin()).collect();
    let next = || {
        let now = (real.clone(), imaginary.clone());
        for _ in 0..STEPS {
            (1..real.len() - 1).for_each(|i| real[i] += DT * energy(&imaginary, i));
            (1..real.len() - 1).for_each(|i| imaginary[i] -= DT * energy(&real, i));
        }
        now
    };
    std::iter::repeat_with(next).take(FRAMES).collect()
}

impl WavePacket {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(800, 420).tight_layout();
        let ax = fig.axes();
        ax.set_xlim(-14.0, 8.0)
            .set_ylim(-1.5, 1.9)
            .set_xticks([-12, -8, -4, 0, 4, 8])
            .set_yticks([-1, 0, 1]);
        ax.set_title("A wave packet at a potential step").set_xlabel("$x$").set_ylabel(r"$\psi$");
        ax.add(Span::vertical(0.0, 8.0).color("0.93"));
        ax.add(VLine::new(0.0).color("0.5").width(1.0));
        ax.add(Text::new((0.3, -1.38), format!("$V = {STEP}\\,E$")).size(12.0));
        let zero = vec![0.0; self.x.len()];
        self.real =
            ax.add(Line::new(&self.x, &zero).color("#3a0ca3").label(r"$\mathrm{Re}\,\psi$"));
        let imaginary = Line::new(&self.x, &zero).color("#f77f00").label(r"$\mathrm{Im}\,\psi$");
        self.imaginary = ax.add(imaginary.width(1.2));
        let envelope = FillBetween::new(&self.x, &zero, &zero).color("#7209b7").alpha(0.15);
        self.envelope = ax.add(envelope.label(r"$\pm|\psi|$"));
        self.share = ax.add(Text::new((0.3, -1.1), "").size(11.0));
        ax.set_legend(Legend::new().loc(Loc::UpperLeft).columns(3).size(12.0));
    }

    #[update]
    fn update(&self, frame: &mut Frame, real: Vec<f64>, imaginary: Vec<f64>) {
        let size: Vec<f64> = real.iter().zip(&imaginary).map(|(re, im)| re.hypot(*im)).collect();
        let square = |size: &f64| size * size;
        let passed =
            size.iter().zip(&self.x).filter(|(_, x)| **x > 0.0).map(|(size, _)| square(size));
        let share = passed.sum::<f64>() / size.iter().map(square).sum::<f64>();
        frame[self.envelope].set_lower(size.iter().map(|size| -size)).set_upper(&size);
        frame[self.real].set_y(real);
        frame[self.imaginary].set_y(imaginary);
        frame[self.share].set_text(format!("{:.0} % in here", 100.0 * share));
    }
}

fn main() -> panim::Result<()> {
    let x = linspace(-24.0, 18.0, (42.0 / DX) as usize + 1);
    let waves = waves(&x);
    WavePacket { x, ..Default::default() }.render_to("wave_packet.mp4").fps(30).params(waves).main()
}
