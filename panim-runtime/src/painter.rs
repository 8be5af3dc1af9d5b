//! Draws frames: an animation's own value and figure, set up once and then used frame after frame.

use crate::{
    Error, Result,
    caught::{Quiet, caught},
    erased::{Animation, Animations},
    fonts::UsedFonts,
    progress::Voice,
    settings::Settings,
    warnings::ToldWarnings,
};
use panim_figure::{
    __private::{Damage, FirstFrame},
    Figure, Picture, Renderer,
};

/// A frame as it was drawn.
#[derive(Clone, Copy)]
pub struct Drawn<'a> {
    /// RGBA, 4 bytes a pixel, opaque if the figure's background is.
    pub pixels: &'a [u8],
    /// What may differ from the frame that the same painter drew before.
    pub changed: &'a Damage,
}

/// What setup made.
struct SetUpScene<'a, P> {
    animation: Quiet<Box<dyn Animation<P> + 'a>>,
    renderer: Renderer,
}

/// What all painters of a render have in common: where their scenes come from.
pub(crate) struct Scenes<'a, P> {
    animations: &'a (dyn Animations<P> + 'a),
    pub(crate) settings: &'a Settings,
    warnings: ToldWarnings,
    pub(crate) fonts: UsedFonts,
}

/// One worker's hand. Given the same animation, two painters draw the same frames.
pub(crate) struct Painter<'a, P> {
    scenes: &'a Scenes<'a, P>,
    scene: SetUpScene<'a, P>,
    /// What frame 0 said of what setup left open.
    first: Option<FirstFrame>,
    /// The scene may not be as setup left it: it is made anew before the next frame.
    stale: bool,
}

impl<'a, P> Painter<'a, P> {
    /// Runs setup.
    pub(crate) fn new(scenes: &'a Scenes<'a, P>) -> Result<Self> {
        Ok(Self { scenes, scene: scenes.set_up()?, first: None, stale: false })
    }

    /// The figure's width and height in pixels.
    pub(crate) fn size(&self) -> (u32, u32) {
        self.scene.renderer.size()
    }

    /// Whether its pixels are transparent where nothing is.
    pub(crate) fn is_transparent(&self) -> bool {
        self.scene.renderer.is_transparent()
    }

    /// The figure's face colour.
    pub(crate) fn background(&self) -> [u8; 3] {
        self.scene.renderer.background()
    }

    /// Does setup leave something open that frame 0 says? Then that frame is updated first, or
    /// [`Self::open`] comes before any other.
    pub(crate) fn is_open(&self) -> bool {
        self.first.is_none() && self.scene.renderer.is_open()
    }

    /// Takes what frame 0 said to another painter.
    pub(crate) fn open(&mut self, first: FirstFrame) {
        self.first = Some(first);
    }

    /// Does the frame that was updated last wait for what frame 0 says? Then [`Self::open`] comes
    /// before the second half.
    pub(crate) fn waits(&self) -> bool {
        self.first.is_none() && self.scene.renderer.waits()
    }

    /// Draws a frame.
    pub(crate) fn draw(&mut self, frame: usize, row: Quiet<P>) -> Result<Drawn<'_>> {
        self.update(frame, row)?;
        self.finish(frame)
    }

    /// The first half: lets the animation change the figure. What frame 0 says of what was left open.
    pub(crate) fn update(&mut self, frame: usize, row: Quiet<P>) -> Result<Option<&FirstFrame>> {
        if self.stale {
            self.set_up_again()?;
        }
        // A failure leaves a scene that is not to be trusted; with `reuse(false)` none is.
        self.stale = true;
        let Self { scene: SetUpScene { animation, renderer }, first, .. } = self;
        let failed = |source| Error::Frame { frame, source };
        caught(
            || {
                if let Some(first) = first.as_ref().filter(|_| frame > 0) {
                    renderer.open_by(first).map_err(|error| failed(error.into()))?;
                }
                animation.update(&mut renderer.frame(frame), row.into_inner()).map_err(failed)?;
                if frame > 0 {
                    return Ok(());
                }
                renderer.open_by_frame().map_err(|error| failed(error.into()))
            },
            |message| Error::FramePanicked { frame, message },
        )?;
        if frame > 0 {
            return Ok(None);
        }
        Ok(Some(first.get_or_insert_with(|| renderer.first_frame().cloned().unwrap_or_default())))
    }

    /// The second half: draws what the first one left.
    pub(crate) fn finish(&mut self, frame: usize) -> Result<Drawn<'_>> {
        let Self { scenes, scene: SetUpScene { renderer, .. }, first, stale } = self;
        caught(
            || {
                let opened = match first.as_ref().filter(|_| frame > 0) {
                    Some(first) => renderer.open_by(first),
                    None => Ok(()),
                };
                let drawn = opened.and_then(|()| renderer.draw().map(drop));
                drawn.map_err(|error| Error::Frame { frame, source: error.into() })
            },
            |message| Error::FramePanicked { frame, message },
        )?;
        scenes.warnings.tell(renderer.take_warnings(), Some(frame));
        scenes.fonts.note(renderer);
        *stale = !scenes.settings.reuse;
        Ok(Drawn { pixels: renderer.pixels(), changed: renderer.changed() })
    }

    /// The same, as a picture of its own.
    pub(crate) fn picture(&mut self, frame: usize) -> Result<Picture> {
        let Self { scenes, scene: SetUpScene { renderer, .. }, .. } = self;
        let picture = caught(
            || renderer.picture().map_err(|e| Error::Frame { frame, source: e.into() }),
            |message| Error::FramePanicked { frame, message },
        )?;
        scenes.warnings.tell(renderer.take_warnings(), Some(frame));
        Ok(picture)
    }

    fn set_up_again(&mut self) -> Result<()> {
        let one = self.size();
        self.scene = self.scenes.set_up()?;
        let other = self.size();
        if one == other { Ok(()) } else { Err(Error::SizesDiffer { one, other }) }
    }
}

impl<'a, P> Scenes<'a, P> {
    pub(crate) fn new(animations: &'a (dyn Animations<P> + 'a), settings: &'a Settings) -> Self {
        let warnings = ToldWarnings::new(Voice::of(settings.progress));
        Self { animations, settings, warnings, fonts: UsedFonts::default() }
    }

    /// What figures warn of is not said on standard error.
    #[cfg(feature = "cli")]
    pub(crate) fn in_silence(self) -> Self {
        self.told_by(Voice::Silent)
    }

    /// What figures warn of is said beside the progress.
    pub(crate) fn told_by(self, voice: Voice) -> Self {
        Self { warnings: ToldWarnings::new(voice), ..self }
    }

    fn set_up(&self) -> Result<SetUpScene<'a, P>> {
        let _span = tracing::debug_span!("setup").entered();
        let failed = |source| Error::Setup { source };
        let Self { animations, settings, warnings, .. } = self;
        caught(
            || {
                let mut animation = Quiet::new(animations.one());
                let mut figure = Figure::for_render(settings.size, settings.dpi);
                animation.set_up(&mut figure).map_err(failed)?;
                let mut renderer = Renderer::new(figure).map_err(|error| failed(error.into()))?;
                renderer.cache_background(settings.cache_background);
                warnings.tell(renderer.take_warnings(), None);
                Ok(SetUpScene { animation, renderer })
            },
            |message| Error::SetupPanicked { message },
        )
    }
}
