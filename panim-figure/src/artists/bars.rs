//! Bars: a row of rectangles, upright or lying.

use crate::{
    FigureError,
    artist::{Common, Cycle, Draw, checked_color, checked_lengths, common_properties, draw_common, properties},
    color::ColorSpec,
    data::{Column, Number},
    extent::Extent,
    patch::{self, Patch, patch_properties},
    pen::Pen,
};
use vello_cpu::kurbo::{BezPath, Rect};

/// A bar at each x, from its foot to its foot plus its height. A bar whose place or height is not
/// finite is left out.
#[derive(Debug, Clone)]
pub struct Bars {
    x: Column,
    height: Column,
    /// One for all, or one for each.
    bottom: Column,
    width: f64,
    lying: bool,
    colors: Vec<ColorSpec>,
    patch: Patch,
    common: Common,
}

impl Bars {
    /// Bars centred at `x`, of these heights, which must be equally many. They stand on 0.
    pub fn new<X, H>(x: X, height: H) -> Self
    where
        X: IntoIterator<Item: Number>,
        H: IntoIterator<Item: Number>,
    {
        Self {
            x: Column::new(x),
            height: Column::new(height),
            bottom: Column::new([0.0]),
            width: 0.8,
            lying: false,
            colors: Vec::new(),
            patch: Patch::default(),
            common: Common::default(),
        }
    }

    /// Lays the bars on their side: x becomes y, and height length to the right.
    #[must_use]
    pub fn horizontal(mut self) -> Self {
        self.lying = true;
        self
    }

    /// Lets the bars stand on these values, one for each: the tops of the bars below, to stack.
    #[must_use]
    pub fn bottom<B: IntoIterator<Item: Number>>(mut self, bottom: B) -> Self {
        self.set_bottom(bottom);
        self
    }

    /// Moves the bars' feet; one for each.
    pub fn set_bottom<B: IntoIterator<Item: Number>>(&mut self, bottom: B) -> &mut Self {
        self.bottom = Column::new(bottom);
        self
    }

    /// Moves the bars' tops; as many as there are bars.
    pub fn set_height<H: IntoIterator<Item: Number>>(&mut self, height: H) -> &mut Self {
        self.height = Column::new(height);
        self
    }

    /// Moves the bars to these places; as many as there are bars.
    pub fn set_x<X: IntoIterator<Item: Number>>(&mut self, x: X) -> &mut Self {
        self.x = Column::new(x);
        self
    }

    /// Colours each bar by itself; with fewer colours than bars they repeat.
    #[must_use]
    pub fn colors<C: IntoIterator<Item: Into<ColorSpec>>>(mut self, colors: C) -> Self {
        self.set_colors(colors);
        self
    }

    /// Colours each bar by itself; with fewer colours than bars they repeat.
    pub fn set_colors<C: IntoIterator<Item: Into<ColorSpec>>>(&mut self, colors: C) -> &mut Self {
        self.colors = colors.into_iter().map(Into::into).collect();
        self
    }

    /// The place, foot and top of each bar that has them.
    fn bars(&self) -> impl Iterator<Item = (usize, [f64; 3])> {
        let feet = self.bottom.iter().copied().cycle();
        let bars = self.x.iter().zip(&*self.height).zip(feet).enumerate();
        bars.map(|(i, ((&x, &height), foot))| (i, [x, foot, foot + height]))
            .filter(|(_, bar)| bar.iter().all(|value| value.is_finite()))
    }

    fn shape(&self, pen: &Pen<'_>, [x, foot, top]: [f64; 3]) -> BezPath {
        let (left, right) = (x - self.width / 2.0, x + self.width / 2.0);
        let corners = [(left, foot), (right, foot), (right, top), (left, top)].map(|(x, y)| {
            if self.lying { pen.transform.at(y, x) } else { pen.transform.at(x, y) }
        });
        patch::polygon(corners.into_iter(), pen.around())
    }
}

properties! { Bars {
    /// Width of each bar in data coordinates; 0.8 unless told.
    width / set_width(width: f64) |bars| bars.width = width;
} }
patch_properties!(Bars);
common_properties!(Bars);

impl Draw for Bars {
    draw_common!(Bars);

    fn check(&self) -> Result<(), FigureError> {
        checked_lengths("Bars", ("x", self.x.len()), ("height", self.height.len()))?;
        if self.bottom.len() != 1 {
            checked_lengths("Bars", ("x", self.x.len()), ("bottom", self.bottom.len()))?;
        }
        if !(self.width.is_finite() && self.width > 0.0) {
            let message = format!("{} is not a width, more than 0", self.width);
            return Err(FigureError::new("Bars", "width", message));
        }
        self.colors.iter().try_for_each(|color| checked_color("Bars", "colors", color))?;
        self.patch.check("Bars")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        for (i, bar) in self.bars() {
            let mut patch = self.patch.clone();
            if let Some(color) = self.colors.iter().cycle().nth(i) {
                patch.color = Some(color.clone());
            }
            let shape = self.shape(pen, bar);
            patch.draw(pen, &self.common, &shape);
        }
    }

    fn outline(&self, pen: &Pen<'_>) -> BezPath {
        let mut all = BezPath::new();
        self.bars().for_each(|(_, bar)| all.extend(self.shape(pen, bar)));
        all
    }

    fn extent(&self) -> Extent {
        let half = self.width / 2.0;
        let ends = |(_, [x, foot, top]): (usize, [f64; 3])| [(x - half, foot), (x + half, top)];
        let mut extent = Extent::of_points(self.bars().flat_map(ends));
        // bars stand on the axis: no margin under their feet
        let foot = self.bottom.first().copied().unwrap_or(0.0);
        extent.y = extent.y.map(|reach| reach.sticking_at(foot));
        if self.lying { extent.transposed() } else { extent }
    }

    fn default_zorder(&self) -> f64 {
        1.0
    }

    fn draw_key(&self, pen: &mut Pen<'_>, area: Rect) {
        self.patch.draw_key(pen, &self.common, area);
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.patch.take_color(cycle);
    }
}
