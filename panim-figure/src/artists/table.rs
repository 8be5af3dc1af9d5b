//! Words in rows and columns.

mod edges;
mod grid;
mod loc;
#[cfg(test)]
mod tests;

use crate::{
    Color, FigureError, Font, HAlign, Label, Number,
    artist::{AxesKind, Draw},
    base::{
        check::{INSET, TABLE_CELLS, TABLE_PART, checked_size},
        data::{Column, Data},
        extent::Extent,
        properties::properties,
        word::OneOf,
    },
    color::{ColorList, ColorSpec, IntoColor, checked_color},
    parts::common::{Common, common_properties, draw_common},
    pen::Pen,
    text::lettering::{Lettering, font_properties},
};
pub use edges::CellSides;
use grid::TableGrid;
pub use loc::TableLoc;
use vello_cpu::kurbo::{Cap, Join, Rect, Shape, Stroke};

/// Words in rows and columns, below an axes, in it or beside it.
///
/// ```
/// # use panim_figure::*;
/// # let mut fig = Figure::new();
/// # fig.set_size(400, 300);
/// let mut axes = fig.subplots(2, 1);
/// axes.margins(0.2, 0.06, 0.1, 0.1);
/// axes[0].add(Bars::new([0.5, 1.5, 2.5], [66, 174, 75]));
/// axes[0].set_xlim(0, 3).set_xlocator(Locator::none()).set_ylabel("loss");
/// let table = Table::new([["66", "174", "75"], ["+3", "-12", "+8"]])
///     .col_labels(["freeze", "wind", "flood"])
///     .row_labels(["loss", "change"])
///     .row_colors(["C0", "C1"])
///     .cell_loc("center");
/// let table = axes[1].set_axis_off(true).add(table.loc("upper center"));
/// // in #[update]: frame[table].set_cell(0, 1, format!("{wind}"));
/// # fig[table].set_cell_color(1, 1, "mistyrose");
/// # mod docs { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/check.rs")); }
/// # docs::check("table", fig);
/// ```
#[doc = include_str!("../../docs/table.md")]
///
/// Rows and columns are counted from 0, without the labels. The words are made smaller until the widest of them has
/// room in its column, as matplotlib does; the column of row labels is as wide as these need. Rows are as high
/// as [`row_height`](Table::row_height) says, whatever stands in them.
///
/// How a cell's words look is as the table says, or their [`Label`]: `Label::new("7").bold().color("C3")`, and its
/// `halign` is that cell's alignment.
#[doc = include_str!("../../docs/properties.md")]
#[doc(alias("table", "add_table"))]
#[derive(Debug, Clone)]
pub struct Table {
    cells: Vec<Vec<Label>>,
    /// None, or one for each cell.
    cell_colors: Vec<Vec<Option<ColorSpec>>>,
    row_labels: Vec<Label>,
    row_colors: Vec<ColorSpec>,
    col_labels: Vec<Label>,
    col_colors: Vec<ColorSpec>,
    /// None, or one for each column.
    col_widths: Column,
    row_height: f64,
    cell_loc: HAlign,
    row_loc: HAlign,
    col_loc: HAlign,
    loc: TableLoc,
    bbox: Option<[f64; 4]>,
    edges: CellSides,
    edge_color: Option<ColorSpec>,
    edge_width: f64,
    auto_font_size: bool,
    lettering: Lettering,
    moving: bool,
    common: Common,
}

impl Table {
    /// A row of words for each item: `[["1", "2"], ["3", "4"]]`, or rows of [`Label`]s.
    pub fn new<R>(cells: impl IntoIterator<Item = R>) -> Self
    where
        R: IntoIterator<Item: Into<Label>>,
    {
        let mut table = Self {
            cells: Vec::new(),
            cell_colors: Vec::new(),
            row_labels: Vec::new(),
            row_colors: Vec::new(),
            col_labels: Vec::new(),
            col_colors: Vec::new(),
            col_widths: Column::default(),
            row_height: ROW_HEIGHT,
            cell_loc: HAlign::Right,
            row_loc: HAlign::Left,
            col_loc: HAlign::Center,
            loc: TableLoc::default(),
            bbox: None,
            edges: CellSides::CLOSED,
            edge_color: None,
            edge_width: 1.0,
            auto_font_size: true,
            lettering: Lettering::default(),
            moving: false,
            common: Common::default(),
        };
        table.set_cells(cells);
        table
    }

    /// A table without cells.
    pub fn empty() -> Self {
        Self::new(Vec::<Vec<Label>>::new())
    }

    /// New words for all cells; how they look stays where a [`Label`] does not say otherwise.
    #[doc(alias = "cellText")]
    pub fn set_cells(
        &mut self,
        cells: impl IntoIterator<Item: IntoIterator<Item: Into<Label>>>,
    ) -> &mut Self {
        let old = std::mem::take(&mut self.cells);
        let mut old = old.into_iter();
        for row in cells {
            let mut old = old.next().unwrap_or_default().into_iter();
            let row = row.into_iter().map(|words| {
                let mut cell = old.next().unwrap_or_default();
                cell.set(words.into());
                cell
            });
            self.cells.push(row.collect());
        }
        self
    }

    /// New words for one cell, counted from 0.
    pub fn set_cell(&mut self, row: usize, column: usize, words: impl Into<Label>) -> &mut Self {
        match self.cells.get_mut(row).and_then(|row| row.get_mut(column)) {
            Some(cell) => cell.set(words.into()),
            None => self.refuse_cell("cell", (row, column)),
        }
        self
    }

    /// Colours the face of one cell, counted from 0.
    #[doc(alias = "set_facecolor")]
    pub fn set_cell_color(
        &mut self,
        row: usize,
        column: usize,
        color: impl IntoColor,
    ) -> &mut Self {
        if self.cells.get(row).is_none_or(|row| column >= row.len()) {
            self.refuse_cell("cell_color", (row, column));
            return self;
        }
        if self.cell_colors.is_empty() {
            self.cell_colors = self.cells.iter().map(|row| vec![None; row.len()]).collect();
        }
        if let Some(cell) = self.cell_colors.get_mut(row).and_then(|row| row.get_mut(column)) {
            *cell = Some(color.into());
        }
        self
    }

    fn refuse_cell(&mut self, argument: &'static str, (row, column): (usize, usize)) {
        let (columns, rows) = self.shape();
        let message = format!(
            "there is no cell ({row}, {column}) in a table of {rows} rows and {columns} columns, \
             counted from 0"
        );
        self.common.misnamed.refuse(argument, message);
    }
}

/// Where there is a colour for a label alone.
static NO_WORDS: Label = Label::NONE;

/// In points; matplotlib's, a line of 10 points.
const ROW_HEIGHT: f64 = 12.0;

properties! { Table {
    /// Colours of the cells' faces, a row of them for each row of cells; default: the background of the
    /// axes, and none where not all sides of the cells are drawn.
    #[doc(alias = "cellColours")]
    cell_colors / set_cell_colors(colors: impl IntoIterator<Item: ColorList>) |table| {
        let row = |row: &mut dyn Iterator<Item = ColorSpec>| row.map(Some).collect();
        let rows = colors.into_iter().map(|colors| row(&mut colors.colors().map(Into::into)));
        table.cell_colors = rows.collect();
    };
    /// Words at the left of each row; default: none.
    #[doc(alias = "rowLabels")]
    row_labels / set_row_labels(labels: impl IntoIterator<Item: Into<Label>>) |table| {
        table.row_labels = labels.into_iter().map(Into::into).collect();
    };
    /// Colours of the faces behind the row labels, one for each row; default: as cells.
    #[doc(alias = "rowColours")]
    row_colors / set_row_colors(colors: impl ColorList) |table| {
        table.row_colors = colors.colors().map(Into::into).collect();
    };
    /// Words above each column; default: none.
    #[doc(alias = "colLabels")]
    col_labels / set_col_labels(labels: impl IntoIterator<Item: Into<Label>>) |table| {
        table.col_labels = labels.into_iter().map(Into::into).collect();
    };
    /// Colours of the faces behind the column labels, one for each column; default: as cells.
    #[doc(alias = "colColours")]
    col_colors / set_col_colors(colors: impl ColorList) |table| {
        table.col_colors = colors.colors().map(Into::into).collect();
    };
    /// Widths of the columns as fractions of the axes' width; default: all the same, together as wide as the axes.
    #[doc(alias = "colWidths")]
    col_widths / set_col_widths(widths: impl Data) |table| {
        (table.col_widths, table.moving) = (Column::new(widths), true);
    };
    /// Height of the rows in points; default: 12.
    #[doc(alias = "scale")]
    row_height / set_row_height(points: impl Number) |table| {
        (table.row_height, table.moving) = (points.value(), true);
    };
    /// How words stand in the cells: `"left"`, `"center"` or `"right"`; default: right.
    #[doc(alias = "cellLoc")]
    cell_loc / set_cell_loc(halign: impl OneOf<HAlign>) |table| {
        table.common.misnamed.set("cell_loc", halign, &mut table.cell_loc);
    };
    /// How the row labels stand in their column; default: left.
    #[doc(alias = "rowLoc")]
    row_loc / set_row_loc(halign: impl OneOf<HAlign>) |table| {
        table.common.misnamed.set("row_loc", halign, &mut table.row_loc);
    };
    /// How the column labels stand in their row; default: center.
    #[doc(alias = "colLoc")]
    col_loc / set_col_loc(halign: impl OneOf<HAlign>) |table| {
        table.common.misnamed.set("col_loc", halign, &mut table.col_loc);
    };
    /// Where it stands, in the axes or beside it, a [`TableLoc`] or matplotlib's name, `"top"`, `"upper left"`;
    /// default: bottom. Row labels stand left of that place.
    loc / set_loc(loc: impl OneOf<TableLoc>) |table| {
        table.common.misnamed.set("loc", loc, &mut table.loc);
    };
    /// The box that its cells and column labels fill, instead of `loc`: left and lower edge, width and height as
    /// fractions of the axes. Default: none.
    bbox / set_bbox(bbox: [impl Number; 4]) |table| {
        (table.bbox, table.moving) = (Some(bbox.map(Number::value)), true);
    };
    /// Which sides of each cell are drawn: `"closed"`, `"open"`, `"horizontal"`, `"vertical"`, letters of `"BRTL"`,
    /// bottom, right, top and left, or [`CellSides`]; default: closed, all.
    #[doc(alias = "visible_edges")]
    edges / set_edges(sides: impl OneOf<CellSides>) |table| {
        table.common.misnamed.set("edges", sides, &mut table.edges);
    };
    /// Colour of the edges; default: that of the style's edges, black.
    edge_color / set_edge_color(color: impl IntoColor) |table| table.edge_color = Some(color.into());
    /// Width of the edges in points; default: 1.
    edge_width / set_edge_width(width: impl Number) |table| table.edge_width = width.value();
    /// Whether words are made smaller, point by point, until all fit into their columns; default: true. Words of a
    /// [`Label`] with a size of its own keep it.
    #[doc(alias = "auto_set_font_size")]
    auto_font_size / set_auto_font_size(on: bool) |table| table.auto_font_size = on;
    /// Family, size, weight and style at once: what the [`Font`] says.
    font / set_font(font: impl Into<Font>) |table| table.lettering.font.set(font.into());
    /// Colour of the words; default: the style's, black.
    text_color / set_text_color(color: impl IntoColor) |table| {
        table.lettering.color = Some(color.into());
    };
} }
font_properties!(Table: lettering.font);
common_properties!(Table);
crate::parts::outline::outline_properties!(Table);

/// A cell of a table, or a label of it: its words, its colour, its place.
struct TableCell<'a> {
    words: &'a Label,
    color: Option<&'a ColorSpec>,
    halign: HAlign,
    area: Rect,
}

impl Table {
    /// How many columns and rows of cells there are.
    fn shape(&self) -> (usize, usize) {
        (self.cells.first().map_or(0, Vec::len), self.cells.len())
    }

    fn has_row_labels(&self) -> bool {
        !(self.row_labels.is_empty() && self.row_colors.is_empty())
    }

    fn has_col_labels(&self) -> bool {
        !(self.col_labels.is_empty() && self.col_colors.is_empty())
    }

    /// As these words look in the table, `size` points high where they do not say otherwise.
    fn lettering(&self, words: &Label, size: f64) -> Lettering {
        let mut lettering = self.lettering.clone();
        lettering.font.size = Some(size);
        lettering.set(words.lettering.clone());
        lettering
    }

    /// All cells and labels in the order in which they are drawn, row after row.
    fn laid<'a>(&'a self, grid: &'a TableGrid) -> impl Iterator<Item = TableCell<'a>> {
        let head = usize::from(self.has_col_labels());
        let (columns, rows) = self.shape();
        let col_label = move |column: usize| TableCell {
            words: self.col_labels.get(column).unwrap_or(&NO_WORDS),
            color: self.col_colors.get(column),
            halign: self.col_loc,
            area: grid.cell(column, 0),
        };
        let row_label = move |row: usize| TableCell {
            words: self.row_labels.get(row).unwrap_or(&NO_WORDS),
            color: self.row_colors.get(row),
            halign: self.row_loc,
            area: grid.row_label(row + head),
        };
        let cell = move |row: usize, column: usize| TableCell {
            words: self.cells[row].get(column).unwrap_or(&NO_WORDS),
            color: self.cell_colors.get(row).and_then(|row| row.get(column)?.as_ref()),
            halign: self.cell_loc,
            area: grid.cell(column, row + head),
        };
        let heads = (0..columns * head).map(col_label);
        let rows = (0..rows).flat_map(move |row| {
            let label = self.has_row_labels().then(|| row_label(row));
            label.into_iter().chain((0..columns).map(move |column| cell(row, column)))
        });
        heads.chain(rows)
    }

    fn draw_cell(&self, pen: &mut Pen<'_>, cell: &TableCell<'_>, size: f64, is_moving: bool) {
        let fill = match (cell.color, self.edges == CellSides::CLOSED) {
            (Some(color), _) => Some(color.clone()),
            (None, true) => Some(pen.style.axes_face.into()),
            (None, false) => None,
        };
        if let Some(fill) = fill {
            pen.scene.fill_area(&cell.area.to_path(0.1), self.common.fade(&fill));
        }
        let width = self.edge_width * pen.point;
        if width > 0.0 && self.edges != CellSides::OPEN {
            let color = self.edge_color.clone().unwrap_or_else(|| pen.style.edge.into());
            let stroke = Stroke::new(width).with_join(Join::Miter).with_caps(Cap::Square);
            pen.scene.stroke(&self.edges.around(cell.area), &stroke, self.common.fade(&color));
        }
        if !cell.words.text.is_empty() {
            let lettering = self.lettering(cell.words, size);
            let words = grid::place(pen, &lettering, cell, is_moving);
            lettering.draw(pen, &self.common, &[words]);
        }
    }

    fn checked_count(
        argument: &'static str,
        (what, given): (&str, usize),
        (of, count): (&str, usize),
    ) -> Result<(), FigureError> {
        if given == 0 || given == count {
            return Ok(());
        }
        let message = format!("has {given} {what} where there are {count} {of}; one for each");
        Err(FigureError::new("Table", argument, message))
    }
}

impl Draw for Table {
    draw_common!(Table);

    fn check(&self) -> Result<(), FigureError> {
        let (columns, rows) = self.shape();
        TABLE_CELLS.check("Table", "cells", columns * rows)?;
        let ragged = |row: usize, length: usize, argument| {
            let message = format!("row {row} has {length} cells where the first has {columns}");
            Err(FigureError::new("Table", argument, message))
        };
        for (row, cells) in self.cells.iter().enumerate() {
            if cells.len() != columns {
                return ragged(row, cells.len(), "cells");
            }
            cells.iter().try_for_each(|cell| cell.check("Table", "cells"))?;
        }
        Self::checked_count("cell_colors", ("rows", self.cell_colors.len()), ("rows", rows))?;
        for (row, colors) in self.cell_colors.iter().enumerate() {
            if colors.len() != columns {
                return ragged(row, colors.len(), "cell_colors");
            }
            let mut colors = colors.iter().flatten();
            colors.try_for_each(|color| checked_color("Table", "cell_colors", color))?;
        }
        let (of_rows, of_columns) = (("rows", rows), ("columns", columns));
        Self::checked_count("row_labels", ("labels", self.row_labels.len()), of_rows)?;
        Self::checked_count("row_colors", ("colors", self.row_colors.len()), of_rows)?;
        Self::checked_count("col_labels", ("labels", self.col_labels.len()), of_columns)?;
        Self::checked_count("col_colors", ("colors", self.col_colors.len()), of_columns)?;
        Self::checked_count("col_widths", ("widths", self.col_widths.len()), of_columns)?;
        self.row_labels.iter().try_for_each(|label| label.check("Table", "row_labels"))?;
        self.col_labels.iter().try_for_each(|label| label.check("Table", "col_labels"))?;
        let colors = self.row_colors.iter().map(|color| ("row_colors", color));
        let colors = colors.chain(self.col_colors.iter().map(|color| ("col_colors", color)));
        let mut colors = colors.chain(self.edge_color.iter().map(|color| ("edge_color", color)));
        colors.try_for_each(|(argument, color)| checked_color("Table", argument, color))?;
        self.col_widths
            .iter()
            .try_for_each(|width| TABLE_PART.check("Table", "col_widths", *width))?;
        checked_size("Table", "row_height", self.row_height)?;
        checked_size("Table", "edge_width", self.edge_width)?;
        if let Some([x, y, width, height]) = self.bbox {
            INSET.check("Table", "bbox", x)?;
            INSET.check("Table", "bbox", y)?;
            TABLE_PART.check("Table", "bbox", width)?;
            TABLE_PART.check("Table", "bbox", height)?;
        }
        self.lettering.check("Table", ["size", "font", "text_color", "font", "font"])
    }

    fn draw(&self, pen: &mut Pen<'_>) {
        let grid = self.grid(pen);
        for cell in self.laid(&grid) {
            self.draw_cell(pen, &cell, grid.size, self.moving);
        }
    }

    fn extent(&self) -> Extent {
        Extent::default() // as in matplotlib, a table does not widen the limits
    }

    fn default_zorder(&self) -> f64 {
        0.0 // matplotlib's
    }

    fn axes_kind(&self) -> AxesKind {
        AxesKind::Both
    }

    fn is_cut(&self, _part: usize) -> bool {
        false
    }

    fn beyond(&self, pen: &mut Pen<'_>) -> Option<Rect> {
        let grid = self.grid(pen);
        let mut reach: Option<Rect> = None;
        for cell in self.laid(&grid) {
            let lettering = self.lettering(cell.words, grid.size);
            let words = grid::place(pen, &lettering, &cell, self.moving).bounds();
            let room = if cell.words.text.is_empty() { cell.area } else { cell.area.union(words) };
            reach = Some(reach.map_or(room, |reach| reach.union(room)));
        }
        let spare = self.edge_width * pen.point;
        Some(reach.map_or(Rect::ZERO, |reach| reach.inflate(spare, spare)))
    }

    fn key_color(&self, style: &crate::Style) -> Option<Color> {
        self.edge_color.as_ref().map_or(Some(style.edge), |color| color.get().ok())
    }

    fn freeze(&mut self) {
        self.moving = false;
    }
}
