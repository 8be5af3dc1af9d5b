//! Lines that move, and where they cross.

use super::*;

#[test]
fn lines_move_steadily() {
    for style in ["-", "--", ":"] {
        let line = Line::new([0.0], [0.0]).style(style).color("black");
        let error = whole(line, |line, x, y| {
            line.set_data([x, x + 0.5], [y, y + 0.3]);
        });
        assert_steady(&format!("the line {style}"), error);
    }
    let flag = Polygon::new([0.0], [0.0]).color("black");
    let error = whole(flag, |flag, x, y| {
        flag.set_data([x, x + 0.7, x], [y, y + 0.2, y + 0.5]);
    });
    assert_steady("a polygon", error);
    let error = whole(Circle::new((1, 1), 0.2).color("black"), |circle, x, y| {
        circle.set_center((x, y));
    });
    assert_steady("a circle", error);
    let error = whole(Circles::new([1], [1], 0.2).color("black"), |circles, x, y| {
        circles.set_x([x]).set_y([y]);
    });
    assert_steady("one of many circles", error);
    let error = whole(Polygons::empty().color("black"), |polygons, x, y| {
        let corners =
            |side: f64| [(x, y), (x + side, y + 0.1), (x + side, y + side), (x, y + side)];
        let hole = [(x + 0.3, y + 0.3), (x + 0.35, y + 0.3), (x + 0.35, y + 0.4)];
        polygons.set_rings([vec![corners(0.5).to_vec(), hole.to_vec()]]);
    });
    assert_steady("one of many polygons", error);
    let dashed = Circle::new((1, 1), 20).units("points").color("none").edge_color("black");
    let error = whole(dashed.edge_style("--"), |circle, x, y| {
        circle.set_center((x, y));
    });
    assert_steady("a dashed circle", error);
    let error = whole(Ellipse::new((1, 1), 0.5, 0.2).angle(20).color("black"), |ellipse, x, y| {
        ellipse.set_center((x, y));
    });
    assert_steady("an ellipse", error);
    for rounding in [0, 8] {
        let rectangle = Rectangle::new((1, 1), 0.5, 0.3).rounding(rounding).color("black");
        let error = whole(rectangle, |rectangle, x, y| {
            rectangle.set_xy((x, y));
        });
        assert_steady("a rectangle", error);
    }
    let wedge = Wedge::new((1, 1), 0.4, 20, 200).width(0.2).color("black");
    let error = whole(wedge, |wedge, x, y| {
        wedge.set_center((x, y));
    });
    assert_steady("a wedge", error);
    let error = whole(Arc::new((1, 1), 0.8, 0.5).theta2(200).edge_width(3), |arc, x, y| {
        arc.set_center((x, y));
    });
    assert_steady("an arc", error);
    let mut drop = artist::Path::new();
    drop.move_to(0, 0).curve_to((0.5, 0.2), (0.2, 0.5), (0, 0)).close();
    let error = whole(PathPatch::new(&drop).color("black"), |patch, x, y| {
        patch.set_at((x, y));
    });
    assert_steady("a path", error);
    let error = whole(Arrow::new((1, 1), (2, 2)).arrow_style("-|>").width(2), |arrow, x, y| {
        arrow.set_ends((x, y), (x + 0.8, y + 0.4));
    });
    assert_steady("an arrow", error);
    let band = FillBetween::new([0.0], [0.0], [0.0]).color("black");
    let error = whole(band, |band, x, y| {
        band.set_data([x, x + 0.5], [y, y], [y + 0.2, y + 0.4]);
    });
    assert_steady("an area", error);
}

/// The middle of what is dark in the columns around the middle of the picture.
fn crossing(picture: &Picture) -> (f64, f64) {
    let around = || dark(picture).filter(|(_, x, _)| (x - 200.0).abs() < 20.0);
    let all: f64 = around().map(|(fraction, ..)| fraction).sum();
    (0.0, around().map(|(fraction, _, y)| fraction * y).sum::<f64>() / all)
}

#[test]
fn the_crossings_of_lines_move_steadily() {
    let slanted = Line::new([0.0], [0.0]).color("black");
    let lift = |line: &mut Line, _, y: f64| {
        line.set_data([-1.0, 4.0], [y - 0.7, y + 1.3]);
    };
    assert_steady("a slanted line", worst(slanted, lift, crossing, (0.0, -0.05)));
    let rule = HLine::new(1.0).color("black");
    let error = worst(
        rule,
        |rule, _, y| {
            rule.set_y(y);
        },
        crossing,
        (0.0, -0.05),
    );
    assert_steady("a level rule", error);
    // the same height comes by from the left, as fast as the slope of the curve says
    let x = linspace(0.0, 3.0, 31);
    let heights = |at: f64| x.iter().map(move |x| 0.5 * (x - at) + 2.0);
    let wave = Line::new(&x, heights(0.0)).color("black");
    let error = worst(
        wave,
        |wave, x, _| {
            wave.set_y(heights(x));
        },
        crossing,
        (0.0, 0.05),
    );
    assert_steady("a line's crossing", error);
    let field = |at: f64| [0.0, 3.0].map(|y| [0.0, 3.0].map(|x| y - 0.2 * x - at));
    let contour = Contour::new([0, 3], [0, 3], field(1.0)).levels([0]).color("black");
    let error = worst(
        contour,
        |contour, _, y| {
            contour.set_values(field(y));
        },
        crossing,
        (0.0, -0.05),
    );
    assert_steady("a contour", error);
}
