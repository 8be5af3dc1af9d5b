//! Whole figures: where their axes stand, and what belongs to all of them.

use crate::{
    artists::{Moves, change},
    axes::Kind,
    chance::Chance,
    drawings,
    log::call,
};
use panim::{Axes, Figure, GridSpec, Handle, Side, Spine, Text};
use std::sync::Arc;

/// What setup leaves for updates to move.
#[derive(Clone, Default)]
pub struct Parts {
    pub axes: Vec<(Handle<Axes>, Kind)>,
    /// Of colorbars.
    pub bars: Vec<Handle<Axes>>,
    pub artists: Vec<Arc<dyn Moves>>,
    pub title: Option<Handle<Text>>,
}

impl Parts {
    /// Builds a figure.
    pub fn random(fig: &mut Figure, chance: &mut Chance) -> Self {
        chance.log.on(|| "fig".into());
        if chance.comes(0.3) {
            call!(chance, fig.set_style(chance.look()));
        }
        if chance.comes(0.1) {
            call!(chance, fig.set_facecolor(chance.color()));
        }
        if chance.comes(0.1) {
            call!(chance, fig.set_background(chance.color()));
        }
        if chance.comes(0.15) {
            call!(chance, fig.tight_layout());
        }
        let mut parts = Self::default();
        let mut axes = grids(fig, chance);
        twins_and_insets(fig, chance, &mut axes);
        chance.axes = [axes[0], axes[axes.len() - 1]];
        for handle in axes {
            let kind = Kind::random(chance);
            parts.fill(fig, handle, kind, chance);
        }
        parts.finish(fig, chance);
        parts
    }

    /// Fills an axes with artists and says how it looks.
    fn fill(&mut self, fig: &mut Figure, handle: Handle<Axes>, kind: Kind, chance: &mut Chance) {
        let number = self.axes.len();
        let named = |chance: &mut Chance| chance.log.on(|| format!("axes{number}"));
        self.axes.push((handle, kind));
        named(chance);
        kind.prepare(&mut fig[handle], chance);
        if chance.flag() {
            change(&mut fig[handle], chance, &kind.changes(), 5);
        }
        for _ in 0..chance.below(0, 4) {
            let artist = self.artists.len();
            chance.log.on(|| format!("artist{artist}"));
            self.artists.push(kind.add(&mut fig[handle], chance));
            chance.log.say(|| format!("let artist{artist} = axes{number}.add(artist{artist});"));
        }
        if chance.flag() {
            named(chance);
            change(&mut fig[handle], chance, &kind.changes(), 5);
        }
    }

    /// What belongs to the whole figure.
    fn finish(&mut self, fig: &mut Figure, chance: &mut Chance) {
        if chance.comes(0.05) {
            drawings::draw(&fig.area(), chance);
        }
        chance.log.on(|| "fig".into());
        if chance.comes(0.2) {
            self.title = Some(call!(chance, fig.set_title(chance.label())));
        }
        if chance.comes(0.1) {
            call!(chance, fig.set_xlabel(chance.label()));
            call!(chance, fig.set_ylabel(chance.label()));
        }
        if chance.comes(0.1) {
            call!(chance, fig.set_legend(chance.legend()));
            if chance.flag() {
                call!(chance, fig.add_legend(chance.legend()));
            }
        }
        if !self.artists.is_empty() && chance.comes(0.3) {
            let number = chance.below(0, self.artists.len());
            let artist = Arc::clone(&self.artists[number]);
            let all: Vec<_> = self.axes.iter().map(|(axes, _)| *axes).collect();
            self.bars.extend(artist.colorbar(fig, &all, chance, number));
        }
        if self.axes.len() > 1 && chance.comes(0.15) {
            let all: Vec<_> = self.axes.iter().map(|(axes, _)| *axes).collect();
            if chance.flag() {
                call!(chance, fig.share_x(all));
            } else {
                call!(chance, fig.share_y(all));
            }
        }
    }
}

/// Adds axes in one of the ways there are.
fn grids(fig: &mut Figure, chance: &mut Chance) -> Vec<Handle<Axes>> {
    match chance.below(0, 6) {
        0..=2 => {
            chance.log.say(|| "let axes0 = fig.axes();".into());
            vec![fig.axes().handle()]
        }
        3 | 4 => subplots(fig, chance),
        _ => spans(fig, chance),
    }
}

fn subplots(fig: &mut Figure, chance: &mut Chance) -> Vec<Handle<Axes>> {
    let (rows, columns) = (chance.below(1, 4), chance.below(1, 4));
    let mut plots = call!(chance, fig.subplots(rows, columns));
    chance.log.on(|| "plots".into());
    if chance.comes(0.3) {
        call!(chance, plots.width_ratios(ratios(chance, columns)));
        call!(chance, plots.height_ratios(ratios(chance, rows)));
    }
    if chance.comes(0.3) {
        call!(chance, plots.spacing(chance.fraction(), chance.fraction()));
    }
    if chance.comes(0.3) {
        call!(
            chance,
            plots.margins(margin(chance), margin(chance), margin(chance), margin(chance))
        );
    }
    if chance.comes(0.3) {
        call!(chance, plots.share_x());
    }
    if chance.comes(0.3) {
        call!(chance, plots.share_y());
    }
    plots.iter_mut().map(|axes| axes.handle()).collect()
}

fn spans(fig: &mut Figure, chance: &mut Chance) -> Vec<Handle<Axes>> {
    let (rows, columns) = (chance.below(1, 5), chance.below(1, 5));
    let mut grid = call!(chance, fig.grid(rows, columns));
    chance.log.on(|| "grid".into());
    if chance.comes(0.3) {
        call!(chance, grid.margins(margin(chance), margin(chance), margin(chance), margin(chance)));
    }
    let mut axes = spanned(&mut grid, (rows, columns), chance);
    if chance.comes(0.4) {
        let (row, column) = (chance.below(0, rows), chance.below(0, columns));
        let mut inner = call!(chance, grid.nest(row, column, 2, 2));
        chance.log.on(|| "inner".into());
        axes.extend(spanned(&mut inner, (2, 2), chance));
    }
    axes
}

/// Axes over some of a grid's cells, which may overlap.
fn spanned(
    grid: &mut GridSpec<'_>,
    (rows, columns): (usize, usize),
    chance: &mut Chance,
) -> Vec<Handle<Axes>> {
    let range = |chance: &mut Chance, count: usize| {
        let start = chance.below(0, count);
        start..chance.below(start, count) + 1
    };
    if chance.comes(0.3) {
        call!(chance, grid.width_ratios(ratios(chance, columns)));
        call!(chance, grid.height_ratios(ratios(chance, rows)));
    }
    if chance.comes(0.3) {
        call!(chance, grid.spacing(chance.fraction(), chance.fraction()));
    }
    (0..chance.below(1, 4))
        .map(|_| call!(chance, grid.span(range(chance, rows), range(chance, columns))).handle())
        .collect()
}

fn ratios(chance: &mut Chance, count: usize) -> Vec<f64> {
    (0..count).map(|_| chance.positive()).collect()
}

fn margin(chance: &mut Chance) -> f64 {
    *chance.pick(&[0.0, 0.0, 0.05, 0.2])
}

/// Twins and insets.
fn twins_and_insets(fig: &mut Figure, chance: &mut Chance, axes: &mut Vec<Handle<Axes>>) {
    let first = axes[0];
    chance.log.on(|| "fig".into());
    if chance.comes(0.15) {
        axes.push(call!(chance, fig.twin_x(first)).handle());
    } else if chance.comes(0.1) {
        axes.push(call!(chance, fig.twin_y(first)).handle());
    }
    if chance.comes(0.15) {
        let side = *chance.pick(&[Side::Top, Side::Bottom]);
        let factor = *chance.pick(&[2.0, -0.5, 1e6]);
        chance.log.name("secondary_xaxis");
        chance.log.say(|| format!("fig.secondary_xaxis(axes0, {side:?}, |x| {factor:?} * x, ..);"));
        let second = fig.secondary_xaxis(first, side, move |x| factor * x, move |x| x / factor);
        second.set_xlabel("secondary").set_spine(side, Spine::new().position("center"));
    } else if chance.comes(0.1) {
        chance.log.name("secondary_yaxis");
        chance.log.say(|| "fig.secondary_yaxis(axes0, \"right\", f64::exp, f64::ln);".into());
        fig.secondary_yaxis(first, "right", f64::exp, f64::ln).set_ylabel("secondary");
    }
    chance.log.on(|| "fig".into());
    if chance.comes(0.1) {
        let fractions = [chance.fraction(), chance.fraction(), 0.4, chance.positive()];
        axes.push(call!(chance, fig.inset(first, fractions)).handle());
    }
}
