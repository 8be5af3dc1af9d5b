//! What is at the ends of an arrow.

use crate::{
    FigureError, Number,
    base::{
        check::{ANGLE, ARROW_PART},
        word::{Tunable, named},
    },
};

/// How an arrow looks; or matplotlib's name for it, with options behind it as in
/// `"->,head_length=0.8,head_width=0.3"`:
///
/// | name | options and defaults |
/// |---|---|
/// | `"-"` | |
/// | `"->"`, `"<-"`, `"<->"`: heads of two strokes | `head_length=0.4`, `head_width=0.2` |
/// | `"-\|>"`, `"<\|-"`, `"<\|-\|>"`: filled heads | the same |
/// | `"]-"`, `"-["`, `"]-["`: brackets | `widthA=1`, `lengthA=0.2`, `angleA=0` and with `B` |
/// | `"\|-\|"`: bars | `widthA=1`, `angleA=0` and with `B` |
/// | `"]->"`, `"<-["`: a bracket and a head | those of both |
/// | `"simple"` | `head_length=0.5`, `head_width=0.5`, `tail_width=0.2` |
/// | `"fancy"` | `head_length=0.4`, `head_width=0.4`, `tail_width=0.4` |
/// | `"wedge"` | `tail_width=0.3`, `shrink_factor=0.5` |
/// | `""`, `"none"`: no arrow | |
///
/// Lengths and widths are by the size of the arrow's head (`head_size`), angles in degrees, counter-clockwise.
/// The last three are areas, and follow the connections `"arc3"` and `"angle3"` only.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ArrowStyle {
    pub(super) kind: ArrowKind,
    pub(super) head_length: f64,
    pub(super) head_width: f64,
    pub(super) tail_width: f64,
    pub(super) shrink_factor: f64,
    /// Of the brackets at the start and at the end.
    pub(super) brackets: [ArrowBracket; 2],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ArrowKind {
    None,
    Line([ArrowEnd; 2]),
    Simple,
    Fancy,
    Wedge,
}

/// What an arrow that is a line has at one of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ArrowEnd {
    /// Nothing.
    #[default]
    None,
    /// A head of two strokes.
    Open,
    /// A filled head.
    Filled,
    /// A bracket that opens away from the arrow.
    Bracket,
    /// A bar across.
    Bar,
}

/// By the size of the head, and in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ArrowBracket {
    pub(super) width: f64,
    pub(super) length: f64,
    pub(super) angle: f64,
}

impl Default for ArrowStyle {
    /// `"->"`.
    fn default() -> Self {
        Self::new(ArrowEnd::None, ArrowEnd::Open)
    }
}

named! { ArrowStyle, "an arrow" with options:
    "-" => Self::new(ArrowEnd::None, ArrowEnd::None),
    "->" => Self::new(ArrowEnd::None, ArrowEnd::Open),
    "<-" => Self::new(ArrowEnd::Open, ArrowEnd::None),
    "<->" => Self::new(ArrowEnd::Open, ArrowEnd::Open),
    "-|>" => Self::new(ArrowEnd::None, ArrowEnd::Filled),
    "<|-" => Self::new(ArrowEnd::Filled, ArrowEnd::None),
    "<|-|>" => Self::new(ArrowEnd::Filled, ArrowEnd::Filled),
    "]-" => Self::new(ArrowEnd::Bracket, ArrowEnd::None),
    "-[" => Self::new(ArrowEnd::None, ArrowEnd::Bracket),
    "]-[" => Self::new(ArrowEnd::Bracket, ArrowEnd::Bracket),
    "|-|" => Self::new(ArrowEnd::Bar, ArrowEnd::Bar),
    "]->" => Self::new(ArrowEnd::Bracket, ArrowEnd::Open),
    "<-[" => Self::new(ArrowEnd::Open, ArrowEnd::Bracket),
    "simple" => Self::simple(),
    "fancy" => Self::fancy(),
    "wedge" => Self::wedge(),
    "" | "none" => Self::none(),
}

impl ArrowStyle {
    /// A line with these at its start and at its end.
    pub fn new(start: ArrowEnd, end: ArrowEnd) -> Self {
        let bracket = |end: ArrowEnd| ArrowBracket {
            width: 1.0,
            length: if end == ArrowEnd::Bar { 0.0 } else { 0.2 },
            angle: 0.0,
        };
        Self {
            kind: ArrowKind::Line([start, end]),
            brackets: [bracket(start), bracket(end)],
            ..Self::none()
        }
    }

    /// No arrow at all.
    pub fn none() -> Self {
        let bracket = ArrowBracket { width: 1.0, length: 0.2, angle: 0.0 };
        Self {
            kind: ArrowKind::None,
            head_length: 0.4,
            head_width: 0.2,
            tail_width: 0.3,
            shrink_factor: 0.5,
            brackets: [bracket; 2],
        }
    }

    /// An area with a head.
    pub fn simple() -> Self {
        let kind = ArrowKind::Simple;
        Self { kind, head_length: 0.5, head_width: 0.5, tail_width: 0.2, ..Self::none() }
    }

    /// An area with a head, that is broad where it begins.
    pub fn fancy() -> Self {
        let kind = ArrowKind::Fancy;
        Self { kind, head_length: 0.4, head_width: 0.4, tail_width: 0.4, ..Self::none() }
    }

    /// An area that becomes narrower until its end.
    pub fn wedge() -> Self {
        Self { kind: ArrowKind::Wedge, ..Self::none() }
    }

    /// Length of the heads, by the size of the arrow's head.
    #[must_use]
    pub fn head_length(self, length: impl Number) -> Self {
        Self { head_length: length.value(), ..self }
    }

    /// Width of the heads, by the size of the arrow's head: of `"simple"` and `"fancy"` all of it, of others half
    /// of it.
    #[must_use]
    pub fn head_width(self, width: impl Number) -> Self {
        Self { head_width: width.value(), ..self }
    }

    /// Width of an area where it begins, by the size of the arrow's head.
    #[must_use]
    pub fn tail_width(self, width: impl Number) -> Self {
        Self { tail_width: width.value(), ..self }
    }

    /// How much of its width a `"wedge"` has in its middle.
    #[must_use]
    pub fn shrink_factor(self, fraction: impl Number) -> Self {
        Self { shrink_factor: fraction.value(), ..self }
    }

    /// Half the width of the brackets, by the size of the arrow's head.
    #[must_use]
    pub fn bracket_width(mut self, width: impl Number) -> Self {
        let width = width.value();
        self.brackets.iter_mut().for_each(|bracket| bracket.width = width);
        self
    }

    /// Length of the brackets, by the size of the arrow's head.
    #[must_use]
    pub fn bracket_length(mut self, length: impl Number) -> Self {
        let length = length.value();
        self.brackets.iter_mut().for_each(|bracket| bracket.length = length);
        self
    }

    /// How far the brackets are turned, in degrees, counter-clockwise.
    #[must_use]
    pub fn bracket_angle(mut self, degrees: impl Number) -> Self {
        let degrees = degrees.value();
        self.brackets.iter_mut().for_each(|bracket| bracket.angle = degrees);
        self
    }

    pub(crate) fn is_none(self) -> bool {
        self.kind == ArrowKind::None
    }

    /// Is it an area, which follows a plain curve only?
    pub(crate) fn is_area(self) -> bool {
        matches!(self.kind, ArrowKind::Simple | ArrowKind::Fancy | ArrowKind::Wedge)
    }

    pub(crate) fn check(
        self,
        name: &'static str,
        argument: &'static str,
    ) -> Result<(), FigureError> {
        let [a, b] = self.brackets;
        let sizes = [self.head_length, self.head_width, self.tail_width, self.shrink_factor];
        let sizes = sizes.into_iter().chain([a.width, b.width, a.length, b.length]);
        sizes.into_iter().try_for_each(|size| ARROW_PART.check(name, argument, size))?;
        ANGLE.check(name, argument, a.angle)?;
        ANGLE.check(name, argument, b.angle)
    }
}

impl Tunable for ArrowStyle {
    fn options(&self) -> &'static [&'static str] {
        use ArrowEnd::{Bar, Bracket, Filled, None, Open};
        match self.kind {
            ArrowKind::None | ArrowKind::Line([None, None]) => &[],
            ArrowKind::Line([Bar, _] | [_, Bar]) => &["widthA", "angleA", "widthB", "angleB"],
            ArrowKind::Line([Bracket, Bracket]) => {
                &["widthA", "lengthA", "angleA", "widthB", "lengthB", "angleB"]
            }
            ArrowKind::Line([Bracket, None]) => &["widthA", "lengthA", "angleA"],
            ArrowKind::Line([None, Bracket]) => &["widthB", "lengthB", "angleB"],
            ArrowKind::Line([Bracket, Open | Filled]) => {
                &["widthA", "lengthA", "angleA", "head_length", "head_width"]
            }
            ArrowKind::Line([_, Bracket]) => {
                &["widthB", "lengthB", "angleB", "head_length", "head_width"]
            }
            ArrowKind::Line(_) => &["head_length", "head_width"],
            ArrowKind::Simple | ArrowKind::Fancy => &["head_length", "head_width", "tail_width"],
            ArrowKind::Wedge => &["tail_width", "shrink_factor"],
        }
    }

    fn set_option(&mut self, option: &str, value: f64) {
        let [a, b] = &mut self.brackets;
        let place = match option {
            "head_length" => &mut self.head_length,
            "head_width" => &mut self.head_width,
            "tail_width" => &mut self.tail_width,
            "shrink_factor" => &mut self.shrink_factor,
            "widthA" => &mut a.width,
            "widthB" => &mut b.width,
            "lengthA" => &mut a.length,
            "lengthB" => &mut b.length,
            "angleA" => &mut a.angle,
            "angleB" => &mut b.angle,
            _ => return,
        };
        *place = value;
    }
}
