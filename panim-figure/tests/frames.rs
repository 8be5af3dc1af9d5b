//! Frame after frame: each starts from setup, redraws only what it touches, and moves smoothly.

#![allow(clippy::unwrap_used)]

use panim_figure::{Axes, Figure, Handle, Legend, Line, Loc, Picture, Renderer, Side, Text};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Two axes that lie over each other, with all that can overlap.
struct Scene {
    renderer: Renderer,
    under: Handle<Axes>,
    over: Handle<Axes>,
    line: Handle<Line>,
    upper: Handle<Line>,
    note: Handle<Text>,
}

impl Scene {
    fn new() -> Self {
        let mut fig = Figure::new();
        fig.set_size(300, 200);
        let ax = fig.axes();
        let under = ax.handle();
        ax.set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).set_grid(true);
        ax.set_legend(Legend::new().loc(Loc::Center));
        let line = ax.add(Line::new([0.0, 1.0], [0.2, 0.8]).width(8.0).label("line"));
        ax.add(Line::new([0.0, 1.0], [0.8, 0.2]).width(8.0).alpha(0.5));
        let mut grid = fig.subplots(2, 2);
        let ax = &mut grid[(1, 1)];
        let over = ax.handle();
        ax.set_facecolor("ivory").set_xlim(0.0, 1.0).set_ylim(0.0, 1.0);
        let upper = ax.add(Line::new([0.0, 1.0], [0.5, 0.5]));
        let note = ax.add(Text::new(0.0, 0.2, "a note beyond its axes").size(12.0));
        Self { renderer: Renderer::portable(fig).unwrap(), under, over, line, upper, note }
    }

    /// Touches what the bits of `which` say.
    fn frame(&mut self, which: usize) -> Picture {
        let mut frame = self.renderer.frame(which);
        if which & 1 != 0 {
            frame[self.line].set_y([0.4, 0.1]).set_color("C3");
        }
        if which & 2 != 0 {
            frame[self.upper].set_y([0.1, 0.9]);
        }
        if which & 4 != 0 {
            frame[self.note].set_position(-0.8, 0.6);
        }
        if which & 8 != 0 {
            frame[self.under].set_title("touched").set_xlim(0.0, 2.0);
        }
        if which & 16 != 0 {
            frame[self.over].set_ylim(0.0, 2.0);
        }
        self.renderer.picture().unwrap()
    }
}

#[test]
fn a_frame_depends_on_itself_alone() {
    // every way to split the figure, after every other, kept backgrounds or not
    let alone: Vec<Picture> = (0..32).map(|which| Scene::new().frame(which)).collect();
    let (mut kept, mut anew) = (Scene::new(), Scene::new());
    anew.renderer.cache_background(false);
    for step in [1, 3, 7, 13] {
        for i in 0..32 {
            let which = (i * step) % 32;
            assert!(kept.frame(which) == alone[which], "{which:05b} with kept backgrounds");
            assert!(anew.frame(which) == alone[which], "{which:05b} without");
        }
    }
}

#[test]
fn axes_that_lie_over_a_touched_one_stay_over_it() {
    // a line touched to what it was already changes nothing that is seen
    let mut scene = Scene::new();
    let still = scene.frame(0);
    scene.renderer.frame(0)[scene.line].set_y([0.2, 0.8]);
    let touched = scene.renderer.picture().unwrap();
    let pairs = still.rgba().iter().zip(touched.rgba());
    // one pass or two may round a blended colour differently
    let worst = pairs.map(|(a, b)| a.abs_diff(*b)).max().unwrap();
    assert!(worst <= 2, "{worst} levels");
}

#[test]
fn what_update_adds_is_gone_at_the_next_frame() {
    let mut scene = Scene::new();
    let plain = scene.frame(0);
    let under = scene.under;
    let added = {
        let mut frame = scene.renderer.frame(1);
        frame[under].add(Line::new([0.0, 1.0], [0.0, 1.0]).width(20.0))
    };
    assert!(scene.renderer.picture().unwrap() != plain);
    assert!(scene.frame(0) == plain);
    let message = panic_of(|| scene.renderer.frame(2)[added].set_width(1.0).x().len());
    assert!(message.contains("what #[update] adds lasts for one frame"), "{message}");
}

fn panic_of<T>(work: impl FnOnce() -> T) -> String {
    let panic = catch_unwind(AssertUnwindSafe(work)).err().expect("a panic");
    let text = panic.downcast_ref::<String>().cloned();
    text.or(panic.downcast_ref::<&str>().map(|s| s.to_string())).unwrap()
}

#[test]
fn a_handle_that_names_nothing_says_what_to_do() {
    let mut scene = Scene::new();
    let frame = scene.renderer.frame(0);
    let message = panic_of(|| frame[Handle::<Line>::default()].x().len());
    assert!(message.starts_with("this Handle<Line> was never set: in #[setup], keep"), "{message}");
    let other = Scene::new().line;
    let message = panic_of(|| frame[other].x().len());
    assert!(message.starts_with("this Handle<Line> is of another figure"), "{message}");
}

#[test]
fn what_cannot_be_drawn_is_said_before_and_in_a_frame() {
    let refused = |build: &dyn Fn(&mut Axes)| {
        let mut fig = Figure::new();
        build(fig.axes());
        Renderer::new(fig).err().expect("refused").to_string()
    };
    let dot = || Line::new([0.0], [0.0]);
    let artists = [
        (Line::new([1.0], [1.0, 2.0]), "Line, `y`: has 2 values where `x` has 1"),
        (dot().color("bleu"), "Line, `color`: \"bleu\" is not a color (did you mean \"blue\"?)"),
        (dot().width(-1.0), "Line, `width`: -1 is not a size"),
        (dot().alpha(1.5), "Line, `alpha`: 1.5 is not between"),
        (dot().style("=="), "Line, `style`: \"==\" is not a line style"),
        (dot().marker('q'), "Line, `marker`: 'q' is not a marker"),
    ];
    for (artist, message) in artists {
        let error = refused(&|ax| {
            ax.add(artist.clone());
        });
        assert!(error.starts_with(message), "{error}");
    }
    let error = refused(&|ax| {
        ax.set_xlim(f64::NAN, 1.0);
    });
    assert!(error.starts_with("Axes, `set_xlim`: NaN to 1 are not limits"), "{error}");
    let error = refused(&|ax| {
        ax.set_xticks([1, 2]).set_xticklabels(["one"]);
    });
    assert!(error.starts_with("Axes, `set_xticks`: 2 ticks and 1 labels"), "{error}");

    let mut scene = Scene::new();
    let good = scene.frame(0);
    scene.renderer.frame(1)[scene.line].set_y([1.0]);
    assert!(scene.renderer.draw().is_err());
    // and the next frame is whole again
    assert!(scene.frame(0) == good);
}

/// Centre of the dark in a picture, in pixels.
fn centroid(picture: &Picture) -> (f64, f64) {
    let width = picture.width() as usize;
    let (mut mass, mut x, mut y) = (0.0, 0.0, 0.0);
    for (i, pixel) in picture.rgba().chunks_exact(4).enumerate() {
        let dark = 255.0 - f64::from(pixel[1]);
        mass += dark;
        x += dark * ((i % width) as f64 + 0.5);
        y += dark * ((i / width) as f64 + 0.5);
    }
    (x / mass, y / mass)
}

/// A renderer of one artist alone, at 100 pixels to a unit of x and y from the lower left.
fn alone(artist: impl panim_figure::Artist, width: u32, height: u32) -> Renderer {
    let mut fig = Figure::new();
    fig.set_size(width, height);
    let ax = fig.axes();
    // white on white: only the artist shows
    ax.set_xlim(0.0, 0.775 * f64::from(width) / 100.0);
    ax.set_ylim(0.0, 0.77 * f64::from(height) / 100.0);
    ax.set_xticks([0.0; 0]).set_yticks([0.0; 0]);
    ax.add(artist);
    Renderer::portable(fig).unwrap()
}

#[test]
fn a_tenth_of_a_pixel_is_a_tenth_of_a_pixel() {
    let place = |i: i32| (1.0 + 0.001 * f64::from(i), 1.0 + 0.0005 * f64::from(i));
    let empty = alone(Text::new(0.0, 0.0, ""), 400, 400).picture().unwrap();
    // how far an artist's centre is from where it should be, after steps of 0.1 and 0.05 pixels
    let errors = |draw: &dyn Fn(i32) -> Picture| -> f64 {
        let only = |i: i32| {
            let mut rgba = draw(i).rgba().to_vec();
            for (a, b) in rgba.iter_mut().zip(empty.rgba()) {
                *a = 255 - b.saturating_sub(*a); // without the spines
            }
            centroid(&Picture::new(400, 400, rgba))
        };
        let start = only(0);
        (1..=20)
            .map(|i| {
                let at = only(i);
                let (dx, dy) = (at.0 - start.0, at.1 - start.1);
                (dx - 0.1 * f64::from(i)).abs().max((dy + 0.05 * f64::from(i)).abs())
            })
            .fold(0.0, f64::max)
    };
    let marker = errors(&|i| {
        let (x, y) = place(i);
        let line = Line::new([x], [y]).style("").marker('o').color("black");
        alone(line, 400, 400).picture().unwrap()
    });
    let line = errors(&|i| {
        let (x, y) = place(i);
        let line = Line::new([x, x + 0.5], [y, y + 0.3]).color("black");
        alone(line, 400, 400).picture().unwrap()
    });
    let text = errors(&|i| {
        let (x, y) = place(i);
        let mut fig = alone(Text::new(x, y, "moves").size(14.0), 400, 400);
        fig.picture().unwrap()
    });
    assert!(marker < 0.05 && line < 0.05, "marker {marker:.3}, line {line:.3} pixels off");
    assert!(text < 0.6, "still text snaps to a pixel: {text:.3}");

    // text that update moves does not snap
    let mut fig = Figure::new();
    fig.set_size(400, 400);
    let ax = fig.axes();
    ax.set_xlim(0.0, 3.1).set_ylim(0.0, 3.08).set_xticks([0.0; 0]).set_yticks([0.0; 0]);
    let words = ax.add(Text::new(1.0, 1.0, "moves").size(14.0));
    let moving = std::cell::RefCell::new(Renderer::portable(fig).unwrap());
    let text = errors(&|i| {
        let (x, y) = place(i);
        let mut renderer = moving.borrow_mut();
        renderer.frame(0)[words].set_position(x, y);
        renderer.picture().unwrap()
    });
    assert!(text < 0.05, "moved text is {text:.3} pixels off");
}

#[test]
fn ticks_that_update_moves_do_not_snap() {
    let mut fig = Figure::new();
    fig.set_size(400, 400);
    let ax = fig.axes();
    // 100 pixels to a unit, and nothing but the label of one tick
    ax.set_ylim(0.0, 3.08).set_yticks([1.0]).set_yticklabels(["moves"]);
    ax.set_xticks([0.0; 0]).show_yticks(false, true);
    for side in [Side::Left, Side::Right, Side::Top, Side::Bottom] {
        ax.set_spine(side, false);
    }
    let ax = ax.handle();
    let mut renderer = Renderer::portable(fig).unwrap();
    let mut height = |i: i32| {
        renderer.frame(0)[ax].set_yticks([1.0 + 0.0005 * f64::from(i)]);
        centroid(&renderer.picture().unwrap()).1
    };
    let start = height(0);
    let error = |i: i32| (height(i) - start + 0.05 * f64::from(i)).abs();
    let error = (1..=20).map(error).fold(0.0, f64::max);
    assert!(error < 0.05, "the tick's label is {error:.3} pixels off");
}
