use super::*;
use crate::artist::AnyArtist;

#[test]
fn a_face_goes_around_its_points() {
    assert_eq!(around((0, 1), (0, 1)), [(0, 0), (0, 1), (1, 1), (1, 0)]);
    assert_eq!(around((0, 2), (3, 4)), [(0, 3), (0, 4), (1, 4), (2, 4), (2, 3), (1, 3)]);
}

#[test]
fn colors_follow_the_mean_heights_of_the_faces() {
    let mut surface = Surface::new(0..3, 0..2, [[0, 2, 4], [0, 2, 4]]).cmap("viridis");
    (&mut surface as &mut dyn AnyArtist).freeze_all();
    assert_eq!(surface.mapping.limits(), (1.0, 3.0));
    surface.set_z([[0, 20, 40], [0, 20, 40]]);
    assert_eq!(surface.mapping.limits(), (1.0, 3.0));
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let surface = Surface::new(0..2, 0..2, [[0, 1], [2, 3]]);
    assert!(surface.check().is_ok());
    let message = surface.clone().rstride(0).check().expect_err("none").to_string();
    assert!(message.starts_with("Surface, `rcount`: 0 leaves nothing"), "{message}");
    let message = surface.cmap("no such").check().expect_err("unknown").to_string();
    assert!(message.starts_with("Surface, `cmap`"), "{message}");
}
