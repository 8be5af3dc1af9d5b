//! How a figure looks where nobody says otherwise.

mod sheets;
mod tick_direction;

use crate::{
    FigureError, FontFamily, LineStyle, MathFont, Weight,
    base::{check::checked_size, sketch::Sketch, word::Named},
    color::{CYCLE_COLORS, Color},
};

/// The looks of a figure: colours, sizes, line widths. Give it to
/// [`Figure::set_style`](crate::Figure::set_style) before anything is added.
///
/// A style of one's own starts from one of these:
///
/// ```
/// # use panim_figure::*;
/// let mut fig = Figure::new();
/// fig.set_style(Style { line_width: 2.0, ..Style::dark() });
/// let ax = fig.set_size(400, 300).axes();
/// let x = linspace(0.0, 6.0, 100);
/// for shift in [0.0, 0.5, 1.0, 1.5] {
///     ax.add(Line::new(&x, x.iter().map(|x| (x - shift).sin())));
/// }
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("style", fig);
/// ```
#[doc = include_str!("../docs/style.md")]
///
/// Sizes and widths are in points of 1/72 inch.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// The figure's background; white.
    pub face: Color,
    /// The background of each axes; white.
    pub axes_face: Color,
    /// Words, unless an artist or a label says its own; black.
    pub text: Color,
    /// Axis labels; as `text`.
    pub label: Option<Color>,
    /// Titles of axes and of the figure; as `text`.
    pub title: Option<Color>,
    /// Words in legends; as `text`.
    pub legend: Option<Color>,
    /// Tick labels; black.
    pub tick: Color,
    /// Tick marks; as spines.
    pub tick_mark: Option<Color>,
    /// Edges of shapes, arrows and errors; black.
    pub edge: Color,
    /// Spines; as `edge`.
    pub spine: Option<Color>,
    /// Whether the left and bottom, and the right and top spines are drawn; both.
    pub spines: (bool, bool),
    /// Width of spines and tick marks; 0.8.
    pub edge_width: f64,
    /// Width of tick marks alone; as `edge_width`.
    pub tick_width: Option<f64>,
    /// Whether axes have a grid by default; not.
    pub grid: bool,
    /// Lines of grids; a light grey.
    pub grid_color: Color,
    /// Dashes of grids; solid.
    pub grid_style: LineStyle,
    /// Width of grid lines; 0.8.
    pub grid_width: f64,
    /// Whether grids lie below all artists; by default they lie over patches and under lines.
    pub grid_below: bool,
    /// The panes behind 3D axes, across x, y and z; light greys.
    pub panes: [Color; 3],
    /// Length of tick marks; 3.5. Minor ones are 4/7 of it.
    pub tick_length: f64,
    /// Where tick marks point; out of the box.
    pub tick_direction: TickDirection,
    /// Between tick marks and their labels; 3.5.
    pub tick_pad: f64,
    /// The letters of all words that have no family of their own; DejaVu Sans. Those on plotters' areas are
    /// DejaVu Sans always.
    pub font: FontFamily,
    /// The letters of formulas; those of the words around them.
    pub math_font: MathFont,
    /// Tick labels, axis labels, legends and texts; 10.
    pub font_size: f64,
    /// Axis labels alone; as `font_size`.
    pub label_size: Option<f64>,
    /// Tick labels alone; as `font_size`.
    pub tick_label_size: Option<f64>,
    /// Words in legends alone; as `font_size`.
    pub legend_size: Option<f64>,
    /// Whether legends have a box around them; they have.
    pub legend_frame: bool,
    /// Titles of axes; 12. The figure's title is as large.
    pub title_size: f64,
    /// Titles of axes and of the figure; regular.
    pub title_weight: Weight,
    /// Lines; 1.5.
    pub line_width: f64,
    /// Whether minus signs of tick labels are longer than hyphens, "\u{2212}"; they are.
    pub unicode_minus: bool,
    /// How lines sway, as if they were drawn by hand; they do not.
    pub sketch: Option<Sketch>,
    /// What artists without a colour take in turn; the Tableau ten, `C0`..`C9`.
    pub cycle: Vec<Color>,
}

pub use tick_direction::TickDirection;

/// What says how a figure looks: a [`Style`], the name of one, or several names, each of which changes what
/// those before it leave, `["seaborn-v0_8-whitegrid", "seaborn-v0_8-talk"]`.
///
/// The names and what is behind them are matplotlib's: `default`, `ggplot`, `dark_background`, `grayscale`,
/// `fivethirtyeight`, `bmh`, `Solarize_Light2`, `petroff6`, `petroff8`, `petroff10`, `tableau-colorblind10`,
/// `xkcd`, `seaborn-v0_8`, and behind `seaborn-v0_8-` the looks `darkgrid`, `whitegrid`, `dark`, `white` and `ticks`, the
/// sizes `paper`, `notebook`, `talk` and `poster`, and the colours `deep`, `muted`, `pastel`, `bright`,
/// `colorblind` and `dark-palette`. What they say of families, colormaps and the size of figures is left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// fig.set_style(["seaborn-v0_8-darkgrid", "seaborn-v0_8-muted"]);
/// let ax = fig.axes();
/// let x = linspace(0, 6, 100);
/// for shift in [0.0, 0.5, 1.0, 1.5] {
///     ax.add(Line::new(&x, x.iter().map(|x| (x - shift).sin())).label(format!("{shift}")));
/// }
/// ax.set_title("darkgrid").set_xlabel("x").legend();
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("into_style", fig);
/// ```
#[doc = include_str!("../docs/into_style.md")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a style",
    label = "a style is due here",
    note = "styles are a `Style`, a name such as `\"ggplot\"`, or several, `[\"seaborn-v0_8-dark\", \"seaborn-v0_8-talk\"]`"
)]
pub trait IntoStyle {
    /// The style, or why it is none.
    #[doc(hidden)]
    fn style(self) -> Result<Style, String>;
}

impl IntoStyle for Style {
    fn style(self) -> Result<Style, String> {
        Ok(self)
    }
}

impl IntoStyle for &str {
    fn style(self) -> Result<Style, String> {
        [self].style()
    }
}

impl IntoStyle for String {
    fn style(self) -> Result<Style, String> {
        [self].style()
    }
}

impl<S: AsRef<str>, const N: usize> IntoStyle for [S; N] {
    fn style(self) -> Result<Style, String> {
        self.as_slice().style()
    }
}

impl<S: AsRef<str>> IntoStyle for Vec<S> {
    fn style(self) -> Result<Style, String> {
        self.as_slice().style()
    }
}

impl<S: AsRef<str>> IntoStyle for &[S] {
    fn style(self) -> Result<Style, String> {
        let mut style = Style::default();
        for name in self {
            sheets::StyleSheet::said(name.as_ref())?.lay(&mut style);
        }
        Ok(style)
    }
}

impl Default for Style {
    /// matplotlib's defaults.
    fn default() -> Self {
        Self {
            face: Color::WHITE,
            axes_face: Color::WHITE,
            text: Color::BLACK,
            label: None,
            title: None,
            legend: None,
            tick: Color::BLACK,
            tick_mark: None,
            edge: Color::BLACK,
            spine: None,
            spines: (true, true),
            edge_width: 0.8,
            tick_width: None,
            grid: false,
            grid_color: Color::rgb(0xb0, 0xb0, 0xb0),
            grid_style: LineStyle::Solid,
            grid_width: 0.8,
            grid_below: false,
            panes: [
                Color::rgba(242, 242, 242, 0.5),
                Color::rgba(230, 230, 230, 0.5),
                Color::rgba(236, 236, 236, 0.5),
            ],
            tick_length: 3.5,
            tick_direction: TickDirection::Out,
            tick_pad: 3.5,
            font: FontFamily::default(),
            math_font: MathFont::Text,
            font_size: 10.0,
            label_size: None,
            tick_label_size: None,
            legend_size: None,
            legend_frame: true,
            title_size: 12.0,
            title_weight: Weight::NORMAL,
            line_width: 1.5,
            unicode_minus: true,
            sketch: None,
            cycle: CYCLE_COLORS.to_vec(),
        }
    }
}

impl Style {
    /// Light on near black, with matplotlib's brighter cycle for dark backgrounds.
    pub fn dark() -> Self {
        let light = Color::rgb(0xe6, 0xe6, 0xe6);
        let cycle = [
            (0x8d, 0xd3, 0xc7),
            (0xfe, 0xff, 0xb3),
            (0xbf, 0xbb, 0xd9),
            (0xfa, 0x81, 0x74),
            (0x81, 0xb1, 0xd2),
            (0xfd, 0xb4, 0x62),
            (0xb3, 0xde, 0x69),
            (0xbc, 0x82, 0xbd),
            (0xcc, 0xeb, 0xc4),
            (0xff, 0xed, 0x6f),
        ];
        Self {
            face: Color::rgb(0x10, 0x12, 0x16),
            axes_face: Color::rgb(0x10, 0x12, 0x16),
            text: light,
            tick: light,
            edge: light,
            grid_color: Color::rgb(0x4a, 0x4e, 0x57),
            panes: [0x1c, 0x20, 0x1e].map(|grey| Color::rgb(grey, grey + 2, grey + 6)),
            cycle: cycle.map(Color::from).to_vec(),
            ..Self::default()
        }
    }

    /// A white grid on light grey, after R's ggplot2: matplotlib's `"ggplot"`.
    pub fn ggplot() -> Self {
        Self::default().with(sheets::ggplot)
    }

    /// As if it were drawn by hand, after Randall Munroe's comics: matplotlib's `plt.xkcd()`. Words are in
    /// the first of the fonts xkcd, xkcd Script, Comic Neue and Comic Sans MS that this machine has,
    /// and in DejaVu Sans if it has none of them.
    ///
    /// ```
    /// # use panim_figure::*;
    /// # let mut fig = Figure::new();
    /// # fig.set_size(400, 300);
    /// fig.set_style(Style::xkcd());
    /// # fig.set_style(Style { font: FontFamily::default(), ..Style::xkcd() });
    /// let ax = fig.axes();
    /// let x = linspace(0, 100, 101);
    /// ax.add(Line::new(&x, x.iter().map(|x| if *x < 70.0 { 1.0 } else { 71.0 - x })));
    /// let note = Annotation::new("the day I realized\nI could cook bacon", (70, 1)).xytext(At::Data(8.0, -14.0));
    /// ax.add(note.arrow("->"));
    /// ax.show_xticks(false, false).show_yticks(false, false).set_ylim(-30, 10);
    /// ax.set_xlabel("time").set_ylabel("my overall health");
    /// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
    /// # docs::check("xkcd", fig);
    /// ```
    #[doc = include_str!("../docs/xkcd.md")]
    pub fn xkcd() -> Self {
        Self::default().with(sheets::xkcd)
    }

    /// The style of a name, or of several, each of which changes what those before it leave: see
    /// [`IntoStyle`].
    ///
    /// # Errors
    /// A name is none.
    ///
    /// ```
    /// # use panim_figure::*;
    /// let style = Style::new("bmh")?;
    /// let wide = Style { line_width: 3.0, ..Style::new(["seaborn-v0_8-ticks", "seaborn-v0_8-talk"])? };
    /// # assert_eq!((style.line_width, wide.line_width, wide.tick_length), (2.0, 3.0, 6.0));
    /// # Ok::<(), FigureError>(())
    /// ```
    pub fn new(style: impl IntoStyle) -> Result<Self, FigureError> {
        style.style().map_err(|message| FigureError::new("Style", "new", message))
    }

    fn with(mut self, sheet: fn(&mut Self)) -> Self {
        sheet(&mut self);
        self
    }

    /// The colour of titles.
    pub(crate) fn title_color(&self) -> Color {
        self.title.unwrap_or(self.text)
    }

    /// The colour of axis labels.
    pub(crate) fn label_color(&self) -> Color {
        self.label.unwrap_or(self.text)
    }

    /// The colour of words in legends.
    pub(crate) fn legend_color(&self) -> Color {
        self.legend.unwrap_or(self.text)
    }

    pub(crate) fn spine_color(&self) -> Color {
        self.spine.unwrap_or(self.edge)
    }

    /// The colour of tick marks.
    pub(crate) fn tick_color(&self) -> Color {
        self.tick_mark.unwrap_or(self.spine_color())
    }

    /// The width of tick marks.
    pub(crate) fn tick_width(&self) -> f64 {
        self.tick_width.unwrap_or(self.edge_width)
    }

    /// Of axis labels.
    pub(crate) fn label_size(&self) -> f64 {
        self.label_size.unwrap_or(self.font_size)
    }

    /// Of tick labels.
    pub(crate) fn tick_label_size(&self) -> f64 {
        self.tick_label_size.unwrap_or(self.font_size)
    }

    /// Of words in legends.
    pub(crate) fn legend_size(&self) -> f64 {
        self.legend_size.unwrap_or(self.font_size)
    }

    /// The colour `i` of those that artists take in turn.
    pub(crate) fn cycle_color(&self, i: usize) -> Color {
        self.cycle.get(i % self.cycle.len().max(1)).copied().unwrap_or(Color::BLACK)
    }

    pub(crate) fn check(&self) -> Result<(), FigureError> {
        for (argument, size) in [
            ("edge_width", self.edge_width),
            ("grid_width", self.grid_width),
            ("tick_width", self.tick_width()),
            ("tick_length", self.tick_length),
            ("tick_pad", self.tick_pad),
            ("font_size", self.font_size),
            ("label_size", self.label_size()),
            ("tick_label_size", self.tick_label_size()),
            ("legend_size", self.legend_size()),
            ("title_size", self.title_size),
            ("line_width", self.line_width),
        ] {
            checked_size("Style", argument, size)?;
        }
        self.font.check("Style", "font")?;
        self.math_font.check("Style")?;
        self.grid_style.check("Style", "grid_style")?;
        self.sketch.map_or(Ok(()), |sketch| sketch.check("Style"))?;
        if self.cycle.is_empty() {
            return Err(FigureError::new("Style", "cycle", "is empty; it needs a colour"));
        }
        Ok(())
    }
}
