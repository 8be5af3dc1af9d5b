use panim::plotters::prelude::*;
use panim::{Figure, Frame, animation, setup, update};
use std::error::Error;

// ANCHOR: animation
/// plotters' histogram, one more of the data in each frame.
#[animation]
#[derive(Default)]
struct Counting;

const DATA: [u32; 22] = [0, 1, 1, 1, 4, 2, 5, 7, 8, 6, 4, 2, 1, 8, 3, 3, 3, 4, 4, 3, 3, 3];

impl Counting {
    #[setup]
    fn setup(&mut self, _fig: &mut Figure) {}

    #[update]
    fn update(&self, frame: &mut Frame, count: usize) -> Result<(), Box<dyn Error + Send + Sync>> {
        let root = frame.area();
        let mut chart = ChartBuilder::on(&root)
            .x_label_area_size(35)
            .y_label_area_size(40)
            .margin(5)
            .caption("Histogram Test", ("sans-serif", 50.0))
            .build_cartesian_2d((0u32..10u32).into_segmented(), 0u32..10u32)?;

        chart
            .configure_mesh()
            .disable_x_mesh()
            .bold_line_style(WHITE.mix(0.3))
            .y_desc("Count")
            .x_desc("Bucket")
            .axis_desc_style(("sans-serif", 15))
            .draw()?;

        chart.draw_series(
            Histogram::vertical(&chart)
                .style(RED.mix(0.5).filled())
                .data(DATA[..count].iter().map(|x: &u32| (*x, 1))),
        )?;
        Ok(())
    }
}
// ANCHOR_END: animation

fn main() -> panim::Result<()> {
    Counting::render("counting.mp4").params(0..=DATA.len()).fps(4).main()
}
