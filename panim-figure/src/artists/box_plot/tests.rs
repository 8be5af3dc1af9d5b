use super::*;

const GROUPS: [[f64; 5]; 2] = [[1.0, 2.0, 3.0, 4.0, 20.0], [f64::NAN; 5]];

fn ends(reach: Option<Reach>) -> Option<(f64, f64)> {
    reach.map(|reach| (reach.low, reach.high))
}

#[test]
fn limits_show_what_is_shown() {
    let boxes = BoxPlot::new(GROUPS);
    let extent = boxes.extent();
    assert_eq!(ends(extent.x), Some((0.5, 2.5)));
    assert!(extent.x.is_some_and(|x| x.low_sticks && x.high_sticks));
    assert_eq!(ends(extent.y), Some((1.0, 20.0)));
    let without = boxes.clone().show_outliers(false);
    assert_eq!(ends(without.extent().y), Some((1.0, 4.0)));
    assert_eq!(ends(without.show_means(true).extent().y), Some((1.0, 6.0)));
    assert_eq!(ends(boxes.horizontal().positions([5, 9]).extent().y), Some((4.5, 9.5)));
}

#[test]
fn boxes_are_wider_the_farther_they_stand_apart() {
    let widths = |positions: [f64; 2]| {
        let boxes = BoxPlot::new([[1.0, 2.0], [3.0, 4.0]]).positions(positions);
        boxes.boxes(Default::default()).map(|one| one.width).collect::<Vec<_>>()
    };
    assert_eq!(widths([1.0, 1.5]), [0.15, 0.15]);
    assert_eq!(widths([1.0, 3.0]), [0.3, 0.3]);
    assert_eq!(widths([1.0, 9.0]), [0.5, 0.5]);
}

#[test]
fn what_does_not_match_the_groups_is_refused() {
    let message = |boxes: BoxPlot| boxes.check().map_err(|error| error.to_string());
    assert!(message(BoxPlot::new(GROUPS)).is_ok());
    let positions = message(BoxPlot::new(GROUPS).positions([1])).expect_err("too few");
    assert!(positions.starts_with("BoxPlot, `positions`: has 1 values where `groups` has 2"));
    let widths = message(BoxPlot::new(GROUPS).widths([0.5, 0.0])).expect_err("no width");
    assert_eq!(widths, "BoxPlot, `widths`: 0 is not a width, more than 0");
    assert!(message(BoxPlot::new(GROUPS).whiskers(-1.0)).is_err());
    assert!(message(BoxPlot::new(GROUPS).colors(["C0", "nothing like it"])).is_err());
}
