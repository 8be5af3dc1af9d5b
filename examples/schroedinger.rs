//! Schrödinger's equation: a packet tunnels through a barrier, and formulas say in each frame what it measures.

use panim::{Colorbar, Legend, prelude::*};
use std::f64::consts::PI;

const FRAMES: usize = 150;
/// Steps of the computation to a frame, how long they are, and how far places are apart; ħ = m = 1.
const STEPS: usize = 10;
const DT: f64 = 0.0027;
const DX: f64 = 0.05;
/// The packet's wave number, and the barrier's height and width.
const K: f64 = 5.0;
const HEIGHT: f64 = 14.0;
const WIDTH: f64 = 0.4;

/// A complex number.
type Complex = [f64; 2];

fn times([a, b]: Complex, [c, d]: Complex) -> Complex {
    [a * c - b * d, a * d + b * c]
}

fn over(a: Complex, [c, d]: Complex) -> Complex {
    let square = c * c + d * d;
    times(a, [c / square, -d / square])
}

fn places() -> Vec<f64> {
    linspace(-30, 30, (60.0 / DX) as usize + 1)
}

/// The wave function at each place.
#[derive(Clone)]
struct Packet {
    psi: Vec<Complex>,
}

impl Packet {
    fn new() -> Self {
        let bell = |x: f64| (-((x + 10.0) / 4.0).powi(2)).exp() / (8.0 * PI).powf(0.25);
        let wave = |x: f64| [bell(x) * (K * x).cos(), bell(x) * (K * x).sin()];
        Self { psi: places().into_iter().map(wave).collect() }
    }

    /// Crank and Nicolson's step, which keeps the norm: half of it from the old values, half from the new.
    fn step(&mut self, potential: &[f64]) {
        let (n, beside) = (self.psi.len(), 0.25 * DT / (DX * DX));
        let here = |i: usize| 0.5 * DT * (1.0 / (DX * DX) + potential[i]);
        let [mut factor, mut psi] = [vec![[0.0; 2]; n], vec![[0.0; 2]; n]];
        for i in 1..n - 1 {
            let around = [0, 1].map(|part| self.psi[i - 1][part] + self.psi[i + 1][part]);
            let old = times([1.0, -here(i)], self.psi[i]);
            let old = [old[0] - beside * around[1], old[1] + beside * around[0]];
            // what is left of the equations when those to the left are solved
            let below = times([0.0, beside], factor[i - 1]);
            let pivot = [1.0 - below[0], here(i) - below[1]];
            let before = times([0.0, beside], psi[i - 1]);
            factor[i] = over([0.0, beside], pivot);
            psi[i] = over([old[0] + before[0], old[1] + before[1]], pivot);
        }
        for i in (1..n - 1).rev() {
            let right = times(factor[i], psi[i + 1]);
            psi[i] = [psi[i][0] + right[0], psi[i][1] + right[1]];
        }
        self.psi = psi;
    }
}

#[animation]
#[derive(Default)]
struct Schroedinger {
    x: Vec<f64>,
    density: Handle<Line>,
    area: Handle<FillBetween>,
    real: Handle<Line>,
    words: Handle<Text>,
}

impl Schroedinger {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.x = places();
        let zero = vec![0.0; self.x.len()];
        let ax = fig.set_size(720, 420).tight_layout().axes();
        ax.set_xlim(-18, 14).set_ylim(-0.85, 0.95).set_xlabel("$x$");
        // with the feature `math`, as it stands in books
        ax.set_title(match cfg!(feature = "math") {
            true => r"$i\hbar\frac{\partial\psi}{\partial t} = -\frac{\hbar^2}{2m}\frac{\partial^2\psi}{\partial x^2} + V\psi$",
            false => r"$i\,\partial_t\psi = -\partial_x^2\psi/2 + V\psi$",
        });
        ax.add(Span::vertical(0, WIDTH).color("0.75").label(format!("$V = {HEIGHT}$")));
        self.area = ax.add(FillBetween::new(&self.x, &zero, &zero).color("0.9"));
        let real = Line::new(&self.x, &zero).color("0.55").width(0.8);
        self.real = ax.add(real.label(r"$\mathrm{Re}\,\psi$"));
        let density = Line::new(&self.x, &zero).values(&zero).cmap("twilight").width(2.5);
        self.density = ax.add(density.vmin(-PI).vmax(PI).label(r"$|\psi|^2$"));
        let phase = Colorbar::new().label(r"$\arg\,\psi$").ticks([-PI, 0.0, PI]);
        ax.add_colorbar(self.density, phase.tick_labels([r"$-\pi$", "0", r"$\pi$"]));
        let words = Text::new(At::Axes(0.97, 0.96), "").halign("right").valign("top").size(11);
        self.words = ax.add(words.line_spacing(1.5));
        ax.set_legend(Legend::new().loc("upper left"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: usize, packet: &Packet) {
        let density: Vec<f64> = packet.psi.iter().map(|[re, im]| re * re + im * im).collect();
        let mean = |value: &dyn Fn(f64) -> f64| {
            self.x.iter().zip(&density).map(|(x, density)| value(*x) * density * DX).sum::<f64>()
        };
        let (t, norm, middle) = (DT * (STEPS * i) as f64, mean(&|_| 1.0), mean(&|x| x));
        let spread = (mean(&|x| x * x) - middle * middle).sqrt();
        let passed = mean(&|x| if x > WIDTH { 1.0 } else { 0.0 });
        frame[self.words].set_text(format!(
            "$t = {t:.2}$\n$\\int|\\psi|^2\\,\\mathrm{{d}}x = {norm:.4}$\n$\\langle x\\rangle = {middle:.2} \\pm {spread:.2}$\n$P(x > {WIDTH}) = {passed:.3}$"
        ));
        frame[self.area].set_upper(&density);
        frame[self.real].set_y(packet.psi.iter().map(|psi| psi[0]));
        // nothing has no phase
        let seen = density.iter().map(|density| if *density > 1e-4 { *density } else { f64::NAN });
        let phases = packet.psi.iter().map(|[re, im]| im.atan2(*re));
        frame[self.density].set_y(seen).set_values(phases);
    }
}

fn main() -> panim::Result<()> {
    let barrier = |x: f64| if (0.0..=WIDTH).contains(&x) { HEIGHT } else { 0.0 };
    let potential: Vec<f64> = places().into_iter().map(barrier).collect();
    let render = Schroedinger::render("schroedinger.mp4").fps(30);
    let step = move |packet: &mut Packet| (0..STEPS).for_each(|_| packet.step(&potential));
    render.simulate(FRAMES, Packet::new(), step).main()
}
