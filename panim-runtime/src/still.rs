//! One frame as a picture, nothing encoded.

use crate::{
    Error, Result,
    caught::Quiet,
    painter::{Painter, Scenes},
    params::Rows,
    part::{Chosen, draw_apart},
    render::RenderPlan,
};
use panim_figure::Picture;

/// Draws the first of the frames that were chosen, on this thread. Rows are taken up to it and no
/// further.
pub(crate) fn draw<A, P, R: Rows<P>>(
    plan: &RenderPlan<A, P>,
    mut rows: Chosen<P, R>,
) -> Result<Picture> {
    let (frame, first) = (rows.numbers().first, rows.take_first());
    let row = Quiet::new(rows).next().unwrap_or(Err(Error::NoFrames))?;
    let scenes = Scenes::new(&plan.start, &plan.glue, &plan.settings);
    let mut painter = Painter::new(&scenes)?;
    draw_apart(&mut painter, &scenes, first.as_ref(), frame, Quiet::new(row))?;
    painter.picture(frame)
}
