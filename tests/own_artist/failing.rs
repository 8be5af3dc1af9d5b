//! One that panics, one that cannot be drawn, and places that are none.

use super::*;

/// An artist whose code panics.
#[derive(Clone, Default)]
struct Broken(bool);

impl Artist for Broken {
    fn name(&self) -> &'static str {
        "Broken"
    }

    fn extent(&self) -> Extent {
        Extent::default()
    }

    fn draw(&self, _: &mut Pen) {
        assert!(!self.0, "nobody thought of this");
    }
}

#[animation]
#[derive(Default)]
struct Breaking(Handle<Broken>);

impl Breaking {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(64, 64);
        self.0 = fig.axes().add(Broken(false));
    }

    #[update]
    fn update(&self, frame: &mut Frame) {
        let index = frame.index();
        frame[self.0].0 = index > 4;
    }
}

#[test]
fn a_panic_is_the_error_of_its_frame() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("breaking.mp4");
    for workers in [1, 3] {
        let error = Breaking::render(&path).frames(20).workers(workers).run().unwrap_err();
        let error = error.to_string();
        assert!(error.contains("frame 5") && error.contains("nobody thought of this"), "{error}");
    }
    assert!(!path.exists());
}

/// Wrong in one frame, right in the others.
#[animation]
#[derive(Default)]
struct Failing {
    flag: Handle<Flag>,
}

impl Failing {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(64, 64);
        self.flag = fig.axes().add(flag(0.0, 0.0));
    }

    #[update]
    fn update(&self, frame: &mut Frame) {
        match frame.index() {
            7 => frame[self.flag].size = 0.0,
            9 => frame[self.flag].wrong = Wrong::Color,
            _ => {}
        }
    }
}

#[test]
fn the_earliest_frame_that_cannot_be_drawn_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("failing.mp4");
    for workers in [1, 3] {
        let error = Failing::render(&path).frames(20).workers(workers).run().unwrap_err();
        let error = error.to_string();
        assert!(error.contains("frame 7") && error.contains("Flag, `size`"), "{error}");
    }
    let error = Failing::render(&path).frames(20).still(9).unwrap_err().to_string();
    assert!(error.contains("frame 9") && error.contains("Flag, `color`"), "{error}");
    assert!(Failing::render(&path).frames(20).still(8).is_ok());
}

#[test]
fn odd_places_are_left_out() {
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, 1e300, -0.0, 1e-320];
    for projection in [Projection::Rectilinear, Projection::Polar] {
        for scale in ["linear", "log", "symlog"] {
            for x in odd {
                for y in odd {
                    let pixels = drawn(|ax| {
                        ax.set_projection(projection);
                        if projection == Projection::Rectilinear {
                            ax.set_xscale(scale).set_xlim(0.1, 1);
                        }
                        ax.set_yscale(scale).set_ylim(0.1, 1);
                        ax.add(Flag { is_cut: x < 0.0, ..flag(x, y) });
                    });
                    pixels.unwrap();
                }
            }
        }
    }
    // sizes as well
    for size in [1e6, 1e12, 1e300, f64::MAX, f64::INFINITY] {
        drawn(|ax| drop_handle(ax.add(Flag { size, ..flag(0.0, 0.0) }))).unwrap();
    }
}
