use super::*;
use crate::Figure;

#[test]
fn a_disc_shows_the_ticks_at_all_angles_given() {
    let mut fig = Figure::new();
    let ax = fig.axes();
    ax.set_projection(Projection::Polar).set_xlim(0.0, 1.0);
    ax.set_xticks([0.0, 1.5, 3.0, 4.5]).set_xticklabels(["E", "N", "W", "S"]);
    let frame = Rect::new(0.0, 0.0, 400.0, 400.0);
    let view = View::new(&ax.state, frame, &mut Fonts::default(), 1.0);
    let labels: Vec<_> = view.x.marks.iter().map(|mark| mark.label.as_str()).collect();
    assert_eq!(labels, ["E", "N", "W", "S"]);
}

fn done<A>(_: crate::Handle<A>) {}

fn x_labels(build: impl FnOnce(&mut crate::Axes)) -> String {
    let mut fig = Figure::new();
    let ax = fig.axes();
    build(ax);
    ax.freeze_artists();
    let extent = ax.extent();
    ax.freeze_limits(extent);
    let frame = Rect::new(0.0, 0.0, 496.0, 370.0);
    let view = View::new(&ax.state, frame, &mut Fonts::default(), 100.0 / 72.0);
    view.x.marks.iter().map(|mark| mark.label.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn ticks_stand_under_boxes_and_at_categories() {
    let groups = [[1.0, 2.0, 3.0]; 3];
    let of = |boxes: crate::BoxPlot| x_labels(|ax| done(ax.add(boxes)));
    // matplotlib's
    assert_eq!(of(crate::BoxPlot::new(groups)), "1 2 3");
    assert_eq!(of(crate::BoxPlot::new(groups).positions([2, 4, 6]).width(1.5)), "2 4 6");
    assert_eq!(of(crate::BoxPlot::new(groups).positions([1.5, 2.0, 7.0])), "1.5 2.0 7.0");
    assert_eq!(of(crate::BoxPlot::new(groups).tick_labels(["a", "b", "c"])), "a b c");
    assert_eq!(x_labels(|ax| done(ax.add(crate::Violin::new(groups)))), "1 2 3");
    // many have no room for a tick at each
    let many = of(crate::BoxPlot::new([[1.0, 2.0]; 60]));
    assert!(many.split(' ').count() <= 10, "{many}");
    let two = x_labels(|ax| {
        ax.add(crate::Bars::new(["wind", "sun"], [1, 2]));
        ax.add(crate::Line::new(["gas", "wind", "coal"], [1, 2, 3]));
    });
    assert_eq!(two, "wind sun gas coal");
    let own = x_labels(|ax| {
        ax.add(crate::BoxPlot::new(groups));
        ax.set_xticks([1, 3]);
    });
    assert_eq!(own, "1 3");
}

#[test]
fn places_of_names_have_them_wherever_ticks_come_from() {
    let of = |locator: crate::Locator| {
        x_labels(|ax| {
            ax.add(crate::Bars::new(["wind", "sun", "gas", "coal"], [1, 2, 3, 4]));
            ax.set_xlocator(locator);
        })
    };
    assert_eq!(of(crate::Locator::multiple(2)), "wind gas");
    assert_eq!(of(crate::Locator::fixed([0.5, 3.0])), "0.5 coal");
    assert_eq!(of(crate::Locator::max_n(3)), "wind gas");
    assert_eq!(of(crate::Locator::auto()), "wind sun gas coal");
    let boxes = x_labels(|ax| {
        ax.add(crate::BoxPlot::new([[1.0, 2.0]; 3]).tick_labels(["a", "b", "c"]));
        ax.set_xlocator(crate::Locator::multiple(2));
    });
    assert_eq!(boxes, "b");
}

#[test]
fn a_place_has_one_label() {
    let own = |low: f64, high: f64| vec![high, low, low, f64::midpoint(low, high), high];
    let own = x_labels(|ax| {
        ax.set_xlim(0, 2).set_xlocator(own);
    });
    assert_eq!(own, "0 1 2");
    let list = x_labels(|ax| {
        ax.set_xlim(0, 2).set_xticks([2, 1, 1]);
    });
    assert_eq!(list, "1 2");
    let turn = x_labels(|ax| {
        ax.set_projection(Projection::Polar).set_xformat(crate::Format::pi());
        ax.set_xlocator(crate::Locator::multiple(std::f64::consts::FRAC_PI_2));
    });
    assert_eq!(turn, "0 π/2 π 3π/2");
    let named = x_labels(|ax| {
        ax.set_projection(Projection::Polar).set_xticks([TAU, 1.0, 0.0]);
        ax.set_xticklabels(["end", "one", "start"]);
    });
    assert_eq!(named, "end one");
}

#[test]
fn an_axis_of_dates_has_no_more_intervals_than_it_may() {
    let days = |days: f64| {
        let labels = x_labels(|ax| {
            ax.set_xscale(AxisScale::Date).set_xlim(0.0, days * 86_400.0);
            ax.set_xlocator(crate::Locator::max_n(3));
        });
        labels.split(' ').count()
    };
    for length in [1.0, 10.0, 100.0, 1000.0] {
        assert!((2..=4).contains(&days(length)), "{length}: {}", days(length));
    }
}
