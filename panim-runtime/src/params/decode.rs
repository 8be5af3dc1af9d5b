//! Text in UTF-8, whatever Unicode it comes in.

use std::io::{self, Read};

/// Passes UTF-8 on, without the mark that some editors put in front, and turns UTF-16 into it. UTF-16
/// is known by its mark, or by its first character, which is half zero in any table.
pub(crate) struct Decoder<R> {
    from: R,
    encoding: Option<Encoding>,
    /// Read and not yet decoded.
    raw: Vec<u8>,
    /// Decoded and not yet passed on, from `at`.
    ready: Vec<u8>,
    at: usize,
}

#[derive(Clone, Copy)]
enum Encoding {
    Utf8,
    Utf16(fn([u8; 2]) -> u16),
}

const CHUNK: usize = 1 << 14;

const UTF_32: &str = "it is UTF-32; allowed: UTF-8 or UTF-16";

/// How files begin that are no text, and what they are.
const NO_TEXT: [(&[u8], &str); 7] = [
    (b"\xff\xfe\0\0", UTF_32),
    (b"\0\0\xfe\xff", UTF_32),
    (b"\x1f\x8b", "it is compressed, by gzip; unpack it"),
    (b"\x28\xb5\x2f\xfd", "it is compressed, by zstd; unpack it"),
    (b"\xfd7zXZ\0", "it is compressed, by xz; unpack it"),
    (b"PK\x03\x04", "it is a ZIP archive, as spreadsheets are; save it as text, such as CSV"),
    (b"PAR1", "it is a Parquet file; save it as text, such as CSV"),
];

fn invalid(message: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

impl<R: Read> Decoder<R> {
    pub(crate) fn new(from: R) -> Self {
        Self { from, encoding: None, raw: Vec::new(), ready: Vec::new(), at: 0 }
    }

    /// Whether there was more.
    fn read_raw(&mut self) -> io::Result<bool> {
        let before = self.raw.len();
        self.raw.resize(before + CHUNK, 0);
        let read = self.from.read(&mut self.raw[before..]);
        self.raw.truncate(before + read.as_ref().map_or(0, |read| *read));
        read.map(|read| read > 0)
    }

    fn find_encoding(&mut self) -> io::Result<Encoding> {
        while self.raw.len() < 8 && self.read_raw()? {}
        if let Some((_, what)) = NO_TEXT.iter().find(|(begin, _)| self.raw.starts_with(begin)) {
            return Err(invalid(what));
        }
        let (encoding, mark) = match self.raw[..] {
            [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
            [0xff, 0xfe, ..] => (Encoding::Utf16(u16::from_le_bytes), 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16(u16::from_be_bytes), 2),
            [first, 0, ..] if first != 0 => (Encoding::Utf16(u16::from_le_bytes), 0),
            [0, second, ..] if second != 0 => (Encoding::Utf16(u16::from_be_bytes), 0),
            _ => (Encoding::Utf8, 0),
        };
        self.raw.drain(..mark);
        self.encoding = Some(encoding);
        if matches!(encoding, Encoding::Utf8) {
            self.ready = std::mem::take(&mut self.raw);
        }
        Ok(encoding)
    }

    /// Decodes as much as there is, a character that is cut in half excepted.
    fn decode(&mut self, unit: fn([u8; 2]) -> u16) -> io::Result<()> {
        (self.at, self.ready) = (0, Vec::new());
        while self.ready.is_empty() {
            let more = self.read_raw()?;
            let mut units: Vec<u16> =
                self.raw.chunks_exact(2).map(|bytes| unit([bytes[0], bytes[1]])).collect();
            if more {
                units.pop_if(|last| (0xd800..0xdc00).contains(last));
            } else if self.raw.len() % 2 == 1 {
                return Err(invalid("it looks like UTF-16, and its last character is cut"));
            }
            self.raw.drain(..2 * units.len());
            let text = String::from_utf16(&units)
                .map_err(|_| invalid("it is neither UTF-8 nor UTF-16"))?;
            self.ready = text.into_bytes();
            if !more {
                break;
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoder<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let encoding = match self.encoding {
            Some(encoding) => encoding,
            None => self.find_encoding()?,
        };
        if self.at == self.ready.len() {
            match encoding {
                Encoding::Utf8 => return self.from.read(into),
                Encoding::Utf16(unit) => self.decode(unit)?,
            }
        }
        let n = into.len().min(self.ready.len() - self.at);
        into[..n].copy_from_slice(&self.ready[self.at..][..n]);
        self.at += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Gives so many bytes at a time.
    struct Slow<'a>(&'a [u8], usize);
    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let n = self.1.min(self.0.len()).min(into.len());
            into[..n].copy_from_slice(&self.0[..n]);
            self.0 = &self.0[n..];
            Ok(n)
        }
    }

    fn decoded(bytes: &[u8], at_a_time: usize) -> io::Result<String> {
        let mut text = String::new();
        Decoder::new(Slow(bytes, at_a_time)).read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn every_unicode_is_read_however_it_is_cut() {
        for text in ["x,μ\n1,😀\n", "x", "", "\n"] {
            let units: Vec<u16> = text.encode_utf16().collect();
            let bytes =
                |of: fn(u16) -> [u8; 2]| units.iter().copied().flat_map(of).collect::<Vec<u8>>();
            let (little, big) = (bytes(u16::to_le_bytes), bytes(u16::to_be_bytes));
            let utf8 = text.as_bytes().to_vec();
            for (mark, bytes) in [
                (&b""[..], &utf8),
                (b"\xef\xbb\xbf", &utf8),
                (b"\xff\xfe", &little),
                (b"\xfe\xff", &big),
                (b"", &little),
                (b"", &big),
            ] {
                let bytes = [mark, bytes].concat();
                for at_a_time in [1, 2, 3, 5, 100] {
                    assert_eq!(decoded(&bytes, at_a_time).unwrap(), text, "{bytes:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_text_is_an_error() {
        assert!(decoded(b"\xff\xfea\0b", 2).unwrap_err().to_string().contains("is cut"));
        assert!(decoded(b"\xff\xfe\x00\xd8a\0", 2).unwrap_err().to_string().contains("UTF-16"));
        assert!(decoded(b"\xff\xfea\0\x00\xd8", 3).is_err());
        for (begin, what) in NO_TEXT {
            let bytes = [begin, b"and more"].concat();
            assert_eq!(decoded(&bytes, 1).unwrap_err().to_string(), what);
        }
    }
}
