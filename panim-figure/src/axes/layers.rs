//! The order in which the parts of an axes are drawn.

use super::{Axes, decorations::Decorations, legend::NamedArtists, view::View};
use crate::{Projection, pen::Pen};
use vello_cpu::kurbo::Rect;

/// A part of an axes that is drawn in one go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Layer {
    /// The background of the box.
    Patch,
    /// Ticks and texts around the box.
    Decorations,
    Grid,
    /// Ticks that lie inside of the box.
    Ticks,
    /// By its position in the axes, and which part of it: 0, or one above that.
    Artist(usize, usize),
    Spines,
    /// The texts inside of polar axes.
    Labels,
    Legend,
}

impl Layer {
    /// A number of the artist's, and one that the rest share: what hands of their own draw.
    pub(crate) fn whose(self) -> usize {
        match self {
            Self::Artist(i, _) => i + 1,
            _ => 0,
        }
    }
}

impl Axes {
    /// Every layer there is something to draw of, the lowest first; of equals, the one added
    /// first.
    pub(crate) fn layers(&self) -> Vec<Layer> {
        if let Some(layers) = self.layers_in_space() {
            return layers;
        }
        // matplotlib's places: the grid under the lines but over the patches
        let grid = if self.state.style.grid_below { 0.5 } else { 1.5 };
        let bottom = f64::NEG_INFINITY;
        let mut layers = vec![(bottom, Layer::Patch), (bottom, Layer::Decorations)];
        layers.extend(self.state.has_grid().then_some((grid, Layer::Grid)));
        layers.extend(self.state.has_ticks_inside().then_some((grid, Layer::Ticks)));
        for (i, slot) in self.slots.iter().enumerate() {
            let parts = slot.artist().zorders().enumerate();
            layers.extend(parts.map(|(part, zorder)| (zorder, Layer::Artist(i, part))));
        }
        layers.push((2.5, Layer::Spines));
        layers.extend((self.state.projection == Projection::Polar).then_some((2.5, Layer::Labels)));
        layers.extend((!self.state.legends.is_empty()).then_some((5.0, Layer::Legend)));
        layers.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        layers.into_iter().map(|(_, layer)| layer).collect()
    }

    /// How many of `layers` this frame left as they were, counted from the lowest. `named`: what its
    /// legends name.
    pub(crate) fn untouched(&self, layers: &[Layer], named: &NamedArtists<'_>) -> usize {
        if self.is_touched() {
            return 0;
        }
        let changed = |layer: &Layer| match *layer {
            Layer::Artist(i, _) => self.slots[i].is_moved(named.all),
            // it shows samples of the artists
            Layer::Legend => self.state.legends.iter().any(|legend| legend.is_touched(named)),
            _ => false,
        };
        layers.iter().position(changed).unwrap_or(layers.len())
    }

    /// Draws one layer. `named`: what its legends name.
    pub(crate) fn draw(
        &self,
        layer: Layer,
        (view, decorations): (&View, &Decorations),
        named: &NamedArtists<'_>,
        pen: &mut Pen<'_>,
    ) {
        match layer {
            Layer::Patch => pen.scene.list(&decorations.patch),
            Layer::Decorations => pen.scene.list(&decorations.around),
            Layer::Grid => {
                pen.scene.push_clip(view.frame);
                pen.scene.list(&decorations.grid);
                pen.scene.pop_clip();
            }
            Layer::Ticks => pen.scene.list(&decorations.inside),
            Layer::Spines => pen.scene.list(&decorations.spines),
            Layer::Labels => pen.scene.list(&decorations.labels),
            Layer::Legend => {
                let outward = decorations.room.outward;
                self.state.legends.iter().for_each(|legend| legend.draw(named, outward, pen));
            }
            Layer::Artist(i, part) => self.slots[i].draw(part, pen),
        }
    }

    /// Is nothing drawn but artists that say themselves what room they take?
    pub(crate) fn is_words_alone(&self, pen: &mut Pen<'_>) -> bool {
        let is_bare = self.is_bare() && self.state.legends.is_empty();
        let mut artists = self.slots.iter().map(|slot| slot.artist());
        is_bare && !self.state.has_title() && artists.all(|a| a.beyond(pen).is_some())
    }

    /// The room that its legends take, or those alone whose samples this frame changed.
    pub(crate) fn legends_reach<'a>(
        &self,
        touched_alone: bool,
        (named, outward): (impl Fn() -> NamedArtists<'a>, Rect),
        pen: &mut Pen<'_>,
    ) -> Option<Rect> {
        // most figures have none that may
        let legends = self.state.legends.iter().filter(|legend| legend.may_reach_out());
        let legends: Vec<_> = legends.collect();
        if legends.is_empty() {
            return None;
        }
        let named = &named();
        let legends = legends.into_iter();
        let legends = legends.filter(|legend| !touched_alone || legend.is_touched(named));
        legends.filter_map(|legend| legend.reach(named, outward, pen)).reduce(|a, b| a.union(b))
    }

    /// Does the layout place all of its legends that may reach out?
    pub(crate) fn has_legends_beside(&self) -> bool {
        let mut out = self.state.legends.iter().filter(|legend| legend.may_reach_out());
        out.all(|legend| legend.beside().is_some())
    }

    /// The room that the artists touched in this frame, or all of them, take outside the box. `all`: the
    /// figure's axes.
    pub(crate) fn beyond(
        &self,
        touched_alone: bool,
        all: &[Self],
        pen: &mut Pen<'_>,
    ) -> Option<Rect> {
        let slots = self.slots.iter().filter(|slot| slot.is_moved(all) || !touched_alone);
        slots.filter_map(|slot| slot.artist().reach(pen)).reduce(|a, b| a.union(b))
    }
}
