//! Artists that panim does not have, written outside of its crates.

#![allow(missing_docs, clippy::unwrap_used)]

#[path = "own_artist/failing.rs"]
mod failing;

use panim::{
    Color, FigureError, Label, Projection,
    artist::{Artist, Bbox, Common, Cycle, Extent, Path, Pen},
    prelude::*,
};
use std::{f64::consts::TAU, fs};

/// Everything that a pen can draw, around a point.
#[derive(Clone, Default)]
struct Flag {
    at: (f64, f64),
    /// In points.
    size: f64,
    color: Option<Color>,
    /// As it was given.
    wrong: Wrong,
    is_cut: bool,
    common: Common,
}

/// What it gives to the pen that cannot be drawn.
#[derive(Clone, Copy, Default, PartialEq)]
enum Wrong {
    #[default]
    Nothing,
    Color,
    Width,
    Style,
    Marker,
    Words,
    Image,
    Part,
}

fn flag(x: f64, y: f64) -> Flag {
    Flag { at: (x, y), size: 20.0, is_cut: true, ..Flag::default() }
}

impl Flag {
    fn fill_and_edge(&self, pen: &mut Pen, (x, y): (f64, f64), side: f64) {
        let place = Bbox { x0: x, y0: y - side, x1: x + side, y1: y };
        let color = self.color.unwrap_or(Color::BLACK);
        pen.fill(&Path::rect(place), (color, 0.5));
        pen.stroke(&Path::circle(place.center(), side / 2.0), color, 1.5, "--");
    }
}

impl Artist for Flag {
    fn name(&self) -> &'static str {
        "Flag"
    }

    fn common(&self) -> &Common {
        &self.common
    }

    fn check(&self) -> Result<(), FigureError> {
        if self.size > 0.0 {
            return Ok(());
        }
        Err(FigureError::new("Flag", "size", format!("{} is not a size, above 0", self.size)))
    }

    fn extent(&self) -> Extent {
        Extent::of_points([self.at])
    }

    fn draw(&self, pen: &mut Pen) {
        let (at, side) = (pen.at(self.at), pen.points(self.size));
        self.fill_and_edge(pen, at, side);
        let is = |wrong: Wrong| self.wrong == wrong;
        pen.fill(&Path::circle(at, 2), if is(Wrong::Color) { "rde" } else { "red" });
        let mast = pen.path([self.at, (self.at.0, self.at.1 + 0.2)]);
        let width = if is(Wrong::Width) { -1.0 } else { 1.0 };
        pen.stroke(&mast, "C1", width, if is(Wrong::Style) { "~" } else { ":" });
        pen.markers(
            [at, pen.at(At::Axes(0.5, 0.5))],
            if is(Wrong::Marker) { 'q' } else { 'D' },
            5,
            "C2",
        );
        let size = if is(Wrong::Words) { -8.0 } else { 8.0 };
        pen.text(at, Label::new("flag $x^2$").size(size));
        let rgba = [255, 0, 0, 255, 0, 0, 255, 128];
        let side = pen.points(6);
        let place = Bbox { x0: at.0 - side, y0: at.1, x1: at.0, y1: at.1 + side };
        pen.image((2, if is(Wrong::Image) { 2 } else { 1 }), &rgba, place);
        let tail = Line::new([self.at.0, self.at.0 + 0.5], [self.at.1; 2]);
        pen.draw(&if is(Wrong::Part) { tail.width(-3) } else { tail.marker("o") });
        pen.draw(&Text::new(self.at, "part").rotation(30));
    }

    fn is_clipped(&self) -> bool {
        self.is_cut
    }

    fn draw_key(&self, pen: &mut Pen, area: Bbox) {
        self.fill_and_edge(pen, (area.x0, area.y1), area.height());
    }

    fn legend_avoids(&self, pen: &Pen) -> Path {
        let (x, y) = pen.at(self.at);
        Path::circle((x, y), pen.points(self.size))
    }

    fn take_color(&mut self, cycle: &mut Cycle) {
        self.color.get_or_insert_with(|| cycle.next_area());
    }
}

/// Two flags, of which one moves, over one that stands still.
#[animation]
#[derive(Default)]
struct Flags {
    moving: Handle<Flag>,
    line: Handle<Line>,
}

impl Flags {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(320, 240);
        let ax = fig.axes();
        ax.add(Flag { common: Common::default().label("still").alpha(0.6), ..flag(0.0, 1.0) });
        self.line = ax.add(Line::new([0, 3], [0, 2]));
        self.moving = ax.add(Flag { is_cut: false, ..flag(2.0, 0.5) });
        ax.legend();
    }

    #[update]
    fn update(&self, frame: &mut Frame, turn: f64) {
        let index = frame.index();
        if index % 4 != 3 {
            let moving = &mut frame[self.moving];
            moving.at = (2.0 + turn.cos(), 0.5 + turn.sin());
            moving.common.set_alpha(0.5 + 0.5 * turn.sin().abs());
        }
        if index % 5 == 0 {
            frame[self.line].set_y([turn, 1.0]);
        }
    }
}

#[test]
fn bytes_depend_on_neither_workers_nor_reuse_nor_backgrounds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flags.mp4");
    let render = || Flags::render(&path).sweep(0.0..TAU, 40).workers(1);
    render().run().unwrap();
    let usual = fs::read(&path).unwrap();
    for (name, render) in [
        ("2 workers", render().workers(2)),
        ("5 workers", render().workers(5)),
        ("no reuse", render().reuse(false)),
        ("no kept background", render().cache_background(false)),
    ] {
        render.run().unwrap();
        assert!(fs::read(&path).unwrap() == usual, "{name}");
    }
}

/// The pixels of a figure with these artists.
fn drawn(build: impl FnOnce(&mut Axes)) -> Result<Vec<u8>, FigureError> {
    let mut fig = Figure::new();
    fig.set_size(320, 240);
    build(fig.axes());
    panim::Renderer::new(fig)?.draw().map(<[u8]>::to_vec)
}

#[test]
fn limits_legend_and_handle_are_those_of_any_artist() {
    let mut fig = Figure::new();
    let ax = fig.axes();
    let handle = ax.add(flag(10.0, -3.0));
    ax.add(flag(20.0, 5.0));
    ax.autoscale();
    assert_eq!((ax.xlim(), ax.ylim()), ((9.5, 20.5), (-3.4, 5.4)));
    fig[handle].at = (0.0, 0.0);
    assert_eq!(fig[handle].at, (0.0, 0.0));
    assert_eq!(fig[handle].color, Some(Color::cycle(0)));

    let named = |label: &str| {
        let common = Common::default().label(label);
        drawn(|ax| {
            ax.add(Flag { common, ..flag(0.0, 0.0) });
            ax.legend();
        })
        .unwrap()
    };
    assert!(named("") != named("name"));
    // a key of its own
    let green = Some(Color::rgb(0, 255, 0));
    let key = drawn(|ax| {
        let common = Common::default().label("name");
        // out of sight: only its key shows
        ax.add(Flag { common, color: green, ..flag(9.0, 9.0) });
        ax.set_xlim(0, 1).set_ylim(0, 1).legend();
    });
    let is_green = |pixel: &[u8]| pixel[1].saturating_sub(pixel[0].max(pixel[2])) > 60;
    assert!(key.unwrap().chunks(4).any(is_green));
}

#[test]
fn what_all_artists_have_works() {
    let with = |common: Common| drawn(|ax| drop_handle(ax.add(Flag { common, ..flag(0.0, 0.0) })));
    let usual = with(Common::default()).unwrap();
    let nothing = drawn(|ax| {
        ax.set_xlim(-0.06, 0.06).set_ylim(-0.06, 0.06);
    });
    let hidden = with(Common::default().visible(false)).unwrap();
    assert!(hidden != usual && nothing.is_ok());
    assert!(hidden == with(Common::default().alpha(0)).unwrap());
    assert!(with(Common::default().alpha(0.5)).unwrap() != usual);
    let error = with(Common::default().alpha(1.5)).unwrap_err().to_string();
    assert!(error.contains("Flag, `alpha`: 1.5 is not between"), "{error}");
    // the later one covers the earlier one, unless it is told
    let order = |zorder: f64| {
        drawn(|ax| {
            ax.add(Flag { color: Some(Color::BLACK), ..flag(0.0, 0.0) });
            let common = Common::default().zorder(zorder);
            ax.add(Flag { color: Some(Color::WHITE), common, ..flag(0.01, 0.0) });
        })
    };
    assert!(order(2.0).unwrap() == order(3.0).unwrap());
    assert!(order(2.0).unwrap() != order(1.0).unwrap());
}

#[test]
fn one_that_is_not_cut_reaches_beyond_the_axes() {
    let at_the_edge = |is_cut: bool| {
        drawn(|ax| {
            ax.add(Flag { is_cut, size: 60.0, ..flag(1.0, 0.5) });
            ax.set_xlim(0, 1).set_ylim(0, 1);
        })
        .unwrap()
    };
    let (cut, whole) = (at_the_edge(true), at_the_edge(false));
    assert!(cut != whole);
}

fn drop_handle<A>(_: Handle<A>) {}

#[test]
fn what_is_wrong_is_named() {
    let bad = |flag: Flag| drawn(|ax| drop_handle(ax.add(flag))).unwrap_err().to_string();
    assert_eq!(
        bad(Flag { size: -1.0, ..flag(0.0, 0.0) }),
        "Flag, `size`: -1 is not a size, above 0"
    );
    for (wrong, message) in [
        (Wrong::Color, "Flag, `color`: \"rde\" is not a color (did you mean \"red\"?)"),
        (Wrong::Width, "Flag, `width`: -1 is not a size in points"),
        (Wrong::Style, "Flag, `style`: \"~\" is not a line style"),
        (Wrong::Marker, "Flag, `marker`: 'q' is not a marker"),
        (Wrong::Words, "Flag, `text`: -8 is not a size in points"),
        (Wrong::Image, "Flag, `rgba`: has 8 bytes; 2x2 pixels of 4 bytes have 16"),
        (Wrong::Part, "Line, `width`: -3 is not a size in points"),
    ] {
        let error = bad(Flag { wrong, ..flag(0.0, 0.0) });
        assert!(error.starts_with(message), "{error}");
    }
    let space = drawn(|ax| {
        ax.set_projection(Projection::ThreeD);
        ax.add(flag(0.0, 0.0));
    });
    let error = space.unwrap_err().to_string();
    assert!(error.contains("Flag, `set_projection`: this axes is 3D"), "{error}");
}

#[test]
fn it_stands_on_polar_axes() {
    let polar = |at: (f64, f64)| {
        drawn(|ax| {
            ax.set_projection(Projection::Polar).set_ylim(0, 2);
            ax.add(flag(at.0, at.1));
        })
        .unwrap()
    };
    assert!(polar((0.0, 1.0)) != polar((TAU / 2.0, 1.0)));
}
