//! The legend: a sample and a name of each artist that has a label.
//!
//! Distances are matplotlib's defaults, in units of the text size.

mod entries;

use super::Axes;
use crate::{
    At, FigureError, Number, Weight,
    artist::KEY_HEIGHT,
    base::{
        check::{COLUMNS, checked_size},
        word::{Misnamed, OneOf},
    },
    color::Color,
    parts::loc::Loc,
    pen::Pen,
    scene::clip::segment,
    text::{HAlign, TextStyle, label::Label},
};
use entries::{Band, Entries, column_width};
use vello_cpu::kurbo::{
    BezPath, ParamCurve, PathEl, PathSeg, Point, Rect, RoundedRect, Shape, Size, Stroke, Vec2,
};

const KEY_WIDTH: f64 = 2.0;
/// Of the middle of a key from the middle of several lines.
const KEY_BELOW_MIDDLE: f64 = 0.03;
const KEY_TEXT_GAP: f64 = 0.8;
const ROW_GAP: f64 = 0.5;
const COLUMN_GAP: f64 = 2.0;
const PADDING: f64 = 0.4;
const FROM_EDGE: f64 = 0.5;
const ROUNDING: f64 = 0.2;
const EDGE_WIDTH: f64 = 1.0;

/// A legend, to be given to [`Axes::set_legend`].
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = linspace(0.0, 6.0, 100);
/// ax.add(FillBetween::new(&x, x.iter().map(|_| 0.0), x.iter().map(|x| x.sin())).label("area"));
/// ax.add(Line::new(&x, x.iter().map(|x| x.cos())).color("C1").style("--").label("slope"));
/// ax.add(Scatter::new([1.57, 4.71], [1, -1]).color("black").label("peaks"));
/// ax.set_legend(Legend::new().loc(Loc::UpperCenter).columns(3).title("signals"));
/// ax.set_ylim(-1.2, 2.0);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("legend", fig);
/// ```
#[doc = include_str!("../../docs/legend.md")]
#[derive(Debug, Clone, PartialEq)]
pub struct Legend {
    loc: Loc,
    at: Option<At>,
    columns: usize,
    title: Label,
    size: Option<f64>,
    has_frame: bool,
    of_figure: bool,
    /// Pixels kept free above the legend of a figure.
    below: f64,
    misnamed: Misnamed,
}

impl Default for Legend {
    fn default() -> Self {
        Self::new()
    }
}

impl Legend {
    /// A legend of one column in a frame, where it covers the least.
    pub fn new() -> Self {
        Self {
            loc: Loc::Best,
            at: None,
            columns: 1,
            title: Label::default(),
            size: None,
            has_frame: true,
            of_figure: false,
            below: 0.0,
            misnamed: Misnamed::default(),
        }
    }

    /// Where it stands: a [`Loc`], or its name, `"upper right"`.
    #[must_use]
    pub fn loc(mut self, loc: impl OneOf<Loc>) -> Self {
        self.misnamed.set("loc", loc, &mut self.loc);
        self
    }

    /// Puts the corner, the edge or the middle of the legend that [`Legend::loc`] names at this
    /// place, as matplotlib's `bbox_to_anchor`: `.loc("upper left").at(At::Axes(1.02, 1.0))` is beside
    /// the axes. The lower left corner where no other is named. No room is made for it.
    #[must_use]
    pub fn at(self, place: impl Into<At>) -> Self {
        Self { at: Some(place.into()), ..self }
    }

    /// How many entries stand beside each other; default: 1.
    #[must_use]
    pub fn columns(self, columns: usize) -> Self {
        Self { columns, ..self }
    }

    /// Words above the entries.
    #[must_use]
    pub fn title(self, title: impl Into<Label>) -> Self {
        Self { title: title.into(), ..self }
    }

    /// Size of the words in points; default: the style's, 10.
    #[must_use]
    pub fn size(self, points: impl Number) -> Self {
        Self { size: Some(points.value()), ..self }
    }

    /// Draws a frame and a background, or not.
    #[must_use]
    pub fn frame(self, on: bool) -> Self {
        Self { has_frame: on, ..self }
    }

    /// Does it stand at a place in data coordinates?
    pub(crate) fn is_in_data(&self) -> bool {
        self.at.is_some_and(At::is_data)
    }

    /// The legend of a whole figure, which has no best place.
    pub(crate) fn of_figure(self) -> Self {
        let is_free = self.loc == Loc::Best && self.at.is_none();
        let loc = if is_free { Loc::UpperRight } else { self.loc };
        Self { loc, of_figure: true, ..self }
    }

    pub(crate) fn check(&self) -> Result<(), FigureError> {
        self.misnamed.check("Legend")?;
        self.at.map_or(Ok(()), |at| at.check("Legend", "at"))?;
        COLUMNS.check("Legend", "columns", self.columns)?;
        if let Some(size) = self.size {
            checked_size("Legend", "size", size)?;
        }
        self.title.check("Legend", "title")
    }

    /// Where it stands best among the artists as they are.
    pub(crate) fn best_loc(&self, named: &[&Axes], pen: &mut Pen<'_>) -> Loc {
        self.best(named, self.entries(named, pen).size, pen)
    }

    /// Stands there, unless it was told another place.
    pub(crate) fn freeze_at(&mut self, loc: Option<Loc>) {
        if self.loc == Loc::Best {
            self.loc = loc.unwrap_or(self.loc);
        }
    }

    /// What a figure's legend leaves free of `page`: a band at its edge is taken.
    pub(crate) fn cut_from(&mut self, page: Rect, named: &[&Axes], pen: &mut Pen<'_>) -> Rect {
        self.below = page.y0 - pen.frame.y0;
        if self.at.is_some() {
            return page;
        }
        let Size { width, height } = self.entries(named, pen).size;
        let gap = FROM_EDGE * self.em(pen);
        let (right, down) = self.loc.fractions();
        let horizontal = match down {
            0.0 => Some(Rect { y0: page.y0 + height + gap, ..page }),
            1.0 => Some(Rect { y1: page.y1 - height - gap, ..page }),
            _ => None,
        };
        let vertical = match right {
            0.0 => Some(Rect { x0: page.x0 + width + gap, ..page }),
            1.0 => Some(Rect { x1: page.x1 - width - gap, ..page }),
            _ => None,
        };
        // in a corner the one that leaves more
        match (horizontal, vertical) {
            (Some(horizontal), Some(vertical)) if vertical.area() > horizontal.area() => vertical,
            (horizontal, vertical) => horizontal.or(vertical).unwrap_or(page),
        }
    }

    pub(crate) fn draw(&self, named: &[&Axes], pen: &mut Pen<'_>) {
        let em = self.em(pen);
        let entries = self.entries(named, pen);
        if entries.columns.is_empty() {
            return;
        }
        let frame = self.place(self.best(named, entries.size, pen), entries.size, pen);
        if !frame.is_finite() {
            return;
        }
        if self.has_frame {
            draw_box(frame, em, pen);
        }
        let mut start = frame.y0 + PADDING * em;
        let ink = pen.style.text;
        if let Some((title, band)) = &entries.title {
            let middle = Point::new(frame.center().x, start + band.rise);
            pen.scene.fill(&title.path_at(middle), self.title.color_or(ink));
            start += band.height() + ROW_GAP * em;
        }
        let mut left = frame.x0 + PADDING * em;
        for column in &entries.columns {
            let mut top = start;
            for (artist, text) in column {
                let band = Band::new(text, em);
                let baseline = top + band.rise;
                let middle = match text.line_count() {
                    ..=1 => baseline - KEY_HEIGHT / 2.0 * em,
                    _ => baseline + text.bounds().center().y + KEY_BELOW_MIDDLE * em,
                };
                let key = Size::new(KEY_WIDTH * em, KEY_HEIGHT * em);
                let corner = Point::new(left, middle - key.height / 2.0);
                artist.draw_key(pen, Rect::from_origin_size(corner, key));

                let at = Point::new(left + (KEY_WIDTH + KEY_TEXT_GAP) * em, baseline);
                pen.scene.fill(&text.path_at(at), ink);
                top += band.height() + ROW_GAP * em;
            }
            left += column_width(column, em) + COLUMN_GAP * em;
        }
    }

    fn em(&self, pen: &Pen<'_>) -> f64 {
        self.size.unwrap_or(pen.style.font_size) * pen.point
    }

    fn best(&self, named: &[&Axes], size: Size, pen: &mut Pen<'_>) -> Loc {
        match (self.loc, self.at) {
            (Loc::Best, None) => {}
            (Loc::Best, Some(_)) => return Loc::LowerLeft,
            (loc, _) => return loc,
        }
        let own = pen.transform;
        let mut outlines: Vec<BezPath> = Vec::new();
        for axes in named {
            // twins stand on the same box, with limits of their own
            pen.transform = axes.state.transform(pen.frame);
            let visible =
                axes.slots.iter().map(|slot| slot.artist()).filter(|a| a.common().visible);
            outlines.extend(visible.map(|artist| artist.outline(pen)));
        }
        pen.transform = own;
        let covered = |loc: &Loc| {
            let area = self.place(*loc, size, pen);
            outlines.iter().map(|outline| overlap(outline, area)).sum::<usize>()
        };
        Loc::ALL.into_iter().min_by_key(covered).unwrap_or_default()
    }

    fn entries<'a>(&self, named: &[&'a Axes], pen: &mut Pen<'_>) -> Entries<'a> {
        let em = self.em(pen);
        let style = TextStyle::new(em);
        let artists = named.iter().flat_map(|axes| axes.slots.iter().map(|slot| slot.artist()));
        let mut seen: Vec<&str> = Vec::new();
        let rows: Vec<_> = artists
            .filter(|artist| artist.common().visible && !artist.common().label.is_empty())
            .filter(|artist| {
                // panels of a figure name the same things
                let label = artist.common().label.as_str();
                let again = self.of_figure && seen.contains(&label);
                seen.push(label);
                !again
            })
            .map(|artist| (artist, pen.fonts.layout(&style, &artist.common().label)))
            .collect();
        let title = (!self.title.text.is_empty()).then(|| {
            let size = self.title.size_or(em / pen.point) * pen.point;
            let style = TextStyle {
                halign: HAlign::Center,
                face: self.title.face(Weight::Normal),
                ..TextStyle::new(size)
            };
            let title = pen.fonts.layout(&style, &self.title.text);
            let band = Band::new(&title, size);
            (title, band)
        });
        Entries::new(rows, title, self.columns, em)
    }

    fn place(&self, loc: Loc, size: Size, pen: &Pen<'_>) -> Rect {
        let gap = FROM_EDGE * self.em(pen);
        let mut room = pen.frame.inflate(-gap, -gap);
        room.y0 += self.below;
        let (right, down) = loc.fractions();
        let corner = match self.at {
            Some(at) => at.place(pen) - Vec2::new(right * size.width, down * size.height),
            None => Point::new(
                room.x0 + right * (room.width() - size.width),
                room.y0 + down * (room.height() - size.height),
            ),
        };
        Rect::from_origin_size(corner.round(), size)
    }
}

/// How much of an outline lies in `area`: the pieces of it, and more for a shape that fills it.
fn overlap(outline: &BezPath, area: Rect) -> usize {
    let crosses = |piece: &PathSeg| segment(piece.start(), piece.end(), area).is_some();
    let pieces = outline.segments().filter(crosses).count();
    let is_shape = outline.elements().contains(&PathEl::ClosePath);
    let fills = is_shape && outline.contains(area.center());
    pieces + if fills { 10 } else { 0 }
}

fn draw_box(frame: Rect, em: f64, pen: &mut Pen<'_>) {
    // the edge runs along the middle of its pixels
    let shape = RoundedRect::from_rect(frame.inset(-0.5), ROUNDING * em).to_path(0.05);
    pen.scene.fill(&shape, pen.style.axes_face.with_alpha(0.8));
    let edge = Color::rgb(0xcc, 0xcc, 0xcc).with_alpha(0.8);
    pen.scene.stroke(&shape, &Stroke::new(EDGE_WIDTH * pen.point), edge);
}
