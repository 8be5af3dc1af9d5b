//! What of an artist's [`Draw`](super::Draw) follows from its being a shape around a place.

/// The part of an artist's [`Draw`](crate::artist::Draw) that follows from its `shape` field and its `form`.
macro_rules! draw_shape {
    () => {
        fn draw(&self, pen: &mut $crate::pen::Pen<'_>) {
            self.shape.draw(&self.form(), pen, &self.common);
        }

        $crate::artist::draw_shape!(rest);

        fn draw_key(&self, pen: &mut $crate::pen::Pen<'_>, area: vello_cpu::kurbo::Rect) {
            self.shape.draw_key(pen, &self.common, area);
        }
    };
    (rest) => {
        fn default_zorder(&self) -> f64 {
            1.0
        }

        fn key_color(&self, style: &$crate::Style) -> Option<$crate::Color> {
            self.shape.key_color(style)
        }

        fn extent(&self) -> $crate::base::extent::Extent {
            self.shape.extent(&self.form())
        }

        fn legend_avoids(&self, pen: &$crate::pen::Pen<'_>) -> vello_cpu::kurbo::BezPath {
            self.shape.path(&self.form(), pen)
        }

        fn axes_kind(&self) -> $crate::artist::AxesKind {
            match self.shape.at.is_data() {
                true => $crate::artist::AxesKind::Plane,
                false => $crate::artist::AxesKind::Both,
            }
        }

        fn is_cut(&self, _part: usize) -> bool {
            self.shape.at.is_in_axes()
        }

        fn beyond(&self, pen: &mut $crate::pen::Pen<'_>) -> Option<vello_cpu::kurbo::Rect> {
            self.shape.beyond(&self.form(), pen)
        }
    };
}

pub(crate) use draw_shape;
