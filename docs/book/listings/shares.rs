use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Turn {
    line: Handle<Line>,
}

impl Turn {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.set_size(320, 240).axes();
        ax.set_xlim(-1.2, 1.2).set_ylim(-1.2, 1.2).set_aspect("equal");
        self.line = ax.add(Line::empty().width(3));
    }

    #[update]
    fn update(&self, frame: &mut Frame, angle: f64) {
        frame[self.line].set_points([(0.0, 0.0), (angle.cos(), angle.sin())]);
    }
}

fn main() -> panim::Result<()> {
    // ANCHOR: shares
    let render = Turn::render("turn.mp4").sweep(0.0..6.0, 90).progress(panim::ProgressMode::Never);
    let plan = render.plan(2)?; // written to turn.mp4.parts
    for number in 0..2 {
        plan.clone().shard(number)?; // each of them on a machine of its own, or again after a crash
    }
    let video = plan.merge()?; // the bytes that `render.run()` would write
    // ANCHOR_END: shares
    println!("{}", video.frames());
    Turn::render("turn.mp4").sweep(0.0..6.0, 90).still(11)?.save_png("shares.png")?;
    Ok(())
}
