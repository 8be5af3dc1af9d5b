use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[update]
    fn update(&self) {
        let _ = self.shift;
    }
}

fn main() {
    let _ = Wave::render("wave.mp4").frames(2).run();
}
