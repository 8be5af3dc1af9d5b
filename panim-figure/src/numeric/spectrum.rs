//! Spectra of samples: Fourier transforms of segments of them, as matplotlib's `mlab.specgram` takes them.

pub(crate) mod fourier;
#[cfg(test)]
mod tests;

use fourier::Fourier;
use std::f64::consts::{PI, TAU};

/// What each segment of samples is weighed by, so that its ends do not show as frequencies.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub enum SpectralWindow {
    /// One period of a raised cosine, 0 at both ends; numpy's `hanning`.
    #[default]
    Hann,
    /// A raised cosine on a pedestal; numpy's `hamming`.
    Hamming,
    /// A sum of two cosines, with less beside a frequency; numpy's `blackman`.
    Blackman,
    /// A triangle, 0 at both ends; numpy's `bartlett`.
    Bartlett,
    /// All weights are 1; matplotlib's `window_none`.
    Boxcar,
    /// These weights, as many as `nfft`.
    Weights(Vec<f64>),
}

crate::base::word::named! { SpectralWindow, "a window":
    "hann" | "hanning" => Self::Hann,
    "hamming" => Self::Hamming,
    "blackman" => Self::Blackman,
    "bartlett" => Self::Bartlett,
    "boxcar" | "none" => Self::Boxcar,
}

/// What is shown of a spectrum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum SpectralMode {
    /// The density of the power.
    #[default]
    Psd,
    /// The amplitudes.
    Magnitude,
    /// The angles, -pi to pi.
    Angle,
    /// The angles without leaps of more than half a turn from one frequency to the next.
    Phase,
}

crate::base::word::named! { SpectralMode, "a mode":
    "psd" => Self::Psd,
    "magnitude" => Self::Magnitude,
    "angle" => Self::Angle,
    "phase" => Self::Phase,
}

/// What is taken from each segment first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Detrend {
    /// Nothing.
    #[default]
    None,
    /// Its mean.
    Mean,
    /// The line that fits it best, by least squares.
    Linear,
}

crate::base::word::named! { Detrend, "a trend":
    "none" => Self::None,
    "mean" | "constant" => Self::Mean,
    "linear" => Self::Linear,
}

/// How spectra are taken.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Segments {
    /// Samples in each segment.
    pub(crate) nfft: usize,
    /// Samples that a segment has in common with the one before it.
    pub(crate) noverlap: usize,
    /// Samples of a segment once there are zeros behind it; default: none are put there.
    pub(crate) pad_to: Option<usize>,
    pub(crate) window: SpectralWindow,
    pub(crate) detrend: Detrend,
    pub(crate) mode: SpectralMode,
    /// In a unit of time.
    pub(crate) sampling: f64,
    pub(crate) scale_by_frequency: bool,
}

impl Segments {
    /// How many segments so many samples have. A single one that is too short has zeros behind it.
    pub(crate) fn count(&self, samples: usize) -> usize {
        samples.saturating_sub(self.nfft) / self.step() + 1
    }

    fn step(&self) -> usize {
        self.nfft.saturating_sub(self.noverlap).max(1)
    }

    pub(crate) fn padded(&self) -> usize {
        self.pad_to.unwrap_or(self.nfft)
    }

    /// How many frequencies there are, from 0 to half of the sampling's.
    pub(crate) fn frequencies(&self) -> usize {
        self.padded().div_ceil(2) + usize::from(self.padded().is_multiple_of(2))
    }

    /// The largest of them.
    pub(crate) fn highest(&self) -> f64 {
        let steps = self.frequencies().saturating_sub(1) as f64;
        steps * self.sampling / self.padded() as f64
    }

    /// When the middles of the first and the last segment are.
    pub(crate) fn times(&self, samples: usize) -> (f64, f64) {
        let middle = |segment: usize| {
            (self.nfft as f64 / 2.0 + (segment * self.step()) as f64) / self.sampling
        };
        (middle(0), middle(self.count(samples).saturating_sub(1)))
    }

    /// The spectrum of each segment, from the lowest frequency to the highest: rows of frequencies, with a column for
    /// each segment.
    pub(crate) fn spectra(&self, samples: &[f64]) -> Vec<Vec<f64>> {
        let window = self.window.weights(self.nfft);
        let (sum, squares) =
            window.iter().fold((0.0, 0.0), |(sum, squares), w| (sum + w, squares + w * w));
        let mut fourier = Fourier::new(self.padded());
        let (rows, columns) = (self.frequencies(), self.count(samples.len()));
        let mut all = vec![vec![0.0; columns]; rows];
        let mut segment = Vec::new();
        #[expect(clippy::needless_range_loop)] // a column of rows
        for column in 0..columns {
            let begun = (column * self.step()).min(samples.len());
            let end = (begun + self.nfft).min(samples.len());
            segment.clear();
            segment.extend_from_slice(&samples[begun..end]);
            segment.resize(self.nfft, 0.0);
            self.detrend.take_from(&mut segment);
            segment.iter_mut().zip(&window).for_each(|(value, weight)| *value *= weight);
            let found = fourier.of_real(&segment);
            let mut before: Option<f64> = None;
            for (row, &(re, im)) in found[..rows].iter().enumerate() {
                // of numbers without imaginary parts these have none either
                let is_real = row == 0 || 2 * row == self.padded();
                let im = if is_real { 0.0 } else { im };
                // all but a mean, and half of the sampling's frequency, are there twice
                let is_once = row == 0 || (row + 1 == rows && self.nfft.is_multiple_of(2));
                let power = (re * re + im * im) * if is_once { 1.0 } else { 2.0 };
                all[row][column] = match self.mode {
                    SpectralMode::Psd if self.scale_by_frequency => power / self.sampling / squares,
                    SpectralMode::Psd => power / (sum * sum),
                    SpectralMode::Magnitude => re.hypot(im) / sum,
                    SpectralMode::Angle => im.atan2(re),
                    SpectralMode::Phase => unwrapped(im.atan2(re), before),
                };
                before = Some(all[row][column]);
            }
        }
        all
    }
}

/// An angle so many turns on that it is at most half a turn from the one before; numpy's `unwrap`.
fn unwrapped(angle: f64, before: Option<f64>) -> f64 {
    let Some(before) = before else { return angle };
    let step = angle - before;
    let mut wrapped = (step + PI).rem_euclid(TAU) - PI;
    if wrapped == -PI && step > 0.0 {
        wrapped = PI;
    }
    if step.abs() < PI { angle } else { before + wrapped }
}

impl SpectralWindow {
    /// So many weights.
    pub(crate) fn weights(&self, count: usize) -> Vec<f64> {
        let last = count.saturating_sub(1) as f64;
        let turn = |i: usize| TAU * i as f64 / last;
        let weight = |i: usize| match self {
            Self::Weights(weights) => weights.get(i).copied().unwrap_or(0.0),
            Self::Boxcar => 1.0,
            _ if count == 1 => 1.0,
            Self::Hann => 0.5 - 0.5 * turn(i).cos(),
            Self::Hamming => 0.54 - 0.46 * turn(i).cos(),
            Self::Blackman => 0.42 - 0.5 * turn(i).cos() + 0.08 * (2.0 * turn(i)).cos(),
            Self::Bartlett => 1.0 - (2.0 * i as f64 / last - 1.0).abs(),
        };
        (0..count).map(weight).collect()
    }
}

impl Detrend {
    fn take_from(self, values: &mut [f64]) {
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let middle = (count - 1.0) / 2.0;
        let slope = match self {
            Self::None => return,
            Self::Mean => 0.0,
            Self::Linear => {
                let places = (0..values.len()).map(|i| i as f64 - middle);
                let (both, squares) =
                    places.zip(&*values).fold((0.0, 0.0), |(a, b), (x, y)| (a + x * y, b + x * x));
                if squares > 0.0 { both / squares } else { 0.0 }
            }
        };
        for (i, value) in values.iter_mut().enumerate() {
            *value -= mean + slope * (i as f64 - middle);
        }
    }
}
