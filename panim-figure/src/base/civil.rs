//! Points in time: from a date to seconds since 1970, and back.
//!
//! An axis counts seconds, as Unix does, so that minutes, hours and days are whole numbers and any
//! clock's time stamp can be plotted as it is. An `f64` holds them to a quarter of a microsecond.

#[cfg(test)]
mod tests;

use crate::{FigureError, Number, base::error::quoted};

pub(crate) const DAY: i64 = 86_400;

/// More seconds than this are no date: some 30 million years.
const FAR: f64 = 1e15;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] =
    ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];

/// The beginning of a day in seconds since 1970-01-01 UTC, to be plotted on an axis with
/// [`AxisScale::Date`](crate::AxisScale::Date).
///
/// Time stamps of other crates are plotted by their Unix seconds. Leap seconds are not counted.
///
/// # Errors
/// If there is no such day.
///
/// ```
/// # use panim_figure::date;
/// assert_eq!(date(1970, 1, 2)?, 86_400.0);
/// assert!(date(2026, 2, 29).is_err());
/// # Ok::<(), panim_figure::FigureError>(())
/// ```
pub fn date(year: i32, month: u32, day: u32) -> Result<f64, FigureError> {
    let wrong = |argument, message| Err(FigureError::new("date", argument, message));
    if !(1..=12).contains(&month) {
        return wrong("month", format!("{month} is not a month; there are 1 to 12"));
    }
    let days = days_in_month(year.into(), month);
    if !(1..=days).contains(&day) {
        let message = format!("{day} is not a day of {year}-{month:02}; there are 1 to {days}");
        return wrong("day", message);
    }
    Ok((days_before(year.into(), month, day) * DAY) as f64)
}

/// A date and a time of day as text, in seconds since 1970-01-01 UTC: `2026-11-22`,
/// `2026-11-22 18:30`, `2026-11-22T18:30:05.25Z` or `2026-11-22 18:30+01:00`. Without a `Z` or an
/// offset the time is taken to be UTC.
///
/// # Errors
/// If the text is not of these forms, or there is no such time.
///
/// ```
/// # use panim_figure::{date, parse_date};
/// assert_eq!(parse_date("2026-11-22 00:01")?, date(2026, 11, 22)? + 60.0);
/// # Ok::<(), panim_figure::FigureError>(())
/// ```
pub fn parse_date(text: &str) -> Result<f64, FigureError> {
    let wrong = || {
        let message = format!(
            "\"{}\" is not a date such as 2026-11-22 or 2026-11-22T18:30:05.25Z",
            quoted(text)
        );
        FigureError::new("parse_date", "text", message)
    };
    let (day, time) = match text.split_once(['T', ' ']) {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let mut parts = day.splitn(3, '-').map(|part| whole(part).ok_or_else(wrong));
    let mut next = || parts.next().unwrap_or_else(|| Err(wrong()));
    let (year, month, day) = (next()?, next()?, next()?);
    let midnight = date(i32::try_from(year).map_err(|_| wrong())?, month, day)?;
    let seconds = time.map_or(Some(0.0), |time| {
        let (time, offset) = split_offset(time)?;
        Some(clock(time)? - offset)
    });
    Ok(midnight + seconds.ok_or_else(wrong)?)
}

/// Digits alone, with no sign.
fn whole(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// The time of day, and how many seconds it is ahead of UTC.
fn split_offset(time: &str) -> Option<(&str, f64)> {
    if let Some(time) = time.strip_suffix('Z') {
        return Some((time, 0.0));
    }
    let Some(at) = time.find(['+', '-']) else { return Some((time, 0.0)) };
    let (time, offset) = time.split_at(at);
    let sign = if offset.starts_with('-') { -1.0 } else { 1.0 };
    Some((time, sign * clock(&offset[1..])?))
}

/// `18:30` or `18:30:05.25`, in seconds.
fn clock(time: &str) -> Option<f64> {
    let (hour, rest) = time.split_once(':')?;
    let (minute, second) = rest.split_once(':').unwrap_or((rest, "0"));
    let (hour, minute) = (whole(hour)?, whole(minute)?);
    let plain = second.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let second: f64 = plain.then(|| second.parse().ok()).flatten()?;
    let is_time = hour < 24 && minute < 60 && second < 60.0;
    is_time.then(|| f64::from(hour * 3600 + minute * 60) + second)
}

/// Writes a point in time, in seconds since 1970-01-01 UTC, as `format` says, for a title.
///
/// It knows C's `%Y %m %d %H %M %S`, `%f` microseconds, `%y` the year without its century, `%j` the
/// day of the year, `%b %B %a %A` names of month and weekday, `%e` the day without a leading zero,
/// `%I %p` the hour of twelve with AM or PM, `%F` `%Y-%m-%d`, `%T` `%H:%M:%S` and `%%`. Another
/// letter stays as it is. What is not a time, such as NaN, is written `NaT`.
///
/// ```
/// # use panim_figure::{date, format_date};
/// let now = date(2026, 11, 22)? + 3600.0;
/// assert_eq!(format_date(now, "%a %e %B %Y, %H:%M"), "Sun 22 November 2026, 01:00");
/// # Ok::<(), panim_figure::FigureError>(())
/// ```
#[doc(alias = "DateFormatter")]
pub fn format_date(seconds: impl Number, format: &str) -> String {
    Moment::new(seconds.value()).map_or_else(|| "NaT".to_owned(), |moment| moment.text(format))
}

/// A point in time, in the Gregorian calendar, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) year: i64,
    pub(crate) month: u32,
    pub(crate) day: u32,
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: u32,
    pub(crate) micro: u32,
}

impl Moment {
    /// From seconds since 1970, to the microsecond; `None` if that is no time.
    pub(crate) fn new(seconds: f64) -> Option<Self> {
        if seconds.is_nan() || seconds.abs() > FAR {
            return None;
        }
        let micro = ((seconds - seconds.floor()) * 1e6).round() as i64;
        let whole = seconds.floor() as i64 + micro / 1_000_000;
        let (year, month, day) = civil(whole.div_euclid(DAY));
        let second = whole.rem_euclid(DAY) as u32;
        Some(Self {
            year,
            month,
            day,
            hour: second / 3600,
            minute: second / 60 % 60,
            second: second % 60,
            micro: (micro % 1_000_000) as u32,
        })
    }

    pub(crate) fn text(&self, format: &str) -> String {
        let mut text = String::new();
        let mut letters = format.chars();
        while let Some(letter) = letters.next() {
            match (letter, letter == '%') {
                (_, true) => text += &letters.next().map_or("%".into(), |code| self.field(code)),
                (letter, _) => text.push(letter),
            }
        }
        text
    }

    fn field(&self, code: char) -> String {
        let month = MONTHS[self.month as usize - 1];
        let days = days_before(self.year, self.month, self.day);
        let weekday = WEEKDAYS[days.rem_euclid(7) as usize];
        match code {
            'Y' if self.year < 0 => format!("\u{2212}{}", -self.year),
            'Y' => self.year.to_string(),
            'y' => format!("{:02}", self.year.rem_euclid(100)),
            'm' => format!("{:02}", self.month),
            'd' => format!("{:02}", self.day),
            'e' => self.day.to_string(),
            'j' => format!("{:03}", days - days_before(self.year, 1, 1) + 1),
            'H' => format!("{:02}", self.hour),
            'I' => format!("{:02}", (self.hour + 11) % 12 + 1),
            'p' => if self.hour < 12 { "AM" } else { "PM" }.into(),
            'M' => format!("{:02}", self.minute),
            'S' => format!("{:02}", self.second),
            'f' => format!("{:06}", self.micro),
            'b' => month[..3].into(),
            'B' => month.into(),
            'a' => weekday[..3].into(),
            'A' => weekday.into(),
            'F' => self.text("%Y-%m-%d"),
            'T' => self.text("%H:%M:%S"),
            '%' => "%".into(),
            other => format!("%{other}"),
        }
    }
}

/// Days from 1970-01-01 to a date of the Gregorian calendar, in its 400-year rhythm with years that
/// begin in March (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
pub(crate) fn days_before(year: i64, month: u32, day: u32) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * i64::from((month + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The year, month and day so many days after 1970-01-01: [`days_before`] backwards.
fn civil(days: i64) -> (i64, u32, u32) {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = (from_march + 2) % 12 + 1;
    (year + era * 400 + i64::from(month <= 2), month as u32, day as u32)
}

pub(crate) fn days_in_month(year: i64, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
