use super::*;
use crate::{Figure, artist::Common};
use std::sync::{Arc, Mutex};

/// What a table finds on the page of a figure of 640x480 pixels: the size of its words, and its lines by the axes'
/// size.
type LaidTable = (f64, Vec<f64>, Vec<f64>);

/// An artist that asks a table where its lines are.
#[derive(Clone)]
struct Probe(Table, Arc<Mutex<Option<LaidTable>>>, Common);

impl crate::artist::Artist for Probe {
    fn name(&self) -> &'static str {
        "Probe"
    }

    fn common(&self) -> &Common {
        &self.2
    }

    fn extent(&self) -> Extent {
        Extent::default()
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let grid = self.0.grid(pen);
        let (head, frame) = (usize::from(self.0.has_col_labels()), pen.frame);
        let (columns, rows) = self.0.shape();
        let across = |x: f64| (x - frame.x0) / frame.width();
        let up = |y: f64| (frame.y1 - y) / frame.height();
        let mut lines = Vec::new();
        if self.0.has_row_labels() {
            lines.push(across(grid.row_label(0).x0));
        }
        lines.extend((0..columns).map(|column| across(grid.cell(column, 0).x0)));
        lines.push(across(grid.cell(columns - 1, 0).x1));
        let lows = (0..rows + head).map(|row| up(grid.cell(0, row).y1)).collect();
        *self.1.lock().expect("no panic") = Some((grid.size, lines, lows));
    }
}

fn found(table: Table) -> LaidTable {
    let (mut fig, found) = (Figure::new(), Arc::default());
    fig.set_size(640, 480);
    fig.axes().add(Probe(table, Arc::clone(&found), Common::default()));
    let mut renderer = crate::Renderer::new(fig).expect("a figure");
    renderer.draw().expect("a picture");
    let found = found.lock().expect("no panic").take();
    found.expect("it was drawn")
}

/// `Table.get_celld()` of matplotlib 3.11.2 after `fig.canvas.draw()`, twice, of a figure with one axes.
#[test]
fn cells_stand_where_matplotlib_has_them() {
    let table = || Table::new([["66386", "174296"], ["58230", "381139"]]);
    let labelled = || table().row_labels(["a hundred", "fifty"]);
    let small = |loc: &str| table().loc(loc).col_widths([0.1, 0.1]);
    let long = ["a column with a long name, and more of it", "Wind"];
    let near = |got: &[f64], wanted: &[f64], spare: f64| {
        assert_eq!(got.len(), wanted.len());
        let all = got.iter().zip(wanted).all(|(got, wanted)| (got - wanted).abs() < spare);
        assert!(all, "{got:?} for {wanted:?}");
    };
    let check = |table: Table, size: f64, columns: &[f64], lows: &[f64]| {
        let (got_size, got_columns, got_lows) = found(table);
        assert_eq!(got_size, size, "{columns:?}");
        // the labels' column is as wide as letters, which are hinted there
        near(&got_columns, columns, 0.006);
        near(&got_lows, lows, 0.002);
    };
    check(
        labelled().col_labels(long),
        6.0,
        &[-0.0987, 0.0, 0.5, 1.0],
        &[-0.0451, -0.0902, -0.1353],
    );
    let boxed = labelled().bbox([0.2, 0.3, 0.6, 0.4]).col_widths([0.1, 0.2]);
    check(boxed, 9.0, &[0.0434, 0.2, 0.4, 0.8], &[0.5, 0.3]);
    check(small("upper left"), 7.0, &[0.02, 0.12, 0.22], &[0.9349, 0.8898]);
    check(small("right"), 7.0, &[1.0, 1.1, 1.2], &[0.5, 0.4549]);
    check(small("top left"), 7.0, &[-0.2, -0.1, 0.0], &[1.0451, 1.0]);
    check(small("lower center"), 7.0, &[0.4, 0.5, 0.6], &[0.0651, 0.02]);
}

#[test]
fn words_that_have_a_size_of_their_own_keep_it() {
    let words = "a word that is longer than its column";
    let table = |words: Label| Table::new([[words, Label::new("b")]]).col_widths([0.1, 0.1]);
    assert_eq!(found(table(words.into())).0, 1.0);
    assert_eq!(found(table(Label::new(words).size(20))).0, 10.0);
    assert_eq!(found(table(words.into()).auto_font_size(false).size(14)).0, 14.0);
}

#[test]
fn sides_are_closed_where_all_are_drawn() {
    let area = Rect::new(0.0, 0.0, 4.0, 2.0);
    assert_eq!(CellSides::CLOSED.around(area).to_svg(), "M0,2 L4,2 L4,0 L0,0 Z");
    let two = CellSides::HORIZONTAL.around(area).to_svg();
    assert_eq!(two, "M0,2 L4,2 M4,0 L0,0 M0,2");
    let table = Table::new([["a"]]).edges("TL");
    assert_eq!(table.edges, CellSides { top: true, left: true, ..CellSides::OPEN });
}

#[test]
fn new_words_keep_the_looks_of_a_cell() {
    let mut table = Table::new([[Label::new("a").bold(), "b".into()]]);
    table.set_cells([["c", "d"], ["e", "f"]]).set_cell(0, 1, Label::new("g").size(3));
    assert_eq!(table.cells[0], [Label::new("c").bold(), Label::new("g").size(3)]);
    assert_eq!(table.cells[1], [Label::new("e"), Label::new("f")]);
}

#[test]
fn what_does_not_fit_a_table_is_refused() {
    let message = |table: Table| table.check().expect_err("refused").to_string();
    let table = || Table::new([["a", "b"], ["c", "d"]]);
    assert!(table().check().is_ok() && Table::empty().check().is_ok());
    let ragged = message(Table::new([vec!["a", "b"], vec!["c"]]));
    assert_eq!(ragged, "Table, `cells`: row 1 has 1 cells where the first has 2");
    let labels = message(table().row_labels(["x"]));
    assert_eq!(labels, "Table, `row_labels`: has 1 labels where there are 2 rows; one for each");
    assert!(message(table().col_colors(["r"])).starts_with("Table, `col_colors`: has 1 colors"));
    assert!(message(table().cell_colors([["r", "g"]])).contains("`cell_colors`: has 1 rows"));
    assert!(message(table().col_widths([0.1, 0.0])).contains("`col_widths`: 0 is not a fraction"));
    let unnamed = |table: &Table| table.common.check("Table").expect_err("refused").to_string();
    let mut beyond = table();
    beyond.set_cell(2, 0, "x");
    assert!(unnamed(&beyond).starts_with("Table, `cell`: there is no cell (2, 0) in a table of 2"));
    let mut beyond = table();
    beyond.set_cell_color(0, 2, "r");
    assert!(unnamed(&beyond).starts_with("Table, `cell_color`: there is no cell (0, 2)"));
}
