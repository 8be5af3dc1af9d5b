//! Figures of any kind, from a seed.

use super::*;
use crate::Handle;

/// splitmix64
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// What stands along the boxes.
#[derive(Clone, Copy)]
struct RandomWords {
    horizontal: &'static str,
    vertical: &'static str,
}

const SHORT: RandomWords = RandomWords { horizontal: "Ag", vertical: "Ag" };

fn build(seed: u64, words: RandomWords) -> Figure {
    let mut dice = Dice(seed);
    let mut fig = Figure::new();
    let (rows, columns) = (1 + dice.below(3), 1 + dice.below(3));
    fig.set_size(450 * columns as u32, 380 * rows as u32);
    if dice.one_in(3) {
        fig.tight_layout();
    }
    let mut grid = fig.grid(rows, columns);
    if dice.one_in(3) {
        grid.width_ratios((0..columns).map(|i| 1.0 + 0.3 * i as f64));
    }
    if dice.one_in(4) {
        grid.margins(0.0, 0.0, 0.0, 0.0);
    }
    let mut all: Vec<Handle<Axes>> = Vec::new();
    let mut dots: Vec<Handle<Scatter>> = Vec::new();
    for row in 0..rows {
        let mut column = 0;
        while column < columns {
            let width = if dice.one_in(4) { columns - column } else { 1 };
            if dice.one_in(8) && width == 1 {
                let mut inner = grid.nest(row, column, 1, 1);
                let (ax, dot) = dress(inner.span(0, 0), &mut dice, words);
                all.push(ax);
                dots.push(dot);
            } else if !dice.one_in(8) {
                let ax = grid.span(row, column..column + width);
                let (ax, dot) = dress(ax, &mut dice, words);
                all.push(ax);
                dots.push(dot);
            }
            column += width;
        }
    }
    for (ax, dot) in all.iter().zip(&dots) {
        if dice.one_in(5) && fig[*ax].state.projection == Projection::Rectilinear {
            let twin = fig.twin_x(*ax).set_ylabel(words.vertical).set_yticks([10.0, 1000.0]);
            twin.add(Line::new([0, 1], [10, 1000]));
        }
        if dice.one_in(3) {
            let side = [Side::Left, Side::Right, Side::Top, Side::Bottom][dice.below(4)];
            let word = if side.is_vertical() { words.vertical } else { words.horizontal };
            let bar = Colorbar::new().location(side).ticks([0.0, 50.0, 100.0]);
            fig.add_colorbar(*dot, bar.label(word));
        }
    }
    if dice.one_in(4) && !all.is_empty() {
        let bar = Colorbar::new().ax(all).ticks([0.0, 50.0, 100.0]).shrink(0.8);
        fig.add_colorbar(dots[0], bar.label(words.vertical));
    }
    fig
}

/// Ticks are given, so that they are the same in a box of another size.
fn dress(ax: &mut Axes, dice: &mut Dice, words: RandomWords) -> (Handle<Axes>, Handle<Scatter>) {
    if !dice.one_in(4) {
        ax.set_title(words.horizontal);
    }
    if !dice.one_in(4) {
        ax.set_xlabel(words.horizontal);
    }
    if !dice.one_in(4) {
        ax.set_ylabel(words.vertical);
    }
    ax.set_ylim(0.0, 1.0);
    ax.set_xticks([0.0, 0.5, 1.0]).set_yticks([0.0, 0.5, 1.0]);
    if dice.one_in(3) {
        ax.set_yticklabels(["a", "long words", "c"]);
    }
    let kind = dice.below(9);
    if kind != 2 {
        ax.set_xlim(0.0, 1.0);
    }
    match kind {
        0 => drop(ax.set_aspect(Aspect::Equal)),
        1 => drop(ax.set_axis_off(true)),
        2 => drop(ax.set_projection(Projection::Polar)),
        _ => {}
    }
    let dots = ax.add(Scatter::new([0.0, 1.0], [0.0, 1.0]).values([0.0, 100.0]));
    (ax.handle(), dots)
}

const SEEDS: u64 = 50;

#[test]
fn boxes_are_in_line_and_nothing_lies_on_anything() {
    for seed in 0..SEEDS {
        let renderer = Renderer::portable(build(seed, SHORT)).unwrap();
        assert_in_line(&renderer);
        assert_clear(&format!("seed {seed}"), &renderer);
    }
}

#[test]
fn words_move_no_box_along_their_line() {
    let ends = |words, seed, across: bool| -> Vec<(f64, f64)> {
        let frames = frames(build(seed, words)).into_iter();
        frames.map(|f| if across { (f.x0, f.x1) } else { (f.y0, f.y1) }).collect()
    };
    for seed in 0..SEEDS {
        for words in [
            RandomWords { horizontal: LONG, ..SHORT },
            RandomWords { vertical: LONG, ..SHORT },
            RandomWords { horizontal: LONG, vertical: LONG },
        ] {
            for across in [true, false] {
                assert_eq!(ends(words, seed, across), ends(SHORT, seed, across), "seed {seed}");
            }
            let renderer = Renderer::portable(build(seed, words)).unwrap();
            assert_on_page(&format!("seed {seed}"), &renderer);
        }
    }
}
