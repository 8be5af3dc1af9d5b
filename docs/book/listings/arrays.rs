use panim::prelude::*;

fn main() -> panim::Result<()> {
    let mut fig = Figure::new();
    fig.set_size(800, 600).tight_layout();
    let [a, b, c, d] = fig.subplots(2, 2).array();

    // ANCHOR: ndarray
    use ndarray::{Array1, Array2, s};

    let x = Array1::linspace(-2.0, 2.0, 81);
    let y = x.mapv(f64::sin);
    a.add(Line::new(&x, &y)); // `&Array1`
    a.add(Line::new(&x, &y * 0.5)); // an array that is not kept
    a.add(Line::new(x.slice(s![..;8]), y.slice(s![..;8])).style("").marker("o")); // views

    let field: Array2<f64> =
        Array2::from_shape_fn((60, 81), |(row, column)| (row as f64 / 9.0).sin() * x[column].cos());
    b.add(Image::new(field.rows()).origin("lower")); // row by row
    c.add(Contour::new(&x, linspace(0, 1, 60), field.rows())); // of a grid
    a.add(Line::new(&x, field.row(14))); // one row of it, and columns are `field.column(3)`
    a.add(Scatter::from_points(field.slice(s![..5, ..2]).rows().into_iter().map(|p| [p[0], p[1]])));
    // ANCHOR_END: ndarray
    a.set_title("ndarray");

    // ANCHOR: nalgebra
    use nalgebra::{DMatrix, DVector, Vector2};

    let t = DVector::from_fn(100, |i, _| i as f64 / 10.0);
    d.add(Line::new(&t, t.map(f64::cos).iter())); // `&DVector`, and of one that is not kept its `iter()`
    let path = [Vector2::new(0.0, 0.5), Vector2::new(5.0, 0.0), Vector2::new(9.0, 0.5)];
    d.add(Line::from_points(path.map(<[f64; 2]>::from)).marker("s")); // points

    let turned = DMatrix::from_fn(3, 100, |row, i| (t[i] + row as f64).sin() + 3.0);
    d.add(Lines::rows(&t, turned.row_iter().map(|row| row.iter().copied().collect::<Vec<_>>())));
    d.add(Line::new(&t, turned.row(0).iter()).color("k")); // one row
    d.add(Line::new(0..3, turned.column(9).iter()).color("r")); // one column
    // ANCHOR_END: nalgebra
    d.set_title("nalgebra");
    fig.save_png("arrays.png")?;
    Ok(())
}
