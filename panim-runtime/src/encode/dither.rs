//! Makes the encoder look at what changed: a dither too faint to be encoded; and says how much changed.
//!
//! OpenH264 leaves a block as it was in the picture before ("skips" it) if the sum of its errors is
//! below that of a skipped neighbour, and then asks no further (`WelsMdPSkipEnc` in its
//! `svc_base_layer_md.cpp`). Beside a block of text, whose many small errors add up, a single pixel
//! that changed from black to white is not enough, and stays wrong until the next keyframe: a ghost.
//!
//! So wherever a pixel of a block has clearly changed, the rest of that block, where it is as it was
//! or almost, is raised and lowered by a level or two. That adds to the sum, and the encoder goes on
//! to transform and quantize what is different: the change remains, and the dither, whose pattern has
//! small coefficients only, is rounded to nothing.

use crate::yuv::I420;
use panim_figure::__private::{Damage, Part};

/// A block: what the encoder skips or does not.
const BLOCK: usize = 16;

/// A block in the planes of chroma.
const HALF: usize = BLOCK / 2;

/// What it transforms.
const CELL: usize = 4;

/// A change of luma that must not be overlooked. Smaller ones add up until they are this large.
const NOTICEABLE: u8 = 32;

/// How strong the dither is, as a part of the quantizer's step. The encoder rounds coefficients
/// below five sixths of a step to nothing, and some of that room is taken by what is there already.
const PART_OF_STEP: f64 = 0.36;

/// What changed by no more than this part of a step stands almost still. Such changes are rounded to
/// nothing, too, mostly; where they are all over a block, leaving them out would leave little of it.
const ALMOST_STILL: f64 = 0.85;

/// Luma has this much room above and below its range.
const STRONGEST: f64 = 15.0;

/// Where to raise (1) and to lower (0), row by row: of all patterns that leave a cell as bright as
/// it was, one of those whose largest coefficient is the smallest.
const PATTERN: [[u8; CELL]; CELL] = [[1, 0, 1, 1], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 0]];

/// Dithers a group's pictures, one after the other. What it does follows from them only.
#[derive(Default)]
pub(super) struct Dither {
    past: Option<Past>,
    #[cfg(test)]
    is_off: bool,
}

struct Past {
    /// The picture as it was given to the encoder.
    given: I420,
    /// The luma of each block as it was when the encoder last had to look at it.
    sure: Vec<u8>,
    /// The corners of the blocks in which the picture that was given is dithered.
    dithered: Vec<(usize, usize)>,
}

impl Dither {
    /// How many of a picture's blocks differ from the one before, and how many it has; `changed` since
    /// that one, at most. None of a group's first picture.
    pub(super) fn moving(&mut self, picture: &I420, changed: &Damage) -> Option<(usize, usize)> {
        let past = self.past.as_mut().filter(|past| past.given.size() == picture.size())?;
        past.undo();
        let corners = changed.parts().flat_map(corners);
        let moving = corners.filter(|&corner| !past.is_same(picture, corner)).count();
        let [across, down] = [picture.width(), picture.height()].map(|n| n as usize);
        Some((moving, across.div_ceil(BLOCK) * down.div_ceil(BLOCK)))
    }

    /// The group's next picture, as it is to be encoded with this quantizer; `changed` since the one
    /// before, at most.
    pub(super) fn apply<'p>(
        &'p mut self,
        picture: &'p I420,
        changed: &Damage,
        quantizer: u8,
    ) -> &'p I420 {
        match self.past.take().filter(|past| past.given.size() == picture.size()) {
            Some(mut past) => {
                past.follow(picture, changed, self.levels(quantizer));
                &self.past.insert(past).given
            }
            None => {
                let (given, sure) = (picture.clone(), picture.planes()[0].to_vec());
                self.past = Some(Past { given, sure, dithered: Vec::new() });
                picture
            }
        }
    }

    fn levels(&self, quantizer: u8) -> DitherLevels {
        let levels = DitherLevels::of(quantizer);
        #[cfg(test)]
        if self.is_off {
            return DitherLevels { strength: 0, ..levels };
        }
        levels
    }
}

/// Levels of luma that follow from a quantizer.
#[derive(Clone, Copy, Debug, PartialEq)]
struct DitherLevels {
    /// By how much the dither raises and lowers.
    strength: u8,
    /// The largest change of what stands almost still.
    still: u8,
}

impl DitherLevels {
    fn of(quantizer: u8) -> Self {
        let step = 2.0_f64.powf((f64::from(quantizer) - 4.0) / 6.0);
        let strength = (PART_OF_STEP * step).min(STRONGEST) as u8;
        Self { strength, still: ((ALMOST_STILL * step) as u8).min(NOTICEABLE - 1) }
    }
}

/// The corners of the blocks in a part, which begins where blocks begin.
fn corners(part: Part) -> impl Iterator<Item = (usize, usize)> {
    let rows = (part.y..part.y + part.height).step_by(BLOCK);
    rows.flat_map(move |y| {
        let columns = (part.x..part.x + part.width).step_by(BLOCK);
        columns.map(move |x| (x as usize, y as usize))
    })
}

impl Past {
    /// What has not changed is not looked at: it was, when it last changed.
    fn follow(&mut self, picture: &I420, changed: &Damage, levels: DitherLevels) {
        self.undo();
        for part in changed.parts() {
            self.copy(picture, part);
            if levels.strength == 0 {
                continue;
            }
            for corner in corners(part) {
                if self.dither(picture, corner, levels) {
                    self.dithered.push(corner);
                }
            }
        }
    }

    /// Gives the part as it is.
    fn copy(&mut self, picture: &I420, part: Part) {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let [left, top] = [part.x, part.y].map(|place| place as usize);
        // an odd picture was completed by a column and a row
        let right = (left + part.width as usize).next_multiple_of(2).min(width);
        let bottom = (top + part.height as usize).next_multiple_of(2).min(height);
        let planes = picture.planes().into_iter().zip(self.given.planes_mut());
        for ((from, to), scale) in planes.zip([1, 2, 2]) {
            for row in top / scale..bottom / scale {
                let start = row * (width / scale);
                let place = start + left / scale..start + right / scale;
                to[place.clone()].copy_from_slice(&from[place]);
            }
        }
    }

    /// Makes what was given the picture as it was drawn.
    fn undo(&mut self) {
        let (width, height) = (self.given.width() as usize, self.given.height() as usize);
        let [given, ..] = self.given.planes_mut();
        for (left, top) in self.dithered.drain(..) {
            for y in top..height.min(top + BLOCK) {
                let row = y * width + left..y * width + width.min(left + BLOCK);
                given[row.clone()].copy_from_slice(&self.sure[row]);
            }
        }
    }

    /// Whether the block with its corner there is as in the picture that was given.
    fn is_same(&self, picture: &I420, (left, top): (usize, usize)) -> bool {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let (right, bottom) = (width.min(left + BLOCK), height.min(top + BLOCK));
        let mut planes = picture.planes().into_iter().zip(self.given.planes()).zip([1, 2, 2]);
        planes.all(|((new, given), scale)| {
            (top / scale..bottom / scale).all(|row| {
                let start = row * (width / scale);
                let place = start + left / scale..start + right / scale;
                let (new, given) = (&new[place.clone()], &given[place]);
                // of a length that is known, so that it takes an instruction or two
                match new.len() {
                    BLOCK => new.first_chunk::<BLOCK>() == given.first_chunk(),
                    HALF => new.first_chunk::<HALF>() == given.first_chunk(),
                    _ => new == given,
                }
            })
        })
    }

    /// Dithers the block with its corner there, if its change must not be overlooked.
    fn dither(
        &mut self,
        picture: &I420,
        (left, top): (usize, usize),
        levels: DitherLevels,
    ) -> bool {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let new = picture.planes()[0];
        let columns = left..width.min(left + BLOCK);
        let place = |y: usize| y * width + columns.start..y * width + columns.end;
        let rows = top..height.min(top + BLOCK);
        let mut change = Change::default();
        for y in rows.clone() {
            change.see(y - top, row(&new[place(y)]), row(&self.sure[place(y)]));
        }
        if change.most() < NOTICEABLE {
            return false;
        }
        let [given, ..] = self.given.planes_mut();
        for y in rows {
            let still = change.still(y - top, levels.still);
            for (x, value) in given[place(y)].iter_mut().enumerate() {
                if still[x / CELL] {
                    *value = match PATTERN[y % CELL][x % CELL] {
                        1 => value.saturating_add(levels.strength),
                        _ => value.saturating_sub(levels.strength),
                    };
                }
            }
            self.sure[place(y)].copy_from_slice(&new[place(y)]);
        }
        true
    }
}

/// A row of a block, which the picture may have cut off.
#[inline(always)]
fn row(pixels: &[u8]) -> [u8; BLOCK] {
    pixels.try_into().unwrap_or_else(|_| {
        let mut row = [0; BLOCK];
        row[..pixels.len()].copy_from_slice(pixels);
        row
    })
}

/// What changed in a block: the largest difference in each column of each row of cells.
#[derive(Default)]
struct Change([[u8; BLOCK]; BLOCK / CELL]);

impl Change {
    /// Row `y` of the block. Without a choice, so that it takes a few instructions.
    #[inline(always)]
    fn see(&mut self, y: usize, new: [u8; BLOCK], old: [u8; BLOCK]) {
        for ((most, new), old) in self.0[y / CELL].iter_mut().zip(new).zip(old) {
            *most = new.abs_diff(old).max(*most);
        }
    }

    fn most(&self) -> u8 {
        self.0.as_flattened().iter().fold(0, |most, &off| most.max(off))
    }

    /// Which cells beside each other, in row `y` of the block, differ by no more than `most`.
    fn still(&self, y: usize, most: u8) -> [bool; BLOCK / CELL] {
        let (cells, _) = self.0[y / CELL].as_chunks::<CELL>();
        std::array::from_fn(|i| cells[i].iter().all(|&difference| difference <= most))
    }
}

#[cfg(test)]
mod tests;
