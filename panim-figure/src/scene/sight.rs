//! Shapes as far as they can be seen: none reaches the raster with coordinates far outside of the
//! picture, so that what a form costs is a matter of the picture's size.

use super::{
    clip,
    shape::{Geometry, reach},
};
use std::f64::consts::FRAC_PI_2;
use vello_cpu::{
    kurbo::{BezPath, Circle, Join, Point, Rect, Shape as _, Stroke, flatten},
    peniko::Fill,
};

/// Nearer to the picture than this, in pixels, nothing is cut off: the raster has numbers enough for
/// it.
const SPARE: f64 = 4096.0;

/// Straight pieces of a dashed line, at least, before it is drawn unbroken. More of them than a
/// quarter of the picture's pixels cannot be told apart.
pub(crate) const LEAST_DASHES: usize = 50_000;

/// How exactly a large circle is round, in pixels.
const ROUND: f64 = 0.01;

/// The same by its radius.
const LEAST_ROUND: f64 = 1e-11;

/// What of a form can be seen, and the box around that; `None` if there is nothing.
pub(super) fn seen(form: Geometry, picture: Rect) -> Option<(Geometry, Rect)> {
    let room = picture.inflate(SPARE, SPARE);
    match form {
        Geometry::Rect(rect) => {
            let rect = if is_within(rect, room) {
                rect
            } else {
                Some(rect).filter(Rect::is_finite)?.intersect(room)
            };
            Some((Geometry::Rect(rect), rect))
        }
        Geometry::Frame(rect, width) => {
            let around = rect.inflate(width / 2.0, width / 2.0);
            if is_within(around, room) {
                return Some((Geometry::Frame(rect, width), around));
            }
            let stroke = Stroke::new(width).with_join(Join::Miter);
            outline(rect.to_path(ROUND), stroke, picture)
        }
        Geometry::Disc(center, radius) => {
            let around = around(center, radius);
            if is_within(around, room) {
                return Some((Geometry::Disc(center, radius), around));
            }
            let disc = flat(&clip::area(&circle(center, radius)?, room));
            path(disc, Fill::NonZero, room)
        }
        Geometry::Ring(center, radius, width) => {
            let around = around(center, radius + width / 2.0);
            if is_within(around, room) {
                return Some((Geometry::Ring(center, radius, width), around));
            }
            if width / 2.0 >= radius {
                return seen(Geometry::Disc(center, radius + width / 2.0), picture);
            }
            let beyond = SPARE + width / 2.0;
            let edge = clip::line(&circle(center, radius)?, picture.inflate(beyond, beyond));
            outline(flat(&edge), Stroke::new(width), picture)
        }
        Geometry::Path(shape, rule) => path(shape, rule, room),
        // dashes that were cut already have none of their own
        Geometry::Outline(line, stroke) | Geometry::Dashes(line, stroke) => {
            outline(line, stroke, picture)
        }
    }
}

/// What of an area can be seen.
pub(crate) fn seen_area(path: BezPath, picture: Rect) -> BezPath {
    let room = picture.inflate(SPARE, SPARE);
    let is_near = path.is_empty() || clip::control_box(&path).is_some_and(|b| is_within(b, room));
    if is_near { path } else { clip::area(&path, room) }
}

fn path(path: BezPath, rule: Fill, room: Rect) -> Option<(Geometry, Rect)> {
    if let Some(around) = clip::control_box(&path)
        && is_within(around, room)
    {
        return Some((Geometry::Path(path, rule), around));
    }
    let cut = clip::area(&path, room);
    let around = clip::control_box(&cut)?;
    Some((Geometry::Path(cut, rule), around))
}

fn outline(line: BezPath, mut stroke: Stroke, picture: Rect) -> Option<(Geometry, Rect)> {
    let reach = reach(&stroke);
    if !reach.is_finite() {
        return None;
    }
    let room = picture.inflate(SPARE + reach, SPARE + reach);
    let is_near = clip::control_box(&line).is_some_and(|around| is_within(around, room));
    let most = LEAST_DASHES.max((picture.area() / 4.0) as usize);
    let is_dashed = !stroke.dash_pattern.is_empty();
    let form = if is_near && !(is_dashed && length(&line) > most as f64 * gap(&stroke)) {
        Geometry::Outline(line, stroke)
    } else {
        let seen = picture.inflate(reach + 1.0, reach + 1.0);
        let dashes = is_dashed.then(|| clip::dashes(&line, &stroke, seen, most)).flatten();
        stroke.dash_pattern.clear();
        match dashes {
            Some(dashes) => Geometry::Dashes(dashes, stroke),
            None => Geometry::Outline(clip::line(&line, room), stroke),
        }
    };
    let (Geometry::Outline(line, _) | Geometry::Dashes(line, _)) = &form else { return None };
    let around = clip::control_box(line)?.inflate(reach, reach);
    Some((form, around))
}

/// From the start of one dash to that of the next, on average.
fn gap(stroke: &Stroke) -> f64 {
    let pattern = &stroke.dash_pattern;
    2.0 * pattern.iter().sum::<f64>() / pattern.len() as f64
}

/// No shorter than the line.
fn length(line: &BezPath) -> f64 {
    line.segments()
        .map(|segment| {
            let bounds = segment.bounding_box();
            FRAC_PI_2 * (bounds.width() + bounds.height())
        })
        .sum()
}

fn circle(center: Point, radius: f64) -> Option<BezPath> {
    let circle = Circle::new(center, radius);
    // a huge one that is as round as that would have curves without number
    circle.is_finite().then(|| circle.to_path(ROUND.max(LEAST_ROUND * radius)))
}

/// In straight pieces: the raster's own are coarser.
fn flat(path: &BezPath) -> BezPath {
    let mut flat = BezPath::new();
    flatten(path, ROUND, |element| flat.push(element));
    flat
}

fn around(center: Point, radius: f64) -> Rect {
    Rect::from_center_size(center, (0.0, 0.0)).inflate(radius, radius)
}

/// Whether all of a box is in the room; not if a number is none.
fn is_within(rect: Rect, room: Rect) -> bool {
    let Rect { x0, y0, x1, y1 } = rect;
    room.x0 <= x0 && room.y0 <= y0 && x1 <= room.x1 && y1 <= room.y1
        // either way around
        && room.x0 <= x1 && room.y0 <= y1 && x0 <= room.x1 && y0 <= room.y1
}
