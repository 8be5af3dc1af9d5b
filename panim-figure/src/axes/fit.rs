//! Which of the ticks that an axis may have are taken: as many as their labels have room for.

use super::{axis::Axis, view::VisibleTicks};
use crate::{
    text::{Fonts, TextStyle},
    ticks::{Ladder, Rung},
    transform::plane::Scale,
};
use std::collections::HashMap;
use vello_cpu::kurbo::{Size, Vec2};

/// What is to stay free between two labels, in fractions of their size: beside each other, and above
/// each other.
const GAP: Vec2 = Vec2::new(0.3, 0.0);
/// The same where there are more of them than matplotlib would show, if it can be.
const COMFORT: Vec2 = Vec2::new(0.5, 0.2);

/// Half a thousandth of a pixel is no overlap.
const ROUNDING: f64 = 5e-4;

/// With fewer labels an axis is hard to read.
const FEW: usize = 4;

/// So many more kinds of ticks than matplotlib's are tried, and so many ticks of a kind.
const TRIES: usize = 12;
const MANY: usize = 30;

/// An axis on the pixels, and what its labels look like.
pub(super) struct LabelRoom<'a> {
    fonts: &'a mut Fonts,
    style: TextStyle,
    /// Of the axis on the picture; of length 1.
    direction: Vec2,
    scale: &'a Scale,
    sizes: HashMap<String, Size>,
}

impl<'a> LabelRoom<'a> {
    pub(super) fn new(
        fonts: &'a mut Fonts,
        style: TextStyle,
        direction: Vec2,
        scale: &'a Scale,
    ) -> Self {
        Self { fonts, style, direction, scale, sizes: HashMap::new() }
    }

    fn size(&mut self, text: &str) -> Size {
        if let Some(size) = self.sizes.get(text) {
            return *size;
        }
        let size = self.fonts.layout(&self.style, text).bounds().size();
        self.sizes.insert(text.to_owned(), size);
        size
    }

    /// How far the middles of two labels, turned by so many degrees, are to be from each other
    /// along the axis.
    fn needed(&mut self, a: &str, b: &str, degrees: f64, gap: Vec2) -> f64 {
        if a.is_empty() || b.is_empty() {
            return 0.0;
        }
        let (a, b) = (self.size(a), self.size(b));
        let (sin, cos) = degrees.to_radians().sin_cos();
        let along = self.direction.dot(Vec2::new(cos, -sin)).abs();
        let across = self.direction.dot(Vec2::new(sin, cos)).abs();
        // labels that are turned end at their ticks, so that the longer one counts
        let level = along.min(across) < 1e-9;
        let width = if level { (a.width + b.width) / 2.0 } else { a.width.max(b.width) };
        let (width, height) = (
            width + gap.x * self.style.size,
            (a.height + b.height) / 2.0 + gap.y * self.style.size,
        );
        let far = |needed: f64, fraction: f64| {
            if fraction > 1e-9 { needed / fraction } else { f64::INFINITY }
        };
        far(width, along).min(far(height, across))
    }

    /// Do all labels have room, in this view and in any other that is as long?
    pub(super) fn has_room(&mut self, ticks: &VisibleTicks, degrees: f64) -> bool {
        self.has_room_here(ticks, degrees, GAP) && self.has_room_elsewhere(ticks, degrees)
    }

    /// Do all labels of this view have room?
    fn has_room_here(&mut self, ticks: &VisibleTicks, degrees: f64, gap: Vec2) -> bool {
        let mut marks: Vec<(f64, &str)> =
            ticks.labels().map(|m| (m.at, m.label.as_str())).collect();
        marks.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut pairs = marks.windows(2);
        pairs.all(|pair| {
            let needed = self.needed(pair[0].1, pair[1].1, degrees, gap);
            pair[1].0 - pair[0].0 + ROUNDING >= needed
        })
    }

    /// Do those of other views have room that are as long?
    fn has_room_elsewhere(&mut self, ticks: &VisibleTicks, degrees: f64) -> bool {
        let unit = self.scale.unit();
        ticks.neighbours.iter().all(|pair| {
            let needed = self.needed(&pair.texts[0], &pair.texts[1], degrees, GAP);
            pair.apart * unit + ROUNDING >= needed
        })
    }

    /// Could so many labels have room if they were as short as can be?
    fn could_hold(&mut self, count: usize, axis: &Axis) -> bool {
        if !axis.is_labelled() || axis.format.is_some() || axis.tick_labels.is_some() {
            return true;
        }
        let (start, end) = (self.scale.at(axis.limits.0), self.scale.at(axis.limits.1));
        let apart = self.needed("0", "0", axis.rotation(), GAP);
        apart * count.saturating_sub(1) as f64 <= (end - start).abs() + 1.0
    }
}

/// The ticks of `axis`: matplotlib's if their labels have room, else the next fewer that have.
/// Where that leaves fewer than four, more than matplotlib's of which each view as long has four.
/// What every such view has decides, so that it does not change while one moves. Only where there
/// are none, those are taken of which this view has four, or as many as have room.
pub(super) fn fitted(axis: &Axis, ladder: &Ladder, mut room: LabelRoom<'_>) -> VisibleTicks {
    let scale = *room.scale;
    let on = |rung: Rung| VisibleTicks::on(axis, &scale, ladder.ticks(rung));
    let degrees = axis.rotation();
    let here = |room: &mut LabelRoom<'_>, ticks: &VisibleTicks, gap: Vec2| {
        !axis.is_labelled() || room.has_room_here(ticks, degrees, gap)
    };
    let elsewhere = |room: &mut LabelRoom<'_>, ticks: &VisibleTicks| {
        !axis.is_labelled() || room.has_room_elsewhere(ticks, degrees)
    };
    let mut passed: Vec<VisibleTicks> = Vec::new();
    let mut taken: Option<(Rung, VisibleTicks)> = None;
    for rung in ladder.fewer() {
        let ticks = on(rung);
        // steps become wider without an end
        let is_last = matches!(rung, Rung::Even(_)) && ticks.labels().count() < 2;
        if is_last || (here(&mut room, &ticks, GAP) && elsewhere(&mut room, &ticks)) {
            taken = Some((rung, ticks));
            break;
        }
        passed.push(ticks);
    }
    let (mut sure, mut ticks) = match taken {
        Some((rung, ticks)) => (ladder.sure(rung), ticks),
        None => (0, passed.pop().unwrap_or_default()),
    };
    // comfortable ones first
    let mut tight: Vec<(usize, VisibleTicks)> = Vec::new();
    let mut more = ladder.more().take(TRIES);
    while sure < FEW {
        let Some(rung) = more.next() else { break };
        let its = ladder.sure(rung);
        if its > MANY || !room.could_hold(its, axis) {
            continue;
        }
        let candidate = on(rung);
        if its <= sure || !elsewhere(&mut room, &candidate) {
            passed.push(candidate);
        } else if here(&mut room, &candidate, COMFORT) {
            (sure, ticks) = (its, candidate);
        } else {
            tight.push((its, candidate));
        }
    }
    for (its, candidate) in tight {
        if sure < FEW && its > sure && here(&mut room, &candidate, GAP) {
            (sure, ticks) = (its, candidate);
        } else {
            passed.push(candidate);
        }
    }
    let mut count = ticks.labels().count();
    if count >= FEW {
        return ticks;
    }
    for candidate in passed {
        let its = candidate.labels().count();
        let is_better = if count < FEW { its > count } else { (FEW..count).contains(&its) };
        if is_better && here(&mut room, &candidate, GAP) {
            (count, ticks) = (its, candidate);
        }
    }
    ticks
}

/// The ticks of an axis whose labels are placed later, in one of the ways that come with them:
/// which of the labels stay, from many to few. They are those of wider steps; the ticks themselves
/// all stay, so that they stand still while the axis turns.
pub(super) fn to_choose_from(
    axis: &Axis,
    scale: &Scale,
    ladder: &Ladder,
) -> (VisibleTicks, Vec<Vec<bool>>) {
    let mut ticks = VisibleTicks::on(axis, scale, ladder.usual());
    let labelled = ticks.minor.iter().filter(|mark| !mark.label.is_empty()).cloned();
    ticks.marks.extend(labelled.collect::<Vec<_>>());
    ticks.marks.sort_by(|a, b| a.value.total_cmp(&b.value));
    let (low, high) = axis.ascending_limits();
    let kept = ladder.among_usual().take(TRIES).filter_map(|rung| {
        let mut fewer = ladder.labelled(rung);
        fewer.retain(|value| (low..=high).contains(value));
        let stays: Vec<bool> = ticks.marks.iter().map(|mark| fewer.contains(&mark.value)).collect();
        // steps of 2.5 are not all among those of 2
        (stays.iter().filter(|stays| **stays).count() == fewer.len()).then_some(stays)
    });
    let kept = kept.collect();
    (ticks, kept)
}

#[cfg(test)]
mod oracle;
#[cfg(test)]
mod tests;
