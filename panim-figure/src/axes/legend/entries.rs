//! What stands in a legend, in columns, and the room that it takes.

use super::{COLUMN_GAP, KEY_TEXT_GAP, KEY_WIDTH, PADDING, ROW_GAP};
use crate::{artist::AnyArtist, text::TextLayout};
use vello_cpu::kurbo::Size;

/// An artist with a label, and the label.
pub(super) type LegendRow<'a> = (&'a dyn AnyArtist, TextLayout);

/// What a legend shows, and the size of the box around it.
pub(super) struct Entries<'a> {
    pub(super) title: Option<(TextLayout, Band)>,
    pub(super) columns: Vec<Vec<LegendRow<'a>>>,
    pub(super) size: Size,
}

impl<'a> Entries<'a> {
    pub(super) fn new(
        rows: Vec<LegendRow<'a>>,
        title: Option<(TextLayout, Band)>,
        columns: usize,
        em: f64,
    ) -> Self {
        let lengths = lengths(rows.len(), columns);
        let mut rows = rows.into_iter();
        let columns: Vec<Vec<LegendRow<'a>>> =
            lengths.map(|length| rows.by_ref().take(length).collect()).collect();
        let gaps = columns.len().saturating_sub(1) as f64 * COLUMN_GAP * em;
        let width = columns.iter().map(|column| column_width(column, em)).sum::<f64>() + gaps;
        let height = columns.iter().map(|column| column_height(column, em)).fold(0.0, f64::max);
        let (title_width, title_height) = title.as_ref().map_or((0.0, 0.0), |(title, band)| {
            (title.bounds().width(), band.height() + ROW_GAP * em)
        });
        let size = Size::new(
            (width.max(title_width) + 2.0 * PADDING * em).round(),
            (height + title_height + 2.0 * PADDING * em).round(),
        );
        Self { title, columns, size }
    }
}

/// How many entries stand in each column: the first ones have one more where they cannot be equal.
fn lengths(entries: usize, columns: usize) -> impl Iterator<Item = usize> {
    let columns = columns.min(entries);
    (0..columns).map(move |i| entries / columns + usize::from(i < entries % columns))
}

pub(super) fn column_width(column: &[LegendRow<'_>], em: f64) -> f64 {
    let widest = column.iter().map(|(_, text)| text.bounds().width()).fold(0.0, f64::max);
    widest + (KEY_WIDTH + KEY_TEXT_GAP) * em
}

fn column_height(column: &[LegendRow<'_>], em: f64) -> f64 {
    let gaps = column.len().saturating_sub(1) as f64 * ROW_GAP * em;
    column.iter().map(|(_, text)| Band::new(text, em).height()).sum::<f64>() + gaps
}

/// From the top of a row of one line to its baseline.
const ASCENT: f64 = 0.85;

/// The band across a legend that a text has for itself: how far it goes up from the baseline of
/// its last line, and down. Bands of one line are equally high, whatever their letters.
pub(super) struct Band {
    pub(super) rise: f64,
    drop: f64,
}

impl Band {
    pub(super) fn new(text: &TextLayout, em: f64) -> Self {
        let bounds = text.bounds();
        let rise = (ASCENT * em).max(-bounds.y0);
        Self { rise, drop: bounds.y1.max(0.15 * em).max(em - rise) }
    }

    pub(super) fn height(&self) -> f64 {
        self.rise + self.drop
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_long_as_each_other() {
        let lengths = |entries, columns| lengths(entries, columns).collect::<Vec<_>>();
        assert_eq!(lengths(7, 3), [3, 2, 2]);
        assert_eq!(lengths(4, 3), [2, 1, 1]);
        assert_eq!(lengths(6, 3), [2, 2, 2]);
        assert_eq!(lengths(2, 5), [1, 1]);
        assert_eq!(lengths(0, 2), []);
    }
}
