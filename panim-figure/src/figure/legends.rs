//! What is said of legends that show otherwise than they were described.

use super::Figure;
use crate::{
    base::warning::{Warning, Warnings},
    layout::Placement,
};

impl Figure {
    /// Says which legends have nothing to show.
    pub(crate) fn warn_of_legends(&self, warnings: &mut Warnings) {
        for (i, axes) in self.axes.iter().enumerate() {
            if axes.state.legends.is_empty() {
                continue;
            }
            let named = self.named_by(i);
            if axes.state.legends.iter().any(|legend| legend.names_nothing(&named)) {
                let is_whole = self.placements[i] == Placement::Whole;
                let call = if is_whole { "Figure, `set_legend`" } else { "Axes, `legend`" };
                warnings.add(Warning::new(format!(
                    "{call}: no artist has a label for it to show: give one by `label`; labels that \
                     begin with `_` are hidden"
                )));
            }
        }
    }

    /// Has axes `i` a cell of a grid, and is it not `other`?
    pub(crate) fn has_own_cell(&self, i: usize, other: usize) -> bool {
        i != other && self.under(other) != i && matches!(self.placements[i], Placement::InGrid(_))
    }
}
