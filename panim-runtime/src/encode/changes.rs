//! Groups of pictures of which only what changes is written. Where nothing does, that is nothing: the
//! picture before stays for as much longer.
//!
//! The first picture of a group differs from the last one of the group before, which another worker
//! may have drawn. Each leaves its end of that joint where the other finds it, and whoever comes second
//! encodes the picture. So what stands still is never written again, the groups are encoded in any
//! order, and their bytes follow from the pictures alone.
//!
//! Where groups are kept apart from each other, each takes both of its ends along, and the joints are
//! encoded as the groups are put in order.

use super::{EncodedGroup, GroupEncoder, PackedPicture, Sample};
use crate::{error::Result, picture::Prepared};
use panim_figure::__private::Damage;
use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// What describes a picture by what differs from the one before it.
pub(crate) trait ChangeEncoder: Send {
    /// Encodes what a picture has in an area, outside of which it is as the one `before`. The first
    /// picture of all has none before it.
    fn encode(
        &mut self,
        before: Option<&[u8]>,
        picture: &[u8],
        area: ChangedArea,
    ) -> Result<Vec<u8>>;
}

/// Encodes one group.
pub(crate) struct ChangesGroup<'e, E> {
    encoder: E,
    joints: &'e Joints,
    index: usize,
    size: (u32, u32),
    /// The picture encoded last.
    before: Vec<u8>,
    /// For how many frames more it may stay.
    may_stay: usize,
    longest: usize,
    /// The first one, if the group takes its ends along.
    first: Option<PackedPicture>,
    group: EncodedGroup,
}

impl<'e, E: ChangeEncoder> ChangesGroup<'e, E> {
    /// For the group of this number, with pictures of this size, each of which may stay for so many
    /// frames, its own among them.
    pub(crate) fn new(
        encoder: E,
        (joints, index): (&'e Joints, usize),
        size: (u32, u32),
        longest: usize,
    ) -> Self {
        let (before, group) = (Vec::new(), EncodedGroup::default());
        let longest = longest.saturating_sub(1);
        Self {
            encoder,
            joints,
            index,
            size,
            before,
            may_stay: longest,
            longest,
            first: None,
            group,
        }
    }

    /// The picture between two groups, if both of its ends are there.
    fn close(&mut self, index: usize, ends: Option<(PackedPicture, PackedPicture)>) -> Result<()> {
        let Some((before, picture)) = ends else { return Ok(()) };
        let (before, picture) = (before.unpack(), picture.unpack());
        let bytes = encode_joint(&mut self.encoder, Some(&before), &picture, self.size)?;
        self.joints.lock().insert(index, Joint::Closed(bytes));
        Ok(())
    }
}

impl<E: ChangeEncoder> GroupEncoder for ChangesGroup<'_, E> {
    fn push(&mut self, picture: &Prepared, changed: &Damage) -> Result<()> {
        let picture = picture.rgba();
        if self.group.samples.is_empty() {
            self.before.extend_from_slice(picture);
            if self.joints.are_apart {
                self.first = Some(PackedPicture::of(picture));
                self.group.add_bytes(&[], true);
            } else if self.index > 0 {
                let ends = self.joints.meet(self.index, Joint::Picture(PackedPicture::of(picture)));
                self.close(self.index, ends)?;
                self.group.add_bytes(&[], true);
            } else {
                let bytes = self.encoder.encode(None, picture, ChangedArea::all(self.size))?;
                self.group.add_bytes(&bytes, true);
            }
            return Ok(());
        }
        let area = ChangedArea::of_changes(&self.before, picture, changed);
        if area.is_none() && self.may_stay > 0 {
            self.may_stay -= 1;
            self.group.add_bytes(&[], false);
            return Ok(());
        }
        self.may_stay = self.longest;
        let area = area.unwrap_or(ChangedArea::CORNER);
        let bytes = self.encoder.encode(Some(&self.before), picture, area)?;
        self.group.add_bytes(&bytes, false);
        changed.copy(picture, &mut self.before);
        Ok(())
    }

    fn encoded(&self) -> usize {
        self.group.frames()
    }

    fn finish(mut self: Box<Self>) -> Result<EncodedGroup> {
        if let Some(first) = self.first.take() {
            self.group.ends = Some(Box::new([first, PackedPicture::of(&self.before)]));
            return Ok(self.group);
        }
        let next = self.index + 1;
        let ends = self.joints.meet(next, Joint::Before(PackedPicture::of(&self.before)));
        self.close(next, ends)?;
        Ok(self.group)
    }
}

/// The first picture of a group behind the last one of the group before. There always is one, so that no
/// picture stays from one group to the next.
pub(crate) fn encode_joint(
    encoder: &mut impl ChangeEncoder,
    before: Option<&[u8]>,
    picture: &[u8],
    size: (u32, u32),
) -> Result<Vec<u8>> {
    let area = match before {
        None => ChangedArea::all(size),
        Some(before) => ChangedArea::of_changes(before, picture, &Damage::all(size))
            .unwrap_or(ChangedArea::CORNER),
    };
    encoder.encode(before, picture, area)
}

/// The joints between groups, each by the number of the group behind it.
#[derive(Default)]
pub(crate) struct Joints {
    places: Mutex<BTreeMap<usize, Joint>>,
    /// Groups take their ends along.
    are_apart: bool,
    /// The last picture of the group that came last, where they do.
    last: Mutex<Option<PackedPicture>>,
}

enum Joint {
    /// The last picture of the group before.
    Before(PackedPicture),
    /// The first picture of the group behind.
    Picture(PackedPicture),
    /// That picture, encoded.
    Closed(Vec<u8>),
}

impl Joints {
    /// Of groups that take their ends along.
    pub(crate) fn apart() -> Self {
        Self { are_apart: true, ..Self::default() }
    }

    /// Leaves one end of a joint there. Both pictures, if the other end is there already.
    fn meet(&self, index: usize, end: Joint) -> Option<(PackedPicture, PackedPicture)> {
        let mut joints = self.lock();
        match (joints.remove(&index), end) {
            (Some(Joint::Before(before)), Joint::Picture(picture))
            | (Some(Joint::Picture(picture)), Joint::Before(before)) => Some((before, picture)),
            (_, end) => {
                joints.insert(index, end);
                None
            }
        }
    }

    /// Gives a group its first picture. The group before it is complete.
    pub(crate) fn complete(
        &self,
        index: usize,
        group: &mut EncodedGroup,
        encode: impl FnOnce(Option<&[u8]>, &[u8]) -> Result<Vec<u8>>,
    ) -> Result<()> {
        let bytes = if let Some(ends) = group.ends.take() {
            let [first, last] = *ends;
            let before = self.last.lock().unwrap_or_else(PoisonError::into_inner).replace(last);
            let before = before.map(PackedPicture::unpack);
            encode(before.as_deref(), &first.unpack())?
        } else {
            let closed = self.lock().remove(&index);
            let Some(Joint::Closed(bytes)) = closed else { return Ok(()) };
            bytes
        };
        if let Some(first) = group.samples.first_mut() {
            *first = Sample { size: bytes.len() as u32, ..*first };
            group.data.splice(0..0, bytes);
        }
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<usize, Joint>> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A rectangle of pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ChangedArea {
    pub(crate) x: usize,
    pub(crate) y: usize,
    pub(crate) width: usize,
    pub(crate) height: usize,
}

impl ChangedArea {
    pub(crate) fn all((width, height): (u32, u32)) -> Self {
        Self { x: 0, y: 0, width: width as usize, height: height as usize }
    }

    /// A pixel, where there has to be one.
    pub(crate) const CORNER: Self = Self { x: 0, y: 0, width: 1, height: 1 };

    /// The smallest one with all pixels in which two pictures differ; `None` if they are the same.
    pub(crate) fn of_changes(before: &[u8], picture: &[u8], changed: &Damage) -> Option<Self> {
        let columns = changed.size().0 as usize;
        let [before, picture] = [before, picture].map(|rgba| rgba.as_chunks::<4>().0);
        let (mut left, mut right, mut top, mut bottom) = (usize::MAX, 0, usize::MAX, 0);
        for part in changed.parts() {
            let [x, y, width, height] =
                [part.x, part.y, part.width, part.height].map(|n| n as usize);
            for row in y..y + height {
                let begin = row * columns + x;
                let (a, b) = (&before[begin..begin + width], &picture[begin..begin + width]);
                if a == b {
                    continue;
                }
                let differs = |i: &usize| a[*i] != b[*i];
                let first = (0..width).find(differs).unwrap_or(0);
                let last = (0..width).rfind(differs).unwrap_or(0);
                left = left.min(x + first);
                right = right.max(x + last + 1);
                top = top.min(row);
                bottom = bottom.max(row + 1);
            }
        }
        let is_any = top < usize::MAX;
        is_any.then(|| Self { x: left, y: top, width: right - left, height: bottom - top })
    }

    /// Grows so that this pixel is in it.
    pub(crate) fn extend(area: &mut Option<Self>, x: usize, y: usize) {
        let Some(area) = area else {
            *area = Some(Self { x, y, width: 1, height: 1 });
            return;
        };
        let (right, bottom) = (area.x + area.width, area.y + area.height);
        (area.x, area.y) = (area.x.min(x), area.y.min(y));
        area.width = right.max(x + 1) - area.x;
        area.height = bottom.max(y + 1) - area.y;
    }

    /// What of a row is in it.
    pub(crate) fn columns(self, y: usize) -> std::ops::Range<usize> {
        if (self.y..self.y + self.height).contains(&y) { self.x..self.x + self.width } else { 0..0 }
    }

    /// Its pixels' places in a picture with so many pixels in a row.
    pub(crate) fn places(self, columns: usize) -> impl Iterator<Item = usize> {
        let row = move |y: usize| y * columns + self.x..y * columns + self.x + self.width;
        (self.y..self.y + self.height).flat_map(row)
    }

    /// Its rows in a picture with so many pixels in a row.
    pub(crate) fn rows(self, rgba: &[u8], columns: usize) -> impl Iterator<Item = &[[u8; 4]]> {
        let pixels = rgba.as_chunks::<4>().0;
        (self.y..self.y + self.height)
            .map(move |row| &pixels[row * columns + self.x..][..self.width])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_of_changes_has_all_of_them_and_no_more() {
        let (size, before) = ((70, 40), vec![0; 70 * 40 * 4]);
        let all = Damage::all(size);
        let mut picture = before.clone();
        assert_eq!(ChangedArea::of_changes(&before, &picture, &all), None);
        for (x, y) in [(5, 7), (61, 30)] {
            picture[(y * 70 + x) * 4 + 1] = 9;
        }
        let area = ChangedArea { x: 5, y: 7, width: 57, height: 24 };
        assert_eq!(ChangedArea::of_changes(&before, &picture, &all), Some(area));
        let mut part = Damage::none(size);
        part.add_at(61, 30);
        let area = ChangedArea { x: 61, y: 30, width: 1, height: 1 };
        assert_eq!(ChangedArea::of_changes(&before, &picture, &part), Some(area));
    }
}
