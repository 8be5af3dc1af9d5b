//! Lorenz' butterfly in the dark style: three paths that begin a hair apart, and part.

use panim::prelude::*;
use panim::{Projection, Style};

const FRAMES: usize = 240;
/// Steps of the integration to a frame, and frames that the glowing end of a path lasts.
const STEPS: usize = 16;
const GLOW: usize = 14;
/// A wide and faint line under a narrow and bright one glows.
const LAYERS: [(f64, f64); 3] = [(7.0, 0.12), (3.5, 0.3), (1.3, 1.0)];

type Path = Vec<[f64; 3]>;

#[animation]
#[derive(Clone, Default)]
struct Butterfly {
    paths: Vec<Path>,
    axes: Handle<Axes>,
    past: Vec<Handle<Line3D>>,
    glow: Vec<[Handle<Line3D>; 3]>,
    heads: Handle<Scatter3D>,
}

/// The Lorenz system, by the midpoint method.
fn path(x: f64) -> Path {
    let slope = |[x, y, z]: [f64; 3]| [10.0 * (y - x), x * (28.0 - z) - y, x * y - 8.0 / 3.0 * z];
    let ahead = |at: [f64; 3], slope: [f64; 3], dt| std::array::from_fn(|i| at[i] + dt * slope[i]);
    let step = |at: &[f64; 3]| Some(ahead(*at, slope(ahead(*at, slope(*at), 0.002)), 0.004));
    std::iter::successors(Some([x, 1.0, 20.0]), step).take(FRAMES * STEPS).collect()
}

fn columns(points: &[[f64; 3]]) -> [Vec<f64>; 3] {
    std::array::from_fn(|axis| points.iter().map(|point| point[axis]).collect())
}

impl Butterfly {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let colors = ["#00f5d4", "#f15bb5", "#fee440"];
        fig.set_style(Style { title_size: 14.0, ..Style::dark() }).set_size(640, 540);
        let mut axes = fig.subplots(1, 1);
        axes.margins(0.0, 0.0, 0.1, 0.0);
        let ax = &mut axes[(0, 0)];
        ax.set_projection(Projection::ThreeD).set_axis_off(true).set_title("Lorenz' butterfly");
        // the box is not drawn, so the butterfly may reach beyond it
        ax.set_xlim(-16.5, 16.5).set_ylim(-22.5, 22.5).set_zlim(5.0, 46.0);
        let none = || Line3D::new([0.0; 0], [0.0; 0], [0.0; 0]);
        for color in colors {
            self.past.push(ax.add(none().color(color).width(0.9).alpha(0.45)));
        }
        for color in colors {
            self.glow.push(
                LAYERS.map(|(width, alpha)| ax.add(none().color(color).width(width).alpha(alpha))),
            );
        }
        let heads = Scatter3D::new([0.0; 3], [0.0; 3], [0.0; 3]).colors(colors).size(40.0);
        self.heads = ax.add(heads.edge_color("white").depth_shade(false));
        self.axes = ax.handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, end: usize) {
        frame[self.axes].set_view(18.0, -60.0 + 0.02 * end as f64);
        for (path, (past, glow)) in self.paths.iter().zip(self.past.iter().zip(&self.glow)) {
            let [x, y, z] = columns(&path[..=end]);
            let newest = end.saturating_sub(GLOW * STEPS);
            for layer in glow {
                frame[*layer].set_data(&x[newest..], &y[newest..], &z[newest..]);
            }
            frame[*past].set_data(x, y, z);
        }
        let heads: Path = self.paths.iter().map(|path| path[end]).collect();
        let [x, y, z] = columns(&heads);
        frame[self.heads].set_data(x, y, z);
    }
}

fn main() -> panim::Result<()> {
    let paths = [1.0, 1.1, 1.2].map(path).to_vec();
    Butterfly { paths, ..Default::default() }
        .render_to("dark_style.mp4")
        .fps(30)
        .params((0..FRAMES).map(|frame| frame * STEPS))
        .main()
}
