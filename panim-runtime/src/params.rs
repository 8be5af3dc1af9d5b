//! Per-frame parameters: one row for each frame, wherever they come from.

mod cell;
mod cells;
mod csv;
mod decode;
mod file;
mod given;
mod indexed;
mod json;
mod jsonl;
mod lines;
mod origin;
mod reader;
mod record;
mod row;
mod save;
mod simulation;
mod source;
mod sweep;

pub use given::ParamItems;
pub use row::{NoParams, Row};
pub use source::ParamSource;
pub use sweep::{SweepRange, Swept};

pub(crate) use csv::CsvRows;
pub(crate) use file::FileRows;
pub(crate) use given::{Lent, Owned};
pub(crate) use indexed::Indexed;
pub(crate) use jsonl::JsonRows;
pub(crate) use save::Saved;
pub(crate) use simulation::Simulation;
pub(crate) use source::{Items, Rows, Unset};
pub(crate) use sweep::Sweep;

#[cfg(test)]
mod tests;
