#![allow(clippy::unwrap_used)]
use super::*;
use crate::params::{Items, ParamSource};
use std::num::NonZeroUsize;

/// The rows that are chosen, and their numbers.
fn chosen(
    range: &str,
    step: usize,
    items: impl Iterator<Item = usize>,
) -> Result<(Vec<usize>, Vec<usize>)> {
    let part = Selection { range: range.parse().unwrap(), step: NonZeroUsize::new(step).unwrap() };
    let rows = ParamSource::<(usize,)>::open(Items::new(items), &[])?;
    let mut rows = part.choose(rows, Fps::from(10))?;
    let (numbers, first) = (rows.numbers(), rows.take_first());
    let hint = rows.size_hint();
    assert_eq!(first.is_some(), numbers.first > 0);
    let rows: Vec<_> = rows.map(|row| row.map(|(row,)| row)).collect::<Result<_>>()?;
    assert!(hint.0 <= rows.len() && hint.1.is_none_or(|most| rows.len() <= most), "{hint:?}");
    let numbers = (0..rows.len()).map(|place| numbers.of(place)).collect();
    Ok((rows, numbers))
}

#[test]
fn rows_keep_their_numbers_whether_their_count_is_known_or_not() {
    for (range, step, expected) in [
        ("..", 1, vec![0, 1, 2, 3, 4, 5, 6, 7]),
        ("..", 3, vec![0, 3, 6]),
        ("2..5", 1, vec![2, 3, 4]),
        ("1..", 2, vec![1, 3, 5, 7]),
        ("2..=6", 2, vec![2, 4, 6]),
        ("50%..", 1, vec![4, 5, 6, 7]),
        ("0.3s..=0.5s", 1, vec![3, 4, 5]),
        ("..8", 7, vec![0, 7]),
    ] {
        let known = chosen(range, step, 0..8).unwrap();
        assert_eq!(known, (expected.clone(), expected.clone()), "{range} {step}");
        let unknown = chosen(range, step, (0..).take_while(|&i| i < 8)).unwrap();
        assert_eq!(unknown, known, "{range} {step}");
    }
}

#[test]
fn a_count_that_is_known_stays_so() {
    let rows = |range: &str, step| {
        let part =
            Selection { range: range.parse().unwrap(), step: NonZeroUsize::new(step).unwrap() };
        let rows = ParamSource::<(usize,)>::open(Items::new(0..10), &[]).unwrap();
        part.choose(rows, Fps::from(10)).unwrap()
    };
    let mut some = rows("3..9", 2);
    assert_eq!(some.size_hint(), (3, Some(3)));
    some.next();
    assert_eq!(some.size_hint(), (2, Some(2)));
    assert_eq!(rows("..", 1).size_hint(), (10, Some(10)));
}

#[test]
fn what_is_not_there_is_told_before_work_begins_if_it_can_be() {
    let told = |range: &str| chosen(range, 1, 0..8).unwrap_err().to_string();
    assert_eq!(told("4..9"), "--frames: `4..9` given; allowed: within 0..8, as there are 8 frames");
    let unknown = |range: &str| chosen(range, 1, (0..).take_while(|&i| i < 8)).unwrap_err();
    assert_eq!(unknown("4..9").to_string(), told("4..9"));
    assert_eq!(unknown("8..9").to_string(), told("8..9").replace("4..9", "8..9"));
    assert_eq!(unknown("12..").to_string(), "no frame 12: the parameters end after 8");
    assert_eq!(unknown("8..").to_string(), "no frame 8: the parameters end after 8");
}

#[test]
fn parameters_that_never_end_have_parts() {
    assert_eq!(chosen("3..5", 1, 0..).unwrap().0, [3, 4]);
    let error = chosen("50%..", 1, std::iter::repeat(1)).unwrap_err().to_string();
    assert!(error.contains("never end"), "{error}");
}
