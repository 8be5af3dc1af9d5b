//! A recording played at chosen speeds: slow motion until the ball has bounced, then fast.

use panim::prelude::*;
use panim::{Aspect, Grid, Loc, Weight, motion::playback};

/// Of the recording and of the video, in frames a second.
const RECORDED: f64 = 240.0;
const SHOWN: f64 = 30.0;

/// A ball as a high-speed camera saw it, in metres.
#[animation]
#[derive(Clone, Default)]
struct Bounce {
    x: Vec<f64>,
    height: Vec<f64>,
    ball: Handle<Trail>,
    clock: Handle<Timestamp>,
    speed: Handle<Text>,
    past: Handle<Line>,
    now: Handle<VLine>,
}

/// Stands for the camera: four seconds of a ball that is thrown and bounces.
fn record() -> Bounce {
    let (mut y, mut velocity) = (1.4, 1.6);
    let fall = |_| {
        let seen = y;
        velocity -= 9.81 / RECORDED;
        y += velocity / RECORDED;
        if y < 0.0 {
            (y, velocity) = (-0.78 * y, -0.78 * velocity);
        }
        seen
    };
    let x = (0..960).map(|i| 1.6 * f64::from(i) / RECORDED).collect();
    Bounce { x, height: (0..960).map(fall).collect(), ..Bounce::default() }
}

impl Bounce {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.tight_layout();
        let mut axes = fig.subplots(2, 1);
        axes.height_ratios([2, 1]);

        let ax = &mut axes[(0, 0)];
        ax.set_xlim(0.0, 6.4).set_ylim(-0.2, 2.0).set_aspect(Aspect::Equal);
        ax.set_title("A ball filmed 240 times a second")
            .set_xlabel("x / m")
            .set_ylabel("height / m");
        ax.add(Span::horizontal(-0.3, -0.1).color("0.8"));
        let ball =
            Trail::new(&self.x, &self.height).last(96).width(6.0).tail_width(1.0).color("C1");
        self.ball = ax.add(ball.marker('o').marker_size(12.0).marker_color("C3"));
        self.clock = ax.add(Timestamp::new(Loc::UpperRight).format(|t| format!("{t:.3} s")));
        self.speed = ax.add(Text::new(At::Axes(0.02, 0.9), "").weight(Weight::BOLD));

        let ax = &mut axes[(1, 0)];
        let seconds = (0..self.height.len()).map(|i| i as f64 / RECORDED);
        ax.set_xlim(0.0, 4.0).set_ylim(0.0, 1.8).set_grid(Grid::new().alpha(0.4));
        ax.set_xlabel("time / s").set_ylabel("height / m");
        ax.add(Line::new(seconds, &self.height).color("0.8"));
        self.past = ax.add(Line::new([0.0; 0], [0.0; 0]).color("C0"));
        self.now = ax.add(VLine::new(0.0).color("C3").width(1.0));
    }

    #[update]
    fn update(&self, frame: &mut Frame, row: usize, speed: f64) {
        let seconds = row as f64 / RECORDED;
        frame[self.ball].set_end(row);
        frame[self.clock].set_time(seconds);
        frame[self.speed].set_text(format!("{speed} × speed"));
        let past = (0..=row).map(|i| i as f64 / RECORDED);
        frame[self.past].set_data(past, &self.height[..=row]);
        frame[self.now].set_x(seconds);
    }
}

fn main() -> panim::Result<()> {
    // the first second at a quarter of its speed, the other three at twice theirs
    let (slow, fast) = (0.25, 2.0);
    let first = playback(RECORDED, slow, SHOWN, 240)?.map(|row| (row, slow));
    let rest = playback(RECORDED, fast, SHOWN, 720)?.map(|row| (240 + row, fast));
    record().render_to("recording.mp4").fps(30).params(first.chain(rest)).main()
}
