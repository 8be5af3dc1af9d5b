//! What moves a tenth of a pixel a frame is seen to move a tenth of a pixel a frame.

mod lines;
mod space;

use panim_figure::*;

const FRAMES: u32 = 12;

/// How far something may be from where it should be, in pixels.
const ALLOWED: f64 = 0.05;

/// An axes that shows its artists alone, at 100 pixels to a unit.
fn alone<A: Artist>(artist: A) -> (Renderer, Handle<A>, Handle<Axes>) {
    let mut fig = Figure::new();
    fig.set_size(400, 400);
    let ax = fig.axes();
    ax.set_axis_off(true).set_xlim(0.0, 3.1).set_ylim(0.0, 3.08);
    let (artist, axes) = (ax.add(artist), ax.handle());
    (Renderer::portable(fig).unwrap(), artist, axes)
}

/// The fraction of each pixel that is dark, with its middle.
fn dark(picture: &Picture) -> impl Iterator<Item = (f64, f64, f64)> {
    let width = picture.width() as usize;
    picture.rgba().chunks_exact(4).enumerate().map(move |(i, pixel)| {
        let fraction = 1.0 - f64::from(pixel[1]) / 255.0;
        (fraction, (i % width) as f64 + 0.5, (i / width) as f64 + 0.5)
    })
}

fn area(picture: &Picture) -> f64 {
    dark(picture).map(|(fraction, ..)| fraction).sum()
}

/// The centre of what is dark.
fn centroid(picture: &Picture) -> (f64, f64) {
    let (all, x, y) = dark(picture).fold((0.0, 0.0, 0.0), |(all, x, y), (fraction, at_x, at_y)| {
        (all + fraction, x + fraction * at_x, y + fraction * at_y)
    });
    (x / all, y / all)
}

/// The worst error while an artist moves 0.1 pixels to the right and 0.05 upwards in each frame;
/// what is measured moves by `step`.
fn worst<A: Artist>(
    artist: A,
    update: impl Fn(&mut A, f64, f64),
    measure: impl Fn(&Picture) -> (f64, f64),
    step: (f64, f64),
) -> f64 {
    let (mut renderer, handle, _) = alone(artist);
    let places = (0..=FRAMES).map(|i| {
        let (mut frame, i) = (renderer.frame(0), f64::from(i));
        update(&mut frame[handle], 1.0 + 1e-3 * i, 1.0 + 5e-4 * i);
        measure(&renderer.picture().unwrap())
    });
    error(places, step)
}

/// How far places are at worst from those of steady steps from the first one.
fn error(mut places: impl Iterator<Item = (f64, f64)>, step: (f64, f64)) -> f64 {
    let start = places.next().unwrap();
    let errors = (1..).zip(places).map(|(i, at)| {
        let i = f64::from(i);
        (at.0 - start.0 - i * step.0).abs().max((at.1 - start.1 - i * step.1).abs())
    });
    errors.fold(0.0, f64::max)
}

/// As [`worst`], of the whole artist.
fn whole<A: Artist>(artist: A, update: impl Fn(&mut A, f64, f64)) -> f64 {
    worst(artist, update, centroid, (0.1, -0.05))
}

#[track_caller]
fn assert_steady(what: &str, error: f64) {
    assert!(error < ALLOWED, "{what} is {error:.3} pixels off");
}

#[test]
fn markers_move_steadily() {
    let own = artist::Path::polygon([(0, 0), (2, 1), (1, 3), (-2, -1)]);
    let own = [Marker::star(7), Marker::path(own), Marker::asterisk(5).rotated(10)];
    let names =
        ["o", ".", "s", "^", "D", "+", "x", "1", "P", "X", "H", "8", "caretup", "$A$", "*", "p"];
    let named = names.map(|name| OneOf::<Marker>::choice(name).unwrap());
    for marker in named.into_iter().chain(own) {
        let line = Line::new([1.0], [1.0]).style("").marker(marker.clone()).color("black");
        let error = whole(line, |line, x, y| {
            line.set_data([x], [y]);
        });
        assert_steady(&format!("the marker {marker:?}"), error);
        let dots = Scatter::new([1.0], [1.0]).marker(marker.clone()).color("black");
        let error = whole(dots, |dots, x, y| {
            dots.set_data([x], [y]);
        });
        assert_steady(&format!("scattered, {marker:?}"), error);
    }
    // by the thousand, markers are copied to the nearest place within a pixel
    let apart = |from: f64, of: fn(i32) -> i32| {
        (0..1600).map(move |i| from - 0.9 + 0.05 * f64::from(of(i)))
    };
    let many = Scatter::new([1.0; 0], [1.0; 0]).size(4.0).color("black");
    let error = whole(many, |many, x, y| {
        many.set_data(apart(x, |i| i % 40), apart(y, |i| i / 40));
    });
    assert_steady("thousands of markers", error);
    let stem = Stem::new([1.0], [1.0]).width(0.0).base_color("none").color("black");
    let error = whole(stem, |stem, x, y| {
        stem.set_data([x], [y]);
    });
    assert_steady("the end of a stem", error);
    let dash = |x: f64, y: f64| ([x - 0.2, x, x + 0.2], [y - 0.1, y + 0.15, y]);
    let valued = Line::new([0; 3], [0; 3]).values([0, 1, 2]).cmap("gray").vmax(9).widths([1, 6, 2]);
    let error = whole(valued, |line, x, y| {
        let (x, y) = dash(x, y);
        line.set_data(x, y);
    });
    assert_steady("a line by value", error);
    let family = Lines::new([[(0.0, 0.0); 3]; 2]).values([0, 1]).cmap("gray").vmax(9).width(3);
    let error = whole(family, |lines, x, y| {
        let line = |up: f64| [(x - 0.2, y + up), (x, y + 0.15), (x + 0.2, y - up)];
        lines.set_lines([line(0.1), line(-0.1)]);
    });
    assert_steady("a family of lines", error);
    let limits = ErrorBars::new([1], [1], (0.1, 0.3)).lolims(true).color("black");
    let error = whole(limits, |bars, x, y| {
        bars.set_x([x]).set_y([y]);
    });
    assert_steady("a limit", error);
    let trail = TracedPath::new(|t| (t, 0.5 + 0.5 * t)).width(0.0).marker('o').color("black");
    assert_steady(
        "the head of a trail",
        whole(trail, |trail, x, _| {
            trail.set_time(x);
        }),
    );
}

#[test]
fn the_tops_of_bars_move_steadily() {
    let height = |picture: &Picture| (0.0, area(picture) / 100.0);
    let bars = Bars::new([1.5], [1.0]).width(1.0).color("black");
    let error = worst(
        bars,
        |bars, _, y| {
            bars.set_height([y]);
        },
        height,
        (0.0, 0.05),
    );
    assert_steady("a bar's top", error);
    let horizontal = Bars::new([1.5], [1.0]).width(1.0).horizontal().color("black");
    let error = worst(
        horizontal,
        |bars, x, _| {
            bars.set_height([x]);
        },
        height,
        (0.0, 0.1),
    );
    assert_steady("a horizontal bar's end", error);
    let stairs = Stairs::new([1.0]).edges([1, 2]).fill(true).color("black");
    let error = worst(
        stairs,
        |stairs, _, y| {
            stairs.set_values([y]);
        },
        height,
        (0.0, 0.05),
    );
    assert_steady("a step's top", error);
    let stack = StackPlot::new([1, 2], [[0.5, 0.5], [0.5, 0.5]]).colors(["black", "black"]);
    let error = worst(
        stack,
        |stack, _, y| {
            stack.set_y([[0.5 * y, 0.5 * y], [0.5 * y, 0.5 * y]]);
        },
        height,
        (0.0, 0.05),
    );
    assert_steady("a stack's top", error);
    let broken = BrokenBars::new([(1, 1)], (1, 1)).color("black");
    let error = whole(broken, |bars, x, y| {
        bars.set_xranges([(x, 1.0)]).set_yrange(y, 1);
    });
    assert_steady("a stretch", error);
    let events = EventPlot::new([[1.0]]).color("black");
    let error = whole(events, |events, x, y| {
        events.set_rows([[x]]).set_line_offsets([y]);
    });
    assert_steady("an event", error);
    let band = Span::vertical(1.0, 2.0).color("black");
    let error = worst(
        band,
        |band, x, _| {
            band.set_ends(x, x + 1.0);
        },
        centroid,
        (0.1, 0.0),
    );
    assert_steady("a band", error);
}

#[test]
fn the_edges_of_images_move_steadily() {
    let width = |picture: &Picture| (area(picture) / 100.0, 0.0);
    let black = || Image::new([[0, 0], [0, 0]]).cmap("gray").vmin(0.0).vmax(1.0);
    let ax = |image: Image| image.extent([1.0, 2.0, 1.0, 2.0]);
    let error = whole(ax(black()), |image, x, y| {
        image.set_extent([x, x + 1.0, y, y + 1.0]);
    });
    assert_steady("an image", error);
    let mesh =
        Histogram2D::new([1.5], [1.5]).bins([1, 2]).cmap("gray").vmin(0).vmax(1).weights([0]);
    let error = whole(mesh, |cells, x, y| {
        cells.set_data([x + 0.5], [y + 0.5]).set_xbins([x, x + 1.0]).set_ybins([y, y + 1.0]);
    });
    assert_steady("cells of counts", error);
    let hexagon = Hexbin::new([1.5], [1.5]).gridsize((1, 1)).values([0]).extent([1, 2, 1, 2]);
    let hexagon = hexagon.cmap("gray").vmin(0).vmax(1);
    let error = whole(hexagon, |hexagon, x, y| {
        hexagon.set_data([x + 0.5], [y + 0.5]).set_extent([x, x + 1.0, y, y + 1.0]);
    });
    assert_steady("a hexagon", error);
    let grow = |image: &mut Image, x: f64, _| {
        image.set_extent([1.0, x + 1.0, 1.0, 2.0]);
    };
    assert_steady("an image's edge", worst(ax(black()), grow, width, (0.1, 0.0)));
    let smooth = black().interpolation(Interpolation::Bilinear);
    assert_steady("a smooth image's edge", worst(ax(smooth), grow, width, (0.1, 0.0)));
    let cells = PColorMesh::new([1, 2], [1, 2], [[0]]).cmap("gray").vmin(0.0).vmax(1.0);
    let error = whole(cells, |cells, x, y| {
        cells.set_data([x, x + 1.0], [y, y + 1.0], [[0]]);
    });
    assert_steady("a mesh", error);
}

#[test]
fn words_that_move_do_so_steadily_and_those_that_stand_are_crisp() {
    let words = || Text::new((1.0, 1.0), "moves").size(14.0);
    assert_steady(
        "a text",
        whole(words(), |text, x, y| {
            text.set_position((x, y));
        }),
    );
    let turned = words().rotation(30.0);
    assert_steady(
        "a turned text",
        whole(turned, |text, x, y| {
            text.set_position((x, y));
        }),
    );
    let note = Annotation::new("here", (1.0, 1.0)).xytext(At::Points(40.0, 40.0)).arrow("-");
    assert_steady(
        "a note and its arrow",
        whole(note, |note, x, y| {
            note.set_xy((x, y));
        }),
    );

    let still = (0..=FRAMES).map(|i| {
        let i = f64::from(i);
        let (mut renderer, ..) = alone(Text::new((1.0, 1.0 + 1e-3 * i), "stands").size(14.0));
        centroid(&renderer.picture().unwrap())
    });
    let error = error(still, (0.0, -0.1));
    assert!((0.3..0.7).contains(&error), "a text that stands is on whole pixels: {error:.3} off");
}

#[test]
fn what_stands_moves_steadily_with_the_limits() {
    let (mut renderer, _, axes) = alone(Scatter::new([1.0], [1.0]).color("black"));
    let places = (0..=FRAMES).map(|i| {
        let (mut frame, i) = (renderer.frame(0), f64::from(i));
        frame[axes].set_xlim(-1e-3 * i, 3.1 - 1e-3 * i).set_ylim(5e-4 * i, 3.08 + 5e-4 * i);
        centroid(&renderer.picture().unwrap())
    });
    assert_steady("a marker under moving limits", error(places, (0.1, 0.05)));
}

#[test]
fn ticks_that_move_do_so_steadily() {
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
    let places = (0..=FRAMES).map(|i| {
        renderer.frame(0)[ax].set_yticks([1.0 + 5e-4 * f64::from(i)]);
        centroid(&renderer.picture().unwrap())
    });
    assert_steady("a tick's label", error(places, (0.0, -0.05)));
}

#[test]
fn a_spine_moves_steadily_with_its_value() {
    let mut fig = Figure::new();
    fig.set_size(400, 400);
    let ax = fig.axes();
    ax.set_xlim(-1.0, 2.1).set_ylim(0.0, 3.08).set_xlocator(Locator::none());
    ax.set_spine("right", false).set_spine("top", false).set_spine("bottom", false);
    ax.set_spine("left", Spine::new().position("zero").arrows("max"));
    let marks = TickParams::new().direction("inout").length(9).label_left(false);
    let axes = ax.set_tick_params(marks).handle();
    let mut renderer = Renderer::portable(fig).unwrap();
    let places = (0..=FRAMES).map(|i| {
        let by = 1e-3 * f64::from(i);
        renderer.frame(0)[axes].set_xlim(-1.0 - by, 2.1 - by);
        (centroid(&renderer.picture().unwrap()).0, 0.0)
    });
    assert_steady("a spine", error(places, (0.1, 0.0)));
}
