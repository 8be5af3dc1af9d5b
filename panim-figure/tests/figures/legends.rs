//! What legends name, and that they follow it in every frame.

use panim_figure::*;

fn picture(build: impl Fn(&mut Axes)) -> Vec<u8> {
    let mut fig = Figure::new();
    fig.set_size(300, 200);
    build(fig.axes().set_xlim(0, 1).set_ylim(0, 1));
    Renderer::portable(fig).unwrap().picture().unwrap().rgba().to_vec()
}

fn line() -> Line {
    Line::new([0, 1], [0, 1])
}

#[test]
fn labels_that_begin_with_an_underscore_are_hidden() {
    let named = |second: &'static str| {
        picture(move |ax| {
            ax.add(line().label("one"));
            ax.add(line().label(second));
            ax.legend();
        })
    };
    assert_eq!(named("_two"), named(""));
    assert_ne!(named("two"), named(""));
}

#[test]
fn an_entry_of_an_artist_is_that_of_its_label() {
    let own = picture(|ax| {
        let shown = ax.add(line().label("one").color("C2"));
        ax.add(line().label("two").color("C3"));
        ax.set_legend(Legend::new().loc("lower right").entry(shown, ""));
    });
    let labelled = picture(|ax| {
        ax.add(line().label("one").color("C2"));
        ax.add(line().color("C3"));
        ax.set_legend(Legend::new().loc("lower right"));
    });
    assert_eq!(own, labelled);
}

#[test]
fn entries_are_shown_in_their_order_and_the_other_way_around() {
    let colors = ["C0", "C1", "C2"];
    let legend = |reverse: bool, colors: [&'static str; 3]| {
        picture(move |ax| {
            let keys = colors.map(|color| (line().color(color), color));
            ax.set_legend(Legend::new().loc("center").entries(keys).reverse(reverse));
        })
    };
    let [a, b, c] = colors;
    assert_eq!(legend(true, colors), legend(false, [c, b, a]));
    assert_ne!(legend(true, colors), legend(false, colors));
}

#[test]
fn a_key_follows_an_artist_of_another_axes_that_has_no_label() {
    let draw = |keeps: bool| {
        let mut fig = Figure::new();
        fig.set_size(400, 200);
        let [left, right] = fig.subplots(1, 2).array();
        let moving = left.add(line());
        right.set_legend(Legend::new().loc("outside upper center").entry(moving, "left"));
        let mut renderer = Renderer::portable(fig).unwrap();
        renderer.cache_background(keeps);
        let colors = ["C0", "C3", "C3", "C0"];
        colors.map(|color| {
            renderer.frame(0)[moving].set_color(color).set_width(4);
            renderer.draw().unwrap().to_vec()
        })
    };
    let kept = draw(true);
    assert!(kept == draw(false));
    assert!(kept[0] != kept[1] && kept[0] == kept[3]);
}

#[test]
fn two_that_are_best_do_not_stand_on_each_other() {
    let both = picture(|ax| {
        let note = |color: &'static str| Legend::new().entry((), "note").face_color(color);
        ax.set_legend(note("red").frame_alpha(1)).add_legend(note("blue").frame_alpha(1));
    });
    let count = |color: [u8; 3]| both.chunks_exact(4).filter(|p| p[..3] == color).count();
    let (red, blue) = (count([255, 0, 0]), count([0, 0, 255]));
    assert!(red > 500 && blue > 500, "{red} and {blue} pixels");
}

fn said(fig: Figure) -> String {
    let mut renderer = Renderer::portable(fig).unwrap();
    renderer.picture().unwrap();
    let said: Vec<String> = renderer.take_warnings().iter().map(ToString::to_string).collect();
    said.join("; ")
}

#[test]
fn one_that_names_nothing_is_told() {
    let of = |label: &str| {
        let mut fig = Figure::new();
        fig.axes().legend().add(line().label(label));
        said(fig)
    };
    assert!(of("").starts_with("Axes, `legend`: no artist has a label"), "{}", of(""));
    assert!(of("_hidden").starts_with("Axes, `legend`: no artist has a label"));
    assert_eq!(of("line"), "");
    let mut fig = Figure::new();
    fig.axes().add(line());
    fig.set_legend(Legend::new());
    assert!(said(fig).starts_with("Figure, `set_legend`: no artist has a label"));
}

#[test]
fn one_outside_without_room_is_told() {
    let of = |rows: usize, loc: &'static str| {
        let mut fig = Figure::new();
        fig.set_size(400, 200);
        for ax in fig.subplots(rows, 3).iter_mut() {
            ax.add(line().label("a line of many words"));
            ax.set_legend(Legend::new().loc(loc));
        }
        said(fig)
    };
    for loc in ["outside right", "outside left", "outside upper center"] {
        let said = of(4, loc);
        assert!(said.starts_with("Legend, `loc`: there is too little room"), "{loc}: {said}");
    }
    let mut fig = Figure::new();
    fig.axes().set_legend(Legend::new().loc("outside right")).add(line().label("line"));
    assert_eq!(said(fig), "");
}

#[test]
fn one_of_the_figure_that_crushes_the_axes_is_told() {
    let of = |width: u32, columns: usize| {
        let mut fig = Figure::new();
        fig.set_size(width, 300);
        for ax in fig.subplots(1, 2).iter_mut() {
            for k in 0..4 {
                ax.add(line().label(format!("a long name of a series {k}")));
            }
        }
        fig.set_legend(Legend::new().loc("outside right upper").columns(columns));
        said(fig)
    };
    let wanted = "Figure, `set_legend`: it leaves the axes hardly any room";
    assert!(of(500, 2).starts_with(wanted), "{}", of(500, 2));
    assert_eq!(of(1000, 1), "");
}

#[test]
fn one_above_makes_way_for_a_title_that_comes_later() {
    let scene = |title: &str, top: f64| {
        let mut fig = Figure::new();
        fig.set_size(300, 240);
        fig.grid(1, 1).margins(0.15, 0.05, top, 0.15);
        let ax = fig.axes().set_title(title);
        ax.add(line().label("line"));
        let ax = ax.set_legend(Legend::new().loc("outside upper center")).handle();
        (Renderer::portable(fig).unwrap(), ax)
    };
    let (mut early, _) = scene("title", 0.4);
    let (mut late, ax) = scene("", 0.4);
    late.frame(0)[ax].set_title("title");
    assert!(late.picture().unwrap() == early.picture().unwrap());
    assert!(late.take_warnings().is_empty());
    let (mut tight, ax) = scene("", 0.0);
    tight.frame(0)[ax].set_title("title\nof\nfour\nlines");
    tight.draw().unwrap();
    let said = tight.take_warnings();
    assert!(said.iter().any(|said| said.to_string().contains("too little room")), "{said:?}");
}
