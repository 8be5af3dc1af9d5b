use panim::prelude::*;

fn main() -> panim::Result<()> {
    let mut fig = Figure::new();
    fig.set_size(640, 300);
    // ANCHOR: dates
    let ax = fig.axes();
    ax.set_xscale("date").set_ylabel("level (m)");
    // texts are dates on such an axis
    ax.add(
        Line::new(["2026-03-01", "2026-03-02 12:00", "2026-03-05"], [2.1, 2.9, 2.4]).marker("o"),
    );
    // numbers are seconds since the beginning of 1970, UTC
    let begin = panim::date(2026, 3, 1)?;
    let hours = linspace(0, 96, 97);
    let tide = hours.iter().map(|h| 2.5 + 0.3 * (h / 1.98).sin());
    ax.add(Line::new(hours.iter().map(|h| begin + 3600.0 * h), tide));
    // ANCHOR_END: dates
    fig.save_png("dates.png")?;
    Ok(())
}
