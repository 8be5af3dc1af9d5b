//! How numbers, colours, lines and paths are written as attributes of elements.

use crate::color::Color;
use std::fmt::{self, Write};
use vello_cpu::kurbo::{BezPath, Cap, Join, PathEl, Point, Rect, Stroke};

/// A number of pixels, to a thousandth, without needless zeros.
pub(super) struct Short(pub(super) f64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.3}", self.0);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// A colour as `fill` or `stroke`.
pub(super) struct SvgColor(pub(super) &'static str, pub(super) Color);

impl fmt::Display for SvgColor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(name, color) = self;
        let [r, g, b, alpha] = color.to_rgba8();
        match alpha {
            0 => write!(f, " {name}=\"none\""),
            255 => write!(f, " {name}=\"#{r:02x}{g:02x}{b:02x}\""),
            _ => {
                let alpha = Short(color.alpha());
                write!(f, " {name}=\"#{r:02x}{g:02x}{b:02x}\" {name}-opacity=\"{alpha}\"")
            }
        }
    }
}

/// A line of this width, with sharp corners.
pub(super) struct EdgeStroke(pub(super) f64, pub(super) Color);

impl fmt::Display for EdgeStroke {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} stroke-width=\"{}\"", SvgColor("stroke", self.1), Short(self.0))
    }
}

/// A line with its caps, joins and dashes.
pub(super) struct LineStroke<'a>(pub(super) &'a Stroke, pub(super) Color);

impl fmt::Display for LineStroke<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(stroke, color) = self;
        write!(f, "{}", EdgeStroke(stroke.width, *color))?;
        match stroke.start_cap {
            Cap::Butt => {}
            Cap::Square => f.write_str(" stroke-linecap=\"square\"")?,
            Cap::Round => f.write_str(" stroke-linecap=\"round\"")?,
        }
        match stroke.join {
            Join::Bevel => f.write_str(" stroke-linejoin=\"bevel\"")?,
            Join::Round => f.write_str(" stroke-linejoin=\"round\"")?,
            Join::Miter => {
                write!(f, " stroke-miterlimit=\"{}\"", Short(stroke.miter_limit.max(1.0)))?
            }
        }
        if !stroke.dash_pattern.is_empty() {
            let dashes: Vec<_> =
                stroke.dash_pattern.iter().map(|d| Short(*d).to_string()).collect();
            write!(f, " stroke-dasharray=\"{}\"", dashes.join(" "))?;
            write!(f, " stroke-dashoffset=\"{}\"", Short(stroke.dash_offset))?;
        }
        Ok(())
    }
}

/// Place and size of a rectangle.
pub(super) struct Box(pub(super) Rect);

impl fmt::Display for Box {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rect = self.0.abs();
        let (x, y, width, height) = (rect.x0, rect.y0, rect.width(), rect.height());
        let [x, y, width, height] = [x, y, width, height].map(Short);
        write!(f, " x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
    }
}

/// Centre and radius of a circle.
pub(super) struct CircleBox(pub(super) Point, pub(super) f64);

impl fmt::Display for CircleBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [x, y, radius] = [self.0.x, self.0.y, self.1].map(Short);
        write!(f, " cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"")
    }
}

/// The steps of a path.
pub(super) struct PathData<'a>(pub(super) &'a BezPath);

impl fmt::Display for PathData<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for element in self.0.elements() {
            let (letter, points) = match *element {
                PathEl::MoveTo(to) => ('M', vec![to]),
                PathEl::LineTo(to) => ('L', vec![to]),
                PathEl::QuadTo(one, to) => ('Q', vec![one, to]),
                PathEl::CurveTo(one, two, to) => ('C', vec![one, two, to]),
                PathEl::ClosePath => ('Z', vec![]),
            };
            f.write_char(letter)?;
            for (i, point) in points.into_iter().enumerate() {
                let gap = if i == 0 { "" } else { " " };
                write!(f, "{gap}{} {}", Short(point.x), Short(point.y))?;
            }
        }
        Ok(())
    }
}
