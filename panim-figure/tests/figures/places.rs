//! Where bars and boxes stand, how wide they are, and categories.

use panim_figure::*;

const RED: [u8; 4] = [255, 0, 0, 255];
const DAY: f64 = 86_400.0;

/// An artist is added for its own sake.
fn done<A>(_: Handle<A>) {}

/// The pixels of a color in a picture of 640x480.
fn count(build: impl FnOnce(&mut Axes)) -> usize {
    let mut fig = Figure::new();
    fig.set_size(640, 480);
    build(fig.axes());
    let picture = Renderer::portable(fig).unwrap().picture().unwrap();
    picture.rgba().chunks_exact(4).filter(|pixel| **pixel == RED).count()
}

fn limits(build: impl FnOnce(&mut Axes)) -> ((f64, f64), (f64, f64)) {
    let mut fig = Figure::new();
    let ax = fig.axes();
    build(ax);
    let handle = ax.handle();
    let mut renderer = Renderer::portable(fig).unwrap();
    let frame = renderer.frame(0);
    (frame[handle].xlim(), frame[handle].ylim())
}

#[track_caller]
fn assert_near(found: (f64, f64), wanted: (f64, f64)) {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (1.0 + b.abs());
    assert!(near(found.0, wanted.0) && near(found.1, wanted.1), "{found:?} for {wanted:?}");
}

#[test]
fn bars_on_an_axis_of_dates_are_as_wide_as_elsewhere() {
    let start = date(2026, 3, 1).unwrap();
    let heights = [3, 5, 2, 8, 6, 7, 4, 9, 5, 6];
    let plain = count(|ax| done(ax.add(Bars::new(0..10, heights).color("#f00"))));
    let months: Vec<f64> = (1..11).map(|month| date(2026, month, 1).unwrap()).collect();
    let every = |step: f64| (0..10).map(move |i| start + step * f64::from(i)).collect::<Vec<_>>();
    for x in [every(DAY), every(3600.0), every(1.0), every(7.0 * DAY), months] {
        for level in [false, true] {
            let dates = count(|ax| {
                let bars = Bars::new(&x, heights).color("#f00");
                if level {
                    ax.set_yscale("date").add(bars.horizontal());
                } else {
                    ax.set_xscale("date").add(bars);
                }
            });
            // the distance to the bar after February is the smallest
            assert!(dates.abs_diff(plain) < plain / 10, "{dates} for {plain}, {x:?}");
        }
    }
}

#[test]
fn a_single_bar_on_an_axis_of_dates_is_nearly_a_day_wide() {
    let at = date(2026, 3, 1).unwrap();
    let one = |width: Option<f64>| {
        limits(|ax| {
            let bars = Bars::new([at, at, f64::NAN], [1, 2, 3]);
            ax.set_xscale("date").set_xmargin(0.0);
            ax.add(if let Some(width) = width { bars.width(width) } else { bars });
        })
    };
    assert_near(one(None).0, (at - 0.4 * DAY, at + 0.4 * DAY));
    assert_near(one(Some(3600.0)).0, (at - 1800.0, at + 1800.0));
}

#[test]
fn boxes_and_violins_show_all_of_their_width() {
    let groups = [[1.0, 2.0, 3.0, 4.0]; 3];
    let boxes = |boxes: BoxPlot| limits(|ax| done(ax.add(boxes)));
    // matplotlib's
    assert_near(boxes(BoxPlot::new(groups).positions([2, 4, 6]).width(1.5)).0, (0.975, 7.025));
    assert_near(boxes(BoxPlot::new(groups)).0, (0.5, 3.5));
    assert_near(boxes(BoxPlot::new(groups).positions([1.5, 2.0, 7.0])).0, (1.0, 7.5));
    let horizontal = BoxPlot::new(groups).positions([2, 4, 6]).width(1.5).horizontal();
    assert_near(boxes(horizontal).1, (0.975, 7.025));
    let violins = Violin::new(groups).positions([2, 4, 6]).width(1.5);
    assert_near(limits(|ax| done(ax.add(violins))).0, (0.975, 7.025));

    let start = date(2026, 3, 1).unwrap();
    let days = [0.0, 1.0, 2.0].map(|day| start + day * DAY);
    let on_dates = limits(|ax| {
        ax.set_xscale("date").add(BoxPlot::new(groups).positions(days));
    });
    assert_near(on_dates.0, (start - 0.5 * DAY, start + 2.5 * DAY));
}

#[test]
fn categories_are_places_of_their_own() {
    let bars = limits(|ax| done(ax.add(Bars::new(["a", "b", "c"], [1, 2, 3]))));
    assert_eq!(bars, limits(|ax| done(ax.add(Bars::new(0..3, [1, 2, 3])))));
    let horizontal = limits(|ax| done(ax.add(Bars::new(["a", "b"], [1, 2]).horizontal())));
    assert_eq!(horizontal, limits(|ax| done(ax.add(Bars::new(0..2, [1, 2]).horizontal()))));
    let names = vec!["x".to_owned(), "y".to_owned()];
    fn same<A: Artist, B: Artist>(named: A, counted: B) {
        let found = limits(|ax| done(ax.add(named)));
        assert_eq!(found, limits(|ax| done(ax.add(counted))));
    }
    same(Line::new(&names, [1, 2]), Line::new([0, 1], [1, 2]));
    same(Scatter::new(&names, [1, 2]), Scatter::new([0, 1], [1, 2]));
    same(Stem::new(&names, [1, 2]), Stem::new([0, 1], [1, 2]));
    // a category that was named before keeps its place
    let shared = limits(|ax| {
        ax.set_xmargin(0.0);
        ax.add(Line::new(["a", "b", "c"], [1, 2, 3]));
        ax.add(Line::new(["c", "d", "b"], [1, 2, 3]));
    });
    assert_near(shared.0, (0.0, 3.0));
}

#[test]
fn categories_of_a_frame_are_those_of_the_axes() {
    let mut fig = Figure::new();
    let ax = fig.axes().set_xmargin(0.0);
    ax.add(Line::new(["a", "b", "c"], [1, 2, 3]));
    let line = ax.add(Line::new(["a", "b"], [1, 2]));
    let axes = ax.handle();
    let mut renderer = Renderer::portable(fig).unwrap();
    let before = renderer.picture().unwrap();
    let mut frame = renderer.frame(0);
    frame[line].set_data(["c", "d"], [1, 2]);
    frame[axes].autoscale_x();
    assert_near(frame[axes].xlim(), (0.0, 3.0));
    assert_eq!(frame[line].x(), [2.0, 3.0]);
    let with_four = renderer.picture().unwrap();
    assert_ne!(with_four.rgba(), before.rgba());
    // and the next frame is as setup left it
    renderer.frame(1);
    assert_eq!(renderer.picture().unwrap().rgba(), before.rgba());
}

#[test]
fn a_pie_is_of_values_or_of_names_and_values() {
    let picture = |pie: Pie| {
        let mut fig = Figure::new();
        fig.axes().add(pie);
        Renderer::portable(fig).unwrap().picture().unwrap()
    };
    let named = picture(Pie::new([("a", 1.0), ("b", 2.0)]));
    assert_eq!(named.rgba(), picture(Pie::new([1, 2]).labels(["a", "b"])).rgba());
    let pairs = vec![("a".to_owned(), 1), ("b".to_owned(), 2)];
    assert_eq!(named.rgba(), picture(Pie::new(&pairs)).rgba());
    assert_ne!(named.rgba(), picture(Pie::new([1, 2])).rgba());
}

/// The pixels of a color in each frame.
fn reds(renderer: &mut Renderer, change: impl Fn(&mut Frame<'_>)) -> Picture {
    change(&mut renderer.frame(0));
    renderer.picture().unwrap()
}

#[test]
fn axes_that_share_an_axis_share_its_categories() {
    // as matplotlib: in the order in which they are first named, whichever axes that is in
    let build = |names: bool| {
        let mut fig = Figure::new();
        fig.set_size(400, 300);
        let mut axes = fig.subplots(2, 1);
        axes.share_x();
        let (lower, upper) = match names {
            true => (
                axes[1].add(Bars::new(["b", "c"], [1, 2])),
                axes[0].add(Bars::new(["a", "b"], [3, 4])),
            ),
            false => {
                (axes[1].add(Bars::new([0, 1], [1, 2])), axes[0].add(Bars::new([2, 0], [3, 4])))
            }
        };
        if !names {
            for ax in &mut axes {
                ax.set_xticks([0, 1, 2]).set_xticklabels(["b", "c", "a"]);
            }
        }
        (Renderer::portable(fig).unwrap(), lower, upper)
    };
    let ((mut named, lower, upper), (mut plain, low, up)) = (build(true), build(false));
    assert!(reds(&mut named, |_| ()) == reds(&mut plain, |_| ()));
    // what is named in a frame as well, for this frame
    let moved = reds(&mut named, |frame| {
        frame[upper].set_data(["c", "a"], [5, 2]);
        frame[lower].set_data(["a", "b"], [2, 1]);
    });
    let told = reds(&mut plain, |frame| {
        frame[up].set_data([1, 2], [5, 2]);
        frame[low].set_data([2, 0], [2, 1]);
    });
    assert!(moved == told);
}

#[test]
fn categories_that_frames_add_to_shared_axes_do_not_stand_on_each_other() {
    let build = || {
        let mut fig = Figure::new();
        fig.set_size(400, 300);
        let axes = fig.axes().set_xlim(-1, 5).handle();
        let bars = fig[axes].add(Bars::new(["a"], [1]).color("#f00"));
        let twin = fig.twin_x(axes).set_ylim(0, 4).add(Bars::new(["a"], [0]).color("#00f"));
        (Renderer::portable(fig).unwrap(), bars, twin)
    };
    let (mut renderer, bars, twin) = build();
    let before = reds(&mut renderer, |_| ());
    let both = reds(&mut renderer, |frame| {
        frame[bars].set_data(["x"], [1]);
        frame[twin].set_data(["y"], [1]);
    });
    let (mut other, bars, twin) = build();
    let told = reds(&mut other, |frame| {
        // both named by both
        frame[bars].set_data(["x", "y"], [1, 0]);
        frame[twin].set_data(["x", "y"], [0, 1]);
    });
    assert!(both == told);
    assert!(reds(&mut renderer, |_| ()) == before);
}

#[test]
fn texts_are_dates_on_an_axis_of_dates() {
    let texts = ["2024-01-01", "2024-02-01 06:00", "2024-03-01"];
    let times = texts.map(|text| parse_date(text).unwrap());
    fn both<A: Artist>(axes: fn(&mut Axes) -> &mut Axes, artist: impl Fn() -> A) -> [Picture; 2] {
        [false, true].map(|is_before| {
            let mut fig = Figure::new();
            let ax = fig.axes();
            if is_before {
                axes(ax);
            }
            ax.add(artist());
            axes(ax);
            Renderer::portable(fig).unwrap().picture().unwrap()
        })
    }
    fn same<A: Artist>(
        axes: fn(&mut Axes) -> &mut Axes,
        text: impl Fn() -> A,
        time: impl Fn() -> A,
    ) {
        let [before, after] = both(axes, text);
        assert_eq!(before.rgba(), after.rgba());
        assert_eq!(before.rgba(), both(axes, time)[0].rgba());
    }
    same(
        |ax| ax.set_xscale("date"),
        || Line::new(texts, [1, 2, 3]),
        || Line::new(times, [1, 2, 3]),
    );
    same(
        |ax| ax.set_yscale("date"),
        || Bars::new(texts, [1, 2, 3]).horizontal(),
        || Bars::new(times, [1, 2, 3]).horizontal(),
    );
    // in a frame, and what is no date there does not outlive it
    let mut fig = Figure::new();
    let ax = fig.axes().set_xscale("date");
    let line = ax.add(Line::new(texts, [1, 2, 3]));
    let mut renderer = Renderer::portable(fig).unwrap();
    renderer.frame(0)[line].set_x(["tomorrow", "2024-02-01", "2024-03-01"]);
    let said = renderer.picture().unwrap_err().to_string();
    assert!(said.starts_with("Axes, `set_xscale`: \"tomorrow\" is not a date such as"), "{said}");
    renderer.frame(1)[line].set_x(["2024-01-05", "2024-02-01", "2024-03-01"]);
    renderer.picture().unwrap();
    assert_eq!(renderer.frame(2)[line].x(), times);
}

#[test]
fn texts_are_dates_in_all_axes_that_share_an_axis_of_dates() {
    let texts = ["2024-01-01", "2024-02-01"];
    let times = texts.map(|text| parse_date(text).unwrap());
    fn panels<P: Places + Copy>(x: P) -> Picture {
        let mut fig = Figure::new();
        let mut axes = fig.subplots(2, 1);
        axes.share_x();
        axes[0].add(Line::new(x, [1, 2]));
        axes[1].add(Line::new(x, [2, 1]));
        axes[0].set_xscale("date");
        Renderer::portable(fig).unwrap().picture().unwrap()
    }
    assert_eq!(panels(texts).rgba(), panels(times).rgba());
}
