//! Words at a place in the axes.

use crate::{
    At, FigureError, Label,
    artist::{AxesKind, Draw},
    base::extent::Extent,
    parts::{
        common::{Common, common_properties, draw_common},
        lettering::Placed,
        words::{Words, placed_words_properties},
    },
    pen::Pen,
};
use vello_cpu::kurbo::Rect;

/// Words at a point; lines are separated by `\n`. Not cut at the axes' edges.
///
/// Its place is in data coordinates or in those of [`At`]: `Text::new(At::Axes(0.05, 0.9), "n = 7")`
/// stands still in its axes.
///
/// Text that stands still is set on whole pixels, crisp; text that `#[update]` moves is not, so
/// that it moves smoothly.
///
/// # Formulas
/// Here and wherever a figure shows words (titles, labels, legends), what stands between two
/// dollars is set as a formula, as matplotlib does:
///
/// | written | meaning |
/// |---|---|
/// | `$x^2$`, `$10^{-3}$`, `$T_{ij}$`, `$x_i^2$` | raised and lowered: one character, or what is in braces |
/// | `$\alpha$`, `$\Delta$`, `$\times$`, `$\pm$`, `$\degree$`, `$\sum$`, `$\infty$`, `$\leq$`, .. | Greek letters and symbols by their LaTeX names |
/// | `$\sin x$`, `$\log x$`, .. | functions, upright |
/// | `$\mathrm{max}$`, `$\mathbf{v}$`, `$\text{at rest}$` | upright, bold, and words with their blanks |
/// | `$a\,b$`, `$a\;b$`, `$a\ b$`, `$a\quad b$` | room; blanks themselves do not count |
///
/// Letters in formulas are slanted, `+`, `=` and their like stand off, `-` is a minus. Fractions,
/// roots, limits, matrices and all else of [KaTeX's language](https://katex.org/docs/supported) take the feature `math`. A
/// formula that cannot be set is shown as it was written, with a warning that says why.
///
/// Nothing else is read: `run_3.csv` and `x^2` stay as they are, and so do Unicode's own signs,
/// `10⁻³`, `α`, `∂`. So do dollars of money: what opens a formula has no blank behind it, what
/// closes it no blank before and no digit behind. `\$` is a dollar in any case.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let formula = Text::new((0.5, 0.6), r"$v_0 = 3\times 10^{-3}\,\mathrm{m/s}$").size(16.0);
/// ax.add(formula.halign(HAlign::Center));
/// let note = Text::new((0.5, 0.25), "as slow as a snail").rotation(10.0).color("C0");
/// ax.add(note.halign(HAlign::Center).boxed(TextBox::new().color("ivory")));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("text", fig);
/// ```
#[doc = include_str!("../../docs/text.md")]
#[doc = include_str!("../../docs/properties.md")]
#[derive(Debug, Clone)]
pub struct Text {
    at: At,
    words: Words,
    moving: bool,
    common: Common,
}

impl Text {
    /// `text` at a place, to the right of it, standing on it: a pair of numbers is in data
    /// coordinates, and [`At`] says other ones.
    pub fn new(position: impl Into<At>, text: impl Into<Label>) -> Self {
        Self {
            at: position.into(),
            words: Words::new(text.into()),
            moving: false,
            common: Common::default(),
        }
    }

    /// Moves the text.
    pub fn set_position(&mut self, position: impl Into<At>) -> &mut Self {
        self.at = position.into();
        self.moving = true;
        self
    }

    /// Changes the words; how they look stays where a [`Label`] does not say otherwise.
    pub fn set_text(&mut self, text: impl Into<Label>) -> &mut Self {
        self.words.set(text.into());
        self
    }

    /// Puts it elsewhere before it is drawn at all: that is no motion.
    pub(crate) fn place_at(&mut self, at: At) {
        self.at = at;
    }

    fn place(&self, pen: &mut Pen<'_>) -> Option<Placed> {
        let at = self.at.place(pen);
        self.words.place(pen, at, self.moving || (pen.moving && self.at.is_data()))
    }
}

placed_words_properties!(Text);
common_properties!(Text);

impl Draw for Text {
    draw_common!(Text);

    fn check(&self) -> Result<(), FigureError> {
        self.at.check("Text", "position")?;
        self.words.check("Text")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        if let Some(placed) = self.place(pen) {
            self.words.draw(pen, &self.common, &placed);
        }
    }

    fn extent(&self) -> Extent {
        Extent::default() // as in matplotlib, text does not widen the limits
    }

    fn default_zorder(&self) -> f64 {
        3.0
    }

    fn axes_kind(&self) -> AxesKind {
        if self.at.is_data() { AxesKind::Plane } else { AxesKind::Both }
    }

    fn is_cut(&self, _part: usize) -> bool {
        false
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        Some(self.place(pen).map_or(Rect::ZERO, |placed| placed.bounds()))
    }

    fn freeze(&mut self) {
        self.moving = false;
    }
}
