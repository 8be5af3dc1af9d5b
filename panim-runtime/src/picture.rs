//! A frame between the painter and an encoder, as the encoders of its format take it.

use crate::{
    error::Result,
    yuv::{Converter, I420},
};
use panim_figure::__private::Damage;

/// A frame, ready to be encoded.
#[derive(Clone)]
pub(crate) enum Prepared {
    /// For H.264.
    Yuv(I420),
    /// For formats that keep pixels as they are: four bytes a pixel, row by row from the top.
    Rgba(Vec<u8>),
}

impl Prepared {
    /// The picture for an encoder of H.264, to which no other is given.
    #[cfg(feature = "video")]
    pub(crate) fn yuv(&self) -> &I420 {
        match self {
            Self::Yuv(picture) => picture,
            Self::Rgba(_) => unreachable!("pictures for H.264 are converted"),
        }
    }

    /// The pixels for any other encoder, to which no other picture is given.
    pub(crate) fn rgba(&self) -> &[u8] {
        match self {
            Self::Rgba(pixels) => pixels,
            Self::Yuv(_) => unreachable!("pixels are kept as they are"),
        }
    }

    /// Becomes the same as another picture of the same kind and size.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        match (self, other) {
            (Self::Yuv(picture), Self::Yuv(other)) => picture.copy_from(other),
            (Self::Rgba(pixels), Self::Rgba(other)) => pixels.clone_from(other),
            (picture, other) => picture.clone_from(other),
        }
    }
}

impl From<I420> for Prepared {
    fn from(picture: I420) -> Self {
        Self::Yuv(picture)
    }
}

/// Makes pictures of one kind and size of what is drawn.
pub(crate) enum Preparer {
    Yuv(Converter),
    Rgba,
}

impl Preparer {
    /// A picture to prepare frames in.
    pub(crate) fn picture(&self, (width, height): (u32, u32)) -> Prepared {
        match self {
            Self::Yuv(_) => I420::new(width, height).into(),
            Self::Rgba => Prepared::Rgba(vec![0; width as usize * height as usize * 4]),
        }
    }

    /// Takes over what has `changed` of RGBA pixels since they were prepared in this picture last.
    pub(crate) fn prepare(
        &mut self,
        rgba: &[u8],
        changed: &Damage,
        into: &mut Prepared,
    ) -> Result<()> {
        match (self, into) {
            (Self::Yuv(converter), Prepared::Yuv(picture)) => {
                converter.convert(rgba, changed, picture)
            }
            (_, Prepared::Rgba(pixels)) => {
                changed.copy(rgba, pixels);
                Ok(())
            }
            (Self::Rgba, Prepared::Yuv(_)) => unreachable!("the picture is the preparer's own"),
        }
    }
}
