//! What can be said of the x axis.

use super::super::{Axes, asked::Feature};
use crate::{
    AxisScale, Format, Grid, Locator, OneOf,
    base::data::{Data, Interval, Number},
    text::label::Label,
};

impl Axes {
    /// Sets the x limits, left to right; they may be reversed. Without, they follow the data of
    /// `#[setup]`, or of the first frame if those of setup have no range, with 5 % to spare. Equal
    /// limits are moved apart, as matplotlib's.
    pub fn set_xlim(&mut self, left: impl Number, right: impl Number) -> &mut Self {
        self.asks(Feature::XLimits, "set_xlim");
        self.state.x.set_limits(left.value(), right.value());
        self
    }

    /// Sets the x limits to both ends of a range: `set_xrange(0.0..10.0)`, or of a pair.
    pub fn set_xrange(&mut self, range: impl Interval) -> &mut Self {
        self.asks(Feature::XLimits, "set_xrange");
        let (left, right) = range.ends();
        self.state.x.set_range(left, right);
        self
    }

    /// The x limits: as set, or as last autoscaled.
    ///
    /// Limits that `#[setup]` leaves open, because its data have no range, follow from what the
    /// first frame's `#[update]` leaves: within it they are not known yet, and this says what
    /// setup left, 0 to 1. Where an update needs them, set them in `#[setup]`, or call
    /// [`Axes::autoscale_x`] before.
    #[doc(alias = "get_xlim")]
    pub fn xlim(&self) -> (f64, f64) {
        self.shown_limits(|state| &state.x)
    }

    /// Fits only the x limits: [`Axes::autoscale`].
    pub fn autoscale_x(&mut self) -> &mut Self {
        self.follow_places();
        let extent = self.extent();
        self.state.x.autoscale(extent.x);
        self.state.start_at_center();
        self
    }

    /// Sets the label under the x axis.
    #[doc(alias = "xlabel")]
    pub fn set_xlabel(&mut self, label: impl Into<Label>) -> &mut Self {
        self.state.x.label.set(label.into());
        self
    }

    /// Puts the x ticks at these values; those outside the limits are not shown.
    #[doc(alias = "xticks")]
    pub fn set_xticks<I: Data>(&mut self, ticks: I) -> &mut Self {
        self.asks(Feature::XTicks, "set_xticks");
        self.state.x.set_locator(Locator::fixed(ticks));
        self
    }

    /// Puts the x ticks where a [`Locator`] or a closure from the limits says, whatever the limits are;
    /// default: [`Locator::auto`].
    #[doc(alias = "set_major_locator")]
    pub fn set_xlocator(&mut self, locator: impl Into<Locator>) -> &mut Self {
        self.asks(Feature::XTicks, "set_xlocator");
        self.state.x.set_locator(locator.into());
        self
    }

    /// Writes these at the ticks of [`Axes::set_xticks`], as many as there are of them.
    pub fn set_xticklabels<I>(&mut self, labels: I) -> &mut Self
    where
        I: IntoIterator<Item: Into<String>>,
    {
        self.asks(Feature::XTicks, "set_xticklabels");
        self.state.x.tick_labels = Some(labels.into_iter().map(Into::into).collect());
        self
    }

    /// Spreads the x values evenly (the default), by their logarithm, or as dates: an
    /// [`AxisScale`], `"log"` or `"date"`.
    #[doc(alias("semilogx", "loglog", "xaxis_date"))]
    pub fn set_xscale(&mut self, scale: impl OneOf<AxisScale>) -> &mut Self {
        self.asks(Feature::XScale, "set_xscale");
        let mut known = None;
        self.state.misnamed.set("set_xscale", scale, &mut known);
        if let Some(scale) = known {
            self.state.x.set_scale(scale);
            self.state.start_at_center();
        }
        self
    }

    /// Writes the x tick labels: a [`Format`], or a closure from the value to the words,
    /// `|v| format!("{v} s")`.
    #[doc(alias = "set_major_formatter")]
    pub fn set_xformat(&mut self, format: impl Into<Format>) -> &mut Self {
        self.asks(Feature::XTicks, "set_xformat");
        self.state.x.format = Some(format.into());
        self
    }

    /// Puts short ticks between the x ticks, or none. By default, only logarithmic axes have
    /// them.
    pub fn set_xminor(&mut self, on: bool) -> &mut Self {
        if on {
            self.asks(Feature::Minor, "set_xminor").asks(Feature::XMinor, "set_xminor");
        }
        self.state.x.set_minor(on);
        self
    }

    /// Puts short x ticks at these values.
    pub fn set_xminorticks<I: Data>(&mut self, at: I) -> &mut Self {
        self.asks(Feature::XMinor, "set_xminorticks");
        self.state.x.set_minor_locator(Locator::fixed(at));
        self
    }

    /// Puts short x ticks where a [`Locator`] or a closure from the limits says, such as
    /// [`Locator::divisions`]. They have no labels.
    #[doc(alias = "set_minor_locator")]
    pub fn set_xminorlocator(&mut self, locator: impl Into<Locator>) -> &mut Self {
        self.asks(Feature::XMinor, "set_xminorlocator");
        self.state.x.set_minor_locator(locator.into());
        self
    }

    /// Turns the x axis around: values fall where they rose.
    #[doc(alias = "invert_xaxis")]
    pub fn invert_x(&mut self) -> &mut Self {
        self.asks(Feature::XLimits, "invert_x");
        self.state.x.invert();
        self
    }

    /// Leaves this fraction of the data's range free on either side where limits follow the
    /// data; default: 0.05.
    pub fn set_xmargin(&mut self, fraction: impl Number) -> &mut Self {
        self.asks(Feature::XLimits, "set_xmargin");
        self.state.x.set_margin(fraction.value());
        self.state.start_at_center();
        self
    }

    /// Draws vertical lines across the plot at the x ticks: `true`, or a [`Grid`] of its own look; default:
    /// [`Axes::set_grid`].
    pub fn set_xgrid(&mut self, grid: impl Into<Grid>) -> &mut Self {
        self.set_grid_of(0, "set_xgrid", grid.into());
        self
    }

    /// Shows the x axis' tick marks, and its tick labels, or does not; default: both.
    pub fn show_xticks(&mut self, marks: bool, labels: bool) -> &mut Self {
        self.state.x.show_ticks(marks, labels);
        self
    }
}
