//! What is drawn by a hand.

use crate::support::{check, figure};
use panim_figure::*;

/// Every kind of shape and decoration, as if it were drawn by hand.
#[test]
fn what_is_drawn_by_hand() {
    let mut moving = None;
    let mut renderer = figure(900, 640, |fig| {
        fig.set_style(Style { font: FontFamily::default(), ..Style::xkcd() });
        let mut grid = fig.grid(2, 2);
        let x = linspace(0.0, 10.0, 200);
        let ax = grid.span(0, 0);
        ax.add(Bars::new([1, 3, 5, 7, 9], [2, 3, 1, 4, 2]).color("C2").edge_color("black"));
        let wave = |x: &f64| 3.0 + 3.0 * x.cos() * (-x / 8.0).exp();
        ax.add(Line::new(&x, x.iter().map(|x| 2.0 * x.sin() + 3.0)).label("calm"));
        ax.add(Line::new(&x, x.iter().map(wave)).label("wild"));
        let days = Line::new([2, 4, 6, 8], [5.0, 6.0, 5.0, 5.5]).style("none").color("C3");
        ax.add(days.marker('o').marker_size(12));
        ax.add(Annotation::new("the day", (4.7, 0.95)).xytext(At::Data(6.0, 6.2)).arrow("->"));
        ax.set_title("Time spent").set_xlabel("time").set_ylim(0, 9).legend();

        let ax = grid.span(0, 1);
        let circle = Circle::new((2, 1), 0.8).color("C0").hatch("/").edge_color("black");
        ax.add(circle);
        let stack = StackPlot::new([0, 5, 10], [[-1.0, -2.0, -1.0], [-1.0, -0.5, -1.5]]);
        ax.add(stack.colors(["C0", "C1"]).alpha(0.5).edge_color("black"));
        ax.add(HLine::new(0).style("--").color("C3"));
        ax.add(Image::new([[0, 1], [2, 3]]).extent([6, 9, 0, 2]));
        let words = Text::new((5, -2.6), "words").boxed(TextBox::new()).outline(("white", 1));
        ax.add(words);
        ax.set_xlim(0, 10).set_ylim(-3, 3).set_grid(Grid::new().width(1));

        moving = Some(ax.add(Line::new([0, 10], [2, 2])));
        let ax = grid.span(1, 0);
        let many = (0..400).map(f64::from);
        let spiral = many.clone().map(|i| (i / 30.0).cos() * i);
        ax.add(Scatter::new(spiral, many.map(|i| (i / 30.0).sin() * i)).size(30));
        ax.add(Pie::new([3, 2, 1]).center((0, 0)).radius(150));
        ax.set_aspect("equal").set_ylabel("far");

        let polar = grid.span(1, 1).set_projection(Projection::Polar);
        polar.add(Line::new(&x, x.iter().map(|x| 1.0 + (2.0 * x).sin())).color("C4"));
        polar.set_title("round").set_grid(Grid::new().width(1));
    });
    let moving = moving.unwrap();
    renderer.frame(0)[moving].set_data([-1e9, 1e9], [-1.5e9, 1.5e9]);
    check("xkcd", &mut renderer);
}
