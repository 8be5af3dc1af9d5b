//! Maps of the world.

use crate::support::{check, figure};
use panim_figure::*;

/// A route and an area, on axes as maps.
fn map(ax: &mut Axes, projection: &str) {
    ax.set_map(projection).set_grid(true).set_title(projection);
    ax.add(Line::new([-74.0, 0.0, 37.6, 139.7], [40.7, 51.5, 55.8, 35.7]).marker("o"));
    let holed = Polygons::rings([[
        [(-60.0, -30.0), (20.0, -30.0), (20.0, 10.0), (-60.0, 10.0)],
        [(-40.0, -20.0), (0.0, -20.0), (0.0, 0.0), (-40.0, 0.0)],
    ]]);
    ax.add(holed.color(("C2", 0.5)).edge_color("C2"));
    // down to the pole, which Mercator's map has not
    ax.add(Polygons::new([[(-180.0, -90.0), (180.0, -90.0), (180.0, -70.0), (-180.0, -70.0)]]));
}

#[test]
fn maps_of_both_projections() {
    let mut renderer = figure(900, 420, |fig| {
        let mut axes = fig.subplots(1, 3);
        map(&mut axes[0], "platecarree");
        map(&mut axes[1], "mercator");
        map(&mut axes[2], "mercator");
        axes[2].set_xlim(-12, 3).set_ylim(49.5, 59).set_title("Britain and Ireland");
    });
    check("maps", &mut renderer);
}

#[cfg(feature = "coastlines")]
#[test]
fn maps_with_coasts_and_countries() {
    let mut renderer = figure(900, 640, |fig| {
        let mut axes = fig.subplots(2, 1);
        let ax = axes[0].set_map("platecarree");
        ax.add(Polygons::land());
        ax.add(Lines::borders().style(":"));
        ax.add(Lines::coastlines());
        let ax = axes[1].set_map("mercator").set_ylim(-60, 80);
        let letters = world::countries().into_iter().map(|country| country.name.len());
        let countries = Polygons::countries().values(letters.collect::<Vec<_>>());
        let countries = ax.add(countries.cmap("YlGn").edge_color("white").edge_width(0.5));
        ax.colorbar(countries);
    });
    check("maps_with_coasts", &mut renderer);
}
