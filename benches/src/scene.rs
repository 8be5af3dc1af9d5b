//! Four scenes, from small to large, whole or stage by stage.

#[path = "../../examples/dashboard.rs"]
#[allow(dead_code)]
mod dashboard;
#[path = "../../examples/multi_panel.rs"]
#[allow(dead_code)]
mod multi_panel;

use dashboard::Dashboard;
use multi_panel::MultiPanel;
use panim::{
    ProgressMode, Video,
    bench::{Converted, Drawing, Drawn, Stages},
    prelude::*,
};
use std::{f64::consts::TAU, fmt, path::Path};

/// Frames of one group, as the builder has it by default.
pub const GROUP: usize = 30;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// 640x480, one line of 200 points.
    Wave,
    /// 1920x1080, ten lines of 1,000 points each.
    Lines,
    /// 2000x400, the five panels of the example.
    MultiPanel,
    /// 2400x1800, the fourteen panels of the example.
    Dashboard,
}

/// A scene that was set up.
pub trait Draw {
    /// Draws a frame.
    fn frame(&mut self, index: usize) -> Drawn<'_>;
}

/// With the render of a scene, and its parameter as a function of the frame's number.
macro_rules! with {
    ($scene:expr, $path:expr, |$render:ident, $param:ident| $body:expr) => {
        match $scene {
            Scene::Wave => {
                let ($render, $param) = (Curves::new((640, 480), 1, 200).render_to($path), phase);
                $body
            }
            Scene::Lines => {
                let curves = Curves::new((1920, 1080), 10, 1000);
                let ($render, $param) = (curves.render_to($path), phase);
                $body
            }
            Scene::MultiPanel => {
                let ($render, $param) = (MultiPanel::render($path), phase);
                $body
            }
            Scene::Dashboard => {
                let ($render, $param) = (Dashboard::render($path), |index: usize| index);
                $body
            }
        }
    };
}

impl Scene {
    /// From small to large.
    pub const ALL: [Self; 4] = [Self::Wave, Self::Lines, Self::MultiPanel, Self::Dashboard];

    /// Its pictures' width and height.
    pub fn size(self) -> (u32, u32) {
        match self {
            Self::Wave => (640, 480),
            Self::Lines => (1920, 1080),
            Self::MultiPanel => (2000, 400),
            Self::Dashboard => (2400, 1800),
        }
    }

    /// Makes a video of it.
    pub fn video(self, path: &Path, frames: usize, workers: i32) -> Video {
        with!(self, path, |render, param| {
            let render = render.workers(workers).progress(ProgressMode::Never);
            render.params((0..frames).map(param)).run().unwrap()
        })
    }

    /// Sets it up, for `f` to draw it; `keep` what stands still, or draw all of every frame.
    pub fn drawn<T>(self, keep: bool, f: impl FnOnce(&mut dyn Draw) -> T) -> T {
        with!(self, "", |render, param| {
            let render = render.cache_background(keep);
            Drawing::lend(render, |drawing| {
                let frame = |index: usize| (param(index),);
                f(&mut Frames { drawing, frame })
            })
            .unwrap()
        })
    }

    /// The first group of pictures, ready to be encoded.
    pub fn converted(self, stages: &mut Stages) -> Converted {
        self.drawn(true, |drawing| {
            let mut group = Converted::default();
            for index in 0..GROUP {
                group.append(stages.converted(drawing.frame(index)).unwrap());
            }
            group
        })
    }

    /// The first picture, as often as a group has pictures.
    pub fn standing(self, stages: &mut Stages) -> Converted {
        self.drawn(true, |drawing| {
            let mut group = Converted::default();
            for _ in 0..GROUP {
                group.append(stages.converted(drawing.frame(0)).unwrap());
            }
            group
        })
    }

    /// Conversion, encoding and writing of its pictures.
    pub fn stages(self) -> Stages {
        let (width, height) = self.size();
        Stages::new(width, height)
    }
}

impl fmt::Display for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Wave => "wave",
            Self::Lines => "lines",
            Self::MultiPanel => "multi_panel",
            Self::Dashboard => "dashboard",
        })
    }
}

fn phase(index: usize) -> f64 {
    TAU * index as f64 / 60.0
}

struct Frames<'d, 'a, 'u, P, F> {
    drawing: &'d mut Drawing<'a, 'u, P>,
    frame: F,
}

impl<'u, P: Send + 'u, F: Fn(usize) -> P> Draw for Frames<'_, '_, 'u, P, F> {
    fn frame(&mut self, index: usize) -> Drawn<'_> {
        self.drawing.draw(index, (self.frame)(index)).unwrap()
    }
}

/// Lines that travel.
#[animation]
#[derive(Clone)]
struct Curves {
    size: (u32, u32),
    count: usize,
    x: Vec<f64>,
    lines: Vec<Handle<Line>>,
}

impl Curves {
    fn new(size: (u32, u32), count: usize, points: usize) -> Self {
        Self { size, count, x: linspace(0.0, 2.0 * TAU, points), lines: Vec::new() }
    }

    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let ax = fig.set_size(self.size.0, self.size.1).axes();
        ax.set_xlim(0.0, 2.0 * TAU).set_ylim(-1.5, 1.5);
        ax.set_xlabel("x").set_ylabel("y").set_title("Cosine wave");
        self.lines = (0..self.count).map(|_| ax.add(Line::new(&self.x, &self.x))).collect();
    }

    #[update]
    fn update(&self, frame: &mut Frame, phase: f64) {
        for (i, &line) in self.lines.iter().enumerate() {
            let shift = phase + i as f64 / 3.0;
            frame[line].set_y(self.x.iter().map(|x| (x + shift).cos()));
        }
    }
}
