//! What is counted and measured of samples before they are drawn. As everywhere, what is not
//! finite is missing: it does not count.

mod bins;
mod density;
mod groups;
mod summary;

pub use bins::Bins;
pub(crate) use bins::counts;
pub(crate) use density::Density;
pub use density::{Bandwidth, kde};
pub(crate) use groups::{Group, Groups, group_properties};
pub(crate) use summary::{BoxSummary, Sorted};
