//! How a figure looks where nobody says otherwise.

use crate::{
    FigureError, FontFamily, LineStyle, MathFont, Weight,
    base::check::checked_size,
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
    /// Tick labels; black.
    pub tick: Color,
    /// Spines and tick marks; black.
    pub edge: Color,
    /// Whether the left and bottom, and the right and top spines are drawn; both.
    pub spines: (bool, bool),
    /// Width of spines and tick marks; 0.8.
    pub edge_width: f64,
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
    /// The letters of all words that have no family of their own; DejaVu Sans. Those on plotters' areas are
    /// DejaVu Sans always.
    pub font: FontFamily,
    /// The letters of formulas; those of the words around them.
    pub math_font: MathFont,
    /// Tick labels, axis labels, legends and texts; 10.
    pub font_size: f64,
    /// Titles of axes; 12. The figure's title is as large.
    pub title_size: f64,
    /// Titles of axes and of the figure; regular.
    pub title_weight: Weight,
    /// Lines; 1.5.
    pub line_width: f64,
    /// What artists without a colour take in turn; the Tableau ten, `C0`..`C9`.
    pub cycle: Vec<Color>,
}

impl Default for Style {
    /// matplotlib's defaults.
    fn default() -> Self {
        Self {
            face: Color::WHITE,
            axes_face: Color::WHITE,
            text: Color::BLACK,
            tick: Color::BLACK,
            edge: Color::BLACK,
            spines: (true, true),
            edge_width: 0.8,
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
            font: FontFamily::default(),
            math_font: MathFont::Text,
            font_size: 10.0,
            title_size: 12.0,
            title_weight: Weight::NORMAL,
            line_width: 1.5,
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

    /// A white grid on light grey without spines, after R's ggplot2.
    pub fn ggplot() -> Self {
        let cycle = [
            (0xe2, 0x4a, 0x33),
            (0x34, 0x8a, 0xbd),
            (0x98, 0x8e, 0xd5),
            (0x77, 0x77, 0x77),
            (0xfb, 0xc1, 0x5e),
            (0x8e, 0xba, 0x42),
            (0xff, 0xb5, 0xb8),
        ];
        let grey = Color::rgb(0x55, 0x55, 0x55);
        Self {
            axes_face: Color::rgb(0xe5, 0xe5, 0xe5),
            text: grey,
            tick: grey,
            edge: grey,
            spines: (false, false),
            grid: true,
            grid_color: Color::WHITE,
            grid_below: true,
            title_size: 14.4,
            cycle: cycle.map(Color::from).to_vec(),
            ..Self::default()
        }
    }

    /// The colour `i` of those that artists take in turn.
    pub(crate) fn cycle_color(&self, i: usize) -> Color {
        self.cycle.get(i % self.cycle.len().max(1)).copied().unwrap_or(Color::BLACK)
    }

    pub(crate) fn check(&self) -> Result<(), FigureError> {
        for (argument, size) in [
            ("edge_width", self.edge_width),
            ("grid_width", self.grid_width),
            ("tick_length", self.tick_length),
            ("font_size", self.font_size),
            ("title_size", self.title_size),
            ("line_width", self.line_width),
        ] {
            checked_size("Style", argument, size)?;
        }
        self.font.check("Style", "font")?;
        self.math_font.check("Style")?;
        self.grid_style.check("Style", "grid_style")?;
        if self.cycle.is_empty() {
            return Err(FigureError::new("Style", "cycle", "is empty; it needs a colour"));
        }
        Ok(())
    }
}
