//! One axis of an axes: its limits, its label and what is said of its ticks.

use crate::{FigureError, extent::Reach, ticker};

/// What one axis shows. Plain data; where it falls on the pixels is [`super::view`]'s work.
#[derive(Debug, Clone)]
pub(crate) struct Axis {
    /// `x` or `y`, for messages.
    name: AxisName,
    pub(crate) limits: (f64, f64),
    /// Given by the user, not taken from the data?
    pub(crate) fixed: bool,
    /// Changed since setup: ticks then follow the limits smoothly, without snapping to pixels.
    pub(crate) moving: bool,
    pub(crate) label: String,
    pub(crate) ticks: Option<Vec<f64>>,
    pub(crate) tick_labels: Option<Vec<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AxisName {
    X,
    Y,
}

/// Share of the data's range that autoscaled limits leave free on either side, as matplotlib's.
const MARGIN: f64 = 0.05;

impl Axis {
    pub(crate) fn new(name: AxisName) -> Self {
        Self {
            name,
            limits: (0.0, 1.0),
            fixed: false,
            moving: false,
            label: String::new(),
            ticks: None,
            tick_labels: None,
        }
    }

    pub(crate) fn set_limits(&mut self, low: f64, high: f64) {
        self.limits = (low, high);
        (self.fixed, self.moving) = (true, true);
    }

    /// Limits that show `data` with a margin; 0 to 1 without any.
    pub(crate) fn autoscale(&mut self, data: Option<Reach>) {
        self.limits = data.map_or((0.0, 1.0), |reach| {
            let (low, high) = ticker::nonsingular(reach.low, reach.high);
            let margin = MARGIN * (high - low);
            (
                if reach.low_sticks { low } else { low - margin },
                if reach.high_sticks { high } else { high + margin },
            )
        });
        (self.fixed, self.moving) = (false, true);
    }

    pub(crate) fn check(&self) -> Result<(), FigureError> {
        let (set_lim, set_ticks) = match self.name {
            AxisName::X => ("set_xlim", "set_xticks"),
            AxisName::Y => ("set_ylim", "set_yticks"),
        };
        let (low, high) = self.limits;
        if !(low.is_finite() && high.is_finite()) {
            let message = format!("{low} to {high} are not limits; both must be finite");
            return Err(FigureError::new("Axes", set_lim, message));
        }
        if low == high {
            let message = format!("{low} to {high} leaves nothing to show; the two must differ");
            return Err(FigureError::new("Axes", set_lim, message));
        }
        if let (Some(ticks), Some(labels)) = (&self.ticks, &self.tick_labels)
            && ticks.len() != labels.len()
        {
            let message = format!("{} ticks and {} labels", ticks.len(), labels.len());
            return Err(FigureError::new("Axes", set_ticks, message));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn autoscaled_limits_leave_a_margin() {
        let mut axis = Axis::new(AxisName::X);
        let data = Reach { low: 0.0, high: 10.0, low_sticks: false, high_sticks: false };
        axis.autoscale(Some(data));
        assert_eq!(axis.limits, (-0.5, 10.5));
        axis.autoscale(Some(Reach { low_sticks: true, ..data }));
        assert_eq!(axis.limits, (0.0, 10.5));
        axis.autoscale(None);
        assert_eq!(axis.limits, (0.0, 1.0));
    }

    #[test]
    fn limits_that_show_nothing_are_refused() {
        let mut axis = Axis::new(AxisName::Y);
        axis.set_limits(1.0, 1.0);
        let message = axis.check().expect_err("equal").to_string();
        assert!(message.starts_with("Axes, `set_ylim`: 1 to 1 leaves nothing"), "{message}");
        axis.set_limits(0.0, f64::INFINITY);
        assert!(axis.check().is_err());
        axis.set_limits(1.0, 0.0);
        assert!(axis.check().is_ok());
    }
}
