//! The order in which the parts of an axes are drawn.

use super::{Axes, furniture, furniture::Furniture, view::View};
use crate::{color::Color, pen::Pen};
use vello_cpu::kurbo::Rect;

/// A part of an axes that is drawn in one go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Layer {
    /// The background of the box.
    Patch,
    /// Ticks and texts around the box.
    Furniture,
    Grid,
    /// By its position in the axes.
    Artist(usize),
    Spines,
    Legend,
}

impl Layer {
    /// matplotlib's places: the grid under the lines but over the patches.
    fn zorder(self, axes: &Axes) -> f64 {
        match self {
            Self::Patch | Self::Furniture => f64::NEG_INFINITY,
            Self::Grid => 1.5,
            Self::Artist(i) => axes.slots[i].artist().zorder(),
            Self::Spines => 2.5,
            Self::Legend => 5.0,
        }
    }
}

impl Axes {
    /// Every layer there is something to draw of, the lowest first; of equals, the one added
    /// first.
    pub(crate) fn layers(&self) -> Vec<Layer> {
        let mut layers = vec![Layer::Patch, Layer::Furniture];
        layers.extend(self.look.grid.then_some(Layer::Grid));
        layers.extend((0..self.slots.len()).map(Layer::Artist));
        layers.push(Layer::Spines);
        layers.extend(self.look.legend.is_some().then_some(Layer::Legend));
        layers.sort_by(|a, b| a.zorder(self).total_cmp(&b.zorder(self)));
        layers
    }

    /// How many of `layers` this frame left as they were, counted from the lowest.
    pub(crate) fn untouched(&self, layers: &[Layer]) -> usize {
        if self.is_touched() {
            return 0;
        }
        let changed = |layer: &Layer| match *layer {
            Layer::Artist(i) => self.slots[i].is_touched(),
            // it shows samples of the artists
            Layer::Legend => self.slots.iter().any(|s| s.is_touched() && s.is_labelled()),
            _ => false,
        };
        layers.iter().position(changed).unwrap_or(layers.len())
    }

    pub(crate) fn draw(&self, layer: Layer, view: &View, furniture: &Furniture, pen: &mut Pen<'_>) {
        match layer {
            Layer::Patch => {
                let face = self.look.face.get().unwrap_or(Color::TRANSPARENT);
                pen.canvas.fill_rect(view.frame, face);
            }
            Layer::Furniture => furniture.draw(view, pen.canvas, pen.point),
            Layer::Grid => furniture::draw_grid(view, pen.canvas, pen.point),
            Layer::Spines => furniture::draw_spines(view, pen.canvas, pen.point),
            Layer::Legend => {
                if let Some(legend) = &self.look.legend {
                    legend.draw(self, pen);
                }
            }
            Layer::Artist(i) => self.slots[i].draw(pen),
        }
    }

    /// The room that the artists touched in this frame, or all of them, take outside the box.
    pub(crate) fn beyond(&self, touched_alone: bool, pen: &mut Pen<'_>) -> Option<Rect> {
        let slots = self.slots.iter().filter(|slot| slot.is_touched() || !touched_alone);
        slots.filter_map(|slot| slot.artist().beyond(pen)).reduce(|a, b| a.union(b))
    }
}
