//! What an artist draws with: the scene, the fonts, and where its data lie on the pixels.

use crate::{
    Projection, Style,
    base::handle::Place,
    color::Color,
    scene::Scene,
    text::{Fonts, TextLayout},
    transform::{plane::Transform, space::Space},
};
use vello_cpu::kurbo::{Point, Rect};

/// What an artist draws with: where its data lie on the pixels, and lines, areas, markers, words and images
/// on these.
///
/// It is handed to [`Artist::draw`](crate::artist::Artist::draw); [`crate::artist`] shows an example.
pub struct Pen<'a> {
    pub(crate) scene: &'a mut Scene,
    pub(crate) fonts: &'a mut Fonts,
    /// What the figure looks like where nobody says otherwise.
    pub(crate) style: &'a Style,
    /// Data to pixels.
    pub(crate) transform: Transform,
    /// The same in a 3D axes, where `transform` means nothing.
    pub(crate) space: Option<Space>,
    /// The axes' box in pixels.
    pub(crate) frame: Rect,
    /// Pixels to one point, 1/72 inch.
    pub(crate) point: f64,
    /// The axes' limits move in this frame: nothing snaps to whole pixels.
    pub(crate) moving: bool,
    /// Whose methods draw, where it is none of panim's own.
    pub(crate) drawer: Drawer,
    /// All axes of the figure.
    pub(crate) boxes: &'a [AxesBox],
    /// How the samples of a legend look.
    pub(crate) key: KeyStyle,
}

/// An artist of a user's that draws.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Drawer {
    /// For messages.
    pub(crate) name: &'static str,
    pub(crate) alpha: f64,
    /// The frame changed it: its words do not snap to whole pixels.
    pub(crate) is_touched: bool,
}

/// Another axes on the pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AxesBox {
    pub(crate) transform: Transform,
    pub(crate) frame: Rect,
    /// Of x and y.
    pub(crate) limits: [(f64, f64); 2],
    pub(crate) projection: Projection,
}

/// How the sample of an artist in a legend looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeyStyle {
    /// How many times as large as in the axes its markers are.
    pub(crate) marker_scale: f64,
    /// How many of them are on a line.
    pub(crate) points: usize,
    /// How many there are of scattered ones.
    pub(crate) scatter_points: usize,
    /// The largest that those of scattered ones are before they are scaled, in pixels.
    pub(crate) limit: f64,
}

impl Default for KeyStyle {
    fn default() -> Self {
        Self { marker_scale: 1.0, points: 1, scatter_points: 1, limit: f64::INFINITY }
    }
}

impl KeyStyle {
    /// Where so many markers stand in a sample: in its middle, or spread over it.
    pub(crate) fn places(count: usize, area: Rect) -> impl Iterator<Item = Point> + Clone {
        let middle = area.center();
        let from = area.x0 + MARKER_PAD * area.width();
        let step = (area.width() - 2.0 * (from - area.x0)) / count.saturating_sub(1).max(1) as f64;
        (0..count).map(move |i| match count {
            1 => middle,
            _ => Point::new(from + i as f64 * step, middle.y),
        })
    }
}

/// Of the first of several markers from the end of a sample, by its length; matplotlib's.
const MARKER_PAD: f64 = 0.15;

/// More than any edge is wide, in points.
const BEYOND: f64 = 50.0;

impl Pen<'_> {
    /// The axes' box and some way around it: what is cut to this is cut where it cannot be seen.
    pub(crate) fn around(&self) -> Rect {
        self.frame.inflate(BEYOND * self.point, BEYOND * self.point)
    }

    /// Of its own axes.
    pub(crate) fn projection(&self) -> Projection {
        match (&self.space, self.transform.polar()) {
            (Some(_), _) => Projection::ThreeD,
            (None, Some(_)) => Projection::Polar,
            (None, None) => Projection::Rectilinear,
        }
    }

    /// Of the axes that a handle names, or what is wrong with it.
    pub(crate) fn projection_of(&self, place: Place) -> Result<Projection, &'static str> {
        let other = self.boxes.get(place.axes).map(|axes| axes.projection);
        other.ok_or("the handle of the axes is of another figure")
    }

    /// Shows of what follows only what falls into the axes, until [`Scene::pop_clip`].
    pub(crate) fn clip_to_axes(&mut self) {
        match self.transform.outline() {
            Some(outline) => self.scene.push_clip_path(&outline),
            None => self.scene.push_clip(self.frame),
        }
    }

    /// Draws a text with its anchor at a place.
    pub(crate) fn words(&mut self, text: &TextLayout, at: Point, color: Color) {
        for (path, color) in text.colored_at(at, color) {
            self.scene.letters(path, color);
        }
    }

    /// All of the figure.
    pub(crate) fn page(&self) -> Rect {
        let (width, height) = self.scene.size();
        Rect::new(0.0, 0.0, width.into(), height.into())
    }
}
