use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[update]
    fn update(&mut self) {
        self.shift += 1.0;
    }
}

fn main() {
    let _ = Wave::render("wave.mp4").frames(2).run();
}
