//! An artist of one's own: panim has no springs, so this file draws them.

use panim::{artist::*, prelude::*};
use std::f64::consts::TAU;

/// A spring between two places at the same height.
#[derive(Clone)]
struct Spring {
    ends: (f64, f64),
    y: f64,
    coils: u32,
    color: Option<panim::Color>,
    common: Common,
}

impl Spring {
    /// Draws it from `x0` to `x1`, in pixels; its coils are `width` points wide, however long it is.
    fn coil(&self, pen: &mut Pen, (x0, x1): (f64, f64), y: f64, width: f64) {
        let radius = pen.points(width) / 2.0;
        let turns = linspace(0, f64::from(self.coils) * TAU, 30 * self.coils as usize);
        let along = |turn: f64| x0 + (x1 - x0) * turn / (TAU * f64::from(self.coils));
        let path = Path::line(turns.iter().map(|turn| (along(*turn), y - radius * turn.sin())));
        pen.stroke(&path, self.color.unwrap_or(pen.style().edge), 1.5, "-");
    }
}

impl Artist for Spring {
    fn name(&self) -> &'static str {
        "Spring"
    }

    fn common(&self) -> &Common {
        &self.common
    }

    fn extent(&self) -> Extent {
        Extent::of_points([(self.ends.0, self.y), (self.ends.1, self.y)])
    }

    fn draw(&self, pen: &mut Pen) {
        let ((x0, y), (x1, _)) = (pen.at((self.ends.0, self.y)), pen.at((self.ends.1, self.y)));
        self.coil(pen, (x0, x1), y, 24.0);
    }

    fn draw_key(&self, pen: &mut Pen, area: Bbox) {
        Self { coils: 3, ..self.clone() }.coil(pen, (area.x0, area.x1), area.center().1, 6.0);
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.color.get_or_insert_with(|| cycle.next_line());
    }
}

/// Two weights on two springs, one soft and one stiff.
#[animation]
#[derive(Default)]
struct Weights {
    springs: Vec<Handle<Spring>>,
    weights: Vec<Handle<Scatter>>,
}

impl Weights {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(640, 320);
        let ax = fig.axes();
        for (y, label) in [(1.0, "soft"), (0.0, "stiff")] {
            let common = Common::default().label(label);
            let spring = Spring { ends: (0.0, 1.0), y, coils: 12, color: None, common };
            self.springs.push(ax.add(spring));
            self.weights.push(
                ax.add(Scatter::new([1.0], [y]).sizes([500]).color("0.3").marker("s").zorder(3)),
            );
        }
        ax.add(VLine::new(0).color("black").width(3));
        ax.set_xlim(0, 2).set_ylim(-0.7, 2.2).set_yticks([1.0; 0]).set_xlabel("length");
        ax.set_title("Springs by an artist of one's own").legend();
    }

    #[update]
    fn update(&self, frame: &mut Frame, seconds: f64) {
        for (i, turns) in [0.25, 1.0].into_iter().enumerate() {
            let end = 1.1 + 0.6 * (turns * TAU * seconds).cos();
            frame[self.springs[i]].ends.1 = end;
            let y = frame[self.springs[i]].y;
            frame[self.weights[i]].set_data([end], [y]);
        }
    }
}

fn main() -> panim::Result<()> {
    Weights::render("own_artist.mp4").fps(30).sweep(0.0..4.0, 120).main()
}
