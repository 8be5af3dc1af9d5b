//! The stages of a frame's path one by one, so that each can be measured alone. Not public API.

use crate::{
    Result,
    encode::{EncodeSettings, EncodedGroup, GroupEncoder, Openh264Group},
    mux::{Container, Mp4},
    output::Target,
    painter::Drawn,
    picture::Prepared,
    settings::Settings,
    yuv::{Converter, I420},
};
use panim_figure::__private::Damage;
use std::path::Path;

/// Conversion and encoding of pictures of one size, with the builder's defaults.
pub struct Stages {
    settings: EncodeSettings,
    converter: Converter,
    picture: I420,
}

/// Pictures that are ready to be encoded.
#[derive(Default)]
pub struct Converted(Vec<(Prepared, Damage)>);

/// Pictures that were encoded as one group.
pub struct Encoded(EncodedGroup);

impl Converted {
    /// Adds other pictures after these.
    pub fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }
}

impl Stages {
    /// For pictures of this size, on white.
    pub fn new(width: u32, height: u32) -> Self {
        Self {
            settings: Settings::default().encoding(width, height),
            converter: Converter::new(width, height, [255; 3]),
            picture: I420::new(width, height),
        }
    }

    /// Converts what has changed of a picture.
    pub fn convert(&mut self, drawn: Drawn<'_>) -> Result<()> {
        self.converter.convert(drawn.pixels, drawn.changed, &mut self.picture)
    }

    /// The same, and keeps the picture.
    pub fn converted(&mut self, drawn: Drawn<'_>) -> Result<Converted> {
        self.convert(drawn)?;
        Ok(Converted(vec![(self.picture.clone().into(), drawn.changed.clone())]))
    }

    /// Encodes pictures as one group.
    pub fn encode(&self, pictures: &Converted) -> Result<Encoded> {
        let mut encoder = Box::new(Openh264Group::new(&self.settings)?);
        pictures.0.iter().try_for_each(|(picture, changed)| encoder.push(picture, changed))?;
        Ok(Encoded(encoder.finish()?))
    }

    /// Writes a video that is one group over and over, and says how many bytes its file has.
    pub fn mux(&self, path: &Path, group: &Encoded, times: usize) -> Result<u64> {
        let mut mux = Mp4::create(&Target::of(path, "path")?, &[])?;
        (0..times).try_for_each(|_| mux.write(&group.0, &self.settings))?;
        Ok(Box::new(mux).finish()?.bytes)
    }
}
