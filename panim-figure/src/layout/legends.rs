//! Legends beside their axes: beyond the words of these, one beyond the other.

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
            let outward = room.outward;
            let around = (room.frame, outward);
            if let Some((side, place)) = its.outside(&named, around, fonts, (&state.style, point)) {
                told(LegendOutside { axes, legend, outward });
                room.keep_outward(place, side);
            }
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
