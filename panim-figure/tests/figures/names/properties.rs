//! Every property of an artist has its two methods, one to build with and one to move.

use super::api::api;

/// Builders without a setter: what setup says for good.
const ONLY_BUILT: [(&str, &str); 9] = [
    // what was an extent along x would be one along y: limits, ticks and categories are settled
    ("Bars", "horizontal"),
    ("BoxPlot", "horizontal"),
    ("Ecdf", "horizontal"),
    ("ErrorBars", "horizontal"),
    ("EventPlot", "vertical"),
    ("Histogram", "horizontal"),
    ("Histograms", "horizontal"),
    ("Stairs", "horizontal"),
    ("Violin", "horizontal"),
];

/// Setters of no single property.
const ONLY_SET: [(&str, &str); 12] = [
    // all that `new` takes, and the same as points
    ("*", "data"),
    ("*", "points"),
    // both components of the vectors, as matplotlib's `set_UVC`
    ("Barbs", "uv"),
    ("Quiver", "uv"),
    ("Streamlines", "uv"),
    ("Quiver3D", "uvw"),
    // by a function, as `from_fn` takes them
    ("Voxels", "filled_by"),
    // what both constructors take
    ("Span", "ends"),
    // both at once, which are properties of their own
    ("Arrow", "ends"),
    // the values of wedges that have names keep these
    ("Pie", "values"),
    // one of many
    ("Table", "cell"),
    ("Table", "cell_color"),
];

/// Arguments of `new` that are changed with others, by `set_data` if nothing else is said.
const CHANGED_TOGETHER: [(&str, &[&str]); 18] = [
    // the one list that it is made of
    ("BoxPlot", &["groups"]),
    ("Ecdf", &["samples"]),
    ("Histogram", &["samples"]),
    ("Histograms", &["samples"]),
    ("Image", &["rows"]),
    ("Spectrogram", &["samples"]),
    ("Violin", &["groups"]),
    // `set_values`
    ("Pie", &["wedges"]),
    // lines of a grid are as many as its rows and columns of values
    ("Contour", &["x", "y"]),
    ("ContourFilled", &["x", "y"]),
    ("PColorMesh", &["x", "y"]),
    ("Surface", &["x", "y"]),
    ("Wireframe", &["x", "y"]),
    // `set_uv`
    ("Barbs", &["u", "v"]),
    ("Quiver", &["u", "v"]),
    ("Quiver3D", &["u", "v", "w"]),
    ("Streamlines", &["x", "y", "u", "v"]),
    // a frame says the time, not another function of it
    ("TracedPath", &["path"]),
];

#[test]
fn every_property_is_built_and_moved() {
    let api = api();
    let is_known = |list: &[(&str, &str)], of: &str, name: &str| {
        list.iter().any(|known| *known == ("*", name) || *known == (of, name))
    };
    let mut faults = Vec::new();
    for artist in &api.artists {
        let methods = api.methods(artist);
        let empty = Vec::new();
        let given = methods.makers.get("new").unwrap_or(&empty);
        for name in methods.builders.difference(&methods.setters) {
            if !is_known(&ONLY_BUILT, artist, name) {
                faults.push(format!("{artist}::{name} has no set_{name}"));
            }
        }
        for name in methods.setters.difference(&methods.builders) {
            let is_made = given.contains(name) || methods.makers.contains_key(name);
            if !(is_made || is_known(&ONLY_SET, artist, name)) {
                faults.push(format!("{artist}::set_{name} has no {name}"));
            }
        }
        let together =
            CHANGED_TOGETHER.iter().find(|(of, _)| of == artist).map_or(&[][..], |k| k.1);
        for name in given {
            if !methods.setters.contains(name) && !together.contains(&name.as_str()) {
                faults.push(format!("{artist}::new takes {name}, and there is no set_{name}"));
            }
        }
    }
    assert!(api.artists.len() > 25, "{:?}", api.artists);
    assert!(api.methods("Bars").setters.len() > 20, "{:?}", api.methods("Bars"));
    assert!(faults.is_empty(), "{faults:#?}");
}
