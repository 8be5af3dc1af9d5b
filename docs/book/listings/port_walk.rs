use panim::prelude::*;

#[animation]
#[derive(Clone, Default)]
struct Walks {
    walks: Vec<Vec<(f64, f64)>>,
    lines: Vec<Handle<Line>>,
}

/// Ten walks of a hundred steps each, the same in every run.
fn walks() -> Vec<Vec<(f64, f64)>> {
    let mut rng = fastrand::Rng::with_seed(19_680_801);
    let mut normal = move || (0..12).map(|_| rng.f64()).sum::<f64>() - 6.0;
    let mut walk = || {
        let steps = (0..100).scan((0.0, 0.0), |at, _| {
            *at = (at.0 + normal(), at.1 + normal());
            Some(*at)
        });
        steps.collect()
    };
    (0..10).map(|_| walk()).collect()
}

impl Walks {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        ax.set_xlim(-30, 30).set_ylim(-30, 30).set_aspect("equal");
        self.lines = self.walks.iter().map(|_| ax.add(Line::empty())).collect();
    }

    #[update]
    fn update(&self, frame: &mut Frame, n: usize) {
        for (line, walk) in self.lines.iter().zip(&self.walks) {
            frame[line].set_points(&walk[..n]);
        }
    }
}

fn main() -> panim::Result<()> {
    let walks = Walks { walks: walks(), ..Walks::default() };
    walks.render_to("walk.mp4").params(0..=100).fps(10).main()
}
