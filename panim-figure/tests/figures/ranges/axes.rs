//! Limits of axes that nobody set: of flat and polar axes, in space, shared, and of twins.

use super::*;

#[test]
fn limits_that_the_first_update_asks_for_too_early_are_warned_of() {
    let build = |fig: &mut Figure| {
        let ax = fig.axes();
        (ax.handle(), ax.add(Line::empty()))
    };
    let ask = |frame: &mut Frame<'_>, (axes, line): (Handle<Axes>, Handle<Line>)| {
        frame[line].set_data([0, 10], [0, 10]);
        let limits = if frame.index() == 0 { (0.0, 1.0) } else { (-0.5, 10.5) };
        assert_eq!(frame[axes].xlim(), limits);
    };
    let (_, warnings) = drawn(build, &[&ask, &ask]);
    assert_eq!(
        warnings,
        [
            "Axes, `xlim`, `ylim`, `zlim`: asked for by the first frame's #[update] while they still \
          follow from what it leaves; set limits in #[setup]"
        ]
    );
    let fit = |frame: &mut Frame<'_>, (axes, line): (Handle<Axes>, Handle<Line>)| {
        frame[line].set_data([0, 10], [0, 10]);
        assert_eq!(frame[axes].autoscale().xlim(), (-0.5, 10.5));
        assert_eq!(frame[axes].set_ylim(0, 3).ylim(), (0.0, 3.0));
    };
    let (_, warnings) = drawn(build, &[&fit, &fit]);
    assert!(warnings.is_empty(), "{warnings:?}");
    // the layout itself, which needs them for equal units, has not asked in anybody's name
    let picture = |fig: &mut Figure| fig.axes().add(Image::new(Vec::<Vec<f64>>::new()));
    let fill = |frame: &mut Frame<'_>, image: Handle<Image>| done(frame[image].set_data(RAMP));
    let (_, warnings) = drawn(picture, &[&fill]);
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn axes_limits_come_from_the_first_frame_if_setup_has_none() {
    let dots = |x: &[f64]| Scatter::new(x, x).color("C0");
    for scale in ["linear", "log"] {
        let axes = |fig: &mut Figure, x: &[f64]| {
            fig.axes().set_xscale(scale).set_legend(Legend::new()).add(dots(x).label("dots"))
        };
        let first = |frame: &mut Frame<'_>, d: Handle<Scatter>| {
            done(frame[d].set_data([20.0, 30.0, 50.0], [20.0, 30.0, 50.0]));
        };
        let second = |frame: &mut Frame<'_>, d: Handle<Scatter>| {
            done(frame[d].set_data([25.0, 48.0], [30.0, 40.0]));
        };
        for none in [&[][..], &[7.0], &[f64::NAN], &[7.0, 7.0]] {
            opens!(|fig| axes(fig, none), |fig| axes(fig, &[20.0, 30.0, 50.0]), first, second);
        }
    }
    // bins that are still to come
    for (none, rebin) in [(&[][..], false), (&[7.0, 7.0], false), (&[], true)] {
        let counted = |fig: &mut Figure, samples: &[f64]| {
            fig.axes().add(Histogram::new(samples).bins(4).rebin(rebin).color("C0"))
        };
        opens!(
            |fig| counted(fig, none),
            |fig| counted(fig, &flat(RAMP)),
            |frame: &mut Frame<'_>, bins: Handle<Histogram>| done(frame[bins].set_data(flat(RAMP))),
            |frame: &mut Frame<'_>, bins: Handle<Histogram>| done(frame[bins].set_data(flat(LESS)))
        );
    }
    // on polar axes, and in space
    opens!(
        |fig| fig.axes().set_projection(Projection::Polar).add(dots(&[])),
        |fig| fig.axes().set_projection(Projection::Polar).add(dots(&[2.0, 3.0])),
        |frame: &mut Frame<'_>, d: Handle<Scatter>| done(frame[d].set_data([1.0, 2.0], [2.0, 3.0])),
        |frame: &mut Frame<'_>, d: Handle<Scatter>| done(frame[d].set_data([1.5, 2.5], [2.5, 0.5]))
    );
    let dots = |x: &[f64]| Scatter3D::new(x, x, x).color("C0");
    opens!(
        |fig| fig.axes().set_projection(Projection::ThreeD).add(dots(&[])),
        |fig| fig.axes().set_projection(Projection::ThreeD).add(dots(&[2.0, 3.0])),
        |frame: &mut Frame<'_>, d: Handle<Scatter3D>| done(frame[d].set_data(
            [2.0, 3.0],
            [2.0, 3.0],
            [2.0, 3.0]
        )),
        |frame: &mut Frame<'_>, d: Handle<Scatter3D>| done(frame[d].set_data([2.5], [2.5], [2.5]))
    );
}

#[test]
fn shared_and_twin_axes_are_opened_together() {
    let build = |x: &[f64]| {
        let x = x.to_vec();
        move |fig: &mut Figure| {
            let mut grid = fig.subplots(2, 1);
            grid.share_x();
            let line = grid[(0, 0)].add(Line::new(&x, &x));
            grid[(1, 0)].add(Line::new(Vec::<f64>::new(), Vec::<f64>::new()));
            let upper = grid[(0, 0)].handle();
            fig.twin_x(upper).add(Line::new(Vec::<f64>::new(), Vec::<f64>::new()));
            line
        }
    };
    opens!(
        build(&[]),
        build(&[3.0, 8.0]),
        |frame: &mut Frame<'_>, line: Handle<Line>| done(
            frame[line].set_data([3.0, 8.0], [3.0, 8.0])
        ),
        |frame: &mut Frame<'_>, line: Handle<Line>| done(
            frame[line].set_data([4.0, 5.0], [6.0, 8.0])
        )
    );
}

#[test]
fn what_only_an_update_adds_opens_limits_too() {
    let add = |frame: &mut Frame<'_>, axes: Handle<Axes>| {
        let data = frame.index() as f64;
        frame[axes].add(Line::new([2.0, 4.0], [10.0, 20.0 - data]).color("C0"));
    };
    let build = |fig: &mut Figure| fig.axes().handle();
    let (one, two) = opened_elsewhere(build, add, add);
    let told = |fig: &mut Figure| fig.axes().set_xlim(1.9, 4.1).set_ylim(9.5, 20.5).handle();
    let (told, _) = drawn(told, &[&add, &add]);
    assert!(one == told[0] && two == told[1]);

    // the first row of an image is at the top in every frame
    let add = |frame: &mut Frame<'_>, axes: Handle<Axes>| {
        frame[axes].add(Image::new(RAMP));
    };
    let (one, two) = opened_elsewhere(build, add, add);
    assert!(one == two);
}

#[test]
fn what_the_first_frame_sets_itself_is_of_that_frame() {
    let setup = |fig: &mut Figure| {
        let ax = fig.axes();
        (ax.handle(), ax.add(Line::new([0.0; 0], [0.0; 0])))
    };
    type Handles = (Handle<Axes>, Handle<Line>);
    let first = |frame: &mut Frame<'_>, (axes, line): Handles| {
        frame[line].set_data([0.0, 10.0], [0.0, 10.0]);
        frame[axes].set_xlim(2.0, 3.0).set_title("first");
    };
    let second = |frame: &mut Frame<'_>, (_, line): Handles| {
        frame[line].set_data([0.0, 10.0], [5.0, 6.0]);
    };
    let told = |fig: &mut Figure| {
        let ax = fig.axes();
        ax.set_xlim(-0.5, 10.5).set_ylim(-0.5, 10.5);
        (ax.handle(), ax.add(Line::new([0.0; 0], [0.0; 0])))
    };
    opens!(setup, told, first, second);
}
