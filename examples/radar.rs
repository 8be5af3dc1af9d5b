//! A radar: the sweep goes round on a polar axes, and what it meets lights up and fades.

use panim::prelude::*;
use panim::{Colormap, Projection, Style};
use std::f64::consts::TAU;

/// Seconds of one turn, and of the video.
const TURN: f64 = 4.0;
const DURATION: f64 = 8.0;
/// Angle of the glow behind the sweep, and how many layers it has.
const GLOW: f64 = 1.3;
const LAYERS: u32 = 24;

/// Planes: where they are at the start and how far they fly in the video, in kilometres.
const PLANES: [(&str, [f64; 2], [f64; 2]); 5] = [
    ("LH 204", [-70.0, 20.0], [60.0, 42.0]),
    ("BA 17", [25.0, -72.0], [14.0, 55.0]),
    ("AF 90", [84.0, 8.0], [-52.0, -18.0]),
    ("KL 611", [-30.0, -25.0], [-30.0, -28.0]),
    ("SK 5", [4.0, 38.0], [30.0, 38.0]),
];

/// Angle and distance of a plane.
fn place(from: [f64; 2], course: [f64; 2], seconds: f64) -> (f64, f64) {
    let [x, y] = [0, 1].map(|i| from[i] + seconds / DURATION * course[i]);
    (y.atan2(x), x.hypot(y))
}

/// The screen at a time.
#[animation]
#[derive(Default)]
struct Radar {
    glow: Vec<Handle<Polygon>>,
    beam: Handle<Line>,
    echoes: Handle<Scatter>,
    names: Vec<Handle<Annotation>>,
}

impl Radar {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let green = |level: u8| (level / 5, level, level / 3).into();
        let [grid_color, edge, text] = [70, 150, 220].map(green);
        fig.set_size(520, 540);
        fig.set_style(Style { grid_color, edge, tick: edge, text, ..Style::dark() });
        let ax = fig.axes();
        ax.set_projection(Projection::Polar).set_facecolor("#03120a").set_title("Approach radar");
        ax.set_ylim(0.0, 100.0).set_yticks([25, 50, 75]).set_yformat(|km| format!("{km} km"));
        ax.set_xticks((0..8).map(|i| TAU * f64::from(i) / 8.0));
        ax.set_xticklabels(["E", "NE", "N", "NW", "W", "SW", "S", "SE"]);
        for _ in 0..LAYERS {
            let layer = Polygon::new([0.0; 3], [0.0; 3]).color("#2bff6a").alpha(0.022);
            self.glow.push(ax.add(layer));
        }
        self.beam = ax.add(Line::new([0.0, 0.0], [0.0, 100.0]).color("#9dffb8").width(2.0));
        let light = Colormap::from_colors(["#03120a", "#2bff6a", "#e8ffe8"]);
        let echoes = Scatter::new([0.0; 0], [0.0; 0]).values([0.0; 0]).vmin(0.0).vmax(1.0);
        self.echoes = ax.add(echoes.cmap(light).size(50.0).edge_width(0.0).zorder(3.0));
        for (name, ..) in PLANES {
            let name = Annotation::new(name, (0.0, 0.0)).xytext(At::Points(7.0, 5.0)).arrow("");
            self.names.push(ax.add(name.color("#9dffb8").size(8.0)));
        }
    }

    #[update]
    fn update(&self, frame: &mut Frame, seconds: f64) {
        // clockwise, from the top
        let angle = TAU / 4.0 - TAU * seconds / TURN;
        // all begin at the beam, so that they lie over each other the thicker the nearer to it
        for (i, &layer) in (1..=LAYERS).zip(&self.glow) {
            let arc = linspace(angle, angle + GLOW * f64::from(i) / f64::from(LAYERS), 24);
            let distances = std::iter::once(0.0).chain(arc.iter().map(|_| 100.0));
            frame[layer].set_data(std::iter::once(&angle).chain(&arc), distances);
        }
        frame[self.beam].set_x([angle, angle]);
        let (mut angles, mut distances, mut glows) = (vec![], vec![], vec![]);
        for ((_, from, course), &name) in PLANES.into_iter().zip(&self.names) {
            // where the sweep met it last: its angle hardly changes in a turn
            let ago = (place(from, course, seconds).0 - angle).rem_euclid(TAU) / TAU * TURN;
            let seen = place(from, course, (seconds - ago).max(0.0));
            let glow = (-ago / 1.6).exp();
            frame[name].set_xy(seen).set_alpha(glow);
            angles.push(seen.0);
            distances.push(seen.1);
            glows.push(glow);
        }
        frame[self.echoes].set_data(angles, distances).set_values(glows);
    }
}

fn main() -> panim::Result<()> {
    Radar::render("radar.mp4").fps(30).sweep(0.0..DURATION, 240).main()
}
