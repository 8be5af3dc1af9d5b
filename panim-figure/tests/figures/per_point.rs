//! One number stands for all points wherever there may be one for each.

#![allow(clippy::needless_borrows_for_generic_args)] // references are numbers too

use panim_figure::*;

fn picture(add: impl FnOnce(&mut Axes)) -> Vec<u8> {
    let mut fig = Figure::new();
    fig.set_size(200, 150);
    add(fig.axes());
    Renderer::new(fig).unwrap().draw().unwrap().to_vec()
}

fn picture_in_space(bars: Bars3D) -> Vec<u8> {
    picture(|ax| {
        ax.set_projection(Projection::ThreeD).add(bars);
    })
}

/// Lets an expression end without a value.
fn done<T>(_: T) {}

const X: [f64; 3] = [0.0, 1.0, 3.0];
const Y: [f64; 3] = [2.0, 1.5, -1.0];

#[test]
fn one_number_is_as_many_equal_ones() {
    let area = |ax: &mut Axes| done(ax.add(FillBetween::new(X, [0; 3], Y)));
    let each = picture(area);
    assert_eq!(picture(|ax| done(ax.add(FillBetween::new(X, 0, Y)))), each);
    assert_eq!(picture(|ax| done(ax.add(FillBetween::new(X, &0.0_f32, Y)))), each);
    assert_ne!(picture(|ax| done(ax.add(FillBetween::new(X, 1, Y)))), each);

    let each = picture(|ax| done(ax.add(ErrorBars::new(X, Y, [0.5; 3]))));
    assert_eq!(picture(|ax| done(ax.add(ErrorBars::new(X, Y, 0.5)))), each);

    assert_eq!(picture(|ax| done(ax.add(ErrorBars::new(X, Y, (0.5, [0.5; 3]))))), each);
    assert_ne!(picture(|ax| done(ax.add(ErrorBars::new(X, Y, (0.5, 0.25))))), each);
    let limits = |bars: ErrorBars| picture(|ax| done(ax.add(bars)));
    let bars = || ErrorBars::new(X, Y, 0.5);
    assert_eq!(limits(bars().lolims([true; 3])), limits(bars().lolims(true)));
    assert_eq!(limits(bars().lolims([false; 3])), each);

    let wide = |line: Line| picture(|ax| done(ax.add(line)));
    assert_eq!(wide(Line::new(X, Y).widths(4)), wide(Line::new(X, Y).widths([4; 3])));

    let each = picture(|ax| done(ax.add(Bars::new(X, Y).bottom([1; 3]).errors([0.25; 3]))));
    assert_eq!(
        picture(|ax| done(ax.add(Bars::new(X, Y).bottom(1).errors((0.25, [0.25; 3]))))),
        each
    );
    assert_eq!(picture(|ax| done(ax.add(Bars::new(X, Y).bottom(1_u8).errors(0.25)))), each);

    let each = picture_in_space(Bars3D::new(X, X, Y).bottom([1, 1, 1]));
    assert_eq!(picture_in_space(Bars3D::new(X, X, Y).bottom(1)), each);
}

#[test]
fn it_may_be_given_while_the_figure_moves() {
    let mut fig = Figure::new();
    fig.set_size(200, 150);
    let ax = fig.axes().set_ylim(-2, 4);
    let area = ax.add(FillBetween::new(X, 1, Y));
    let errors = ax.add(ErrorBars::new(X, Y, 0.1));
    let bars = ax.add(Bars::new(X, Y));
    let mut renderer = Renderer::new(fig).unwrap();
    let mut frame = renderer.frame(0);
    frame[area].set_lower(0).set_upper(2);
    frame[errors].set_errors(0.3);
    frame[bars].set_bottom(1).set_errors(0.2);
    let moved = renderer.draw().unwrap().to_vec();

    let given = picture(|ax| {
        ax.set_ylim(-2, 4).add(FillBetween::new(X, [0; 3], [2; 3]));
        ax.add(ErrorBars::new(X, Y, [0.3; 3]));
        ax.add(Bars::new(X, Y).bottom([1; 3]).errors([0.2; 3]));
    });
    assert_eq!(moved, given);
}

#[test]
fn neither_one_nor_one_for_each_is_refused() {
    let refused = |add: &dyn Fn(&mut Axes)| {
        let mut fig = Figure::new();
        add(fig.axes());
        Renderer::new(fig).err().expect("an error").to_string()
    };
    assert_eq!(
        refused(&|ax| done(ax.add(FillBetween::new(X, [0, 1], Y)))),
        "FillBetween, `lower`: has 2 values where `x` has 3; both must have as many"
    );
    assert_eq!(
        refused(&|ax| done(ax.add(ErrorBars::new(X, Y, [0.1; 4])))),
        "ErrorBars, `errors`: has 4 values where `x` has 3; both must have as many"
    );
    assert_eq!(
        refused(&|ax| done(ax.add(Bars::new(X, Y).bottom([1])))),
        "Bars, `bottom`: has 1 values where `x` has 3; both must have as many"
    );
    let negative = refused(&|ax| done(ax.add(ErrorBars::new(X, Y, -0.1))));
    assert_eq!(negative, "ErrorBars, `errors`: -0.1 is not an error, 0 or more");
}

#[test]
fn markers_of_lines_alone_have_the_color_of_faces() {
    let draw = |dots: Scatter| {
        let mut fig = Figure::new();
        fig.set_size(120, 90);
        fig.axes().add(dots.size(200).vmin(0).vmax(1));
        let mut renderer = Renderer::portable(fig).unwrap();
        let picture = renderer.picture().unwrap().rgba().to_vec();
        (picture, renderer.take_warnings().len())
    };
    let dots = || Scatter::new([1, 2, 3], [1, 2, 3]);
    for marker in ["x", "+", "1", "|"] {
        let plain = draw(dots().marker(marker).values([0.0, 0.5, 1.0]));
        let edged = draw(dots().marker(marker).values([0.0, 0.5, 1.0]).edge_color("k"));
        assert!(plain.0 == edged.0 && (plain.1, edged.1) == (0, 1), "{marker}");
        let red = draw(dots().marker(marker).color("red"));
        assert!(draw(dots().marker(marker).color("none").edge_color("red")) == red, "{marker}");
    }
    let (plain, edged) = (draw(dots()), draw(dots().edge_color("k")));
    assert!(plain.0 != edged.0 && edged.1 == 0);
}

#[test]
fn values_of_which_none_is_a_number_are_told_once() {
    let mut fig = Figure::new();
    fig.set_size(120, 90);
    let ax = fig.axes().set_xlim(0, 4).set_ylim(0, 4);
    let dots = ax.add(Scatter::new([1, 2], [1, 2]).values([f64::NAN; 2]));
    let some = ax.add(Scatter::new([1, 2], [1, 2]).values([f64::NAN, 1.0]));
    let mut renderer = Renderer::portable(fig).unwrap();
    renderer.draw().unwrap();
    renderer.frame(1)[dots].set_y([2, 1]);
    renderer.frame(1)[some].set_y([2, 1]);
    renderer.draw().unwrap();
    let said: Vec<String> = renderer.take_warnings().iter().map(ToString::to_string).collect();
    assert_eq!(said, ["Scatter, `values`: all are NaN, so that none has a color"]);
}
