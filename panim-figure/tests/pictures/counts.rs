//! Histograms of two variables, in cells and in hexagons.

use crate::{
    stats::bell,
    support::{check, figure},
};
use panim_figure::*;

/// Points that lie along a line, and some beside it.
fn cloud(n: usize) -> (Vec<f64>, Vec<f64>) {
    let (x, noise) = (bell(n, 0.0, 1.0), bell(n, 0.3, 0.7));
    let y = x.iter().zip(noise.iter().rev()).map(|(x, noise)| 0.8 * x + noise).collect();
    (x, y)
}

#[test]
fn histograms_of_two_variables() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let (x, y) = cloud(3000);
        let ax = &mut grid[(0, 0)];
        let counts = ax.add(Histogram2D::new(&x, &y));
        ax.colorbar(counts);

        let ax = &mut grid[(0, 1)];
        let few = Histogram2D::new(&x, &y).xbins(30).ybins(20).range((-2.5, 2.5), (-3, 3));
        ax.add(few.cmin(1).cmap("magma").norm("log"));
        ax.set_xlim(-3, 3);

        let ax = &mut grid[(0, 2)];
        let positive = x.iter().map(|x| x.exp());
        let uneven = Histogram2D::new(positive, &y).xbins([0.05, 0.2, 0.5, 1.0, 2.0, 5.0, 20.0]);
        ax.add(uneven.ybins(12).density(true));
        ax.set_xscale("log");
    });
    check("histogram2d", &mut renderer);
}

#[test]
fn hexagons() {
    let mut moving = Handle::default();
    let mut renderer = figure(900, 640, |fig| {
        let mut grid = fig.subplots(2, 3);
        let (x, y) = cloud(3000);
        let ax = &mut grid[(0, 0)];
        let counts = ax.add(Hexbin::new(&x, &y).gridsize(20));
        ax.colorbar(counts);

        let ax = &mut grid[(0, 1)];
        ax.add(Hexbin::new(&x, &y).gridsize(30).norm("log").cmap("inferno"));

        let ax = &mut grid[(0, 2)];
        let means = Hexbin::new(&x, &y).gridsize((12, 8)).values(&x).cmap("RdBu").mincnt(3);
        let means = means.marginals(true);
        let means = ax.add(means.edge_color("black").edge_width(0.5));
        ax.set_facecolor("0.9").colorbar(means);

        let ax = &mut grid[(1, 0)];
        let positive = x.iter().map(|x| (1.5 * x).exp());
        ax.add(Hexbin::new(positive, &y).xscale("log").gridsize(15).mincnt(1).alpha(0.6));
        ax.set_xscale("log");

        let ax = &mut grid[(1, 1)];
        let near = Hexbin::new(&x, &y).extent([-1.0, 1.0, -1.0, 1.0]).gridsize(10);
        ax.add(near.values(&y).reduction("max"));
        ax.set_xlim(-0.5, 1.5);

        let ax = &mut grid[(1, 2)];
        moving = ax.add(Hexbin::new(&x, &y).gridsize(20).vmax(40).marginals(true));
    });
    let (x, y) = cloud(1500);
    renderer.frame(0)[moving].set_data(x.iter().map(|x| x + 1.0), y);
    check("hexbin", &mut renderer);
}
