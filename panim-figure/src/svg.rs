//! A scene as an SVG file: one element a shape, texts as their outlines, images embedded.

mod attributes;
mod cells;
mod ribbon;

use crate::{
    Picture, PictureError,
    base::{embed::data_url, file},
    color::Color,
    raster,
    scene::{
        Scene,
        areas::Areas,
        cells::CellGrid,
        collection::{Collection, CollectionKind},
        hatch::HatchTile,
        items::{Item, PaintedShape, Scope},
        marker::Markers,
        paint::Paint,
        ribbon::Ribbon,
        shape::Geometry,
    },
};
use attributes::{Box, CircleBox, EdgeStroke, LineStroke, PathData, Short, SvgColor};
use ribbon::Strand;
use std::{
    fmt::{self, Write},
    io,
    path::Path,
};
use vello_cpu::{
    Pixmap,
    color::{PremulColor, PremulRgba8, Srgb},
    kurbo::{Affine, BezPath, Cap, Rect, Shape as _},
    peniko::Fill,
};

impl Picture {
    /// Writes the picture to an SVG file; one that is already there is replaced when the new one is
    /// whole.
    ///
    /// The file holds the shapes that the picture was painted from, texts as their outlines. The cells
    /// of an [`Image`](crate::Image) of values or of a [`PColorMesh`](crate::PColorMesh) are shapes as
    /// well, up to 10,000 of them that can be seen. What is embedded as PNG: more cells, cells smaller
    /// than a pixel, those of a bilinear image, pictures; and all of a picture that was not drawn from
    /// a figure, or that plotters code went over pixel by pixel.
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
    let (text, clips, hatches) = (String::new(), Vec::new(), Vec::new());
    let mut file = SvgFile { text, clips, clip: None, hatches };
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
    /// The patterns that were written, by their number.
    hatches: Vec<HatchTile>,
}

impl SvgFile {
    fn item(&mut self, item: &Item) -> fmt::Result {
        match item {
            Item::Draw(drawing) => self.drawing(drawing),
            Item::Collection(collection) => self.collection(collection),
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

    fn collection(&mut self, Collection { kind, clip, .. }: &Collection) -> fmt::Result {
        self.clip_to(Some(*clip))?;
        match kind {
            CollectionKind::Markers(markers) => self.markers(markers),
            CollectionKind::Mesh(mesh) => {
                raster::mesh::shapes(mesh).try_for_each(|(shape, color)| self.shape(&shape, color))
            }
            CollectionKind::Ribbon(ribbon) => self.ribbon(ribbon),
            CollectionKind::Cells(cells) => self.cells(cells),
            CollectionKind::Areas(areas) => self.areas(areas),
            CollectionKind::Edges(edges) => edges.outlines().try_for_each(|(outline, color)| {
                self.shape(&Geometry::Outline(outline, edges.stroke()), color)
            }),
        }
    }

    fn drawing(&mut self, drawing: &PaintedShape) -> fmt::Result {
        self.clip_to(drawing.is_clipped.then_some(drawing.clip))?;
        match &drawing.paint {
            Paint::Color(color) => self.shape(&drawing.shape, *color),
            Paint::Image(pixmap, lies) => self.image_in(&drawing.shape, pixmap, *lies),
            Paint::Hatch(tile) => self.hatch(&drawing.shape, tile),
            // made for pixels
            Paint::Tiles(..) => Ok(()),
        }
    }

    fn image_in(&mut self, shape: &Geometry, pixmap: &Pixmap, lies: Affine) -> fmt::Result {
        match shape {
            Geometry::Rect(rect) => self.open_clip(&rect.to_path(0.1))?,
            Geometry::Path(path, _) => self.open_clip(path)?,
            // only areas show images
            _ => return Ok(()),
        }
        self.image(pixmap, lies)?;
        writeln!(self.text, "</g>")
    }

    fn shape(&mut self, shape: &Geometry, color: Color) -> fmt::Result {
        let (fill, text) = (SvgColor("fill", color), &mut self.text);
        match shape {
            Geometry::Rect(rect) => writeln!(text, "<rect{}{fill}/>", Box(*rect)),
            Geometry::Frame(rect, width) => {
                writeln!(text, "<rect{} fill=\"none\"{}/>", Box(*rect), EdgeStroke(*width, color))
            }
            Geometry::Disc(center, radius) => {
                writeln!(text, "<circle{}{fill}/>", CircleBox(*center, *radius))
            }
            Geometry::Ring(center, radius, width) => {
                let edge = EdgeStroke(*width, color);
                writeln!(text, "<circle{} fill=\"none\"{edge}/>", CircleBox(*center, *radius))
            }
            Geometry::Path(path, rule) => {
                let rule = fill_rule(*rule);
                writeln!(text, "<path d=\"{}\"{rule}{fill}/>", PathData(path))
            }
            Geometry::Outline(path, stroke) | Geometry::Dashes(path, stroke) => {
                let line = LineStroke(stroke, color);
                writeln!(text, "<path d=\"{}\" fill=\"none\"{line}/>", PathData(path))
            }
        }
    }

    /// An area in a pattern that begins at the picture's corner.
    fn hatch(&mut self, shape: &Geometry, tile: &HatchTile) -> fmt::Result {
        let known = self.hatches.iter().position(|other| other == tile);
        let id = known.unwrap_or(self.hatches.len());
        if known.is_none() {
            self.hatches.push(*tile);
            let (side, color) = (tile.side(), tile.color.with_alpha(1.0));
            let (fill, stroke) = (SvgColor("fill", color), EdgeStroke(tile.width, color));
            let path = tile.hatch.path(side.into());
            writeln!(
                self.text,
                "<pattern id=\"h{id}\" patternUnits=\"userSpaceOnUse\" width=\"{side}\" \
                 height=\"{side}\"><path d=\"{}\"{fill}{stroke} stroke-linecap=\"square\"/></pattern>",
                PathData(&path)
            )?;
        }
        let opacity = Short(tile.color.alpha());
        let fill = format!(" fill=\"url(#h{id})\" fill-opacity=\"{opacity}\"");
        match shape {
            Geometry::Rect(rect) => writeln!(self.text, "<rect{}{fill}/>", Box(*rect)),
            Geometry::Path(path, rule) => {
                let rule = fill_rule(*rule);
                writeln!(self.text, "<path d=\"{}\"{rule}{fill}/>", PathData(path))
            }
            // only areas show patterns
            _ => Ok(()),
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
        let png = data_url("image/png", &picture.to_png().map_err(|_| fmt::Error)?);
        writeln!(
            self.text,
            "<image width=\"{}\" height=\"{}\" transform=\"matrix({a} {b} {c} {d} {e} {f})\" \
             preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" \
             href=\"{png}\"/>",
            pixmap.width(),
            pixmap.height()
        )
    }

    fn markers(&mut self, markers: &Markers) -> fmt::Result {
        let outline = markers.shape.path();
        let id = self.text.len();
        let has_face = markers.shape.has_face();
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

    /// Lines, as one thing of one opacity. Where that changes, in a mask: it has the opacities, and is painted once.
    fn ribbon(&mut self, ribbon: &Ribbon) -> fmt::Result {
        let strands = ribbon::strands(ribbon);
        let cap = if ribbon.cap == Cap::Round { " stroke-linecap=\"round\"" } else { "" };
        let line = format!("fill=\"none\"{cap} stroke-linejoin=\"round\"");
        let (mut alphas, mut colors) = (Vec::new(), Vec::new());
        for strand in &strands {
            alphas.push(strand.alpha * strand.color.alpha() * ribbon.alpha);
            colors.push(strand.color.with_alpha(1.0));
        }
        let is_even = |of: &[f64]| of.iter().all(|alpha| *alpha == of[0]);
        let Some(&first) = alphas.first() else { return Ok(()) };
        if let [only] = &strands[..] {
            let stroke = EdgeStroke(only.width, only.color.with_alpha(first));
            return writeln!(self.text, "<path d=\"{}\" {line}{stroke}/>", PathData(&only.path));
        }
        if is_even(&alphas) {
            writeln!(self.text, "<g {line} opacity=\"{}\">", Short(first))?;
            self.strands(&strands, &colors)?;
            return writeln!(self.text, "</g>");
        }
        let (id, place) = (self.text.len(), Box(ribbon.room));
        writeln!(self.text, "<mask id=\"r{id}\" maskUnits=\"userSpaceOnUse\"{place}><g {line}>")?;
        let grey = |alpha: &f64| (alpha * 255.0).round() as u8;
        let greys: Vec<_> = alphas.iter().map(grey).map(|v| Color::rgb(v, v, v)).collect();
        self.strands(&strands, &greys)?;
        if colors.iter().all(|color| *color == colors[0]) {
            let fill = SvgColor("fill", colors[0]);
            return writeln!(self.text, "</g></mask><rect{place}{fill} mask=\"url(#r{id})\"/>");
        }
        writeln!(self.text, "</g></mask><g {line} mask=\"url(#r{id})\">")?;
        self.strands(&strands, &colors)?;
        writeln!(self.text, "</g>")
    }

    fn strands(&mut self, strands: &[Strand], colors: &[Color]) -> fmt::Result {
        for (strand, color) in strands.iter().zip(colors) {
            let stroke = EdgeStroke(strand.width, *color);
            writeln!(self.text, "<path d=\"{}\"{stroke}/>", PathData(&strand.path))?;
        }
        Ok(())
    }

    /// Shapes with edges that are not softened, so that nothing shines through between them; or pixels.
    fn cells(&mut self, cells: &CellGrid) -> fmt::Result {
        let Some(shapes) = cells::shapes(cells) else {
            return match raster::cells::pixels(cells) {
                Some((shape, Paint::Image(pixels, lies))) => self.image_in(&shape, &pixels, lies),
                _ => Ok(()),
            };
        };
        writeln!(self.text, "<g shape-rendering=\"crispEdges\">")?;
        for (cell, shape) in shapes {
            let color = cells.color(cell);
            if color.to_rgba8()[3] > 0 {
                self.shape(&shape, color)?;
            }
        }
        writeln!(self.text, "</g>")
    }

    fn areas(&mut self, areas: &Areas) -> fmt::Result {
        for area in areas.all() {
            let (mut outline, fill) = (BezPath::new(), SvgColor("fill", area.color));
            areas.outline(area, &mut outline);
            writeln!(self.text, "<path d=\"{}\"{fill}/>", PathData(&outline))?;
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

fn fill_rule(rule: Fill) -> &'static str {
    match rule {
        Fill::NonZero => "",
        Fill::EvenOdd => " fill-rule=\"evenodd\"",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vello_cpu::kurbo::Point;

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
