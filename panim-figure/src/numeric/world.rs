//! The coasts and countries of the world (feature `coastlines`).
//!
//! From [Natural Earth](https://www.naturalearthdata.com)'s maps at 1:110,000,000, which are in the public domain, by
//! way of the package [world-atlas](https://github.com/topojson/world-atlas) (ISC license, Mike Bostock). Longitudes and
//! latitudes are in degrees, to hundredths; what crosses the 180th meridian is cut there. Small islands are not on
//! maps of this scale.
//!
//! [`Lines::coastlines`](crate::Lines::coastlines), [`Lines::borders`](crate::Lines::borders),
//! [`Polygons::land`](crate::Polygons::land) and [`Polygons::countries`](crate::Polygons::countries) draw them.

use std::sync::LazyLock;

/// A line or an outline: pairs of longitude and latitude in degrees.
type GeoLine = Vec<(f64, f64)>;

/// A country of the world.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Country {
    /// In English, as Natural Earth writes it, with abbreviations: `"Dominican Rep."`.
    pub name: &'static str,
    /// Its number in ISO 3166-1, if it has one there.
    pub code: Option<u16>,
    /// Its outlines and those of its holes, as [`Polygons::rings`](crate::Polygons::rings) takes them.
    pub rings: Vec<GeoLine>,
}

/// The coasts: lines of longitudes and latitudes in degrees. Where a border ends at a coast, another line begins.
pub fn coastlines() -> Vec<Vec<(f64, f64)>> {
    WORLD.lines(COAST)
}

/// The borders between countries, likewise.
pub fn borders() -> Vec<Vec<(f64, f64)>> {
    WORLD.lines(BORDER)
}

/// The outlines of land and of its inland seas, as [`Polygons::rings`](crate::Polygons::rings) takes them for one
/// polygon.
pub fn land() -> Vec<Vec<(f64, f64)>> {
    WORLD.land.iter().map(|ring| WORLD.ring(ring)).collect()
}

/// The countries, 177 of them.
pub fn countries() -> Vec<Country> {
    let country = |(name, code, rings): &(&'static str, u16, Vec<Ring>)| Country {
        name,
        code: Some(*code).filter(|code| *code > 0),
        rings: rings.iter().map(|ring| WORLD.ring(ring)).collect(),
    };
    WORLD.countries.iter().map(country).collect()
}

/// Kinds of arcs.
const COAST: u8 = 0;
const BORDER: u8 = 1;

/// Units of the file in a degree.
const IN_A_DEGREE: f64 = 100.0;

/// Arcs by their numbers, those that run the other way as `!number`.
type Ring = Vec<isize>;

/// Lines that outlines share, and what these are made of.
struct World {
    arcs: Vec<(u8, GeoLine)>,
    land: Vec<Ring>,
    countries: Vec<(&'static str, u16, Vec<Ring>)>,
}

static WORLD: LazyLock<World> =
    LazyLock::new(|| WorldFile(include_bytes!("../../data/world.bin")).world());

impl World {
    fn lines(&self, wanted: u8) -> Vec<GeoLine> {
        let arcs = self.arcs.iter().filter(|(kind, _)| *kind == wanted);
        arcs.map(|(_, track)| track.clone()).collect()
    }

    fn ring(&self, arcs: &Ring) -> GeoLine {
        let mut track = GeoLine::new();
        for &arc in arcs {
            let points = match arc {
                0.. => self.arcs[arc as usize].1.clone(),
                _ => self.arcs[!arc as usize].1.iter().rev().copied().collect(),
            };
            // an arc begins where the one before ends
            let skipped = usize::from(track.last() == points.first());
            track.extend(points.into_iter().skip(skipped));
        }
        track
    }
}

/// What is left of the file, in the form that `data/make_world.py` describes.
struct WorldFile(&'static [u8]);

impl WorldFile {
    fn world(mut self) -> World {
        let arcs = (0..self.number()).map(|_| self.arc()).collect();
        let land = self.rings();
        let countries = (0..self.number()).map(|_| self.country()).collect();
        World { arcs, land, countries }
    }

    /// The next one; 0 behind the end, which is not reached.
    fn number(&mut self) -> usize {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let Some((byte, rest)) = self.0.split_first() else { break };
            self.0 = rest;
            number |= usize::from(byte & 127) << shift;
            if *byte < 128 {
                break;
            }
        }
        number
    }

    fn signed(&mut self) -> isize {
        let number = self.number();
        let half = (number / 2) as isize;
        if number.is_multiple_of(2) { half } else { !half }
    }

    fn arc(&mut self) -> (u8, GeoLine) {
        let kind = self.number() as u8;
        let (mut x, mut y) = (0, 0);
        let points = (0..self.number()).map(|_| {
            x += self.signed();
            y += self.signed();
            (x as f64 / IN_A_DEGREE, y as f64 / IN_A_DEGREE)
        });
        (kind, points.collect())
    }

    fn rings(&mut self) -> Vec<Ring> {
        (0..self.number())
            .map(|_| {
                let mut arc = 0;
                let arcs = (0..self.number()).map(|_| {
                    arc += self.signed();
                    arc
                });
                arcs.collect()
            })
            .collect()
    }

    fn country(&mut self) -> (&'static str, u16, Vec<Ring>) {
        let length = self.number().min(self.0.len());
        let (name, rest) = self.0.split_at(length);
        self.0 = rest;
        let code = self.number() as u16;
        (std::str::from_utf8(name).unwrap_or_default(), code, self.rings())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twice the area within rings, in square degrees.
    fn area(rings: &[GeoLine]) -> f64 {
        let ring = |ring: &GeoLine| -> f64 {
            let next = ring.iter().skip(1).chain(ring.first());
            ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum()
        };
        rings.iter().map(ring).sum()
    }

    #[test]
    fn the_file_has_all_countries_of_its_source() {
        let all = countries();
        assert_eq!(all.len(), 177);
        assert_eq!((all[0].name, all[0].code), ("Fiji", Some(242)));
        let find = |name: &str| all.iter().find(|country| country.name == name).expect(name);
        assert_eq!(find("France").rings.len(), 3);
        // the Caspian Sea is none of theirs, and the land around South Africa's Lesotho is a ring with a hole
        assert_eq!(find("South Africa").rings.len(), 2);
        assert_eq!(find("Kosovo").code, None);
    }

    #[test]
    fn lines_do_not_leap_over_the_map() {
        let rings = countries().into_iter().flat_map(|country| country.rings);
        let rings: Vec<GeoLine> = rings.chain(land()).collect();
        assert!(rings.len() > 400, "{}", rings.len());
        for ring in rings {
            let next = ring.iter().skip(1).chain(ring.first());
            for (a, b) in ring.iter().zip(next) {
                assert!(a.0.abs() <= 180.0 && a.1.abs() <= 90.0, "{a:?}");
                assert!((a.0 - b.0).abs() < 90.0 || a.1 == -90.0, "{a:?} {b:?}");
            }
        }
        for line in coastlines().iter().chain(&borders()) {
            assert!(line.windows(2).all(|pair| (pair[0].0 - pair[1].0).abs() < 90.0));
        }
    }

    /// What all countries cover together is the land, to a square degree, since both are made of the same lines.
    #[test]
    fn countries_cover_the_land() {
        let all: f64 = countries().iter().map(|country| area(&country.rings)).sum();
        let land = area(&land());
        assert!((all - land).abs() < 1.0 && land.abs() > 30_000.0, "{all} {land}");
    }
}
