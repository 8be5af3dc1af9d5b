//! The limits of the values that colors stand for, of what setup and of what an update adds.

use super::*;

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
                true => done(ax.set_projection(Projection::ThreeD).set_zlim(-1, 10)),
                false => done(ax.set_aspect(Aspect::Auto)),
            }
            ax.set_xlim(-1, 10).set_ylim(-1, 10).handle()
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

/// The x and y of a grid's points, row after row.
fn nine() -> [std::array::IntoIter<i32, 9>; 2] {
    [[0, 1, 2, 0, 1, 2, 0, 1, 2], [0, 0, 0, 1, 1, 1, 2, 2, 2]].map(IntoIterator::into_iter)
}

/// Two triangles in each cell of this grid.
const HALVES: [[usize; 3]; 8] =
    [[0, 1, 3], [1, 4, 3], [1, 2, 4], [2, 5, 4], [3, 4, 6], [4, 7, 6], [4, 5, 7], [5, 8, 7]];

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
    let arrows = || Quiver3D::new(0..9, 0..9, 0..9, 1..10, 1..10, 1..10);
    colored_late!(seen, true, Quiver3D: arrows, |arrows: Quiver3D, v| arrows.values(flat(v)),
        |arrows: Quiver3D| arrows.vmin(0).vmax(8),
        |arrows: &mut Quiver3D, v| done(arrows.set_values(flat(v))));
    let trail = || Trail3D::new(0..9, 0..9, 0..9);
    colored_late!(seen, true, Trail3D: trail, |trail: Trail3D, v| trail.values(flat(v)),
        |trail: Trail3D| trail.vmin(0).vmax(8),
        |trail: &mut Trail3D, v| done(trail.set_values(flat(v))));
    for color in [None, Some("C2")] {
        let plain = move || {
            let arrows = Quiver::new(0..9, 0..9, 1..10, 1..10);
            color.map_or(arrows.clone(), |color| arrows.color(color))
        };
        colored_late!(seen, false, Quiver: plain, |arrows: Quiver, v| arrows.values(flat(v)),
            |arrows: Quiver| arrows.vmin(0).vmax(8),
            |arrows: &mut Quiver, v| done(arrows.set_values(flat(v))));
        let winds = move || {
            let winds = Barbs::new(0..9, 0..9, 1..10, 1..10);
            color.map_or(winds.clone(), |color| winds.color(color))
        };
        colored_late!(seen, false, Barbs: winds, |winds: Barbs, v| winds.values(flat(v)),
            |winds: Barbs| winds.vmin(0).vmax(8),
            |winds: &mut Barbs, v| done(winds.set_values(flat(v))));
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
        let faces = move || {
            let [x, y] = nine();
            let faces = TriSurface::new(x, y, flat(ZEROS));
            // whose means are whole numbers
            let faces = faces.triangles([[0, 1, 5], [0, 4, 5], [3, 4, 8], [3, 7, 8]]);
            color.map_or(faces.clone(), |color| faces.color(color))
        };
        colored_late!(seen, true, TriSurface: faces, |mut faces: TriSurface, v| {
            faces.set_z(flat(v));
            faces.cmap("viridis")
        }, |faces: TriSurface| faces.vmin(2).vmax(6),
            |faces: &mut TriSurface, v| done(faces.set_z(flat(v)).set_cmap("viridis")));
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
    let points = || {
        let [x, y] = nine();
        TriColor::new(x, y, flat(ZEROS)).triangles(HALVES).shading("gouraud")
    };
    colored_late!(seen, false, TriColor: points, |mut points: TriColor, v| {
        points.set_values(flat(v));
        points
    }, |points: TriColor| points.vmin(0).vmax(8),
        |points: &mut TriColor, v| done(points.set_values(flat(v))));
    let lines = || {
        let [x, y] = nine();
        TriContour::new(x, y, flat(ZEROS)).triangles(HALVES)
    };
    colored_late!(seen, false, TriContour: lines, |mut lines: TriContour, v| {
        lines.set_values(flat(v));
        lines
    }, |lines: TriContour| lines.levels(0..=8),
        |lines: &mut TriContour, v| done(lines.set_values(flat(v))));
    let bands = || {
        let [x, y] = nine();
        TriContourFilled::new(x, y, flat(ZEROS)).triangles(HALVES)
    };
    colored_late!(seen, false, TriContourFilled: bands, |mut bands: TriContourFilled, v| {
        bands.set_values(flat(v));
        bands
    }, |bands: TriContourFilled| bands.levels(0..=8),
        |bands: &mut TriContourFilled, v| done(bands.set_values(flat(v))));
    // each value and a zero have a magnitude of half of it, at both frequencies
    let spectra = || {
        let spectra = Spectrogram::new([0; 18]).nfft(2).noverlap(0).window("boxcar");
        spectra.mode("magnitude").scale("linear")
    };
    fn samples(v: [[f64; 3]; 3]) -> impl Iterator<Item = f64> {
        flat(v).into_iter().flat_map(|value| [2.0 * value, 0.0])
    }
    colored_late!(seen, false, Spectrogram: spectra, |mut spectra: Spectrogram, v| {
        spectra.set_data(samples(v));
        spectra
    }, |spectra: Spectrogram| spectra.vmin(0).vmax(8),
        |spectra: &mut Spectrogram, v| done(spectra.set_data(samples(v))));

    colored_late!(seen, false, Line: || Line::new(0..9, 0..9), |line: Line, v| line.values(flat(v)),
        |line: Line| line.vmin(0).vmax(8), |line: &mut Line, v| done(line.set_values(flat(v))));
    colored_late!(seen, true, Line3D: || Line3D::new(0..9, 0..9, 0..9),
        |line: Line3D, v| line.values(flat(v)), |line: Line3D| line.vmin(0).vmax(8),
        |line: &mut Line3D, v| done(line.set_values(flat(v))));
    colored_late!(seen, false, Trail: || Trail::new(0..9, 0..9), |trail: Trail, v| trail.values(flat(v)),
        |trail: Trail| trail.vmin(0).vmax(8), |trail: &mut Trail, v| done(trail.set_values(flat(v))));
    let rows = || Lines::rows([0, 9], (0..9).map(|y| [y, y]));
    colored_late!(seen, false, Lines: rows, |lines: Lines, v| lines.values(flat(v)),
        |lines: Lines| lines.vmin(0).vmax(8), |lines: &mut Lines, v| done(lines.set_values(flat(v))));
    colored_late!(seen, false, Circles: || Circles::new(0..9, 0..9, 1),
        |circles: Circles, v| circles.values(flat(v)), |circles: Circles| circles.vmin(0).vmax(8),
        |circles: &mut Circles, v| done(circles.set_values(flat(v))));
    let boxes = || Polygons::new((0..9).map(|i| [(i, i), (i + 1, i), (i, i + 1)]));
    colored_late!(seen, false, Polygons: boxes, |areas: Polygons, v| areas.values(flat(v)),
        |areas: Polygons| areas.vmin(0).vmax(8),
        |areas: &mut Polygons, v| done(areas.set_values(flat(v))));
    let bars = || BrokenBars::new((0..9).map(|i| (i, 1)), (0, 9));
    colored_late!(seen, false, BrokenBars: bars, |bars: BrokenBars, v| bars.values(flat(v)),
        |bars: BrokenBars| bars.vmin(0).vmax(8),
        |bars: &mut BrokenBars, v| done(bars.set_values(flat(v))));
    let cells = move || {
        let [x, y] = nine();
        Histogram2D::new(x, y).bins([0, 1, 2, 3])
    };
    colored_late!(seen, false, Histogram2D: cells, |cells: Histogram2D, v| cells.weights(flat(v)),
        |cells: Histogram2D| cells.vmin(0).vmax(8),
        |cells: &mut Histogram2D, v| done(cells.set_weights(flat(v))));
    let hexagons = move || {
        let [x, y] = nine();
        let hexagons = Hexbin::new(x, y).extent([0, 2, 0, 2]);
        hexagons.gridsize((2, 2)).mincnt(1)
    };
    colored_late!(seen, false, Hexbin: hexagons, |hexagons: Hexbin, v| hexagons.values(flat(v)),
        |hexagons: Hexbin| hexagons.vmin(0).vmax(8),
        |hexagons: &mut Hexbin, v| done(hexagons.set_values(flat(v))));

    // all that have a colormap are in the list
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/artists");
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let Ok(code) = std::fs::read_to_string(&path) else { continue };
        let has_colors = ["mapping: Mapping", "dots: Dots", "draw_values!", "draw_tints!"]
            .iter()
            .any(|field| code.contains(field));
        let name = code.split("impl Draw for ").nth(1).and_then(|rest| rest.split(' ').next());
        if let Some(name) = name.filter(|_| has_colors) {
            assert!(seen.contains(&name), "{name} is not tried");
        }
    }
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
fn a_figure_that_was_saved_goes_on_as_if_it_was_not() {
    let folder = std::env::temp_dir().join(format!("panim-saved-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let saved = |fig: &Figure| {
        let path = folder.join("figure.png");
        fig.save_png(&path).map(|()| Picture::open(path).unwrap())
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

/// What `#[update]` gives values to has a colorbar before it has any.
#[test]
fn colorbars_of_what_has_no_values_yet_show_the_limits_that_were_given() {
    let bar = |add: fn(&mut Figure) -> Handle<Axes>| {
        let mut fig = Figure::new();
        add(&mut fig);
        Renderer::portable(fig).unwrap().picture().unwrap()
    };
    let empty = bar(|fig| {
        let line = Line::empty().cmap("plasma").vmin(0.0).vmax(5.0);
        let line = fig.axes().set_xlim(0, 1).set_ylim(0, 1).add(line);
        fig.colorbar(line)
    });
    let full = bar(|fig| {
        let line = Line::new([7, 8], [7, 8]).values([0, 5]).cmap("plasma").vmin(0.0).vmax(5.0);
        let line = fig.axes().set_xlim(0, 1).set_ylim(0, 1).add(line);
        fig.colorbar(line)
    });
    assert!(empty == full);
}
