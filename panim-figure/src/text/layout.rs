//! Text laid out: glyphs on lines, lines in a block, the block turned and aligned to its anchor.
//!
//! The rules are matplotlib's, but measured without hinting, so that a size that grows slowly
//! grows the text slowly. Ordinary lines are equally high whatever their letters.

use super::{HAlign, RotationMode, TextStyle, VAlign, line::TextLine, wrap};
use crate::{
    color::Color,
    text::font::{Families, GlyphCache, GlyphOutline},
};
use vello_cpu::kurbo::{Affine, BezPath, PathEl, Point, Rect, Size, Vec2};

/// A text ready to be drawn at any anchor. Pixels, y down.
#[derive(Clone, Debug)]
pub(crate) struct TextLayout {
    lines: Vec<TextLine>,
    turn: Rotation,
    /// From the anchor to the block's upper left corner before it was turned.
    corner: Vec2,
    /// Of the block before it was turned.
    size: Size,
    bounds: Rect,
    snap: bool,
}

impl TextLayout {
    pub(super) fn new(
        cache: &mut GlyphCache,
        families: Families,
        style: &TextStyle,
        text: &str,
    ) -> Self {
        let turn = Rotation::degrees(style.rotation);
        let snap = style.snap && style.is_along_pixels();
        let mut layout = Self {
            lines: Vec::new(),
            turn,
            corner: Vec2::ZERO,
            size: Size::ZERO,
            bounds: Rect::ZERO,
            snap,
        };
        let sound = style.size > 0.0 && style.size.is_finite() && style.rotation.is_finite();
        if text.is_empty() || !sound {
            return layout;
        }
        let mut set = |line: &str| TextLine::new((cache, families), style, snap, line);
        for line in text.split('\n') {
            let parts = wrap::lines(line, style, |part| set(part).width);
            layout.lines.extend(parts.into_iter().map(&mut set));
        }
        let line = families.line(style.face);
        let gap = style
            .line_spacing
            .map_or(line.gap, |spacing| (spacing - 1.0) * (line.ascent + line.descent));
        layout.stack(style, gap * style.size);
        layout
    }

    /// The room the text takes, from its anchor: a box around the turned block. Blanks at the
    /// sides count, and letters without descenders take the room of descenders.
    pub(crate) fn bounds(&self) -> Rect {
        self.bounds
    }

    pub(crate) fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The outline of the whole text with its anchor at `anchor`, to be filled non-zero.
    pub(crate) fn path_at(&self, anchor: Point) -> BezPath {
        let mut path = BezPath::new();
        self.each_at(anchor, |glyph, place| path.extend(placed(glyph, place)));
        path
    }

    /// The same in its colours, from the back to the front: that of the text, and those of formulas, which are as
    /// opaque as the text.
    pub(crate) fn colored_at(&self, anchor: Point, color: Color) -> Vec<(BezPath, Color)> {
        let mut parts: Vec<(BezPath, Color)> = Vec::new();
        self.each_at(anchor, |glyph, place| {
            let own = glyph.color.map_or(color, |own| own.with_alpha(own.alpha() * color.alpha()));
            match parts.last_mut().filter(|(_, last)| *last == own) {
                Some((path, _)) => path.extend(placed(glyph, place)),
                None => parts.push((placed(glyph, place).collect(), own)),
            }
        });
        parts
    }

    /// Visits each glyph with what puts its outline on the pixels.
    fn each_at(&self, anchor: Point, mut visit: impl FnMut(&GlyphOutline, Affine)) {
        let mut first = None;
        for line in &self.lines {
            let mut start = anchor + self.corner + self.turn.apply(line.start.to_vec2());
            if self.snap {
                // Lines keep their distance wherever the text stands.
                let first = *first.get_or_insert(start);
                let snapped = self.turn.round_across(first.to_vec2());
                start = (snapped + self.turn.round_across(start - first)).to_point();
            }
            for (glyph, at) in &line.glyphs {
                let origin = start + self.turn.apply(*at);
                visit(glyph, self.turn.affine(glyph.scale, origin));
            }
        }
    }

    /// A shape around the block and `pad` pixels more, turned as the text with its anchor at
    /// `anchor`. It is made from the block unturned, and runs along the middle of pixels if the
    /// text is crisp.
    pub(crate) fn around(
        &self,
        anchor: Point,
        pad: f64,
        shape: impl FnOnce(Rect) -> BezPath,
    ) -> BezPath {
        let mut block = self.size.to_rect().inflate(pad, pad);
        let mut corner = anchor + self.corner;
        if self.snap {
            block = Rect::from_origin_size(block.origin(), block.size().round());
            let place = self.turn.affine(1.0, corner).transform_rect_bbox(block).origin();
            corner += (place - Vec2::new(0.5, 0.5)).round() + Vec2::new(0.5, 0.5) - place;
        }
        self.turn.affine(1.0, corner) * shape(block)
    }

    /// Puts the lines below each other, `gap` pixels apart, and the block to its anchor.
    fn stack(&mut self, style: &TextStyle, gap: f64) {
        let width = self.lines.iter().map(|line| line.width).fold(0.0, f64::max);
        let mut below = 0.0;
        for line in &mut self.lines {
            line.start.x = match style.multialignment.unwrap_or(style.halign) {
                HAlign::Left => 0.0,
                HAlign::Center => (width - line.width) / 2.0,
                HAlign::Right => width - line.width,
            };
            line.start.y = below + line.ascent;
            below = line.start.y + line.descent + gap;
        }
        let height = below - gap;
        let baseline = self.lines.last().map_or(0.0, |line| line.start.y);

        self.size = Size::new(width, height);
        let turned = self.turn.bounds(width, height);
        let aligned = match style.rotation_mode {
            RotationMode::Default => turned,
            RotationMode::Anchor => self.size.to_rect(),
        };
        let x = match style.halign {
            HAlign::Left => aligned.x0,
            HAlign::Center => aligned.center().x,
            HAlign::Right => aligned.x1,
        };
        let y = match style.valign {
            VAlign::Top => aligned.y0,
            VAlign::Center => aligned.center().y,
            VAlign::CenterBaseline => aligned.y0 + baseline / 2.0,
            VAlign::Baseline => aligned.y1 - (height - baseline),
            VAlign::Bottom => aligned.y1,
        };
        self.corner = match style.rotation_mode {
            RotationMode::Default => -Vec2::new(x, y),
            RotationMode::Anchor => -self.turn.apply(Vec2::new(x, y)),
        };
        self.bounds = turned + self.corner;
    }
}

fn placed(glyph: &GlyphOutline, place: Affine) -> impl Iterator<Item = PathEl> {
    glyph.path.iter().map(move |element| place * element)
}

/// A turn about the origin, counter-clockwise as seen on the screen.
#[derive(Clone, Copy, Debug)]
struct Rotation {
    cos: f64,
    sin: f64,
}

impl Rotation {
    fn degrees(degrees: f64) -> Self {
        // Quarter turns are exact, so that vertical text lies on pixel edges.
        let (sin, cos) = match degrees.rem_euclid(360.0) {
            0.0 => (0.0, 1.0),
            90.0 => (1.0, 0.0),
            180.0 => (0.0, -1.0),
            270.0 => (-1.0, 0.0),
            degrees => degrees.to_radians().sin_cos(),
        };
        Self { cos, sin }
    }

    fn apply(self, at: Vec2) -> Vec2 {
        Vec2::new(self.cos * at.x + self.sin * at.y, self.cos * at.y - self.sin * at.x)
    }

    /// Scales, turns, and moves the origin to `origin`.
    fn affine(self, scale: f64, origin: Point) -> Affine {
        let (cos, sin) = (self.cos * scale, self.sin * scale);
        Affine::new([cos, -sin, sin, cos, origin.x, origin.y])
    }

    /// The box around a turned block whose upper left corner is the origin.
    fn bounds(self, width: f64, height: f64) -> Rect {
        let corners = [(width, 0.0), (0.0, height), (width, height)];
        corners.into_iter().fold(Rect::ZERO, |bounds, (x, y)| {
            bounds.union_pt(self.apply(Vec2::new(x, y)).to_point())
        })
    }

    /// Rounds the coordinate across a line that is turned by quarters.
    fn round_across(self, at: Vec2) -> Vec2 {
        if self.sin == 0.0 { Vec2::new(at.x, at.y.round()) } else { Vec2::new(at.x.round(), at.y) }
    }
}
