use super::*;

fn message(mesh: &PColorMesh) -> String {
    mesh.check().expect_err("refused").to_string()
}

#[test]
fn edges_lie_half_way_between_middles() {
    assert_eq!(around(&[0.0, 1.0, 3.0]), [-0.5, 0.5, 2.0, 4.0]);
    assert_eq!(around(&[4.0, 2.0]), [5.0, 3.0, 1.0]);
    let mesh = PColorMesh::new([0, 2], [0, 1, 3], [[1, 2], [3, 4], [5, 6]]);
    assert!(mesh.check().is_ok());
    let (x, y) = ([[0.0, 2.0], [1.0, 3.0]], [[0.0, 0.0], [2.0, 2.0]]);
    let bent = PColorMesh::grid(x, y, [[1, 2], [3, 4]]);
    let x = bent.corners_along(&Matrix::new(x)).into_owned();
    assert_eq!(x, [-1.5, 0.5, 2.5, -0.5, 1.5, 3.5, 0.5, 2.5, 4.5]);
    let reach = bent.extent().y.expect("has cells");
    assert_eq!((reach.low, reach.high, reach.low_sticks), (-1.0, 3.0, true));
}

#[test]
fn a_grid_that_does_not_fit_is_refused() {
    let rows = [[1, 2, 3], [4, 5, 6]];
    assert!(PColorMesh::new(0..4, 0..3, rows).check().is_ok());
    assert_eq!(
        message(&PColorMesh::new(0..4, 0..2, rows)),
        "PColorMesh, `values`: has 2 rows of 3; over 2 places of y and 4 of x there are as many, \
         or one fewer of both"
    );
    assert!(message(&PColorMesh::new([0, 2, 1], 0..2, rows)).contains("`x`: must increase"));
    assert!(message(&PColorMesh::new(0..3, 0..2, [vec![1, 2, 3], vec![4]])).contains("row 1"));
    let corners = |columns: i32, rows: i32| (0..rows).map(move |_| 0..columns);
    assert!(PColorMesh::grid(corners(4, 3), corners(4, 3), rows).check().is_ok());
    let uneven = PColorMesh::grid(corners(4, 3), corners(3, 3), rows);
    assert!(message(&uneven).contains("`y`: has 3 rows of 3 where `x` has 3 of 4"));
    let ragged = PColorMesh::grid([vec![1, 2, 3], vec![4]], corners(3, 2), rows);
    assert!(message(&ragged).contains("`x`: row 1 has 1 values"));
    assert_eq!(ragged.extent().x.map(|reach| reach.high), Some(4.0));
}
