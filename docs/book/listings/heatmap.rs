use ndarray::Array2;
use panim::Colorbar;
use panim::prelude::*;

/// Two sources of waves, and what they add up to.
#[animation]
#[derive(Default)]
struct Waves {
    image: Handle<Image>,
}

fn field(now: f64) -> Array2<f64> {
    Array2::from_shape_fn((120, 160), |(row, column)| {
        let (x, y) = (column as f64 / 20.0 - 4.0, row as f64 / 20.0 - 3.0);
        let wave = |distance: f64| (6.0 * distance - now).cos() / (1.0 + distance);
        wave((x - 1.0).hypot(y)) + wave((x + 1.0).hypot(y))
    })
}

impl Waves {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        ax.set_xlabel("$x$ (cm)").set_ylabel("$y$ (cm)");
        let image = Image::new(field(0.0).rows()).extent([-4, 4, -3, 3]).origin("lower");
        self.image = ax.add(image.cmap("RdBu").vmin(-1).vmax(1));
        ax.add_colorbar(self.image, Colorbar::new().label("height (mm)"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, now: f64) {
        frame[self.image].set_data(field(now).rows());
    }
}

fn main() -> panim::Result<()> {
    Waves::render("heatmap.mp4").sweep(0.0..std::f64::consts::TAU, 60).main()
}
