use panim::prelude::*;
use panim::{Label, Legend};

fn main() -> panim::Result<()> {
    let x = linspace(0.5, 9.5, 19);
    let model = |x: f64| 3.0 * (-x / 4.0).exp();
    let noise = |i: usize| 0.25 * (7.3 * i as f64).sin();
    let y = x.iter().enumerate().map(|(i, x)| model(*x) + noise(i));

    let mut fig = Figure::new();
    let ax = fig.axes();
    ax.set_xlabel("depth (m)").set_ylabel("light (W/m²)");
    ax.set_title(Label::new("Light under water").weight("bold"));
    let fine = linspace(0, 10, 200);
    let curve = || fine.iter().map(|x| model(*x));
    ax.add(
        FillBetween::new(&fine, curve().map(|y| y - 0.25), curve().map(|y| y + 0.25)).alpha(0.2),
    );
    ax.add(Line::new(&fine, curve()).label("$I_0 e^{-x/4}$"));
    ax.add(ErrorBars::new(&x, y.clone(), 0.25).color("k").cap_size(3));
    ax.add(Scatter::new(&x, y).color("k").size(20).label("measured"));
    ax.add(Annotation::new("half of it", (2.77, 1.5)).xytext((5, 2.2)).arrow("->"));
    ax.add(VLine::new(2.77).style(":").color("0.5"));
    ax.set_xlim(0, 10).set_ylim(0, 3.5).set_legend(Legend::new().loc("upper right"));
    fig.save_png("fit.png")?;
    Ok(())
}
