//! Lines around many areas.

use crate::{
    color::Color,
    pen::Pen,
    scene::areas::{AreaEdges, Areas, RingedArea},
};
use std::sync::Arc;
use vello_cpu::kurbo::{BezPath, Stroke};

/// Draws the edge of each area. Edges of the same colour are painted once where they meet.
pub(crate) fn draw_area_edges(
    pen: &mut Pen<'_>,
    areas: &Arc<Areas>,
    stroke: &Stroke,
    color: impl Fn(&RingedArea) -> Color,
) {
    if stroke.dash_pattern.is_empty() {
        let colors = areas.all().iter().map(color).collect();
        let (areas, width) = (Arc::clone(areas), stroke.width);
        return pen.scene.area_edges(AreaEdges { areas, width, colors });
    }
    for alike in areas.all().chunk_by(|a, b| color(a) == color(b)) {
        let mut line = BezPath::new();
        alike.iter().for_each(|area| areas.outline(area, &mut line));
        pen.scene.stroke(&line, stroke, color(&alike[0]));
    }
}
