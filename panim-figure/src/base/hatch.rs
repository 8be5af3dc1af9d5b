//! Hatching: patterns of lines and signs by matplotlib's names for them.

use crate::{
    FigureError,
    base::{check::HATCHES, error::quoted, word::Named},
};
use std::f64::consts::{FRAC_PI_2, TAU};
use vello_cpu::kurbo::{Affine, BezPath, Circle, Point, Shape as _, Vec2};

/// A pattern of lines or signs on an area, by matplotlib's names for them.
///
/// | sign | pattern |
/// |---|---|
/// | `/`, `\` | lines that rise, that fall |
/// | `\|`, `-` | lines upright, level |
/// | `+`, `x` | both of these: upright and level, rising and falling |
/// | `o`, `O` | small rings, large ones |
/// | `.`, `*` | dots, stars |
///
/// The more often a sign is there, the denser is its pattern: `"//"`. Different ones lie over each other:
/// `"/o"`. The empty text, the default, is no pattern.
///
/// A pattern begins at the figure's upper left corner and is the same in every square inch, so that it
/// stands still while what shows it moves, and goes on from one area to the next.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let patterns = ["/", "\\", "|", "-", "+", "x", "o", "O", ".", "*", "//", "/o", "\\|", "xx", ".."];
/// for (i, pattern) in (0..).zip(patterns) {
///     let area = Rectangle::new((i % 5, 2 - i / 5), 0.9, 0.9).color("0.9").edge_color("C0");
///     ax.add(area.hatch(pattern));
///     ax.add(Text::new((i % 5, 2 - i / 5), pattern).boxed(TextBox::new().color("white")));
/// }
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("hatch", fig);
/// ```
#[doc = include_str!("../../docs/hatch.md")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hatch {
    /// How often each pattern is there.
    level: usize,
    upright: usize,
    rising: usize,
    falling: usize,
    rings: usize,
    large_rings: usize,
    dots: usize,
    stars: usize,
}

/// Lines in an inch for each sign; matplotlib's.
const DENSITY: usize = 6;

/// The hole of a ring, by its size; matplotlib's.
const HOLE: f64 = 0.9;

/// How far the corners between a star's points are from its middle; matplotlib's.
const STAR: f64 = 0.5;

/// How round rings are, by the side of the square.
const ROUNDNESS: f64 = 1e-4;

impl Named for Hatch {
    const KIND: &'static str = "a hatch pattern";
    const NAMES: &'static [&'static str] = &["/", "\\", "|", "-", "+", "x", "o", "O", ".", "*"];
    const OTHER_NAMES: &'static [&'static str] = &["X"];

    fn named(name: &str) -> Option<Self> {
        let mut hatch = Self::default();
        name.chars().all(|sign| hatch.add(sign)).then_some(hatch)
    }

    fn hint(name: &str) -> Option<String> {
        let wrong = name.chars().find(|sign| !Self::default().add(*sign))?;
        let wrong = quoted(&wrong.to_string()).into_owned();
        (name.chars().count() > 1).then(|| format!("because of \"{wrong}\""))
    }
}

impl Hatch {
    /// Adds the pattern of a sign, if it has one.
    fn add(&mut self, sign: char) -> bool {
        match sign {
            '/' => self.rising += 1,
            '\\' => self.falling += 1,
            '|' => self.upright += 1,
            '-' => self.level += 1,
            '+' => (self.upright, self.level) = (self.upright + 1, self.level + 1),
            'x' | 'X' => (self.rising, self.falling) = (self.rising + 1, self.falling + 1),
            'o' => self.rings += 1,
            'O' => self.large_rings += 1,
            '.' => self.dots += 1,
            '*' => self.stars += 1,
            _ => return false,
        }
        true
    }

    /// Nothing is drawn.
    pub(crate) fn is_none(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn check(
        &self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        let Self { level, upright, rising, falling, rings, large_rings, dots, stars } = *self;
        let all = [level, upright, rising, falling, rings, large_rings, dots, stars];
        all.into_iter().try_for_each(|count| HATCHES.check(name, argument, count))
    }

    /// What of a square of this side, y downwards, is filled and drawn along, as matplotlib's
    /// `matplotlib.hatch` has it.
    pub(crate) fn path(&self, side: f64) -> BezPath {
        let mut path = BezPath::new();
        let mut line = |from: (f64, f64), to: (f64, f64)| {
            path.move_to(from);
            path.line_to(to);
        };
        for at in middles(self.level) {
            line((0.0, at), (1.0, at));
        }
        for at in middles(self.upright) {
            line((at, 0.0), (at, 1.0));
        }
        for by in ends(self.rising) {
            line((by, -by), (1.0 + by, 1.0 - by));
        }
        for by in ends(self.falling) {
            line((by, 1.0 + by), (1.0 + by, by));
        }
        let ring = |radius: f64| {
            let around = |radius| Circle::new(Point::ORIGIN, radius).to_path(ROUNDNESS);
            around(radius).into_iter().chain(around(HOLE * radius).reverse_subpaths()).collect()
        };
        signs(self.rings, 0.2, ring, &mut path);
        signs(self.large_rings, 0.35, ring, &mut path);
        let dot = |radius: f64| Circle::new(Point::ORIGIN, radius).to_path(ROUNDNESS);
        signs(self.dots, 0.1, dot, &mut path);
        signs(self.stars, 1.0 / 3.0, star, &mut path);
        Affine::FLIP_Y.then_translate(Vec2::new(0.0, 1.0)).then_scale(side) * path
    }
}

/// Where the lines of a level or an upright pattern are.
fn middles(count: usize) -> impl Iterator<Item = f64> {
    let lines = count * DENSITY;
    (0..lines).map(move |i| (i as f64 + 0.5) / lines as f64)
}

/// How far the lines of a slanting pattern are from the diagonal.
fn ends(count: usize) -> impl Iterator<Item = f64> {
    let lines = count * DENSITY;
    let all = (lines > 0).then_some(0..=lines).into_iter().flatten();
    all.map(move |i| i as f64 / lines as f64 - 0.5)
}

/// Adds signs in rows, every other row between those of the one below; of this size by the distance of rows.
fn signs(count: usize, size: f64, sign: impl Fn(f64) -> BezPath, path: &mut BezPath) {
    let rows = count * DENSITY;
    if rows == 0 {
        return;
    }
    let apart = 1.0 / rows as f64;
    let sign = sign(size * apart);
    for row in 0..=rows {
        let (count, first) = if row % 2 == 0 { (rows + 1, 0.0) } else { (rows, apart / 2.0) };
        for column in 0..count {
            let at = Vec2::new(first + column as f64 * apart, row as f64 * apart);
            path.extend(Affine::translate(at) * &sign);
        }
    }
}

fn star(radius: f64) -> BezPath {
    let mut path = BezPath::new();
    for corner in 0..10 {
        let angle = FRAC_PI_2 + TAU * f64::from(corner) / 10.0;
        let radius = if corner % 2 == 0 { radius } else { STAR * radius };
        let at = Point::ORIGIN + radius * Vec2::from_angle(angle);
        if corner == 0 { path.move_to(at) } else { path.line_to(at) }
    }
    path.close_path();
    path
}

crate::base::same::same_if_equal! { Hatch }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_say_the_pattern_in_any_order() {
        let hatch = |text: &str| Hatch::named(text);
        assert_eq!(hatch("/o/"), hatch("o//"));
        assert_eq!((hatch("+"), hatch("X")), (hatch("-|"), hatch("\\/")));
        assert!(hatch("").is_some_and(|hatch| hatch.is_none()));
        let wrong = Hatch::said("/?").expect_err("no pattern");
        assert_eq!(
            wrong,
            "\"/?\" is not a hatch pattern (because of \"?\"); there are \"/\", \"\\\\\", \"|\", \"-\", \
             \"+\", \"x\", \"o\", \"O\", \".\", \"*\""
        );
    }

    /// `len(matplotlib.hatch.get_path(..).vertices)` of matplotlib 3.11, and what some of them are.
    #[test]
    fn lines_are_those_of_matplotlib() {
        let ends = |text: &str| -> Vec<(f64, f64)> {
            let path = Hatch::named(text).expect("a pattern").path(1.0);
            path.elements().iter().filter_map(|e| e.end_point()).map(|p| (p.x, p.y)).collect()
        };
        assert_eq!(["-", "/", "xx", "+"].map(|text| ends(text).len()), [12, 14, 52, 24]);
        let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1) < 1e-12;
        // the first and the last of "/", with y upwards: (-0.5, 0.5) to (0.5, 1.5), (0.5, -0.5) to (1.5, 0.5)
        let rising = ends("/");
        assert!(near(rising[0], (-0.5, 0.5)) && near(rising[1], (0.5, -0.5)), "{rising:?}");
        assert!(near(rising[12], (0.5, 1.5)) && near(rising[13], (1.5, 0.5)), "{rising:?}");
        let level = ends("-");
        assert!(near(level[0], (0.0, 11.0 / 12.0)), "{level:?}");
    }
}
