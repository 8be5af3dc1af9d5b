//! The coasts and countries of the world as artists.

use super::{Lines, Polygons};
use crate::numeric::world;

/// As wide as cartopy draws them, in points.
const WIDTH: f64 = 1.0;

impl Lines {
    /// The coastlines of the world for a map ([`Axes::set_map`](crate::Axes::set_map)), black and 1 point wide; feature
    /// `coastlines`. They are those of [`world::coastlines`](crate::world::coastlines).
    ///
    /// ```
    /// # use panim_figure::*;
    /// # let mut fig = Figure::new();
    /// # fig.set_size(400, 300);
    /// # let ax = fig.axes();
    /// ax.set_map("mercator").set_ylim(-60, 80).set_facecolor("aliceblue");
    /// ax.add(Polygons::land().color("wheat"));
    /// ax.add(Lines::borders().color("white"));
    /// ax.add(Lines::coastlines().width(0.5));
    /// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
    /// # docs::check("coastlines", fig);
    /// ```
    #[doc = include_str!("../../docs/coastlines.md")]
    pub fn coastlines() -> Self {
        Self::new(world::coastlines()).color("black").width(WIDTH)
    }

    /// The borders between countries, black and 1 point wide; feature `coastlines`. They are those of
    /// [`world::borders`](crate::world::borders).
    pub fn borders() -> Self {
        Self::new(world::borders()).color("black").width(WIDTH)
    }
}

/// Of land: Natural Earth's, and cartopy's.
const LAND: (u8, u8, u8) = (240, 240, 220);

impl Polygons {
    /// The land of the world as one polygon, ivory and below the grid and all lines; feature `coastlines`.
    /// Its outlines are those of [`world::land`](crate::world::land).
    pub fn land() -> Self {
        Self::rings([world::land()]).color(LAND).zorder(BELOW)
    }

    /// The countries of the world, a polygon for each of [`world::countries`](crate::world::countries), for
    /// [`values`](Polygons::values) or [`colors`](Polygons::colors) in their order; feature `coastlines`.
    pub fn countries() -> Self {
        Self::rings(world::countries().into_iter().map(|country| country.rings))
    }
}

/// cartopy's place of land among the artists.
const BELOW: f64 = -1.0;
