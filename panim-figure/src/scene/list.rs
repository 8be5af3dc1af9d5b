//! Shapes that are placed once, and recorded whenever they are to be seen.

#[cfg(feature = "plotters")]
use super::paint::Bitmap;
use super::{Scene, paint::Paint, shape::Geometry};
use crate::color::Color;
#[cfg(feature = "plotters")]
use vello_cpu::kurbo::Rect;

/// Shapes in their order, in pixels, of no picture yet.
#[derive(Debug, Clone, Default)]
pub(crate) struct ShapeList(Vec<(Geometry, Paint)>);

impl ShapeList {
    pub(crate) fn push(&mut self, shape: Geometry, color: Color) {
        self.0.push((shape, Paint::Color(color)));
    }

    /// Pixels, stretched over `place`; they stay sharp.
    #[cfg(feature = "plotters")]
    pub(crate) fn push_image(&mut self, image: &Bitmap, place: Rect) {
        self.0.extend(image.over(place).map(|paint| (Geometry::Rect(place), paint)));
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

impl Extend<(Geometry, Color)> for ShapeList {
    fn extend<T: IntoIterator<Item = (Geometry, Color)>>(&mut self, shapes: T) {
        self.0.extend(shapes.into_iter().map(|(shape, color)| (shape, Paint::Color(color))));
    }
}

impl Scene {
    /// Records all of a list.
    pub(crate) fn list(&mut self, list: &ShapeList) {
        list.0.iter().for_each(|(shape, paint)| self.add(shape.clone(), paint.clone()));
    }
}
