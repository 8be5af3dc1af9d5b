//! One worker: takes groups from the board, draws, converts and encodes their frames; draws ahead
//! for others when no group is left to take, or none may be taken for want of encoders.

use crate::{
    Error, Result,
    board::{Board, Step, Task, Ticket, Undrawn},
    caught::Quiet,
    encode::{EncodeSettings, EncodedGroup, Encoders, GroupEncoder},
    painter::{Drawn, Painter, Scenes},
    progress::Counts,
    raw_frames,
    settings::Settings,
    setups::Setups,
    size::check_size,
    yuv::{Converter, I420},
};
use panim_figure::Damage;
use std::sync::mpsc::Sender;

/// What all workers share.
pub(crate) struct Workshop<'a, A, P> {
    scenes: &'a Scenes<'a, A, P>,
    pub(crate) settings: &'a Settings,
    pub(crate) workers: usize,
    pub(crate) encoders: Encoders,
    pub(crate) board: Board<Quiet<P>, I420>,
    setups: Setups,
    counts: &'a Counts,
}

/// A group that is ready to be written.
pub(crate) struct Done {
    pub(crate) index: usize,
    pub(crate) group: EncodedGroup,
    pub(crate) settings: EncodeSettings,
}

pub(crate) struct Worker<'a, A, P> {
    shop: &'a Workshop<'a, A, P>,
    done: Sender<Done>,
    camera: Camera<'a, A, P>,
    encode: EncodeSettings,
    own: Option<Own<'a>>,
}

/// The group that a worker owns.
struct Own<'a> {
    ticket: Ticket,
    encoder: Box<dyn GroupEncoder + 'a>,
    /// How many of its frames are counted as encoded.
    counted: usize,
    span: tracing::Span,
}

/// Draws frames and converts them.
struct Camera<'a, A, P> {
    shop: &'a Workshop<'a, A, P>,
    painter: Painter<'a, A, P>,
    converter: Converter,
    /// The frame drawn last.
    picture: I420,
    /// What it may differ in from the picture encoded last.
    changed: Damage,
}

impl<'a, A, P> Workshop<'a, A, P> {
    pub(crate) fn new(
        scenes: &'a Scenes<'a, A, P>,
        workers: usize,
        encoders: Encoders,
        counts: &'a Counts,
    ) -> Self {
        Self {
            scenes,
            settings: scenes.settings,
            workers,
            encoders,
            // So that every worker can draw ahead while what it drew before waits for its owner.
            board: Board::new(2 * workers),
            setups: Setups::new(workers),
            counts,
        }
    }

    /// Every worker has left: what failed is final. What stopped the conductor itself, such as a
    /// cancel, comes before a failing frame: what it had written until then was whole.
    pub(crate) fn close(self, conducted: Result<()>) -> (Encoders, Result<()>) {
        let failed = |failure: Option<Error>| failure.map_or(Ok(()), Err);
        let ended = failed(self.setups.into_failure())
            .and(conducted)
            .and_then(|()| failed(self.board.into_failure()));
        (self.encoders, ended)
    }

    /// Another frame is drawn.
    fn count(&self) {
        let drawn = self.counts.drew();
        if self.settings.log_every.is_some_and(|every| drawn.is_multiple_of(every)) {
            tracing::info!(drawn, "frames drawn");
        }
    }
}

impl<A, P> Camera<'_, A, P> {
    /// False: nobody wants the frame any more.
    fn take(&mut self, undrawn: Undrawn<Quiet<P>>) -> Result<bool> {
        let Undrawn { frame, row } = undrawn;
        if frame > 0 && self.painter.is_open() && !self.open(frame) {
            return Ok(false);
        }
        if let Some(first) = self.painter.update(frame, row)? {
            self.shop.board.open(first.clone());
        }
        if frame > 0 && self.painter.waits() && !self.open(frame) {
            return Ok(false);
        }
        let Drawn { pixels, changed } = self.painter.finish(frame)?;
        self.converter
            .convert(pixels, changed, &mut self.picture)
            .map_err(|error| in_frame(frame, error))?;
        self.changed.add(changed);
        self.shop.count();
        Ok(true)
    }

    /// Waits for what frame 0 says. False: nobody wants this frame any more.
    fn open(&mut self, frame: usize) -> bool {
        let first = self.shop.board.first(frame);
        first.map(|first| self.painter.open(first)).is_some()
    }

    /// Encodes the frame taken last.
    fn encode(&mut self, encoder: &mut dyn GroupEncoder, frame: usize) -> Result<()> {
        encode(encoder, frame, &self.picture, &self.changed)?;
        self.changed.clear();
        Ok(())
    }

    /// Encodes a picture that was taken elsewhere.
    fn encode_other(
        &mut self,
        encoder: &mut dyn GroupEncoder,
        frame: usize,
        picture: &I420,
    ) -> Result<()> {
        self.changed.mark_all();
        encode(encoder, frame, picture, &self.changed)
    }
}

impl<'a, A, P> Worker<'a, A, P> {
    /// Runs setup. None: it was of no use, and the board is stopped.
    pub(crate) fn new(
        shop: &'a Workshop<'a, A, P>,
        number: usize,
        done: Sender<Done>,
    ) -> Option<Self> {
        let Workshop { scenes, settings, encoders, board, setups, counts, .. } = shop;
        let painter = Painter::new(scenes).and_then(|painter| {
            let (width, height) = painter.size();
            check_size("size", width, height).map(|()| painter)
        });
        let painter = match painter {
            Ok(painter) if setups.ready(number, painter.size()) => painter,
            made => {
                if let Err(error) = made {
                    setups.failed(number, error);
                }
                board.stop();
                return None;
            }
        };
        let (width, height) = painter.size();
        let encode = settings.encoding(width, height);
        match encoders.choose(&encode) {
            Ok(None) => {}
            Ok(Some((groups, pictures))) => board.limit(groups, pictures),
            Err(error) => {
                setups.failed(number, error);
                board.stop();
                return None;
            }
        }
        let converter = Converter::new(width, height, painter.background());
        counts.set_up();
        Some(Self {
            shop,
            done,
            camera: Camera {
                shop,
                painter,
                converter,
                picture: I420::new(width, height),
                changed: Damage::all((width, height)),
            },
            encode,
            own: None,
        })
    }

    /// Takes a group, or draws or encodes one frame. False: there is nothing to do any more.
    pub(crate) fn step(&mut self) -> bool {
        if let Some(own) = self.own.take() {
            self.own = self.go_on(own);
            return true;
        }
        match self.shop.board.next_task() {
            Some(Task::Group(ticket)) => self.own = self.begin(ticket),
            Some(Task::DrawAhead(undrawn, buffer)) => self.draw_ahead(undrawn, buffer),
            None => return false,
        }
        true
    }

    fn begin(&self, ticket: Ticket) -> Option<Own<'a>> {
        let Ticket { index, first, frames } = ticket;
        let span = tracing::debug_span!("group", index, first, frames);
        let entered = span.enter();
        let shop = self.shop;
        match shop.encoders.group(&self.encode) {
            Ok(encoder) => {
                drop(entered);
                Some(Own { ticket, encoder, counted: 0, span })
            }
            Err(error) => {
                shop.board.fail(first, in_frame(first, error));
                None
            }
        }
    }

    /// The next step of the group. None: it is complete, or not wanted any more.
    fn go_on(&mut self, mut own: Own<'a>) -> Option<Own<'a>> {
        let _span = own.span.clone().entered();
        let board = &self.shop.board;
        match board.next_step(own.ticket) {
            Step::Draw(undrawn) => {
                let frame = undrawn.frame;
                let taken = self.camera.take(undrawn);
                let encoded = taken.and_then(|is_taken| match is_taken {
                    true => self.camera.encode(&mut *own.encoder, frame),
                    false => Ok(()),
                });
                if let Err(error) = encoded {
                    board.fail(frame, error);
                }
            }
            Step::Encode(frame, picture) => {
                let encoded = self.camera.encode_other(&mut *own.encoder, frame, &picture);
                board.give_back(picture);
                if let Err(error) = encoded {
                    board.fail(frame, error);
                }
            }
            Step::DrawAhead(undrawn, buffer) => self.draw_ahead(undrawn, buffer),
            Step::Unwanted => return None,
            Step::Done => {
                self.hand_in(own);
                return None;
            }
        }
        let encoded = own.encoder.encoded();
        self.shop.counts.encoded(encoded - own.counted);
        own.counted = encoded;
        Some(own)
    }

    fn hand_in(&self, own: Own<'_>) {
        let Ticket { index, first, frames } = own.ticket;
        let settings = self.encode.clone();
        match own.encoder.finish() {
            Ok(group) => {
                self.shop.counts.encoded(group.frames() - own.counted);
                // After a cancel nobody listens any more.
                drop(self.done.send(Done { index, group, settings }));
            }
            Err(error) => {
                let last = first + frames - 1;
                self.shop.board.fail(last, in_frame(last, error));
            }
        }
    }

    fn draw_ahead(&mut self, undrawn: Undrawn<Quiet<P>>, buffer: Option<I420>) {
        let board = &self.shop.board;
        let frame = undrawn.frame;
        let EncodeSettings { width, height, .. } = self.encode;
        let mut buffer = buffer.unwrap_or_else(|| I420::new(width, height));
        match self.camera.take(undrawn) {
            Ok(true) => {
                buffer.copy_from(&self.camera.picture);
                board.hand_over(frame, buffer);
            }
            Ok(false) => board.give_back(buffer),
            Err(error) => {
                board.fail(frame, error);
                board.give_back(buffer);
            }
        }
    }
}

fn encode(
    encoder: &mut dyn GroupEncoder,
    frame: usize,
    picture: &I420,
    changed: &Damage,
) -> Result<()> {
    let _span = tracing::debug_span!("encode", frame).entered();
    raw_frames::keep(frame, picture)?;
    encoder.push(picture, changed).map_err(|error| in_frame(frame, error))
}

fn in_frame(frame: usize, error: Error) -> Error {
    Error::Frame { frame, source: error.into() }
}
