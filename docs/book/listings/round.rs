use panim::prelude::*;
use std::f64::consts::TAU;

fn main() -> panim::Result<()> {
    let mut fig = Figure::new();
    let ax = fig.set_size(480, 480).axes();
    ax.set_projection("polar").set_theta_zero(90).set_theta_clockwise(true);
    let angle = linspace(0, TAU, 361);
    for (lobes, name) in [(2, "dipole"), (4, "quadrupole")] {
        let gain = angle.iter().map(|a| (f64::from(lobes) * a / 2.0).cos().abs());
        ax.add(Line::new(&angle, gain).label(name));
    }
    ax.legend();
    fig.save_png("round.png")?;
    Ok(())
}
