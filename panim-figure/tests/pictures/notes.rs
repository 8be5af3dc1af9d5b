//! Arrows, what they connect, boxes around words, and outlines.

use crate::support::{check, figure};
use panim_figure::*;

/// An axes of the whole figure, from 0 to 10, without anything around it.
fn page(fig: &mut Figure) -> &mut Axes {
    let mut grid = fig.grid(1, 1);
    grid.margins(0.0, 0.0, 0.0, 0.0);
    fig.axes().set_xlim(0.0, 10.0).set_ylim(0.0, 10.0).set_axis_off(true)
}

#[test]
fn all_arrows() {
    let styles = [
        "-",
        "->",
        "<-",
        "<->",
        "-|>",
        "<|-",
        "<|-|>",
        "]-",
        "-[",
        "]-[",
        "|-|",
        "]->",
        "<-[",
        "simple",
        "fancy",
        "wedge",
        "->,head_length=0.8,head_width=0.4",
        "|-|,widthA=0.5,angleA=30",
        "]-[,lengthB=0.6,angleB=-20",
        "simple,tail_width=0.5,head_width=1",
        "fancy,head_length=0.8",
        "wedge,shrink_factor=0.9,tail_width=0.7",
    ];
    let mut renderer = figure(800, 600, |fig| {
        let ax = page(fig);
        for (i, style) in styles.into_iter().enumerate() {
            let (x, y) = (0.4 + (i % 3) as f64 * 3.3, 9.3 - (i / 3) as f64 * 1.2);
            let arrow = |x: f64| Arrow::new((x, y), (x + 1.2, y - 0.3)).arrow_style(style);
            ax.add(arrow(x).head_size(20).color("C0").width(1.5));
            let bent = arrow(x + 1.5).connection("arc3,rad=0.4").head_size(20).width(1.5);
            ax.add(bent.color("C1").face_color("gold").alpha(if i % 2 == 0 { 1.0 } else { 0.5 }));
        }
        // shorter than their heads
        for (i, style) in ["simple", "fancy", "wedge", "->"].into_iter().enumerate() {
            let x = 4.0 + i as f64;
            let short = Arrow::new((x, 0.6), (x + 0.15, 0.7)).arrow_style(style).shrink(0);
            ax.add(short.head_size(40).color(format!("C{i}")));
        }
    });
    check("arrow_styles", &mut renderer);
}

#[test]
fn all_connections() {
    let styles = [
        "arc3",
        "arc3,rad=0.3",
        "arc3,rad=-0.5",
        "angle3",
        "angle3,angleA=0,angleB=60",
        "angle",
        "angle,angleA=-90,angleB=180,rad=5",
        "angle,angleA=0,angleB=90,rad=20",
        "arc,angleA=-90,angleB=0,armA=30,armB=30,rad=0",
        "arc,angleA=-90,angleB=0,armA=30,armB=30,rad=10",
        "arc,angleA=-90,angleB=0,armA=0,armB=40",
        "bar",
        "bar,fraction=0.1",
        "bar,fraction=-0.3",
        "bar,angle=180,fraction=-0.2",
        "bar,armA=20,armB=5",
    ];
    let mut renderer = figure(800, 600, |fig| {
        let ax = page(fig);
        for (i, style) in styles.into_iter().enumerate() {
            let (x, y) = (0.5 + (i % 4) as f64 * 2.5, 9.0 - (i / 4) as f64 * 2.4);
            ax.add(Scatter::new([x, x + 1.3], [y, y - 1.0]).size(16).color("k"));
            let note = Annotation::new("", (x + 1.3, y - 1.0)).xytext((x, y)).connection(style);
            ax.add(note.shrink(5).arrow_color("C3"));
        }
        let places = [(0.5, 0.5), (0.0, 0.0), (1.0, 1.0), (1.0, 0.0)];
        for (i, place) in places.into_iter().enumerate() {
            let x = 0.3 + i as f64 * 2.5;
            let note = Annotation::new("words", (x + 1.5, 0.2)).xytext((x, 0.7)).relpos(place);
            ax.add(
                note.shrink_a(i * 3).shrink_b(0).arrow("-|>").head_size(20).arrow_face_color("w"),
            );
        }
    });
    check("arrow_connections", &mut renderer);
}

#[test]
fn all_boxes() {
    let styles = [
        "square",
        "round",
        "round4",
        "circle",
        "ellipse",
        "larrow",
        "rarrow",
        "darrow",
        "sawtooth",
        "roundtooth",
        "round,pad=0.6,rounding_size=0.2",
        "round4,rounding_size=0.5",
        "rarrow,head_width=1,head_angle=60",
        "larrow,head_angle=-90",
        "darrow,head_angle=-60",
        "sawtooth,tooth_size=0.5",
        "roundtooth,tooth_size=0.4,pad=0.6",
        "square,pad=1",
    ];
    let mut renderer = figure(800, 600, |fig| {
        let ax = page(fig);
        for (i, style) in styles.into_iter().enumerate() {
            let (x, y) = (1.7 + (i % 3) as f64 * 3.3, 9.2 - (i / 3) as f64 * 1.6);
            let around = TextBox::new().style(style).color("wheat").edge_color("C0");
            let words = style.split(',').next().unwrap();
            let text = Text::new((x, y), words).size(14).halign("center").valign("center");
            ax.add(text.boxed(around.edge_width(1.5)).rotation(if i == 16 { 20 } else { 0 }));
        }
    });
    check("box_styles", &mut renderer);
}

#[test]
fn outlines() {
    let mut renderer = figure(640, 400, |fig| {
        let ax = page(fig);
        ax.add(Image::new([[0, 1], [1, 0]]).extent([0, 10, 0, 10]).cmap("gray"));
        ax.set_aspect("auto");
        let line = |y: f64| Line::new([1.0, 4.0, 9.0], [y, y + 2.0, y + 1.0]).width(4);
        ax.add(line(0.5).color("C1").outline(("red", 1.5)));
        ax.add(line(2.0).color("C0").alpha(0.5).outline(("red", 2)));
        ax.add(line(3.5).color("C2").style("--").outline(("w", 1)).marker('o').marker_size(9));
        let words = |y: f64, words: &str| Text::new((1.0, y), words).size(34).color("white");
        ax.add(words(8.6, "outlined words").outline(("black", 2)));
        ax.add(words(7.0, "see through them").outline(("C3", 3)).alpha(0.5));
        let shadow = Outline::new(("black", 0.5), 0).offset(3, -3);
        ax.add(Text::new((5.4, 5.4), "shadow").size(24).color("gold").outline(shadow));
        let note = Annotation::new("a note", (9.0, 1.5)).xytext((6.5, 0.4)).outline(("w", 1.5));
        ax.add(note.arrow_color("w"));
        ax.add(Circle::new((8.5, 8.6), 24).units("points").outline(("C3", 4)).alpha(0.5));
        let shadow = Outline::new(("black", 0.4), 0).offset(4, -4);
        ax.add(Rectangle::new((5.6, 7.4), 1.6, 1.6).color("wheat").edge_color("k").outline(shadow));
        let arc = Arc::new((3.0, 6.2), 3, 1).theta1(180).edge_color("C0").edge_width(3);
        ax.add(arc.outline(("w", 2)));
        ax.set_xlim(0.0, 10.0).set_ylim(0.0, 10.0);
    });
    check("outlines", &mut renderer);
}

#[test]
fn arrows_between_axes_and_zoomed_insets_follow_limits() {
    let mut handles = None;
    let mut renderer = figure(800, 400, |fig| {
        let mut grid = fig.subplots(1, 2);
        let x = linspace(0.0, 10.0, 400);
        let y: Vec<f64> = x.iter().map(|x| x.sin() + 0.05 * (20.0 * x).sin()).collect();
        for ax in grid.iter_mut() {
            ax.set_xlim(0.0, 10.0).set_ylim(-1.5, 3.5).add(Line::new(&x, &y));
        }
        grid[0].set_xscale("log").set_xlim(1.0, 10.0);
        let [left, right] = [grid[0].handle(), grid[1].handle()];
        let inset = fig.inset(right, [0.5, 0.55, 0.45, 0.4]);
        inset.set_xlim(1.0, 2.0).set_ylim(0.7, 1.1).add(Line::new(&x, &y));
        let inset = inset.handle();
        fig[right].indicate_inset_zoom(inset);
        let back = fig.inset(right, [0.05, 0.55, 0.3, 0.4]);
        back.set_xlim(6.0, 4.0).set_ylim(-1.2, -0.5).add(Line::new(&x, &y));
        let back = back.handle();
        let marked = InsetIndicator::new(back).color("C3").alpha(1).width(2).style("--");
        fig[right].add(marked.fill(("C3", 0.2)));
        let arrow = Arrow::new(left.at((4.71, -1.0)), right.at((4.71, -1.0)));
        fig.add(arrow.arrow_style("<|-|>").head_size(16).color("C2").arc(0.3));
        let ends = (left.at(At::Axes(0.5, 0.9)), At::Figure(0.5, 0.98));
        fig.add(Arrow::new(ends.0, ends.1).arrow_style("-[").head_size(10).connection("angle"));
        let note = Annotation::new("there", right.at((8.0, 1.0))).xytext(left.at((2.0, 2.2)));
        fig.add(note.arrow("fancy").head_size(24).arrow_color("C1"));
        // out of its axes: not shown
        fig.add(Arrow::new(left.at((30.0, 0.0)), right.at((5.0, 0.0))).color("red"));
        handles = Some((left, inset));
    });
    let (left, inset) = handles.unwrap();
    let mut frame = renderer.frame(0);
    frame[left].set_xlim(2.0, 20.0);
    frame[inset].set_xlim(2.5, 4.5).set_ylim(-1.0, 0.5);
    check("arrows_between_axes", &mut renderer);
}

#[test]
fn outlines_are_around_everything() {
    let mut renderer = figure(600, 400, |fig| {
        let mut axes = fig.subplots(2, 3);
        let background = |ax: &mut Axes| {
            let rows = (0..40).map(|y| (0..40).map(move |x| ((x / 4 + y / 4) % 2) as f64));
            ax.set_xlim(0, 6).set_ylim(0, 6).set_xticks([0.0; 0]).set_yticks([0.0; 0]);
            let image = Image::new(rows).cmap("gray").vmin(-1).vmax(2);
            ax.set_aspect("auto").add(image.between(At::Data(0.0, 0.0), At::Data(6.0, 6.0)));
        };
        axes.iter_mut().for_each(background);
        let white = ("white", 2);
        let ax = &mut axes[(0, 0)];
        let (x, y) = ([1, 3, 5], [1, 1, 1]);
        ax.add(Scatter::new(x, y).size(150).color("C0").outline(white));
        let rings = Scatter::new(x, y.map(|y| y + 2)).size(150).color("none").edge_color("C1");
        ax.add(rings.edge_width(2).outline(white));
        let crosses = Scatter::new(x, y.map(|y| y + 4)).size(150).marker("x").color("C2");
        ax.add(crosses.edge_width(2).outline(white));
        let ax = &mut axes[(0, 1)];
        ax.add(
            Arrow::new((1, 1), (5, 2))
                .arrow_style("-|>")
                .head_size(20)
                .width(2)
                .color("C0")
                .outline(white),
        );
        ax.add(
            Arrow::new((1, 3), (5, 4))
                .arrow_style("->")
                .head_size(20)
                .width(2)
                .color("C1")
                .outline(white),
        );
        ax.add(
            Arrow::new((1, 5), (5, 5))
                .arrow_style("fancy")
                .head_size(30)
                .color("C2")
                .outline(white),
        );
        let ax = &mut axes[(0, 2)];
        ax.add(Bars::new([1, 2], [2, 4]).color("C0").outline(white));
        let bars = ErrorBars::new([3.5, 4.5, 5.5], [2, 3, 4], [0.5, 1.0, 1.5]).color("C1");
        ax.add(bars.width(2).cap_size(5).marker("o").outline(white));
        let ax = &mut axes[(1, 0)];
        ax.add(
            Polygon::new([1, 3, 2], [1, 1, 3])
                .color("C0")
                .edge_color("C3")
                .edge_width(2)
                .outline(white),
        );
        ax.add(Circle::new((4.5, 4.5), 1).color("C1").outline(white));
        ax.add(Rectangle::new((1, 4), 2, 1).color("C2").alpha(0.5).outline(white));
        let ax = &mut axes[(1, 1)];
        let x = linspace(0.5, 5.5, 60);
        let wave = |by: f64| x.iter().map(move |x| by + (2.0 * x).sin()).collect::<Vec<_>>();
        ax.add(Line::new(&x, wave(4.5)).values(&x).width(4).outline(white));
        ax.add(
            Line::new(&x, wave(1.5))
                .color("C3")
                .width(3)
                .style("--")
                .marker("o")
                .mark_every(10)
                .outline(white),
        );
        let ax = &mut axes[(1, 2)];
        let shadow = Outline::new(("black", 0.6), 0).offset(3, -3);
        ax.add(Bars::new([1, 2], [2, 4]).color("C0").outline(shadow.clone()));
        ax.add(Scatter::new([4, 5], [2, 4]).size(300).color("C1").outline(shadow));
    });
    check("outlines_of_all_kinds", &mut renderer);
}
