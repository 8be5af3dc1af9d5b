//! A file of encoded groups, to which one process appends as they come.
//!
//! A process that is killed leaves one that ends in the middle of a group: that is read up to there.
//! Nobody else ever writes to it, so that it takes no lock.

use super::{
    hash::hash,
    record::{self, GroupHead, GroupKey, Look},
};
use crate::{Error, Result, encode::EncodedGroup};
use std::{
    fs::{self, File},
    hash::{BuildHasher, Hasher, RandomState},
    io::{self, BufReader, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// What its name ends in.
pub(super) const ENDING: &str = "segment";

const MAGIC: [u8; 8] = *b"panim\x1aS1";

/// Bytes before the first group: the magic ones, the plan's fingerprint, and a hash of both.
pub(super) const START: usize = MAGIC.len() + 16 + 16;

/// So often what was appended is made safe from a loss of power.
const SYNCED_EVERY: Duration = Duration::from_secs(3);

/// A segment that is being written.
pub(super) struct Segment {
    path: PathBuf,
    file: File,
    fingerprint: u128,
    buffer: Vec<u8>,
    groups: usize,
    synced: Instant,
    is_synced: bool,
}

impl Segment {
    /// A new one in this folder. Its name begins with the label, and is nobody else's.
    pub(super) fn create(folder: &Path, label: &str, fingerprint: u128) -> Result<Self> {
        let mut start = Vec::from(MAGIC);
        start.extend(fingerprint.to_le_bytes());
        start.extend(hash(fingerprint, &[&start]).to_le_bytes());
        let path = folder.join(unique(label, ENDING));
        let created = File::create_new(&path).and_then(|mut file| {
            file.write_all(&start).inspect_err(|_| _ = fs::remove_file(&path))?;
            Ok(file)
        });
        let file = created.map_err(|source| failed(&path, source))?;
        let (buffer, synced) = (Vec::new(), Instant::now());
        Ok(Self { path, file, fingerprint, buffer, groups: 0, synced, is_synced: true })
    }

    pub(super) fn append(&mut self, key: GroupKey, look: Look, group: &EncodedGroup) -> Result<()> {
        self.buffer.clear();
        record::write(self.fingerprint, key, look, group, &mut self.buffer);
        self.file.write_all(&self.buffer).map_err(|source| failed(&self.path, source))?;
        self.groups += 1;
        self.is_synced = false;
        self.sync_if_due()
    }

    /// Makes what was appended safe from a loss of power, if that is long ago.
    pub(super) fn sync_if_due(&mut self) -> Result<()> {
        if self.is_synced || self.synced.elapsed() < SYNCED_EVERY {
            return Ok(());
        }
        self.sync()
    }

    pub(super) fn sync(&mut self) -> Result<()> {
        if !self.is_synced {
            self.file.sync_data().map_err(|source| failed(&self.path, source))?;
        }
        (self.synced, self.is_synced) = (Instant::now(), true);
        Ok(())
    }
}

impl Drop for Segment {
    fn drop(&mut self) {
        if self.groups == 0 {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// A file name that nobody else has.
pub(super) fn unique(label: &str, ending: &str) -> String {
    // as random as the keys of a `HashMap`
    format!("{label}-{:016x}.{ending}", RandomState::new().build_hasher().finish())
}

/// Where a group lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct GroupPlace {
    pub(super) head: GroupHead,
    /// Where the rest of it begins.
    pub(super) body: u64,
}

/// A segment that is read.
pub(super) struct SegmentReader {
    path: PathBuf,
    file: BufReader<File>,
    fingerprint: u128,
}

impl SegmentReader {
    /// None: it is none of the plan with this fingerprint, or has gone.
    pub(super) fn open(path: &Path, fingerprint: u128) -> Result<Option<Self>> {
        let file = match File::open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            file => file.map_err(|source| failed(path, source))?,
        };
        let mut reader = Self { path: path.into(), file: BufReader::new(file), fingerprint };
        let mut start = [0; START];
        let is_ours = reader.read(&mut start)? && {
            let (said, sum) = start.split_at(START - 16);
            said[..MAGIC.len()] == MAGIC
                && said[MAGIC.len()..] == fingerprint.to_le_bytes()
                && hash(fingerprint, &[said]).to_le_bytes() == sum
        };
        Ok(is_ours.then_some(reader))
    }

    /// Where its groups lie, up to one that is cut off or whose head is damaged.
    pub(super) fn places(&mut self) -> Result<Vec<GroupPlace>> {
        let length = self.file.get_ref().metadata().map_err(|source| failed(&self.path, source))?;
        let (mut at, mut places) = (START as u64, Vec::new());
        let mut head = [0; GroupHead::BYTES];
        while self.read(&mut head)? {
            let Some(head) = GroupHead::read(&head, self.fingerprint) else { break };
            let body = at + GroupHead::BYTES as u64;
            let end = head.body_bytes().and_then(|bytes| body.checked_add(bytes));
            let Some(end) = end.filter(|&end| end <= length.len()) else { break };
            places.push(GroupPlace { head, body });
            let ahead = i64::try_from(end - body).unwrap_or(i64::MAX);
            self.file.seek_relative(ahead).map_err(|source| failed(&self.path, source))?;
            at = end;
        }
        Ok(places)
    }

    /// The group at a place. None: it is damaged.
    pub(super) fn load(&mut self, place: &GroupPlace) -> Result<Option<EncodedGroup>> {
        let bytes = place.head.body_bytes().and_then(|bytes| usize::try_from(bytes).ok());
        let Some(bytes) = bytes else { return Ok(None) };
        let at = SeekFrom::Start(place.body);
        self.file.seek(at).map_err(|source| failed(&self.path, source))?;
        let mut body = vec![0; bytes];
        let is_there = self.read(&mut body)?;
        Ok(is_there.then(|| record::read(self.fingerprint, &place.head, &body)).flatten())
    }

    /// False: it ends before.
    fn read(&mut self, bytes: &mut [u8]) -> Result<bool> {
        match self.file.read_exact(bytes) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
            read => read.map(|()| true).map_err(|source| failed(&self.path, source)),
        }
    }
}

pub(super) fn failed(path: &Path, source: io::Error) -> Error {
    Error::File { path: path.into(), source }
}
