//! Where the cells of a table stand, and how large its words are.

use super::{Table, TableCell};
use crate::{
    HAlign, Label,
    parts::lettering::Placed,
    pen::Pen,
    text::{VAlign, lettering::Lettering},
};
use vello_cpu::kurbo::{Point, Rect};

/// Between words and the sides of their cell, by its width.
const PAD: f64 = 0.1;

/// The lines between the cells in pixels, and the size of the words in points.
pub(super) struct TableGrid {
    /// The left side of the row labels.
    label: f64,
    columns: Vec<f64>,
    rows: Vec<f64>,
    pub(super) size: f64,
}

impl TableGrid {
    pub(super) fn cell(&self, column: usize, row: usize) -> Rect {
        let (columns, rows) = (&self.columns, &self.rows);
        Rect::new(columns[column], rows[row], columns[column + 1], rows[row + 1])
    }

    pub(super) fn row_label(&self, row: usize) -> Rect {
        Rect::new(self.label, self.rows[row], self.columns[0], self.rows[row + 1])
    }
}

/// Puts the words of a cell into it.
pub(super) fn place(
    pen: &mut Pen<'_>,
    lettering: &Lettering,
    cell: &TableCell<'_>,
    moving: bool,
) -> Placed {
    let Rect { x0, x1, .. } = cell.area;
    let halign = cell.words.halign_or(cell.halign);
    let x = match halign {
        HAlign::Left => x0 + PAD * (x1 - x0),
        HAlign::Center => f64::midpoint(x0, x1),
        HAlign::Right => x1 - PAD * (x1 - x0),
    };
    let at = Point::new(x, cell.area.center().y);
    lettering.place(pen, (at, halign, VAlign::Center), &cell.words.text, moving)
}

impl Table {
    /// Where everything stands.
    pub(super) fn grid(&self, pen: &mut Pen<'_>) -> TableGrid {
        let frame = pen.frame;
        let (columns, rows) = self.shape();
        let rows = rows + usize::from(self.has_col_labels());
        let mut widths: Vec<f64> = match self.col_widths.is_empty() {
            true => vec![frame.width() / columns as f64; columns],
            false => self.col_widths.iter().map(|width| width * frame.width()).collect(),
        };
        // as matplotlib, which makes words smaller before it stretches columns, and again then
        let mut room = widths.clone();
        let width: f64 = widths.iter().sum();
        let mut row_height = self.row_height * pen.point;
        let mut height = row_height * rows as f64;
        let (left, low) = match self.bbox {
            None => {
                let corner = self.loc.corner((width / frame.width(), height / frame.height()));
                (corner.0, corner.1)
            }
            Some([left, low, across, up]) => {
                let stretch = across * frame.width() / width;
                room.iter_mut().for_each(|room| *room *= stretch.min(1.0));
                widths.iter_mut().for_each(|width| *width *= stretch);
                height = up * frame.height();
                row_height = height / rows as f64;
                (left, low)
            }
        };
        let size = self.fitted(pen, &room);
        let (left, low) = (frame.x0 + left * frame.width(), frame.y1 - low * frame.height());
        let edge_width = self.edge_width * pen.point;
        let line = |at: f64| if self.moving { at } else { on_pixels(at, edge_width) };
        let sums = |start: f64, sizes: &mut dyn Iterator<Item = f64>| {
            let mut at = start;
            let rest = sizes.map(|size| {
                at += size;
                line(at)
            });
            std::iter::once(line(start)).chain(rest).collect::<Vec<_>>()
        };
        let top = low - height;
        TableGrid {
            label: line(left - self.label_width(pen, &widths, size)),
            columns: sums(left, &mut widths.iter().copied()),
            rows: sums(top, &mut std::iter::repeat_n(row_height, rows)),
            size,
        }
    }

    /// The size of the words in points: that which was asked for, or the largest, whole points smaller, at which
    /// all words fit into their columns.
    fn fitted(&self, pen: &mut Pen<'_>, widths: &[f64]) -> f64 {
        let mut size = self.lettering.font.size.unwrap_or(pen.style.font_size);
        if !self.auto_font_size {
            return size;
        }
        for row in std::iter::once(&self.col_labels).chain(&self.cells) {
            for (words, width) in row.iter().zip(widths) {
                let is_fixed = words.lettering.font.size.is_some();
                while !is_fixed && size > 1.0 {
                    let room = self.room(pen, words, size);
                    if room <= *width {
                        break;
                    }
                    // nearly as many points at once as are too many by their width, which sizes are not quite in
                    // proportion to
                    let too_many = size * (1.0 - width.max(0.0) / room);
                    size -= (too_many * 0.9).floor().max(1.0);
                }
            }
        }
        size
    }

    /// The width of the column of row labels.
    fn label_width(&self, pen: &mut Pen<'_>, widths: &[f64], size: f64) -> f64 {
        if self.row_labels.is_empty() {
            return if self.row_colors.is_empty() {
                0.0
            } else {
                widths.first().copied().unwrap_or(0.0)
            };
        }
        self.row_labels.iter().map(|words| self.room(pen, words, size)).fold(0.0, f64::max)
    }

    /// The width that words need, with what is free beside them.
    fn room(&self, pen: &mut Pen<'_>, words: &Label, size: f64) -> f64 {
        if words.text.is_empty() {
            return 0.0;
        }
        let lettering = self.lettering(words, size);
        let anchor = (Point::ORIGIN, HAlign::Left, VAlign::Center);
        let width = lettering.place(pen, anchor, &words.text, false).bounds().width();
        width * (1.0 + 2.0 * PAD)
    }
}

/// The middle of a line of this width that is crisp.
fn on_pixels(at: f64, width: f64) -> f64 {
    let off = if width.round().max(1.0) % 2.0 == 1.0 { 0.5 } else { 0.0 };
    (at - off).round() + off
}
