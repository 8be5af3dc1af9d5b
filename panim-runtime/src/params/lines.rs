//! Lines and their numbers, whatever they end with.

use super::decode::Decoder;
use std::io::{self, BufRead, BufReader, Read};

/// The longest row that is read, in bytes: a file that never ends a line is no table.
pub(crate) const LONGEST_ROW: usize = 1 << 28;

/// A file line by line. Lines end with LF, CR LF or CR.
pub(crate) struct TextLines<R> {
    from: BufReader<Decoder<R>>,
    number: u64,
}

impl<R: Read> TextLines<R> {
    pub(crate) fn new(from: R) -> Self {
        Self { from: BufReader::with_capacity(1 << 16, Decoder::new(from)), number: 0 }
    }

    /// The number of the line that was read last, from 1.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// Adds the next line, and what it ends with, to `line`. False: there is none.
    pub(crate) fn read(&mut self, line: &mut Vec<u8>) -> io::Result<bool> {
        let before = line.len();
        self.number += 1;
        loop {
            let Some(bytes) = self.fill()? else { return Ok(line.len() > before) };
            let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let taken = end.map_or(bytes.len(), |end| end + 1);
            line.extend_from_slice(&bytes[..taken]);
            self.from.consume(taken);
            match (end, line.last()) {
                (Some(_), Some(b'\r')) => {
                    if self.fill()?.is_some_and(|bytes| bytes[0] == b'\n') {
                        self.from.consume(1);
                        line.push(b'\n');
                    }
                    return Ok(true);
                }
                (Some(_), _) => return Ok(true),
                (None, _) if line.len() - before > LONGEST_ROW => {
                    let message = format!("line {} does not end", self.number);
                    return Err(io::Error::new(io::ErrorKind::InvalidData, message));
                }
                (None, _) => {}
            }
        }
    }

    /// What is there without waiting for more; none at the end.
    fn fill(&mut self) -> io::Result<Option<&[u8]>> {
        loop {
            match self.from.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
                Ok([]) => return Ok(None),
                // Asked again, since a borrow that may be returned lasts.
                Ok(_) => return self.from.fill_buf().map(Some),
            }
        }
    }
}

/// A line without what it ends with.
pub(crate) fn content(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        let mut lines = TextLines::new(text.as_bytes());
        let mut all = Vec::new();
        let mut line = Vec::new();
        while lines.read(&mut line).unwrap() {
            assert_eq!(lines.number(), all.len() as u64 + 1);
            all.push(String::from_utf8(std::mem::take(&mut line)).unwrap());
        }
        all
    }

    #[test]
    fn lines_end_in_every_way() {
        assert_eq!(lines("ab\n\nc\r\nd"), ["ab\n", "\n", "c\r\n", "d"]);
        assert_eq!(lines("a\rb\r\rc\n"), ["a\r", "b\r", "\r", "c\n"]);
        assert_eq!(lines("a\r\n\r\n"), ["a\r\n", "\r\n"]);
        assert!(lines("").is_empty());
    }

    #[test]
    fn a_long_line_may_end_where_a_buffer_does() {
        for length in [65_534, 65_535, 65_536, 65_537, 200_000] {
            let text = format!("{}\r\nb", "a".repeat(length));
            assert_eq!(lines(&text).len(), 2);
        }
    }
}
