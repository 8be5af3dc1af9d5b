use super::*;

#[test]
fn every_day_follows_the_one_before() {
    let mut days = days_before(-401, 1, 1);
    for year in -401..=2401 {
        for month in 1..=12 {
            for day in 1..=days_in_month(year, month) {
                assert_eq!(days_before(year, month, day), days);
                assert_eq!(civil(days), (year, month, day));
                days += 1;
            }
        }
    }
    assert_eq!(days_before(1970, 1, 1), 0);
    assert_eq!(days_before(2000, 3, 1), 11_017);
}

#[test]
fn dates_are_read() {
    let day = date(2026, 11, 22).expect("a date");
    assert_eq!(day, 1_795_305_600.0);
    let cases = [
        ("2026-11-22", 0.0),
        ("2026-11-22T18:30", 66_600.0),
        ("2026-11-22 18:30:05.25", 66_605.25),
        ("2026-11-22T18:30:05.25Z", 66_605.25),
        ("2026-11-22 18:30+01:30", 61_200.0),
        ("2026-11-22 18:30:00-08:00", 95_400.0),
    ];
    for (text, after) in cases {
        assert_eq!(parse_date(text), Ok(day + after), "{text}");
    }
}

#[test]
fn what_is_no_date_is_said() {
    let said = |text: &str| parse_date(text).expect_err(text).to_string();
    assert!(said("2026-02-29").starts_with("date, `day`: 29 is not a day of 2026-02"));
    assert!(said("2026-13-01").starts_with("date, `month`: 13 is not a month"));
    let others = "2026|2026-11|2026-11-22-1|22.11.2026|-2026-11-22|2026-11-22T|2026-11-22 18|\
        2026-11-22 24:00|2026-11-22 18:60|2026-11-22 18:30:60|2026-11-22 18:30:1e1|\
        2026-11-22 18:30Q|2026-11-22 18:30:-5|2026-11-22 -1:30|9999999999-01-01|2026-11-+2|";
    for text in others.split('|') {
        assert!(said(text).contains("is not a date such as"), "{text}");
    }
}

#[test]
fn all_fields_are_written() {
    let time = parse_date("2024-02-29 13:05:09.000250").expect("a time");
    let fields = "%y %j %b %B %a %A %e %I %p %F %T %f %% %q %";
    let wanted = "24 060 Feb February Thu Thursday 29 01 PM 2024-02-29 13:05:09 000250 % %q %";
    assert_eq!(format_date(time, fields), wanted);
    assert_eq!(format_date(0.0, "%I %p"), "12 AM");
    assert_eq!(format_date(-0.5, "%F %T.%f"), "1969-12-31 23:59:59.500000");
    assert_eq!(format_date(59.999_999_9, "%T"), "00:01:00");
    for seconds in [f64::NAN, f64::INFINITY, -1e300] {
        assert_eq!(format_date(seconds, "%F"), "NaT");
    }
}
