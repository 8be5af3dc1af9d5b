//! Sizes that nobody can see, or far larger than the picture, are drawn or refused, and soon.

use panim_figure::*;
use std::{panic::catch_unwind, time::Instant};

type Build = fn(&mut Axes, f64);

const ARTISTS: &[(&str, Build)] = &[
    ("line width", |ax, s| {
        ax.add(Line::new([0, 1, 0], [0, 1, 2]).width(s).style("--"));
    }),
    ("marker size", |ax, s| {
        ax.add(Line::new([0, 1, 0], [0, 1, 2]).marker('o').marker_size(s));
    }),
    ("scatter size", |ax, s| {
        ax.add(Scatter::new([0, 1, 0], [0, 1, 2]).size(s));
    }),
    ("many", |ax, s| {
        ax.add(Scatter::new(0..300, 0..300).size(s));
    }),
    ("edge", |ax, s| {
        ax.add(Scatter::new([0, 1, 0], [0, 1, 2]).edge_width(s));
    }),
    ("bars edge", |ax, s| {
        ax.add(Bars::new([0, 1], [0, 1]).edge_width(s).errors([1, 1]).cap_size(s).error_width(s));
    }),
    ("bars width", |ax, s| {
        ax.add(Bars::new([0, 1], [0, 1]).width(s));
    }),
    ("bars labels", |ax, s| {
        ax.add(Bars::new([0, 1], [0, 1]).value_labels(Format::general()).value_label_size(s));
    }),
    ("text", |ax, s| {
        ax.add(Text::new((0.5, 0.5), "here").size(s));
    }),
    ("text far", |ax, s| {
        ax.add(Text::new((s, s), "here"));
    }),
    ("title", |ax, s| {
        ax.set_title(Label::new("here").size(s));
    }),
    ("xlabel", |ax, s| {
        ax.set_xlabel(Label::new("here").size(s));
    }),
    ("note", |ax, s| {
        ax.add(Annotation::new("here", (0.5, 0.5)).xytext(At::Points(s, s)));
    }),
    ("note2", |ax, s| {
        ax.add(
            Annotation::new("here", (0.5, 0.5)).xytext((0.9, 0.1)).arrow_width(s).shrink(s).arc(s),
        );
    }),
    ("legend", |ax, s| {
        ax.add(Line::new([0, 1], [0, 1]).label("a"));
        ax.set_legend(Legend::new().size(s));
    }),
    ("quiver", |ax, s| {
        ax.add(Quiver::new([0, 1], [0, 1], [1, 2], [1, 1]).scale(s));
    }),
    ("quiver width", |ax, s| {
        ax.add(Quiver::new([0, 1], [0, 1], [1, 2], [1, 1]).width(s).head_width(s));
    }),
    ("pie", |ax, s| {
        ax.add(Pie::new([1, 2]).radius(s).explode([s, 0.0]).labels(["a", "b"]));
    }),
    ("contour", |ax, s| {
        ax.add(Contour::new([0, 1], [0, 1], [[0, 1], [1, 2]]).width(s).labels(true).label_size(s));
    }),
    ("trail", |ax, s| {
        ax.add(TracedPath::new(|t| (t, t)).width(s).length(s).marker_size(s).marker('o'));
    }),
    ("box", |ax, s| {
        ax.add(BoxPlot::new([[1, 2, 3]]).widths([s]).whiskers(s).outlier_size(s));
    }),
    ("violin", |ax, s| {
        ax.add(Violin::new([[1, 2, 3]]).widths([s]).bandwidth(Bandwidth::Factor(s)));
    }),
    ("stream", |ax, s| {
        ax.add(
            Streamlines::new([0, 1], [0, 1], [[1, 1], [1, 1]], [[1, 1], [1, 1]])
                .width(s)
                .arrow_size(s),
        );
    }),
];

#[test]
fn absurd_sizes_are_drawn_or_refused_and_soon() {
    for (name, build) in ARTISTS {
        for size in [1e4, 1e6, 1e12, 1e300, 1e-300] {
            let start = Instant::now();
            let tried = catch_unwind(|| {
                let mut fig = Figure::new();
                fig.set_size(100, 80);
                build(fig.axes(), size);
                Renderer::new(fig).and_then(|mut renderer| renderer.draw().map(drop))
            });
            assert!(tried.is_ok(), "{name} of {size:e}");
            assert!(start.elapsed().as_secs() < 10, "{name} of {size:e} takes long");
        }
    }
}

#[test]
fn a_size_that_fits_no_picture_is_refused() {
    let mut fig = Figure::new();
    fig.axes().add(Text::new((0.5, 0.5), "here").size(1e300));
    let error = Renderer::new(fig).err().unwrap().to_string();
    assert_eq!(error, "Text, `size`: 1e300 is not a size in points, 0 to 1000000");
}
