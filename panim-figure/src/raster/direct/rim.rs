//! How much of a pixel lies within a circle.

use fearless_simd::{Simd, SimdBase, SimdFloat, f32x8};

/// Of a smaller radius than this, in pixels, a circle bends too much for [`Rim::within_edge`].
const SMALL: f32 = 1.5;

/// Chords of a small circle through a pixel.
const CHORDS: u8 = 8;

/// A circle around the place from which pixels are counted.
#[derive(Debug, Clone, Copy)]
pub(in crate::raster) struct Rim {
    radius: f32,
}

impl Rim {
    /// `radius` in pixels, 0 or more.
    pub(in crate::raster) fn new(radius: f64) -> Self {
        Self { radius: radius as f32 }
    }

    /// Of pixels that are seen so from its centre, 0 to 1.
    #[inline(always)]
    pub(in crate::raster) fn coverage<S: Simd>(self, seen: &SeenPixels<S>) -> f32x8<S> {
        if self.radius < SMALL {
            self.along_chords(seen.across, seen.down)
        } else {
            self.within_edge(seen)
        }
    }

    /// The mean of what chords have of the pixel: exact along these.
    #[inline(always)]
    fn along_chords<S: Simd>(self, across: f32x8<S>, down: f32x8<S>) -> f32x8<S> {
        let Self { radius } = self;
        let (left, right) = (across - 0.5, across + 0.5);
        let top = (down - 0.5).max(-radius);
        let height = ((down + 0.5).min(radius) - top).max(0.0);
        let step = height * (1.0 / f32::from(CHORDS));
        let mut covered = step * 0.0;
        for chord in 0..CHORDS {
            let y = top + step * (f32::from(chord) + 0.5);
            let half = (-(y * y) + radius * radius).max(0.0).sqrt();
            covered += (half.min(right) - (-half).max(left)).max(0.0);
        }
        covered * step
    }

    /// As [`Edge`](super::edge::Edge), less what lies between the straight edge and the arc: as far as this is
    /// the parabola of the same bend.
    #[inline(always)]
    fn within_edge<S: Simd>(self, seen: &SeenPixels<S>) -> f32x8<S> {
        let Self { radius } = self;
        let SeenPixels { distance, long, short, per_long, per_short, .. } = *seen;
        let depth = -distance + radius;

        let (reach, even) = ((long + short) * 0.5, (long - short) * 0.5);
        let off = depth.abs().min(reach);
        let left = reach - off.max(even);
        let bend = per_long * per_short * 0.5;
        let straight = off.min(even) * per_long + (short * short - left * left) * bend;

        // where the edge enters the pixel and leaves it, from the point that is nearest to the centre
        let end = (-(off * short) + 0.5) * per_long;
        let side = (-(off * short) - 0.5) * per_long;
        let begin = side.max((off * long - 0.5) * per_short).min(end);
        let cut = (end * end * end - begin * begin * begin) * (1.0 / (6.0 * radius));
        (straight.copysign(depth) + 0.5 - cut).max(0.0).min(1.0)
    }
}

/// Pixels beside each other, seen from a place that is farther across than down.
pub(in crate::raster) struct SeenPixels<S: Simd> {
    across: f32x8<S>,
    down: f32x8<S>,
    distance: f32x8<S>,
    /// The direction from there, and 1 divided by its parts.
    long: f32x8<S>,
    short: f32x8<S>,
    per_long: f32x8<S>,
    per_short: f32x8<S>,
}

impl<S: Simd> SeenPixels<S> {
    /// Those whose centres are so far across and down.
    #[inline(always)]
    pub(in crate::raster) fn new(across: f32x8<S>, down: f32x8<S>) -> Self {
        let (x, y) = (across.abs(), down.abs());
        let (across, down) = (x.max(y), x.min(y));
        let distance = (across * across + down * down).sqrt().max(1e-3);
        // away from zero, so that one division is enough for all
        let (far, near) = (across.max(distance * 0.5), down.max(distance * 1e-4));
        let per_all = f32x8::splat(across.witness(), 1.0) / (far * near * distance);
        let per_distance = far * near * per_all;
        Self {
            across,
            down,
            distance,
            long: far * per_distance,
            short: near * per_distance,
            per_long: near * distance * per_all * distance,
            per_short: far * distance * per_all * distance,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::{Level, dispatch};

    /// By thousands of chords.
    fn exact(radius: f64, (across, down): (f64, f64)) -> f64 {
        const CHORDS: u32 = 4000;
        let covered = (0..CHORDS).map(|i| {
            let y = down + (f64::from(i) + 0.5) / f64::from(CHORDS) - 0.5;
            let half = (radius * radius - y * y).max(0.0).sqrt();
            (half.min(across + 0.5) - (-half).max(across - 0.5)).max(0.0)
        });
        covered.sum::<f64>() / f64::from(CHORDS)
    }

    fn coverage(radius: f64, (across, down): (f64, f64)) -> f64 {
        let inlined = |radius: f64, place: [f32; 2]| {
            dispatch!(Level::new(), simd => {
                let [across, down] = place.map(|place| f32x8::splat(simd, place));
                <[f32; 8]>::from(Rim::new(radius).coverage(&SeenPixels::new(across, down)))[0]
            })
        };
        inlined(radius, [across as f32, down as f32]).into()
    }

    /// The largest and the mean error of pixels at the rim, in levels of 255.
    fn errors(radius: f64, is: impl Fn(f64, (f64, f64)) -> f64) -> (f64, f64) {
        let places = (0..60).map(|i| {
            let (sin, cos) = (2.399_963 * f64::from(i)).sin_cos();
            let distance = (radius + 0.7 * (1.618_034 * f64::from(i)).sin()).abs();
            (distance * cos, distance * sin)
        });
        let errors: Vec<f64> =
            places.map(|at| 255.0 * (is(radius, at) - exact(radius, at)).abs()).collect();
        let all: f64 = errors.iter().sum();
        (errors.iter().copied().fold(0.0, f64::max), all / errors.len() as f64)
    }

    /// 144 points to a pixel.
    fn sampled(radius: f64, (across, down): (f64, f64)) -> f64 {
        let place = |i: u32| (f64::from(i) + 0.5) / 12.0 - 0.5;
        let at = |i: u32| (across + place(i % 12), down + place(i / 12));
        let inside = |(x, y): &(f64, f64)| x * x + y * y < radius * radius;
        (0..144).map(at).filter(inside).count() as f64 / 144.0
    }

    #[test]
    fn coverages_are_areas_and_nearer_to_them_than_samples() {
        for (radius, most, mean) in [
            (0.1, 0.4, 0.2),
            (0.3, 2.0, 1.0),
            (0.5, 4.0, 1.5),
            (0.8, 3.0, 0.6),
            (1.4, 1.5, 0.4),
            (1.6, 7.0, 1.3),
            (2.5, 4.0, 0.6),
            (4.0, 2.5, 0.3),
            (10.0, 1.0, 0.2),
            (300.0, 0.6, 0.2),
        ] {
            let (worst, usual) = errors(radius, coverage);
            assert!(worst < most && usual < mean, "{radius}: {worst} at most, {usual} in the mean");
            let (_, samples) = errors(radius, sampled);
            assert!(usual < samples, "{radius}: {usual}, and {samples} by samples");
        }
    }

    #[test]
    fn what_is_within_is_whole_and_what_is_beyond_is_free() {
        for radius in [0.0, 0.4, 1.4, 1.6, 20.0, 4000.0] {
            for (across, down) in [(0.0, 1.0), (0.6, 0.8), (1.0, 0.0)] {
                let at = |distance: f64| (distance * across, -distance * down);
                assert!(coverage(radius, at(radius + 0.75)) < 2e-3, "{radius}");
                let within = coverage(radius, at((radius - 0.75).max(0.0)));
                assert!(radius < 0.75 || within > 0.998, "{radius}: {within}");
            }
        }
    }
}
