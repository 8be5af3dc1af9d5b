//! The encoders of a render: what its format is encoded with.

use super::{
    EncodeSettings, EncodedGroup, GroupEncoder, H264Encoders,
    changes::{ChangesGroup, Joints, encode_joint},
    gif::{ClearGifGroup, GifEncoder},
    png::{ApngEncoder, PngGroup},
};
use crate::{
    delay::{apng as apng_delay, gif as gif_delay},
    error::{Error, Result},
    output::OutputFormat,
    picture::Preparer,
    settings::Settings,
    size::check_size,
    yuv::Converter,
};

/// Colours in a GIF are off by so much for each step of the quality, at most: 5 by default.
const TOLERANCE: u8 = 4;

/// What encodes the groups of a render.
pub(crate) enum Encoders {
    H264(H264Encoders),
    Gif(Joints),
    Apng(Joints),
    Png,
}

impl Encoders {
    /// For a render of so many workers and at most so many frames; `again` if it can start again
    /// midway, `apart` if its groups are kept apart from each other.
    pub(crate) fn ask(
        format: &OutputFormat,
        settings: &Settings,
        workers: (usize, Option<usize>),
        again: bool,
        apart: bool,
    ) -> Result<Self> {
        let joints = || if apart { Joints::apart() } else { Joints::default() };
        let encoders = match format {
            OutputFormat::Mp4 => {
                return H264Encoders::ask(settings, workers, again).map(Self::H264);
            }
            OutputFormat::Gif => Self::Gif(joints()),
            OutputFormat::Apng => Self::Apng(joints()),
            OutputFormat::Sequence(_) => Self::Png,
        };
        let (encoder, workers) = (encoders.name(), workers.0);
        tracing::info!(encoder, workers, "encoder chosen");
        Ok(encoders)
    }

    /// The CPU, after the GPU failed midway.
    pub(crate) fn after_failure(self, why: String) -> Self {
        match self {
            Self::H264(encoders) => Self::H264(encoders.after_failure(why)),
            others => others,
        }
    }

    /// Now that it is known what setup made: whether it can be encoded. For a GPU: how many groups it
    /// encodes at a time, and how many pictures may wait for it.
    pub(crate) fn choose(&self, settings: &EncodeSettings) -> Result<Option<(usize, usize)>> {
        let Self::H264(encoders) = self else { return Ok(None) };
        check_size("size", settings.width, settings.height)?;
        if settings.transparent {
            return Err(Error::argument(
                "render",
                "the figure's background is transparent, which an MP4 cannot be; allowed: an opaque \
                 one, such as `fig.set_background(\"white\")`, or a `.gif` or `.png`",
            ));
        }
        encoders.choose(settings)
    }

    /// What makes pictures for them of frames on this background.
    pub(crate) fn preparer(&self, settings: &EncodeSettings, background: [u8; 3]) -> Preparer {
        match self {
            Self::H264(_) => {
                Preparer::Yuv(Converter::new(settings.width, settings.height, background))
            }
            Self::Gif(_) | Self::Apng(_) | Self::Png => Preparer::Rgba,
        }
    }

    /// Whether the video may yet have to start again, because a GPU fails.
    pub(crate) fn may_start_again(&self) -> bool {
        matches!(self, Self::H264(encoders) if encoders.may_start_again())
    }

    /// An encoder for the group of this number, while no more groups are encoded at a time than was
    /// [chosen](Self::choose).
    pub(crate) fn group(
        &self,
        index: usize,
        settings: &EncodeSettings,
    ) -> Result<Box<dyn GroupEncoder + '_>> {
        let EncodeSettings { width, height, quality, transparent, .. } = *settings;
        let size = (width, height);
        match self {
            Self::H264(encoders) => encoders.group(settings),
            Self::Gif(_) if transparent => {
                let longest = gif_delay::most_frames(settings.fps);
                Ok(Box::new(ClearGifGroup::new(size, quality / TOLERANCE, longest)?))
            }
            Self::Gif(joints) => {
                let (joint, longest) = ((joints, index), gif_delay::most_frames(settings.fps));
                Ok(Box::new(ChangesGroup::new(gif(settings)?, joint, size, longest)))
            }
            Self::Apng(joints) => {
                let (joint, longest) = ((joints, index), apng_delay::most_frames(settings.fps));
                Ok(Box::new(ChangesGroup::new(apng(settings), joint, size, longest)))
            }
            Self::Png => Ok(Box::new(PngGroup::new(size, transparent))),
        }
    }

    /// Adds what was not known to a group of this number before the one before it was complete, which
    /// it is.
    pub(crate) fn complete(
        &self,
        index: usize,
        group: &mut EncodedGroup,
        settings: &EncodeSettings,
    ) -> Result<()> {
        let size = (settings.width, settings.height);
        match self {
            Self::Gif(joints) => joints.complete(index, group, |before, picture| {
                encode_joint(&mut gif(settings)?, before, picture, size)
            }),
            Self::Apng(joints) => joints.complete(index, group, |before, picture| {
                encode_joint(&mut apng(settings), before, picture, size)
            }),
            Self::H264(_) | Self::Png => Ok(()),
        }
    }

    /// The encoder's name.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::H264(encoders) => encoders.name(),
            Self::Gif(_) => "gif",
            Self::Apng(_) => "apng",
            Self::Png => "png",
        }
    }

    /// Why it is not the GPU, if that was asked.
    pub(crate) fn into_refusal(self) -> Option<String> {
        match self {
            Self::H264(encoders) => encoders.into_refusal(),
            _ => None,
        }
    }
}

fn gif(settings: &EncodeSettings) -> Result<GifEncoder> {
    let EncodeSettings { width, height, quality, dither, .. } = *settings;
    GifEncoder::new((width, height), quality / TOLERANCE, dither)
}

fn apng(settings: &EncodeSettings) -> ApngEncoder {
    ApngEncoder::new((settings.width, settings.height), settings.transparent)
}
