//! plotters' drawing backend, anti-aliased.

use super::grid::PixelGrid;
use crate::{
    FigureError,
    color::Color,
    scene::{list::ShapeList, paint::Bitmap, shape::Geometry},
    text::{
        Fonts, HAlign, TextStyle, VAlign,
        font::{Face, Families, FontStyle, Weight},
    },
};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle as Slant, FontTransform,
    text_anchor::{HPos, VPos},
};
use vello_cpu::kurbo::{Affine, BezPath, Circle, Shape as _, Stroke, flatten};

/// A figure's pixels for plotters, anti-aliased; see [`Figure::area`](crate::Figure::area).
#[derive(Debug)]
pub struct Area<'a> {
    list: &'a mut ShapeList,
    fonts: &'a mut Fonts,
    size: (u32, u32),
    grid: PixelGrid,
}

/// plotters gives sizes of text in lines of this many em.
const LINE: f64 = 1.24;

/// How exactly circles are drawn, in pixels.
const TOLERANCE: f64 = 0.02;

type AreaResult = Result<(), DrawingErrorKind<FigureError>>;

impl<'a> Area<'a> {
    /// `size`: what plotters sees, in pixels of its own; `scale`: pixels as drawn to one of them.
    pub(super) fn new(
        list: &'a mut ShapeList,
        fonts: &'a mut Fonts,
        size: (u32, u32),
        scale: f64,
    ) -> Self {
        Self { list, fonts, size, grid: PixelGrid::new(size, scale) }
    }

    fn record(
        &mut self,
        color: BackendColor,
        shape: impl FnOnce(&PixelGrid, &mut Fonts) -> Geometry,
    ) -> AreaResult {
        let BackendColor { alpha, rgb: (r, g, b) } = color;
        if alpha > 0.0 {
            let color = Color::rgb(r, g, b).with_alpha(alpha);
            self.list.push(shape(&self.grid, self.fonts), color);
        }
        Ok(())
    }
}

impl DrawingBackend for Area<'_> {
    type ErrorType = FigureError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> AreaResult {
        Ok(())
    }

    fn present(&mut self) -> AreaResult {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> AreaResult {
        let next = (point.0.saturating_add(1), point.1.saturating_add(1));
        self.draw_rect(point, next, &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> AreaResult {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x0, y0): BackendCoord,
        (x1, y1): BackendCoord,
        style: &S,
        fill: bool,
    ) -> AreaResult {
        if fill {
            return self
                .record(style.color(), |grid, _| Geometry::Rect(grid.pixels((x0, y0), (x1, y1))));
        }
        self.draw_path([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> AreaResult {
        let (color, width) = (style.color(), style.stroke_width());
        let mut points: Vec<_> = path.into_iter().collect();
        points.dedup();
        match &points[..] {
            [] => Ok(()),
            _ if width == 0 => Ok(()),
            [point] => self.draw_pixel(*point, color),
            points => self.record(color, |grid, _| {
                let (path, stroke) = grid.line(points, width);
                Geometry::outline(&path, &stroke)
            }),
        }
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> AreaResult {
        self.record(style.color(), |grid, _| {
            if fill {
                // The pixels of the rim belong to the disc.
                Geometry::area(circle(grid, center, f64::from(radius) + 0.5))
            } else {
                let stroke = Stroke::new(f64::from(style.stroke_width()) * grid.scale);
                Geometry::outline(&circle(grid, center, f64::from(radius)), &stroke)
            }
        })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> AreaResult {
        self.record(style.color(), |grid, _| {
            Geometry::even_odd(grid.polygon(vert.into_iter().collect()))
        })
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        pos: BackendCoord,
    ) -> AreaResult {
        let anchor = style.anchor();
        self.record(style.color(), |grid, fonts| {
            let style_here = TextStyle {
                face: face(style),
                halign: match anchor.h_pos {
                    HPos::Left => HAlign::Left,
                    HPos::Center => HAlign::Center,
                    HPos::Right => HAlign::Right,
                },
                valign: match anchor.v_pos {
                    VPos::Top => VAlign::Top,
                    VPos::Center => VAlign::CenterBaseline,
                    VPos::Bottom => VAlign::Bottom,
                },
                // plotters knows none
                markup: false,
                ..TextStyle::new(style.size() / LINE * grid.scale)
            };
            // plotters measured it with these
            let layout = fonts.layout_embedded(&style_here, text);
            // Quarter turns leave pixel edges pixel edges: what is crisp stays crisp.
            let turn = turn(style.transform());
            Geometry::area(turn * layout.path_at(turn.inverse() * grid.middle(pos)))
        })
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<FigureError>> {
        let em = style.size() / LINE;
        Ok(((width(face(style), text) * em).ceil() as u32, em as u32))
    }

    /// `src` is RGB, three bytes a pixel, as plotters' bitmap element gives it.
    fn blit_bitmap(
        &mut self,
        (x, y): BackendCoord,
        (width, height): (u32, u32),
        src: &[u8],
    ) -> AreaResult {
        let pixels = src.chunks_exact(3).map(|p| [p[0], p[1], p[2], 255]);
        let Some(image) = Bitmap::new(width, height, pixels) else {
            let message = format!(
                "{} bytes are not {width}x{height} pixels of 3 bytes, each side up to {}",
                src.len(),
                u16::MAX
            );
            let error = FigureError::new("Area", "blit_bitmap", message);
            return Err(DrawingErrorKind::DrawingError(error));
        };
        let to = (x.saturating_add_unsigned(width), y.saturating_add_unsigned(height));
        let place = self.grid.pixels((x, y), to);
        self.list.push_image(&image, place);
        Ok(())
    }
}

/// The outline of a circle. The raster by itself would draw small ones too small, since it makes
/// few corners of a curve.
fn circle(grid: &PixelGrid, center: BackendCoord, radius: f64) -> BezPath {
    let circle = Circle::new(grid.middle(center), radius * grid.scale);
    let tolerance = TOLERANCE.max(circle.radius * 1e-4);
    let mut path = BezPath::new();
    flatten(circle.path_elements(tolerance), tolerance, |element| path.push(element));
    path
}

fn face<T: BackendTextStyle>(style: &T) -> Face {
    let (weight, style) = match style.style() {
        Slant::Normal => (Weight::NORMAL, FontStyle::Normal),
        Slant::Bold => (Weight::BOLD, FontStyle::Normal),
        Slant::Oblique | Slant::Italic => (Weight::NORMAL, FontStyle::Italic),
    };
    Face { weight, style }
}

/// How long a line of text is, in em.
fn width(face: Face, text: &str) -> f64 {
    let mut width = 0.0;
    let mut previous = None;
    for (file, glyph) in text.chars().map(|character| Families::EMBEDDED.glyph(face, character)) {
        width += previous.map_or(0.0, |previous| file.kerning(previous, glyph.id)) + glyph.advance;
        previous = Some(glyph.id);
    }
    width
}

fn turn(transform: FontTransform) -> Affine {
    // Columns: where the text's right and down point on the picture.
    match transform {
        FontTransform::None => Affine::IDENTITY,
        FontTransform::Rotate90 => Affine::new([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
        FontTransform::Rotate180 => Affine::new([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
        FontTransform::Rotate270 => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
    }
}
