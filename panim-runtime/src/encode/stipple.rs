//! Makes the encoder look at what changed: a stipple too faint to be encoded.
//!
//! OpenH264 leaves a block as it was in the picture before ("skips" it) if the sum of its errors is
//! below that of a skipped neighbour, and then asks no further (`WelsMdPSkipEnc` in its
//! `svc_base_layer_md.cpp`). Beside a block of text, whose many small errors add up, a single pixel
//! that changed from black to white is not enough, and stays wrong until the next keyframe: a ghost.
//!
//! So wherever a pixel of a block has clearly changed, the rest of that block is raised and lowered
//! by a level or two. That adds to the sum, and the encoder goes on to transform and quantize what
//! is different: the change remains, and the stipple, whose pattern has small coefficients alone, is
//! rounded to nothing.

use crate::yuv::I420;

/// A block: what the encoder skips or does not.
const BLOCK: usize = 16;

/// What it transforms.
const CELL: usize = 4;

/// A change of luma that must not be overlooked. Smaller ones add up until they are this large.
const NOTICEABLE: u8 = 32;

/// How strong the stipple is, as a part of the quantizer's step. The encoder rounds coefficients
/// below five sixths of a step to nothing, and some of that room is taken by what is there already.
const PART_OF_STEP: f64 = 0.36;

/// Luma has this much room above and below its range.
const STRONGEST: f64 = 15.0;

/// Where to raise (1) and to lower (0), row by row: of all patterns that leave a cell as bright as
/// it was, one of those whose largest coefficient is the smallest.
const PATTERN: [[u8; CELL]; CELL] = [[1, 0, 1, 1], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 0]];

/// Stipples a group's pictures, one after the other. What it does follows from them alone.
pub(super) struct Stipple {
    strength: u8,
    past: Option<Past>,
}

struct Past {
    /// The picture as it was given to the encoder.
    given: I420,
    /// The luma of each block as it was when the encoder last had to look at it.
    sure: Vec<u8>,
}

impl Stipple {
    pub(super) fn new(quantizer: u8) -> Self {
        let step = 2.0_f64.powf((f64::from(quantizer) - 4.0) / 6.0);
        Self { strength: (PART_OF_STEP * step).min(STRONGEST) as u8, past: None }
    }

    /// For pictures that are encoded each on its own: nothing is skipped.
    pub(super) fn none() -> Self {
        Self { strength: 0, past: None }
    }

    /// The group's next picture, as it is to be encoded.
    pub(super) fn apply<'p>(&'p mut self, picture: &'p I420) -> &'p I420 {
        if self.strength == 0 {
            return picture;
        }
        let luma = picture.planes()[0];
        let same_size = |past: &Past| {
            (past.given.width(), past.given.height()) == (picture.width(), picture.height())
        };
        match self.past.take().filter(same_size) {
            Some(mut past) => {
                past.follow(picture, self.strength);
                &self.past.insert(past).given
            }
            None => {
                self.past = Some(Past { given: picture.clone(), sure: luma.to_vec() });
                picture
            }
        }
    }
}

impl Past {
    fn follow(&mut self, picture: &I420, strength: u8) {
        let width = picture.width() as usize;
        let [new, u, v] = picture.planes();
        let [given, given_u, given_v] = self.given.planes_mut();
        given_u.copy_from_slice(u);
        given_v.copy_from_slice(v);
        let strips = new.chunks(BLOCK * width).zip(given.chunks_mut(BLOCK * width));
        for ((new, given), sure) in strips.zip(self.sure.chunks_mut(BLOCK * width)) {
            // Most of a plot stands still.
            if new != given {
                given.copy_from_slice(new);
                stipple_strip(new, given, sure, width, strength);
            }
        }
    }
}

/// A row of blocks.
fn stipple_strip(new: &[u8], given: &mut [u8], sure: &mut [u8], width: usize, strength: u8) {
    for (block, change) in changes(new, sure, width).iter().enumerate() {
        if change.most < NOTICEABLE {
            continue;
        }
        let columns = block * BLOCK..width.min((block + 1) * BLOCK);
        for (y, row) in given.chunks_exact_mut(width).enumerate() {
            for (x, value) in row[columns.clone()].iter_mut().enumerate() {
                if !change.cells[y / CELL][x / CELL] {
                    *value = match PATTERN[y % CELL][x % CELL] {
                        1 => value.saturating_add(strength),
                        _ => value.saturating_sub(strength),
                    };
                }
            }
        }
        for (from, to) in new.chunks_exact(width).zip(sure.chunks_exact_mut(width)) {
            to[columns.clone()].copy_from_slice(&from[columns.clone()]);
        }
    }
}

/// What changed in a block.
#[derive(Clone, Default)]
struct Change {
    /// The largest difference.
    most: u8,
    /// The cells with any difference.
    cells: [[bool; BLOCK / CELL]; BLOCK / CELL],
}

/// What changed in each block of a row of them.
fn changes(new: &[u8], old: &[u8], width: usize) -> Vec<Change> {
    let mut changes = vec![Change::default(); width.div_ceil(BLOCK)];
    for (y, (new, old)) in new.chunks_exact(width).zip(old.chunks_exact(width)).enumerate() {
        // of whole blocks the compiler knows the length, and compares them at once
        let ((new, new_rest), (old, old_rest)) =
            (new.as_chunks::<BLOCK>(), old.as_chunks::<BLOCK>());
        for ((new, old), change) in new.iter().zip(old).zip(&mut changes) {
            if new != old {
                change.see(y, new, old);
            }
        }
        if let (Some(change), false) = (changes.last_mut(), new_rest.is_empty()) {
            change.see(y, new_rest, old_rest);
        }
    }
    changes
}

impl Change {
    /// Row `y` of the block.
    #[inline]
    fn see(&mut self, y: usize, new: &[u8], old: &[u8]) {
        let off = new.iter().zip(old).map(|(new, old)| new.abs_diff(*old));
        self.most = off.fold(self.most, u8::max);
        let cells = new.chunks(CELL).zip(old.chunks(CELL));
        for ((new, old), changed) in cells.zip(&mut self.cells[y / CELL]) {
            *changed |= new != old;
        }
    }
}

#[cfg(test)]
mod tests;
