//! What an H.264 stream says of itself.

use mp4_atom::Codec;

use super::support::File;

/// Kinds of unit.
pub const SLICE: u8 = 1;
pub const IDR_SLICE: u8 = 5;

/// What is in a sequence parameter set.
#[derive(Debug, PartialEq)]
pub struct Tags {
    pub profile: u8,
    pub full_range: bool,
    pub primaries: u32,
    pub transfer: u32,
    pub matrix: u32,
}

/// The tags of a file's stream.
pub fn tags(file: &File) -> Tags {
    let Codec::Avc1(avc1) = &file.moov.trak[0].mdia.minf.stbl.stsd.codecs[0] else {
        panic!("not H.264")
    };
    let avcc = &avc1.avcc;
    let ([sps], [_]) = (&avcc.sequence_parameter_sets[..], &avcc.picture_parameter_sets[..]) else {
        panic!("not one set of each kind")
    };
    Tags::read(sps)
}

/// The kind of each unit of a picture.
pub fn kinds(mut sample: &[u8]) -> Vec<u8> {
    let mut kinds = Vec::new();
    while let Some((length, rest)) = sample.split_first_chunk::<4>() {
        kinds.push(rest[0] & 0x1f);
        sample = &rest[u32::from_be_bytes(*length) as usize..];
    }
    kinds
}

impl Tags {
    /// ITU-T H.264, 7.3.2.1 and E.1.1, as far as the tags.
    fn read(sps: &[u8]) -> Self {
        let mut bits = Bits::of(&sps[1..]);
        let profile = bits.take(8) as u8;
        bits.take(16);
        bits.golomb();
        if profile == 100 {
            // the sampling, two depths, no bypass and no matrices
            assert_eq!([bits.golomb(), bits.golomb(), bits.golomb(), bits.take(2)], [1, 0, 0, 0]);
        }
        bits.golomb();
        match bits.golomb() {
            0 => _ = bits.golomb(),
            kind => assert_eq!(kind, 2, "an order of pictures that is not read here"),
        }
        bits.golomb();
        bits.take(1);
        let (_width, _height) = (bits.golomb(), bits.golomb());
        assert_eq!(bits.take(1), 1, "fields");
        bits.take(1);
        if bits.take(1) == 1 {
            (0..4).for_each(|_| _ = bits.golomb());
        }
        assert_eq!(bits.take(1), 1, "it says nothing of its use");
        if bits.take(1) == 1 && bits.take(8) == 255 {
            bits.take(32);
        }
        if bits.take(1) == 1 {
            bits.take(1);
        }
        assert_eq!(bits.take(1), 1, "it says nothing of its colours");
        bits.take(3);
        let full_range = bits.take(1) == 1;
        assert_eq!(bits.take(1), 1, "it does not say which colours");
        let [primaries, transfer, matrix] = [8; 3].map(|length| bits.take(length));
        Self { profile, full_range, primaries, transfer, matrix }
    }
}

struct Bits {
    bytes: Vec<u8>,
    at: usize,
}

impl Bits {
    /// Of a unit without its head: what keeps starts of units from it is taken out.
    fn of(unit: &[u8]) -> Self {
        let mut bytes = Vec::new();
        let mut zeros = 0;
        for &byte in unit {
            if zeros < 2 || byte != 3 {
                bytes.push(byte);
                zeros = if byte == 0 { zeros + 1 } else { 0 };
            } else {
                zeros = 0;
            }
        }
        Self { bytes, at: 0 }
    }

    fn take(&mut self, count: usize) -> u32 {
        let value = (self.at..self.at + count)
            .fold(0, |value, at| value << 1 | u32::from(self.bytes[at / 8] >> (7 - at % 8) & 1));
        self.at += count;
        value
    }

    fn golomb(&mut self) -> u32 {
        let mut length = 0;
        while self.take(1) == 0 {
            length += 1;
        }
        (1 << length | self.take(length)) - 1
    }
}
