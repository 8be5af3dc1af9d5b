//! Columns of a data frame, written to a Parquet file and read back.

use panim_figure::{Bars, Figure, Line, Scatter};

type Error = Box<dyn std::error::Error + Send + Sync>;

fn main() -> Result<(), Error> {
    write()?;
    let mut fig = Figure::new();
    let [gaps, counts, names, dates] = fig.subplots(2, 2).array();
    dates.set_xscale("date");

    // ANCHOR: polars
    use polars::prelude::*;
    use std::fs::File;

    let frame = ParquetReader::new(File::open("runs.parquet")?).finish()?;
    // `f64`: what is null is a gap
    let speed = frame.column("speed")?.f64()?;
    gaps.add(Line::new(0..frame.height(), speed.iter()));
    // any numbers
    let count = frame.column("count")?.cast(&DataType::Float64)?;
    counts.add(Scatter::new(speed.iter(), count.f64()?.iter()));
    // text, as categories
    names.add(Bars::new(frame.column("name")?.str()?.no_null_iter(), count.f64()?.iter()));
    // dates, of microseconds
    let at = frame.column("at")?.cast(&DataType::Int64)?;
    let seconds = at.i64()?.iter().map(|at| at.map(|at| at as f64 / 1e6));
    dates.add(Line::new(seconds, speed.iter()));
    // ANCHOR_END: polars

    let second = at.i64()?.iter().next().flatten().map(|at| at / 1_000_000);
    assert_eq!(second, Some(1_772_496_000));
    assert_eq!(speed.iter().collect::<Vec<_>>(), [Some(1.0), None, Some(2.5)]);
    fig.save_png("polars.png")?;
    Ok(())
}

fn write() -> Result<(), Error> {
    use polars::prelude::*;

    let day = 86_400_000_000_i64;
    let at = [0, day, 2 * day].map(|later| 1_772_496_000_000_000 + later);
    let at =
        Series::new("at".into(), at).cast(&DataType::Datetime(TimeUnit::Microseconds, None))?;
    let mut frame = df!(
        "speed" => [Some(1.0), None, Some(2.5)],
        "count" => [3_i32, 4, 5],
        "name" => ["a", "b", "c"],
    )?;
    frame.with_column(at.into())?;
    ParquetWriter::new(std::fs::File::create("runs.parquet")?).finish(&mut frame)?;
    Ok(())
}
