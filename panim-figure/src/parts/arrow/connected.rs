//! What arrows between two places have in common: the way that they take, and the room that they leave.

use super::{ArrowStyle, ConnectionStyle, path::outside};
use crate::{FigureError, base::check::checked_size, parts::at::At, pen::Pen};
use vello_cpu::kurbo::{BezPath, Point};

/// How an arrow goes from one place to another.
#[derive(Debug, Clone)]
pub(crate) struct Connected {
    pub(crate) style: ConnectionStyle,
    /// How the way was said.
    pub(crate) argument: &'static str,
    /// Room at the start and at the end, in points.
    pub(crate) shrink: [f64; 2],
}

impl Default for Connected {
    fn default() -> Self {
        Self { style: ConnectionStyle::default(), argument: "connection", shrink: [2.0; 2] }
    }
}

impl Connected {
    pub(crate) fn check(
        &self,
        name: &'static str,
        (argument, arrow): (&'static str, ArrowStyle),
    ) -> Result<(), FigureError> {
        arrow.check(name, argument)?;
        self.style.check(name, self.argument)?;
        let [start, end] = self.shrink;
        let is_both = start == end || start.is_nan() && end.is_nan();
        checked_size(name, if is_both { "shrink" } else { "shrink_a" }, start)?;
        checked_size(name, if is_both { "shrink" } else { "shrink_b" }, end)?;
        if arrow.is_area() && !self.style.is_curve() {
            let message = "an arrow that is an area, \"simple\", \"fancy\" or \"wedge\", follows the \
                           connections \"arc3\" and \"angle3\" only";
            return Err(FigureError::new(name, argument, message));
        }
        Ok(())
    }

    /// The path between two points on the pixels, outside of what covers the first; nothing where there is no
    /// room for it.
    pub(crate) fn path(
        &self,
        [from, to]: [Point; 2],
        cover: &BezPath,
        pen: &Pen<'_>,
    ) -> Option<BezPath> {
        let path = self.style.path(from, to, At::PIXEL * pen.point);
        outside(&path, cover, self.shrink.map(|gap| gap * pen.point))
    }
}

/// The properties of [`Connected`] for an artist with a `connected` field.
macro_rules! connection_properties {
    ($artist:ident) => {
        $crate::base::properties::properties! { $artist {
            /// Which way the arrow takes: `"arc3"`, `"angle3"`, `"angle"`, `"arc"` or `"bar"`, with options behind
            /// it, `"arc3,rad=0.2"`, or a [`ConnectionStyle`](crate::ConnectionStyle), which lists them all;
            /// default: straight on.
            #[doc(alias = "connectionstyle")]
            connection / set_connection(style: impl $crate::OneOf<$crate::ConnectionStyle>) |this| {
                this.connected.argument = "connection";
                this.common.misnamed.set("connection", style, &mut this.connected.style);
            };
            /// Bends the arrow: by this fraction of its length to the right, seen from its start, as
            /// the connection `"arc3"` does; negative to the left; default: 0.
            arc / set_arc(fraction: impl $crate::Number) |this| {
                this.connected.argument = "arc";
                this.connected.style = $crate::ConnectionStyle::arc3(fraction);
            };
            /// Room between the arrow and what is at its ends, in points; default: 2.
            shrink / set_shrink(points: impl $crate::Number) |this| {
                this.connected.shrink = [points.value(); 2];
            };
            /// The same at its start.
            shrink_a / set_shrink_a(points: impl $crate::Number) |this| {
                this.connected.shrink[0] = points.value();
            };
            /// The same at its end.
            shrink_b / set_shrink_b(points: impl $crate::Number) |this| {
                this.connected.shrink[1] = points.value();
            };
        } }
    };
}

pub(crate) use connection_properties;
