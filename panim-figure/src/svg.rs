//! A scene as an SVG file: one element a shape, texts as their outlines, images embedded.

use crate::{
    Picture, PictureError,
    base::file,
    color::Color,
    scene::{
        Scene,
        items::{Item, PaintedShape, Scope},
        marker::Markers,
        paint::Paint,
        shape::Shape,
    },
};
use base64::{Engine, prelude::BASE64_STANDARD};
use std::{
    fmt::{self, Write},
    io,
    path::Path,
};
use vello_cpu::{
    Pixmap,
    color::{PremulColor, PremulRgba8, Srgb},
    kurbo::{Affine, BezPath, Cap, Join, PathEl, Point, Rect, Shape as _, Stroke},
    peniko::Fill,
};

impl Picture {
    /// Writes the picture to an SVG file; one that is already there is replaced when the new one is
    /// whole.
    ///
    /// The file holds the shapes that the picture was painted from, texts as their outlines; what
    /// was pixels before, such as an [`Image`](crate::Image), is embedded as PNG. So is all of a
    /// picture that was not drawn from a figure, or that plotters code went over pixel by pixel.
    ///
    /// # Errors
    ///
    /// The file cannot be written, or its name has another ending than `.svg`. The message names the
    /// path.
    pub fn save_svg(&self, path: impl AsRef<Path>) -> Result<(), PictureError> {
        let path = path.as_ref();
        file::check_ending(path, "svg")
            .and_then(|()| self.to_svg())
            .and_then(|text| file::replace(path, text.as_bytes()))
            .map_err(|source| PictureError::File { path: path.into(), source })
    }

    fn to_svg(&self) -> io::Result<String> {
        let too_large = || io::Error::other("a side is longer than 65,535 pixels");
        let scene = self.scene().ok_or_else(too_large)?;
        write(&scene).map_err(io::Error::other)
    }
}

/// The whole file; the unit is the pixel.
fn write(scene: &Scene) -> Result<String, fmt::Error> {
    let (width, height) = scene.size();
    let mut file = SvgFile { text: String::new(), clips: Vec::new(), clip: None };
    writeln!(
        file.text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">"
    )?;
    for item in scene.items() {
        file.item(item)?;
    }
    file.clip_to(None)?;
    file.text.push_str("</svg>\n");
    Ok(file.text)
}

struct SvgFile {
    text: String,
    /// The rectangles that clip paths were written of, by their number.
    clips: Vec<Rect>,
    /// The clip of the group that is open.
    clip: Option<usize>,
}

impl SvgFile {
    fn item(&mut self, item: &Item) -> fmt::Result {
        match item {
            Item::Draw(drawing) => self.drawing(drawing),
            Item::Markers(markers) => self.markers(markers),
            Item::Open { scope, .. } => {
                self.clip_to(None)?;
                match scope {
                    Scope::Clip(path) | Scope::Shape(path) => self.open_clip(path),
                    Scope::Group(alpha) => writeln!(self.text, "<g opacity=\"{}\">", Short(*alpha)),
                }
            }
            Item::Close => {
                self.clip_to(None)?;
                writeln!(self.text, "</g>")
            }
        }
    }

    fn drawing(&mut self, drawing: &PaintedShape) -> fmt::Result {
        self.clip_to(drawing.is_clipped.then_some(drawing.clip))?;
        match &drawing.paint {
            Paint::Color(color) => self.shape(&drawing.shape, *color),
            Paint::Image(pixmap, lies) => {
                match &drawing.shape {
                    Shape::Rect(rect) => self.open_clip(&rect.to_path(0.1))?,
                    Shape::Path(path, _) => self.open_clip(path)?,
                    // only areas show images
                    _ => return Ok(()),
                }
                self.image(pixmap, *lies)?;
                writeln!(self.text, "</g>")
            }
        }
    }

    fn shape(&mut self, shape: &Shape, color: Color) -> fmt::Result {
        let (fill, text) = (SvgColor("fill", color), &mut self.text);
        match shape {
            Shape::Rect(rect) => writeln!(text, "<rect{}{fill}/>", Box(*rect)),
            Shape::Frame(rect, width) => {
                writeln!(text, "<rect{} fill=\"none\"{}/>", Box(*rect), EdgeStroke(*width, color))
            }
            Shape::Disc(center, radius) => {
                writeln!(text, "<circle{}{fill}/>", Circle(*center, *radius))
            }
            Shape::Ring(center, radius, width) => {
                let edge = EdgeStroke(*width, color);
                writeln!(text, "<circle{} fill=\"none\"{edge}/>", Circle(*center, *radius))
            }
            Shape::Path(path, rule) => {
                let rule = match rule {
                    Fill::NonZero => "",
                    Fill::EvenOdd => " fill-rule=\"evenodd\"",
                };
                writeln!(text, "<path d=\"{}\"{rule}{fill}/>", PathData(path))
            }
            Shape::Outline(path, stroke) | Shape::Dashes(path, stroke) => {
                let line = LineStroke(stroke, color);
                writeln!(text, "<path d=\"{}\" fill=\"none\"{line}/>", PathData(path))
            }
        }
    }

    fn image(&mut self, pixmap: &Pixmap, lies: Affine) -> fmt::Result {
        let [a, b, c, d, e, f] = lies.as_coeffs().map(Short);
        let straight = |pixel: &PremulRgba8| {
            let color = PremulColor::<Srgb>::from(*pixel).un_premultiply().to_rgba8();
            [color.r, color.g, color.b, color.a]
        };
        let rgba: Vec<u8> = pixmap.data().iter().flat_map(straight).collect();
        let picture = Picture::new(pixmap.width().into(), pixmap.height().into(), rgba);
        let png = BASE64_STANDARD.encode(picture.to_png().map_err(|_| fmt::Error)?);
        writeln!(
            self.text,
            "<image width=\"{}\" height=\"{}\" transform=\"matrix({a} {b} {c} {d} {e} {f})\" \
             preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" \
             href=\"data:image/png;base64,{png}\"/>",
            pixmap.width(),
            pixmap.height()
        )
    }

    fn markers(&mut self, markers: &Markers) -> fmt::Result {
        self.clip_to(Some(markers.clip))?;
        let Some(outline) = markers.marker.outline() else { return Ok(()) };
        let id = self.text.len();
        let has_face = markers.marker.has_face();
        writeln!(self.text, "<defs><path id=\"m{id}\" d=\"{}\"/></defs>", PathData(&outline))?;
        for (at, style) in markers.marks.iter().filter(|(at, _)| at.is_finite()) {
            let fill = SvgColor("fill", if has_face { style.face } else { Color::TRANSPARENT });
            let (x, y, size) = (Short(at.x), Short(at.y), Short(style.size));
            write!(
                self.text,
                "<use href=\"#m{id}\" transform=\"translate({x} {y}) scale({size})\"{fill}"
            )?;
            if style.edge_width > 0.0 && style.size > 0.0 {
                write!(self.text, "{}", EdgeStroke(style.edge_width / style.size, style.edge))?;
            }
            writeln!(self.text, "/>")?;
        }
        Ok(())
    }

    /// Puts what follows into a group that shows what falls into the rectangle, or into none.
    fn clip_to(&mut self, rect: Option<Rect>) -> fmt::Result {
        let known = rect.and_then(|rect| self.clips.iter().position(|other| *other == rect));
        if self.clip == known && (known.is_some() || rect.is_none()) {
            return Ok(());
        }
        if self.clip.take().is_some() {
            writeln!(self.text, "</g>")?;
        }
        let Some(rect) = rect else { return Ok(()) };
        let id = known.unwrap_or(self.clips.len());
        if known.is_none() {
            self.clips.push(rect);
            writeln!(self.text, "<clipPath id=\"c{id}\"><rect{}/></clipPath>", Box(rect))?;
        }
        self.clip = Some(id);
        writeln!(self.text, "<g clip-path=\"url(#c{id})\">")
    }

    /// Opens a group that shows what falls into a path.
    fn open_clip(&mut self, path: &BezPath) -> fmt::Result {
        let id = self.text.len();
        let steps = PathData(path);
        writeln!(
            self.text,
            "<clipPath id=\"p{id}\"><path d=\"{steps}\"/></clipPath><g clip-path=\"url(#p{id})\">"
        )
    }
}

/// A number of pixels, to a thousandth, without needless zeros.
struct Short(f64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.3}", self.0);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// A colour as `fill` or `stroke`.
struct SvgColor(&'static str, Color);

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
struct EdgeStroke(f64, Color);

impl fmt::Display for EdgeStroke {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} stroke-width=\"{}\"", SvgColor("stroke", self.1), Short(self.0))
    }
}

/// A line with its caps, joins and dashes.
struct LineStroke<'a>(&'a Stroke, Color);

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
struct Box(Rect);

impl fmt::Display for Box {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rect = self.0.abs();
        let (x, y, width, height) = (rect.x0, rect.y0, rect.width(), rect.height());
        let [x, y, width, height] = [x, y, width, height].map(Short);
        write!(f, " x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
    }
}

/// Centre and radius of a circle.
struct Circle(Point, f64);

impl fmt::Display for Circle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [x, y, radius] = [self.0.x, self.0.y, self.1].map(Short);
        write!(f, " cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"")
    }
}

/// The steps of a path.
struct PathData<'a>(&'a BezPath);

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let short = |number: f64| Short(number).to_string();
        assert_eq!([1.0, -0.0001, 0.12345, 100.0].map(short), ["1", "0", "0.123", "100"]);
    }

    #[test]
    fn shapes_are_elements() {
        let mut scene = Scene::new((20, 10));
        scene.push_clip(Rect::new(2.0, 2.0, 8.0, 8.0));
        scene.disc(Point::new(5.0, 5.0), 4.5, Color::rgba(255, 0, 0, 0.5));
        scene.pop_clip();
        scene.push_group(0.25);
        scene.fill_rect(Rect::new(1.0, 1.0, 3.0, 4.0), Color::BLACK);
        scene.pop_group();
        let svg = write(&scene).unwrap_or_default();
        for part in [
            "viewBox=\"0 0 20 10\"",
            "<clipPath id=\"c0\"><rect x=\"2\" y=\"2\" width=\"6\" height=\"6\"/></clipPath>",
            "<g clip-path=\"url(#c0)\">\n<circle cx=\"5\" cy=\"5\" r=\"4.5\" fill=\"#ff0000\" \
             fill-opacity=\"0.5\"/>\n</g>",
            "<g opacity=\"0.25\">\n<rect x=\"1\" y=\"1\" width=\"2\" height=\"3\" \
             fill=\"#000000\"/>\n</g>\n</svg>",
        ] {
            assert!(svg.contains(part), "{part} is not in {svg}");
        }
    }
}
