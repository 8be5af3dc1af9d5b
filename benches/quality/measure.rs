//! How far decoded pictures are from those that were encoded.

use crate::ssim::ssim;

/// A pixel is wrong if its luma is off by more than this.
const WRONG: u8 = 48;

pub(crate) const HEAD: &str = "\
| example | size | frames | file kB | bits per pixel | PSNR-Y mean dB | worst | SSIM-Y mean | worst | \
largest error | pixels > 48 off, mean | worst frame | stay for frames | worst at frame: x, y |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

/// Sums over a video's frames.
pub(crate) struct Measured {
    width: usize,
    height: usize,
    frames: usize,
    psnr: Quality,
    ssim: Quality,
    largest: u8,
    largest_at: (usize, usize),
    wrong: usize,
    most_wrong: usize,
    /// For how many frames each pixel has been wrong by now.
    since: Vec<u16>,
    longest: u16,
}

/// The mean and the worst over the frames.
struct Quality {
    sum: f64,
    worst: f64,
}

impl Quality {
    fn new() -> Self {
        Self { sum: 0.0, worst: f64::INFINITY }
    }

    fn add(&mut self, value: f64) {
        self.sum += value;
        self.worst = self.worst.min(value);
    }
}

impl Measured {
    pub(crate) fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            frames: 0,
            psnr: Quality::new(),
            ssim: Quality::new(),
            largest: 0,
            largest_at: (0, 0),
            wrong: 0,
            most_wrong: 0,
            since: vec![0; width * height],
            longest: 0,
        }
    }

    /// The next frame's luma, as it was encoded and as it is decoded.
    pub(crate) fn add(&mut self, raw: &[u8], decoded: &[u8]) {
        assert_eq!(raw.len(), decoded.len());
        let (mut squares, mut wrong) = (0_u64, 0);
        for (at, (&raw, &decoded)) in raw.iter().zip(decoded).enumerate() {
            let off = raw.abs_diff(decoded);
            squares += u64::from(off).pow(2);
            if off > self.largest {
                (self.largest, self.largest_at) = (off, (self.frames, at));
            }
            if off > WRONG {
                wrong += 1;
                self.since[at] += 1;
                self.longest = self.longest.max(self.since[at]);
            } else {
                self.since[at] = 0;
            }
        }
        // a frame without any error counts as one with a single error of one level
        let mean_square = squares.max(1) as f64 / raw.len() as f64;
        self.psnr.add(10.0 * (255.0_f64.powi(2) / mean_square).log10());
        self.ssim.add(ssim(raw, decoded, self.width));
        self.wrong += wrong;
        self.most_wrong = self.most_wrong.max(wrong);
        self.frames += 1;
    }

    /// One line of the table.
    pub(crate) fn row(&self, name: &str, bytes: u64) -> String {
        let Self { width, height, frames, .. } = *self;
        let of_frames = |sum: f64| sum / frames as f64;
        let bits = 8.0 * of_frames(bytes as f64) / (width * height) as f64;
        let (frame, at) = self.largest_at;
        format!(
            "| {name} | {width}x{height} | {frames} | {:.0} | {bits:.3} | {:.1} | {:.1} | {:.4} | {:.4} \
             | {} | {:.2} | {} | {} | {frame}: {}, {} |",
            bytes as f64 / 1000.0,
            of_frames(self.psnr.sum),
            self.psnr.worst,
            of_frames(self.ssim.sum),
            self.ssim.worst,
            self.largest,
            of_frames(self.wrong as f64),
            self.most_wrong,
            self.longest,
            at % width,
            at / width,
        )
    }
}
