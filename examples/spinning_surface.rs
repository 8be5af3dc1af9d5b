//! A surface in space that is seen from all around, coloured by its height.

use panim::prelude::*;
use panim::{Colorbar, Projection};

/// A surface, and the axes whose view turns.
#[animation]
#[derive(Default)]
struct SpinningSurface {
    axes: Handle<Axes>,
}

/// Three hills and two hollows, as MATLAB's `peaks`.
fn peaks(x: f64, y: f64) -> f64 {
    3.0 * (1.0 - x).powi(2) * (-x * x - (y + 1.0).powi(2)).exp()
        - 10.0 * (x / 5.0 - x.powi(3) - y.powi(5)) * (-x * x - y * y).exp()
        - (-(x + 1.0).powi(2) - y * y).exp() / 3.0
}

impl SpinningSurface {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let side = linspace(-3.0, 3.0, 61);
        let rows = side.iter().map(|&y| side.iter().map(move |&x| peaks(x, y)));
        fig.set_size(720, 500).tight_layout();
        let ax = fig.axes();
        ax.set_projection(Projection::ThreeD).set_title("Peaks");
        ax.set_xlabel("$x$").set_ylabel("$y$").set_zlim(-7.0, 8.0);
        self.axes = ax.handle();
        let surface = Surface::new(&side, &side, rows).cmap("viridis").vmin(-7.0).vmax(8.0);
        let surface = ax.add(surface.rcount(61).ccount(61));
        ax.add_colorbar(surface, Colorbar::new().label("height $z$"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, azimuth: f64) {
        // up and down once on the way around
        let elevation = 30.0 + 12.0 * azimuth.to_radians().sin();
        frame[self.axes].set_view(elevation, azimuth - 60.0);
    }
}

fn main() -> panim::Result<()> {
    // the end is left out, so that the video loops without a stutter
    SpinningSurface::render("spinning_surface.mp4").fps(30).sweep(0.0..360.0, 180).main()
}
