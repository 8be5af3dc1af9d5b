//! The world's countries over the years, made up: income, length of life and people, in the manner of Gapminder.

use panim::{Format, Legend, prelude::*};

/// Continents: how many countries, how rich and how long-lived they are at first, and how fast that changes.
const CONTINENTS: [(&str, u32, f64, f64, f64); 4] = [
    ("Africa", 24, 900.0, 38.0, 0.7),
    ("Asia", 20, 1300.0, 46.0, 1.5),
    ("Americas", 16, 3500.0, 55.0, 1.0),
    ("Europe", 18, 6500.0, 65.0, 1.0),
];

/// A bubble for each country, and the year behind them.
#[animation]
#[derive(Default)]
struct Gapminder {
    bubbles: Vec<Handle<Scatter>>,
    year: Handle<Text>,
}

/// Numbers from -1 to 1 without an order, the same in each run.
fn chance(country: u32, of: u32) -> f64 {
    let n = f64::from(97 * country + 13 * of);
    2.0 * (43_758.545 * n.sin()).rem_euclid(1.0) - 1.0
}

/// Income per person, years of life and millions of people of a continent's countries.
fn countries(continent: usize, year: f64) -> impl Iterator<Item = (f64, f64, f64)> {
    let (_, count, income, life, speed) = CONTINENTS[continent];
    let passed = (year - 1950.0) / 70.0;
    (0..count).map(move |i| {
        let chance = |of| chance(i + 100 * continent as u32, of);
        let growth =
            (speed + 0.5 * chance(0)) * (passed + 0.04 * (9.0 * passed + 3.0 * chance(1)).sin());
        let income = income * (1.1 * chance(2) + 1.9 * growth).exp();
        let lived =
            life + 6.0 * chance(3) + (84.0 - life) * (1.0 - (-1.3 * growth - 0.5 * passed).exp());
        let people = 12.0 * (1.8 * chance(4) + (0.9 + 0.3 * chance(5)) * passed).exp();
        (income, lived.min(86.0), if (continent, i) == (1, 0) { 20.0 * people } else { people })
    })
}

/// Square points for so many millions of people.
fn size(millions: f64) -> f64 {
    1.5 * millions
}

impl Gapminder {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.set_size(720, 480).axes();
        ax.set_xscale("log").set_xlim(200, 150_000).set_ylim(25, 90).set_grid(true);
        ax.set_xlabel("income per person").set_ylabel("length of life (years)");
        ax.set_xformat(|dollars: f64| format!("${dollars}"));
        let year = Text::new(At::Axes(0.5, 0.5), "").size(120).color("0.92").zorder(0);
        self.year = ax.add(year.halign("center").valign("center"));
        for (name, ..) in CONTINENTS {
            let bubbles = Scatter::empty().alpha(0.75).edge_color("white").edge_width(0.5);
            self.bubbles.push(ax.add(bubbles.label(name)));
        }
        ax.set_legend(Legend::new().loc("upper left").title("continent"));
        let grey = Scatter::empty().color("0.75").edge_color("white").edge_width(0.5);
        let people = grey.size_keys([10, 100, 1000], size, Format::general().suffix(" million"));
        ax.add_legend(Legend::new().entries(people).loc("lower right").title("people"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, year: f64) {
        frame[self.year].set_text(format!("{year:.0}"));
        for (continent, bubbles) in self.bubbles.iter().enumerate() {
            let now = || countries(continent, year);
            frame[*bubbles]
                .set_points(now().map(|(income, life, _)| (income, life)))
                .set_sizes(now().map(|(.., people)| size(people)));
        }
    }
}

fn main() -> panim::Result<()> {
    Gapminder::render("gapminder.mp4").fps(30).sweep(1950.0..2020.0, 210).main()
}
