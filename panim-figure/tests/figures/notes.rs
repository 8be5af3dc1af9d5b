//! Arrows into other axes and marks of insets follow these in every frame, and outlines are as transparent as
//! what they are around.

use panim_figure::*;

/// Two axes, an inset in the second, and what connects them.
struct Connected {
    renderer: Renderer,
    axes: [Handle<Axes>; 3],
    line: Handle<Line>,
}

impl Connected {
    fn new(keeps: bool) -> Self {
        let mut fig = Figure::new();
        fig.set_size(500, 240);
        let [left, right] = fig.subplots(1, 2).array();
        let line = left.set_xlim(0, 1).set_ylim(0, 1).add(Line::new([0, 1], [0, 1]).width(3));
        right.set_xlim(0, 1).set_ylim(0, 1);
        let (left, right) = (left.handle(), right.handle());
        let inset = fig.inset(right, [0.5, 0.5, 0.45, 0.45]).set_xlim(0.1, 0.3).set_ylim(0.1, 0.2);
        let inset = inset.handle();
        fig[right].indicate_inset_zoom(inset);
        fig.add(Arrow::new(left.at((0.5, 0.5)), right.at((0.3, 0.3))).color(("C3", 0.5)).width(4));
        let note = Annotation::new("there", right.at((0.2, 0.8))).xytext((0.3, 0.9));
        fig[left].add(note.outline(("gold", 2)));
        fig[right].add(Arrow::new(inset.at((0.2, 0.15)), left.at(At::Axes(0.9, 0.1))));
        let mut renderer = Renderer::portable(fig).unwrap();
        renderer.cache_background(keeps);
        Self { renderer, axes: [left, right, inset], line }
    }

    /// Touches what the bits of `which` say.
    fn frame(&mut self, which: usize) -> Vec<u8> {
        let mut frame = self.renderer.frame(which);
        for (i, axes) in self.axes.iter().enumerate() {
            if which & (1 << i) != 0 {
                let by = 0.05 * (i + 1) as f64;
                let (x, y) = (frame[*axes].xlim(), frame[*axes].ylim());
                frame[*axes].set_xlim(x.0 - by, x.1 + by).set_ylim(y.0 - by, y.1);
            }
        }
        if which & 8 != 0 {
            frame[self.line].set_y([1, 0]);
        }
        self.renderer.draw().unwrap().to_vec()
    }
}

#[test]
fn what_follows_other_axes_is_the_same_with_kept_backgrounds() {
    let alone: Vec<_> = (0..16).map(|which| Connected::new(false).frame(which)).collect();
    let mut kept = Connected::new(true);
    for (i, which) in
        [0, 1, 0, 2, 4, 4, 8, 9, 1, 0, 12, 3, 5, 6, 7, 15, 14, 13, 11, 10].iter().enumerate()
    {
        assert!(kept.frame(*which) == alone[*which], "frame {i}, which touches {which:b}");
    }
}

#[test]
fn an_arrow_moves_with_the_axes_that_it_points_into() {
    let at = |limit: f64| {
        let mut fig = Figure::new();
        fig.set_size(400, 200);
        let [left, right] = fig.subplots(1, 2).array();
        let (left, right) = (left.handle(), right.handle());
        for axes in [left, right] {
            fig[axes].set_xlim(0, limit).set_ylim(0, 1).set_axis_off(true);
        }
        fig.add(Arrow::new(left.at((0.5, 0.5)), right.at((0.5, 0.5))).arrow_style("-"));
        let mut renderer = Renderer::portable(fig).unwrap();
        let mut frame = renderer.frame(0);
        frame[left].set_xlim(0, 1);
        frame[right].set_xlim(0, 1);
        renderer.draw().unwrap().to_vec()
    };
    assert!(at(1.0) == at(4.0));
}

#[test]
fn an_outline_and_what_is_in_it_are_transparent_together() {
    let picture = |alpha: f64| {
        let mut fig = Figure::new();
        fig.set_size(100, 100);
        let ax = fig.axes().set_xlim(0, 1).set_ylim(0, 1).set_axis_off(true);
        let line = Line::new([0, 1], [0.5, 0.5]).width(20).color("blue");
        ax.add(line.outline(("red", 10)).alpha(alpha));
        let picture = Renderer::portable(fig).unwrap().picture().unwrap();
        let row = |y: usize| {
            let at = 4 * (y * 100 + 50);
            [picture.rgba()[at], picture.rgba()[at + 1], picture.rgba()[at + 2]]
        };
        (row(50), row(34))
    };
    assert_eq!(picture(1.0), ([0, 0, 255], [255, 0, 0]));
    let (line, outline) = picture(0.5);
    for (got, wanted) in line.into_iter().chain(outline).zip([128, 128, 255, 255, 128, 128]) {
        assert!(got.abs_diff(wanted) <= 1, "{line:?}, {outline:?}");
    }
}
