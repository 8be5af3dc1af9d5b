//! What can be said of each axis: the same methods for x, y and z.

use super::{Axes, axis::Minor};
use crate::{
    AxisScale, Format, OneOf,
    base::data::{Column, Data, Interval, Number},
    text::label::Label,
};

macro_rules! axis_setters {
    ($axis:ident in $($field:ident).+, $from:ident, $to:ident, $direction:literal, $place:literal;
     $set_lim:ident $set_range:ident $lim:ident $autoscale:ident $set_label:ident $set_ticks:ident
     $set_ticklabels:ident $set_scale:ident $set_format:ident $set_minor:ident
     $set_minorticks:ident $invert:ident $set_margin:ident $set_rotation:ident $set_size:ident
     $set_marks:ident) => {
        impl Axes {
            #[doc = concat!("Sets the ", stringify!($axis), " limits, ", $direction, "; they may be")]
            /// reversed. Without, they follow the data of `#[setup]`, or of the first frame if those of
            /// setup have no range, with 5 % to spare. Equal limits are moved apart, as matplotlib's.
            pub fn $set_lim(&mut self, $from: impl Number, $to: impl Number) -> &mut Self {
                self.state.$($field).+.set_limits($from.value(), $to.value());
                self
            }

            #[doc = concat!("Sets the ", stringify!($axis), " limits to both ends of a range:")]
            #[doc = concat!("`", stringify!($set_range), "(0.0..10.0)`, or of a pair.")]
            pub fn $set_range(&mut self, range: impl Interval) -> &mut Self {
                let (from, to) = range.ends();
                self.$set_lim(from, to);
                self.state.$($field).+.is_range = true;
                self
            }

            #[doc = concat!("The ", stringify!($axis), " limits: as set, or as last autoscaled.")]
            ///
            /// Limits that `#[setup]` leaves open, because its data have no range, follow from what the
            /// first frame's `#[update]` leaves: within it they are not known yet, and this says what
            /// setup left, 0 to 1. Where an update needs them, set them in `#[setup]`, or call
            #[doc = concat!("[`Axes::", stringify!($autoscale), "`] before.")]
            pub fn $lim(&self) -> (f64, f64) {
                let axis = &self.state.$($field).+;
                if axis.waits(&self.frozen_state().unwrap_or(&self.state).$($field).+) {
                    self.asked_too_early.set(true);
                }
                axis.shown()
            }

            #[doc = concat!("Fits the ", stringify!($axis), " limits alone: [`Axes::autoscale`].")]
            pub fn $autoscale(&mut self) -> &mut Self {
                self.follow_places();
                let extent = self.extent();
                self.state.$($field).+.autoscale(extent.$axis);
                self.state.start_at_center();
                self
            }

            #[doc = concat!("Sets the label ", $place, " the ", stringify!($axis), " axis.")]
            pub fn $set_label(&mut self, label: impl Into<Label>) -> &mut Self {
                self.state.$($field).+.label.set(label.into());
                self
            }

            #[doc = concat!("Puts the ", stringify!($axis), " ticks at these values; those outside")]
            /// the limits are not shown.
            pub fn $set_ticks<I: Data>(&mut self, ticks: I) -> &mut Self {
                self.state.$($field).+.set_ticks(Column::new(ticks).to_vec());
                self
            }

            #[doc = concat!("Writes these at the ticks of [`Axes::", stringify!($set_ticks), "`], as")]
            /// many as there are of them.
            pub fn $set_ticklabels<I>(&mut self, labels: I) -> &mut Self
            where
                I: IntoIterator<Item: Into<String>>,
            {
                self.state.$($field).+.tick_labels = Some(labels.into_iter().map(Into::into).collect());
                self
            }

            #[doc = concat!("Spreads the ", stringify!($axis), " values evenly (the default), by")]
            /// their logarithm, or as dates: an [`AxisScale`], `"log"` or `"date"`.
            pub fn $set_scale(&mut self, scale: impl OneOf<AxisScale>) -> &mut Self {
                let mut known = None;
                self.state.misnamed.set(stringify!($set_scale), scale, &mut known);
                if let Some(scale) = known {
                    self.state.$($field).+.set_scale(scale);
                    self.state.start_at_center();
                }
                self
            }

            #[doc = concat!("Writes the ", stringify!($axis), " tick labels: a [`Format`], or a")]
            /// closure from the value to the words, `|v| format!("{v} s")`.
            pub fn $set_format(&mut self, format: impl Into<Format>) -> &mut Self {
                self.state.$($field).+.format = Some(format.into());
                self
            }

            #[doc = concat!("Puts short ticks between the ", stringify!($axis), " ticks, or none.")]
            /// By default, logarithmic axes alone have them.
            pub fn $set_minor(&mut self, on: bool) -> &mut Self {
                self.state.$($field).+.minor = if on { Minor::Auto } else { Minor::Off };
                self
            }

            #[doc = concat!("Puts short ", stringify!($axis), " ticks at these values.")]
            pub fn $set_minorticks<I: Data>(&mut self, at: I) -> &mut Self {
                let axis = &mut self.state.$($field).+;
                (axis.minor, axis.moving_ticks) = (Minor::At(Column::new(at).to_vec()), true);
                self
            }

            #[doc = concat!("Turns the ", stringify!($axis), " axis around: values fall where they")]
            /// rose.
            pub fn $invert(&mut self) -> &mut Self {
                let axis = &mut self.state.$($field).+;
                axis.inverted = !axis.inverted;
                axis.limits = (axis.limits.1, axis.limits.0);
                self
            }

            /// Leaves this fraction of the data's range free on either side where limits follow the
            /// data; default: 0.05.
            pub fn $set_margin(&mut self, fraction: impl Number) -> &mut Self {
                self.state.$($field).+.set_margin(fraction.value());
                self.state.start_at_center();
                self
            }

            #[doc = concat!("Turns the ", stringify!($axis), " tick labels, in degrees")]
            /// counter-clockwise; default: level.
            pub fn $set_rotation(&mut self, degrees: impl Number) -> &mut Self {
                self.state.$($field).+.rotation = degrees.value();
                self
            }

            #[doc = concat!("Size of the ", stringify!($axis), " tick labels in points; 10 unless")]
            /// told, or as the figure's style says.
            pub fn $set_size(&mut self, points: impl Number) -> &mut Self {
                self.state.$($field).+.label_size = Some(points.value());
                self
            }

            #[doc = concat!("Shows the ", stringify!($axis), " axis' tick marks, and its tick labels,")]
            /// or does not; default: both.
            pub fn $set_marks(&mut self, marks: bool, labels: bool) -> &mut Self {
                let axis = &mut self.state.$($field).+;
                (axis.has_marks, axis.has_labels) = (marks, labels);
                self
            }
        }
    };
}

axis_setters! { x in x, left, right, "left to right", "under";
set_xlim set_xrange xlim autoscale_x set_xlabel set_xticks set_xticklabels set_xscale set_xformat
set_xminor set_xminorticks invert_x set_xmargin set_xtick_rotation set_xtick_size show_xticks }

axis_setters! { y in y, bottom, top, "bottom to top", "beside";
set_ylim set_yrange ylim autoscale_y set_ylabel set_yticks set_yticklabels set_yscale set_yformat
set_yminor set_yminorticks invert_y set_ymargin set_ytick_rotation set_ytick_size show_yticks }

// seen in a 3D axes only
axis_setters! { z in space.z, bottom, top, "bottom to top", "along";
set_zlim set_zrange zlim autoscale_z set_zlabel set_zticks set_zticklabels set_zscale set_zformat
set_zminor set_zminorticks invert_z set_zmargin set_ztick_rotation set_ztick_size show_zticks }
