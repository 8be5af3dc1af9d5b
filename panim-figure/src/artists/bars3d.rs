//! Bars in space: boxes that stand on a plane.

use crate::{
    FigureError,
    artist::{AxesKind, Draw},
    base::{
        check::{checked_lengths, checked_positive},
        data::{Broadcast, Column, Data, Number, PerPoint, point_data},
        extent::Extent,
        properties::properties,
    },
    color::{ColorList, ColorSpec, checked_color},
    parts::{
        common::{Common, common_properties, draw_common},
        cuboid::Cuboid,
        faces,
        patch::{Patch, draw_patch, patch_properties},
    },
    pen::Pen,
    transform::space::{Space, dot, each},
};
use vello_cpu::kurbo::BezPath;

/// A box centred at each (x, y) in a 3D axes, from its foot to its foot plus its height, with
/// light and shade. A bar whose place or height is not finite is left out.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let cells = || (0..5).flat_map(|x| (0..5).map(move |y| (x, y)));
/// let heights = cells().map(|(x, y)| 10 - (x - 2) * (x - 2) - (y - 2) * (y - 2));
/// let colors = cells().map(|(x, _)| format!("C{x}"));
/// let ax = fig.axes().set_projection(Projection::ThreeD);
/// ax.add(Bars3D::new(cells().map(|c| c.0), cells().map(|c| c.1), heights).colors(colors));
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("bars3d", fig);
/// ```
#[doc = include_str!("../../docs/bars3d.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "bar3d")]
#[derive(Debug, Clone)]
pub struct Bars3D {
    x: Column,
    y: Column,
    height: Column,
    bottom: Broadcast,
    /// Along x and along y.
    width: f64,
    depth: f64,
    shade: bool,
    colors: Vec<ColorSpec>,
    patch: Patch,
    common: Common,
}

impl Bars3D {
    /// Bars centred at (`x`, `y`), of these heights, all equally many. They stand on 0.
    pub fn new<X, Y, H>(x: X, y: Y, height: H) -> Self
    where
        X: Data,
        Y: Data,
        H: Data,
    {
        Self {
            x: Column::new(x),
            y: Column::new(y),
            height: Column::new(height),
            bottom: Broadcast::new(0),
            width: 0.8,
            depth: 0.8,
            shade: true,
            colors: Vec::new(),
            patch: Patch::default(),
            common: Common::default(),
        }
    }

    /// Moves the bars: places and heights, all equally many.
    pub fn set_data<X, Y, H>(&mut self, x: X, y: Y, height: H) -> &mut Self
    where
        X: Data,
        Y: Data,
        H: Data,
    {
        self.set_x(x).set_y(y).set_height(height)
    }

    /// Moves the bars along x; as many as there are of y and heights.
    pub fn set_x<X: Data>(&mut self, x: X) -> &mut Self {
        self.x = Column::new(x);
        self
    }

    /// Moves the bars along y; as many as there are of x and heights.
    pub fn set_y<Y: Data>(&mut self, y: Y) -> &mut Self {
        self.y = Column::new(y);
        self
    }

    /// Moves the bars' tops; as many as there are bars.
    pub fn set_height<H: Data>(&mut self, height: H) -> &mut Self {
        self.height = Column::new(height);
        self
    }

    /// What the bars stand on, one number for all or one for each: the tops of the bars below, to stack
    /// them. Default: 0.
    #[must_use]
    pub fn bottom<K>(mut self, bottom: impl PerPoint<K>) -> Self {
        self.set_bottom(bottom);
        self
    }

    /// As [`Bars3D::bottom`].
    pub fn set_bottom<K>(&mut self, bottom: impl PerPoint<K>) -> &mut Self {
        self.bottom = Broadcast::new(bottom);
        self
    }

    /// The box of each bar that has one, with its place among the bars.
    fn boxes(&self) -> impl Iterator<Item = (usize, Cuboid)> {
        let bars = self.x.iter().zip(&*self.y).zip(&*self.height).enumerate();
        bars.filter_map(|(i, ((&x, &y), &height))| {
            let foot = self.bottom.at(i);
            let (half, deep) = (self.width / 2.0, self.depth / 2.0);
            let (bottom, top) = (foot.min(foot + height), foot.max(foot + height));
            let bar = Cuboid { low: [x - half, y - deep, bottom], high: [x + half, y + deep, top] };
            [x, y, foot + height].iter().all(|value| value.is_finite()).then_some((i, bar))
        })
    }
}

/// From the eye: how far the middle of a bar's foot is, then how far above or below it is.
fn distance(bar: &Cuboid, space: &Space) -> (f64, f64) {
    let [x, y, z] = space.ray(each(|i| f64::midpoint(bar.low[i], bar.high[i])));
    (dot([x, y, 0.0], [x, y, 0.0]), z.abs())
}

properties! { Bars3D {
    /// Size of each bar along x, in data coordinates; default: 0.8.
    width / set_width(width: impl Number) |bars| bars.width = width.value();
    /// Size of each bar along y, in data coordinates; default: 0.8.
    depth / set_depth(depth: impl Number) |bars| bars.depth = depth.value();
    /// Colours each bar by itself; with fewer colours than bars they repeat.
    colors / set_colors(colors: impl ColorList) |bars| {
        bars.colors = colors.colors().map(Into::into).collect();
    };
    /// Whether the sides are lit from the left; default: true.
    shade / set_shade(on: bool) |bars| bars.shade = on;
} }
patch_properties!(Bars3D);
point_data!(Bars3D, 3: new(x, y, height));
common_properties!(Bars3D);

impl Draw for Bars3D {
    draw_common!(Bars3D);
    draw_patch!();

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Bars3D", ("x", self.x.len()), ("y", self.y.len()))?;
        checked_lengths("Bars3D", ("x", self.x.len()), ("height", self.height.len()))?;
        self.bottom.check("Bars3D", ("x", self.x.len()), "bottom")?;
        for (argument, size) in [("width", self.width), ("depth", self.depth)] {
            checked_positive("Bars3D", argument, ("a size in data coordinates", size))?;
        }
        self.colors.iter().try_for_each(|color| checked_color("Bars3D", "colors", color))?;
        self.patch.check("Bars3D")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let Some(space) = pen.space else { return };
        let mut boxes: Vec<_> =
            self.boxes().map(|(i, bar)| (i, bar, distance(&bar, &space))).collect();
        boxes.sort_by(|(.., (a, a_up)), (.., (b, b_up))| b.total_cmp(a).then(b_up.total_cmp(a_up)));
        let own = self.patch.face();
        let faces = boxes.into_iter().flat_map(|(i, bar, _)| {
            let color = self.colors.get(i % self.colors.len().max(1)).unwrap_or(&own);
            bar.faces(self.common.fade(color), self.shade, |_, _| true, &space)
        });
        faces::draw(pen, &self.common, faces, self.patch.edge(pen.style));
    }

    fn legend_avoids(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        let Some(space) = pen.space else { return all };
        for (_, bar) in self.boxes() {
            for (i, corner) in bar.side(2, true).map(|corner| space.at(corner)).iter().enumerate() {
                if i == 0 { all.move_to(*corner) } else { all.line_to(*corner) }
            }
            all.close_path();
        }
        all
    }

    fn extent(&self) -> Extent {
        let ends = self.boxes().flat_map(|(_, bar)| [bar.low, bar.high]);
        Extent::of_space(ends)
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::Space
    }

    fn depth(&self, space: &Space) -> f64 {
        let middles = self.boxes().map(|(_, bar)| each(|i| f64::midpoint(bar.low[i], bar.high[i])));
        space.mean_depth(middles)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AxisScale;
    use vello_cpu::kurbo::Rect;

    fn space(limits: (f64, f64)) -> Space {
        Space::new(
            [(AxisScale::Linear, limits); 3],
            (30.0, -60.0),
            Rect::new(0.0, 0.0, 100.0, 100.0),
        )
    }

    #[test]
    fn a_bar_below_its_foot_is_a_box_too() {
        let bars = Bars3D::new([0, 1], [0, 0], [-2.0, f64::NAN]);
        let boxes: Vec<_> = bars.boxes().map(|(i, bar)| (i, bar.low[2], bar.high[2])).collect();
        assert_eq!(boxes, [(0, -2.0, 0.0)]);
    }

    #[test]
    fn the_nearer_box_is_drawn_later() {
        let bar =
            |x: f64, y: f64, z: f64| Cuboid { low: [x, y, z], high: [x + 0.1, y + 0.1, z + 0.1] };
        let away = |bar: Cuboid| distance(&bar, &space((0.0, 1.0)));
        assert!(away(bar(0.0, 0.9, 0.0)) > away(bar(0.9, 0.0, 0.0)));
        assert!(away(bar(0.5, 0.5, 0.0)) > away(bar(0.5, 0.5, 0.1)));
    }
}
