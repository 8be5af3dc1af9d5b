//! Shapes that are placed once, and recorded whenever they are to be seen.

#[cfg(feature = "plotters")]
use super::paint::Bitmap;
use super::{Scene, hand::DrawnAs, paint::Paint, shape::Geometry};
use crate::color::Color;
use vello_cpu::kurbo::BezPath;
#[cfg(feature = "plotters")]
use vello_cpu::kurbo::Rect;

/// Shapes in their order, in pixels, of no picture yet.
#[derive(Debug, Clone, Default)]
pub(crate) struct ShapeList(Vec<(DrawnAs, Geometry, Paint)>);

impl ShapeList {
    pub(crate) fn push(&mut self, shape: Geometry, color: Color) {
        self.push_as(DrawnAs::Shape, shape, color);
    }

    pub(crate) fn push_as(&mut self, how: DrawnAs, shape: Geometry, color: Color) {
        self.0.push((how, shape, Paint::Color(color)));
    }

    pub(crate) fn push_letters(&mut self, letters: Vec<(BezPath, Color)>) {
        for (path, color) in letters {
            self.push_as(DrawnAs::Letters, Geometry::area(path), color);
        }
    }

    /// Pixels, stretched over `place`; they stay sharp.
    #[cfg(feature = "plotters")]
    pub(crate) fn push_image(&mut self, image: &Bitmap, place: Rect) {
        let paint = image.over(place);
        self.0.extend(paint.map(|paint| (DrawnAs::Shape, Geometry::Rect(place), paint)));
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

impl Extend<(Geometry, Color)> for ShapeList {
    fn extend<T: IntoIterator<Item = (Geometry, Color)>>(&mut self, shapes: T) {
        shapes.into_iter().for_each(|(shape, color)| self.push(shape, color));
    }
}

impl Scene {
    /// Records all of a list.
    pub(crate) fn list(&mut self, list: &ShapeList) {
        for (how, shape, paint) in &list.0 {
            self.record_as(*how, shape.clone(), paint.clone(), false);
        }
    }
}
