//! How much of each frequency there is, from time to time.

use crate::{
    FigureError,
    artist::Draw,
    base::{
        check::{CELLS, SEGMENT, checked_finite, checked_positive},
        data::{Column, Data, Number, linspace, no_data},
        extent::{Extent, Reach},
        properties::properties,
        rows::Matrix,
        word::OneOf,
    },
    color::mapping::{Mapping, mapping_properties},
    numeric::spectrum::{Detrend, Segments, SpectralMode, SpectralWindow},
    parts::{
        cells::Edges,
        common::{Common, common_properties, draw_common},
    },
    pen::Pen,
    scene::cells::{CellColors, CellGrid},
};
use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
};

/// Samples that two neighbouring segments share where nobody says how many.
const NOVERLAP: usize = 128;

/// The spectra of segments of samples, one beside the other: time to the right, frequency upwards. matplotlib's
/// `specgram`.
///
/// ```
/// # use panim_figure::*;
/// # use std::f64::consts::TAU;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// # let ax = fig.axes();
/// // 4 s of a chirp, and of a tone of 400 Hz from 1 s to 3 s
/// let sample = |i: i32| {
///     let t = f64::from(i) / 2000.0;
///     let tone = if (1.0..3.0).contains(&t) { (TAU * 400.0 * t).sin() } else { 0.0 };
///     (TAU * (50.0 + 80.0 * t) * t).sin() + 0.3 * tone + 0.01 * f64::from(i * i % 7)
/// };
/// ax.add(Spectrogram::new((0..8000).map(sample)).fs(2000).cmap("magma").vmin(-80));
/// ax.set_xlabel("time (s)").set_ylabel("frequency (Hz)");
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("spectrogram", fig);
/// ```
#[doc = include_str!("../../docs/spectrogram.md")]
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias = "specgram")]
#[derive(Debug, Clone)]
pub struct Spectrogram {
    samples: Column,
    segments: Segments,
    scale: Option<SpectralScale>,
    center_frequency: f64,
    mapping: Mapping,
    /// The rows of values, once they were asked for.
    found: Arc<OnceLock<Matrix>>,
    common: Common,
}

/// How the values of a [`Spectrogram`] are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SpectralScale {
    /// As they are.
    Linear,
    /// In decibels.
    Decibels,
}

crate::base::word::named! { SpectralScale, "a scale of spectra":
    "linear" => Self::Linear,
    "dB" | "db" => Self::Decibels,
}

impl Spectrogram {
    /// Samples at equal steps of time. A segment with one that is not finite has no spectrum.
    pub fn new<S>(samples: S) -> Self
    where
        S: Data,
    {
        Self {
            samples: Column::new(samples),
            segments: Segments {
                nfft: 256,
                noverlap: NOVERLAP,
                pad_to: None,
                window: SpectralWindow::Hann,
                detrend: Detrend::None,
                mode: SpectralMode::Psd,
                sampling: 2.0,
                scale_by_frequency: true,
            },
            scale: None,
            center_frequency: 0.0,
            mapping: Mapping::default(),
            found: Arc::default(),
            common: Common::default(),
        }
    }

    /// Shows other samples. Equal values keep their colours.
    pub fn set_data<S>(&mut self, samples: S) -> &mut Self
    where
        S: Data,
    {
        self.samples = Column::new(samples);
        self.found = Arc::default();
        self
    }

    /// How spectra are taken, to be changed.
    fn changed(&mut self) -> &mut Segments {
        self.found = Arc::default();
        &mut self.segments
    }
}

properties! { Spectrogram {
    /// How many samples there are in a unit of time; default: 2.
    fs / set_fs(rate: impl Number) |this| this.changed().sampling = rate.value();
    /// How many samples each segment has; default: 256.
    nfft / set_nfft(count: usize) |this| this.changed().nfft = count;
    /// How many samples a segment has in common with the one before it, fewer than `nfft`; default: 128.
    noverlap / set_noverlap(count: usize) |this| this.changed().noverlap = count;
    /// Puts zeros behind each segment up to so many samples, which makes more frequencies of it; default: `nfft`, none.
    pad_to / set_pad_to(count: usize) |this| this.changed().pad_to = Some(count);
    /// What the samples of a segment are weighed by: `"hann"`, the default, `"hamming"`, `"blackman"`, `"bartlett"`,
    /// `"boxcar"`, or a [`SpectralWindow`] of one's own weights.
    window / set_window(window: impl OneOf<SpectralWindow>) |this| {
        this.found = Arc::default();
        this.common.misnamed.set("window", window, &mut this.segments.window);
    };
    /// What is taken from each segment first: `"none"`, the default, its `"mean"`, or the `"linear"` trend.
    detrend / set_detrend(detrend: impl OneOf<Detrend>) |this| {
        this.found = Arc::default();
        this.common.misnamed.set("detrend", detrend, &mut this.segments.detrend);
    };
    /// What is shown: `"psd"`, the density of the power, which is the default, `"magnitude"`, `"angle"`, or `"phase"`,
    /// the angle without leaps.
    mode / set_mode(mode: impl OneOf<SpectralMode>) |this| {
        this.found = Arc::default();
        this.common.misnamed.set("mode", mode, &mut this.segments.mode);
    };
    /// `"linear"`, or `"dB"`: 10 times the logarithm of a density, and 20 times that of a magnitude. Default: `"dB"`,
    /// but angles are linear.
    scale / set_scale(scale: impl OneOf<SpectralScale>) |this| {
        this.found = Arc::default();
        this.common.misnamed.set("scale", scale, &mut this.scale);
    };
    /// Whether a density is by unit of frequency, so that its integral is the power; default: true.
    scale_by_freq / set_scale_by_freq(on: bool) |this| this.changed().scale_by_frequency = on;
    /// What is added to frequencies: that of a signal which was moved down to 0; default: 0.
    fc / set_fc(frequency: impl Number) |this| this.center_frequency = frequency.value();
} }
mapping_properties!(Spectrogram);
no_data!(Spectrogram: new(samples) set_data);
common_properties!(Spectrogram);

impl Spectrogram {
    fn is_angle(&self) -> bool {
        matches!(self.segments.mode, SpectralMode::Angle | SpectralMode::Phase)
    }

    fn is_right(&self) -> bool {
        !self.samples.is_empty() && self.check_segments().is_ok()
    }

    /// A row for each frequency, the lowest first.
    fn values(&self) -> &Matrix {
        self.found.get_or_init(|| {
            // asked for before it is known to be right
            if !self.is_right() {
                return Matrix::default();
            }
            let spectra = self.segments.spectra(&self.samples);
            let usual =
                if self.is_angle() { SpectralScale::Linear } else { SpectralScale::Decibels };
            let factor = if self.segments.mode == SpectralMode::Psd { 10.0 } else { 20.0 };
            match self.scale.unwrap_or(usual) {
                SpectralScale::Linear => Matrix::new(spectra),
                SpectralScale::Decibels => Matrix::new(
                    spectra.iter().map(|row| row.iter().map(|value| factor * value.log10())),
                ),
            }
        })
    }

    fn mapped(&self) -> Cow<'_, Mapping> {
        self.mapping.frozen(self.values().values().iter().copied())
    }

    /// The edges of time and of frequency.
    fn ends(&self) -> [(f64, f64); 2] {
        let (first, last) = self.segments.times(self.samples.len());
        let Segments { nfft, noverlap, sampling, .. } = self.segments;
        let half = (nfft as f64 - noverlap as f64) / sampling / 2.0;
        let lowest = self.center_frequency;
        [(first - half, last + half), (lowest, lowest + self.segments.highest())]
    }

    fn check_segments(&self) -> Result<(), FigureError> {
        let error = |argument, message| Err(FigureError::new("Spectrogram", argument, message));
        let Segments { nfft, noverlap, pad_to, sampling, window, .. } = &self.segments;
        SEGMENT.check("Spectrogram", "nfft", *nfft)?;
        if noverlap >= nfft && *noverlap == NOVERLAP {
            let message =
                format!("{nfft} is not above noverlap, which is {NOVERLAP} until it is set");
            return error("nfft", message);
        }
        if noverlap >= nfft {
            return error("noverlap", format!("{noverlap} is not below nfft, {nfft}"));
        }
        if let Some(count) = pad_to {
            SEGMENT.check("Spectrogram", "pad_to", *count)?;
            if count < nfft {
                return error("pad_to", format!("{count} is less than nfft, {nfft}"));
            }
        }
        if let SpectralWindow::Weights(weights) = window
            && weights.len() != *nfft
        {
            let message = format!("has {} weights where nfft is {nfft}", weights.len());
            return error("window", message);
        }
        checked_positive("Spectrogram", "fs", ("a number of samples", *sampling))?;
        let center = ("a frequency", self.center_frequency);
        checked_finite("Spectrogram", "fc", center)?;
        if self.is_angle() && self.scale == Some(SpectralScale::Decibels) {
            return error("scale", "angles have no decibels; they are \"linear\"".into());
        }
        let columns = self.segments.count(self.samples.len());
        let cells = columns.saturating_mul(self.segments.frequencies());
        CELLS.check("Spectrogram", "noverlap", cells.max(1))
    }
}

impl Draw for Spectrogram {
    draw_common!(Spectrogram);

    fn check(&self) -> Result<(), FigureError> {
        self.check_segments()?;
        self.mapped().check("Spectrogram")
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let values = self.values();
        let (columns, rows) = values.size();
        if columns == 0 || rows < 2 {
            return;
        }
        let [(start, end), (low, high)] = self.ends();
        let edges =
            Edges { x: linspace(start, end, columns + 1), y: linspace(low, high, rows + 1) };
        pen.scene.cells(CellGrid {
            places: edges.places(pen, pen.moving),
            colors: CellColors::Mapped(values.clone(), self.mapped().into_owned()),
            alpha: self.common.alpha,
            room: pen.frame,
        });
    }

    fn extent(&self) -> Extent {
        if !self.is_right() {
            return Extent::default();
        }
        let [(start, end), (low, high)] = self.ends();
        Extent::flat(Reach::of_edges(start, end), Reach::of_edges(low, high))
    }

    fn default_zorder(&self) -> f64 {
        0.0
    }

    fn mapping(&self) -> Option<&Mapping> {
        Some(&self.mapping)
    }

    fn mapping_mut(&mut self) -> Option<&mut Mapping> {
        Some(&mut self.mapping)
    }

    fn colored_values(&self) -> Option<Cow<'_, [f64]>> {
        Some(Cow::Borrowed(self.values().values()))
    }
}
