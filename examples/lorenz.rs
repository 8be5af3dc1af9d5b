//! The Lorenz attractor: one trajectory in space that grows, coloured by time.

use panim::prelude::*;

#[animation]
#[derive(Clone, Default)]
struct Lorenz {
    points: Vec<[f64; 3]>,
    time: Vec<f64>,
    axes: Handle<Axes>,
    path: Handle<Line3D>,
}

impl Lorenz {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.tight_layout().axes().set_projection("3d").set_xlabel("x").set_ylabel("y");
        self.path = ax.add(Line3D::from_points(&self.points).values(&self.time).cmap("plasma"));
        ax.add_colorbar(self.path, panim::Colorbar::new().label("time"));
        self.axes = ax.handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: usize) {
        let end = 50 * (i + 1);
        frame[self.path].set_points(&self.points[..=end]).set_values(&self.time[..=end]);
        frame[self.axes].set_view(20, -60.0 + 0.25 * i as f64);
    }
}

fn main() -> panim::Result<()> {
    let step = |[x, y, z]: &[f64; 3]| {
        let (dx, dy, dz) = (10.0 * (y - x), x * (28.0 - z) - y, x * y - 8.0 / 3.0 * z);
        Some([x + 0.004 * dx, y + 0.004 * dy, z + 0.004 * dz])
    };
    let points = std::iter::successors(Some([1.0, 1.0, 20.0]), step).take(10_001).collect();
    let time = linspace(0, 40, 10_001);
    Lorenz { points, time, ..Default::default() }.render_to("lorenz.mp4").fps(30).frames(200).main()
}
