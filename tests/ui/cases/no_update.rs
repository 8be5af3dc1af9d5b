use panim::prelude::*;

#[animation]
#[derive(Default)]
struct Wave {
    shift: f64,
}

impl Wave {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.shift = 1.0;
        fig.set_size(320, 240);
    }
}

fn main() {
    println!("{}", Wave::default().shift);
}
