//! Words around the axes: they stay on the page and off each other, also when ticks get wider.

use super::*;
use crate::Frame;

#[test]
fn labels_stay_on_the_page_when_ticks_get_wider() {
    let wide = |ax: &mut Axes| {
        ax.set_ylim(-1.234_567e8, 1.234_567e8).set_yformat(|v| format!("{v:.4} per second"));
        ax.set_xformat(|v| format!("{v:.9}"));
        ax.set_title(LONG);
    };
    for far in [false, true] {
        let mut fig = Figure::new();
        fig.tight_layout();
        let ax = fig.axes().set_xlabel("x").set_ylabel("the y label").set_title("title");
        let dots = ax.add(Scatter::new([0, 1], [0, 1]).values([0.0, 1.0]));
        ax.colorbar(dots);
        (ax.state.y.far, ax.state.x.far) = (far, far);
        let ax = ax.handle();
        let mut renderer = Renderer::portable(fig).unwrap();
        assert_on_page("setup", &renderer);
        let page = page(&renderer);
        let mut frame = renderer.frame(7);
        wide(&mut frame[ax]);
        frame[dots].set_vmax(1e-5 + 1e-12).set_vmin(1e-5);
        renderer.figure.follow().unwrap();
        let words = renderer.moved_words();
        assert!(words.len() > 10);
        for word in words.iter().filter(|word| word.width() < page.width()) {
            assert!(is_on(page, *word), "far: {far}, {word:?}");
        }
    }
}

/// Labels of the whole figure lie on no axes, however large they are.
#[test]
fn axes_make_room_for_the_labels_of_the_figure() {
    for size in [4.0, 12.0, 30.0] {
        let label = || Label::new("of the\nfigure").size(size);
        let mut fig = Figure::new();
        fig.set_title(label());
        fig.set_xlabel(label());
        fig.set_ylabel(label());
        let mut axes = fig.subplots(2, 2);
        for ax in &mut axes {
            fill(ax);
        }
        let mut renderer = Renderer::portable(fig).unwrap();
        assert_clear("labels of the figure", &renderer);
        let (whole, free) = (page(&renderer), renderer.free_page());
        assert!(free.x0 > 9.0 + size && free.y0 > 9.0 + size, "{free:?}");
        assert!(whole.y1 - free.y1 > 4.0 + size && whole.x1 == free.x1, "{free:?}");
        for (frame, decorations) in renderer.placed().filter(|(frame, _)| *frame != whole) {
            let all = decorations.words.iter().fold(frame, |all, word| all.union(*word));
            assert!(is_on(free, all), "{size}: {all:?} is not on {free:?}");
        }
    }
}

#[test]
fn labels_of_discs_and_of_boxes_in_space_stay_on_the_page() {
    for projection in [Projection::Polar, Projection::ThreeD] {
        let mut fig = Figure::new();
        fig.tight_layout();
        let ax = fig.axes().set_projection(projection).set_title("title").set_xlabel("x");
        ax.set_ylabel("y");
        if projection == Projection::ThreeD {
            ax.set_zlabel("z");
        }
        let ax = ax.handle();
        let mut renderer = Renderer::portable(fig).unwrap();
        let page = page(&renderer);
        let mut frame = renderer.frame(3);
        let ax = &mut frame[ax];
        ax.set_xformat(|v| format!("{v:.20}")).set_yformat(|v| format!("{v:.20}"));
        ax.set_zformat(|v| format!("{v:.20}")).set_title(LONG);
        for word in renderer.moved_words() {
            let fits = word.width() < page.width() && word.height() < page.height();
            assert!(!fits || is_on(page, word), "{projection:?}: {word:?}");
        }
    }
}

#[test]
fn of_words_longer_than_the_page_the_beginning_is_seen() {
    let mut fig = Figure::new();
    fig.set_size(200, 150);
    fig.axes().set_title(LONG).set_ylabel(LONG);
    let renderer = Renderer::portable(fig).unwrap();
    let words = renderer.placed().next().unwrap().1.words.clone();
    assert!(words.iter().any(|word| word.width() > 200.0 && word.x0 == 0.0));
    assert!(words.iter().any(|word| word.height() > 150.0 && word.y1 == 150.0));
}

#[test]
fn a_title_is_clear_of_the_offsets_of_twins() {
    let mut fig = Figure::new();
    let ax =
        fig.axes().set_title("A title that is as wide as the box that stands under it, and wider");
    ax.add(Line::new([0.0, 1.0], [0.0, 2e-7]));
    let axes = ax.handle();
    fig.twin_x(axes).add(Line::new([0.0, 1.0], [0.0, 1e6]));
    let renderer = Renderer::portable(fig).unwrap();
    let words: Vec<Rect> =
        renderer.placed().flat_map(|(_, decorations)| decorations.words.clone()).collect();
    for (i, word) in words.iter().enumerate() {
        let over = words[i + 1..].iter().find(|other| !other.intersect(*word).is_zero_area());
        assert_eq!(over, None, "on {word:?}");
    }
}

/// Figures whose labels have the least room that layouts leave, and the axes that a frame changes.
/// What has other values from frame to frame.
#[derive(Clone, Copy)]
enum Moving {
    Limits(Handle<Axes>),
    /// With them the colorbar.
    Colors(Handle<Image>),
}

impl Moving {
    fn set(self, frame: &mut Frame<'_>, low: f64, high: f64) {
        match self {
            Self::Limits(ax) => drop(frame[ax].set_ylim(low, high)),
            Self::Colors(image) => drop(frame[image].set_vmin(low).set_vmax(high)),
        }
    }
}

fn cramped() -> Vec<(&'static str, Figure, Vec<Moving>)> {
    let single = |tight: bool, far: bool| {
        let mut fig = Figure::new();
        if tight {
            fig.tight_layout();
        }
        let ax = fig.axes().set_xlabel("the x label").set_ylabel("the y label").set_title("title");
        ax.state.y.far = far;
        let ax = ax.handle();
        (fig, ax)
    };
    let panels = |which: usize| {
        let mut fig = Figure::new();
        fig.tight_layout();
        let mut axes = fig.subplots(1, 2);
        for ax in &mut axes {
            ax.set_ylabel("the y label").set_title("title");
        }
        let ax = axes[which].handle();
        (fig, ax)
    };
    let twin = || {
        let (mut fig, ax) = single(true, false);
        let twin = fig.twin_x(ax).set_ylabel("the other label").handle();
        (fig, twin)
    };
    let bar = |fig: &mut Figure, ax: Handle<Axes>| {
        let image = fig[ax].add(Image::new([[0.0, 1.0]]));
        fig.add_colorbar(image, Colorbar::new().label("the values"));
        fig[ax].set_ylim(0, 1).set_aspect(Aspect::Auto);
        Moving::Colors(image)
    };
    let with_bar = |of_bar: bool| {
        let (mut fig, ax) = single(true, false);
        let bar = bar(&mut fig, ax);
        (fig, vec![if of_bar { bar } else { Moving::Limits(ax) }])
    };
    let all = || {
        let (mut fig, left) = panels(0);
        let bar = bar(&mut fig, left);
        let right = fig.axes[1].handle();
        (fig, vec![Moving::Limits(left), Moving::Limits(right), bar])
    };
    let one = |(fig, ax): (Figure, Handle<Axes>)| (fig, vec![Moving::Limits(ax)]);
    let named = [
        ("default", one(single(false, false))),
        ("tight", one(single(true, false))),
        ("at the right", one(single(true, true))),
        ("left panel", one(panels(0))),
        ("right panel", one(panels(1))),
        ("twin", one(twin())),
        ("beside a colorbar", with_bar(false)),
        ("colorbar", with_bar(true)),
        ("all", all()),
    ];
    named.into_iter().map(|(name, (fig, moving))| (name, fig, moving)).collect()
}

#[test]
fn axis_labels_keep_off_tick_labels_that_get_wider() {
    for (name, fig, moving) in cramped() {
        let mut renderer = Renderer::portable(fig).unwrap();
        renderer.frame(0);
        renderer.draw().unwrap();
        let count =
            renderer.placed().map(|(_, decorations)| decorations.words.len()).sum::<usize>();
        for step in 0..60 {
            let high = 10_f64.powf(0.2 * step as f64);
            for low in [0.0, -high] {
                let mut frame = renderer.frame(step + 1);
                moving.iter().for_each(|one| one.set(&mut frame, low, high));
                let page = page(&renderer);
                let words: Vec<Vec<Rect>> = renderer.words();
                for (i, word) in words.concat().into_iter().enumerate() {
                    assert!(is_on(page, word), "{name}, {low} to {high}: {word:?} leaves the page");
                    let lies = words.concat().into_iter().skip(i + 1).find(|other| {
                        let common = other.intersect(word);
                        common.width() > 0.5 && common.height() > 0.5
                    });
                    assert!(lies.is_none(), "{name}, {low} to {high}: {word:?} lies on {lies:?}");
                }
                // all labels are there: as many words as in setup, but for ticks and what they share
                assert!(words.concat().len() + 9 > count, "{name}");
                renderer.draw().unwrap();
                let warnings = renderer.take_warnings();
                assert!(warnings.is_empty(), "{name}, {low} to {high}: {warnings:?}");
            }
        }
    }
}

#[test]
fn tick_labels_that_leave_no_room_are_seen_rather_than_the_axis_label() {
    for (digits, are_both) in [(1, true), (12, false)] {
        let mut fig = Figure::new();
        fig.tight_layout();
        let ax = fig.axes().set_ylabel("the y label").handle();
        let mut renderer = Renderer::portable(fig).unwrap();
        let before = renderer.words().concat().len();
        renderer.frame(0)[ax].set_yformat(crate::Format::digits(digits));
        let words = renderer.words().concat();
        assert_eq!(words.len() == before, are_both, "{digits}");
        renderer.draw().unwrap();
        let warnings = renderer.take_warnings();
        assert_eq!(warnings.is_empty(), are_both, "{warnings:?}");
        if let [warning] = &*warnings {
            assert!(warning.to_string().starts_with("Axes, `set_ylabel`: left out"), "{warning}");
        }
        renderer.frame(1)[ax].set_yformat(crate::Format::digits(digits));
        renderer.draw().unwrap();
        assert!(renderer.take_warnings().is_empty());
    }
}
