//! The legend: a sample and a name of each artist that has a label, or of entries of its own.

mod entries;
mod frame;
mod key;
mod look;
mod paint;
mod place;

use crate::{
    At, FigureError, Font, Number,
    base::{
        check::{COLUMNS, KEY_POINTS, PADDING, RATIO},
        word::{Misnamed, OneOf},
    },
    color::{ColorList, ColorSpec, IntoColor},
    pen::KeyStyle,
    text::{HAlign, label::Label},
};
pub(crate) use entries::NamedArtists;
pub use key::LegendKey;
use key::Samples;
use look::{FrameLook, LabelColor, Spacing};
pub(crate) use paint::best_places;
pub use place::LegendLoc;
use vello_cpu::kurbo::Rect;

/// A legend, to be given to [`Axes::set_legend`](crate::Axes::set_legend) or
/// [`Figure::set_legend`](crate::Figure::set_legend).
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = linspace(0.0, 6.0, 100);
/// ax.add(FillBetween::new(&x, x.iter().map(|_| 0.0), x.iter().map(|x| x.sin())).label("area"));
/// ax.add(Line::new(&x, x.iter().map(|x| x.cos())).color("C1").style("--").label("slope"));
/// ax.add(Scatter::new([1.57, 4.71], [1, -1]).color("black").label("peaks"));
/// ax.set_legend(Legend::new().loc(Loc::UpperCenter).columns(3).title("signals"));
/// ax.set_ylim(-1.2, 2.0);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("legend", fig);
/// ```
#[doc = include_str!("../../docs/legend.md")]
///
/// It names the artists that have a label, except for labels that begin with `_`, or else what
/// [`Legend::entry`] says: the sample of any artist, also of one that is drawn nowhere else, and its words.
/// Beside the axes the layout makes room for it, and an axes has several by
/// [`Axes::add_legend`](crate::Axes::add_legend):
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let x = linspace(0.0, 6.0, 100);
/// for (i, style) in ["-", "--", ":"].into_iter().enumerate() {
///     let phase = i as f64;
///     ax.add(Line::new(&x, x.iter().map(|x| x.sin() + phase)).style(style).color("C0").label(style));
///     ax.add(Line::new(&x, x.iter().map(|x| x.cos() + phase)).style(style).color("C3"));
/// }
/// let colors = Legend::new()
///     .entry(Rectangle::new((0, 0), 1, 1).color("C0"), "sine")
///     .entry(Rectangle::new((0, 0), 1, 1).color("C3"), "cosine");
/// ax.set_legend(colors.loc("outside upper center").columns(2).frame(false));
/// ax.add_legend(Legend::new().loc("outside right upper").title("style"));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("legends", fig);
/// ```
#[doc = include_str!("../../docs/legends.md")]
#[derive(Debug, Clone)]
pub struct Legend {
    loc: LegendLoc,
    at: Option<At>,
    columns: usize,
    title: Label,
    alignment: HAlign,
    font: Font,
    entries: Vec<(Samples, Label)>,
    is_reversed: bool,
    text_first: bool,
    label_color: LabelColor,
    look: FrameLook,
    spacing: Spacing,
    /// From the edges, in sizes of the text.
    border_axes_pad: Option<f64>,
    is_expanded: bool,
    key: KeyStyle,
    of_figure: bool,
    /// What the layout left for one at the figure's edge, or where the words of its axes end for one
    /// beside them.
    area: Option<Rect>,
    /// Where the words of its own axes ended at the top when that was decided.
    top: Option<f64>,
    misnamed: Misnamed,
}

impl Default for Legend {
    fn default() -> Self {
        Self::new()
    }
}

impl Legend {
    /// A legend of one column in a frame, where it covers the least.
    pub fn new() -> Self {
        Self {
            loc: LegendLoc::default(),
            at: None,
            columns: 1,
            title: Label::default(),
            alignment: HAlign::Center,
            font: Font::default(),
            entries: Vec::new(),
            is_reversed: false,
            text_first: false,
            label_color: LabelColor::default(),
            look: FrameLook::default(),
            spacing: Spacing::default(),
            border_axes_pad: None,
            is_expanded: false,
            key: KeyStyle::default(),
            of_figure: false,
            area: None,
            top: None,
            misnamed: Misnamed::default(),
        }
    }

    /// Where it stands: a [`Loc`](crate::Loc) or its name, `"upper right"`, or outside, where the layout
    /// makes room for it: `"outside right upper"`, a [`LegendLoc`].
    #[must_use]
    pub fn loc(mut self, loc: impl OneOf<LegendLoc>) -> Self {
        self.misnamed.set("loc", loc, &mut self.loc);
        self
    }

    /// Puts the corner, the edge or the middle of the legend that [`Legend::loc`] names at this
    /// place, as matplotlib's `bbox_to_anchor`: `.loc("upper left").at(At::Axes(1.02, 1.0))` is beside
    /// the axes. The lower left corner where no other is named. No room is made for it.
    #[must_use]
    #[doc(alias = "bbox_to_anchor")]
    pub fn at(self, place: impl Into<At>) -> Self {
        Self { at: Some(place.into()), ..self }
    }

    /// Adds an entry: the sample of an artist, such as `Line::empty().color("C1")`, or of one in the figure
    /// by its [`Handle`](crate::Handle), and words beside it; `""` are the artist's label. What else is a
    /// key, [`LegendKey`] says. A legend with entries of its own shows these alone, in this order.
    #[must_use]
    #[doc(alias = "handles")]
    pub fn entry(mut self, key: impl LegendKey, words: impl Into<Label>) -> Self {
        self.entries.push((key.samples(), words.into()));
        self
    }

    /// Adds several entries of one kind, see [`Legend::entry`].
    #[must_use]
    pub fn entries<K: LegendKey, W: Into<Label>>(
        self,
        entries: impl IntoIterator<Item = (K, W)>,
    ) -> Self {
        entries.into_iter().fold(self, |legend, (key, words)| legend.entry(key, words))
    }

    /// Shows the last entry first; default: false.
    #[must_use]
    pub fn reverse(self, on: bool) -> Self {
        Self { is_reversed: on, ..self }
    }

    /// How many entries stand beside each other; default: 1.
    #[must_use]
    #[doc(alias = "ncols")]
    pub fn columns(self, columns: usize) -> Self {
        Self { columns, ..self }
    }

    /// Spreads the columns over the width of the axes, or of the figure; default: false.
    #[must_use]
    pub fn expand(self, on: bool) -> Self {
        Self { is_expanded: on, ..self }
    }

    /// Words above the entries. Their size and looks are those of a [`Label`].
    #[must_use]
    #[doc(alias = "title_fontsize")]
    pub fn title(self, title: impl Into<Label>) -> Self {
        Self { title: title.into(), ..self }
    }

    /// Where the title and the entries stand if one of them is narrower: `"left"`, `"center"`, the
    /// default, or `"right"`. The title alone follows its [`Label::halign`].
    #[must_use]
    pub fn alignment(mut self, alignment: impl OneOf<HAlign>) -> Self {
        self.misnamed.set("alignment", alignment, &mut self.alignment);
        self
    }

    /// Size of the words in points; default: the style's, 10.
    #[must_use]
    #[doc(alias = "fontsize")]
    pub fn size(mut self, points: impl Number) -> Self {
        self.font.size = Some(points.value());
        self
    }

    /// Family, size, weight and style of the words: what the [`Font`] says. A [`Label`] may say
    /// otherwise. Default: the style's.
    #[must_use]
    #[doc(alias = "prop")]
    pub fn font(mut self, font: impl Into<Font>) -> Self {
        self.font.set(font.into());
        self
    }

    /// Colour of the words; default: the style's, black. `"linecolor"` is that of the key beside them.
    #[must_use]
    pub fn label_color(self, color: impl IntoColor) -> Self {
        Self { label_color: LabelColor::one(ColorSpec::from(color)), ..self }
    }

    /// Colours of the words of one entry after the other, again from the first if they are too few.
    #[must_use]
    pub fn label_colors(self, colors: impl ColorList) -> Self {
        let colors = colors.colors().map(ColorSpec::from).collect();
        Self { label_color: LabelColor::Each(colors), ..self }
    }

    /// Puts the samples before the words (`true`, the default) or behind them.
    #[must_use]
    pub fn marker_first(self, on: bool) -> Self {
        Self { text_first: !on, ..self }
    }

    /// How many times as large as in the axes markers are; default: 1.
    #[must_use]
    pub fn marker_scale(mut self, scale: impl Number) -> Self {
        self.key.marker_scale = scale.value();
        self
    }

    /// How many markers are on the sample of a line; default: 1.
    #[must_use]
    #[doc(alias = "numpoints")]
    pub fn num_points(mut self, count: usize) -> Self {
        self.key.points = count;
        self
    }

    /// How many markers the sample of scattered ones has; default: 1.
    #[must_use]
    #[doc(alias = "scatterpoints")]
    pub fn scatter_points(mut self, count: usize) -> Self {
        self.key.scatter_points = count;
        self
    }

    /// Does it stand at a place in data coordinates?
    pub(crate) fn is_in_data(&self) -> bool {
        self.at.is_some_and(At::is_data)
    }

    /// The legend of a whole figure, which has no best place.
    pub(crate) fn of_figure(self) -> Self {
        let is_free = self.is_free();
        let loc = if is_free { LegendLoc::Inside(crate::Loc::UpperRight) } else { self.loc };
        Self { loc, of_figure: true, ..self }
    }

    /// What the layout leaves for it.
    pub(crate) fn set_area(&mut self, area: Rect) {
        self.area = Some(area);
    }

    /// The axes' own words end here at the top: it stands beyond what is added to them later.
    pub(crate) fn set_top(&mut self, top: f64) {
        self.top = Some(top);
    }

    /// Does it name artists by their labels, of which none has one?
    pub(crate) fn names_nothing(&self, named: &NamedArtists<'_>) -> bool {
        let mut slots = named.labelled.iter().flat_map(|axes| &axes.slots);
        self.entries.is_empty() && !slots.any(|slot| slot.artist().names().next().is_some())
    }

    /// Says what is wrong with it, in the figure with this number.
    pub(crate) fn check(&self, figure: u64) -> Result<(), FigureError> {
        self.misnamed.check("Legend")?;
        self.at.map_or(Ok(()), |at| at.check("Legend", "at"))?;
        COLUMNS.check("Legend", "columns", self.columns)?;
        self.font.check("Legend", ["size", "font"])?;
        self.title.check("Legend", "title")?;
        self.label_color.check()?;
        self.look.check()?;
        self.spacing.check()?;
        let pad = self.border_axes_pad.unwrap_or(0.0);
        PADDING.check("Legend", "border_axes_pad", pad)?;
        RATIO.check("Legend", "marker_scale", self.key.marker_scale)?;
        KEY_POINTS.check("Legend", "num_points", self.key.points)?;
        KEY_POINTS.check("Legend", "scatter_points", self.key.scatter_points)?;
        self.entries.iter().try_for_each(|(key, words)| {
            words.check("Legend", "entry")?;
            key.check(figure)
        })
    }
}
