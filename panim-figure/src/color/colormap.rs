//! Colormaps: what colour stands for which fraction of the way from the least value to the largest.

mod tables;
mod waves;

#[cfg(test)]
mod matplotlib_cases;

use crate::{
    Number,
    base::{
        error::quoted,
        nearest::nearest,
        same::{Same, same},
    },
    color::{Color, ColorList, IntoColor},
};
use std::sync::Arc;
use tables::{LISTED, SMOOTH};

/// Names of the same colours in another English.
const ALIASES: [(&str, &str); 4] =
    [("grey", "gray"), ("Grays", "Greys"), ("gist_grey", "gist_gray"), ("gist_yerg", "gist_yarg")];

/// As many entries as matplotlib gives to a smooth colormap.
const ENTRIES: usize = 256;

/// Colours for values, by matplotlib's name or of one's own. A clone shares them.
///
/// | kind | names |
/// |---|---|
/// | even in lightness | `viridis` (the default), `plasma`, `inferno`, `magma`, `cividis` |
/// | light to dark | `Blues`, `Greens`, `Greys` (or `Grays`), `Oranges`, `Purples`, `Reds`, `BuGn`, `BuPu`, `GnBu`, `OrRd`, `PuBu`, `PuBuGn`, `PuRd`, `RdPu`, `YlGn`, `YlGnBu`, `YlOrBr`, `YlOrRd`, `binary`, `gist_yarg`, `Wistia` |
/// | dark to light | `gray` (or `grey`), `gist_gray`, `bone`, `copper`, `pink`, `hot`, `afmhot`, `gist_heat`, `cubehelix`, `gnuplot`, `gnuplot2`, `CMRmap` |
/// | parting in the middle | `coolwarm`, `RdBu`, `RdGy`, `RdYlBu`, `RdYlGn`, `BrBG`, `PiYG`, `PRGn`, `PuOr`, `Spectral`, `bwr`, `seismic`, `berlin`, `managua`, `vanimo` |
/// | going round | `twilight`, `twilight_shifted`, `hsv` |
/// | land and sea | `terrain`, `ocean`, `gist_earth` |
/// | other | `turbo`, `jet`, `rainbow`, `gist_rainbow`, `gist_ncar`, `gist_stern`, `nipy_spectral`, `autumn`, `winter`, `spring`, `summer`, `cool`, `brg`, `flag`, `prism` |
/// | to tell things apart | `tab10`, `tab20`, `tab20b`, `tab20c`, `Set1`, `Set2`, `Set3`, `Dark2`, `Paired`, `Accent`, `Pastel1`, `Pastel2`, `okabe_ito` |
///
/// These are all of matplotlib 3.11's, within 1 of 255 of its tables.
///
/// With `_r` behind the name the order is reversed. Text that names no colormap is reported when
/// the figure is drawn.
///
/// ```
/// # use panim_figure::{Color, Colormap};
/// assert_eq!(Colormap::new("viridis").at(0.0), Color::rgb(68, 1, 84));
/// let flame = Colormap::from_colors(["black", "C3", "gold", "white"]);
/// assert_eq!(flame.reversed().at(1.0), Color::BLACK);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Colormap(Result<Arc<ColorTable>, String>);

#[derive(Debug, Clone, PartialEq)]
struct ColorTable {
    /// Never empty.
    entries: Box<[Color]>,
    bad: Color,
    /// Of values below the first colour's, and above the last one's, where they have their own.
    under: Option<Color>,
    over: Option<Color>,
}

impl Colormap {
    /// The colormap of this name.
    #[doc(alias = "get_cmap")]
    pub fn new(name: impl AsRef<str>) -> Self {
        let name = name.as_ref();
        let colors = name.strip_suffix("_r").map_or_else(
            || known(name),
            |forward| known(forward).map(|colors| colors.into_iter().rev().collect()),
        );
        colors.map_or_else(|| Self(Err(unknown(name))), Self::with_entries)
    }

    /// A colormap of 256 entries that blends from each colour to the next, evenly spaced.
    #[doc(alias("from_list", "LinearSegmentedColormap"))]
    pub fn from_colors(colors: impl ColorList) -> Self {
        match read(colors) {
            Ok(colors) => {
                let last = colors.len() - 1;
                let knots = colors.into_iter().enumerate();
                let knots = knots.map(|(i, color)| (i as f64 / last.max(1) as f64, color));
                Self::with_entries(blend(&knots.collect::<Vec<_>>(), ENTRIES))
            }
            Err(message) => Self(Err(message)),
        }
    }

    /// A colormap of these colours and none between them, as matplotlib's `ListedColormap`.
    #[doc(alias = "ListedColormap")]
    pub fn listed(colors: impl ColorList) -> Self {
        read(colors).map_or_else(|message| Self(Err(message)), Self::with_entries)
    }

    fn with_entries(entries: Vec<Color>) -> Self {
        let (entries, bad) = (entries.into(), Color::TRANSPARENT);
        Self(Ok(Arc::new(ColorTable { entries, bad, under: None, over: None })))
    }

    /// The same colours from the last to the first, and those beyond them the other way around.
    #[must_use]
    pub fn reversed(self) -> Self {
        self.changed(|table| {
            table.entries.reverse();
            std::mem::swap(&mut table.under, &mut table.over);
        })
    }

    /// Colour of what has none by its value: NaN, infinite, or not positive on a logarithmic
    /// [`Norm`](crate::Norm). Default: transparent.
    #[doc(alias("with_extremes", "set_bad"))]
    #[must_use]
    pub fn bad(self, color: impl IntoColor) -> Self {
        self.colored(color, |table, color| table.bad = color)
    }

    /// Colour of values below the one of the first colour; default: that of the first. A colorbar then
    /// has a pointed end for them.
    ///
    /// ```
    /// # use panim_figure::{Color, Colormap};
    /// let map = Colormap::new("viridis").under("black").over("C3");
    /// assert_eq!(map.at(-0.1), Color::BLACK);
    /// ```
    #[doc(alias("with_extremes", "set_under"))]
    #[must_use]
    pub fn under(self, color: impl IntoColor) -> Self {
        self.colored(color, |table, color| table.under = Some(color))
    }

    /// Colour of values above the one of the last colour; default: that of the last. A colorbar then has a
    /// pointed end for them.
    #[doc(alias("with_extremes", "set_over"))]
    #[must_use]
    pub fn over(self, color: impl IntoColor) -> Self {
        self.colored(color, |table, color| table.over = Some(color))
    }

    fn colored(self, color: impl IntoColor, set: impl FnOnce(&mut ColorTable, Color)) -> Self {
        match color.into_color() {
            Ok(color) => self.changed(|table| set(table, color)),
            Err(error) => Self(self.0.and(Err(error.to_string()))),
        }
    }

    fn changed(self, change: impl FnOnce(&mut ColorTable)) -> Self {
        Self(self.0.map(|mut table| {
            change(Arc::make_mut(&mut table));
            table
        }))
    }

    /// The colour at this fraction of the way, 0 being the first and 1 the last; beyond them it is
    /// [`under`](Self::under) or [`over`](Self::over), or that of the end. NaN, and every fraction of a colormap that there is not, is transparent.
    pub fn at(&self, fraction: impl Number) -> Color {
        let (entries, fraction) = (self.entries(), fraction.value());
        if fraction.is_nan() || entries.is_empty() {
            return self.bad_color();
        }
        let (under, over) = self.extremes();
        let beyond = if fraction < 0.0 { under } else { over.filter(|_| fraction > 1.0) };
        beyond.unwrap_or(entries[entry(fraction, entries.len())])
    }

    /// The colours beyond the first and the last one, where they have their own.
    pub(crate) fn extremes(&self) -> (Option<Color>, Option<Color>) {
        self.0.as_ref().map_or((None, None), |table| (table.under, table.over))
    }

    /// All its colours, and then those of values below the first, above the last, and bad ones.
    pub(crate) fn table(&self) -> Vec<Color> {
        let entries = self.entries();
        let end = |color: Option<&Color>| color.copied().unwrap_or(Color::TRANSPARENT);
        let (under, over) = self.extremes();
        let under = under.unwrap_or(end(entries.first()));
        let over = over.unwrap_or(end(entries.last()));
        entries.iter().copied().chain([under, over, self.bad_color()]).collect()
    }

    /// All its colours; none if there is no such colormap.
    pub(crate) fn entries(&self) -> &[Color] {
        self.0.as_ref().map_or(&[], |table| &table.entries)
    }

    pub(crate) fn bad_color(&self) -> Color {
        self.0.as_ref().map_or(Color::TRANSPARENT, |table| table.bad)
    }

    /// Why it is no colormap, if it is none.
    pub(crate) fn check(&self) -> Result<(), &str> {
        self.0.as_ref().map(drop).map_err(String::as_str)
    }
}

impl Default for Colormap {
    fn default() -> Self {
        Self::new("viridis")
    }
}

impl From<&str> for Colormap {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

impl From<&String> for Colormap {
    fn from(name: &String) -> Self {
        Self::new(name)
    }
}

impl From<String> for Colormap {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}

impl From<&Colormap> for Colormap {
    fn from(colormap: &Colormap) -> Self {
        colormap.clone()
    }
}

/// Which of `entries` colours is at this fraction: each has an equal part of the way.
pub(crate) fn entry(fraction: f64, entries: usize) -> usize {
    // the conversion takes what is below 0 to 0
    ((fraction * entries as f64) as usize).min(entries - 1)
}

fn known(name: &str) -> Option<Vec<Color>> {
    let alias = ALIASES.iter().find(|(alias, _)| *alias == name);
    let name = alias.map_or(name, |(_, name)| name);
    let smooth = |knots: &[u32]| {
        let fraction = |knot: u32| f64::from(knot >> 24) / 255.0;
        let knots: Vec<_> = knots.iter().map(|&knot| (fraction(knot), rgb(knot))).collect();
        // of these two matplotlib has twice as many
        blend(&knots, if name.starts_with("twilight") { 2 * ENTRIES - 2 } else { ENTRIES })
    };
    let listed = |colors: &[u32]| colors.iter().copied().map(rgb).collect();
    look_up(&SMOOTH, name)
        .map(smooth)
        .or_else(|| look_up(&LISTED, name).map(listed))
        .or_else(|| waves::entries(name, ENTRIES))
}

fn look_up(maps: &[(&str, &'static [u32])], name: &str) -> Option<&'static [u32]> {
    maps.iter().find(|(known, _)| *known == name).map(|(_, colors)| *colors)
}

fn rgb(hex: u32) -> Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color::rgb(red, green, blue)
}

/// So many entries on the straight lines between knots at fractions from 0 to 1.
fn blend(knots: &[(f64, Color)], entries: usize) -> Vec<Color> {
    let at = |fraction: f64| {
        let after = knots.partition_point(|(at, _)| *at <= fraction);
        let (from, a) = knots[after.saturating_sub(1)];
        let Some(&(to, b)) = knots.get(after) else { return a };
        let part = (fraction - from) / (to - from);
        let mix = |a: f64, b: f64| a + part * (b - a);
        let byte = |a: u8, b: u8| mix(a.into(), b.into()).round() as u8;
        let [red, green, blue] = [(a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue())]
            .map(|(a, b)| byte(a, b));
        Color::rgba(red, green, blue, mix(a.alpha(), b.alpha()))
    };
    (0..entries).map(|i| at(i as f64 / (entries - 1) as f64)).collect()
}

/// Colours that a user gave, of which there must be one.
fn read(colors: impl ColorList) -> Result<Vec<Color>, String> {
    let colors = colors.colors().map(|color| color.into_color().map_err(|e| e.to_string()));
    let colors: Vec<Color> = colors.collect::<Result<_, _>>()?;
    if colors.is_empty() {
        return Err("a colormap needs at least one color".into());
    }
    Ok(colors)
}

fn unknown(name: &str) -> String {
    let names = || SMOOTH.iter().chain(&LISTED).map(|(name, _)| *name).chain(waves::NAMES);
    let aliases = ALIASES.iter().map(|(alias, _)| *alias);
    let all = names().chain(aliases).flat_map(|name| [name.to_owned(), format!("{name}_r")]);
    let name = quoted(name);
    match nearest(&name, all) {
        Some(near) => format!(
            "\"{name}\" is not a colormap (did you mean {near:?}?); there are all of matplotlib's, such as \
             viridis, plasma, coolwarm, twilight and tab10, and each of them reversed with \"_r\" behind it"
        ),
        None => format!(
            "\"{name}\" is not a colormap; there are {}, and each of them reversed with \"_r\" behind it",
            names().collect::<Vec<_>>().join(", ")
        ),
    }
}

same! {
    ColorTable { entries, bad, under, over }
}

impl Same for Colormap {
    fn is_same(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Ok(a), Ok(b)) => a.is_same(b),
            (Err(a), Err(b)) => a == b,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_entry_has_an_equal_part_of_the_way() {
        let map = Colormap::listed(["red", "lime", "blue"]);
        let [red, lime, blue] = [[255, 0, 0], [0, 255, 0], [0, 0, 255]].map(Color::from);
        let at = [-7.0, 0.0, 0.33, 0.34, 0.66, 0.67, 1.0, f64::INFINITY]
            .map(|fraction| map.at(fraction));
        assert_eq!(at, [red, red, red, lime, lime, blue, blue, blue]);
        assert_eq!(map.at(f64::NAN), Color::TRANSPARENT);
        assert_eq!(map.clone().bad("0").at(f64::NAN), Color::BLACK);
        let own = map.under("0").over("1");
        let at = [-0.1, 0.0, 1.0, 1.1].map(|fraction| own.at(fraction));
        assert_eq!(at, [Color::BLACK, red, blue, Color::WHITE]);
        let turned = own.reversed();
        let at = [-0.1, 0.0, 1.1].map(|fraction| turned.at(fraction));
        assert_eq!(at, [Color::WHITE, blue, Color::BLACK]);
    }

    #[test]
    fn ones_own_colors_are_blended_with_their_opacity() {
        let map = Colormap::from_colors([Color::rgba(0, 0, 0, 0.0), Color::rgb(255, 51, 0)]);
        assert_eq!(map.entries().len(), 256);
        assert_eq!(map.at(1.0), Color::rgb(255, 51, 0));
        assert_eq!(map.entries()[51], Color::rgba(51, 10, 0, 0.2));
        assert_eq!(Colormap::from_colors(["red"]).at(0.7), Color::rgb(255, 0, 0));
    }

    #[test]
    fn a_name_may_be_reversed_or_british() {
        assert_eq!(Colormap::new("magma_r"), Colormap::new("magma").reversed());
        for (alias, name) in ALIASES {
            assert_eq!(Colormap::new(alias), Colormap::new(name));
            assert_eq!(Colormap::new(format!("{alias}_r")), Colormap::new(format!("{name}_r")));
        }
        assert_ne!(Colormap::new("gray"), Colormap::new("gray_r"));
    }

    #[test]
    fn what_is_no_colormap_is_said() {
        let message = |map: Colormap| map.check().expect_err("no colormap").to_owned();
        let unknown = message("Viridis_r".into());
        assert!(
            unknown.starts_with("\"Viridis_r\" is not a colormap (did you mean \"viridis_r\"?)")
        );
        assert!(unknown.len() < 250, "{unknown}");
        let unknown = message("no such thing".into());
        assert!(unknown.contains("there are viridis, plasma,") && unknown.contains("prism"));
        assert!(!unknown.contains("did you mean"));
        assert!(message(Colormap::from_colors(["red", "bleu"])).contains("did you mean \"blue\"?"));
        assert!(message(Colormap::listed([] as [&str; 0])).contains("at least one"));
        assert!(message(Colormap::new("jet").bad("bleu")).contains("is not a color"));
        assert_eq!(Colormap::new("bleu").reversed().at(0.5), Color::TRANSPARENT);
    }
}
