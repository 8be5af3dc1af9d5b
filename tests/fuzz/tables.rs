//! Rows in CSV and JSON Lines: whatever stands in them is read or refused with its line, and what
//! was saved comes back.

use crate::{chance::Chance, children::Step};
use panim::{Error, prelude::*};
use std::io::Cursor;

/// A row of every type that cells have.
type Row = (f64, i64, String, Option<f64>, bool);

/// Compares the rows that it gets with those that it expects.
#[animation]
#[derive(Clone, Default)]
struct Table {
    expected: Vec<Row>,
}

impl Table {
    #[setup]
    fn setup(&mut self, fig: &mut Figure) {
        fig.set_size(16, 16);
    }

    #[update]
    fn update(
        &self,
        frame: &mut Frame,
        x: f64,
        n: i64,
        s: String,
        o: Option<f64>,
        b: bool,
    ) -> Result<(), String> {
        // NaN equals itself in words
        let (row, expected) = ((x, n, s, o, b), &self.expected[frame.index()]);
        let (row, expected) = (format!("{row:?}"), format!("{expected:?}"));
        if row == expected { Ok(()) } else { Err(format!("{row} was {expected}")) }
    }
}

/// Tables of a seed, most of them with mistakes.
pub fn check(seed: u64, step: Step<'_>) -> Result<(), String> {
    let mut chance = Chance::of(seed);
    for _ in 0..30 {
        let text = csv(&mut chance);
        step("a CSV table");
        let read = Table::default().render_to("a.mp4").params_csv(Cursor::new(text.clone()));
        refused(read.still(usize::MAX).map(drop), &text)?;
        let text = json(&mut chance);
        step("JSON Lines");
        let read = Table::default().render_to("a.mp4").params_jsonl(Cursor::new(text.clone()));
        refused(read.still(usize::MAX).map(drop), &text)?;
    }
    step("a round trip");
    round_trip(&mut chance)
}

/// What is said of a table as a whole, without a line.
const OF_ALL: &[&str] =
    &["no frames: ", "it looks like UTF-16", "it is neither UTF-8 nor UTF-16", "it is UTF-32"];

/// Checks that all rows were read, or that the error says where it stops and is short.
fn refused(ended: panim::Result<()>, text: &[u8]) -> Result<(), String> {
    let lines = text.iter().filter(|byte| b"\r\n".contains(byte)).count() + 1;
    let wrong = |what: String| {
        let text = String::from_utf8_lossy(&text[..text.len().min(2000)]);
        Err(format!("{what}, of {text:?}"))
    };
    match ended {
        Err(Error::NoSuchFrame { .. } | Error::NoFrames) => Ok(()),
        Err(Error::Params { at, message }) => {
            let line = at.split("line ").nth(1).and_then(|at| at.split(',').next());
            let line = line.and_then(|line| line.parse::<usize>().ok());
            let is_one = line.is_some_and(|line| (1..=lines).contains(&line));
            let is_of_all = OF_ALL.iter().any(|known| message.starts_with(known));
            let is_short = at.len() + message.len() < 1000;
            if (is_one || is_of_all) && is_short {
                Ok(())
            } else {
                wrong(format!("{at}: {message}"))
            }
        }
        Err(error) => wrong(error.to_string()),
        Ok(()) => wrong("no end".into()),
    }
}

fn cell(chance: &mut Chance) -> String {
    match chance.below(0, 14) {
        0..=4 => chance.number().to_string(),
        5 => chance.below(0, 5).to_string(),
        6 => chance.flag().to_string(),
        7 => String::new(),
        8 => (*chance.pick(&["NA", "null", "#N/A", "NaN", "inf", "-Infinity", "1e400"])).into(),
        9 => (*chance.pick(&["9007199254740993.0", "1_000", "0x10", "１", "+5", "1,5"])).into(),
        10 => format!("\"{}\"", chance.text()),
        11 => "7".repeat(chance.below(1, 400)),
        _ => chance.text(),
    }
}

fn csv(chance: &mut Chance) -> Vec<u8> {
    let separator = *chance.pick(&[",", ",", ",", ";", "\t", "|"]);
    let end = *chance.pick(&["\n", "\n", "\r\n", "\r"]);
    let mut names = vec!["x", "n", "s", "o", "b"];
    if chance.comes(0.1) {
        names.swap_remove(chance.below(0, 5));
    }
    if chance.comes(0.1) {
        names.push(*chance.pick(&["x", "", "more", "\"quoted\"", "日本"]));
    }
    let mut lines = vec![names.join(separator)];
    for _ in 0..chance.below(0, 8) {
        let line = if chance.comes(0.1) {
            "# a comment".into()
        } else if chance.comes(0.6) {
            // one that can be read
            let known = ["1.5", "2", "words", "", "true", "3"];
            known[..names.len().min(6)].join(separator)
        } else {
            (0..names.len()).map(|_| cell(chance)).collect::<Vec<_>>().join(separator)
        };
        lines.push(line);
    }
    if chance.comes(0.1) {
        lines.insert(0, "# above".into());
    }
    coded(chance, lines.join(end))
}

fn json(chance: &mut Chance) -> Vec<u8> {
    let lines = (0..chance.below(0, 8)).map(|_| {
        if chance.comes(0.5) {
            return r#"{"x": 1.5, "n": 2, "s": "words", "o": null, "b": true}"#.to_owned();
        }
        let cells = ["x", "n", "s", "o", "b"].map(|name| {
            let cell = if chance.flag() { cell(chance) } else { format!("{:?}", cell(chance)) };
            format!("{name:?}: {cell}")
        });
        let object = format!("{{{}}}", cells.join(", "));
        match chance.below(0, 10) {
            0 => format!("[{object}]"),
            1 => object.replace(", ", ",\n"),
            2 => "[".repeat(chance.below(0, 5000)),
            _ => object,
        }
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    coded(chance, text)
}

/// As bytes of some encoding, a few of them perhaps spoilt.
fn coded(chance: &mut Chance, text: String) -> Vec<u8> {
    let mut bytes = match chance.below(0, 12) {
        0 => ["\u{feff}", &text].concat().into_bytes(),
        1 => [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        2 => [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        _ => text.into_bytes(),
    };
    if chance.comes(0.4) {
        chance.spoil(&mut bytes, 4);
    }
    bytes
}

fn round_trip(chance: &mut Chance) -> Result<(), String> {
    let rows: Vec<Row> = (0..chance.below(1, 9))
        .map(|_| {
            let x = if chance.flag() { f64::from_bits(chance.bits()) } else { chance.number() };
            let o = chance.flag().then(|| chance.between(-1e9, 1e9));
            let mut text = chance.text();
            if chance.flag() {
                let odd = char::from(chance.below(0, 0x22) as u8);
                text.insert(if chance.flag() { 0 } else { text.len() }, odd);
            }
            (x, chance.bits() as i64, text, o, chance.flag())
        })
        .collect();
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let video = folder.path().join("a.mp4");
    for name in ["rows.csv", "rows.jsonl"] {
        let path = folder.path().join(name);
        let table = Table { expected: rows.clone() };
        let saved = table.clone().render_to(&video).params(rows.clone()).save_params(&path).run();
        saved.map_err(|error| format!("saving {name}: {error}"))?;
        let again = table.render_to(&video).params_file(&path).run();
        let again = again.map_err(|error| format!("{name}: {error}, of {rows:?}"))?;
        if again.frames() != rows.len() {
            return Err(format!("{name}: {} rows came back of {rows:?}", again.frames()));
        }
    }
    Ok(())
}
