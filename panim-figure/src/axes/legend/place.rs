//! Where a legend stands.

use super::{
    Legend,
    entries::{Entries, NamedArtists},
};
use crate::{
    Loc, Side, Style,
    base::word::{OneOf, named},
    pen::Pen,
    scene::clip::segment,
    text::Fonts,
};
use vello_cpu::kurbo::{BezPath, ParamCurve, PathEl, PathSeg, Point, Rect, Shape, Size, Vec2};

/// Where a legend stands: a [`Loc`], or outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LegendLoc {
    /// In its axes; that of a figure along the edge of the figure, for which the axes make room where they
    /// keep the most of it.
    Inside(Loc),
    /// On this side of its axes, beyond their ticks and labels, or of all axes, and there where the
    /// [`Loc`] says: the layout makes room. `"outside upper right"` is above, `"outside right upper"` at
    /// the right.
    Outside(Side, Loc),
}

named! { LegendLoc, "a place for a legend":
    "best" => Self::Inside(Loc::Best),
    "upper right" => Self::Inside(Loc::UpperRight),
    "upper center" => Self::Inside(Loc::UpperCenter),
    "upper left" => Self::Inside(Loc::UpperLeft),
    "center right" | "right" => Self::Inside(Loc::CenterRight),
    "center" => Self::Inside(Loc::Center),
    "center left" => Self::Inside(Loc::CenterLeft),
    "lower right" => Self::Inside(Loc::LowerRight),
    "lower center" => Self::Inside(Loc::LowerCenter),
    "lower left" => Self::Inside(Loc::LowerLeft),
    "outside upper left" => Self::Outside(Side::Top, Loc::UpperLeft),
    "outside upper center" => Self::Outside(Side::Top, Loc::UpperCenter),
    "outside upper right" => Self::Outside(Side::Top, Loc::UpperRight),
    "outside lower left" => Self::Outside(Side::Bottom, Loc::LowerLeft),
    "outside lower center" => Self::Outside(Side::Bottom, Loc::LowerCenter),
    "outside lower right" => Self::Outside(Side::Bottom, Loc::LowerRight),
    "outside left upper" => Self::Outside(Side::Left, Loc::UpperLeft),
    "outside center left" | "outside left center" | "outside left" => Self::Outside(Side::Left, Loc::CenterLeft),
    "outside left lower" => Self::Outside(Side::Left, Loc::LowerLeft),
    "outside right upper" => Self::Outside(Side::Right, Loc::UpperRight),
    "outside center right" | "outside right center" | "outside right" => Self::Outside(Side::Right, Loc::CenterRight),
    "outside right lower" => Self::Outside(Side::Right, Loc::LowerRight),
}

#[diagnostic::do_not_recommend]
impl OneOf<LegendLoc> for Loc {
    fn choice(self) -> Result<LegendLoc, String> {
        Ok(LegendLoc::Inside(self))
    }
}

impl Default for LegendLoc {
    fn default() -> Self {
        Self::Inside(Loc::Best)
    }
}

impl LegendLoc {
    /// Fractions of the free room left of and above the legend.
    fn fractions(self) -> (f64, f64) {
        match self {
            Self::Inside(loc) => loc.fractions(),
            Self::Outside(Side::Left, loc) => (0.0, loc.fractions().1),
            Self::Outside(Side::Right, loc) => (1.0, loc.fractions().1),
            Self::Outside(Side::Top, loc) => (loc.fractions().0, 0.0),
            Self::Outside(Side::Bottom, loc) => (loc.fractions().0, 1.0),
        }
    }
}

/// From the edges of the axes, by the size of the text.
const FROM_EDGE: f64 = 0.5;

impl Legend {
    pub(super) fn em(&self, style: &Style, point: f64) -> f64 {
        self.font.size.unwrap_or(style.legend_size()) * point
    }

    /// Its distance from the edges.
    fn gap(&self, em: f64) -> f64 {
        // what is put at a place is there
        let usual = if self.at.is_some() { 0.0 } else { FROM_EDGE };
        self.border_axes_pad.unwrap_or(usual) * em
    }

    /// The side of its axes beside which it stands.
    pub(crate) fn beside(&self) -> Option<Side> {
        match self.loc {
            LegendLoc::Outside(side, _) if self.at.is_none() && !self.of_figure => Some(side),
            _ => None,
        }
    }

    /// May it lie on other axes?
    pub(crate) fn may_reach_out(&self) -> bool {
        self.at.is_some() || self.beside().is_some()
    }

    /// What it shows, as wide as it is in this box.
    pub(super) fn laid_out<'a>(
        &'a self,
        named: &NamedArtists<'a>,
        frame: Rect,
        fonts: &mut Fonts,
        (style, point): (&Style, f64),
    ) -> Entries<'a> {
        let mut entries = self.listed(named, fonts, style, point);
        if self.is_expanded {
            let room = if self.of_figure { self.area.unwrap_or(frame) } else { frame };
            let gap = if self.beside().is_some() { 0.0 } else { self.gap(self.em(style, point)) };
            entries.expand(room.width() - 2.0 * gap);
        }
        entries
    }

    /// Where it stands beside its axes, whose box is `frame` and whose words reach to `outward`, and on which
    /// side; `None` unless it is to stand there.
    pub(crate) fn outside(
        &self,
        named: &NamedArtists<'_>,
        (frame, outward): (Rect, Rect),
        fonts: &mut Fonts,
        (style, point): (&Style, f64),
    ) -> Option<(Side, Rect)> {
        let side = self.beside()?;
        let entries = self.laid_out(named, frame, fonts, (style, point));
        if entries.columns.is_empty() {
            return None;
        }
        let em = self.em(style, point);
        let place = beside(frame, outward, side, self.loc.fractions(), entries.size, self.gap(em));
        // the edge of its own box is not to be cut
        Some((side, place.inflate(point, point)))
    }

    /// What a figure's legend leaves free of `page`: a band at its edge is taken.
    pub(crate) fn cut_from(
        &mut self,
        page: Rect,
        named: &NamedArtists<'_>,
        pen: &mut Pen<'_>,
    ) -> Rect {
        self.area = Some(page);
        if self.at.is_some() {
            return page;
        }
        let entries = self.laid_out(named, pen.frame, pen.fonts, (pen.style, pen.point));
        let Size { width, height } = entries.size;
        let gap = self.gap(self.em(pen.style, pen.point));
        let without = |side: Side| match side {
            Side::Top => Rect { y0: page.y0 + height + gap, ..page },
            Side::Bottom => Rect { y1: page.y1 - height - gap, ..page },
            Side::Left => Rect { x0: page.x0 + width + gap, ..page },
            Side::Right => Rect { x1: page.x1 - width - gap, ..page },
        };
        if let LegendLoc::Outside(side, _) = self.loc {
            return without(side);
        }
        let (right, down) = self.loc.fractions();
        let side = |fraction: f64, before: Side, after: Side| match fraction {
            0.0 => Some(before),
            1.0 => Some(after),
            _ => None,
        };
        let horizontal = side(down, Side::Top, Side::Bottom).map(without);
        let vertical = side(right, Side::Left, Side::Right).map(without);
        // in a corner the one that leaves more
        match (horizontal, vertical) {
            (Some(horizontal), Some(vertical)) if vertical.area() > horizontal.area() => vertical,
            (horizontal, vertical) => horizontal.or(vertical).unwrap_or(page),
        }
    }

    /// Stands there, if it is nowhere else.
    pub(crate) fn freeze_at(&mut self, loc: Loc) {
        if self.loc == LegendLoc::Inside(Loc::Best) {
            self.loc = LegendLoc::Inside(loc);
        }
    }

    /// Is it still to be found out where it stands?
    pub(super) fn is_free(&self) -> bool {
        self.loc == LegendLoc::Inside(Loc::Best) && self.at.is_none()
    }

    /// Where it is as it was told, and best among the artists and what else is `taken` if it was not.
    pub(super) fn chosen(
        &self,
        named: &NamedArtists<'_>,
        size: Size,
        taken: &[Rect],
        pen: &mut Pen<'_>,
    ) -> LegendLoc {
        match (self.loc, self.at) {
            (LegendLoc::Inside(Loc::Best), None) => {}
            (LegendLoc::Inside(Loc::Best), Some(_)) => return LegendLoc::Inside(Loc::LowerLeft),
            (loc, _) => return loc,
        }
        let own = pen.transform;
        let mut outlines: Vec<BezPath> = Vec::new();
        for axes in &named.labelled {
            // twins stand on the same box, with limits of their own
            pen.transform = axes.state.transform(pen.frame);
            let visible =
                axes.slots.iter().map(|slot| slot.artist()).filter(|a| a.common().visible);
            outlines.extend(visible.map(|artist| artist.legend_avoids(pen)));
        }
        pen.transform = own;
        let covered = |loc: &Loc| {
            let area = self.place(LegendLoc::Inside(*loc), size, pen.frame, pen);
            let others = taken.iter().filter(|other| other.overlaps(area)).count();
            1000 * others + outlines.iter().map(|outline| overlap(outline, area)).sum::<usize>()
        };
        LegendLoc::Inside(Loc::ALL.into_iter().min_by_key(covered).unwrap_or_default())
    }

    /// The box of one of this size there; `outward` is where the words of its axes reach to.
    pub(super) fn place(&self, loc: LegendLoc, size: Size, outward: Rect, pen: &Pen<'_>) -> Rect {
        let gap = self.gap(self.em(pen.style, pen.point));
        let (right, down) = loc.fractions();
        let within = |room: Rect| {
            Point::new(
                room.x0 + right * (room.width() - size.width),
                room.y0 + down * (room.height() - size.height),
            )
        };
        let corner = match (self.at, self.beside()) {
            (Some(at), _) => {
                let inwards = Vec2::new(0.5 - right, 0.5 - down) * (2.0 * gap);
                at.place(pen) + inwards - Vec2::new(right * size.width, down * size.height)
            }
            (None, Some(side)) => {
                let mut reach = self.area.unwrap_or(outward);
                if let (Side::Top, Some(top)) = (side, self.top) {
                    reach.y0 -= (top - outward.y0).max(0.0);
                }
                beside(pen.frame, reach, side, (right, down), size, gap).origin()
            }
            (None, None) => within(self.area.unwrap_or(pen.frame).inflate(-gap, -gap)),
        };
        Rect::from_origin_size(corner.round(), size)
    }
}

/// Puts a box of this size beside another one, beyond what reaches `outward` from it.
fn beside(
    frame: Rect,
    outward: Rect,
    side: Side,
    (right, down): (f64, f64),
    size: Size,
    gap: f64,
) -> Rect {
    let x = match side {
        Side::Left => outward.x0 - gap - size.width,
        Side::Right => outward.x1 + gap,
        _ => frame.x0 + right * (frame.width() - size.width),
    };
    let y = match side {
        Side::Top => outward.y0 - gap - size.height,
        Side::Bottom => outward.y1 + gap,
        _ => frame.y0 + down * (frame.height() - size.height),
    };
    Rect::from_origin_size((x, y), size)
}

/// How much of an outline lies in `area`: the pieces of it, and more for a shape that fills it.
fn overlap(outline: &BezPath, area: Rect) -> usize {
    let crosses = |piece: &PathSeg| segment(piece.start(), piece.end(), area).is_some();
    let pieces = outline.segments().filter(crosses).count();
    let is_shape = outline.elements().contains(&PathEl::ClosePath);
    let fills = is_shape && outline.contains(area.center());
    pieces + if fills { 10 } else { 0 }
}
