//! The build identifier that linkers leave in programs of Linux: a hash of all that they wrote.

use std::io::{Read, Seek, SeekFrom};

/// Bytes of notes at most.
const MOST_NOTES: usize = 1 << 16;

/// None: there is none, or the program is none of Linux on 64 bits.
pub(super) fn build_id(file: &mut (impl Read + Seek)) -> Option<Vec<u8>> {
    const NOTE: u32 = 4;

    let mut head = [0; 64];
    file.read_exact(&mut head).ok()?;
    // of 64 bits, little-endian
    head.starts_with(b"\x7fELF\x02\x01").then_some(())?;
    let (size, count) = (u64::from(short(&head, 54)?), u64::from(short(&head, 56)?));
    for number in 0..count {
        let mut entry = [0; 56];
        file.seek(SeekFrom::Start(long(&head, 32)?.checked_add(number * size)?)).ok()?;
        file.read_exact(&mut entry).ok()?;
        if word(&entry, 0)? == NOTE {
            let bytes = usize::try_from(long(&entry, 32)?).ok()?;
            let mut notes = vec![0; bytes.min(MOST_NOTES)];
            file.seek(SeekFrom::Start(long(&entry, 8)?)).ok()?;
            file.read_exact(&mut notes).ok()?;
            if let Some(id) = id_among(&notes) {
                return Some(id.to_vec());
            }
        }
    }
    None
}

fn id_among(mut notes: &[u8]) -> Option<&[u8]> {
    const BUILD_ID: u32 = 3;

    loop {
        let [name, said, kind] = [word(notes, 0)?, word(notes, 4)?, word(notes, 8)?];
        let padded = |bytes: u32| (bytes as usize).checked_next_multiple_of(4);
        let (name, behind) = notes.get(12..)?.split_at_checked(padded(name)?)?;
        let id = behind.get(..said as usize)?;
        if kind == BUILD_ID && name == b"GNU\0" && !id.is_empty() {
            return Some(id);
        }
        notes = behind.get(padded(said)?..)?;
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|it| u16::from_le_bytes(*it))
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|it| u32::from_le_bytes(*it))
}

fn long(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|it| u64::from_le_bytes(*it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// A program with these notes, and nothing else.
    fn program(notes: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0; 64 + 2 * 56];
        bytes[..6].copy_from_slice(b"\x7fELF\x02\x01");
        bytes[32] = 64;
        (bytes[54], bytes[56]) = (56, 2);
        let entry = &mut bytes[64 + 56..];
        entry[0] = 4;
        entry[8..16].copy_from_slice(&(64_u64 + 2 * 56).to_le_bytes());
        entry[32..40].copy_from_slice(&(notes.len() as u64).to_le_bytes());
        bytes.extend(notes);
        bytes
    }

    fn note(name: &[u8], kind: u8, said: &[u8]) -> Vec<u8> {
        let mut bytes = vec![name.len() as u8, 0, 0, 0, said.len() as u8, 0, 0, 0, kind, 0, 0, 0];
        bytes.extend(name);
        bytes.extend(said);
        bytes
    }

    #[test]
    fn a_build_is_known_by_what_its_linker_says() {
        let id = b"twenty bytes of hash";
        let notes = [note(b"GNU\0", 1, &[7; 16]), note(b"GNU\0", 3, id)].concat();
        let whole = program(&notes);
        assert_eq!(build_id(&mut Cursor::new(&whole)).as_deref(), Some(&id[..]));
        assert_eq!(build_id(&mut Cursor::new(program(&note(b"GNU\0", 1, id)))), None);
        assert_eq!(build_id(&mut Cursor::new(b"MZ, or what else there is")), None);
        for length in 0..whole.len() {
            assert_eq!(build_id(&mut Cursor::new(&whole[..length])), None);
        }
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] = 0xff;
            // whatever it says, nothing is asked of what is not there
            let _ = build_id(&mut Cursor::new(damaged));
        }
    }
}
