//! Limits that nobody set, and limits that are equal: widened as matplotlib's, and taken from the
//! first frame where setup's data say nothing.

use panim_figure::*;

/// Something with values, all of them `value`.
type Colored = fn(&mut Figure, &[f64], Norm) -> Handle<Axes>;

fn rows(values: &[f64]) -> Vec<Vec<f64>> {
    values.chunks(3).map(<[f64]>::to_vec).collect()
}

macro_rules! bar_of {
    ($fig:ident, $artist:expr) => {{
        let artist = $fig.axes().add($artist);
        $fig.colorbar(artist)
    }};
}

/// Nine values each.
const COLORED: &[(&str, Colored)] = &[
    ("Image", |fig, v, norm| bar_of!(fig, Image::new(rows(v)).norm(norm))),
    ("PColorMesh", |fig, v, norm| bar_of!(fig, PColorMesh::new(0..4, 0..4, rows(v)).norm(norm))),
    ("Scatter", |fig, v, norm| bar_of!(fig, Scatter::new(0..9, 0..9).values(v).norm(norm))),
    ("Quiver", |fig, v, norm| {
        bar_of!(fig, Quiver::new(0..9, 0..9, 0..9, 0..9).values(v).norm(norm))
    }),
    ("Streamlines", |fig, v, norm| {
        let flow = || [[1.0; 3]; 3];
        bar_of!(fig, Streamlines::new(0..3, 0..3, flow(), flow()).values(rows(v)).norm(norm))
    }),
    ("Scatter3D", |fig, v, norm| {
        fig.axes().set_projection(Projection::ThreeD);
        bar_of!(fig, Scatter3D::new(0..9, 0..9, 0..9).values(v).norm(norm))
    }),
    ("Surface", |fig, v, norm| {
        fig.axes().set_projection(Projection::ThreeD);
        bar_of!(fig, Surface::new(0..3, 0..3, rows(v)).cmap("viridis").norm(norm))
    }),
];

const LEVELLED: &[(&str, Colored)] = &[
    ("Contour", |fig, v, norm| bar_of!(fig, Contour::new(0..3, 0..3, rows(v)).norm(norm))),
    ("ContourFilled", |fig, v, norm| {
        bar_of!(fig, ContourFilled::new(0..3, 0..3, rows(v)).norm(norm))
    }),
];

fn norms() -> [Norm; 4] {
    [Norm::Linear, Norm::Log, Norm::Centered(0.0), Norm::bounds([-1, 0, 1])]
}

/// Lets a chain of calls end without a value.
fn done<T>(_: T) {}

fn small() -> Figure {
    let mut fig = Figure::new();
    fig.set_size(200, 150);
    fig
}

fn near(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).abs() + (a.1 - b.1).abs() < 1e-12
}

/// The limits of the colorbar in the second frame.
fn bar_limits(build: Colored, values: &[f64], norm: Norm) -> (f64, f64) {
    let mut fig = small();
    let bar = build(&mut fig, values, norm);
    let mut renderer = Renderer::portable(fig).unwrap();
    renderer.frame(0);
    renderer.draw().unwrap();
    renderer.frame(1)[bar].ylim()
}

#[test]
fn equal_values_have_matplotlibs_colorbar() {
    let decade = (1.0, 10.0);
    for (value, linear, log, half) in [
        (0.0, (-0.1, 0.1), decade, 0.1),
        (5.0, (4.5, 5.5), (4.5, 5.5), 5.0),
        (3.0, (2.7, 3.3), (2.7, 3.3), 3.0),
        (-2.0, (-2.2, -1.8), decade, 2.0),
    ] {
        for (name, build) in COLORED {
            let limits = [linear, log, (-half, half), (-1.0, 1.0)];
            for (norm, wanted) in norms().into_iter().zip(limits) {
                let got = bar_limits(*build, &[value; 9], norm.clone());
                assert!(near(got, wanted), "{name}, {norm:?} of {value}: {got:?}");
            }
        }
    }
}

#[test]
fn whatever_the_values_there_is_a_colorbar() {
    let mut holes = [f64::NAN; 9];
    holes[4] = 1.0;
    for values in [[0.0; 9], [5.0; 9], [-2.0; 9], [f64::NAN; 9], [f64::INFINITY; 9], holes] {
        for (name, build) in COLORED.iter().chain(LEVELLED) {
            for norm in norms() {
                let (low, high) = bar_limits(*build, &values, norm.clone());
                assert!(low < high, "{name}, {norm:?} of {values:?}: {low} to {high}");
            }
        }
    }
}

/// What changes a frame.
type Update<T> = dyn Fn(&mut Frame<'_>, T);

/// The pictures of frames that change what `build` built, and what was warned of.
fn drawn<T: Copy>(
    build: impl Fn(&mut Figure) -> T,
    frames: &[&Update<T>],
) -> (Vec<Picture>, Vec<String>) {
    let (mut fig, mut warnings) = (small(), Vec::new());
    let handle = build(&mut fig);
    let mut renderer = Renderer::portable(fig).unwrap();
    let pictures = frames.iter().enumerate().map(|(i, update)| {
        update(&mut renderer.frame(i), handle);
        let picture = renderer.picture().unwrap();
        warnings.extend(renderer.take_warnings().iter().map(ToString::to_string));
        picture
    });
    let pictures = pictures.collect();
    warnings.extend(renderer.take_warnings().iter().map(ToString::to_string));
    (pictures, warnings)
}

/// What waits for the first frame is the same for another renderer, that draws the second one alone.
fn opened_elsewhere<T: Copy>(
    build: impl Fn(&mut Figure) -> T,
    first: impl Fn(&mut Frame<'_>, T),
    second: impl Fn(&mut Frame<'_>, T),
) -> (Picture, Picture) {
    let renderer = || {
        let mut fig = small();
        let handle = build(&mut fig);
        (Renderer::portable(fig).unwrap(), handle)
    };
    let ((mut one, handle), (mut other, same)) = (renderer(), renderer());
    first(&mut one.frame(0), handle);
    assert!(one.is_open() || one.waits(), "nothing is open");
    let drawn = one.picture().unwrap();
    second(&mut one.frame(1), handle);
    let next = one.picture().unwrap();
    other.open_by(one.first_frame().unwrap()).unwrap();
    assert!(!other.is_open());
    second(&mut other.frame(1), same);
    assert!(other.picture().unwrap() == next, "the second frame differs elsewhere");
    // asked before it was drawn
    let (mut asked, handle) = renderer();
    first(&mut asked.frame(0), handle);
    asked.open_by_frame().unwrap();
    assert!(asked.picture().unwrap() == drawn);
    (drawn, next)
}

/// The same scene with everything given in setup, or by what setup's data say.
macro_rules! opens {
    ($setup:expr, $told:expr, $first:expr, $second:expr) => {{
        let (one, two) = opened_elsewhere($setup, $first, $second);
        let (told, _) = drawn($told, &[&$first, &$second]);
        assert!(one == told[0], "the first frame is not as told: {}", stringify!($told));
        assert!(two == told[1], "the second frame is not as told: {}", stringify!($told));
    }};
}

const ZEROS: [[f64; 3]; 3] = [[0.0; 3]; 3];
const RAMP: [[f64; 3]; 3] = [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]];
const LESS: [[f64; 3]; 3] = [[0.0, 0.5, 1.0], [1.5, 2.0, 2.5], [3.0, 3.5, 4.0]];

fn flat(rows: [[f64; 3]; 3]) -> [f64; 9] {
    std::array::from_fn(|i| rows[i / 3][i % 3])
}

fn with_bar<A: Artist>(fig: &mut Figure, artist: A) -> Handle<A> {
    let handle = fig.axes().add(artist);
    fig.colorbar(handle);
    handle
}

#[test]
fn value_limits_come_from_the_first_frame_if_setup_has_none() {
    opens!(
        |fig| with_bar(fig, Image::new(ZEROS)),
        |fig| with_bar(fig, Image::new(ZEROS).vmin(0.0).vmax(8.0)),
        |frame: &mut Frame<'_>, image: Handle<Image>| done(frame[image].set_data(RAMP)),
        |frame: &mut Frame<'_>, image: Handle<Image>| done(frame[image].set_data(LESS))
    );
    opens!(
        |fig| with_bar(fig, Image::new(ZEROS).norm(Norm::Centered(2.0))),
        |fig| with_bar(fig, Image::new(ZEROS).norm(Norm::Centered(2.0)).vmin(-4.0).vmax(8.0)),
        |frame: &mut Frame<'_>, image: Handle<Image>| done(frame[image].set_data(RAMP)),
        |frame: &mut Frame<'_>, image: Handle<Image>| done(frame[image].set_data(LESS))
    );
    opens!(
        |fig| with_bar(fig, Image::new(ZEROS).norm(Norm::Log)),
        |fig| with_bar(fig, Image::new(ZEROS).norm(Norm::Log).vmin(1.0).vmax(8.0)),
        |frame: &mut Frame<'_>, image: Handle<Image>| done(frame[image].set_data(RAMP)),
        |frame: &mut Frame<'_>, image: Handle<Image>| done(frame[image].set_data(LESS))
    );
    opens!(
        |fig| with_bar(fig, Image::new(ZEROS).vmin(-1.0)),
        |fig| with_bar(fig, Image::new(ZEROS).vmin(-1.0).vmax(8.0)),
        |frame: &mut Frame<'_>, image: Handle<Image>| done(frame[image].set_data(RAMP)),
        |frame: &mut Frame<'_>, image: Handle<Image>| done(frame[image].set_data(LESS))
    );
    opens!(
        |fig| with_bar(fig, PColorMesh::new(0..4, 0..4, ZEROS)),
        |fig| with_bar(fig, PColorMesh::new(0..4, 0..4, ZEROS).vmin(0.0).vmax(8.0)),
        |frame: &mut Frame<'_>, mesh: Handle<PColorMesh>| done(frame[mesh].set_values(RAMP)),
        |frame: &mut Frame<'_>, mesh: Handle<PColorMesh>| done(frame[mesh].set_values(LESS))
    );
    opens!(
        |fig| with_bar(fig, Scatter::new(0..9, 0..9).values([0; 9])),
        |fig| with_bar(fig, Scatter::new(0..9, 0..9).values([0; 9]).vmin(0.0).vmax(8.0)),
        |frame: &mut Frame<'_>, dots: Handle<Scatter>| done(frame[dots].set_values(flat(RAMP))),
        |frame: &mut Frame<'_>, dots: Handle<Scatter>| done(frame[dots].set_values(flat(LESS)))
    );
    // values that come later
    opens!(
        |fig| fig.axes().add(Scatter::new(0..9, 0..9)),
        |fig| fig.axes().add(Scatter::new(0..9, 0..9).vmin(0.0).vmax(8.0)),
        |frame: &mut Frame<'_>, dots: Handle<Scatter>| done(frame[dots].set_values(flat(RAMP))),
        |frame: &mut Frame<'_>, dots: Handle<Scatter>| done(frame[dots].set_values(flat(LESS)))
    );
    opens!(
        |fig| with_bar(fig, Contour::new(0..3, 0..3, ZEROS)),
        |fig| with_bar(fig, Contour::new(0..3, 0..3, ZEROS).levels(0..=8)),
        |frame: &mut Frame<'_>, lines: Handle<Contour>| done(frame[lines].set_values(RAMP)),
        |frame: &mut Frame<'_>, lines: Handle<Contour>| done(frame[lines].set_values(LESS))
    );
    opens!(
        |fig| with_bar(fig, ContourFilled::new(0..3, 0..3, ZEROS)),
        |fig| with_bar(fig, ContourFilled::new(0..3, 0..3, ZEROS).levels(0..=8)),
        |frame: &mut Frame<'_>, bands: Handle<ContourFilled>| done(frame[bands].set_values(RAMP)),
        |frame: &mut Frame<'_>, bands: Handle<ContourFilled>| done(frame[bands].set_values(LESS))
    );
}

/// Pictures of one kind of artist, whose colours are left to the values RAMP, then LESS, of two frames:
/// of setup's with equal values, of setup's that is given values by the update alone, and of one that
/// the update adds. Each is compared with the same where the limits of the colours were given.
macro_rules! colored_late {
    ($seen:ident, $space:expr, $kind:ident: $plain:expr, $values:expr, $told:expr, $set:expr) => {{
        $seen.push(stringify!($kind));
        let axes = |fig: &mut Figure| {
            let ax = fig.axes();
            match $space {
                true => done(ax.set_projection(Projection::ThreeD)),
                false => done(ax.set_aspect(Aspect::Auto)),
            }
            ax.set_xlim(-1, 10).set_ylim(-1, 10).set_zlim(-1, 10).handle()
        };
        let (plain, values, told, set) = ($plain, $values, $told, $set);
        let add = |fig: &mut Figure, artist: $kind| {
            axes(fig);
            fig.axes().add(artist)
        };
        let change = |data: [[f64; 3]; 3]| {
            move |frame: &mut Frame<'_>, handle: Handle<$kind>| set(&mut frame[handle], data)
        };
        let (first, second) = (change(RAMP), change(LESS));
        opens!(
            |fig| add(fig, values(plain(), ZEROS)),
            |fig| add(fig, told(plain())),
            first,
            second
        );
        opens!(|fig| add(fig, plain()), |fig| add(fig, told(plain())), first, second);

        let added = |is_told: bool, data: [[f64; 3]; 3]| {
            move |frame: &mut Frame<'_>, axes: Handle<Axes>| {
                let artist = values(plain(), data);
                frame[axes].add(if is_told { told(artist) } else { artist });
            }
        };
        let (one, two) = opened_elsewhere(axes, added(false, RAMP), added(false, LESS));
        let (given, _) = drawn(axes, &[&added(true, RAMP), &added(true, LESS)]);
        assert!(one == given[0] && two == given[1], "{} added", stringify!($kind));
    }};
}

#[test]
fn equal_values_have_equal_colors_in_all_frames_of_every_artist() {
    let mut seen = Vec::new();
    colored_late!(seen, false, Image: || Image::rgb(1, 1, [0; 3]), |mut image: Image, v| {
        image.set_data(v);
        image
    }, |image: Image| image.vmin(0).vmax(8), |image: &mut Image, v| done(image.set_data(v)));
    colored_late!(seen, false, PColorMesh: PColorMesh::empty, |mut mesh: PColorMesh, v| {
        mesh.set_data(0..4, 0..4, v);
        mesh
    }, |mesh: PColorMesh| mesh.vmin(0).vmax(8),
        |mesh: &mut PColorMesh, v| done(mesh.set_data(0..4, 0..4, v)));
    for color in [None, Some("C2")] {
        let plain = move || {
            let dots = Scatter::new(0..9, 0..9);
            color.map_or(dots.clone(), |color| dots.color(color))
        };
        colored_late!(seen, false, Scatter: plain, |dots: Scatter, v| dots.values(flat(v)),
            |dots: Scatter| dots.vmin(0).vmax(8),
            |dots: &mut Scatter, v| done(dots.set_values(flat(v))));
    }
    colored_late!(seen, true, Scatter3D: || Scatter3D::new(0..9, 0..9, 0..9),
        |dots: Scatter3D, v| dots.values(flat(v)), |dots: Scatter3D| dots.vmin(0).vmax(8),
        |dots: &mut Scatter3D, v| done(dots.set_values(flat(v))));
    for color in [None, Some("C2")] {
        let plain = move || {
            let arrows = Quiver::new(0..9, 0..9, 1..10, 1..10);
            color.map_or(arrows.clone(), |color| arrows.color(color))
        };
        colored_late!(seen, false, Quiver: plain, |arrows: Quiver, v| arrows.values(flat(v)),
            |arrows: Quiver| arrows.vmin(0).vmax(8),
            |arrows: &mut Quiver, v| done(arrows.set_values(flat(v))));
        let flow = move || {
            let lines = Streamlines::new(0..3, 0..3, [[1.0; 3]; 3], [[1.0; 3]; 3]);
            color.map_or(lines.clone(), |color| lines.color(color))
        };
        colored_late!(seen, false, Streamlines: flow, |lines: Streamlines, v| lines.values(v),
            |lines: Streamlines| lines.vmin(0).vmax(8),
            |lines: &mut Streamlines, v| done(lines.set_values(v)));
        let surface = move || {
            let surface = Surface::new(0..3, 0..3, ZEROS);
            color.map_or(surface.clone(), |color| surface.color(color))
        };
        colored_late!(seen, true, Surface: surface, |mut surface: Surface, v| {
            surface.set_z(v);
            surface.cmap("viridis")
        }, |surface: Surface| surface.vmin(2).vmax(6),
            |surface: &mut Surface, v| done(surface.set_z(v).set_cmap("viridis")));
    }
    colored_late!(seen, false, Contour: || Contour::new(0..3, 0..3, ZEROS),
        |mut lines: Contour, v| {
            lines.set_values(v);
            lines
        }, |lines: Contour| lines.levels(0..=8),
        |lines: &mut Contour, v| done(lines.set_values(v)));
    colored_late!(seen, false, ContourFilled: || ContourFilled::new(0..3, 0..3, ZEROS),
        |mut bands: ContourFilled, v| {
            bands.set_values(v);
            bands
        }, |bands: ContourFilled| bands.levels(0..=8),
        |bands: &mut ContourFilled, v| done(bands.set_values(v)));

    // all that have a colormap are in the list
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/artists");
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let Ok(code) = std::fs::read_to_string(&path) else { continue };
        let has_colors =
            ["mapping: Mapping", "dots: Dots"].iter().any(|field| code.contains(field));
        let name = code.split("impl Draw for ").nth(1).and_then(|rest| rest.split(' ').next());
        if let Some(name) = name.filter(|_| has_colors) {
            assert!(seen.contains(&name), "{name} is not tried");
        }
    }
}

#[test]
fn scales_and_bins_of_what_an_update_adds_come_from_the_first_frame() {
    let axes = |fig: &mut Figure| fig.axes().set_xlim(-1, 12).set_ylim(-1, 12).handle();
    let arrows = |v| Quiver::new([0, 5, 9], [0, 5, 9], v, [0; 3]);
    let add = |length: u32, scale: Option<f64>| {
        move |frame: &mut Frame<'_>, axes: Handle<Axes>| {
            let arrows = arrows([length; 3]);
            frame[axes].add(scale.map_or(arrows.clone(), |scale| arrows.scale(scale)));
        }
    };
    let (one, two) = opened_elsewhere(axes, add(2, None), add(4, None));
    let (told, _) = drawn(axes, &[&add(2, Some(36.0)), &add(4, Some(36.0))]);
    assert!(one == told[0] && two == told[1]);

    let add = |data: [[f64; 3]; 3], bins: usize, range: Option<(f64, f64)>| {
        move |frame: &mut Frame<'_>, axes: Handle<Axes>| {
            let bars = Histogram::new(flat(data)).bins(bins);
            frame[axes].add(range.map_or(bars.clone(), |(low, high)| bars.range(low, high)));
        }
    };
    let (range, less) = (Some((0.0, 8.0)), Some((0.0, 4.0)));
    let (one, two) = opened_elsewhere(axes, add(RAMP, 5, None), add(LESS, 5, None));
    let (told, _) = drawn(axes, &[&add(RAMP, 5, range), &add(LESS, 5, range)]);
    assert!(one == told[0] && two == told[1]);
    // other bins are chosen anew
    let (_, two) = opened_elsewhere(axes, add(RAMP, 5, None), add(LESS, 6, None));
    let (told, _) = drawn(axes, &[&add(RAMP, 5, range), &add(LESS, 6, less)]);
    assert!(two == told[1]);
}

#[test]
fn what_an_update_adds_is_known_by_its_kind_and_order() {
    let axes = |fig: &mut Figure| fig.axes().set_xlim(-1, 10).set_ylim(-1, 10).handle();
    let add = |frame: &mut Frame<'_>, axes: Handle<Axes>, limits: [(f64, f64); 2]| {
        for (i, (low, high)) in limits.into_iter().enumerate() {
            // a line in between in some frames, which is of another kind
            if frame.index() == i {
                frame[axes].add(Line::new([0, 1], [0, 1]).color("C0"));
            }
            let scale = if frame.index() == 0 { 1.0 } else { 0.5 };
            let values = flat(RAMP).map(|v| (10.0 * i as f64 + v) * scale);
            let dots = Scatter::new(0..9, (0..9).map(|y| y + i)).values(values);
            frame[axes].add(if low < high { dots.vmin(low).vmax(high) } else { dots });
        }
    };
    let open = move |frame: &mut Frame<'_>, axes| add(frame, axes, [(0.0, 0.0); 2]);
    let told = move |frame: &mut Frame<'_>, axes| add(frame, axes, [(0.0, 8.0), (10.0, 18.0)]);
    let (one, two) = opened_elsewhere(axes, open, open);
    let (told, warnings) = drawn(axes, &[&told, &told]);
    assert!(one == told[0] && two == told[1]);
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn colors_that_no_first_frame_decides_are_warned_of_once() {
    let said = |name: &str| {
        format!(
            "{name}, `vmin`: neither #[setup] nor the first frame has values with a range to spread \
             the colors over; give vmin and vmax"
        )
    };
    let image = |frame: &mut Frame<'_>, image: Handle<Image>| {
        let data = if frame.index() == 0 { ZEROS } else { RAMP };
        done(frame[image].set_data(data));
    };
    let build = |fig: &mut Figure| fig.axes().add(Image::new(ZEROS));
    let (_, warnings) = drawn(build, &[&image, &image, &image]);
    assert_eq!(warnings, [said("Image")]);
    // what the first frame did not add
    let dots = |frame: &mut Frame<'_>, axes: Handle<Axes>| {
        for _ in 0..frame.index() {
            frame[axes].add(Scatter::new(0..9, 0..9).values(0..9));
        }
    };
    let build = |fig: &mut Figure| fig.axes().set_xlim(0, 9).set_ylim(0, 9).handle();
    let (_, warnings) = drawn(build, &[&dots, &dots, &dots]);
    assert_eq!(warnings, [said("Scatter")]);
    // nothing to be told
    let given = |frame: &mut Frame<'_>, axes: Handle<Axes>| {
        for _ in 0..frame.index() {
            frame[axes].add(Scatter::new(0..9, 0..9).values(0..9).vmin(0).vmax(8));
            frame[axes].add(Scatter::new(0..9, 0..9).values([1; 9]));
            frame[axes].add(Scatter::new(0..9, 0..9));
        }
    };
    let (_, warnings) = drawn(build, &[&given, &given, &given]);
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn limits_that_the_first_update_asks_for_too_early_are_warned_of() {
    let build = |fig: &mut Figure| {
        let ax = fig.axes();
        (ax.handle(), ax.add(Line::empty()))
    };
    let ask = |frame: &mut Frame<'_>, (axes, line): (Handle<Axes>, Handle<Line>)| {
        frame[line].set_data([0, 10], [0, 10]);
        let limits = if frame.index() == 0 { (0.0, 1.0) } else { (-0.5, 10.5) };
        assert_eq!(frame[axes].xlim(), limits);
    };
    let (_, warnings) = drawn(build, &[&ask, &ask]);
    assert_eq!(
        warnings,
        [
            "Axes, `xlim`, `ylim`, `zlim`: asked for by the first frame's #[update] while they still \
          follow from what it leaves; set limits in #[setup]"
        ]
    );
    let fit = |frame: &mut Frame<'_>, (axes, line): (Handle<Axes>, Handle<Line>)| {
        frame[line].set_data([0, 10], [0, 10]);
        assert_eq!(frame[axes].autoscale().xlim(), (-0.5, 10.5));
        assert_eq!(frame[axes].set_ylim(0, 3).ylim(), (0.0, 3.0));
    };
    let (_, warnings) = drawn(build, &[&fit, &fit]);
    assert!(warnings.is_empty(), "{warnings:?}");
    // the layout itself, which needs them for equal units, has not asked in anybody's name
    let picture = |fig: &mut Figure| fig.axes().add(Image::new(Vec::<Vec<f64>>::new()));
    let fill = |frame: &mut Frame<'_>, image: Handle<Image>| done(frame[image].set_data(RAMP));
    let (_, warnings) = drawn(picture, &[&fill]);
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn scales_and_bins_come_from_the_first_frame_if_setup_has_none() {
    let arrows = || Quiver::grid(0..3, 0..3, ZEROS, ZEROS);
    opens!(
        |fig| fig.axes().add(arrows()),
        // 1.8 times the mean length, times 10
        |fig| fig.axes().add(arrows().scale(1.8 * 4.0 * 10.0)),
        |frame: &mut Frame<'_>, arrows: Handle<Quiver>| done(
            frame[arrows].set_uv(flat(RAMP), flat(ZEROS))
        ),
        |frame: &mut Frame<'_>, arrows: Handle<Quiver>| done(
            frame[arrows].set_uv(flat(LESS), flat(ZEROS))
        )
    );
    opens!(
        |fig| with_bar(fig, arrows().by_magnitude()),
        |fig| with_bar(fig, arrows().by_magnitude().vmin(0.0).vmax(8.0).scale(72.0)),
        |frame: &mut Frame<'_>, arrows: Handle<Quiver>| done(
            frame[arrows].set_uv(flat(RAMP), flat(ZEROS))
        ),
        |frame: &mut Frame<'_>, arrows: Handle<Quiver>| done(
            frame[arrows].set_uv(flat(LESS), flat(ZEROS))
        )
    );
    let flow = || Streamlines::new(0..3, 0..3, ZEROS, ZEROS).by_magnitude();
    opens!(
        |fig| with_bar(fig, flow()),
        |fig| with_bar(fig, flow().vmin(0.0).vmax(8.0)),
        |frame: &mut Frame<'_>, flow: Handle<Streamlines>| done(frame[flow].set_uv(RAMP, ZEROS)),
        |frame: &mut Frame<'_>, flow: Handle<Streamlines>| done(frame[flow].set_uv(LESS, ZEROS))
    );
    let none = || Histogram::new(Vec::<f64>::new());
    opens!(
        |fig| fig.axes().set_xlim(0.0, 9.0).set_ylim(0.0, 5.0).add(none()),
        |fig| fig.axes().set_xlim(0.0, 9.0).set_ylim(0.0, 5.0).add(none().range(0.0, 8.0)),
        |frame: &mut Frame<'_>, bins: Handle<Histogram>| done(frame[bins].set_data(flat(RAMP))),
        |frame: &mut Frame<'_>, bins: Handle<Histogram>| done(frame[bins].set_data(flat(LESS)))
    );
}

#[test]
fn axes_limits_come_from_the_first_frame_if_setup_has_none() {
    let dots = |x: &[f64]| Scatter::new(x, x).color("C0");
    for scale in ["linear", "log"] {
        let axes = |fig: &mut Figure, x: &[f64]| {
            fig.axes().set_xscale(scale).set_legend(Legend::new()).add(dots(x).label("dots"))
        };
        let first = |frame: &mut Frame<'_>, d: Handle<Scatter>| {
            done(frame[d].set_data([20.0, 30.0, 50.0], [20.0, 30.0, 50.0]));
        };
        let second = |frame: &mut Frame<'_>, d: Handle<Scatter>| {
            done(frame[d].set_data([25.0, 48.0], [30.0, 40.0]));
        };
        for none in [&[][..], &[7.0], &[f64::NAN], &[7.0, 7.0]] {
            opens!(|fig| axes(fig, none), |fig| axes(fig, &[20.0, 30.0, 50.0]), first, second);
        }
    }
    // bins that are still to come
    for (none, rebin) in [(&[][..], false), (&[7.0, 7.0], false), (&[], true)] {
        let counted = |fig: &mut Figure, samples: &[f64]| {
            fig.axes().add(Histogram::new(samples).bins(4).rebin(rebin).color("C0"))
        };
        opens!(
            |fig| counted(fig, none),
            |fig| counted(fig, &flat(RAMP)),
            |frame: &mut Frame<'_>, bins: Handle<Histogram>| done(frame[bins].set_data(flat(RAMP))),
            |frame: &mut Frame<'_>, bins: Handle<Histogram>| done(frame[bins].set_data(flat(LESS)))
        );
    }
    // on polar axes, and in space
    opens!(
        |fig| fig.axes().set_projection(Projection::Polar).add(dots(&[])),
        |fig| fig.axes().set_projection(Projection::Polar).add(dots(&[2.0, 3.0])),
        |frame: &mut Frame<'_>, d: Handle<Scatter>| done(frame[d].set_data([1.0, 2.0], [2.0, 3.0])),
        |frame: &mut Frame<'_>, d: Handle<Scatter>| done(frame[d].set_data([1.5, 2.5], [2.5, 0.5]))
    );
    let dots = |x: &[f64]| Scatter3D::new(x, x, x).color("C0");
    opens!(
        |fig| fig.axes().set_projection(Projection::ThreeD).add(dots(&[])),
        |fig| fig.axes().set_projection(Projection::ThreeD).add(dots(&[2.0, 3.0])),
        |frame: &mut Frame<'_>, d: Handle<Scatter3D>| done(frame[d].set_data(
            [2.0, 3.0],
            [2.0, 3.0],
            [2.0, 3.0]
        )),
        |frame: &mut Frame<'_>, d: Handle<Scatter3D>| done(frame[d].set_data([2.5], [2.5], [2.5]))
    );
}

#[test]
fn shared_and_twin_axes_are_opened_together() {
    let build = |x: &[f64]| {
        let x = x.to_vec();
        move |fig: &mut Figure| {
            let mut grid = fig.subplots(2, 1);
            grid.share_x();
            let line = grid[(0, 0)].add(Line::new(&x, &x));
            grid[(1, 0)].add(Line::new(Vec::<f64>::new(), Vec::<f64>::new()));
            let upper = grid[(0, 0)].handle();
            fig.twin_x(upper).add(Line::new(Vec::<f64>::new(), Vec::<f64>::new()));
            line
        }
    };
    opens!(
        build(&[]),
        build(&[3.0, 8.0]),
        |frame: &mut Frame<'_>, line: Handle<Line>| done(
            frame[line].set_data([3.0, 8.0], [3.0, 8.0])
        ),
        |frame: &mut Frame<'_>, line: Handle<Line>| done(
            frame[line].set_data([4.0, 5.0], [6.0, 8.0])
        )
    );
}

#[test]
fn what_only_an_update_adds_opens_limits_too() {
    let add = |frame: &mut Frame<'_>, axes: Handle<Axes>| {
        let data = frame.index() as f64;
        frame[axes].add(Line::new([2.0, 4.0], [10.0, 20.0 - data]).color("C0"));
    };
    let build = |fig: &mut Figure| fig.axes().handle();
    let (one, two) = opened_elsewhere(build, add, add);
    let told = |fig: &mut Figure| fig.axes().set_xlim(1.9, 4.1).set_ylim(9.5, 20.5).handle();
    let (told, _) = drawn(told, &[&add, &add]);
    assert!(one == told[0] && two == told[1]);

    // the first row of an image is at the top in every frame
    let add = |frame: &mut Frame<'_>, axes: Handle<Axes>| {
        frame[axes].add(Image::new(RAMP));
    };
    let (one, two) = opened_elsewhere(build, add, add);
    assert!(one == two);
}

#[test]
fn what_the_first_frame_sets_itself_is_of_that_frame() {
    let setup = |fig: &mut Figure| {
        let ax = fig.axes();
        (ax.handle(), ax.add(Line::new([0.0; 0], [0.0; 0])))
    };
    type Handles = (Handle<Axes>, Handle<Line>);
    let first = |frame: &mut Frame<'_>, (axes, line): Handles| {
        frame[line].set_data([0.0, 10.0], [0.0, 10.0]);
        frame[axes].set_xlim(2.0, 3.0).set_title("first");
    };
    let second = |frame: &mut Frame<'_>, (_, line): Handles| {
        frame[line].set_data([0.0, 10.0], [5.0, 6.0]);
    };
    let told = |fig: &mut Figure| {
        let ax = fig.axes();
        ax.set_xlim(-0.5, 10.5).set_ylim(-0.5, 10.5);
        (ax.handle(), ax.add(Line::new([0.0; 0], [0.0; 0])))
    };
    opens!(setup, told, first, second);
}

#[test]
fn a_range_that_collapses_in_a_frame_is_widened_and_warned_of_once() {
    let build = |fig: &mut Figure| {
        let ax = fig.axes();
        ax.set_xlim(0.0, 3.0).set_ylim(0.0, 3.0).set_aspect(Aspect::Auto);
        let axes = ax.handle();
        (axes, with_bar(fig, Image::new(RAMP)))
    };
    let frame = |amp: f64| {
        move |frame: &mut Frame<'_>, (axes, image): (Handle<Axes>, Handle<Image>)| {
            frame[axes].set_ylim(0.0, amp);
            let shown = if amp == 0.0 { (-0.05, 0.05) } else { (0.0, amp) };
            assert_eq!(frame[axes].ylim(), shown);
            frame[image].set_vmin(0.0).set_vmax(3.0 * amp);
        }
    };
    let told = |frame: &mut Frame<'_>, (axes, image): (Handle<Axes>, Handle<Image>)| {
        frame[axes].set_ylim(-0.05, 0.05);
        frame[image].set_vmin(-0.1).set_vmax(0.1);
    };
    let (whole, none) = (frame(1.0), frame(0.0));
    let (pictures, warnings) = drawn(build, &[&whole, &none, &whole, &none, &told]);
    assert!(pictures[0] == pictures[2] && pictures[1] == pictures[3]);
    assert!(pictures[1] == pictures[4]);
    assert_eq!(
        warnings,
        [
            "Axes, `set_ylim`: equal limits show nothing and were moved apart",
            "Image, `vmin`: equal limits leave no values to spread the colors over",
        ]
    );
}

#[test]
fn an_image_whose_edges_meet_is_not_seen() {
    let build =
        |fig: &mut Figure| fig.axes().set_xlim(0.0, 1.0).set_ylim(0.0, 1.0).add(Image::new(RAMP));
    let flat = |frame: &mut Frame<'_>, image: Handle<Image>| {
        frame[image].set_extent([0.0, 0.0, 0.0, 1.0]);
    };
    let hidden = |frame: &mut Frame<'_>, image: Handle<Image>| {
        frame[image].set_visible(false);
    };
    let (pictures, warnings) = drawn(build, &[&flat, &hidden]);
    assert!(pictures[0] == pictures[1]);
    assert_eq!(warnings, ["Image, `extent`: equal edges leave nothing to show"]);
}

#[test]
fn limits_that_setup_sets_equal_are_widened() {
    let mut fig = small();
    let ax = fig.axes();
    let axes = ax.set_xlim(5.0, 5.0).set_ylim(0.0, 0.0).handle();
    let mut renderer = Renderer::portable(fig).unwrap();
    assert_eq!(renderer.take_warnings().len(), 2);
    let frame = renderer.frame(0);
    assert_eq!((frame[axes].xlim(), frame[axes].ylim()), ((4.75, 5.25), (-0.05, 0.05)));
}

#[test]
fn a_log_axis_without_positive_data_shows_a_decade() {
    for data in [[0.0, 0.0], [-3.0, -1.0], [f64::NAN, f64::NAN]] {
        // in setup
        let build = |fig: &mut Figure| {
            let ax = fig.axes();
            ax.set_xscale("log").set_yscale("log").add(Line::new([1.0, 2.0], data));
            ax.handle()
        };
        let seen = move |frame: &mut Frame<'_>, axes: Handle<Axes>| {
            if frame.index() > 0 {
                assert_eq!(frame[axes].ylim(), (1.0, 10.0), "{data:?}");
            }
        };
        let (_, warnings) = drawn(build, &[&seen, &seen]);
        let said = "Axes, `set_yscale`: no data above 0, and a logarithmic axis shows only these";
        assert!(warnings.contains(&said.to_owned()), "{data:?}: {warnings:?}");

        // by `autoscale()` in update
        let build = |fig: &mut Figure| {
            let ax = fig.axes();
            (ax.set_yscale("log").handle(), ax.add(Line::new([1.0, 2.0], [1.0, 2.0])))
        };
        let update = move |frame: &mut Frame<'_>, (axes, line): (Handle<Axes>, Handle<Line>)| {
            frame[line].set_y(data);
            assert_eq!(frame[axes].autoscale().ylim(), (1.0, 10.0));
        };
        let (_, warnings) = drawn(build, &[&update, &update]);
        assert!(warnings.contains(&said.to_owned()), "{data:?}: {warnings:?}");
    }
    // nothing is shown, and nothing is said
    let (_, warnings) = drawn(
        |fig| {
            fig.axes().set_xscale("log").set_yscale("log").add(HLine::new(3.0));
        },
        &[&|_, ()| ()],
    );
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn a_figure_that_was_saved_goes_on_as_if_it_was_not() {
    let folder = std::env::temp_dir().join(format!("panim-saved-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let saved = |fig: &Figure| {
        let path = folder.join("figure.png");
        fig.save_png(&path).map(|()| Picture::open_png(path).unwrap())
    };
    let mut fig = small();
    let ax = fig.axes();
    let image = ax.add(Image::new(ZEROS));
    ax.colorbar(image).set_title("zeros");
    let zeros = saved(&fig).unwrap();
    assert!(saved(&fig).unwrap() == zeros);
    // limits follow other data, and what is wrong can be mended
    fig[image].set_data(RAMP).set_alpha(2);
    assert!(saved(&fig).is_err());
    fig[image].set_alpha(1);
    fig.axes().set_title("ramp");
    let mut other = small();
    let ax = other.axes();
    let image = ax.add(Image::new(RAMP));
    ax.colorbar(image).set_title("ramp");
    assert!(saved(&fig).unwrap() == saved(&other).unwrap());
    std::fs::remove_dir_all(folder).unwrap();
}
