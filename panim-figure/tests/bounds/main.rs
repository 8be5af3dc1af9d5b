//! What bounds the time and the memory of a figure, whatever its numbers. A binary of its own, since
//! its allocator counts what each thread holds.

#![allow(clippy::unwrap_used)]

mod far;
mod limits;
mod memory;
