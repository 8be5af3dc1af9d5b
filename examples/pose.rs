//! Keypoints over the frames of a recording: a skeleton on each frame, and the angles of the knees beside it.

use panim::{Legend, Recording, prelude::*};

/// Which keypoints a bone joins; those of the right side, of the left, and of the middle.
const RIGHT: [(usize, usize); 4] = [(1, 2), (2, 3), (6, 7), (7, 8)];
const LEFT: [(usize, usize); 4] = [(1, 4), (4, 5), (6, 9), (9, 10)];
const MIDDLE: [(usize, usize); 2] = [(0, 1), (1, 6)];
/// Hip, knee and ankle of each leg.
const LEGS: [[usize; 3]; 2] = [[6, 7, 8], [6, 9, 10]];
/// How often the recording is shown, and how many frames a second it has.
const TIMES: usize = 3;
const RATE: f64 = 30.0;

/// Places of the eleven keypoints in pixels, and what the camera saw.
#[animation]
#[derive(Clone, Default)]
struct Pose {
    recording: Recording,
    keypoints: Vec<[(f64, f64); 11]>,
    picture: Handle<Image>,
    bones: [Handle<Line>; 3],
    joints: Handle<Scatter>,
    knees: Handle<Scatter>,
    now: Handle<VLine>,
}

/// Reads the rows of an estimator of poses: the number of the frame, then x and y of each keypoint.
fn keypoints(rows: &str) -> Vec<[(f64, f64); 11]> {
    let row = |line: &str| {
        let numbers: Vec<f64> = line.split(',').skip(1).filter_map(|n| n.parse().ok()).collect();
        std::array::from_fn(|i| (numbers[2 * i], numbers[2 * i + 1]))
    };
    rows.lines().skip(1).map(row).collect()
}

/// The angle at the middle one of three points, in degrees.
fn angle([a, b, c]: [(f64, f64); 3]) -> f64 {
    let direction = |to: (f64, f64)| (to.1 - b.1).atan2(to.0 - b.0);
    let angle = (direction(a) - direction(c)).to_degrees().rem_euclid(360.0);
    angle.min(360.0 - angle)
}

impl Pose {
    /// The angle of a knee in every frame.
    fn knee(&self, leg: usize) -> Vec<f64> {
        self.keypoints.iter().map(|points| angle(LEGS[leg].map(|joint| points[joint]))).collect()
    }

    #[setup]
    fn setup(&mut self, fig: &mut Figure) -> panim::Result<()> {
        fig.set_size(900, 380).tight_layout();
        let mut axes = fig.subplots(1, 2);
        axes.width_ratios([4, 3]);

        let ax = &mut axes[(0, 0)];
        ax.set_axis_off(true).set_xlim(0, 320).set_ylim(240, 0).set_title("Recording and pose");
        self.picture = ax.add(Image::picture(self.recording.frame(0)?));
        let bone = |color| Line::empty().color(color).width(3.0);
        self.bones = ["C1", "C9", "w"].map(|color| ax.add(bone(color)));
        self.joints = ax.add(Scatter::empty().size(22.0).color("w").edge_color("k").zorder(3.0));

        let ax = &mut axes[(0, 1)];
        let seconds: Vec<f64> = self.recording.frames().map(|i| i as f64 / RATE).collect();
        ax.set_xlim(0.0, self.recording.len() as f64 / RATE).set_ylim(120, 190).set_grid(true);
        ax.set_xlabel("time (s)").set_ylabel("angle of the knee (degrees)");
        ax.add(Line::new(&seconds, self.knee(0)).color("C1").label("right"));
        ax.add(Line::new(&seconds, self.knee(1)).color("C9").label("left"));
        ax.set_legend(Legend::new().loc("lower right"));
        self.now = ax.add(VLine::new(0.0).color("0.4").width(1.0));
        self.knees = ax.add(Scatter::empty().size(40.0).colors(["C1", "C9"]).zorder(3.0));
        Ok(())
    }

    #[update]
    fn update(&self, frame: &mut Frame, row: usize) -> panim::Result<()> {
        frame[self.picture].set_picture(self.recording.frame(row)?);
        let points = &self.keypoints[row];
        for (line, bones) in self.bones.into_iter().zip([&RIGHT[..], &LEFT, &MIDDLE]) {
            // a gap between one bone and the next
            let gap = (f64::NAN, f64::NAN);
            let ends = bones.iter().flat_map(|&(a, b)| [points[a], points[b], gap]);
            frame[line].set_points(ends);
        }
        frame[self.joints].set_points(points);
        let seconds = row as f64 / RATE;
        let knees = LEGS.map(|leg| (seconds, angle(leg.map(|joint| points[joint]))));
        frame[self.knees].set_points(knees);
        frame[self.now].set_x(seconds);
        Ok(())
    }
}

fn main() -> panim::Result<()> {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data");
    let recording = Recording::open(format!("{data}/walk/%04d.jpg"))?;
    let keypoints = keypoints(include_str!("data/walk.csv"));
    let rows = (0..TIMES).flat_map(|_| 0..recording.len()).collect::<Vec<_>>();
    let pose = Pose { recording, keypoints, ..Pose::default() };
    pose.render_to("pose.mp4").fps(RATE as u32).params(rows).main()
}
