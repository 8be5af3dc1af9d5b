//! What is shown between the middles of cells.

use std::f64::consts::PI;

/// What an [`Image`](crate::Image) shows between the middles of its cells: matplotlib's names. All but the first one
/// are weighted means of the cells around a pixel; where cells are smaller than pixels, of all those in reach.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Interpolation {
    /// Each cell has one colour, with sharp edges; cells that are smaller than a pixel are averaged.
    #[default]
    Nearest,
    /// `"auto"`, matplotlib's own choice: sharp edges for cells of exactly one or two pixels and of more than three,
    /// else [`Interpolation::Hanning`].
    Auto,
    /// Values, or the colours of a picture, change linearly from one middle to the next.
    Bilinear,
    /// A cubic B-spline, which is smooth and goes through no value.
    Bicubic,
    /// A cubic spline over 16 cells, through the values.
    Spline16,
    /// The same over 36 cells.
    Spline36,
    /// A raised cosine.
    Hanning,
    /// A raised cosine on a pedestal.
    Hamming,
    /// A cubic with level ends at the middles.
    Hermite,
    /// Kaiser's window.
    Kaiser,
    /// A quadratic B-spline.
    Quadric,
    /// E. Catmull's and R. Rom's cubic, through the values.
    Catrom,
    /// A bell, of which nothing is left two cells away.
    Gaussian,
    /// Bessel's function of the first order.
    Bessel,
    /// D. Mitchell's and A. Netravali's cubic.
    Mitchell,
    /// A sine over its angle, four cells to each side.
    Sinc,
    /// The same in the window of a wider one: C. Lanczos's.
    Lanczos,
    /// The same in Blackman's window.
    Blackman,
}

crate::base::word::named! { Interpolation, "an interpolation":
    "nearest" | "none" => Self::Nearest,
    "auto" | "antialiased" => Self::Auto,
    "bilinear" => Self::Bilinear,
    "bicubic" => Self::Bicubic,
    "spline16" => Self::Spline16,
    "spline36" => Self::Spline36,
    "hanning" => Self::Hanning,
    "hamming" => Self::Hamming,
    "hermite" => Self::Hermite,
    "kaiser" => Self::Kaiser,
    "quadric" => Self::Quadric,
    "catrom" => Self::Catrom,
    "gaussian" => Self::Gaussian,
    "bessel" => Self::Bessel,
    "mitchell" => Self::Mitchell,
    "sinc" => Self::Sinc,
    "lanczos" => Self::Lanczos,
    "blackman" => Self::Blackman,
}

/// How wide the windows of sines are, in cells; matplotlib's `filterrad`.
const WIDE: f64 = 4.0;

impl Interpolation {
    /// How far cells may be that count, in cells.
    pub(crate) fn radius(self) -> f64 {
        match self {
            Self::Nearest => 0.5,
            Self::Auto
            | Self::Bilinear
            | Self::Hanning
            | Self::Hamming
            | Self::Hermite
            | Self::Kaiser => 1.0,
            Self::Quadric => 1.5,
            Self::Bicubic | Self::Spline16 | Self::Catrom | Self::Gaussian | Self::Mitchell => 2.0,
            Self::Spline36 => 3.0,
            Self::Bessel => 3.2383,
            Self::Sinc | Self::Lanczos | Self::Blackman => WIDE,
        }
    }

    /// The weight of a cell whose middle is so far, in cells: those of Anti-Grain Geometry's image filters, which
    /// matplotlib resamples with.
    pub(crate) fn weight(self, distance: f64) -> f64 {
        let x = distance.abs();
        if x >= self.radius() {
            return 0.0;
        }
        match self {
            Self::Nearest => 1.0,
            Self::Bilinear => 1.0 - x,
            Self::Auto | Self::Hanning => 0.5 + 0.5 * (PI * x).cos(),
            Self::Hamming => 0.54 + 0.46 * (PI * x).cos(),
            Self::Hermite => (2.0 * x - 3.0) * x * x + 1.0,
            Self::Kaiser => {
                const SHAPE: f64 = 6.33;
                bessel_i0(SHAPE * (1.0 - x * x).sqrt()) / bessel_i0(SHAPE)
            }
            Self::Quadric if x < 0.5 => 0.75 - x * x,
            Self::Quadric => 0.5 * (x - 1.5) * (x - 1.5),
            Self::Bicubic => {
                let cube = |x: f64| x.max(0.0).powi(3);
                (cube(x + 2.0) - 4.0 * cube(x + 1.0) + 6.0 * cube(x) - 4.0 * cube(x - 1.0)) / 6.0
            }
            Self::Spline16 if x < 1.0 => ((x - 9.0 / 5.0) * x - 1.0 / 5.0) * x + 1.0,
            Self::Spline16 => {
                let x = x - 1.0;
                ((-x / 3.0 + 4.0 / 5.0) * x - 7.0 / 15.0) * x
            }
            Self::Spline36 if x < 1.0 => {
                ((13.0 / 11.0 * x - 453.0 / 209.0) * x - 3.0 / 209.0) * x + 1.0
            }
            Self::Spline36 if x < 2.0 => {
                let x = x - 1.0;
                ((-6.0 / 11.0 * x + 270.0 / 209.0) * x - 156.0 / 209.0) * x
            }
            Self::Spline36 => {
                let x = x - 2.0;
                ((x / 11.0 - 45.0 / 209.0) * x + 26.0 / 209.0) * x
            }
            Self::Catrom if x < 1.0 => 0.5 * (2.0 + x * x * (3.0 * x - 5.0)),
            Self::Catrom => 0.5 * (4.0 + x * (-8.0 + x * (5.0 - x))),
            Self::Gaussian => (-2.0 * x * x).exp() * (2.0 / PI).sqrt(),
            Self::Bessel if x == 0.0 => PI / 4.0,
            Self::Bessel => bessel_j1(PI * x) / (2.0 * x),
            // both of its parameters are a third
            Self::Mitchell if x < 1.0 => 8.0 / 9.0 + x * x * (7.0 / 6.0 * x - 2.0),
            Self::Mitchell => 16.0 / 9.0 + x * (-10.0 / 3.0 + x * (2.0 - 7.0 / 18.0 * x)),
            Self::Sinc => sinc(x),
            Self::Lanczos => sinc(x) * sinc(x / WIDE),
            Self::Blackman => {
                let turn = PI * x / WIDE;
                sinc(x) * (0.42 + 0.5 * turn.cos() + 0.08 * (2.0 * turn).cos())
            }
        }
    }
}

fn sinc(x: f64) -> f64 {
    if x == 0.0 { 1.0 } else { (PI * x).sin() / (PI * x) }
}

/// Its series, for arguments below 10.
fn bessel_i0(x: f64) -> f64 {
    let quarter = x * x / 4.0;
    let terms = (1..40).scan(1.0, |term, k| {
        *term *= quarter / f64::from(k * k);
        Some(*term)
    });
    1.0 + terms.sum::<f64>()
}

fn bessel_j1(x: f64) -> f64 {
    let quarter = x * x / 4.0;
    let terms = (1..40).scan(x / 2.0, |term, k| {
        *term *= -quarter / f64::from(k * (k + 1));
        Some(*term)
    });
    x / 2.0 + terms.sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Interpolation::*;

    const ALL: [Interpolation; 16] = [
        Bilinear, Bicubic, Spline16, Spline36, Hanning, Hamming, Hermite, Kaiser, Quadric, Catrom,
        Gaussian, Bessel, Mitchell, Sinc, Lanczos, Blackman,
    ];

    #[test]
    fn weights_are_even_and_end_at_the_radius() {
        for kind in ALL {
            assert_eq!(kind.weight(0.3), kind.weight(-0.3), "{kind:?}");
            assert_eq!(kind.weight(kind.radius()), 0.0, "{kind:?}");
            let near = kind.weight(kind.radius() - 1e-9);
            let leap = matches!(kind, Hamming | Kaiser) || near.abs() < 1e-3;
            assert!(leap, "{kind:?}: {near}");
        }
    }

    /// `scipy.special.j1` and `i0`.
    #[test]
    fn bessels_functions_are_those_of_scipy() {
        for (x, wanted) in
            [(0.5, 0.24226845767487387), (4.0, -0.06604332802354912), (10.0, 0.04347274616886141)]
        {
            assert!((bessel_j1(x) - wanted).abs() < 1e-12, "{x}: {}", bessel_j1(x));
        }
        for (x, wanted) in [(1.0, 1.2660658777520082), (6.33, 90.92889004990738)] {
            assert!((bessel_i0(x) / wanted - 1.0).abs() < 1e-12, "{x}: {}", bessel_i0(x));
        }
    }

    #[test]
    fn those_that_go_through_the_values_are_one_there_and_nothing_at_the_others() {
        for kind in
            [Bilinear, Spline16, Spline36, Hanning, Hermite, Catrom, Sinc, Lanczos, Blackman]
        {
            assert!((kind.weight(0.0) - 1.0).abs() < 1e-12, "{kind:?}");
            for cell in 1..4 {
                assert!(kind.weight(f64::from(cell)).abs() < 1e-12, "{kind:?} {cell}");
            }
        }
    }
}
