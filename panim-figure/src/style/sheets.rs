//! matplotlib's style sheets.
//!
//! The colours, sizes and widths are those of `lib/matplotlib/mpl-data/stylelib` of matplotlib 3.11, (c) 2012-
//! Matplotlib Development Team, under the Matplotlib License, which allows this with its notice kept; those of
//! seaborn's looks are seaborn's, (c) 2012- Michael L. Waskom, under BSD-3-Clause, and the cycles `petroff*` are
//! M. A. Petroff's, "Accessible Color Sequences for Data Visualization", arXiv:2107.02270.

use super::{Style, TickDirection};
use crate::{
    FontFamily, LineStyle,
    base::{sketch::Sketch, word::named},
    color::Color,
};

/// What a sheet changes of the style that others leave.
#[derive(Debug, Clone, Copy)]
pub(super) struct StyleSheet(fn(&mut Style));

named! { StyleSheet, "a style":
    "default" => Self(|style| *style = Style::default()),
    "ggplot" => Self(ggplot),
    "dark_background" => Self(dark_background),
    "grayscale" => Self(grayscale),
    "fivethirtyeight" => Self(fivethirtyeight),
    "bmh" => Self(bmh),
    "Solarize_Light2" => Self(solarize_light),
    "petroff6" => Self(|style| style.cycle = cycle(PETROFF6)),
    "petroff8" => Self(|style| style.cycle = cycle(PETROFF8)),
    "petroff10" => Self(|style| style.cycle = cycle(PETROFF10)),
    "xkcd" => Self(xkcd),
    "tableau-colorblind10" => Self(|style| style.cycle = cycle(TABLEAU_COLORBLIND)),
    "seaborn-v0_8" => Self(seaborn),
    "seaborn-v0_8-darkgrid" => Self(|style| looks(style, Looks::DarkGrid)),
    "seaborn-v0_8-whitegrid" => Self(|style| looks(style, Looks::WhiteGrid)),
    "seaborn-v0_8-dark" => Self(|style| looks(style, Looks::Dark)),
    "seaborn-v0_8-white" => Self(|style| looks(style, Looks::White)),
    "seaborn-v0_8-ticks" => Self(|style| looks(style, Looks::Ticks)),
    "seaborn-v0_8-paper" => Self(|style| context(style, 0.8)),
    "seaborn-v0_8-notebook" => Self(|style| context(style, 1.0)),
    "seaborn-v0_8-talk" => Self(|style| context(style, 1.3)),
    "seaborn-v0_8-poster" => Self(|style| context(style, 1.6)),
    "seaborn-v0_8-deep" => Self(|style| style.cycle = cycle(DEEP)),
    "seaborn-v0_8-muted" => Self(|style| style.cycle = cycle(MUTED)),
    "seaborn-v0_8-pastel" => Self(|style| style.cycle = cycle(PASTEL)),
    "seaborn-v0_8-bright" => Self(|style| style.cycle = cycle(BRIGHT)),
    "seaborn-v0_8-colorblind" => Self(|style| style.cycle = cycle(COLORBLIND)),
    "seaborn-v0_8-dark-palette" => Self(|style| style.cycle = cycle(DARK)),
}

impl StyleSheet {
    pub(super) fn lay(self, style: &mut Style) {
        (self.0)(style);
    }
}

const GGPLOT: &[u32] = &[0xe24a33, 0x348abd, 0x988ed5, 0x777777, 0xfbc15e, 0x8eba42, 0xffb5b8];
const DARK_BACKGROUND: &[u32] = &[
    0x8dd3c7, 0xfeffb3, 0xbfbbd9, 0xfa8174, 0x81b1d2, 0xfdb462, 0xb3de69, 0xbc82bd, 0xccebc4,
    0xffed6f,
];
const GRAYSCALE: &[u32] = &[0x000000, 0x666666, 0x999999, 0xb3b3b3];
const FIVETHIRTYEIGHT: &[u32] = &[0x008fd5, 0xfc4f30, 0xe5ae38, 0x6d904f, 0x8b8b8b, 0x810f7c];
const BMH: &[u32] = &[
    0x348abd, 0xa60628, 0x7a68a6, 0x467821, 0xd55e00, 0xcc79a7, 0x56b4e9, 0x009e73, 0xf0e442,
    0x0072b2,
];
const SOLARIZE: &[u32] =
    &[0x268bd2, 0x2aa198, 0x859900, 0xb58900, 0xcb4b16, 0xdc322f, 0xd33682, 0x6c71c4];
const PETROFF6: &[u32] = &[0x5790fc, 0xf89c20, 0xe42536, 0x964a8b, 0x9c9ca1, 0x7a21dd];
const PETROFF8: &[u32] =
    &[0x1845fb, 0xff5e02, 0xc91f16, 0xc849a9, 0xadad7d, 0x86c8dd, 0x578dff, 0x656364];
const PETROFF10: &[u32] = &[
    0x3f90da, 0xffa90e, 0xbd1f01, 0x94a4a2, 0x832db6, 0xa96b59, 0xe76300, 0xb9ac70, 0x717581,
    0x92dadd,
];
const TABLEAU_COLORBLIND: &[u32] = &[
    0x006ba4, 0xff800e, 0xababab, 0x595959, 0x5f9ed1, 0x1f77b4, 0x898989, 0xa2c8ec, 0xffbc79,
    0xcfcfcf,
];
const DEEP: &[u32] = &[0x4c72b0, 0x55a868, 0xc44e52, 0x8172b2, 0xccb974, 0x64b5cd];
const MUTED: &[u32] = &[0x4878cf, 0x6acc65, 0xd65f5f, 0xb47cc7, 0xc4ad66, 0x77bedb];
const PASTEL: &[u32] = &[0x92c6ff, 0x97f0aa, 0xff9f9a, 0xd0bbff, 0xfffea3, 0xb0e0e6];
const BRIGHT: &[u32] = &[0x003fff, 0x03ed3a, 0xe8000b, 0x8a2be2, 0xffc400, 0x00d7ff];
const COLORBLIND: &[u32] = &[0x0072b2, 0x009e73, 0xd55e00, 0xcc79a7, 0xf0e442, 0x56b4e9];
const DARK: &[u32] = &[0x001c7f, 0x017517, 0x8c0900, 0x7600a1, 0xb8860b, 0x006374];

fn color(rgb: u32) -> Color {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color::rgb(r, g, b)
}

fn cycle(colors: &[u32]) -> Vec<Color> {
    colors.iter().copied().map(color).collect()
}

/// Colours all words and tick marks alike.
fn words(style: &mut Style, color: Color) {
    (style.text, style.label, style.tick, style.tick_mark) = (color, None, color, Some(color));
}

pub(super) fn ggplot(style: &mut Style) {
    style.axes_face = color(0xe5e5e5);
    (style.spine, style.edge_width) = (Some(Color::WHITE), 1.0);
    style.tick_width = Some(0.8);
    (style.grid, style.grid_below, style.grid_color) = (true, true, Color::WHITE);
    (style.title_size, style.label_size) = (1.44 * style.font_size, Some(1.2 * style.font_size));
    let grey = color(0x555555);
    (style.label, style.tick, style.tick_mark) = (Some(grey), grey, Some(grey));
    style.edge = color(0xeeeeee);
    style.cycle = cycle(GGPLOT);
}

fn dark_background(style: &mut Style) {
    (style.face, style.axes_face) = (Color::BLACK, Color::BLACK);
    words(style, Color::WHITE);
    (style.edge, style.spine, style.grid_color) = (Color::WHITE, None, Color::WHITE);
    style.cycle = cycle(DARK_BACKGROUND);
}

fn grayscale(style: &mut Style) {
    (style.face, style.axes_face) = (Color::WHITE, Color::WHITE);
    words(style, Color::BLACK);
    (style.edge, style.spine, style.grid_color) = (Color::BLACK, None, Color::BLACK);
    style.cycle = cycle(GRAYSCALE);
}

fn fivethirtyeight(style: &mut Style) {
    let face = color(0xf0f0f0);
    (style.face, style.axes_face, style.edge, style.spine) = (face, face, face, None);
    (style.line_width, style.edge_width, style.tick_width) = (4.0, 3.0, Some(0.8));
    (style.grid, style.grid_below, style.grid_color) = (true, true, color(0xcbcbcb));
    (style.grid_style, style.grid_width, style.tick_length) = (LineStyle::Solid, 1.0, 0.0);
    style.tick_mark = Some(style.tick);
    style.font_size = 14.0;
    (style.title_size, style.label_size) = (1.44 * 14.0, Some(1.2 * 14.0));
    style.cycle = cycle(FIVETHIRTYEIGHT);
}

fn bmh(style: &mut Style) {
    style.axes_face = color(0xeeeeee);
    (style.edge, style.spine) = (color(0xeeeeee), Some(color(0xbcbcbc)));
    style.tick_mark = Some(style.tick);
    (style.line_width, style.tick_direction) = (2.0, TickDirection::In);
    (style.grid, style.grid_color) = (true, color(0xb2b2b2));
    (style.grid_style, style.grid_width) = (LineStyle::Dashed, 0.5);
    (style.title_size, style.label_size) = (1.44 * style.font_size, Some(1.2 * style.font_size));
    style.cycle = cycle(BMH);
}

fn solarize_light(style: &mut Style) {
    (style.face, style.axes_face) = (color(0xfdf6e3), color(0xeee8d5));
    (style.spine, style.line_width) = (Some(color(0xeee8d5)), 2.0);
    let grey = color(0x657b83);
    (style.label, style.tick, style.tick_mark) = (Some(grey), grey, Some(grey));
    (style.title_size, style.label_size) = (16.0, Some(12.0));
    (style.grid, style.grid_below, style.grid_color) = (true, true, color(0xfdf6e3));
    (style.grid_style, style.grid_width) = (LineStyle::Solid, 1.0);
    style.cycle = cycle(SOLARIZE);
}

/// What `plt.xkcd()` sets.
pub(super) fn xkcd(style: &mut Style) {
    let comic = FontFamily::installed(&["xkcd", "xkcd Script", "Comic Neue", "Comic Sans MS"]);
    style.font = comic.unwrap_or_default();
    style.face = Color::WHITE;
    (style.font_size, style.title_size) = (14.0, 1.2 * 14.0);
    (style.line_width, style.edge_width, style.spine) = (2.0, 1.5, Some(Color::BLACK));
    (style.tick_length, style.tick_width) = (8.0, Some(3.0));
    style.tick_mark = Some(style.tick);
    (style.grid, style.grid_width) = (false, 0.0);
    style.unicode_minus = false;
    style.sketch = Some(Sketch::new());
}

/// seaborn's looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looks {
    DarkGrid,
    WhiteGrid,
    Dark,
    White,
    Ticks,
}

/// Of seaborn's words and lines.
const NEARLY_BLACK: u32 = 0x262626;

fn looks(style: &mut Style, looks: Looks) {
    let is_dark = matches!(looks, Looks::DarkGrid | Looks::Dark);
    let (white, grey) = (Color::WHITE, color(0xcccccc));
    style.face = white;
    style.axes_face = if is_dark { color(0xeaeaf2) } else { white };
    words(style, color(NEARLY_BLACK));
    style.legend_frame = false;
    (style.grid_below, style.grid_style) = (true, LineStyle::Solid);
    style.grid = matches!(looks, Looks::DarkGrid | Looks::WhiteGrid);
    style.grid_color = if is_dark { white } else { grey };
    // what has a width of 0
    style.spines = (!is_dark, !is_dark);
    let (spine, width) = match looks {
        Looks::DarkGrid | Looks::Dark => (white, style.edge_width),
        Looks::WhiteGrid => (grey, 1.0),
        Looks::White | Looks::Ticks => (color(NEARLY_BLACK), 1.25),
    };
    style.tick_width = Some(style.tick_width());
    (style.spine, style.edge_width) = (Some(spine), width);
    style.tick_length = if looks == Looks::Ticks { 6.0 } else { 0.0 };
}

/// seaborn's sizes, so many times as large as for a notebook.
fn context(style: &mut Style, scale: f64) {
    (style.label_size, style.title_size) = (Some(11.0 * scale), 12.0 * scale);
    (style.tick_label_size, style.legend_size) = (Some(10.0 * scale), Some(10.0 * scale));
    (style.grid_width, style.line_width) = (scale, 1.75 * scale);
    (style.tick_width, style.tick_pad) = (Some(scale), 7.0 * scale);
}

fn seaborn(style: &mut Style) {
    looks(style, Looks::DarkGrid);
    context(style, 1.0);
    style.cycle = cycle(DEEP);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::IntoStyle;

    /// `matplotlib.rc_context` after `plt.style.use` of these, matplotlib 3.11.
    #[test]
    fn sheets_are_those_of_matplotlib() {
        let sizes = |style: Style| {
            [style.title_size, style.label_size(), style.tick_label_size(), style.line_width]
        };
        let of = |names: &[&str]| sizes(names.style().expect("names of styles"));
        let wanted: [(&[&str], _); 4] = [
            (&["ggplot"], [14.4, 12.0, 10.0, 1.5]),
            (&["fivethirtyeight"], [20.16, 16.8, 14.0, 4.0]),
            (&["seaborn-v0_8-dark", "seaborn-v0_8-talk"], [15.6, 14.3, 13.0, 2.275]),
            (&["Solarize_Light2"], [16.0, 12.0, 10.0, 2.0]),
        ];
        for (names, sizes) in wanted {
            let off = of(names).into_iter().zip(sizes).map(|(is, wanted)| f64::abs(is - wanted));
            assert!(off.fold(0.0, f64::max) < 1e-9, "{names:?}: {:?}", of(names));
        }
        assert_eq!(of(&["seaborn-v0_8", "default"]), sizes(Style::default()));
    }

    #[test]
    fn one_sheet_is_laid_over_another() {
        let style = ["bmh", "seaborn-v0_8-ticks", "petroff6"].style().expect("names of styles");
        assert_eq!(style.tick_direction, TickDirection::In);
        assert_eq!((style.tick_length, style.edge_width, style.grid), (6.0, 1.25, false));
        assert_eq!(style.cycle, cycle(PETROFF6));
    }

    #[test]
    fn what_is_no_name_is_told_with_what_was_meant() {
        let wrong = ["bmh", "gplot"].style().expect_err("no name");
        let wanted = "\"gplot\" is not a style (did you mean \"ggplot\"?); there are \"default\", ";
        assert!(wrong.starts_with(wanted), "{wrong}");
    }
}
