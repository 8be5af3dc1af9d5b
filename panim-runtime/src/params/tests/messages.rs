//! What errors say of a row: line, column, field, and what may have been meant.

use super::*;

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
