//! The legend: a sample and a name of each artist that has a label.
//!
//! Distances are matplotlib's defaults, in units of the text size.

use super::Axes;
use crate::{
    artist::AnyArtist,
    color::Color,
    pen::Pen,
    polyline::cut,
    text::{HAlign, TextLayout, TextStyle, VAlign},
};
use vello_cpu::kurbo::{
    BezPath, ParamCurve, PathEl, PathSeg, Point, Rect, RoundedRect, Shape, Size, Stroke,
};

const TEXT_SIZE: f64 = 10.0;
const KEY_WIDTH: f64 = 2.0;
const KEY_HEIGHT: f64 = 0.7;
const KEY_TEXT_GAP: f64 = 0.8;
const ROW_GAP: f64 = 0.5;
const PADDING: f64 = 0.4;
const FROM_EDGE: f64 = 0.5;
const ROUNDING: f64 = 0.2;
const EDGE_WIDTH: f64 = 1.0;

/// Where a legend stands in its axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
#[allow(missing_docs)] // the names say it
pub enum Loc {
    /// Where it covers the least of what is there after `#[setup]`. It then stays there.
    #[default]
    Best,
    UpperRight,
    UpperCenter,
    UpperLeft,
    CenterRight,
    Center,
    CenterLeft,
    LowerRight,
    LowerCenter,
    LowerLeft,
}

impl Loc {
    /// What [`Loc::Best`] chooses from; of equals, the first.
    const ALL: [Self; 9] = [
        Self::UpperRight,
        Self::UpperLeft,
        Self::LowerLeft,
        Self::LowerRight,
        Self::CenterLeft,
        Self::CenterRight,
        Self::LowerCenter,
        Self::UpperCenter,
        Self::Center,
    ];

    /// Shares of the free room left of and above the legend.
    fn shares(self) -> (f64, f64) {
        match self {
            Self::UpperRight | Self::Best => (1.0, 0.0),
            Self::UpperCenter => (0.5, 0.0),
            Self::UpperLeft => (0.0, 0.0),
            Self::CenterRight => (1.0, 0.5),
            Self::Center => (0.5, 0.5),
            Self::CenterLeft => (0.0, 0.5),
            Self::LowerRight => (1.0, 1.0),
            Self::LowerCenter => (0.5, 1.0),
            Self::LowerLeft => (0.0, 1.0),
        }
    }
}

/// A legend, to be given to [`Axes::set_legend`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Legend {
    loc: Loc,
}

impl Legend {
    /// A legend where it covers the least.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where it stands.
    #[must_use]
    pub fn loc(mut self, loc: Loc) -> Self {
        self.loc = loc;
        self
    }

    /// The same, standing where it stands best among the artists as they are.
    pub(crate) fn settled(&self, axes: &Axes, pen: &mut Pen<'_>) -> Self {
        Self { loc: self.best(axes, size(&rows(axes, pen), pen), pen) }
    }

    pub(crate) fn draw(&self, axes: &Axes, pen: &mut Pen<'_>) {
        let em = TEXT_SIZE * pen.point;
        let rows = rows(axes, pen);
        if rows.is_empty() {
            return;
        }
        let size = size(&rows, pen);
        let frame = place(self.best(axes, size, pen), size, pen);
        draw_box(frame, em, pen);

        // rows of one line are equally high, whatever their letters
        let mut top = frame.y0 + PADDING * em;
        for (artist, text) in &rows {
            let baseline = top + em * ASCENT;
            let left = frame.x0 + PADDING * em;
            let middle = baseline - KEY_HEIGHT / 2.0 * em;
            let key = Size::new(KEY_WIDTH * em, KEY_HEIGHT * em);
            let corner = Point::new(left, middle - key.height / 2.0);
            artist.draw_key(pen, Rect::from_origin_size(corner, key));

            let at = Point::new(left + (KEY_WIDTH + KEY_TEXT_GAP) * em, baseline);
            pen.canvas.fill(&text.path_at(at), Color::BLACK);
            top += row_height(text, em) + ROW_GAP * em;
        }
    }

    fn best(&self, axes: &Axes, size: Size, pen: &Pen<'_>) -> Loc {
        if self.loc != Loc::Best {
            return self.loc;
        }
        let visible = axes.slots.iter().map(|slot| slot.artist()).filter(|a| a.common().visible);
        let outlines: Vec<BezPath> = visible.map(|artist| artist.outline(pen)).collect();
        let covered = |loc: &Loc| {
            let area = place(*loc, size, pen);
            outlines.iter().map(|outline| overlap(outline, area)).sum::<usize>()
        };
        Loc::ALL.into_iter().min_by_key(covered).unwrap_or_default()
    }
}

/// The artists with a label, and the label.
fn rows<'a>(axes: &'a Axes, pen: &mut Pen<'_>) -> Vec<(&'a dyn AnyArtist, TextLayout)> {
    let style = TextStyle {
        halign: HAlign::Left,
        valign: VAlign::Baseline,
        ..TextStyle::new(TEXT_SIZE * pen.point)
    };
    axes.slots
        .iter()
        .map(|slot| slot.artist())
        .filter(|artist| artist.common().visible && !artist.common().label.is_empty())
        .map(|artist| (artist, pen.fonts.layout(&style, &artist.common().label)))
        .collect()
}

/// The size of the box around all rows.
fn size(rows: &[(&dyn AnyArtist, TextLayout)], pen: &Pen<'_>) -> Size {
    let em = TEXT_SIZE * pen.point;
    let widest = rows.iter().map(|(_, text)| text.bounds().width()).fold(0.0, f64::max);
    let width = widest + (KEY_WIDTH + KEY_TEXT_GAP + 2.0 * PADDING) * em;
    let gaps = rows.len().saturating_sub(1) as f64 * ROW_GAP + 2.0 * PADDING;
    let height = rows.iter().map(|(_, text)| row_height(text, em)).sum::<f64>() + gaps * em;
    Size::new(width.round(), height.round())
}

fn place(loc: Loc, size: Size, pen: &Pen<'_>) -> Rect {
    let gap = FROM_EDGE * TEXT_SIZE * pen.point;
    let room = pen.frame.inflate(-gap, -gap);
    let (right, down) = loc.shares();
    let corner = Point::new(
        room.x0 + right * (room.width() - size.width),
        room.y0 + down * (room.height() - size.height),
    );
    Rect::from_origin_size(corner.round(), size)
}

/// How much of an outline lies in `area`: the pieces of it, and more for a shape that fills it.
fn overlap(outline: &BezPath, area: Rect) -> usize {
    let crosses = |segment: &PathSeg| cut(segment.start(), segment.end(), area).is_some();
    let pieces = outline.segments().filter(crosses).count();
    let is_shape = outline.elements().contains(&PathEl::ClosePath);
    let fills = is_shape && outline.contains(area.center());
    pieces + if fills { 10 } else { 0 }
}

/// From the top of a row to its first baseline.
const ASCENT: f64 = 0.85;

fn row_height(text: &TextLayout, em: f64) -> f64 {
    // from the baseline up stands the ascent; below it hang descenders and further lines
    (ASCENT * em + text.bounds().y1.max(0.15 * em)).max(em)
}

fn draw_box(frame: Rect, em: f64, pen: &mut Pen<'_>) {
    // the edge runs along the middle of its pixels
    let shape = RoundedRect::from_rect(frame.inset(-0.5), ROUNDING * em).to_path(0.05);
    pen.canvas.fill(&shape, Color::WHITE.with_alpha(0.8));
    let edge = Color::rgb(0xcc, 0xcc, 0xcc).with_alpha(0.8);
    pen.canvas.stroke(&shape, &Stroke::new(EDGE_WIDTH * pen.point), edge);
}
