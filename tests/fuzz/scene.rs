//! An animation as a seed makes it, and the render it is given to.

use crate::{
    artists::change,
    chance::Chance,
    drawings,
    figures::Parts,
    log::{Log, call},
};
use panim::{FigureError, ParamSource, Picture, ProgressMode, Render, Renderer, prelude::*};
use std::{collections::BTreeSet, mem, path::Path};

/// A figure and updates of everything in it, from a seed alone.
#[animation]
#[derive(Clone, Default)]
pub struct Scene {
    seed: u64,
    parts: Parts,
}

impl Scene {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        self.build(fig, Log::default());
    }

    #[update]
    fn update(&self, frame: &mut Frame, salt: u64) {
        self.move_on(frame, salt, Log::default());
    }

    /// What setup does; the log comes back with its calls.
    fn build(&mut self, fig: &mut Figure, log: Log) -> Log {
        let chance = &mut Chance::of(self.seed).with(log);
        let (width, height) = (chance.below(40, 260) as u32, chance.below(30, 200) as u32);
        chance.log.on(|| "fig".into());
        call!(chance, fig.set_size(width, height));
        self.parts = Parts::random(fig, chance);
        mem::take(&mut chance.log)
    }

    /// What an update does: changes some of what is there, and adds to it.
    fn move_on(&self, frame: &mut Frame, salt: u64, log: Log) -> Log {
        let seed = self.seed ^ salt.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let chance = &mut Chance::of(self.seed).again(seed).with(log);
        let parts = &self.parts;
        if let [(first, _), .., (last, _)] | [(first @ last, _)] = parts.axes[..] {
            chance.axes = [first, last];
        }
        let index = frame.index();
        chance.log.say(|| format!("// frame {index}, salt {salt}"));
        for (number, artist) in parts.artists.iter().enumerate() {
            if chance.comes(0.5) {
                chance.log.on(|| format!("frame[artist{number}]"));
                artist.update(frame, chance);
            }
        }
        for (number, &(handle, kind)) in parts.axes.iter().enumerate() {
            chance.log.on(|| format!("frame[axes{number}]"));
            if chance.comes(0.3) {
                change(&mut frame[handle], chance, &kind.changes(), 3);
            }
            if chance.comes(0.05) {
                kind.add(&mut frame[handle], chance);
                chance.log.say(|| format!("frame[axes{number}].add(it)"));
            }
        }
        for &bar in &parts.bars {
            chance.log.on(|| "frame[bar]".into());
            if chance.comes(0.2) {
                let bar = &mut frame[bar];
                call!(chance, bar.set_ylabel(chance.label()));
            }
        }
        if let Some(title) = parts.title
            && chance.flag()
        {
            chance.log.on(|| "frame[title]".into());
            let title = &mut frame[title];
            call!(chance, title.set_text(chance.text()));
        }
        if chance.comes(0.03) {
            drawings::draw(&frame.area(), chance);
        }
        mem::take(&mut chance.log)
    }
}

/// How a seed's scene is rendered.
pub struct Plan {
    seed: u64,
    /// The parameter of each frame.
    pub salts: Vec<u64>,
    gop: usize,
    dpi: Option<f64>,
}

/// Frames drawn one after the other, without a render.
pub struct Drawn {
    /// Up to the first that fails; an error where setup does.
    pub frames: Result<Vec<Result<Picture, FigureError>>, FigureError>,
    /// The names of everything that was called.
    pub called: BTreeSet<&'static str>,
}

impl Plan {
    pub fn of(seed: u64) -> Self {
        let mut chance = Chance::of(!seed);
        // some frames are the same
        let mut salts: Vec<_> =
            (0..chance.below(2, 5)).map(|_| chance.below(0, 8) as u64).collect();
        let dpi = chance.comes(0.3).then(|| chance.between(60.0, 150.0));
        let gop = chance.below(1, 4);
        // and so are some that follow each other
        if chance.flag() {
            let paused = chance.below(0, salts.len());
            salts.insert(paused, salts[paused]);
        }
        Self { seed, salts, gop, dpi }
    }

    pub fn render(&self, path: &Path) -> Render<Scene, (u64,), impl ParamSource<(u64,)> + use<>> {
        let scene = Scene { seed: self.seed, ..Scene::default() };
        let render = scene.render_to(path).gop(self.gop).progress(ProgressMode::Never);
        let render = if let Some(dpi) = self.dpi { render.dpi(dpi) } else { render };
        render.params(self.salts.clone())
    }

    /// Draws its frames in order on one figure; `shown` prints what is called.
    pub fn draw(&self, shown: bool) -> Drawn {
        let mut scene = Scene { seed: self.seed, ..Scene::default() };
        let mut fig = Figure::for_render(None, self.dpi);
        let mut log = scene.build(&mut fig, Log::new(shown));
        let frames = Renderer::new(fig).map(|mut renderer| {
            let mut frames = Vec::new();
            for (index, &salt) in self.salts.iter().enumerate() {
                log = scene.move_on(&mut renderer.frame(index), salt, mem::take(&mut log));
                frames.push(renderer.picture());
                if frames.last().is_some_and(Result::is_err) {
                    break;
                }
            }
            frames
        });
        Drawn { frames, called: log.called }
    }
}
