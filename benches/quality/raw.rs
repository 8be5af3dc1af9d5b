//! The pictures as they were handed to the encoder.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
    path::Path,
};

/// A file of raw pictures, YUV4MPEG2.
pub(crate) struct Raw {
    file: BufReader<File>,
    pub(crate) width: usize,
    pub(crate) height: usize,
    picture: Vec<u8>,
}

impl Raw {
    pub(crate) fn open(path: &Path) -> Self {
        let mut file = BufReader::new(File::open(path).unwrap());
        let mut head = String::new();
        file.read_line(&mut head).unwrap();
        let side = |letter| -> usize {
            let mut words = head.split_whitespace();
            words.find_map(|word| word.strip_prefix(letter)).unwrap().parse().unwrap()
        };
        let (width, height) = (side('W'), side('H'));
        Self { file, width, height, picture: vec![0; width * height * 3 / 2] }
    }

    /// The next picture's luma.
    pub(crate) fn next(&mut self) -> &[u8] {
        let mut mark = String::new();
        self.file.read_line(&mut mark).unwrap();
        assert_eq!(mark, "FRAME\n");
        self.file.read_exact(&mut self.picture).unwrap();
        &self.picture[..self.width * self.height]
    }
}
