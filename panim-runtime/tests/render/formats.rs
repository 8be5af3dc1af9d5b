//! GIFs and PNGs: what they show, decoded by other code than wrote them, is what was drawn.

use crate::probe::{Folder, Job, Probe, job, moving, probe, probe_with};
use gif::{ColorOutput, DecodeOptions, DisposalMethod};
use panim_figure::{Figure, Image, Picture};
use panim_runtime::{BoxError, Encoder, Error, Render};
use std::{
    fs::{self, File},
    path::Path,
};

/// A frame as it is shown, and how long it stays, in seconds.
pub(crate) struct Shown {
    pub(crate) rgba: Vec<u8>,
    seconds: f64,
}

/// The frames of a GIF, and how often it plays.
pub(crate) fn decode_gif(path: &Path) -> (Vec<Shown>, gif::Repeat) {
    let mut options = DecodeOptions::new();
    options.set_color_output(ColorOutput::RGBA);
    let mut decoder = options.read_info(File::open(path).unwrap()).unwrap();
    let (columns, rows) = (usize::from(decoder.width()), usize::from(decoder.height()));
    let mut canvas = vec![0; columns * rows * 4];
    let mut shown = Vec::new();
    while let Some(frame) = decoder.read_next_frame().unwrap() {
        let (left, top) = (usize::from(frame.left), usize::from(frame.top));
        let width = usize::from(frame.width);
        let at = |row: usize| ((top + row) * columns + left) * 4;
        for (row, pixels) in frame.buffer.chunks(width * 4).enumerate() {
            for (i, pixel) in pixels.chunks(4).enumerate().filter(|(_, pixel)| pixel[3] > 0) {
                canvas[at(row) + i * 4..][..4].copy_from_slice(pixel);
            }
        }
        shown.push(Shown { rgba: canvas.clone(), seconds: f64::from(frame.delay) / 100.0 });
        match frame.dispose {
            DisposalMethod::Background => (0..usize::from(frame.height))
                .for_each(|row| canvas[at(row)..][..width * 4].fill(0)),
            DisposalMethod::Keep | DisposalMethod::Any => {}
            DisposalMethod::Previous => panic!("not written"),
        }
    }
    let repeat = decoder.repeat();
    (shown, repeat)
}

/// The frames of a PNG that moves, and how often it plays, 0 for ever.
pub(crate) fn decode_apng(path: &Path) -> (Vec<Shown>, u32) {
    let file = std::io::BufReader::new(File::open(path).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let (columns, rows) = (reader.info().width as usize, reader.info().height as usize);
    let channels = reader.info().bytes_per_pixel();
    let control = reader.info().animation_control.unwrap();
    let mut canvas = vec![255; columns * rows * 4];
    let mut shown = Vec::new();
    for _ in 0..control.num_frames {
        let mut pixels = vec![0; columns * rows * 4];
        let output = reader.next_frame(&mut pixels).unwrap();
        let frame = *reader.info().frame_control().unwrap();
        assert_eq!((output.width, output.height), (frame.width, frame.height));
        let pixels = pixels.chunks(channels).take((frame.width * frame.height) as usize);
        for (i, pixel) in pixels.enumerate() {
            let (row, column) = (i / frame.width as usize, i % frame.width as usize);
            let at = (frame.y_offset as usize + row) * columns + frame.x_offset as usize + column;
            canvas[at * 4..][..channels].copy_from_slice(pixel);
        }
        let seconds = f64::from(frame.delay_num) / f64::from(frame.delay_den);
        shown.push(Shown { rgba: canvas.clone(), seconds });
    }
    (shown, control.num_plays)
}

/// The frames as they are drawn.
pub(crate) fn drawn(frames: usize, render: impl Fn() -> Render<Probe, (Job,)>) -> Vec<Picture> {
    (0..frames).map(|i| render().params(moving(frames)).still(i).unwrap()).collect()
}

/// The mean and the largest difference of a channel.
pub(crate) fn difference(one: &[u8], other: &[u8]) -> (f64, u8) {
    assert_eq!(one.len(), other.len());
    let differences = one.iter().zip(other).map(|(a, b)| a.abs_diff(*b));
    let sum: f64 = differences.clone().map(f64::from).sum();
    (sum / one.len() as f64, differences.max().unwrap())
}

/// What does not change from one frame to the next does not change in the file.
pub(crate) fn check_stillness(drawn: &[Picture], shown: &[Shown]) {
    for (i, (drawn, shown)) in drawn.windows(2).zip(shown.windows(2)).enumerate() {
        let drawn = drawn[0].rgba().chunks(4).zip(drawn[1].rgba().chunks(4));
        let shown = shown[0].rgba.chunks(4).zip(shown[1].rgba.chunks(4));
        let flickers =
            drawn.zip(shown).filter(|(drawn, shown)| drawn.0 == drawn.1 && shown.0 != shown.1);
        assert_eq!(flickers.count(), 0, "from frame {i} to the next");
    }
}

/// A picture of so many colours, 3072 at most, behind the line.
pub(crate) fn colourful(
    colors: usize,
) -> impl Fn(&mut Figure) -> Result<(), BoxError> + Send + Sync + 'static {
    move |fig| {
        let pixel = |i: usize, j: usize| {
            let noise = (i * 7919 + j * 104_729) % 97;
            [(i * 4) as u8, (j * 4) as u8, (noise * 2) as u8]
        };
        let pixels = (0..48 * 64).map(|k| k % colors).flat_map(|k| pixel(k / 64, k % 64));
        let image = Image::rgb(64, 48, pixels.collect::<Vec<u8>>()).extent([0, 1, 0, 1]);
        fig.set_size(160, 120);
        fig.axes().add(image);
        Ok(())
    }
}

#[test]
fn a_gif_shows_what_was_drawn() {
    let folder = Folder::new();
    let path = folder.path("a.gif");
    let render = || probe(&path).fps(30);
    let video = render().gop(4).workers(3).params(moving(31)).run().unwrap();
    assert_eq!((video.frames(), video.encoder()), (31, "gif"));
    assert_eq!(video.bytes(), fs::metadata(&path).unwrap().len());
    let (shown, repeat) = decode_gif(&path);
    assert_eq!((shown.len(), repeat), (31, gif::Repeat::Infinite));
    let drawn = drawn(31, render);
    for (drawn, shown) in drawn.iter().zip(&shown) {
        let (mean, most) = difference(drawn.rgba(), &shown.rgba);
        assert!(mean < 0.5 && most <= 5, "{mean}, {most}");
    }
    check_stillness(&drawn, &shown);
    let seconds: f64 = shown.iter().map(|shown| shown.seconds).sum();
    assert!((seconds - 31.0 / 30.0).abs() < 0.005, "{seconds}");
}

#[test]
fn a_gif_of_few_colours_is_exact_at_the_best_quality() {
    let folder = Folder::new();
    let path = folder.path("a.gif");
    let render = || probe(&path).quality(0);
    render().gop(3).params(moving(8)).run().unwrap();
    for (drawn, shown) in drawn(8, render).iter().zip(&decode_gif(&path).0) {
        assert_eq!(difference(drawn.rgba(), &shown.rgba), (0.0, 0));
    }
}

#[test]
fn a_gif_of_very_many_colours_is_near_and_what_stands_still_does_not_flicker() {
    let folder = Folder::new();
    for dither in [false, true] {
        let path = folder.path("a.gif");
        let render = || probe_with(&path, colourful(48 * 64)).dither(dither);
        render().gop(3).params(moving(10)).run().unwrap();
        let (drawn, (shown, _)) = (drawn(10, render), decode_gif(&path));
        for (drawn, shown) in drawn.iter().zip(&shown) {
            let (mean, _) = difference(drawn.rgba(), &shown.rgba);
            assert!(mean < if dither { 9.0 } else { 6.0 }, "{mean}, dither {dither}");
        }
        check_stillness(&drawn, &shown);
    }
}

#[test]
fn an_animated_png_shows_exactly_what_was_drawn() {
    let folder = Folder::new();
    let path = folder.path("a.png");
    let render = || probe(&path).fps((30_000, 1001)).size(63, 47);
    let video = render().gop(4).workers(3).params(moving(22)).run().unwrap();
    assert_eq!((video.width(), video.height(), video.encoder()), (63, 47, "apng"));
    assert_eq!(video.bytes(), fs::metadata(&path).unwrap().len());
    let (shown, plays) = decode_apng(&path);
    assert_eq!((shown.len(), plays), (22, 0));
    for (drawn, shown) in drawn(22, render).iter().zip(&shown) {
        assert_eq!(difference(drawn.rgba(), &shown.rgba), (0.0, 0));
        assert_eq!(shown.seconds, 1001.0 / 30_000.0);
    }
}

#[test]
fn a_sequence_has_a_file_for_each_frame() {
    let folder = Folder::new();
    let path = folder.path("new/frame_%03d.png");
    let render = || probe(&path);
    let video = render().gop(4).workers(3).params(moving(11)).run().unwrap();
    assert_eq!((video.path(), video.encoder()), (&*path, "png"));
    let files = (0..11).map(|i| folder.path(&format!("new/frame_{i:03}.png")));
    let bytes: u64 = files.clone().map(|file| fs::metadata(file).unwrap().len()).sum();
    assert_eq!(video.bytes(), bytes);
    for (drawn, file) in drawn(11, render).iter().zip(files) {
        assert!(*drawn == Picture::open(file).unwrap());
    }
    assert_eq!(fs::read_dir(folder.path("new")).unwrap().count(), 11);
}

#[test]
fn a_sequence_that_fails_leaves_whole_files_of_the_frames_before() {
    let folder = Folder::new();
    let jobs = moving(7).chain([job(|| Err("no".into()))]).chain(moving(7));
    let render = probe(&folder.path("%d.png")).gop(2).workers(2).params(jobs);
    let error = render.run().unwrap_err();
    assert!(matches!(error, Error::Frame { frame: 7, .. }), "{error}");
    let names = folder.names();
    assert!(!names.is_empty() && names.iter().all(|name| name.ends_with(".png")), "{names:?}");
    for name in names {
        Picture::open(folder.path(&name)).unwrap();
    }
}

#[test]
fn a_failure_leaves_nothing() {
    let folder = Folder::new();
    for name in ["a.gif", "a.png"] {
        let jobs = moving(40).chain([job(|| Err("no".into()))]);
        let error = probe(&folder.path(name)).gop(4).params(jobs).run().unwrap_err();
        assert!(matches!(error, Error::Frame { frame: 40, .. }), "{error}");
        assert!(folder.names().is_empty());
    }
}

#[test]
fn the_bytes_are_those_of_any_number_of_workers() {
    let folder = Folder::new();
    for (name, plain) in [("a.gif", true), ("a.gif", false), ("a.png", true)] {
        let path = folder.path(name);
        let render = || match plain {
            true => probe(&path),
            false => probe_with(&path, colourful(48 * 64)).dither(true),
        };
        let file = |change: &dyn Fn(Render<Probe, (Job,)>) -> Render<Probe, (Job,)>| {
            change(render().gop(3)).params(moving(41)).run().unwrap();
            fs::read(&path).unwrap()
        };
        let one = file(&|it| it.workers(1));
        for workers in [2, 3, 5, 8] {
            assert!(file(&|it| it.workers(workers)) == one, "{name}, {workers} workers");
        }
        assert!(file(&|it| it.workers(3).reuse(false)) == one, "{name} with a fresh figure");
        let no_backgrounds = file(&|it| it.workers(3).cache_background(false));
        assert!(no_backgrounds == one, "{name} without backgrounds");
    }
}

#[test]
fn it_plays_as_often_as_it_is_told() {
    use gif::Repeat::{Finite, Infinite};
    let folder = Folder::new();
    for (loops, repeat) in [(0, Infinite), (1, Finite(0)), (2, Finite(1)), (65_535, Finite(65_534))]
    {
        let path = folder.path("a.gif");
        probe(&path).loops(loops).params(moving(2)).run().unwrap();
        assert_eq!(decode_gif(&path).1, repeat);
        let path = folder.path("a.png");
        probe(&path).loops(loops).params(moving(2)).run().unwrap();
        assert_eq!(decode_apng(&path).1, loops);
    }
}

#[test]
fn sizes_are_not_those_of_h264() {
    let folder = Folder::new();
    for name in ["a.gif", "a.png", "%d.png"] {
        let path = folder.path(name);
        let video = probe(&path).size(11, 7).params(moving(3)).run().unwrap();
        assert_eq!((video.width(), video.height()), (11, 7));
    }
}

#[test]
fn what_a_format_cannot_be_told_is_refused_before_work() {
    let refusal = |name: &str, change: &dyn Fn(Render<Probe, (Job,)>) -> Render<Probe, (Job,)>| {
        let folder = Folder::new();
        let render = probe_with(&folder.path(name), |_| unreachable!("no setup"));
        let rows = std::iter::from_fn(|| -> Option<Job> { unreachable!("no rows") });
        let error = change(render).params(rows).run().unwrap_err();
        assert!(matches!(error, Error::Argument { .. }), "{error}");
        assert!(folder.names().is_empty());
        error.to_string()
    };
    let text = refusal("a.gif", &|it| it.fps(60));
    assert!(text.starts_with("fps: 60 given: ") && text.contains("at most 50"), "{text}");
    let text = refusal("a.gif", &|it| it.fps((1, 1000)));
    assert!(text.contains("allowed: at least 1/655"), "{text}");
    for name in ["a.gif", "a.png", "%d.png"] {
        let text = refusal(name, &|it| it.encoder(Encoder::Gpu));
        assert!(text.starts_with("encoder: ") && text.contains("encoded by the CPU"), "{text}");
    }
    for name in ["a.mp4", "%d.png"] {
        let text = refusal(name, &|it| it.loops(3));
        assert!(text.ends_with("allowed for a `.gif` or `.png`"), "{text}");
    }
    let text = refusal("a.gif", &|it| it.loops(65_536));
    assert_eq!(text, "loops: 65536 given; allowed: 1 to 65535, or 0 for ever");
    let text = refusal("a.mp4", &|it| it.dither(true));
    assert!(text.starts_with("dither: an MP4 has all colours"), "{text}");
    for name in ["a.gif", "a.png", "%d.png"] {
        let text = refusal(name, &|it| it.metadata([("title", "a")]));
        assert!(text.contains("allowed for an `.mp4`, `.m4v` or `.mov`"), "{text}");
    }
    let text = refusal("a.mp4", &|it| it.metadata([("titel", "a")]));
    assert_eq!(text, "metadata: \"titel\" given; allowed: title, artist, comment, date");
    assert!(refusal("%d_%d.png", &|it| it).contains("allowed: one number"));
}
