//! Axes that belong to others or to the whole figure: twins, insets.

use super::Figure;
use crate::{Artist, Axes, Handle, Legend, Number, base::check::INSET, layout::Placement};

impl Figure {
    /// Adds an axes on the box of another one that shares its x axis and has a y axis of its own,
    /// at the right.
    ///
    /// ```
    /// # use panim_figure::{Figure, Line};
    /// # let mut fig = Figure::new();
    /// let ax = fig.axes();
    /// ax.set_ylabel("pressure").add(Line::new([0, 1, 2], [5, 6, 4]));
    /// let left = ax.handle();
    /// let right = fig.twin_x(left);
    /// right.set_ylabel("temperature").add(Line::new([0, 1, 2], [300, 310, 290]).color("C1"));
    /// # panim_figure::Renderer::new(fig).unwrap();
    /// ```
    #[track_caller]
    #[doc(alias = "twinx")]
    pub fn twin_x(&mut self, axes: Handle<Axes>) -> &mut Axes {
        let (of, twin) = self.add_twin(axes);
        self.links.share_x(vec![of, twin]);
        let state = &mut self.axes[twin].state;
        state.y.far = true;
        state.x.be_borrowed();
        &mut self.axes[twin]
    }

    /// Adds an axes on the box of another one that shares its y axis and has an x axis of its own,
    /// at the top.
    #[track_caller]
    #[doc(alias = "twiny")]
    pub fn twin_y(&mut self, axes: Handle<Axes>) -> &mut Axes {
        let (of, twin) = self.add_twin(axes);
        self.links.share_y(vec![of, twin]);
        let state = &mut self.axes[twin].state;
        state.x.far = true;
        state.y.be_borrowed();
        &mut self.axes[twin]
    }

    pub(super) fn add_twin(&mut self, axes: Handle<Axes>) -> (usize, usize) {
        let of = self.place(axes).axes;
        let of = self.under(of);
        let twin = self.add_axes(Placement::Over(of));
        let cycle = self.axes[of].cycle().clone();
        self.axes[twin].be_twin(cycle);
        (of, twin)
    }

    /// Adds an axes inside the box of another one: `left`, `bottom`, `width` and `height` are
    /// fractions of that box.
    #[doc(alias = "inset_axes")]
    #[track_caller]
    pub fn inset(&mut self, axes: Handle<Axes>, fraction: [impl Number; 4]) -> &mut Axes {
        let (of, fraction) = (self.place(axes).axes, fraction.map(Number::value));
        let is_sound = fraction.iter().all(|part| INSET.wrong(*part).is_none());
        if !(is_sound && fraction[2] > 0.0 && fraction[3] > 0.0) {
            let message =
                format!("{fraction:?} is not left, bottom, width and height of a box, up to 1000");
            self.note_mistake("inset", message);
        }
        let inset = self.add_axes(Placement::Inside(of, fraction));
        &mut self.axes[inset]
    }

    /// Gives these axes the same x limits, which move together.
    #[track_caller]
    pub fn share_x(&mut self, axes: impl IntoIterator<Item = Handle<Axes>>) -> &mut Self {
        let axes = axes.into_iter().map(|axes| self.place(axes).axes).collect();
        self.links.share_x(axes);
        self
    }

    /// Gives these axes the same y limits, which move together.
    #[track_caller]
    pub fn share_y(&mut self, axes: impl IntoIterator<Item = Handle<Axes>>) -> &mut Self {
        let axes = axes.into_iter().map(|axes| self.place(axes).axes).collect();
        self.links.share_y(axes);
        self
    }

    /// Adds an artist in the coordinates of the figure, over all axes: (0, 0) is its lower left
    /// corner, (1, 1) the upper right.
    ///
    /// ```
    /// # use panim_figure::{At, Figure, Text};
    /// # let mut fig = Figure::new();
    /// fig.add(Text::new(At::Figure(0.01, 0.01), "source: own measurements").size(7.0));
    /// # panim_figure::Renderer::new(fig).unwrap();
    /// ```
    pub fn add<A: Artist>(&mut self, artist: A) -> Handle<A> {
        self.overlay().add(artist)
    }

    /// Sets the legend of the artists of all axes that have a label, or of entries of its own, at the
    /// figure's edge; the axes make room for it. Those that were there are gone.
    pub fn set_legend(&mut self, legend: Legend) -> &mut Self {
        self.overlay().set_legend(legend.of_figure());
        self
    }

    /// Adds another one to the figure's legends.
    pub fn add_legend(&mut self, legend: Legend) -> &mut Self {
        self.overlay().add_legend(legend.of_figure());
        self
    }

    pub(super) fn overlay(&mut self) -> &mut Axes {
        let at = match self.overlay {
            Some(at) => at,
            None => {
                let at = self.add_axes(Placement::Whole);
                self.axes[at].be_overlay();
                self.overlay = Some(at);
                at
            }
        };
        &mut self.axes[at]
    }

    /// The axes of what belongs to the whole figure.
    pub(crate) fn overlay_axes(&self) -> Option<(usize, &Axes)> {
        self.overlay.map(|at| (at, &self.axes[at]))
    }
}
