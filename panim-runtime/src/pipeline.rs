//! What a worker does to its frames: an animation and a figure of its own draw them, then they are
//! converted and encoded.

use crate::{
    Error, Result,
    bench::raw_frames,
    caught::Quiet,
    encode::{Counted, EncodeSettings, Encoders, GroupEncoder},
    fonts::UsedFonts,
    painter::{Drawn, Painter, Scenes},
    part::{FirstRow, Numbers},
    picture::{Prepared, Preparer},
    pool::{FrameSource, Limit, Report, SetUp, in_frame},
    progress::Counts,
    settings::Settings,
};
use flume::Sender;
use panim_figure::__private::Damage;
use std::sync::OnceLock;

/// What all workers of a render share.
pub(crate) struct Context<'a, P> {
    scenes: &'a Scenes<'a, P>,
    pub(crate) settings: &'a Settings,
    pub(crate) workers: usize,
    pub(crate) encoders: Encoders,
    pub(crate) limit: Limit,
    counts: &'a Counts,
    /// The frames' numbers, by their places in the video.
    numbers: Numbers,
    /// Frame 0's row, if that is not in the video.
    first: Option<&'a FirstRow<P>>,
    /// What all figures measure.
    size: OnceLock<(u32, u32)>,
    /// Whether all figures are transparent where nothing is.
    transparent: OnceLock<bool>,
}

/// One worker's.
pub(crate) struct Pipeline<'a, P> {
    context: &'a Context<'a, P>,
    painter: Painter<'a, P>,
    preparer: Preparer,
    encode: EncodeSettings,
    /// The frame drawn last.
    picture: Prepared,
    /// The frame encoded last, and what the picture may differ in from it.
    encoded: Option<usize>,
    changed: Damage,
}

impl<'a, P> Context<'a, P> {
    /// What the workers have taken letters from.
    pub(crate) fn fonts(&self) -> &UsedFonts {
        &self.scenes.fonts
    }

    pub(crate) fn new(
        scenes: &'a Scenes<'a, P>,
        workers: usize,
        encoders: Encoders,
        counts: &'a Counts,
        (numbers, first): (Numbers, Option<&'a FirstRow<P>>),
    ) -> Self {
        let settings = scenes.settings;
        let (limit, size, transparent) = (Limit::none(), OnceLock::new(), OnceLock::new());
        Self {
            scenes,
            settings,
            workers,
            encoders,
            limit,
            counts,
            numbers,
            first,
            size,
            transparent,
        }
    }

    /// How pictures of this size are encoded, when a setup is done.
    pub(crate) fn encoding(&self, (width, height): (u32, u32)) -> EncodeSettings {
        let transparent = self.transparent.get().copied().unwrap_or(false);
        EncodeSettings { transparent, ..self.settings.encoding(width, height) }
    }

    /// Another frame is drawn.
    fn count(&self) {
        let drawn = self.counts.drew();
        if self.settings.log_every.is_some_and(|every| drawn.is_multiple_of(every)) {
            tracing::info!(drawn, "frames drawn");
        }
    }
}

impl<'a, P> Pipeline<'a, P> {
    /// Runs setup, and reports what became of it. None: it was of no use, and nothing is wanted any
    /// more.
    pub(crate) fn set_up(
        context: &'a Context<'a, P>,
        worker: usize,
        reports: &Sender<Report>,
    ) -> Option<Self> {
        let (made, result) = match Self::make(context) {
            Ok((pipeline, set_up)) => (Some(pipeline), Ok(set_up)),
            Err(error) => (None, Err(error)),
        };
        let is_as_large = |made: &Self| {
            let size = made.painter.size();
            context.size.get_or_init(|| size) == &size
        };
        let made = made.filter(is_as_large);
        match &made {
            Some(_) => context.counts.set_up(),
            None => context.limit.lower_to(0),
        }
        // Whoever conducts hears it, or has panicked.
        drop(reports.send(Report::SetUp { worker, result }));
        made
    }

    /// Waits for what frame 0 says. False: nothing is wanted any more.
    fn open_by_first(&mut self) -> Result<bool> {
        let Context { scenes, limit, first, .. } = self.context;
        let first = match first {
            Some(row) => row.said(scenes)?,
            None => limit.first(),
        };
        Ok(first.map(|first| self.painter.open(first)).is_some())
    }

    fn make(context: &'a Context<'a, P>) -> Result<(Self, SetUp)> {
        let painter = Painter::new(context.scenes)?;
        let size = painter.size();
        let is_transparent = *context.transparent.get_or_init(|| painter.is_transparent());
        if is_transparent != painter.is_transparent() {
            let message = "a figure is transparent on one worker and opaque on another";
            return Err(Error::Setup { source: message.into() });
        }
        let encode = context.encoding(size);
        let few = context.encoders.choose(&encode)?;
        let set_up = SetUp {
            size,
            encoders: few.map(|(groups, _)| groups),
            pictures: few.map(|(_, pictures)| pictures),
        };
        let preparer = context.encoders.preparer(&encode, painter.background());
        let pipeline = Self {
            context,
            picture: preparer.picture(size),
            preparer,
            painter,
            encode,
            encoded: None,
            changed: Damage::all(size),
        };
        Ok((pipeline, set_up))
    }
}

impl<'a, P> FrameSource<'a, Quiet<P>> for Pipeline<'a, P> {
    fn number(&self, place: usize) -> usize {
        self.context.numbers.of(place)
    }

    fn draw(&mut self, place: usize, row: Quiet<P>) -> Result<bool> {
        let frame = self.number(place);
        if frame > 0 && self.painter.is_open() && !self.open_by_first()? {
            return Ok(false);
        }
        if let Some(first) = self.painter.update(frame, row)? {
            self.context.limit.publish(first.clone());
        }
        if frame > 0 && self.painter.waits() && !self.open_by_first()? {
            return Ok(false);
        }
        let Drawn { pixels, changed } = self.painter.finish(frame)?;
        self.preparer
            .prepare(pixels, changed, &mut self.picture)
            .map_err(|error| in_frame(frame, error))?;
        self.changed.add(changed);
        self.context.count();
        Ok(true)
    }

    fn picture(&self) -> &Prepared {
        &self.picture
    }

    fn open(&self, group: usize) -> Result<Box<dyn GroupEncoder + 'a>> {
        let Context { encoders, counts, .. } = self.context;
        Ok(Box::new(Counted::new(encoders.group(group, &self.encode)?, counts)))
    }

    fn encode(&mut self, encoder: &mut dyn GroupEncoder, frame: usize) -> Result<()> {
        if self.encoded.map(|encoded| encoded + 1) != Some(frame) {
            // The encoder had the picture before from somebody else.
            self.changed.mark_all();
        }
        let number = self.number(frame);
        encode(encoder, (frame, number), &self.picture, &self.changed)?;
        self.encoded = Some(frame);
        self.changed.clear();
        Ok(())
    }

    fn encode_waiting(
        &mut self,
        encoder: &mut dyn GroupEncoder,
        frame: usize,
        picture: &Prepared,
    ) -> Result<()> {
        self.encoded = None;
        self.changed.mark_all();
        encode(encoder, (frame, self.number(frame)), picture, &self.changed)
    }
}

fn encode(
    encoder: &mut dyn GroupEncoder,
    (place, number): (usize, usize),
    picture: &Prepared,
    changed: &Damage,
) -> Result<()> {
    let _span = tracing::debug_span!("encode", frame = number).entered();
    raw_frames::keep(place, picture)?;
    encoder.push(picture, changed).map_err(|error| in_frame(number, error))
}
