#![allow(clippy::unwrap_used)]

use super::{
    folder::PartsFolder,
    plan::PlanFile,
    record::{GroupKey, Look},
    segment::Segment,
    store::Store,
};
use crate::{
    encode::{EncodedGroup, PackedPicture, Sample},
    output::OutputFormat,
    settings::Settings,
};
use fastrand::Rng;
use std::{fs, path::Path};
use tempfile::TempDir;

const LOOK: Look = Look { width: 64, height: 48, transparent: false };
const GROUPS: usize = 12;
const PLAN: u128 = 0x0123_4567_89ab_cdef_0011_2233_4455_6677;

fn key(index: usize) -> GroupKey {
    GroupKey { index, first: 5 * index, frames: 5, rows: index as u128 * 77 }
}

/// Another one for each index.
fn group(index: usize) -> EncodedGroup {
    let mut rng = Rng::with_seed(index as u64);
    let mut bytes = |least: usize| -> Vec<u8> {
        let length = rng.usize(least..least + 40);
        (0..length).map(|_| rng.u8(..)).collect()
    };
    let mut group = EncodedGroup { sps: bytes(4), pps: bytes(2), ..EncodedGroup::default() };
    for n in 0..5 {
        let picture = bytes(1);
        group.samples.push(Sample { size: picture.len() as u32, sync: n == 0 });
        group.data.extend(picture);
    }
    if index.is_multiple_of(2) {
        let pixels = bytes(0).into_iter().flat_map(|byte| [byte; 4]).collect::<Vec<_>>();
        group.ends = Some(Box::new([PackedPicture::of(&[7; 400]), PackedPicture::of(&pixels)]));
    }
    group
}

fn folder() -> (TempDir, PartsFolder) {
    let folder = tempfile::tempdir().unwrap();
    let parts = PartsFolder::of(&folder.path().join("a.mp4"));
    parts.make().unwrap();
    (folder, parts)
}

fn fill(folder: &PartsFolder, label: &str, plan: u128, indices: impl Iterator<Item = usize>) {
    let mut segment = Segment::create(folder.path(), label, plan).unwrap();
    for index in indices {
        segment.append(key(index), LOOK, &group(index)).unwrap();
    }
    segment.sync().unwrap();
}

/// Which groups are there, every one of them as it was written.
fn whole(folder: &PartsFolder) -> Vec<usize> {
    let mut store = Store::scan(folder, &[], PLAN).unwrap();
    store.verify().unwrap();
    let keys: Vec<_> = store.keys().collect();
    for found in &keys {
        assert_eq!(*found, key(found.index));
        assert_eq!(store.load(*found).unwrap(), Some((LOOK, group(found.index))));
    }
    keys.into_iter().map(|key| key.index).collect()
}

#[test]
fn groups_of_all_segments_are_read_back_once() {
    let (_keep, folder) = folder();
    fill(&folder, "all", PLAN, [3, 0, 1, 11].into_iter());
    fill(&folder, "all", PLAN, [1, 2].into_iter());
    fill(&folder, "7", PLAN, [4].into_iter());
    fill(&folder, "7", PLAN + 1, [5].into_iter());
    assert_eq!(whole(&folder), [0, 1, 2, 3, 4, 11]);
    let of_seven = Store::scan(&folder, &["7"], PLAN).unwrap();
    assert_eq!(of_seven.keys().map(|key| key.index).collect::<Vec<_>>(), [4]);
}

#[test]
fn a_segment_without_groups_leaves_nothing() {
    let (_keep, folder) = folder();
    fill(&folder, "all", PLAN, [].into_iter());
    assert!(folder.segments(&[]).unwrap().is_empty());
    folder.remove_if_useless();
    assert!(!folder.path().exists());
}

/// Whatever happens to a segment, what is read of it is what was written, and all that was written
/// before the damage and can still be told from it is read.
#[test]
fn a_thousand_damages_give_no_wrong_group() {
    let (_keep, folder) = folder();
    fill(&folder, "all", PLAN, 0..GROUPS);
    let path = &folder.segments(&[]).unwrap()[0];
    let whole_bytes = fs::read(path).unwrap();
    let (_keep, other) = self::folder();
    fill(&other, "all", PLAN ^ 1, (0..GROUPS).rev());
    let of_another = fs::read(&other.segments(&[]).unwrap()[0]).unwrap();
    for seed in 0..1000 {
        let mut rng = Rng::with_seed(seed);
        let mut bytes = whole_bytes.clone();
        let at = rng.usize(..bytes.len());
        match seed % 8 {
            0 => bytes.truncate(at),
            1 => {
                // as a disk leaves it after a loss of power
                bytes[at..].fill(0);
            }
            2 => {
                let from = rng.usize(..of_another.len());
                let length = rng.usize(1..500).min(of_another.len() - from).min(bytes.len() - at);
                bytes[at..at + length].copy_from_slice(&of_another[from..from + length]);
            }
            3 => _ = bytes.drain(at..(at + rng.usize(1..300)).min(whole_bytes.len())),
            4 => {
                let (from, length) = (rng.usize(..bytes.len()), rng.usize(1..300));
                let copied = bytes[from..(from + length).min(bytes.len())].to_vec();
                bytes.splice(at..at, copied);
            }
            _ => bytes[at] ^= 1 << rng.u32(..8),
        }
        fs::write(path, &bytes).unwrap();
        let found = whole(&folder);
        let same = bytes.iter().zip(&whole_bytes).take_while(|(a, b)| a == b).count();
        if bytes != whole_bytes {
            assert!(found.len() < GROUPS || same >= whole_bytes.len(), "seed {seed}");
        }
        let before = same * (GROUPS - 2) / whole_bytes.len();
        assert!(found.len() + 3 >= before, "seed {seed}: {} of {before}", found.len());
    }
    fs::write(path, of_another).unwrap();
    assert!(whole(&folder).is_empty());
}

#[test]
fn a_plan_is_what_was_written_or_refused() {
    let (_keep, folder) = folder();
    let now = PlanFile::of(&Settings::default(), &OutputFormat::Mp4, &["x"], Some(61)).unwrap();
    let plan = now.clone().put(&folder).unwrap();
    assert_eq!(PlanFile::read(&folder).unwrap(), Some(plan.clone()));
    // what is known later is added, and nothing is changed
    let known = PlanFile { shares: Some(4), ..now.clone() }.put(&folder).unwrap();
    assert_eq!((known.shares, known.fingerprint()), (Some(4), plan.fingerprint()));
    assert_eq!(PlanFile { frames: None, ..now.clone() }.put(&folder).unwrap(), known);
    let error = PlanFile { shares: Some(5), ..now }.put(&folder).unwrap_err().to_string();
    assert!(error.contains("`tasks` is 4 there and 5 here"), "{error}");

    let path = folder.path().join("plan.json");
    let text = fs::read(&path).unwrap();
    for at in 0..text.len() {
        for bit in [0, 4] {
            let mut damaged = text.clone();
            damaged[at] ^= 1 << bit;
            fs::write(&path, damaged).unwrap();
            if let Ok(read) = PlanFile::read(&folder) {
                assert_eq!(read, Some(known.clone()), "byte {at}");
            }
        }
    }
}

#[test]
fn what_differs_is_named() {
    let (_keep, folder) = folder();
    let of = |settings: &Settings, names: &[&str]| {
        PlanFile::of(settings, &OutputFormat::Mp4, names, Some(10)).unwrap()
    };
    of(&Settings::default(), &["x"]).put(&folder).unwrap();
    let other = Settings { size: Some((320, 240)), gop: Some(5), ..Settings::default() };
    let error = of(&other, &["x", "y"]).put(&folder).unwrap_err().to_string();
    for expected in [
        "`size` is not given there and 320x240 here",
        "`gop` is not given there and 5 here",
        r#"`parameters` is ["x"] there and ["x","y"] here"#,
    ] {
        assert!(error.contains(expected), "{error}");
    }
    assert!(Path::new(&folder.path()).join("plan.json").exists());
}
