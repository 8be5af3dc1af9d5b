//! One plot: two axes, their furniture, and the artists between them.

pub(crate) mod axis;
pub(crate) mod furniture;
pub(crate) mod layers;
pub(crate) mod legend;
pub(crate) mod slot;
pub(crate) mod view;

use crate::{
    Artist, FigureError,
    artist::{Cycle, checked_color},
    color::{Color, ColorSpec},
    data::{Column, Number},
    extent::Extent,
    handle::{Handle, Place},
    pen::Pen,
};
use axis::{Axis, AxisName};
pub use legend::{Legend, Loc};
use slot::Slot;

/// One plot of a figure, as matplotlib's `Axes`: limits, ticks, title, and artists.
///
/// Setters return the axes, so that they chain. In `#[update]`, `frame[handle]` is the axes of
/// [`Axes::handle`]; what changes there lasts for that frame.
#[derive(Debug)]
pub struct Axes {
    place: Place,
    pub(crate) look: Look,
    pub(crate) slots: Vec<Slot>,
    cycle: Cycle,
    /// As `#[setup]` left it, while a frame changes it.
    saved: Option<Saved>,
}

/// All of an axes but its artists.
#[derive(Debug, Clone)]
pub(crate) struct Look {
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) title: String,
    pub(crate) grid: bool,
    pub(crate) face: ColorSpec,
    pub(crate) legend: Option<Legend>,
}

#[derive(Debug)]
struct Saved {
    look: Look,
    cycle: Cycle,
    artists: usize,
}

impl Axes {
    pub(crate) fn new(place: Place) -> Self {
        let look = Look {
            x: Axis::new(AxisName::X),
            y: Axis::new(AxisName::Y),
            title: String::new(),
            grid: false,
            face: Color::WHITE.into(),
            legend: None,
        };
        Self { place, look, slots: Vec::new(), cycle: Cycle::default(), saved: None }
    }

    /// Takes an artist in and returns its handle: what moves it later.
    pub fn add<A: Artist>(&mut self, mut artist: A) -> Handle<A> {
        artist.take_color(&mut self.cycle);
        self.slots.push(Slot::new(artist));
        Handle::new(Place { artist: self.slots.len() - 1, ..self.place })
    }

    /// What finds this axes in a frame: `frame[handle].set_title(..)`.
    pub fn handle(&self) -> Handle<Self> {
        Handle::new(self.place)
    }

    /// Sets the x limits, left to right; they may be reversed. Without, they follow the data of
    /// `#[setup]`, with 5 % to spare.
    pub fn set_xlim(&mut self, left: f64, right: f64) -> &mut Self {
        self.look.x.set_limits(left, right);
        self
    }

    /// Sets the y limits, bottom to top; they may be reversed. Without, they follow the data of
    /// `#[setup]`, with 5 % to spare.
    pub fn set_ylim(&mut self, bottom: f64, top: f64) -> &mut Self {
        self.look.y.set_limits(bottom, top);
        self
    }

    /// The x limits: as set, or as last autoscaled.
    pub fn xlim(&self) -> (f64, f64) {
        self.look.x.limits
    }

    /// The y limits: as set, or as last autoscaled.
    pub fn ylim(&self) -> (f64, f64) {
        self.look.y.limits
    }

    /// Fits both limits to the artists' data as they are now, with 5 % to spare.
    ///
    /// Limits are fitted once after `#[setup]` by themselves. In `#[update]` this makes them
    /// follow the data; call it after the data have changed.
    pub fn autoscale(&mut self) -> &mut Self {
        self.autoscale_x().autoscale_y()
    }

    /// Fits the x limits alone: [`Axes::autoscale`].
    pub fn autoscale_x(&mut self) -> &mut Self {
        let extent = self.extent();
        self.look.x.autoscale(extent.x);
        self
    }

    /// Fits the y limits alone: [`Axes::autoscale`].
    pub fn autoscale_y(&mut self) -> &mut Self {
        let extent = self.extent();
        self.look.y.autoscale(extent.y);
        self
    }

    /// Sets the title above the plot.
    pub fn set_title(&mut self, title: impl Into<String>) -> &mut Self {
        self.look.title = title.into();
        self
    }

    /// Sets the label under the x axis.
    pub fn set_xlabel(&mut self, label: impl Into<String>) -> &mut Self {
        self.look.x.label = label.into();
        self
    }

    /// Sets the label beside the y axis.
    pub fn set_ylabel(&mut self, label: impl Into<String>) -> &mut Self {
        self.look.y.label = label.into();
        self
    }

    /// Puts the x ticks at these values; those outside the limits are not shown.
    pub fn set_xticks<I: IntoIterator<Item: Number>>(&mut self, ticks: I) -> &mut Self {
        self.look.x.ticks = Some(Column::new(ticks).to_vec());
        self
    }

    /// Puts the y ticks at these values; those outside the limits are not shown.
    pub fn set_yticks<I: IntoIterator<Item: Number>>(&mut self, ticks: I) -> &mut Self {
        self.look.y.ticks = Some(Column::new(ticks).to_vec());
        self
    }

    /// Writes these at the ticks of [`Axes::set_xticks`], as many as there are of them.
    pub fn set_xticklabels<I: IntoIterator<Item: Into<String>>>(&mut self, labels: I) -> &mut Self {
        self.look.x.tick_labels = Some(labels.into_iter().map(Into::into).collect());
        self
    }

    /// Writes these at the ticks of [`Axes::set_yticks`], as many as there are of them.
    pub fn set_yticklabels<I: IntoIterator<Item: Into<String>>>(&mut self, labels: I) -> &mut Self {
        self.look.y.tick_labels = Some(labels.into_iter().map(Into::into).collect());
        self
    }

    /// Draws a line across the plot at each tick, or not; not unless told.
    pub fn set_grid(&mut self, on: bool) -> &mut Self {
        self.look.grid = on;
        self
    }

    /// Colours the plot's background; white unless told.
    pub fn set_facecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.look.face = color.into();
        self
    }

    /// Adds a legend of the artists that have a label, where it covers the least of them.
    pub fn legend(&mut self) -> &mut Self {
        self.set_legend(Legend::default())
    }

    /// Adds a legend of the artists that have a label.
    pub fn set_legend(&mut self, legend: Legend) -> &mut Self {
        self.look.legend = Some(legend);
        self
    }

    pub(crate) fn extent(&self) -> Extent {
        self.slots.iter().fold(Extent::default(), |all, slot| all.union(slot.artist().extent()))
    }

    /// Setup is over: limits that nobody set follow the data, and what changes from now on moves.
    pub(crate) fn settle(&mut self) {
        let extent = self.extent();
        for (axis, data) in [(&mut self.look.x, extent.x), (&mut self.look.y, extent.y)] {
            if !axis.fixed {
                axis.autoscale(data);
            }
            axis.moving = false;
        }
        for slot in &mut self.slots {
            slot.settle();
        }
    }

    pub(crate) fn check(&self) -> Result<(), FigureError> {
        self.look.x.check()?;
        self.look.y.check()?;
        checked_color("Axes", "set_facecolor", &self.look.face)?;
        self.slots.iter().try_for_each(|slot| slot.artist().check_all())
    }

    /// Gives the legend its place, which it keeps from now on.
    pub(crate) fn settle_legend(&mut self, pen: &mut Pen<'_>) {
        self.look.legend = self.look.legend.as_ref().map(|legend| legend.settled(self, pen));
    }

    /// Keeps its look to be put back after the frame.
    pub(crate) fn touch(&mut self) {
        self.saved.get_or_insert_with(|| Saved {
            look: self.look.clone(),
            cycle: self.cycle.clone(),
            artists: self.slots.len(),
        });
    }

    /// Was more than its artists touched in this frame?
    pub(crate) fn is_touched(&self) -> bool {
        self.saved.is_some()
    }

    /// Puts everything back as setup left it.
    pub(crate) fn restore(&mut self) {
        if let Some(saved) = self.saved.take() {
            self.look = saved.look;
            self.cycle = saved.cycle;
            self.slots.truncate(saved.artists);
        }
        for slot in &mut self.slots {
            slot.restore();
        }
    }
}
