//! The whole picture: its size, its background, and the axes in it.

mod colorbar;
pub(crate) mod drawings;
mod follow;
mod grids;
mod legends;
mod open;
mod places;
#[cfg(feature = "plotters")]
pub(crate) mod plotters_fonts;
mod secondary;

mod subplots;
mod titles;
mod twins;

use crate::{
    Artist, Axes, FigureError, Handle, IntoStyle, Number, Style,
    axes::{Changes, layers::Layer, legend::NamedArtists},
    base::{check::MOST_PIXELS, error::written, handle::Place, warning::Warnings},
    color::{Color, ColorSpec, IntoColor, checked_color},
    layout::{self, LayoutGrid, Placement},
    scene::hand::Hand,
};
use drawings::Drawings;
pub use grids::{GridSpec, Tracked};
pub use open::FirstFrame;
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
pub use subplots::Subplots;
use titles::Titles;

/// Pixels per inch at which a figure's size is given, and drawn by default.
const DPI: f64 = 100.0;

/// A picture being built in `#[setup]`: 640x480 pixels, white, and the axes that are added.
///
/// A clone has the same handles.
#[doc(alias = "figure")]
#[derive(Debug, Clone)]
pub struct Figure {
    id: u64,
    size: (u32, u32),
    /// The render says the size, not the scene.
    size_is_fixed: bool,
    dpi: f64,
    style: Arc<Style>,
    /// Default: the style's.
    face: Option<ColorSpec>,
    /// Of every axes that has no colour of its own. Default: the style's.
    axes_face: Option<ColorSpec>,
    pub(crate) axes: Vec<Axes>,
    /// Where each of the axes stands.
    pub(crate) placements: Vec<Placement>,
    pub(crate) grids: Vec<LayoutGrid>,
    /// Margins and gaps are no wider than labels need.
    tight: bool,
    /// The axes over all others, for what belongs to the whole figure.
    overlay: Option<usize>,
    titles: Titles,
    links: follow::Links,
    /// What was asked for and cannot be, said when setup is over.
    mistake: Option<FigureError>,
    pub(crate) drawings: Drawings,
}

impl Default for Figure {
    fn default() -> Self {
        Self::new()
    }
}

impl Figure {
    /// An empty figure of 640x480 pixels.
    pub fn new() -> Self {
        Self::for_render(None, None)
    }

    /// A figure for a render that may say the size (pixels at 100 dpi; it then wins over
    /// [`Figure::set_size`]) and the dpi.
    #[doc(hidden)]
    pub fn for_render(size: Option<(u32, u32)>, dpi: Option<f64>) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        // Here, since plotters looks a font up when its name is written down, maybe before any
        // area is asked for.
        #[cfg(feature = "plotters")]
        plotters_fonts::register_fonts();
        Self {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            size: size.unwrap_or((640, 480)),
            size_is_fixed: size.is_some(),
            dpi: dpi.unwrap_or(DPI),
            style: Arc::default(),
            face: None,
            axes_face: None,
            axes: Vec::new(),
            placements: Vec::new(),
            grids: Vec::new(),
            tight: false,
            overlay: None,
            titles: Titles::default(),
            links: follow::Links::default(),
            mistake: None,
            drawings: Drawings::default(),
        }
    }

    /// Sets the scene's own size, in pixels at 100 dpi; default: 640x480.
    ///
    /// The size given to the render wins over this one.
    #[doc(alias("figsize", "set_size_inches"))]
    pub fn set_size(&mut self, width: impl Number, height: impl Number) -> &mut Self {
        let (width, height) = (width.value(), height.value());
        let is_whole =
            |side: f64| side.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&side);
        if !(is_whole(width) && is_whole(height)) {
            let (width, height) = (written(width), written(height));
            let message = format!("{width}x{height} are not whole numbers of pixels");
            self.note_mistake("set_size", message);
        } else if !self.size_is_fixed {
            self.size = (width as u32, height as u32);
        }
        self
    }

    /// Width and height in pixels at 100 dpi.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// Colours all that lies behind: the figure, and every axes, also of those added later, that is not
    /// given a colour of its own. Default: the style's colours, white.
    ///
    /// `"none"` makes a figure that is transparent wherever nothing is drawn, in PNGs, SVGs and GIFs, in
    /// which a pixel is either transparent or not. An MP4 is opaque, and refuses such a figure.
    ///
    /// ```
    /// # use panim_figure::{Figure, Line};
    /// let mut fig = Figure::new();
    /// fig.set_background("none");
    /// fig.axes().add(Line::new([0, 1, 2], [0, 1, 4]));
    /// # panim_figure::Renderer::new(fig).unwrap();
    /// ```
    #[doc(alias = "transparent")]
    pub fn set_background(&mut self, color: impl IntoColor) -> &mut Self {
        let color: ColorSpec = color.into();
        for (axes, placement) in self.axes.iter_mut().zip(&self.placements) {
            axes.state.figures_face = placement.has_patch().then(|| color.clone());
        }
        self.axes_face = Some(color.clone());
        self.face = Some(color);
        self
    }

    /// Colours the figure's background around the axes; default: the style's, white. A colour that is
    /// not opaque, such as `"none"`, makes it [transparent](Self::set_background) there.
    pub fn set_facecolor(&mut self, color: impl IntoColor) -> &mut Self {
        self.face = Some(color.into());
        self
    }

    /// Says how everything looks where nobody says otherwise. Colours that artists took already
    /// stay: give the style first.
    ///
    /// A [`Style`], or matplotlib's names of styles: [`IntoStyle`].
    #[doc(alias("rc", "rcParams", "use"))]
    pub fn set_style(&mut self, style: impl IntoStyle) -> &mut Self {
        match style.style() {
            Ok(style) => self.style = Arc::new(style),
            Err(message) => {
                self.mistake.get_or_insert(FigureError::new("Figure", "set_style", message));
            }
        }
        for axes in &mut self.axes {
            axes.set_style(&self.style);
        }
        self
    }

    /// The figure's only axes, added if it has none yet; the first of several.
    pub fn axes(&mut self) -> &mut Axes {
        let first =
            self.placements.iter().position(|placement| matches!(placement, Placement::InGrid(_)));
        match first {
            Some(i) => &mut self.axes[i],
            // a grid whose margins were set but that has no axes yet is meant
            None if !self.grids.is_empty() => self.last_grid().into_axes(),
            None => self.grid(1, 1).into_axes(),
        }
    }

    /// Adds an axes and says which it is.
    fn add_axes(&mut self, placement: Placement) -> usize {
        let place = Place { figure: self.id, axes: self.axes.len(), artist: 0 };
        let mut axes = Axes::new(place, Arc::clone(&self.style));
        axes.state.figures_face = self.axes_face.clone().filter(|_| placement.has_patch());
        self.axes.push(axes);
        self.placements.push(placement);
        place.axes
    }

    /// Keeps the first mistake, to be said when setup is over.
    fn note_mistake(&mut self, argument: &'static str, message: String) {
        self.note_mistake_of("Figure", argument, message);
    }

    fn note_mistake_of(&mut self, part: &'static str, argument: &'static str, message: String) {
        self.mistake.get_or_insert_with(|| FigureError::new(part, argument, message));
    }

    /// The layers of all axes in the order they are drawn. Of an axes with twins, the legend and
    /// what is above it are drawn after these.
    pub(crate) fn stack(&self) -> Vec<(usize, Vec<Layer>)> {
        let order = (0..self.axes.len()).filter(|i| Some(*i) != self.overlay).chain(self.overlay);
        let (mut stack, mut kept) = (Vec::new(), Vec::new());
        for i in order {
            let mut layers = self.axes[i].layers();
            let last_twin =
                self.placements.iter().rposition(|placement| *placement == Placement::Over(i));
            let legend = layers.iter().position(|layer| *layer == Layer::Legend);
            if let (Some(twin), Some(at)) = (last_twin, legend) {
                kept.push((twin, i, layers.split_off(at)));
            }
            stack.push((i, layers));
            stack.extend(kept.extract_if(.., |(twin, ..)| *twin == i).map(|(_, i, top)| (i, top)));
        }
        stack
    }

    /// What the legends of axes `i` name: its own artists and its twins', or all.
    pub(crate) fn named_by(&self, i: usize) -> NamedArtists<'_> {
        if self.overlay == Some(i) {
            return NamedArtists { labelled: self.axes.iter().collect(), all: &self.axes };
        }
        NamedArtists::of(i, &self.axes, layout::twins_of(i, &self.placements))
    }

    /// Width and height in pixels as drawn.
    ///
    /// # Errors
    /// If a side has no or more than 65,535 pixels.
    pub(crate) fn pixels(&self) -> Result<(u16, u16), FigureError> {
        let pixels = |length: u32| (f64::from(length) * self.scale()).round() as u32;
        let (width, height) = (pixels(self.size.0), pixels(self.size.1));
        let is_small = u64::from(width) * u64::from(height) <= MOST_PIXELS;
        match (u16::try_from(width), u16::try_from(height)) {
            (Ok(w @ 1..), Ok(h @ 1..)) if is_small => Ok((w, h)),
            (Ok(1..), Ok(1..)) => {
                let message = format!("{width}x{height} pixels; there may be {MOST_PIXELS} in all");
                Err(FigureError::new("Figure", "set_size", message))
            }
            _ => {
                let message = format!("{width}x{height} pixels; a side has 1 to {}", u16::MAX);
                Err(FigureError::new("Figure", "set_size", message))
            }
        }
    }

    /// Pixels as drawn to an inch.
    pub(crate) fn dpi(&self) -> f64 {
        self.dpi
    }

    /// Pixels as drawn to one at 100 dpi.
    pub(crate) fn scale(&self) -> f64 {
        self.dpi / DPI
    }

    /// Pixels to one point, 1/72 inch.
    pub(crate) fn point(&self) -> f64 {
        self.dpi / 72.0
    }

    /// The hand that draws it, if its style has one.
    pub(crate) fn hand(&self) -> Option<Hand> {
        let style = self.style();
        style.sketch.as_ref().map(|sketch| Hand::new(sketch, style.face, self.point()))
    }

    /// The background, which may be transparent.
    pub(crate) fn background(&self) -> Color {
        let own = self.face.as_ref().map(|face| face.get().unwrap_or(Color::WHITE));
        own.unwrap_or(self.style.face)
    }

    pub(crate) fn is_transparent(&self) -> bool {
        self.background().to_rgba8()[3] < 255
    }

    /// The background on white paper.
    pub(crate) fn face(&self) -> Color {
        let face = self.background();
        let alpha = face.alpha();
        let on_white = |c: u8| (f64::from(c) * alpha + 255.0 * (1.0 - alpha)).round() as u8;
        Color::rgb(on_white(face.red()), on_white(face.green()), on_white(face.blue()))
    }

    pub(crate) fn style(&self) -> &Style {
        &self.style
    }

    /// Setup is over: what changes from now on moves, and what is wrong is said.
    pub(crate) fn freeze(&mut self, warnings: &mut Warnings) -> Result<(), FigureError> {
        self.add_wanted_colorbars();
        if let Some(mistake) = self.mistake.take() {
            return Err(mistake);
        }
        self.check_colorbars()?;
        if let Some(face) = &self.axes_face {
            checked_color("Figure", "set_background", face)?;
        }
        if let Some(face) = &self.face {
            checked_color("Figure", "set_facecolor", face)?;
        }
        self.style.check()?;
        self.drawings.check(self)?;
        self.share_names(false);
        for axes in &mut self.axes {
            axes.freeze_artists();
        }
        self.follow_colors(false)?;
        self.freeze_limits();
        self.axes.iter_mut().for_each(|axes| axes.widen(warnings));
        self.follow_functions(false)?;
        self.place_titles();
        self.check_axes()
    }

    /// The same for what the first frame has said.
    pub(crate) fn freeze_again(&mut self, warnings: &mut Warnings) -> Result<(), FigureError> {
        self.follow_colors(false)?;
        self.axes.iter_mut().for_each(|axes| axes.widen(warnings));
        self.follow_functions(false)?;
        self.check_axes()
    }

    /// Says what is wrong with one of the axes.
    pub(crate) fn check_axes(&self) -> Result<(), FigureError> {
        self.axes.iter().try_for_each(|axes| axes.check(&self.axes))
    }

    /// Puts everything back as setup left it, for a while.
    pub(crate) fn take_changes(&mut self) -> Vec<Changes> {
        self.axes.iter_mut().map(Axes::take_changes).collect()
    }

    /// The other way around.
    pub(crate) fn put_back(&mut self, changes: Vec<Changes>) {
        for (axes, changes) in self.axes.iter_mut().zip(changes) {
            axes.put_back(changes);
        }
    }

    /// Marks what `handle` names as changed in this frame.
    #[track_caller]
    pub(crate) fn touch<A: Artist>(&mut self, handle: Handle<A>) {
        let place = self.place(handle);
        if let Some(slot) = self.axes[place.axes].slots.get_mut(place.artist) {
            slot.touch();
        }
    }

    /// Marks the axes as changed in this frame.
    #[track_caller]
    pub(crate) fn touch_axes(&mut self, handle: Handle<Axes>) {
        let place = self.place(handle);
        self.axes[place.axes].touch();
    }

    /// Puts everything back as setup left it.
    pub(crate) fn restore(&mut self) {
        self.axes.iter_mut().for_each(Axes::restore);
        self.drawings.over.clear();
    }
}
