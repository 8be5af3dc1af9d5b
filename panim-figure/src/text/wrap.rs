//! Lines that are too long go on in the next one.

use super::{HAlign, TextStyle, markup};
use vello_cpu::kurbo::{Point, Rect, Vec2};

/// The lines that one becomes whose parts may be `style.wrap` pixels long: broken at blanks, which are left out.
/// A word that is longer stands alone. `width`: of a part of the line.
pub(super) fn lines<'a>(
    line: &'a str,
    style: &TextStyle,
    mut width: impl FnMut(&str) -> f64,
) -> Vec<&'a str> {
    if style.wrap.is_infinite() {
        return vec![line];
    }
    let ends = markup::blanks(line, style.markup).into_iter().chain([line.len()]);
    let (mut lines, mut start, mut end) = (Vec::new(), 0, None);
    for next in ends {
        if let Some(end) = end
            && width(&line[start..next]) > style.wrap
        {
            lines.push(&line[start..end]);
            start = end + 1;
        }
        end = Some(next);
    }
    lines.push(&line[start..]);
    lines
}

/// How long a line of words may be that stands at `at`, until it reaches the edge of `page`.
pub(crate) fn room_along(at: Point, halign: HAlign, rotation: f64, page: Rect) -> f64 {
    let (sin, cos) = rotation.to_radians().sin_cos();
    let ahead = Vec2::new(cos, -sin);
    let (before, after) = (distance(at, -ahead, page), distance(at, ahead, page));
    let room = match halign {
        HAlign::Left => after,
        HAlign::Center => 2.0 * before.min(after),
        HAlign::Right => before,
    };
    room.max(0.0)
}

/// From a point in a direction to the edge of a box.
fn distance(from: Point, direction: Vec2, page: Rect) -> f64 {
    let along = |from: f64, by: f64, (low, high): (f64, f64)| match by {
        // this axis is left alone
        _ if by.abs() < 1e-9 => f64::INFINITY,
        _ if by > 0.0 => (high - from) / by,
        _ => (low - from) / by,
    };
    let x = along(from.x, direction.x, (page.x0, page.x1));
    x.min(along(from.y, direction.y, (page.y0, page.y1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(line: &str, wrap: f64) -> Vec<&str> {
        let style = TextStyle { wrap, ..TextStyle::new(10.0) };
        lines(line, &style, |part| part.len() as f64)
    }

    #[test]
    fn lines_are_broken_at_blanks_outside_of_formulas() {
        assert_eq!(wrapped("as long as it is", f64::INFINITY), ["as long as it is"]);
        assert_eq!(wrapped("as long as it is", 7.0), ["as long", "as it", "is"]);
        assert_eq!(wrapped("an unbreakable word", 5.0), ["an", "unbreakable", "word"]);
        assert_eq!(wrapped("in $a + b$ only", 3.0), ["in", "$a + b$", "only"]);
        assert_eq!(wrapped("costs $5 or 6$", 1.0), ["costs", "$5", "or", "6$"]);
        assert_eq!(wrapped("", 3.0), [""]);
        assert_eq!(wrapped("a  b", 1.0), ["a", "", "b"]);
    }

    #[test]
    fn room_reaches_to_the_edge_that_words_run_to() {
        let page = Rect::new(0.0, 0.0, 100.0, 50.0);
        let room = |halign, rotation| room_along(Point::new(30.0, 20.0), halign, rotation, page);
        assert_eq!(room(HAlign::Left, 0.0), 70.0);
        assert_eq!(room(HAlign::Right, 0.0), 30.0);
        assert_eq!(room(HAlign::Center, 0.0), 60.0);
        assert_eq!(room(HAlign::Left, 90.0), 20.0);
        assert_eq!(room(HAlign::Right, 90.0), 30.0);
        assert!((room(HAlign::Left, 45.0) - 20.0 * 2_f64.sqrt()).abs() < 1e-9);
        let outside = Point::new(200.0, 20.0);
        assert_eq!(room_along(outside, HAlign::Left, 0.0, page), 0.0);
    }
}
