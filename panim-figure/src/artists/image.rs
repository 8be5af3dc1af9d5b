//! Pictures and fields of values, cell by cell: matplotlib's `imshow`.

mod content;
mod place;
#[cfg(test)]
mod tests;

use crate::{
    At, DataRows, FigureError, Number, Picture, PictureError,
    artist::Draw,
    base::{
        data::no_data,
        extent::Extent,
        properties::properties,
        rows::Matrix,
        warning::{Warning, Warnings},
        word::OneOf,
    },
    color::mapping::{Mapping, mapping_properties},
    parts::{
        cells::{checked_alphas, with_alphas},
        common::{Common, common_properties, draw_common},
    },
    pen::Pen,
    scene::{
        cells::{CellColors, CellGrid},
        interpolation::Interpolation,
    },
};
use content::Content;
use place::{ImageBox, ImagePlace};
use std::{
    borrow::{Borrow, Cow},
    path::Path,
    sync::Arc,
};
use vello_cpu::kurbo::Rect;

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
    alphas: Option<Matrix>,
    place: ImagePlace,
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

    /// A picture, such as a frame of a [`Recording`](crate::Recording). The pixels are copied.
    pub fn picture(picture: impl Borrow<Picture>) -> Self {
        Self::with(Content::of(picture.borrow()))
    }

    /// The picture in a PNG or JPEG file: matplotlib's `imread` and `imshow` in one.
    ///
    /// # Errors
    ///
    /// There is no picture in the file; see [`Picture::open`].
    pub fn open(path: impl AsRef<Path>) -> Result<Self, PictureError> {
        Picture::open(path).map(Self::picture)
    }

    fn with(content: Content) -> Self {
        Self {
            content,
            mapping: Mapping::default(),
            origin: Origin::Upper,
            interpolation: Interpolation::Nearest,
            alphas: None,
            place: ImagePlace::default(),
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

    /// Shows this picture instead: see [`Image::picture`].
    pub fn set_picture(&mut self, picture: impl Borrow<Picture>) -> &mut Self {
        self.content = Content::of(picture.borrow());
        self
    }
}

properties! { Image {
    /// Where the first row is; default: at the top.
    origin / set_origin(origin: impl OneOf<Origin>) |image| {
        image.common.misnamed.set("origin", origin, &mut image.origin);
    };
    /// What is shown between the middles of cells: `"nearest"`, sharp edges, the default, where cells that are smaller
    /// than a pixel are averaged; `"bilinear"`, `"bicubic"`, `"lanczos"` or another of matplotlib's, or `"auto"`,
    /// which is matplotlib's default. See [`Interpolation`].
    interpolation / set_interpolation(interpolation: impl OneOf<Interpolation>) |image| {
        image.common.misnamed.set("interpolation", interpolation, &mut image.interpolation);
    };
    /// Opacity of each cell, 0 to 1, on top of its colour's own: a row for each row of cells. Default: 1 for all.
    alphas / set_alphas(alphas: impl DataRows) |image| image.alphas = Some(Matrix::new(alphas));
    /// Left, right, bottom and top edge in data, as in matplotlib. By default, the middles of the
    /// cells are at 0, 1, 2, ..
    extent / set_extent(extent: [impl Number; 4]) |image| {
        image.place = ImagePlace::Extent(extent.map(Number::value), "extent");
        image.is_moving = image.is_frozen;
    };
} }
mapping_properties!(Image);
no_data!(Image: new(; rows) set_data);
common_properties!(Image);

impl Image {
    /// Its lower left corner and its upper right one, in data coordinates or in others of [`At`]:
    /// `between(At::Axes(0.0, 0.0), At::Axes(1.0, 1.0))` fills the axes, whatever their limits are. An image
    /// that is not in data has no part in limits and in the axes' aspect.
    pub fn between(mut self, lower_left: impl Into<At>, upper_right: impl Into<At>) -> Self {
        self.set_between(lower_left, upper_right);
        self
    }

    /// Moves it: see [`Image::between`].
    pub fn set_between(
        &mut self,
        lower_left: impl Into<At>,
        upper_right: impl Into<At>,
    ) -> &mut Self {
        self.place = ImagePlace::between(lower_left.into(), upper_right.into());
        self.is_moving = self.is_frozen;
        self
    }
}

impl Image {
    fn place(&self) -> ImageBox {
        ImageBox { place: self.place, origin: self.origin, size: self.content.size() }
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
        self.place().check()?;
        self.content.check()?;
        if let Some(alphas) = &self.alphas {
            checked_alphas("Image", alphas, self.content.size())?;
        }
        self.mapped().map_or(Ok(()), |mapping| mapping.check("Image"))
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let (columns, rows) = self.content.size();
        if columns == 0 || rows == 0 || self.place().flat().is_some() {
            return;
        }
        let colors = match (&self.content, self.mapped()) {
            (Content::Values(rows), Some(mapping)) => {
                CellColors::Mapped(rows.clone(), mapping.into_owned())
            }
            (Content::Pixels { pixels, .. }, _) => CellColors::Ready(Arc::clone(pixels)),
            (Content::Values(_), None) => return,
        };
        let colors = with_alphas(colors, self.alphas.as_ref());
        let may_snap = !(pen.moving || self.is_moving);
        let places = self.place().places(pen, self.interpolation, may_snap);
        let (alpha, beyond) = (self.common.alpha, self.place().beyond(pen));
        let room = if beyond.is_some() { pen.page() } else { pen.frame };
        pen.scene.cells(CellGrid { places, colors, alpha, room });
    }

    fn extent(&self) -> Extent {
        let (columns, rows) = self.content.size();
        if columns == 0 || rows == 0 {
            return Extent::default();
        }
        self.place().extent()
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        self.place().beyond(pen)
    }

    fn is_cut(&self, _part: usize) -> bool {
        self.place().is_in_axes()
    }

    fn inverts_y(&self) -> bool {
        self.place().inverts_y()
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
        if let Some(argument) = self.place().flat() {
            let message = format!("Image, `{argument}`: equal edges leave nothing to show");
            warnings.add(Warning::new(message));
        }
        if let Some(mapping) = self.mapping() {
            mapping.warn("Image", &|| self.first().values, warnings);
        }
    }

    fn is_equal_aspect(&self) -> bool {
        self.place().is_in_data()
    }

    fn freeze(&mut self) {
        self.is_frozen = true;
    }
}
