//! Draws a figure frame after frame, redrawing only what a frame changed.
//!
//! In each axes, the layers below the lowest one that the frame touched are *background*; which
//! these are follows from the frame only, so its pixels do not depend on what was drawn before. A
//! background is drawn once and kept, for the next frame that is split the same way.
//!
//! What is in front of it is recorded for each frame. Where that is the [same](crate::base::same) as what the
//! pixels show already, to the last bit, nothing is painted.

mod backgrounds;
mod drawing;
pub(crate) mod frame;
mod ground;
mod open;
mod placing;
mod save;
mod see_through;
mod shown;
mod split;

#[cfg(test)]
use crate::axes::decorations::Decorations;
use crate::{
    Figure, FigureError, Frame, Picture,
    base::{
        error::quoted,
        warning::{Warning, Warnings},
    },
    figure::FirstFrame,
    raster::Raster,
    scene::{Scene, damage::Damage},
    text::{self, Fonts, font::SystemFont, without_glyphs},
};
use ground::Ground;
use see_through::SeeThrough;
use shown::Shown;
use split::Layers;
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use vello_cpu::Level;
#[cfg(test)]
use vello_cpu::kurbo::Rect;

/// How often the ticks and texts of an axes were drawn in this process.
static DECORATIONS_DRAWN: AtomicU64 = AtomicU64::new(0);

/// A figure as setup left it, ready to be drawn frame after frame.
pub struct Renderer {
    pub(crate) figure: Figure,
    size: (u32, u32),
    scene: Scene,
    /// What was recorded of the frame drawn last, in front of its background.
    front: Scene,
    /// That background, as long as the pixels hold these two and nothing else.
    behind: Option<Layers>,
    raster: Raster,
    fonts: Fonts,
    /// Each axes as setup left it.
    frozen: Vec<Shown>,
    /// Of a figure that is not opaque, the pixels alone.
    ground: Ground,
    /// Where it is painted if it is not opaque.
    see_through: Option<SeeThrough>,
    /// Where the pixels hold something else than after the frame before.
    changed: Damage,
    /// Pictures are to know what they are painted from, and what the frame drawn last is.
    keeps_scene: bool,
    kept: Option<Arc<Scene>>,
    /// How the frame's drawing went, if its pixels stand already.
    drawn: Option<Result<(), FigureError>>,
    /// What the first frame said of what setup left open; `None` before it, or if nothing is.
    first: Option<FirstFrame>,
    is_open: bool,
    warnings: Warnings,
    /// Characters that no font has, since they were last asked for.
    boxes: BTreeSet<char>,
}

impl Renderer {
    /// Takes a figure as it is after setup.
    ///
    /// # Errors
    /// If something in the figure cannot be drawn as it was described, or if a side has no or
    /// more than 65,535 pixels.
    pub fn new(figure: Figure) -> Result<Self, FigureError> {
        Self::with_level(figure, Level::try_detect().unwrap_or(Level::baseline()), true)
    }

    /// A renderer whose colours are the same to the last bit on every machine of one
    /// architecture, and whose letters are none of the machine's fonts, for pictures that are compared.
    #[doc(hidden)]
    pub fn portable(figure: Figure) -> Result<Self, FigureError> {
        Self::with_level(figure, Level::baseline(), false)
    }

    fn with_level(
        mut figure: Figure,
        level: Level,
        has_system_fonts: bool,
    ) -> Result<Self, FigureError> {
        let (w, h) = figure.pixels()?;
        let mut warnings = Warnings::default();
        figure.freeze(&mut warnings)?;
        figure.drawings.fonts.leaves_system_out = !has_system_fonts;
        let mut renderer = Self {
            size: (w.into(), h.into()),
            scene: Scene::new((w, h)),
            front: Scene::new((w, h)),
            behind: None,
            raster: Raster::new((w, h), level),
            fonts: Fonts::new(&figure.style().font, figure.style().math_font),
            frozen: Vec::new(),
            ground: Ground::new((w.into(), h.into())),
            see_through: figure.is_transparent().then(|| SeeThrough::new((w.into(), h.into()))),
            changed: Damage::none((w.into(), h.into())),
            keeps_scene: false,
            kept: None,
            drawn: None,
            first: None,
            is_open: figure.is_open(),
            warnings,
            boxes: BTreeSet::new(),
            figure,
        };
        renderer.fonts.leaves_system_out = !has_system_fonts;
        renderer.freeze();
        if !renderer.is_open {
            renderer.place_legends();
        }
        Ok(renderer)
    }

    /// How often the ticks and texts of an axes were drawn in this process: what is kept from
    /// frame to frame is not drawn.
    #[doc(hidden)]
    pub fn decorations_drawn() -> u64 {
        DECORATIONS_DRAWN.load(Ordering::Relaxed)
    }

    /// The box of each axes, and what stands around it.
    #[cfg(test)]
    pub(crate) fn placed(&self) -> impl Iterator<Item = (Rect, &Decorations)> {
        self.frozen.iter().map(|shown| (shown.view.frame, &shown.decorations))
    }

    /// The room that each axes takes as setup left it.
    #[cfg(test)]
    pub(crate) fn reaches(&self) -> impl Iterator<Item = Rect> {
        self.frozen.iter().map(|shown| shown.reach)
    }

    /// The same as this frame has changed it.
    #[cfg(test)]
    pub(crate) fn moved_words(&mut self) -> Vec<Rect> {
        let moved = self.moved();
        moved.iter().flatten().flat_map(|shown| shown.decorations.words.clone()).collect()
    }

    /// The texts of each axes, as this frame has changed them.
    #[cfg(test)]
    pub(crate) fn words(&mut self) -> Vec<Vec<Rect>> {
        let moved = self.moved();
        let now = self.frozen.iter().zip(&moved).map(|(was, now)| now.as_ref().unwrap_or(was));
        now.map(|shown| shown.decorations.words.clone()).collect()
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// The figure's background, red, green and blue.
    pub fn background(&self) -> [u8; 3] {
        let [r, g, b, _] = self.figure.face().to_rgba8();
        [r, g, b]
    }

    /// Whether its pixels are not opaque where nothing but the figure's background is.
    pub fn is_transparent(&self) -> bool {
        self.see_through.is_some()
    }

    /// What was drawn otherwise than it was described since this was last asked, each only once.
    pub fn take_warnings(&mut self) -> Vec<Warning> {
        let mut missing = self.fonts.take_missing();
        missing.append(&mut self.figure.drawings.fonts.take_missing());
        if !missing.is_empty() {
            self.boxes.extend(&missing);
            self.warnings.add(without_glyphs(&missing));
        }
        let mut unset = self.fonts.take_unset();
        unset.append(&mut self.figure.drawings.fonts.take_unset());
        for (formula, why) in unset {
            let shown = quoted(&formula);
            let message = format!("the formula ${shown}$ is shown as it was written: {why}");
            self.warnings.add(Warning::first_of(text::form(&formula), message));
        }
        self.warnings.take()
    }

    /// The fonts of the machine that letters were taken from since this was last asked, each only once.
    #[doc(hidden)]
    pub fn take_system_fonts(&mut self) -> Vec<&'static SystemFont> {
        let mut fonts = self.fonts.take_system_fonts();
        fonts.append(&mut self.figure.drawings.fonts.take_system_fonts());
        fonts
    }

    /// The characters that [`Renderer::take_warnings`] found no font for, since this was last asked.
    #[doc(hidden)]
    pub fn take_boxes(&mut self) -> BTreeSet<char> {
        std::mem::take(&mut self.boxes)
    }

    /// Whether backgrounds are kept from frame to frame, and the pixels of a frame for the next one if
    /// that is the same; default: true. The pixels are the same either way.
    pub fn cache_background(&mut self, on: bool) {
        self.each_ground(|ground| ground.backgrounds.keep(on));
        self.behind = None;
    }

    /// Whatever is kept is not to be used any more.
    fn forget(&mut self) {
        self.each_ground(Ground::forget);
        self.behind = None;
    }

    fn each_ground(&mut self, mut change: impl FnMut(&mut Ground)) {
        change(&mut self.ground);
        let others = self.see_through.iter_mut().flat_map(SeeThrough::grounds);
        others.for_each(|(ground, _)| change(ground));
    }

    /// The figure as setup left it, for `#[update]` to change.
    pub fn frame(&mut self, index: usize) -> Frame<'_> {
        self.figure.restore();
        self.drawn = None;
        Frame::new(index, self)
    }

    /// The figure, for a frame that changes it.
    ///
    /// # Panics
    /// If the frame is drawn already.
    #[track_caller]
    pub(crate) fn changing(&mut self) -> &mut Figure {
        assert!(
            self.drawn.is_none(),
            "frame.bitmap_area() comes last in #[update]: the figure is drawn when it is called \
             and cannot be changed any more in this frame"
        );
        &mut self.figure
    }

    /// Draws the frame as it is, and returns its pixels to be gone over. What cannot be drawn is
    /// said by [`Renderer::draw`].
    #[cfg(feature = "plotters")]
    pub(crate) fn finish(&mut self) -> &mut [u8] {
        if self.drawn.is_none() {
            let opened = if self.is_open { self.open_by_frame() } else { Ok(()) };
            // what the first frame says may not be known yet, so that it never counts here
            self.figure.open_late(&FirstFrame::default());
            let drawn = opened.and_then(|()| self.draw_frame());
            self.drawn = Some(match self.see_through {
                None => drawn,
                Some(_) => drawn.and(Err(FigureError::new(
                    "Figure",
                    "bitmap_area",
                    "its pixels are opaque, and the figure's background is not: draw on `area()`",
                ))),
            });
        }
        // whoever asks may write anywhere
        self.ground.over.mark_all();
        self.changed.mark_all();
        self.behind = None;
        &mut self.ground.pixels
    }

    /// Draws what update left and puts the figure back as setup left it.
    ///
    /// Returns RGBA, four bytes a pixel, row by row from the top; opaque, if the figure's background is.
    /// Colours are not multiplied by alpha.
    ///
    /// # Errors
    /// If what update left cannot be drawn.
    pub fn draw(&mut self) -> Result<&[u8], FigureError> {
        let drawn = match self.drawn.take() {
            Some(drawn) => drawn,
            None => self.open_by_frame().and_then(|()| self.draw_frame()),
        };
        self.figure.restore();
        drawn.map(|()| &*self.ground.pixels)
    }

    /// The frame drawn last, as [`Renderer::draw`] returned it.
    #[doc(hidden)]
    pub fn pixels(&self) -> &[u8] {
        &self.ground.pixels
    }

    /// What the frame drawn last may differ in from the one drawn before it. The first frame differs
    /// in everything.
    #[doc(hidden)]
    pub fn changed(&self) -> &Damage {
        &self.changed
    }

    /// Like [`Renderer::draw`], as a picture of its own.
    ///
    /// # Errors
    /// If what update left cannot be drawn.
    pub fn picture(&mut self) -> Result<Picture, FigureError> {
        self.keeps_scene = true;
        let drawn = self.draw().map(<[u8]>::to_vec);
        self.keeps_scene = false;
        let (width, height) = self.size;
        let picture = Picture::new(width, height, drawn?).at_dpi(self.figure.dpi());
        Ok(match self.kept.take() {
            Some(scene) => picture.of_scene(scene),
            None => picture,
        })
    }
}
