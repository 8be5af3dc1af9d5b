//! What of an artist stands above other artists, and what its edges look like.

use panim_figure::*;

/// A picture of 100 pixels to a unit, from (0, 0) to (4, 3), with nothing but the artists.
fn drawn(build: impl FnOnce(&mut Axes)) -> Picture {
    let mut fig = Figure::new();
    fig.set_size(400, 300);
    fig.grid(1, 1).margins(0.0, 0.0, 0.0, 0.0);
    let ax = fig.axes();
    ax.set_axis_off(true).set_xlim(0.0, 4.0).set_ylim(0.0, 3.0);
    build(ax);
    Renderer::portable(fig).unwrap().picture().unwrap()
}

/// The colour at a place in data.
fn at(picture: &Picture, x: f64, y: f64) -> [u8; 3] {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    // whatever border the axes has
    let (column, row) = ((x / 4.0 * width) as usize, ((1.0 - y / 3.0) * height) as usize);
    let pixel = &picture.rgba()[(row * picture.width() as usize + column) * 4..];
    [pixel[0], pixel[1], pixel[2]]
}

fn count(picture: &Picture, color: [u8; 3]) -> usize {
    picture.rgba().chunks_exact(4).filter(|pixel| pixel[..3] == color).count()
}

const BLACK: [u8; 3] = [0; 3];
const RED: [u8; 3] = [255, 0, 0];

#[test]
fn errors_stand_above_all_bars() {
    let low = || Bars::new([2], [1.5]).errors([0.75]).color("red").error_width(4.0);
    let alone = drawn(|ax| {
        ax.add(Bars::new([2], [1.0]).bottom([1.5]).color("blue"));
        ax.add(low());
    });
    let stacked = drawn(|ax| {
        ax.add(low());
        ax.add(Bars::new([2], [1.0]).bottom([1.5]).color("blue"));
    });
    assert!(stacked == alone);
    assert!(count(&stacked, BLACK) > 100);
}

#[test]
fn a_place_that_is_given_is_that_of_all_parts() {
    let bars = || Bars::new([2], [1.5]).errors([0.75]).color("red").error_width(6.0).cap_size(0.0);
    let under = drawn(|ax| {
        ax.add(bars().zorder(0.5));
        ax.add(Bars::new([2], [2.9]).color("blue"));
    });
    assert_eq!((count(&under, BLACK), count(&under, RED)), (0, 0));
    let over = drawn(|ax| {
        ax.add(bars().zorder(5.0));
        ax.add(Line::new([0, 4], [2, 2]).width(20.0));
    });
    assert_eq!((at(&over, 2.0, 2.0), at(&over, 2.0, 0.5)), (BLACK, RED));
}

#[test]
fn lines_of_areas_stand_above_areas() {
    let samples = [0.5, 1.5, 1.6, 2.5, 2.6, 2.7];
    let step = || Histogram::new(samples).bins([0.0, 1.0, 2.0, 3.0]).style(HistStyle::Step);
    let filled = || Histogram::new([1.5; 9]).bins([0.0, 1.0, 2.0, 3.0]).color("red");
    let in_order = |first: bool| {
        drawn(|ax| {
            if first {
                ax.add(step().color("black").edge_width(4.0));
            }
            ax.add(filled());
            if !first {
                ax.add(step().color("black").edge_width(4.0));
            }
        })
    };
    assert!(in_order(true) == in_order(false));
    let violin = || Violin::new([[0.5, 1.0, 2.5]]).body_alpha(0.0).line_color("black");
    let covered = drawn(|ax| {
        ax.add(violin());
        ax.add(Span::horizontal(0.0, 3.0).color("red"));
    });
    assert!(count(&covered, BLACK) > 100);
    let values = drawn(|ax| {
        let bars = Bars::new([2], [1]).color("red").value_label_size(20.0);
        ax.add(bars.value_labels(|_| "MMM".to_string()));
        ax.add(Bars::new([2], [3]).color("blue"));
    });
    assert!(count(&values, BLACK) > 100);
    let pie = drawn(|ax| {
        let words = |_| "MMM".to_string();
        ax.add(Pie::new([1]).percent(words).percent_size(20.0).start_angle(-135.0));
        ax.add(Span::horizontal(0.0, 3.0).color("red"));
    });
    assert!(count(&pie, BLACK) > 100);
    let medians = drawn(|ax| {
        let one = |at: f64| BoxPlot::new([[1, 2, 3]]).positions([at]).widths([1.0]);
        ax.add(one(1.5).median_width(6.0).median_color("red").colors(["white"]));
        ax.add(one(2.0).median_width(0.0).colors(["blue"]));
        ax.set_xlim(0.0, 4.0);
    });
    assert_eq!(at(&medians, 1.9, 2.0), RED);
}

#[test]
fn clear_markers_are_rings() {
    let ring = |marker: char| {
        let line = Line::new([2], [1.5]).color("red").marker(marker).marker_color("none");
        drawn(|ax| done(ax.add(line.marker_size(36.0).marker_edge_width(4.0))))
    };
    for marker in "osDd^v<>*ph".chars() {
        let picture = ring(marker);
        assert_eq!(at(&picture, 2.0, 1.5), [255; 3], "{marker}");
        assert!(count(&picture, RED) > 100, "{marker}");
    }
    let of = |build: fn(&mut Axes)| drawn(build);
    let pictures = [
        of(|ax| {
            done(ax.add(Stem::new([2], [1.5]).marker_color("none").color("red").marker_size(36.0)))
        }),
        of(|ax| {
            let bars = ErrorBars::new([2], [1.5], [0.0]).marker('o').marker_color("none");
            ax.add(bars.color("red").marker_size(36.0).cap_size(0.0));
        }),
        of(|ax| {
            let trail = Trail::new([0, 2], [1.5, 1.5]).width(0.0).marker('o').marker_color("none");
            ax.add(trail.color("red").marker_size(36.0));
        }),
        of(|ax| {
            let dots = Scatter::new([2], [1.5]).color("none").edge_color("red");
            ax.add(dots.size(36.0 * 36.0));
        }),
    ];
    for (i, picture) in pictures.iter().enumerate() {
        // beside the middle, where a stem ends
        assert_eq!(at(picture, 2.0, 1.55), [255; 3], "{i}");
        assert!(count(picture, RED) > 10, "{i}: {}", count(picture, RED));
    }
}

#[test]
fn the_edges_of_markers_are_as_told() {
    let edged = drawn(|ax| {
        let line = Line::new([2], [1.5]).marker('s').marker_size(36.0).color("red");
        ax.add(line.marker_edge_color("black").marker_edge_width(7.2));
    });
    // 36 points are 50 pixels, 7.2 points 10
    let (black, red) = (count(&edged, BLACK), count(&edged, RED));
    assert!((1900..2100).contains(&black) && (1500..1700).contains(&red), "{black}, {red}");
    let wrong = |line: Line| {
        let mut fig = Figure::new();
        fig.axes().add(line.marker('o'));
        Renderer::new(fig).err().unwrap().argument().to_string()
    };
    assert_eq!(wrong(Line::new([2], [1.5]).marker_edge_width(-1)), "marker_edge_width");
    assert_eq!(wrong(Line::new([2], [1.5]).marker_edge_color("blu")), "marker_edge_color");
}

#[test]
fn caps_are_a_point_thick_however_wide_the_bars() {
    let rows = |bars: ErrorBars| {
        let picture = drawn(|ax| done(ax.add(bars.cap_size(14.4).color("black"))));
        // along the upper cap, 10 pixels beside the bar
        let column = |y: f64| 255 - at(&picture, 2.1, y)[0];
        // in the middle of each row of pixels
        (0..60).map(|i| u32::from(column(2.205 + f64::from(i) / 100.0))).sum::<u32>()
    };
    let bars = || ErrorBars::new([2], [1.5], [1]);
    let thin = rows(bars());
    // 1 point is 1.39 pixels
    assert!((330..380).contains(&thin), "{thin}");
    assert_eq!(rows(bars().width(2)), thin);
    assert_eq!(rows(bars().width(9)), thin);
    let thick = rows(bars().cap_thick(3));
    assert!((1000..1120).contains(&thick), "{thick}");
}

#[test]
fn the_key_of_error_bars_shows_bar_and_caps() {
    let key = |bars: ErrorBars| {
        let picture = drawn(|ax| {
            ax.add(bars.color("red").label("e"));
            ax.set_legend(Legend::new().size(40.0));
        });
        let red = |i: &usize| picture.rgba()[i * 4..i * 4 + 3] == RED;
        let places: Vec<usize> = (0..400 * 300).filter(red).collect();
        let rows = places.iter().map(|i| i / 400);
        let columns = places.iter().map(|i| i % 400);
        let span = |all: &mut dyn Iterator<Item = usize>| {
            let all: Vec<usize> = all.collect();
            all.iter().max().unwrap() - all.iter().min().unwrap() + 1
        };
        (span(&mut columns.into_iter()), span(&mut rows.into_iter()))
    };
    let none = || ErrorBars::new([0; 0], [0; 0], [0; 0]);
    // a letter's height is 40 points, 55.6 pixels; caps are 6 points wide, the marker 7
    let (width, height) = key(none().marker('s'));
    assert!((8..=11).contains(&width) && (54..=57).contains(&height), "{width}x{height}");
    let (width, height) = key(none().horizontal());
    assert!((54..=57).contains(&width) && (7..=9).contains(&height), "{width}x{height}");
}

/// Lets a chain of calls end without a value.
fn done<T>(_: T) {}
