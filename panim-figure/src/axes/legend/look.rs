//! How a legend looks: its frame, its colours, and its distances.

use super::key::KeyOf;
use crate::{
    FigureError, Style,
    artist::KEY_HEIGHT,
    base::check::{PADDING, checked_opacity, checked_size},
    color::{Color, ColorSpec, checked_color},
    pen::Pen,
};
use vello_cpu::kurbo::{Affine, Rect, RoundedRect, Shape, Stroke, Vec2};

/// Distances in sizes of the text; matplotlib's by default.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spacing {
    /// Between rows.
    pub(super) label: f64,
    pub(super) column: f64,
    pub(super) handle_length: f64,
    pub(super) handle_height: f64,
    pub(super) handle_text: f64,
    pub(super) border: f64,
}

impl Default for Spacing {
    fn default() -> Self {
        Self {
            label: 0.5,
            column: 2.0,
            handle_length: 2.0,
            handle_height: KEY_HEIGHT,
            handle_text: 0.8,
            border: 0.4,
        }
    }
}

impl Spacing {
    /// In pixels, `em` of which are the size of the text.
    pub(super) fn pixels(self, em: f64) -> Self {
        Self {
            label: self.label * em,
            column: self.column * em,
            handle_length: self.handle_length * em,
            handle_height: self.handle_height * em,
            handle_text: self.handle_text * em,
            border: self.border * em,
        }
    }

    pub(super) fn check(&self) -> Result<(), FigureError> {
        let Self { label, column, handle_length, handle_height, handle_text, border } = *self;
        let all = [
            ("label_spacing", label),
            ("column_spacing", column),
            ("handle_length", handle_length),
            ("handle_height", handle_height),
            ("handle_text_pad", handle_text),
            ("border_pad", border),
        ];
        all.into_iter().try_for_each(|(argument, size)| PADDING.check("Legend", argument, size))
    }
}

/// The box around a legend.
#[derive(Debug, Clone)]
pub(super) struct FrameLook {
    /// Default: the style's.
    pub(super) is_on: Option<bool>,
    pub(super) is_round: bool,
    pub(super) has_shadow: bool,
    /// Default: 0.8, and 1 over a shadow.
    pub(super) alpha: Option<f64>,
    /// Default: the style's axes'.
    pub(super) face: Option<ColorSpec>,
    pub(super) edge: ColorSpec,
    /// In points.
    pub(super) edge_width: f64,
}

impl Default for FrameLook {
    fn default() -> Self {
        Self {
            is_on: None,
            is_round: true,
            has_shadow: false,
            alpha: None,
            face: None,
            edge: Color::rgb(0xcc, 0xcc, 0xcc).into(),
            edge_width: 1.0,
        }
    }
}

const ROUNDING: f64 = 0.2;
/// Of the shadow from the box, to the right and down, in points.
const SHADOW: f64 = 2.0;
/// How much of the box's colour its shadow has.
const SHADE: f64 = 0.3;
const SHADOW_ALPHA: f64 = 0.5;

impl FrameLook {
    pub(super) fn check(&self) -> Result<(), FigureError> {
        if let Some(face) = &self.face {
            checked_color("Legend", "face_color", face)?;
        }
        checked_color("Legend", "edge_color", &self.edge)?;
        checked_size("Legend", "edge_width", self.edge_width)?;
        self.alpha.map_or(Ok(()), |alpha| checked_opacity("Legend", "frame_alpha", alpha))
    }

    /// How far it reaches beyond its box, in points.
    pub(super) fn spare(&self) -> f64 {
        if self.is_on == Some(false) { 0.0 } else { self.edge_width + SHADOW }
    }

    pub(super) fn draw(&self, frame: Rect, em: f64, pen: &mut Pen<'_>) {
        if !self.is_on.unwrap_or(pen.style.legend_frame) {
            return;
        }
        // the edge runs along the middle of its pixels
        let frame = frame.inset(-0.5);
        let shape = match self.is_round {
            true => RoundedRect::from_rect(frame, ROUNDING * em).to_path(0.05),
            false => frame.to_path(0.05),
        };
        let alpha = self.alpha.unwrap_or(if self.has_shadow { 1.0 } else { 0.8 });
        let own = |color: &ColorSpec| color.get().unwrap_or(Color::TRANSPARENT);
        let face = self.face.as_ref().map_or(pen.style.axes_face, own);
        let stroke = Stroke::new(self.edge_width * pen.point);
        if self.has_shadow {
            let down = SHADOW * pen.point;
            let shadow = Affine::translate(Vec2::new(down, down)) * shape.clone();
            let shade = |part: u8| (SHADE * f64::from(part)).round() as u8;
            let color = Color::rgb(shade(face.red()), shade(face.green()), shade(face.blue()));
            pen.scene.push_group(SHADOW_ALPHA);
            pen.scene.fill(&shadow, color);
            if self.edge_width > 0.0 {
                pen.scene.stroke(&shadow, &stroke, color);
            }
            pen.scene.pop_group();
        }
        let faded = |color: Color| color.with_alpha(color.alpha() * alpha);
        pen.scene.fill(&shape, faded(face));
        if self.edge_width > 0.0 {
            pen.scene.stroke(&shape, &stroke, faded(own(&self.edge)));
        }
    }
}

/// The colour of the words.
#[derive(Debug, Clone, Default)]
pub(super) enum LabelColor {
    #[default]
    Style,
    /// Again from the first where entries are more.
    Each(Vec<ColorSpec>),
    OfKeys,
}

impl LabelColor {
    pub(super) fn one(color: ColorSpec) -> Self {
        match color.get() {
            Err(other) if other.given() == "linecolor" => Self::OfKeys,
            _ => Self::Each(vec![color]),
        }
    }

    pub(super) fn check(&self) -> Result<(), FigureError> {
        let Self::Each(colors) = self else { return Ok(()) };
        let argument = if colors.len() == 1 { "label_color" } else { "label_colors" };
        if colors.is_empty() {
            return Err(FigureError::new("Legend", argument, "no color is in the list"));
        }
        colors.iter().try_for_each(|color| checked_color("Legend", argument, color))
    }

    /// Of the `i`-th entry, whose key is drawn first of these.
    pub(super) fn of(&self, i: usize, keys: &[KeyOf<'_>], style: &Style) -> Color {
        let own = match self {
            Self::Style => None,
            Self::Each(colors) => colors.get(i % colors.len().max(1)).and_then(|c| c.get().ok()),
            Self::OfKeys => keys.iter().find_map(|key| key.color(style)),
        };
        own.unwrap_or(style.legend_color())
    }
}
