//! Fields on grids: contours, arrows, stream lines.

use crate::support::{check, figure};
use panim_figure::*;

/// Rows of `value(x, y)`.
fn rows(x: &[f64], y: &[f64], value: impl Fn(f64, f64) -> f64) -> Vec<Vec<f64>> {
    y.iter().map(|&y| x.iter().map(|&x| value(x, y)).collect()).collect()
}

fn hills(x: f64, y: f64) -> f64 {
    let hill = |x: f64, y: f64| (-x * x - y * y).exp();
    (hill(x, y) - hill(x - 1.0, y - 1.0)) * 2.0
}

#[test]
fn contour_lines() {
    let (x, y) = (linspace(-3.0, 3.0, 61), linspace(-2.0, 2.0, 41));
    let z = rows(&x, &y, hills);
    let mut renderer = figure(640, 400, |fig| {
        let mut grid = fig.subplots(1, 2);
        grid[(0, 0)].add(Contour::new(&x, &y, &z).label("levels"));
        grid[(0, 0)].legend();
        let lines = Contour::new(&x, &y, &z).color("k").labels(true).label_size(8.0);
        grid[(0, 1)].add(lines.width(1.0));
    });
    check("contour_lines", &mut renderer);
}

#[test]
fn filled_contours() {
    let (x, y) = (linspace(-4.0, 4.0, 80), linspace(-4.0, 4.0, 80));
    let z = rows(&x, &y, |x, y| x.sin() * y.cos());
    let mut renderer = figure(640, 400, |fig| {
        let mut grid = fig.subplots(1, 2);
        let levels: Vec<f64> = (-10..=10).map(|i| f64::from(i) / 10.0).collect();
        let filled = ContourFilled::new(&x, &y, &z).levels(&levels).cmap("RdBu_r");
        grid[(0, 0)].add(filled);
        grid[(0, 0)].add(Contour::new(&x, &y, &z).levels(&levels).color("k").width(0.3).alpha(0.5));

        let ax = &mut grid[(0, 1)];
        ax.set_grid(true).set_facecolor("0.9");
        ax.add(Line::new([-4.0, 4.0], [-4.0, 4.0]).width(5.0).color("C3").zorder(0.5));
        let levels = [-0.6, -0.3, 0.0, 0.3, 0.6];
        ax.add(ContourFilled::new(&x, &y, &z).levels(levels).extend(Extend::Max).alpha(0.7));
    });
    check("contour_filled", &mut renderer);
}

#[test]
fn contours_with_gaps_and_of_their_own_colors() {
    let x: Vec<f64> = (0..12).map(|i| f64::from(i * i) / 12.0).collect();
    let y = linspace(0.0, 6.0, 9);
    let saddles = rows(&x, &y, |x, y| {
        let hole = (x - 4.0).hypot(y - 3.0) < 1.2 || (x > 9.0 && y > 4.0);
        if hole { f64::NAN } else { (x * 1.3).sin() * (y * 2.1).cos() }
    });
    let mut renderer = figure(640, 320, |fig| {
        let mut grid = fig.subplots(1, 2);
        let ax = &mut grid[(0, 0)];
        let colors = ["C0", "#ff7f0e80", "C2", "none", "C4"];
        ax.set_xlim(-1.0, 12.0).set_facecolor("0.95");
        ax.add(ContourFilled::new(&x, &y, &saddles).level_count(4).colors(colors));
        let lines = Contour::new(&x, &y, &saddles).level_count(4).colors(["k", "w"]);
        ax.add(lines.widths([0.5, 1.5, 3.0]));

        let ax = &mut grid[(0, 1)];
        let z = rows(&x, &y, |x, y| 10.0_f64.powf(x / 2.0 - y));
        ax.add(ContourFilled::new(&x, &y, &z).norm(Norm::Log).cmap("magma"));
        ax.add(Contour::new(&x, &y, &z).norm(Norm::Log).color("w").style(":").labels(true));
    });
    check("contour_gaps", &mut renderer);
}

#[test]
fn contours_that_move() {
    let (x, y) = (linspace(-3.0, 3.0, 61), linspace(-2.0, 2.0, 41));
    let (mut filled, mut lines) = Default::default();
    let mut renderer = figure(400, 300, |fig| {
        let ax = fig.axes();
        let z = rows(&x, &y, hills);
        filled = ax.add(ContourFilled::new(&x, &y, &z).extend(Extend::Both).cmap("coolwarm"));
        lines = ax.add(Contour::new(&x, &y, &z).levels([-1.0, 0.0, 1.0]).color("k"));
    });
    let mut frame = renderer.frame(1);
    let moved = rows(&x, &y, |x, y| 1.5 * hills(x + 1.0, y));
    frame[filled].set_values(&moved);
    frame[lines].set_data(&x, &y, &moved).set_width(3.0);
    check("contour_moved", &mut renderer);
}

#[test]
fn arrows() {
    let x = linspace(-2.0, 2.0, 15);
    let (u, v) = (rows(&x, &x, |_, y| -y), rows(&x, &x, |x, y| x - 0.3 * y));
    let mut renderer = figure(640, 360, |fig| {
        let mut grid = fig.subplots(1, 2);
        let ax = &mut grid[(0, 0)];
        let arrows = Quiver::grid(&x, &x, &u, &v).by_magnitude().cmap("coolwarm");
        ax.add(arrows.key(At::Axes(0.8, 1.03), 2.0, "2 m/s"));

        let ax = &mut grid[(0, 1)];
        ax.set_xlim(-1.0, 4.0).set_ylim(-1.0, 6.0).set_grid(true).legend();
        let angles = (0..12).map(|i| f64::from(i) / 6.0 * std::f64::consts::PI);
        let (u, v): (Vec<_>, Vec<_>) = angles.map(|w| (2.0 * w.cos(), 2.0 * w.sin())).unzip();
        let fan = Quiver::new([1.0; 12], [2.0; 12], &u, &v).in_data(true).label("in data");
        ax.add(fan.width(0.01).alpha(0.6).color("C0"));
        for (i, pivot) in [Pivot::Tail, Pivot::Mid, Pivot::Tip].into_iter().enumerate() {
            let y = [5.5 - 0.4 * i as f64; 7];
            let lengths = [0.0, 0.5, 1.0, 2.0, 4.0, 8.0, f64::NAN];
            let row = Quiver::new([-0.5, -0.2, 0.1, 0.4, 0.9, 2.2, 3.0], y, lengths, [0.0; 7]);
            ax.add(row.scale(40.0).width(0.008).pivot(pivot));
        }
        ax.add(Quiver::new([3.5], [0.0], [-1], [1]).head_width(6.0).head_axis_length(2.0));
    });
    check("arrows", &mut renderer);
}

#[test]
fn stream_lines() {
    let x = linspace(-3.0, 3.0, 50);
    let (u, v) = (rows(&x, &x, |x, y| -1.0 - x * x + y), rows(&x, &x, |x, y| 1.0 + x - y * y));
    let speed = rows(&x, &x, |x, y| (-1.0 - x * x + y).hypot(1.0 + x - y * y));
    let mut renderer = figure(700, 640, |fig| {
        let mut grid = fig.subplots(2, 2);
        grid[(0, 0)].add(Streamlines::new(&x, &x, &u, &v).label("flow"));
        grid[(0, 0)].legend();

        let (round_u, round_v) = (rows(&x, &x, |_, y| -y), rows(&x, &x, |x, _| x));
        let round = Streamlines::new(&x, &x, round_u, round_v).by_magnitude().cmap("autumn");
        grid[(0, 1)].add(round.density(1.5).width(1.0));

        let widths = speed.iter().map(|row| row.iter().map(|speed| 5.0 * speed / 15.0));
        let wide = Streamlines::new(&x, &x, &u, &v).values(&speed).widths(widths).density(0.6);
        grid[(1, 0)].add(wide.alpha(0.6).arrow_size(1.5));

        let ax = &mut grid[(1, 1)];
        let hole = |x: f64, y: f64| if x.hypot(y) < 1.0 { f64::NAN } else { y.sin() };
        let starts = (-6..=6).map(|y| (-2.9, f64::from(y) / 2.0));
        let steady = Streamlines::new(&x, &x, rows(&x, &x, |_, _| 1.0), rows(&x, &x, hole));
        ax.add(steady.start_points(starts).broken(false).arrows(3).color("C2"));
        ax.set_xlim(-4.0, 2.0);
    });
    check("stream_lines", &mut renderer);
}

#[test]
fn fields_with_colorbars_on_discs_and_in_the_dark() {
    let x = linspace(-2.0, 2.0, 40);
    let mut renderer = figure(800, 560, |fig| {
        fig.set_style(Style::dark());
        let mut grid = fig.subplots(2, 2);
        let levels: Vec<f64> = (-10..=10).map(|i| f64::from(i) / 10.0).collect();
        let waves = rows(&x, &x, |x, y| (2.0 * x).sin() * (2.0 * y).cos());
        let filled = ContourFilled::new(&x, &x, &waves).levels(&levels).cmap("RdBu_r");
        let filled = grid[(0, 0)].add(filled);

        let places = linspace(-2.0, 2.0, 15);
        let (u, v) = (rows(&places, &places, |_, y| -y), rows(&places, &places, |x, _| x));
        grid[(0, 1)].set_aspect(Aspect::Equal);
        let quiver = Quiver::grid(&places, &places, &u, &v).by_magnitude().cmap("coolwarm");
        let quiver = grid[(0, 1)].add(quiver.key(At::Axes(0.8, 1.04), 2.0, "2"));

        let (u, v) = (rows(&x, &x, |_, y| -y), rows(&x, &x, |x, _| x));
        let lines = Streamlines::new(&x, &x, &u, &v).by_magnitude().cmap("autumn").width(1.0);
        let lines = grid[(1, 0)].add(lines.density(0.8));

        grid[(1, 1)].set_projection(Projection::Polar);
        let (angles, radii) = (linspace(0.0, 5.0, 60), linspace(0.2, 1.0, 20));
        let z = rows(&angles, &radii, |angle, r| r * (3.0 * angle).sin());
        grid[(1, 1)].add(ContourFilled::new(&angles, &radii, &z).alpha(0.8));
        grid[(1, 1)].add(Contour::new(&angles, &radii, &z).color("w").width(1.0).labels(true));
        fig.colorbar(filled);
        fig.colorbar(quiver);
        fig.colorbar(lines);
    });
    check("fields_dark", &mut renderer);
}

#[test]
fn flows_that_move() {
    let x = linspace(-1.0, 1.0, 21);
    let (u, v) = (rows(&x, &x, |_, y| -y), rows(&x, &x, |x, _| x));
    let places = linspace(-0.9, 0.9, 8);
    let (mut lines, mut arrows) = Default::default();
    let mut renderer = figure(400, 320, |fig| {
        let ax = fig.axes();
        lines = ax.add(Streamlines::new(&x, &x, &u, &v).color("0.7").width(0.8));
        let (u, v) = (rows(&places, &places, |_, y| -y), rows(&places, &places, |x, _| x));
        arrows = ax.add(Quiver::grid(&places, &places, u, v).by_magnitude().pivot(Pivot::Mid));
    });
    let mut frame = renderer.frame(1);
    // faster than in setup: arrows grow and have the last colour
    let fast = |x: f64, y: f64| (2.0 * y, 2.0 * x);
    frame[lines].set_uv(rows(&x, &x, |x, y| fast(x, y).0), rows(&x, &x, |x, y| fast(x, y).1));
    let points = || places.iter().flat_map(|&y| places.iter().map(move |&x| fast(x, y)));
    frame[arrows].set_uv(points().map(|uv| uv.0), points().map(|uv| uv.1));
    check("flows_moved", &mut renderer);
}

#[test]
fn colorbars_of_contours() {
    let (x, y) = (linspace(-3.0, 3.0, 61), linspace(-2.0, 2.0, 41));
    let mut renderer = figure(900, 500, |fig| {
        let mut grid = fig.subplots(2, 3);
        let z = rows(&x, &y, hills);
        let filled = || ContourFilled::new(&x, &y, &z).cmap("coolwarm");
        let both = grid[(0, 0)].add(filled().extend(Extend::Both));
        let max = filled().levels([-1.0, -0.5, 0.0, 0.1]).extend(Extend::Max);
        let max = grid[(0, 1)].add(max);
        let colors = ["C0", "C1", "C2", "C3"];
        let min = filled().levels([-0.5, 0.0, 0.5, 1.0]).extend(Extend::Min).colors(colors);
        let min = grid[(0, 2)].add(min);
        let lines = grid[(1, 0)].add(Contour::new(&x, &y, &z));
        let own = Contour::new(&x, &y, &z).levels([-0.5, 0.0, 1.0]).colors(["C3", "k"]);
        let own = grid[(1, 1)].add(own.widths([1.0, 4.0]));
        let powers = rows(&x, &y, |x, y| 10.0_f64.powf(x - y));
        let log = grid[(1, 2)].add(Contour::new(&x, &y, &powers).norm(Norm::Log));
        for bar in [fig.colorbar(both), fig.colorbar(max), fig.colorbar(lines), fig.colorbar(log)] {
            fig[bar].set_ylabel("values");
        }
        fig.add_colorbar(min, Colorbar::new().horizontal());
        fig.add_colorbar(own, Colorbar::new().horizontal());
    });
    check("contour_colorbars", &mut renderer);
}

#[test]
fn winds() {
    let x = linspace(-5, 5, 5);
    let grid = || x.iter().flat_map(|&y| x.iter().map(move |&x| (12.0 * x, 12.0 * y)));
    let (u, v): (Vec<f64>, Vec<f64>) = grid().unzip();
    let rows = |along: &[f64]| along.chunks(5).map(<[f64]>::to_vec).collect::<Vec<_>>();
    let speeds: Vec<f64> = u.iter().zip(&v).map(|(u, v)| u.hypot(*v)).collect();
    let points = [(-1.5, 0.5, -6.0, -6.0), (1.0, -1.0, -46.0, 46.0), (-3.0, -1.0, 11.0, -11.0)];
    let mut renderer = figure(640, 640, |fig| {
        let mut axes = fig.subplots(2, 2);
        axes[(0, 0)].add(Barbs::grid(&x, &x, rows(&u), rows(&v)));
        let by_speed = Barbs::grid(&x, &x, rows(&u), rows(&v)).values(&speeds);
        axes[(0, 1)].add(by_speed.length(8).pivot("middle"));
        let south = Barbs::from_points(points).flag_color("r").color("b").flip_barb(true);
        axes[(1, 0)].add(south.length(9).label("south"));
        axes[(1, 0)].set_xlim(-4, 2).set_ylim(-2, 1.5).legend();
        let odd = Barbs::grid(&x, &x, rows(&u), rows(&v)).fill_empty(true).rounding(false);
        let odd = odd.spacing(0.2).height(0.3).empty_radius(0.25).increments([5, 10, 100]);
        axes[(1, 1)].add(odd.pivot("tail"));
    });
    check("winds", &mut renderer);
}

#[test]
fn colors_that_flow_between_the_corners_of_cells() {
    let x = linspace(0, 4, 5);
    let z = rows(&x, &x, |x, y| (2.0 * x).sin() + (1.3 * y).cos());
    let bent = |along: fn(f64, f64) -> f64| rows(&x, &x, along);
    let mut renderer = figure(640, 320, |fig| {
        let mut grid = fig.subplots(1, 2);
        let mesh = grid[(0, 0)].add(PColorMesh::new(&x, &x, &z).shading("gouraud"));
        grid[(0, 0)].colorbar(mesh);
        let mut holed = z.clone();
        holed[1][3] = f64::NAN;
        let (x, y) = (bent(|x, y| x + 0.3 * y * y), bent(|x, y| y - 0.2 * x));
        let mesh = PColorMesh::grid(x, y, holed).shading("gouraud").edge_color("w").edge_width(0.5);
        grid[(0, 1)].add(mesh.cmap("magma"));
    });
    check("gouraud", &mut renderer);
}

#[test]
fn lines_along_a_flow_in_one_direction() {
    let x = linspace(-3, 3, 30);
    let (u, v) = (rows(&x, &x, |x, y| y - x * x - 1.0), rows(&x, &x, |x, y| 1.0 + x - y * y));
    let starts: Vec<(f64, f64)> = (0..6).map(|i| (0.5 * f64::from(i) - 1.0, 0.0)).collect();
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        for (i, direction) in ["forward", "backward", "both"].into_iter().enumerate() {
            let lines = Streamlines::new(&x, &x, &u, &v).start_points(&starts).broken(false);
            grid[(0, i)].add(lines.integration_direction(direction));
            grid[(0, i)].add(Scatter::from_points(&starts).color("C3"));
            grid[(0, i)].set_title(direction);
        }
    });
    check("streamlines_directions", &mut renderer);
}

#[test]
fn spectrograms() {
    // matplotlib's gallery: two tones, one of them for a while
    let samples: Vec<f64> = (0..6000)
        .map(|i| {
            let t = f64::from(i) / 500.0;
            let low = (std::f64::consts::TAU * 50.0 * t).sin();
            let high = (std::f64::consts::TAU * (100.0 + 10.0 * t) * t).sin();
            low + if (2.0..9.0).contains(&t) { 0.5 * high } else { 0.0 }
                + 0.02 * f64::from(i * i % 11)
        })
        .collect();
    let mut renderer = figure(900, 640, |fig| {
        let mut grid = fig.subplots(2, 2);
        let psd = grid[(0, 0)].add(Spectrogram::new(&samples).fs(500));
        grid[(0, 0)].colorbar(psd);
        let magnitude = Spectrogram::new(&samples).fs(500).nfft(200).noverlap(150);
        grid[(0, 1)].add(magnitude.mode("magnitude").window("blackman").cmap("magma").vmin(-100));
        let angle = Spectrogram::new(&samples[..1000]).fs(500).nfft(64).noverlap(0);
        grid[(1, 0)].add(angle.mode("angle").cmap("twilight").pad_to(100).fc(1000));
        let linear = Spectrogram::new(&samples).fs(500).scale("linear").detrend("mean");
        grid[(1, 1)].add(linear.vmax(0.05).window("boxcar"));
    });
    check("spectrograms", &mut renderer);
}

#[test]
fn every_interpolation() {
    let names = [
        "nearest", "auto", "bilinear", "bicubic", "spline16", "spline36", "hanning", "hamming",
        "hermite", "kaiser", "quadric", "catrom", "gaussian", "bessel", "mitchell", "sinc",
        "lanczos", "blackman",
    ];
    let cells: Vec<Vec<f64>> =
        (0..4).map(|j| (0..4).map(|i| f64::from((7 * i + 5 * j * j) % 11)).collect()).collect();
    let mut renderer = figure(900, 480, |fig| {
        let mut grid = fig.subplots(3, 6);
        for (i, name) in names.into_iter().enumerate() {
            let ax = &mut grid[(i / 6, i % 6)];
            ax.add(Image::new(&cells).interpolation(name));
            ax.set_title(name).show_xticks(false, false).show_yticks(false, false);
        }
    });
    check("interpolations", &mut renderer);
}

#[test]
fn cells_of_their_own_opacity() {
    let (x, y) = (linspace(-3, 3, 12), linspace(-2, 2, 9));
    let z = rows(&x, &y, hills);
    let alphas = rows(&x, &y, |x, _| (x + 3.0) / 6.0);
    // finer than pixels
    let waves = |i: f64, j: f64| (0.0004 * (i * i + j * j)).sin();
    let fine = linspace(0, 499, 500);
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        grid[(0, 0)].set_facecolor("0.8");
        grid[(0, 0)].add(Image::new(&z).alphas(&alphas));
        grid[(0, 1)].set_facecolor("0.8");
        grid[(0, 1)].add(PColorMesh::new(&x, &y, &z).alphas(&alphas).cmap("magma"));
        grid[(0, 2)].add(Image::new(rows(&fine, &fine, waves)).interpolation("auto").cmap("gray"));
    });
    check("cell_alphas", &mut renderer);
}
