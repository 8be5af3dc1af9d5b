//! What panim's own artists are to an axes: more than [`Artist`](super::Artist) asks of others.

use crate::{
    AxisScale, FigureError, Label, Projection, Style,
    base::{
        extent::Extent,
        handle::Place,
        wanted::Wanted,
        warning::{Warning, Warnings},
    },
    color::{Color, mapping::Mapping, norm::Values},
    parts::{
        at::FollowedAxes,
        common::{Common, Cycle, First, names_something},
        levels::Banded,
        outline::Outline,
    },
    pen::{KeyStyle, Pen},
    scene::Scene,
    transform::space::Space,
};
use std::{any::Any, borrow::Cow, iter};
use vello_cpu::kurbo::{BezPath, Rect, Size};

/// Height of a sample in the legend, in sizes of its text.
pub(crate) const KEY_HEIGHT: f64 = 0.7;

/// How an artist is drawn. An artist of panim is one file in `artists/` with an `impl` of this; one of a
/// user's is an [`Own`](super::own::Own).
pub(crate) trait Draw: Any + Send {
    /// The type's name, for messages.
    fn name(&self) -> &'static str;

    /// What all artists have.
    fn common(&self) -> &Common;

    /// The same, to be changed, of panim's own.
    fn common_mut(&mut self) -> Option<&mut Common> {
        None
    }

    /// Says what of its arguments cannot be drawn. Asked before [`Draw::draw`].
    fn check(&self) -> Result<(), FigureError>;

    /// Draws it. Only asked when visible, and inside the clip.
    fn draw(&self, pen: &mut Pen<'_>);

    /// The data that autoscaled limits must show.
    fn extent(&self) -> Extent;

    /// The same on axes with these scales of x and y, for an artist whose width depends on them.
    fn extent_on(&self, _scales: (AxisScale, AxisScale)) -> Extent {
        self.extent()
    }

    /// What of that stays whatever follows: setup's limits show it. What waits for the data of the first
    /// frame is no part of it.
    fn frozen_extent_on(&self, scales: (AxisScale, AxisScale)) -> Extent {
        self.extent_on(scales)
    }

    /// Whether it has categories, or places of its own at which the axes is to have ticks.
    fn has_places(&self) -> bool {
        false
    }

    /// Says where it wants ticks, and takes the places of its categories.
    fn take_places(&mut self, _x: &mut Wanted, _y: &mut Wanted) {}

    /// Where it stands among the others of its axes: lower is drawn first.
    fn default_zorder(&self) -> f64;

    /// Where the parts of it stand that are drawn apart, above the rest and, it may be, above other
    /// artists: the errors of bars, say. In increasing order.
    fn zorders_above(&self) -> &'static [f64] {
        &[]
    }

    /// Draws the part at this one of [`Draw::zorders_above`].
    fn draw_above(&self, _part: usize, _pen: &mut Pen<'_>) {}

    /// Whether it, or one of the parts above it, counted from 1, is cut to the axes. Of one that is
    /// not, [`Draw::beyond`] says how far it reaches.
    fn is_cut(&self, _part: usize) -> bool {
        true
    }

    /// Draws its sample in the legend into `area`, if it has one.
    fn draw_key(&self, _pen: &mut Pen<'_>, _area: Rect) {}

    /// The room of that sample in pixels, `point` of which are a point, where it is more than a line takes.
    fn key_size(&self, _point: f64, _key: &KeyStyle) -> Size {
        Size::ZERO
    }

    /// The colour of that sample, for the words beside it.
    fn key_color(&self, _style: &Style) -> Option<Color> {
        None
    }

    /// The names of its parts, each of which has an entry of its own in a legend, as the rows of a stack have.
    fn part_labels(&self) -> &[Label] {
        &[]
    }

    /// Draws the sample of a part with a name.
    fn draw_part_key(&self, _part: usize, _pen: &mut Pen<'_>, _area: Rect) {}

    /// The colour of that sample, for the words beside it.
    fn part_color(&self, _part: usize, _style: &Style) -> Option<Color> {
        None
    }

    /// The lines and the edges it draws, in pixels: what a legend keeps clear of, if it can.
    fn legend_avoids(&self, _pen: &Pen<'_>) -> BezPath {
        BezPath::new()
    }

    /// How it turns values into colours, for a colorbar to show.
    fn mapping(&self) -> Option<&Mapping> {
        None
    }

    /// The same, to be changed, whether it colours its values already or not.
    fn mapping_mut(&mut self) -> Option<&mut Mapping> {
        None
    }

    /// The values that are coloured: what the limits of its colours follow unless they are given.
    fn colored_values(&self) -> Option<Cow<'_, [f64]>> {
        None
    }

    /// Does something that follows from data, and then stays, wait for data that have a range? Asked
    /// once setup is over, and of what an update adds or colours.
    fn is_open(&self) -> bool {
        self.mapping().is_some_and(Mapping::is_open)
    }

    /// What its data as they are now say of what it waits for.
    fn first(&self) -> First {
        First {
            values: self.colored_values().and_then(|v| Values::of(v.iter().copied())),
            ..First::default()
        }
    }

    /// Takes what the first frame's data said, and keeps it.
    fn keep(&mut self, first: &First) {
        if let Some(mapping) = self.mapping_mut() {
            mapping.keep(first.values);
        }
    }

    /// Says what of it shows otherwise than it was described.
    fn warn(&self, warnings: &mut Warnings) {
        self.warn_of_values(warnings);
    }

    /// The same of its values and their colours.
    fn warn_of_values(&self, warnings: &mut Warnings) {
        let Some(mapping) = self.mapping() else { return };
        mapping.warn(self.name(), &|| self.first().values, warnings);
        let is_bare = |values: Cow<'_, [f64]>| {
            !values.is_empty() && values.iter().all(|value| value.is_nan())
        };
        if !mapping.is_open() && self.colored_values().is_some_and(is_bare) {
            let message =
                format!("{}, `values`: all are NaN, so that none has a color", self.name());
            warnings.add(Warning::new(message));
        }
    }

    /// Its levels and their colours, if it has some, for a colorbar to show.
    fn banded(&self) -> Option<Banded> {
        None
    }

    /// Whether a unit of x should be as long as one of y unless the axes was told.
    fn is_equal_aspect(&self) -> bool {
        false
    }

    /// Whether the axes draws neither box nor ticks around it by default.
    fn hides_axes(&self) -> bool {
        false
    }

    /// Whether its first row is at the top, so that limits that follow it have y downwards.
    fn inverts_y(&self) -> bool {
        false
    }

    /// What axes it can be drawn in.
    fn axes_kind(&self) -> AxesKind {
        AxesKind::Plane
    }

    /// How far from the eye it is as a whole, as [`Seen::depth`](crate::transform::space::Seen): of an axes'
    /// artists in space, the farthest is drawn first.
    fn depth(&self, _space: &Space) -> f64 {
        0.0
    }

    /// Takes the next colour of the axes' cycle if none was given.
    fn take_color(&mut self, _cycle: &mut Cycle) {}

    /// Where it reaches beyond the axes, in pixels; `None` for one that is clipped to them.
    fn beyond(&self, _pen: &mut Pen<'_>) -> Option<Rect> {
        None
    }

    /// The other axes that its place follows.
    fn follows(&self) -> [Option<FollowedAxes>; 2] {
        [None; 2]
    }

    /// Called when setup is over: what changes its place from here on is moving. The limits of its
    /// colours are frozen after it.
    fn freeze(&mut self) {}
}

/// The axes that an artist can be drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AxesKind {
    /// One that is flat, with angles or without.
    Plane,
    /// One that is flat, with x and y.
    Flat,
    /// One that is 3D.
    Space,
    /// Any.
    Both,
}

impl AxesKind {
    /// Of what can lie in any axes unless it was said how it stands in space.
    pub(crate) fn standing(is_said: bool) -> Self {
        if is_said { Self::Space } else { Self::Both }
    }
}

/// An artist of any kind, as an axes keeps it.
pub(crate) trait AnyArtist: Draw {
    fn boxed_clone(&self) -> Box<dyn AnyArtist>;
}

impl<A: Draw + Clone> AnyArtist for A {
    fn boxed_clone(&self) -> Box<dyn AnyArtist> {
        Box::new(self.clone())
    }
}

/// How far its parts stand above an artist whose place was given; matplotlib's.
const ABOVE: f64 = 0.01;

impl dyn AnyArtist {
    /// Of itself, and of each part that is drawn above it.
    pub(crate) fn zorders(&self) -> impl Iterator<Item = f64> {
        let given = self.common().zorder;
        let usual = iter::once(self.default_zorder()).chain(self.zorders_above().iter().copied());
        (0_u8..).zip(usual).map(move |(part, usual)| {
            given.map_or(usual, |zorder| zorder + ABOVE * f64::from(part))
        })
    }

    /// Draws one of its parts: 0 is itself, the others are those above it.
    pub(crate) fn draw_part(&self, part: usize, pen: &mut Pen<'_>) {
        match part.checked_sub(1) {
            None => self.draw(pen),
            Some(above) => self.draw_above(above, pen),
        }
    }

    /// Draws one of its parts, cut to the axes unless it reaches beyond by its nature.
    pub(crate) fn draw_cut(&self, part: usize, pen: &mut Pen<'_>) {
        self.draw_outlined(pen, &|artist, pen| artist.draw_plain(part, pen));
    }

    /// Draws its sample in the legend, or that of one of its parts with a name.
    pub(crate) fn draw_sample(&self, part: Option<usize>, pen: &mut Pen<'_>, area: Rect) {
        self.draw_outlined(pen, &|artist, pen| match part {
            None => artist.draw_key(pen, area),
            Some(part) => artist.draw_part_key(part, pen, area),
        });
    }

    /// Draws something of it, over its outline, both together as transparent as it is.
    fn draw_outlined(&self, pen: &mut Pen<'_>, draw: &dyn Fn(&Self, &mut Pen<'_>)) {
        let Common { outline: Some(outline), alpha, .. } = self.common() else {
            return draw(self, pen);
        };
        let opaque = (*alpha < 1.0).then(|| {
            let mut opaque = self.boxed_clone();
            opaque.common_mut()?.alpha = 1.0;
            Some(opaque)
        });
        let opaque = opaque.flatten();
        let artist = opaque.as_deref().unwrap_or(self);
        if opaque.is_some() {
            pen.scene.push_group(*alpha);
        }
        let mut drawn = Scene::beyond(pen.scene.size(), outline.spare() * pen.point);
        draw(artist, &mut pen.on(&mut drawn));
        outline.lay(pen, &drawn);
        draw(artist, pen);
        if opaque.is_some() {
            pen.scene.pop_group();
        }
    }

    /// Where it reaches beyond the axes, with its outline.
    pub(crate) fn reach(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        let spare = self.common().outline.as_ref().map_or(0.0, Outline::spare) * pen.point;
        self.beyond(pen).map(|reach| match reach == Rect::ZERO {
            true => reach,
            false => reach.inflate(spare, spare),
        })
    }

    fn draw_plain(&self, part: usize, pen: &mut Pen<'_>) {
        if !self.is_cut(part) {
            return self.draw_part(part, pen);
        }
        pen.clip_to_axes();
        self.draw_part(part, pen);
        pen.scene.pop_clip();
    }

    /// Draws itself and the parts above it.
    pub(crate) fn draw_all(&self, pen: &mut Pen<'_>) {
        (0..self.zorders().count()).for_each(|part| self.draw_cut(part, pen));
    }

    /// What of it stands in a legend: itself or its parts, by their numbers, each with its name.
    pub(crate) fn names(&self) -> impl Iterator<Item = (Option<usize>, &Label)> {
        let own = iter::once((None, &self.common().label));
        let parts = self.part_labels().iter().enumerate().map(|(part, label)| (Some(part), label));
        own.chain(parts).filter(|(_, label)| names_something(label))
    }

    /// Refuses an axes that cannot show it.
    pub(crate) fn check_room(&self, projection: Projection) -> Result<(), FigureError> {
        let message = match (self.axes_kind(), projection) {
            (AxesKind::Flat, Projection::Polar) => {
                "this axes is polar and the artist needs x and y: take a flat one"
            }
            (AxesKind::Plane | AxesKind::Flat, Projection::ThreeD) => {
                "this axes is 3D and the artist is flat: take one in space, such as Line3D"
            }
            (AxesKind::Space, Projection::Rectilinear | Projection::Polar) => {
                "the artist is in space and this axes is flat: call \
                 ax.set_projection(Projection::ThreeD)"
            }
            _ => return Ok(()),
        };
        Err(FigureError::new(self.name(), "set_projection", message))
    }

    /// Refuses other axes that it cannot follow, being in the axes `own`. `projection`: of those, or what is wrong
    /// with the handle.
    pub(crate) fn check_followed(
        &self,
        own: Option<usize>,
        projection: impl Fn(Place) -> Result<Projection, &'static str>,
    ) -> Result<(), FigureError> {
        const UNSET: &str = "the handle of the axes was never set: keep what `ax.handle()` returns";
        for FollowedAxes { argument, axes, needs } in self.follows().into_iter().flatten() {
            let found = axes.0.ok_or(UNSET).and_then(&projection);
            let is_own = axes.0.is_some_and(|place| Some(place.axes) == own);
            let lack = found.map_or_else(Some, |projection| needs.lack(projection, is_own));
            if let Some(lack) = lack {
                return Err(FigureError::new(self.name(), argument, lack));
            }
        }
        Ok(())
    }

    /// Setup is over: what its data say, if they have a range, stays.
    pub(crate) fn freeze_all(&mut self) {
        self.freeze();
        let values = self.colored_values().map(Cow::into_owned);
        if let (Some(values), Some(mapping)) = (values, self.mapping_mut()) {
            mapping.freeze(values.into_iter());
        }
    }

    /// Everything that is wrong with it, its own arguments first.
    pub(crate) fn check_all(&self) -> Result<(), FigureError> {
        self.check()?;
        self.common().check(self.name())
    }
}
