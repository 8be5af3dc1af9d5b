//! Ticks, spines and grids with looks and places of their own.

use crate::support::{check, figure};
use panim_figure::*;
use std::f64::consts::TAU;

fn sine(ax: &mut Axes) -> Handle<Line> {
    let x = linspace(0.0, 10.0, 200);
    ax.add(Line::new(&x, x.iter().map(|x| 2.0 + 1.5 * x.sin())))
}

#[test]
fn tick_marks_inside_and_on_all_sides() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes().set_minor_ticks(true);
        sine(ax);
        ax.set_xlim(0, 10).set_ylim(0, 4).set_title("inside").set_xlabel("x").set_ylabel("y");
        let all = TickParams::new().direction("in").length(8).width(1.5);
        ax.set_tick_params(all.top(true).right(true));
        ax.set_tick_params(TickParams::new().minor().length(4).width(0.8).color("C3"));
        ax.set_tick_params(TickParams::new().y_only().direction("inout").colors("C0").pad(8));
    });
    check("ticks_inside", &mut renderer);
}

#[test]
fn labels_at_the_top_and_right() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes();
        sine(ax);
        ax.set_xlim(0, 10).set_ylim(0, 4).set_title("above it all");
        ax.set_xlabel("seconds").set_ylabel("metres");
        let above = TickParams::new().top(true).label_top(true).bottom(false).label_bottom(false);
        ax.set_tick_params(above.right(true).label_right(true).left(false).label_left(false));
        ax.set_tick_params(TickParams::new().x_only().label_rotation(45).label_size(12));
        ax.set_xlabel_position("top").set_ylabel_position("right");
    });
    check("ticks_at_top", &mut renderer);
}

#[test]
fn axes_through_the_origin() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes();
        let x = linspace(-TAU, TAU, 200);
        ax.add(Line::new(&x, x.iter().map(|x| x.sin())).color("C1"));
        ax.set_xlim(-7, 7).set_ylim(-1.5, 1.5);
        for side in ["left", "bottom"] {
            ax.set_spine(side, Spine::new().position("zero").arrows("max"));
        }
        ax.set_spine("top", false).set_spine("right", false);
    });
    check("spines_at_zero", &mut renderer);
}

#[test]
fn spines_elsewhere() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes();
        sine(ax);
        ax.set_xlim(0, 10).set_ylim(0, 4).set_xlabel("x").set_ylabel("y");
        let left = Spine::new().position(SpinePosition::Outward(10.0)).bounds((1, 3));
        ax.set_spine("left", left.color("C0").width(2));
        let bottom = Spine::new().position(SpinePosition::Axes(0.25)).style("--").color("C2");
        ax.set_spine("bottom", bottom.width(1.5));
        ax.set_spine("top", false).set_spine("right", Spine::new().position("center"));
    });
    check("spines_elsewhere", &mut renderer);
}

#[test]
fn grids_of_each_axis() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes().set_minor_ticks(true);
        sine(ax);
        ax.set_xlim(0, 10).set_ylim(0, 4);
        ax.set_xgrid(Grid::new().color("C0").style("--").width(1));
        ax.set_ygrid(Grid::new().minor_only().minor_color("C3").minor_style(":").minor_width(1));
    });
    check("grids", &mut renderer);
}

#[test]
fn categories_with_looks_of_their_own() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes();
        ax.add(Bars::new(["spring", "summer", "autumn", "winter"], [3, 5, 4, 1]));
        let x = TickParams::new().x_only().label_rotation(30).label_color("C1").length(0);
        ax.set_tick_params(x.label_top(true).direction("in"));
        ax.set_ygrid(true);
    });
    check("ticks_of_categories", &mut renderer);
}

#[test]
fn a_spine_follows_moving_limits() {
    let mut axes = Handle::default();
    let mut renderer = figure(320, 240, |fig| {
        let ax = fig.axes();
        axes = ax.handle();
        sine(ax);
        ax.set_xlim(-1, 10).set_ylim(-1, 4).set_spine("left", Spine::new().position("zero"));
        ax.set_spine("bottom", Spine::new().position("zero").arrows("both"));
    });
    let mut frame = renderer.frame(1);
    frame[axes].set_xlim(-4.3, 7.0).set_ylim(1.0, 5.0);
    frame[axes].set_tick_params(TickParams::new().direction("in").label_color("C3"));
    check("spines_moved", &mut renderer);
}

/// From degrees to radians, and from metres to feet.
fn secondary(fig: &mut Figure) -> (Handle<Axes>, Handle<Axes>) {
    let ax = fig.axes();
    let x = linspace(0, 360, 200);
    ax.add(Line::new(&x, x.iter().map(|x| x.to_radians().sin())));
    ax.set_xlabel("angle (°)").set_ylabel("height (m)").set_title("sine wave");
    let of = ax.handle();
    let radians = fig.secondary_xaxis(of, "top", f64::to_radians, f64::to_degrees);
    let radians = radians.set_xlabel("angle (rad)").handle();
    fig.secondary_yaxis(of, "right", |m| m * 3.28084, |ft| ft / 3.28084).set_ylabel("height (ft)");
    (of, radians)
}

#[test]
fn secondary_axes() {
    let mut renderer = figure(640, 480, |fig| {
        secondary(fig);
    });
    check("secondary_axes", &mut renderer);
}

#[test]
fn secondary_axes_follow_limits_and_logarithms() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes();
        let x = linspace(0.02, 1, 50);
        ax.add(Line::new(&x, x.iter().map(|x| x * x)));
        ax.set_xscale("log").set_yscale("log").set_xlim(0.02, 1.0).set_xlabel("frequency (Hz)");
        let of = ax.handle();
        let above = fig.secondary_xaxis(of, "top", |f| 1.0 / f, |period| 1.0 / period);
        above.set_xlabel("period (s)");
        let inside = fig.secondary_xaxis(of, "bottom", |f| 1.0 / f, |period| 1.0 / period);
        inside.set_spine("bottom", Spine::new().position(SpinePosition::Axes(0.5)).color("C3"));
        inside.set_tick_params(TickParams::new().colors("C3"));
    });
    check("secondary_log", &mut renderer);

    let mut of = Handle::default();
    let mut renderer = figure(480, 360, |fig| of = secondary(fig).0);
    renderer.frame(0)[of].set_xlim(45.3, 201).set_ylim(-0.5, 2);
    check("secondary_moved", &mut renderer);
}

#[test]
fn looks_on_round_axes_and_in_space() {
    let mut renderer = figure(900, 400, |fig| {
        let mut grid = fig.subplots(1, 2);
        let ax = grid[0].set_projection("polar");
        let angles = linspace(0, TAU, 200);
        ax.add(Line::new(&angles, angles.iter().map(|a| 1.0 + (2.0 * a).sin())));
        let labels = TickParams::new().x_only().label_color("C3").label_size(13).label_rotation(20);
        ax.set_tick_params(labels.pad(10)).set_xgrid(Grid::new().color("C3").style(":"));
        ax.set_tick_params(TickParams::new().y_only().label_color("C0")).set_ygrid(false);
        let ax = grid[1].set_projection("3d");
        ax.add(Line3D::new(
            angles.iter().map(|a| a.cos()),
            angles.iter().map(|a| a.sin()),
            &angles,
        ));
        ax.set_tick_params(TickParams::new().x_only().colors("C3").width(2));
        ax.set_tick_params(TickParams::new().z_only().label_size(7).pad(0).label_rotation(45));
        ax.set_zgrid(false).set_ygrid(Grid::new().color("C0"));
    });
    check("ticks_polar_and_space", &mut renderer);
}

#[test]
fn three_scales_on_one_plot() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes();
        let of = ax.handle();
        ax.set_title("three scales").set_xlabel("distance");
        let scales = [
            ("density", [0.0, 1.0, 2.0], "C0"),
            ("temperature", [0.0, 3.0, 2.0], "C1"),
            ("velocity", [50.0, 30.0, 15.0], "C2"),
        ];
        for (i, (name, values, color)) in scales.into_iter().enumerate() {
            let ax = if i == 0 { &mut fig[of] } else { fig.twin_x(of) };
            ax.add(Line::new([0, 1, 2], values).color(color));
            ax.set_ylabel(Label::new(name).color(color));
            ax.set_tick_params(TickParams::new().y_only().colors(color));
            if i == 2 {
                let beyond = Spine::new().position(SpinePosition::Axes(1.2)).color(color);
                ax.set_spine("right", beyond);
            }
        }
    });
    check("three_scales", &mut renderer);
}
