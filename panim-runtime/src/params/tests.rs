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
        "parameters, line 2, column `x`: it is empty, not a whole number; where a value may be missing, \
         take an `Option` or a float"
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
    assert_eq!(error("amp,phase\n1\n"), "parameters, line 2: 1 cell, where the header has 2");
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
    assert!(error("[1, 2]").starts_with("parameters, line 1: not an object: JSON Lines has"));
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
    assert_eq!(
        errors,
        ["parameters, line 3, column `s`: it is not UTF-8; allowed: UTF-8 or UTF-16"]
    );

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
    assert_eq!(error, "parameters, line 2: missing field `name`; the columns are `time`");
}

#[test]
fn errors_in_flattened_fields_name_the_column_where_it_can_be_told() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code)]
    struct Outer {
        id: u8,
        #[serde(flatten)]
        inner: Inner,
    }
    #[derive(Debug, Deserialize)]
    #[expect(dead_code)]
    struct Inner {
        x: f64,
        n: u8,
    }
    let error = |row: &str| {
        let error = csv::<(Outer,)>(&["row"], &format!("id,x,n\n{row}\n")).unwrap_err();
        error.to_string().strip_prefix("parameters, line 2").unwrap().to_owned()
    };
    assert!(error("1,abc,2").starts_with(", column `x`: invalid type: string \"abc\""));
    assert!(error("1,2,400").starts_with(", column `n`: invalid value: integer `400`"));
    assert!(error("1,,2").starts_with(", column `x`: invalid type: unit value"));
    #[derive(Debug, Deserialize)]
    #[serde(tag = "kind")]
    #[expect(dead_code)]
    enum Event {
        Move { to: f64 },
    }
    let tagged = csv::<(Event,)>(&["event"], "kind,to\nMove,x\n").unwrap_err().to_string();
    assert!(tagged.starts_with("parameters, line 2, column `to`: invalid type"), "{tagged}");
    // either of two that are the same
    assert!(error("1,abc,abc").starts_with(": invalid type: string \"abc\""));
}

#[test]
fn what_a_cell_may_have_been_meant_for_is_told() {
    assert!(cell_error::<i64>(&"9".repeat(45)).contains("the largest are about 1.7e38"));
    assert!(cell_error::<i64>("1e400").contains("the largest are about 1.7e38"));
    assert!(
        cell_error::<u8>("\"\"").contains("it is empty, not a whole number; where a value may")
    );
    assert!(cell_error::<f64>("\u{2212}1.5").contains("minus is written `-`, `-1.5`"));
    for grouped in ["1 000", "1'000", "1_000", "1\u{a0}000", "1\u{202f}000", "\"1,000,000\""] {
        assert!(cell_error::<f64>(grouped).contains("digits are not grouped, `1000"), "{grouped}");
    }
    for not_grouped in ["'1'", "_1", "1_"] {
        assert!(cell_error::<f64>(not_grouped).ends_with("is not a number"), "{not_grouped}");
    }
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
        error.starts_with("params_file: ") && error.contains(".csv, .tsv, .jsonl or .ndjson"),
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

#[test]
fn a_quote_that_is_never_closed_is_found_where_it_opened() {
    let error = |text: &str| csv::<(f64, String)>(&["x", "s"], text).unwrap_err().to_string();
    let never = |line: u64| {
        format!("parameters, line {line}: the quote opened in line {line} is never closed")
    };
    assert_eq!(error("x,s\n1,\"a\n2,b\n3,c\n4,d\n"), never(2));
    assert_eq!(error("x,s\n\"1,2\n3,4\n"), never(2));
    assert_eq!(error("x,s\n1,a\n2,\"b\"\n3,\"c"), never(4));
    assert_eq!(error("x,s\r\n1,\"a\r\nb\"\r\n2,\"c\r\n"), never(4));
    assert_eq!(error("x,s\r1,\"a\r2,b\r"), never(2));
    assert_eq!(error("# it's \"here\n\nx,\"s\n1,a\n"), never(3));
    assert_eq!(error("x,s\n1,\"a\"\"\n"), never(2));
    assert_eq!(
        error("x,s\n1,\"a\n2,\"b\"\n3,c\n"),
        "parameters, line 3: the quote opened in line 2 is closed in the middle of a cell; a quote \
         inside of quotes is written twice"
    );
    // The rows before it were good ones.
    let rows = ParamSource::<(f64,)>::open(CsvRows(&b"x,s\n1,a\n2,\"b\n"[..]), &["x"]).unwrap();
    assert_eq!(rows.map(|row| row.is_ok()).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn tables_of_every_kind_are_read() {
    let rows = |text: &[u8]| -> Vec<(f64, String)> {
        ParamSource::<(f64, String)>::open(CsvRows(text), &["x", "s"])
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    let expected = [(1.5, "a,b".to_owned()), (2.0, "μ".to_owned())];
    for text in [
        "x,s\n1.5,\"a,b\"\n2,μ\n",
        "x;s\n1.5;a,b\n2;μ",
        "s\tx\r\na,b\t1.5\r\nμ\t2\r\n",
        "x|s\r1.5|a,b\r2|μ\r",
        "\"x\";\"s\"\n\"1.5\";\"a,b\"\n\"2\";\"μ\"\n",
        "# made by a machine, in 2026\n#\n\nx,s\n1.5,\"a,b\"\n2,μ\n",
        "sep=;\nx;s\n1.5;a,b\n2;μ\n",
        " x , s \n 1.5 ,\"a,b\"\n 2 ,μ\n\n",
        "x,s,\n1.5,\"a,b\",\n2,μ,\n",
    ] {
        assert_eq!(rows(text.as_bytes()), expected, "{text}");
        let utf16 = |of: fn(u16) -> [u8; 2]| -> Vec<u8> {
            std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(of).collect()
        };
        assert_eq!(rows(&utf16(u16::to_le_bytes)), expected, "{text}");
        assert_eq!(rows(&utf16(u16::to_be_bytes)), expected, "{text}");
        assert_eq!(rows(format!("\u{feff}{text}").as_bytes()), expected, "{text}");
    }
}

#[test]
fn a_header_may_be_a_comment_as_numpy_writes_it() {
    let rows: Vec<(f64, f64)> = csv(&["y", "x"], "# made by numpy\n# x,y\n1,2\n3,nan\n").unwrap();
    assert_eq!(rows[0], (2.0, 1.0));
    assert!(rows[1].0.is_nan());
    let rows: Vec<(String,)> = csv(&["name"], "# name,x\na,1\nb,2\n").unwrap();
    assert_eq!(rows, [("a".to_owned(),), ("b".to_owned(),)]);
    let rows: Vec<(String,)> = csv(&["name"], "# a comment, with a comma\nname,x\nb,2\n").unwrap();
    assert_eq!(rows, [("b".to_owned(),)]);
    let error = csv::<(f64,)>(&["x"], "1.5,2\n3,4\n").unwrap_err().to_string();
    assert_eq!(error, "parameters, line 1: it has to name the columns, and holds `1.5`, `2`");
    let error = csv::<(f64,)>(&["x"], "x y\n3 4\n").unwrap_err().to_string();
    assert!(error.ends_with("the columns are `x y`; cells are separated by `,`, `;`, `|` or tabs"));
    let error = csv::<(f64,)>(&["x"], "x,y\n3,4\n# the end\n").unwrap_err().to_string();
    assert!(error.ends_with("1 cell, where the header has 2; comments stand above the header"));
}

#[test]
fn what_others_write_for_a_missing_value_is_nan_or_none() {
    for text in ["NA", "N/A", "null", "NULL", "#N/A", "nan", "NaN", "-", "", " NA ", "None", "<NA>"]
    {
        assert!(cell::<f64>(text).is_nan(), "{text}");
        assert!(cell::<f32>(&format!("\"{text}\"")).is_nan(), "{text}");
        assert_eq!(cell::<Option<f64>>(text), None, "{text}");
        assert_eq!(cell::<Option<i32>>(text), None, "{text}");
    }
    assert_eq!(cell::<String>("NA"), "NA");
    assert_eq!(cell::<Option<String>>("\"NA\""), Some("NA".to_owned()));
    assert!(
        cell_error::<i32>("NA").contains("`NA` is not a whole number; where a value may be miss")
    );

    let rows: Vec<(f64,)> = jsonl(&["x"], "{\"x\": NaN}\n{\"x\":null}\n{\"x\": \"NA\"}\n").unwrap();
    assert!(rows.iter().all(|row| row.0.is_nan()));
    let rows: Vec<(f64,)> = jsonl(&["x"], "{\"x\": Infinity}\n{\"x\": -Infinity}").unwrap();
    assert_eq!(rows, [(f64::INFINITY,), (f64::NEG_INFINITY,)]);
    let rows: Vec<(Option<f64>, Vec<f64>)> =
        jsonl(&["x", "v"], "{\"x\": NaN, \"v\": [1, NaN]}").unwrap();
    assert!(rows[0].0.is_none() && rows[0].1[1].is_nan());
}

#[test]
fn whole_numbers_are_exact_and_no_float_overflows() {
    const ODD: i64 = 9_007_199_254_740_993;
    assert_eq!(cell::<i64>("9007199254740993.0"), ODD);
    assert_eq!(cell::<i64>("1e3"), 1000);
    assert_eq!(cell::<u128>(&u64::MAX.to_string()), u64::MAX.into());
    let rows = jsonl::<(i64,)>(&["n"], "{\"n\": 9007199254740993.0}\n{\"n\": 2e2}").unwrap();
    assert_eq!(rows, [(ODD,), (200,)]);
    assert!(cell_error::<i64>("4503599627370496.5").contains("is not a whole number"));
    assert!(cell_error::<f64>("1e400").contains("the largest are about 1.8e308"));
    assert!(cell_error::<f32>("1e39").contains("the largest are about 3.4e38"));
    assert_eq!(cell::<f64>("-inf"), f64::NEG_INFINITY);
    let error = |text| jsonl::<(f64,)>(&["x"], text).unwrap_err().to_string();
    assert!(error("{\"x\": 1e400}").contains("number out of range at character 7"));
    assert!(error("{\"x\": \"1e400\"}").contains("1.8e308"));
    assert!(cell_error::<f64>("\"1,5\"").contains("written with a point, `1.5`"));
    assert!(cell_error::<f64>("1_000").contains("not grouped, `1000`"));
    assert_eq!(
        [cell::<bool>("TRUE"), cell("1.0"), cell("FALSE"), cell("0")],
        [true, true, false, false]
    );
}

#[test]
fn names_that_stand_twice_are_errors() {
    let error = |text| jsonl::<(f64,)>(&["x"], text).unwrap_err().to_string();
    assert!(error("{\"x\": 1, \"x\": 2}").contains("line 1: `x` stands twice in the object"));
    assert!(error("{\"x\": 1, \"o\": {\"y\": 1, \"y\": 2}}").contains("`y` stands twice"));
    let error = csv::<(f64,)>(&["x"], "x,y,y\n1,2,3\n").unwrap_err().to_string();
    assert_eq!(error, "parameters, line 1: column `y` stands there twice");
}

#[test]
fn json_that_is_not_one_object_a_line_is_told_so() {
    let error = |text: &str| jsonl::<(f64,)>(&["x"], text).unwrap_err().to_string();
    for text in [
        "[{\"x\": 1}, {\"x\": 2}]",
        "[\n  {\"x\": 1},\n  {\"x\": 2}\n]\n",
        "{\n  \"x\": 1\n}\n",
        "{\"x\": 1},\n{\"x\": 2}\n",
        "{\"x\": 1}{\"x\": 2}\n",
        "{\"x\": [1,\n",
        "3\n",
        "x,y\n1,2\n",
        "# a comment\n{\"x\": 1}\n",
        "// a comment\n{\"x\": 1}\n",
        "{\"x\": \"cut\n",
    ] {
        let error = error(text);
        assert!(error.starts_with("parameters, line 1: "), "{error}");
        assert!(error.contains("one whole object a line"), "{error}");
    }
    for (text, told) in [
        ("{\"x\": None}", "no JSON value: `None` at character 7"),
        ("{\"x\": nan}", "no JSON value: `nan` at character"),
        ("{\"x\": .5}", "no JSON value: `.5` at character 7"),
        ("{\"\u{3bc}\": True}", "no JSON value: `True` at character 7"),
        ("{\"x\": 'a'}", "text without double quotes at character 7"),
        ("{'x': 1}", "a name without double quotes at character 2"),
        ("{x: 1}", "a name without double quotes at character 2"),
        ("{\"x\": }", "no JSON value at character 7"),
        ("{}", "no column `x`; there are no columns"),
    ] {
        let error = error(text);
        assert!(error.contains(told), "{error}");
    }
    assert_eq!(jsonl::<(f64,)>(&["x"], "{\"x\": 1}\r\r{\"x\": 2}").unwrap(), [(1.0,), (2.0,)]);
}

#[test]
fn messages_repeat_no_more_than_the_beginning_of_a_cell() {
    #[derive(Debug, Deserialize)]
    #[serde(try_from = "String")]
    struct Picky;
    impl TryFrom<String> for Picky {
        type Error = String;
        fn try_from(text: String) -> Result<Self, String> {
            Err(format!("no, not {text}"))
        }
    }
    let long = "y".repeat(100_000);
    for error in [
        cell_error::<f64>(&long),
        cell_error::<i32>(&long),
        cell_error::<bool>(&long),
        cell_error::<char>(&long),
        cell_error::<Kind>(&long),
        cell_error::<Vec<f64>>(&long),
        cell_error::<BTreeMap<String, u8>>(&format!("\"{{\"\"a\"\": [\"\"{long}\"\"]}}\"")),
        csv::<(f64,)>(&["x"], &format!("{long}\n1\n")).unwrap_err().to_string(),
        csv::<(f64,)>(&["x"], &format!("x,{long},{long}\n1\n")).unwrap_err().to_string(),
        csv::<(Reading,)>(&["row"], &format!("time,name,count\n{long},a,1\n"))
            .unwrap_err()
            .to_string(),
        jsonl::<(f64,)>(&["x"], &format!("{{\"x\": \"{long}\"}}")).unwrap_err().to_string(),
        jsonl::<(f64,)>(&["x"], &format!("{{\"x\": [\"{long}\"]}}")).unwrap_err().to_string(),
        jsonl::<(f64,)>(&["x"], &format!("{{\"{long}\": 1, \"{long}\": 1}}"))
            .unwrap_err()
            .to_string(),
    ] {
        assert!(error.len() < 300, "{} bytes: {}", error.len(), &error[..300]);
    }
    assert!(cell_error::<Picky>(&long).len() < 1200);
    assert!(cell_error::<f64>("\"a\nb\"").ends_with("`a\\nb` is not a number"));
}

#[test]
fn many_columns_take_no_more_than_their_time() {
    let names = (0..100_000).map(|n| format!("c{n},")).collect::<String>();
    let text = format!("{names}x\n{}1\n", ",".repeat(100_000));
    assert_eq!(csv::<(f64,)>(&["x"], &text).unwrap(), [(1.0,)]);
    let error = csv::<(f64,)>(&["x"], &format!("{names}c0\n")).unwrap_err().to_string();
    assert!(error.ends_with("column `c0` stands there twice"));
}

#[test]
fn a_file_without_rows_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let read = |name: &str, text: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        let rows = ParamSource::<(f64,)>::open(FileRows(path.clone()), &["x"]);
        let rows: Result<Vec<_>> = rows.and_then(Iterator::collect);
        let error = rows.unwrap_err().to_string();
        error.strip_prefix(&format!("{}: ", path.display())).unwrap_or(&error).to_owned()
    };
    assert_eq!(read("a.csv", b""), "no frames: it is empty");
    assert_eq!(read("a.csv", b"\xef\xbb\xbf\r\n"), "no frames: it is empty");
    assert_eq!(read("a.csv", b"# x\n"), "no frames: it holds only comments");
    assert_eq!(read("a.csv", b"x,y\n"), "no frames: it has a header and no rows");
    assert_eq!(read("a.tsv", b"x\ty"), "no frames: it has a header and no rows");
    assert_eq!(read("a.jsonl", b"\n\n"), "no frames: it is empty");
    fs::create_dir(folder.path().join("b.csv")).unwrap();
    let error = ParamSource::<(f64,)>::open(FileRows(folder.path().join("b.csv")), &["x"]);
    assert!(error.err().unwrap().to_string().ends_with("b.csv: is a folder, not a file"));
    let error = read("a.csv", b"x,y\n1,\0\n");
    assert!(error.ends_with("line 2, column `y`: it holds a zero byte"), "{error}");
    let error = read("a.csv", b"x,\xe4\n1,2\n");
    assert!(error.contains("line 1: the name of column 2: it is not UTF-8; allowed"), "{error}");
    assert!(read("a.csv", b"\x1f\x8b\x08\0").starts_with("it is compressed, by gzip"));
    fs::write(folder.path().join("a.csv"), "x\n1\n").unwrap();
    for (name, told) in [
        ("a.csv/", "a.csv/: is a folder, not a file"),
        ("a.csv/b.csv", "a.csv` is a file, not a folder"),
    ] {
        let rows = ParamSource::<(f64,)>::open(FileRows(folder.path().join(name)), &["x"]);
        let error = rows.err().unwrap().to_string();
        assert!(error.ends_with(told), "{error}");
    }
}
