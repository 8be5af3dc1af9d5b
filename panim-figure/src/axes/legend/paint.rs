//! Legends on the pixels.

use super::{
    Legend, LegendLoc,
    entries::{Entries, NamedArtists},
};
use crate::{Loc, axes::Axes, pen::Pen, text::HAlign};
use vello_cpu::kurbo::{Point, Rect};

/// Where those of an axes that were not told stand best, one after the other: of each the place if it has one
/// in the axes.
pub(crate) fn best_places(
    legends: &[Legend],
    named: &NamedArtists<'_>,
    pen: &mut Pen<'_>,
) -> Vec<Loc> {
    let mut taken = Vec::new();
    let best = legends.iter().map(|legend| {
        let entries = legend.laid_out(named, pen.frame, pen.fonts, (pen.style, pen.point));
        let loc = legend.chosen(named, entries.size, &taken, pen);
        if !entries.columns.is_empty() {
            taken.push(legend.place(loc, entries.size, pen.frame, pen));
        }
        match loc {
            LegendLoc::Inside(loc) => loc,
            LegendLoc::Outside(..) => Loc::Best,
        }
    });
    best.collect()
}

impl Legend {
    /// Draws it; the words of its axes reach to `outward`.
    pub(crate) fn draw(&self, named: &NamedArtists<'_>, outward: Rect, pen: &mut Pen<'_>) {
        let Some((entries, frame)) = self.placed(named, outward, pen) else { return };
        let em = self.em(pen.style, pen.point);
        self.look.draw(frame, em, pen);
        let inner = frame.inset(-entries.spacing.border);
        let at = |align: HAlign, spare: f64| inner.x0 + share(align) * spare;
        let mut start = inner.y0;
        if let Some((title, band)) = &entries.title {
            let width = title.bounds().width();
            let align = self.title.halign_or(self.alignment);
            let middle =
                Point::new(at(align, inner.width() - width) + width / 2.0, start + band.rise);
            pen.words(title, middle, self.title.color_or(pen.style.legend_color()));
            start += band.height() + entries.spacing.label;
        }
        let usual = pen.key;
        let mut left = at(self.alignment, entries.widest - entries.width);
        for column in &entries.columns {
            let mut top = start;
            let width = column.width(&entries.spacing);
            for row in &column.rows {
                let baseline = top + row.band.rise;
                let (key, text) = match self.text_first {
                    true => {
                        let key = left + width - column.key_width;
                        let gap = column.gap(&entries.spacing);
                        (key, key - gap - row.text.bounds().width())
                    }
                    false => (left, left + column.key_width + column.gap(&entries.spacing)),
                };
                let area = row.key_area(key, column.key_width, baseline);
                pen.key = row.key_style;
                row.keys.iter().for_each(|key| key.draw(pen, area));
                pen.words(&row.text, Point::new(text, baseline), row.color);
                top += row.band.height() + entries.spacing.label;
            }
            left += width + entries.spacing.column;
        }
        pen.key = usual;
    }

    /// Where it reaches, if it shows something and stands at a place of its own or beside its axes: in these it
    /// takes no room of others.
    pub(crate) fn reach(
        &self,
        named: &NamedArtists<'_>,
        outward: Rect,
        pen: &mut Pen<'_>,
    ) -> Option<Rect> {
        if !self.may_reach_out() {
            return None;
        }
        let spare = self.look.spare() * pen.point;
        self.placed(named, outward, pen).map(|(_, frame)| frame.inflate(spare, spare))
    }

    /// What it shows, and its box.
    fn placed<'a>(
        &'a self,
        named: &NamedArtists<'a>,
        outward: Rect,
        pen: &mut Pen<'_>,
    ) -> Option<(Entries<'a>, Rect)> {
        let entries = self.laid_out(named, pen.frame, pen.fonts, (pen.style, pen.point));
        if entries.columns.is_empty() {
            return None;
        }
        let loc = self.chosen(named, entries.size, &[], pen);
        let frame = self.place(loc, entries.size, outward, pen);
        frame.is_finite().then_some((entries, frame))
    }

    /// Did this frame change one of the artists that it names?
    pub(crate) fn is_touched(&self, named: &NamedArtists<'_>) -> bool {
        let changed = |axes: &&Axes| {
            axes.is_touched() || axes.slots.iter().any(|s| s.is_touched() && s.is_labelled())
        };
        named.labelled.iter().any(changed)
            || self.entries.iter().any(|(samples, _)| samples.are_touched(named.all))
    }
}

/// Of the room that is left, what is before something.
fn share(align: HAlign) -> f64 {
    match align {
        HAlign::Left => 0.0,
        HAlign::Center => 0.5,
        HAlign::Right => 1.0,
    }
}
