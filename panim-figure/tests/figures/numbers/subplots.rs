//! Subplots are counted, walked over and taken apart as a slice is.

use super::*;

#[test]
fn subplots_are_counted_walked_over_and_taken_apart() {
    let mut fig = Figure::new();
    let mut axes = fig.subplots(2, 3);
    axes[4].set_xlim(0, 4);
    assert_eq!(axes[(1, 1)].xlim(), (0.0, 4.0));
    for ax in &mut axes {
        ax.set_ylim(0, 7);
    }
    assert!(axes.iter().all(|ax| ax.ylim() == (0.0, 7.0)));
    assert_eq!((&axes).into_iter().count(), 6);
    for (i, ax) in axes.into_iter().enumerate() {
        ax.set_xlim(0, i + 1);
    }
    let [left, right] = fig.subplots(1, 2).array();
    left.set_xlim(0, 8);
    right.set_xlim(0, 9);
    let last: Vec<f64> = fig.subplots(1, 1).iter().map(|ax| ax.xlim().1).collect();
    assert_eq!(last, [1.0]);
}

#[test]
#[should_panic = "no axes 3 among 3 subplots, counted from 0"]
fn subplots_end_where_a_slice_would() {
    Figure::new().subplots(1, 3)[3].set_title("one too far");
}

#[test]
#[should_panic = "these subplots are 3 axes, not 2"]
fn subplots_come_apart_as_many() {
    let mut fig = Figure::new();
    let [_, _] = fig.subplots(1, 3).array();
}
