//! A weather map: highs and lows drift over land and sea, and the title says the hour.

use panim::prelude::*;
use panim::{Aspect, Colorbar, HAlign, VAlign, Weight, date, format_date};
use std::{error::Error, f64::consts::TAU};

/// Of each high or low: degrees east and north at the start, degrees that it goes in a day, its
/// strength in hPa and its size in degrees.
const SYSTEMS: [[f64; 6]; 5] = [
    [-22.0, 50.0, 8.0, 1.2, -40.0, 6.5],
    [-62.0, 45.0, 10.0, 1.6, -36.0, 6.0],
    [-3.0, 65.5, 6.5, 0.2, -22.0, 5.0],
    [-28.0, 38.0, 1.5, 0.5, 16.0, 8.0],
    [12.0, 45.0, 3.5, -0.6, 24.0, 7.5],
];

/// Of each land: degrees east and north, size in degrees, and what makes its coast its own.
const LANDS: [[f64; 4]; 4] = [
    [20.0, 46.0, 12.0, 0.4],
    [-6.0, 54.5, 3.4, 2.0],
    [-19.0, 64.5, 2.6, 4.1],
    [16.0, 65.0, 4.8, 1.1],
];

fn place([east, north, east_a_day, north_a_day, ..]: [f64; 6], days: f64) -> (f64, f64) {
    (east + east_a_day * days, north + north_a_day * days)
}

/// At sea level, in hPa, with a row for each latitude.
fn pressure(lon: &[f64], lat: &[f64], days: f64) -> Vec<Vec<f64>> {
    let systems = SYSTEMS.map(|system| (place(system, days), system[4], system[5]));
    let at = |lon: f64, lat: f64| {
        systems.iter().fold(1013.0, |sum, &((east, north), strength, size)| {
            // degrees of longitude are shorter than those of latitude
            let far = (0.6 * (lon - east)).hypot(lat - north) / size;
            sum + strength * (-far * far / 2.0).exp()
        })
    };
    lat.iter().map(|&lat| lon.iter().map(|&lon| at(lon, lat)).collect()).collect()
}

/// Waves around an ellipse.
fn coast([lon, lat, size, own]: [f64; 4]) -> (Vec<f64>, Vec<f64>) {
    let point = |angle: f64| {
        let wave = |n: f64| (n * angle + own * n * n).sin() / (2.0 + n * n).sqrt() / 2.0;
        let far = size * (1.0 + [2.0, 3.0, 5.0, 9.0, 17.0, 31.0].map(wave).iter().sum::<f64>());
        (lon + 1.6 * far * angle.cos(), lat + far * angle.sin())
    };
    linspace(0.0, TAU, 400).into_iter().map(point).unzip()
}

/// The map at an hour after the start.
#[animation]
#[derive(Default)]
struct WeatherMap {
    lon: Vec<f64>,
    lat: Vec<f64>,
    axes: Handle<Axes>,
    bands: Handle<ContourFilled>,
    isobars: Handle<Contour>,
    letters: Vec<Handle<Annotation>>,
}

impl WeatherMap {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        (self.lon, self.lat) = (linspace(-40.0, 40.0, 97), linspace(34.0, 70.0, 65));
        let values = pressure(&self.lon, &self.lat, 0.0);
        fig.set_size(720, 500).tight_layout();
        let ax = fig.axes();
        self.axes = ax.set_title(" ").set_aspect(Aspect::Ratio(1.6)).handle();
        ax.set_xlim(-40.0, 40.0).set_ylim(34.0, 70.0);
        ax.show_xticks(false, false).show_yticks(false, false);
        let levels = || (968..=1044).step_by(4);
        let bands = ContourFilled::new(&self.lon, &self.lat, &values).levels(levels());
        self.bands = ax.add(bands.extend(panim::Extend::Both).cmap("RdYlBu_r"));
        let isobars = Contour::new(&self.lon, &self.lat, &values).levels(levels());
        self.isobars = ax.add(isobars.color("white").width(0.6).alpha(0.7));
        for land in LANDS {
            let (lon, lat) = coast(land);
            ax.add(Polygon::new(lon, lat).color("#00000026").edge_color("0.2").zorder(3.0));
        }
        for system in SYSTEMS {
            let name = if system[4] < 0.0 { "L" } else { "H" };
            let letter = Annotation::new(name, place(system, 0.0)).zorder(4.0).size(18.0);
            let letter = letter.weight(Weight::BOLD).halign(HAlign::Center);
            self.letters.push(ax.add(letter.valign(VAlign::Center)));
        }
        let bar = Colorbar::new().horizontal().label("sea-level pressure / hPa");
        ax.add_colorbar(self.bands, bar);
    }

    #[update]
    fn update(&self, frame: &mut Frame, hour: f64) -> Result<(), Box<dyn Error + Send + Sync>> {
        let now = date(2026, 1, 12)? + 3600.0 * hour;
        let values = pressure(&self.lon, &self.lat, hour / 24.0);
        frame[self.axes].set_title(format_date(now, "%a %e %B %Y, %H:00 UTC"));
        frame[self.bands].set_values(&values);
        frame[self.isobars].set_values(&values);
        for (&letter, system) in self.letters.iter().zip(SYSTEMS) {
            frame[letter].set_xy(place(system, hour / 24.0));
        }
        Ok(())
    }
}

fn main() -> panim::Result<()> {
    let hours = (0..144).map(f64::from);
    WeatherMap::render("weather_map.mp4").fps(30).params(hours).main()
}
