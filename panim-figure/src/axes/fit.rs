//! Which of the ticks that an axis may have are taken: as many as their labels have room for.

use super::{axis::Axis, view::Ticks};
use crate::{
    text::{Fonts, TextStyle},
    ticker::{Ladder, Rung},
    transform::Scale,
};
use std::collections::HashMap;
use vello_cpu::kurbo::{Size, Vec2};

/// What is to stay free between two labels, in shares of their size: beside each other, and above
/// each other.
const GAP: Vec2 = Vec2::new(0.3, 0.0);
/// The same where there are more of them than matplotlib would show.
const COMFORT: Vec2 = Vec2::new(0.5, 0.2);

/// With fewer labels an axis is hard to read.
const FEW: usize = 4;

/// So many more kinds of ticks than matplotlib's are tried, and so many ticks of a kind.
const TRIES: usize = 8;
const MANY: usize = 30;

/// An axis on the pixels, and what its labels look like.
pub(super) struct Room<'a> {
    fonts: &'a mut Fonts,
    style: TextStyle,
    /// Of the axis on the picture; of length 1.
    direction: Vec2,
    scale: &'a Scale,
    sizes: HashMap<String, Size>,
}

impl<'a> Room<'a> {
    pub(super) fn new(fonts: &'a mut Fonts, size: f64, direction: Vec2, scale: &'a Scale) -> Self {
        Self { fonts, style: TextStyle::new(size), direction, scale, sizes: HashMap::new() }
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
        let far =
            |needed: f64, share: f64| if share > 1e-9 { needed / share } else { f64::INFINITY };
        far(width, along).min(far(height, across))
    }

    /// Do all labels have room?
    pub(super) fn has_room(&mut self, ticks: &Ticks, degrees: f64) -> bool {
        self.fits(ticks, degrees, GAP)
    }

    /// Could so many labels have room with this `gap`, if they were as short as can be?
    fn could_fit(&mut self, count: usize, axis: &Axis, gap: Vec2) -> bool {
        if !axis.has_labels || axis.format.is_some() || axis.tick_labels.is_some() {
            return true;
        }
        let (start, end) = (self.scale.at(axis.limits.0), self.scale.at(axis.limits.1));
        let apart = self.needed("0", "0", axis.rotation, gap);
        apart * count.saturating_sub(1) as f64 <= (end - start).abs() + 1.0
    }

    /// Do all labels have room, with this `gap`?
    fn fits(&mut self, ticks: &Ticks, degrees: f64, gap: Vec2) -> bool {
        let mut marks: Vec<(f64, &str)> =
            ticks.labels().map(|m| (m.at, m.label.as_str())).collect();
        marks.sort_by(|a, b| a.0.total_cmp(&b.0));
        let beside = marks.windows(2).map(|pair| (pair[1].0 - pair[0].0, pair[0].1, pair[1].1));
        let unit = self.scale.unit();
        let elsewhere = ticks.neighbours.iter().map(|pair| {
            let [a, b] = &pair.texts;
            (pair.apart * unit, a.as_str(), b.as_str())
        });
        // the labels in view are to be comfortable; that there are others is only a matter of room
        let pairs = beside.map(|pair| (pair, gap)).chain(elsewhere.map(|pair| (pair, GAP)));
        // half a thousandth of a pixel is no overlap
        pairs
            .into_iter()
            .all(|((apart, a, b), gap)| apart + 5e-4 >= self.needed(a, b, degrees, gap))
    }
}

/// The ticks of `axis`: matplotlib's if their labels have room, else the next fewer that have.
/// Where that leaves fewer than four, more than matplotlib's if these have ample room.
pub(super) fn fitted(axis: &Axis, ladder: &Ladder, mut room: Room<'_>) -> Ticks {
    let scale = *room.scale;
    let on = |rung: Rung| Ticks::on(axis, &scale, ladder.ticks(rung));
    let fits = |room: &mut Room<'_>, ticks: &Ticks, gap: Vec2| {
        !axis.has_labels || room.fits(ticks, axis.rotation, gap)
    };
    let mut taken: Option<(Rung, Ticks)> = None;
    for rung in ladder.fewer() {
        let ticks = on(rung);
        let is_last = fits(&mut room, &ticks, GAP) || ticks.labels().count() < 2;
        taken = Some((rung, ticks));
        if is_last {
            break;
        }
    }
    let Some((rung, mut ticks)) = taken else { return Ticks::on(axis, &scale, ladder.usual()) };
    // what every view of this length has decides, so that it does not change while one moves
    let mut sure = ladder.sure(rung);
    for more in ladder.more().take(TRIES) {
        if sure >= FEW {
            break;
        }
        let its = ladder.sure(more);
        if its <= sure || its > MANY || !room.could_fit(its, axis, COMFORT) {
            continue;
        }
        let candidate = on(more);
        if fits(&mut room, &candidate, COMFORT) {
            (sure, ticks) = (its, candidate);
        }
    }
    ticks
}

/// The ticks of an axis whose labels are placed later, in one of the ways that come with them:
/// which of the labels stay, from many to few. What the locator takes when it is asked for fewer
/// stays; the ticks themselves do, so that they stand still while the axis turns.
pub(super) fn to_choose_from(
    axis: &Axis,
    scale: &Scale,
    ladder: &Ladder,
) -> (Ticks, Vec<Vec<bool>>) {
    let mut ticks = Ticks::on(axis, scale, ladder.usual());
    let labelled = ticks.minor.iter().filter(|mark| !mark.label.is_empty()).cloned();
    ticks.marks.extend(labelled.collect::<Vec<_>>());
    ticks.marks.sort_by(|a, b| a.value.total_cmp(&b.value));
    let kept = ladder.fewer().take(2 * TRIES).map(|rung| {
        let fewer = ladder.labelled(rung);
        ticks.marks.iter().map(|mark| fewer.contains(&mark.value)).collect()
    });
    let kept = kept.collect();
    (ticks, kept)
}

#[cfg(test)]
mod tests;
