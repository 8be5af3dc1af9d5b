//! Markers: matplotlib's by their names, and regular, written or drawn ones.

#[cfg(test)]
mod tests;

use crate::{
    FigureError,
    base::{
        check::{ANGLE, CORNERS},
        word::{Named, OneOf},
    },
    scene::marker::{MarkerShape, regular, star},
    text::{Fonts, TextStyle},
};
use std::{f64::consts::TAU, sync::Arc};
use vello_cpu::kurbo::{Affine, BezPath, Join, Point, Rect, Shape};

/// The shape drawn at each point of a line, by matplotlib's name for it: `'o'`, or `"o"`.
///
/// | names | shape |
/// |---|---|
/// | `o . ,` | a disc, half as large, a pixel |
/// | `s D d` | a square, on its corner, and thinner |
/// | `^ v < >` | triangles |
/// | `p h H 8` | a pentagon, hexagons, an octagon |
/// | `* P X` | a star, a plus and a cross with areas |
/// | `+ x 1 2 3 4 \| _` | lines: a plus, a cross, three arms, upright, level |
/// | `tickleft tickright tickup tickdown` | lines from the point on |
/// | `caretleft caretright caretup caretdown` | arrow heads without a line at the foot, whose tip is at the point; with `base` behind the name, whose foot is |
/// | `$..$` | the text between the dollars |
/// | `none` | nothing |
///
/// Those of one's own are [`Marker::polygon`], [`Marker::star`], [`Marker::asterisk`] and [`Marker::path`], and
/// each can be [turned](Marker::rotated).
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// use panim_figure::artist::Path;
///
/// let names = "o s D d ^ v < > p h H 8 * P X + x 1 2 3 4 | _ . tickup caretdown $\\pi$ $A$";
/// for (i, name) in names.split(' ').enumerate() {
///     let at = ((i % 7) as f64, (i / 7) as f64);
///     ax.add(Line::from_points([at]).marker(name).marker_size(14).marker_edge_color("black"));
/// }
/// let mut drop = Path::new();
/// drop.move_to(0, 1).curve_to((1.2, -0.4), (0.6, -1), (0, -1)).curve_to((-0.6, -1), (-1.2, -0.4), (0, 1)).close();
/// let own = [Marker::path(&drop), Marker::polygon(7), Marker::star(8), Marker::asterisk(5).rotated(20)];
/// for (i, marker) in own.into_iter().enumerate() {
///     ax.add(Scatter::new([i], [4]).marker(marker).size(250).color("C1").edge_color("black"));
/// }
/// ax.set_xmargin(0.1).set_ymargin(0.1);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("marker", fig);
/// ```
#[doc = include_str!("../../docs/marker.md")]
#[doc(alias = "MarkerStyle")]
#[derive(Debug, Clone, PartialEq)]
pub struct Marker {
    form: MarkerForm,
    /// In degrees, counterclockwise.
    turn: f64,
}

#[derive(Debug, Clone, PartialEq)]
enum MarkerForm {
    None,
    /// One of [`Named::NAMES`].
    Named(&'static str),
    Polygon(usize),
    Star(usize),
    Asterisk(usize),
    Text(Arc<str>),
    /// y upwards.
    Path(Arc<BezPath>),
}

/// Words of which a marker is made have this size in pixels, before they get that of the marker.
const TEXT_SIZE: f64 = 200.0;

/// The inner corners of a star, as a fraction of the outer ones' distance; of the one that has a name, these
/// lie on the lines between others.
const INNER: f64 = 0.5;
const NAMED_INNER: f64 = 0.381_966;

impl Marker {
    const NONE: Self = Self::of(MarkerForm::None);

    pub(crate) const DISC: Self = Self::of(MarkerForm::Named("o"));
    pub(crate) const TRIANGLE: Self = Self::of(MarkerForm::Named("^"));

    const fn of(form: MarkerForm) -> Self {
        Self { form, turn: 0.0 }
    }

    /// A regular polygon with so many corners, 2 to 100, one of them at the top.
    pub fn polygon(corners: usize) -> Self {
        Self::of(MarkerForm::Polygon(corners))
    }

    /// A star with so many points, 2 to 100, one of them at the top.
    pub fn star(points: usize) -> Self {
        Self::of(MarkerForm::Star(points))
    }

    /// So many lines from the middle, 2 to 100, one of them upwards.
    pub fn asterisk(lines: usize) -> Self {
        Self::of(MarkerForm::Asterisk(lines))
    }

    /// Turns it by so many degrees counterclockwise.
    #[must_use]
    pub fn rotated(self, degrees: impl crate::Number) -> Self {
        Self { turn: self.turn + degrees.value(), ..self }
    }

    /// What is inside a path, y upwards, whose origin is at the points.
    pub(crate) fn drawn(path: BezPath) -> Self {
        Self::of(MarkerForm::Path(Arc::new(path)))
    }

    pub(crate) fn check(
        &self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        ANGLE.check(name, argument, self.turn)?;
        match &self.form {
            MarkerForm::Polygon(count) | MarkerForm::Star(count) | MarkerForm::Asterisk(count) => {
                CORNERS.check(name, argument, *count)
            }
            MarkerForm::Path(path) if scale_of(path).is_none() => {
                let message = "the path of the marker goes to no point but its origin";
                Err(FigureError::new(name, argument, message))
            }
            _ => Ok(()),
        }
    }

    /// Is it a pixel, however large markers are?
    pub(crate) fn is_pixel(&self) -> bool {
        self.form == MarkerForm::Named(",")
    }

    /// Has it a face, and not lines alone?
    pub(crate) fn is_filled(&self) -> bool {
        match &self.form {
            MarkerForm::Asterisk(_) => false,
            MarkerForm::Named(name) => named_shape(name).is_none_or(|(_, has_face, _)| has_face),
            _ => true,
        }
    }

    /// What is drawn; `None` for nothing.
    pub(crate) fn shape(&self, fonts: &mut Fonts) -> Option<MarkerShape> {
        let (path, has_face, join) = match &self.form {
            MarkerForm::None => return None,
            MarkerForm::Named("o") => return Some(MarkerShape::Disc(1.0)),
            MarkerForm::Named(".") => return Some(MarkerShape::Disc(0.5)),
            MarkerForm::Named(name) => named_shape(name)?,
            MarkerForm::Polygon(corners) => (regular(count(*corners)), true, Join::Miter),
            MarkerForm::Star(points) => (star(count(*points), INNER), true, Join::Bevel),
            MarkerForm::Asterisk(lines) => (asterisk(count(*lines)), false, Join::Bevel),
            MarkerForm::Text(text) => (written(text, fonts)?, true, Join::Round),
            MarkerForm::Path(path) => {
                let scale = scale_of(path)?;
                let upright = Affine::scale_non_uniform(scale, -scale);
                (upright * (**path).clone(), true, Join::Round)
            }
        };
        let path = if self.turn == 0.0 { path } else { turned(path, -self.turn / 360.0) };
        Some(MarkerShape::of(path, has_face, join))
    }
}

impl Named for Marker {
    const KIND: &'static str = "a marker";
    const NAMES: &'static [&'static str] = &[
        "o",
        ".",
        ",",
        "s",
        "D",
        "d",
        "^",
        "v",
        "<",
        ">",
        "*",
        "p",
        "h",
        "H",
        "8",
        "P",
        "X",
        "+",
        "x",
        "1",
        "2",
        "3",
        "4",
        "|",
        "_",
        "tickleft",
        "tickright",
        "tickup",
        "tickdown",
        "caretleft",
        "caretright",
        "caretup",
        "caretdown",
        "caretleftbase",
        "caretrightbase",
        "caretupbase",
        "caretdownbase",
        "none",
    ];
    const OTHER_NAMES: &'static [&'static str] = &["None", "", " "];

    fn named(name: &str) -> Option<Self> {
        if name == "none" || Self::OTHER_NAMES.contains(&name) {
            return Some(Self::NONE);
        }
        let known = Self::NAMES.iter().copied().find(|known| *known == name);
        known.map(MarkerForm::Named).or_else(|| text(name)).map(Self::of)
    }
}

#[diagnostic::do_not_recommend]
impl OneOf<Marker> for char {
    fn choice(self) -> Result<Marker, String> {
        Marker::named(self.encode_utf8(&mut [0; 4])).ok_or_else(|| {
            let all = Marker::NAMES.iter().copied().filter(|name| name.len() == 1);
            format!("{self:?} is not a marker; there are {}", all.collect::<Vec<_>>().join(" "))
        })
    }
}

/// A marker that is written, by what stands between dollars.
fn text(name: &str) -> Option<MarkerForm> {
    let inside = name.strip_prefix('$')?.strip_suffix('$')?;
    (!inside.trim().is_empty()).then(|| MarkerForm::Text(name.into()))
}

/// Its path, whether it has a face, and how its edges meet: matplotlib's.
fn named_shape(name: &str) -> Option<(BezPath, bool, Join)> {
    let area = |path: BezPath| Some((path, true, Join::Miter));
    let open = |path: BezPath| Some((path, false, Join::Miter));
    let triangle = || polygon(&[(0.0, -0.5), (-0.5, 0.5), (0.5, 0.5)]);
    let square = || polygon(&[(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]);
    let diamond = || turned(square(), 0.125);
    // of as few lines as can be: where several meet, less of a pixel is exact
    let arms = || lines(&[&[(0.4, -0.25), (0.0, 0.0), (-0.4, -0.25)], &[(0.0, 0.0), (0.0, 0.5)]]);
    let tick = || lines(&[&[(0.0, 0.0), (0.0, -1.0)]]);
    let caret = || lines(&[&[(-0.5, -0.75), (0.0, 0.0), (0.5, -0.75)]]);
    let based = || lines(&[&[(-0.5, 0.0), (0.0, 0.75), (0.5, 0.0)]]);
    match name {
        "," | "s" => area(square()),
        "D" => area(diamond()),
        "d" => area(Affine::scale_non_uniform(0.6, 1.0) * diamond()),
        "^" => area(triangle()),
        ">" => area(turned(triangle(), 0.25)),
        "v" => area(turned(triangle(), 0.5)),
        "<" => area(turned(triangle(), 0.75)),
        "p" => area(regular(5)),
        "h" => area(regular(6)),
        "H" => area(turned(regular(6), 1.0 / 12.0)),
        "8" => area(turned(regular(8), 1.0 / 16.0)),
        "*" => Some((star(5, NAMED_INNER), true, Join::Bevel)),
        "P" => area(fourfold(&[(-1.0 / 6.0, -0.5), (1.0 / 6.0, -0.5), (1.0 / 6.0, -1.0 / 6.0)])),
        "X" => area(fourfold(&[(-0.25, -0.5), (0.0, -0.25), (0.25, -0.5)])),
        "+" => open(lines(&[&[(-0.5, 0.0), (0.5, 0.0)], &[(0.0, -0.5), (0.0, 0.5)]])),
        "x" => open(lines(&[&[(-0.5, -0.5), (0.5, 0.5)], &[(-0.5, 0.5), (0.5, -0.5)]])),
        "1" => open(arms()),
        "2" => open(turned(arms(), 0.5)),
        "3" => open(turned(arms(), 0.25)),
        "4" => open(turned(arms(), 0.75)),
        "|" => open(lines(&[&[(0.0, -0.5), (0.0, 0.5)]])),
        "_" => open(lines(&[&[(-0.5, 0.0), (0.5, 0.0)]])),
        "tickup" => open(tick()),
        "tickright" => open(turned(tick(), 0.25)),
        "tickdown" => open(turned(tick(), 0.5)),
        "tickleft" => open(turned(tick(), 0.75)),
        "caretdown" => area(caret()),
        "caretleft" => area(turned(caret(), 0.25)),
        "caretup" => area(turned(caret(), 0.5)),
        "caretright" => area(turned(caret(), 0.75)),
        "caretdownbase" => area(based()),
        "caretleftbase" => area(turned(based(), 0.25)),
        "caretupbase" => area(turned(based(), 0.5)),
        "caretrightbase" => area(turned(based(), 0.75)),
        _ => None,
    }
}

/// Clockwise.
fn turned(path: BezPath, turns: f64) -> BezPath {
    Affine::rotate(turns * TAU) * path
}

fn polygon(corners: &[(f64, f64)]) -> BezPath {
    let mut path = lines(&[corners]);
    path.close_path();
    path
}

/// These corners, and again after each quarter of a turn.
fn fourfold(corners: &[(f64, f64)]) -> BezPath {
    let all = (0..4).flat_map(|quarter| {
        let turn = Affine::rotate(f64::from(quarter) * TAU / 4.0);
        corners.iter().map(move |&corner| (turn * Point::from(corner)).into())
    });
    polygon(&all.collect::<Vec<_>>())
}

fn lines(lines: &[&[(f64, f64)]]) -> BezPath {
    let mut path = BezPath::new();
    for line in lines {
        for (i, &point) in line.iter().enumerate() {
            if i == 0 { path.move_to(point) } else { path.line_to(point) }
        }
    }
    path
}

/// Of as few lines as can be.
fn asterisk(count: u32) -> BezPath {
    let end = |i: u32| {
        let (sin, cos) = (TAU * f64::from(i) / f64::from(count)).sin_cos();
        (0.5 * sin, -0.5 * cos)
    };
    let mut path = BezPath::new();
    for i in 0..count.div_ceil(2) {
        path.move_to(end(i));
        path.line_to((0.0, 0.0));
        if i + count.div_ceil(2) < count {
            path.line_to(end(i + count.div_ceil(2)));
        }
    }
    path
}

fn count(corners: usize) -> u32 {
    u32::try_from(corners).unwrap_or(u32::MAX).min(CORNERS.most() as u32)
}

/// Words, as large as a marker and in its middle.
fn written(text: &str, fonts: &mut Fonts) -> Option<BezPath> {
    let path = fonts.layout(&TextStyle::new(TEXT_SIZE), text).path_at(Point::ORIGIN);
    let bounds = path.bounding_box();
    let side = bounds.width().max(bounds.height());
    let is_seen = !path.is_empty() && side > 0.0 && side.is_finite();
    is_seen
        .then(|| Affine::scale(1.0 / side) * Affine::translate(-bounds.center().to_vec2()) * path)
}

/// What puts the point of a path that is farthest across or down at a half.
fn scale_of(path: &BezPath) -> Option<f64> {
    let Rect { x0, y0, x1, y1 } = path.control_box();
    let far = [x0, y0, x1, y1].map(f64::abs).into_iter().fold(0.0, f64::max);
    let scale = 0.5 / far;
    (!path.is_empty() && scale.is_normal()).then_some(scale)
}
