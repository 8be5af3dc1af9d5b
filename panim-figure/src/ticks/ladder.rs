//! The sets of ticks to choose from, and limits, for whatever scale an axis has.

#[cfg(test)]
mod tests;

use super::{Step, TickLabels, ascending, date, format, log, logit, minor, powers, symlog};
use crate::base::range;
use crate::transform::scale::{AxisScale, MERCATOR_END};

/// The ticks of one axis and what is written at them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ticks {
    pub(crate) major: Vec<f64>,
    pub(crate) labels: TickLabels,
    /// The small ticks between, which an axis need not show.
    pub(crate) minor: Vec<f64>,
    /// One for each minor tick; empty for most.
    pub(crate) minor_labels: Vec<String>,
    /// Labels that stand beside each other somewhere on such an axis, if not in this view.
    pub(crate) neighbours: Vec<Neighbours>,
}

/// Two labels beside each other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Neighbours {
    /// How far they are from each other, in the unit of [`AxisScale::forward`].
    pub(crate) apart: f64,
    pub(crate) values: [f64; 2],
    pub(crate) texts: [String; 2],
}

/// All the ticks that an axis may have, from many to few, each set in round numbers. Where labels
/// have no room, those further down are taken. Rungs are made when they are asked for: few are.
///
/// What a rung holds and which are there depends on the length of the view, not on where it is, as
/// far as can be: while a view moves, ticks come and go one by one.
#[derive(Debug, Clone)]
pub(crate) struct Ladder {
    scale: AxisScale,
    /// Ascending.
    view: (f64, f64),
    rungs: Rungs,
}

#[derive(Debug, Clone)]
enum Rungs {
    /// All wider and some finer steps than this one, which is matplotlib's.
    Steps(Step),
    /// From many ticks to few, and which of them is matplotlib's.
    Listed(Vec<Rung>, usize),
}

/// One set of ticks of a [`Ladder`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Rung {
    Even(Step),
    Log(log::LogRung),
    SymLog(symlog::SymlogRung),
    Powers(powers::PowerRung, f64),
    Logit(logit::LogitRung),
    Date(date::DateStep),
}

/// So many steps smaller than matplotlib's are on offer.
const FINER: usize = 4;

impl Ladder {
    /// For an axis with the limits `view`, in either order, and room for so many labels.
    pub(crate) fn new(scale: AxisScale, view: (f64, f64), most: usize) -> Self {
        let none = Self { scale, view, rungs: Rungs::Listed(Vec::new(), 0) };
        let Some(view) = ascending(view) else { return none };
        let rungs = match scale {
            AxisScale::Linear
            | AxisScale::Centered { .. }
            | AxisScale::Power { .. }
            | AxisScale::Mercator
            | AxisScale::Function(_) => Rungs::Steps(Step::new(view, most.min(9))),
            AxisScale::Log => {
                let (rungs, start) = log::LogRung::of(view, most);
                Rungs::Listed(rungs.into_iter().map(Rung::Log).collect(), start)
            }
            AxisScale::LogBase { base } => {
                let (rungs, start) = powers::PowerRung::of(view, base, most);
                let rungs = rungs.into_iter().map(|rung| Rung::Powers(rung, base));
                Rungs::Listed(rungs.collect(), start)
            }
            AxisScale::Logit => {
                let (rungs, start) = logit::LogitRung::of(view, most);
                Rungs::Listed(rungs.into_iter().map(Rung::Logit).collect(), start)
            }
            AxisScale::SymLog { .. } | AxisScale::Asinh { .. } => {
                // its labels are short: matplotlib takes up to 15 where it takes 9 otherwise
                let (rungs, start) = symlog::SymlogRung::of(view, scale, most * 3 / 2);
                Rungs::Listed(rungs.into_iter().map(Rung::SymLog).collect(), start)
            }
            AxisScale::Date => {
                let (steps, start) = date::DateStep::of(view);
                Rungs::Listed(steps.into_iter().map(Rung::Date).collect(), start)
            }
        };
        Self { scale, view, rungs }
    }

    /// The same for an axis of a 3D axes.
    pub(crate) fn in_space(scale: AxisScale, view: (f64, f64), most: usize) -> Self {
        let mut ladder = Self::new(scale, view, most);
        if let Rungs::Steps(step) = &mut ladder.rungs {
            *step = Step::in_space(ladder.view, most.min(9));
        }
        ladder
    }

    /// For an axis with at most so many intervals between its ticks.
    pub(crate) fn at_most(scale: AxisScale, view: (f64, f64), intervals: usize) -> Self {
        let ladder = Self::new(scale, view, intervals);
        let rungs: Vec<Rung> = match ladder.rungs {
            Rungs::Listed(ref rungs, start) => {
                let is_few = |rung: &Rung| ladder.most(*rung) <= intervals + 1;
                let mut few: Vec<Rung> = rungs.iter().skip(start).copied().filter(is_few).collect();
                if few.is_empty() {
                    few.extend(rungs.last());
                }
                let count = |rung: &Rung| ladder.labelled(*rung).len();
                // as where steps are even, two ticks are better than one
                if few.first().is_some_and(|rung| count(rung) < 2) {
                    let finer = rungs.iter().rev().copied().filter(|rung| !is_few(rung));
                    let mut finer = finer.take(2 * FINER);
                    let has_two = |rung: &Rung| (2..=intervals + 1).contains(&count(rung));
                    few.splice(..0, finer.find(has_two));
                }
                few
            }
            Rungs::Steps(_) => {
                let (steps, start) = steps(ladder.view, intervals);
                steps.into_iter().skip(start).map(Rung::Even).collect()
            }
        };
        Self { rungs: Rungs::Listed(rungs, 0), ..ladder }
    }

    /// matplotlib's, and then those with fewer and fewer ticks; none where the limits are not
    /// finite.
    pub(crate) fn fewer(&self) -> impl Iterator<Item = Rung> {
        let (step, listed) = match &self.rungs {
            Rungs::Steps(step) => (Some(*step), &[][..]),
            Rungs::Listed(rungs, start) => (None, rungs.get(*start..).unwrap_or_default()),
        };
        wider(step).map(Rung::Even).chain(listed.iter().copied())
    }

    /// matplotlib's, and those with fewer ticks that may be some of these.
    pub(crate) fn among_usual(&self) -> impl Iterator<Item = Rung> {
        let twice = match &self.rungs {
            Rungs::Steps(step) => Some(Rung::Even(step.doubled())),
            Rungs::Listed(..) => None,
        };
        self.fewer().take(1).chain(twice).chain(self.fewer().skip(1))
    }

    /// Those with more and more ticks than matplotlib's.
    pub(crate) fn more(&self) -> impl Iterator<Item = Rung> {
        let (step, listed) = match &self.rungs {
            Rungs::Steps(step) => (Some(*step), &[][..]),
            Rungs::Listed(rungs, start) => (None, rungs.get(..*start).unwrap_or_default()),
        };
        finer(step).map(Rung::Even).chain(listed.iter().rev().copied())
    }

    /// Are its ticks evenly spaced, though the axis may not be even?
    #[cfg(test)]
    pub(crate) fn is_even(&self, rung: Rung) -> bool {
        matches!(
            rung,
            Rung::Even(_)
                | Rung::Log(log::LogRung::Even(_))
                | Rung::SymLog(symlog::SymlogRung::Even(_))
                | Rung::Powers(powers::PowerRung::Even(_), _)
                | Rung::Logit(logit::LogitRung::Even(_))
        )
    }

    /// How many labels every view as long as this one has at least on a rung.
    pub(crate) fn sure(&self, rung: Rung) -> usize {
        match rung {
            Rung::Even(step) => step.sure(self.view),
            Rung::Log(rung) => rung.sure(self.view),
            Rung::SymLog(rung) => rung.sure(self.view, self.scale),
            Rung::Powers(rung, base) => rung.sure(self.view, base),
            Rung::Logit(rung) => rung.sure(self.view),
            Rung::Date(step) => step.sure(self.view),
        }
    }

    /// How many labels any view as long as this one has at most on a rung; on a symmetrical log axis,
    /// how many this one has.
    fn most(&self, rung: Rung) -> usize {
        match rung {
            Rung::Log(rung) => rung.most(self.view),
            Rung::Powers(rung, base) => rung.most(self.view, base),
            Rung::Logit(rung) => rung.most(self.view),
            Rung::Date(step) => step.most(self.view),
            Rung::Even(_) | Rung::SymLog(_) => self.labelled(rung).len(),
        }
    }

    /// matplotlib's ticks, whether their labels have room or not; none where the limits are not
    /// finite.
    pub(crate) fn usual(&self) -> Ticks {
        self.fewer().next().map_or_else(Ticks::default, |rung| self.ticks(rung))
    }

    /// Where the ticks of a rung are, and its small ones, of which those with a label.
    fn places(&self, rung: Rung) -> (Vec<f64>, Vec<(f64, bool)>) {
        let view = self.view;
        match rung {
            Rung::Even(step) => {
                let major = step.ticks(view);
                let minor = minor::locate_minor(&major, view);
                (major, minor.into_iter().map(|tick| (tick, false)).collect())
            }
            Rung::Log(rung) => rung.ticks(view),
            Rung::SymLog(rung) => rung.places(view, self.scale),
            Rung::Powers(rung, base) => rung.ticks(view, base),
            Rung::Logit(rung) => rung.ticks(view),
            Rung::Date(step) => (step.ticks(view), Vec::new()),
        }
    }

    /// The ticks of a rung that have a label.
    pub(crate) fn labelled(&self, rung: Rung) -> Vec<f64> {
        let (mut places, minor) = self.places(rung);
        if let Rung::Date(step) = rung {
            places.retain(|tick| !step.is_crowded(*tick));
        }
        places.extend(minor.into_iter().filter(|(_, has_label)| *has_label).map(|(tick, _)| tick));
        places
    }

    /// The ticks of a rung.
    pub(crate) fn ticks(&self, rung: Rung) -> Ticks {
        let view = self.view;
        let (major, minor) = self.places(rung);
        let mut ticks = Ticks::given(self.scale, major, view);
        match rung {
            Rung::Date(step) => {
                for (text, tick) in ticks.labels.texts.iter_mut().zip(&ticks.major) {
                    if step.is_crowded(*tick) {
                        text.clear();
                    }
                }
                ticks.neighbours = step.neighbours();
            }
            Rung::Log(rung) => ticks.neighbours = rung.neighbours(view),
            Rung::SymLog(rung) => ticks.neighbours = rung.neighbours(view, self.scale),
            Rung::Powers(rung, base) => ticks.neighbours = rung.neighbours(view, base),
            Rung::Logit(rung) => ticks.neighbours = rung.neighbours(view),
            Rung::Even(_) => {}
        }
        ticks.minor = minor.iter().map(|(tick, _)| *tick).collect();
        ticks.minor_labels = vec![String::new(); minor.len()];
        let labelled = minor.iter().filter(|(_, has_label)| *has_label).map(|(tick, _)| *tick);
        let labelled: Vec<f64> = labelled.collect();
        let mut texts = labels(self.scale, &labelled, view).texts.into_iter();
        for (label, (_, has_label)) in ticks.minor_labels.iter_mut().zip(&minor) {
            if *has_label {
                *label = texts.next().unwrap_or_default();
            }
        }
        ticks
    }
}

impl Ticks {
    /// Ticks that the user chose.
    pub(crate) fn given(scale: AxisScale, major: Vec<f64>, view: (f64, f64)) -> Self {
        let labels = labels(scale, &major, view);
        Self { major, labels, ..Self::default() }
    }

    /// The same, with the small ticks that an axis with the limits `view` has by itself.
    pub(crate) fn with_minor(self, scale: AxisScale, view: (f64, f64), most: usize) -> Self {
        let mut minor = match scale {
            AxisScale::Linear => minor::locate_minor(&self.major, view),
            AxisScale::Log | AxisScale::LogBase { .. } | AxisScale::Logit => {
                Ladder::new(scale, view, most).usual().minor
            }
            _ => Vec::new(),
        };
        minor.retain(|tick| !self.major.contains(tick));
        Self { minor_labels: vec![String::new(); minor.len()], minor, ..self }
    }
}

/// This step and the wider ones.
fn wider(step: Option<Step>) -> impl Iterator<Item = Step> {
    std::iter::successors(step, |step| Some(step.wider()).filter(|step| step.size().is_finite()))
}

/// Some steps finer than this one, the next first.
fn finer(step: Option<Step>) -> impl Iterator<Item = Step> {
    let next = |step: &Step| Some(step.finer()).filter(|step| step.size() > 0.0);
    std::iter::successors(step, next).skip(1).take(FINER)
}

/// The steps of evenly spaced ticks in the ascending `view`, from small to wide, and which of them
/// makes at most `nbins` intervals. With the widest no more than one tick is in view.
pub(super) fn steps(view: (f64, f64), nbins: usize) -> (Vec<Step>, usize) {
    let first = Step::new(view, nbins);
    let mut steps: Vec<Step> = finer(Some(first)).collect();
    steps.reverse();
    let start = steps.len();
    let width = view.1 - view.0;
    let wide = wider(Some(first)).skip(1).take_while(|step| step.size() / 10.0 <= width);
    steps.extend(std::iter::once(first).chain(wide));
    (steps, start)
}

/// What is written at `ticks`.
fn labels(scale: AxisScale, ticks: &[f64], view: (f64, f64)) -> TickLabels {
    match scale {
        AxisScale::Log => TickLabels { texts: log::labels(ticks), offset: String::new() },
        AxisScale::LogBase { base } => powers::labels(ticks, view, base),
        AxisScale::Logit => logit::labels(ticks, view),
        AxisScale::SymLog { threshold } | AxisScale::Asinh { linear_width: threshold } => {
            symlog::labels(ticks, view, threshold)
        }
        AxisScale::Date => date::labels(ticks, view),
        AxisScale::Linear
        | AxisScale::Centered { .. }
        | AxisScale::Power { .. }
        | AxisScale::Mercator
        | AxisScale::Function(_) => format::labels(ticks, view),
    }
}

/// What is shown around a single value on an axis, as a fraction of it on either side: matplotlib's.
const AROUND_ON_AXES: f64 = 0.05;

/// Limits that `scale` can show, for data from `low` to `high`, of which `least` is the smallest
/// above zero.
pub(crate) fn nonsingular(scale: AxisScale, (low, high): (f64, f64), least: f64) -> (f64, f64) {
    match scale {
        AxisScale::Log | AxisScale::LogBase { .. } => log::nonsingular(low, high, least),
        AxisScale::Logit => logit::nonsingular(low, high, least),
        AxisScale::Date => date::nonsingular(low, high),
        AxisScale::Mercator if low.is_nan() => (-MERCATOR_END, MERCATOR_END),
        AxisScale::Mercator => {
            let shown = [low, high].map(|end| end.clamp(-MERCATOR_END, MERCATOR_END));
            range::nonsingular(shown[0], shown[1], AROUND_ON_AXES)
        }
        _ => range::nonsingular(low, high, AROUND_ON_AXES),
    }
}

/// Limits that were given, moved apart where `scale` could show nothing between them.
pub(crate) fn told_apart(scale: AxisScale, limits: (f64, f64)) -> (f64, f64) {
    match scale {
        scale if scale.is_bounded() && limits.0 != limits.1 => limits,
        _ => nonsingular(scale, limits, limits.0),
    }
}
