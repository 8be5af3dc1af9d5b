use panim::prelude::*;

/// Where the joints of an arm are, as a tracker wrote them down.
#[animation]
#[derive(Default)]
struct Arm {
    bones: Handle<Line>,
    name: Handle<Text>,
}

impl Arm {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.set_size(480, 420).axes();
        ax.set_aspect("equal").set_xlim(-0.5, 2.5).set_ylim(-1.5, 1.5);
        self.bones = ax.add(Line::empty().marker("o").width(4));
        self.name = ax.add(Text::new(At::Axes(0.05, 0.92), ""));
    }

    // ANCHOR: update
    #[update]
    fn update(&self, frame: &mut Frame, joints: Vec<[f64; 2]>, phase: Option<String>) {
        frame[self.bones].set_points(joints);
        frame[self.name].set_text(phase.unwrap_or_default());
    }
    // ANCHOR_END: update
}

// ANCHOR: main
fn main() -> panim::Result<()> {
    Arm::render("arm.mp4").fps(10).params_file("arm.jsonl").main()
}
// ANCHOR_END: main
