//! Rows in files: how each type is read, what errors say, and that what is saved comes back.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::Result;
use serde::{Deserialize, de::DeserializeOwned};
use std::{collections::BTreeMap, fmt::Debug, fs};

fn jsonl<P: Row + DeserializeOwned>(names: &'static [&'static str], text: &str) -> Result<Vec<P>> {
    ParamSource::<P>::open(JsonRows(text.as_bytes()), names)?.collect()
}

fn csv<P: Row + DeserializeOwned>(names: &'static [&'static str], text: &str) -> Result<Vec<P>> {
    ParamSource::<P>::open(CsvRows(text.as_bytes()), names)?.collect()
}

/// One parameter `x` from one cell.
fn cell<T: Send + DeserializeOwned>(text: &str) -> T {
    csv::<(T,)>(&["x"], &format!("x,other\n{text},\n")).unwrap().pop().unwrap().0
}

fn cell_error<T: Send + DeserializeOwned + Debug>(text: &str) -> String {
    csv::<(T,)>(&["x"], &format!("x,other\n{text},\n")).unwrap_err().to_string()
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Reading {
    time: f64,
    name: String,
    count: Option<u8>,
}

#[derive(Debug, PartialEq, Deserialize)]
enum Kind {
    Calm,
    Storm,
}

#[test]
fn columns_are_found_by_name_in_any_order() {
    let rows: Vec<(f64, i32)> =
        jsonl(&["amp", "n"], "{\"n\": 1, \"amp\": 2}\n\n{\"amp\":3,\"n\":4}").unwrap();
    assert_eq!(rows, [(2.0, 1), (3.0, 4)]);
    let rows: Vec<(f64, i32)> = csv(&["amp", "n"], " n , more, amp\n1,x,2.5\n3,y,4\n").unwrap();
    assert_eq!(rows, [(2.5, 1), (4.0, 3)]);
}

#[test]
fn a_cell_is_read_as_the_type_asked_for() {
    assert_eq!(cell::<f64>(" 1e-3 "), 0.001);
    assert_eq!(cell::<f32>("0.1"), 0.1);
    assert_eq!(cell::<f64>("-inf"), f64::NEG_INFINITY);
    assert_eq!(cell::<u8>("255"), 255);
    assert_eq!(cell::<i64>("-9223372036854775808"), i64::MIN);
    assert_eq!(cell::<u64>("18446744073709551615"), u64::MAX);
    assert_eq!(cell::<i32>("3.0"), 3);
    assert_eq!(
        [cell::<bool>("True"), cell("false"), cell("1"), cell("0")],
        [true, false, true, false]
    );
    assert_eq!(cell::<String>(" 007 "), " 007 ");
    assert_eq!(cell::<char>("x"), 'x');
    assert_eq!(cell::<Kind>("Storm"), Kind::Storm);
    assert_eq!(cell::<Option<f64>>("2"), Some(2.0));
    assert_eq!(cell::<Vec<f64>>("\"[1, 2.5]\""), [1.0, 2.5]);
    assert_eq!(cell::<(i32, String)>("\"[1, \"\"a\"\"]\""), (1, "a".into()));
    assert_eq!(cell::<BTreeMap<String, u8>>("\"{\"\"a\"\": 1}\"").get("a"), Some(&1));
}

#[test]
fn an_empty_cell_is_nan_or_none() {
    assert!(cell::<f64>("").is_nan());
    assert_eq!(cell::<Option<f64>>(" "), None);
    assert_eq!(cell::<Option<String>>(""), None);
    assert_eq!(cell::<String>(""), "");
    assert_eq!(
        cell_error::<i32>(""),
        "parameters, line 2, column `x`: it is empty, not a whole number"
    );
    let rows: Vec<(f64, Option<u8>)> = jsonl(&["x", "n"], "{\"x\": null}").unwrap();
    assert!(rows[0].0.is_nan() && rows[0].1.is_none());
}

#[test]
fn a_struct_takes_the_whole_row() {
    let expected = Reading { time: 1.5, name: "a".into(), count: Some(3) };
    let row = "{\"name\": \"a\", \"time\": 1.5, \"count\": 3, \"more\": [1]}";
    assert_eq!(jsonl::<(Reading,)>(&["row"], row).unwrap(), [(expected.clone(),)]);
    let table = "time,count,name\n1.5,3,a\n2,,b";
    let rows = csv::<(Reading,)>(&["row"], table).unwrap();
    assert_eq!(rows[0].0, expected);
    assert_eq!(rows[1].0, Reading { time: 2.0, name: "b".into(), count: None });
}

#[test]
fn a_struct_takes_the_object_of_its_name() {
    let row = "{\"row\": {\"name\": \"a\", \"time\": 1}, \"time\": 9, \"t\": 2}";
    let rows = jsonl::<(f64, Reading)>(&["t", "row"], row).unwrap();
    assert_eq!(rows, [(2.0, Reading { time: 1.0, name: "a".into(), count: None })]);
    // A column of that name that is no object is a column like any other.
    let rows = csv::<(String, Reading)>(&["name", "row"], "row,time,name\n7,1,a\n").unwrap();
    assert_eq!(rows[0].1.time, 1.0);
}

#[test]
fn an_enum_with_a_tag_takes_the_whole_row() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(tag = "kind")]
    enum Event {
        Move { to: f64 },
        Stop,
    }
    let rows = csv::<(Event,)>(&["event"], "kind,to\nMove,2\nStop,\n").unwrap();
    assert_eq!(rows, [(Event::Move { to: 2.0 },), (Event::Stop,)]);
}

#[test]
fn errors_name_line_and_column() {
    let names = &["phase", "amp"];
    let error = |text| csv::<(f64, f64)>(names, text).unwrap_err().to_string();
    assert_eq!(
        error("amp,phase\n1,2\n\n3,abc\n"),
        "parameters, line 4, column `phase`: `abc` is not a number"
    );
    assert_eq!(
        error("amp,fase\n1,2\n"),
        "parameters, line 2: no column `phase`; the columns are `amp`, `fase`"
    );
    assert_eq!(error("amp,phase\n1\n"), "parameters, line 2: 1 cells, where the header has 2");
    assert_eq!(error("amp,phase,amp\n"), "parameters, line 1: column `amp` stands there twice");

    let error = |text| jsonl::<(f64, f64)>(names, text).unwrap_err().to_string();
    assert_eq!(
        error("{\"amp\": 1, \"phase\": 2}\n{\"amp\": true, \"phase\": 2}"),
        "parameters, line 2, column `amp`: `true` is not a number"
    );
    assert_eq!(
        error("{\"amp\": 1}"),
        "parameters, line 1: no column `phase`; the columns are `amp`"
    );
    assert_eq!(error("{\"amp\": 1,}"), "parameters, line 1: trailing comma at character 11");
    assert_eq!(error("[1, 2]"), "parameters, line 1: not an object");
}

#[test]
fn lines_are_counted_whatever_they_hold() {
    let line = |text: &str| {
        let error = csv::<(f64, String)>(&["x", "s"], text).unwrap_err().to_string();
        error.strip_prefix("parameters, line ").unwrap().split(',').next().unwrap().to_owned()
    };
    assert_eq!(line("x,s\nbad,"), "2");
    assert_eq!(line("x,s\r\nbad,\r\n"), "2");
    assert_eq!(line("x,s\r\n1,a\r\n\r\nbad,"), "4");
    assert_eq!(line("\n\nx,s\n\n1,a\n\nbad,\n\n"), "7");
    assert_eq!(line("x,s\n1,\"two\nlines\"\nbad,\"two\nlines\"\n"), "4");
    assert_eq!(line("\u{feff}x,s\n1,a\nbad,a\n"), "3");
}

#[test]
fn text_that_is_not_utf8_is_named() {
    let rows = ParamSource::<(f64,)>::open(CsvRows(&b"x,s\n1,a\n2,\xff\n"[..]), &["x"]).unwrap();
    let errors: Vec<_> = rows.filter_map(Result::err).map(|error| error.to_string()).collect();
    assert_eq!(errors, ["parameters, line 3, column `s`: it is not UTF-8"]);

    let rows = ParamSource::<(f64,)>::open(JsonRows(&b"{\"x\": 1}\n{\"s\": \"\xff\"}"[..]), &["x"])
        .unwrap();
    let errors: Vec<_> = rows.filter_map(Result::err).map(|error| error.to_string()).collect();
    assert_eq!(errors, ["parameters, line 2: invalid unicode code point at character 8"]);
}

#[test]
fn errors_in_a_struct_name_its_field() {
    let error = csv::<(Reading,)>(&["row"], "time,name\nabc,a\n").unwrap_err().to_string();
    assert_eq!(error, "parameters, line 2, column `time`: `abc` is not a number");
    let error = csv::<(Reading,)>(&["row"], "time\n1\n").unwrap_err().to_string();
    assert_eq!(error, "parameters, line 2: missing field `name`");
}

#[test]
fn numbers_out_of_range_and_unknown_variants_are_told() {
    assert_eq!(
        cell_error::<u8>("256"),
        "parameters, line 2, column `x`: invalid value: integer `256`, expected u8"
    );
    assert_eq!(
        cell_error::<i32>("1.5"),
        "parameters, line 2, column `x`: `1.5` is not a whole number"
    );
    assert_eq!(
        cell_error::<bool>("yes"),
        "parameters, line 2, column `x`: `yes` is not true or false"
    );
    assert_eq!(
        cell_error::<Kind>("Gale"),
        "parameters, line 2, column `x`: unknown variant `Gale`, expected `Calm` or `Storm`"
    );
}

#[test]
fn a_file_is_told_by_its_name_and_named_in_errors() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("readings.csv");
    let read = |name: &str| -> Result<Vec<(f64,)>> {
        ParamSource::<(f64,)>::open(FileRows(folder.path().join(name)), &["phase"])?.collect()
    };
    fs::write(&path, "phase\n1\nabc\n").unwrap();
    let expected = format!("{}, line 3, column `phase`: `abc` is not a number", path.display());
    assert_eq!(read("readings.csv").unwrap_err().to_string(), expected);

    fs::write(folder.path().join("a.NDJSON"), "\u{feff}{\"phase\": 1}\r\n").unwrap();
    assert_eq!(read("a.NDJSON").unwrap(), [(1.0,)]);
    assert!(read("none.csv").unwrap_err().to_string().contains("none.csv: "));
    let error = read("a.txt").unwrap_err().to_string();
    assert!(
        error.starts_with("params_file: ") && error.contains(".csv, .jsonl or .ndjson"),
        "{error}"
    );
}

#[test]
fn a_long_file_is_read_as_it_is_needed() {
    // Endless: whoever wanted to hold it all would never come back.
    struct Endless;
    impl std::io::Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let lines = b"{\"x\": 1.5}\n";
            let n = buffer.len().min(lines.len());
            buffer[..n].copy_from_slice(&lines[..n]);
            Ok(n)
        }
    }
    let rows = ParamSource::<(f64,)>::open(JsonRows(Endless), &["x"]).unwrap();
    assert!(rows.take(10_000).all(|row| row.unwrap() == (1.5,)));
}
