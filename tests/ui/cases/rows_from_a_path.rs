use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave;

impl Wave {
    #[update]
    fn update(&self, _frame: &mut Frame, _phase: f64) {}
}

fn main() {
    let _ = Wave::render("wave.mp4").params_csv("rows.csv").run();
}
