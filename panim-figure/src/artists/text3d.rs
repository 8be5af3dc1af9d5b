//! Words at a place in space.

use crate::{
    FigureError, Label, Number,
    artist::{AxesKind, Draw},
    base::{
        check::checked_finite,
        extent::Extent,
        properties::properties,
        word::{Named, OneOf},
    },
    parts::{
        common::{Common, common_properties, draw_common},
        lettering::Placed,
        words::{Words, placed_words_properties},
    },
    pen::Pen,
    transform::space::{Space, Vec3, each},
};
use vello_cpu::kurbo::Rect;

/// Words at a point of a 3D axes, as [`Text`](crate::Text) in a flat one. They face the reader, level or along a
/// [direction](Self::zdir) in space; what is nearer is drawn over them. Not cut at the axes' edges.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// for (zdir, at) in [("x", (2, 6, 4)), ("y", (6, 4, 4)), ("z", (4, 4, 2))] {
///     ax.add(Text3D::new(at, format!("along {zdir}")).zdir(zdir));
/// }
/// ax.add(Text3D::new((9, 0, 0), "level").color("red"));
/// ax.set_xlim(0, 10).set_ylim(0, 10).set_zlim(0, 10);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("text3d", fig);
/// ```
#[doc = include_str!("../../docs/text3d.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Text3D {
    at: Vec3,
    zdir: Option<TextDirection>,
    words: Words,
    moving: bool,
    common: Common,
}

/// The way in space along which words run: along an axis, matplotlib's `"x"`, `"y"`, `"z"`, or along a vector.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TextDirection {
    /// Along x.
    X,
    /// Along y.
    Y,
    /// Along z.
    Z,
    /// Along a vector in data coordinates.
    Vector(f64, f64, f64),
}

impl Named for TextDirection {
    const KIND: &'static str = "a direction of words";
    const NAMES: &'static [&'static str] = &["x", "y", "z"];

    fn named(name: &str) -> Option<Self> {
        match name {
            "x" => Some(Self::X),
            "y" => Some(Self::Y),
            "z" => Some(Self::Z),
            _ => None,
        }
    }
}

impl<X: Number, Y: Number, Z: Number> OneOf<TextDirection> for (X, Y, Z) {
    fn choice(self) -> Result<TextDirection, String> {
        Ok(TextDirection::Vector(self.0.value(), self.1.value(), self.2.value()))
    }
}

impl TextDirection {
    fn vector(self) -> Vec3 {
        match self {
            Self::X => [1.0, 0.0, 0.0],
            Self::Y => [0.0, 1.0, 0.0],
            Self::Z => [0.0, 0.0, 1.0],
            Self::Vector(x, y, z) => [x, y, z],
        }
    }
}

impl Text3D {
    /// `text` at a point in data coordinates, to the right of it, standing on it.
    pub fn new(position: (impl Number, impl Number, impl Number), text: impl Into<Label>) -> Self {
        Self {
            at: [position.0.value(), position.1.value(), position.2.value()],
            zdir: None,
            words: Words::new(text.into()),
            moving: false,
            common: Common::default(),
        }
    }

    /// Moves the text.
    pub fn set_position(&mut self, position: (impl Number, impl Number, impl Number)) -> &mut Self {
        self.at = [position.0.value(), position.1.value(), position.2.value()];
        self.moving = true;
        self
    }

    /// Changes the words; how they look stays where a [`Label`] does not say otherwise.
    pub fn set_text(&mut self, text: impl Into<Label>) -> &mut Self {
        self.words.set(text.into());
        self
    }

    fn place(&self, pen: &mut Pen<'_>) -> Option<Placed> {
        let space = pen.space?;
        let at = space.at(self.at);
        let turned = self.turn(&space);
        let moving = self.moving || pen.moving;
        match turned {
            Some(turn) => {
                let rotation = self.words.rotation + turn;
                Words { rotation, ..self.words.clone() }.place(pen, at, moving)
            }
            None => self.words.place(pen, at, moving),
        }
    }

    /// How its direction is turned on the picture, in degrees, so that it can be read.
    fn turn(&self, space: &Space) -> Option<f64> {
        let along = self.zdir?.vector();
        let way = space.at(each(|i| self.at[i] + along[i])) - space.at(self.at);
        let degrees = (-way.y).atan2(way.x).to_degrees();
        let upright = (degrees + 180.0).rem_euclid(180.0);
        // what is upright but for rounding does not turn over
        let is_over = upright > 90.0 + 1e-6;
        degrees.is_finite().then_some(if is_over { upright - 180.0 } else { upright })
    }
}

properties! { Text3D {
    /// The way in space along which the words run: `"x"`, `"y"`, `"z"` or a vector in data coordinates,
    /// `(1, 1, 0)`; they are turned further by `rotation`. Default: level in the picture.
    zdir / set_zdir(direction: impl OneOf<TextDirection>) |text| {
        text.common.misnamed.set("zdir", direction, &mut text.zdir);
    };
} }
placed_words_properties!(Text3D);
common_properties!(Text3D);

impl Draw for Text3D {
    draw_common!(Text3D);

    fn check(&self) -> Result<(), FigureError> {
        self.at.iter().try_for_each(|at| checked_finite("Text3D", "position", ("a place", *at)))?;
        if let Some(direction) = self.zdir {
            let parts = direction.vector();
            parts.iter().try_for_each(|part| {
                checked_finite("Text3D", "zdir", ("a part of a direction", *part))
            })?;
        }
        self.words.check("Text3D")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        if let Some(placed) = self.place(pen) {
            self.words.draw(pen, &self.common, &placed);
        }
    }

    fn extent(&self) -> Extent {
        Extent::default() // as in matplotlib, text does not widen the limits
    }

    fn default_zorder(&self) -> f64 {
        3.0
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::Space
    }

    fn depth(&self, space: &Space) -> f64 {
        space.mean_depth([self.at].into_iter())
    }

    fn is_cut(&self, _part: usize) -> bool {
        false
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        Some(self.place(pen).map_or(Rect::ZERO, |placed| placed.bounds()))
    }

    fn freeze(&mut self) {
        self.moving = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AxisScale;

    /// `Text3D.get_rotation()` while it is drawn, matplotlib 3.11, of `ax.text(5, 5, 5, "", zdir)` in limits 0 to 10
    /// that are fixed.
    #[test]
    fn words_run_along_their_direction_as_in_matplotlib() {
        let limits = [(AxisScale::Linear, (0.0, 10.0)); 3];
        let space = Space::new(limits, (30.0, -60.0), Rect::new(0.0, 0.0, 100.0, 100.0));
        let turn = |zdir| Text3D::new((5, 5, 5), "").zdir(zdir).turn(&space).unwrap_or(f64::NAN);
        for (zdir, wanted) in [
            (TextDirection::X, TURNS[0]),
            (TextDirection::Y, TURNS[1]),
            (TextDirection::Z, TURNS[2]),
            (TextDirection::Vector(1.0, 1.0, 0.0), TURNS[3]),
            (TextDirection::Vector(1.0, 1.0, 1.0), TURNS[4]),
        ] {
            assert!((turn(zdir) - wanted).abs() < 1e-6, "{zdir:?}: {}", turn(zdir));
        }
    }

    const TURNS: [f64; 5] =
        [-16.102_113_751_986, 40.893_394_649_131, 90.0, 7.630_740_212_43, 31.360_450_281_191];
}
