//! Which encoder of H.264 a video has. It is chosen once, before the first frame, for all of its groups.

use std::sync::{Mutex, OnceLock, PoisonError};

use super::{EncodeSettings, Gpu, GroupEncoder, Openh264Group, Pool};
use crate::{
    Encoder,
    error::{Error, Result},
    groups::most_groups,
    settings::Settings,
};

/// Why rows have to be cloned under `Auto`, said where they cannot be.
const NOT_CLONE: &str = "the parameters are not `Clone`, so the video could not start again on the \
                         CPU if the GPU failed midway; `Encoder::Gpu` does without";

/// The encoder of a video, or how to choose it.
pub(crate) struct H264Encoders {
    asked: Encoder,
    workers: usize,
    /// How many groups there are to encode at a time.
    most: usize,
    /// A GPU that may become the encoder once the video's size is known.
    gpu: Mutex<Option<Gpu>>,
    chosen: OnceLock<ChosenEncoder>,
}

enum ChosenEncoder {
    /// Openh264; why not the GPU, if that was asked.
    Cpu(Option<String>),
    Gpu(Pool),
    /// The GPU alone would do, and it will not.
    Nothing(String),
}

impl H264Encoders {
    /// Asks for a GPU, unless told not to, for a video of so many workers and at most so many frames;
    /// `again` if it can start again midway.
    pub(crate) fn ask(
        settings: &Settings,
        (workers, frames): (usize, Option<usize>),
        again: bool,
    ) -> Result<Self> {
        let asked = settings.encoder;
        let (gpu, refusal) = match asked {
            Encoder::Cpu => (None, None),
            Encoder::Auto if !cfg!(feature = "nvenc") => (None, None),
            Encoder::Auto => match Gpu::open() {
                Ok(gpu) if again => (Some(gpu), None),
                Ok(_) => (None, Some(NOT_CLONE.into())),
                Err(why) => (None, Some(why)),
            },
            Encoder::Gpu => (Some(Gpu::open().map_err(|message| Error::Gpu { message })?), None),
        };
        let decided = gpu.is_none();
        let groups = frames.map(|frames| most_groups(frames, settings.gop));
        let most = workers.min(groups.unwrap_or(workers));
        let gpu = Mutex::new(gpu);
        let encoders = Self { asked, workers, most, gpu, chosen: OnceLock::new() };
        if decided {
            encoders.chosen.get_or_init(|| encoders.cpu(refusal));
        }
        Ok(encoders)
    }

    /// The CPU, after the GPU failed midway.
    pub(crate) fn after_failure(self, why: String) -> Self {
        tracing::warn!(why, "the GPU failed: the video starts again on the CPU");
        let chosen = OnceLock::from(ChosenEncoder::Cpu(Some(why)));
        Self { chosen, ..self }
    }

    /// Chooses, now that the size is known. For a GPU: how many groups it encodes at a time, and how
    /// many pictures may wait for it.
    pub(crate) fn choose(&self, settings: &EncodeSettings) -> Result<Option<(usize, usize)>> {
        let Self { asked, workers, most, .. } = *self;
        let chosen = self.chosen.get_or_init(|| {
            let gpu = self.gpu.lock().unwrap_or_else(PoisonError::into_inner).take();
            match gpu.map(|gpu| gpu.pool(settings, most)) {
                Some(Ok(pool)) => {
                    let (encoder, sessions) = (ChosenEncoder::NVENC, pool.sessions());
                    tracing::info!(encoder, ?asked, workers, sessions, "encoder chosen");
                    ChosenEncoder::Gpu(pool)
                }
                Some(Err(why)) if asked == Encoder::Gpu => ChosenEncoder::Nothing(why),
                Some(Err(why)) => self.cpu(Some(why)),
                None => self.cpu(None),
            }
        });
        match chosen {
            ChosenEncoder::Cpu(_) => Ok(None),
            ChosenEncoder::Gpu(pool) => Ok(Some((pool.sessions(), pool.waiting_pictures()))),
            ChosenEncoder::Nothing(why) => Err(Error::Gpu { message: why.clone() }),
        }
    }

    fn cpu(&self, refusal: Option<String>) -> ChosenEncoder {
        if let Some(why) = &refusal {
            tracing::warn!(why, "no GPU encodes this video");
        }
        let (asked, workers) = (self.asked, self.workers);
        tracing::info!(encoder = ChosenEncoder::CPU, ?asked, workers, "encoder chosen");
        ChosenEncoder::Cpu(refusal)
    }

    /// Whether the video may yet have to start again, because a GPU fails.
    pub(crate) fn may_start_again(&self) -> bool {
        self.asked == Encoder::Auto && !matches!(self.chosen.get(), Some(ChosenEncoder::Cpu(_)))
    }

    /// An encoder for one group, while no more groups are encoded at a time than was
    /// [chosen](Self::choose).
    pub(crate) fn group(&self, settings: &EncodeSettings) -> Result<Box<dyn GroupEncoder + '_>> {
        match self.chosen.get() {
            Some(ChosenEncoder::Gpu(pool)) => pool.group(),
            _ => Ok(Box::new(Openh264Group::new(settings)?)),
        }
    }

    /// The encoder's name.
    pub(crate) fn name(&self) -> &'static str {
        match self.chosen.get() {
            Some(ChosenEncoder::Gpu(_)) => ChosenEncoder::NVENC,
            _ => ChosenEncoder::CPU,
        }
    }

    /// Why it is not the GPU, if that was asked.
    pub(crate) fn into_refusal(self) -> Option<String> {
        match self.chosen.into_inner() {
            Some(ChosenEncoder::Cpu(refusal)) => refusal,
            _ => None,
        }
    }
}

impl ChosenEncoder {
    const CPU: &'static str = "openh264";
    const NVENC: &'static str = "nvenc";
}
