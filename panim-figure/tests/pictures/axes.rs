//! What stands around and behind the artists.

use crate::support::{check, cosine, figure};
use panim_figure::*;
use std::f64::consts::{FRAC_PI_2, TAU};

#[test]
fn wave() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes();
        ax.set_xlim(0.0, 2.0 * TAU).set_ylim(-1.5, 1.5);
        ax.set_xlabel("x").set_ylabel("y").set_title("Cosine Wave");
        cosine(ax, 0.0);
    });
    check("wave", &mut renderer);
}

#[test]
fn legends() {
    let places = [
        Loc::UpperLeft,
        Loc::UpperCenter,
        Loc::UpperRight,
        Loc::CenterLeft,
        Loc::Center,
        Loc::CenterRight,
        Loc::LowerLeft,
        Loc::LowerCenter,
        Loc::LowerRight,
    ];
    let mut renderer = figure(1000, 900, |fig| {
        let mut grid = fig.subplots(3, 3);
        for (ax, loc) in grid.iter_mut().zip(places) {
            cosine(ax, 0.0);
            for slot in [("--", 's', "dashed"), (":", 'o', "dotted, longer")] {
                let line = Line::new([0.0, 12.0], [-1.0, 1.0]).style(slot.0).marker(slot.1);
                ax.add(line.label(slot.2));
            }
            ax.set_title(format!("{loc:?}")).set_legend(Legend::new().loc(loc));
        }
    });
    check("legends", &mut renderer);
}

#[test]
fn ticks_of_all_ranges() {
    let ranges = [
        ((0.0, 1.0), (0.0, 1e-7)),
        ((-3e6, 8e6), (1e5, 1e5 + 3.0)),
        ((1990.0, 2026.0), (-0.05, 0.05)),
        ((10.0, 0.0), (123_456.0, 123_456.8)),
        ((0.0, 99_999.0), (1.0, 2.0)),
        ((-1e-12, 1e-12), (5.0, 5e9)),
    ];
    let mut renderer = figure(1000, 600, |fig| {
        let mut grid = fig.subplots(2, 3);
        for (ax, (x, y)) in grid.iter_mut().zip(ranges) {
            ax.set_xlim(x.0, x.1).set_ylim(y.0, y.1).set_grid(true);
            ax.set_title("a title").set_xlabel("x label").set_ylabel("y label");
        }
    });
    check("ticks", &mut renderer);
}

#[test]
fn locators_and_formats() {
    let mut renderer = figure(900, 640, |fig| {
        let mut grid = fig.subplots(3, 2);
        let ax = &mut grid[(0, 0)];
        ax.set_xlim(-0.3, TAU).set_xlocator(Locator::multiple(FRAC_PI_2)).set_xformat(Format::pi());
        ax.set_xminorlocator(Locator::divisions(3));
        ax.set_ylim(-7, 12).set_ylocator(Locator::multiple(5));
        let ax = &mut grid[(0, 1)];
        ax.set_xlim(0.7, 33.3).set_xlocator(Locator::max_n(3));
        ax.set_ylim(0, 40).set_yformat(Format::percent(0).of(40)).set_ylocator(Locator::linear(4));
        let ax = &mut grid[(1, 0)];
        ax.set_xlim(1, 300).set_xscale("log").set_xlocator(Locator::log(2));
        ax.set_xformat(Format::power(2));
        ax.set_ylim(0.9, 200).set_yscale("log").set_ylocator(Locator::log(10).subs([1, 2, 5]));
        ax.set_yformat(Format::general());
        let ax = &mut grid[(1, 1)];
        ax.set_xlim(0, 25e3).set_xformat(Format::engineering().suffix("Hz"));
        ax.set_ylim(0, 10).set_ylocator(Locator::none());
        let ax = &mut grid[(2, 0)];
        ax.set_xlim(3, 17).set_xlocator(|low: f64, high: f64| vec![low, (low + high) / 2.0, high]);
        ax.set_xminorlocator(Locator::multiple(1)).set_ylim(0, 1);
        ax.set_yminorlocator(Locator::divisions(2)).set_grid(Grid::new().minor().alpha(0.5));
        let ax = &mut grid[(2, 1)];
        ax.set_xlim(0.5, 6.5).set_xlocator(Locator::multiple(2).offset(1)).set_ylim(0, 1);
        ax.set_xformat(Format::all(|ticks| {
            let unit = |i| if i + 1 == ticks.len() { " km" } else { "" };
            ticks.iter().enumerate().map(|(i, tick)| format!("{tick}{}", unit(i))).collect()
        }));
    });
    check("locators", &mut renderer);
}

#[test]
fn own_ticks_colours_and_layers() {
    let mut renderer = figure(480, 360, |fig| {
        fig.set_facecolor("#f4f1ea");
        let ax = fig.axes();
        ax.set_facecolor("white").set_xlim(-0.5, 2.5).set_ylim(0.0, 1.0);
        ax.set_xticks([0, 1, 2, 3]).set_xticklabels(["low", "middle", "high", "outside"]);
        ax.set_yticks([0.0, 0.25, 0.5, 1.0]);
        ax.add(Line::new([-1.0, 3.0], [0.2, 0.9]).width(10.0).color("C1").zorder(3.0));
        ax.add(Line::new([-1.0, 3.0], [0.9, 0.2]).width(10.0).color("C2"));
        ax.add(Line::new([0.0, 2.0], [0.5, 0.5]).visible(false));
    });
    check("own_ticks", &mut renderer);
}

#[test]
fn small_and_large_dpi() {
    for (name, dpi) in [("dpi_50", 50.0), ("dpi_200", 200.0)] {
        let mut fig = Figure::for_render(Some((320, 240)), Some(dpi));
        let ax = fig.axes();
        ax.set_title("dpi").set_xlabel("x").set_grid(true);
        cosine(ax, 1.0);
        check(name, &mut Renderer::portable(fig).unwrap());
    }
}

#[test]
fn a_frame_that_moves_everything() {
    let (mut axes, mut line, mut text) = Default::default();
    let mut renderer = figure(480, 360, |fig| {
        let ax = fig.axes();
        axes = ax.handle();
        line = cosine(ax, 0.0);
        text = ax.add(Text::new((1.0, 0.0), "here"));
    });
    let mut frame = renderer.frame(3);
    frame[line].set_color("C4").set_width(3.0).set_style("--");
    frame[text].set_position((6.3, 0.5)).set_text("moved").set_size(16.0);
    frame[axes].set_xlim(1.234, 9.876).set_title("moved too").set_grid(true);
    check("moved", &mut renderer);
}

#[test]
fn polar_axes_have_labels_below_and_beside_their_angles() {
    let mut renderer = figure(640, 320, |fig| {
        fig.tight_layout();
        let mut grid = fig.subplots(1, 2);
        for (column, far) in [(0, false), (1, true)] {
            let ax = &mut grid[(0, column)];
            ax.set_projection("polar").set_title("title");
            ax.set_xlabel("direction").set_ylabel("speed (m/s)");
            if far {
                ax.set_xlabel_position("top").set_ylabel_position("right");
            }
            ax.add(Line::new(linspace(0, 6, 50), linspace(0, 3, 50)));
        }
    });
    check("polar_labels", &mut renderer);
}
