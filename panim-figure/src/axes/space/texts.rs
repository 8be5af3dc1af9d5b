//! The texts around a 3D axes.

use super::{
    SpaceView, State, axes,
    labels::{Block, Sizes, place},
};
use crate::{
    Color, Weight,
    axes::{
        axis::{Axis, look::TickKind},
        view::{View, tick_style as flat_style},
    },
    text::{Fonts, HAlign, TextLayout, TextStyle, VAlign},
    transform::space::EyeView,
};
use vello_cpu::kurbo::{Point, Rect, Size};

/// A label of more letters than this runs along its axis, as in mplot3d.
const UPRIGHT: usize = 4;

/// Room is kept for this fraction of the box's width of a label: one that is longer may hang over, as
/// those of a flat axes do.
const KEPT: f64 = 0.5;

/// Degrees between the views for which room is kept.
const STEP: usize = 15;

/// A text at its place, turned by so many degrees.
pub(super) struct PlacedText {
    pub(super) text: TextLayout,
    pub(super) at: Point,
    pub(super) color: Color,
    pub(super) rotation: f64,
}

/// The texts, placed, and the room that they take with the axes.
pub(super) fn texts(
    state: &State,
    view: &SpaceView,
    fonts: &mut Fonts,
    point: f64,
) -> (Vec<PlacedText>, Rect) {
    let placed = place(view, &sizes(state, view, fonts, point), point);
    let mut texts = Vec::new();
    let mut put = |block: &Option<Block>, text: &str, style: TextStyle, color: Color| {
        if let Some(block) = block {
            let style = TextStyle { rotation: block.degrees, snap: !view.moving, ..style };
            let (text, at) = (fonts.layout(&style, text), block.middle);
            texts.push(PlacedText { text, at, color, rotation: block.degrees });
        }
    };
    for ((placed, axis), ticks) in placed.iter().zip(axes(state)).zip(&view.ticks) {
        let tick_style = tick_style(state, &axis, point);
        let tick_color = axis.drawn_ticks(TickKind::Major, &state.style).label_color;
        for (block, mark) in placed.ticks.iter().zip(&ticks.marks) {
            put(block, &mark.label, tick_style, tick_color);
        }
        let color = axis.label.color_or(state.style.label_color());
        put(&placed.label, &axis.label.text, label_style(state, &axis, point), color);
        put(&placed.offset, &ticks.offset, tick_style, tick_color);
    }
    let blocks = placed.iter().flat_map(|placed| placed.kept(KEPT * view.frame.width()));
    let bounds = blocks.fold(view.frame, |all, block| all.union(block.bounds()));
    (texts, bounds)
}

/// Whether there are other axes at the left, right, top and bottom of one.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct AdjacentAxes {
    pub(crate) across: (bool, bool),
    pub(crate) down: (bool, bool),
}

/// The room that texts take while the eye goes once around: a box that is turned keeps its size
/// and cuts none of them. `None` for a flat axes.
///
/// The z axis is at the left in one half of the views and at the right in the other: towards
/// neighbours, which have that room too, it is enough to keep what is taken at once.
pub(crate) fn room(
    state: &State,
    view: &View,
    fonts: &mut Fonts,
    point: f64,
    neighbours: AdjacentAxes,
) -> Option<Rect> {
    let view = view.space.as_ref()?;
    let sizes = sizes(state, view, fonts, point);
    let seen = state.space.view;
    let (mut all, mut once) = (view.frame, view.frame.size());
    for turn in (0_u16..360).step_by(STEP) {
        let turned = view.turned(state, EyeView { azim: seen.azim + f64::from(turn), ..seen });
        let placed = place(&turned, &sizes, point);
        let blocks = placed.iter().flat_map(|placed| placed.kept(KEPT * view.frame.width()));
        let bounds = blocks.fold(view.frame, |all, block| all.union(block.bounds()));
        all = all.union(bounds);
        once = Size::new(once.width.max(bounds.width()), once.height.max(bounds.height()));
    }
    let (x0, x1) =
        shared((view.frame.x0, view.frame.x1), (all.x0, all.x1), once.width, neighbours.across);
    let (y0, y1) =
        shared((view.frame.y0, view.frame.y1), (all.y0, all.y1), once.height, neighbours.down);
    Some(Rect { x0, y0, x1, y1 })
}

/// The ends of a room `all` around `frame` of which `once` is taken at once.
fn shared(frame: (f64, f64), all: (f64, f64), once: f64, neighbours: (bool, bool)) -> (f64, f64) {
    let (before, after) = (frame.0 - all.0, all.1 - frame.1);
    let fraction = (once - (frame.1 - frame.0)) / (before + after).max(f64::MIN_POSITIVE);
    let part = |has_neighbour: bool| if has_neighbour { fraction } else { 1.0 };
    (frame.0 - before * part(neighbours.0), frame.1 + after * part(neighbours.1))
}

fn sizes(state: &State, view: &SpaceView, fonts: &mut Fonts, point: f64) -> [Sizes; 3] {
    let mut bounds = |style: TextStyle, text: &str| fonts.layout(&style, text).bounds();
    let mut ticks = view.ticks.iter();
    axes(state).map(|axis| {
        let Some(ticks) = ticks.next() else { return Sizes::default() };
        let tick_style = tick_style(state, &axis, point);
        let mut number = |text: &str| {
            // numbers hang nothing below their baseline: the room there is not theirs
            let Rect { x0, x1, y0, .. } = bounds(tick_style, text);
            Size::new(x1 - x0, -2.0 * y0)
        };
        let label = &axis.label.text;
        let marks = ticks.marks.iter().filter(|_| axis.has_labels);
        Sizes {
            ticks: marks.map(|mark| number(&mark.label)).collect(),
            ticks_turn: axis.rotation(),
            pad: axis.look.major.pad.unwrap_or(state.style.tick_pad),
            label: bounds(label_style(state, &axis, point), label).size(),
            label_turns: label.chars().count() > UPRIGHT,
            offset: bounds(tick_style, if axis.has_labels { &ticks.offset } else { "" }).size(),
        }
    })
}

fn tick_style(state: &State, axis: &Axis, point: f64) -> TextStyle {
    TextStyle { valign: VAlign::CenterBaseline, ..centred(flat_style(axis, state, point)) }
}

fn label_style(state: &State, axis: &Axis, point: f64) -> TextStyle {
    centred(axis.label.text_style((state.style.label_size(), Weight::NORMAL), point))
}

fn centred(style: TextStyle) -> TextStyle {
    TextStyle { halign: HAlign::Center, valign: VAlign::Center, ..style }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Figure, Projection};

    #[test]
    fn neighbours_share_the_room_between_them() {
        let (frame, all) = ((0.0, 100.0), (-40.0, 160.0));
        assert_eq!(shared(frame, all, 150.0, (false, false)), all);
        let (start, end) = shared(frame, all, 150.0, (true, true));
        assert_eq!((end - 100.0) - start, 50.0);
        assert_eq!(shared(frame, all, 150.0, (false, true)), (-40.0, end));
        assert_eq!(shared(frame, frame, 100.0, (true, true)), frame);
    }

    #[test]
    fn no_text_lies_on_another_or_is_cut_while_the_box_turns() {
        let mut fig = Figure::new();
        let ax = fig.axes().set_projection(Projection::ThreeD);
        ax.set_xlabel("along x").set_ylabel("y").set_zlabel("a longer label");
        ax.set_xlim(-2.0, 2.0).set_ylim(1e6, 3e6).set_zlim(0.0, 1e-7);
        let (mut fonts, point) = (Fonts::default(), 100.0 / 72.0);
        let frame = Rect::new(0.0, 0.0, 370.0, 370.0);
        for elev in [-90.0, -50.0, -10.0, 0.0, 20.0, 30.0, 70.0, 90.0] {
            ax.set_view(elev, 0.0);
            let view = View::new(&ax.state, frame, &mut fonts, point);
            let kept = room(&ax.state, &view, &mut fonts, point, AdjacentAxes::default());
            // as much is free at the edge of the picture
            let kept = kept.expect("3D").inflate(4.0 * point, 4.0 * point);
            for azim in (0..360).step_by(4) {
                ax.set_view(elev, f64::from(azim));
                let view = View::new(&ax.state, frame, &mut fonts, point).space.expect("3D");
                let placed = place(&view, &sizes(&ax.state, &view, &mut fonts, point), point);
                assert!(placed.iter().all(|placed| placed.label.is_some()));
                let blocks: Vec<Block> = placed.iter().flat_map(|placed| placed.blocks()).collect();
                for (i, block) in blocks.iter().enumerate() {
                    let meets = blocks[..i].iter().any(|other| block.meets(other, 0.0));
                    assert!(!meets, "{elev} {azim}: {block:?}");
                    assert_eq!(block.bounds().union(kept), kept, "{elev} {azim}: {block:?}");
                }
            }
        }
    }

    #[test]
    fn labels_are_round_values_with_zero_however_the_box_turns() {
        let mut fig = Figure::new();
        let ax = fig.axes().set_projection(Projection::ThreeD);
        ax.set_xlim(-30.0, 30.0).set_ylim(-30.0, 30.0).set_zlim(-30.0, 30.0);
        let (mut fonts, point) = (Fonts::default(), 100.0 / 72.0);
        let frame = Rect::new(0.0, 0.0, 370.0, 370.0);
        for azim in (0..360).step_by(7) {
            ax.set_view(30.0, f64::from(azim));
            let view = View::new(&ax.state, frame, &mut fonts, point).space.expect("3D");
            let placed = place(&view, &sizes(&ax.state, &view, &mut fonts, point), point);
            for (axis, placed) in placed.iter().enumerate() {
                let marks = view.ticks[axis].marks.iter().zip(&placed.ticks);
                let shown = marks.filter(|(_, block)| block.is_some());
                let texts: Vec<&str> = shown.map(|(mark, _)| mark.label.as_str()).collect();
                // an axis that points at the eye has room for few
                let zero = texts.contains(&"0") || texts.len() < 2;
                assert!(zero, "{azim}, axis {axis}: {texts:?}");
            }
        }
    }
}
