use panim::prelude::*;
use std::time::Duration;

fn main() -> panim::Result<()> {
    let mut fig = Figure::new();
    fig.set_size(800, 300).tight_layout();
    let [left, right] = fig.subplots(1, 2).array();

    // ANCHOR: gaps
    let measured = [Some(1.0), Some(2.5), None, Some(2.0), Some(3.5)];
    left.add(Line::new(0..5, measured).marker("o")); // `None` is a gap, as NaN is
    left.add(Line::from_points([(0, 3.0), (2, 1.5), (4, 1.0)])); // tuples
    left.add(Stairs::new([true, true, false, true]).open(true).label("on")); // true is 1
    // ANCHOR_END: gaps

    // ANCHOR: durations
    let laps = [Duration::from_millis(812), Duration::from_millis(790), Duration::from_secs(1)];
    right.add(Bars::new(["first", "second", "third"], laps.iter().map(Duration::as_secs_f64)));
    right.set_ylabel("time (s)");
    // ANCHOR_END: durations
    fig.save_png("values.png")?;
    Ok(())
}
