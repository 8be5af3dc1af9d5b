//! What is said of too much.

use super::*;

#[test]
fn what_is_too_much_is_told_with_what_is_allowed() {
    let refused = |build: &dyn Fn(&mut Figure)| {
        let mut fig = Figure::new();
        build(&mut fig);
        Renderer::new(fig).err().unwrap().to_string()
    };
    for (build, message) in [
        (
            &(|fig: &mut Figure| {
                fig.axes().add(Bars::new([1], [1]).value_labels(Format::digits(65_536)));
            }) as &dyn Fn(&mut Figure),
            "Bars, `value_labels`: 65536 is not a number of digits after the point, 0 to 100",
        ),
        (
            &|fig| done(fig.axes().add(Violin::new([[1, 2]]).points(100_000_000))),
            "Violin, `points`: 100000000 is not a number of points of an outline, 2 to 10000",
        ),
        (
            &|fig| done(fig.axes().set_xticks(0..1_000_000)),
            "Axes, `set_xticks`: 1000000 is not a number of ticks, 0 to 1000",
        ),
        (
            &|fig| done(fig.subplots(40, 40)),
            "Figure, `subplots`: 40 rows of 40 columns: 1600 is not a number of axes, 1 to 400",
        ),
        (
            &|fig| done(fig.axes().add(Streamlines::new(X, X, Z, Z).density(100.0))),
            "Streamlines, `density`: 100 is not a density, more than 0 and up to 10",
        ),
        (
            &|fig| done(fig.set_size(60_000, 60_000)),
            "Figure, `set_size`: 60000x60000 pixels; there may be 100000000 in all",
        ),
    ] {
        assert_eq!(refused(build), message);
    }
    // said by the words themselves, a number of digits is cut
    assert_eq!(Format::digits(usize::MAX).text(0.5).len(), 102);
}
