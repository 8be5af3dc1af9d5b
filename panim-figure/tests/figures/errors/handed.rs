//! What is handed on to others, such as a colorbar's ticks to its axes, is refused under the name that
//! was called.

use super::*;

/// What a figure hands on to others is refused under the name of what was called.
type Handed = (fn(&mut Figure), &'static str);

fn image(fig: &mut Figure) -> Handle<Image> {
    fig.axes().add(Image::new([[0.0, 1.0]]))
}

fn bar(fig: &mut Figure, bar: Colorbar) {
    let image = image(fig);
    fig.add_colorbar(image, bar);
}

fn hand(sketch: Sketch) -> Style {
    Style { sketch: Some(sketch), ..Style::default() }
}

const HANDED: &[Handed] = &[
    (|f| bar(f, Colorbar::new().shrink(2)), "Colorbar, `shrink`"),
    (|f| bar(f, Colorbar::new().ax([])), "Colorbar, `ax`"),
    (
        |f| {
            let image = image(f);
            f.axes().add_colorbar(image, Colorbar::new().ax([]));
        },
        "Colorbar, `ax`",
    ),
    (
        |f| {
            let own = f.axes().handle();
            f[own].indicate_inset_zoom(own);
        },
        "InsetIndicator, `inset`",
    ),
    (|f| bar(f, Colorbar::new().aspect(0)), "Colorbar, `aspect`"),
    (|f| bar(f, Colorbar::new().pad(NAN)), "Colorbar, `pad`"),
    (|f| bar(f, Colorbar::new().label(Label::new("x").size(-1))), "Colorbar, `label`"),
    (|f| bar(f, Colorbar::new().format(Format::digits(1000))), "Colorbar, `format`"),
    (|f| bar(f, Colorbar::new().ticks(0..2000)), "Colorbar, `ticks`"),
    (|f| bar(f, Colorbar::new().ticks([0, 1]).tick_labels(["a"])), "Colorbar, `tick_labels`"),
    (
        |f| bar(f, Colorbar::new().horizontal().ticks([0]).tick_labels(["a"; 2])),
        "Colorbar, `tick_labels`",
    ),
    (|f| bar(f, Colorbar::new().tick_labels(["a"])), "Colorbar, `tick_labels`"),
    (
        |f| {
            let bands = ContourFilled::new(0..2, 0..2, [[0, 1], [2, 3]]).levels([0, 1, 9]);
            let bands = f.axes().add(bands);
            f.add_colorbar(bands, Colorbar::new().tick_labels(["a"]));
        },
        "Colorbar, `tick_labels`",
    ),
    (
        |f| {
            let image = image(f);
            f.axes().add_colorbar(image, Colorbar::new().ticks([0]).tick_labels(["a"; 2]));
        },
        "Colorbar, `tick_labels`",
    ),
    (
        |f| {
            let line = f.axes().add(Line::new([0, 1], [0, 1]));
            f.colorbar(line);
        },
        "Colorbar, `artist`",
    ),
    (
        // the bar's own axes is the first
        |f| {
            let mut grid = f.grid(1, 2);
            let place = grid.span(0, 1).handle();
            let image = grid.span(0, 0).add(Image::new([[0.0, 1.0]]).vmin(NAN));
            f.add_colorbar(image, Colorbar::new().cax(place));
        },
        "Image, `vmin`",
    ),
    (
        |f| {
            let mut grid = f.grid(1, 2);
            let place = grid.span(0, 1).handle();
            let image = grid.span(0, 0).add(Image::new([[1.0, 2.0]]).norm(Norm::Log).vmin(-1));
            f.add_colorbar(image, Colorbar::new().cax(place));
        },
        "Image, `vmin`",
    ),
    (|f| done(f.set_title(Label::new("x").color("bleu"))), "Figure, `set_title`"),
    (|f| done(f.set_xlabel(Label::new("x").rotation(NAN))), "Figure, `set_xlabel`"),
    (|f| done(f.set_ylabel(Label::new("x").wrap(NAN))), "Figure, `set_ylabel`"),
    (|f| done(f.set_legend(Legend::new().font(Font::new().size(-1)))), "Legend, `size`"),
    (|f| done(f.set_legend(Legend::new().columns(0))), "Legend, `columns`"),
    (|f| done(f.set_legend(Legend::new().title(Label::new("x").size(NAN)))), "Legend, `title`"),
    (|f| done(f.set_style(["bmh", "seaborn-v0_8-tlak"])), "Figure, `set_style`"),
    (|f| done(f.set_style(Style { tick_pad: -1.0, ..Style::default() })), "Style, `tick_pad`"),
    (|f| done(f.set_style(hand(Sketch::new().scale(-1)))), "Style, `sketch.scale`"),
    (|f| done(f.set_style(hand(Sketch::new().length(0)))), "Style, `sketch.length`"),
    (|f| done(f.set_style(hand(Sketch::new().randomness(NAN)))), "Style, `sketch.randomness`"),
    (|f| done(f.set_style(hand(Sketch::new().halo(-1)))), "Style, `sketch.halo`"),
    (|f| done(f.set_style(Style { font_size: NAN, ..Style::default() })), "Style, `font_size`"),
    (
        |f| done(f.set_style(Style { grid_style: LineStyle::Dashes(vec![]), ..Style::default() })),
        "Style, `grid_style`",
    ),
    (|f| done(f.add(Text::new((0, 0), "x").size(-1))), "Text, `size`"),
    (|f| done(f.set_size(1e300, 1)), "Figure, `set_size`"),
    (|f| done(f.subplots(0, 1)), "Figure, `subplots`"),
    (|f| done(f.subplots(1, 1).width_ratios([1, 2])), "Subplots, `width_ratios`"),
    (|f| done(f.subplots(1, 1).height_ratios([0])), "Subplots, `height_ratios`"),
    (|f| done(f.subplots(1, 1).spacing(-1, 0)), "Subplots, `spacing`"),
    (|f| done(f.subplots(1, 1).margins(1, 1, 0, 0)), "Subplots, `margins`"),
    (|f| done(f.grid(2000, 1)), "Figure, `grid`"),
    (|f| done(f.grid(1, 1).width_ratios([1, 2])), "GridSpec, `width_ratios`"),
    (|f| done(f.grid(1, 1).height_ratios([0])), "GridSpec, `height_ratios`"),
    (|f| done(f.grid(1, 1).spacing(-1, 0)), "GridSpec, `spacing`"),
    (|f| done(f.grid(1, 1).margins(1, 1, 0, 0)), "GridSpec, `margins`"),
    (|f| done(f.grid(1, 1).span(1, 0)), "GridSpec, `span`"),
    (|f| done(f.grid(1, 1).nest(0, 0, 0, 1)), "GridSpec, `nest`"),
    (
        |f| {
            let axes = f.axes().handle();
            f.inset(axes, [0.0, 0.0, -1.0, 1.0]);
        },
        "Figure, `inset`",
    ),
    (
        |f| {
            let axes = f.axes().handle();
            f.inset(axes, [0.0, 0.0, 1.0, 1.0]).set_yrange(0.0..NAN);
        },
        "Axes, `set_yrange`",
    ),
    (
        |f| {
            let axes = f.axes().handle();
            f.twin_x(axes).set_ylim(NAN, 0);
        },
        "Axes, `set_ylim`",
    ),
    (
        |f| {
            let axes = f.axes().handle();
            f.twin_x(axes).set_xrange(NAN..0.0);
        },
        "Axes, `set_xrange`",
    ),
    (
        |f| {
            let mut axes = f.subplots(2, 1);
            axes.share_x();
            axes[1].set_xscale("lgo");
        },
        "Axes, `set_xscale`",
    ),
    (|f| done(f.axes().set_xlabel(Label::new("x").pad(NAN))), "Axes, `set_xlabel`"),
    (|f| done(f.axes().set_left_title(Label::new("x").pad(NAN))), "Axes, `set_left_title`"),
    (|f| done(f.axes().set_right_title(Label::new("x").weight("fat"))), "Axes, `weight`"),
    (
        |f| done(f.axes().set_tick_params(TickParams::new().label_font(Font::new().size(NAN)))),
        "TickParams, `label_size`",
    ),
    (
        |f| done(f.axes().set_legend(Legend::new().entry(Line::empty(), Label::new("x").size(-1)))),
        "Legend, `entry`",
    ),
    (|f| done(f.axes().add(Contour::empty().negative_style("~"))), "Contour, `negative_style`"),
];

#[test]
fn what_is_handed_on_is_refused_under_the_name_that_was_called() {
    let mut wrong = Vec::new();
    for (mistake, name) in HANDED {
        let mut fig = Figure::new();
        fig.set_size(200, 150);
        mistake(&mut fig);
        let said = Renderer::new(fig).err().map(|error| error.to_string());
        if !said.as_ref().is_some_and(|said| said.starts_with(&format!("{name}: "))) {
            wrong.push((*name, said));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_colorbar_of_a_frame_is_refused_under_its_own_name() {
    let mut fig = Figure::new();
    let contour = fig.axes().add(ContourFilled::new(0..2, 0..2, [[0, 1], [2, 3]]).levels(0..4));
    fig.add_colorbar(contour, Colorbar::new().tick_labels(["a", "b", "c", "d"]));
    let mut renderer = Renderer::new(fig).unwrap();
    renderer.frame(0);
    renderer.draw().unwrap();
    renderer.frame(1)[contour].set_levels(0..3);
    let said = renderer.draw().err().unwrap().to_string();
    assert_eq!(said, "Colorbar, `tick_labels`: 3 ticks and 4 labels");
}
