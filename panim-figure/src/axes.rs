//! One plot: two axes, their decorations, and the artists between them.

pub(crate) mod asked;
pub(crate) mod axis;
pub(crate) mod boxed;
mod changes;
mod colorbar;
pub(crate) mod decorations;
mod fit;
mod following;
mod grid;
pub(crate) mod layers;
pub(crate) mod legend;
mod map;
pub(crate) mod polar;
mod setters;
pub(crate) mod slot;
pub(crate) mod space;
mod spine;
pub(crate) mod state;
mod tick_params;
pub(crate) mod view;

use crate::{
    Artist, At, FigureError, InsetIndicator, Projection, Style,
    base::{
        handle::{Handle, Place},
        word::OneOf,
    },
    color::{Color, IntoColor},
    parts::{at::OtherAxes, common::Cycle},
    text::label::Label,
};
use asked::{AxesRole, Feature};
pub(crate) use changes::Changes;
use changes::SavedAxes;
pub use colorbar::{BandSpacing, Colorbar, ExtendFraction, Orientation};
pub use grid::Grid;
pub use legend::{Legend, LegendKey, LegendLoc};
pub use map::MapProjection;
pub use polar::Direction;
use slot::Slot;
pub use space::ProjectionType;
pub use spine::{Spine, SpinePosition};
pub(crate) use state::State;
pub use state::{Aspect, Side};
use std::{cell::Cell, sync::Arc};
pub use tick_params::TickParams;

/// One plot of a figure, as matplotlib's `Axes`: limits, ticks, title, and artists.
///
/// Setters return the axes, so that they chain. In `#[update]`, `frame[handle]` is the axes of
/// [`Axes::handle`]; what changes there lasts for that frame.
#[doc(alias = "set")]
#[derive(Debug, Clone)]
pub struct Axes {
    place: Place,
    pub(crate) state: State,
    pub(crate) slots: Vec<Slot>,
    cycle: Cycle,
    /// Artists to have a colorbar beside this axes when `#[setup]` is over.
    colorbars: Vec<(Place, Colorbar)>,
    /// As `#[setup]` left it, while a frame changes it.
    saved: Option<SavedAxes>,
    /// The first frame's update asked for limits that follow from what it leaves.
    asked_too_early: Cell<bool>,
}

impl From<Handle<Axes>> for OtherAxes {
    fn from(axes: Handle<Axes>) -> Self {
        Self(axes.place)
    }
}

impl Handle<Axes> {
    /// A place in this axes, for an arrow or an annotation of another axes or of the figure: in data
    /// coordinates, or as a fraction of its box by [`At::Axes`]. It follows this axes when its limits move.
    ///
    /// ```
    /// # use panim_figure::*;
    /// # let mut fig = Figure::new();
    /// # fig.set_size(400, 300);
    /// let [left, right] = fig.subplots(1, 2).array();
    /// left.add(Line::new([0, 1, 2], [0, 1, 4]));
    /// right.add(Line::new([0, 1, 2], [4, 1, 0]).color("C1"));
    /// let (left, right) = (left.handle(), right.handle());
    /// fig.add(Arrow::new(left.at((1, 1)), right.at((1, 1))).arrow_style("<|-|>").head_size(16));
    /// fig.add(Arrow::new(left.at(At::Axes(0.2, 1.0)), At::Figure(0.5, 0.97)).arc(-0.3).color("C3"));
    /// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
    /// # docs::check("connection", fig);
    /// ```
    #[doc = include_str!("../docs/connection.md")]
    #[doc(alias("ConnectionPatch", "axesA", "axesB"))]
    #[must_use]
    pub fn at(self, place: impl Into<At>) -> At {
        let axes = OtherAxes::from(self);
        match place.into() {
            At::Data(x, y) => At::DataOf(axes, x, y),
            At::Axes(x, y) => At::AxesOf(axes, x, y),
            other => other,
        }
    }
}

impl Axes {
    pub(crate) fn new(place: Place, style: Arc<Style>) -> Self {
        let cycle = Cycle::new(&style);
        Self {
            place,
            state: State::new(style),
            slots: Vec::new(),
            cycle,
            colorbars: Vec::new(),
            saved: None,
            asked_too_early: Cell::new(false),
        }
    }

    /// Takes an artist in and returns its handle: what moves it later.
    #[doc(alias("add_artist", "add_patch", "add_collection", "add_line"))]
    pub fn add<A: Artist>(&mut self, artist: A) -> Handle<A> {
        let mut slot = Slot::new(artist);
        let artist = slot.artist_mut();
        artist.take_color(&mut self.cycle);
        // pictures have the top up; of several, the first decides
        if artist.inverts_y() && !self.slots.iter().any(|slot| slot.artist().inverts_y()) {
            self.state.y.turn();
        }
        artist.take_places(&mut self.state.x.wanted, &mut self.state.y.wanted);
        self.slots.push(slot);
        Handle::new(Place { artist: self.slots.len() - 1, ..self.place })
    }

    /// What finds this axes in a frame: `frame[handle].set_title(..)`.
    pub fn handle(&self) -> Handle<Self> {
        Handle::new(self.place)
    }

    /// Fits both limits to the artists' data as they are now, with 5 % to spare.
    ///
    /// Limits are fitted once after `#[setup]` by themselves, or, if setup's data have no range, after
    /// the first frame's `#[update]`. In `#[update]` this makes them follow the data; call it after the
    /// data have changed. On a logarithmic axis without a value above 0 they are 1 to 10.
    #[doc(alias("autoscale_view", "relim"))]
    pub fn autoscale(&mut self) -> &mut Self {
        self.autoscale_x().autoscale_y().autoscale_z()
    }

    /// Sets the title above the plot, in its middle unless [`Label::halign`] says otherwise.
    pub fn set_title(&mut self, title: impl Into<Label>) -> &mut Self {
        self.state.title.set(title.into());
        self
    }

    /// Sets another title above the plot, at its left end.
    pub fn set_left_title(&mut self, title: impl Into<Label>) -> &mut Self {
        self.state.left_title.set(title.into());
        self
    }

    /// Sets another title above the plot, at its right end.
    pub fn set_right_title(&mut self, title: impl Into<Label>) -> &mut Self {
        self.state.right_title.set(title.into());
        self
    }

    /// Draws lines across the plot at the ticks: `true`, or a [`Grid`] of one's own; none by
    /// default, or as the figure's style says.
    #[doc(alias = "axis")]
    pub fn set_grid(&mut self, grid: impl Into<Grid>) -> &mut Self {
        let grid = grid.into();
        if grid.has_minor() {
            self.asks(Feature::Minor, "set_grid");
        }
        self.state.set_grid(grid);
        self
    }

    /// Puts short ticks between the labelled ones of both axes, or none.
    #[doc(alias = "minorticks_on")]
    pub fn set_minor_ticks(&mut self, on: bool) -> &mut Self {
        if on {
            self.asks(Feature::Minor, "set_minor_ticks");
        }
        self.state.x.set_minor(on);
        self.state.y.set_minor(on);
        self
    }

    /// Draws one edge of the box, or not, or as a [`Spine`] says: where it stands, with the ticks at it,
    /// and what it looks like. By default all four are drawn, unless the figure's style says otherwise.
    pub fn set_spine(&mut self, side: impl OneOf<Side>, spine: impl Into<Spine>) -> &mut Self {
        self.asks(Feature::Spine, "set_spine");
        let mut known = None;
        self.state.misnamed.set("set_spine", side, &mut known);
        if let Some(side) = known {
            self.state.spines.set(side, spine.into());
        }
        self
    }

    /// Leaves away the box, ticks, labels and grid, or not: the artists and the title remain.
    pub fn set_axis_off(&mut self, off: bool) -> &mut Self {
        self.state.is_bare = Some(off);
        self
    }

    /// How long a unit of y is beside one of x. By default, as the box happens to be; a picture and
    /// a pie want [`Aspect::Equal`], or `"equal"`.
    pub fn set_aspect(&mut self, aspect: impl OneOf<Aspect>) -> &mut Self {
        self.state.misnamed.set("set_aspect", aspect, &mut self.state.aspect);
        self.asks(Feature::Aspect, "set_aspect")
    }

    /// How the axes puts its data on the picture; [`Projection::Rectilinear`] by default, or by its
    /// name: `"polar"`, `"3d"`.
    #[doc(alias = "subplot_kw")]
    pub fn set_projection(&mut self, projection: impl OneOf<Projection>) -> &mut Self {
        self.state.misnamed.set("set_projection", projection, &mut self.state.projection);
        self
    }

    /// Colours the plot's background; default: the style's, white.
    pub fn set_facecolor(&mut self, color: impl IntoColor) -> &mut Self {
        self.state.face = Some(color.into());
        self.asks(Feature::Face, "set_facecolor")
    }

    /// Adds a legend of the artists that have a label, where it covers the least of them.
    pub fn legend(&mut self) -> &mut Self {
        self.set_legend(Legend::default())
    }

    /// Sets the legend: that of the artists that have a label, or of entries of its own. Those that were
    /// there are gone.
    pub fn set_legend(&mut self, legend: Legend) -> &mut Self {
        self.state.legends = vec![legend];
        self
    }

    /// Adds another legend to those that are there.
    pub fn add_legend(&mut self, legend: Legend) -> &mut Self {
        self.state.legends.push(legend);
        self
    }

    /// Marks what an inset shows of this axes: a rectangle at the inset's limits, and lines from it to the
    /// inset. Both follow the limits of the two.
    ///
    /// ```
    /// # use panim_figure::*;
    /// # let mut fig = Figure::new();
    /// # fig.set_size(400, 300);
    /// # let ax = fig.axes();
    /// let x = linspace(0, 10, 400);
    /// let y: Vec<f64> = x.iter().map(|x| x.sin() + 0.05 * (20.0 * x).sin()).collect();
    /// ax.add(Line::new(&x, &y));
    /// let all = ax.set_ylim(-1.5, 3.5).handle();
    /// let inset = fig.inset(all, [0.45, 0.5, 0.5, 0.45]);
    /// inset.set_xlim(1, 2).set_ylim(0.7, 1.1).add(Line::new(&x, &y));
    /// let inset = inset.handle();
    /// fig[all].indicate_inset_zoom(inset);
    /// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
    /// # docs::check("inset_indicator", fig);
    /// ```
    #[doc = include_str!("../docs/inset_indicator.md")]
    pub fn indicate_inset_zoom(&mut self, inset: Handle<Self>) -> Handle<InsetIndicator> {
        self.add(InsetIndicator::new(inset))
    }

    #[track_caller]
    pub(crate) fn want_colorbar<A: Artist>(&mut self, artist: Handle<A>, colorbar: Colorbar) {
        let source = artist.place_in(self.place.figure);
        self.colorbars.push((source, colorbar));
    }

    pub(crate) fn take_colorbars(&mut self) -> Vec<(Place, Colorbar)> {
        std::mem::take(&mut self.colorbars)
    }

    /// Lies on the box of another axes, whose colours it goes on with.
    pub(crate) fn be_twin(&mut self, cycle: Cycle) {
        self.cycle = cycle;
        self.state.face = Some(Color::TRANSPARENT.into());
        self.state.set_grid(false.into());
        self.state.role = AxesRole::Twin;
    }

    /// Is the whole figure, from (0, 0) to (1, 1).
    pub(crate) fn be_overlay(&mut self) {
        self.state.is_bare = Some(true);
        self.set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
    }

    pub(crate) fn set_style(&mut self, style: &Arc<Style>) {
        self.state.style = Arc::clone(style);
        self.cycle.set_style(style);
    }

    pub(crate) fn cycle(&self) -> &Cycle {
        &self.cycle
    }

    /// Neither box nor ticks are drawn?
    pub(crate) fn is_bare(&self) -> bool {
        let wanted = || self.slots.iter().any(|slot| slot.artist().hides_axes());
        self.state.is_bare.unwrap_or_else(wanted)
    }

    /// Its state as setup left it, if this frame may have changed it.
    pub(crate) fn frozen_state(&self) -> Option<&State> {
        self.saved.as_ref().map(|saved| &saved.state)
    }

    /// Says what is wrong with it. `all`: the axes of its figure.
    pub(crate) fn check(&self, all: &[Self]) -> Result<(), FigureError> {
        if !self.colorbars.is_empty() {
            let message = "colorbars are added only in #[setup]: their place is decided once";
            return Err(FigureError::new("Axes", "add_colorbar", message));
        }
        let is_secondary = self.state.x.followed.is_some() || self.state.y.followed.is_some();
        if is_secondary && !self.slots.is_empty() {
            let message =
                "a secondary axis has ticks only: add artists to the axes that it belongs to";
            return Err(FigureError::new("Axes", "add", message));
        }
        self.state.check()?;
        self.state.legends.iter().try_for_each(|legend| legend.check(self.place.figure))?;
        self.check_space()?;
        self.slots.iter().try_for_each(|slot| {
            slot.check_others(self.place, all)?;
            slot.artist().check_all()
        })
    }
}
