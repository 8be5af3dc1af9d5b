//! Arrows from one place to another: matplotlib's styles, connections, shapes and sizes.

mod connected;
mod connection;
mod path;
mod style;
mod wide;

pub(crate) use connected::{Connected, connection_properties};
pub use connection::ConnectionStyle;
pub(crate) use path::ArrowPath;
pub use style::{ArrowEnd, ArrowStyle};
