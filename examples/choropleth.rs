//! A map whose regions are coloured by a value: a wave of it spreads from a town, around the lakes.

use panim::Colorbar;
use panim::prelude::*;

/// The regions' middles, and their map.
#[animation]
#[derive(Default)]
struct Choropleth {
    middles: Vec<(f64, f64)>,
    map: Handle<Polygons>,
}

/// Where a place of a square grid is on the map.
fn bent((x, y): (f64, f64)) -> (f64, f64) {
    (x + 0.3 * (1.7 * y).sin() + 0.2 * (0.5 * x).cos(), y + 0.35 * (1.4 * x).sin())
}

/// The corners of a region around the middle of a cell.
fn ring(x: f64, y: f64, side: f64) -> [(f64, f64); 8] {
    let corners = [(-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0)];
    corners.map(|(i, j)| bent((x + side / 2.0 * f64::from(i), y + side / 2.0 * f64::from(j))))
}

impl Choropleth {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        let cells = (0..30 * 20).map(|i| (f64::from(i % 30), f64::from(i / 30)));
        // an island
        let on_land = |(x, y): &(f64, f64)| {
            ((x - 14.5) / 15.0).powi(2) + ((y - 9.5) / 10.0).powi(2) < 0.95 + 0.2 * (x + y).sin()
        };
        self.middles = cells.filter(on_land).collect();
        let lakes = [(8.0, 6.0), (9.0, 13.0), (20.0, 9.0), (17.0, 4.0)];
        let regions = self.middles.iter().map(|&(x, y)| {
            let lake = lakes.contains(&(x, y)).then(|| ring(x, y, 0.6));
            [ring(x, y, 1.0)].into_iter().chain(lake)
        });
        let map = Polygons::rings(regions).values(vec![0.0; self.middles.len()]);
        let ax = fig.set_size(720, 480).axes();
        ax.set_aspect("equal").set_axis_off(true).set_title("Who has heard of it");
        let map = map.cmap("YlOrRd").vmin(0).vmax(1);
        self.map = ax.add(map.edge_color("white").edge_width(0.5));
        ax.add_colorbar(self.map, Colorbar::new().label("part of the people"));
    }

    #[update]
    fn update(&self, frame: &mut Frame, day: f64) {
        let heard = |(x, y): &(f64, f64)| 1.0 / (1.0 + ((x - 6.0).hypot(y - 9.0) - day).exp());
        frame[self.map].set_values(self.middles.iter().map(heard));
    }
}

fn main() -> panim::Result<()> {
    Choropleth::render("choropleth.mp4").fps(30).sweep(-3.0..30.0, 150).main()
}
