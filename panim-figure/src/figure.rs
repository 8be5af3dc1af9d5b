//! The whole picture: its size, its background, and the axes in it.

use crate::{
    Artist, Axes, FigureError, Handle,
    area::{Drawings, register_fonts},
    artist::checked_color,
    color::{Color, ColorSpec},
    handle::Place,
    layout::Cell,
};
use std::{
    ops::{Index, IndexMut},
    sync::atomic::{AtomicU64, Ordering},
};

/// Pixels per inch at which a figure's size is given, and drawn unless told.
const DPI: f64 = 100.0;

/// A picture being built in `#[setup]`: 640x480 pixels, white, and the axes that are added.
#[derive(Debug)]
pub struct Figure {
    id: u64,
    size: (u32, u32),
    /// The render says the size, not the scene.
    size_is_fixed: bool,
    dpi: f64,
    face: ColorSpec,
    pub(crate) axes: Vec<Axes>,
    pub(crate) cells: Vec<Cell>,
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
        register_fonts();
        Self {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            size: size.unwrap_or((640, 480)),
            size_is_fixed: size.is_some(),
            dpi: dpi.unwrap_or(DPI),
            face: Color::WHITE.into(),
            axes: Vec::new(),
            cells: Vec::new(),
            drawings: Drawings::default(),
        }
    }

    /// Sets the scene's own size, in pixels at 100 dpi; 640x480 unless told.
    ///
    /// The size given to the render wins over this one.
    pub fn set_size(&mut self, width: u32, height: u32) -> &mut Self {
        if !self.size_is_fixed {
            self.size = (width, height);
        }
        self
    }

    /// Width and height in pixels at 100 dpi.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// Colours the figure's background; white unless told. It is always opaque.
    pub fn set_facecolor(&mut self, color: impl Into<ColorSpec>) -> &mut Self {
        self.face = color.into();
        self
    }

    /// The figure's only axes, added if it has none yet; the first of several.
    pub fn axes(&mut self) -> &mut Axes {
        if self.axes.is_empty() {
            self.add_axes(Cell::WHOLE);
        }
        &mut self.axes[0]
    }

    /// Adds a grid of axes, `rows` down and `columns` across, that share the figure.
    ///
    /// ```
    /// # let mut fig = panim_figure::Figure::new();
    /// let mut axes = fig.subplots(2, 2);
    /// axes[(0, 1)].set_title("upper right");
    /// ```
    pub fn subplots(&mut self, rows: usize, columns: usize) -> Subplots<'_> {
        let first = self.axes.len();
        for row in 0..rows {
            for column in 0..columns {
                self.add_axes(Cell { row, column, rows, columns });
            }
        }
        Subplots { axes: &mut self.axes[first..], columns }
    }

    fn add_axes(&mut self, cell: Cell) {
        let place = Place { figure: self.id, axes: self.axes.len(), artist: 0 };
        self.axes.push(Axes::new(place));
        self.cells.push(cell);
    }

    /// Width and height in pixels as drawn.
    ///
    /// # Errors
    /// If a side has no or more than 65,535 pixels.
    pub(crate) fn pixels(&self) -> Result<(u16, u16), FigureError> {
        let pixels = |length: u32| (f64::from(length) * self.scale()).round() as u32;
        let (width, height) = (pixels(self.size.0), pixels(self.size.1));
        match (u16::try_from(width), u16::try_from(height)) {
            (Ok(w @ 1..), Ok(h @ 1..)) => Ok((w, h)),
            _ => {
                let message = format!("{width}x{height} pixels; a side has 1 to {}", u16::MAX);
                Err(FigureError::new("Figure", "set_size", message))
            }
        }
    }

    /// Pixels as drawn to one at 100 dpi.
    pub(crate) fn scale(&self) -> f64 {
        self.dpi / DPI
    }

    /// Pixels to one point, 1/72 inch.
    pub(crate) fn point(&self) -> f64 {
        self.dpi / 72.0
    }

    /// The background, opaque: a clear colour shows white paper.
    pub(crate) fn face(&self) -> Color {
        let face = self.face.get().unwrap_or(Color::WHITE);
        let alpha = face.alpha();
        let on_white = |c: u8| (f64::from(c) * alpha + 255.0 * (1.0 - alpha)).round() as u8;
        Color::rgb(on_white(face.red()), on_white(face.green()), on_white(face.blue()))
    }

    /// Setup is over: what changes from now on moves, and what is wrong is said.
    pub(crate) fn settle(&mut self) -> Result<(), FigureError> {
        checked_color("Figure", "set_facecolor", &self.face)?;
        self.drawings.check(self)?;
        for axes in &mut self.axes {
            axes.settle();
            axes.check()?;
        }
        Ok(())
    }

    #[track_caller]
    fn place<T>(&self, handle: Handle<T>) -> Place {
        handle.place_in(self.id)
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

/// What an artist added in an earlier frame's update is answered with.
const GONE: &str = "this handle's artist is gone: what #[update] adds lasts for one frame";

impl<A: Artist> Index<Handle<A>> for Figure {
    type Output = A;

    #[track_caller]
    fn index(&self, handle: Handle<A>) -> &A {
        let place = self.place(handle);
        self.axes[place.axes].slots.get(place.artist).and_then(|s| s.get()).expect(GONE)
    }
}

impl<A: Artist> IndexMut<Handle<A>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, handle: Handle<A>) -> &mut A {
        let place = self.place(handle);
        self.axes[place.axes].slots.get_mut(place.artist).and_then(|s| s.get_mut()).expect(GONE)
    }
}

impl Index<Handle<Axes>> for Figure {
    type Output = Axes;

    #[track_caller]
    fn index(&self, handle: Handle<Axes>) -> &Axes {
        &self.axes[self.place(handle).axes]
    }
}

impl IndexMut<Handle<Axes>> for Figure {
    #[track_caller]
    fn index_mut(&mut self, handle: Handle<Axes>) -> &mut Axes {
        let place = self.place(handle);
        &mut self.axes[place.axes]
    }
}

/// A grid of axes just added: `axes[(row, column)]`, from the upper left.
#[derive(Debug)]
pub struct Subplots<'a> {
    axes: &'a mut [Axes],
    columns: usize,
}

impl Subplots<'_> {
    /// Every axes, row by row.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Axes> {
        self.axes.iter_mut()
    }
}

impl Index<(usize, usize)> for Subplots<'_> {
    type Output = Axes;

    #[track_caller]
    fn index(&self, (row, column): (usize, usize)) -> &Axes {
        assert!(column < self.columns, "column {column} of {}", self.columns);
        &self.axes[row * self.columns + column]
    }
}

impl IndexMut<(usize, usize)> for Subplots<'_> {
    #[track_caller]
    fn index_mut(&mut self, (row, column): (usize, usize)) -> &mut Axes {
        assert!(column < self.columns, "column {column} of {}", self.columns);
        &mut self.axes[row * self.columns + column]
    }
}
