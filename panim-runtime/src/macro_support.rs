//! What the macros expand to: the one contract between them and the runtime. Not public API.
#![allow(missing_docs)]

pub use crate::{render::render, segments::RowDigest};

use crate::{BoxError, caught::Quiet};
use panim_figure::{Figure, Frame};
use serde::Serialize;
use std::{
    fmt::{self, Debug, Write},
    marker::PhantomData,
    sync::{Mutex, PoisonError},
};

pub type SetupFn<A> = fn(&mut A, &mut Figure) -> Result<(), BoxError>;
pub type UpdateFn<A, P> = fn(&A, &mut Frame<'_>, P) -> Result<(), BoxError>;

/// One animation's entry points. Plain function pointers: `Send`, `Sync` and `Copy` for free.
pub struct Glue<A, P> {
    /// The per-frame parameters' names, in order: data files refer to them.
    pub names: &'static [&'static str],
    pub setup: SetupFn<A>,
    /// `P` is always a tuple, `(f64,)` for a single parameter.
    pub update: UpdateFn<A, P>,
    /// How to clone a row, where that is possible: `Clones::<P>::HOW`.
    pub clone: Option<fn(&P) -> P>,
    /// How to show a row's parameters, where that is possible: `Shows::<T>::HOW` of each.
    pub show: fn(&P) -> Vec<Option<String>>,
    /// Takes in a row's parameters, those of which it is possible: `Hashes::<T>::HOW` of each.
    pub hash: fn(&P, &mut RowDigest),
}

// By hand, since a derive would ask the same of `A` and `P`.
impl<A, P> Clone for Glue<A, P> {
    fn clone(&self) -> Self {
        let Self { names, setup, update, clone, show, hash } = *self;
        Self { names, setup, update, clone, show, hash }
    }
}

/// How a worker comes by its own value of the animation.
pub struct Start<A>(AnimationSource<A>);

enum AnimationSource<A> {
    Fresh(fn() -> A),
    /// Behind a lock, so that workers can clone from it without the animation being `Sync`.
    Clone(Mutex<Quiet<A>>, fn(&A) -> A),
}

impl<A> Start<A> {
    pub fn fresh(default: fn() -> A) -> Self {
        Self(AnimationSource::Fresh(default))
    }

    pub fn clone_of(value: A, clone: fn(&A) -> A) -> Self {
        Self(AnimationSource::Clone(Mutex::new(Quiet::new(value)), clone))
    }

    /// Another one of the same.
    pub(crate) fn again(&self) -> Self {
        Self(match &self.0 {
            AnimationSource::Fresh(default) => AnimationSource::Fresh(*default),
            AnimationSource::Clone(_, clone) => {
                AnimationSource::Clone(Mutex::new(Quiet::new(self.one())), *clone)
            }
        })
    }

    pub(crate) fn one(&self) -> A {
        match &self.0 {
            AnimationSource::Fresh(default) => default(),
            AnimationSource::Clone(value, clone) => {
                clone(&value.lock().unwrap_or_else(PoisonError::into_inner))
            }
        }
    }
}

#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `Default` for the workers to start from",
    label = "`{Self}` is not `Default`",
    note = "derive or implement `Default`, or make a value and call `value.render_to(path)`"
)]
pub trait StartsFresh: Sized {
    fn fresh() -> Self;
}
impl<A: Default> StartsFresh for A {
    fn fresh() -> Self {
        A::default()
    }
}

#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `Clone` for the workers to start from",
    label = "`{Self}` is not `Clone`",
    note = "derive or implement `Clone`, so that each worker gets a copy of this value"
)]
pub trait StartsCloned: Sized {
    fn cloned(&self) -> Self;
}
impl<A: Clone> StartsCloned for A {
    fn cloned(&self) -> Self {
        self.clone()
    }
}

#[diagnostic::on_unimplemented(
    message = "`#[setup]` builds a `&mut Figure`, not a `&mut {Self}`",
    label = "write `&mut Figure` here"
)]
pub trait SetupSurface {
    fn lend(figure: &mut Figure) -> &mut Self;
}
#[diagnostic::do_not_recommend]
impl SetupSurface for Figure {
    fn lend(figure: &mut Figure) -> &mut Self {
        figure
    }
}

#[diagnostic::on_unimplemented(
    message = "`#[update]` draws on a `&mut Frame`, not on a `&mut {Self}`",
    label = "write `&mut Frame` here"
)]
pub trait UpdateSurface<'f> {
    fn lend<'a>(frame: &'a mut Frame<'f>) -> &'a mut Self;
}
#[diagnostic::do_not_recommend]
impl<'f> UpdateSurface<'f> for Frame<'f> {
    fn lend<'a>(frame: &'a mut Frame<'f>) -> &'a mut Self {
        frame
    }
}

#[diagnostic::on_unimplemented(
    message = "`#[index]` is the frame's number, a `usize`, not a `{Self}`",
    label = "write `usize` here"
)]
pub trait FrameNumber {
    fn of(index: usize) -> Self;
}
#[diagnostic::do_not_recommend]
impl FrameNumber for usize {
    fn of(index: usize) -> Self {
        index
    }
}

pub use crate::results::IntoResult;

// An inherent item wins over a trait's item of the same name: each blanket below is what a path
// means when the method that would have left the inherent item is absent. The names are what the
// compiler says where there are two of them.

/// How to clone a `P`: here, if it is `Clone`.
pub struct Clones<P>(PhantomData<P>);
impl<P: Clone> Clones<P> {
    pub const HOW: Option<fn(&P) -> P> = Some(P::clone);
}

/// And here, if it is not: not at all.
pub trait NoClone<P> {
    const HOW: Option<fn(&P) -> P> = None;
}
impl<P> NoClone<P> for Clones<P> {}

/// How to show a `T`: here, if it is `Debug`.
pub struct Shows<T: ?Sized>(PhantomData<T>);
impl<T: Debug + ?Sized> Shows<T> {
    pub const HOW: Option<fn(&T) -> String> = Some(shown::<T>);
}

/// And here, if it is not: not at all.
pub trait NoShow<T: ?Sized> {
    const HOW: Option<fn(&T) -> String> = None;
}
impl<T: ?Sized> NoShow<T> for Shows<T> {}

/// How to take in a `T`: here, if it can be serialized.
pub struct Hashes<T: ?Sized>(PhantomData<T>);
impl<T: Serialize + ?Sized> Hashes<T> {
    pub const HOW: fn(&T, &mut RowDigest) = |value, digest| digest.add(value);
}

/// And here, if it cannot: nothing of it.
pub trait NoHash<T: ?Sized> {
    const HOW: fn(&T, &mut RowDigest) = |_, digest| digest.add_unknown();
}
impl<T: ?Sized> NoHash<T> for Hashes<T> {}

/// Letters of a value that are shown at most: some have millions.
const MOST_SHOWN: usize = 200;

fn shown<T: Debug + ?Sized>(value: &T) -> String {
    struct Shortened(String);
    impl fmt::Write for Shortened {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            let room = MOST_SHOWN - self.0.chars().count();
            match text.char_indices().nth(room) {
                None => self.0.push_str(text),
                Some((end, _)) => {
                    self.0.push_str(&text[..end]);
                    return Err(fmt::Error);
                }
            }
            Ok(())
        }
    }
    let mut short = Shortened(String::new());
    match write!(short, "{value:?}") {
        Ok(()) => short.0,
        Err(_) => short.0 + " ..",
    }
}

/// No `#[setup]`: nothing to set up.
pub trait NoSetup: Sized {
    const __PANIM_KEEP_ONLY_ONE_SETUP: SetupFn<Self> = |_, _| Ok(());
}
impl<A> NoSetup for A {}

/// What is found where there is no `#[update]`. With one, it is a `()`.
pub struct Absent;

pub trait NoUpdate {
    const __PANIM_KEEP_ONLY_ONE_UPDATE: Absent = Absent;
}
impl<A: ?Sized> NoUpdate for A {}

#[diagnostic::on_unimplemented(
    message = "`{A}` has no `#[update]` method",
    label = "this animation never draws a frame",
    note = "in an `impl {A}` block: `#[update] fn update(&self, frame: &mut Frame) {{ .. }}`"
)]
pub trait Updates<A: ?Sized> {}
#[diagnostic::do_not_recommend]
impl<A: ?Sized> Updates<A> for () {}
pub const fn require_update<A: ?Sized, U: Updates<A>>(_: &U) {}

#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent to a render worker",
    label = "not `Send`",
    note = "animations and their parameters move to worker threads: use `Arc` in place of `Rc`"
)]
pub trait WorkerSend {}
impl<T: Send + ?Sized> WorkerSend for T {}
pub const fn require_send<T: WorkerSend + ?Sized>() {}
