//! Grids with spans, twins and insets of axes, projections, scales and styles.

use crate::support::{check, figure};
use panim_figure::*;
use std::f64::consts::TAU;

fn sine(ax: &mut Axes) -> Handle<Line> {
    let x = linspace(0.0, 2.0 * TAU, 100);
    ax.add(Line::new(&x, x.iter().map(|x| x.sin())).label("sine"))
}

#[test]
fn grids_with_spans_and_a_grid_inside() {
    let mut renderer = figure(700, 500, |fig| {
        fig.set_title(Label::new("A figure's title").bold().size(14.0));
        let mut grid = fig.grid(3, 3);
        grid.margins(0.05, 0.05, 0.05, 0.05).width_ratios([2, 1, 1]);
        sine(grid.span(0..2, 0..2).set_title("two by two").set_ylabel("long label"));
        sine(grid.span(2, ..).set_xlabel("all columns").set_ylabel("10 000"));
        let mut inner = grid.nest(0..2, 2, 3, 1);
        for row in 0..3 {
            sine(inner.span(row, 0).set_ylabel("inner"));
        }
    });
    check("grid_spans", &mut renderer);
}

#[test]
fn colorbars_beside_and_below() {
    let mut renderer = figure(900, 300, |fig| {
        let mut axes = fig.subplots(1, 3);
        let ramp: Vec<f64> = linspace(-2.0, 1.0, 60);
        let mut dots = [Handle::default(); 3];
        let norms = [Norm::Linear, Norm::bounds([-2, -1, 0, 1]), Norm::Linear];
        for (i, norm) in norms.into_iter().enumerate() {
            let dot = Scatter::new(&ramp, ramp.iter().map(|x| x * x)).values(&ramp).norm(norm);
            axes[(0, i)].set_xlabel("x");
            dots[i] = axes[(0, i)].add(dot);
        }
        fig.add_colorbar(dots[0], Colorbar::new().label("strength"));
        fig.add_colorbar(dots[1], Colorbar::new().label("steps"));
        fig.add_colorbar(dots[2], Colorbar::new().horizontal().label("below").ticks([-2, 0, 1]));
    });
    check("colorbars", &mut renderer);
}

#[test]
fn twins_insets_and_shared_limits() {
    let mut renderer = figure(900, 500, |fig| {
        let mut axes = fig.subplots(2, 2);
        axes.share_x();
        sine(axes[(0, 0)].set_title("shared x"));
        axes[(1, 0)].add(Line::new([-5, 5], [0, 1]));
        let ax = axes[(1, 1)].set_ylabel("sine").handle();
        sine(&mut axes[(1, 1)]);
        let of = axes[(0, 1)].set_title("with an inset").handle();
        sine(&mut axes[(0, 1)]);
        let twin = fig.twin_x(ax);
        twin.set_ylabel("cosine").add(Line::new([0.0, 6.0], [100.0, 200.0]).label("line"));
        fig[ax].legend();
        sine(fig.inset(of, [0.6, 0.6, 0.35, 0.35]));
    });
    check("twins_and_insets", &mut renderer);
}

#[test]
fn polar_axes() {
    let mut renderer = figure(700, 350, |fig| {
        let mut axes = fig.subplots(1, 2);
        let angles = linspace(0.0, TAU, 200);
        let petals: Vec<f64> = angles.iter().map(|a| 1.0 + 0.8 * (5.0 * a).cos()).collect();
        let ax = axes[(0, 0)].set_projection(Projection::Polar).set_title("petals");
        ax.set_ylim(0.0, 2.0).set_grid(Grid::new().alpha(0.4));
        ax.add(FillBetween::new(&angles, vec![0.0; 200], &petals).color("C0").alpha(0.3));
        ax.add(Line::new(&angles, &petals).color("blue").width(2.0));
        let ax = axes[(0, 1)].set_projection(Projection::Polar);
        let spiral = linspace(0.0, 2.0 * TAU, 40);
        ax.add(Scatter::new(&spiral, &spiral).values(&spiral).cmap("twilight"));
    });
    check("polar", &mut renderer);
}

#[test]
fn log_symlog_and_date_axes() {
    let mut renderer = figure(1000, 600, |fig| {
        let mut axes = fig.subplots(2, 3);
        let n = [1.0, 10.0, 100.0, 1e3, 1e4];
        let ax = axes[(0, 0)].set_xscale("log").set_yscale("log").set_grid(true);
        ax.add(Line::new(n, n.map(|n| 1.0 / (n * n))).marker('o'));
        let ax = axes[(0, 1)].set_yscale("log");
        ax.add(Bars::new(0..4, [1.0, 30.0, 400.0, 7000.0]));
        let ax = axes[(0, 2)].set_xscale(AxisScale::SymLog { threshold: 1.0 });
        ax.add(Line::new(linspace(-1000.0, 1000.0, 400), linspace(-1.0, 1.0, 400)));
        let day = |n: f64| date(2026, 3, 1).unwrap() + 86_400.0 * n;
        let ax = axes[(1, 0)].set_xscale("date");
        ax.add(Line::new((0..90).map(|n| day(f64::from(n))), 0..90));
        let ax = axes[(1, 1)].set_minor_ticks(true).set_grid(Grid::new().minor().alpha(0.5));
        ax.add(Line::new([0.0, 1.0], [0.0, 5.0]));
        let ax = axes[(1, 2)].invert_y().set_xformat(|x| format!("{x:.1} s"));
        ax.set_spine(Side::Top, false).set_spine(Side::Right, false);
        ax.set_tick_params(TickParams::new().x_only().label_rotation(45));
        sine(ax);
    });
    check("scales", &mut renderer);
}

#[test]
fn styles_and_legends() {
    let named = |name: &str| Style::new(name).unwrap();
    for (name, style) in [
        ("style_dark", Style::dark()),
        ("style_ggplot", Style::ggplot()),
        ("style_dark_background", named("dark_background")),
        ("style_grayscale", named("grayscale")),
        ("style_fivethirtyeight", named("fivethirtyeight")),
        ("style_bmh", named("bmh")),
        ("style_solarize", named("Solarize_Light2")),
        ("style_seaborn", named("seaborn-v0_8")),
        ("style_ticks", Style::new(["seaborn-v0_8-ticks", "seaborn-v0_8-paper"]).unwrap()),
        ("style_xkcd", Style { font: FontFamily::default(), ..Style::xkcd() }),
        ("style_whitegrid", Style::new(["seaborn-v0_8-whitegrid", "petroff10"]).unwrap()),
    ] {
        let mut renderer = figure(760, 320, |fig| {
            fig.set_style(style);
            let mut axes = fig.subplots(1, 2);
            for i in 0..2 {
                let ax = axes[(0, i)].set_title("a title").set_xlabel("x").set_ylabel("y");
                for n in 1..=3 {
                    let x = linspace(0.0, 3.0, 50);
                    let y: Vec<f64> = x.iter().map(|x| (x * f64::from(n)).sin()).collect();
                    ax.add(Line::new(&x, y).label(format!("n = {n}")));
                }
            }
            axes[(0, 0)].set_legend(Legend::new().columns(3).title("waves").size(8.0));
            fig.set_legend(Legend::new().loc(Loc::LowerCenter).columns(3));
        });
        check(name, &mut renderer);
    }
}

#[test]
fn equal_units_and_no_box() {
    let mut renderer = figure(600, 300, |fig| {
        let mut axes = fig.subplots(1, 2);
        let turn = linspace(0.0, TAU, 100);
        let (x, y): (Vec<f64>, Vec<f64>) = turn.iter().map(|a| (a.cos(), a.sin())).unzip();
        axes[(0, 0)].set_aspect(Aspect::Equal).add(Line::new(&x, &y));
        axes[(0, 1)].set_axis_off(true).set_title("no box").add(Line::new(&x, &y));
    });
    check("aspects", &mut renderer);
}

#[test]
fn discs_with_every_kind_of_line_and_area() {
    let mut renderer = figure(800, 800, |fig| {
        let mut axes = fig.subplots(2, 2);
        for ax in axes.iter_mut() {
            ax.set_projection(Projection::Polar);
        }
        let ax = axes[(0, 0)].set_theta_zero(Side::Top).set_theta_clockwise(true);
        ax.set_title("a compass").set_rlabel_position(200.0);
        let angles = [0.3, 1.2, 2.0, 4.0, 5.5];
        let errors = [0.3, 0.5, 0.2, 0.6, 0.4];
        ax.add(ErrorBars::new(angles, [1.0, 2.0, 1.5, 2.5, 2.0], errors).marker('o').cap_size(6.0));
        let horizontal = ErrorBars::new([1.5, 3.5], [2.5, 1.5], [0.5, 0.8]).horizontal();
        ax.add(horizontal.cap_size(6.0).marker('s'));

        let ax = axes[(0, 1)].set_title("a dark field").set_theta_zero(30.0);
        let field = |i: u32, j: u32| (f64::from(i) - 2.0) * f64::from(j).sin();
        let rows = (0..5).map(|i| (0..24).map(move |j| field(i, j)));
        let edges = (linspace(0.0, TAU, 25), linspace(0.0, 10.0, 6));
        ax.add(PColorMesh::new(edges.0, edges.1, rows).cmap("magma").vmax(9.0));

        let ax = axes[(1, 0)].set_title("wide areas").set_ylim(0.0, 4.0);
        ax.add(FillBetween::new([0.0, 1.0, 2.0], [1.0, 1.0, 1.0], [2.0, 3.0, 2.5]).alpha(0.5));
        let steps = FillBetween::new([2.2, 2.8, 3.6, 4.0], [0; 4], [2.0, 3.0, 1.0, 2.0]);
        ax.add(steps.steps(Steps::Post).edge_width(1.0));
        let hist = || Histogram::new([4.2, 4.4, 5.1, 5.2, 6.0, 5.9]).bins([4.2, 5.0, 5.5, 6.2]);
        ax.add(hist().style(HistStyle::StepFilled).alpha(0.6));
        ax.add(hist().style(HistStyle::Step).color("C3"));
        ax.add(Line::new([0.0, 1.0, 2.0], [3.6, 3.8, 3.6]).steps(Steps::Mid));

        let ax = axes[(1, 1)].set_title("rules and spans").set_ylim(0.0, 5.0);
        ax.add(Span::horizontal(2.0, 3.0).alpha(0.4));
        ax.add(Span::vertical(0.5, 1.8).alpha(0.4).edge_color("C1"));
        ax.add(Span::horizontal(0.0, 0.8).color("C4").edge_width(1.0));
        ax.add(HLine::new(4.0).color("C2").style("--"));
        ax.add(HLine::new(9.0).color("C2"));
        ax.add(VLine::new(4.0).color("C3").width(3.0));
    });
    check("polar_axes", &mut renderer);
}

#[test]
fn legends_over_twins_and_of_several_lines() {
    let mut twin = Handle::default();
    let mut renderer = figure(800, 360, |fig| {
        let mut axes = fig.subplots(1, 2);
        let ax = &mut axes[(0, 0)];
        ax.add(Line::new([0, 1, 2], [0, 1, 0]).label("left"));
        ax.set_legend(Legend::new().loc(Loc::UpperCenter));
        let left = ax.handle();
        let ax = &mut axes[(0, 1)];
        for label in ["first", "two\nlines", "last", "three\n$x^2$\nlines"] {
            ax.add(Line::new([0, 1], [0, 1]).marker('o').label(label));
        }
        let title = Label::new("a larger title\nof two lines").size(14.0);
        ax.set_legend(Legend::new().title(title).columns(2).loc(Loc::UpperLeft));
        let right = fig.twin_x(left).set_ylim(0.0, 10.0);
        twin = right.add(Line::new([0, 2], [5, 5]).width(6.0).color("C3").label("right"));
    });
    // moved under the legend
    renderer.frame(0)[twin].set_y([9.3, 9.3]);
    check("legends_above", &mut renderer);
}

#[test]
fn colorbars_of_several_axes_and_in_places_of_their_own() {
    let mut renderer = figure(1000, 640, |fig| {
        let field = || {
            let row = |y: u32| (0..24).map(move |x| f64::from(x * y % 17) - 3.0);
            PColorMesh::new(linspace(0.0, 4.0, 25), linspace(0.0, 2.0, 13), (0..12).map(row))
        };
        let mut grid = fig.grid(3, 4);
        grid.width_ratios([10, 10, 10, 1]);
        let mut meshes = Vec::new();
        let mut axes = Vec::new();
        for row in 0..3 {
            for column in 0..3 {
                let ax = grid.span(row, column);
                meshes.push(ax.add(field()));
                axes.push(ax.handle());
            }
        }
        let place = grid.span(0, 3).handle();
        let ends = |extend| Colorbar::new().extend(extend);
        fig.add_colorbar(meshes[0], ends(Extend::Min).cax(place).label("one's own place"));
        fig.add_colorbar(meshes[1], ends(Extend::Both).ax([axes[5], axes[8]]).label("two rows"));
        let three = ends(Extend::Max).ax(axes[6..].to_vec()).location(Side::Bottom);
        fig.add_colorbar(meshes[6], three.shrink(0.6).aspect(30.0).label("a row"));
        let left = Colorbar::new().location(Side::Left).pad(0.05);
        fig[axes[3]].add_colorbar(meshes[3], left).set_title("at the left");
        fig[axes[1]].add_colorbar(meshes[1], ends(Extend::Both).location(Side::Top));
    });
    check("colorbar_places", &mut renderer);
}
