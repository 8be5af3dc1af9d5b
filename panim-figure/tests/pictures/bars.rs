//! Colorbars of all looks, and colours of values beyond their limits.

use crate::support::{check, figure};
use panim_figure::*;

/// Rows of a wave from -1 to 1.
fn waves() -> Vec<Vec<f64>> {
    let row = |y: f64| linspace(0, 6, 60).into_iter().map(|x| x.sin() * y.cos()).collect();
    linspace(0, 4, 40).into_iter().map(row).collect()
}

#[test]
fn colors_below_and_above_the_limits() {
    let mut renderer = figure(640, 480, |fig| {
        let ax = fig.axes();
        let cmap = Colormap::new("viridis").under("C3").over("black");
        let image = Image::new(waves()).cmap(cmap).vmin(-0.6).vmax(0.8);
        let image = ax.add(image);
        ax.set_aspect("auto").colorbar(image);
    });
    check("colors_beyond", &mut renderer);
}

#[test]
fn colors_beyond_of_every_artist() {
    let mut renderer = figure(900, 600, |fig| {
        let mut grid = fig.subplots(2, 3);
        let cmap = || Colormap::new("Blues").under("C1").over("C3").bad("0.8");
        let values = linspace(-2, 2, 25);
        let ax = &mut grid[(0, 0)];
        let dots = Scatter::new(&values, values.iter().map(|x| x * x)).values(&values);
        let dots = ax.add(dots.size(60).cmap(cmap()).vmin(-1).vmax(1));
        ax.colorbar(dots);
        let ax = &mut grid[(0, 1)];
        let (x, y) = (linspace(0, 6, 61), linspace(0, 4, 41));
        let mesh = PColorMesh::new(&x, &y, waves()).cmap(cmap());
        let mesh = ax.add(mesh.norm(Norm::bounds([-0.5, 0.0, 0.2, 0.7])));
        ax.add_colorbar(mesh, Colorbar::new().extendfrac("auto").spacing("proportional"));
        let ax = &mut grid[(0, 2)];
        let (x, y) = (linspace(0, 6, 60), linspace(0, 4, 40));
        let bands = ContourFilled::new(&x, &y, waves()).levels([-0.6, -0.3, 0.0, 0.3, 0.6]);
        let bands = ax.add(bands.cmap(cmap()).extend("both"));
        ax.add_colorbar(bands, Colorbar::new().drawedges(true).extendrect(true));
        let ax = &mut grid[(1, 0)];
        let smooth = Image::new(waves()).interpolation("bilinear").cmap(cmap());
        let smooth = ax.add(smooth.vmin(-0.5).vmax(0.5));
        ax.add_colorbar(smooth, Colorbar::new().location("bottom").extendfrac((0.2, 0.1)));
        let ax = &mut grid[(1, 1)];
        let (x, y) = (linspace(-1, 1, 12), linspace(-1, 1, 12));
        let flow = |f: fn(f64, f64) -> f64| -> Vec<Vec<f64>> {
            y.iter().map(|y| x.iter().map(|x| f(*x, *y)).collect()).collect()
        };
        let stream = Streamlines::new(&x, &y, flow(|_, y| -y), flow(|x, _| x)).by_magnitude();
        let stream = ax.add(stream.cmap(cmap()).vmin(0.4).vmax(0.9));
        ax.colorbar(stream);
        let ax = &mut grid[(1, 2)];
        let log =
            waves().into_iter().map(|row| row.into_iter().map(|v| 10_f64.powf(3.0 * v)).collect());
        let log = Image::new(log.collect::<Vec<Vec<f64>>>()).norm("log").cmap(cmap());
        let log = ax.add(log.vmin(0.1).vmax(100));
        ax.add_colorbar(log, Colorbar::new().location("top"));
    });
    check("colors_beyond_all", &mut renderer);
}

#[test]
fn bars_of_all_looks() {
    let mut renderer = figure(900, 600, |fig| {
        let mut grid = fig.subplots(2, 3);
        let looks = [
            Colorbar::new()
                .shrink(0.6)
                .anchor(0)
                .label(Label::new("at the lower end").halign("left")),
            Colorbar::new().ticklocation("left").label("towards the axes").minor_ticks(true),
            Colorbar::new().location("bottom").fraction(0.03).aspect(10).ticklocation("top"),
            Colorbar::new()
                .location("left")
                .locator(Locator::multiple(0.4))
                .format(Format::digits(1)),
            Colorbar::new()
                .location("top")
                .minor_locator(Locator::divisions(4))
                .shrink(0.8)
                .anchor(1),
            Colorbar::new().panchor(0, 1).pad(0.1),
        ];
        for (i, (ax, look)) in grid.iter_mut().zip(looks).enumerate() {
            let image = ax.add(Image::new(waves()));
            ax.set_aspect(if i == 5 { "equal" } else { "auto" }).add_colorbar(image, look);
        }
    });
    check("colorbar_looks", &mut renderer);
}
