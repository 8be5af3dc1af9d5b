//! Every way to draw a scene gives the same video, or the same error.

use crate::{
    chance::Chance,
    children::Step,
    scene::{Drawn, Plan},
};
use panim::{Error, FigureError, Result, Video};
use std::{collections::BTreeSet, fs, path::Path};

/// Draws the figure of a seed in every way there is, and says what is wrong.
pub fn check(seed: u64, step: Step<'_>) -> Result<(), String> {
    let plan = Plan::of(seed);
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let path = |ending| folder.path().join("video").with_extension(ending);
    let mut path = path(["mp4", "mp4", "gif", "png"][seed as usize % 4]);
    step("one worker");
    let mut one = plan.render(&path).workers(1).run();
    if let Err(error @ Error::Argument { .. }) = &one
        && error.to_string().contains("background is transparent")
    {
        path.set_extension("gif");
        one = plan.render(&path).workers(1).run();
    }
    let one = outcome(one, &path)?;
    let render = || plan.render(&path);
    let ways = [
        ("two workers", render().workers(2)),
        ("five workers", render().workers(5)),
        ("reuse(false)", render().workers(2).reuse(false)),
        ("cache_background(false)", render().workers(1).cache_background(false)),
    ];
    for (way, render) in ways {
        step(way);
        let other = outcome(render.run(), &path)?;
        if other != one {
            return Err(format!("{way}: {}, with one worker: {}", told(&other), told(&one)));
        }
    }

    step("frame by frame");
    let Drawn { frames, called } = plan.draw(false);
    let expected = match &frames {
        Err(error) => Some((format!("setup failed: {error}"), error)),
        Ok(frames) => frames.iter().enumerate().find_map(|(i, frame)| {
            frame.as_ref().err().map(|error| (format!("frame {i} failed: {error}"), error))
        }),
    };
    match (&one, &expected) {
        (Ok(_), None) => {}
        (Err(error), Some((expected, _))) if error == expected => {}
        (_, expected) => {
            let expected = expected.as_ref().map_or("frames", |(text, _)| text);
            return Err(format!("frame by frame: {expected}, as a video: {}", told(&one)));
        }
    }
    if let Some((_, error)) = &expected {
        named(error, &called)?;
    }

    step("stills");
    let Ok(frames) = frames else { return Ok(()) };
    let i = Chance::of(seed).below(0, frames.len());
    let stills = [
        ("still", render().still(i)),
        ("still of a figure anew", render().reuse(false).cache_background(false).still(i)),
    ];
    for (way, still) in stills {
        match (still, &frames[i]) {
            (Ok(still), Ok(frame)) if still == *frame => {}
            (Err(error), Err(expected))
                if error.to_string() == format!("frame {i} failed: {expected}") => {}
            (still, frame) => {
                let words =
                    |error: Option<String>| error.unwrap_or_else(|| "another picture".into());
                let (still, frame) = (still.err().map(|e| e.to_string()), frame.as_ref().err());
                let frame = frame.map(ToString::to_string);
                return Err(format!("{way}({i}): {}, drawn: {}", words(still), words(frame)));
            }
        }
    }
    Ok(())
}

/// Prints what the figure of a seed calls.
pub fn tell(seed: u64, _: Step<'_>) -> Result<(), String> {
    Plan::of(seed).draw(true);
    Ok(())
}

/// The bytes of a file or the error there is instead of it. What no figure may end with is an error
/// of its own.
fn outcome(ended: Result<Video>, path: &Path) -> Result<Result<Vec<u8>, String>, String> {
    match ended {
        Ok(_) => {
            let bytes = fs::read(path).map_err(|error| error.to_string())?;
            fs::remove_file(path).map_err(|error| error.to_string())?;
            Ok(Ok(bytes))
        }
        Err(_) if path.exists() => Err("an error, and a file all the same".into()),
        Err(error @ (Error::Setup { .. } | Error::Frame { .. })) => Ok(Err(error.to_string())),
        Err(error) => Err(error.to_string()),
    }
}

fn told(outcome: &Result<Vec<u8>, String>) -> String {
    match outcome {
        Ok(bytes) => format!("{} bytes", bytes.len()),
        Err(error) => format!("{error:?}"),
    }
}

/// Arguments of what makes artists, which have no setter of their name.
const MADE_OF: &[&str] = &[
    "x", "y", "z", "u", "v", "xy", "height", "lower", "upper", "errors", "values", "rows", "cells",
    "groups", "samples", "text", "loc", "path", "center", "radius", "width", "theta1", "theta2",
    "polygons", "xranges", "yrange", "xy1", "xy2", "bytes", "from", "to", "ends", "length",
    "extent", "inset",
];

/// Checks that an error is about something that was said.
fn named(error: &FigureError, called: &BTreeSet<&str>) -> Result<(), String> {
    let argument = error.argument();
    let said = |name: &str| called.contains(name) || MADE_OF.contains(&name);
    // one of several is told as if it had been said alone, and a range as its two ends
    let also =
        [format!("set_{argument}"), format!("set_{argument}s"), argument.replace("lim", "range")];
    // a contour that was put into space is refused by flat axes
    let is_in_space = argument == "set_projection" && (said("set_zdir") || said("set_offset"));
    let is_said = is_in_space
        || said(argument)
        || also.iter().any(|name| said(name))
        || is_built(error.part());
    let text = error.to_string();
    if is_said && text.contains(&format!("`{argument}`")) && text.len() < 600 {
        return Ok(());
    }
    Err(format!("an error that names no argument of the figure's: {text}"))
}

/// Whether a part's arguments have no setters: they are fields, or said while it is built.
fn is_built(part: &str) -> bool {
    matches!(
        part,
        "Style" | "Colorbar" | "Legend" | "Grid" | "TextBox" | "Label" | "TickParams" | "Spine"
    )
}
