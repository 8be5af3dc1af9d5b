//! What of an axis cannot be, and what its setters are called in messages.

use super::{Axis, AxisName, Minor};
use crate::{
    AxisScale, FigureError,
    base::{check::SPARE, error::written},
    ticks::Locator,
};

impl Axis {
    pub(crate) fn check(&self) -> Result<(), FigureError> {
        let arguments = self.arguments();
        let (low, high) = self.limits;
        let refuse = |argument, message| Err(FigureError::new("Axes", argument, message));
        // limits may have followed from it
        SPARE.check("Axes", arguments.margin, self.margin)?;
        if !(low.is_finite() && high.is_finite()) {
            let (low, high) = (written(low), written(high));
            let message = format!("{low} to {high} are not limits; both must be finite");
            return refuse(arguments.limits, message);
        }
        self.scale.check(arguments.scale)?;
        self.wanted.check(arguments.scale)?;
        if self.scale.is_log() && low.min(high) <= 0.0 {
            let (low, high) = (written(low), written(high));
            let message = format!(
                "{low} to {high} on a logarithmic axis, which shows only values above 0: set \
                 limits above 0, or take AxisScale::SymLog"
            );
            return refuse(if self.fixed { arguments.limits } else { arguments.scale }, message);
        }
        if self.scale == AxisScale::Logit && !(low.min(high) > 0.0 && low.max(high) < 1.0) {
            let (low, high) = (written(low), written(high));
            let message = format!(
                "{low} to {high} on a logit axis, which shows only values between 0 and 1, without these: \
                 set limits between them"
            );
            return refuse(if self.fixed { arguments.limits } else { arguments.scale }, message);
        }
        if self.scale == AxisScale::Mercator && !(low.min(high) > -90.0 && low.max(high) < 90.0) {
            let (low, high) = (written(low), written(high));
            let message = format!(
                "{low} to {high} on a Mercator axis, which shows only latitudes between -90 and 90 degrees, \
                 without these: set limits between them, such as -85 to 85"
            );
            return refuse(if self.fixed { arguments.limits } else { arguments.scale }, message);
        }
        if let AxisScale::Function(function) = self.scale {
            function
                .turn((low, high))
                .map(drop)
                .or_else(|message| refuse(arguments.scale, message))?;
        }
        if let Some(labels) = &self.tick_labels {
            let Some(ticks) = self.locator.as_ref().and_then(Locator::values) else {
                let message =
                    format!("say where the labels stand with `{}` as well", arguments.ticks);
                return refuse(arguments.labels, message);
            };
            if ticks.len() != labels.len() {
                let message = format!("{} ticks and {} labels", ticks.len(), labels.len());
                return refuse(arguments.ticks, message);
            }
        }
        let view = self.ascending_limits();
        if let Some(locator) = &self.locator {
            let is_list = locator.values().is_some();
            let argument = if is_list { arguments.ticks } else { arguments.locator };
            locator.check(argument, self.scale, view, false)?;
        }
        if let Minor::By(locator) = &self.minor {
            let is_list = locator.values().is_some();
            let argument = if is_list { arguments.minor_ticks } else { arguments.minor_locator };
            locator.check(argument, self.scale, view, true)?;
        }
        self.look.check()?;
        self.format.as_ref().map_or(Ok(()), |format| format.check("Axes", arguments.format))?;
        self.label.check("Axes", arguments.label)
    }

    /// The setters' names, for messages.
    pub(super) fn arguments(&self) -> ArgumentNames {
        macro_rules! of {
            ($axis:literal) => {
                ArgumentNames {
                    limits: match self.is_range {
                        true => concat!("set_", $axis, "range"),
                        false => concat!("set_", $axis, "lim"),
                    },
                    scale: concat!("set_", $axis, "scale"),
                    ticks: concat!("set_", $axis, "ticks"),
                    locator: concat!("set_", $axis, "locator"),
                    minor_locator: concat!("set_", $axis, "minorlocator"),
                    labels: concat!("set_", $axis, "ticklabels"),
                    label: concat!("set_", $axis, "label"),
                    margin: concat!("set_", $axis, "margin"),
                    minor_ticks: concat!("set_", $axis, "minorticks"),
                    format: concat!("set_", $axis, "format"),
                }
            };
        }
        match self.name {
            AxisName::X => of!("x"),
            AxisName::Y => of!("y"),
            AxisName::Z => of!("z"),
        }
    }
}

pub(super) struct ArgumentNames {
    pub(super) limits: &'static str,
    pub(super) scale: &'static str,
    ticks: &'static str,
    locator: &'static str,
    minor_locator: &'static str,
    labels: &'static str,
    label: &'static str,
    margin: &'static str,
    minor_ticks: &'static str,
    format: &'static str,
}
