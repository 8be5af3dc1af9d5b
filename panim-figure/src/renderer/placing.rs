//! Axes, legends and titles at their places, once setup is over.

use super::{Renderer, shown::Shown};
use crate::{
    Axes, Loc,
    axes::{
        decorations::{Standoff, Within},
        legend,
    },
    base::warning::Warning,
    layout::{self, PlacedAxes},
    pen::AxesBox,
};
use vello_cpu::kurbo::Rect;

/// A figure legend that leaves less than this part of the width or height is told.
const LEAST_LEFT: f64 = 0.25;

/// All axes of the figure, for artists that are in one and point into another.
pub(super) fn boxes<'a>(axes: &[Axes], shown: impl Iterator<Item = &'a Shown>) -> Vec<AxesBox> {
    axes.iter().zip(shown).map(|(axes, shown)| shown.axes_box(axes)).collect()
}

/// Of a legend beside its axes.
pub(super) fn legend_without_room() -> Warning {
    Warning::new(
        "Legend, `loc`: there is too little room for it beside its axes, and it is cut or lies on others: \
         make the figure larger by `Figure::set_size`, or the legend smaller by `columns` or `size`, and \
         set in #[setup] a title that it stands above",
    )
}

/// Does the page show all of it?
pub(super) fn is_within(place: Rect, page: Rect) -> bool {
    // the edge of its box may be cut
    page.inflate(1.0, 1.0).union(place) == page.inflate(1.0, 1.0)
}

impl Renderer {
    /// Places every axes as setup left it.
    pub(super) fn freeze(&mut self) {
        let (whole, free) = (self.whole(), self.page());
        let Self { figure, fonts, scene, .. } = self;
        let point = figure.point();
        let placed = layout::arrange(&figure.contents(), whole, free, fonts, point);
        self.frozen = Vec::new();
        for of_axes in layout::legends_outside(&figure.contents(), &placed, fonts, point) {
            figure.axes[of_axes.axes].state.legends[of_axes.legend].set_area(of_axes.outward);
            let placed = placed.iter().map(|placed| placed.frame).enumerate();
            let mut others = placed.filter(|(i, _)| figure.has_own_cell(*i, of_axes.axes));
            let is_covered = others.any(|(_, frame)| frame.overlaps(of_axes.place));
            if is_covered || !is_within(of_axes.place, whole) {
                self.warnings.add(legend_without_room());
            }
        }
        for (i, PlacedAxes { frame, standoff, .. }) in placed.into_iter().enumerate() {
            let axes = &mut figure.axes[i];
            let shown = Shown::new(axes, frame, standoff, Within::page(whole), fonts, point);
            let top = shown.decorations.room.outward.y0;
            axes.state.legends.iter_mut().for_each(|legend| legend.set_top(top));
            self.frozen.push(shown);
        }
        let boxes = boxes(&figure.axes, self.frozen.iter());
        for (i, shown) in self.frozen.iter_mut().enumerate() {
            let axes = &figure.axes[i];
            let mut pen = shown.pen(axes, &boxes, (scene, fonts), point);
            let beyond = axes.beyond(false, &figure.axes, &mut pen);
            let words_alone = axes.is_words_alone(&mut pen);
            shown.reach = match beyond {
                // else the figure's title would lie over everything
                Some(beyond) if words_alone => beyond,
                Some(beyond) => shown.reach.union(beyond),
                None => shown.reach,
            };
            let outward = shown.decorations.room.outward;
            let mut pen = shown.pen(axes, &boxes, (scene, fonts), point);
            let legends = axes.legends_reach(false, (|| figure.named_by(i), outward), &mut pen);
            shown.reach = legends.map_or(shown.reach, |legends| shown.reach.union(legends));
            self.warnings.extend(shown.left_out());
        }
        let free: Vec<Rect> = (0..self.frozen.len()).map(|i| self.free(i)).collect();
        for (shown, free) in self.frozen.iter_mut().zip(free) {
            shown.free = free;
        }
    }

    /// What the neighbours of an axes leave of the page for its axis labels: each has half of what is
    /// between the words of both.
    fn free(&self, i: usize) -> Rect {
        let room = |shown: &Shown| (shown.view.frame, shown.decorations.room.outward);
        let (frame, own) = room(&self.frozen[i]);
        let mut free = self.whole();
        for (other, neighbour) in self.frozen.iter().map(room) {
            if neighbour.y0 < own.y1 && own.y0 < neighbour.y1 {
                if other.x1 <= frame.x0 {
                    free.x0 = free.x0.max(f64::midpoint(neighbour.x1, own.x0).min(own.x0));
                } else if other.x0 >= frame.x1 {
                    free.x1 = free.x1.min(f64::midpoint(neighbour.x0, own.x1).max(own.x1));
                }
            }
            if neighbour.x0 < own.x1 && own.x0 < neighbour.x1 {
                if other.y1 <= frame.y0 {
                    free.y0 = free.y0.max(f64::midpoint(neighbour.y1, own.y0).min(own.y0));
                } else if other.y0 >= frame.y1 {
                    free.y1 = free.y1.min(f64::midpoint(neighbour.y0, own.y1).max(own.y1));
                }
            }
        }
        free
    }

    pub(super) fn whole(&self) -> Rect {
        Rect::new(0.0, 0.0, self.size.0.into(), self.size.1.into())
    }

    /// Puts legends where they stand best among the artists as they are.
    pub(super) fn place_legends(&mut self) -> Vec<Vec<Loc>> {
        let Self { figure, fonts, scene, frozen, .. } = self;
        let point = figure.point();
        let boxes = boxes(&figure.axes, frozen.iter());
        let best = |(i, axes): (usize, &Axes)| {
            let mut pen = frozen[i].pen(axes, &boxes, (scene, fonts), point);
            legend::best_places(&axes.state.legends, &figure.named_by(i), &mut pen)
        };
        let places: Vec<_> = figure.axes.iter().enumerate().map(best).collect();
        figure.place_legends(&places);
        places
    }

    #[cfg(test)]
    pub(crate) fn free_page(&mut self) -> Rect {
        self.page()
    }

    /// What the figure's titles and legend leave free.
    fn page(&mut self) -> Rect {
        let whole = self.whole();
        let Self { figure, fonts, scene, .. } = self;
        let point = figure.point();
        let Some((i, overlay)) = figure.overlay_axes() else { return whole };
        let shown =
            Shown::new(overlay, whole, Standoff::default(), Within::page(whole), fonts, point);
        let mut pen = shown.pen(overlay, &[], (scene, fonts), point);
        let mut page = figure.beside_titles(whole, &mut pen);
        let mut legends = overlay.state.legends.clone();
        for legend in &mut legends {
            page = legend.cut_from(page, &figure.named_by(i), &mut pen);
        }
        let crushes = |left: f64, of: f64| left < LEAST_LEFT * of;
        if crushes(page.width(), whole.width()) || crushes(page.height(), whole.height()) {
            self.warnings.add(Warning::new(
                "Figure, `set_legend`: it leaves the axes hardly any room: make the figure larger by \
                 `Figure::set_size`, or the legend smaller by `columns` or `size`",
            ));
        }
        figure.axes[i].state.legends = legends;
        page
    }
}
