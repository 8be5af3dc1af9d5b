//! What can be said of the z axis. It is seen only in a 3D axes.

use super::super::{Axes, asked::Feature};
use crate::{
    AxisScale, Format, Grid, Locator, OneOf,
    base::data::{Data, Interval, Number},
    text::label::Label,
};

impl Axes {
    /// Sets the z limits, bottom to top; they may be reversed. Without, they follow the data of
    /// `#[setup]`, or of the first frame if those of setup have no range, with 5 % to spare. Equal
    /// limits are moved apart, as matplotlib's.
    pub fn set_zlim(&mut self, bottom: impl Number, top: impl Number) -> &mut Self {
        self.asks(Feature::Space, "set_zlim");
        self.state.space.z.set_limits(bottom.value(), top.value());
        self
    }

    /// Sets the z limits to both ends of a range: `set_zrange(0.0..10.0)`, or of a pair.
    pub fn set_zrange(&mut self, range: impl Interval) -> &mut Self {
        self.asks(Feature::Space, "set_zrange");
        let (bottom, top) = range.ends();
        self.state.space.z.set_range(bottom, top);
        self
    }

    /// The z limits: as set, or as last autoscaled.
    ///
    /// Limits that `#[setup]` leaves open, because its data have no range, follow from what the
    /// first frame's `#[update]` leaves: within it they are not known yet, and this says what
    /// setup left, 0 to 1. Where an update needs them, set them in `#[setup]`, or call
    /// [`Axes::autoscale_z`] before.
    pub fn zlim(&self) -> (f64, f64) {
        self.shown_limits(|state| &state.space.z)
    }

    /// Fits only the z limits: [`Axes::autoscale`].
    pub fn autoscale_z(&mut self) -> &mut Self {
        self.follow_places();
        let extent = self.extent();
        self.state.space.z.autoscale(extent.z);
        self.state.start_at_center();
        self
    }

    /// Sets the label along the z axis.
    #[doc(alias = "zlabel")]
    pub fn set_zlabel(&mut self, label: impl Into<Label>) -> &mut Self {
        self.asks(Feature::Space, "set_zlabel");
        self.state.space.z.label.set(label.into());
        self
    }

    /// Puts the z ticks at these values; those outside the limits are not shown.
    pub fn set_zticks<I: Data>(&mut self, ticks: I) -> &mut Self {
        self.asks(Feature::Space, "set_zticks");
        self.state.space.z.set_locator(Locator::fixed(ticks));
        self
    }

    /// Puts the z ticks where a [`Locator`] or a closure from the limits says, whatever the limits are;
    /// default: [`Locator::auto`].
    pub fn set_zlocator(&mut self, locator: impl Into<Locator>) -> &mut Self {
        self.asks(Feature::Space, "set_zlocator");
        self.state.space.z.set_locator(locator.into());
        self
    }

    /// Writes these at the ticks of [`Axes::set_zticks`], as many as there are of them.
    pub fn set_zticklabels<I>(&mut self, labels: I) -> &mut Self
    where
        I: IntoIterator<Item: Into<String>>,
    {
        self.asks(Feature::Space, "set_zticklabels");
        self.state.space.z.tick_labels = Some(labels.into_iter().map(Into::into).collect());
        self
    }

    /// Spreads the z values evenly (the default), by their logarithm, or as dates: an
    /// [`AxisScale`], `"log"` or `"date"`.
    pub fn set_zscale(&mut self, scale: impl OneOf<AxisScale>) -> &mut Self {
        self.asks(Feature::Space, "set_zscale");
        let mut known = None;
        self.state.misnamed.set("set_zscale", scale, &mut known);
        if let Some(scale) = known {
            self.state.space.z.set_scale(scale);
            self.state.start_at_center();
        }
        self
    }

    /// Writes the z tick labels: a [`Format`], or a closure from the value to the words,
    /// `|v| format!("{v} s")`.
    pub fn set_zformat(&mut self, format: impl Into<Format>) -> &mut Self {
        self.asks(Feature::Space, "set_zformat");
        self.state.space.z.format = Some(format.into());
        self
    }

    /// Puts short ticks between the z ticks, or none. By default, only logarithmic axes have
    /// them.
    pub fn set_zminor(&mut self, on: bool) -> &mut Self {
        self.asks(Feature::Space, "set_zminor");
        if on {
            self.asks(Feature::Minor, "set_zminor");
        }
        self.state.space.z.set_minor(on);
        self
    }

    /// Puts short z ticks at these values.
    pub fn set_zminorticks<I: Data>(&mut self, at: I) -> &mut Self {
        self.asks(Feature::Space, "set_zminorticks");
        self.asks(Feature::Minor, "set_zminorticks");
        self.state.space.z.set_minor_locator(Locator::fixed(at));
        self
    }

    /// Puts short z ticks where a [`Locator`] or a closure from the limits says, such as
    /// [`Locator::divisions`]. They have no labels.
    pub fn set_zminorlocator(&mut self, locator: impl Into<Locator>) -> &mut Self {
        self.asks(Feature::Space, "set_zminorlocator");
        self.asks(Feature::Minor, "set_zminorlocator");
        self.state.space.z.set_minor_locator(locator.into());
        self
    }

    /// Turns the z axis around: values fall where they rose.
    pub fn invert_z(&mut self) -> &mut Self {
        self.asks(Feature::Space, "invert_z");
        self.state.space.z.invert();
        self
    }

    /// Leaves this fraction of the data's range free on either side where limits follow the
    /// data; default: none, and 0.05 for a [`Scatter3D`](crate::Scatter3D).
    pub fn set_zmargin(&mut self, fraction: impl Number) -> &mut Self {
        self.asks(Feature::Space, "set_zmargin");
        self.state.space.z.set_margin(fraction.value());
        self.state.start_at_center();
        self
    }

    /// Draws lines across the panes of a 3D axes at the z ticks: `true`, or a [`Grid`] of its own look; default:
    /// [`Axes::set_grid`].
    pub fn set_zgrid(&mut self, grid: impl Into<Grid>) -> &mut Self {
        self.asks(Feature::Space, "set_zgrid");
        self.set_grid_of(2, "set_zgrid", grid.into());
        self
    }

    /// Shows the z axis' tick marks, and its tick labels, or does not; default: both.
    pub fn show_zticks(&mut self, marks: bool, labels: bool) -> &mut Self {
        self.asks(Feature::Space, "show_zticks");
        self.state.space.z.show_ticks(marks, labels);
        self
    }
}
