//! What is said of a colorbar, for an axes or a figure to add it.

mod options;

use crate::{
    Axes, Data, Extend, FigureError, Format, Handle, Locator, Number, Side,
    base::{
        check::{BAR_ASPECT, BAR_LENGTH, BAR_PAD, TICKS},
        data::Column,
        word::{Misnamed, OneOf},
    },
    text::label::Label,
};
pub use options::{BandSpacing, ExtendFraction, Orientation};

/// A colorbar, to be given to [`Axes::add_colorbar`] or
/// [`Figure::add_colorbar`](crate::Figure::add_colorbar).
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let rows = (0..20).map(|y| (0..30).map(move |x| f64::from(10 + x) + f64::from(y).sin()));
/// let image = ax.add(Image::new(rows).cmap("inferno").vmin(10.0).vmax(40.0));
/// let bar = Colorbar::new().location(Side::Bottom).label("temperature (°C)");
/// ax.add_colorbar(image, bar.ticks([10, 25, 40])).set_title("a warm day");
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("colorbar", fig);
/// ```
#[doc = include_str!("../../docs/colorbar.md")]
///
/// Several axes share one, which is as long as all of them, or it stands in a place of its own:
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # let rows = [[0.0, 1.0], [2.0, 3.0]];
/// let mut axes = fig.subplots(2, 2);
/// let image = axes[(0, 0)].add(Image::new(rows).vmin(0.0).vmax(3.0));
/// axes[(1, 1)].add(Image::new(rows).vmin(0.0).vmax(3.0));
/// let all = axes.handles();
/// fig.add_colorbar(image, Colorbar::new().ax(all).shrink(0.8).extend(Extend::Max));
/// # Renderer::new(fig).unwrap();
///
/// # let mut fig = Figure::new();
/// let mut grid = fig.grid(1, 2);
/// grid.width_ratios([15, 1]);
/// let image = grid.span(0, 0).add(Image::new(rows));
/// let place = grid.span(0, 1).handle();
/// fig.add_colorbar(image, Colorbar::new().cax(place));
/// # Renderer::new(fig).unwrap();
/// ```
#[derive(Debug, Clone)]
pub struct Colorbar {
    pub(crate) side: Side,
    pub(crate) ax: Option<Vec<Handle<Axes>>>,
    pub(crate) cax: Option<Handle<Axes>>,
    pub(crate) shrink: f64,
    pub(crate) aspect: Option<f64>,
    pub(crate) fraction: Option<f64>,
    pub(crate) pad: Option<f64>,
    pub(crate) anchor: f64,
    pub(crate) panchor: Option<(f64, f64)>,
    pub(crate) extend: Option<Extend>,
    pub(crate) extendfrac: ExtendFraction,
    pub(crate) extendrect: bool,
    pub(crate) spacing: BandSpacing,
    pub(crate) drawedges: bool,
    pub(crate) label: Label,
    /// Where ticks and label stand; default: on the side away from the axes.
    pub(crate) ticklocation: Option<Side>,
    pub(crate) locator: Option<Locator>,
    pub(crate) minor: Option<Locator>,
    pub(crate) ticks: Option<Vec<f64>>,
    pub(crate) tick_labels: Option<Vec<String>>,
    pub(crate) format: Option<Format>,
    pub(crate) misnamed: Misnamed,
}

impl Default for Colorbar {
    fn default() -> Self {
        Self::new()
    }
}

impl Colorbar {
    /// A vertical one to the right of the artist's axes, without a label.
    pub fn new() -> Self {
        Self {
            side: Side::Right,
            ax: None,
            cax: None,
            shrink: 1.0,
            aspect: None,
            fraction: None,
            pad: None,
            anchor: 0.5,
            panchor: None,
            extend: None,
            extendfrac: ExtendFraction::default(),
            extendrect: false,
            spacing: BandSpacing::default(),
            drawedges: false,
            label: Label::default(),
            ticklocation: None,
            locator: None,
            minor: None,
            ticks: None,
            tick_labels: None,
            format: None,
            misnamed: Misnamed::default(),
        }
    }

    /// On which side of its axes it stands, vertical or horizontal; [`Side::Right`] by default. Its ticks
    /// and label are on the same side of the bar.
    #[must_use]
    pub fn location(mut self, side: impl OneOf<Side>) -> Self {
        self.misnamed.set("location", side, &mut self.side);
        self
    }

    /// Lies under its axes: `location(Side::Bottom)`.
    #[must_use]
    pub fn horizontal(self) -> Self {
        self.location(Side::Bottom)
    }

    /// Vertical to the right (the default), or horizontal under the axes.
    #[must_use]
    pub fn orientation(mut self, orientation: impl OneOf<Orientation>) -> Self {
        let mut known = None;
        self.misnamed.set("orientation", orientation, &mut known);
        match known {
            Some(Orientation::Vertical) => self.location(Side::Right),
            Some(Orientation::Horizontal) => self.location(Side::Bottom),
            None => self,
        }
    }

    /// The axes beside which it stands, as long as all of them together; default: the artist's.
    /// One or more, which must be in one grid, or in grids inside of it.
    #[must_use]
    pub fn ax(self, axes: impl IntoIterator<Item = Handle<Axes>>) -> Self {
        Self { ax: Some(axes.into_iter().collect()), ..self }
    }

    /// Fills the box of this axes instead of taking room from others: a place in a grid, or an
    /// inset.
    #[must_use]
    pub fn cax(self, axes: Handle<Axes>) -> Self {
        Self { cax: Some(axes), ..self }
    }

    /// Its length as a fraction of its axes', more than 0 and up to 1 (the default).
    #[must_use]
    pub fn shrink(self, shrink: impl Number) -> Self {
        Self { shrink: shrink.value(), ..self }
    }

    /// How many times as long as wide it is; default: 20, but 6 to 16 points wide.
    #[must_use]
    pub fn aspect(self, aspect: impl Number) -> Self {
        Self { aspect: Some(aspect.value()), ..self }
    }

    /// Its distance from the axes and their labels, as a fraction of the axes' width, or of their
    /// height if it lies above or below; default: 10 points.
    #[must_use]
    pub fn pad(self, pad: impl Number) -> Self {
        Self { pad: Some(pad.value()), ..self }
    }

    /// Its width as a fraction of the axes' width, or of their height if it lies above or below, at most;
    /// default: no limit.
    #[must_use]
    pub fn fraction(self, fraction: impl Number) -> Self {
        Self { fraction: Some(fraction.value()), ..self }
    }

    /// Where along its axes a bar stands that is shorter than they are: 0 at their lower or left end, 1 at
    /// the other; default: 0.5.
    #[must_use]
    pub fn anchor(self, along: impl Number) -> Self {
        Self { anchor: along.value(), ..self }
    }

    /// Where in their cell of the grid its axes stand, if their aspect makes them smaller than that, as
    /// fractions of what is free, from the left and from the bottom; default: (0.5, 0.5).
    #[must_use]
    pub fn panchor(self, x: impl Number, y: impl Number) -> Self {
        Self { panchor: Some((x.value(), y.value())), ..self }
    }

    /// Points at ends beyond which values have a colour too; by default, at those where filled
    /// contours are extended, or where the colormap has a colour [`under`](crate::Colormap::under) or
    /// [`over`](crate::Colormap::over).
    #[must_use]
    pub fn extend(mut self, extend: impl OneOf<Extend>) -> Self {
        self.misnamed.set("extend", extend, &mut self.extend);
        self
    }

    /// How long the ends for values beyond are, as a fraction of the bar without them: a number, one for
    /// each end, or `"auto"`, as long as the bands beside them; default: 0.05.
    #[must_use]
    pub fn extendfrac(mut self, fraction: impl OneOf<ExtendFraction>) -> Self {
        self.misnamed.set("extendfrac", fraction, &mut self.extendfrac);
        self
    }

    /// Whether these ends are rectangles instead of points; default: no.
    #[must_use]
    pub fn extendrect(self, on: bool) -> Self {
        Self { extendrect: on, ..self }
    }

    /// How long bands are: all the same, `"uniform"`, the default, or as the values between their bounds,
    /// `"proportional"`.
    #[must_use]
    pub fn spacing(mut self, spacing: impl OneOf<BandSpacing>) -> Self {
        self.misnamed.set("spacing", spacing, &mut self.spacing);
        self
    }

    /// Whether lines part its bands; default: no.
    #[must_use]
    pub fn drawedges(self, on: bool) -> Self {
        Self { drawedges: on, ..self }
    }

    /// On which side of the bar its ticks and its label stand; default: away from the axes.
    #[must_use]
    pub fn ticklocation(mut self, side: impl OneOf<Side>) -> Self {
        self.misnamed.set("ticklocation", side, &mut self.ticklocation);
        self
    }

    /// What the values are. [`Label::halign`] says at which end it stands.
    #[must_use]
    pub fn label(self, label: impl Into<Label>) -> Self {
        Self { label: label.into(), ..self }
    }

    /// Puts ticks at these values.
    #[must_use]
    pub fn ticks<I: Data>(self, ticks: I) -> Self {
        Self { ticks: Some(Column::new(ticks).to_vec()), ..self }
    }

    /// Puts ticks where a [`Locator`] or a closure from the limits says; default: round numbers, or the
    /// bounds of bands.
    #[must_use]
    pub fn locator(self, locator: impl Into<Locator>) -> Self {
        Self { locator: Some(locator.into()), ..self }
    }

    /// Puts short ticks between the ticks, or none, the default but on logarithmic bars.
    #[must_use]
    pub fn minor_ticks(self, on: bool) -> Self {
        self.minor_locator(if on { Locator::auto() } else { Locator::none() })
    }

    /// Puts short ticks where a [`Locator`] or a closure from the limits says.
    #[must_use]
    pub fn minor_locator(self, locator: impl Into<Locator>) -> Self {
        Self { minor: Some(locator.into()), ..self }
    }

    /// Writes these at the ticks, as many as there are of them.
    #[must_use]
    pub fn tick_labels<I: IntoIterator<Item: Into<String>>>(self, labels: I) -> Self {
        Self { tick_labels: Some(labels.into_iter().map(Into::into).collect()), ..self }
    }

    /// Writes the tick labels: a [`Format`] or a closure from the value to the words.
    #[must_use]
    pub fn format(self, format: impl Into<Format>) -> Self {
        Self { format: Some(format.into()), ..self }
    }
}

impl Colorbar {
    pub(crate) fn check(&self) -> Result<(), FigureError> {
        self.misnamed.check("Colorbar")?;
        if self.ax.as_ref().is_some_and(Vec::is_empty) {
            let message = "there are no axes; the bar stands beside one or more";
            return Err(FigureError::new("Colorbar", "ax", message));
        }
        BAR_LENGTH.check("Colorbar", "shrink", self.shrink)?;
        self.aspect.map_or(Ok(()), |aspect| BAR_ASPECT.check("Colorbar", "aspect", aspect))?;
        self.pad.map_or(Ok(()), |pad| BAR_PAD.check("Colorbar", "pad", pad))?;
        self.fraction.map_or(Ok(()), |size| BAR_LENGTH.check("Colorbar", "fraction", size))?;
        BAR_PAD.check("Colorbar", "anchor", self.anchor)?;
        let (x, y) = self.panchor.unwrap_or_default();
        BAR_PAD.check("Colorbar", "panchor", x)?;
        BAR_PAD.check("Colorbar", "panchor", y)?;
        if let ExtendFraction::Of(below, above) = self.extendfrac {
            BAR_PAD.check("Colorbar", "extendfrac", below)?;
            BAR_PAD.check("Colorbar", "extendfrac", above)?;
        }
        if self.ticklocation.is_some_and(|side| side.is_vertical() != self.side.is_vertical()) {
            let message = match self.side.is_vertical() {
                true => "a vertical bar has its ticks at the left or at the right",
                false => "a horizontal bar has its ticks at the top or at the bottom",
            };
            return Err(FigureError::new("Colorbar", "ticklocation", message));
        }
        TICKS.check("Colorbar", "ticks", self.ticks.as_ref().map_or(0, Vec::len))?;
        if let Some(labels) = &self.tick_labels {
            TICKS.check("Colorbar", "tick_labels", labels.len())?;
        }
        self.format.as_ref().map_or(Ok(()), |format| format.check("Colorbar", "format"))?;
        self.label.check("Colorbar", "label")
    }

    /// The side of its ticks.
    pub(crate) fn tick_side(&self) -> Side {
        self.ticklocation.unwrap_or(self.side)
    }

    /// Refuses labels that are not as many as the ticks of the bar.
    pub(crate) fn check_labels(&self, ticks: Option<&[f64]>) -> Result<(), FigureError> {
        let message = match (&self.tick_labels, ticks) {
            (Some(labels), Some(ticks)) if labels.len() != ticks.len() => {
                format!("{} ticks and {} labels", ticks.len(), labels.len())
            }
            (Some(_), None) => "say where the labels stand with `ticks` as well".into(),
            _ => return Ok(()),
        };
        Err(FigureError::new("Colorbar", "tick_labels", message))
    }
}
