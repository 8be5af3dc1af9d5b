//! Data as columns, as points, with gaps, and data that come later.

use super::*;

#[test]
fn points_are_columns_and_none_is_a_gap() {
    let line = Line::from_points([(0, 1.5), (1, 2.5)]);
    assert_eq!((line.x(), line.y()), (&[0.0, 1.0][..], &[1.5, 2.5][..]));
    let mut moved = Line::empty();
    assert!(moved.x().is_empty());
    moved.set_points(&vec![[3.0_f32, 4.0]]);
    assert_eq!((moved.x(), moved.y()), (&[3.0][..], &[4.0][..]));
    assert!(Line::new(0..2, [Some(1.0), None]).y()[1].is_nan());

    let columns = picture(|fig| {
        let ax = fig.axes();
        ax.add(Scatter::new([0, 1], [2, 3]));
        ax.add(Bars::new([0, 1], [2, 3]));
        ax.add(FillBetween::new([0, 1], [0, 1], [2, 3]));
        ax.add(ErrorBars::new([0, 1], [2, 3], [1, 1]));
        ax.add(Quiver::new([0], [1], [2], [3]));
        ax.add(Polygon::new([0, 1, 1], [0, 0, 1]));
        ax.add(Stem::new([0, 1], [2, 3]));
        ax.add(Trail::new([0, 1], [2, 3]));
    });
    let points = picture(|fig| {
        let ax = fig.axes();
        ax.add(Scatter::from_points([(0, 2), (1, 3)]));
        ax.add(Bars::from_points([(0, 2), (1, 3)]));
        ax.add(FillBetween::from_points([(0, 0, 2), (1, 1, 3)]));
        ax.add(ErrorBars::from_points([(0, 2, 1), (1, 3, 1)]));
        ax.add(Quiver::from_points([(0, 1, 2, 3)]));
        ax.add(Polygon::from_points([(0, 0), (1, 0), (1, 1)]));
        ax.add(Stem::from_points([(0, 2), (1, 3)]));
        ax.add(Trail::from_points([(0, 2), (1, 3)]));
    });
    assert_eq!(columns, points);
}

#[test]
fn a_mask_is_of_truths_or_numbers() {
    let masked = |area: FillBetween| {
        picture(|fig| {
            fig.axes().add(area);
        })
    };
    let area = || FillBetween::new(0..4, [0; 4], [1, 2, 3, 1]);
    let mask = [true, true, false, true];
    assert_eq!(masked(area().mask(&mask)), masked(area().mask(mask)));
    assert_eq!(masked(area().mask([1, 1, 0, 1])), masked(area().mask(mask)));
    assert_ne!(masked(area().mask(mask)), masked(area()));
}

/// Every artist with data, without them at first and then with some; what it is given shows.
#[test]
fn artists_without_data_are_not_seen_until_they_have_some() {
    macro_rules! check {
        ($($artist:ident |$this:ident| $given:expr;)*) => {$({
            let mut fig = Figure::new();
            fig.set_size(100, 80);
            let ax = fig.axes();
            let room = SPACE.contains(&stringify!($artist));
            ax.set_projection(if room { Projection::ThreeD } else { Projection::Rectilinear });
            ax.set_xlim(-1, 3).set_ylim(-1, 3);
            if room {
                ax.set_zlim(-1, 3);
            }
            let added = ax.add($artist::empty().label("later"));
            ax.legend();
            let mut renderer = Renderer::new(fig).expect(stringify!($artist));
            let without = renderer.draw().expect(stringify!($artist)).to_vec();
            {
                let mut frame = renderer.frame(0);
                let $this = &mut frame[added];
                $given;
            }
            assert!(renderer.draw().expect(stringify!($artist)) != without, stringify!($artist));
        })*};
    }
    const SPACE: [&str; 5] = ["Bars3D", "Line3D", "Scatter3D", "Surface", "Wireframe"];
    let (x, rows) = ([0, 1, 2], [[0, 1, 2], [1, 2, 0], [2, 0, 1]]);
    check! {
        Bars |this| this.set_data(x, x);
        Bars3D |this| this.set_data(x, x, x);
        BoxPlot |this| this.set_data(rows);
        Contour |this| this.set_data(x, x, rows);
        ContourFilled |this| this.set_data(x, x, rows);
        BrokenBars |this| this.set_xranges([(0, 1), (2, 1)]);
        Ecdf |this| this.set_data(x);
        ErrorBars |this| this.set_data(x, x, x);
        EventPlot |this| this.set_rows(rows);
        FillBetween |this| this.set_data(x, [0; 3], x);
        Hexbin |this| this.set_data(x, x).set_gridsize(3);
        Histogram |this| this.set_data(x);
        Histogram2D |this| this.set_data(x, x);
        Histograms |this| this.set_data(rows);
        Image |this| this.set_data(rows);
        Line |this| this.set_data(x, x);
        Line3D |this| this.set_data(x, x, x);
        Lines |this| this.set_rows(x, rows);
        PColorMesh |this| this.set_data(x, x, rows);
        Pie |this| this.set_values(x);
        Polygon |this| this.set_data(x, [0, 1, 0]);
        Polygons |this| this.set_polygons([[(0, 0), (2, 0), (1, 2)]]);
        Circles |this| this.set_data(x, x, 1);
        Quiver |this| this.set_data(x, x, x, x);
        Scatter |this| this.set_data(x, x);
        Scatter3D |this| this.set_data(x, x, x);
        StackPlot |this| this.set_data(x, rows);
        Stairs |this| this.set_values(x);
        Stem |this| this.set_data(x, x);
        Table |this| this.set_cells([["a"]]).set_loc("center");
        Streamlines |this| this.set_data(x, x, rows, rows);
        Surface |this| this.set_data(x, x, rows);
        Trail |this| this.set_data(x, x);
        Violin |this| this.set_data(rows);
        Wireframe |this| this.set_data(x, x, rows);
    }
}

/// What may be said of an artist before it has data is no mistake.
#[test]
fn artists_without_data_may_have_a_look_already() {
    let drawn = picture(|fig| {
        let ax = fig.axes();
        let lines = ax.add(Contour::empty().levels([1, 2]).labels(true));
        ax.add(ContourFilled::empty().levels([1, 2]).alpha(0.5));
        ax.add(Streamlines::empty().by_magnitude());
        ax.add(PColorMesh::empty().edge_color("red"));
        ax.add(Scatter::empty().cmap("plasma").vmin(0));
        ax.add(Histogram::empty().bins(Bins::Auto));
        ax.add(Image::empty().extent([0, 4, 0, 3]));
        ax.add(Violin::empty().widths([0; 0]).show_medians(true));
        ax.add(Pie::empty().percent(Format::percent(1)));
        fig.colorbar(lines);
    });
    assert_eq!(drawn.len(), 4 * 200 * 150);
}
