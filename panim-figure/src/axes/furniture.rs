//! What stands around and behind the artists of an axes: ticks, labels, title, grid, spines.
//!
//! Sizes and distances are matplotlib's defaults, in points.

use super::{
    Look,
    view::{Mark, TICK_LABEL_SIZE, View},
};
use crate::{
    canvas::Canvas,
    color::Color,
    text::{Fonts, HAlign, TextLayout, TextStyle, VAlign},
};
use vello_cpu::kurbo::{Point, Rect};

const TICK_LENGTH: f64 = 3.5;
const TICK_PAD: f64 = 3.5;
const LABEL_SIZE: f64 = 10.0;
const LABEL_PAD: f64 = 4.0;
const TITLE_SIZE: f64 = 12.0;
const TITLE_PAD: f64 = 6.0;
const OFFSET_PAD: f64 = 3.0;
const LINE_WIDTH: f64 = 0.8;
const GRID_COLOR: Color = Color::rgb(0xb0, 0xb0, 0xb0);

/// The texts around an axes, placed.
#[derive(Debug)]
pub(crate) struct Furniture {
    texts: Vec<(TextLayout, Point)>,
    /// Everything of the axes: the box, the ticks and the texts.
    pub(crate) bounds: Rect,
    pub(crate) standoff: Standoff,
}

/// How far labels and title stand from the box, in pixels. What `#[setup]` needed is kept, so
/// that labels stand still while ticks change.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Standoff {
    x_label: f64,
    y_label: f64,
    title: f64,
}

impl Furniture {
    /// Places the texts; labels and title no nearer than `least`.
    pub(crate) fn new(
        look: &Look,
        view: &View,
        fonts: &mut Fonts,
        point: f64,
        least: Standoff,
    ) -> Self {
        let tick = TICK_LENGTH * point;
        let mut placing = Placing { fonts, point, texts: Vec::new(), bounds: view.frame };
        placing.bounds = Rect { x0: view.frame.x0 - tick, y1: view.frame.y1 + tick, ..view.frame };
        placing.x_ticks(view);
        placing.y_ticks(view);
        // what the labels must clear
        let Rect { x0: left, y1: bottom, .. } = placing.bounds;
        let x_offset = placing.x_offset(view, bottom);
        let y_offset = placing.y_offset(view);
        let pad = LABEL_PAD * point;
        let standoff = Standoff {
            x_label: placing.x_label(
                look,
                view,
                least.x_label.max(bottom - view.frame.y1 + pad),
                x_offset,
            ),
            y_label: placing.y_label(look, view, least.y_label.max(view.frame.x0 - left + pad)),
            title: placing.title(look, view, least.title.max(TITLE_PAD * point), y_offset),
        };
        Self { texts: placing.texts, bounds: placing.bounds, standoff }
    }

    pub(crate) fn draw(&self, view: &View, canvas: &mut Canvas, point: f64) {
        let (frame, length) = (view.frame, (TICK_LENGTH * point).round());
        for mark in &view.x.marks {
            let (x0, x1) = line(mark.at, LINE_WIDTH * point, view.x.moving);
            canvas.fill_rect(Rect::new(x0, frame.y1, x1, frame.y1 + length), Color::BLACK);
        }
        for mark in &view.y.marks {
            let (y0, y1) = line(mark.at, LINE_WIDTH * point, view.y.moving);
            canvas.fill_rect(Rect::new(frame.x0 - length, y0, frame.x0, y1), Color::BLACK);
        }
        for (text, at) in &self.texts {
            canvas.fill(&text.path_at(*at), Color::BLACK);
        }
    }
}

/// Draws a line across the box at each tick.
pub(crate) fn draw_grid(view: &View, canvas: &mut Canvas, point: f64) {
    let (frame, width) = (view.frame, LINE_WIDTH * point);
    canvas.push_clip(frame);
    for mark in &view.x.marks {
        let (x0, x1) = line(mark.at, width, view.x.moving);
        canvas.fill_rect(Rect::new(x0, frame.y0, x1, frame.y1), GRID_COLOR);
    }
    for mark in &view.y.marks {
        let (y0, y1) = line(mark.at, width, view.y.moving);
        canvas.fill_rect(Rect::new(frame.x0, y0, frame.x1, y1), GRID_COLOR);
    }
    canvas.pop_clip();
}

/// Draws the four edges of the box.
pub(crate) fn draw_spines(view: &View, canvas: &mut Canvas, point: f64) {
    let Rect { x0, y0, x1, y1 } = view.frame;
    let edge = |at| line(at, LINE_WIDTH * point, false);
    let ((left, _), (_, right)) = (edge(x0), edge(x1));
    for at in [x0, x1] {
        let (from, to) = edge(at);
        canvas.fill_rect(Rect::new(from, y0, to, y1), Color::BLACK);
    }
    for at in [y0, y1] {
        let (from, to) = edge(at);
        canvas.fill_rect(Rect::new(left, from, right, to), Color::BLACK);
    }
}

/// The two sides of an upright or level line around `at`: on whole pixels, so that it is crisp,
/// unless it is to move smoothly.
fn line(at: f64, width: f64, moving: bool) -> (f64, f64) {
    if moving {
        return (at - width / 2.0, at + width / 2.0);
    }
    let width = width.round().max(1.0);
    let start = (at - width / 2.0).round();
    (start, start + width)
}

/// Texts being placed, and the room they take so far.
struct Placing<'a> {
    fonts: &'a mut Fonts,
    point: f64,
    texts: Vec<(TextLayout, Point)>,
    bounds: Rect,
}

impl Placing<'_> {
    /// Places one text and says where it is.
    fn put(&mut self, style: &TextStyle, text: &str, at: Point) -> Rect {
        if text.is_empty() {
            return Rect::from_points(at, at);
        }
        let layout = self.fonts.layout(style, text);
        let bounds = layout.bounds() + at.to_vec2();
        self.bounds = self.bounds.union(bounds);
        self.texts.push((layout, at));
        bounds
    }

    fn style(&self, size: f64, halign: HAlign, valign: VAlign) -> TextStyle {
        TextStyle { halign, valign, ..TextStyle::new(size * self.point) }
    }

    fn x_ticks(&mut self, view: &View) {
        let below = view.frame.y1 + (TICK_LENGTH + TICK_PAD) * self.point;
        // these glide along their own line when the limits move, which snapping leaves smooth
        let style = self.style(TICK_LABEL_SIZE, HAlign::Center, VAlign::Top);
        for Mark { at, label } in &view.x.marks {
            self.put(&style, label, Point::new(*at, below));
        }
    }

    fn y_ticks(&mut self, view: &View) {
        let beside = view.frame.x0 - (TICK_LENGTH + TICK_PAD) * self.point;
        let style = TextStyle {
            snap: !view.y.moving,
            ..self.style(TICK_LABEL_SIZE, HAlign::Right, VAlign::CenterBaseline)
        };
        for Mark { at, label } in &view.y.marks {
            self.put(&style, label, Point::new(beside, *at));
        }
    }

    /// The x ticks' offset, below the right end of the labels.
    fn x_offset(&mut self, view: &View, labels_end: f64) -> Rect {
        let style = self.style(TICK_LABEL_SIZE, HAlign::Right, VAlign::Top);
        let at = Point::new(view.frame.x1, labels_end + OFFSET_PAD * self.point);
        self.put(&style, &view.x.offset, at)
    }

    /// The y ticks' offset, above the upper end of the axis.
    fn y_offset(&mut self, view: &View) -> Rect {
        let style = self.style(TICK_LABEL_SIZE, HAlign::Left, VAlign::Bottom);
        let at = Point::new(view.frame.x0, view.frame.y0 - OFFSET_PAD * self.point);
        self.put(&style, &view.y.offset, at)
    }

    /// Places the x label `away` below the box, or further where it would lie on the offset.
    fn x_label(&mut self, look: &Look, view: &View, away: f64, offset: Rect) -> f64 {
        let style = self.style(LABEL_SIZE, HAlign::Center, VAlign::Top);
        let at = Point::new(view.frame.center().x, view.frame.y1 + away);
        let place = self.fonts.layout(&style, &look.x.label).bounds() + at.to_vec2();
        let clear = if place.overlaps(offset) { offset.y1 - place.y0 } else { 0.0 };
        self.put(&style, &look.x.label, Point::new(at.x, at.y + clear));
        away + clear
    }

    /// Places the y label `away` left of the box.
    fn y_label(&mut self, look: &Look, view: &View, away: f64) -> f64 {
        let style =
            TextStyle { rotation: 90.0, ..self.style(LABEL_SIZE, HAlign::Right, VAlign::Center) };
        let at = Point::new(view.frame.x0 - away, view.frame.center().y);
        self.put(&style, &look.y.label, at);
        away
    }

    /// Places the title `away` above the box, or further where it would lie on the offset.
    fn title(&mut self, look: &Look, view: &View, away: f64, offset: Rect) -> f64 {
        let style = self.style(TITLE_SIZE, HAlign::Center, VAlign::Baseline);
        let at = Point::new(view.frame.center().x, view.frame.y0 - away);
        let place = self.fonts.layout(&style, &look.title).bounds() + at.to_vec2();
        let clear = if place.overlaps(offset) { place.y1 - offset.y0 } else { 0.0 };
        self.put(&style, &look.title, Point::new(at.x, at.y - clear));
        away + clear
    }
}
