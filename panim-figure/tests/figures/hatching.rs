//! Patterns stand still while what shows them moves, and go on from one area to the next.

use crate::seams::drawn;
use panim_figure::*;

/// The colours of pixels, by column and row.
fn at(picture: &Picture, x: u32, y: u32) -> [u8; 3] {
    let at = ((y * picture.width() + x) * 4) as usize;
    [0, 1, 2].map(|i| picture.rgba()[at + i])
}

/// In which pixels of a box two pictures differ.
fn differ(a: &Picture, b: &Picture, x: std::ops::Range<u32>, y: std::ops::Range<u32>) -> usize {
    let pixels = y.flat_map(|y| x.clone().map(move |x| (x, y)));
    pixels.filter(|&(x, y)| at(a, x, y) != at(b, x, y)).count()
}

/// How many pixels of a box are not white.
fn drawn_in(a: &Picture, x: std::ops::Range<u32>, y: std::ops::Range<u32>) -> usize {
    let pixels = y.flat_map(|y| x.clone().map(move |x| (x, y)));
    pixels.filter(|&(x, y)| at(a, x, y) != [255; 3]).count()
}

const PATTERNS: [&str; 12] = ["/", "\\", "|", "-", "+", "x", "o", "O", ".", "*", "//o", "xx.."];

#[test]
fn a_pattern_stands_still_while_its_shape_moves() {
    for pattern in PATTERNS {
        let mut fig = Figure::new();
        fig.set_size(400, 300);
        fig.grid(1, 1).margins(0.0, 0.0, 0.0, 0.0);
        let ax = fig.axes();
        ax.set_axis_off(true).set_xlim(0.0, 4.0).set_ylim(0.0, 3.0);
        ax.add(Rectangle::new((0, 0), 4, 0.5).color("white").hatch(pattern).hatch_color("C3"));
        let moved = Rectangle::new((0, 1), 2, 2).color("white").hatch(pattern);
        let moved = ax.add(moved);
        let mut renderer = Renderer::portable(fig).unwrap();
        let before = renderer.picture().unwrap();
        for (x, y) in [(0.37, 1.21), (0.5, 0.805), (1.234, 0.9)] {
            renderer.frame(1)[moved].set_xy((x, y));
            let after = renderer.picture().unwrap();
            // what is in both, without their edges
            assert_eq!(differ(&before, &after, 125..199, 25..170), 0, "{pattern} at {x}, {y}");
            // what did not move
            assert_eq!(differ(&before, &after, 0..400, 251..300), 0, "{pattern} at {x}, {y}");
        }
        assert!(drawn_in(&before, 125..199, 25..170) > 300, "{pattern}");
    }
}

#[test]
fn a_pattern_goes_on_from_one_area_to_the_next() {
    for pattern in PATTERNS {
        let apart = |x: [f64; 2], width: f64| {
            move |ax: &mut Axes| {
                let bars = Bars::new(x, [2.6, 2.6]).width(width).color("0.9");
                ax.add(bars.hatch(pattern).hatch_color("C0"));
            }
        };
        // they meet in the middle of a pixel
        let both = drawn(apart([1.0043, 2.0043], 1.0));
        let one = drawn(apart([1.5043, 1.5043], 2.0));
        let off = (0..2).flat_map(|_| 60..250).flat_map(|y| (60..250).map(move |x| (x, y)));
        let most = off.flat_map(|(x, y)| {
            let (a, b) = (at(&both, x, y), at(&one, x, y));
            [0, 1, 2].map(|i| a[i].abs_diff(b[i]))
        });
        assert!(most.max().unwrap() <= 3, "{pattern}");
        assert!(drawn_in(&one, 60..250, 60..250) > 300, "{pattern}");
    }
}

#[test]
fn a_clear_pattern_is_as_clear_everywhere() {
    let lines = |alpha: f64| {
        drawn(move |ax| {
            let area = Rectangle::new((0, 0), 4, 3).color("white").hatch("x").alpha(alpha);
            ax.add(area.hatch_width(4).hatch_color("black"));
        })
    };
    let dark = |picture: &Picture| {
        let all = (20..380).flat_map(|x| (20..280).map(move |y| (x, y)));
        all.map(|(x, y)| at(picture, x, y)[0]).min()
    };
    assert_eq!(dark(&lines(1.0)), Some(0));
    assert_eq!(dark(&lines(0.5)).map(|least| least.abs_diff(127) <= 1), Some(true));
}

#[test]
fn what_is_hatched_need_not_be_filled() {
    let picture = |hatch: &'static str| {
        drawn(move |ax| {
            let samples = (0..400).map(|i| f64::from(i % 20) / 5.0);
            let steps = Histogram::new(samples).bins(4).style("step").density(true);
            ax.set_ylim(0, 0.3).add(steps.hatch(hatch));
            ax.add(Circle::new((3, 0.15), 0.1).color("none").hatch(hatch));
        })
    };
    let (with, without) = (picture("o"), picture(""));
    assert!(drawn_in(&with, 10..400, 100..300) > 1000 + drawn_in(&without, 10..400, 100..300));
}

#[test]
fn each_part_has_its_pattern_and_a_sample_in_the_legend() {
    let mut fig = Figure::new();
    fig.set_size(400, 300);
    let ax = fig.axes();
    let rows = [[1, 2, 1], [2, 1, 2]];
    let stack = StackPlot::new(0..3, rows).colors(["white"]).hatches(["", "//"]);
    ax.add(stack.labels(["plain", "hatched"]));
    ax.set_legend(Legend::new().loc("lower left"));
    let picture = |fig: Figure| Renderer::portable(fig).unwrap().picture().unwrap();
    let with = picture(fig.clone());
    let (x, y) = (55..360, 140..280);
    let plain = {
        let mut fig = Figure::new();
        fig.set_size(400, 300);
        let ax = fig.axes();
        ax.add(StackPlot::new(0..3, rows).colors(["white"]).labels(["plain", "hatched"]));
        ax.set_legend(Legend::new().loc("lower left"));
        picture(fig)
    };
    // in the sample
    assert!(differ(&with, &plain, 50..110, 200..270) > 20);
    assert!(differ(&with, &plain, x, y) > 20);
}
