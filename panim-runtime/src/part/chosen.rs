//! The rows of the frames that were chosen.

#[cfg(test)]
mod tests;

use super::{FirstRow, FrameAt, Numbers, Selection};
use crate::{Error, Fps, Result, caught::Quiet, params::Rows};
use std::{ops::Range, vec};

/// Rows of which a part is taken; all of them, in most renders.
pub(crate) struct Chosen<P, R> {
    /// Taken already, to know how many there are.
    taken: vec::IntoIter<Quiet<P>>,
    rows: R,
    numbers: Numbers,
    /// Rows passed by now, and the place among them behind the last that is chosen.
    passed: usize,
    end: Option<usize>,
    /// The rows up to there are known to be there.
    is_promised: bool,
    /// Nothing may be asked of the rows any more.
    is_over: bool,
    /// That of frame 0, if it is passed over.
    first: Option<FirstRow<P>>,
}

impl Selection {
    fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// The rows of its frames. `fps`: the whole video's.
    pub(crate) fn choose<P, R: Rows<P>>(&self, rows: R, fps: Fps) -> Result<Chosen<P, R>> {
        let mut chosen = Chosen::new(rows);
        chosen.numbers.step = self.step;
        if self.is_all() {
            return Ok(chosen);
        }
        let (first, end) = self.bounds(&mut chosen, fps)?;
        chosen.bounded(first, end)
    }

    fn bounds<P, R: Rows<P>>(
        &self,
        chosen: &mut Chosen<P, R>,
        fps: Fps,
    ) -> Result<(usize, Option<usize>)> {
        let range = self.range;
        if let Some(total) = total(&chosen.rows) {
            if total == 0 {
                return Err(Error::NoFrames);
            }
            let (first, end) = range.bounds_within(fps, total)?;
            return Ok((first, Some(end)));
        }
        let bounds = range.bounds(fps, None);
        if let (usize::MAX, None) = chosen.rows.size_hint() {
            return bounds.map_or_else(|| Err(endless()), Ok);
        }
        if let Some((first, None)) = bounds {
            return Ok((first, None));
        }
        // Rows are small beside pictures: it is known before work begins whether they are all there.
        let most = bounds.and_then(|(_, end)| end).unwrap_or(usize::MAX);
        let count = chosen.look_ahead(most)?;
        if count == most {
            return Ok((bounds.map_or(0, |(first, _)| first), Some(most)));
        }
        if count == 0 {
            return Err(Error::NoFrames);
        }
        let (first, end) = range.bounds_within(fps, count)?;
        Ok((first, Some(end)))
    }
}

impl FrameAt {
    /// The row of its frame, and nothing behind it.
    pub(crate) fn choose<P, R: Rows<P>>(self, rows: R, fps: Fps) -> Result<Chosen<P, R>> {
        let all = total(&rows);
        let frame = self.frame_within(fps, all);
        let mut chosen = Chosen::new(rows);
        let (frame, all) = match frame {
            Some(frame) => (frame, all),
            None => {
                let count = chosen.count_all()?;
                (self.frame_within(fps, Some(count)).unwrap_or_default(), Some(count))
            }
        };
        match all {
            Some(0) => Err(Error::NoFrames),
            Some(frames) if frame >= frames => Err(Error::NoSuchFrame { frame, frames }),
            // Where nobody knows how many there are, that is found out with the frame.
            _ => chosen.bounded(frame, None),
        }
    }
}

fn endless() -> Error {
    Error::argument("params", "a part in percent was asked for, and these never end")
}

/// How many rows there are, if they know it.
pub(crate) fn total<P>(rows: &impl Rows<P>) -> Option<usize> {
    let (least, most) = rows.size_hint();
    most.filter(|&most| most == least)
}

impl<P, R: Rows<P>> Chosen<P, R> {
    pub(crate) fn numbers(&self) -> Numbers {
        self.numbers
    }

    /// The row of frame 0, if that is none of the part.
    pub(crate) fn take_first(&mut self) -> Option<FirstRow<P>> {
        self.first.take()
    }

    fn new(rows: R) -> Self {
        Self {
            taken: Vec::new().into_iter(),
            rows,
            numbers: Numbers::default(),
            passed: 0,
            end: None,
            is_promised: false,
            is_over: false,
            first: None,
        }
    }

    /// From the frame `first` to the one before `end`.
    fn bounded(mut self, first: usize, end: Option<usize>) -> Result<Self> {
        (self.numbers.first, self.end) = (first, end);
        if first > 0 {
            self.first = self.take_row().transpose()?.map(FirstRow::new);
        }
        Ok(self)
    }

    /// Those at these places alone, one or more, which have to be there.
    pub(crate) fn narrowed(mut self, places: &Range<usize>) -> Result<Self> {
        let Numbers { first, step } = self.numbers;
        let number = |place: usize| first + place * step.get();
        self.numbers.first = number(places.start);
        self.end = Some(number(places.end.saturating_sub(1)) + 1);
        self.is_promised = true;
        if self.numbers.first > 0 && self.passed == 0 {
            self.first = self.take_row().transpose()?.map(FirstRow::new);
        }
        Ok(self)
    }

    /// Passes over rows before the first that is chosen.
    fn pass_over(&mut self) -> Result<()> {
        let ahead = self.numbers.first.saturating_sub(self.passed);
        if ahead == 0 || self.is_over || self.taken.len() > 0 {
            return Ok(());
        }
        let passed = self.rows.pass(ahead).inspect_err(|_| self.is_over = true)?;
        self.passed += passed;
        self.is_over = passed < ahead;
        Ok(())
    }

    /// How many there are, by going through all of them.
    pub(crate) fn frame_count(self) -> Result<usize> {
        match (total(&self), self.size_hint()) {
            (Some(frames), _) => Ok(frames),
            (None, (usize::MAX, None)) => Err(endless()),
            _ => self.map(|row| row.map(drop)).try_fold(0, |count, row| row.map(|()| count + 1)),
        }
    }

    /// How many there are, by taking all of them in advance.
    fn count_all(&mut self) -> Result<usize> {
        match self.rows.size_hint() {
            (usize::MAX, None) => Err(endless()),
            _ => self.look_ahead(usize::MAX),
        }
    }

    /// Takes up to so many rows in advance. How many there were.
    fn look_ahead(&mut self, most: usize) -> Result<usize> {
        let mut taken = Vec::new();
        while taken.len() < most {
            match self.rows.next() {
                Some(row) => taken.push(Quiet::new(row?)),
                None => {
                    self.is_over = true;
                    break;
                }
            }
        }
        let count = taken.len();
        self.taken = taken.into_iter();
        Ok(count)
    }

    /// The next row, chosen or not.
    fn take_row(&mut self) -> Option<Result<Quiet<P>>> {
        let row = match self.taken.next() {
            Some(row) => Ok(row),
            None if self.is_over => return None,
            None => match self.rows.next() {
                Some(row) => row.map(Quiet::new),
                None => {
                    self.is_over = true;
                    return None;
                }
            },
        };
        self.is_over |= row.is_err();
        self.passed += 1;
        Some(row)
    }

    /// How many of the rows up to a place are chosen, and not passed.
    fn left_of(&self, end: usize) -> usize {
        let Numbers { first, step } = self.numbers;
        let next = match self.passed.checked_sub(first) {
            None => first,
            Some(past) => first + past.next_multiple_of(step.get()),
        };
        end.saturating_sub(next).div_ceil(step.get())
    }
}

impl<P, R: Rows<P>> Iterator for Chosen<P, R> {
    type Item = Result<P>;

    fn next(&mut self) -> Option<Result<P>> {
        loop {
            if let Err(error) = self.pass_over() {
                return Some(Err(error));
            }
            let place = self.passed;
            if self.end.is_some_and(|end| place >= end) {
                return None;
            }
            let Some(row) = self.take_row() else {
                let is_empty = place <= self.numbers.first && self.numbers.first > 0;
                return match is_empty || self.is_promised {
                    // there is no frame of the part, or not all of them
                    true => {
                        self.end = Some(0);
                        let (frame, frames) = (self.numbers.first.max(place), place);
                        Some(Err(Error::NoSuchFrame { frame, frames }))
                    }
                    false => None,
                };
            };
            match (row, place.checked_sub(self.numbers.first)) {
                (Ok(row), Some(past)) if past.is_multiple_of(self.numbers.step.get()) => {
                    let row = row.into_inner();
                    return Some(self.rows.keep(&row).map(|()| row));
                }
                (Ok(_), _) => {}
                (Err(error), _) => return Some(Err(error)),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if let Some(end) = self.end {
            let left = self.left_of(end);
            return (left, Some(left));
        }
        match self.rows.size_hint() {
            (usize::MAX, None) => (usize::MAX, None),
            (least, most) => {
                let left = |rows: usize| self.left_of(self.passed.saturating_add(rows));
                (left(least), most.map(left))
            }
        }
    }
}

impl<P, R: Rows<P>> Rows<P> for Chosen<P, R> {
    fn are_stepped(&self) -> bool {
        self.rows.are_stepped()
    }

    fn finish(self) -> Result<()> {
        self.rows.finish()
    }
}
