//! Every item of matplotlib's page "Plot types", as a user of panim would write it.
//!
//! What a body has but its data is counted: `compare.py`.

use crate::data;
use panim::prelude::*;

macro_rules! plots {
    ($($plot:ident)*) => {
        /// The items by their names, in the order of the page.
        pub(crate) const PLOTS: &[(&str, fn(&mut Figure))] = &[$((stringify!($plot), $plot)),*];
    };
}

plots! {
    plot scatter bar stem fill_between stackplot stairs
    hist boxplot errorbar violinplot eventplot hist2d hexbin pie ecdf
    imshow pcolormesh contour contourf barbs quiver streamplot
    tricontour tricontourf tripcolor triplot
    bar3d fill_between3d plot3d quiver3d scatter3d stem3d surface3d trisurf3d voxels wire3d
}

fn plot(fig: &mut Figure) {
    let [x, y] = data::wave();
    let [few, low, high] = data::samples();
    let ax = fig.axes();
    ax.add(Line::new(&few, high).style("none").marker("x").marker_edge_width(2));
    ax.add(Line::new(x, y).width(2));
    ax.add(Line::new(&few, low).marker("o").width(2));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 8).set_yticks(1..8);
}

fn scatter(fig: &mut Figure) {
    let [x, y, sizes, values] = data::cloud();
    let ax = fig.axes();
    ax.add(Scatter::new(x, y).sizes(sizes).values(values).vmin(0).vmax(100));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 8).set_yticks(1..8);
}

fn bar(fig: &mut Figure) {
    let (x, y) = data::few();
    let ax = fig.axes();
    ax.add(Bars::new(x.map(|x| x + 0.5), y).width(1).edge_color("white").edge_width(0.7));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 8).set_yticks(1..8);
}

fn stem(fig: &mut Figure) {
    let (x, y) = data::few();
    let ax = fig.axes();
    ax.add(Stem::new(x.map(|x| x + 0.5), y));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 8).set_yticks(1..8);
}

fn fill_between(fig: &mut Figure) {
    let [x, low, middle, high] = data::band();
    let ax = fig.axes();
    ax.add(FillBetween::new(&x, low, high).alpha(0.5));
    ax.add(Line::new(&x, middle).width(2));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 8).set_yticks(1..8);
}

fn stackplot(fig: &mut Figure) {
    let (x, y) = data::shares();
    let ax = fig.axes();
    ax.add(StackPlot::new(x, y));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 9).set_yticks(1..9);
}

fn stairs(fig: &mut Figure) {
    let (_, y) = data::few();
    let ax = fig.axes();
    ax.add(Stairs::new(y).edge_width(2.5));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 8).set_yticks(1..8);
}

fn hist(fig: &mut Figure) {
    let x = data::sample();
    let ax = fig.axes();
    ax.add(Histogram::new(x).bins(8).edge_width(0.5).edge_color("white"));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 56).set_yticks((0..57).step_by(8));
}

fn boxplot(fig: &mut Figure) {
    let groups = data::groups();
    let ax = fig.axes();
    let boxes = BoxPlot::new(groups).positions([2, 4, 6]).width(1.5).show_outliers(false);
    let boxes = boxes.color("C0").edge_color("white").edge_width(0.5);
    let boxes = boxes.median_color("white").median_width(0.5);
    ax.add(boxes.whisker_color("C0").whisker_width(1.5).cap_color("C0").cap_thick(1.5));
    ax.set_xlim(0, 8).set_ylim(0, 8).set_yticks(1..8);
}

fn errorbar(fig: &mut Figure) {
    let [x, y, low, high] = data::measured();
    let ax = fig.axes();
    ax.add(ErrorBars::new(x, y, (low, high)).marker("o").width(2).cap_size(6));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 8).set_yticks(1..8);
}

fn violinplot(fig: &mut Figure) {
    let groups = data::groups();
    let ax = fig.axes();
    ax.add(Violin::new(groups).positions([2, 4, 6]).width(2));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 8).set_yticks(1..8);
}

fn eventplot(fig: &mut Figure) {
    let (x, times) = data::events();
    let ax = fig.axes();
    ax.add(EventPlot::new(times).vertical().line_offsets(x).width(0.75));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 8).set_yticks(1..8);
}

fn hist2d(fig: &mut Figure) {
    let [x, y] = data::correlated();
    let ax = fig.axes();
    ax.add(Histogram2D::new(x, y).bins(20));
    ax.set_xlim(-2, 2).set_ylim(-3, 3);
}

fn hexbin(fig: &mut Figure) {
    let [x, y] = data::correlated();
    let ax = fig.axes();
    ax.add(Hexbin::new(x, y).gridsize(20));
    ax.set_xlim(-2, 2).set_ylim(-3, 3);
}

fn pie(fig: &mut Figure) {
    let (values, colors) = data::pieces();
    let ax = fig.axes();
    let pie = Pie::new(values).colors(colors).radius(3).center((4, 4)).frame(true);
    ax.add(pie.edge_width(1).edge_color("white"));
    ax.set_xlim(0, 8).set_xticks(1..8).set_ylim(0, 8).set_yticks(1..8);
}

fn ecdf(fig: &mut Figure) {
    let x = data::sample();
    let ax = fig.axes();
    ax.add(Ecdf::new(x));
}

fn imshow(fig: &mut Figure) {
    let (_, _, z) = data::hills(16);
    let ax = fig.axes();
    ax.add(Image::new(z).origin("lower"));
}

fn pcolormesh(fig: &mut Figure) {
    let (x, y, z) = data::uneven();
    let ax = fig.axes();
    ax.add(PColorMesh::new(x, y, z).vmin(-0.5).vmax(1));
}

fn contour(fig: &mut Figure) {
    let (x, y, z) = data::hills(256);
    let ax = fig.axes();
    ax.add(Contour::new(x, y, z).level_count(7));
}

fn contourf(fig: &mut Figure) {
    let (x, y, z) = data::hills(256);
    let ax = fig.axes();
    ax.add(ContourFilled::new(x, y, z).level_count(7));
}

fn barbs(fig: &mut Figure) {
    let [x, y, u, v] = data::winds();
    let ax = fig.axes();
    ax.add(Barbs::new(x, y, u, v).color("C0").flag_color("C0").length(7).width(1.5));
    ax.set_xlim(0, 7).set_ylim(0, 7);
}

fn quiver(fig: &mut Figure) {
    let (x, y, u, v) = data::turning();
    let ax = fig.axes();
    ax.add(Quiver::grid(x, y, u, v).color("C0").in_data(true).scale(5).width(0.015));
    ax.set_xlim(-5, 5).set_ylim(-5, 5);
}

fn streamplot(fig: &mut Figure) {
    let (x, y, u, v) = data::flow();
    let ax = fig.axes();
    ax.add(Streamlines::new(x, y, u, v));
}

fn tricontour(fig: &mut Figure) {
    let [x, y, z] = data::scattered(256);
    let ax = fig.axes();
    ax.add(Line::new(&x, &y).style("none").marker("o").marker_size(2).color("lightgrey"));
    ax.add(TriContour::new(&x, &y, z).level_count(7));
    ax.set_xlim(-3, 3).set_ylim(-3, 3);
}

fn tricontourf(fig: &mut Figure) {
    let [x, y, z] = data::scattered(256);
    let ax = fig.axes();
    ax.add(Line::new(&x, &y).style("none").marker("o").marker_size(2).color("grey"));
    ax.add(TriContourFilled::new(&x, &y, z).level_count(7));
    ax.set_xlim(-3, 3).set_ylim(-3, 3);
}

fn tripcolor(fig: &mut Figure) {
    let [x, y, z] = data::scattered(256);
    let ax = fig.axes();
    ax.add(Line::new(&x, &y).style("none").marker("o").marker_size(2).color("grey"));
    ax.add(TriColor::new(&x, &y, z));
    ax.set_xlim(-3, 3).set_ylim(-3, 3);
}

fn triplot(fig: &mut Figure) {
    let [x, y, _] = data::scattered(128);
    let ax = fig.axes();
    ax.add(TriPlot::new(x, y));
    ax.set_xlim(-3, 3).set_ylim(-3, 3);
}

fn bar3d(fig: &mut Figure) {
    let [x, y, heights] = data::towers();
    let ax = fig.axes().set_projection("3d");
    ax.add(Bars3D::new(x, y, heights).width(0.5).depth(0.5));
}

fn fill_between3d(fig: &mut Figure) {
    let [x, y, z] = data::ring();
    let ax = fig.axes().set_projection("3d");
    ax.add(FillBetween3D::new(&x, &y, &z, &x, &y, -1).alpha(0.5));
    ax.add(Line3D::new(&x, &y, z).width(2));
    ax.add(Line3D::new(&x, &y, [-1; 50]).width(2));
}

fn plot3d(fig: &mut Figure) {
    let [x, y, z] = data::helix();
    let ax = fig.axes().set_projection("3d");
    ax.add(Line3D::new(x, y, z));
}

fn quiver3d(fig: &mut Figure) {
    let [x, y, z, u, v, w] = data::arrows();
    let ax = fig.axes().set_projection("3d");
    ax.add(Quiver3D::new(x, y, z, u, v, w));
}

fn scatter3d(fig: &mut Figure) {
    let [x, y, z] = data::points();
    let ax = fig.axes().set_projection("3d");
    ax.add(Scatter3D::new(x, y, z));
}

fn stem3d(fig: &mut Figure) {
    let [x, y, z] = data::stalks();
    let ax = fig.axes().set_projection("3d");
    ax.add(Stem3D::new(x, y, z));
}

fn surface3d(fig: &mut Figure) {
    let (x, y, z) = data::ripples();
    let ax = fig.axes().set_projection("3d");
    ax.add(Surface::new(x, y, z).vmin(-2).cmap("Blues"));
}

fn trisurf3d(fig: &mut Figure) {
    let [x, y, z] = data::saddle();
    let ax = fig.axes().set_projection("3d");
    ax.add(TriSurface::new(x, y, z).vmin(-1).cmap("Blues"));
}

fn voxels(fig: &mut Figure) {
    let filled = data::cubes();
    let ax = fig.axes().set_projection("3d");
    ax.add(Voxels::new(filled).edge_color("k"));
}

fn wire3d(fig: &mut Figure) {
    let (x, y, z) = data::terrain();
    let ax = fig.axes().set_projection("3d");
    ax.add(Wireframe::new(x, y, z).rstride(2).cstride(2));
}
