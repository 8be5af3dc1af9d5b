//! What workers and conductor count, for whoever asks how far a render is.

use super::{Progress, Stage};
use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How far a render is.
pub(crate) struct Counts {
    begun: Instant,
    total: Option<usize>,
    state: Mutex<CountsState>,
}

#[derive(Clone, Copy, Default)]
struct CountsState {
    drawn: usize,
    encoded: usize,
    written: usize,
    /// Frames of those that were rendered before.
    kept: usize,
    /// When the first worker was set up.
    drawing: Option<Instant>,
    /// When a frame was encoded last.
    last: Option<Instant>,
    /// The longest time from one frame to the next.
    longest: Duration,
    finishing: bool,
}

impl Counts {
    pub(crate) fn new(begun: Instant, total: Option<usize>) -> Self {
        Self { begun, total, state: Mutex::default() }
    }

    /// A worker is set up.
    pub(crate) fn set_up(&self) {
        self.lock().drawing.get_or_insert_with(Instant::now);
    }

    /// Another frame is drawn. How many are.
    pub(crate) fn drew(&self) -> usize {
        let mut state = self.lock();
        state.drawn += 1;
        state.drawn
    }

    /// So many more are encoded.
    pub(crate) fn encoded(&self, frames: usize) {
        if frames > 0 {
            self.lock().encoded_at(frames, Instant::now());
        }
    }

    /// So many more were rendered before.
    pub(crate) fn kept(&self, frames: usize) {
        self.lock().kept += frames;
    }

    /// So many more are written.
    pub(super) fn wrote(&self, frames: usize) -> Progress {
        let mut state = self.lock();
        state.written += frames;
        self.at(*state, Instant::now())
    }

    pub(super) fn finishing(&self) {
        self.lock().finishing = true;
    }

    pub(super) fn start_again(&self) {
        *self.lock() = CountsState::default();
    }

    pub(super) fn progress(&self) -> Progress {
        self.at(*self.lock(), Instant::now())
    }

    fn at(&self, state: CountsState, now: Instant) -> Progress {
        let CountsState { drawn, encoded, written, kept, .. } = state;
        let stage = match state.drawing {
            _ if state.finishing => Stage::Finishing,
            Some(since) => Stage::Drawing(now.duration_since(since)),
            None => Stage::SettingUp,
        };
        Progress {
            drawn: drawn + kept,
            encoded: encoded + kept,
            written,
            total: self.total,
            elapsed: now.duration_since(self.begun),
            stage,
            rate: state.rate(now),
            idle: state.last.map_or(Duration::ZERO, |last| now.duration_since(last)),
        }
    }

    fn lock(&self) -> MutexGuard<'_, CountsState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl CountsState {
    fn encoded_at(&mut self, frames: usize, now: Instant) {
        let before = self.last.or(self.drawing).unwrap_or(now);
        self.longest = self.longest.max(now.saturating_duration_since(before));
        self.last = Some(now);
        self.encoded += frames;
    }

    /// Frames encoded per second. Up to the last one: where a frame takes a minute, the pace does not
    /// drop until the next one comes. Unless that takes longer than any before.
    fn rate(&self, now: Instant) -> f64 {
        let (Some(since), Some(last)) = (self.drawing, self.last) else { return 0.0 };
        let usual = now.duration_since(since).saturating_sub(self.longest);
        let seconds = usual.max(last.duration_since(since)).as_secs_f64();
        if seconds > 0.0 { self.encoded as f64 / seconds } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Two workers, a frame a minute each, of 120 frames.
    fn frames_of_a_minute(frames: usize, seconds: u64) -> Progress {
        let begun = Instant::now();
        let after = |seconds| begun + Duration::from_secs(seconds);
        let counts = Counts::new(begun, Some(120));
        let mut state = CountsState { drawing: Some(begun), ..CountsState::default() };
        for frame in 0..frames as u64 {
            state.encoded_at(1, after(60 * (frame / 2 + 1)));
        }
        counts.at(state, after(seconds))
    }

    #[test]
    fn the_time_left_is_known_after_the_first_frames_and_goes_down_between_them() {
        assert_eq!(frames_of_a_minute(0, 30).to_string(), "0/120 frames, drawing (30 s)");
        let minutes = |frames, seconds| {
            let left: Duration = frames_of_a_minute(frames, seconds).remaining().unwrap();
            left.as_secs_f64() / 60.0
        };
        assert_eq!(minutes(2, 60), 59.0);
        assert_eq!(minutes(2, 90), 58.5);
        assert_eq!(minutes(4, 121), 58.0 - 1.0 / 60.0);
        assert!(minutes(4, 1200) > 58.0, "a frame that takes longer than any before is noticed");
        let line = frames_of_a_minute(4, 120).to_string();
        assert_eq!(line, "4/120 frames, about 58 min left, 2.0 frames/min");
    }

    #[test]
    fn setup_counts_as_time_and_not_as_pace() {
        let begun = Instant::now();
        let after = |seconds| begun + Duration::from_secs(seconds);
        let counts = Counts::new(begun, Some(10));
        let line = counts.at(CountsState::default(), after(12)).to_string();
        assert_eq!(line, "0/10 frames, setting up (12 s)");

        let mut state = CountsState { drawing: Some(after(100)), ..CountsState::default() };
        state.encoded_at(1, after(101));
        let progress = counts.at(state, after(101));
        assert_eq!(progress.elapsed(), Duration::from_secs(101));
        assert_eq!(progress.frames_per_second(), 1.0);
        assert_eq!(progress.remaining(), Some(Duration::from_secs(9)));
    }

    #[test]
    fn each_is_counted_for_itself() {
        let counts = Counts::new(Instant::now(), Some(8));
        counts.set_up();
        (0..4).for_each(|_| _ = counts.drew());
        (0..3).for_each(|_| counts.encoded(1));
        let progress = counts.wrote(2);
        assert_eq!((progress.drawn(), progress.encoded(), progress.written()), (4, 3, 2));
        counts.start_again();
        assert_eq!(counts.progress().drawn(), 0);
    }
}
