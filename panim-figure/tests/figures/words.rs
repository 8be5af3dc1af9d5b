//! Arguments that matplotlib takes as words are taken as words, and a wrong word is told.

use panim_figure::*;

/// An artist is added for its own sake.
fn done<A>(_: Handle<A>) {}

fn picture(build: impl FnOnce(&mut Figure)) -> Picture {
    let mut fig = Figure::new();
    fig.set_size(320, 240);
    build(&mut fig);
    Renderer::portable(fig).unwrap().picture().unwrap()
}

/// Both look alike, and not as without the argument.
#[track_caller]
fn same(
    without: impl FnOnce(&mut Figure),
    word: impl FnOnce(&mut Figure),
    value: impl FnOnce(&mut Figure),
) {
    let word = picture(word);
    assert_eq!(word.rgba(), picture(value).rgba());
    assert_ne!(word.rgba(), picture(without).rgba());
}

/// The first form of the argument is none, the second its word, the third its value.
macro_rules! same {
    ($($add:expr => $set:ident: $word:expr, $value:expr;)*) => {$(
        same(
            |fig| done(fig.axes().add($add)),
            |fig| done(fig.axes().add($add.$set($word))),
            |fig| done(fig.axes().add($add.$set($value))),
        );
    )*};
}

macro_rules! same_axes {
    ($($set:ident: $word:expr, $value:expr;)*) => {$(
        same(
            |fig| done(fig.axes().add(Line::new([0, 1], [0, 1]))),
            |fig| done(fig.axes().$set($word).add(Line::new([0, 1], [0, 1]))),
            |fig| done(fig.axes().$set($value).add(Line::new([0, 1], [0, 1]))),
        );
    )*};
}

#[test]
fn words_say_what_values_say() {
    let line = || Line::new([0, 1, 2], [0, 1, 0]);
    let words = || Text::new(At::Axes(0.5, 0.5), "words");
    same! {
        line() => marker: "o", 'o';
        line() => marker: String::from("s"), 's';
        line() => steps: "mid", Steps::Mid;
        Scatter::new([0, 1], [0, 1]) => marker: "^", '^';
        words() => halign: "center", HAlign::Center;
        words() => valign: "top", VAlign::Top;
        words() => weight: "bold", Weight::BOLD;
        words() => weight: "light", 300;
        words() => family: "monospace", FontFamily::from_bytes(dejavu::sans_mono::regular());
        Text::new(At::Axes(0.5, 0.5), "two\nlines") => multialignment: "right", HAlign::Right;
        words().rotation(30) => rotation_mode: "anchor", RotationMode::Anchor;
        words() => style: "italic", FontStyle::Italic;
        Image::new([[0, 1], [2, 3]]) => origin: "lower", Origin::Lower;
        Image::new([[0, 1], [2, 3]]) => interpolation: "bilinear", Interpolation::Bilinear;
        Image::new([[1, 10], [100, 1000]]) => norm: "log", Norm::Log;
        Histogram::new([0, 1, 1, 2]) => style: "step", HistStyle::Step;
        Quiver::new([0, 1], [0, 1], [1, 1], [1, 1]) => pivot: "tip", Pivot::Tip;
        Violin::new([[0, 1, 1, 2]]) => bandwidth: "silverman", Bandwidth::Silverman;
        BoxPlot::new([[0, 1, 1, 9]]) => outlier_marker: "s", 's';
    }
    same_axes! {
        set_aspect: "equal", Aspect::Equal;
        set_aspect: 0.5, Aspect::Ratio(0.5);
        set_projection: "polar", Projection::Polar;
        set_title: Label::new("title").halign("left"), Label::new("title").halign(HAlign::Left);
    }
}

#[test]
fn boxes_beside_the_plot_take_words_too() {
    fn bar(colorbar: Colorbar) -> Picture {
        picture(|fig| {
            let ax = fig.axes();
            let image = ax.add(Image::new([[0, 1], [2, 3]]));
            ax.add_colorbar(image, colorbar);
        })
    }
    let plain = bar(Colorbar::new());
    for (word, value) in [
        (Colorbar::new().location("left"), Colorbar::new().location(Side::Left)),
        (Colorbar::new().orientation("horizontal"), Colorbar::new().location(Side::Bottom)),
        (Colorbar::new().extend("both"), Colorbar::new().extend(Extend::Both)),
    ] {
        let word = bar(word);
        assert_eq!(word.rgba(), bar(value).rgba());
        assert_ne!(word.rgba(), plain.rgba());
    }
    let legend = |legend: Legend| {
        picture(|fig| {
            let ax = fig.axes();
            ax.add(Line::new([0, 1], [0, 1]).label("line"));
            ax.set_legend(legend);
        })
    };
    let (word, value) = (Legend::new().loc("lower left"), Legend::new().loc(Loc::LowerLeft));
    assert_eq!(legend(word).rgba(), legend(value).rgba());
    let clock = |clock: Timestamp| picture(|fig| done(fig.axes().add(clock)));
    let (word, value) = (Timestamp::new("lower left"), Timestamp::new(Loc::LowerLeft));
    assert_eq!(clock(word).rgba(), clock(value).rgba());
}

#[test]
fn a_line_of_no_markers_is_a_line() {
    let line = |line: Line| picture(|fig| done(fig.axes().add(line)));
    let plain = line(Line::new([0, 1], [0, 1]));
    for none in ["none", "None", "", " "] {
        assert_eq!(line(Line::new([0, 1], [0, 1]).marker(none)).rgba(), plain.rgba());
    }
}

#[test]
fn a_loop_over_handles_reaches_their_artists() {
    let mut fig = Figure::new();
    let ax = fig.axes();
    let lines: Vec<_> = (0..3).map(|_| ax.add(Line::new([0, 1], [0, 1]))).collect();
    let axes = vec![ax.handle()];
    for line in &lines {
        fig[line].set_width(2.0);
    }
    let mut renderer = Renderer::portable(fig).unwrap();
    let mut frame = renderer.frame(0);
    for (i, line) in lines.iter().enumerate() {
        frame[line].set_y([i, i]);
    }
    for ax in &axes {
        frame[ax].set_xlim(0, 5);
    }
    assert_eq!(frame[&lines[2]].y(), [2.0, 2.0]);
    assert_eq!(frame[axes[0]].xlim(), (0.0, 5.0));
}

/// An offset says what the labels are counted from.
#[test]
fn ticks_without_labels_have_no_offset() {
    let picture = picture(|fig| {
        let ax = fig.axes();
        ax.set_xlim(1e9, 1e9 + 4.0).set_ylim(1e9, 1e9 + 4.0);
        ax.show_xticks(false, false).show_yticks(false, false);
    });
    // matplotlib's margins of 320x240 pixels
    let is_beside = |x: u32, y: u32| !(38..=290).contains(&x) || !(26..=215).contains(&y);
    for (x, y) in (0..240).flat_map(|y| (0..320).map(move |x| (x, y))) {
        assert!(!is_beside(x, y) || picture.pixel(x, y) == [255; 4], "({x}, {y})");
    }
}
