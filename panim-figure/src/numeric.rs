//! What is computed of numbers before they are drawn. As everywhere, what is not finite is missing:
//! it does not count.

pub(crate) mod bin_heights;
pub(crate) mod bins;
pub(crate) mod density;
pub(crate) mod hexagons;
pub(crate) mod inline;
pub(crate) mod isolines;
pub(crate) mod reduction;
pub(crate) mod spectrum;
pub(crate) mod stack;
pub(crate) mod streams;
pub(crate) mod summary;
pub(crate) mod triangles;
#[cfg(feature = "coastlines")]
pub mod world;
