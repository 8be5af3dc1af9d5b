//! Shapes of boxes around words: matplotlib's.

use crate::{
    FigureError, Number,
    base::{
        check::{ANGLE, PADDING},
        word::{Tunable, named},
    },
};
use vello_cpu::kurbo::{Affine, BezPath, Circle, Ellipse, Point, Rect, RoundedRect, Shape, Vec2};

/// The shape of a box around words; or matplotlib's name for it, with options behind it as in
/// `"round,pad=0.5,rounding_size=0.2"`:
///
/// | name | options and defaults |
/// |---|---|
/// | `"square"`, `"circle"`, `"ellipse"` | |
/// | `"round"`: round corners | `rounding_size`: as `pad` |
/// | `"round4"`: bent sides | `rounding_size`: half of `pad` |
/// | `"larrow"`, `"rarrow"`, `"darrow"`: an arrow to the left, the right or both | `head_width=1.5`, `head_angle=90` |
/// | `"sawtooth"`, `"roundtooth"` | `tooth_size`: half of `pad` |
///
/// All have `pad`, the room around the words, [`TextBox::padding`](crate::TextBox::padding) otherwise. Sizes are by
/// the size of the text, `head_width` by the height of the box, and the angle is that of the tip in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BoxStyle {
    kind: BoxKind,
    pub(super) pad: Option<f64>,
    rounding_size: Option<f64>,
    tooth_size: Option<f64>,
    head_width: f64,
    head_angle: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BoxKind {
    Square,
    Round,
    Round4,
    Circle,
    Ellipse,
    LeftArrow,
    RightArrow,
    BothArrow,
    Sawtooth,
    Roundtooth,
}

named! { BoxStyle, "a box" with options:
    "square" => Self::square(),
    "round" => Self::round(),
    "round4" => Self::round4(),
    "circle" => Self::circle(),
    "ellipse" => Self::ellipse(),
    "larrow" => Self::larrow(),
    "rarrow" => Self::rarrow(),
    "darrow" => Self::darrow(),
    "sawtooth" => Self::sawtooth(),
    "roundtooth" => Self::roundtooth(),
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident: $kind:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name() -> Self {
            Self::of(BoxKind::$kind)
        }
    )*};
}

impl BoxStyle {
    fn of(kind: BoxKind) -> Self {
        let (pad, rounding_size, tooth_size) = (None, None, None);
        Self { kind, pad, rounding_size, tooth_size, head_width: 1.5, head_angle: 90.0 }
    }

    kinds! {
        /// Square corners.
        square: Square;
        /// Round corners.
        round: Round;
        /// Bent sides.
        round4: Round4;
        /// A circle around the box.
        circle: Circle;
        /// An ellipse around the box.
        ellipse: Ellipse;
        /// An arrow to the left.
        larrow: LeftArrow;
        /// An arrow to the right.
        rarrow: RightArrow;
        /// An arrow to both sides.
        darrow: BothArrow;
        /// Teeth with straight sides.
        sawtooth: Sawtooth;
        /// Round teeth.
        roundtooth: Roundtooth;
    }

    /// Room around the words, by the size of the text.
    #[must_use]
    pub fn pad(self, pad: impl Number) -> Self {
        Self { pad: Some(pad.value()), ..self }
    }

    /// Radius of the corners, or how far sides are bent, by the size of the text.
    #[must_use]
    pub fn rounding_size(self, size: impl Number) -> Self {
        Self { rounding_size: Some(size.value()), ..self }
    }

    /// Size of the teeth, by the size of the text.
    #[must_use]
    pub fn tooth_size(self, size: impl Number) -> Self {
        Self { tooth_size: Some(size.value()), ..self }
    }

    /// Width of an arrow's head, by the height of the box.
    #[must_use]
    pub fn head_width(self, width: impl Number) -> Self {
        Self { head_width: width.value(), ..self }
    }

    /// Angle at an arrow's tip in degrees; of a negative one the head points back.
    #[must_use]
    pub fn head_angle(self, degrees: impl Number) -> Self {
        Self { head_angle: degrees.value(), ..self }
    }

    pub(super) fn check(
        self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        let sizes = [self.pad, self.rounding_size, self.tooth_size, Some(self.head_width)];
        sizes.into_iter().flatten().try_for_each(|size| PADDING.check(name, argument, size))?;
        ANGLE.check(name, argument, self.head_angle)?;
        if self.head_angle.rem_euclid(360.0) == 0.0 {
            let message = "an arrow's tip has no angle of 0 degrees";
            return Err(FigureError::new(name, argument, message));
        }
        Ok(())
    }

    /// Around a box with y downwards, which has `pad` around words of the size `em`, all in pixels.
    pub(super) fn shape(self, block: Rect, pad: f64, em: f64) -> BezPath {
        let rounding = self.rounding_size.filter(|size| *size > 0.0).map(|size| size * em);
        let center = block.center();
        match self.kind {
            BoxKind::Square => RoundedRect::from_rect(block, 0.0).to_path(0.05),
            BoxKind::Round => RoundedRect::from_rect(block, rounding.unwrap_or(pad)).to_path(0.05),
            BoxKind::Round4 => round4(block, rounding.unwrap_or(pad / 2.0)),
            BoxKind::Circle => {
                Circle::new(center, block.width().max(block.height()) / 2.0).to_path(0.05)
            }
            BoxKind::Ellipse => {
                let radii = block.size().to_vec2() / std::f64::consts::SQRT_2;
                Ellipse::new(center, radii, 0.0).to_path(0.05)
            }
            BoxKind::RightArrow => self.arrow(block),
            BoxKind::LeftArrow => {
                let mirror = Affine::new([-1.0, 0.0, 0.0, 1.0, 2.0 * center.x, 0.0]);
                mirror * self.arrow(block)
            }
            BoxKind::BothArrow => self.both_arrow(block),
            BoxKind::Sawtooth | BoxKind::Roundtooth => {
                let tooth = self.tooth_size.map_or(pad / 2.0, |size| size * em);
                teeth(block, tooth, self.kind == BoxKind::Roundtooth)
            }
        }
    }

    /// Of half the angle at the tip.
    fn cotangent(self) -> f64 {
        1.0 / (self.head_angle / 2.0).to_radians().tan()
    }

    fn arrow(self, Rect { x0, y0, x1, y1 }: Rect) -> BezPath {
        let (width, height) = (x1 - x0, y1 - y0);
        let (head, middle, cot) = (self.head_width * height, (y0 + y1) / 2.0, self.cotangent());
        let (head_y0, head_y1) = (middle - head / 2.0, middle + head / 2.0);
        if cot > 0.0 {
            let tip = x1 + cot * height.min(head) / 2.0;
            let neck = tip - cot * head / 2.0;
            return closed([
                (x0, y0),
                (neck, y0),
                (neck, head_y0),
                (tip, middle),
                (neck, head_y1),
                (neck, y1),
                (x0, y1),
            ]);
        }
        // a head that points back ends where the box does
        let depth = (-cot * (head - height).max(0.0) / 2.0).min(width);
        let (from, to) = self.back(depth, (y0, y1), (head_y0, head_y1));
        let corners = [(x0, y0), (x1 - depth, from), (x1, head_y0), (x1, head_y1)];
        closed(corners.into_iter().chain([(x1 - depth, to), (x0, y1)]))
    }

    fn both_arrow(self, Rect { x0, y0, x1, y1 }: Rect) -> BezPath {
        let (width, height) = (x1 - x0, y1 - y0);
        let (head, middle, cot) = (self.head_width * height, (y0 + y1) / 2.0, self.cotangent());
        let (head_y0, head_y1) = (middle - head / 2.0, middle + head / 2.0);
        if cot > 0.0 {
            let beyond = cot * height.min(head) / 2.0;
            let (tip0, tip1) = (x0 - beyond, x1 + beyond);
            let (neck0, neck1) = (tip0 + cot * head / 2.0, tip1 - cot * head / 2.0);
            let left =
                [(neck0, y1), (neck0, head_y1), (tip0, middle), (neck0, head_y0), (neck0, y0)];
            let right =
                [(neck1, y0), (neck1, head_y0), (tip1, middle), (neck1, head_y1), (neck1, y1)];
            return closed(left.into_iter().chain(right));
        }
        let depth = (-cot * (head - height).max(0.0) / 2.0).min(width / 2.0);
        let (from, to) = self.back(depth, (y0, y1), (head_y0, head_y1));
        let above = [(x0, head_y0), (x0 + depth, from), (x1 - depth, from), (x1, head_y0)];
        let below = [(x1, head_y1), (x1 - depth, to), (x0 + depth, to), (x0, head_y1)];
        closed(above.into_iter().chain(below))
    }

    /// The shaft's sides where a head that points back meets it.
    fn back(self, depth: f64, (y0, y1): (f64, f64), (head_y0, head_y1): (f64, f64)) -> (f64, f64) {
        let cot = self.cotangent();
        let along = if cot == 0.0 { 0.0 } else { depth / cot };
        (head_y0.min(y0) - along, head_y1.max(y1) + along)
    }
}

impl Tunable for BoxStyle {
    fn options(&self) -> &'static [&'static str] {
        match self.kind {
            BoxKind::Square | BoxKind::Circle | BoxKind::Ellipse => &["pad"],
            BoxKind::Round | BoxKind::Round4 => &["pad", "rounding_size"],
            BoxKind::LeftArrow | BoxKind::RightArrow | BoxKind::BothArrow => {
                &["pad", "head_width", "head_angle"]
            }
            BoxKind::Sawtooth | BoxKind::Roundtooth => &["pad", "tooth_size"],
        }
    }

    fn set_option(&mut self, option: &str, value: f64) {
        match option {
            "pad" => self.pad = Some(value),
            "rounding_size" => self.rounding_size = Some(value),
            "tooth_size" => self.tooth_size = Some(value),
            "head_width" => self.head_width = value,
            "head_angle" => self.head_angle = value,
            _ => {}
        }
    }
}

fn closed(corners: impl IntoIterator<Item = (f64, f64)>) -> BezPath {
    let mut path = BezPath::new();
    for (i, corner) in corners.into_iter().enumerate() {
        if i == 0 { path.move_to(corner) } else { path.line_to(corner) }
    }
    path.close_path();
    path
}

fn round4(block: Rect, bend: f64) -> BezPath {
    const ALONG: [Vec2; 4] =
        [Vec2::new(1.0, 0.0), Vec2::new(0.0, 1.0), Vec2::new(-1.0, 0.0), Vec2::new(0.0, -1.0)];
    let Rect { x0, y0, x1, y1 } = block.inset(-bend);
    let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(Point::from);
    let mut path = BezPath::new();
    path.move_to(corners[0]);
    for (i, corner) in corners.into_iter().enumerate() {
        let next = corners[(i + 1) % corners.len()];
        let along = ALONG[i] * bend;
        // y downwards and corners clockwise: outside is to the left
        let out = Vec2::new(along.y, -along.x);
        path.curve_to(corner + along + out, next - along + out, next);
    }
    path.close_path();
    path
}

/// More teeth on a side than these are a straight line.
const MOST_TEETH: f64 = 1000.0;

fn teeth(block: Rect, tooth: f64, is_round: bool) -> BezPath {
    let half = tooth / 2.0;
    let inner = block.inset(-half);
    let pairs = |length: f64| (((length - tooth) / (2.0 * tooth)).round_ties_even() * 2.0).max(2.0);
    let (across, down) = (pairs(inner.width()), pairs(inner.height()));
    if !(tooth > 0.0 && across <= MOST_TEETH && down <= MOST_TEETH) {
        return RoundedRect::from_rect(block, 0.0).to_path(0.05);
    }
    // with y upwards, as in matplotlib, so that teeth begin at the same corner
    let (x0, x1, y0, y1) = (inner.x0, inner.x1, -inner.y1, -inner.y0);
    let side = |from: Point, to: Point, out: Vec2, count: f64| {
        let along = (to - from).normalize() * half;
        let count = 2 * count as usize;
        let (first, step) = (from + along, (to - from - 2.0 * along) / count as f64);
        let bite = [0.0, 1.0, 0.0, -1.0];
        let places = std::iter::once(from).chain((0..=count).map(move |i| first + step * i as f64));
        places.zip(bite.into_iter().cycle()).map(move |(at, bite)| at + out * (bite * half))
    };
    let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map(Point::from);
    let outs = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)].map(Vec2::from);
    let counts = [across, down, across, down];
    let all: Vec<Point> = (0..4)
        .flat_map(|i| side(corners[i], corners[(i + 1) % 4], outs[i], counts[i]))
        .map(|Point { x, y }| Point::new(x, -y))
        .collect();
    if !is_round {
        return closed(all.into_iter().map(|at| (at.x, at.y)));
    }
    let mut path = BezPath::new();
    path.move_to(all[0]);
    for pair in all[1..].chunks(2) {
        path.quad_to(pair[0], *pair.get(1).unwrap_or(&all[0]));
    }
    path.close_path();
    path
}
