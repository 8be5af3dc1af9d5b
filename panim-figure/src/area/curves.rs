//! Curves through plotters' whole pixels, with the bumps of the rounding taken out.
//!
//! plotters rounds each point to a pixel. That makes a smooth curve bumpy, and when it moves, the
//! bumps crawl. Any place in the pixel is as true as its middle, so each point of a dense line is
//! moved within its pixel: towards the parabola that fits it and its neighbours best (Savitzky and
//! Golay, 1964). That halves the distance to the curve that was meant.

use plotters_backend::BackendCoord;
use vello_cpu::kurbo::{Point, Vec2};

/// A line of fewer points means its corners.
const FEWEST: usize = 8;

/// So does one whose points are farther apart, in plotters' pixels.
const FARTHEST: u32 = 16;

/// What a point and its neighbours on each side count, by how many these are.
const WEIGHTS: [&[f64]; 2] =
    [&[17.0 / 35.0, 12.0 / 35.0, -3.0 / 35.0], &[7.0 / 21.0, 6.0 / 21.0, 3.0 / 21.0, -2.0 / 21.0]];

/// A third time would not be seen.
const ROUNDS: usize = 2;

/// Moves points that lie in the `middles` of the pixels `points`, which are `side` wide and high.
pub(super) fn smooth(points: &[BackendCoord], middles: &mut [Point], side: f64) {
    if points.len() < FEWEST {
        return;
    }
    let half = side / 2.0;
    let neighbours = neighbours(points);
    let pixels = middles.to_vec();
    for _ in 0..ROUNDS {
        let before = middles.to_vec();
        for (i, pixel) in pixels.iter().enumerate() {
            if neighbours[i] >= 2 {
                let fit = fit(&before, i, WEIGHTS[neighbours[i] - 2]);
                middles[i].x = fit.x.clamp(pixel.x - half, pixel.x + half);
                middles[i].y = fit.y.clamp(pixel.y - half, pixel.y + half);
            }
        }
    }
}

/// How many points near each other there are on both sides of each, up to three.
fn neighbours(points: &[BackendCoord]) -> Vec<usize> {
    let mut counts = vec![3; points.len()];
    let mut before = 0;
    let mut after = 0;
    for i in 0..points.len() {
        before = if i > 0 && are_near(points[i - 1], points[i]) { before + 1 } else { 0 };
        counts[i] = before.min(counts[i]);
        let i = points.len() - 1 - i;
        let is_near = i + 1 < points.len() && are_near(points[i], points[i + 1]);
        after = if is_near { after + 1 } else { 0 };
        counts[i] = after.min(counts[i]);
    }
    counts
}

fn are_near(a: BackendCoord, b: BackendCoord) -> bool {
    a.0.abs_diff(b.0) <= FARTHEST && a.1.abs_diff(b.1) <= FARTHEST
}

/// Point `i` of the parabola that fits it and its neighbours.
fn fit(line: &[Point], i: usize, weights: &[f64]) -> Vec2 {
    let own = line[i].to_vec2() * weights[0];
    (1..weights.len())
        .fold(own, |sum, k| sum + (line[i - k].to_vec2() + line[i + k].to_vec2()) * weights[k])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn middle(&(x, y): &BackendCoord) -> Point {
        Point::new(f64::from(x) + 0.5, f64::from(y) + 0.5)
    }

    fn smoothed(points: &[BackendCoord]) -> Vec<Point> {
        let mut line: Vec<Point> = points.iter().map(middle).collect();
        smooth(points, &mut line, 1.0);
        line
    }

    #[track_caller]
    fn assert_unmoved(points: &[BackendCoord]) {
        for (place, pixel) in smoothed(points).iter().zip(points) {
            assert!((*place - middle(pixel)).hypot() < 1e-9, "{pixel:?}: {place:?}");
        }
    }

    /// All the angles that a line turns by.
    fn turns(line: &[Point]) -> f64 {
        let turn = |p: &[Point]| {
            let (a, b) = (p[1] - p[0], p[2] - p[1]);
            a.cross(b).atan2(a.dot(b)).abs()
        };
        line.windows(3).map(turn).sum()
    }

    #[test]
    fn a_dense_curve_becomes_smoother_and_truer() {
        let height = |x: f64| 50.0 + 40.0 * (x / 30.0).sin();
        let error = |line: &[Point]| {
            let squares = line.iter().map(|point| (point.y - height(point.x)).powi(2));
            (squares.sum::<f64>() / line.len() as f64).sqrt()
        };
        for step in [1, 2, 3, 6] {
            let points: Vec<BackendCoord> = (0..400)
                .step_by(step)
                .map(|x| (x, height(f64::from(x) + 0.5).floor() as i32))
                .collect();
            let rounded: Vec<Point> = points.iter().map(middle).collect();
            let line = smoothed(&points);
            assert!(error(&line) < 0.65 * error(&rounded), "{step}: {}", error(&line));
            assert!(turns(&line) < turns(&rounded), "{step}");
            assert!(turns(&line) < 25.0, "{step}: {}", turns(&line));
            for (place, pixel) in line.iter().zip(&rounded) {
                assert!((place.x - pixel.x).abs() <= 0.5 && (place.y - pixel.y).abs() <= 0.5);
            }
        }
    }

    #[test]
    fn lines_that_mean_their_corners_keep_them() {
        let few = [(0, 0), (3, 5), (6, 0), (9, 5)];
        let far: Vec<_> = (0..20).map(|i| (i * 17, i % 2 * 5)).collect();
        assert_unmoved(&few);
        assert_unmoved(&far);
    }

    #[test]
    fn a_step_in_a_dense_line_stays_where_it_is() {
        let points: Vec<_> = (0..40).map(|x| (x, if x < 20 { 10 } else { 60 })).collect();
        assert_unmoved(&points);
    }

    #[test]
    fn straight_lines_stay() {
        let points: Vec<_> = (0..20).map(|i| (i, 3 * i)).collect();
        assert_unmoved(&points);
    }
}
