//! Lines whose width and colour change along them, as filled ribbons.

use std::f64::consts::TAU;
use vello_cpu::kurbo::{BezPath, Point, Vec2};

/// A point of a line, in pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bead {
    pub(crate) at: Point,
    /// Half the line's width there.
    pub(crate) half: f64,
}

/// How far a piece reaches under the next one, in pixels: two that only met would show the
/// background between them. It is as much wider than the line, whose edges are cut out later.
const OVERLAP: f64 = 1.0;

/// Straight pieces of round corners turn by so much.
const ROUND: f64 = 0.4;

/// A whole line.
pub(crate) fn ribbon(beads: &[Bead]) -> BezPath {
    let mut shape = BezPath::new();
    add(&mut shape, beads, &normals(beads));
    shape
}

/// Adds a line in pieces, each to the shape of its colour; `colors` has one for each stretch
/// between two beads, `None` for a gap. Shapes are to be filled from the first to the last, as
/// where two colours meet the lower one reaches under the higher; and what is then seen is to be
/// cut to the line's [`ribbon`].
pub(crate) fn add_colored(shapes: &mut [BezPath], beads: &[Bead], colors: &[Option<usize>]) {
    let normals = normals(beads);
    let mut start = 0;
    for run in colors.chunk_by(|a, b| a == b) {
        let end = start + run.len();
        if let Some(color) = run[0] {
            let is_under = |other: Option<&Option<usize>>| other.is_some_and(|c| *c > Some(color));
            let far = |a: usize, b: usize| beads[a].at.distance(beads[b].at) >= OVERLAP;
            let (mut from, mut to) = (start, end);
            while is_under(colors.get(to)) && (to == end || !far(end, to)) {
                to += 1;
            }
            while from > 0 && is_under(colors.get(from - 1)) && (from == start || !far(start, from))
            {
                from -= 1;
            }
            let wider = |bead: &Bead| Bead { half: bead.half + OVERLAP, ..*bead };
            let beads: Vec<Bead> = beads[from..=to].iter().map(wider).collect();
            add(&mut shapes[color], &beads, &normals[from..=to]);
        }
        start = end;
    }
}

/// What is this fraction of the way along a line: after which of its points, and which part of the way to the next.
pub(crate) fn along(line: &[Point], fraction: f64) -> Option<(usize, f64)> {
    let steps = line.windows(2).map(|pair| pair[0].distance(pair[1]));
    let wanted = steps.clone().sum::<f64>() * fraction;
    let mut length = 0.0;
    let (before, step) = steps.enumerate().find(|(_, step)| {
        length += step;
        length >= wanted && *step > 0.0
    })?;
    let part = 1.0 - (length - wanted) / step;
    Some((before, if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.5 }))
}

/// A triangle with round corners whose tip is at a part of the way from a bead to the next, `size` long and wide and
/// as much more as the line is wide; none where the two are in one place.
pub(crate) fn head(line: &[Bead], (bead, part): (usize, f64), size: f64) -> Option<BezPath> {
    let (from, to) = (line[bead], line[bead + 1]);
    let step = to.at - from.at;
    let along = step / step.hypot();
    let tip = from.at + step * part;
    let barb = Vec2::new(-along.y, along.x) * (size / 2.0);
    let corners = [tip, tip - along * size - barb, tip - along * size + barb];
    along.is_finite().then(|| rounded(corners, from.half))
}

/// A triangle with all within `radius` of it: its corners become round.
fn rounded(corners: [Point; 3], radius: f64) -> BezPath {
    let [a, b, c] = corners;
    // ribbons go round this way too, so that all may be one shape
    let corners = if (b - a).cross(c - a) > 0.0 { [a, c, b] } else { corners };
    let mut shape = BezPath::new();
    for i in 0..3 {
        let [before, at, after] = [2, 0, 1].map(|step| corners[(i + step) % 3]);
        let outward = |along: Vec2| Vec2::new(along.y, -along.x).atan2() + std::f64::consts::PI;
        let (start, end) = (outward(at - before), outward(after - at));
        let turn =
            (end - start + 3.0 * std::f64::consts::PI).rem_euclid(TAU) - std::f64::consts::PI;
        let steps = (turn.abs() / ROUND).ceil().max(1.0);
        for step in 0..=steps as u32 {
            let angle = start + turn * f64::from(step) / steps;
            let point = at + Vec2::from_angle(angle) * radius;
            if shape.elements().is_empty() { shape.move_to(point) } else { shape.line_to(point) }
        }
    }
    shape.close_path();
    shape
}

/// The beads of a line and the colours between them, with beads added so that neighbouring
/// stretches differ by one colour at most.
pub(crate) fn shaded(
    line: &[Bead],
    values: &[f64],
    entry: impl Fn(f64) -> Option<usize>,
) -> (Vec<Bead>, Vec<Option<usize>>) {
    let mut beads: Vec<Bead> = line.first().copied().into_iter().collect();
    let mut colors = Vec::with_capacity(line.len());
    let entries: Vec<_> = values.iter().map(|&value| entry(value)).collect();
    for i in 1..line.len() {
        let (from, to) = (line[i - 1], line[i]);
        let (low, high) = (values[i - 1], values[i]);
        let apart = match (entries[i - 1], entries[i]) {
            (Some(a), Some(b)) => a.abs_diff(b) + 1,
            _ => 1,
        };
        // shorter than a pixel nobody sees them
        let most = from.at.distance(to.at).ceil() as usize;
        let parts = apart.min(most).max(1);
        for part in 1..=parts {
            let fraction = |part: f64| part / parts as f64;
            let (end, middle) = (fraction(part as f64), fraction(part as f64 - 0.5));
            beads.push(Bead {
                at: from.at.lerp(to.at, end),
                half: from.half + end * (to.half - from.half),
            });
            colors.push(entry(low + middle * (high - low)));
        }
    }
    (beads, colors)
}

/// Which way is across the line at each bead.
fn normals(beads: &[Bead]) -> Vec<Vec2> {
    let last = beads.len().saturating_sub(1);
    let across = |i: usize| {
        let along = beads[(i + 1).min(last)].at - beads[i.saturating_sub(1)].at;
        let length = along.hypot();
        if length > 0.0 { Vec2::new(-along.y, along.x) / length } else { Vec2::ZERO }
    };
    (0..beads.len()).map(across).collect()
}

fn add(shape: &mut BezPath, beads: &[Bead], normals: &[Vec2]) {
    let side = |sign: f64| {
        beads.iter().zip(normals).map(move |(bead, normal)| bead.at + *normal * (sign * bead.half))
    };
    let mut corners = side(1.0).chain(side(-1.0).rev());
    let Some(first) = corners.next() else { return };
    shape.move_to(first);
    corners.for_each(|corner| shape.line_to(corner));
    shape.close_path();
}

#[cfg(test)]
mod tests {
    use super::*;
    use vello_cpu::kurbo::Shape;

    fn beads(points: &[(f64, f64, f64)]) -> Vec<Bead> {
        points.iter().map(|&(x, y, half)| Bead { at: Point::new(x, y), half }).collect()
    }

    #[test]
    fn a_ribbon_is_as_wide_as_its_beads() {
        let shape = ribbon(&beads(&[(0., 0., 1.), (4., 0., 2.), (8., 0., 1.)]));
        assert_eq!(shape.to_svg(), "M0,1 L4,2 L8,1 L8,-1 L4,-2 L0,-1 Z");
        assert!(ribbon(&[]).is_empty());
    }

    #[test]
    fn a_head_is_at_its_part_of_the_way() {
        let line = [(0., 0.), (0., 4.), (0., 4.), (12., 4.)].map(Point::from);
        assert_eq!(along(&line, 0.125), Some((0, 0.5)));
        assert_eq!(along(&line, 0.625), Some((2, 0.5)));
        assert_eq!(along(&line, 1.0), Some((2, 1.0)));
        assert_eq!(along(&line[1..3], 0.5), None);
        assert_eq!(along(&[(-1e308, 0.), (1e308, 0.)].map(Point::from), 0.5), Some((0, 0.5)));
        let beads = beads(&[(0., 0., 0.), (10., 0., 0.), (10., 0., 0.)]);
        let tip = head(&beads, (0, 0.5), 2.0).map(|head| head.bounding_box().x1);
        assert_eq!(tip, Some(5.0));
        assert_eq!(head(&beads, (1, 0.5), 2.0), None);
    }

    #[test]
    fn a_rounded_triangle_reaches_as_far_as_its_radius() {
        for corners in [[(0., 0.), (9., 0.), (0., 9.)], [(0., 0.), (0., 9.), (9., 0.)]] {
            let shape = rounded(corners.map(Point::from), 2.0);
            let bounds = shape.bounding_box();
            assert!(
                (bounds.x0 + 2.0).abs() < 0.05 && (bounds.x1 - 11.0).abs() < 0.05,
                "{bounds:?}"
            );
            // the triangle, a strip along each side, and a disc's worth of corners
            let whole = 40.5 + 2.0 * (18.0 + 9.0 * 2.0_f64.sqrt()) + 4.0 * std::f64::consts::PI;
            assert!((shape.area().abs() - whole).abs() < 0.4, "{} of {whole}", shape.area());
            let line = ribbon(&beads(&[(0., 0., 1.), (4., 0., 1.)]));
            assert!(shape.area() * line.area() > 0.0);
        }
    }

    #[test]
    fn the_lower_color_reaches_under_the_higher() {
        let line: Vec<_> = (0..9).map(|i| (0.5 * f64::from(i), 0., 1.)).collect();
        let mut shapes = [BezPath::new(), BezPath::new()];
        let colors = [Some(0), Some(0), Some(1), Some(1), Some(1), Some(1), Some(0), None];
        add_colored(&mut shapes, &beads(&line), &colors);
        let reach = |shape: &BezPath| {
            let ends = |s: &BezPath| {
                let x = s.elements().iter().filter_map(|e| e.end_point()).map(|p| p.x);
                x.fold((9.0_f64, 0.0_f64), |(a, b), x| (a.min(x), b.max(x)))
            };
            shape
                .to_svg()
                .split('M')
                .skip(1)
                .filter_map(|part| BezPath::from_svg(&format!("M{part}")).ok().map(|s| ends(&s)))
                .collect::<Vec<_>>()
        };
        assert_eq!(reach(&shapes[0]), [(0.0, 2.0), (2.0, 3.5)]);
        assert_eq!(reach(&shapes[1]), [(1.0, 3.0)]);
    }

    #[test]
    fn colors_change_by_one_along_a_line() {
        let bead = |x: f64| Bead { at: Point::new(x, 0.0), half: 1.0 };
        let entry = |value: f64| value.is_finite().then_some(value as usize);
        let line = [bead(0.0), bead(8.0), bead(8.5)];
        let (beads, colors) = shaded(&line, &[0.0, 4.0, 9.0], entry);
        assert_eq!(colors, [0, 1, 2, 2, 3, 6].map(Some));
        assert_eq!(beads.len(), 7);
        let (_, colors) = shaded(&line, &[0.0, f64::NAN, 2.0], entry);
        assert_eq!(colors, [None, None]);
    }
}
