//! What a pen does for artists of one's own.

use super::{Artist, Bbox, Path};
use crate::{
    At, FigureError, HAlign, IntoColor, Label, LineStyle, Marker, Number, OneOf, Points, Style,
    VAlign, Weight,
    base::check::checked_size,
    color::Color,
    parts::curves,
    pen::{Drawer, Pen},
    scene::{Scene, marker::MarkerStyle, paint::Bitmap},
    text::TextStyle,
};
use std::mem;
use vello_cpu::kurbo::Point;

/// Places are pixels, x to the right and y downwards; widths and sizes are points of 1/72 inch. All is
/// drawn with the artist's own opacity ([`Common::alpha`](super::Common::alpha)) on top of its colours'.
///
/// What a pen is given that cannot be drawn is an error of the frame, which names the artist and the
/// argument; a place that is not finite is left out.
impl Pen<'_> {
    /// The pixels of a place: a pair of numbers is in data coordinates, and [`At`] says other ones. Not
    /// finite where it has none, as [`At::Points`], which are counted from nothing here.
    pub fn at(&self, place: impl Into<At>) -> (f64, f64) {
        let nowhere = Point::new(f64::NAN, f64::NAN);
        let Point { x, y } = place.into().pixels(self, nowhere);
        (x, y)
    }

    /// The path through points in data coordinates; on polar axes it follows the arcs.
    pub fn path(&self, points: impl Points<2>) -> Path {
        let points = points.points().map(|[x, y]| Point::new(x, y));
        Path::line(self.transform.path(points).map(|Point { x, y }| (x, y)))
    }

    /// So many points in pixels.
    pub fn points(&self, points: impl Number) -> f64 {
        points.value() * self.point
    }

    /// Pixels to an inch.
    pub fn dpi(&self) -> f64 {
        72.0 * self.point
    }

    /// The axes' box.
    pub fn axes_box(&self) -> Bbox {
        Bbox::of(self.frame)
    }

    /// What the figure looks like where nobody says otherwise.
    pub fn style(&self) -> &Style {
        self.style
    }

    /// Draws a line along a path: `width` in points, `style` such as `"-"` or `"--"`.
    pub fn stroke(
        &mut self,
        path: &Path,
        color: impl IntoColor,
        width: impl Number,
        style: impl OneOf<LineStyle>,
    ) {
        let (name, width) = (self.drawer.name, width.value());
        let style = style
            .choice()
            .map_err(|message| FigureError::new(name, "style", message))
            .and_then(|style| style.check(name, "style").map(|()| style));
        let style = checked_size(name, "width", width).and(style);
        if let Some(color) = self.color(color)
            && let Some(style) = self.taken(style)
            && let Some(stroke) = style.stroke(width * self.point)
        {
            let path = curves::line(path.near(), &stroke, self);
            self.scene.stroke(&path, &stroke, color);
        }
    }

    /// Fills what a path goes around.
    pub fn fill(&mut self, path: &Path, color: impl IntoColor) {
        if let Some(color) = self.color(color) {
            let path = curves::area(path.near(), self);
            self.scene.fill_area(&path, color);
        }
    }

    /// Draws a marker at each point in pixels: its kind, a [`Marker`] or matplotlib's name for it, such as `'o'`, its
    /// diameter in points.
    pub fn markers(
        &mut self,
        points: impl Points<2>,
        marker: impl OneOf<Marker>,
        size: impl Number,
        color: impl IntoColor,
    ) {
        let (name, size) = (self.drawer.name, size.value());
        let marker = marker
            .choice()
            .map_err(|message| FigureError::new(name, "marker", message))
            .and_then(|marker| marker.check(name, "marker").map(|()| marker));
        let marker = checked_size(name, "size", size).and(marker);
        let (Some(color), Some(marker)) = (self.color(color), self.taken(marker)) else { return };
        let style = MarkerStyle {
            size: size * self.point,
            edge_width: self.point,
            face: color,
            edge: color,
        };
        let picture = self.scene.picture();
        let reach = style.size + style.edge_width;
        let near = picture.inflate(reach, reach);
        let points = points.points().map(|[x, y]| Point::new(x, y)).filter(|at| near.contains(*at));
        if let Some(shape) = marker.shape(self.fonts) {
            shape.stamp(self.scene, points, style);
        }
    }

    /// Writes words with their middle at a place in pixels; [`Label::halign`] may say that they begin or
    /// end there. A [`Text`](crate::Text) in [`Pen::draw`] can be turned and have a box.
    pub fn text(&mut self, at: (impl Number, impl Number), words: impl Into<Label>) {
        let (words, at) = (words.into(), Point::new(at.0.value(), at.1.value()));
        let right = words.check(self.drawer.name, "text");
        if !self.takes(right) || !at.is_finite() {
            return;
        }
        let style = TextStyle {
            halign: words.halign_or(HAlign::Center),
            valign: VAlign::Center,
            rotation: words.rotation_or(0.0),
            snap: !(self.moving || self.drawer.is_touched),
            ..words.text_style((self.style.font_size, Weight::NORMAL), self.point)
        };
        let color = self.faded(words.color_or(self.style.text));
        let layout = self.fonts.layout(&style, &words.text);
        self.words(&layout, at, color);
    }

    /// Stretches an image of `width` x `height` pixels over a box. `rgba` has red, green, blue and opacity of
    /// each pixel in a byte each, row by row from the top.
    pub fn image(&mut self, (width, height): (u32, u32), rgba: &[u8], place: Bbox) {
        let wanted = u64::from(width) * u64::from(height) * 4;
        let bitmap = (wanted == rgba.len() as u64)
            .then(|| Bitmap::new(width, height, rgba.as_chunks().0.iter().copied()))
            .flatten();
        let bitmap = bitmap.ok_or_else(|| {
            let message = format!(
                "has {} bytes; {width}x{height} pixels of 4 bytes have {wanted}, and a side has up to {}",
                rgba.len(),
                u16::MAX
            );
            FigureError::new(self.drawer.name, "rgba", message)
        });
        if let Some(bitmap) = self.taken(bitmap)
            && place.rect().is_finite()
        {
            let alpha = self.drawer.alpha;
            self.as_one(alpha, |pen| pen.scene.image(&bitmap, place.rect()));
        }
    }

    /// Draws another artist as a part of this one: a [`Line`](crate::Line), a [`Text`](crate::Text), an
    /// [`Image`](crate::Image), or one of one's own. Its zorder and label do not count, and colours that it was
    /// not given are those of the cycle's first.
    pub fn draw(&mut self, artist: &impl Artist) {
        let kept = artist.clone().kept().0;
        let right = kept
            .check_room(self.projection())
            .and_then(|()| kept.check_followed(None, |place| self.projection_of(place)))
            .and_then(|()| kept.check_all());
        if !self.takes(right) || !kept.common().visible {
            return;
        }
        let alpha = self.drawer.alpha;
        self.as_one(alpha, |pen| {
            let drawer = Drawer { alpha: 1.0, ..pen.drawer };
            let before = mem::replace(&mut pen.drawer, drawer);
            kept.draw_all(pen);
            pen.drawer = before;
        });
    }

    /// Draws what this artist of a user's draws.
    pub(super) fn of(&mut self, artist: &impl Artist, draw: impl FnOnce(&mut Pen<'_>)) {
        let drawer = Drawer { name: artist.name(), alpha: artist.common().alpha, ..self.drawer };
        let before = mem::replace(&mut self.drawer, drawer);
        draw(self);
        self.drawer = before;
    }

    /// The same pen on another scene.
    pub(crate) fn on<'b>(&'b mut self, scene: &'b mut Scene) -> Pen<'b> {
        scene.set_hand(self.scene.hand().cloned());
        Pen {
            scene,
            fonts: self.fonts,
            style: self.style,
            transform: self.transform,
            space: self.space,
            frame: self.frame,
            point: self.point,
            moving: self.moving,
            drawer: self.drawer,
            boxes: self.boxes,
            key: self.key,
        }
    }

    /// Draws things that have this opacity together.
    fn as_one(&mut self, alpha: f64, draw: impl FnOnce(&mut Self)) {
        if alpha >= 1.0 {
            return draw(self);
        }
        self.scene.push_group(alpha);
        draw(self);
        self.scene.pop_group();
    }

    fn faded(&self, color: Color) -> Color {
        color.with_alpha(color.alpha() * self.drawer.alpha)
    }

    fn color(&mut self, color: impl IntoColor) -> Option<Color> {
        let color = color.into_color();
        let color =
            color.map_err(|wrong| FigureError::new(self.drawer.name, "color", wrong.to_string()));
        self.taken(color).map(|color| self.faded(color))
    }

    fn takes(&mut self, right: Result<(), FigureError>) -> bool {
        self.taken(right).is_some()
    }

    /// What can be drawn; the first thing that cannot ends the frame.
    fn taken<T>(&mut self, given: Result<T, FigureError>) -> Option<T> {
        given.map_err(|wrong| self.scene.refuse(wrong)).ok()
    }
}
