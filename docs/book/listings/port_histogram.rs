use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Changing {
    axes: Handle<Axes>,
    histogram: Handle<Histogram>,
}

impl Changing {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        ax.set_xlim(-4.4, 4.4).set_ylim(0, 120);
        let bars = Histogram::empty().bins(linspace(-4, 4, 41));
        self.histogram = ax.add(bars.edge_color("yellow").color("green").alpha(0.5));
        self.axes = ax.handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: usize, data: &[f64]) {
        frame[self.histogram].set_data(data);
        frame[self.axes].set_title(format!("step {i}"));
    }
}

fn main() -> panim::Result<()> {
    let mut rng = fastrand::Rng::with_seed(19_680_801);
    let mut normal = move || (0..12).map(|_| rng.f64()).sum::<f64>() - 6.0;
    let data: Vec<f64> = (0..1000).map(|_| normal()).collect();
    let step = move |data: &mut Vec<f64>| {
        data.iter_mut().for_each(|x| *x = 0.98 * *x + 0.2 * normal());
    };
    Changing::render("histogram.mp4").simulate(100, data, step).fps(10).dpi(150).main()
}
