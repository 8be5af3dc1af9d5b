//! Per-frame parameters: one row for each frame, wherever they come from.

mod cell;
mod csv;
mod file;
mod indexed;
mod jsonl;
mod lines;
mod origin;
mod record;
mod row;
mod save;
mod source;
mod sweep;

pub use row::{NoParams, Row};
pub use source::ParamSource;
pub use sweep::SweepRange;

pub(crate) use csv::CsvRows;
pub(crate) use file::FileRows;
pub(crate) use indexed::Indexed;
pub(crate) use jsonl::JsonRows;
pub(crate) use save::Saved;
pub(crate) use source::{Items, Packed, Rows, Unset};
pub(crate) use sweep::Sweep;

#[cfg(test)]
mod tests;
