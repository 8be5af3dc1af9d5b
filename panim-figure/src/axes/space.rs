//! What a 3D axes has more than a flat one: a z axis and a view.

mod decorations;
mod edges;
mod labels;
mod texts;

use super::{
    Axes, State,
    asked::Feature,
    axis::{Axis, AxisName},
    fit,
    layers::Layer,
    view::{VisibleTicks, tick_style},
};
use crate::{
    ColorList, ColorSpec, FigureError, Number, OneOf, Projection,
    artist::{AnyArtist, AxesKind},
    base::{
        check::{FOCAL, RATIO, ZOOM, checked_finite},
        error::written,
        word::named,
    },
    color::{Color, checked_color},
    ticks::{Ladder, Locator},
    transform::{
        plane::Scale,
        space::{EyeView, Limits, Space},
    },
};
pub(super) use decorations::place;
use edges::BoxEdges;
pub(crate) use texts::{AdjacentAxes, room};
use vello_cpu::kurbo::{Rect, Size};

/// The part of an axes' state that only a 3D axes shows.
#[derive(Debug, Clone)]
pub(crate) struct SpaceState {
    pub(crate) z: Axis,
    view: EyeView,
    /// The colours of the panes across x, y and z; the style's where there are none.
    panes: Vec<ColorSpec>,
    /// The view changed since setup.
    pub(crate) moving: bool,
}

impl Default for SpaceState {
    fn default() -> Self {
        Self {
            z: Axis::new(AxisName::Z),
            view: EyeView::default(),
            panes: Vec::new(),
            moving: false,
        }
    }
}

/// The 3D axes ([`Projection::ThreeD`]).
impl Axes {
    /// Looks at the box from `elev` degrees above the plane of x and y, and from `azim` degrees
    /// around z, counted from x towards y; default: 30 and -60.
    #[doc(alias = "view_init")]
    pub fn set_view(&mut self, elev: impl Number, azim: impl Number) -> &mut Self {
        let view = &mut self.state.space.view;
        (view.elev, view.azim) = (elev.value(), azim.value());
        self.turned("set_view")
    }

    /// Turns the picture by so many degrees, clockwise, around the way in which the eye looks; default: 0.
    #[doc(alias("view_init", "roll"))]
    pub fn set_roll(&mut self, degrees: impl Number) -> &mut Self {
        self.state.space.view.roll = degrees.value();
        self.turned("set_roll")
    }

    /// Lets lines that are parallel in space be so in the picture, `"ortho"`, or come together far away,
    /// `"persp"`, the default.
    #[doc(alias = "orthographic")]
    pub fn set_proj_type(&mut self, kind: impl OneOf<ProjectionType>) -> &mut Self {
        let mut found = ProjectionType::Perspective;
        self.state.misnamed.set("set_proj_type", kind, &mut found);
        self.state.space.view.focal_length = match found {
            ProjectionType::Perspective => 1.0,
            ProjectionType::Orthographic => f64::INFINITY,
        };
        self.turned("set_proj_type")
    }

    /// How far the eye is away, by what it usually is; default: 1. Less than that brings out what is near, more
    /// of it makes what is near as large as what is far, as [`set_proj_type("ortho")`](Self::set_proj_type) does.
    pub fn set_focal_length(&mut self, length: impl Number) -> &mut Self {
        self.state.space.view.focal_length = length.value();
        self.turned("set_focal_length")
    }

    /// How long the sides of the box are to each other; default: (4, 4, 3).
    pub fn set_box_aspect(&mut self, sides: (impl Number, impl Number, impl Number)) -> &mut Self {
        self.state.space.view.aspect = [sides.0.value(), sides.1.value(), sides.2.value()];
        self.turned("set_box_aspect")
    }

    /// Shows the box so many times as large; default: 1.
    #[doc(alias = "zoom")]
    pub fn set_zoom(&mut self, factor: impl Number) -> &mut Self {
        self.state.space.view.zoom = factor.value();
        self.turned("set_zoom")
    }

    /// Colours the panes behind the box, across x, y and z; with fewer colours than these they repeat. `"none"`
    /// leaves one out. Default: the style's, light greys.
    #[doc(alias = "set_pane_color")]
    pub fn set_panes(&mut self, colors: impl ColorList) -> &mut Self {
        self.state.space.panes = colors.colors().map(Into::into).collect();
        self.asks(Feature::Space, "set_panes")
    }

    fn turned(&mut self, call: &'static str) -> &mut Self {
        self.state.space.moving = true;
        self.asks(Feature::Space, call)
    }

    /// Elevation and azimuth in degrees: [`Axes::set_view`].
    pub fn view(&self) -> (f64, f64) {
        let EyeView { elev, azim, .. } = self.state.space.view;
        (elev, azim)
    }

    /// The layers of a 3D axes: what stands around the box, then the artists, the farthest first.
    pub(super) fn layers_in_space(&self) -> Option<Vec<Layer>> {
        // where the box is on the pixels does not change what is in front
        let space = space(&self.state, Rect::ZERO)?;
        let place = |artist: &dyn AnyArtist| {
            // where nobody says otherwise the depth alone decides, whatever the kind of artist
            let zorder =
                if artist.axes_kind() == AxesKind::Space { 1.0 } else { artist.default_zorder() };
            (artist.common().zorder.unwrap_or(zorder), -artist.depth(&space))
        };
        let places: Vec<_> = self.slots.iter().map(|slot| place(slot.artist())).collect();
        let mut artists: Vec<usize> = (0..places.len()).collect();
        artists.sort_by(|&i, &j| {
            let ((a, a_near), (b, b_near)) = (places[i], places[j]);
            a.total_cmp(&b).then(a_near.total_cmp(&b_near))
        });
        let mut layers = vec![Layer::Patch, Layer::Grid, Layer::Spines, Layer::Decorations];
        for i in artists {
            let parts = self.slots[i].artist().zorders().enumerate();
            layers.extend(parts.map(|(part, _)| Layer::Artist(i, part)));
        }
        layers.extend((!self.state.legends.is_empty()).then_some(Layer::Legend));
        Some(layers)
    }

    pub(super) fn check_space(&self) -> Result<(), FigureError> {
        let projection = self.state.projection;
        self.slots.iter().try_for_each(|slot| slot.artist().check_room(projection))?;
        if projection != Projection::ThreeD {
            return Ok(());
        }
        self.state.space.z.check()?;
        if self.state.legends.iter().any(|legend| legend.is_in_data()) {
            let message = "a place in a 3D axes is in axes, figure or pixel coordinates";
            return Err(FigureError::new("Legend", "at", message));
        }
        let SpaceState { view, panes, .. } = &self.state.space;
        panes.iter().try_for_each(|color| checked_color("Axes", "set_panes", color))?;
        checked_finite("Axes", "set_roll", ("an angle in degrees", view.roll))?;
        if view.focal_length != f64::INFINITY {
            FOCAL.check("Axes", "set_focal_length", view.focal_length)?;
        }
        ZOOM.check("Axes", "set_zoom", view.zoom)?;
        view.aspect.iter().try_for_each(|side| RATIO.check("Axes", "set_box_aspect", *side))?;
        let EyeView { elev, azim, .. } = *view;
        if elev.is_finite() && azim.is_finite() {
            return Ok(());
        }
        let (elev, azim) = (written(elev), written(azim));
        let message = format!("{elev} and {azim} are not a view; both must be degrees");
        Err(FigureError::new("Axes", "set_view", message))
    }
}

/// Whether lines that are parallel in space come together far away: matplotlib's names, `"persp"` and
/// `"ortho"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProjectionType {
    /// They do: what is far away is smaller.
    #[default]
    Perspective,
    /// They do not.
    Orthographic,
}

named! { ProjectionType, "a type of projection":
    "persp" => Self::Perspective,
    "ortho" => Self::Orthographic,
}

/// A 3D axes on the pixels.
#[derive(Debug, Clone)]
pub(crate) struct SpaceView {
    pub(crate) space: Space,
    /// Of x, y and z; a mark is at its fraction of the limits.
    ticks: [VisibleTicks; 3],
    /// Which of their labels stay, from many to few; none where the user chose the ticks.
    kept: [Vec<Vec<bool>>; 3],
    edges: BoxEdges,
    moving: bool,
    frame: Rect,
}

impl SpaceView {
    /// `None` for a flat axes.
    pub(super) fn new(state: &State, frame: Rect, point: f64) -> Option<Self> {
        let space = space(state, frame)?;
        // mplot3d lets a label take three times its height along a side of the picture
        let most = (frame.width() / (tick_style(&state.x, state, point).size * 3.0)) as usize;
        let axes = axes(state);
        let moving = state.space.moving || axes.iter().any(|axis| axis.ticks_move());
        let ticks = axes.map(|axis| {
            let scale = Scale::new(axis.scale, axis.limits, (0.0, 1.0));
            let most = most.clamp(1, 9);
            if let Some(given) = axis.located(most) {
                return (VisibleTicks::given(&axis, given, &scale, most), Vec::new());
            }
            let ladder = match axis.locator.as_ref().and_then(Locator::at_most) {
                Some(intervals) => Ladder::at_most(axis.scale, axis.ascending_limits(), intervals),
                None => Ladder::in_space(axis.scale, axis.limits, most),
            };
            fit::to_choose_from(&axis, &scale, &ladder)
        });
        let kept = [0, 1, 2].map(|axis: usize| ticks[axis].1.clone());
        let ticks = ticks.map(|(ticks, _)| ticks);
        Some(Self { space, ticks, kept, edges: BoxEdges::new(&space), moving, frame })
    }

    /// The same, seen from elsewhere.
    fn turned(&self, state: &State, view: EyeView) -> Self {
        let space = Space::new(limits(state), view, self.frame);
        Self { space, edges: BoxEdges::new(&space), ..self.clone() }
    }
}

/// The colours of the panes across x, y and z.
fn panes(state: &State) -> [Color; 3] {
    let own = &state.space.panes;
    [0, 1, 2].map(|axis: usize| match own.len() {
        0 => state.style.panes[axis],
        count => own[axis % count].get().unwrap_or(Color::TRANSPARENT),
    })
}

fn space(state: &State, frame: Rect) -> Option<Space> {
    let is_space = state.projection == Projection::ThreeD;
    is_space.then(|| Space::new(limits(state), state.space.view, frame))
}

fn limits(state: &State) -> [Limits; 3] {
    axes(state).map(|axis| (axis.scale, axis.limits))
}

/// Limits taken from data end this fraction of them away from the box, as mplot3d's.
const SPARE: f64 = 1.0 / 48.0;

/// x, y and z with the limits that the box shows.
fn axes(state: &State) -> [Axis; 3] {
    [&state.x, &state.y, &state.space.z].map(|axis| {
        let mut axis = axis.clone();
        if !axis.fixed {
            let (scale, (low, high)) = (axis.scale, axis.limits);
            let (start, end) = (scale.forward(low), scale.forward(high));
            let spare = SPARE * (end - start);
            axis.limits = (scale.inverse(start - spare), scale.inverse(end + spare));
        }
        axis
    })
}

/// The square in the middle of a room that a 3D axes takes. Nothing of it is to be seen, so that it need not be on
/// whole pixels; on parts of them it is where mplot3d has it, and comes to rest while rooms are shared.
pub(crate) fn frame(room: Rect) -> Rect {
    const PARTS: f64 = 16.0;
    let side = room.width().min(room.height()).max(1.0);
    let Rect { x0, y0, .. } = Rect::from_center_size(room.center(), Size::new(side, side));
    let [x0, y0, side] = [x0, y0, side].map(|place| (place * PARTS).round() / PARTS);
    Rect::new(x0, y0, x0 + side, y0 + side)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_in_space_stands_where_mplot3d_puts_it() {
        // of the usual axes of a figure of 640x480 pixels, `ax.bbox`
        let square = frame(Rect::new(80.0, 57.6, 576.0, 427.2));
        let theirs = Rect::new(143.2, 57.6, 512.8, 427.2);
        let off = [square.x0 - theirs.x0, square.y0 - theirs.y0, square.x1 - theirs.x1];
        assert!(off.iter().all(|off| off.abs() <= 1.0 / 32.0), "{square:?}");
        assert_eq!(square.width(), square.height());
    }
}
