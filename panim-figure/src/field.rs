//! What artists of fields compute: coloured cells, levels and the lines along them, stream lines.

pub(crate) mod cells;
pub(crate) mod inline;
pub(crate) mod isolines;
pub(crate) mod levels;
pub(crate) mod rows;
pub(crate) mod streams;
