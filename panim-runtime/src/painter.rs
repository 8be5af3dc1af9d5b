//! Draws frames: an animation's own value and figure, set up once and then used frame after frame.

use crate::{
    __private::{Glue, Start},
    Error, Result,
    caught::{Quiet, caught},
    settings::Settings,
};
use panim_figure::{Damage, Figure, Renderer};

/// A frame as it was drawn.
#[derive(Clone, Copy)]
pub struct Drawn<'a> {
    /// Opaque RGBA, 4 bytes a pixel.
    pub pixels: &'a [u8],
    /// What may differ from the frame that the same painter drew before.
    pub changed: &'a Damage,
}

/// What setup made.
struct Scene<A> {
    animation: Quiet<A>,
    renderer: Renderer,
}

/// One worker's hand. Given the same animation, two painters draw the same frames.
pub(crate) struct Painter<'a, A, P> {
    start: &'a Start<A>,
    glue: &'a Glue<A, P>,
    settings: &'a Settings,
    scene: Scene<A>,
    /// The scene may not be as setup left it: it is made anew before the next frame.
    stale: bool,
}

impl<'a, A, P> Painter<'a, A, P> {
    /// Runs setup.
    pub(crate) fn new(
        start: &'a Start<A>,
        glue: &'a Glue<A, P>,
        settings: &'a Settings,
    ) -> Result<Self> {
        let scene = set_up(start, glue, settings)?;
        Ok(Self { start, glue, settings, scene, stale: false })
    }

    /// The figure's width and height in pixels.
    pub(crate) fn size(&self) -> (u32, u32) {
        self.scene.renderer.size()
    }

    /// The figure's face colour.
    pub(crate) fn background(&self) -> [u8; 3] {
        self.scene.renderer.background()
    }

    /// Draws a frame.
    pub(crate) fn draw(&mut self, frame: usize, row: Quiet<P>) -> Result<Drawn<'_>> {
        if self.stale {
            self.set_up_again()?;
        }
        // A failure leaves a scene that is not to be trusted; with `reuse(false)` none is.
        self.stale = true;
        let Scene { animation, renderer } = &mut self.scene;
        let failed = |source| Error::Frame { frame, source };
        caught(
            || {
                (self.glue.update)(animation, &mut renderer.frame(frame), row.into_inner())
                    .map_err(failed)?;
                renderer.draw().map(drop).map_err(|error| failed(error.into()))
            },
            |message| Error::FramePanicked { frame, message },
        )?;
        self.stale = !self.settings.reuse;
        Ok(Drawn { pixels: renderer.pixels(), changed: renderer.changed() })
    }

    fn set_up_again(&mut self) -> Result<()> {
        let one = self.size();
        self.scene = set_up(self.start, self.glue, self.settings)?;
        let other = self.size();
        if one == other { Ok(()) } else { Err(Error::SizesDiffer { one, other }) }
    }
}

fn set_up<A, P>(start: &Start<A>, glue: &Glue<A, P>, settings: &Settings) -> Result<Scene<A>> {
    let _span = tracing::debug_span!("setup").entered();
    let failed = |source| Error::Setup { source };
    caught(
        || {
            let mut animation = Quiet::new(start.one());
            let mut figure = Figure::for_render(settings.size, settings.dpi);
            (glue.setup)(&mut animation, &mut figure).map_err(failed)?;
            let mut renderer = Renderer::new(figure).map_err(|error| failed(error.into()))?;
            renderer.cache_background(settings.cache_background);
            Ok(Scene { animation, renderer })
        },
        |message| Error::SetupPanicked { message },
    )
}
