//! Helpers for what moves: easing, key values, and which data to show when.
//!
//! Plain functions of time or of the frame's number. They make the parameters of a render, or
//! turn them into places within `#[update]`:
//!
//! ```
//! use panim_figure::motion::{Ease, keyframes, playback};
//!
//! # fn main() -> Result<(), panim_figure::FigureError> {
//! // from 0 to 1 in two seconds, a rest of one, and back
//! let height = keyframes([(0.0, 0.0), (2.0, 1.0), (3.0, 1.0), (4.0, 0.0)])?.ease(Ease::SineInOut);
//! assert_eq!(height.at(1.0), 0.5);
//! assert_eq!(height.frames(30.0)?.len(), 121);
//!
//! // data taken 100 times a second, played at half their speed in a video of 30 frames a second
//! let rows: Vec<usize> = playback(100.0, 0.5, 30.0, 600)?.collect();
//! assert_eq!(rows[..4], [0, 2, 3, 5]);
//! # Ok(())
//! # }
//! ```

mod ease;
mod keyframes;
mod playback;

pub use ease::Ease;
pub use keyframes::{Keyframes, keyframes};
pub use playback::playback;
