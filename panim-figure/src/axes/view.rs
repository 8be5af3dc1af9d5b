//! Where an axes' limits and ticks fall on the pixels.

use super::{Look, axis::Axis};
use crate::{
    text::{Fonts, TextStyle},
    ticker,
    transform::{Scale, Transform},
};
use vello_cpu::kurbo::Rect;

/// Size of tick labels, in points, as matplotlib's.
pub(crate) const TICK_LABEL_SIZE: f64 = 10.0;

/// An axes on the pixels.
#[derive(Debug, Clone)]
pub(crate) struct View {
    /// The box between the spines, on whole pixels.
    pub(crate) frame: Rect,
    pub(crate) transform: Transform,
    pub(crate) x: Ticks,
    pub(crate) y: Ticks,
}

/// The ticks of one axis that are inside its limits.
#[derive(Debug, Clone)]
pub(crate) struct Ticks {
    pub(crate) marks: Vec<Mark>,
    /// What to multiply the labels by or add to them, such as `×10⁶`; mostly empty.
    pub(crate) offset: String,
    pub(crate) moving: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// Pixels along its axis.
    pub(crate) at: f64,
    pub(crate) label: String,
}

impl View {
    pub(crate) fn new(look: &Look, frame: Rect, fonts: &mut Fonts, point: f64) -> Self {
        let transform = Transform::new(look.x.limits, look.y.limits, frame);
        // matplotlib lets a label take three times its height along x, and twice along y
        let fit = |length: f64, times: f64| (length / (point * TICK_LABEL_SIZE * times)) as usize;
        let (x_most, y_most) = (fit(frame.width(), 3.0), fit(frame.height(), 2.0));

        let mut most = x_most.clamp(1, 9);
        let mut x = Ticks::new(&look.x, &transform.x, most);
        while most > 1 && look.x.ticks.is_none() && x.collide(fonts, point) {
            most -= 1;
            x = Ticks::new(&look.x, &transform.x, most);
        }
        let y = Ticks::new(&look.y, &transform.y, y_most.clamp(1, 9));
        Self { frame, transform, x, y }
    }
}

impl Ticks {
    fn new(axis: &Axis, scale: &Scale, most: usize) -> Self {
        let (low, high) = axis.limits;
        let inside = |tick: &f64| (low.min(high)..=low.max(high)).contains(tick);
        let moving = axis.moving;
        let mark =
            |(&tick, label): (&f64, &String)| Mark { at: scale.at(tick), label: label.clone() };
        match (&axis.ticks, &axis.tick_labels) {
            (Some(ticks), Some(labels)) => {
                let marks = ticks.iter().zip(labels).filter(|(tick, _)| inside(tick));
                Self { marks: marks.map(mark).collect(), offset: String::new(), moving }
            }
            (given, _) => {
                let ticks = match given {
                    Some(ticks) => ticks.iter().copied().filter(inside).collect(),
                    None => ticker::locate(low, high, most),
                };
                let labels = ticker::labels(&ticks, (low, high));
                let marks = ticks.iter().zip(&labels.texts).map(mark).collect();
                Self { marks, offset: labels.offset, moving }
            }
        }
    }

    /// Do two labels beside each other come closer than half a digit?
    fn collide(&self, fonts: &mut Fonts, point: f64) -> bool {
        let style = TextStyle::new(TICK_LABEL_SIZE * point);
        let gap = 0.3 * TICK_LABEL_SIZE * point;
        let halves: Vec<_> = self
            .marks
            .iter()
            .map(|mark| (mark.at, fonts.layout(&style, &mark.label).bounds().width() / 2.0))
            .collect();
        halves.windows(2).any(|pair| {
            let [(a, a_half), (b, b_half)] = [pair[0], pair[1]];
            (b - a).abs() < a_half + b_half + gap
        })
    }
}
