//! Lines of poems in five scripts come up one after the other, Arabic letters from right to left.

use panim::prelude::*;
use panim::{FontFamily, Style};

const FRAMES: usize = 240;
/// Frames from one line to the next, and those in which it becomes visible.
const APART: f64 = 30.0;
const FADING: f64 = 40.0;

/// Whose they are, and what they say: Goethe, Sappho, Kabir, Khayyam, Bashō.
const LINES: [(&str, &str); 5] = [
    ("Goethe", "Über allen Gipfeln ist Ruh"),
    ("Σαπφώ", "Δέδυκε μὲν ἀ σελάννα"),
    ("कबीर", "धीरे धीरे रे मना"),
    ("خیام", "این یک دو سه روزه نوبت عمر گذشت"),
    ("芭蕉", "古池や 蛙飛びこむ 水の音"),
];

#[animation]
#[derive(Clone, Default)]
struct Poem {
    lines: Vec<[Handle<Text>; 2]>,
}

impl Poem {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        // what DejaVu Serif lacks is carried along, so that every machine draws the same letters
        let font = FontFamily::from_bytes(include_bytes!("data/poem-devanagari.ttf"));
        let font = font.or(FontFamily::from_bytes(include_bytes!("data/poem-japanese.otf")));
        let serif: FontFamily = panim::OneOf::choice("serif").unwrap_or_default();
        fig.set_style(Style { font: serif.or(&font), ..Style::dark() }).set_size(640, 400);
        let ax = fig.axes();
        ax.set_axis_off(true).set_xlim(0, 1).set_ylim(0, 1);
        self.lines = LINES
            .map(|(poet, words)| {
                let words = Text::new((0.5, 0.0), words).size(19).halign("center");
                let poet = Text::new((0.5, 0.0), poet).size(9).halign("center").color("#8dd3c7");
                [ax.add(words), ax.add(poet)]
            })
            .to_vec();
    }

    #[update]
    fn update(&self, frame: &mut Frame, at: f64) {
        for (i, [words, poet]) in self.lines.iter().enumerate() {
            let since = at - APART * i as f64;
            let seen = (since / FADING).clamp(0.0, 1.0);
            // upwards all the time, slower than a pixel in a frame
            let y = 0.86 - 0.2 * i as f64 + 0.0012 * (at - FRAMES as f64 / 2.0);
            frame[*words].set_position((0.5, y)).set_alpha(seen);
            frame[*poet].set_position((0.5, y - 0.07)).set_alpha(seen * 0.8);
        }
    }
}

fn main() -> panim::Result<()> {
    let frames = (0..FRAMES).map(|frame| frame as f64);
    Poem::render("poem.mp4").fps(30).params(frames).main()
}
