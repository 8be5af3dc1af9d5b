//! The cosine wave with plotters alone, for people who have plotters code.

use panim::{
    plotters::{
        chart::{ChartBuilder, ChartState},
        coord::types::RangedCoordf64,
        prelude::{Cartesian2d, LineSeries},
        style::{BLUE, WHITE},
    },
    prelude::*,
};
use std::{error::Error, f64::consts::TAU};

/// A travelling cosine; the chart's coordinates are kept, its mesh is background.
#[animation]
#[derive(Default)]
struct Wave {
    chart: Option<ChartState<Cartesian2d<RangedCoordf64, RangedCoordf64>>>,
}

impl Wave {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) -> Result<(), Box<dyn Error + Send + Sync>> {
        let area = fig.area();
        area.fill(&WHITE)?;
        let mut chart = ChartBuilder::on(&area)
            .caption("Cosine wave", ("sans-serif", 20))
            .margin(12)
            .x_label_area_size(40)
            .y_label_area_size(50)
            .build_cartesian_2d(0.0..2.0 * TAU, -1.5..1.5)?;
        chart.configure_mesh().x_desc("x").y_desc("y").draw()?;
        self.chart = Some(chart.into_chart_state());
        Ok(())
    }

    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) -> Result<(), Box<dyn Error + Send + Sync>> {
        let area = frame.area();
        let chart = self.chart.clone().ok_or("setup keeps the chart")?;
        let x = linspace(0.0, 2.0 * TAU, 200);
        let points = x.into_iter().map(|x| (x, (x + phase).cos()));
        chart.restore(&area).draw_series(LineSeries::new(points, BLUE.stroke_width(2)))?;
        Ok(())
    }
}

fn main() -> panim::Result<()> {
    let video = Wave::render("plotters_wave.mp4").fps(30).sweep(0.0..TAU, 60).run()?;
    println!("{video}");
    Ok(())
}
