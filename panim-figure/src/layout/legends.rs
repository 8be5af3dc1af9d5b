//! Legends beside their axes: beyond the words of these, side by side where there is room, else one beyond the
//! other.

use super::{Contents, PlacedAxes, Placement, twins_of};
use crate::{
    axes::{decorations::Room, legend::NamedArtists},
    text::Fonts,
};
use vello_cpu::kurbo::Rect;

/// A legend beside its axes.
pub(crate) struct LegendOutside {
    pub(crate) axes: usize,
    /// Which one of the axes.
    pub(crate) legend: usize,
    /// What of the axes it is beyond.
    pub(crate) outward: Rect,
    pub(crate) place: Rect,
}

/// Where the legends of axes `i` and its twins are that stand beside it; each is room to be kept.
pub(super) fn keep(
    contents: &Contents<'_>,
    i: usize,
    room: &mut Room,
    (fonts, point): (&mut Fonts, f64),
    mut told: impl FnMut(LegendOutside),
) {
    let twins = || twins_of(i, contents.placements);
    let without = room.outward;
    let mut places: Vec<Rect> = Vec::new();
    for axes in std::iter::once(i).chain(twins()) {
        let state = &contents.axes[axes].state;
        if state.legends.is_empty() {
            continue;
        }
        let named = match axes == i {
            true => NamedArtists::of(i, contents.axes, twins()),
            false => NamedArtists::of(axes, contents.axes, std::iter::empty()),
        };
        for (legend, its) in state.legends.iter().enumerate() {
            let mut beyond = |outward: Rect| {
                its.outside(&named, (room.frame, outward), fonts, (&state.style, point))
            };
            let Some(near) = beyond(without) else { continue };
            let is_free = !places.iter().any(|other| other.overlaps(near.1));
            let outward = if is_free { without } else { room.outward };
            let Some((side, place)) = (if is_free { Some(near) } else { beyond(outward) }) else {
                continue;
            };
            told(LegendOutside { axes, legend, outward, place });
            room.keep_outward(place, side);
            places.push(place);
        }
    }
}

/// All of them, once everything has its place.
pub(crate) fn legends_outside(
    contents: &Contents<'_>,
    placed: &[PlacedAxes],
    fonts: &mut Fonts,
    point: f64,
) -> Vec<LegendOutside> {
    let mut all = Vec::new();
    for (i, PlacedAxes { frame, outward, .. }) in placed.iter().enumerate() {
        if !matches!(contents.placements[i], Placement::Over(_)) {
            let mut room = Room { outward: *outward, ..Room::new(*frame, true) };
            keep(contents, i, &mut room, (fonts, point), |legend| all.push(legend));
        }
    }
    all
}
