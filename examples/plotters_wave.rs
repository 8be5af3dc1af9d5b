//! The cosine wave with plotters alone, for people who have plotters code.
//!
//! `use panim::plotters::prelude::*` next to `use panim::prelude::*` is fine; only a name that both
//! have, such as `Text`, has to be imported by itself where it is used. Here that is plotters'
//! trait `Color`, which `BLUE.stroke_width(2)` comes from.

use panim::{
    plotters::{chart::ChartState, coord::types::RangedCoordf64, prelude::*, style::Color},
    prelude::*,
};
use std::{error::Error, f64::consts::TAU};

/// A travelling cosine. The mesh is drawn once, as background; what is kept of the chart is where
/// its coordinates lie.
#[animation]
#[derive(Default)]
struct Wave {
    chart: Option<ChartState<Cartesian2d<RangedCoordf64, RangedCoordf64>>>,
}

impl Wave {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) -> Result<(), Box<dyn Error + Send + Sync>> {
        let area = fig.area();
        let mut chart = ChartBuilder::on(&area)
            .caption("Cosine wave", ("sans-serif", 22))
            .margin(15)
            .x_label_area_size(45)
            .y_label_area_size(55)
            .build_cartesian_2d(0.0..2.0 * TAU, -1.5..1.5)?;
        chart
            .configure_mesh()
            .x_desc("x")
            .y_desc("y")
            .x_labels(7)
            .y_labels(7)
            .label_style(("sans-serif", 17))
            .light_line_style(TRANSPARENT)
            .draw()?;
        self.chart = Some(chart.into_chart_state());
        Ok(())
    }

    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) -> Result<(), Box<dyn Error + Send + Sync>> {
        let area = frame.area();
        let mut chart = self.chart.clone().ok_or("setup keeps the chart")?.restore(&area);
        let points = linspace(0.0, 2.0 * TAU, 200).into_iter().map(|x| (x, (x + phase).cos()));
        chart.draw_series(LineSeries::new(points, BLUE.stroke_width(2)))?;
        Ok(())
    }
}

fn main() -> panim::Result<()> {
    Wave::render("plotters_wave.mp4").fps(30).sweep(0.0..TAU, 60).main()
}
