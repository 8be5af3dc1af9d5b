//! Pictures and fields of values, cell by cell: matplotlib's `imshow`.

#[cfg(test)]
mod tests;

use crate::{
    DataRows, FigureError, Number,
    artist::Draw,
    base::{
        data::{linspace, no_data},
        error::written,
        extent::{Extent, Reach},
        properties::properties,
        rows::Matrix,
        warning::{Warning, Warnings},
        word::OneOf,
    },
    color::mapping::{Mapping, mapping_properties},
    parts::{
        cells::Edges,
        common::{Common, common_properties, draw_common},
    },
    pen::Pen,
    scene::cells::{CellColors, CellGrid, CellPlaces},
};
use std::{borrow::Cow, sync::Arc};

/// Values as coloured cells, or a picture, in a rectangle of the data.
///
/// The first row is at the top, and the middles of the cells are at whole numbers: the first is
/// at (0, 0), the second of its row at (1, 0). [`Image::origin`] and [`Image::extent`] say
/// otherwise. Limits that follow an image have no margin, and y downwards if its extent has.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// let waves = (0..30).map(|y| (0..40).map(move |x| (f64::from(x * y) / 60.0).sin()));
/// let image = ax.add(Image::new(waves).cmap("RdBu").vmin(-1.0).vmax(1.0));
/// ax.colorbar(image);
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("image", fig);
/// ```
#[doc = include_str!("../../docs/image.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "imshow")]
#[derive(Debug, Clone)]
pub struct Image {
    content: Content,
    mapping: Mapping,
    origin: Origin,
    interpolation: Interpolation,
    extent: Option<[f64; 4]>,
    /// Its place changed since setup.
    is_moving: bool,
    is_frozen: bool,
    common: Common,
}

/// Where the first row of an [`Image`] is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Origin {
    /// At the top.
    #[default]
    Upper,
    /// At the bottom.
    Lower,
}

crate::base::word::named! { Origin, "an origin":
    "upper" => Self::Upper,
    "lower" => Self::Lower,
}

/// What an [`Image`] shows between the middles of its cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Interpolation {
    /// Each cell has one colour, with sharp edges.
    #[default]
    Nearest,
    /// Values, or the colours of a picture, change linearly from one middle to the next.
    Bilinear,
}

crate::base::word::named! { Interpolation, "an interpolation":
    "nearest" | "none" => Self::Nearest,
    "bilinear" => Self::Bilinear,
}

#[derive(Debug, Clone)]
enum Content {
    Values(Matrix),
    Pixels { size: (usize, usize), channels: usize, bytes: usize, pixels: Arc<[[u8; 4]]> },
}

impl Content {
    fn pixels(size: (usize, usize), channels: usize, bytes: &[u8]) -> Self {
        let pixel =
            |pixel: &[u8]| [pixel[0], pixel[1], pixel[2], pixel.get(3).copied().unwrap_or(255)];
        let pixels = bytes.chunks_exact(channels).map(pixel).collect();
        Self::Pixels { size, channels, bytes: bytes.len(), pixels }
    }

    /// Columns and rows.
    fn size(&self) -> (usize, usize) {
        match self {
            Self::Values(rows) => rows.size(),
            Self::Pixels { size, .. } => *size,
        }
    }
}

impl Image {
    /// Rows of values, all equally long. A value that is NaN is not drawn, unless the colormap
    /// has a colour for it.
    pub fn new<R: DataRows>(rows: R) -> Self {
        Self::with(Content::Values(Matrix::new(rows)))
    }

    /// A picture: red, green and blue of each pixel in a byte each, row by row.
    pub fn rgb(width: usize, height: usize, bytes: impl AsRef<[u8]>) -> Self {
        Self::with(Content::pixels((width, height), 3, bytes.as_ref()))
    }

    /// A picture with an opacity: red, green, blue, which are not multiplied by it, and alpha of
    /// each pixel in a byte each, row by row.
    pub fn rgba(width: usize, height: usize, bytes: impl AsRef<[u8]>) -> Self {
        Self::with(Content::pixels((width, height), 4, bytes.as_ref()))
    }

    fn with(content: Content) -> Self {
        Self {
            content,
            mapping: Mapping::default(),
            origin: Origin::Upper,
            interpolation: Interpolation::Nearest,
            extent: None,
            is_moving: false,
            is_frozen: false,
            common: Common::default(),
        }
    }

    /// Shows these rows of values instead. Equal values keep their colours.
    pub fn set_data<R: DataRows>(&mut self, rows: R) -> &mut Self {
        self.content = Content::Values(Matrix::new(rows));
        self
    }

    /// Shows this picture instead: see [`Image::rgb`].
    pub fn set_rgb(&mut self, width: usize, height: usize, bytes: impl AsRef<[u8]>) -> &mut Self {
        self.content = Content::pixels((width, height), 3, bytes.as_ref());
        self
    }

    /// Shows this picture instead: see [`Image::rgba`].
    pub fn set_rgba(&mut self, width: usize, height: usize, bytes: impl AsRef<[u8]>) -> &mut Self {
        self.content = Content::pixels((width, height), 4, bytes.as_ref());
        self
    }
}

properties! { Image {
    /// Where the first row is; default: at the top.
    origin / set_origin(origin: impl OneOf<Origin>) |image| {
        image.common.misnamed.set("origin", origin, &mut image.origin);
    };
    /// What is shown between the middles of cells; default: sharp edges. Cells that are smaller
    /// than a pixel are averaged either way.
    interpolation / set_interpolation(interpolation: impl OneOf<Interpolation>) |image| {
        image.common.misnamed.set("interpolation", interpolation, &mut image.interpolation);
    };
    /// Left, right, bottom and top edge in data, as in matplotlib. By default, the middles of the
    /// cells are at 0, 1, 2, ..
    extent / set_extent(extent: [impl Number; 4]) |image| {
        image.extent = Some(extent.map(Number::value));
        image.is_moving = image.is_frozen;
    };
} }
mapping_properties!(Image);
no_data!(Image: new(; rows) set_data);
common_properties!(Image);

impl Image {
    /// Left, right, bottom and top.
    fn sides(&self) -> [f64; 4] {
        let (columns, rows) = self.content.size();
        let (right, last) = (columns as f64 - 0.5, rows as f64 - 0.5);
        self.extent.unwrap_or(match self.origin {
            Origin::Upper => [-0.5, right, last, -0.5],
            Origin::Lower => [-0.5, right, -0.5, last],
        })
    }

    /// Is one of its sides no longer than a point?
    fn is_flat(&self) -> bool {
        self.extent.is_some_and(|[left, right, bottom, top]| left == right || bottom == top)
    }

    fn edges(&self) -> Edges {
        let [left, right, bottom, top] = self.sides();
        let (columns, rows) = self.content.size();
        let (first, last) = match self.origin {
            Origin::Upper => (top, bottom),
            Origin::Lower => (bottom, top),
        };
        Edges { x: linspace(left, right, columns + 1), y: linspace(first, last, rows + 1) }
    }

    fn check_cells(&self, argument: &'static str) -> Result<(), FigureError> {
        let (columns, rows) = self.content.size();
        if (columns > 0) == (rows > 0) {
            return Ok(());
        }
        let message = format!("{columns}x{rows} cells show nothing; `Image::empty` has 0x0");
        Err(FigureError::new("Image", argument, message))
    }

    fn mapped(&self) -> Option<Cow<'_, Mapping>> {
        match &self.content {
            Content::Values(rows) => Some(self.mapping.frozen(rows.values().iter().copied())),
            Content::Pixels { .. } => None,
        }
    }
}

impl Draw for Image {
    draw_common!(Image);

    fn check(&self) -> Result<(), FigureError> {
        let [left, right, bottom, top] = self.sides();
        if self.extent.is_some() && ![left, right, bottom, top].iter().all(|side| side.is_finite())
        {
            let [left, right, bottom, top] = [left, right, bottom, top].map(written);
            let message = format!("[{left}, {right}, {bottom}, {top}] must all be finite");
            return Err(FigureError::new("Image", "extent", message));
        }
        match &self.content {
            Content::Values(rows) => {
                rows.check_even("Image", "rows")?;
                self.check_cells("rows")?;
                self.mapped().map_or(Ok(()), |mapping| mapping.check("Image"))
            }
            Content::Pixels { size: (width, height), channels, bytes, .. } => {
                let wanted = width.checked_mul(*height).and_then(|n| n.checked_mul(*channels));
                if wanted == Some(*bytes) {
                    return self.check_cells("bytes");
                }
                let message = format!(
                    "has {bytes} bytes; {width}x{height} pixels of {channels} bytes have {}",
                    wanted.map_or("too many".into(), |wanted| wanted.to_string())
                );
                Err(FigureError::new("Image", "bytes", message))
            }
        }
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let (columns, rows) = self.content.size();
        if columns == 0 || rows == 0 || self.is_flat() {
            return;
        }
        let colors = match (&self.content, self.mapped()) {
            (Content::Values(rows), Some(mapping)) => {
                CellColors::Mapped(rows.clone(), mapping.into_owned())
            }
            (Content::Pixels { pixels, .. }, _) => CellColors::Ready(Arc::clone(pixels)),
            (Content::Values(_), None) => return,
        };
        let (edges, is_moving) = (self.edges(), pen.moving || self.is_moving);
        let is_smooth = self.interpolation == Interpolation::Bilinear;
        let places = match edges.aligned(pen) {
            Some(edges) if is_smooth && edges.is_coarse() => CellPlaces::Smooth(edges),
            Some(edges) => CellPlaces::Sharp { edges, may_snap: !is_moving },
            None => CellPlaces::Quads { corners: edges.corners(pen), stride: columns + 1 },
        };
        let alpha = self.common.alpha;
        pen.scene.cells(CellGrid { places, colors, alpha, room: pen.frame });
    }

    fn extent(&self) -> Extent {
        let (columns, rows) = self.content.size();
        if columns == 0 || rows == 0 {
            return Extent::default();
        }
        let [left, right, bottom, top] = self.sides();
        Extent::flat(Reach::of_edges(left, right), Reach::of_edges(bottom, top))
    }

    fn inverts_y(&self) -> bool {
        self.extent.map_or(self.origin == Origin::Upper, |[.., bottom, top]| bottom > top)
    }

    fn default_zorder(&self) -> f64 {
        0.0
    }

    fn mapping(&self) -> Option<&Mapping> {
        matches!(self.content, Content::Values(_)).then_some(&self.mapping)
    }

    fn mapping_mut(&mut self) -> Option<&mut Mapping> {
        Some(&mut self.mapping)
    }

    fn colored_values(&self) -> Option<Cow<'_, [f64]>> {
        match &self.content {
            Content::Values(rows) => Some(Cow::Borrowed(rows.values())),
            Content::Pixels { .. } => None,
        }
    }

    fn warn(&self, warnings: &mut Warnings) {
        if self.is_flat() {
            let message = "Image, `extent`: equal edges leave nothing to show";
            warnings.add(Warning::new(message));
        }
        if let Some(mapping) = self.mapping() {
            mapping.warn("Image", || self.first().values, warnings);
        }
    }

    fn is_equal_aspect(&self) -> bool {
        true
    }

    fn freeze(&mut self) {
        self.is_frozen = true;
    }
}
