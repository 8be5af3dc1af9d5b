//! Cheap stand-ins for drawing and encoding, which check what they are asked for. A picture is its
//! frame's number.

use super::plan::{Fault, StressPlan};
use crate::{
    Error, Result,
    encode::{EncodedGroup, GroupEncoder, Sample},
    picture::Prepared,
    pool::{FrameSource, Limit, Report, SetUp},
};
use fastrand::Rng;
use flume::Sender;
use panim_figure::__private::{Damage, FirstFrame};
use std::{
    hint,
    sync::atomic::{AtomicUsize, Ordering::SeqCst},
    thread,
};

/// What workers share.
pub(super) struct StressShared<'p> {
    pub(super) plan: &'p StressPlan,
    pub(super) limit: Limit,
    /// How often each frame was drawn.
    pub(super) drawn: Vec<AtomicUsize>,
    pub(super) encoders: AtomicUsize,
}

pub(super) struct StressSource<'s> {
    shared: &'s StressShared<'s>,
    rng: Rng,
    picture: Prepared,
    /// It knows what frame 0 said, or needs not.
    knows_first: bool,
}

impl<'s> StressSource<'s> {
    pub(super) fn set_up(
        shared: &'s StressShared<'s>,
        worker: usize,
        reports: &Sender<Report>,
    ) -> Option<Self> {
        let StressPlan { seed, is_open, encoders, pictures, bad_setup, .. } = *shared.plan;
        let mut rng = Rng::with_seed(seed ^ worker as u64);
        idle(&mut rng);
        let is_bad = bad_setup == Some(worker);
        let result = if is_bad {
            shared.limit.lower_to(0);
            Err(Error::SetupPanicked { message: "bad".into() })
        } else {
            Ok(SetUp { size: (4, 4), encoders, pictures })
        };
        drop(reports.send(Report::SetUp { worker, result }));
        let picture = Prepared::Rgba(vec![0; 8]);
        (!is_bad).then_some(Self { shared, rng, picture, knows_first: !is_open })
    }
}

impl<'s> FrameSource<'s, usize> for StressSource<'s> {
    fn draw(&mut self, frame: usize, row: usize) -> Result<bool> {
        let StressShared { plan, limit, drawn, .. } = self.shared;
        assert_eq!(frame, row);
        assert_eq!(drawn[frame].fetch_add(1, SeqCst), 0, "frame {frame} again");
        if frame > 0 && !self.knows_first {
            if limit.first().is_none() {
                return Ok(false);
            }
            self.knows_first = true;
        }
        idle(&mut self.rng);
        plan.check(frame, Fault::Drawing)?;
        if frame == 0 {
            limit.publish(FirstFrame::default());
            self.knows_first = true;
            idle(&mut self.rng);
        }
        self.picture = Prepared::Rgba((frame as u64).to_le_bytes().into());
        Ok(true)
    }

    fn picture(&self) -> &Prepared {
        &self.picture
    }

    fn open(&self, group: usize) -> Result<Box<dyn GroupEncoder + 's>> {
        let StressShared { plan, encoders, .. } = self.shared;
        let frame = frame_of(&self.picture);
        plan.check(frame, Fault::Opening)?;
        assert_eq!(frame, plan.group_of(frame).0, "a group begins in the middle");
        assert_eq!(frame, plan.groups[..group].iter().sum::<usize>(), "another group is opened");
        let open = encoders.fetch_add(1, SeqCst) + 1;
        assert!(plan.encoders.is_none_or(|most| open <= most), "{open} encoders");
        Ok(Box::new(StressEncoder {
            shared: self.shared,
            next: frame,
            group: EncodedGroup::default(),
        }))
    }

    fn encode(&mut self, encoder: &mut dyn GroupEncoder, frame: usize) -> Result<()> {
        assert_eq!(frame, frame_of(&self.picture));
        encoder.push(&self.picture, &Damage::all((4, 4)))
    }

    fn encode_waiting(
        &mut self,
        encoder: &mut dyn GroupEncoder,
        frame: usize,
        picture: &Prepared,
    ) -> Result<()> {
        assert_eq!(frame, frame_of(picture));
        encoder.push(picture, &Damage::all((4, 4)))
    }
}

struct StressEncoder<'s> {
    shared: &'s StressShared<'s>,
    next: usize,
    group: EncodedGroup,
}

impl GroupEncoder for StressEncoder<'_> {
    fn push(&mut self, picture: &Prepared, _: &Damage) -> Result<()> {
        let frame = frame_of(picture);
        assert_eq!(frame, self.next, "out of order");
        self.next += 1;
        self.shared.plan.check(frame, Fault::Encoding)?;
        self.group.samples.push(Sample { size: frame as u32, sync: false });
        Ok(())
    }

    fn encoded(&self) -> usize {
        self.group.frames()
    }

    fn finish(mut self: Box<Self>) -> Result<EncodedGroup> {
        self.shared.plan.check(self.next - 1, Fault::Finishing)?;
        Ok(std::mem::take(&mut self.group))
    }
}

impl Drop for StressEncoder<'_> {
    fn drop(&mut self) {
        self.shared.encoders.fetch_sub(1, SeqCst);
    }
}

fn frame_of(picture: &Prepared) -> usize {
    u64::from_le_bytes(picture.rgba().try_into().unwrap()) as usize
}

/// Takes a few microseconds, and now and then as long as others want.
fn idle(rng: &mut Rng) {
    (0..rng.u8(..100)).for_each(|_| hint::spin_loop());
    if rng.u8(..50) == 0 {
        thread::yield_now();
    }
}
