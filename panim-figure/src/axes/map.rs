//! An axes as a map of the world.

use super::{Axes, asked::Feature};
use crate::{AxisScale, Format, Locator, OneOf};

/// How the earth lies in an axes, x longitudes and y latitudes in degrees: for [`Axes::set_map`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum MapProjection {
    /// `"platecarree"`, the default: a degree of latitude is as long as one of longitude.
    #[default]
    PlateCarree,
    /// `"mercator"`: angles are as on the ground, and land near the poles is large
    /// ([`AxisScale::Mercator`]).
    Mercator,
}

crate::base::word::named! { MapProjection, "a projection of maps":
    "platecarree" | "PlateCarree" | "equirectangular" => Self::PlateCarree,
    "mercator" | "Mercator" => Self::Mercator,
}

impl Axes {
    /// Makes it a map: x are longitudes and y latitudes in degrees, with ticks such as `60°W` and `30°N`, units
    /// of the projection's lengths, and no margin around the data. `"platecarree"` or `"mercator"`, or a
    /// [`MapProjection`]. Whatever an axes takes can be drawn on it; between two points lines are straight on the
    /// page.
    ///
    /// It sets scales, aspect, locators, formats and margins of both axes; setters behind it change what they say.
    ///
    /// ```
    /// # use panim_figure::*;
    /// # let mut fig = Figure::new();
    /// # fig.set_size(400, 300);
    /// # let ax = fig.axes();
    /// ax.set_map("mercator").set_xlim(-25, 45).set_ylim(30, 72).set_grid(true);
    /// let cities = [(2.35, 48.86), (-0.13, 51.51), (13.40, 52.52), (18.07, 59.33), (23.73, 37.98)];
    /// ax.add(Line::from_points(cities).marker("o"));
    /// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
    /// # docs::check("map", fig);
    /// ```
    #[doc = include_str!("../../docs/map.md")]
    #[doc(alias("PlateCarree", "Mercator", "basemap", "cartopy"))]
    pub fn set_map(&mut self, projection: impl OneOf<MapProjection>) -> &mut Self {
        let mut known = MapProjection::default();
        self.state.misnamed.set("set_map", projection, &mut known);
        let scale = match known {
            MapProjection::PlateCarree => AxisScale::Linear,
            MapProjection::Mercator => AxisScale::Mercator,
        };
        // so that what these setters ask for is said by the name of this one
        for feature in [
            Feature::XScale,
            Feature::YScale,
            Feature::Aspect,
            Feature::XTicks,
            Feature::YTicks,
            Feature::XLimits,
            Feature::YLimits,
        ] {
            self.asks(feature, "set_map");
        }
        self.set_xscale(AxisScale::Linear).set_yscale(scale).set_aspect("equal");
        self.set_xlocator(Locator::degrees()).set_ylocator(Locator::degrees());
        self.set_xformat(Format::longitude()).set_yformat(Format::latitude());
        self.set_xmargin(0).set_ymargin(0)
    }
}
