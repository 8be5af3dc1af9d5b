//! Pictures of a GIF that is transparent where nothing is.
//!
//! A picture of a GIF cannot make transparent what one before it drew; it can only say that its own
//! rectangle is to be cleared when it has been shown. So a picture has to know the next one: its
//! rectangle reaches over all that the next one has not. What stood in it otherwise is drawn again by the
//! next one, with the same colours as before. A group leaves nothing behind it, so that the next one
//! begins with an empty picture, whoever encodes it; what goes on standing there has the same colours too,
//! since they are those of a grid.

use super::{
    super::{EncodedGroup, GroupEncoder, changes::ChangedArea},
    CLEAR, FrameWriter,
    grid::Grids,
    table::ColorCounts,
};
use crate::{error::Result, picture::Prepared};
use gif::DisposalMethod;
use panim_figure::__private::Damage;

/// What is at least as opaque as this is shown, and nothing else: there is nothing in between.
const OPAQUE: u8 = 128;

/// Encodes one group.
pub(in crate::encode) struct ClearGifGroup {
    size: (u32, u32),
    grids: Grids,
    colors: ColorCounts,
    writer: FrameWriter,
    /// The picture to be encoded when the next one that differs is known.
    waiting: Option<Vec<[u8; 4]>>,
    /// For how many frames more it stays, and may stay.
    stays: usize,
    longest: usize,
    /// The picture before that, and how it is shown.
    before: Vec<[u8; 4]>,
    shown: Vec<[u8; 4]>,
    /// What was cleared behind it.
    cleared: Option<ChangedArea>,
    group: EncodedGroup,
}

impl ClearGifGroup {
    /// With pictures each of which may stay for so many frames, its own among them.
    pub(in crate::encode) fn new(size: (u32, u32), tolerance: u8, longest: usize) -> Result<Self> {
        let nothing = vec![[0; 4]; size.0 as usize * size.1 as usize];
        Ok(Self {
            size,
            grids: Grids::new(tolerance),
            colors: ColorCounts::default(),
            writer: FrameWriter::new(size)?,
            waiting: None,
            stays: 0,
            longest: longest.saturating_sub(1),
            before: nothing.clone(),
            shown: nothing,
            cleared: None,
            group: EncodedGroup::default(),
        })
    }

    /// Encodes a picture, behind which comes another one, or nothing.
    fn encode(&mut self, picture: Vec<[u8; 4]>, next: Option<&[[u8; 4]]>) -> Result<()> {
        let columns = self.size.0 as usize;
        let (mut area, mut clears) = (None, false);
        // which pixels are drawn; the area has those too that the next picture has not
        let mut drawn = vec![false; picture.len()];
        for (y, drawn) in drawn.chunks_mut(columns).enumerate() {
            let row = y * columns..(y + 1) * columns;
            let (is, was) = (&picture[row.clone()], &self.before[row.clone()]);
            let next = next.map(|next| &next[row]);
            let cleared = self.cleared.map_or(0..0, |area| area.columns(y));
            for x in 0..columns {
                if is[x][3] == 0 {
                    continue;
                }
                let goes = next.is_none_or(|next| next[x][3] == 0);
                drawn[x] = is[x] != was[x] || cleared.contains(&x);
                clears |= goes;
                if goes || drawn[x] {
                    ChangedArea::extend(&mut area, x, y);
                }
            }
        }
        let area = area.unwrap_or(ChangedArea::CORNER);

        self.colors.clear();
        let places = || area.places(columns);
        let pixels: Vec<u32> = places()
            .map(|at| match drawn[at] {
                false => ColorCounts::NONE,
                true if picture[at] == self.before[at] => self.colors.fixed(self.shown[at]),
                true => self.colors.number(picture[at]),
            })
            .collect();
        let palette = self.grids.palette(&self.colors);
        let mut indices = Vec::with_capacity(pixels.len());
        for (at, &color) in places().zip(&pixels) {
            if color == ColorCounts::NONE {
                indices.push(CLEAR);
            } else {
                indices.push(palette.index(color));
                self.shown[at] = palette.color(color);
            }
        }
        let dispose = if clears { DisposalMethod::Background } else { DisposalMethod::Keep };
        let bytes = self.writer.write(area, &palette, indices, dispose)?;
        self.group.add_bytes(&bytes, self.group.samples.is_empty());
        (0..std::mem::take(&mut self.stays)).for_each(|_| self.group.add_bytes(&[], false));
        self.cleared = clears.then_some(area);
        self.before = picture;
        Ok(())
    }
}

impl GroupEncoder for ClearGifGroup {
    fn push(&mut self, picture: &Prepared, changed: &Damage) -> Result<()> {
        let may_stay = self.waiting.is_some() && self.stays < self.longest;
        if changed.is_none() && may_stay {
            self.stays += 1;
            return Ok(());
        }
        let pixels = picture.rgba().as_chunks::<4>().0.iter();
        let next: Vec<_> =
            pixels.map(|&[r, g, b, a]| if a < OPAQUE { [0; 4] } else { [r, g, b, 255] }).collect();
        if may_stay && self.waiting.as_ref() == Some(&next) {
            self.stays += 1;
            return Ok(());
        }
        if let Some(picture) = self.waiting.take() {
            self.encode(picture, Some(&next))?;
        }
        self.waiting = Some(next);
        Ok(())
    }

    fn encoded(&self) -> usize {
        self.group.frames()
    }

    fn finish(mut self: Box<Self>) -> Result<EncodedGroup> {
        if let Some(picture) = self.waiting.take() {
            self.encode(picture, None)?;
        }
        Ok(self.group)
    }
}
