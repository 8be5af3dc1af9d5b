//! What is to be painted, written down, so that it can be painted where it touches the picture and
//! nowhere else.

use super::sight;
use crate::{clip, color::Color, damage::Damage};
use std::{mem, ops::Range, sync::Arc};
use vello_cpu::{
    Pixmap,
    kurbo::{Affine, BezPath, Cap, Join, PathEl, Point, Rect, Stroke},
    peniko::Fill,
};

/// How far beyond its outline a shape may leave a trace on pixels.
const BLUR: f64 = 1.0;

/// Everything, in order.
pub(super) struct Steps {
    steps: Vec<Step>,
    /// What has begun and not ended, the innermost last.
    open: Vec<Open>,
    whole: Rect,
    /// What is shown of what follows.
    clip: Rect,
    /// What all of it may touch.
    damage: Damage,
    /// Names of places between steps, and the steps behind them.
    places: Vec<(usize, usize)>,
}

#[derive(Clone)]
pub(super) enum Step {
    Draw(Drawing),
    /// All until the step `close` is one thing.
    Open {
        scope: Scope,
        bounds: Rect,
        close: usize,
    },
    Close,
}

/// A shape in a paint.
#[derive(Clone)]
pub(super) struct Drawing {
    pub(super) form: Form,
    pub(super) paint: Paint,
    /// What falls out of this is not shown.
    pub(super) clip: Rect,
    /// The clip does cut something off.
    pub(super) is_clipped: bool,
    /// What it may touch.
    pub(super) bounds: Rect,
    /// It is not within a scope.
    pub(super) is_free: bool,
    /// It may meet others, without a seam.
    pub(super) is_area: bool,
}

#[derive(Clone)]
pub(super) enum Form {
    Rect(Rect),
    /// The edge of a box, so wide.
    Frame(Rect, f64),
    /// Of this radius.
    Disc(Point, f64),
    /// Of this radius and width.
    Ring(Point, f64, f64),
    Path(BezPath, Fill),
    Outline(BezPath, Stroke),
    /// The dashes of such an outline, each by itself.
    Dashes(BezPath, Stroke),
}

#[derive(Clone)]
pub(super) enum Paint {
    Color(Color),
    /// Pixels, and where they lie.
    Image(Arc<Pixmap>, Affine),
}

/// What holds for all that is drawn within.
#[derive(Clone)]
pub(super) enum Scope {
    Clip(BezPath),
    /// One thing of this opacity.
    Group(f64),
    /// One thing, of which is shown what falls into this.
    Shape(BezPath),
}

impl Step {
    /// It may show some of what lies below it.
    pub(super) fn is_see_through(&self) -> bool {
        match self {
            Self::Draw(Drawing { paint: Paint::Color(color), .. }) => color.to_rgba8()[3] != 255,
            Self::Draw(Drawing { paint: Paint::Image(pixmap, _), .. }) => {
                pixmap.may_have_transparency()
            }
            Self::Open { scope, .. } => matches!(scope, Scope::Group(_) | Scope::Shape(_)),
            Self::Close => false,
        }
    }
}

enum Open {
    /// The clip before it.
    Clip(Rect),
    /// A scope's step, and the clip before it.
    Scope(usize, Rect),
}

impl Form {
    /// A path, as the simplest form that it is.
    pub(super) fn of(path: &BezPath) -> Self {
        rectangle(path).map_or_else(|| Self::Path(path.clone(), Fill::NonZero), Self::Rect)
    }

    /// A path's outline, likewise.
    pub(super) fn outline(path: &BezPath, stroke: &Stroke) -> Self {
        let sharp = stroke.join == Join::Miter && stroke.miter_limit >= std::f64::consts::SQRT_2;
        let rect = rectangle(path).filter(|_| sharp && stroke.dash_pattern.is_empty());
        rect.map_or_else(
            || Self::Outline(path.clone(), stroke.clone()),
            |rect| Self::Frame(rect, stroke.width),
        )
    }
}

impl Form {
    /// The box around an area.
    pub(super) fn area_box(&self) -> Option<Rect> {
        match self {
            Self::Rect(rect) => Some(*rect),
            Self::Path(path, Fill::NonZero) => clip::control_box(path),
            _ => None,
        }
    }
}

/// The upright rectangle that a path goes around.
fn rectangle(path: &BezPath) -> Option<Rect> {
    let [PathEl::MoveTo(a), PathEl::LineTo(b), PathEl::LineTo(c), PathEl::LineTo(d), rest @ ..] =
        path.elements()
    else {
        return None;
    };
    let closed = match rest {
        [PathEl::ClosePath] => true,
        [PathEl::LineTo(end), PathEl::ClosePath] => end == a,
        _ => false,
    };
    let upright = (a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y)
        || (a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x);
    (closed && upright).then(|| Rect::from_points(*a, *c))
}

impl Steps {
    pub(super) fn new((width, height): (u16, u16)) -> Self {
        Self {
            steps: Vec::new(),
            open: Vec::new(),
            whole: Rect::new(0.0, 0.0, width.into(), height.into()),
            clip: Rect::new(0.0, 0.0, width.into(), height.into()),
            damage: Damage::none((width.into(), height.into())),
            places: Vec::new(),
        }
    }

    /// Gives a name to the place behind the steps so far.
    pub(super) fn name_place(&mut self, name: usize) {
        self.places.push((name, self.steps.len()));
    }

    /// The places that were named, each with the step behind it.
    pub(super) fn places(&self) -> &[(usize, usize)] {
        &self.places
    }

    /// All pixels.
    pub(super) fn picture(&self) -> Rect {
        self.whole
    }

    pub(super) fn all(&self) -> &[Step] {
        &self.steps
    }

    /// A copy of some of them by themselves.
    pub(super) fn copied(&self, range: Range<usize>) -> Vec<Step> {
        let mut steps = self.steps[range.clone()].to_vec();
        for step in &mut steps {
            if let Step::Open { close, .. } = step {
                *close = close.saturating_sub(range.start);
            }
        }
        steps
    }

    pub(super) fn get(&self, at: usize) -> Option<&Step> {
        self.steps.get(at)
    }

    pub(super) fn damage(&self) -> &Damage {
        &self.damage
    }

    pub(super) fn clear(&mut self) {
        self.steps.clear();
        self.places.clear();
        self.open.clear();
        self.clip = self.whole;
        self.damage.clear();
    }

    pub(super) fn draw(&mut self, form: Form, paint: Paint) {
        self.add(form, paint, false);
    }

    /// The same of an area that may meet others.
    pub(super) fn draw_area(&mut self, form: Form, paint: Paint) {
        self.add(form, paint, true);
    }

    fn add(&mut self, form: Form, paint: Paint, is_area: bool) {
        if let Paint::Color(color) = &paint
            && color.to_rgba8()[3] == 0
        {
            return;
        }
        let Some((form, around)) = sight::seen(form, self.whole) else { return };
        let (around, clip) = (around.inflate(BLUR, BLUR), self.clip);
        let bounds = around.intersect(clip);
        if bounds.is_zero_area() {
            return;
        }
        match &form {
            Form::Outline(path, stroke) | Form::Dashes(path, stroke) => {
                mark_outline(path, reach(stroke) + BLUR, clip, &mut self.damage);
            }
            _ => self.damage.mark(bounds),
        }
        let is_clipped = bounds != around && clip != self.whole;
        let is_free = !self.open.iter().any(|open| matches!(open, Open::Scope(..)));
        let drawing = Drawing { form, paint, clip, is_clipped, bounds, is_free, is_area };
        self.steps.push(Step::Draw(drawing));
    }

    /// Shows of what follows only what falls into `rect`.
    pub(super) fn clip_to(&mut self, rect: Rect) {
        self.open.push(Open::Clip(self.clip));
        self.clip = self.clip.intersect(rect);
    }

    pub(super) fn open(&mut self, mut scope: Scope) {
        let clip = self.clip;
        let bounds = match &mut scope {
            Scope::Clip(path) | Scope::Shape(path) => {
                *path = sight::seen_area(mem::take(path), self.whole);
                path.control_box().inflate(BLUR, BLUR).intersect(clip)
            }
            Scope::Group(_) => clip,
        };
        self.open.push(Open::Scope(self.steps.len(), clip));
        self.steps.push(Step::Open { scope, bounds, close: usize::MAX });
    }

    pub(super) fn close(&mut self) {
        match self.open.pop() {
            Some(Open::Clip(before)) => self.clip = before,
            Some(Open::Scope(opened, before)) => {
                self.clip = before;
                let end = self.steps.len();
                if let Some(Step::Open { close, .. }) = self.steps.get_mut(opened) {
                    *close = end;
                }
                self.steps.push(Step::Close);
            }
            None => {}
        }
    }
}

/// How far from its path a stroke may leave a trace.
pub(super) fn reach(stroke: &Stroke) -> f64 {
    let half = stroke.width / 2.0;
    let corner = if stroke.join == Join::Miter { stroke.miter_limit.max(1.0) } else { 1.0 };
    let square = [stroke.start_cap, stroke.end_cap].contains(&Cap::Square);
    half * corner.max(if square { std::f64::consts::SQRT_2 } else { 1.0 })
}

fn mark_outline(path: &BezPath, reach: f64, clip: Rect, damage: &mut Damage) {
    let mut outline = Outline { reach, clip, together: None, damage };
    let (mut begun, mut last) = (Point::ORIGIN, Point::ORIGIN);
    for element in path.elements() {
        last = match *element {
            PathEl::MoveTo(to) => {
                begun = to;
                to
            }
            PathEl::LineTo(to) => outline.line(last, to),
            PathEl::QuadTo(one, to) => outline.curve(last, one, one, to),
            PathEl::CurveTo(one, two, to) => outline.curve(last, one, two, to),
            PathEl::ClosePath => outline.line(last, begun),
        };
    }
    outline.mark();
}

/// Marks what an outline touches.
struct Outline<'a> {
    reach: f64,
    clip: Rect,
    /// What was gone along and is not marked yet: short pieces are marked together.
    together: Option<Rect>,
    damage: &'a mut Damage,
}

impl Outline<'_> {
    /// Up to so many pixels a side.
    const LONG: f64 = 12.0;

    fn line(&mut self, from: Point, to: Point) -> Point {
        let around = Rect::from_points(from, to);
        if around.width().min(around.height()) > Self::LONG {
            self.damage.mark_line(from, to, self.reach, self.clip);
        } else {
            self.add(around);
        }
        to
    }

    fn curve(&mut self, from: Point, one: Point, two: Point, to: Point) -> Point {
        self.add(Rect::from_points(from, to).union_pt(one).union_pt(two));
        to
    }

    fn add(&mut self, around: Rect) {
        let both = self.together.map_or(around, |together| together.union(around));
        if both.width().max(both.height()) <= Self::LONG {
            self.together = Some(both);
        } else {
            self.mark();
            self.together = Some(around);
        }
    }

    fn mark(&mut self) {
        if let Some(around) = self.together.take() {
            self.damage.mark_clipped(around.inflate(self.reach, self.reach), self.clip);
        }
    }
}
