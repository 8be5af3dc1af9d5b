use super::*;

fn samples() -> Vec<f64> {
    (0..40).map(|i| f64::from(i * i % 13).sin() + 0.1 * f64::from(i)).collect()
}

const SEGMENTS: Segments = Segments {
    nfft: 16,
    noverlap: 8,
    pad_to: None,
    window: SpectralWindow::Hann,
    detrend: Detrend::None,
    mode: SpectralMode::Psd,
    sampling: 4.0,
    scale_by_frequency: true,
};

/// How many rows and columns, the highest frequency, the first and last time, and four of the values.
fn found(segments: &Segments) -> ((usize, usize), f64, (f64, f64), [f64; 4]) {
    let all = segments.spectra(&samples());
    let (rows, columns) = (all.len(), all[0].len());
    let some = [all[0][0], all[1][0], all[rows - 1][columns - 1], all[3][1]];
    ((rows, columns), segments.highest(), segments.times(40), some)
}

fn assert_found(segments: &Segments, wanted: ((usize, usize), f64, (f64, f64), [f64; 4])) {
    let found = found(segments);
    assert_eq!((found.0, found.2), (wanted.0, wanted.2));
    assert!((found.1 - wanted.1).abs() < 1e-12, "{} for {}", found.1, wanted.1);
    for (a, b) in found.3.into_iter().zip(wanted.3) {
        assert!((a - b).abs() < 1e-12 * b.abs().max(1.0), "{segments:?}: {a} for {b}");
    }
}

/// `mlab.specgram(x, ..)` of matplotlib 3.11.2, for x = sin(i² mod 13) + i / 10, i from 0 to 39.
#[test]
fn spectra_are_those_of_matplotlib() {
    // NFFT=16, Fs=4, noverlap=8
    let wanted =
        [0.7614204302612575, 0.5818633603314712, 0.016923165267648733, 0.03823007678033339];
    assert_found(&SEGMENTS, ((9, 4), 2.0, (2.0, 8.0), wanted));

    // mode="magnitude", window=np.hamming(16)
    let window = SpectralWindow::Hamming;
    let magnitude = Segments { mode: SpectralMode::Magnitude, window, ..SEGMENTS };
    let wanted =
        [0.5750482313950718, 0.32061201179848586, 0.09285613356228181, 0.09664252606447656];
    assert_found(&magnitude, ((9, 4), 2.0, (2.0, 8.0), wanted));

    // noverlap=4, mode="angle", window=mlab.window_none
    let window = SpectralWindow::Boxcar;
    let angle = Segments { mode: SpectralMode::Angle, noverlap: 4, window, ..SEGMENTS };
    let wanted = [0.0, 1.3951688443209838, PI, 1.2084241586802287];
    assert_found(&angle, ((9, 3), 2.0, (2.0, 8.0), wanted));

    // NFFT=15, noverlap=5, mode="phase", window=np.blackman(15)
    let odd = Segments { nfft: 15, noverlap: 5, ..SEGMENTS };
    let window = SpectralWindow::Blackman;
    let phase = Segments { mode: SpectralMode::Phase, window, ..odd.clone() };
    let wanted = [0.0, 2.5214445122126996, -8.088903425754673, -8.552554557840121];
    assert_found(&phase, ((8, 3), 28.0 / 15.0, (1.875, 6.875), wanted));

    // NFFT=15, noverlap=5, scale_by_freq=False, window=np.bartlett(15), detrend="linear"
    let (window, detrend) = (SpectralWindow::Bartlett, Detrend::Linear);
    let power = Segments { scale_by_frequency: false, window, detrend, ..odd };
    let wanted =
        [0.04111666420337908, 0.10014823129072588, 0.27517544078217787, 0.037500718641178286];
    assert_found(&power, ((8, 3), 28.0 / 15.0, (1.875, 6.875), wanted));

    // NFFT=12, noverlap=3, pad_to=20, detrend="mean"
    let detrend = Detrend::Mean;
    let padded = Segments { nfft: 12, noverlap: 3, pad_to: Some(20), detrend, ..SEGMENTS };
    let wanted =
        [0.034286747971571614, 0.08203052083240746, 2.8156393427531384e-07, 0.006896518798827029];
    assert_found(&padded, ((11, 4), 2.0, (1.5, 8.25), wanted));
}

#[test]
fn too_few_samples_are_one_segment_with_zeros_behind_them() {
    let long = Segments { nfft: 64, noverlap: 32, ..SEGMENTS };
    assert_eq!((long.count(40), long.frequencies(), long.times(40)), (1, 33, (8.0, 8.0)));
    let all = long.spectra(&samples());
    assert!(all.iter().flatten().all(|power| power.is_finite() && *power >= 0.0));
    assert_eq!(SEGMENTS.count(47), 4);
    assert_eq!(SEGMENTS.count(48), 5);
}
