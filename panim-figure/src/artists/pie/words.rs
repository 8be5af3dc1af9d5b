//! What is written at the wedges.

use super::{Pie, wedge::PieWedge};
use crate::{
    parts::lettering::Placed,
    pen::Pen,
    text::{HAlign, VAlign},
};
use vello_cpu::kurbo::Vec2;

/// Beside a label nearer to the vertical than this cosine, the pie is flat: the label glides over it
/// from one side to the other.
const FLAT: f64 = 0.1;

impl Pie {
    pub(super) fn written_labels(&self, pen: &mut Pen<'_>, wedges: &[PieWedge]) -> Vec<Placed> {
        let moving = self.moving || pen.moving;
        let mut written = Vec::new();
        for wedge in wedges {
            let Some(label) = self.labels.get(wedge.of) else { continue };
            let (x, y) = wedge.at(self.label_distance * self.radius, wedge.middle());
            let at = pen.transform.at(x, y);
            let style = (at, HAlign::Center, VAlign::Center);
            let label = self.label_style.place(pen, style, &label.text, moving);
            // it starts or ends there, so that it stands outside the pie
            let side = (wedge.middle().cos() / FLAT).clamp(-1.0, 1.0);
            let aside = side * label.bounds().width() / 2.0;
            written.push(label.moved(Vec2::new(aside, 0.0)));
        }
        written
    }

    pub(super) fn written_percents(&self, pen: &mut Pen<'_>, wedges: &[PieWedge]) -> Vec<Placed> {
        let Some(format) = &self.percent else { return Vec::new() };
        let moving = self.moving || pen.moving;
        let mut written = Vec::new();
        for wedge in wedges {
            let (x, y) = wedge.at(self.percent_distance * self.radius, wedge.middle());
            let style = (pen.transform.at(x, y), HAlign::Center, VAlign::CenterBaseline);
            let text = format.text(wedge.fraction);
            written.push(self.percent_style.place(pen, style, &text, moving));
        }
        written
    }
}
