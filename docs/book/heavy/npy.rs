//! Files of numpy.

use panim_figure::{Figure, Image, Line};

type Error = Box<dyn std::error::Error + Send + Sync>;

fn main() -> Result<(), Error> {
    let wave = ndarray::Array1::linspace(0.0, 3.0, 24).mapv(|x: f64| x * x.sin());
    let grid = ndarray::Array2::from_shape_fn((30, 40), |(row, column)| (row * column) as f64);
    ndarray_npy::write_npy("x.npy", &wave)?;
    ndarray_npy::write_npy("field.npy", &grid)?;

    let mut fig = Figure::new();
    let [left, right] = fig.subplots(1, 2).array();

    // ANCHOR: npy
    use ndarray::Array2;
    use std::{fs::File, io::BufReader};

    // a vector, by npyz
    let x = npyz::NpyFile::new(BufReader::new(File::open("x.npy")?))?.into_vec::<f64>()?;
    left.add(Line::new(0..x.len(), &x));

    // an array, by ndarray-npy
    let field: Array2<f64> = ndarray_npy::read_npy("field.npy")?;
    right.add(Image::new(field.rows()));
    // ANCHOR_END: npy

    assert_eq!((x, field), (wave.to_vec(), grid));
    fig.save_png("npy.png")?;
    Ok(())
}
