//! What stands around and behind the artists of an axes: patch, grid, spines, ticks and texts,
//! placed and ready to be drawn, whatever the projection.

use super::{
    Axes, boxed,
    look::{Look, Projection},
    polar, space,
    view::View,
};
use crate::{
    canvas::Canvas,
    color::Color,
    text::{Fonts, TextLayout, TextStyle},
};
use vello_cpu::kurbo::{BezPath, Point, Rect, Stroke};

#[derive(Debug)]
pub(crate) struct Furniture {
    pub(crate) patch: Vec<Piece>,
    pub(crate) grid: Vec<Piece>,
    pub(crate) spines: Vec<Piece>,
    /// Ticks and texts.
    pub(crate) around: Vec<Piece>,
    /// What is to be read on top of the artists: the distances on a disc.
    pub(crate) labels: Vec<Piece>,
    /// Everything of the axes: the box, the ticks and the texts.
    pub(crate) bounds: Rect,
    pub(crate) standoff: Standoff,
}

/// Something drawn in one go.
#[derive(Debug)]
pub(crate) enum Piece {
    Rect(Rect, Color),
    Fill(BezPath, Color),
    Stroke(BezPath, Stroke, Color),
    Text(TextLayout, Point, Color),
}

/// How far labels and title stand from the box, in pixels. What `#[setup]` needed is kept, so
/// that labels stand still while ticks change.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Standoff {
    pub(crate) x_label: f64,
    pub(crate) y_label: f64,
    pub(crate) title: f64,
}

impl Furniture {
    /// Places everything; labels and title no nearer than `least`.
    pub(crate) fn new(
        axes: &Axes,
        view: &View,
        fonts: &mut Fonts,
        point: f64,
        least: Standoff,
    ) -> Self {
        let mut placing = Placing::new(&axes.look, view, fonts, point);
        match axes.look.projection {
            _ if axes.is_bare() => boxed::place_title(&mut placing, least),
            Projection::Rectilinear => boxed::place(&mut placing, least),
            Projection::Polar => polar::place(&mut placing, least),
            Projection::ThreeD => space::place(&mut placing, least),
        }
        placing.done
    }
}

/// Furniture being placed, and the room it takes so far.
pub(super) struct Placing<'a> {
    pub(super) look: &'a Look,
    pub(super) view: &'a View,
    pub(super) fonts: &'a mut Fonts,
    pub(super) point: f64,
    pub(super) done: Furniture,
}

impl<'a> Placing<'a> {
    fn new(look: &'a Look, view: &'a View, fonts: &'a mut Fonts, point: f64) -> Self {
        let done = Furniture {
            patch: Vec::new(),
            grid: Vec::new(),
            spines: Vec::new(),
            around: Vec::new(),
            labels: Vec::new(),
            bounds: view.frame,
            standoff: Standoff::default(),
        };
        Self { look, view, fonts, point, done }
    }

    /// Places one text and says where it is.
    pub(super) fn text(&mut self, style: &TextStyle, text: &str, at: Point, color: Color) -> Rect {
        if text.is_empty() {
            return Rect::from_points(at, at);
        }
        let layout = self.fonts.layout(style, text);
        let bounds = layout.bounds() + at.to_vec2();
        self.done.bounds = self.done.bounds.union(bounds);
        self.done.around.push(Piece::Text(layout, at, color));
        bounds
    }
}

pub(crate) fn draw(pieces: &[Piece], canvas: &mut Canvas) {
    for piece in pieces {
        match piece {
            Piece::Rect(rect, color) => canvas.fill_rect(*rect, *color),
            Piece::Fill(path, color) => canvas.fill(path, *color),
            Piece::Stroke(path, stroke, color) => canvas.stroke(path, stroke, *color),
            Piece::Text(text, at, color) => canvas.fill(&text.path_at(*at), *color),
        }
    }
}
