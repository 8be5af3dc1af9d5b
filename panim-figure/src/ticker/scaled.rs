//! Ticks, labels and limits for whatever scale an axis has.

use super::{TickLabels, date, format, locate, log, minor, symlog};
use crate::scale::AxisScale;

/// The ticks of one axis and what is written at them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ticks {
    pub(crate) major: Vec<f64>,
    pub(crate) labels: TickLabels,
    /// The small ticks between, which an axis need not show.
    pub(crate) minor: Vec<f64>,
    /// One for each minor tick; empty for most.
    pub(crate) minor_labels: Vec<String>,
}

impl Ticks {
    /// The ticks of an axis with the limits `view`, in either order, and room for so many labels.
    pub(crate) fn new(scale: AxisScale, view: (f64, f64), most: usize) -> Self {
        let major = match scale {
            AxisScale::Log => log::locate(view, most),
            // its labels are short: matplotlib takes up to 15 where it takes 9 otherwise
            AxisScale::SymLog { threshold } => symlog::locate(view, threshold, most * 3 / 2),
            AxisScale::Date => date::locate(view, most),
            AxisScale::Linear | AxisScale::Unknown(_) => {
                locate::locate(view.0, view.1, most.min(9))
            }
        };
        let labels = labels(scale, &major, view);
        Self { major, labels, ..Self::default() }.with_minor(scale, view, most)
    }

    /// The same, with ticks that the user chose.
    pub(crate) fn given(scale: AxisScale, major: Vec<f64>, view: (f64, f64), most: usize) -> Self {
        let labels = labels(scale, &major, view);
        Self { major, labels, ..Self::default() }.with_minor(scale, view, most)
    }

    fn with_minor(self, scale: AxisScale, view: (f64, f64), most: usize) -> Self {
        let mut minor = match scale {
            AxisScale::Log => log::locate_minor(view, most),
            AxisScale::Linear => minor::locate_minor(&self.major, view),
            AxisScale::SymLog { .. } | AxisScale::Date | AxisScale::Unknown(_) => Vec::new(),
        };
        minor.retain(|tick| !self.major.contains(tick));
        let minor_labels = match scale {
            AxisScale::Log => log::minor_labels(&minor, view),
            _ => vec![String::new(); minor.len()],
        };
        Self { minor, minor_labels, ..self }
    }
}

/// What is written at `ticks`.
fn labels(scale: AxisScale, ticks: &[f64], view: (f64, f64)) -> TickLabels {
    match scale {
        AxisScale::Log => TickLabels { texts: log::labels(ticks), offset: String::new() },
        AxisScale::SymLog { threshold } => symlog::labels(ticks, view, threshold),
        AxisScale::Date => date::labels(ticks, view),
        AxisScale::Linear | AxisScale::Unknown(_) => format::labels(ticks, view),
    }
}

/// Limits that `scale` can show, for data from `low` to `high`, of which `least` is the smallest
/// above zero.
pub(crate) fn nonsingular(scale: AxisScale, (low, high): (f64, f64), least: f64) -> (f64, f64) {
    match scale {
        AxisScale::Log => log::nonsingular(low, high, least),
        AxisScale::Date => date::nonsingular(low, high),
        _ => locate::nonsingular(low, high),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tick_has_its_label() {
        let view = (0.5, 3e5);
        let symlog = AxisScale::SymLog { threshold: 10.0 };
        for scale in [AxisScale::Linear, AxisScale::Log, symlog, AxisScale::Date] {
            for ticks in
                [Ticks::new(scale, view, 9), Ticks::given(scale, vec![2.0, 30.0, 500.0], view, 9)]
            {
                assert!(ticks.major.len() > 2, "{scale:?}");
                assert_eq!(ticks.labels.texts.len(), ticks.major.len(), "{scale:?}");
                assert!(ticks.labels.texts.iter().all(|text| !text.is_empty()), "{scale:?}");
                assert_eq!(ticks.minor_labels.len(), ticks.minor.len(), "{scale:?}");
                assert!(!ticks.minor.iter().any(|tick| ticks.major.contains(tick)), "{scale:?}");
            }
        }
    }

    #[test]
    fn a_default_picture_has_matplotlibs_many_symlog_ticks() {
        // 640 pixels have room for 11 plain labels
        let ticks = Ticks::new(AxisScale::SymLog { threshold: 1.0 }, (-1e6, 1e6), 11);
        assert_eq!(ticks.major.len(), 15);
    }
}
