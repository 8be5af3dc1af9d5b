use super::*;
use crate::{AxisScale, Figure, Format, axes::view::View, parse_date};
use vello_cpu::kurbo::Rect;

const SYMLOG: AxisScale = AxisScale::SymLog { threshold: 1e-3 };

/// What is shown of a window on an x axis or a y axis so many pixels long.
struct Shown {
    /// Of the ticks, without short ones that have no label.
    count: usize,
    labels: Vec<(f64, Size, String)>,
}

fn shown(
    scale: AxisScale,
    (low, high): (f64, f64),
    (length, size, level): (f64, f64, bool),
    format: Option<&Format>,
    fonts: &mut Fonts,
) -> Shown {
    let mut fig = Figure::new();
    let look = &mut fig.axes().look;
    let axis = if level { &mut look.x } else { &mut look.y };
    axis.scale = scale;
    axis.set_limits(low, high);
    axis.format = format.cloned();
    axis.label_size = Some(size);
    let (width, height) = if level { (length, 300.0) } else { (300.0, length) };
    let view = View::new(look, Rect::new(0.0, 0.0, width, height), fonts, 1.0);
    let ticks = if level { view.x } else { view.y };
    let style = TextStyle::new(size);
    let mut measure = |mark: &crate::axes::view::Mark| {
        let size = fonts.layout(&style, &mark.label).bounds().size();
        (mark.at, size, mark.label.clone())
    };
    let mut labels: Vec<_> = ticks.labels().map(&mut measure).collect();
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    let own = ticks.minor.iter().filter(|mark| !mark.label.is_empty()).count();
    Shown { count: ticks.marks.len() + own, labels }
}

impl Shown {
    /// The smallest distance between two labels.
    fn gap(&self, level: bool) -> f64 {
        let gap = |pair: &[(f64, Size, String)]| {
            let reach = |size: Size| if level { size.width } else { size.height };
            pair[1].0 - pair[0].0 - (reach(pair[0].1) + reach(pair[1].1)) / 2.0
        };
        self.labels.windows(2).map(gap).fold(f64::INFINITY, f64::min)
    }

    fn texts(&self) -> String {
        self.labels.iter().map(|label| label.2.as_str()).collect::<Vec<_>>().join(" ")
    }
}

fn days(from: &str, days: f64) -> (f64, f64) {
    let from = parse_date(from).expect("a date");
    (from, from + days * 86_400.0)
}

fn texts(scale: AxisScale, view: (f64, f64)) -> String {
    shown(scale, view, (496.0, 13.9, true), None, &mut Fonts::default()).texts()
}

#[test]
fn labels_that_were_lost() {
    let margin = |(low, high): (f64, f64)| {
        let margin = 0.05 * (high - low);
        (low - margin, high + margin)
    };
    // leap years and others; matplotlib has a label at the 29th too, 2 pixels from the next
    for (from, wanted) in [
        ("2020-02-24", "25 27 Mar 03 05 07 09 11 13"),
        ("2019-02-24", "25 27 Mar 03 05 07 09 11 13 15"),
    ] {
        assert_eq!(texts(AxisScale::Date, margin(days(from, 19.0))), wanted);
    }
    let plain = |text: String| text.replace(['$', '{', '}', '^'], "");
    for (scale, view, wanted) in [
        (SYMLOG, (-1e12, 1e12), "−1012 −109 −106 −103 −100 0 100 103 106 109 1012"),
        (AxisScale::Log, (3.0, 40.0), "3×100 4×100 6×100 101 2×101 3×101 4×101"),
        (AxisScale::Log, (5000.0, 5400.0), "5×103 5.1×103 5.2×103 5.3×103 5.4×103"),
        (AxisScale::Log, (1.0, 2.0), "100 1.2×100 1.4×100 1.6×100 1.8×100 2×100"),
        (AxisScale::Linear, (-3.2, 3.2), "−3 −2 −1 0 1 2 3"),
    ] {
        assert_eq!(plain(texts(scale, view)), wanted);
    }
}

/// Rooms of all sizes: their length, the size of the letters, and whether they are level.
const ROOMS: [(f64, f64, bool); 4] =
    [(496.0, 13.9, true), (230.0, 13.9, true), (900.0, 24.0, true), (370.0, 13.9, false)];

/// Checks windows of the same width that slide so far that at most one tick goes and one
/// comes: no label lies on another, there are four where four fit, and as long as labels are
/// as long as before, hardly more or fewer ticks.
fn slide(
    scale: AxisScale,
    (low, width, share): (f64, f64, f64),
    format: Option<&Format>,
    is_strict: bool,
) {
    let mut fonts = Fonts::default();
    for room in ROOMS {
        let mut before: Option<Shown> = None;
        for n in 0..14 {
            let start = low + width * share * f64::from(n);
            let view = (scale.inverse(start), scale.inverse(start + width));
            let now = shown(scale, view, room, format, &mut fonts);
            let what = || format!("{scale:?} {view:?} {room:?}: {}", now.texts());
            assert!(now.gap(room.2) >= 0.0, "overlap: {}", what());
            if let Some(before) = before.filter(|_| is_strict) {
                let change = now.count.abs_diff(before.count);
                assert!(change <= 1, "jump: {} before {}", before.texts(), what());
            }
            // numbers of four digits and an exponent are long
            let is_narrow = scale == AxisScale::Log && width < 0.43;
            let is_usual = format.is_none() && !is_narrow && room != ROOMS[1];
            if now.labels.len() < FEW {
                let fit = is_usual || four_fit(scale, view, room, format, &mut fonts);
                assert!(!fit, "few: {}", what());
            }
            before = Some(now);
        }
    }
}

/// Is there any kind of ticks of which each such window has four labels or more with room?
fn four_fit(
    scale: AxisScale,
    view: (f64, f64),
    room: (f64, f64, bool),
    format: Option<&Format>,
    fonts: &mut Fonts,
) -> bool {
    let mut axis = Axis::new(crate::axes::axis::AxisName::X);
    (axis.scale, axis.limits, axis.format) = (scale, view, format.cloned());
    let pixels = Scale::new(scale, view, (0.0, room.0));
    let ladder = Ladder::new(scale, view, 9);
    let direction = if room.2 { Vec2::new(1.0, 0.0) } else { Vec2::new(0.0, 1.0) };
    let rungs = ladder.more().take(TRIES).chain(ladder.fewer().take(2 * TRIES));
    rungs.filter(|rung| (FEW..MANY).contains(&ladder.sure(*rung))).any(|rung| {
        let ticks = Ticks::on(&axis, &pixels, ladder.ticks(rung));
        Room::new(fonts, room.1, direction, &pixels).fits(&ticks, 0.0, COMFORT)
    })
}

#[test]
fn sliding_linear_windows_keep_their_ticks() {
    let long: Format = (|value: f64| format!("{value:.3e} kg/m")).into();
    let long = Some(&long);
    for width in [0.9, 1.7, 3.0, 4.2, 6.3, 7.3] {
        slide(AxisScale::Linear, (1.3, 0.9 * width, 0.031), None, false);
        slide(AxisScale::Linear, (-0.6 * width, width, 0.031), None, false);
        slide(AxisScale::Linear, (2003.0, width * 10.0, 0.031), None, true);
        slide(AxisScale::Linear, (4e-3, width * 1e-4, 0.031), long, true);
    }
}

#[test]
fn sliding_log_windows_keep_their_ticks() {
    let long: Format = (|value: f64| format!("{value:.3e} kg/m")).into();
    for width in [0.45, 0.7, 1.0, 1.2, 1.6, 2.0, 2.4, 3.0, 3.5, 4.2] {
        slide(AxisScale::Log, (2.2, width, 0.031), None, true);
        slide(AxisScale::Log, (2.2, width, 0.031), Some(&long), true);
        slide(AxisScale::Log, (-1.3, width, 0.031), None, false);
    }
    for width in [7.0, 9.3, 14.0, 31.0, 300.0] {
        slide(AxisScale::Log, (-0.6 * width, width, 0.02), None, false);
    }
    for width in [5.0, 8.0, 13.0, 30.0] {
        slide(SYMLOG, (-0.6 * width, width, 0.02), None, false);
    }
    // nearly linear ones
    for width in [0.01, 0.1, 0.4] {
        slide(AxisScale::Log, (3.2, width, 0.031), None, false);
    }
}

#[test]
fn sliding_dates_keep_their_ticks() {
    let day: Format = (|value: f64| crate::format_date(value, "%d.%m.%Y")).into();
    let month: Format = (|value: f64| crate::format_date(value, "%e %B")).into();
    const WIDTHS: [f64; 24] = [
        0.004, 0.03, 0.1, 0.3, 0.9, 2.0, 3.5, 6.0, 9.0, 14.0, 20.0, 20.9, 28.0, 37.0, 60.0, 90.0,
        149.0, 151.0, 153.0, 200.0, 365.0, 366.0, 1826.0, 4000.0,
    ];
    for width in WIDTHS {
        // less than a day where days are counted
        let share = (0.9 / width).clamp(0.031, 0.3);
        let slide = |from: &str, format: Option<&Format>| {
            let low = days(from, 0.0).0;
            slide(AxisScale::Date, (low, width * 86_400.0, share), format, true);
        };
        slide("2020-02-10 03:00", None);
        slide("2023-12-20", None);
        slide("2020-02-10", Some(&day));
        slide("2023-12-20", Some(&month));
    }
}
