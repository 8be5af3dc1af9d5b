//! How much of a pixel lies on one side of a straight edge: exactly, not by sampling.

/// An edge in some direction.
///
/// Seen along the edge, a pixel is a trapezoid: as deep as the pixel's diagonal reaches, and flat in
/// the middle. The coverage on one side is the integral of that.
#[derive(Debug, Clone, Copy)]
pub(in crate::raster) struct Edge {
    /// Further from the pixel's centre than this, the edge misses the pixel.
    pub(in crate::raster) reach: f32,
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
    pub(in crate::raster) fn new(normal: (f32, f32)) -> Self {
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

    /// The coverage of a pixel on the inner side, whose centre is `depth` pixels inside.
    #[inline(always)]
    pub(in crate::raster) fn coverage(&self, depth: f32) -> f32 {
        // without a choice, which a processor could not foresee
        let distance = depth.abs();
        let left = (self.reach - distance.max(self.even)).max(0.0);
        let half = self.slope * distance.min(self.even) + self.bent - self.bend * left * left;
        0.5 + half.copysign(depth)
    }

    /// The coverage of a pixel between two such edges, `half` to each side of a line that is
    /// `distance` from the centre.
    #[inline(always)]
    pub(in crate::raster) fn band(&self, half: f32, distance: f32) -> f32 {
        let distance = distance.abs();
        (self.coverage(half - distance) + self.coverage(half + distance) - 1.0).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
                let (exact, is) = (sampled((x, y), depth), Edge::new((x, y)).coverage(depth));
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
                    (-20..20).map(|i| edge.band(half, ((i as f32 + 0.3) * x).abs())).sum();
                assert!((sum - 2.0 * half / x).abs() < 0.01, "{degrees}, {half}: {sum}");
            }
        }
    }
}
