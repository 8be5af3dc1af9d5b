//! How values become colours: a colormap, a norm and its limits.

/// The colours of an artist's values.
#[derive(Debug, Clone)]
pub struct Mapping;
