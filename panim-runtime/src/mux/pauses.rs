//! Tests of pictures that stay for several frames, in files that know how long each picture stays.

#![allow(clippy::unwrap_used)]

use super::create;
use crate::{
    Fps,
    encode::{EncodeSettings, EncodedGroup, Encoders},
    output::{OutputFormat, Target},
    part::Numbers,
    picture::Prepared,
    settings::Settings,
};
use panim_figure::__private::Damage;
use std::fs;

const SIZE: (u32, u32) = (24, 16);

/// Pictures with these numbers differ where these numbers do. Some are clear in places.
fn picture(number: usize, transparent: bool) -> Vec<u8> {
    let pixel = |i: usize| match (i, transparent) {
        (i, _) if i % 37 == number % 37 => [200, 30, number as u8, 255],
        (i, true) if i % 3 == number % 3 => [0; 4],
        _ => [255, 255, 255, 255],
    };
    (0..SIZE.0 as usize * SIZE.1 as usize).flat_map(pixel).collect()
}

struct PausingVideo {
    format: OutputFormat,
    fps: Fps,
    transparent: bool,
    /// Where groups begin.
    groups: &'static [usize],
    /// Groups are kept apart from each other.
    apart: bool,
}

impl PausingVideo {
    /// The file of frames that show pictures of these numbers.
    fn file(&self, shown: &[usize]) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("video.{}", self.format.name()));
        let settings = Settings { fps: self.fps, ..Settings::default() };
        let ((width, height), transparent) = (SIZE, self.transparent);
        let encoding = EncodeSettings { transparent, ..settings.encoding(width, height) };
        let encoders =
            Encoders::ask(&self.format, &settings, (1, None), false, self.apart).unwrap();
        let target = Target::of(&path, "render").unwrap();
        let numbers = Numbers { first: 0, step: std::num::NonZeroUsize::MIN };
        let mut container = create(&self.format, &target, &settings, numbers).unwrap();
        let mut groups: Vec<EncodedGroup> = Vec::new();
        for (index, &begin) in self.groups.iter().enumerate() {
            let end = self.groups.get(index + 1).copied().unwrap_or(shown.len());
            let mut encoder = encoders.group(index, &encoding).unwrap();
            for &number in &shown[begin..end] {
                let picture = Prepared::Rgba(picture(number, transparent));
                encoder.push(&picture, &Damage::all(SIZE)).unwrap();
            }
            groups.push(encoder.finish().unwrap());
        }
        for (index, group) in groups.iter_mut().enumerate() {
            encoders.complete(index, group, &encoding).unwrap();
            container.write(group, &encoding).unwrap();
        }
        container.finish().unwrap();
        fs::read(&path).unwrap()
    }
}

/// A canvas on which pictures are laid, and how long each of what it shows stays.
struct PauseCanvas {
    pixels: Vec<u8>,
    shown: Vec<(Vec<u8>, f64)>,
}

impl PauseCanvas {
    fn new() -> Self {
        Self { pixels: vec![0; SIZE.0 as usize * SIZE.1 as usize * 4], shown: Vec::new() }
    }

    fn lay(&mut self, [x, y, width]: [usize; 3], of: impl Iterator<Item = Option<[u8; 4]>>) {
        for (i, pixel) in of.enumerate() {
            let at = (y + i / width) * SIZE.0 as usize + x + i % width;
            if let Some(pixel) = pixel {
                self.pixels[4 * at..4 * at + 4].copy_from_slice(&pixel);
            }
        }
    }

    fn show(&mut self, seconds: f64) {
        self.shown.push((self.pixels.clone(), seconds));
    }
}

fn read_gif(file: &[u8]) -> Vec<(Vec<u8>, f64)> {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut decoder = options.read_info(file).unwrap();
    let mut canvas = PauseCanvas::new();
    while let Some(frame) = decoder.read_next_frame().unwrap() {
        let place = [frame.left, frame.top, frame.width].map(usize::from);
        let pixels = frame.buffer.as_chunks::<4>().0;
        canvas.lay(place, pixels.iter().map(|&pixel| (pixel[3] > 0).then_some(pixel)));
        canvas.show(f64::from(frame.delay) / 100.0);
        if frame.dispose == gif::DisposalMethod::Background {
            canvas.lay(place, pixels.iter().map(|_| Some([0; 4])));
        }
    }
    canvas.shown
}

fn read_apng(file: &[u8], transparent: bool) -> Vec<(Vec<u8>, f64)> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let count = reader.info().animation_control().unwrap().num_frames;
    let mut canvas = PauseCanvas::new();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    for _ in 0..count {
        reader.next_frame(&mut pixels).unwrap();
        let control = *reader.info().frame_control().unwrap();
        let place = [control.x_offset, control.y_offset, control.width].map(|n| n as usize);
        let all = control.width as usize * control.height as usize;
        let rgba: Vec<_> = match transparent {
            true => pixels.as_chunks::<4>().0[..all].iter().map(|&pixel| Some(pixel)).collect(),
            false => {
                let opaque = |&[r, g, b]: &[u8; 3]| Some([r, g, b, 255]);
                pixels.as_chunks::<3>().0[..all].iter().map(opaque).collect()
            }
        };
        canvas.lay(place, rgba.into_iter());
        canvas.show(f64::from(control.delay_num) / f64::from(control.delay_den));
    }
    assert!(reader.next_frame(&mut pixels).is_err(), "there are more than the file says");
    canvas.shown
}

/// Moves, stays over the border of groups, moves, and stays to its end.
const SHOWN: [usize; 30] =
    [0, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6];

const FORMATS: [OutputFormat; 2] = [OutputFormat::Gif, OutputFormat::Apng];

fn read(video: &PausingVideo, file: &[u8]) -> Vec<(Vec<u8>, f64)> {
    match video.format {
        OutputFormat::Gif => read_gif(file),
        _ => read_apng(file, video.transparent),
    }
}

#[test]
fn each_frame_shows_its_picture_at_its_time_and_a_pause_is_one_picture() {
    let rates = [Fps::from(30), Fps::from((30_000, 1001)), Fps::from(50), Fps::from((1, 200))];
    for (format, fps) in FORMATS.iter().flat_map(|format| rates.map(|fps| (format, fps))) {
        for transparent in [false, true] {
            let format = format.clone();
            let video =
                PausingVideo { format, fps, transparent, groups: &[0, 9, 24], apart: false };
            let shown = read(&video, &video.file(&SHOWN));
            let what = format!("{:?}, {fps}, {transparent}", video.format);
            let mut time = 0.0;
            let mut frame = 0;
            for (pixels, seconds) in &shown {
                time += seconds;
                while frame < SHOWN.len() && fps_time(fps, frame, 0.5) < time {
                    let expected = picture(SHOWN[frame], transparent);
                    assert!(looks_like(pixels, &expected), "{what}: frame {frame}");
                    frame += 1;
                }
            }
            assert_eq!(frame, SHOWN.len(), "{what}");
            let all = fps_time(fps, SHOWN.len(), 0.0);
            assert!((time - all).abs() < 0.0051, "{what}: {time} s, not {all}");
            // 0 to 6, and 2 and 6 once more where groups begin; slow frames have no room for more
            let slow = fps == Fps::from((1, 200));
            if !slow {
                assert_eq!(shown.len(), 9, "{what}");
            }
        }
    }
}

/// Colours of a GIF may be off by a few levels.
fn looks_like(pixels: &[u8], expected: &[u8]) -> bool {
    let mut pixels = pixels.as_chunks::<4>().0.iter().zip(expected.as_chunks::<4>().0);
    pixels.all(|(a, b)| a[3] == b[3] && a.iter().zip(b).all(|(a, b)| a.abs_diff(*b) <= 8))
}

/// When a part of a frame is over, in seconds.
fn fps_time(fps: Fps, frame: usize, part: f64) -> f64 {
    (frame as f64 + part) * f64::from(fps.den()) / f64::from(fps.num())
}

#[test]
fn groups_that_are_kept_apart_give_the_same_file() {
    for (format, transparent) in
        FORMATS.into_iter().flat_map(|it| [(it.clone(), false), (it, true)])
    {
        let fps = Fps::from(30);
        let together = PausingVideo { format, fps, transparent, groups: &[0, 9, 24], apart: false };
        let file = together.file(&SHOWN);
        assert!(PausingVideo { apart: true, ..together }.file(&SHOWN) == file);
    }
}
