//! What is saved comes back as it was.
#![allow(clippy::unwrap_used)]

mod refused;

use super::*;
use crate::{
    Fps,
    params::{FileRows, Items, Row},
    part::{Chosen, Selection},
};
use serde::{Deserialize, de::DeserializeOwned};
use std::{
    collections::{BTreeMap, HashMap},
    fmt::Debug,
    fs,
};

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

/// The rows of these frames, as a render takes them.
fn part<P, R: Rows<P>>(saving: R, frames: &str, step: usize) -> Chosen<P, R> {
    let (range, step) = (frames.parse().unwrap(), step.try_into().unwrap());
    Selection { range, step }.choose(saving, Fps::from(30)).unwrap()
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
        let mut saving = part(ParamSource::<P>::open(source, names).unwrap(), "..", 1);
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
    let mut saving = part(ParamSource::<(Reading,)>::open(source, &["row"]).unwrap(), "..", 1);
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

/// Every character that has a meaning to a reader, and every control character.
fn odd_texts() -> Vec<String> {
    let controls = (0..0x20_u8).chain([0x7f]).map(char::from);
    let others = " \"'#,;|\\\u{feff}\u{a0}\u{85}\u{2028}ü".chars();
    let mut texts: Vec<String> = controls
        .chain(others)
        .flat_map(|char| {
            [format!("{char}"), format!("a{char}"), format!("{char}a"), format!("{char}{char}")]
        })
        .collect();
    texts.extend(
        [
            "",
            "NaN",
            "inf",
            "-0",
            "1",
            "1e5",
            "0x10",
            "true",
            "[1]",
            "{\"a\": 1}",
            "[",
            "{",
            "\r\n",
            "sep=;",
            "# c",
            "\"",
            "\"\"",
            " NA ",
            "null",
            "a\r\nb",
            "\\N",
            "i: 1",
            "\"a\",b",
        ]
        .map(String::from),
    );
    texts
}

#[test]
fn every_text_comes_back() {
    let texts = odd_texts();
    round_trip::<(String,)>(&["s"], texts.clone());
    round_trip::<(String, f64, String)>(
        &["a", "x", "b"],
        texts.iter().map(|text| (text.clone(), 1.0, text.clone())).collect(),
    );
    let chars = texts.iter().filter_map(|text| text.chars().next());
    round_trip::<(char, bool)>(&["c", "b"], chars.map(|char| (char, true)).collect());
    round_trip::<(Vec<String>, HashMap<String, Option<String>>)>(
        &["v", "m"],
        texts.iter().map(|t| (vec![t.clone(); 2], [(t.clone(), Some(t.clone()))].into())).collect(),
    );
    let some = texts.iter().filter(|text| !text.trim().is_empty());
    round_trip::<(Option<String>, u8)>(
        &["o", "n"],
        some.map(|text| (Some(text.clone()), 1)).chain([(None, 2)]).collect(),
    );
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Odd {
    #[serde(rename = " NA ")]
    Spaced,
    #[serde(rename = "[1]")]
    List,
    Unit,
    One(Option<f32>),
    Two(i64, String),
    Named {
        inner: Box<Odd>,
        map: BTreeMap<i32, Vec<Option<bool>>>,
    },
}

#[test]
fn nested_values_come_back() {
    let map = BTreeMap::from([(-1, vec![None, Some(true)]), (7, vec![])]);
    let odd = [
        Odd::Spaced,
        Odd::List,
        Odd::Unit,
        Odd::One(None),
        Odd::One(Some(f32::MIN_POSITIVE / 2.0)),
        Odd::One(Some(f32::NAN)),
        Odd::Two(i64::MIN, "a\0b".into()),
        Odd::Named { inner: Odd::Two(1, "\n".into()).into(), map },
    ];
    // an enum, and an `Option` of a struct, are one column, also where they are all there is
    round_trip::<(Odd,)>(&["odd"], odd.to_vec());
    round_trip::<(Option<Odd>, (u64, [f64; 2]))>(
        &["odd", "pair"],
        odd.iter().cloned().map(|odd| (Some(odd), (u64::MAX, [-0.0, 5e-324]))).collect(),
    );
    let reading = Reading { time: -0.0, name: " ".into(), count: Some(0) };
    round_trip::<(Option<Reading>,)>(&["row"], vec![Some(reading.clone()), None]);
    round_trip::<(i128, u128)>(
        &["i", "u"],
        vec![(i128::MIN + 1, 0), (-1, u128::MAX / 2), (i128::from(u64::MAX) + 1, 1)],
    );
    round_trip::<(HashMap<u32, f64>, bool)>(&["m", "b"], vec![([(7, 0.5)].into(), true)]);
    round_trip::<(BTreeMap<String, f32>,)>(
        &["m"],
        vec![[("a,b;c".into(), 0.1), ("#".into(), f32::MAX)].into()],
    );
    // a field that is named as the parameter is
    #[derive(Clone, Debug, Serialize, Deserialize)]
    struct Outer {
        row: Reading,
        text: String,
    }
    round_trip::<(Outer,)>(&["row"], vec![Outer { row: reading, text: "{}".into() }]);
}

#[test]
fn rows_without_a_frame_are_not_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rows.csv");
    for (frames, step, expected) in [
        ("..", 1, "0 1 2 3 4 5 6 7"),
        ("3..=5", 1, "3 4 5"),
        ("1..", 3, "1 4 7"),
        ("..4", 2, "0 2"),
    ] {
        for is_counted in [true, false] {
            let items: Box<dyn Iterator<Item = u32>> = match is_counted {
                true => Box::new(0..8),
                false => Box::new((0..).take_while(|&i| i < 8)),
            };
            let source = Saved { source: Items::<_, (u32,)>::new(items), path: path.clone() };
            let mut saving = part(ParamSource::open(source, &["x"]).unwrap(), frames, step);
            let drawn: Vec<_> = saving.by_ref().map(|row| row.unwrap().0.to_string()).collect();
            saving.finish().unwrap();
            assert_eq!(drawn.join(" "), expected);
            let text = fs::read_to_string(&path).unwrap();
            assert_eq!(text, format!("x\n{}\n", expected.replace(' ', "\n")), "{frames}");
        }
    }
}
