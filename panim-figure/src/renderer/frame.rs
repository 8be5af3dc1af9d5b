//! One frame of a figure, while `#[update]` changes it.

use crate::{Artist, Axes, Figure, Handle, Renderer};
use std::ops::{Index, IndexMut};

/// The figure as `#[setup]` left it, to be changed for one frame.
///
/// `frame[handle]` is the artist or the axes that the handle names. What is changed here lasts for
/// this frame only: the next one starts from `#[setup]` again.
pub struct Frame<'a> {
    index: usize,
    pub(crate) renderer: &'a mut Renderer,
}

impl<'a> Frame<'a> {
    pub(crate) fn new(index: usize, renderer: &'a mut Renderer) -> Self {
        Self { index, renderer }
    }

    /// Position in the video, from 0.
    ///
    /// It cannot be asked for inside of a call that changes something of the frame:
    /// `frame[self.axes].set_title(format!("frame {}", frame.index()))` borrows the frame twice. Let
    /// it come as an argument, `#[update] fn update(&self, frame: &mut Frame, #[index] i: usize)`, or
    /// ask before.
    pub fn index(&self) -> usize {
        self.index
    }
}

impl<A: Artist> Index<Handle<A>> for Frame<'_> {
    type Output = A;

    #[track_caller]
    fn index(&self, handle: Handle<A>) -> &A {
        &self.renderer.figure[handle]
    }
}

impl<A: Artist> IndexMut<Handle<A>> for Frame<'_> {
    #[track_caller]
    fn index_mut(&mut self, handle: Handle<A>) -> &mut A {
        let figure = self.renderer.changing();
        figure.touch(handle);
        &mut figure[handle]
    }
}

impl Index<Handle<Axes>> for Frame<'_> {
    type Output = Axes;

    #[track_caller]
    fn index(&self, handle: Handle<Axes>) -> &Axes {
        &self.renderer.figure[handle]
    }
}

impl IndexMut<Handle<Axes>> for Frame<'_> {
    #[track_caller]
    fn index_mut(&mut self, handle: Handle<Axes>) -> &mut Axes {
        let figure = self.renderer.changing();
        figure.touch_axes(handle);
        &mut figure[handle]
    }
}

/// A handle by reference, as a loop over several gives it: `for line in &self.lines { frame[line] }`.
macro_rules! by_reference {
    ($of:ty) => {
        impl<T> Index<&Handle<T>> for $of
        where
            Self: Index<Handle<T>, Output = T>,
        {
            type Output = T;

            #[track_caller]
            fn index(&self, handle: &Handle<T>) -> &T {
                &self[*handle]
            }
        }

        impl<T> IndexMut<&Handle<T>> for $of
        where
            Self: IndexMut<Handle<T>, Output = T>,
        {
            #[track_caller]
            fn index_mut(&mut self, handle: &Handle<T>) -> &mut T {
                &mut self[*handle]
            }
        }
    };
}
by_reference! { Frame<'_> }
by_reference! { Figure }
