//! Pictures of every artist and option, compared pixel by pixel with those that were looked at.
//!
//! After a change that is meant to show, run with `PANIM_BLESS=1` to write the pictures anew, and
//! look at each of them before it is committed.

#![allow(clippy::unwrap_used)]

use panim_figure::{
    Axes, Bars, ErrorBars, Figure, FillBetween, HAlign, HLine, Legend, Line, LineStyle, Loc,
    Picture, Polygon, Renderer, Scatter, Span, Steps, Text, VAlign, VLine, Weight, linspace,
};
use std::{env, f64::consts::TAU, fs, path::Path};

/// Compares with `tests/golden/{name}.png`; what differs is left in the build's folder.
fn check(name: &str, renderer: &mut Renderer) {
    let picture = renderer.picture().unwrap();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.png"));
    if env::var_os("PANIM_BLESS").is_some() {
        return picture.save_png(&golden).unwrap();
    }
    let wanted = Picture::open_png(&golden).unwrap();
    if let Some(difference) = difference(&picture, &wanted) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        fs::create_dir_all(folder).unwrap();
        let got = folder.join(format!("{name}.png"));
        picture.save_png(&got).unwrap();
        panic!("{name}: {difference}; see {} and {}", got.display(), golden.display());
    }
}

fn difference(got: &Picture, wanted: &Picture) -> Option<String> {
    let (a, b) = ((got.width(), got.height()), (wanted.width(), wanted.height()));
    if a != b {
        return Some(format!("{a:?} pixels for {b:?}"));
    }
    // Other instructions round otherwise: the pictures are of x86-64.
    let allowed = if cfg!(target_arch = "x86_64") { 0 } else { 3 };
    let differ = got
        .rgba()
        .chunks_exact(4)
        .zip(wanted.rgba().chunks_exact(4))
        .filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > allowed))
        .count();
    (differ > 0).then(|| format!("{differ} pixels differ"))
}

fn figure(width: u32, height: u32, build: impl FnOnce(&mut Figure)) -> Renderer {
    let mut fig = Figure::new();
    fig.set_size(width, height);
    build(&mut fig);
    Renderer::portable(fig).unwrap()
}

fn cosine(ax: &mut Axes, shift: f64) -> panim_figure::Handle<Line> {
    let x = linspace(0.0, 2.0 * TAU, 200);
    ax.add(Line::new(&x, x.iter().map(|x| (x + shift).cos())))
}

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
fn line_styles_and_widths() {
    let styles: [LineStyle; 5] = [
        "-".into(),
        "--".into(),
        "-.".into(),
        ":".into(),
        LineStyle::Dashes(vec![6.0, 2.0, 1.0, 2.0, 1.0, 2.0]),
    ];
    let mut renderer = figure(500, 400, |fig| {
        let ax = fig.axes();
        let x = linspace(0.0, 10.0, 100);
        for (i, style) in styles.into_iter().enumerate() {
            let offset = 3.0 * i as f64;
            let y = x.iter().map(|x| x.sin() + offset);
            ax.add(Line::new(&x, y).style(style).width(1.0 + i as f64));
        }
        ax.add(Line::new([0.0, 10.0], [-2.0, 14.0]).width(12.0).color("tomato").alpha(0.3));
    });
    check("line_styles", &mut renderer);
}

#[test]
fn markers() {
    let mut renderer = figure(500, 400, |fig| {
        let ax = fig.axes();
        for (i, marker) in "o.sDd^v<>*ph+x|_".chars().enumerate() {
            let (x, y) = ((i % 4) as f64, (i / 4) as f64);
            let line = Line::new([x, x + 0.5], [y, y + 0.3]).marker(marker).width(0.8);
            ax.add(line.marker_size(10.0));
        }
        let faded = Line::new([0.0, 0.1, 0.2], [3.7, 3.7, 3.7]).style("").marker('o');
        ax.add(faded.marker_size(20.0).marker_color("#d62728").alpha(0.4));
    });
    check("markers", &mut renderer);
}

#[test]
fn gaps_and_points_far_outside() {
    let mut renderer = figure(400, 300, |fig| {
        let ax = fig.axes();
        ax.set_xlim(0.0, 10.0).set_ylim(-1.0, 1.0);
        let x = linspace(0.0, 10.0, 101);
        let y = x.iter().map(|x| if (4.0..5.0).contains(x) { f64::NAN } else { x.sin() });
        ax.add(Line::new(&x, y).width(4.0));
        ax.add(Line::new([-1e12, 1e12], [-1e11, 1e11]));
        ax.add(Line::new([5.0, 5.0], [f64::NEG_INFINITY, f64::INFINITY]));
        ax.add(Line::new([7.0, 7.0], [-1e300, 1e300]).style(":"));
    });
    check("gaps", &mut renderer);
}

#[test]
fn bars_upright_stacked_and_lying() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let heights = [3.0, 7.0, -2.0, 5.0];
        grid[(0, 0)].add(Bars::new(0..4, heights).edge_color("black"));
        grid[(0, 0)].add(HLine::new(0.0).color("black").width(0.8));

        let ax = &mut grid[(0, 1)];
        ax.set_xticks(0..3).set_xticklabels(["one", "two", "three"]).legend();
        ax.add(Bars::new(0..3, [2.0, 3.0, 1.0]).label("lower"));
        ax.add(Bars::new(0..3, [1.0, 2.0, 3.0]).bottom([2.0, 3.0, 1.0]).label("upper"));

        let ax = &mut grid[(0, 2)];
        let colors = ["tab:red", "tab:green", "#888888"];
        let lying = Bars::new(0..5, [5.0, 4.0, f64::NAN, 2.0, 1.0]).horizontal().colors(colors);
        ax.add(lying.width(1.0).alpha(0.6));
        ax.add(VLine::new(3.0).style("--").color("C3"));
    });
    check("bars", &mut renderer);
}

#[test]
fn errors_and_steps() {
    let mut renderer = figure(700, 320, |fig| {
        let mut grid = fig.subplots(1, 2);
        let ax = &mut grid[(0, 0)];
        let errors = [0.5, 1.0, f64::NAN, 0.2, 1e9];
        ax.set_ylim(0.0, 8.0).legend();
        ax.add(ErrorBars::new(0..5, [2, 4, 3, 5, 6], errors).marker('o').label("upright"));
        let lying = ErrorBars::new([1.5, 3.0], [1.0, 2.0], [0.5, 0.25]).horizontal();
        ax.add(lying.cap_size(0.0).width(3.0).color("C3").label("lying"));

        let ax = &mut grid[(0, 1)];
        for (i, steps) in [Steps::Pre, Steps::Mid, Steps::Post].into_iter().enumerate() {
            let y = (0..8).map(|x| f64::from(x * x % 7) + 8.0 * i as f64);
            ax.add(Line::new(0..8, y).steps(steps).marker('.').label(format!("{steps:?}")));
        }
        ax.legend();
    });
    check("errors_and_steps", &mut renderer);
}

#[test]
fn areas() {
    let mut renderer = figure(700, 320, |fig| {
        let mut grid = fig.subplots(1, 2);
        let x = linspace(0.0, 10.0, 201);
        let ax = &mut grid[(0, 0)];
        let gap = |x: &f64| if (6.0..7.0).contains(x) { f64::NAN } else { x.sin() };
        let band = FillBetween::new(&x, x.iter().map(gap), x.iter().map(|x| 0.5 * x.cos()));
        ax.add(band.alpha(0.4).edge_color("C0").label("between"));
        ax.add(Line::new(&x, x.iter().map(|x| x.sin())).label("sine"));
        ax.legend();

        let ax = &mut grid[(0, 1)];
        ax.set_xlim(-1.0, 1.0).set_ylim(-1.0, 1.0).set_grid(true);
        let corner = |i: i32| TAU * 2.0 * f64::from(i) / 5.0;
        let star = (0..5).map(|i| corner(i).sin()).zip((0..5).map(|i| corner(i).cos()));
        let (x, y): (Vec<_>, Vec<_>) = star.unzip();
        ax.add(Polygon::new(x, y).color("gold").edge_color("darkorange").edge_width(3.0));
        // cut by the limits, and far beyond them
        ax.add(Polygon::new([-9e9, 0.0, 9e9], [-9e9, -0.5, -9e9]).alpha(0.5));
        ax.add(HLine::new(0.25).style(":"));
        ax.add(VLine::new(1e300));
    });
    check("areas", &mut renderer);
}

#[test]
fn scattered_points_and_spans() {
    let mut renderer = figure(700, 320, |fig| {
        let mut grid = fig.subplots(1, 2);
        let ax = &mut grid[(0, 0)];
        let places = |step: f64| (0..40).map(move |i| (f64::from(i) * step).sin());
        let sizes = (0..40).map(|i| f64::from(i * 10));
        let many = Scatter::new(places(1.7), places(2.9)).sizes(sizes).alpha(0.5);
        ax.add(many.label("many"));
        let few = Scatter::new([0.0, 0.5, f64::NAN], [0.0, 0.5, 0.0]).marker('D').size(64.0);
        ax.add(few.edge_color("black").label("few"));
        ax.legend();

        let ax = &mut grid[(0, 1)];
        ax.set_ylim(-1.5, 1.5);
        ax.add(Span::vertical(0.0, 2.5).color("0.85").label("night"));
        ax.add(Span::horizontal(-0.2, 0.2).color("C2").alpha(0.3).edge_color("C2"));
        ax.add(Span::vertical(4.0, f64::INFINITY));
        let colors = ["C0", "C1", "C2"];
        ax.add(Scatter::new(0..9, places(1.0).take(9)).colors(colors).marker('*').size(150.0));
        ax.legend();
    });
    check("scatter", &mut renderer);
}

#[test]
fn text_aligned_and_turned() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes();
        ax.set_xlim(0.0, 4.0).set_ylim(0.0, 4.0).set_grid(true);
        let sides = [HAlign::Left, HAlign::Center, HAlign::Right];
        let heights = [VAlign::Top, VAlign::Center, VAlign::Baseline, VAlign::Bottom];
        for (i, halign) in sides.into_iter().enumerate() {
            for (j, valign) in heights.into_iter().enumerate() {
                let text = Text::new(0.5 + i as f64, 0.5 + j as f64, "Agy\ntwo");
                ax.add(text.halign(halign).valign(valign));
            }
        }
        for (i, degrees) in [0.0, 30.0, 90.0, 210.0].into_iter().enumerate() {
            let text = Text::new(3.5, 0.5 + i as f64, "turned").rotation(degrees);
            ax.add(text.halign(HAlign::Center).valign(VAlign::Center).color("C3"));
        }
        ax.add(Text::new(0.02, 1.02, "10⁻³ αβγ ∑ √2 ±½ °C").in_axes().size(14.0));
        let bold = Text::new(1.0, -0.12, "bold, beyond the axes").in_axes().weight(Weight::Bold);
        ax.add(bold.halign(HAlign::Right));
    });
    check("text", &mut renderer);
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
        text = ax.add(Text::new(1.0, 0.0, "here"));
    });
    let mut frame = renderer.frame(3);
    frame[line].set_color("C4").set_width(3.0).set_style("--");
    frame[text].set_position(6.3, 0.5).set_text("moved").set_size(16.0);
    frame[axes].set_xlim(1.234, 9.876).set_title("moved too").set_grid(true);
    check("moved", &mut renderer);
}
