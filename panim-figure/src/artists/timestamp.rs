//! The time of a frame, in a corner.

use crate::{
    At, FigureError, Format, Label, Loc, Number,
    artist::{AxesKind, Draw},
    base::{extent::Extent, properties::properties, word::OneOf},
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
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Timestamp {
    time: f64,
    loc: Loc,
    at: Option<At>,
    format: Format,
    words: Words,
    common: Common,
}

impl Timestamp {
    /// The time 0 at this place in the axes; [`Loc::Best`] is the upper right.
    pub fn new(loc: impl OneOf<Loc>) -> Self {
        Self {
            time: 0.0,
            loc: Loc::default(),
            at: None,
            format: Format::from(|time: f64| format!("t = {} s", Format::digits(2).text(time))),
            words: Words::new(Label::default()),
            common: Common::default(),
        }
        .loc(loc)
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
        let corner = Point::new(room.x0 + right * room.width(), room.y0 + down * room.height());
        let at = self.at.map_or(corner, |at| at.place(pen));
        // in a corner it stands still whatever the limits do
        let moving = pen.moving && self.at.is_some_and(At::is_data);
        let placed = words.place(pen, at, moving)?;
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

properties! { Timestamp {
    /// The time to show; default: 0.
    time / set_time(time: impl Number) |this| this.time = time.value();
    /// How the time is written: a closure from the time to the words, or a [`Format`]; default:
    /// `t = 0.00 s`.
    format / set_format(format: impl Into<Format>) |this| this.format = format.into();
    /// In which corner, at which edge or where else in the axes it stands; [`Loc::Best`] is the
    /// upper right.
    loc / set_loc(loc: impl OneOf<Loc>) |this| {
        this.common.misnamed.set("loc", loc, &mut this.loc);
    };
    /// Puts the corner or edge of the words that `loc` names at this place instead; default: none.
    at / set_at(place: impl Into<At>) |this| this.at = Some(place.into());
} }
words_properties!(Timestamp);
common_properties!(Timestamp);

impl Draw for Timestamp {
    draw_common!(Timestamp);

    fn check(&self) -> Result<(), FigureError> {
        self.at.map_or(Ok(()), |at| at.check("Timestamp", "at"))?;
        self.format.check("Timestamp", "format")?;
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

    fn axes_kind(&self) -> AxesKind {
        if self.at.is_some_and(At::is_data) { AxesKind::Plane } else { AxesKind::Both }
    }

    fn is_cut(&self, _part: usize) -> bool {
        false
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        Some(self.place(pen).map_or(Rect::ZERO, |(_, placed)| placed.bounds()))
    }
}
