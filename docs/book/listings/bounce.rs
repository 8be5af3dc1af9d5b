use panim::Circle;
use panim::prelude::*;

// ANCHOR: state
/// What goes on from frame to frame.
#[derive(Clone)]
struct Ball {
    place: [f64; 2],
    speed: [f64; 2],
}

/// A thirtieth of a second later.
fn step(ball: &mut Ball) {
    for _ in 0..10 {
        let dt = 1.0 / 300.0;
        ball.speed[1] -= 9.81 * dt;
        for axis in 0..2 {
            ball.place[axis] += ball.speed[axis] * dt;
        }
        if ball.place[1] < 0.1 && ball.speed[1] < 0.0 {
            ball.speed[1] *= -0.85;
        }
    }
}
// ANCHOR_END: state

/// A ball that is thrown, and bounces.
#[animation]
#[derive(Default)]
struct Bounce {
    ball: Handle<Circle>,
    axes: Handle<Axes>,
}

impl Bounce {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.axes();
        ax.set_aspect("equal").set_xlim(0, 4).set_ylim(0, 2.5);
        ax.set_xlabel("$x$ (m)").set_ylabel("$y$ (m)");
        self.ball = ax.add(Circle::new((0, 0), 0.1).color("C3"));
        self.axes = ax.handle();
    }

    // ANCHOR: update
    #[update]
    fn update(&self, frame: &mut Frame, #[index] i: usize, ball: &Ball) {
        let [x, y] = ball.place;
        frame[self.ball].set_center((x, y));
        frame[self.axes].set_title(format!("{:.1} s: {:.1} m/s", i as f64 / 30.0, ball.speed[1]));
    }
    // ANCHOR_END: update
}

// ANCHOR: main
fn main() -> panim::Result<()> {
    let thrown = Ball { place: [0.2, 1.5], speed: [0.9, 3.0] };
    Bounce::render("bounce.mp4").simulate(120, thrown, step).main()
}
// ANCHOR_END: main
