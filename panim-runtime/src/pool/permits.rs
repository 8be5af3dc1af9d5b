//! Room for pictures that are drawn before their turn.

use crate::picture::Prepared;
use flume::{Receiver, Sender};

/// So many pictures may wait for their turn, all workers together. A buffer is made when a permit is
/// first used, and goes on with it.
#[derive(Clone)]
pub(crate) struct Permits {
    free: Receiver<Option<Prepared>>,
    home: Sender<Option<Prepared>>,
}

/// A picture that waits, or room for one. Whoever drops it gives it back.
pub(crate) struct Permit {
    picture: Option<Prepared>,
    home: Sender<Option<Prepared>>,
}

impl Permits {
    pub(super) fn none() -> Self {
        let (home, free) = flume::unbounded();
        Self { free, home }
    }

    /// So many more.
    pub(super) fn issue(&self, pictures: usize) {
        // The other end of the channel is in `self`.
        (0..pictures).for_each(|_| drop(self.home.send(None)));
    }

    /// One, if there is one.
    pub(super) fn try_take(&self) -> Option<Permit> {
        self.free.try_recv().ok().map(|picture| self.permit(picture))
    }

    /// Waits for one.
    pub(super) fn take(&self) -> Option<Permit> {
        self.free.recv().ok().map(|picture| self.permit(picture))
    }

    fn permit(&self, picture: Option<Prepared>) -> Permit {
        Permit { picture, home: self.home.clone() }
    }
}

impl Permit {
    /// Keeps a picture.
    pub(super) fn keep(&mut self, picture: &Prepared) {
        match &mut self.picture {
            Some(buffer) => buffer.copy_from(picture),
            None => self.picture = Some(picture.clone()),
        }
    }

    /// The picture that is kept.
    pub(super) fn picture(&self) -> Option<&Prepared> {
        self.picture.as_ref()
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        // After a render there is nobody to give it back to.
        drop(self.home.send(self.picture.take()));
    }
}
