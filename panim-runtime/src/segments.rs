//! Parts of a video on the disk: what is finished of it is not rendered again.
//!
//! Beside the video stands a folder, `wave.mp4.parts`. It has a plan, which says what the parts are of,
//! and segments: files of encoded groups, each written by one process and by nobody else. Who goes on
//! reads all of them, checks what it reads, and renders what is missing into a segment of its own. So
//! nothing is locked, any process may be killed at any time, and several may render the same: groups of
//! one video are the same bytes, whoever encodes them.
//!
//! A group is known by its number, its frames, and a hash of their rows: where rows have changed, it is
//! rendered again.

mod build;
mod folder;
mod hash;
mod letters;
mod merge;
mod parts;
mod plan;
mod program;
mod record;
mod rows;
mod segment;
mod shares;
mod status;
mod store;

pub(crate) use folder::PartsFolder;
pub(crate) use hash::hash_of;
pub(crate) use letters::fonts_of;
pub(crate) use merge::Merge;
pub(crate) use parts::Parts;
pub(crate) use plan::PlanFile;
pub(crate) use program::given_cpus;
pub(crate) use record::{GroupKey, Look};
pub use rows::RowDigest;
pub use status::{ShareState, ShareStatus};
pub(crate) use status::{StatusWriter, all as status_of_all, ended as status_ended};

#[cfg(test)]
mod tests;
