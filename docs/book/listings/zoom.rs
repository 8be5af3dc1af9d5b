use panim::prelude::*;

fn main() -> panim::Result<()> {
    let x = linspace(0, 10, 4000);
    let y: Vec<f64> = x.iter().map(|x| x.sin() + 0.02 * (80.0 * x).sin()).collect();
    let mut fig = Figure::new();
    let ax = fig.axes();
    ax.set_ylim(-1.2, 2.4).set_xlabel("time (s)");
    ax.add(Line::new(&x, &y));
    let all = ax.handle();

    let inset = fig.inset(all, [0.45, 0.6, 0.5, 0.35]);
    inset.set_xlim(1.3, 1.9).set_ylim(0.94, 1.03);
    inset.add(Line::new(&x, &y));
    let inset = inset.handle();
    fig[all].indicate_inset_zoom(inset);

    let power = fig.twin_x(all);
    power.set_ylabel("power (W)").set_ylim(0, 20);
    power.add(Line::new(&x, y.iter().map(|y| 4.0 * y * y)).color("C1").alpha(0.5));
    fig.save_png("zoom.png")?;
    Ok(())
}
