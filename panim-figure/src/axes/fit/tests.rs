use super::*;
use crate::{AxisScale, Figure, Format, axes::view::View, parse_date};
use vello_cpu::kurbo::Rect;

const SYMLOG: AxisScale = AxisScale::SymLog { threshold: 1e-3 };

/// How long an axis is, how large its labels are, whether it is an x axis, and how far they are
/// turned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TickPlace {
    pub(super) length: f64,
    pub(super) size: f64,
    pub(super) level: bool,
    pub(super) degrees: f64,
}

const fn x(length: f64, size: f64) -> TickPlace {
    TickPlace { length, size, level: true, degrees: 0.0 }
}

const fn y(length: f64) -> TickPlace {
    TickPlace { length, size: 13.9, level: false, degrees: 0.0 }
}

const fn turned(length: f64, degrees: f64) -> TickPlace {
    TickPlace { length, size: 13.9, level: true, degrees }
}

/// What is shown of a window.
struct ShownTicks {
    /// Of the ticks, without short ones that have no label.
    count: usize,
    values: Vec<f64>,
    labels: Vec<(f64, Size, String)>,
}

fn shown(
    scale: AxisScale,
    (low, high): (f64, f64),
    place: TickPlace,
    format: Option<&Format>,
    fonts: &mut Fonts,
) -> ShownTicks {
    let mut fig = Figure::new();
    let state = &mut fig.axes().state;
    let axis = if place.level { &mut state.x } else { &mut state.y };
    axis.scale = scale;
    axis.set_limits(low, high);
    axis.format = format.cloned();
    axis.look.major.label_font.size = Some(place.size);
    axis.look.major.rotation = Some(place.degrees);
    let (width, height) = if place.level { (place.length, 300.0) } else { (300.0, place.length) };
    let view = View::new(state, Rect::new(0.0, 0.0, width, height), fonts, 1.0);
    let ticks = if place.level { view.x } else { view.y };
    ShownTicks::new(&ticks, place, fonts)
}

impl ShownTicks {
    fn new(ticks: &VisibleTicks, place: TickPlace, fonts: &mut Fonts) -> Self {
        let style = TextStyle::new(place.size);
        let mut marks: Vec<&crate::axes::view::Mark> = ticks.labels().collect();
        marks.sort_by(|a, b| a.at.total_cmp(&b.at));
        let measured = marks.iter().map(|mark| {
            let size = fonts.layout(&style, &mark.label).bounds().size();
            (mark.at, size, mark.label.clone())
        });
        let own = ticks.minor.iter().filter(|mark| !mark.label.is_empty()).count();
        Self {
            count: ticks.marks.len() + own,
            labels: measured.collect(),
            values: marks.iter().map(|mark| mark.value).collect(),
        }
    }

    /// How far apart labels are, at least; below zero where they overlap.
    fn gap(&self, place: TickPlace) -> f64 {
        let (sin, cos) = place.degrees.to_radians().sin_cos();
        let gap = |pair: &[(f64, Size, String)]| {
            let (a, b) = (pair[0].1, pair[1].1);
            let apart = pair[1].0 - pair[0].0;
            let height = (a.height + b.height) / 2.0;
            if !place.level {
                return apart - height;
            }
            // turned labels end at their ticks
            let width = if sin == 0.0 { (a.width + b.width) / 2.0 } else { a.width.max(b.width) };
            (apart * cos - width).max(apart * sin - height)
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
    shown(scale, view, x(496.0, 13.9), None, &mut Fonts::default()).texts()
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
    let plain = |text: String| text.replace(r"\mathdefault", "").replace(['$', '{', '}', '^'], "");
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

/// Places of all sizes.
const PLACES: [TickPlace; 8] = [
    x(496.0, 13.9),
    x(230.0, 13.9),
    x(60.0, 13.9),
    x(900.0, 24.0),
    y(370.0),
    y(60.0),
    turned(300.0, 45.0),
    turned(300.0, 90.0),
];

/// Checks windows of the same width that slide so far that at most one tick goes and one comes: no
/// label lies on another, there are four where four fit, and as many ticks as before, or one more
/// or less, unless a window must change its kind of ticks: see [`must_change`].
fn slide(scale: AxisScale, (low, width, fraction): (f64, f64, f64), format: Option<&Format>) {
    let mut fonts = Fonts::default();
    for place in PLACES {
        let mut before: Option<(ShownTicks, (f64, f64))> = None;
        for n in 0..14 {
            let start = low + width * fraction * f64::from(n);
            let view = (scale.inverse(start), scale.inverse(start + width));
            let now = shown(scale, view, place, format, &mut fonts);
            let what = || format!("{scale:?} {view:?} {place:?}: {}", now.texts());
            assert!(now.gap(place) >= 0.0, "overlap: {}", what());
            if now.labels.len() < FEW && place.degrees == 0.0 {
                let fit = oracle::four_fit(scale, view, place, format, &mut fonts);
                assert!(!fit, "few: {}", what());
            }
            if let Some((before, old)) = before
                && now.count.abs_diff(before.count) > 1
            {
                let mut ask = |shown: &ShownTicks, its, other| {
                    must_change(scale, (shown, its), other, place, format, &mut fonts)
                };
                let forced = ask(&before, old, view) || ask(&now, view, old);
                assert!(forced, "jump: {} before {}", before.texts(), what());
            }
            before = Some((now, view));
        }
    }
}

/// Can the ticks of one window not be those of the `other`? There is then no choice:
/// - their labels, of more digits there or with a sign, have no room in the other;
/// - the other would have fewer than four of them, though four of another kind fit;
/// - ticks are evenly spaced on an axis that is not, so that a window as long spans more or less
///   there: in the narrow windows of a log axis, and at the end of a symlog axis' linear part.
fn must_change(
    scale: AxisScale,
    (shown, its): (&ShownTicks, (f64, f64)),
    other: (f64, f64),
    place: TickPlace,
    format: Option<&Format>,
    fonts: &mut Fonts,
) -> bool {
    let per = if place.level { 3.0 } else { 2.0 };
    let most = ((place.length / (place.size * per)) as usize).clamp(1, 9);
    let (ladder, there) = (Ladder::new(scale, its, most), Ladder::new(scale, other, most));
    let all = |ladder: &Ladder| -> Vec<Rung> {
        ladder.fewer().take(40).chain(ladder.more().take(TRIES)).collect()
    };
    let (rungs, offered) = (all(&ladder), all(&there));
    let is_shown = |rung: &Rung| {
        ladder.sure(*rung) < 100 && {
            let mut values = ladder.labelled(*rung);
            values.retain(|value| (its.0..=its.1).contains(value));
            values.sort_by(f64::total_cmp);
            values == shown.values
        }
    };
    let mut axis = Axis::new(crate::axes::axis::AxisName::X);
    (axis.scale, axis.limits, axis.format) = (scale, other, format.cloned());
    let pixels = Scale::new(scale, other, (0.0, place.length));
    rungs.into_iter().filter(is_shown).all(|rung| {
        let is_bent = !matches!(scale, AxisScale::Linear | AxisScale::Date);
        let is_offered = offered.contains(&rung);
        if !is_offered || (is_bent && ladder.is_even(rung)) {
            let few = is_offered && there.sure(rung) < FEW;
            return is_bent
                && (!is_offered || few || ladder.fewer().next() != there.fewer().next());
        }
        let ticks = VisibleTicks::on(&axis, &pixels, there.ticks(rung));
        let direction = if place.level { Vec2::new(1.0, 0.0) } else { Vec2::new(0.0, 1.0) };
        let mut room = LabelRoom::new(fonts, TextStyle::new(place.size), direction, &pixels);
        let has_room = room.has_room(&ticks, place.degrees);
        !has_room || ticks.labels().count() < FEW
    })
}

#[test]
fn sliding_linear_windows_keep_their_ticks() {
    let long: Format = (|value: f64| format!("{value:.3e} kg/m")).into();
    let long = Some(&long);
    for width in [0.9, 1.7, 3.0, 4.0, 4.2, 6.3, 7.3] {
        slide(AxisScale::Linear, (1.3, 0.9 * width, 0.031), None);
        slide(AxisScale::Linear, (-0.6 * width, width, 0.031), None);
        slide(AxisScale::Linear, (10.0 - 1.2 * width, width, 0.031), None);
        slide(AxisScale::Linear, (1e4 - 1.2 * width, width, 0.031), None);
        slide(AxisScale::Linear, (2003.0, width * 10.0, 0.031), None);
        slide(AxisScale::Linear, (4e-3, width * 1e-4, 0.031), long);
    }
}

#[test]
fn sliding_log_windows_keep_their_ticks() {
    let long: Format = (|value: f64| format!("{value:.3e} kg/m")).into();
    for width in [0.45, 0.7, 1.0, 1.125, 1.6, 2.0, 2.4, 3.0, 4.2] {
        slide(AxisScale::Log, (2.2, width, 0.031), None);
        slide(AxisScale::Log, (2.2, width, 0.031), Some(&long));
        slide(AxisScale::Log, (-1.3, width, 0.031), None);
    }
    for width in [7.0, 9.3, 14.0, 31.0, 300.0] {
        slide(AxisScale::Log, (-0.6 * width, width, 0.02), None);
    }
    // nearly linear ones
    for width in [0.01, 0.034, 0.087, 0.1, 0.4] {
        slide(AxisScale::Log, (3.2, width, 0.031), None);
        slide(AxisScale::Log, (-0.5 * width, width, 0.031), None);
    }
}

#[test]
fn sliding_symlog_windows_keep_their_ticks() {
    let one = AxisScale::SymLog { threshold: 1.0 };
    let two = AxisScale::SymLog { threshold: 2.0 };
    for width in [5.0, 8.0, 13.0, 16.2, 30.0] {
        slide(SYMLOG, (-0.6 * width, width, 0.02), None);
        slide(SYMLOG, (0.1, width, 0.02), None);
    }
    for width in [0.9, 1.81, 2.5, 4.0, 9.0] {
        slide(one, (-0.1, width, 0.02), None);
        slide(one, (-0.7 * width, width, 0.02), None);
        slide(two, (-0.5 * width, width, 0.02), None);
    }
}

#[test]
fn sliding_dates_keep_their_ticks() {
    let day: Format = (|value: f64| crate::format_date(value, "%d.%m.%Y")).into();
    let month: Format = (|value: f64| crate::format_date(value, "%e %B")).into();
    const WIDTHS: [f64; 27] = [
        0.0002, 12_000.0, 60_000.0, 0.004, 0.03, 0.1, 0.3, 0.9, 2.0, 3.5, 6.0, 9.0, 14.0, 20.0,
        20.9, 28.0, 37.0, 60.0, 90.0, 149.0, 151.0, 153.0, 200.0, 365.0, 366.0, 1826.0, 4000.0,
    ];
    for width in WIDTHS {
        // less than a day where days are counted
        let fraction = (0.9 / width).clamp(0.031, 0.3);
        let slide = |from: &str, format: Option<&Format>| {
            let low = days(from, 0.0).0;
            slide(AxisScale::Date, (low, width * 86_400.0, fraction), format);
        };
        slide("2020-02-10 03:00", None);
        slide("2023-12-20", None);
        slide("2020-02-10", Some(&day));
        slide("2023-12-20", Some(&month));
    }
}

#[test]
fn labels_in_space_are_those_of_round_values() {
    let kept = |view: (f64, f64)| -> Vec<String> {
        let mut axis = Axis::new(crate::axes::axis::AxisName::Z);
        axis.limits = view;
        let scale = Scale::new(AxisScale::Linear, view, (0.0, 1.0));
        let ladder = Ladder::new(AxisScale::Linear, view, 9);
        let (ticks, kept) = to_choose_from(&axis, &scale, &ladder);
        let written = |stays: &Vec<bool>| {
            let marks = ticks.marks.iter().zip(stays).filter(|(_, stays)| **stays);
            marks.map(|(mark, _)| mark.label.as_str()).collect::<Vec<_>>().join(" ")
        };
        let mut kept: Vec<String> = kept.iter().map(written).collect();
        kept.dedup();
        kept.truncate(3);
        kept
    };
    let all = "−30 −20 −10 0 10 20 30";
    assert_eq!(kept((-30.0, 30.0)), [all, "−20 0 20", "0"]);
    assert_eq!(kept((-7.0, 7.0)), ["−6 −4 −2 0 2 4 6", "−4 0 4", "0"]);
    assert_eq!(kept((0.9, 2.1)), ["1.0 1.2 1.4 1.6 1.8 2.0", "1.2 1.6 2.0", "1.0 2.0"]);
}
