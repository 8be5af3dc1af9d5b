//! Arrows that are areas along a curve, as matplotlib shapes them.

use super::style::{ArrowKind, ArrowStyle};
use vello_cpu::kurbo::{BezPath, ParamCurve, Point, QuadBez, Vec2};

/// The area of an arrow along a curve.
pub(super) fn area(style: ArrowStyle, curve: QuadBez, size: f64) -> BezPath {
    match style.kind {
        ArrowKind::Simple => simple(style, curve, size),
        ArrowKind::Fancy => fancy(style, curve, size),
        _ => {
            let [left, right] =
                tapered(curve, style.tail_width * size / 2.0, [1.0, style.shrink_factor, 0.0]);
            let mut path = BezPath::new();
            path.move_to(left.p0);
            path.quad_to(left.p1, left.p2);
            path.line_to(right.p2);
            path.quad_to(right.p1, right.p0);
            path.close_path();
            path
        }
    }
}

fn simple(style: ArrowStyle, curve: QuadBez, size: f64) -> BezPath {
    let length = style.head_length * size;
    let (tail, head) = match from_end(curve, length) {
        Some(t) => (Some(curve.subsegment(0.0..t)), curve.subsegment(t..1.0)),
        None => (None, straight_head(curve, length)),
    };
    let [left, right] = tapered(head, style.head_width * size / 2.0, [1.0, 0.5, 0.0]);
    let mut path = BezPath::new();
    if let Some(tail) = tail {
        let [tail_left, tail_right] = parallels(tail, style.tail_width * size / 2.0);
        path.move_to(tail_right.p0);
        path.quad_to(tail_right.p1, tail_right.p2);
        path.line_to(right.p0);
        around_head(&mut path, left, right);
        path.line_to(tail_left.p2);
        path.quad_to(tail_left.p1, tail_left.p0);
    } else {
        path.move_to(right.p0);
        around_head(&mut path, left, right);
    }
    path.close_path();
    path
}

/// How much of the head's length its tail reaches to.
const TAIL_END: f64 = 0.8;
/// How deep the notch where it begins is, by the tail's width.
const NOTCH: f64 = 0.3;

fn fancy(style: ArrowStyle, curve: QuadBez, size: f64) -> BezPath {
    let length = style.head_length * size;
    let (all, head) = match from_end(curve, length) {
        Some(t) => (curve, curve.subsegment(t..1.0)),
        None => {
            let line = straight_head(curve, length);
            (line, line)
        }
    };
    let tail_end = from_end(all, TAIL_END * length).unwrap_or(0.0);
    let tail = all.subsegment(0.0..tail_end);
    let width = style.tail_width * size;
    let [left, right] = tapered(head, style.head_width * size / 2.0, [1.0, 0.6, 0.0]);
    let [tail_left, tail_right] = tapered(tail, width / 2.0, [1.0, 0.6, 0.3]);
    let back = QuadBez::new(all.p2, all.p1, all.p0);
    let start = from_end(back, NOTCH * width).map_or(all.p0, |t| back.eval(t));
    let mut path = BezPath::new();
    path.move_to(start);
    path.line_to(tail_right.p0);
    path.quad_to(tail_right.p1, tail_right.p2);
    path.line_to(right.p0);
    around_head(&mut path, left, right);
    path.line_to(tail_left.p2);
    path.quad_to(tail_left.p1, tail_left.p0);
    path.close_path();
    path
}

/// From the right corner of a head over its tip to the left one.
fn around_head(path: &mut BezPath, left: QuadBez, right: QuadBez) {
    path.quad_to(right.p1, right.p2);
    path.quad_to(left.p1, left.p0);
}

/// Where a curve is so far from its end; `None` if all of it is nearer.
fn from_end(curve: QuadBez, distance: f64) -> Option<f64> {
    let is_near = |t: f64| curve.eval(t).distance(curve.p2) < distance;
    if is_near(0.0) || distance <= 0.0 {
        return None;
    }
    let (mut far, mut near) = (0.0, 1.0);
    for _ in 0..50 {
        let middle = f64::midpoint(far, near);
        if is_near(middle) { near = middle } else { far = middle }
    }
    Some(far)
}

/// A line of this length that arrives at the end as the curve does.
fn straight_head(curve: QuadBez, length: f64) -> QuadBez {
    let start = curve.p2 - direction(curve.p1, curve.p2) * length;
    QuadBez::new(start, start.midpoint(curve.p2), curve.p2)
}

fn direction(from: Point, to: Point) -> Vec2 {
    let way = to - from;
    if way == Vec2::ZERO { way } else { way.normalize() }
}

fn across(along: Vec2) -> Vec2 {
    Vec2::new(-along.y, along.x)
}

/// The curves on both sides of one, as far away as `width` times these at its start, its middle and its end.
fn tapered(curve: QuadBez, width: f64, [start, middle, end]: [f64; 3]) -> [QuadBez; 2] {
    let QuadBez { p0, p1, p2 } = curve;
    let (before, behind) = (p0.midpoint(p1), p1.midpoint(p2));
    let center = before.midpoint(behind);
    let side = |sign: f64| {
        let shift = |along: Vec2, by: f64| across(along) * (sign * width * by);
        let from = p0 + shift(direction(p0, p1), start);
        let through = center + shift(direction(before, behind), middle);
        let to = p2 + shift(direction(p1, p2), end);
        // the curve from there to there that is here in its middle
        let control = through.to_vec2() * 2.0 - from.to_vec2() * 0.5 - to.to_vec2() * 0.5;
        QuadBez::new(from, control.to_point(), to)
    };
    [side(1.0), side(-1.0)]
}

/// The curves on both sides of one, so far away.
fn parallels(curve: QuadBez, width: f64) -> [QuadBez; 2] {
    let QuadBez { p0, p1, p2 } = curve;
    let (start, end) = (direction(p0, p1), direction(p1, p2));
    let cross = start.cross(end);
    let side = |sign: f64| {
        let (from, to) = (p0 + across(start) * (sign * width), p2 + across(end) * (sign * width));
        let control = match cross.abs() < 1e-12 {
            true => from.midpoint(to),
            false => from + start * ((to - from).cross(end) / cross),
        };
        QuadBez::new(from, control, to)
    };
    [side(1.0), side(-1.0)]
}
