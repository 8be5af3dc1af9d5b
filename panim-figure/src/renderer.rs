//! Draws a figure frame after frame, redrawing only what a frame changed.
//!
//! In each axes, the layers below the lowest one that the frame touched are *background*; which
//! these are follows from the frame only, so its pixels do not depend on what was drawn before. A
//! background is drawn once and kept, for the next frame that is split the same way.

mod backgrounds;
pub(crate) mod frame;
mod shown;
mod split;

#[cfg(test)]
use crate::axes::decorations::Decorations;
use crate::{
    Axes, Figure, FigureError, Frame, Loc, Picture, PictureError,
    artist::Draw,
    axes::{
        decorations::{Standoff, Within},
        layers::Layer,
    },
    base::warning::{Warning, Warnings},
    color::Color,
    figure::FirstFrame,
    layout::{self, Placed},
    raster::Raster,
    scene::{Scene, damage::Damage, paint::Bitmap},
    text::Fonts,
};
use backgrounds::Backgrounds;
use shown::Shown;
use split::Split;
use std::{
    collections::BTreeSet,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use vello_cpu::{
    Level,
    kurbo::{Point, Rect},
};

/// How often the ticks and texts of an axes were drawn in this process.
static DECORATIONS_DRAWN: AtomicU64 = AtomicU64::new(0);

/// A figure as setup left it, ready to be drawn frame after frame.
pub struct Renderer {
    pub(crate) figure: Figure,
    size: (u32, u32),
    scene: Scene,
    raster: Raster,
    fonts: Fonts,
    /// Each axes as setup left it.
    frozen: Vec<Shown>,
    backgrounds: Backgrounds,
    pixels: Vec<u8>,
    /// Where `pixels` hold something else than a background.
    over: Damage,
    /// Where they hold something else than after the frame before.
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
}

impl Figure {
    /// Draws the figure as it is, once, and writes it to a PNG file, without any animation. One that
    /// is already there is replaced. The figure stays as it is, and may be changed and saved again.
    ///
    /// ```no_run
    /// # use panim_figure::{Figure, Line, PictureError};
    /// let mut fig = Figure::new();
    /// fig.axes().add(Line::new([0.0, 1.0, 2.0], [0.0, 1.0, 4.0]));
    /// fig.save_png("parabola.png")?;
    /// # Ok::<_, PictureError>(())
    /// ```
    ///
    /// # Errors
    /// If something in the figure cannot be drawn as it was described, or if the file cannot be
    /// written.
    pub fn save_png(&self, path: impl AsRef<Path>) -> Result<(), PictureError> {
        // what data the artists have is shared
        let mut renderer = Renderer::new(self.clone())?;
        let picture = renderer.picture()?;
        renderer.take_warnings().iter().for_each(|warning| tracing::warn!("{warning}"));
        picture.save_png(path)
    }

    /// Draws the figure as it is, once, and writes its shapes to an SVG file, as
    /// [`Picture::save_svg`] does.
    ///
    /// # Errors
    /// If something in the figure cannot be drawn as it was described, or if the file cannot be
    /// written.
    pub fn save_svg(self, path: impl AsRef<Path>) -> Result<(), PictureError> {
        let mut renderer = Renderer::new(self)?;
        let picture = renderer.picture()?;
        renderer.take_warnings().iter().for_each(|warning| tracing::warn!("{warning}"));
        picture.save_svg(path)
    }
}

/// Says which characters no font has, of those that were found until it is told.
fn without_glyphs(characters: &BTreeSet<char>) -> Warning {
    const MOST: usize = 10;
    let named = characters.iter().take(MOST).map(|c| format!("{c} (U+{:04X})", u32::from(*c)));
    let named = named.collect::<Vec<_>>().join(", ");
    let more = match characters.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!("no font has a glyph for {named}{more}: boxes stand in their place");
    Warning::first_of("glyphs", message)
}

impl Renderer {
    /// Takes a figure as it is after setup.
    ///
    /// # Errors
    /// If something in the figure cannot be drawn as it was described, or if a side has no or
    /// more than 65,535 pixels.
    pub fn new(figure: Figure) -> Result<Self, FigureError> {
        Self::with_level(figure, Level::try_detect().unwrap_or(Level::baseline()))
    }

    /// A renderer whose colours are the same to the last bit on every machine of one
    /// architecture, for pictures that are compared.
    #[doc(hidden)]
    pub fn portable(figure: Figure) -> Result<Self, FigureError> {
        Self::with_level(figure, Level::baseline())
    }

    fn with_level(mut figure: Figure, level: Level) -> Result<Self, FigureError> {
        let (w, h) = figure.pixels()?;
        let mut warnings = Warnings::default();
        figure.freeze(&mut warnings)?;
        let mut renderer = Self {
            size: (w.into(), h.into()),
            scene: Scene::new((w, h)),
            raster: Raster::new((w, h), level),
            fonts: Fonts::new(&figure.style().font),
            frozen: Vec::new(),
            backgrounds: Backgrounds::new(),
            pixels: vec![255; usize::from(w) * usize::from(h) * 4],
            over: Damage::all((w.into(), h.into())),
            changed: Damage::none((w.into(), h.into())),
            keeps_scene: false,
            kept: None,
            drawn: None,
            first: None,
            is_open: figure.is_open(),
            warnings,
            figure,
        };
        renderer.freeze();
        if !renderer.is_open {
            renderer.place_legends();
        }
        Ok(renderer)
    }

    /// Places every axes as setup left it.
    fn freeze(&mut self) {
        let (whole, free) = (self.whole(), self.page());
        let Self { figure, fonts, scene, .. } = self;
        let point = figure.point();
        let placed = layout::arrange(&figure.contents(), whole, free, fonts, point);
        self.frozen = Vec::new();
        for (i, Placed { frame, standoff }) in placed.into_iter().enumerate() {
            let axes = &figure.axes[i];
            let mut shown = Shown::new(axes, frame, standoff, Within::page(whole), fonts, point);
            let mut pen = shown.pen(axes, scene, fonts, point);
            let beyond = axes.beyond(false, &mut pen);
            let words_alone = axes.is_words_alone(&mut pen);
            shown.reach = match beyond {
                // else the figure's title would lie over everything
                Some(beyond) if words_alone => beyond,
                Some(beyond) => shown.reach.union(beyond),
                None => shown.reach,
            };
            self.warnings.extend(shown.left_out());
            self.frozen.push(shown);
        }
        let free: Vec<Rect> = (0..self.frozen.len()).map(|i| self.free(i)).collect();
        for (shown, free) in self.frozen.iter_mut().zip(free) {
            shown.free = free;
        }
    }

    /// What the neighbours of an axes leave of the page for its axis labels: each has half of what is
    /// between the words of both.
    fn free(&self, i: usize) -> Rect {
        let room = |shown: &Shown| (shown.view.frame, shown.decorations.room.outward);
        let (frame, own) = room(&self.frozen[i]);
        let mut free = self.whole();
        for (other, neighbour) in self.frozen.iter().map(room) {
            if neighbour.y0 < own.y1 && own.y0 < neighbour.y1 {
                if other.x1 <= frame.x0 {
                    free.x0 = free.x0.max(f64::midpoint(neighbour.x1, own.x0).min(own.x0));
                } else if other.x0 >= frame.x1 {
                    free.x1 = free.x1.min(f64::midpoint(neighbour.x0, own.x1).max(own.x1));
                }
            }
            if neighbour.x0 < own.x1 && own.x0 < neighbour.x1 {
                if other.y1 <= frame.y0 {
                    free.y0 = free.y0.max(f64::midpoint(neighbour.y1, own.y0).min(own.y0));
                } else if other.y0 >= frame.y1 {
                    free.y1 = free.y1.min(f64::midpoint(neighbour.y0, own.y1).max(own.y1));
                }
            }
        }
        free
    }

    fn whole(&self) -> Rect {
        Rect::new(0.0, 0.0, self.size.0.into(), self.size.1.into())
    }

    /// Puts legends where they stand best among the artists as they are.
    fn place_legends(&mut self) -> Vec<Option<Loc>> {
        let Self { figure, fonts, scene, frozen, .. } = self;
        let point = figure.point();
        let best = |(i, axes): (usize, &Axes)| {
            let legend = axes.state.legend.as_ref()?;
            let mut pen = frozen[i].pen(axes, scene, fonts, point);
            Some(legend.best_loc(&figure.named_by(i), &mut pen))
        };
        let places: Vec<_> = figure.axes.iter().enumerate().map(best).collect();
        figure.place_legends(&places);
        places
    }

    /// What the figure's title and legend leave free.
    fn page(&mut self) -> Rect {
        let whole = self.whole();
        let Self { figure, fonts, scene, .. } = self;
        let point = figure.point();
        let Some((i, overlay)) = figure.overlay_axes() else { return whole };
        let shown =
            Shown::new(overlay, whole, Standoff::default(), Within::page(whole), fonts, point);
        let mut pen = shown.pen(overlay, scene, fonts, point);
        let mut page = whole;
        if let Some(title) = figure.title()
            && let Some(taken) = title.beyond(&mut pen)
        {
            page.y0 = taken.y1;
        }
        let mut legend = overlay.state.legend.clone();
        if let Some(legend) = &mut legend {
            page = legend.cut_from(page, &figure.named_by(i), &mut pen);
        }
        figure.axes[i].state.legend = legend;
        page
    }

    /// Does setup leave something open, such as limits that nobody set and that its data do not say?
    /// Then the first frame that is drawn says it for all others.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Takes from the frame as it is what setup left open, for this frame and all others.
    ///
    /// # Errors
    /// If something in the figure cannot be drawn with it.
    #[doc(hidden)]
    pub fn open_by_frame(&mut self) -> Result<(), FigureError> {
        if !self.is_open {
            self.open_late();
            return Ok(());
        }
        let first = self.figure.first_frame();
        self.figure.open(&first);
        let changes = self.figure.take_changes();
        let opened = self.open_frozen(first);
        self.figure.put_back(changes);
        opened?;
        let legends = self.place_legends();
        if let Some(first) = &mut self.first {
            first.set_legends(legends);
        }
        self.open_late();
        Ok(())
    }

    /// Does this frame wait for what the first frame says, of an artist that it added or coloured?
    /// Then [`Renderer::open_by`] comes before it is drawn, or it is itself the first frame. One that
    /// is drawn within `#[update]` does not wait.
    #[doc(hidden)]
    pub fn waits(&self) -> bool {
        self.first.is_none() && self.drawn.is_none() && self.figure.waits()
    }

    fn open_late(&mut self) {
        if self.waits() {
            self.first = Some(self.figure.first_frame());
        }
        if let Some(first) = self.first.as_ref().filter(|_| self.drawn.is_none()) {
            self.figure.open_late(first);
        }
    }

    /// What the first frame said: for another renderer of the same figure.
    #[doc(hidden)]
    pub fn first_frame(&self) -> Option<&FirstFrame> {
        self.first.as_ref()
    }

    /// Takes what setup left open from what the first frame said to another renderer.
    ///
    /// # Errors
    /// If something in the figure cannot be drawn with it.
    #[doc(hidden)]
    pub fn open_by(&mut self, first: &FirstFrame) -> Result<(), FigureError> {
        if !self.is_open {
            self.first.get_or_insert_with(|| first.clone());
            return Ok(());
        }
        self.figure.restore();
        self.figure.open(first);
        self.open_frozen(first.clone())
    }

    /// Places everything anew.
    fn open_frozen(&mut self, first: FirstFrame) -> Result<(), FigureError> {
        (self.first, self.is_open) = (Some(first), false);
        self.figure.freeze_again(&mut self.warnings)?;
        self.freeze();
        self.backgrounds.clear();
        self.over.mark_all();
        Ok(())
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

    /// The same as this frame has changed it.
    #[cfg(test)]
    pub(crate) fn moved_words(&mut self) -> Vec<Rect> {
        let moved = self.moved();
        moved.iter().flatten().flat_map(|shown| shown.decorations.words()).collect()
    }

    /// The texts of each axes, as this frame has changed them.
    #[cfg(test)]
    pub(crate) fn words(&mut self) -> Vec<Vec<Rect>> {
        let moved = self.moved();
        let now = self.frozen.iter().zip(&moved).map(|(was, now)| now.as_ref().unwrap_or(was));
        now.map(|shown| shown.decorations.words()).collect()
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

    /// What was drawn otherwise than it was described since this was last asked, each only once.
    pub fn take_warnings(&mut self) -> Vec<Warning> {
        let missing = self.fonts.take_missing();
        if !missing.is_empty() {
            self.warnings.add(without_glyphs(&missing));
        }
        self.warnings.take()
    }

    /// Whether backgrounds are kept from frame to frame; default: true. The pixels are the same
    /// either way.
    pub fn cache_background(&mut self, on: bool) {
        self.backgrounds.keep(on);
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
    pub(crate) fn finish(&mut self) -> &mut [u8] {
        if self.drawn.is_none() {
            let opened = if self.is_open { self.open_by_frame() } else { Ok(()) };
            // what the first frame says may not be known yet, so that it never counts here
            self.figure.open_late(&FirstFrame::default());
            self.drawn = Some(opened.and_then(|()| self.draw_frame()));
        }
        // whoever asks may write anywhere
        self.over.mark_all();
        self.changed.mark_all();
        &mut self.pixels
    }

    /// Draws what update left and puts the figure back as setup left it.
    ///
    /// Returns opaque RGBA, four bytes a pixel, row by row from the top.
    ///
    /// # Errors
    /// If what update left cannot be drawn.
    pub fn draw(&mut self) -> Result<&[u8], FigureError> {
        let drawn = match self.drawn.take() {
            Some(drawn) => drawn,
            None => self.open_by_frame().and_then(|()| self.draw_frame()),
        };
        self.figure.restore();
        drawn.map(|()| &*self.pixels)
    }

    /// The frame drawn last, as [`Renderer::draw`] returned it.
    #[doc(hidden)]
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
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
        let picture = Picture::new(width, height, drawn?);
        Ok(match self.kept.take() {
            Some(scene) => picture.of_scene(scene),
            None => picture,
        })
    }

    fn draw_frame(&mut self) -> Result<(), FigureError> {
        self.figure.follow()?;
        for axes in self.figure.axes.iter_mut().filter(|axes| axes.is_changed()) {
            axes.widen(&mut self.warnings);
        }
        self.figure.axes.iter().try_for_each(Axes::check)?;
        let moved = self.moved();
        self.warnings.extend(moved.iter().flatten().filter_map(Shown::left_out));
        let shown: Vec<&Shown> =
            self.frozen.iter().zip(&moved).map(|(was, now)| now.as_ref().unwrap_or(was)).collect();
        let Self { figure, scene, raster, fonts, backgrounds, pixels, over, changed, .. } = self;
        let point = figure.point();
        let reaches: Vec<Rect> = figure
            .axes
            .iter()
            .zip(&shown)
            .map(|(axes, shown)| {
                // an axes that stands still was measured with all that its artists draw outside
                let touched_alone = !axes.is_touched();
                let beyond = axes.beyond(touched_alone, &mut shown.pen(axes, scene, fonts, point));
                beyond.map_or(shown.reach, |beyond| shown.reach.union(beyond))
            })
            .collect();
        let split = Split::new(figure, &reaches);

        let record = |layers: &[(usize, Layer)], scene: &mut Scene, fonts: &mut Fonts| {
            for &(i, layer) in layers {
                if layer == Layer::Decorations {
                    DECORATIONS_DRAWN.fetch_add(1, Ordering::Relaxed);
                }
                let (axes, Shown { view, decorations, .. }) = (&figure.axes[i], shown[i]);
                let mut pen = shown[i].pen(axes, scene, fonts, point);
                axes.draw(layer, (view, decorations), &figure.named_by(i), &mut pen);
            }
        };
        let drawings = &figure.drawings;
        changed.clone_from(over);
        let tails = backgrounds.lay(&split.background, pixels, changed, |pixels| {
            match &drawings.bitmap {
                Some(bitmap) => pixels.copy_from_slice(bitmap),
                None => fill(pixels, figure.face()),
            }
            drawings.under.play(scene, fonts);
            let mut end = 0;
            for of_axes in split.background.chunk_by(|a, b| a.0 == b.0) {
                record(of_axes, scene, fonts);
                end += of_axes.len();
                scene.name_place(end);
            }
            raster.paint_background(scene, pixels)
        });
        let mut begin = 0;
        for cut in &split.cuts {
            record(&split.foreground[begin..cut.above], scene, fonts);
            begin = cut.above;
            scene.name_place(cut.below);
        }
        record(&split.foreground[begin..], scene, fonts);
        drawings.over.play(scene, fonts);
        over.clone_from(scene.damage());
        changed.add(over);
        raster.paint_over_background(scene, pixels, tails);
        self.kept = self.keeps_scene.then(|| {
            let mut whole = Scene::new(scene.size());
            let page = whole.picture();
            whole.fill_rect(page, figure.face());
            if let Some(pixels) = drawings.bitmap.as_ref().and_then(|rgba| bitmap(rgba, self.size))
            {
                whole.image_at(&pixels, Point::ORIGIN, page);
            }
            drawings.under.play(&mut whole, fonts);
            record(&split.background, &mut whole, fonts);
            record(&split.foreground, &mut whole, fonts);
            drawings.over.play(&mut whole, fonts);
            Arc::new(whole)
        });
        Ok(())
    }

    /// The axes whose limits, ticks or texts this frame may have changed, placed anew.
    fn moved(&mut self) -> Vec<Option<Shown>> {
        let page = self.whole();
        let Self { figure, fonts, frozen, .. } = self;
        let point = figure.point();
        figure
            .axes
            .iter()
            .zip(frozen)
            .map(|(axes, was)| {
                let (frame, within) = (was.view.frame, Within { page, free: was.free });
                axes.is_touched().then(|| {
                    Shown::new(axes, frame, was.decorations.standoff, within, fonts, point)
                })
            })
            .collect()
    }
}

fn bitmap(rgba: &[u8], (width, height): (u32, u32)) -> Option<Bitmap> {
    Bitmap::new(width, height, rgba.as_chunks().0.iter().copied())
}

fn fill(pixels: &mut [u8], color: Color) {
    let [r, g, b, _] = color.to_rgba8();
    for pixel in pixels.chunks_exact_mut(4) {
        pixel.copy_from_slice(&[r, g, b, 255]);
    }
}
