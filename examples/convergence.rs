//! A convergence plot that grows: errors of three methods against the step size, with their slopes.

use panim::prelude::*;
use panim::{Grid, HAlign, Legend, Loc, VAlign};

/// A step of size h from y(t) to y(t + h).
type Method = fn(t: f64, y: f64, h: f64) -> f64;

const METHODS: [(&str, char, Method); 3] =
    [("Euler", 'o', euler), ("Heun", 's', heun), ("Runge–Kutta 4", 'D', rk4)];

/// y' = -2 t y² with y(0) = 1, which has the solution 1 / (1 + t²).
fn slope(t: f64, y: f64) -> f64 {
    -2.0 * t * y * y
}

fn euler(t: f64, y: f64, h: f64) -> f64 {
    y + h * slope(t, y)
}

fn heun(t: f64, y: f64, h: f64) -> f64 {
    let k1 = slope(t, y);
    y + h / 2.0 * (k1 + slope(t + h, y + h * k1))
}

fn rk4(t: f64, y: f64, h: f64) -> f64 {
    let k1 = slope(t, y);
    let k2 = slope(t + h / 2.0, y + h / 2.0 * k1);
    let k3 = slope(t + h / 2.0, y + h / 2.0 * k2);
    y + h / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + slope(t + h, y + h * k3))
}

/// Of y(2), after so many steps.
fn error(method: Method, steps: u32) -> f64 {
    let h = 2.0 / f64::from(steps);
    let y = (0..steps).fold(1.0, |y, i| method(h * f64::from(i), y, h));
    (y - 0.2).abs()
}

/// The errors of each method for steps that halve from one to the next.
#[animation]
#[derive(Default)]
struct Convergence {
    h: Vec<f64>,
    errors: Vec<Vec<f64>>,
    lines: Vec<Handle<Line>>,
    slopes: Vec<Handle<Annotation>>,
}

impl Convergence {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let steps: Vec<u32> = (3..=10).map(|k| 1 << k).collect();
        self.h = steps.iter().map(|&n| 2.0 / f64::from(n)).collect();
        let ax = fig.axes();
        ax.set_xscale("log").set_yscale("log").set_xlim(3e-4, 0.5).set_ylim(1e-14, 1.0);
        ax.set_title(r"Convergence for $y' = -2\,t\,y^2$, $y(0) = 1$");
        ax.set_xlabel("step size $h$").set_ylabel("error at $t = 2$");
        ax.set_grid(Grid::new().alpha(0.4));
        for (name, marker, method) in METHODS {
            self.errors.push(steps.iter().map(|&n| error(method, n)).collect());
            let line = Line::new([0.0; 0], [0.0; 0]).marker(marker).marker_size(5.0).label(name);
            self.lines.push(ax.add(line));
            let slope = Annotation::new("", (1.0, 1.0)).xytext(At::Points(-8.0, 0.0)).arrow("");
            self.slopes.push(ax.add(slope.halign(HAlign::Right).valign(VAlign::Center)));
        }
        ax.set_legend(Legend::new().loc(Loc::LowerRight));
    }

    /// `halvings` of the step size so far; between two the lines grow.
    #[update]
    fn update(&self, frame: &mut Frame, halvings: f64) {
        let done = halvings as usize;
        for (i, errors) in self.errors.iter().enumerate() {
            let (mut x, mut y) = (self.h[..=done].to_vec(), errors[..=done].to_vec());
            if let (Some(h), Some(error)) = (self.h.get(done + 1), errors.get(done + 1)) {
                let fraction = halvings.fract();
                x.push(x[done] * (h / x[done]).powf(fraction));
                y.push(y[done] * (error / y[done]).powf(fraction));
            }
            let (before, last) = (x.len() - 2, x.len() - 1);
            let order = (y[before] / y[last]).ln() / (x[before] / x[last]).ln();
            frame[self.slopes[i]].set_xy((x[last], y[last])).set_text(format!("slope {order:.2}"));
            frame[self.lines[i]].set_data(x, y);
        }
    }
}

fn main() -> panim::Result<()> {
    // from a first short stretch on; the whole plot then rests a while
    let halvings = linspace(0.02, 7.0, 120).into_iter().chain([7.0; 45]);
    Convergence::render("convergence.mp4").fps(30).params(halvings).main()
}
