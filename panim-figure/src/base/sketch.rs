//! How a hand leads a pen.

use super::check::{SIZE, SKETCH_LENGTH, SKETCH_RANDOMNESS, SKETCH_SCALE};
use crate::{FigureError, Number};

/// Lines that waver as if they were drawn by hand; see [`Style::sketch`](crate::Style::sketch).
///
/// Lines, edges, spines, ticks and grids sway along a sine whose phase wanders at random. Markers are
/// as they are, and so are lines of many colours, regions of maps, hexagons, meshes, cells, images and words.
///
/// How a line sways follows from its artist and from how far it goes, and from nothing else: it is the
/// same in every frame and on every machine, and what does not move does not flicker.
///
/// Lengths are in hundredths of an inch, which are matplotlib's pixels.
///
/// ```
/// # use panim_figure::*;
/// let mut fig = Figure::new();
/// fig.set_style(Style { sketch: Some(Sketch::new().scale(2)), ..Style::xkcd() });
/// # let sketch = Some(Sketch::new().scale(2));
/// # fig.set_style(Style { font: FontFamily::default(), sketch, ..Style::xkcd() });
/// let ax = fig.set_size(400, 300).axes();
/// let x = linspace(0, 10, 100);
/// ax.add(Line::new(&x, x.iter().map(|x| (x / 2.0).exp())));
/// ax.set_xlabel("cups of tea").set_ylabel("ideas").show_xticks(false, false).show_yticks(false, false);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("sketch", fig);
/// ```
#[doc = include_str!("../../docs/sketch.md")]
#[doc(alias = "path.sketch")]
#[doc(alias = "set_sketch_params")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sketch {
    pub(crate) scale: f64,
    pub(crate) length: f64,
    pub(crate) randomness: f64,
    pub(crate) halo: f64,
}

impl Default for Sketch {
    fn default() -> Self {
        Self { scale: 1.0, length: 100.0, randomness: 2.0, halo: 4.0 }
    }
}

impl Sketch {
    /// matplotlib's: 1 to each side, along 100, twice as fast and half as fast.
    pub fn new() -> Self {
        Self::default()
    }

    /// How far lines sway to each side; default: 1.
    #[must_use]
    pub fn scale(self, scale: impl Number) -> Self {
        Self { scale: scale.value(), ..self }
    }

    /// How long a wave is, if it has no randomness; default: 100.
    #[must_use]
    pub fn length(self, length: impl Number) -> Self {
        Self { length: length.value(), ..self }
    }

    /// By what factor waves are faster and slower from place to place, 1 for waves that are all alike;
    /// waves are longer by it. Default: 2.
    #[must_use]
    pub fn randomness(self, factor: impl Number) -> Self {
        Self { randomness: factor.value(), ..self }
    }

    /// Width of the line in the figure's background colour that lies under each line, around each area and around
    /// words, in points; default: 4, which is seen by one point on each side of lines of width 2. 0
    /// for none.
    #[doc(alias = "path.effects")]
    #[must_use]
    pub fn halo(self, width: impl Number) -> Self {
        Self { halo: width.value(), ..self }
    }

    pub(crate) fn check(&self, part: &'static str) -> Result<(), FigureError> {
        SKETCH_SCALE.check(part, "sketch.scale", self.scale)?;
        SKETCH_LENGTH.check(part, "sketch.length", self.length)?;
        SKETCH_RANDOMNESS.check(part, "sketch.randomness", self.randomness)?;
        SIZE.check(part, "sketch.halo", self.halo)
    }
}
