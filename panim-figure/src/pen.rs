//! What an artist draws with: the scene, the fonts, and where its data lie on the pixels.

use crate::{
    Style,
    scene::Scene,
    text::Fonts,
    transform::{plane::Transform, space::Space},
};
use vello_cpu::kurbo::Rect;

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

/// More than any edge is wide, in points.
const BEYOND: f64 = 50.0;

impl Pen<'_> {
    /// The axes' box and some way around it: what is cut to this is cut where it cannot be seen.
    pub(crate) fn around(&self) -> Rect {
        self.frame.inflate(BEYOND * self.point, BEYOND * self.point)
    }

    /// Shows of what follows only what falls into the axes, until [`Scene::pop_clip`].
    pub(crate) fn clip_to_axes(&mut self) {
        match self.transform.outline() {
            Some(outline) => self.scene.push_clip_path(&outline),
            None => self.scene.push_clip(self.frame),
        }
    }

    /// All of the figure.
    pub(crate) fn page(&self) -> Rect {
        let (width, height) = self.scene.size();
        Rect::new(0.0, 0.0, width.into(), height.into())
    }
}
