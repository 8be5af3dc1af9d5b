//! Legends: what they show, how they look, and where they stand.

use crate::support::{check, cosine, figure};
use panim_figure::*;

/// Lines and scattered points with labels, one of them hidden.
fn fill(ax: &mut Axes) {
    cosine(ax, 0.0);
    ax.add(Line::new([0, 6, 12], [1, -1, 0]).marker('s').style("--").label("dashed"));
    ax.add(Scatter::new([2, 4, 6], [0.5, 0.2, -0.1]).sizes([10, 60, 30]).label("dots"));
    ax.add(FillBetween::new([0, 12], [-1, -1], [-0.9, -0.6]).color(("C4", 0.5)).label("area"));
    ax.add(Line::new([0, 12], [0, 0]).label("_hidden"));
}

#[test]
fn what_legends_show_and_how_they_look() {
    let mut renderer = figure(1000, 760, |fig| {
        let mut grid = fig.subplots(3, 3);
        grid.iter_mut().for_each(fill);
        let upper = || Legend::new().loc("upper right");
        grid[(0, 0)].set_legend(upper().marker_scale(1.5).num_points(3).scatter_points(3));
        let framed = upper().frame_alpha(1).face_color("wheat").edge_color("red").edge_width(2);
        grid[(0, 1)].set_legend(framed.rounded(false).shadow(true));
        let title = Label::new("a wide title").size(14).color("C3");
        grid[(0, 2)].set_legend(upper().title(title).alignment("right").size(8));
        grid[(1, 0)].set_legend(upper().label_color("linecolor").reverse(true).shadow(true));
        let wide = upper().columns(2).handle_length(4).handle_text_pad(0.2).handle_height(2);
        grid[(1, 1)].set_legend(wide.label_spacing(0.1).column_spacing(0.5).border_pad(1));
        let sizes = [20, 100, 400].map(|size| {
            (Scatter::empty().size(size).color("none").edge_color("k"), format!("{size} pt²"))
        });
        grid[(1, 2)].set_legend(upper().title("size").entries(sizes).frame(false));
        let dot = Scatter::empty().color("C1");
        let own = Legend::new()
            .loc("lower left")
            .entry(Line::empty().color("C4").width(4), "own line")
            .entry(Rectangle::new((0, 0), 1, 1).color("C5"), "own\npatch")
            .entry((Line::empty(), dot), "both")
            .entry((), "words alone");
        grid[(2, 0)].set_legend(own.label_colors(["k", "C5"]).marker_first(false));
        let second = grid[(2, 1)].add(Line::new([0, 12], [-0.4, 1.0]).color("C6").width(3));
        let first = Legend::new().loc("upper left").at(At::Axes(0.05, 0.6)).border_axes_pad(0);
        grid[(2, 1)].set_legend(first).add_legend(Legend::new().entry(second, "by handle"));
        let spread = Legend::new().loc("lower left").at(At::Axes(0.0, 1.02)).columns(4);
        grid[(2, 2)].set_legend(spread.size(7).handle_length(1).expand(true));
    });
    check("legend_looks", &mut renderer);
}

#[test]
fn legends_outside() {
    let mut renderer = figure(900, 640, |fig| {
        let mut grid = fig.subplots(2, 2);
        for ax in grid.iter_mut() {
            fill(ax);
            ax.set_title("title").set_xlabel("x").set_ylabel("y");
        }
        grid[(0, 0)].set_legend(Legend::new().loc("outside right upper"));
        grid[(0, 1)].set_legend(Legend::new().loc("outside upper left").columns(4).expand(true));
        grid[(1, 0)].set_legend(Legend::new().loc("outside lower center").columns(2));
        let note = |words: &str| Legend::new().entry((), words).loc("outside center right");
        grid[(1, 1)].set_legend(note("first")).add_legend(note("second"));
        let twin = grid[(1, 1)].handle();
        fig.twin_x(twin).set_ylabel("of a twin").add(Line::new([0, 12], [0, 100]).color("C2"));
        fig.set_legend(Legend::new().loc("outside left lower").title("of all"));
        fig.add_legend(Legend::new().loc("outside upper right").columns(4));
    });
    check("legends_outside", &mut renderer);
}

#[test]
fn legends_beside_each_other_share_a_side() {
    let mut renderer = figure(640, 320, |fig| {
        fig.tight_layout();
        let ax = fig.axes();
        let waves = (0..30).map(|y| (0..40).map(move |x| (f64::from(x * y) / 60.0).sin()));
        let image = ax.add(Image::new(waves));
        let key = |color| Line::empty().color(color);
        let upper = Legend::new().loc("outside right upper").title("upper");
        ax.set_legend(upper.entry(key("C0"), "first").entry(key("C1"), "second"));
        let lower = Legend::new().loc("outside right lower");
        ax.add_legend(lower.entry(key("C2"), "third, and longer"));
        let over = Legend::new().loc("outside right upper");
        ax.add_legend(over.entry(key("C3"), "beyond"));
        ax.colorbar(image);
    });
    check("legends_share_a_side", &mut renderer);
}
