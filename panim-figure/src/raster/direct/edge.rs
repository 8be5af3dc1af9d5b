//! How much of a pixel lies on one side of a straight edge: exactly, not by sampling.

use fearless_simd::{Simd, SimdBase, SimdFloat, f32x8};

/// An edge in some direction.
///
/// Seen along the edge, a pixel is a trapezoid: as deep as the pixel's diagonal reaches, and flat in
/// the middle. The coverage on one side is the integral of that.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    /// Further from the pixel's centre than this, the edge misses the pixel.
    pub(super) reach: f32,
    /// Up to here the coverage grows evenly, so much for each pixel.
    even: f32,
    slope: f32,
    /// From there on ever less, along a parabola.
    bend: f32,
    /// What the parabola adds in all.
    bent: f32,
}

impl Edge {
    /// Across the edge, in a vector of length 1.
    pub(super) fn new(normal: (f32, f32)) -> Self {
        let (x, y) = (normal.0.abs(), normal.1.abs());
        let (long, short) = (x.max(y), x.min(y));
        let bend = if short > 1e-6 { 0.5 / (long * short) } else { 0.0 };
        Self {
            reach: (long + short) / 2.0,
            even: (long - short) / 2.0,
            slope: 1.0 / long.max(1e-6),
            bend,
            bent: short * short * bend,
        }
    }

    /// The same edge at each of pixels beside each other.
    #[inline(always)]
    fn all<S: Simd>(&self, simd: S) -> PixelEdges<S> {
        let all = |value: f32| f32x8::splat(simd, value);
        let Self { reach, even, slope, bend, bent } = *self;
        PixelEdges {
            reach: all(reach),
            even: all(even),
            slope: all(slope),
            bend: all(bend),
            bent: all(bent),
        }
    }

    /// The coverages of pixels on the inner side, whose centres are `depth` pixels inside.
    #[inline(always)]
    pub(super) fn coverages<S: Simd>(&self, depth: f32x8<S>) -> f32x8<S> {
        self.all(depth.simd).coverages(depth)
    }

    /// The coverages of pixels between two such edges, `half` to each side of a line that is
    /// `distance` from their centres.
    #[inline(always)]
    pub(super) fn bands<S: Simd>(&self, half: f32x8<S>, distance: f32x8<S>) -> f32x8<S> {
        self.all(half.simd).bands(half, distance)
    }
}

/// An edge for each of pixels beside each other.
pub(super) struct PixelEdges<S: Simd> {
    reach: f32x8<S>,
    even: f32x8<S>,
    slope: f32x8<S>,
    bend: f32x8<S>,
    bent: f32x8<S>,
}

impl<S: Simd> PixelEdges<S> {
    /// Across the edges, in vectors of length 1.
    #[inline(always)]
    pub(super) fn new(x: f32x8<S>, y: f32x8<S>) -> Self {
        let (x, y) = (x.abs(), y.abs());
        // no division by zero
        let (long, short) = (x.max(y).max(0.5), x.min(y).max(1e-4));
        let bend = f32x8::splat(x.simd, 0.5) / (long * short);
        Self {
            reach: (long + short) * 0.5,
            even: (long - short) * 0.5,
            slope: f32x8::splat(x.simd, 1.0) / long,
            bend,
            bent: short * short * bend,
        }
    }

    #[inline(always)]
    fn coverages(&self, depth: f32x8<S>) -> f32x8<S> {
        let distance = depth.abs();
        let left = (self.reach - distance.max(self.even)).max(0.0);
        let half = self.slope * distance.min(self.even) + self.bent - self.bend * left * left;
        half.copysign(depth) + 0.5
    }

    #[inline(always)]
    pub(super) fn bands(&self, half: f32x8<S>, distance: f32x8<S>) -> f32x8<S> {
        let distance = distance.abs();
        (self.coverages(half - distance) + self.coverages(half + distance) - 1.0).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::dispatch;
    use vello_cpu::Level;

    fn coverage(edge: Edge, depth: f32) -> f32 {
        dispatch!(Level::new(), simd => {
            <[f32; 8]>::from(edge.coverages(f32x8::splat(simd, depth)))[0]
        })
    }

    fn band(edge: Edge, half: f32, distance: f32) -> f32 {
        dispatch!(Level::new(), simd => {
            let [half, distance] = [half, distance].map(|value| f32x8::splat(simd, value));
            <[f32; 8]>::from(edge.bands(half, distance))[0]
        })
    }

    /// By counting points.
    fn sampled(normal: (f32, f32), depth: f32) -> f32 {
        const N: usize = 200;
        let at = |i: usize| (i as f32 + 0.5) / N as f32 - 0.5;
        let inside = |x: f32, y: f32| depth + normal.0 * x + normal.1 * y > 0.0;
        let points = (0..N).flat_map(|i| (0..N).map(move |j| (at(i), at(j))));
        points.filter(|&(x, y)| inside(x, y)).count() as f32 / (N * N) as f32
    }

    #[test]
    fn shares_are_areas() {
        for degrees in [0.0_f32, 1.0, 30.0, 45.0, 61.0, 90.0, 200.0, 315.0] {
            let (y, x) = degrees.to_radians().sin_cos();
            for depth in [-1.0, -0.6, -0.3, 0.0, 0.1, 0.45, 0.7, 1.0] {
                let (exact, is) = (sampled((x, y), depth), coverage(Edge::new((x, y)), depth));
                assert!((is - exact).abs() < 0.01, "{degrees}, {depth}: {is}, not {exact}");
            }
        }
    }

    #[test]
    fn a_band_is_as_wide_as_it_is() {
        for degrees in [0.0_f32, 20.0, 45.0] {
            let (y, x) = degrees.to_radians().sin_cos();
            let edge = Edge::new((x, y));
            for half in [0.05, 0.4, 0.75, 2.0] {
                // along one axis the band has this width
                let sum: f32 =
                    (-20..20).map(|i| band(edge, half, ((i as f32 + 0.3) * x).abs())).sum();
                assert!((sum - 2.0 * half / x).abs() < 0.01, "{degrees}, {half}: {sum}");
            }
        }
    }
}
