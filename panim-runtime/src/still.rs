//! One frame as a picture, nothing encoded.

use crate::{
    Error, Result,
    caught::Quiet,
    erased::{AnyPlan, AnyRow},
    painter::{Painter, Scenes},
    params::Rows,
    part::{Chosen, draw_apart},
};
use panim_figure::Picture;

/// Draws the first of the frames that were chosen, on this thread. Rows are taken up to it and no
/// further.
pub(crate) fn draw<'u, R: Rows<AnyRow<'u>>>(
    plan: &AnyPlan<'u>,
    mut rows: Chosen<AnyRow<'u>, R>,
) -> Result<Picture> {
    let (frame, first) = (rows.numbers().first, rows.take_first());
    let row = Quiet::new(rows).next().unwrap_or(Err(Error::NoFrames))?;
    let scenes = Scenes::new(&*plan.animations, &plan.settings);
    let mut painter = Painter::new(&scenes)?;
    draw_apart(&mut painter, &scenes, first.as_ref(), frame, Quiet::new(row))?;
    painter.picture(frame)
}
