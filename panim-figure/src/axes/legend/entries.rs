//! What stands in a legend, in columns, and the room that it takes.

use super::{Legend, key::KeyOf, look::Spacing};
use crate::{
    HAlign, Label, Style, Weight,
    axes::Axes,
    color::Color,
    pen::KeyStyle,
    text::{Fonts, TextLayout, TextStyle},
};
use vello_cpu::kurbo::{Rect, Size, Vec2};

/// What the legend of an axes may name.
pub(crate) struct NamedArtists<'a> {
    /// The axes whose artists with a label it shows unless it has entries of its own.
    pub(crate) labelled: Vec<&'a Axes>,
    /// All of the figure.
    pub(crate) all: &'a [Axes],
}

impl<'a> NamedArtists<'a> {
    /// Those of axes `i` and of those that lie on it, its `twins`.
    pub(crate) fn of(i: usize, all: &'a [Axes], twins: impl Iterator<Item = usize>) -> Self {
        let labelled = std::iter::once(i).chain(twins).filter_map(|axes| all.get(axes)).collect();
        Self { labelled, all }
    }
}

/// What an entry's sample is drawn by, and its words.
pub(super) struct LegendRow<'a> {
    pub(super) keys: Vec<KeyOf<'a>>,
    pub(super) text: TextLayout,
    pub(super) color: Color,
    pub(super) key_style: KeyStyle,
    /// Room of the sample.
    pub(super) key: Size,
    /// Of the middle of the sample below the baseline of the last line.
    middle: f64,
    pub(super) band: Band,
}

/// Entries below each other.
pub(super) struct LegendColumn<'a> {
    pub(super) rows: Vec<LegendRow<'a>>,
    has_keys: bool,
    pub(super) key_width: f64,
    pub(super) text_width: f64,
}

/// What a legend shows, and the size of the box around it.
pub(super) struct Entries<'a> {
    pub(super) title: Option<(TextLayout, Band)>,
    pub(super) columns: Vec<LegendColumn<'a>>,
    pub(super) size: Size,
    /// Distances in pixels.
    pub(super) spacing: Spacing,
    /// Of all columns together.
    pub(super) width: f64,
    /// Of these or the title, whatever is wider.
    pub(super) widest: f64,
}

/// Of the middle of a key from the middle of several lines.
const KEY_BELOW_MIDDLE: f64 = 0.03;
/// How much of what a key is higher than usual goes below the baseline.
const KEY_DROP: f64 = 0.35;

impl Legend {
    pub(super) fn listed<'a>(
        &'a self,
        named: &NamedArtists<'a>,
        fonts: &mut Fonts,
        style: &Style,
        point: f64,
    ) -> Entries<'a> {
        let em = self.em(style, point);
        let spacing = self.spacing.pixels(em);
        let mut found = self.found(named);
        if self.is_reversed {
            found.reverse();
        }
        let words_of = |label: &Label, size: f64| {
            label.in_font(&self.font).text_style((size, Weight::NORMAL), point)
        };
        let words = |label: &Label| words_of(label, style.legend_size());
        let rows = found.into_iter().enumerate().map(|(i, (keys, label, limit))| {
            let text = fonts.layout(&words(label), &label.text);
            let color = label.color_or(self.label_color.of(i, &keys, style));
            let key_style = KeyStyle {
                limit: limit.map_or(f64::INFINITY, |em_share| em_share * em),
                ..self.key
            };
            LegendRow::new(keys, text, color, key_style, (spacing, em, point))
        });
        let rows: Vec<_> = rows.collect();
        let title = (!self.title.text.is_empty()).then(|| {
            // as in matplotlib, not of the size that a style gives to the entries
            let words = words_of(&self.title, style.font_size);
            let style = TextStyle { halign: HAlign::Center, ..words };
            let title = fonts.layout(&style, &self.title.text);
            let band = Band::new(&title, style.size);
            (title, band)
        });
        Entries::new(rows, title, self.columns, spacing)
    }

    /// The keys and words of each entry, and how large those of artists are drawn, by the text's size.
    fn found<'a>(
        &'a self,
        named: &NamedArtists<'a>,
    ) -> Vec<(Vec<KeyOf<'a>>, &'a Label, Option<f64>)> {
        if !self.entries.is_empty() {
            let own = self.entries.iter().filter_map(|(samples, words)| {
                let keys = samples.artists(named.all)?;
                let label = match keys.first() {
                    Some(key) if words.text.is_empty() => &key.artist.common().label,
                    _ => words,
                };
                Some((keys, label, None))
            });
            return own.collect();
        }
        let labelled = named.labelled.iter().copied();
        let artists = labelled.flat_map(|axes| axes.slots.iter().map(|slot| slot.artist()));
        let mut seen: Vec<&str> = Vec::new();
        let shown = artists.filter(|artist| artist.common().visible);
        let shown = shown.flat_map(|artist| {
            artist.names().map(move |(part, label)| (KeyOf { artist, part }, label))
        });
        let once = shown.filter(|(_, label)| {
            // panels of a figure name the same things
            let label = label.text.as_str();
            let again = self.of_figure && seen.contains(&label);
            seen.push(label);
            !again
        });
        let limit = Some(self.spacing.handle_height);
        once.map(|(key, label)| (vec![key], label, limit)).collect()
    }
}

impl<'a> LegendRow<'a> {
    fn new(
        keys: Vec<KeyOf<'a>>,
        text: TextLayout,
        color: Color,
        key_style: KeyStyle,
        (spacing, em, point): (Spacing, f64, f64),
    ) -> Self {
        let natural = keys.iter().map(|key| key.artist.key_size(point, &key_style));
        let natural = natural.fold(Size::ZERO, Size::max);
        let drop = KEY_DROP * (spacing.handle_height - crate::artist::KEY_HEIGHT * em);
        let usual = spacing.handle_height - drop;
        let middle = match text.line_count() {
            ..=1 => drop - usual / 2.0,
            _ => text.bounds().center().y + KEY_BELOW_MIDDLE * em,
        };
        let key = Size::new(spacing.handle_length, usual).max(natural);
        let band = Band::new(&text, em);
        let band = Band {
            rise: band.rise.max(key.height / 2.0 - middle),
            drop: band.drop.max(key.height / 2.0 + middle),
        };
        Self { keys, text, color, key_style, key, middle, band }
    }

    /// Where its sample is, `left` of it the key's column of this width.
    pub(super) fn key_area(&self, left: f64, width: f64, baseline: f64) -> Rect {
        let corner = Vec2::new(
            left + (width - self.key.width) / 2.0,
            baseline + self.middle - self.key.height / 2.0,
        );
        Rect::from_origin_size(corner.to_point(), self.key)
    }
}

impl<'a> LegendColumn<'a> {
    fn new(rows: Vec<LegendRow<'a>>) -> Self {
        let widest = |width: fn(&LegendRow<'a>) -> f64| rows.iter().map(width).fold(0.0, f64::max);
        // words alone need no room beside them
        let has_keys = rows.iter().any(|row| !row.keys.is_empty());
        let key_width = if has_keys { widest(|row| row.key.width) } else { 0.0 };
        let text_width = widest(|row| row.text.bounds().width());
        Self { rows, has_keys, key_width, text_width }
    }

    /// Between keys and words.
    pub(super) fn gap(&self, spacing: &Spacing) -> f64 {
        if self.has_keys { spacing.handle_text } else { 0.0 }
    }

    pub(super) fn width(&self, spacing: &Spacing) -> f64 {
        self.key_width + self.gap(spacing) + self.text_width
    }

    fn height(&self, spacing: &Spacing) -> f64 {
        let gaps = self.rows.len().saturating_sub(1) as f64 * spacing.label;
        self.rows.iter().map(|row| row.band.height()).sum::<f64>() + gaps
    }
}

impl<'a> Entries<'a> {
    fn new(
        rows: Vec<LegendRow<'a>>,
        title: Option<(TextLayout, Band)>,
        columns: usize,
        spacing: Spacing,
    ) -> Self {
        let lengths = lengths(rows.len(), columns);
        let mut rows = rows.into_iter();
        let columns: Vec<LegendColumn<'a>> =
            lengths.map(|length| LegendColumn::new(rows.by_ref().take(length).collect())).collect();
        let mut entries =
            Self { title, columns, size: Size::ZERO, spacing, width: 0.0, widest: 0.0 };
        entries.measure();
        entries
    }

    fn gaps(&self) -> f64 {
        self.columns.len().saturating_sub(1) as f64
    }

    fn measure(&mut self) {
        let Self { title, columns, spacing, .. } = self;
        let widths = columns.iter().map(|column| column.width(spacing)).sum::<f64>();
        let height = columns.iter().map(|column| column.height(spacing)).fold(0.0, f64::max);
        let (title_width, title_height) = title.as_ref().map_or((0.0, 0.0), |(title, band)| {
            (title.bounds().width(), band.height() + spacing.label)
        });
        self.width = widths + self.gaps() * self.spacing.column;
        self.widest = self.width.max(title_width);
        self.size = Size::new(
            (self.widest + 2.0 * self.spacing.border).round(),
            (height + title_height + 2.0 * self.spacing.border).round(),
        );
    }

    /// Spreads the columns over a box of this width.
    pub(super) fn expand(&mut self, width: f64) {
        let spare = width - 2.0 * self.spacing.border - self.width;
        if self.gaps() > 0.0 {
            self.spacing.column = (self.spacing.column + spare / self.gaps()).max(0.0);
        }
        self.measure();
        self.size.width = self.size.width.max(width.round());
        self.widest = self.widest.max(width - 2.0 * self.spacing.border);
    }
}

/// How many entries stand in each column: the first ones have one more where they cannot be equal.
fn lengths(entries: usize, columns: usize) -> impl Iterator<Item = usize> {
    let columns = columns.min(entries);
    (0..columns).map(move |i| entries / columns + usize::from(i < entries % columns))
}

/// From the top of a row of one line to its baseline, and from there to its foot, in the size of the font:
/// where `l` and `p` reach, as in matplotlib.
const ASCENT: f64 = 0.79;
const DESCENT: f64 = 0.236;

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
        Self { rise, drop: bounds.y1.max(DESCENT * em) }
    }

    pub(super) fn height(&self) -> f64 {
        self.rise + self.drop
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Heights of `ax.legend(title=.., fontsize=10)` at 100 dpi in matplotlib 3.11: 25.45, 68.01 and 89.29
    /// pixels, whatever the letters.
    #[test]
    fn legends_are_as_high_as_matplotlibs() {
        let height = |texts: &[&str], title: &str| {
            let entries = texts.iter().map(|text| (crate::Line::empty(), *text));
            let legend = Legend::new().entries(entries).title(title);
            let named = NamedArtists { all: &[], labelled: Vec::new() };
            let (mut fonts, style) = (Fonts::default(), Style::default());
            legend.listed(&named, &mut fonts, &style, 100.0 / 72.0).size.height
        };
        assert_eq!(height(&["sin"], ""), 25.0);
        assert_eq!(height(&["gap"], ""), 25.0);
        assert_eq!(height(&["sin", "cos", "tan"], ""), 68.0);
        assert_eq!(height(&["gap", "pig", "yak"], "Waypoints"), 89.0);
    }

    /// The same with `legend.fontsize` of 13: 110.88 pixels; a title of 13 points would add five.
    #[test]
    fn a_style_sizes_entries_and_not_titles() {
        let entries = ["gap", "pig", "yak"].map(|text| (crate::Line::empty(), text));
        let legend = Legend::new().entries(entries).title("Waypoints");
        let named = NamedArtists { all: &[], labelled: Vec::new() };
        let style = Style { legend_size: Some(13.0), ..Style::default() };
        let size = legend.listed(&named, &mut Fonts::default(), &style, 100.0 / 72.0).size;
        assert!((size.height - 110.88).abs() < 1.5, "{}", size.height);
    }

    #[test]
    fn columns_are_as_long_as_each_other() {
        let lengths = |entries, columns| lengths(entries, columns).collect::<Vec<_>>();
        assert_eq!(lengths(7, 3), [3, 2, 2]);
        assert_eq!(lengths(4, 3), [2, 1, 1]);
        assert_eq!(lengths(6, 3), [2, 2, 2]);
        assert_eq!(lengths(2, 5), [1, 1]);
        assert!(lengths(0, 2).is_empty());
    }
}
