use panim::prelude::*;

/// A surface that turns.
#[animation]
#[derive(Default)]
struct Turning {
    axes: Handle<Axes>,
}

impl Turning {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let side = linspace(-3, 3, 50);
        let height = |x: f64, y: f64| (x * x + y * y).sqrt().cos() * (-0.1 * (x * x + y * y)).exp();
        let ax = fig.axes();
        ax.set_projection("3d").set_xlabel("x").set_ylabel("y").set_zlabel("z");
        let rows = side.iter().map(|y| side.iter().map(|x| height(*x, *y)));
        ax.add(Surface::new(&side, &side, rows).cmap("viridis"));
        self.axes = ax.handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, degrees: f64) {
        frame[self.axes].set_view(30, degrees);
    }
}

fn main() -> panim::Result<()> {
    Turning::render("space.mp4").sweep(0.0..360.0, 180).main()
}
