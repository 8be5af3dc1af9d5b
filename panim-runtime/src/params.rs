//! Per-frame parameters: one row for each frame, wherever they come from.

#[cfg(feature = "params-files")]
mod cell;
#[cfg(feature = "params-files")]
mod cells;
#[cfg(feature = "params-files")]
mod csv;
#[cfg(feature = "params-files")]
mod decode;
#[cfg(feature = "params-files")]
mod file;
mod given;
mod indexed;
#[cfg(feature = "params-files")]
mod json;
#[cfg(feature = "params-files")]
mod jsonl;
#[cfg(feature = "params-files")]
mod lines;
#[cfg(feature = "params-files")]
mod origin;
#[cfg(feature = "params-files")]
mod reader;
#[cfg(feature = "params-files")]
mod record;
mod row;
#[cfg(feature = "params-files")]
mod save;
mod simulation;
mod source;
mod sweep;

pub use given::ParamItems;
pub use row::{NoParams, Row};
pub use source::ParamSource;
pub use sweep::{SweepRange, Swept};

#[cfg(feature = "params-files")]
pub(crate) use csv::CsvRows;
#[cfg(feature = "params-files")]
pub(crate) use file::FileRows;
#[cfg(feature = "params-files")]
pub(crate) use given::{Lent, Owned};
pub(crate) use indexed::Indexed;
#[cfg(feature = "params-files")]
pub(crate) use jsonl::JsonRows;
#[cfg(feature = "params-files")]
pub(crate) use save::Saved;
pub(crate) use simulation::Simulation;
pub(crate) use source::{Items, Rows, Unset};
pub(crate) use sweep::Sweep;

#[cfg(all(test, feature = "params-files"))]
mod tests;
