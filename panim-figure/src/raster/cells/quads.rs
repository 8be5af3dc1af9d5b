//! Cells of any four corners.

use super::{CellImage, Colors, sheet::Sheet};
use crate::scene::cells::CellGrid;
use vello_cpu::kurbo::Point;

/// Cells between rows of corners, in pixels. One with a corner that is not finite is left out.
pub(super) fn image(cells: &CellGrid, corners: &[Point], colors: &Colors<'_>) -> Option<CellImage> {
    let mut sheet = Sheet::new(corners, cells.room)?;
    let (columns, rows) = cells.size();
    for cell in 0..columns * rows {
        let color = colors.of(cell).parts();
        if color[3] > 0
            && let Some(quad) = cells.quad(cell)
        {
            let color = color.map(f32::from);
            sheet.add(&quad, |_, _| color);
        }
    }
    Some(sheet.image())
}
