//! What the cells of an image are.

use crate::{FigureError, Picture, base::rows::Matrix};
use std::sync::Arc;

#[derive(Debug, Clone)]
pub(super) enum Content {
    Values(Matrix),
    Pixels { size: (usize, usize), channels: usize, bytes: usize, pixels: Arc<[[u8; 4]]> },
}

impl Content {
    /// Of 3 or 4 bytes each.
    pub(super) fn pixels(size: (usize, usize), channels: usize, bytes: &[u8]) -> Self {
        let pixel =
            |pixel: &[u8]| [pixel[0], pixel[1], pixel[2], pixel.get(3).copied().unwrap_or(255)];
        let pixels = bytes.chunks_exact(channels).map(pixel).collect();
        Self::Pixels { size, channels, bytes: bytes.len(), pixels }
    }

    pub(super) fn of(picture: &Picture) -> Self {
        let size = [picture.width(), picture.height()].map(|side| side as usize);
        Self::pixels(size.into(), 4, picture.rgba())
    }

    /// Columns and rows.
    pub(super) fn size(&self) -> (usize, usize) {
        match self {
            Self::Values(rows) => rows.size(),
            Self::Pixels { size, .. } => *size,
        }
    }

    /// Refuses rows of different lengths, and bytes that are not those of the pixels.
    pub(super) fn check(&self) -> Result<(), FigureError> {
        match self {
            Self::Values(rows) => {
                rows.check_even("Image", "rows")?;
                self.check_cells("rows")
            }
            Self::Pixels { size: (width, height), channels, bytes, .. } => {
                let wanted = width.checked_mul(*height).and_then(|n| n.checked_mul(*channels));
                if wanted == Some(*bytes) {
                    return self.check_cells("bytes");
                }
                let message = format!(
                    "has {bytes} bytes; {width}x{height} pixels of {channels} bytes have {}",
                    wanted.map_or("too many".into(), |wanted| wanted.to_string())
                );
                Err(FigureError::new("Image", "bytes", message))
            }
        }
    }

    fn check_cells(&self, argument: &'static str) -> Result<(), FigureError> {
        let (columns, rows) = self.size();
        if (columns > 0) == (rows > 0) {
            return Ok(());
        }
        let message = format!("{columns}x{rows} cells show nothing; `Image::empty` has 0x0");
        Err(FigureError::new("Image", argument, message))
    }
}
