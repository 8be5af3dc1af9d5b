//! A bar chart race: bars that grow, and smoothly change places when one overtakes another.

use panim::{Grid, HAlign, Label, Side, Style, TickParams, Weight, prelude::*};

const GENRES: [&str; 8] =
    ["Fantasy", "Crime", "Romance", "History", "Science", "Travel", "Poetry", "Comics"];
const COLORS: [&str; 8] =
    ["#7b5ea7", "#3d405b", "#e07a5f", "#b08968", "#3a86a8", "#43aa8b", "#e5989b", "#f2b134"];
const FIRST_YEAR: usize = 2005;
const YEARS: usize = 20;
const FRAMES_A_YEAR: usize = 12;

/// A row has the loans of each genre, or the place of its bar: 1 at the bottom, 8 on top.
type Row = Vec<f64>;

#[animation]
#[derive(Default)]
struct BarRace {
    axes: Handle<Axes>,
    bars: Handle<Bars>,
    year: Handle<Text>,
}

/// Made up for each frame: every year, each genre grows by some other rate.
fn loans() -> Vec<Row> {
    // Marsaglia's xorshift, from 0 to 1: the same numbers in every run
    let mut state = 740_u64;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut loans = GENRES.map(|_| 40.0 + 40.0 * random());
    let mut rates = [0.0; GENRES.len()];
    let mut frame = |i| {
        if i % FRAMES_A_YEAR == 0 {
            rates = rates.map(|_| (0.44 * random() - 0.14) / FRAMES_A_YEAR as f64);
        }
        loans.iter_mut().zip(rates).for_each(|(loans, rate)| *loans *= 1.0 + rate);
        loans.to_vec()
    };
    (0..YEARS * FRAMES_A_YEAR).map(&mut frame).collect()
}

/// How many genres have no more loans than each.
fn places(loans: &Row) -> Row {
    let behind = |own: &f64| loans.iter().filter(|other| *other <= own).count() as f64;
    loans.iter().map(behind).collect()
}

/// The mean over the frames around each, the nearest counting most: sudden changes become gentle.
fn smooth(rows: &[Row], reach: isize) -> Vec<Row> {
    let mean = |frame: isize, genre: usize| {
        let share = |away: isize| {
            let row = (frame + away).clamp(0, rows.len() as isize - 1) as usize;
            (reach - away.abs()) as f64 * rows[row][genre]
        };
        (-reach..=reach).map(share).sum::<f64>() / (reach * reach) as f64
    };
    let row = |frame| (0..GENRES.len()).map(|genre| mean(frame, genre)).collect();
    (0..rows.len() as isize).map(row).collect()
}

impl BarRace {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let style = Style { grid_below: true, ..Style::default() };
        fig.set_style(style).set_size(800, 480).tight_layout();
        let ax = fig.axes();
        ax.set_title(Label::new("Books lent by the town library").bold().size(15.0).pad(12.0));
        ax.set_xlabel("thousands a year").set_grid(Grid::new().x_only().alpha(0.5));
        ax.set_ylim(0.4, 8.6).show_yticks(false, true);
        ax.set_tick_params(TickParams::new().y_only().label_size(12));
        // the layout makes room for the words that it sees here
        ax.set_xlim(0.0, 100.0).set_yticks(1..=8).set_yticklabels(GENRES);
        for side in [Side::Left, Side::Right, Side::Top, Side::Bottom] {
            ax.set_spine(side, false);
        }
        self.axes = ax.handle();
        let bars = Bars::new(1..=8, [0; 8]).horizontal().colors(COLORS);
        self.bars = ax.add(bars.value_labels(|value| format!("{value:.0}")));
        let year = Text::new(At::Axes(0.98, 0.05), "").halign(HAlign::Right);
        self.year = ax.add(year.size(52.0).weight(Weight::BOLD).color("0.75"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, year: usize, loans: Row, places: Row) {
        let most = loans.iter().copied().fold(0.0, f64::max);
        frame[self.axes].set_xlim(0.0, 1.08 * most).set_yticks(&places);
        frame[self.bars].set_data(places, loans);
        frame[self.year].set_text(year.to_string());
    }
}

fn main() -> panim::Result<()> {
    let loans = smooth(&loans(), FRAMES_A_YEAR as isize);
    let places: Vec<Row> = loans.iter().map(places).collect();
    let rows = loans.into_iter().zip(smooth(&places, 6)).enumerate();
    let rows = rows.map(|(i, (loans, places))| (FIRST_YEAR + i / FRAMES_A_YEAR, loans, places));
    BarRace::render("bar_race.mp4").fps(30).params(rows).main()
}
