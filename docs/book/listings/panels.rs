use panim::prelude::*;

/// Three views of one oscillator: over time, in phase space, and its energies.
#[animation]
#[derive(Clone, Default)]
struct Oscillator {
    time: Vec<f64>,
    place: Vec<f64>,
    speed: Vec<f64>,
    over_time: [Handle<Line>; 2],
    phase: Handle<Line>,
    now: Handle<Scatter>,
    energies: Handle<Bars>,
}

impl Oscillator {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.time = linspace(0, 20, 400);
        let decay = |t: &f64| (-0.08 * t).exp();
        self.place = self.time.iter().map(|t| decay(t) * t.cos()).collect();
        self.speed = self.time.iter().map(|t| -decay(t) * (t.sin() + 0.08 * t.cos())).collect();

        fig.set_size(960, 320).tight_layout();
        let [left, middle, right] = fig.subplots(1, 3).array();
        left.set_xlim(0, 20).set_ylim(-1.1, 1.1).set_xlabel("$t$ (s)").legend();
        self.over_time =
            ["place (m)", "speed (m/s)"].map(|name| left.add(Line::empty().label(name)));

        middle.set_xlim(-1.1, 1.1).set_ylim(-1.1, 1.1).set_aspect("equal");
        middle.set_xlabel("place (m)").set_ylabel("speed (m/s)").legend();
        self.phase = middle.add(Line::empty().color("C2").label("path"));
        self.now = middle.add(Scatter::empty().color("C3").label("now"));

        right.set_ylim(0, 0.55).set_ylabel("energy (J)").legend();
        self.energies =
            right.add(Bars::new(["kinetic", "potential"], [0, 0]).color("C4").label("of 0.5 J"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, i: usize) {
        let (t, x, v) = (&self.time[..=i], &self.place[..=i], &self.speed[..=i]);
        frame[self.over_time[0]].set_data(t, x);
        frame[self.over_time[1]].set_data(t, v);
        frame[self.phase].set_data(x, v);
        frame[self.now].set_data([x[i]], [v[i]]);
        frame[self.energies].set_height([v[i].powi(2) / 2.0, x[i].powi(2) / 2.0]);
    }
}

fn main() -> panim::Result<()> {
    Oscillator::render("panels.mp4").params((0..400).step_by(2)).main()
}
