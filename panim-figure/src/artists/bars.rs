//! Bars: a row of rectangles, upright or lying.

use crate::{
    FigureError,
    artist::{Common, Draw, checked_color, checked_lengths, common_properties, draw_common, properties},
    color::ColorSpec,
    data::{Column, Number},
    extent::Extent,
    patch::{self, Patch, draw_patch, patch_properties},
    pen::Pen,
};
use vello_cpu::kurbo::BezPath;

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
    /// What the bars stand on, one value for each: the tops of the bars below, to stack them.
    bottom / set_bottom(bottom: impl IntoIterator<Item: Number>) |bars| {
        bars.bottom = Column::new(bottom);
    };
    /// Colours each bar by itself; with fewer colours than bars they repeat.
    colors / set_colors(colors: impl IntoIterator<Item: Into<ColorSpec>>) |bars| {
        bars.colors = colors.into_iter().map(Into::into).collect();
    };
} }
patch_properties!(Bars);
common_properties!(Bars);

impl Draw for Bars {
    draw_common!(Bars);
    draw_patch!();

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
            let shape = self.shape(pen, bar);
            match self.colors.len() {
                0 => self.patch.draw(pen, &self.common, &shape),
                n => self.patch.draw_faced(pen, &self.common, &shape, &self.colors[i % n]),
            }
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
}
