//! Dates, colours, numbers and movements as text and back.

use crate::{chance::Chance, children::Step};
use panim::{
    Color, Format, date, format_date, kde, linspace,
    motion::{Ease, keyframes, playback},
    parse_date,
};

/// Values of a seed.
pub fn check(seed: u64, step: Step<'_>) -> Result<(), String> {
    let mut chance = Chance::of(seed);
    for _ in 0..40 {
        step("dates");
        dates(&mut chance)?;
        step("colours");
        colors(&mut chance)?;
        step("formats");
        formats(&mut chance)?;
        step("motion");
        motion(&mut chance)?;
    }
    Ok(())
}

/// Checks that an error names one of these and is short.
fn told(error: &impl ToString, names: &[&str], given: &str) -> Result<(), String> {
    let error = error.to_string();
    let is_named = names.iter().any(|name| error.contains(name));
    if is_named && error.len() < 600 { Ok(()) } else { Err(format!("{error}, of {given:?}")) }
}

fn dates(chance: &mut Chance) -> Result<(), String> {
    // an f64 holds microseconds of these
    let seconds = (chance.between(-2e9, 4e9) * 1e3).round() / 1e3;
    let text = format_date(seconds, "%Y-%m-%dT%H:%M:%S.%f");
    let back = parse_date(&text).map_err(|error| format!("{error}, of {seconds}"))?;
    if (back - seconds).abs() > 1e-6 {
        return Err(format!("{seconds} is written {text:?} and read {back}"));
    }
    let offset = *chance.pick(&["Z", "+01:00", "-23:59", "+00:00"]);
    let day = chance.between(-6e10, 2e11).floor();
    let text = format_date(day, "%F %H:%M") + offset;
    let plain = parse_date(&text[..text.len() - offset.len()]);
    if plain.is_ok() != parse_date(&text).is_ok() {
        return Err(format!("{text:?} with and without its offset"));
    }

    let mut bytes = text.into_bytes();
    chance.spoil(&mut bytes, 3);
    let spoilt = String::from_utf8_lossy(&bytes).into_owned();
    for text in [spoilt, chance.text(), chance.letters(30), "9".repeat(chance.below(0, 3000))] {
        match parse_date(&text) {
            Ok(seconds) if seconds.is_finite() => {}
            Ok(seconds) => return Err(format!("{text:?} is {seconds}")),
            Err(error) => told(&error, &["`text`", "`month`", "`day`", "`year`"], &text)?,
        }
    }
    let (year, month, day) = (chance.bits() as i32, chance.below(0, 15), chance.below(0, 34));
    if let Err(error) = date(year, month as u32, day as u32) {
        told(&error, &["`month`", "`day`", "`year`"], &format!("{year}-{month}-{day}"))?;
    }
    let format = chance.letters(12).replace('x', "%") + "%Y%m%d%j%I%p%f%y%b%A%";
    let written = format_date(f64::from_bits(chance.bits()), &format);
    if written.len() > 40 * format.len() {
        return Err(format!("{format:?} gives {written:?}"));
    }
    Ok(())
}

fn colors(chance: &mut Chance) -> Result<(), String> {
    let rgba = [(); 4].map(|()| chance.byte());
    let hex: String = rgba.iter().map(|byte| format!("{byte:02x}")).collect();
    let color: Color = format!("#{hex}").parse().map_err(|error| format!("{error}"))?;
    if color.to_rgba8() != rgba {
        return Err(format!("#{hex} is {color:?}"));
    }
    let [r, g, b, _] = rgba;
    let function = format!("rgb({r} {g} {b} / {})", chance.number());
    let mut bytes = function.clone().into_bytes();
    chance.spoil(&mut bytes, 3);
    let spoilt = String::from_utf8_lossy(&bytes).into_owned();
    let long = chance.color().repeat(chance.below(1, 2000));
    let texts = [function, spoilt, chance.text(), chance.letters(20), chance.color(), long];
    for text in texts {
        if let Err(error) = text.parse::<Color>() {
            told(&error, &["color"], &text)?;
        }
    }
    Ok(())
}

fn formats(chance: &mut Chance) -> Result<(), String> {
    let value = if chance.flag() { f64::from_bits(chance.bits()) } else { chance.number() };
    let read = |text: &str| text.replace('−', "-").replace('%', "").parse::<f64>();
    let digits = chance.below(0, 20);
    for (format, off) in [
        (Format::general(), 1e-5 * value.abs()),
        (Format::digits(digits), 10_f64.powi(-(digits as i32))),
    ] {
        let text = format.text(value);
        let back = read(&text).map_err(|_| format!("{value:?} is written {text:?}"))?;
        let is_near = (back - value).abs() <= off || back == value || back.is_nan();
        if !is_near || back.is_nan() != value.is_nan() {
            return Err(format!("{value:?} is written {text:?}"));
        }
    }
    let percent = Format::percent(digits).suffix(chance.text()).text(value);
    if percent.len() > 700 {
        return Err(format!("{value:?} is written {percent:?}"));
    }
    Ok(())
}

fn motion(chance: &mut Chance) -> Result<(), String> {
    let times = chance.edges();
    let keys: Vec<_> = times.iter().map(|&time| (time, chance.number())).collect();
    let fps = chance.number();
    match keyframes(keys.clone()) {
        Ok(frames) => {
            let frames = frames.ease(*chance.pick(&[Ease::CubicInOut, Ease::BounceOut]));
            let ends = keys.iter().map(|key| key.1.abs()).fold(0.0, f64::max);
            let value = frames.at(chance.number());
            if !(value.abs() <= 2.0 * ends + 1.0 || ends > 1e300) {
                return Err(format!("{value} between {keys:?}"));
            }
            match frames.frames(fps) {
                Ok(values) => drop(values.take(100).collect::<Vec<_>>()),
                Err(error) => told(&error, &["`fps`"], &fps.to_string())?,
            }
        }
        Err(error) => told(&error, &["`keys`"], &format!("{keys:?}"))?,
    }
    let rates = [fps, chance.number(), chance.number()];
    match playback(rates[0], rates[1], rates[2], chance.length) {
        Ok(frames) => {
            let length = chance.length;
            if let Some(frame) = frames.take(1000).find(|&frame| frame >= length) {
                return Err(format!("frame {frame} of {length}, {rates:?}"));
            }
        }
        Err(error) => {
            told(&error, &["`data_fps`", "`speed`", "`video_fps`"], &format!("{rates:?}"))?;
        }
    }
    let (samples, at) = (chance.column(), chance.column());
    if kde(&samples, &at).len() != at.len() {
        return Err(format!("kde of {samples:?} at {at:?}"));
    }
    let count = chance.below(0, 50);
    if linspace(chance.number(), chance.number(), count).len() != count {
        return Err(format!("linspace of {count}"));
    }
    Ok(())
}
