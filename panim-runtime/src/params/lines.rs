//! Which line a byte is on. The csv crate counts lines itself, but puts a record on the line where
//! it began to look for it: too early after a blank line, or where lines end in CR LF.

use std::{
    collections::VecDeque,
    io::{self, Read},
};

/// Passes bytes on and remembers where lines end, for bytes that nobody has asked about yet.
pub(crate) struct LineCounter<R> {
    from: R,
    bytes: u64,
    ends: VecDeque<u64>,
    /// Line ends before the last byte that was asked about.
    passed: u64,
}

impl<R> LineCounter<R> {
    pub(crate) fn new(from: R) -> Self {
        Self { from, bytes: 0, ends: VecDeque::new(), passed: 0 }
    }

    /// The line of this byte, from 1. Asked in order, as the bytes go by.
    pub(crate) fn line_of(&mut self, byte: u64) -> u64 {
        while self.ends.front().is_some_and(|&end| end < byte) {
            self.ends.pop_front();
            self.passed += 1;
        }
        self.passed + 1
    }
}

impl<R: Read> Read for LineCounter<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(into)?;
        let ends = (self.bytes..).zip(&into[..read]).filter(|&(_, &byte)| byte == b'\n');
        self.ends.extend(ends.map(|(at, _)| at));
        self.bytes += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn each_byte_has_its_line() {
        let text = "ab\n\nc\r\nd";
        let mut counter = LineCounter::new(text.as_bytes());
        counter.read_to_end(&mut Vec::new()).unwrap();
        let lines: Vec<_> = (0..text.len() as u64).map(|byte| counter.line_of(byte)).collect();
        assert_eq!(lines, [1, 1, 1, 2, 3, 3, 3, 4]);
    }

    #[test]
    fn only_what_was_not_asked_about_is_remembered() {
        let mut counter = LineCounter::new(io::repeat(b'\n').take(100_000));
        let mut byte = [0];
        for at in 0..100_000 {
            assert_eq!(counter.read(&mut byte).unwrap(), 1);
            assert_eq!(counter.line_of(at), at + 1);
            assert!(counter.ends.len() <= 1);
        }
    }
}
