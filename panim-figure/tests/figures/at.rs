//! A place is said in any coordinates wherever a place is meant.

use panim_figure::*;

/// Of 320x240 pixels at 100 dpi, with axes from 0 to 1.
fn picture(dpi: f64, build: impl FnOnce(&mut Figure)) -> Picture {
    let mut fig = Figure::for_render(Some((320, 240)), Some(dpi));
    fig.axes().set_xlim(0, 1).set_ylim(0, 1);
    build(&mut fig);
    Renderer::portable(fig).unwrap().picture().unwrap()
}

/// What takes a place, with it.
type Take = fn(&mut Axes, At);

fn done<A>(_: Handle<A>) {}

const TAKERS: [(&str, Take); 6] = [
    ("Text", |ax, at| done(ax.add(Text::new(at, "here")))),
    ("Annotation", |ax, at| done(ax.add(Annotation::new("here", at)))),
    ("xytext", |ax, at| done(ax.add(Annotation::new("here", (0.5, 0.5)).xytext(at)))),
    ("Timestamp", |ax, at| done(ax.add(Timestamp::new("center").at(at)))),
    ("key", |ax, at| {
        let arrows = Quiver::new([0.5], [0.5], [1], [0]).scale(5);
        done(ax.add(arrows.key(at, 1, "one")));
    }),
    ("Legend", |ax, at| {
        ax.add(Line::new([0, 1], [0, 1]).label("line"));
        ax.set_legend(Legend::new().loc("upper left").at(at));
    }),
];

#[test]
fn a_place_is_the_same_in_all_coordinates() {
    for (name, take) in TAKERS {
        let at = |at: At| picture(100.0, |fig| take(fig.axes(), at));
        let nothing = at(At::Figure(9.0, 9.0));
        let data = at(At::Data(0.25, 0.75));
        assert_ne!(data.rgba(), nothing.rgba(), "{name}");
        assert_eq!(data.rgba(), at(At::Axes(0.25, 0.75)).rgba(), "{name}");
        let of_figure = at(At::Figure(0.25, 0.5));
        assert_ne!(of_figure.rgba(), nothing.rgba(), "{name}");
        assert_eq!(of_figure.rgba(), at(At::Pixels(80.0, 120.0)).rgba(), "{name}");
    }
}

#[test]
fn pixels_are_those_of_100_dpi() {
    for (name, take) in TAKERS {
        let at = |at: At| picture(200.0, |fig| take(fig.axes(), at));
        assert_eq!(at(At::Figure(0.25, 0.5)).rgba(), at(At::Pixels(80.0, 120.0)).rgba(), "{name}");
    }
}

#[test]
fn what_is_counted_from_nothing_is_refused() {
    for (name, take) in TAKERS.into_iter().filter(|(name, _)| *name != "xytext") {
        let mut fig = Figure::new();
        take(fig.axes(), At::Points(1.0, 2.0));
        let error = Renderer::new(fig).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains("At::Points are counted from"), "{name}: {error}");
    }
}

#[test]
fn places_that_are_none_show_nothing() {
    for (name, take) in TAKERS {
        for number in [f64::NAN, f64::INFINITY, 1e300] {
            for at in [At::Data(number, 0.5), At::Figure(0.5, number), At::Pixels(number, number)] {
                let mut fig = Figure::new();
                fig.axes().set_xlim(0, 1).set_ylim(0, 1);
                take(fig.axes(), at);
                let drawn = Renderer::new(fig).and_then(|mut renderer| renderer.picture());
                assert!(drawn.is_ok(), "{name} {at:?}: {:?}", drawn.err());
            }
        }
    }
}

#[test]
fn a_legend_stands_where_it_is_told_and_in_space_not_in_data() {
    let legend = |legend: Legend| {
        picture(100.0, |fig| {
            fig.axes().set_legend(legend).add(Line::new([0, 1], [0, 1]).label("line"));
        })
    };
    let beside = legend(Legend::new().loc("upper right").at(At::Figure(1.0, 1.0)));
    assert_ne!(beside.rgba(), legend(Legend::new().loc("upper right")).rgba());
    // without a corner's name its lower left one
    let at = At::Axes(0.1, 0.2);
    let free = legend(Legend::new().at(at));
    assert_eq!(free.rgba(), legend(Legend::new().loc("lower left").at(at)).rgba());

    let mut fig = Figure::new();
    let ax = fig.axes().set_projection("3d").set_legend(Legend::new().at((0.5, 0.5)));
    ax.add(Line3D::new([0, 1], [0, 1], [0, 1]).label("line"));
    let error = Renderer::new(fig).err().unwrap().to_string();
    assert!(error.starts_with("Legend, `at`: a place in a 3D axes"), "{error}");
}
