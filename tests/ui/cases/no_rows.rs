use panim::prelude::*;

/// Walks over its values, as an `ndarray::Array2` does.
struct Array2(Vec<f64>);

impl<'a> IntoIterator for &'a Array2 {
    type Item = &'a f64;
    type IntoIter = std::slice::Iter<'a, f64>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

fn main() {
    let array = Array2(vec![0.0; 6]);
    let _ = Image::new(&array);
    let _ = Contour::new(0..3, 0..2, vec![0.0; 6]);
    let _ = BoxPlot::new([vec!["a"]]);
}
