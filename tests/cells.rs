//! What `notebook.rs` runs: the cells of a notebook, whose last values show themselves.

use panim::prelude::*;
use std::{env, fs};

#[animation]
#[derive(Clone, Default)]
struct Noise {
    side: u32,
    image: Handle<Image>,
}

impl Noise {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(self.side, self.side);
        self.image = fig.axes().add(Image::new(self.rows(0)));
    }

    #[update]
    fn update(&self, frame: &mut Frame, i: usize) {
        frame[self.image].set_data(self.rows(i));
    }

    fn rows(&self, i: usize) -> Vec<Vec<f64>> {
        let mut state = 7 + i as u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(state >> 8)
        };
        (0..self.side).map(|_| (0..self.side).map(|_| next()).collect()).collect()
    }
}

fn main() -> panim::Result<()> {
    let cell = env::args().nth(1).unwrap_or_default();
    let render = |side, path| Noise { side, ..Noise::default() }.render_to(path).params(0..3);
    match cell.as_str() {
        "figure" => {
            let mut fig = Figure::new();
            fig.set_size(64, 48);
            fig.axes().add(Line::new([0.0, 1.0], [0.0, 1.0]));
            fig.save_png("expected.png")?;
            fig.evcxr_display();
        }
        "no figure" => {
            let mut fig = Figure::new();
            fig.axes().add(Line::new([0.0, 1.0], [0.0, 1.0]).width(-1.0));
            fig.evcxr_display();
        }
        "still" => {
            let picture = render(64, "wave.mp4").still(1)?;
            picture.save_png("expected.png")?;
            picture.evcxr_display();
        }
        "large" => render(1000, "out/large wave.png").run()?.evcxr_display(),
        "gone" => {
            let video = render(64, "wave.gif").run()?;
            fs::remove_file("wave.gif")?;
            video.evcxr_display();
        }
        path => render(64, path).run()?.evcxr_display(),
    }
    Ok(())
}
