//! Painters on threads of their own that draw single frames, in any order.

use crate::{
    Error, Result,
    caught::Quiet,
    painter::{Painter, Scenes},
    part::{FirstRow, draw_apart},
    stack::stack_size,
};
use flume::{Receiver, Sender};
use panim_figure::Picture;
use std::thread::{self, Scope};

/// A frame to be drawn, and who is to hear of it.
pub(crate) struct FrameJob<P> {
    pub(crate) frame: usize,
    pub(crate) row: Quiet<P>,
    pub(crate) reply: Sender<(usize, Result<Picture>)>,
}

/// What all of a crew draw.
pub(crate) struct Crew<'a, P> {
    pub(crate) scenes: &'a Scenes<'a, P>,
    pub(crate) first: Option<&'a FirstRow<P>>,
}

impl<'e, P: Send> Crew<'e, P> {
    /// Starts so many, who leave when there are no jobs any more.
    pub(crate) fn start<'scope>(
        &'e self,
        scope: &'scope Scope<'scope, 'e>,
        workers: usize,
        jobs: &Receiver<FrameJob<P>>,
    ) -> Result<()>
    where
        'e: 'scope,
    {
        let dispatch = tracing::dispatcher::get_default(Clone::clone);
        for number in 0..workers {
            let (dispatch, jobs) = (dispatch.clone(), jobs.clone());
            let work = move || tracing::dispatcher::with_default(&dispatch, || self.work(&jobs));
            thread::Builder::new()
                .name(format!("panim-{number}"))
                .stack_size(stack_size())
                .spawn_scoped(scope, work)
                .map_err(|source| Error::Thread { source })?;
        }
        Ok(())
    }

    fn work(&self, jobs: &Receiver<FrameJob<P>>) {
        // Before anybody asks. What fails here fails again, and is told, with a frame.
        let mut painter = Painter::new(self.scenes).ok();
        for FrameJob { frame, row, reply } in jobs {
            let drawn = self.draw(&mut painter, frame, row);
            // Whoever asked may have gone.
            let _ = reply.send((frame, drawn));
        }
    }

    /// Setup runs before the first frame, and before each for as long as it fails.
    fn draw(
        &self,
        painter: &mut Option<Painter<'e, P>>,
        frame: usize,
        row: Quiet<P>,
    ) -> Result<Picture> {
        let painter = match painter {
            Some(painter) => painter,
            None => painter.insert(Painter::new(self.scenes)?),
        };
        draw_apart(painter, self.scenes, self.first, frame, row)?;
        let drawn = painter.finish(frame)?;
        let pixels = drawn.pixels.to_vec();
        let (width, height) = painter.size();
        Ok(Picture::new(width, height, pixels))
    }
}
