//! Fields side by side: four ways in which a square drum swings, with one colorbar for all of them.

use panim::prelude::*;
use panim::{Colorbar, Locator};
use std::f64::consts::{PI, TAU};

const FRAMES: usize = 120;
const SIDE: usize = 60;

/// How often the drum bends across and down.
const MODES: [(f64, f64); 4] = [(1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (3.0, 2.0)];

#[animation]
#[derive(Default)]
struct Fields {
    images: Vec<Handle<Image>>,
}

/// The drum at a time, counted in turns of the slowest mode.
fn drum((across, down): (f64, f64), time: f64) -> Vec<Vec<f64>> {
    // of a membrane, the frequency is as the length of the wave vector
    let swing = (TAU * (time * across.hypot(down) / 2_f64.sqrt()).fract()).cos();
    let bend = |i: usize, waves: f64| (waves * PI * (i as f64 + 0.5) / SIDE as f64).sin();
    let row = |j| (0..SIDE).map(|i| swing * bend(i, across) * bend(j, down)).collect();
    (0..SIDE).map(row).collect()
}

impl Fields {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(640, 540).tight_layout();
        let mut plots = fig.subplots(2, 2);
        plots.share_x().share_y();
        for (ax, mode) in plots.iter_mut().zip(MODES) {
            let image = Image::new(drum(mode, 0.0)).extent([0, 1, 0, 1]).origin("lower");
            let image = image.interpolation("bilinear").cmap("RdBu_r").vmin(-1).vmax(1);
            self.images.push(ax.add(image));
            ax.set_title(format!("({}, {})", mode.0, mode.1));
            ax.set_xlocator(Locator::multiple(0.5)).set_ylocator(Locator::multiple(0.5));
        }
        let all = plots.handles();
        let bar = Colorbar::new().ax(all).shrink(0.8).label("deflection").minor_ticks(true);
        fig.add_colorbar(self.images[0], bar.locator(Locator::multiple(0.5)));
    }

    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: usize) {
        for (image, mode) in self.images.iter().zip(MODES) {
            frame[image].set_data(drum(mode, 2.0 * i as f64 / FRAMES as f64));
        }
    }
}

fn main() -> panim::Result<()> {
    Fields::render("fields.mp4").fps(30).frames(FRAMES).main()
}
