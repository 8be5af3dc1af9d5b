//! What was drawn on an [`Area`](crate::Area), to be drawn again on the scene.

use crate::{
    color::Color,
    scene::{Scene, paint::Bitmap},
    text::{Fonts, TextStyle},
};
use vello_cpu::kurbo::{Affine, BezPath, Point, Rect, Stroke};

/// Shapes in the order they were drawn, in pixels as drawn.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recording {
    shapes: Vec<Shape>,
}

#[derive(Debug, Clone)]
pub(crate) enum Shape {
    Rect(Rect, Color),
    /// Filled where an odd number of outlines goes around.
    Polygon(BezPath, Color),
    Disc(BezPath, Color),
    Line(BezPath, Stroke, Color),
    Text(Label),
    Image(Bitmap, Rect),
}

/// A level text on a sheet that is then turned by quarters about the picture's upper left corner.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) style: TextStyle,
    pub(crate) color: Color,
    /// On the picture.
    pub(crate) anchor: Point,
    pub(crate) turn: Affine,
}

impl Recording {
    pub(crate) fn push(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    pub(crate) fn clear(&mut self) {
        self.shapes.clear();
    }

    pub(crate) fn play(&self, scene: &mut Scene, fonts: &mut Fonts) {
        for shape in &self.shapes {
            match shape {
                Shape::Rect(rect, color) => scene.fill_rect(*rect, *color),
                Shape::Polygon(path, color) => scene.fill_even_odd(path, *color),
                Shape::Disc(path, color) => scene.fill(path, *color),
                Shape::Line(path, stroke, color) => scene.stroke(path, stroke, *color),
                Shape::Text(label) => scene.fill(&label.outline(fonts), label.color),
                Shape::Image(image, place) => scene.image(image, *place),
            }
        }
    }
}

impl Label {
    fn outline(&self, fonts: &mut Fonts) -> BezPath {
        // plotters measured it with these
        let layout = fonts.layout_embedded(&self.style, &self.text);
        // Quarter turns leave pixel edges pixel edges: what is crisp stays crisp.
        self.turn * layout.path_at(self.turn.inverse() * self.anchor)
    }
}
