//! Numbers of any type, in the builder and as parameters.

use super::*;

#[animation]
#[derive(Clone)]
struct Single(Log);

impl Single {
    #[update]
    fn update(&self, _: &mut Frame, x: f32) {
        self.0.add(x);
    }
}

#[test]
fn numbers_of_any_type_are_taken() {
    let log = Log::default();
    let render = || Single(log.clone()).render_to(out("numbers.mp4"));
    let (width, height) = (32_usize, 16_u8);
    let video = render()
        .size(width, height)
        .dpi(100)
        .fps(29.97)
        .workers(1_usize)
        .quality(23.0)
        .gop(10_i64)
        .in_flight(2_u8)
        .total(3_i32)
        .log_every(1_u16)
        .sweep(0..3, 3_i32)
        .run()
        .unwrap();
    assert_eq!(log.lines(), ["0", "1", "2"]);
    assert_eq!((video.fps().num(), video.fps().den()), (30_000, 1001));
    assert_eq!((video.width(), video.height()), (32, 16));
    assert!(render().sweep(0.0_f32..=1.0, 3).still(2_i32).is_ok());
}

#[test]
fn numbers_that_cannot_be_are_told_with_their_argument() {
    let render = || Single(Log::default()).render_to(out("numbers.mp4")).sweep(0.0..1.0, 3);
    for (wrong, message) in [
        (render().quality(22.5), "quality: 22.5 given; allowed: a whole number from 0"),
        (render().quality(-1), "quality: -1 given; allowed: a whole number from 0"),
        (render().gop(-1), "gop: -1 given; allowed: 0 or more"),
        (render().size(-5, 7), "size: -5 given; allowed: 0 or more"),
        (render().workers(u64::MAX), "workers: 9223372036854775807 given; allowed: 1 to"),
        (render().fps(-29.97), "fps: -2997/100 given"),
        (render().fps(f64::NAN), "fps: no number given"),
        (render().in_flight(0_u8), "in_flight: 0 given"),
    ] {
        let error = wrong.run().unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}");
    }
    let error = render().still(-1).unwrap_err().to_string();
    assert_eq!(error, "still: -1 given; allowed: 0 or more");
}
