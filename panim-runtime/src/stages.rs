//! The stages of a frame's way one by one, so that each can be measured alone. Not public API.

use crate::{
    Result,
    encode::{EncodeSettings, GroupEncoder},
    settings::Settings,
    yuv::{Converter, I420},
};
use panim_figure::Damage;

/// Conversion and encoding of pictures of one size, with the builder's defaults.
pub struct Stages {
    settings: EncodeSettings,
    converter: Converter,
    picture: I420,
}

/// Pictures that are ready to be encoded.
pub struct Converted(Vec<I420>);

impl Stages {
    /// For pictures of this size, on white.
    pub fn new(width: u32, height: u32) -> Self {
        Self {
            settings: Settings::default().encoding(width, height),
            converter: Converter::new(width, height, [255; 3]),
            picture: I420::new(width, height),
        }
    }

    /// Converts one picture, RGBA.
    pub fn convert(&mut self, rgba: &[u8]) -> Result<()> {
        self.converter.convert(rgba, &self.all(), &mut self.picture)
    }

    /// Converts pictures and keeps them.
    pub fn converted<'p>(
        &mut self,
        pictures: impl IntoIterator<Item = &'p [u8]>,
    ) -> Result<Converted> {
        let all = self.all();
        let convert = |rgba| {
            let mut picture = self.picture.clone();
            self.converter.convert(rgba, &all, &mut picture).map(|()| picture)
        };
        pictures.into_iter().map(convert).collect::<Result<_>>().map(Converted)
    }

    fn all(&self) -> Damage {
        Damage::all((self.settings.width, self.settings.height))
    }

    /// Encodes pictures as one group and says how many bytes they took.
    pub fn encode(&self, pictures: &Converted) -> Result<usize> {
        let mut encoder = GroupEncoder::new(&self.settings)?;
        pictures.0.iter().try_for_each(|picture| encoder.push(picture))?;
        Ok(encoder.finish().data.len())
    }
}
