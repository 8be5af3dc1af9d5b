//! Scales of arrows and bins of histograms that nobody set.

use super::*;

#[test]
fn scales_and_bins_of_what_an_update_adds_come_from_the_first_frame() {
    let axes = |fig: &mut Figure| fig.axes().set_xlim(-1, 12).set_ylim(-1, 12).handle();
    let arrows = |v| Quiver::new([0, 5, 9], [0, 5, 9], v, [0; 3]);
    let add = |length: u32, scale: Option<f64>| {
        move |frame: &mut Frame<'_>, axes: Handle<Axes>| {
            let arrows = arrows([length; 3]);
            frame[axes].add(scale.map_or(arrows.clone(), |scale| arrows.scale(scale)));
        }
    };
    let (one, two) = opened_elsewhere(axes, add(2, None), add(4, None));
    let (told, _) = drawn(axes, &[&add(2, Some(36.0)), &add(4, Some(36.0))]);
    assert!(one == told[0] && two == told[1]);

    let add = |data: [[f64; 3]; 3], bins: usize, range: Option<(f64, f64)>| {
        move |frame: &mut Frame<'_>, axes: Handle<Axes>| {
            let bars = Histogram::new(flat(data)).bins(bins);
            frame[axes].add(range.map_or(bars.clone(), |(low, high)| bars.range(low, high)));
        }
    };
    let (range, less) = (Some((0.0, 8.0)), Some((0.0, 4.0)));
    let (one, two) = opened_elsewhere(axes, add(RAMP, 5, None), add(LESS, 5, None));
    let (told, _) = drawn(axes, &[&add(RAMP, 5, range), &add(LESS, 5, range)]);
    assert!(one == told[0] && two == told[1]);
    // other bins are chosen anew
    let (_, two) = opened_elsewhere(axes, add(RAMP, 5, None), add(LESS, 6, None));
    let (told, _) = drawn(axes, &[&add(RAMP, 5, range), &add(LESS, 6, less)]);
    assert!(two == told[1]);
}

#[test]
fn scales_and_bins_come_from_the_first_frame_if_setup_has_none() {
    let arrows = || Quiver::grid(0..3, 0..3, ZEROS, ZEROS);
    opens!(
        |fig| fig.axes().add(arrows()),
        // 1.8 times the mean length, times 10
        |fig| fig.axes().add(arrows().scale(1.8 * 4.0 * 10.0)),
        |frame: &mut Frame<'_>, arrows: Handle<Quiver>| done(
            frame[arrows].set_uv(flat(RAMP), flat(ZEROS))
        ),
        |frame: &mut Frame<'_>, arrows: Handle<Quiver>| done(
            frame[arrows].set_uv(flat(LESS), flat(ZEROS))
        )
    );
    opens!(
        |fig| with_bar(fig, arrows().by_magnitude()),
        |fig| with_bar(fig, arrows().by_magnitude().vmin(0.0).vmax(8.0).scale(72.0)),
        |frame: &mut Frame<'_>, arrows: Handle<Quiver>| done(
            frame[arrows].set_uv(flat(RAMP), flat(ZEROS))
        ),
        |frame: &mut Frame<'_>, arrows: Handle<Quiver>| done(
            frame[arrows].set_uv(flat(LESS), flat(ZEROS))
        )
    );
    let flow = || Streamlines::new(0..3, 0..3, ZEROS, ZEROS).by_magnitude();
    opens!(
        |fig| with_bar(fig, flow()),
        |fig| with_bar(fig, flow().vmin(0.0).vmax(8.0)),
        |frame: &mut Frame<'_>, flow: Handle<Streamlines>| done(frame[flow].set_uv(RAMP, ZEROS)),
        |frame: &mut Frame<'_>, flow: Handle<Streamlines>| done(frame[flow].set_uv(LESS, ZEROS))
    );
    let none = || Histogram::new(Vec::<f64>::new());
    opens!(
        |fig| fig.axes().set_xlim(0.0, 9.0).set_ylim(0.0, 5.0).add(none()),
        |fig| fig.axes().set_xlim(0.0, 9.0).set_ylim(0.0, 5.0).add(none().range(0.0, 8.0)),
        |frame: &mut Frame<'_>, bins: Handle<Histogram>| done(frame[bins].set_data(flat(RAMP))),
        |frame: &mut Frame<'_>, bins: Handle<Histogram>| done(frame[bins].set_data(flat(LESS)))
    );
}
