//! What is saved comes back as it was.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::params::{FileRows, Items, Row};
use serde::{Deserialize, de::DeserializeOwned};
use std::{fmt::Debug, fs};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Reading {
    time: f64,
    name: String,
    count: Option<u8>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
enum Kind {
    Calm,
    Storm,
}

/// Saves rows, reads them back and compares their debug forms, in which NaN equals NaN.
fn round_trip<P>(names: &'static [&'static str], rows: Vec<P::Item>)
where
    P: Row + Serialize + DeserializeOwned + Debug,
    P::Item: Clone,
{
    let folder = tempfile::tempdir().unwrap();
    for name in ["rows.csv", "rows.tsv", "rows.jsonl"] {
        let path = folder.path().join(name);
        let source =
            Saved { source: Items::<_, P>::new(rows.clone().into_iter()), path: path.clone() };
        let mut saving = ParamSource::<P>::open(source, names).unwrap();
        let saved: Vec<P> = saving.by_ref().map(Result::unwrap).collect();
        assert!(!path.exists());
        saving.finish().unwrap();

        let read = ParamSource::<P>::open(FileRows(path.clone()), names).unwrap();
        let read: Vec<P> = read.map(Result::unwrap).collect();
        assert_eq!(
            format!("{read:?}"),
            format!("{saved:?}"),
            "{}",
            fs::read_to_string(path).unwrap()
        );
    }
}

#[test]
fn numbers_come_back_exactly() {
    let mut numbers = vec![
        0.1,
        -0.0,
        1.0 / 3.0,
        5e-324,
        f64::MAX,
        f64::MIN_POSITIVE,
        1e21,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        123_456_789.123_456_78,
    ];
    let mut bits = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..2000 {
        bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        numbers.push(f64::from_bits(bits));
    }
    round_trip::<(f64,)>(&["x"], numbers);
    round_trip::<(f32,)>(&["x"], vec![0.1, f32::MAX, f32::NAN]);
    round_trip::<(i64, u64)>(&["i", "u"], vec![(i64::MIN, u64::MAX), (-1, 0)]);
}

#[test]
fn text_lists_and_objects_come_back() {
    let odd = ["", " a ", "a,b", "\"quoted\"", "two\nlines", "[1", "[1]", "NaN", "true", "ü→"];
    round_trip::<(String, bool)>(&["s", "b"], odd.iter().map(|s| (s.to_string(), true)).collect());
    round_trip::<(Vec<f64>, Option<f64>)>(
        &["v", "o"],
        vec![(vec![1.0, f64::NAN], None), (vec![], Some(0.5)), (vec![f64::INFINITY], Some(1e300))],
    );
    round_trip::<(Kind, Option<Kind>)>(
        &["k", "o"],
        vec![(Kind::Calm, None), (Kind::Storm, Some(Kind::Calm))],
    );
    let reading = Reading { time: f64::INFINITY, name: "a,b".into(), count: Some(1) };
    round_trip::<(Reading,)>(&["row"], vec![reading.clone(), Reading::default()]);
    round_trip::<(f64, Reading)>(&["t", "row"], vec![(1.0, reading)]);
}

#[test]
fn text_that_reads_as_a_missing_value_comes_back_as_text() {
    let words = ["NA", "null", "-", "a", " NA ", "#", "NaN"];
    let rows = words.iter().map(|word| (Some((*word).to_owned()), (*word).to_owned()));
    round_trip::<(Option<String>, String)>(&["o", "s"], rows.collect());
    round_trip::<(Option<f64>, Option<f32>)>(
        &["a", "b"],
        vec![(Some(f64::NAN), None), (None, Some(f32::NAN)), (Some(f64::INFINITY), Some(-0.0))],
    );
    round_trip::<(String,)>(&["s"], ["a", "NA", "#b", "", " "].map(String::from).into());
}

#[test]
fn enums_with_content_come_back() {
    #[derive(Clone, Debug, Serialize, Deserialize)]
    enum Shape {
        Dot,
        Circle(f64),
        Line(f64, f64),
        Square { side: f64 },
    }
    let shapes =
        [Shape::Dot, Shape::Circle(f64::NAN), Shape::Line(1.0, 2.0), Shape::Square { side: 3.0 }];
    round_trip::<(Shape,)>(&["shape"], vec![shapes[0].clone()]);
    round_trip::<(f64, Shape)>(&["t", "shape"], shapes.map(|shape| (0.5, shape)).into());
}

#[test]
fn a_struct_is_saved_as_its_columns() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.csv");
    let source = Saved {
        source: Items::<_, (Reading,)>::new([Reading::default()].into_iter()),
        path: path.clone(),
    };
    let mut saving = ParamSource::<(Reading,)>::open(source, &["row"]).unwrap();
    saving.by_ref().for_each(drop);
    saving.finish().unwrap();
    assert_eq!(fs::read_to_string(path).unwrap(), "time,name,count\n0.0,,\n");
}

#[test]
fn saving_needs_parameters_and_a_known_format() {
    let save = |name: &str, names| {
        let source =
            Saved { source: Items::<_, (f64,)>::new(std::iter::empty()), path: name.into() };
        ParamSource::<(f64,)>::open(source, names).err().unwrap().to_string()
    };
    assert_eq!(save("a.csv", &[]), "save_params: this animation has no parameters to save");
    assert!(save("a.txt", &["x"]).starts_with("save_params: `a.txt` given; allowed: "));
}
