//! What can be said of the y axis.

use super::super::{Axes, asked::Feature};
use crate::{
    AxisScale, Format, Grid, Locator, OneOf,
    base::data::{Data, Interval, Number},
    text::label::Label,
};

impl Axes {
    /// Sets the y limits, bottom to top; they may be reversed. Without, they follow the data of
    /// `#[setup]`, or of the first frame if those of setup have no range, with 5 % to spare. Equal
    /// limits are moved apart, as matplotlib's.
    pub fn set_ylim(&mut self, bottom: impl Number, top: impl Number) -> &mut Self {
        self.asks(Feature::YLimits, "set_ylim");
        self.state.y.set_limits(bottom.value(), top.value());
        self
    }

    /// Sets the y limits to both ends of a range: `set_yrange(0.0..10.0)`, or of a pair.
    pub fn set_yrange(&mut self, range: impl Interval) -> &mut Self {
        self.asks(Feature::YLimits, "set_yrange");
        let (bottom, top) = range.ends();
        self.state.y.set_range(bottom, top);
        self
    }

    /// The y limits: as set, or as last autoscaled.
    ///
    /// Limits that `#[setup]` leaves open, because its data have no range, follow from what the
    /// first frame's `#[update]` leaves: within it they are not known yet, and this says what
    /// setup left, 0 to 1. Where an update needs them, set them in `#[setup]`, or call
    /// [`Axes::autoscale_y`] before.
    #[doc(alias = "get_ylim")]
    pub fn ylim(&self) -> (f64, f64) {
        self.shown_limits(|state| &state.y)
    }

    /// Fits only the y limits: [`Axes::autoscale`].
    pub fn autoscale_y(&mut self) -> &mut Self {
        self.follow_places();
        let extent = self.extent();
        self.state.y.autoscale(extent.y);
        self.state.start_at_center();
        self
    }

    /// Sets the label beside the y axis.
    #[doc(alias = "ylabel")]
    pub fn set_ylabel(&mut self, label: impl Into<Label>) -> &mut Self {
        self.state.y.label.set(label.into());
        self
    }

    /// Puts the y ticks at these values; those outside the limits are not shown.
    #[doc(alias = "yticks")]
    pub fn set_yticks<I: Data>(&mut self, ticks: I) -> &mut Self {
        self.asks(Feature::YTicks, "set_yticks");
        self.state.y.set_locator(Locator::fixed(ticks));
        self
    }

    /// Puts the y ticks where a [`Locator`] or a closure from the limits says, whatever the limits are;
    /// default: [`Locator::auto`].
    #[doc(alias = "set_major_locator")]
    pub fn set_ylocator(&mut self, locator: impl Into<Locator>) -> &mut Self {
        self.asks(Feature::YTicks, "set_ylocator");
        self.state.y.set_locator(locator.into());
        self
    }

    /// Writes these at the ticks of [`Axes::set_yticks`], as many as there are of them.
    pub fn set_yticklabels<I>(&mut self, labels: I) -> &mut Self
    where
        I: IntoIterator<Item: Into<String>>,
    {
        self.asks(Feature::YTicks, "set_yticklabels");
        self.state.y.tick_labels = Some(labels.into_iter().map(Into::into).collect());
        self
    }

    /// Spreads the y values evenly (the default), by their logarithm, or as dates: an
    /// [`AxisScale`], `"log"` or `"date"`.
    #[doc(alias("semilogy", "loglog"))]
    pub fn set_yscale(&mut self, scale: impl OneOf<AxisScale>) -> &mut Self {
        self.asks(Feature::YScale, "set_yscale");
        let mut known = None;
        self.state.misnamed.set("set_yscale", scale, &mut known);
        if let Some(scale) = known {
            self.state.y.set_scale(scale);
            self.state.start_at_center();
        }
        self
    }

    /// Writes the y tick labels: a [`Format`], or a closure from the value to the words,
    /// `|v| format!("{v} s")`.
    #[doc(alias = "set_major_formatter")]
    pub fn set_yformat(&mut self, format: impl Into<Format>) -> &mut Self {
        self.asks(Feature::YTicks, "set_yformat");
        self.state.y.format = Some(format.into());
        self
    }

    /// Puts short ticks between the y ticks, or none. By default, only logarithmic axes have
    /// them.
    pub fn set_yminor(&mut self, on: bool) -> &mut Self {
        if on {
            self.asks(Feature::Minor, "set_yminor").asks(Feature::YMinor, "set_yminor");
        }
        self.state.y.set_minor(on);
        self
    }

    /// Puts short y ticks at these values.
    pub fn set_yminorticks<I: Data>(&mut self, at: I) -> &mut Self {
        self.asks(Feature::YMinor, "set_yminorticks");
        self.state.y.set_minor_locator(Locator::fixed(at));
        self
    }

    /// Puts short y ticks where a [`Locator`] or a closure from the limits says, such as
    /// [`Locator::divisions`]. They have no labels.
    #[doc(alias = "set_minor_locator")]
    pub fn set_yminorlocator(&mut self, locator: impl Into<Locator>) -> &mut Self {
        self.asks(Feature::YMinor, "set_yminorlocator");
        self.state.y.set_minor_locator(locator.into());
        self
    }

    /// Turns the y axis around: values fall where they rose.
    #[doc(alias = "invert_yaxis")]
    pub fn invert_y(&mut self) -> &mut Self {
        self.asks(Feature::YLimits, "invert_y");
        self.state.y.invert();
        self
    }

    /// Leaves this fraction of the data's range free on either side where limits follow the
    /// data; default: 0.05.
    pub fn set_ymargin(&mut self, fraction: impl Number) -> &mut Self {
        self.asks(Feature::YLimits, "set_ymargin");
        self.state.y.set_margin(fraction.value());
        self.state.start_at_center();
        self
    }

    /// Draws level lines across the plot at the y ticks: `true`, or a [`Grid`] of its own look; default:
    /// [`Axes::set_grid`].
    pub fn set_ygrid(&mut self, grid: impl Into<Grid>) -> &mut Self {
        self.set_grid_of(1, "set_ygrid", grid.into());
        self
    }

    /// Shows the y axis' tick marks, and its tick labels, or does not; default: both.
    pub fn show_yticks(&mut self, marks: bool, labels: bool) -> &mut Self {
        self.state.y.show_ticks(marks, labels);
        self
    }
}
