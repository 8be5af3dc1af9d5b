//! Artists of one's own: what panim has no artist for is a struct with three methods.
//!
//! An [`Artist`] says its name, the data that limits must show, and how it is drawn. It draws with a
//! [`Pen`], which knows where data lie on the pixels, on linear, logarithmic and polar axes alike. Added
//! to an axes, it has a handle, and is changed through the frame as any other artist; a background that it
//! stands in is kept from frame to frame without its doing.
//!
//! ```
//! use panim_figure::{Color, Figure, artist::{Artist, Bbox, Common, Cycle, Extent, Path, Pen}};
//!
//! /// A cross at a point, its arms so many points long.
//! #[derive(Clone, Default)]
//! struct Cross {
//!     at: (f64, f64),
//!     arms: f64,
//!     color: Option<Color>,
//!     common: Common,
//! }
//!
//! impl Cross {
//!     fn strokes(&self, pen: &mut Pen, (x, y): (f64, f64)) {
//!         let reach = pen.points(self.arms);
//!         let mut path = Path::new();
//!         path.move_to(x - reach, y).line_to(x + reach, y);
//!         path.move_to(x, y - reach).line_to(x, y + reach);
//!         pen.stroke(&path, self.color.unwrap_or(Color::BLACK), 1.5, "-");
//!     }
//! }
//!
//! impl Artist for Cross {
//!     fn name(&self) -> &'static str {
//!         "Cross"
//!     }
//!
//!     fn common(&self) -> &Common {
//!         &self.common
//!     }
//!
//!     fn extent(&self) -> Extent {
//!         Extent::of_points([self.at])
//!     }
//!
//!     fn draw(&self, pen: &mut Pen) {
//!         let at = pen.at(self.at);
//!         self.strokes(pen, at);
//!     }
//!
//!     fn draw_key(&self, pen: &mut Pen, area: Bbox) {
//!         self.strokes(pen, area.center());
//!     }
//!
//!     fn take_color(&mut self, cycle: &mut Cycle) {
//!         self.color.get_or_insert_with(|| cycle.next_line());
//!     }
//! }
//!
//! let mut fig = Figure::new();
//! let common = Common::default().label("here");
//! let cross = fig.axes().add(Cross { at: (1.0, 2.0), arms: 6.0, common, ..Cross::default() });
//! fig.axes().legend();
//! // in `#[update]`: `frame[self.cross].at = (x, y);`
//! fig[cross].at = (3.0, 4.0);
//! # fig.save_png(std::env::temp_dir().join("panim_own_artist.png")).unwrap();
//! ```
//!
//! Pixels follow from the artist and the pen alone: no time, no chance, nothing that an earlier frame left.
//! Data of an artist that are long belong into an [`Arc`](std::sync::Arc), since a frame that changes an
//! artist clones it first, to put it back.

mod draw;
mod own;
mod path;
mod pen;
mod shaped;

pub use crate::{
    base::extent::Extent,
    parts::common::{Common, Cycle},
    pen::Pen,
};
pub(crate) use draw::{AnyArtist, AxesKind, Draw, KEY_HEIGHT};
pub(crate) use own::{Kept, Own, built_in};
pub use path::{Bbox, Path};
pub(crate) use shaped::draw_shape;

use crate::FigureError;

/// Something that is drawn inside an axes, such as a [`Line`](crate::Line), or a type of one's own.
///
/// Artists are plain values: build one, give it to [`Axes::add`](crate::Axes::add), keep the handle, and
/// change it through the frame. [How to write one](crate::artist) is shown by an example.
pub trait Artist: Clone + Send + 'static {
    /// The type's name, for messages.
    fn name(&self) -> &'static str;

    /// The data that limits must show unless they are set; [`Extent::default`] for nothing.
    fn extent(&self) -> Extent;

    /// Draws it. Asked only of one that is visible and passed its [`check`](Artist::check).
    fn draw(&self, pen: &mut Pen<'_>);

    /// Its label, opacity and place among the others, of which panim takes care; default: none is set.
    fn common(&self) -> &Common {
        Common::unset()
    }

    /// Says what of it cannot be drawn, before a frame is drawn; default: all can. What is wrong with the
    /// colours, sizes and words that a pen is given, the pen says.
    ///
    /// # Errors
    /// A [`FigureError`] that names the artist, the argument and what is allowed. It ends the render.
    fn check(&self) -> Result<(), FigureError> {
        Ok(())
    }

    /// Where it stands among the artists of its axes unless its [`Common::zorder`] says so: lower is drawn
    /// first. Default: 2, as lines; areas are at 1, words at 3, the grid is at 1.5.
    fn default_zorder(&self) -> f64 {
        2.0
    }

    /// Whether only what falls into the axes is shown; default: true.
    fn is_clipped(&self) -> bool {
        true
    }

    /// Draws its sample in the legend into `area`; default: nothing. It is asked of one that has a label.
    fn draw_key(&self, _pen: &mut Pen<'_>, _area: Bbox) {}

    /// The lines and edges that a legend keeps clear of where it can, in pixels; default: none.
    fn legend_avoids(&self, _pen: &Pen<'_>) -> Path {
        Path::new()
    }

    /// Takes the next colour of the axes' cycle if none was given; default: takes none. Called once, when
    /// an axes takes the artist in.
    fn take_color(&mut self, _cycle: &mut Cycle) {}

    /// As an axes keeps it.
    #[doc(hidden)]
    fn kept(self) -> Kept {
        Kept::own(self)
    }
}
