//! Names for what a figure owns, small enough to keep in an animation's struct.

use std::{any::type_name, fmt, marker::PhantomData};

/// Where to find an artist or an axes in its figure: what [`Axes::add`](crate::Axes::add) and
/// [`Axes::handle`](crate::Axes::handle) return.
///
/// Keep it in the animation's struct and use it on the frame: `frame[self.line].set_y(..)`.
/// `Handle::default()` names nothing; using it panics with a message that says so, and a render
/// reports that as the error of its frame.
pub struct Handle<T> {
    pub(crate) place: Option<Place>,
    kind: PhantomData<fn() -> T>,
}

/// A figure's own number (no two figures of a process share one), then positions in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) figure: u64,
    pub(crate) axes: usize,
    pub(crate) artist: usize,
}

impl<T> Handle<T> {
    pub(crate) fn new(place: Place) -> Self {
        Self { place: Some(place), kind: PhantomData }
    }

    /// The place, if it is in this figure.
    ///
    /// # Panics
    /// If the handle was never set or is of another figure: nothing sensible can be drawn.
    #[track_caller]
    pub(crate) fn place_in(self, figure: u64) -> Place {
        let kind = short_name::<T>();
        match self.place {
            Some(place) if place.figure == figure => place,
            Some(_) => {
                panic!("this Handle<{kind}> is of another figure: set it anew in every #[setup]")
            }
            None => panic!(
                "this Handle<{kind}> was never set: in #[setup], keep what `ax.add(..)` or \
                 `ax.handle()` returns, and look that `#[setup]` stands above the method that does"
            ),
        }
    }
}

/// `Line` for `panim_figure::artists::line::Line`.
fn short_name<T>() -> &'static str {
    let name = type_name::<T>();
    name.rsplit("::").next().unwrap_or(name)
}

// By hand, since a derive would ask the same of `T`.
impl<T> Clone for Handle<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Handle<T> {}

impl<T> Default for Handle<T> {
    fn default() -> Self {
        Self { place: None, kind: PhantomData }
    }
}

impl<T> PartialEq for Handle<T> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl<T> fmt::Debug for Handle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some(Place { axes, artist, .. }) => {
                write!(f, "Handle<{}>(axes {axes}, {artist})", short_name::<T>())
            }
            None => write!(f, "Handle<{}>(unset)", short_name::<T>()),
        }
    }
}
