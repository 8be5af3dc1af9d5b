//! The time of a frame, in a corner.

use crate::{
    FigureError, Format, Loc, Number,
    artist::{Draw, Room},
    base::{extent::Extent, word::OneOf},
    parts::{
        common::{Common, common_properties, draw_common},
        lettering::Placed,
        words::{Words, words_properties},
    },
    pen::Pen,
    text::{HAlign, VAlign},
};
use vello_cpu::kurbo::{Point, Rect};

/// A text that shows the time of the frame, or any other number, in a corner of the axes.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = linspace(0.0, 10.0, 300);
/// let t = 2.4;
/// ax.add(Line::new(&x, x.iter().map(|x| (x - t).sin())));
/// let clock = ax.add(Timestamp::new(Loc::UpperLeft).format(|t| format!("t = {t:.1} ms")));
/// // in #[update]: frame[clock].set_time(t);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check_frame("timestamp", fig, |frame| { frame[clock].set_time(t); });
/// ```
#[doc = include_str!("../../docs/timestamp.md")]
///
/// A date is a matter of the format: `format(move |t| (start + t).to_string())` with the types of
/// a crate for dates. Its words take formulas, see [`Text`](crate::Text).
#[derive(Debug, Clone)]
pub struct Timestamp {
    time: f64,
    loc: Loc,
    format: Format,
    words: Words,
    common: Common,
}

impl Timestamp {
    /// The time 0 at this place in the axes; [`Loc::Best`] is the upper right.
    pub fn new(loc: impl OneOf<Loc>) -> Self {
        let (mut place, mut common) = (Loc::default(), Common::default());
        common.misnamed.set("loc", loc, &mut place);
        Self {
            time: 0.0,
            loc: place,
            format: Format::from(|time: f64| format!("t = {} s", Format::digits(2).text(time))),
            words: Words::new(String::new()),
            common,
        }
    }

    /// How the time is written; default: `t = 0.00 s`.
    #[must_use]
    pub fn format(mut self, write: impl Fn(f64) -> String + Send + Sync + 'static) -> Self {
        self.format = write.into();
        self
    }

    /// The time to show.
    pub fn set_time(&mut self, time: impl Number) -> &mut Self {
        self.time = time.value();
        self
    }

    fn place(&self, pen: &mut Pen<'_>) -> Option<(Words, Placed)> {
        let (right, down) = self.loc.fractions();
        let words = Words {
            text: self.format.text(self.time),
            halign: aligned(right, [HAlign::Left, HAlign::Center, HAlign::Right]),
            valign: aligned(down, [VAlign::Top, VAlign::Center, VAlign::Bottom]),
            ..self.words.clone()
        };
        let gap = (FROM_EDGE + words.padding()) * words.lettering.em(pen);
        let room = pen.frame.inflate(-gap, -gap);
        let at = Point::new(room.x0 + right * room.width(), room.y0 + down * room.height());
        // it stands still whatever the limits do
        let placed = words.place(pen, at, false)?;
        Some((words, placed))
    }
}

/// From the edges of the axes, by the size of the text: as far as a legend.
const FROM_EDGE: f64 = 0.5;

/// What stands at this fraction of the room.
fn aligned<T>(fraction: f64, [start, middle, end]: [T; 3]) -> T {
    match fraction {
        0.0 => start,
        1.0 => end,
        _ => middle,
    }
}

words_properties!(Timestamp);
common_properties!(Timestamp);

impl Draw for Timestamp {
    draw_common!(Timestamp);

    fn check(&self) -> Result<(), FigureError> {
        self.words.check("Timestamp")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        if let Some((words, placed)) = self.place(pen) {
            words.draw(pen, &self.common, &placed);
        }
    }

    fn extent(&self) -> Extent {
        Extent::default()
    }

    fn default_zorder(&self) -> f64 {
        3.0
    }

    fn room(&self) -> Room {
        Room::Both
    }

    fn is_cut(&self, _part: usize) -> bool {
        false
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        Some(self.place(pen).map_or(Rect::ZERO, |(_, placed)| placed.bounds()))
    }
}
