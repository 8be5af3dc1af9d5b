//! A row of CSV cut into cells.

use super::lines::content;

/// The cells of the row that is being read, in buffers that are used again. What stands in quotes may
/// go on in the next line.
pub(crate) struct Cells {
    delimiter: u8,
    text: Vec<u8>,
    /// Where each cell ends in the text, and whether it stood in quotes.
    ends: Vec<(usize, bool)>,
    at: CellState,
    /// The line where the last quote opened.
    opened: u64,
}

/// Where in a cell.
#[derive(Clone, Copy, PartialEq)]
enum CellState {
    Start,
    Plain,
    Quoted,
    /// After a quote in quotes, which may be the first of two.
    Quote,
    /// After the closing one.
    Closed,
}

/// Quotes that are not in pairs: what is wrong, and in which line it shows.
pub(crate) struct Unpaired {
    pub(crate) line: u64,
    pub(crate) message: String,
}

impl Cells {
    pub(crate) fn new(delimiter: u8) -> Self {
        Self { delimiter, text: Vec::new(), ends: Vec::new(), at: CellState::Start, opened: 0 }
    }

    pub(crate) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.at = CellState::Start;
    }

    /// Takes a line. True: the row goes on in the next one.
    pub(crate) fn take(&mut self, line: &[u8], number: u64) -> Result<bool, Unpaired> {
        let row = content(line);
        for &byte in row {
            self.at = match (self.at, byte) {
                (CellState::Quoted, b'"') => CellState::Quote,
                (CellState::Quoted, _) => self.push(byte, CellState::Quoted),
                (CellState::Quote, b'"') => self.push(byte, CellState::Quoted),
                (_, byte) if byte == self.delimiter => {
                    self.end();
                    CellState::Start
                }
                (CellState::Start, b'"') => {
                    self.text.truncate(self.begin());
                    self.opened = number;
                    CellState::Quoted
                }
                (CellState::Start, b' ') => self.push(byte, CellState::Start),
                (CellState::Start | CellState::Plain, _) => self.push(byte, CellState::Plain),
                (CellState::Quote | CellState::Closed, b' ') => CellState::Closed,
                (CellState::Quote | CellState::Closed, _) => {
                    let message = format!(
                        "the quote opened in line {} is closed in the middle of a cell; a quote \
                         inside of quotes is written twice",
                        self.opened
                    );
                    return Err(Unpaired { line: number, message });
                }
            };
        }
        if self.at == CellState::Quoted {
            self.text.extend_from_slice(&line[row.len()..]);
            return Ok(true);
        }
        self.end();
        Ok(false)
    }

    /// The row ended inside of quotes.
    pub(crate) fn never_closed(&self) -> Unpaired {
        let message = format!("the quote opened in line {} is never closed", self.opened);
        Unpaired { line: self.opened, message }
    }

    /// How many bytes the cells have.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether the row is a line with nothing in it.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self.ends[..], [(_, false)]) && self.text.trim_ascii().is_empty()
    }

    /// Each cell's bytes, and whether it stood in quotes.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[u8], bool)> {
        let begins = std::iter::once(0).chain(self.ends.iter().map(|&(end, _)| end));
        begins.zip(&self.ends).map(|(begin, &(end, quoted))| (&self.text[begin..end], quoted))
    }

    fn push(&mut self, byte: u8, at: CellState) -> CellState {
        self.text.push(byte);
        at
    }

    fn begin(&self) -> usize {
        self.ends.last().map_or(0, |&(end, _)| end)
    }

    fn end(&mut self) {
        let quoted = matches!(self.at, CellState::Quote | CellState::Closed);
        self.ends.push((self.text.len(), quoted));
    }
}

/// What stands between the cells of a table with this header: the one that brings out most of the
/// names that are asked for, and else the one that stands there most often.
pub(crate) fn delimiter(header: &str, names: &[&str]) -> u8 {
    let mut best = (b',', (0, 0));
    for delimiter in *b",;\t|" {
        let (mut columns, mut in_quotes) = (1, false);
        let columns_of = header.split(|char: char| {
            in_quotes ^= char == '"';
            let is_one = !in_quotes && char == char::from(delimiter);
            columns += usize::from(is_one);
            is_one
        });
        let is_asked_for = |column: &&str| {
            let column = column.trim();
            let column =
                column.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(column);
            names.contains(&column.trim())
        };
        let found = columns_of.filter(is_asked_for).count();
        if (found, columns) > best.1 {
            best = (delimiter, (found, columns));
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn cells(line: &str) -> Vec<(String, bool)> {
        let mut cells = Cells::new(b',');
        assert!(!cells.take(line.as_bytes(), 1).ok().unwrap());
        cells
            .iter()
            .map(|(cell, quoted)| (String::from_utf8(cell.into()).unwrap(), quoted))
            .collect()
    }

    #[test]
    fn quotes_are_taken_off_and_doubled_ones_are_one() {
        let plain = |text: &str| (text.to_owned(), false);
        let quoted = |text: &str| (text.to_owned(), true);
        assert_eq!(cells("a, b ,\n"), [plain("a"), plain(" b "), plain("")]);
        assert_eq!(
            cells("\"a,b\",\"\",\"\"\"c\"\"\""),
            [quoted("a,b"), quoted(""), quoted("\"c\"")]
        );
        assert_eq!(cells("1,  \"a\" ,2"), [plain("1"), quoted("a"), plain("2")]);
        assert_eq!(cells("5\" pipe,6'2\""), [plain("5\" pipe"), plain("6'2\"")]);
    }

    #[test]
    fn the_header_says_what_stands_between_cells() {
        assert_eq!(delimiter("x,y", &[]), b',');
        assert_eq!(delimiter("x;y", &[]), b';');
        assert_eq!(delimiter("x\ty", &[]), b'\t');
        assert_eq!(delimiter("x | y", &[]), b'|');
        assert_eq!(delimiter("x", &["x"]), b',');
        assert_eq!(delimiter("time (s, UTC);\"x,1,2\";y", &[]), b';');
        assert_eq!(delimiter("a, b, c, d;x", &["x"]), b';');
        assert_eq!(delimiter("\"x\"\t\"y, z, w\"", &["x"]), b'\t');
    }
}
