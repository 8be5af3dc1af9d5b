use super::*;

fn message(image: &Image) -> String {
    image.check().expect_err("refused").to_string()
}

fn edges(image: &Image) -> crate::parts::cells::Edges {
    image.place().edges(image.place().sides().expect("it is in data"))
}

#[test]
fn the_middles_of_cells_are_at_whole_numbers() {
    let image = Image::new([[1, 2, 3], [4, 5, 6]]);
    assert_eq!(image.place().sides(), Some([-0.5, 2.5, 1.5, -0.5]));
    assert_eq!(edges(&image).y, [-0.5, 0.5, 1.5]);
    assert!(image.inverts_y());
    let image = image.origin(Origin::Lower);
    assert_eq!((image.place().sides(), image.inverts_y()), (Some([-0.5, 2.5, -0.5, 1.5]), false));
    let image = image.extent([0.0, 6.0, 10.0, 20.0]);
    assert_eq!(edges(&image).x, [0.0, 2.0, 4.0, 6.0]);
    assert_eq!(edges(&image).y, [10.0, 15.0, 20.0]);
    assert_eq!(edges(&image.origin(Origin::Upper)).y, [20.0, 15.0, 10.0]);
}

#[test]
fn limits_have_no_margin() {
    let Extent { x: Some(x), y: Some(y), .. } = Draw::extent(&Image::new([[1, 2, 3]])) else {
        panic!("an image has an extent");
    };
    assert_eq!((x.low, x.high, y.low, y.high), (-0.5, 2.5, -0.5, 0.5));
    assert!(x.low_sticks && x.high_sticks && y.low_sticks && y.high_sticks);
    assert_eq!(Draw::extent(&Image::new([[0.0; 0]; 0])), Extent::default());
}

#[test]
fn what_is_no_image_is_refused() {
    assert!(message(&Image::new([vec![1, 2], vec![3]])).contains("`rows`: row 1 has 1 values"));
    assert!(
        message(&Image::rgb(2, 1, [0; 5])).contains("has 5 bytes; 2x1 pixels of 3 bytes have 6")
    );
    assert!(message(&Image::rgba(usize::MAX, 2, [])).contains("too many"));
    let image = Image::new([[1, 2]]);
    assert!(image.check().is_ok());
    assert!(message(&image.clone().extent([0.0, f64::NAN, 2.0, 3.0])).contains("finite"));
    assert!(message(&image.vmin(3.0)).contains("`vmin`: 3 is not below"));
    assert!(message(&Image::rgb(3, 0, [])).contains("`bytes`: 3x0 cells show nothing"));
}
