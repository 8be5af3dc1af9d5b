//! Several data sets in a loop: the data are loaded once and borrowed, and one that is bad does
//! not keep the others from their videos.

use clap::Parser;
use panim::prelude::*;

/// One station's temperatures, hour by hour.
struct Station {
    name: &'static str,
    celsius: Vec<f64>,
}

/// The day so far, up to the hour of the frame.
#[animation]
#[derive(Clone)]
struct Day<'a> {
    station: &'a Station,
    line: Handle<Line>,
    now: Handle<Line>,
    reading: Handle<Text>,
}

impl<'a> Day<'a> {
    fn of(station: &'a Station) -> Self {
        Self {
            station,
            line: Handle::default(),
            now: Handle::default(),
            reading: Handle::default(),
        }
    }
}

impl Day<'_> {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        ax.set_title(format!("Temperature, {}", self.station.name));
        ax.set_xlabel("hour").set_ylabel("°C").set_grid(true);
        ax.set_xlim(0.0, 24.0).set_ylim(0.0, 30.0).set_xticks((0..=24).step_by(4));
        self.line = ax.add(Line::new([0.0; 0], [0.0; 0]).label("so far"));
        self.now = ax.add(Line::new([0.0], [0.0]).style("").marker('o').color("C3").label("now"));
        self.reading = ax.add(Text::new(At::Axes(0.03, 0.93), ""));
        ax.legend();
    }

    #[update]
    fn update(&self, frame: &mut Frame, hour: usize) -> Result<(), String> {
        let celsius = &self.station.celsius;
        let reading = celsius.get(hour).ok_or(format!("no reading of hour {hour}"))?;
        frame[self.line].set_data(0..=hour, &celsius[..=hour]);
        frame[self.now].set_data([hour], [reading]);
        frame[self.reading].set_text(format!("{hour:02}:00   {reading:.1} °C"));
        Ok(())
    }
}

/// One video of each station's day
#[derive(Parser)]
struct Options {
    /// Only this station: coast, plain or summit
    #[arg(long)]
    station: Option<String>,
    #[command(flatten)]
    panim: panim::cli::Args,
}

fn main() {
    let options = Options::parse();
    let day = |mean: f64, swing: f64, hours: i32| {
        let at = |h| mean - swing * ((f64::from(h) - 3.0) * std::f64::consts::TAU / 24.0).cos();
        (0..hours).map(at).collect()
    };
    let stations = [
        Station { name: "coast", celsius: day(14.0, 3.0, 25) },
        Station { name: "plain", celsius: day(16.0, 8.0, 25) },
        Station { name: "summit", celsius: day(6.0, 4.0, 18) },
    ];
    let is_wanted = |it: &&Station| options.station.as_ref().is_none_or(|name| name == it.name);
    for station in stations.iter().filter(is_wanted) {
        let path = format!("datasets/{}.mp4", station.name);
        let render = Day::of(station).render_to(&path).fps(10).params(0..25);
        // the summit's readings end at 17:00: no file is left, and the loop goes on
        if let Err(error) = render.main_with(options.panim.clone()) {
            println!("{path}: {error}");
        }
    }
}
