//! What a render is in [panim](https://docs.rs/panim): parameters in, one MP4, GIF or PNG out.
//!
//! Use the `panim` crate; this one is its engine room. Its modules, in the order a frame travels:
//!
//! ```text
//! params ─ render ─ groups ─ conductor ─ pool ─ pipeline: painter ─ picture ─ encode ─ reorder ─ mux ─ output
//! ```
//!
//! The caller's thread is the conductor: it takes the parameters, sends groups of frames to the
//! workers, and writes what comes back in order. Each worker takes groups from the queue; it draws,
//! converts and encodes its group's frames, and draws for others when no group is left.
//!
//! `part` says which frames are drawn, and what frame 0 says to them. `cli` is the command line of the user's
//! own program, `preview` its page in the browser; for both a `crew` of painters draws single frames.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod caught;
#[cfg(feature = "cli")]
pub mod cli;
mod conductor;
#[cfg(feature = "cli")]
mod crew;
mod delay;
mod encode;
mod erased;
mod error;
mod fonts;
mod fps;
mod groups;
mod interrupt;
mod mux;
mod notebook;
mod outcome;
mod output;
mod painter;
mod params;
#[cfg_attr(not(feature = "cli"), allow(dead_code, unused_imports))] // nobody asks for a part then
mod part;
mod picture;
mod pipeline;
mod pool;
#[cfg(feature = "preview")]
mod preview;
mod progress;
mod render;
mod reorder;
mod replay;
mod results;
mod segments;
mod settings;
mod size;
mod stack;
mod still;
mod video;
mod warnings;
mod whole;
#[cfg_attr(not(feature = "video"), allow(dead_code))] // nothing is converted then
mod yuv;

pub use error::{BoxError, Error, Result};
pub use fonts::VideoFont;
pub use fps::Fps;
pub use interrupt::cancel_on_interrupt;
pub use params::{NoParams, ParamItems, ParamSource, Row, SweepRange, Swept};
pub use progress::{Answer, Listener, Progress, ProgressMode};
#[cfg(feature = "params-files")]
pub use render::RowReader;
pub use render::{Plan, Render, Share};
pub use segments::{ShareState, ShareStatus};
pub use settings::{Encoder, Preset};
pub use video::Video;
pub use whole::WholeNumber;

#[doc(hidden)]
pub mod bench;
#[doc(hidden)]
pub mod macro_support;
