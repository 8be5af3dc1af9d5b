//! Gradient descent with momentum: the same path over contours and on the surface, past a valley to a deeper one.

use panim::Colorbar;
use panim::prelude::*;

const FRAMES: usize = 150;

#[animation]
#[derive(Clone, Default)]
struct Descent {
    path: Vec<[f64; 2]>,
    flat: Handle<Line>,
    now: Handle<Scatter>,
    axes: Handle<Axes>,
    space: Handle<Line3D>,
}

fn height(x: f64, y: f64) -> f64 {
    (1.5 * x).sin() * (1.5 * y).cos() + 0.25 * (x * x + y * y)
}

fn descend(mut at: [f64; 2]) -> Vec<[f64; 2]> {
    let (mut speed, mut path) = ([0.0; 2], vec![at]);
    while path.len() < FRAMES {
        let [x, y] = at;
        let slope = [
            1.5 * (1.5 * x).cos() * (1.5 * y).cos() + 0.5 * x,
            -1.5 * (1.5 * x).sin() * (1.5 * y).sin() + 0.5 * y,
        ];
        for axis in 0..2 {
            speed[axis] = 0.95 * speed[axis] - 0.004 * slope[axis];
            at[axis] += speed[axis];
        }
        path.push(at);
    }
    path
}

impl Descent {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let side = linspace(-2.6, 2.6, 80);
        let heights = || side.iter().map(|y| side.iter().map(|x| height(*x, *y)));
        let [left, right] = fig.set_size(900, 400).tight_layout().subplots(1, 2).array();
        let bands = left.add(ContourFilled::new(&side, &side, heights()).level_count(16));
        left.set_aspect("equal").set_xlabel("x").set_ylabel("y");
        left.add_colorbar(bands, Colorbar::new().label("height"));
        self.flat = left.add(Line::empty().color("C3").width(2));
        self.now = left.add(Scatter::empty().color("white").edge_color("C3"));

        right.set_projection("3d").set_xlabel("x").set_ylabel("y");
        right.add(Surface::new(&side, &side, heights()).cmap("viridis").alpha(0.7));
        self.space = right.add(Line3D::empty().color("C3").width(2).zorder(9));
        self.axes = right.handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: usize) {
        let past = &self.path[..=i];
        frame[self.flat].set_points(past);
        frame[self.now].set_points([past[i]]);
        // a little above the surface, in which it would sink
        frame[self.space].set_points(past.iter().map(|[x, y]| (*x, *y, height(*x, *y) + 0.05)));
        frame[self.axes].set_view(50, -120.0 + 0.3 * i as f64);
    }
}

fn main() -> panim::Result<()> {
    let path = descend([2.4, 2.3]);
    Descent { path, ..Default::default() }.render_to("descent.mp4").fps(30).frames(FRAMES).main()
}
