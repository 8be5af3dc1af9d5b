use panim::prelude::*;
use std::f64::consts::{PI, TAU};

#[animation]
#[derive(Default)]
struct Moving {
    axes: Handle<Axes>,
    image: Handle<Image>,
}

fn f(shift: f64) -> Vec<Vec<f64>> {
    let (x, y) = (linspace(0, TAU, 120), linspace(0, TAU, 100));
    let row = |y: &f64| x.iter().map(|x| (x + shift).sin() + (y + shift).cos()).collect();
    y.iter().map(row).collect()
}

impl Moving {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        self.image = ax.add(Image::new(f(0.0)).vmin(-2).vmax(2));
        ax.colorbar(self.image);
        self.axes = ax.handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: usize) {
        frame[self.image].set_data(f(i as f64 * PI / 30.0));
        frame[self.axes].set_title(format!("frame {i}"));
    }
}

fn main() -> panim::Result<()> {
    Moving::render("image.gif").frames(60).fps(20).main()
}
