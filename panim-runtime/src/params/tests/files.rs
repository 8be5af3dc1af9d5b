//! Files: of other programs, long ones, with many columns, and without rows.

use super::*;

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
fn names_that_stand_twice_are_errors() {
    let error = |text| jsonl::<(f64,)>(&["x"], text).unwrap_err().to_string();
    assert!(error("{\"x\": 1, \"x\": 2}").contains("line 1: `x` stands twice in the object"));
    assert!(error("{\"x\": 1, \"o\": {\"y\": 1, \"y\": 2}}").contains("`y` stands twice"));
    let error = csv::<(f64,)>(&["x"], "x,y,y\n1,2,3\n").unwrap_err().to_string();
    assert_eq!(error, "parameters, line 1: column `y` stands there twice");
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
