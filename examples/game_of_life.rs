//! A state that goes on from frame to frame: Conway's game of life. Frames are drawn in any order, on
//! all cores; generations follow one another, and each frame gets a copy of its own.

use panim::prelude::*;

const WIDTH: usize = 84;
const HEIGHT: usize = 54;

/// Gosper's gun, which fires a glider every 30 generations.
const GUN: [&str; 9] = [
    "........................O...........",
    "......................O.O...........",
    "............OO......OO............OO",
    "...........O...O....OO............OO",
    "OO........O.....O...OO..............",
    "OO........O...O.OO....O.O...........",
    "..........O.....O.......O...........",
    "...........O...O....................",
    "............OO......................",
];

#[animation]
#[derive(Default)]
struct Life {
    axes: Handle<Axes>,
    image: Handle<Image>,
}

impl Life {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(640, 460);
        let ax = fig.axes();
        ax.set_axis_off(true);
        let image = Image::new([[false; WIDTH]; HEIGHT]).vmin(0).vmax(1).cmap("Greys");
        self.image = ax.add(image);
        self.axes = ax.handle();
    }

    #[update]
    fn update(&self, frame: &mut Frame, #[index] generation: usize, cells: &[Vec<bool>]) {
        let living = cells.iter().flatten().filter(|alive| **alive).count();
        frame[self.image].set_data(cells);
        frame[self.axes].set_title(format!("Generation {generation}: {living} cells"));
    }
}

/// The first generation: the gun in a corner, and an eater that stops what it fires.
fn gun() -> Vec<Vec<bool>> {
    let mut cells = vec![vec![false; WIDTH]; HEIGHT];
    for (y, row) in GUN.iter().enumerate() {
        for (x, cell) in row.chars().enumerate() {
            cells[y + 3][x + 3] = cell == 'O';
        }
    }
    for (x, y) in [(0, 0), (1, 0), (0, 1), (1, 2), (2, 2), (3, 2), (3, 3)] {
        cells[y + 45][x + 64] = true;
    }
    cells
}

/// The next one. What leaves on one side comes back on the other.
fn step(cells: &mut Vec<Vec<bool>>) {
    let before = std::mem::take(cells);
    let alive = |x: usize, y: usize| before[y % HEIGHT][x % WIDTH];
    let around = |x: usize, y: usize| {
        let (left, up) = (x + WIDTH - 1, y + HEIGHT - 1);
        let all = (0..9).filter(|i| alive(left + i % 3, up + i / 3)).count();
        all - usize::from(alive(x, y))
    };
    let next = |x: usize, y: usize| matches!((alive(x, y), around(x, y)), (true, 2) | (_, 3));
    *cells = (0..HEIGHT).map(|y| (0..WIDTH).map(|x| next(x, y)).collect()).collect();
}

fn main() -> panim::Result<()> {
    Life::render("game_of_life.mp4").fps(15).simulate(300, gun(), step).main()
}
