//! Where colorbars stand: beside axes, or in one of their own.

use crate::{
    Artist, Axes, Colorbar, Figure, FigureError, Handle,
    base::handle::Place,
    layout::{Along, GridSpan, Placement},
};

impl Figure {
    /// The axes that becomes the colorbar of an artist.
    #[track_caller]
    pub(super) fn place_of_bar(&mut self, source: Place, own: &Colorbar) -> usize {
        if let Some(axes) = own.cax {
            let at = self.place(axes).axes;
            let is_taken = self.links.bars.iter().any(|link| link.bar.axes == at);
            if is_taken || matches!(self.placements[at], Placement::Along(_) | Placement::Whole) {
                self.refuse("cax", "is a colorbar already, or the whole figure");
            }
            return at;
        }
        let mut of: Vec<usize> =
            own.ax.iter().flatten().map(|axes| self.place(*axes).axes).collect();
        if of.is_empty() {
            of.push(source.axes);
        }
        for axes in &mut of {
            *axes = self.under(*axes);
        }
        of.sort_unstable();
        of.dedup();
        let placement = match self.span_of(&of) {
            Ok(span) => Placement::Along(Along {
                of,
                span,
                side: own.side,
                shrink: own.shrink,
                aspect: own.aspect,
                fraction: own.fraction,
                anchor: own.anchor,
                panchor: own.panchor,
                pad: own.pad,
            }),
            Err(message) => {
                self.refuse("ax", message);
                Placement::Whole
            }
        };
        self.add_axes(placement)
    }

    /// The axes on whose box a twin lies; another one itself.
    pub(in crate::figure) fn under(&self, axes: usize) -> usize {
        match self.placements[axes] {
            Placement::Over(of) => of,
            _ => axes,
        }
    }

    /// The rows and columns that these axes take together; `None` for an inset alone.
    fn span_of(&self, axes: &[usize]) -> Result<Option<GridSpan>, &'static str> {
        let mut spans = Vec::new();
        for &i in axes {
            match &self.placements[i] {
                Placement::InGrid(span) => spans.push(span.clone()),
                Placement::Inside(..) if axes.len() == 1 => return Ok(None),
                Placement::Inside(..) => return Err("an inset shares no colorbar with other axes"),
                Placement::Whole => {
                    return Err(
                        "the artist is of the whole figure: say which axes it stands beside",
                    );
                }
                Placement::Along(_) | Placement::Over(_) => return Err("is a colorbar itself"),
            }
        }
        let span = GridSpan::around(&spans, &self.grids);
        span.map(Some).ok_or("the axes are in different grids, of which none holds the others")
    }

    fn refuse(&mut self, argument: &'static str, message: &str) {
        self.mistake.get_or_insert_with(|| FigureError::new("Colorbar", argument, message));
    }
}

impl Axes {
    /// Adds a vertical colorbar beside this axes: [`Axes::add_colorbar`].
    ///
    /// ```
    /// # use panim_figure::*;
    /// # let mut fig = Figure::new();
    /// let ax = fig.axes();
    /// let image = ax.add(Image::new([[0.0, 1.0], [2.0, 3.0]]));
    /// ax.colorbar(image).set_title("four cells");
    /// ax.set_xlabel("column").set_ylabel("row");
    /// # Renderer::new(fig).unwrap();
    /// ```
    #[track_caller]
    pub fn colorbar<A: Artist>(&mut self, artist: Handle<A>) -> &mut Self {
        self.add_colorbar(artist, Colorbar::new())
    }

    /// Adds a colorbar beside this axes, which shows what values the colours of an artist stand
    /// for. It follows the artist when `#[update]` changes its limits.
    ///
    /// It can be added in `#[setup]` only. [`Figure::add_colorbar`] does the same and returns the
    /// handle of the colorbar's own axes.
    #[track_caller]
    pub fn add_colorbar<A: Artist>(&mut self, artist: Handle<A>, colorbar: Colorbar) -> &mut Self {
        self.want_colorbar(artist, colorbar);
        self
    }
}
