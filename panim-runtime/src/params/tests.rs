//! Rows in files: how each type is read, what errors say, and that what is saved comes back.
#![allow(clippy::unwrap_used)]

mod files;
mod messages;

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

/// Rows that are passed over are as if they were taken.
#[test]
fn rows_are_passed_over_in_every_source() {
    fn check<P: Row + std::fmt::Debug, S: ParamSource<P> + Clone>(
        source: S,
        names: &'static [&'static str],
    ) {
        let open = || source.clone().open(names).unwrap();
        let all: Vec<_> = open().map(|row| format!("{:?}", row.unwrap())).collect();
        for passed in 0..all.len() + 3 {
            for taken in [0, 1] {
                let mut rows = open();
                let taken = rows.by_ref().take(taken).count();
                let left = all.len() - taken;
                assert_eq!(rows.pass(passed).unwrap(), passed.min(left), "{passed}");
                let rest: Vec<_> = rows.map(|row| format!("{:?}", row.unwrap())).collect();
                assert_eq!(rest, all[(taken + passed).min(all.len())..]);
            }
        }
    }
    use super::*;
    check::<(u32,), _>(Items::new(0..7), &["n"]);
    check::<(u32,), _>(Items::new((0..20).filter(|n| n % 3 == 0)), &["n"]);
    check::<(f64,), _>((0.0..=1.0).over(7, |x| (x,)), &["x"]);
    check::<(u32,), _>(Simulation::new(7, 1, |n: &mut u32| *n *= 2), &["n"]);
    check::<(f64,), _>(CsvRows(&b"x\n1\n2\n\n3\n4\n"[..]), &["x"]);
    check::<(f64,), _>(JsonRows(&b"{\"x\": 1}\n\n{\"x\": 2}\n{\"x\": 3}\n"[..]), &["x"]);
    check::<(u32,), _>(Indexed([(1, 10), (0, 0), (2, 20)].into_iter()), &["n"]);
}
