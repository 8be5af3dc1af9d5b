use panim::prelude::*;

fn main() -> panim::Result<()> {
    let t = linspace(0, 8, 400);
    let mut fig = Figure::new();
    let ax = fig.axes();
    ax.set_xlabel("time (s)").set_ylabel("height (cm)").set_title("A weight on a spring");
    ax.add(Line::new(&t, t.iter().map(|t| (-0.3 * t).exp() * (4.0 * t).cos())));
    fig.save_png("still_figure.png")?;
    Ok(())
}
