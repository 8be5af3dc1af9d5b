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
    assert_eq!(mornings()?, [panim::date(2026, 3, 3)?; 7]);
    fig.save_png("dates.png")?;
    Ok(())
}

/// The same morning, as each crate has it.
fn mornings() -> Result<[f64; 7], Box<dyn std::error::Error + Send + Sync>> {
    let system = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_772_496_000);
    let chrono_time: chrono::DateTime<chrono::Utc> = "2026-03-03T00:00:00Z".parse()?;
    let chrono_day: chrono::NaiveDate = "2026-03-03".parse()?;
    let timestamp: jiff::Timestamp = "2026-03-03T00:00:00Z".parse()?;
    let zoned = timestamp.to_zoned_datetime(jiff::tz::TimeZone::fixed(jiff::tz::offset(9)));
    let time_day = time::Date::from_calendar_date(2026, time::Month::March, 3)?;
    let offset_time = time_day.midnight().assume_utc();
    // ANCHOR: others
    use chrono::NaiveTime;
    use std::time::SystemTime;

    let mornings: [f64; 7] = [
        system.duration_since(SystemTime::UNIX_EPOCH)?.as_secs_f64(), // of std
        chrono_time.timestamp_millis() as f64 / 1e3,                  // chrono's `DateTime`
        chrono_day.and_time(NaiveTime::MIN).and_utc().timestamp() as f64, // chrono's `NaiveDate`
        timestamp.as_duration().as_secs_f64(),                        // jiff's `Timestamp`
        zoned.timestamp().as_duration().as_secs_f64(),                // jiff's `ZonedDateTime`
        offset_time.unix_timestamp_nanos() as f64 / 1e9,              // time's `OffsetDateTime`
        time_day.midnight().assume_utc().unix_timestamp() as f64,     // time's `Date`
    ];
    // ANCHOR_END: others
    Ok(mornings)
}
