//! A contact sheet: frames in rows, made smaller, each with its number and time.

use super::{CliError, args::SheetArgs, json::Event, obey::has_ending, print};
use crate::{
    Error, Fps, Result,
    caught::Quiet,
    crew::{Crew, FrameJob},
    erased::AnyRender,
    interrupt::Running,
    painter::{Painter, Scenes},
    params::{ParamSource, Rows},
    part::{Chosen, FrameAt, RangeEnd, Selection},
    video::counted,
};
use flume::{RecvTimeoutError, SendTimeoutError};
use panim_figure::{Figure, HAlign, Picture, Text};
use std::{thread, time::Duration};

/// How wide a picture is that was not told to be of any size.
const WIDTH: f64 = 320.0;

/// Between pictures, and beside them.
const GAP: u32 = 12;

/// Below each, for its number.
const CAPTION: u32 = 24;
const FONT: f64 = 10.0;

/// More than this nobody looks at, and few programs open.
const MOST_PIXELS: u64 = 1 << 28;

/// So often interrupts are looked for.
const TICK: Duration = Duration::from_millis(50);

pub(super) fn save(mut render: AnyRender<'_>, args: SheetArgs) -> Result<(), CliError> {
    let SheetArgs { columns, rows: most_rows, output, chosen, rate, look, workers, json } = args;
    let has_size = look.size.is_some() || look.dpi.is_some();
    let settings = &mut render.plan.settings;
    settings.check_figure()?;
    settings.take(rate, look, workers);
    let (fps, workers) = (settings.fps, settings.workers);
    has_ending(&output, &["png"])?;

    let rows = render.source.open(render.plan.names)?;
    let mut range = chosen.frames.unwrap_or_default();
    // Which frames are shown depends on how many there are.
    range.end.get_or_insert(RangeEnd { at: FrameAt::WHOLE, is_included: false });
    let mut rows =
        Selection { range, ..Selection::default() }.choose(rows, fps).map_err(CliError::of_part)?;
    let (all, first) = (rows.size_hint().0, rows.take_first());
    let start = rows.numbers().first;
    let cells = columns.get().saturating_mul(most_rows.get());
    let shown = evenly(all, cells);

    let mut settings = render.plan.settings.clone();
    settings.workers = workers;
    if !has_size {
        let scenes = Scenes::new(&*render.plan.animations, &settings).in_silence();
        let (width, _) = Painter::new(&scenes)?.size();
        let dpi = settings.dpi.unwrap_or(100.0);
        settings.dpi = Some(dpi * (WIDTH / f64::from(width)).min(1.0));
    }
    let scenes = Scenes::new(&*render.plan.animations, &settings);
    let crew = Crew { scenes: &scenes, first: first.as_ref() };
    let workers = settings.worker_count(Some(shown.len()));
    let wanted = SheetRows { rows, shown: &shown, start };
    let pictures = draw(&crew, workers, wanted)?;

    let sheet = compose(&pictures, columns.get(), fps)?;
    sheet.save_png(&output)?;
    let frames: Vec<_> = pictures.iter().map(|&(frame, _)| frame).collect();
    let (width, height) = (sheet.width(), sheet.height());
    let path = output.to_string_lossy();
    if json.json {
        Event::Sheet { path: &path, frames, width, height }.print();
    } else {
        let frames = counted(frames.len(), "frame");
        print(&format!("{path}: {frames} of {all}, {width}x{height}"));
    }
    Ok(())
}

/// So many places of `all` at most, from the first to the last.
fn evenly(all: usize, most: usize) -> Vec<usize> {
    if all <= most {
        return (0..all).collect();
    }
    match most {
        1 => vec![0],
        _ => (0..most).map(|i| (i * (all - 1) + (most - 1) / 2) / (most - 1)).collect(),
    }
}

struct SheetRows<'a, P, R> {
    rows: Chosen<P, R>,
    /// Places among the rows.
    shown: &'a [usize],
    start: usize,
}

/// The frames' pictures with their numbers, in order; or why the earliest that fails does.
fn draw<P: Send, R: Rows<P>>(
    crew: &Crew<'_, P>,
    workers: usize,
    wanted: SheetRows<'_, P, R>,
) -> Result<Vec<(usize, Picture)>> {
    let SheetRows { rows, shown, start } = wanted;
    let running = Running::begin();
    let (jobs, taken) = flume::bounded(2 * workers);
    let (reply, replies) = flume::unbounded();
    let mut pictures = Vec::new();
    let mut failed: Option<(usize, Error)> = None;
    thread::scope(|scope| -> Result<()> {
        // When these are dropped everybody leaves.
        let (jobs, reply) = (jobs, reply);
        crew.start(scope, workers, &taken)?;
        drop(taken);
        let mut hear = |(frame, drawn): (usize, Result<Picture>)| match drawn {
            Ok(picture) => pictures.push((frame, picture)),
            Err(error) if failed.as_ref().is_none_or(|(before, _)| frame < *before) => {
                failed = Some((frame, error));
            }
            Err(_) => {}
        };
        let mut shown = shown.iter();
        let mut next = shown.next();
        let (mut heard, mut is_failed) = (0, false);
        let mut rows = Quiet::new(rows);
        for (place, row) in rows.by_ref().enumerate() {
            running.check(|| heard)?;
            let row = match row {
                Ok(row) => Quiet::new(row),
                Err(error) => {
                    hear((start + place, Err(error)));
                    break;
                }
            };
            if next != Some(&place) {
                continue;
            }
            next = shown.next();
            let mut job = FrameJob { frame: start + place, row, reply: reply.clone() };
            while let Err(SendTimeoutError::Timeout(back)) = jobs.send_timeout(job, TICK) {
                job = back;
                running.check(|| heard)?;
            }
            for it in replies.drain() {
                heard += 1;
                is_failed |= it.1.is_err();
                hear(it);
            }
            if next.is_none() || is_failed {
                break;
            }
        }
        drop((jobs, reply));
        loop {
            match replies.recv_timeout(TICK) {
                Ok(it) => hear(it),
                Err(RecvTimeoutError::Timeout) => running.check(|| heard)?,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    })?;
    if let Some((_, error)) = failed {
        return Err(error);
    }
    pictures.sort_by_key(|&(frame, _)| frame);
    Ok(pictures)
}

/// Puts the pictures beside each other and below.
fn compose(pictures: &[(usize, Picture)], columns: usize, fps: Fps) -> Result<Picture> {
    let Some((_, picture)) = pictures.first() else { return Err(Error::NoFrames) };
    let (width, height) = (picture.width(), picture.height());
    let columns = columns.min(pictures.len());
    let rows = pictures.len().div_ceil(columns);
    let side = |count: usize, each: u32| -> u64 {
        u64::from(GAP).saturating_add((count as u64).saturating_mul(u64::from(each + GAP)))
    };
    let (all_width, all_height) = (side(columns, width), side(rows, height + CAPTION));
    let (Ok(sheet_width), Ok(sheet_height)) = (u32::try_from(all_width), u32::try_from(all_height))
    else {
        return Err(too_large(all_width, all_height));
    };
    if all_width * all_height > MOST_PIXELS {
        return Err(too_large(all_width, all_height));
    }

    let place = |i: usize| {
        let x = GAP + (i % columns) as u32 * (width + GAP);
        let y = GAP + (i / columns) as u32 * (height + CAPTION + GAP);
        (x, y)
    };
    let mut paper = Figure::new();
    paper.set_size(sheet_width, sheet_height).set_facecolor("0.85");
    let mut grid = paper.subplots(1, 1);
    grid.margins(0, 0, 0, 0);
    let axes = &mut grid[0];
    axes.set_axis_off(true).set_xlim(0, sheet_width).set_ylim(sheet_height, 0);
    for (i, &(frame, _)) in pictures.iter().enumerate() {
        let (x, y) = place(i);
        let caption = format!("{frame}   {:.2} s", fps.time_of(frame));
        let (x, y) = (f64::from(x + width / 2), f64::from(y + height + CAPTION * 2 / 3));
        axes.add(Text::new((x, y), caption).halign(HAlign::Center).size(FONT));
    }
    let paper = panim_figure::Renderer::new(paper)?.picture()?;
    let mut pixels = paper.rgba().to_vec();
    for (i, (_, picture)) in pictures.iter().enumerate() {
        let (x, y) = place(i);
        let rows = picture.rgba().chunks_exact(4 * width as usize);
        for (line, row) in (y as usize..).zip(rows) {
            let at = 4 * (line * sheet_width as usize + x as usize);
            pixels[at..at + row.len()].copy_from_slice(row);
        }
    }
    Ok(Picture::new(sheet_width, sheet_height, pixels))
}

fn too_large(width: u64, height: u64) -> Error {
    let message = format!(
        "the sheet would have {width}x{height} pixels; allowed: {MOST_PIXELS} in all; `--columns`, \
         `--rows` and `--dpi` make it smaller"
    );
    Error::argument("sheet", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_spread_evenly_from_the_first_to_the_last() {
        assert_eq!(evenly(3, 24), [0, 1, 2]);
        assert_eq!(evenly(60, 1), [0]);
        assert_eq!(evenly(60, 2), [0, 59]);
        assert_eq!(evenly(61, 7), [0, 10, 20, 30, 40, 50, 60]);
        let many = evenly(1000, 24);
        assert_eq!((many.len(), many[0], many[23]), (24, 0, 999));
        assert!(many.windows(2).all(|pair| (43..=44).contains(&(pair[1] - pair[0]))), "{many:?}");
    }
}
