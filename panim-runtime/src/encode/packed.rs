//! Pictures that wait, in less memory.

/// A picture that waits: in runs of one colour, where these are few, as in most plots.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PackedPicture {
    Runs(Vec<(u32, [u8; 4])>),
    Pixels(Vec<u8>),
}

impl PackedPicture {
    pub(crate) fn of(rgba: &[u8]) -> Self {
        let pixels = rgba.as_chunks::<4>().0;
        let mut runs: Vec<(u32, [u8; 4])> = Vec::new();
        for run in pixels.chunk_by(|a, b| a == b) {
            if 2 * runs.len() > pixels.len() {
                return Self::Pixels(rgba.to_vec());
            }
            runs.push((run.len() as u32, run[0]));
        }
        Self::Runs(runs)
    }

    pub(super) fn unpack(self) -> Vec<u8> {
        match self {
            Self::Runs(runs) => {
                let pixels = runs.iter().map(|(length, _)| *length as usize).sum::<usize>();
                let mut rgba = Vec::with_capacity(4 * pixels);
                for (length, pixel) in runs {
                    rgba.extend(std::iter::repeat_n(pixel, length as usize).flatten());
                }
                rgba
            }
            Self::Pixels(rgba) => rgba,
        }
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Runs(runs) => {
                let run = |(length, pixel): &(u32, [u8; 4])| {
                    length.to_le_bytes().into_iter().chain(*pixel)
                };
                std::iter::once(RUNS).chain(runs.iter().flat_map(run)).collect()
            }
            Self::Pixels(rgba) => [&[PIXELS], &rgba[..]].concat(),
        }
    }

    /// None: the bytes are not of one.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        match bytes.split_first()? {
            (&RUNS, runs) => {
                let (runs, rest) = runs.as_chunks::<8>();
                let run =
                    |&[a, b, c, d, pixel @ ..]: &[u8; 8]| (u32::from_le_bytes([a, b, c, d]), pixel);
                rest.is_empty().then(|| Self::Runs(runs.iter().map(run).collect()))
            }
            (&PIXELS, rgba) => Some(Self::Pixels(rgba.to_vec())),
            _ => None,
        }
    }
}

/// The first byte of each kind.
const RUNS: u8 = 1;
const PIXELS: u8 = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_that_wait_come_back_as_they_were() {
        let flat = [1, 2, 3, 255].repeat(1000);
        let noise: Vec<u8> = (0..4000_u32).map(|i| (i * 7919 / 8) as u8).collect();
        assert!(matches!(PackedPicture::of(&flat), PackedPicture::Runs(runs) if runs.len() == 1));
        assert!(matches!(PackedPicture::of(&noise), PackedPicture::Pixels(_)));
        for picture in [flat, noise, Vec::new()] {
            let packed = PackedPicture::of(&picture);
            assert_eq!(PackedPicture::read(&packed.to_bytes()), Some(packed.clone()));
            assert_eq!(packed.unpack(), picture);
        }
    }
}
