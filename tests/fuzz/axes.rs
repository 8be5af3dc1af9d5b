//! Axes, as chance changes them.

use crate::{
    artists::{Change, FLAT, Moves, SPACE},
    chance::Chance,
    log::call,
};
use panim::{Axes, Projection};
use std::sync::Arc;

/// What of an axes its whole video has.
#[derive(Clone, Copy, Debug)]
pub struct Kind(Projection);

impl Kind {
    pub fn random(chance: &mut Chance) -> Self {
        let kinds = [Projection::Rectilinear; 5].into_iter();
        let kinds = kinds.chain([Projection::Polar, Projection::ThreeD, Projection::ThreeD]);
        Self(*chance.pick(&kinds.collect::<Vec<_>>()))
    }

    /// Makes an axes that setup left as it was one of this kind.
    pub fn prepare(self, axes: &mut Axes, chance: &mut Chance) {
        if self.0 != Projection::Rectilinear {
            call!(chance, axes.set_projection(self.0));
        }
    }

    /// Adds an artist that it can have.
    pub fn add(self, axes: &mut Axes, chance: &mut Chance) -> Arc<dyn Moves> {
        let all = if self.0 == Projection::ThreeD { SPACE } else { FLAT };
        chance.pick(all)(axes, chance)
    }

    /// Everything that can be changed of it.
    pub fn changes(self) -> Vec<Change<Axes>> {
        match self.0 {
            Projection::ThreeD => [ANY, ALONG_X, LABELLED, IN_SPACE, LABELLED_IN_SPACE].concat(),
            Projection::Polar => [ANY, LABELLED, POLAR].concat(),
            _ => [ANY, ALONG_X, FLAT_ONLY, LABELLED].concat(),
        }
    }
}

/// One setter for each line.
macro_rules! setters {
    ($(|$chance:ident| $method:ident($($argument:expr),*);)*) => {
        &[$(|axes, $chance| { call!($chance, axes.$method($($argument),*)); }),*]
    };
}

const ANY: &[Change<Axes>] = setters! {
    |chance| set_title(chance.label());
    |chance| set_left_title(chance.label());
    |chance| set_right_title(chance.label());
    |chance| set_xlabel(chance.label());
    |chance| set_ylabel(chance.label());
    |chance| set_ylim(chance.first(), chance.last());
    |chance| set_yrange(chance.first()..chance.last());
    |chance| autoscale();
    |chance| autoscale_x();
    |chance| autoscale_y();
    |chance| set_yscale(chance.scale());
    |chance| set_xticks(chance.marks());
    |chance| set_yticks(chance.marks());
    |chance| set_xlocator(chance.locator());
    |chance| set_ylocator(chance.locator());
    |chance| set_xformat(chance.format());
    |chance| set_yformat(chance.format());
    |chance| invert_y();
    |chance| set_ymargin(chance.fraction());
    |chance| set_tick_params(chance.tick_params());
    |chance| show_xticks(chance.flag(), chance.flag());
    |chance| show_yticks(chance.flag(), chance.flag());
    |chance| set_grid(chance.grid_lines());
    |chance| set_grid(chance.flag());
    |chance| set_xgrid(chance.grid_lines());
    |chance| set_ygrid(chance.grid_lines());
    |chance| set_axis_off(chance.flag());
    |chance| set_facecolor(chance.color());
    |chance| legend();
    |chance| set_legend(chance.legend());
    |chance| add_legend(chance.legend());
};

/// Limits along x, which polar axes have none of.
const ALONG_X: &[Change<Axes>] = setters! {
    |chance| set_xlim(chance.first(), chance.last());
    |chance| set_xrange((chance.first(), chance.last()));
    |chance| set_xscale(chance.scale());
    |chance| invert_x();
    |chance| set_xmargin(chance.fraction());
};

/// What only flat axes without angles show.
const FLAT_ONLY: &[Change<Axes>] = setters! {
    |chance| set_map(*chance.pick(&["platecarree", "mercator"]));
    |chance| set_xminorlocator(chance.locator());
    |chance| set_yminorlocator(chance.locator());
    |chance| set_xminor(chance.flag());
    |chance| set_yminor(chance.flag());
    |chance| set_xminorticks(chance.marks());
    |chance| set_yminorticks(chance.marks());
    |chance| set_xlabel_position(chance.side());
    |chance| set_ylabel_position(chance.side());
    |chance| set_minor_ticks(chance.flag());
    |chance| set_spine(chance.side(), chance.flag());
    |chance| set_spine(chance.side(), chance.spine());
    |chance| set_aspect(chance.aspect());
};

/// Ticks with words of their own.
const LABELLED: &[Change<Axes>] = &[
    |axes, chance| {
        call!(chance, axes.set_xticks(chance.marks()));
        call!(chance, axes.set_xticklabels(chance.tick_labels()));
    },
    |axes, chance| {
        call!(chance, axes.set_yticks(chance.marks()));
        call!(chance, axes.set_yticklabels(chance.tick_labels()));
    },
];

/// The same in 3D axes.
const LABELLED_IN_SPACE: &[Change<Axes>] = &[|axes, chance| {
    call!(chance, axes.set_zticks(chance.marks()));
    call!(chance, axes.set_zticklabels(chance.tick_labels()));
}];

const IN_SPACE: &[Change<Axes>] = setters! {
    |chance| set_view(chance.degrees(), chance.degrees());
    |chance| set_roll(chance.degrees());
    |chance| set_proj_type(*chance.pick(&["ortho", "persp"]));
    |chance| set_focal_length(chance.between(0.2, 20.0));
    |chance| set_box_aspect((chance.between(0.1, 9.0), chance.between(0.1, 9.0), 1));
    |chance| set_zoom(chance.between(0.1, 3.0));
    |chance| set_panes(chance.colors());
    |chance| set_zlabel(chance.label());
    |chance| set_zlim(chance.first(), chance.last());
    |chance| set_zrange((chance.first(), chance.last()));
    |chance| autoscale_z();
    |chance| set_zscale(chance.scale());
    |chance| set_zticks(chance.marks());
    |chance| set_zlocator(chance.locator());
    |chance| set_zminorlocator(chance.locator());
    |chance| set_zformat(chance.format());
    |chance| set_zminor(chance.flag());
    |chance| set_zminorticks(chance.marks());
    |chance| invert_z();
    |chance| set_zmargin(chance.fraction());
    |chance| set_zgrid(chance.grid_lines());
    |chance| show_zticks(chance.flag(), chance.flag());
};

const POLAR: &[Change<Axes>] = setters! {
    |chance| set_theta_zero(chance.side());
    |chance| set_theta_zero(chance.degrees());
    |chance| set_theta_clockwise(chance.flag());
    |chance| set_rlabel_position(chance.degrees());
};
