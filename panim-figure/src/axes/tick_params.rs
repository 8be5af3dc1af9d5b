//! What is said of the looks of ticks, for an axes to take.

use super::{
    Axes,
    asked::Feature,
    axis::{Axis, look::TickLook},
};
use crate::{Font, Number, OneOf, TickDirection, color::IntoColor};

/// How ticks and their labels look and on which sides they stand, for [`Axes::set_tick_params`].
///
/// What is not said stays as it is. It counts for the ticks of all axes, unless one of them is named, and
/// minor ticks follow the major ones where nothing else was said of them: they are 4/7 as long and 3/4 as
/// wide. Polar axes have labels without marks, and the view decides where marks of 3D axes stand and point:
/// what they cannot have is an error.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let ax = fig.axes().set_minor_ticks(true);
/// ax.set_tick_params(TickParams::new().direction("in").length(6).top(true).right(true));
/// ax.set_tick_params(TickParams::new().minor().color("C3"));
/// ax.set_tick_params(TickParams::new().x_only().label_color("C0").label_rotation(30));
/// # ax.set_xlim(0, 10).set_ylim(0, 4).set_xlabel("x").set_ylabel("y");
/// # let x = linspace(0, 10, 50);
/// # ax.add(Line::new(&x, x.iter().map(|x| 2.0 + x.sin())));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("tick_params", fig);
/// ```
#[doc = include_str!("../../docs/tick_params.md")]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TickParams {
    only: Option<Only>,
    is_minor: bool,
    look: TickLook,
    bottom: SideChoice,
    top: SideChoice,
    left: SideChoice,
    right: SideChoice,
}

/// The axis that is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Only {
    X,
    Y,
    Z,
}

/// Whether there are marks and labels at a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct SideChoice {
    marks: Option<bool>,
    labels: Option<bool>,
}

impl TickParams {
    /// Says nothing yet, of the ticks of all axes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts for the x axis only.
    #[must_use]
    pub fn x_only(self) -> Self {
        Self { only: Some(Only::X), ..self }
    }

    /// Counts for the y axis only.
    #[must_use]
    pub fn y_only(self) -> Self {
        Self { only: Some(Only::Y), ..self }
    }

    /// Counts for the z axis of a 3D axes only.
    #[must_use]
    pub fn z_only(self) -> Self {
        Self { only: Some(Only::Z), ..self }
    }

    /// Counts for the minor ticks only.
    #[must_use]
    pub fn minor(self) -> Self {
        Self { is_minor: true, ..self }
    }

    /// Where marks point: out of the box (the default), into it, or both: `"out"`, `"in"`, `"inout"`.
    #[must_use]
    pub fn direction(mut self, direction: impl OneOf<TickDirection>) -> Self {
        self.look.misnamed.set("direction", direction, &mut self.look.direction);
        self
    }

    /// Length of the marks in points; default: the style's, 3.5.
    #[must_use]
    pub fn length(mut self, points: impl Number) -> Self {
        self.look.length = Some(points.value());
        self
    }

    /// Width of the marks in points; default: the style's, 0.8.
    #[must_use]
    pub fn width(mut self, points: impl Number) -> Self {
        self.look.width = Some(points.value());
        self
    }

    /// Colour of the marks; default: the style's, black.
    #[must_use]
    pub fn color(mut self, color: impl IntoColor) -> Self {
        self.look.color = Some(color.into());
        self
    }

    /// Colour of marks and labels.
    #[must_use]
    pub fn colors(mut self, color: impl IntoColor) -> Self {
        self.look.color = Some(color.into());
        self.look.label_color.clone_from(&self.look.color);
        self
    }

    /// Distance of the labels from the marks in points; default: 3.5.
    #[must_use]
    pub fn pad(mut self, points: impl Number) -> Self {
        self.look.pad = Some(points.value());
        self
    }

    /// Colour of the labels; default: the style's, black.
    #[must_use]
    pub fn label_color(mut self, color: impl IntoColor) -> Self {
        self.look.label_color = Some(color.into());
        self
    }

    /// Size of the labels in points; default: the style's, 10.
    #[doc(alias = "labelsize")]
    #[must_use]
    pub fn label_size(mut self, points: impl Number) -> Self {
        self.look.label_font.size = Some(points.value());
        self
    }

    /// Family, size, weight and style of the labels: what the [`Font`] says. Default: the style's.
    #[must_use]
    #[doc(alias = "labelfontfamily")]
    pub fn label_font(mut self, font: impl Into<Font>) -> Self {
        self.look.label_font.set(font.into());
        self
    }

    /// Turns the labels, in degrees counter-clockwise; default: 0, horizontal. Labels of an x axis that
    /// are turned end, or begin, at their ticks.
    #[doc(alias = "labelrotation")]
    #[must_use]
    pub fn label_rotation(mut self, degrees: impl Number) -> Self {
        self.look.rotation = Some(degrees.value());
        self
    }
}

/// The two methods of a side.
macro_rules! sides {
    ($(#[$alias:meta] $side:ident, $labels:ident: $axis:literal, $where:literal, $default:literal;)*) => {
        impl TickParams {
            $(
                #[doc = concat!("Whether the ", $axis, " axis has marks ", $where, "; default: ", $default, ".")]
                #[must_use]
                pub fn $side(mut self, on: bool) -> Self {
                    self.$side.marks = Some(on);
                    self
                }

                #[doc = concat!("Whether the ", $axis, " axis has labels ", $where, "; default: ", $default, ".")]
                #[$alias]
                #[must_use]
                pub fn $labels(mut self, on: bool) -> Self {
                    self.$side.labels = Some(on);
                    self
                }
            )*
        }
    };
}

sides! {
    #[doc(alias = "labelbottom")]
    bottom, label_bottom: "x", "at the bottom", "true";
    #[doc(alias = "labeltop")]
    top, label_top: "x", "at the top", "false";
    #[doc(alias = "labelleft")]
    left, label_left: "y", "at the left", "true";
    #[doc(alias = "labelright")]
    right, label_right: "y", "at the right", "false";
}

impl TickParams {
    /// What it says of one of the axes, near sides first; `None`: nothing.
    fn of(&self, axis: Only) -> Option<TickLook> {
        let sides = match axis {
            Only::X => [self.bottom, self.top],
            Only::Y => [self.left, self.right],
            Only::Z => [SideChoice::default(); 2],
        };
        let is_meant = self.only.is_none_or(|only| only == axis);
        is_meant.then(|| TickLook {
            marks: sides.map(|side| side.marks),
            labels: sides.map(|side| side.labels),
            ..self.look.clone()
        })
    }
}

impl Axes {
    /// Says how ticks and their labels look, how long they are, and on which sides they stand:
    /// [`TickParams`]. What it leaves open stays as it was.
    #[doc(alias = "tick_params")]
    pub fn set_tick_params(&mut self, params: TickParams) -> &mut Self {
        let alone = match params.only {
            Some(Only::X) => Some(Feature::XLook),
            Some(Only::Y) => Some(Feature::YLook),
            Some(Only::Z) => Some(Feature::Space),
            None => None,
        };
        if let Some(feature) = alone {
            self.asks(feature, "set_tick_params");
        }
        let state = &mut self.state;
        let axes = [&mut state.x, &mut state.y, &mut state.space.z];
        for (axis, of) in axes.into_iter().zip([Only::X, Only::Y, Only::Z]) {
            if let Some(look) = params.of(of) {
                axis.take_look(look, params.is_minor);
            }
        }
        self
    }

    /// Whether the x label stands at the bottom or at the top; default: at the bottom.
    pub fn set_xlabel_position(&mut self, side: impl OneOf<super::Side>) -> &mut Self {
        self.state.set_label_side("set_xlabel_position", side);
        self.asks(Feature::LabelSide, "set_xlabel_position")
    }

    /// Whether the y label stands at the left or at the right; default: at the left.
    pub fn set_ylabel_position(&mut self, side: impl OneOf<super::Side>) -> &mut Self {
        self.state.set_label_side("set_ylabel_position", side);
        self.asks(Feature::LabelSide, "set_ylabel_position")
    }
}

impl Axis {
    fn take_look(&mut self, look: TickLook, is_minor: bool) {
        // ticks that were hidden come back where they are asked for, and nowhere else
        let wants = |sides: [Option<bool>; 2]| sides.contains(&Some(true));
        if wants(look.marks) && !self.has_marks {
            (self.has_marks, self.look.major.marks) = (true, [Some(false); 2]);
        }
        if wants(look.labels) && !self.has_labels {
            (self.has_labels, self.look.major.labels) = (true, [Some(false); 2]);
        }
        let own = if is_minor { &mut self.look.minor } else { &mut self.look.major };
        own.take(look);
    }
}
