//! Candlesticks: the prices of a share day by day, on axes of dates that scroll.

use panim::{Grid, date, format_date, prelude::*};

const DAY: f64 = 86_400.0;
/// How many days there are, how many of them are seen at once, and how many frames one takes to come in.
const DAYS: usize = 200;
const SHOWN: usize = 60;
const FRAMES_A_DAY: usize = 2;
/// Of days on which the price rose, and of those on which it fell.
const COLORS: [&str; 2] = ["#2a9d6f", "#d1495b"];

/// What was paid on a day, and how many shares were sold.
#[derive(Clone, Copy)]
struct Day {
    date: f64,
    open: f64,
    high: f64,
    low: f64,
    close: f64,
    volume: f64,
}

#[animation]
#[derive(Clone, Default)]
struct Candlesticks {
    days: Vec<Day>,
    prices: Handle<Axes>,
    last: Handle<HLine>,
}

/// Stands for a broker: a random walk on the days of the week on which there is trade.
fn days() -> panim::Result<Vec<Day>> {
    // Marsaglia's xorshift, from -1 to 1: the same numbers in every run
    let mut state = 88_172_645_463_325_252_u64;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    };
    let monday = date(2026, 1, 5)?;
    let dates = (0..).filter(|day| day % 7 < 5).map(|day| monday + DAY * f64::from(day));
    let mut price = 80.0;
    let day = |date| {
        let open = price + 0.4 * random();
        let steps = [0; 24].map(|_| {
            price *= 1.0 + 0.0065 * random() + 0.0001;
            price
        });
        let (high, low) =
            (steps.into_iter().fold(open, f64::max), steps.into_iter().fold(open, f64::min));
        let volume = 2.0 + (high - low) + 1.5 * random().abs();
        Day { date, open, high, low, close: price, volume }
    };
    Ok(dates.take(DAYS).map(day).collect())
}

impl Candlesticks {
    /// The means of the last 20 days.
    fn means(&self) -> impl Iterator<Item = (f64, f64)> {
        let mean = |days: &[Day]| days.iter().map(|day| day.close).sum::<f64>() / days.len() as f64;
        self.days.windows(20).map(move |days| (days[19].date, mean(days)))
    }

    /// The lowest and the highest price of the days that are seen and of those beside them, as means over the days
    /// around this one: limits move gently and show all.
    fn limits(&self, end: f64) -> (f64, f64) {
        let seen = |shift: i32| {
            let last = (end + f64::from(shift)).round() as usize;
            let days = &self.days[last.saturating_sub(SHOWN + 8)..(last + 8).min(DAYS)];
            let low = days.iter().map(|day| day.low).fold(f64::INFINITY, f64::min);
            (low, days.iter().map(|day| day.high).fold(0.0, f64::max))
        };
        let all: Vec<_> = (-8..=8).map(seen).collect();
        let mean = |side: fn(&(f64, f64)) -> f64| all.iter().map(side).sum::<f64>() / 17.0;
        (mean(|seen| seen.0), mean(|seen| seen.1))
    }

    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(800, 480).tight_layout();
        let mut axes = fig.subplots(2, 1);
        axes.height_ratios([3, 1]).share_x();
        let all = |of: fn(&Day) -> f64| self.days.iter().map(of).collect::<Vec<f64>>();
        let (dates, opens) = (all(|day| day.date), all(|day| day.open));
        let colors = || self.days.iter().map(|day| COLORS[usize::from(day.close < day.open)]);

        let ax = &mut axes[(0, 0)];
        ax.set_title("Day").set_ylabel("price (€)").set_grid(Grid::new().alpha(0.4));
        let gap = (f64::NAN, f64::NAN);
        let wicks =
            self.days.iter().flat_map(|day| [(day.date, day.low), (day.date, day.high), gap]);
        ax.add(Line::from_points(wicks).color("0.35").width(1.0));
        let bodies = Bars::new(&dates, all(|day| day.close - day.open)).bottom(opens);
        ax.add(bodies.width(0.7 * DAY).colors(colors()).zorder(2.5));
        ax.add(Line::from_points(self.means()).color("C0").label("mean of 20 days"));
        ax.legend();
        self.last = ax.add(HLine::new(0.0).style("--").width(1.0));
        self.prices = ax.handle();

        let ax = &mut axes[(1, 0)];
        ax.set_ylim(0, 10).set_ylabel("volume").set_grid(Grid::new().alpha(0.4)).set_xscale("date");
        ax.add(Bars::new(&dates, all(|day| day.volume)).width(0.7 * DAY).colors(colors()));
    }

    /// `end`: how many days have come in, the last of them in part.
    #[update]
    fn update(&self, frame: &mut Frame, end: f64) {
        let last = self.days[end as usize - 1];
        let next = self.days[(end as usize).min(DAYS - 1)];
        let right = last.date + (next.date - last.date) * end.fract() + 0.6 * DAY;
        let (low, high) = self.limits(end);
        let ax = &mut frame[self.prices];
        ax.set_xlim(right - 82.0 * DAY, right).set_ylim(low - 1.0, high + 2.0);
        let day = format_date(last.date, "%d %b %Y");
        ax.set_title(format!("{day}: {:.2} €", last.close));
        let line = &mut frame[self.last];
        line.set_y(last.close).set_color(COLORS[usize::from(last.close < last.open)]);
    }
}

fn main() -> panim::Result<()> {
    let ends = (SHOWN * FRAMES_A_DAY..=DAYS * FRAMES_A_DAY).map(|i| i as f64 / FRAMES_A_DAY as f64);
    let share = Candlesticks { days: days()?, ..Candlesticks::default() };
    share.render_to("candlesticks.mp4").fps(30).params(ends).main()
}
