//! One frame as a picture, nothing encoded.

use crate::{
    Error, Result,
    caught::Quiet,
    painter::{Painter, Scenes},
    params::Rows,
    render::Plan,
};
use panim_figure::Picture;

/// Draws frame `frame`, on this thread. Rows are taken up to it and no further.
pub(crate) fn draw<A, P, R: Rows<P>>(plan: Plan<A, P>, rows: R, frame: usize) -> Result<Picture> {
    let (first, row) = row_of(frame, Quiet::new(rows))?;
    let scenes = Scenes::new(&plan.start, &plan.glue, &plan.settings);
    let mut painter = Painter::new(&scenes)?;
    let first = match first {
        Some(first) if painter.is_open() => painter.update(0, first).map(|_| None)?,
        first => first,
    };
    painter.update(frame, row)?;
    if let Some(first) = first.filter(|_| painter.waits()) {
        // the frame is half done here
        let mut other = Painter::new(&scenes)?;
        if let Some(first) = other.update(0, first)? {
            painter.open(first.clone());
        }
    }
    painter.picture(frame)
}

/// The frame's row, and that of frame 0 if it is another.
fn row_of<P>(
    frame: usize,
    mut rows: Quiet<impl Iterator<Item = Result<P>>>,
) -> Result<(Option<Quiet<P>>, Quiet<P>)> {
    let (mut frames, mut first) = (0, None);
    for row in rows.by_ref() {
        let row = Quiet::new(row?);
        if frames == frame {
            return Ok((first, row));
        }
        if frames == 0 {
            first = Some(row);
        }
        frames += 1;
    }
    match frames {
        0 => Err(Error::NoFrames),
        _ => Err(Error::NoSuchFrame { frame, frames }),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rows_are_taken_up_to_the_frame() {
        let mut taken = 0;
        let rows = (0..).map(Ok).inspect(|_| taken += 1);
        let (first, row) = row_of(4, Quiet::new(rows)).unwrap();
        assert_eq!((first.map(Quiet::into_inner), *row), (Some(0), 4));
        assert!(row_of(0, Quiet::new((0..).map(Ok))).unwrap().0.is_none());
        assert_eq!(taken, 5);
    }

    #[test]
    fn beyond_the_end_is_an_error_that_says_how_many_there_are() {
        let error = row_of(7, Quiet::new((0..3).map(Ok))).err().unwrap();
        assert_eq!(error.to_string(), "no frame 7: the parameters end after 3");
        let none = Quiet::new(std::iter::empty::<Result<()>>());
        assert!(matches!(row_of(0, none), Err(Error::NoFrames)));
    }
}
