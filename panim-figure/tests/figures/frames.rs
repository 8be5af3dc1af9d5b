//! Frame after frame: each starts from setup, redraws only what it touches, and moves smoothly.

use panim_figure::{Axes, Figure, Handle, Legend, Line, Loc, Picture, Projection, Renderer, Text};
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
        let note = ax.add(Text::new((0.0, 0.2), "a note beyond its axes").size(12.0));
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
            frame[self.note].set_position((-0.8, 0.6));
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

#[test]
fn a_legend_lies_over_twins_whatever_a_frame_touches() {
    let scene = |keep: bool| {
        let mut fig = Figure::new();
        fig.set_size(300, 200);
        let ax = fig.axes().set_xlim(0, 1).set_ylim(0, 1);
        let line = ax.add(Line::new([0, 1], [0, 1]).label("line"));
        ax.set_legend(Legend::new().loc(Loc::Center));
        let below = ax.handle();
        let twin = fig.twin_x(below).set_ylim(0, 1);
        let wide = twin.add(Line::new([0.0, 1.0], [0.5, 0.5]).color("red").width(60.0));
        let twin = twin.handle();
        let mut renderer = Renderer::portable(fig).unwrap();
        renderer.cache_background(keep);
        move |which: usize| {
            let mut frame = renderer.frame(which);
            if which & 1 != 0 {
                frame[line].set_y([1, 0]);
            }
            if which & 2 != 0 {
                frame[wide].set_width(61.0);
            }
            if which & 4 != 0 {
                frame[below].set_title("touched");
            }
            if which & 8 != 0 {
                frame[twin].set_ylabel("touched");
            }
            renderer.picture().unwrap()
        }
    };
    let (mut kept, mut anew) = (scene(true), scene(false));
    for which in (0..16).chain((0..16).rev()) {
        let picture = kept(which);
        assert!(picture == anew(which) && picture == scene(true)(which), "{which:04b}");
        // the legend's paper in the middle, beside its key and words
        let paper = (90..110).any(|y| {
            let [r, g, b, _] = picture.pixel(150, y);
            r > 240 && g > 180 && b > 180
        });
        assert!(paper, "{which:04b}");
    }
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
fn a_frame_that_cannot_be_drawn_does_not_hurt_the_next() {
    let mut scene = Scene::new();
    let good = scene.frame(0);
    scene.renderer.frame(1)[scene.line].set_y([1.0]);
    assert!(scene.renderer.draw().is_err());
    assert!(scene.frame(0) == good);
}

#[test]
fn discs_start_at_their_centre_in_every_frame() {
    let mut fig = Figure::new();
    let ax = fig.axes().set_projection(Projection::Polar);
    let (axes, line) = (ax.handle(), ax.add(Line::new([0.0, 1.0], [2.0, 3.0])));
    let mut renderer = Renderer::portable(fig).unwrap();
    let mut frame = renderer.frame(0);
    assert_eq!(frame[axes].ylim().0, 0.0);
    frame[line].set_y([20.0, 40.0]);
    frame[axes].autoscale_y();
    assert_eq!(frame[axes].ylim().0, 0.0);
    assert!(frame[axes].ylim().1 >= 40.0);
    renderer.draw().unwrap();

    let mut fig = Figure::new();
    let ax = fig.axes().set_projection(Projection::Polar).set_yscale("log");
    ax.add(Line::new([0.0, 1.0], [2.0, 3000.0]));
    Renderer::portable(fig).unwrap().draw().unwrap();
}

/// A line on a page, by frame.
fn page(ground: Option<&str>, index: usize) -> Picture {
    let mut figure = Figure::new();
    figure.set_size(200, 150);
    if let Some(ground) = ground {
        figure.set_background(ground);
    }
    let ax = figure.axes();
    ax.set_xlim(0, 1).set_ylim(0, 1).set_title("a title");
    let line = ax.add(Line::new([0, 1], [0, 1]).label("line").alpha(0.5).width(6));
    ax.legend();
    let mut renderer = Renderer::new(figure).unwrap();
    assert_eq!(renderer.is_transparent(), ground.is_some_and(|ground| ground != "white"));
    for i in 0..=index {
        renderer.frame(i)[line].set_y([0.1 * i as f64, 1.0]);
        renderer.draw().unwrap();
    }
    renderer.frame(index)[line].set_y([0.1 * index as f64, 1.0]);
    renderer.picture().unwrap()
}

#[test]
fn a_transparent_figure_over_white_is_the_white_one() {
    for index in [0, 3] {
        let (clear, white) = (page(Some("none"), index), page(None, index));
        assert!(white == page(Some("white"), index));
        assert_eq!(clear.pixel(0, 0), [0; 4]);
        let alphas = || clear.rgba().chunks(4).map(|pixel| pixel[3]);
        assert!(alphas().any(|a| a == 255) && alphas().any(|a| (100..150).contains(&a)));
        for (clear, white) in clear.rgba().chunks(4).zip(white.rgba().chunks(4)) {
            let alpha = f64::from(clear[3]) / 255.0;
            for (own, white) in clear[..3].iter().zip(white) {
                let over = f64::from(*own) * alpha + 255.0 * (1.0 - alpha);
                // each of the two grounds is rounded once for each shape
                assert!((over - f64::from(*white)).abs() < 3.0, "{clear:?} {white:?}");
            }
        }
    }
}

#[test]
fn backgrounds_are_those_of_the_page_and_of_axes_without_one_of_their_own() {
    let mut figure = Figure::new();
    let [own, earlier] = figure.subplots(1, 2).array();
    let own = own.set_facecolor("red").handle();
    let earlier = earlier.handle();
    figure.set_background("lime").set_background("blue");
    let inset = figure.inset(earlier, [0.4, 0.4, 0.2, 0.2]).handle();
    let right = figure.twin_x(own).handle();
    let _ = (inset, right);
    let picture = Renderer::new(figure).unwrap().picture().unwrap();
    assert_eq!(picture.pixel(2, 2), [0, 0, 255, 255]);
    assert_eq!(picture.pixel(400, 200), [0, 0, 255, 255]);
    assert_eq!(picture.pixel(150, 200), [255, 0, 0, 255]);
}

#[test]
fn a_page_may_be_seen_through_in_part() {
    let mut figure = Figure::new();
    figure.set_facecolor(("red", 0.5)).axes();
    let picture = Renderer::new(figure).unwrap().picture().unwrap();
    assert_eq!(picture.pixel(2, 2), [255, 0, 0, 128]);
    assert_eq!(picture.pixel(300, 200), [255; 4]);
}

#[cfg(feature = "plotters")]
#[test]
fn opaque_pixels_of_plotters_are_refused_on_a_transparent_figure() {
    let mut figure = Figure::new();
    figure.set_background("none").bitmap_area();
    let message = Renderer::new(figure).err().unwrap().to_string();
    assert!(message.starts_with("Figure, `bitmap_area`: its pixels are opaque"), "{message}");
    let mut figure = Figure::new();
    figure.set_background("none");
    let mut renderer = Renderer::new(figure).unwrap();
    drop(renderer.frame(0).bitmap_area());
    assert_eq!(renderer.draw().unwrap_err().to_string(), message);
    drop(renderer.frame(1).area());
    renderer.draw().unwrap();
}

#[test]
fn a_background_that_is_no_color_is_named() {
    let mut figure = Figure::new();
    figure.set_background("trnsparent");
    let message = Renderer::new(figure).err().unwrap().to_string();
    assert!(message.starts_with("Figure, `set_background`: \"trnsparent\" is not"), "{message}");
}
