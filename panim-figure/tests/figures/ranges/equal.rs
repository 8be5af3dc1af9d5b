//! Limits that are equal, or that leave nothing to show, and what is said of them.

use super::*;

#[test]
fn a_range_that_collapses_in_a_frame_is_widened_and_warned_of_once() {
    let build = |fig: &mut Figure| {
        let ax = fig.axes();
        ax.set_xlim(0.0, 3.0).set_ylim(0.0, 3.0).set_aspect(Aspect::Auto);
        let axes = ax.handle();
        (axes, with_bar(fig, Image::new(RAMP)))
    };
    let frame = |amp: f64| {
        move |frame: &mut Frame<'_>, (axes, image): (Handle<Axes>, Handle<Image>)| {
            frame[axes].set_ylim(0.0, amp);
            let shown = if amp == 0.0 { (-0.05, 0.05) } else { (0.0, amp) };
            assert_eq!(frame[axes].ylim(), shown);
            frame[image].set_vmin(0.0).set_vmax(3.0 * amp);
        }
    };
    let told = |frame: &mut Frame<'_>, (axes, image): (Handle<Axes>, Handle<Image>)| {
        frame[axes].set_ylim(-0.05, 0.05);
        frame[image].set_vmin(-0.1).set_vmax(0.1);
    };
    let (whole, none) = (frame(1.0), frame(0.0));
    let (pictures, warnings) = drawn(build, &[&whole, &none, &whole, &none, &told]);
    assert!(pictures[0] == pictures[2] && pictures[1] == pictures[3]);
    assert!(pictures[1] == pictures[4]);
    assert_eq!(
        warnings,
        [
            "Axes, `set_ylim`: equal limits show nothing and were moved apart",
            "Image, `vmin`: equal limits leave no values to spread the colors over",
        ]
    );
}

#[test]
fn an_image_whose_edges_meet_is_not_seen() {
    let build =
        |fig: &mut Figure| fig.axes().set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).add(Image::new(RAMP));
    let flat = |frame: &mut Frame<'_>, image: Handle<Image>| {
        frame[image].set_extent([0.0, 0.0, 0.0, 1.0]);
    };
    let hidden = |frame: &mut Frame<'_>, image: Handle<Image>| {
        frame[image].set_visible(false);
    };
    let (pictures, warnings) = drawn(build, &[&flat, &hidden]);
    assert!(pictures[0] == pictures[1]);
    assert_eq!(warnings, ["Image, `extent`: equal edges leave nothing to show"]);
}

#[test]
fn limits_that_setup_sets_equal_are_widened() {
    let mut fig = small();
    let ax = fig.axes();
    let axes = ax.set_xlim(5.0, 5.0).set_ylim(0.0, 0.0).handle();
    let mut renderer = Renderer::portable(fig).unwrap();
    assert_eq!(renderer.take_warnings().len(), 2);
    let frame = renderer.frame(0);
    assert_eq!((frame[axes].xlim(), frame[axes].ylim()), ((4.75, 5.25), (-0.05, 0.05)));
}

#[test]
fn a_log_axis_without_positive_data_shows_a_decade() {
    for data in [[0.0, 0.0], [-3.0, -1.0], [f64::NAN, f64::NAN]] {
        // in setup
        let build = |fig: &mut Figure| {
            let ax = fig.axes();
            ax.set_xscale("log").set_yscale("log").add(Line::new([1.0, 2.0], data));
            ax.handle()
        };
        let seen = move |frame: &mut Frame<'_>, axes: Handle<Axes>| {
            if frame.index() > 0 {
                assert_eq!(frame[axes].ylim(), (1.0, 10.0), "{data:?}");
            }
        };
        let (_, warnings) = drawn(build, &[&seen, &seen]);
        let said = "Axes, `set_yscale`: no data above 0, and a logarithmic axis shows only these";
        assert!(warnings.contains(&said.to_owned()), "{data:?}: {warnings:?}");

        // by `autoscale()` in update
        let build = |fig: &mut Figure| {
            let ax = fig.axes();
            (ax.set_yscale("log").handle(), ax.add(Line::new([1.0, 2.0], [1.0, 2.0])))
        };
        let update = move |frame: &mut Frame<'_>, (axes, line): (Handle<Axes>, Handle<Line>)| {
            frame[line].set_y(data);
            assert_eq!(frame[axes].autoscale().ylim(), (1.0, 10.0));
        };
        let (_, warnings) = drawn(build, &[&update, &update]);
        assert!(warnings.contains(&said.to_owned()), "{data:?}: {warnings:?}");
    }
    // nothing is shown, and nothing is said
    let (_, warnings) = drawn(
        |fig| {
            fig.axes().set_xscale("log").set_yscale("log").add(HLine::new(3.0));
        },
        &[&|_, ()| ()],
    );
    assert!(warnings.is_empty(), "{warnings:?}");
}
