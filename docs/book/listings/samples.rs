use panim::kde;
use panim::prelude::*;

fn main() -> panim::Result<()> {
    // a normal distribution's quantiles, nearly
    let group = |mean: f64, width: f64| -> Vec<f64> {
        let p = linspace(0.005, 0.995, 199);
        p.iter().map(|p| mean + width * (p / (1.0 - p)).ln() / 1.7).collect()
    };
    let groups = [group(4.0, 1.0), group(5.5, 0.6), group(5.0, 1.6)];

    let mut fig = Figure::new();
    fig.set_size(800, 600).tight_layout();
    let [a, b, c, d] = fig.subplots(2, 2).array();
    let all: Vec<f64> = groups.concat();
    a.add(Histogram::new(&all).bins(40).density(true).color("0.8").label("histogram"));
    let x = linspace(0, 12, 300);
    a.add(Line::new(&x, kde(&all, &x)).color("C3").label("density"));
    a.legend();
    for (group, name) in groups.iter().zip(["A", "B", "C"]) {
        b.add(Ecdf::new(group).label(name));
    }
    b.legend();
    c.add(BoxPlot::new(&groups).tick_labels(["A", "B", "C"]).notch(true));
    d.add(Violin::new(&groups).tick_labels(["A", "B", "C"]).show_medians(true));
    fig.save_png("samples.png")?;
    Ok(())
}
