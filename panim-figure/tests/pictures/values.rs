//! Values as colours: points, images and meshes.

use crate::support::{check, figure};
use panim_figure::*;
use std::{collections::BTreeSet, f64::consts::TAU};

#[test]
fn points_colored_by_value() {
    let mut renderer = figure(900, 320, |fig| {
        let mut grid = fig.subplots(1, 3);
        let place = |step: f64| (0..60).map(move |i| (f64::from(i) * step).sin());
        let points = || Scatter::new(place(1.7), place(2.9)).size(100.0);
        let values = || (0..60).map(|i| if i == 7 { f64::NAN } else { f64::from(i) });

        let ax = &mut grid[(0, 0)];
        ax.add(points().values(values()).alpha(0.7).edge_color("black").label("mapped"));
        ax.add(Scatter::new([0.0], [0.0]).size(400.0).marker('*').label("cycle"));
        ax.legend();
        let ax = &mut grid[(0, 1)];
        let powers = values().map(|value| 10_f64.powf(value / 12.0));
        ax.add(points().values(powers).cmap("inferno_r").norm(Norm::Log).vmax(1e4));
        let ax = &mut grid[(0, 2)];
        let bad = Colormap::new("coolwarm").bad("lime");
        ax.add(points().values(values()).cmap(bad).norm(Norm::Centered(15.0)).marker('s'));
        ax.set_xlim(-1.2, 1.2).set_ylim(-1.5, 1.5);
        let row = |y: f64| Scatter::new(linspace(-1.1, 1.1, 60), [y; 60]).values(values());
        ax.add(row(1.3).cmap("Set1"));
        ax.add(row(-1.3).cmap("tab10").norm(Norm::bounds([10, 20, 40, 50])).marker('d'));
    });
    check("scatter_values", &mut renderer);
}

/// A hill and a hollow, with rows from the top.
fn field(columns: usize, rows: usize) -> impl Iterator<Item = Vec<f64>> {
    linspace(3.0, -3.0, rows).into_iter().map(move |y| {
        let hill = |x: &f64| x * (-x * x - y * y).exp() + 0.02 * y;
        linspace(-3.0, 3.0, columns).iter().map(hill).collect()
    })
}

#[test]
fn images_of_values_and_colors() {
    let mut renderer = figure(840, 560, |fig| {
        let mut grid = fig.subplots(2, 3);
        let ax = &mut grid[(0, 0)];
        ax.set_ylim(29.5, -0.5).set_title("30x30");
        ax.add(Image::new(field(30, 30)));

        let ax = &mut grid[(0, 1)];
        ax.set_title("bilinear, lower");
        let holes = field(12, 9).enumerate().map(|(i, mut row)| {
            row[i] = f64::NAN;
            row
        });
        let smooth = Image::new(holes).interpolation(Interpolation::Bilinear).cmap("RdBu_r");
        ax.add(smooth.norm(Norm::Centered(0.0)).origin(Origin::Lower));

        let ax = &mut grid[(0, 2)];
        ax.set_ylim(999.5, -0.5).set_title("smaller than pixels");
        ax.add(Image::new(field(1000, 1000)).cmap("magma").vmin(-0.2));

        let ax = &mut grid[(1, 0)];
        ax.set_xlim(0.0, 6.0).set_ylim(0.0, 4.0).set_grid(true).set_title("extent");
        let checks = (0..3).map(|row| (0..5).map(move |column| (row + column) % 2));
        let bad = Colormap::new("Blues").bad("red");
        let board = Image::new(checks).cmap(bad).extent([0.5, 5.5, 0.75, 3.25]).alpha(0.8);
        ax.add(board.vmin(-1.0).vmax(2.0));

        let ax = &mut grid[(1, 1)];
        ax.set_title("rgb under rgba");
        let bytes: Vec<u8> =
            (0..8).flat_map(|y| (0..8).flat_map(move |x| [x * 36, y * 36, 128])).collect();
        ax.add(Image::rgb(8, 8, bytes));
        let clear: Vec<u8> = (0..=255).flat_map(|alpha| [255, 255, 255, alpha]).collect();
        ax.add(Image::rgba(256, 1, clear).extent([-0.5, 7.5, 2.0, 5.0]));

        let ax = &mut grid[(1, 2)];
        ax.set_xlim(7.3, 2.2).set_ylim(3.1, 7.7).set_title("part, reversed");
        let few = Image::new(field(10, 10)).cmap("tab20").interpolation(Interpolation::Bilinear);
        ax.add(few.vmin(-0.45).vmax(0.45));
    });
    check("images", &mut renderer);
}

#[test]
fn images_behind_axes_and_on_the_figure() {
    let stripes = Picture::new(4, 2, (0..8).flat_map(|i| [i * 30, 90, 200, 255]).collect());
    let mut renderer = figure(640, 300, |fig| {
        let mut grid = fig.subplots(1, 2);
        let ax = &mut grid[(0, 0)];
        ax.set_title("fills the axes").set_xlim(1.0, 1000.0).set_xscale("log");
        let all = Image::picture(&stripes).alpha(0.4);
        ax.add(all.between(At::Axes(0.0, 0.0), At::Axes(1.0, 1.0)));
        ax.add(Line::new([1, 10, 1000], [0, 5, 7]));
        let ax = &mut grid[(0, 1)];
        ax.set_title("bilinear, and a stamp");
        let smooth = Image::picture(&stripes).interpolation("bilinear").origin("lower");
        ax.add(smooth.between(At::Axes(0.25, 0.25), At::Axes(0.75, 0.75)));
        ax.add(Line::new([0, 1], [0, 2]));
        let corner = (At::Pixels(600.0, 260.0), At::Pixels(640.0, 300.0));
        ax.add(Image::picture(&stripes).between(corner.0, corner.1));
    });
    check("images_in_places", &mut renderer);
}

#[test]
fn meshes_of_uneven_and_bent_cells() {
    let mut renderer = figure(840, 300, |fig| {
        let mut grid = fig.subplots(1, 3);
        let edges = |n: i32| (0..=n).map(|i| 1.2_f64.powi(i));
        grid[(0, 0)].add(PColorMesh::new(edges(20), edges(16), field(20, 16)).cmap("plasma"));

        let ax = &mut grid[(0, 1)];
        let few = PColorMesh::new([0.0, 1.0, 3.0, 4.0], [0.0, -1.0, -4.0], [[1, 2, 3, 4]; 3]);
        ax.add(few.edge_color("white").cmap("Greens_r").norm(Norm::bounds([0, 2, 4, 5])));

        let ring = |turned: fn(f64) -> f64, radii: usize| {
            let angles = move || linspace(0.3, 5.5, 41).into_iter();
            let radii = linspace(1.0, 3.0, radii).into_iter();
            radii.map(move |radius| angles().map(move |angle| radius * turned(angle)))
        };
        let ring = PColorMesh::grid(ring(f64::cos, 11), ring(f64::sin, 11), field(40, 10));
        let ax = &mut grid[(0, 2)];
        ax.set_grid(true).add(ring.cmap("coolwarm"));
    });
    check("meshes", &mut renderer);
}

#[test]
fn cells_on_bent_and_logarithmic_axes() {
    let mut renderer = figure(840, 300, |fig| {
        let mut axes = fig.subplots(1, 3);
        let ax = axes[(0, 0)].set_projection(Projection::Polar);
        let (angles, radii) = (linspace(0.0, TAU, 37), linspace(0.2, 1.0, 9));
        ax.add(PColorMesh::new(angles, radii, field(36, 8)).cmap("twilight"));

        let ax = axes[(0, 1)].set_xscale("log").set_yscale("log");
        let edges = |n: i32| (0..=n).map(|i| 10_f64.powf(f64::from(i) / 4.0));
        ax.add(PColorMesh::new(edges(12), edges(8), field(12, 8)).edge_width(0.5));

        let smooth = Image::new(field(7, 5)).interpolation(Interpolation::Bilinear);
        let smooth = axes[(0, 2)].add(smooth.cmap("magma").vmin(-0.5).vmax(0.5));
        fig.add_colorbar(smooth, Colorbar::new());
    });
    check("cells_on_scales", &mut renderer);
}

/// The colours of a picture's middle, away from the spines.
fn colors_inside(renderer: &mut Renderer) -> BTreeSet<[u8; 4]> {
    let picture = renderer.picture().unwrap();
    let (width, height) = (picture.width(), picture.height());
    let places = (height / 3..height / 2).flat_map(|y| (width / 3..width / 2).map(move |x| (x, y)));
    places.map(|(x, y)| picture.pixel(x, y)).collect()
}

#[test]
fn cells_of_one_color_show_no_seams() {
    let (x, y) = (linspace(-1.0, 1.0, 90), linspace(-1.0, 1.0, 70));
    let x = &x;
    let turned = |a: f64, b: f64| y.iter().map(move |y| x.iter().map(move |x| a * x + b * y));
    let mesh = PColorMesh::grid(turned(0.8, -0.7), turned(0.6, 0.9), vec![[1.0; 89]; 69]);
    let mut renderer = figure(300, 240, |fig| {
        fig.axes().add(mesh.alpha(0.5));
    });
    assert_eq!(colors_inside(&mut renderer).len(), 1);
    let mut renderer = figure(300, 240, |fig| {
        fig.axes()
            .set_xlim(0.0, 40.0)
            .set_ylim(0.3, 40.0)
            .add(Image::new([[1.0; 41]; 41]).alpha(0.5));
    });
    assert_eq!(colors_inside(&mut renderer).len(), 1);
}

#[test]
fn images_move_by_less_than_a_pixel_and_keep_their_colors() {
    let mut handle = Handle::default();
    let mut renderer = figure(300, 240, |fig| {
        let ax = fig.axes();
        ax.set_xlim(0.0, 10.0).set_ylim(0.0, 10.0);
        handle = ax.add(Image::new([[0.0, 1.0]]).cmap("gray").extent([0.0, 10.0, 0.0, 10.0]));
    });
    let mut shown = |change: &dyn Fn(&mut Image)| {
        change(&mut renderer.frame(0)[handle]);
        let picture = renderer.picture().unwrap();
        (0..picture.width()).map(|x| picture.pixel(x, 120)[0]).collect::<Vec<_>>()
    };
    let still = shown(&|_| {});
    let edge = still.windows(2).position(|pair| pair == [0, 255]).unwrap() + 1;
    let moved = shown(&|image| {
        image.set_extent([0.02, 10.02, 0.0, 10.0]);
    });
    assert!((1..255).contains(&moved[edge]), "{:?}", &moved[edge - 2..edge + 3]);
    let brighter = shown(&|image| {
        image.set_data([[0.5, 7.0]]);
    });
    assert_eq!((brighter[edge - 1], brighter[edge]), (128, 255));
}
