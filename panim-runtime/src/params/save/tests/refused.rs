//! What would not come back is refused while it is saved.

use super::*;

/// What cannot come back is refused while it is saved.
fn refused_in<P>(file: &str, names: &'static [&'static str], row: P::Item) -> String
where
    P: Row + Serialize + DeserializeOwned + Debug,
    P::Item: Clone,
{
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(file);
    let source = Saved { source: Items::<_, P>::new([row].into_iter()), path: path.clone() };
    let mut saving = part(ParamSource::<P>::open(source, names).unwrap(), "..", 1);
    let error = saving.next().unwrap().expect_err("refused").to_string();
    drop(saving);
    assert!(!path.exists());
    error.split_once(&format!("{file}: ")).unwrap().1.to_owned()
}

#[test]
fn what_would_not_come_back_is_refused() {
    for file in ["a.csv", "a.jsonl"] {
        let error = refused_in::<(Option<Option<f64>>, f64)>(file, &["o", "x"], (Some(None), 1.0));
        assert_eq!(error, "an `Option` that holds nothing is read as one that is empty");
        let error = refused_in::<(u128, f64)>(file, &["u", "x"], (u128::MAX, 1.0));
        assert!(error.contains(" is too large: the most is "), "{error}");
        #[derive(Clone, Debug, Default, Serialize, Deserialize)]
        struct Deep(Vec<Deep>);
        let deep = (0..120).fold(Deep::default(), |deep, _| Deep(vec![deep]));
        let error = refused_in::<(Deep, f64)>(file, &["d", "x"], (deep, 1.0));
        assert_eq!(error, "`d` has more than 100 lists or objects in each other");
    }
    for blank in ["", " ", "\n"] {
        let row = (Some(blank.to_owned()), 1.0);
        let error = refused_in::<(Option<String>, f64)>("a.csv", &["o", "x"], row.clone());
        assert!(error.starts_with("`o` is an `Option` of text without a letter"), "{error}");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.jsonl");
        let source = Saved {
            source: Items::<_, (Option<String>, f64)>::new([row.clone()].into_iter()),
            path: path.clone(),
        };
        let saving = ParamSource::<(Option<String>, f64)>::open(source, &["o", "x"]).unwrap();
        let mut saving = part(saving, "..", 1);
        saving.by_ref().for_each(drop);
        saving.finish().unwrap();
        let read = ParamSource::<(Option<String>, f64)>::open(FileRows(path), &["o", "x"]).unwrap();
        assert_eq!(read.map(Result::unwrap).collect::<Vec<_>>(), [row]);
    }
    for name in ["", " a", "7", "sep=x", "\0", "\u{feff}a"] {
        let row: BTreeMap<String, f64> = [(name.to_owned(), 1.0)].into();
        let row = if name.is_empty() { BTreeMap::new() } else { row };
        let error = refused_in::<(BTreeMap<String, f64>,)>("a.csv", &["m"], row);
        assert!(error.starts_with("columns cannot have the names `"), "{name:?}: {error}");
    }
}
