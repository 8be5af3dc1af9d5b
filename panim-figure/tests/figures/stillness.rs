//! A frame that records what the frame before did is not painted again, and any other is.

use panim_figure::{
    Artist, Axes, Bars, ErrorBars, Figure, Handle, Image, Line, PColorMesh, Picture, Polygons,
    Projection, Renderer, Scatter, Surface, Text, TriColor,
};

/// What an artist is changed to, frame after frame: there are pauses, the smallest steps there are, and zeros of
/// both signs.
const STEPS: [f64; 12] =
    [0.0, 0.0, 0.5, 0.5, 0.500_000_000_000_000_1, 0.5, 0.5, -0.0, -0.0, 0.0, 0.25, 0.25];

struct Scene<A> {
    renderer: Renderer,
    artist: Handle<A>,
}

impl<A: Artist> Scene<A> {
    fn new(ground: &str, build: &impl Fn(&mut Axes) -> Handle<A>) -> Self {
        let mut fig = Figure::new();
        fig.set_size(160, 120).set_background(ground);
        let ax = fig.axes();
        let artist = build(ax);
        Self { renderer: Renderer::portable(fig).unwrap(), artist }
    }

    fn frame(&mut self, change: &impl Fn(&mut A, f64), step: f64) -> Picture {
        change(&mut self.renderer.frame(0)[self.artist], step);
        self.renderer.picture().unwrap()
    }
}

/// Every frame is as if it were the only one; those in pauses are told to change nothing.
fn check<A: Artist>(
    name: &str,
    build: impl Fn(&mut Axes) -> Handle<A>,
    change: impl Fn(&mut A, f64),
) {
    for ground in ["white", "none"] {
        let mut kept = Scene::new(ground, &build);
        let mut anew = Scene::new(ground, &build);
        anew.renderer.cache_background(false);
        let mut before: Option<f64> = None;
        for step in STEPS {
            let picture = kept.frame(&change, step);
            let alone = Scene::new(ground, &build).frame(&change, step);
            assert!(picture == alone, "{name} on {ground}, {before:?} to {step}");
            assert!(anew.frame(&change, step) == alone, "{name} on {ground}, {step} anew");
            if before.is_some_and(|before| before.to_bits() == step.to_bits()) {
                assert!(kept.renderer.changed().is_none(), "{name} on {ground} at {step}");
            }
            assert!(!anew.renderer.changed().is_none(), "{name} on {ground} at {step} anew");
            before = Some(step);
        }
        let pictures = [0.0, 0.5].map(|step| kept.frame(&change, step));
        assert!(pictures[0] != pictures[1], "{name} on {ground} never moves");
    }
}

fn flat(ax: &mut Axes) -> &mut Axes {
    ax.set_xlim(0, 3).set_ylim(-1, 2)
}

#[test]
fn lines_and_words_that_pause() {
    let line = || Line::new([0, 1, 2, 3], [0, 1, 0, 1]);
    check(
        "a line",
        |ax| flat(ax).add(line()),
        |line, step| {
            line.set_y([0.0, step, f64::NAN, 1.0]);
        },
    );
    check(
        "an opacity",
        |ax| flat(ax).add(line().width(4)),
        |line, step| {
            line.set_alpha(1.0 - step);
        },
    );
    check(
        "colors along a line",
        |ax| flat(ax).add(line().values([0, 1, 2, 3]).vmin(0).vmax(3).width(3)),
        |line, step| {
            line.set_values([0.0, 3.0 * step, 2.0, f64::NAN]);
        },
    );
    check(
        "words",
        |ax| flat(ax).add(Text::new((0, 0), "words")),
        |text, step| {
            text.set_position((step, step)).set_text(format!("words {step}"));
        },
    );
}

#[test]
fn many_marks_that_pause() {
    let many = || (0..400).map(|i| f64::from(i) / 133.0);
    check(
        "circles",
        |ax| flat(ax).add(Scatter::new([0, 1, 2], [0, 1, 1])),
        |dots, step| {
            dots.set_y([step, 1.0, f64::NAN]);
        },
    );
    check(
        "many circles",
        |ax| flat(ax).add(Scatter::new(many(), many().map(f64::sin))),
        |dots, step| {
            dots.set_y(many().map(|x| (x + step).sin()));
        },
    );
    check(
        "many circles of many sizes",
        |ax| flat(ax).add(Scatter::new(many(), many().map(f64::sin)).alpha(0.4)),
        |dots, step| {
            dots.set_sizes(many().map(|x| 9.0 + 9.0 * (x + step).sin()));
        },
    );
    check(
        "polygons",
        |ax| flat(ax).add(Polygons::new([[(0, 0), (1, 0), (1, 1)], [(1, 1), (2, 1), (2, 2)]])),
        |polygons, step| {
            polygons.set_values([0.0, step]).set_vmin(0).set_vmax(1).set_edge_width(1.0 + step);
        },
    );
    check(
        "bars with a pattern",
        |ax| flat(ax).add(Bars::new([0, 1, 2], [1, 1, 1]).hatch("//").alpha(0.7)),
        |bars, step| {
            bars.set_height([1.0 + step, 1.0, 0.5]);
        },
    );
    check(
        "error bars",
        |ax| flat(ax).add(ErrorBars::new([0, 1, 2], [1, 1, 1], 0.2)),
        |bars, step| {
            bars.set_y([1.0, 1.0 + step, 0.5]);
        },
    );
}

#[test]
fn cells_that_pause() {
    let values = |step: f64| [[0.0, 1.0, 2.0], [3.0, step, f64::NAN]];
    for interpolation in ["nearest", "bilinear"] {
        check(
            interpolation,
            |ax| {
                let image = Image::new(values(0.0)).vmin(0).vmax(3).interpolation(interpolation);
                flat(ax).add(image)
            },
            |image, step| {
                image.set_data(values(step));
            },
        );
    }
    check(
        "a picture",
        |ax| flat(ax).add(Image::new(values(0.0))),
        |image, step| {
            image.set_rgb(2, 1, [(255.0 * step) as u8, 9, 9, 80, 80, 80]);
        },
    );
    check(
        "a mesh",
        |ax| flat(ax).add(PColorMesh::new([0, 1, 2, 3], [-1, 1, 2], values(0.0)).vmin(0).vmax(3)),
        |mesh, step| {
            mesh.set_values(values(step));
        },
    );
    check(
        "triangles",
        |ax| flat(ax).add(TriColor::new([0, 3, 1, 2], [0, 0, 1, 2], [0, 1, 2, 3]).vmin(0).vmax(3)),
        |triangles, step| {
            triangles.set_values([0.0, 1.0, 2.0, 3.0 * step]);
        },
    );
    check(
        "a surface",
        |ax| {
            ax.set_projection(Projection::ThreeD).set_zlim(0, 3);
            ax.add(Surface::new([0, 1, 2], [0, 1], [[0, 1, 2], [1, 1, 1]]).vmin(0).vmax(3))
        },
        |surface, step| {
            surface.set_z([[0.0, 1.0, 2.0], [1.0, 1.0 + step, 1.0]]);
        },
    );
}

/// Frames that touch one thing and another, and nothing, in pauses of different lengths.
#[test]
fn backgrounds_that_take_turns() {
    let scene = |keep: bool| {
        let mut fig = Figure::new();
        fig.set_size(160, 120);
        let mut plots = fig.subplots(1, 2);
        let lines = [0, 1].map(|i| flat(&mut plots[(0, i)]).add(Line::new([0, 3], [0, 1])));
        let axes = plots[(0, 1)].handle();
        let mut renderer = Renderer::portable(fig).unwrap();
        renderer.cache_background(keep);
        move |which: usize| {
            let mut frame = renderer.frame(0);
            for (i, line) in lines.iter().enumerate() {
                if which & (1 << i) != 0 {
                    frame[line].set_y([1, 0]);
                }
            }
            if which & 4 != 0 {
                frame[axes].set_title("touched");
            }
            if which & 8 != 0 {
                // what it is already
                frame[lines[0]].set_y([0, 1]);
            }
            let picture = renderer.picture().unwrap();
            (picture, renderer.changed().is_none())
        }
    };
    let (mut kept, mut anew) = (scene(true), scene(false));
    let mut before = None;
    for which in [0, 0, 1, 1, 1, 0, 0, 3, 2, 2, 3, 3, 4, 4, 7, 7, 0, 8, 8, 0, 0, 8, 1] {
        let (picture, is_still) = kept(which);
        assert!(picture == anew(which).0 && picture == scene(true)(which).0, "{which:04b}");
        assert_eq!(is_still, before == Some(which), "{which:04b}");
        before = Some(which);
    }
}

#[test]
fn what_plotters_draws_is_recorded_too() {
    use panim_figure::plotters::prelude::*;
    let mut fig = Figure::new();
    fig.set_size(160, 120);
    flat(fig.axes());
    let mut renderer = Renderer::portable(fig).unwrap();
    let mut shown = |x: i32, is_bitmap: bool| {
        let mut frame = renderer.frame(0);
        let disc = Circle::new((x, 60), 9, RED.filled());
        if is_bitmap {
            frame.bitmap_area().draw(&disc).unwrap();
        } else {
            frame.area().draw(&disc).unwrap();
        }
        let picture = renderer.picture().unwrap();
        (picture, renderer.changed().is_none())
    };
    let first = shown(50, false);
    assert!(!first.1);
    assert_eq!(shown(50, false), (first.0.clone(), true));
    let moved = shown(51, false);
    assert!(moved.0 != first.0 && !moved.1);
    // pixels may have been written anywhere
    let (bitmap, _) = shown(50, true);
    assert!(bitmap != first.0);
    let again = shown(50, false);
    assert!(again.0 == first.0 && !again.1);
    assert_eq!(shown(50, false), (first.0, true));
}
