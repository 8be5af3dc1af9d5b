//! What every artist is: a plain value that says its limits, checks itself and draws itself.

pub(crate) use crate::check::{checked_color, checked_lengths, checked_size};
use crate::{
    AxisScale, FigureError, Style,
    axes::Wanted,
    check::checked_opacity,
    color::mapping::Mapping,
    color::norm::Values,
    color::{Color, ColorSpec},
    extent::Extent,
    field::levels::Banded,
    pen::Pen,
    space::Space,
    warning::Warnings,
    word::Misnamed,
};
use std::{any::Any, borrow::Cow, iter, sync::Arc};
use vello_cpu::kurbo::{BezPath, Rect};

/// Something that is drawn inside an axes, such as a [`Line`](crate::Line).
///
/// Artists are plain builder values: build one, give it to [`Axes::add`](crate::Axes::add), keep
/// the handle, and change it through the frame.
pub trait Artist: Draw + Clone {}

/// How an artist is drawn. An artist is one file in `artists/` with an `impl` of this.
pub trait Draw: Any + Send {
    /// The type's name, for messages.
    fn name(&self) -> &'static str;

    /// What all artists have.
    fn common(&self) -> &Common;

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
    fn settled_extent_on(&self, scales: (AxisScale, AxisScale)) -> Extent {
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

    /// The lines and the edges it draws, in pixels: what a legend keeps clear of, if it can.
    fn outline(&self, _pen: &Pen<'_>) -> BezPath {
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
        if let Some(mapping) = self.mapping() {
            mapping.warn(self.name(), || self.first().values, warnings);
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

    /// Whether the axes draws neither box nor ticks around it unless told.
    fn hides_axes(&self) -> bool {
        false
    }

    /// Whether its first row is at the top, so that limits that follow it have y downwards.
    fn inverts_y(&self) -> bool {
        false
    }

    /// What axes it can be drawn in.
    fn room(&self) -> Room {
        Room::Plane
    }

    /// How far from the eye it is as a whole, as [`Seen::depth`](crate::space::Seen): of an axes'
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

    /// Called when setup is over: what changes its place from here on is moving. The limits of its
    /// colours are settled after it.
    fn settle(&mut self) {}
}

/// What the data of the first frame say of an artist that waited for them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct First {
    /// Which limits of colours follow.
    pub(crate) values: Option<Values>,
    /// Levels, edges or a scale; none where there are no data for them.
    pub(crate) numbers: Option<Vec<f64>>,
    /// How these were chosen: those that are to be chosen otherwise are others.
    pub(crate) choice: String,
}

impl First {
    /// Were there data?
    pub(crate) fn says_something(&self) -> bool {
        self.values.is_some() || self.numbers.is_some()
    }
}

/// The axes that an artist can be drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// One that is flat.
    Plane,
    /// One that is 3D.
    Space,
    /// Any.
    Both,
}

/// What all artists have.
#[derive(Debug, Clone, PartialEq)]
pub struct Common {
    pub(crate) label: String,
    pub(crate) alpha: f64,
    pub(crate) zorder: Option<f64>,
    pub(crate) visible: bool,
    pub(crate) misnamed: Misnamed,
}

impl Default for Common {
    fn default() -> Self {
        Self {
            label: String::new(),
            alpha: 1.0,
            zorder: None,
            visible: true,
            misnamed: Misnamed::default(),
        }
    }
}

impl Common {
    pub(crate) fn check(&self, name: &'static str) -> Result<(), FigureError> {
        self.misnamed.check(name)?;
        checked_opacity(name, "alpha", self.alpha)?;
        if self.zorder.is_some_and(f64::is_nan) {
            return Err(FigureError::new(name, "zorder", "NaN is not a place among the others"));
        }
        Ok(())
    }

    /// A colour argument, faded by `alpha`. A bad one was refused by [`checked_color`].
    pub(crate) fn fade(&self, color: &ColorSpec) -> Color {
        let color = color.get().unwrap_or(Color::TRANSPARENT);
        color.with_alpha(color.alpha() * self.alpha)
    }
}

/// The colours that an axes hands to artists that were given none: lines and areas count apart, as
/// in matplotlib, so that a line over bars has the colour of the first line.
#[derive(Debug, Clone, Default)]
pub struct Cycle {
    style: Arc<Style>,
    lines: usize,
    areas: usize,
}

impl Cycle {
    pub(crate) fn new(style: &Arc<Style>) -> Self {
        Self { style: Arc::clone(style), lines: 0, areas: 0 }
    }

    pub(crate) fn set_style(&mut self, style: &Arc<Style>) {
        self.style = Arc::clone(style);
    }

    pub(crate) fn next_line(&mut self) -> ColorSpec {
        self.lines += 1;
        self.color(self.lines - 1)
    }

    pub(crate) fn next_area(&mut self) -> ColorSpec {
        self.areas += 1;
        self.color(self.areas - 1)
    }

    fn color(&self, i: usize) -> ColorSpec {
        self.style.cycle_color(i).into()
    }
}

/// An artist of any kind, as an axes keeps it.
pub(crate) trait AnyArtist: Draw {
    fn boxed_clone(&self) -> Box<dyn AnyArtist>;
}

impl<A: Artist> AnyArtist for A {
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

    /// Setup is over: what its data say, if they have a range, stays.
    pub(crate) fn settle_all(&mut self) {
        self.settle();
        let values = self.colored_values().map(Cow::into_owned);
        if let (Some(values), Some(mapping)) = (values, self.mapping_mut()) {
            mapping.settle(values.into_iter());
        }
    }

    /// Everything that is wrong with it, its own arguments first.
    pub(crate) fn check_all(&self) -> Result<(), FigureError> {
        self.check()?;
        self.common().check(self.name())
    }
}

/// Writes the two forms of each property of an artist: `color(..)` for building, `set_color(..)`
/// for moving, and those that all artists have.
macro_rules! properties {
    ($artist:ident { $(
        $(#[$doc:meta])*
        $build:ident / $set:ident ($value:ident: $type:ty) |$this:ident| $body:expr;
    )* }) => {
        impl $artist {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $build(mut self, $value: $type) -> Self {
                    self.$set($value);
                    self
                }

                $(#[$doc])*
                pub fn $set(&mut self, $value: $type) -> &mut Self {
                    let $this = &mut *self;
                    $body;
                    self
                }
            )*
        }
    };
}

/// The properties of [`Common`] for one artist.
macro_rules! common_properties {
    ($artist:ident) => {
        $crate::artist::properties! { $artist {
            /// Name in the legend. An artist without one is not in the legend.
            label / set_label(label: impl Into<String>) |this| this.common.label = label.into();
            /// Opacity of the whole artist, 0 (clear) to 1 (opaque, the default), on top of its
            /// colours' own.
            alpha / set_alpha(alpha: impl $crate::Number) |this| this.common.alpha = alpha.value();
            /// Place among the artists of the axes: lower is drawn first.
            zorder / set_zorder(zorder: impl $crate::Number) |this| this.common.zorder = Some(zorder.value());
            /// Whether it is drawn at all; true unless told.
            visible / set_visible(visible: bool) |this| this.common.visible = visible;
        } }
    };
}

/// The part of an artist's [`Draw`] that says who it is and reaches its `common` field.
macro_rules! draw_common {
    ($artist:ident) => {
        fn name(&self) -> &'static str {
            stringify!($artist)
        }

        fn common(&self) -> &$crate::artist::Common {
            &self.common
        }
    };
}

pub(crate) use {common_properties, draw_common, properties};
