//! What of a frame is background and what is drawn over it.

use crate::{Figure, axes::layers::Layer};
use vello_cpu::kurbo::Rect;

/// Layers, each with the position of its axes, in the order they are drawn.
pub(crate) type Layers = Vec<(usize, Layer)>;

pub(crate) struct Split {
    /// Names the background too: nothing in it was touched, so equal layers are equal pixels.
    pub(crate) background: Layers,
    pub(crate) foreground: Layers,
    /// Where axes are cut in two, in order.
    pub(crate) cuts: Vec<Cut>,
}

/// An axes that is partly background.
pub(crate) struct Cut {
    /// So many layers of the background end with it.
    pub(crate) below: usize,
    /// The layer of the foreground with which it goes on.
    pub(crate) above: usize,
}

impl Split {
    /// Follows from what the frame touched only. `reaches`: the room that each axes takes.
    ///
    /// An axes that lies over an earlier one with something in front is all in front: else the
    /// earlier one would cover it.
    pub(crate) fn new(figure: &Figure, reaches: &[Rect]) -> Self {
        let mut split = Self { background: Vec::new(), foreground: Vec::new(), cuts: Vec::new() };
        let mut in_front: Vec<Rect> = Vec::new();
        for (i, layers) in figure.stack() {
            let (axes, reach) = (&figure.axes[i], reaches[i]);
            let covers = in_front.iter().any(|front| front.overlaps(reach));
            let still = if covers { 0 } else { axes.untouched(&layers, &figure.named_by(i)) };
            if still < layers.len() {
                in_front.push(reach);
            }
            let (below, above) = layers.split_at(still);
            split.background.extend(below.iter().map(|&layer| (i, layer)));
            if !below.is_empty() && !above.is_empty() {
                let (below, above) = (split.background.len(), split.foreground.len());
                split.cuts.push(Cut { below, above });
            }
            split.foreground.extend(above.iter().map(|&layer| (i, layer)));
        }
        split
    }
}
