//! A day in May on a map: night moves over the world, cities light up, and planes fly along great
//! circles. Needs the feature `coastlines`.

use panim::{Style, prelude::*};

/// The sun's latitude.
const DECLINATION: f64 = 21.0;

/// Heights of the sun, in degrees, below which each part of the night is a little darker.
const TWILIGHT: [f64; 9] = [0.0, -2.0, -4.0, -6.0, -8.0, -10.0, -12.0, -15.0, -18.0];

/// Longitudes and latitudes.
#[rustfmt::skip]
const CITIES: [(f64, f64); 40] = [
    (-0.1, 51.5), (139.7, 35.7), (-74.0, 40.7), (28.0, -26.2), (2.3, 48.9), (-46.6, -23.5), (-70.7, -33.4),
    (-3.7, 40.4), (-122.4, 37.8), (8.7, 50.1), (116.4, 39.9), (36.8, -1.3), (72.9, 19.1), (151.2, -33.9),
    (-77.0, -12.0), (31.2, 30.0), (115.9, -31.9), (103.8, 1.4), (77.2, 28.6), (37.6, 55.8), (-99.1, 19.4),
    (3.4, 6.5), (121.5, 31.2), (106.8, -6.2), (-118.2, 34.1), (-87.6, 41.9), (-79.4, 43.7), (-58.4, -34.6),
    (-74.1, 4.6), (51.4, 35.7), (55.3, 25.2), (90.4, 23.8), (100.5, 13.8), (127.0, 37.6), (18.4, -33.9),
    (29.0, 41.0), (82.9, 55.0), (-157.9, 21.3), (174.8, -36.8), (-149.9, 61.2),
];

/// Between which of them planes fly.
const ROUTES: [(usize, usize); 9] =
    [(0, 1), (2, 3), (4, 5), (6, 7), (8, 9), (10, 11), (12, 13), (14, 2), (15, 16)];

/// Longitudes of the line between day and night, the axes, a part of the night for each height of the
/// sun, lights, and planes.
#[animation]
#[derive(Default)]
struct Daylight {
    longitudes: Vec<f64>,
    axes: Handle<Axes>,
    nights: Vec<Handle<FillBetween>>,
    lights: Handle<Scatter>,
    planes: Vec<Handle<TracedPath>>,
}

/// The sun's direction at a longitude, in the plane of its meridian: towards the pole, and outwards.
fn sun(longitude: f64, hour: f64) -> (f64, f64) {
    let (sin, cos) = DECLINATION.to_radians().sin_cos();
    (sin, cos * (longitude + 15.0 * (hour - 12.0)).to_radians().cos())
}

/// The latitude from which southwards the sun is lower than `height`.
fn dusk(longitude: f64, hour: f64, height: f64) -> f64 {
    let (up, out) = sun(longitude, hour);
    let away = (height.to_radians().sin() / up.hypot(out)).acos();
    (up.atan2(out) - away).to_degrees()
}

/// The height of the sun above the horizon, in degrees.
fn height((longitude, latitude): (f64, f64), hour: f64) -> f64 {
    let ((up, out), (sin, cos)) = (sun(longitude, hour), latitude.to_radians().sin_cos());
    (up * sin + out * cos).asin().to_degrees()
}

/// A place on the sphere.
fn on_sphere((longitude, latitude): (f64, f64)) -> [f64; 3] {
    let ((y, x), (z, r)) = (longitude.to_radians().sin_cos(), latitude.to_radians().sin_cos());
    [r * x, r * y, z]
}

/// The place at a part of the shortest way from one city to another.
fn between(from: usize, to: usize, part: f64) -> (f64, f64) {
    let (a, b) = (on_sphere(CITIES[from]), on_sphere(CITIES[to]));
    let angle = (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]).acos();
    let (near, far) = (((1.0 - part) * angle).sin(), (part * angle).sin());
    let [x, y, z] = [0, 1, 2].map(|i| near * a[i] + far * b[i]);
    (y.atan2(x).to_degrees(), z.atan2(x.hypot(y)).to_degrees())
}

impl Daylight {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.longitudes = linspace(-180, 180, 181);
        fig.set_style(Style::dark());
        let ax = fig.set_size(800, 380).tight_layout().axes();
        self.axes = ax.handle();
        ax.set_map("platecarree").set_xlim(-180, 180).set_ylim(-60, 85);
        ax.set_facecolor("#2b5c86")
            .show_xticks(false, false)
            .show_yticks(false, false)
            .set_title(" ");
        ax.add(Polygons::land().color("#86a86f"));
        ax.add(Lines::coastlines().color("#dfe8d0").width(0.5));
        for (from, to) in ROUTES {
            let way = linspace(0, 1, 60).into_iter().map(|part| between(from, to, part));
            ax.add(Line::from_points(way).color("white").width(0.8).style(":").alpha(0.6));
        }
        for _ in TWILIGHT {
            let night = FillBetween::new(&self.longitudes, [-90.0; 181], [-90.0; 181]);
            self.nights.push(ax.add(night.color("#02061a").alpha(0.14).zorder(2.5)));
        }
        let lights = Scatter::from_points(CITIES).size(14).color("#ffd76a").edge_width(0);
        self.lights = ax.add(lights.alphas([0.0; CITIES.len()]).zorder(3));
        for (i, (from, to)) in ROUTES.into_iter().enumerate() {
            // there and back in a day
            let plane = TracedPath::new(move |hour| {
                let turns = hour / 24.0 + 0.37 * i as f64;
                between(from, to, 0.5 - 0.5 * (std::f64::consts::TAU * turns).cos())
            });
            let plane = plane.length(2.5).marker('o').marker_size(4).width(2).color("white");
            self.planes.push(ax.add(plane.zorder(4)));
        }
    }

    #[update]
    fn update(&self, frame: &mut Frame, hour: f64) {
        let (whole, minutes) = (hour.floor(), hour.fract() * 60.0);
        frame[self.axes].set_title(format!("21 May, {whole:02}:{minutes:02.0} UTC"));
        for (night, below) in self.nights.iter().zip(TWILIGHT) {
            let dusk = self.longitudes.iter().map(|longitude| dusk(*longitude, hour, below));
            frame[night].set_upper(dusk);
        }
        let lit = CITIES.map(|city| (-height(city, hour) / 8.0).clamp(0.0, 1.0));
        frame[self.lights].set_alphas(lit);
        for plane in &self.planes {
            frame[plane].set_time(hour);
        }
    }
}

fn main() -> panim::Result<()> {
    Daylight::render("daylight.mp4").fps(30).sweep(0.0..24.0, 240).main()
}
