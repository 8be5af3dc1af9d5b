//! What the user says of an axis' tick labels and short ticks.

use super::{super::view::MOST, Axis, Minor};
use crate::ticks::{Ladder, Locator, TickLabels, Ticks, divided};

impl Axis {
    pub(crate) fn ascending_limits(&self) -> (f64, f64) {
        let (low, high) = self.ticked.unwrap_or(self.limits);
        (low.min(high), low.max(high))
    }

    /// Puts in what the user says of labels and of short ticks. `view`: its limits, ascending.
    pub(in crate::axes) fn write(&self, ticks: &mut Ticks, view: (f64, f64)) {
        if self.wanted.has_names() {
            let texts = ticks.labels.texts.iter_mut().zip(&ticks.major);
            let names =
                texts.filter_map(|(text, place)| Some((text, self.wanted.name_at(*place)?)));
            names.for_each(|(text, name)| name.clone_into(text));
        }
        if let Some(labels) = &self.tick_labels {
            ticks.labels = TickLabels { texts: labels.clone(), offset: String::new() };
            ticks.minor_labels.iter_mut().for_each(String::clear);
        } else if let Some(format) = &self.format {
            let write = |texts: &mut [String], values: &[f64]| {
                // those without a text stay without one
                let labelled = || texts.iter().zip(values).filter(|(text, _)| !text.is_empty());
                let values: Vec<f64> = labelled().map(|(_, value)| *value).collect();
                let texts = texts.iter_mut().filter(|text| !text.is_empty());
                texts.zip(format.texts(&values)).for_each(|(text, written)| *text = written);
            };
            // a closure that sees all of them sees those that are shown
            let shown = |value: f64| (view.0..=view.1).contains(&value);
            let (major, texts) = (&mut ticks.major, &mut ticks.labels.texts);
            texts.resize(major.len(), String::new());
            for (text, value) in texts.iter_mut().zip(major.iter()) {
                if !shown(*value) {
                    text.clear();
                }
            }
            write(texts, major);
            write(&mut ticks.minor_labels, &ticks.minor);
            ticks.labels.offset.clear();
            for pair in &mut ticks.neighbours {
                write(&mut pair.texts, &pair.values);
            }
        }
        // a tick that has a label is none of the short ones that one has or has not
        let labelled = |ticks: &mut Ticks| {
            let minor = ticks.minor.iter().copied().zip(std::mem::take(&mut ticks.minor_labels));
            let minor = minor.filter(|(_, label)| !label.is_empty());
            (ticks.minor, ticks.minor_labels) = minor.unzip();
        };
        match &self.minor {
            Minor::Auto => {}
            // the short ones are multiples of powers of ten
            Minor::ByScale
                if self.scale.has_minor()
                    && !self.locator.as_ref().is_some_and(Locator::has_other_base) => {}
            Minor::By(locator) => {
                let minor = match (locator.intervals(), locator.ticks(self.scale, view, MOST)) {
                    (Some(parts), _) => divided(&ticks.major, view, parts, self.scale.is_even()),
                    (None, Some(minor)) => minor,
                    (None, None) => match locator.at_most() {
                        Some(most) => Ladder::at_most(self.scale, view, most).usual().major,
                        None => return,
                    },
                };
                labelled(ticks);
                let minor = distinct(minor);
                let is_new = |tick: &f64| !ticks.major.contains(tick) || locator.values().is_some();
                ticks.minor.extend(minor.into_iter().filter(is_new));
                ticks.minor_labels.resize(ticks.minor.len(), String::new());
            }
            Minor::Off | Minor::ByScale => labelled(ticks),
        }
    }
}

/// In ascending order, each value once.
pub(super) fn distinct(mut ticks: Vec<f64>) -> Vec<f64> {
    ticks.sort_by(f64::total_cmp);
    ticks.dedup();
    ticks
}
