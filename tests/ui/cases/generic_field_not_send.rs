use panim::prelude::*;
use std::rc::Rc;

#[animation]
struct Plot<'a, T> {
    rows: &'a [T],
    shared: Rc<T>,
}

impl<T: Sync + Into<f64> + Copy> Plot<'_, T> {
    #[update]
    fn update(&self, frame: &mut Frame) {
        let sum = self.rows[frame.index()].into() + (*self.shared).into();
        assert!(sum > 0.0);
    }
}

fn main() {}
