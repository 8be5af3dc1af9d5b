//! Words of all kinds in all places, and font files with mistakes.

use crate::{chance::Chance, children::Step};
use panim::{FontFamily, Label, Renderer, Style, TextBox, TickParams, Weight, Wrap, prelude::*};

/// Words of a seed, wherever a figure has some.
pub fn words(seed: u64, step: Step<'_>) -> Result<(), String> {
    let mut chance = Chance::of(seed);
    for _ in 0..4 {
        let long = chance.letters(400);
        let texts = [long, chance.letters(40), chance.text(), chance.text(), chance.text()];
        step(&format!("{texts:?}"));
        drawn(&texts, Style::default()).map_err(|error| format!("{error}, of {texts:?}"))?;
    }
    Ok(())
}

/// A font file with mistakes.
pub fn fonts(seed: u64, step: Step<'_>) -> Result<(), String> {
    let mut chance = Chance::of(seed);
    let mut bytes = dejavu::sans_mono::oblique().to_vec();
    match chance.below(0, 8) {
        // the tables at the front say where everything is
        0..=3 => {
            let front = chance.below(12, 3000);
            let mut start = bytes[..front].to_vec();
            chance.spoil(&mut start, 20);
            bytes.splice(..front, start);
        }
        4 => bytes.truncate(chance.below(0, 3000)),
        5 => {
            let keep = chance.below(0, bytes.len());
            bytes.truncate(keep);
        }
        6 => bytes = (0..chance.below(0, 500)).map(|_| chance.byte()).collect(),
        _ => chance.spoil(&mut bytes, 2000),
    }
    step("a font");
    let font = FontFamily::from_bytes(bytes);
    let style = Style { font, ..Style::default() };
    let texts = ["AV office fi", "$x^2_i$", "äöü ñ", "0123456789", "日本"].map(str::to_owned);
    match drawn(&texts, style) {
        Err(error) if !error.contains("Style, `font`: ") => Err(error),
        _ => Ok(()),
    }
}

fn drawn([a, b, c, d, e]: &[String; 5], style: Style) -> Result<(), String> {
    let mut fig = Figure::new();
    fig.set_size(160, 120).set_style(style);
    fig.set_title(a);
    fig.set_xlabel(Label::new(b).wrap(true));
    fig.set_ylabel(Label::new(c).wrap(80).line_spacing(0.5));
    let ax = fig.axes();
    ax.set_title(Label::new(b).bold().wrap(Wrap::Axes(0.5))).set_xlabel(c).set_ylabel(d).legend();
    ax.set_xticks([0.0, 1.0]).set_xticklabels([e, a]);
    ax.set_tick_params(TickParams::new().x_only().label_rotation(30.0));
    ax.add(Line::new([0.0, 1.0], [0.0, 1.0]).label(b));
    ax.add(Text::new((0.1, 0.9), d).wrap(true).rotation(-30).family("serif"));
    ax.add(Text::new((0.5, 0.5), c).rotation(200.0).boxed(TextBox::rounded()));
    ax.add(Annotation::new(d, (0.2, 0.2)).xytext((0.6, 0.6)).weight(Weight::BOLD));
    let picture = Renderer::new(fig).and_then(|mut renderer| renderer.picture());
    picture.map(drop).map_err(|error| error.to_string())
}
