//! Which family of the machine comes first where several have a character.

use super::{super::embedded::Embedded, Region};

/// What a family's name says of its letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct FamilyTraits {
    like: Option<Embedded>,
    region: Option<Region>,
    is_noto: bool,
    /// For a purpose of its own, or drawn in an unusual way.
    is_special: bool,
    /// Made of boxes, or of nothing.
    is_stand_in: bool,
}

/// Less is better.
pub(super) type Rank = (bool, bool, u8, bool, u8);

const SPECIAL: [&str; 20] = [
    "ui",
    "looped",
    "nastaliq",
    "kufi",
    "rashi",
    "display",
    "condensed",
    "narrow",
    "music",
    "math",
    "emoji",
    "symbols",
    "symbols2",
    "symbola",
    "color",
    "handwriting",
    "hand",
    "unicode",
    "fallback",
    "unifont",
];

impl FamilyTraits {
    pub(super) fn of(name: &str) -> Self {
        let name = name.to_lowercase();
        let has = |word: &str| name.split([' ', '-']).any(|own| own == word);
        let like = if ["mono", "monospace", "monospaced", "code"].into_iter().any(has) {
            Some(Embedded::Mono)
        } else if ["serif", "mincho", "ming", "song", "batang", "roman"].into_iter().any(has) {
            Some(Embedded::Serif)
        } else {
            ["sans", "gothic", "hei", "yahei"].into_iter().any(has).then_some(Embedded::Sans)
        };
        let region = [
            (Region::China, "sc"),
            (Region::China, "yahei"),
            (Region::Japan, "jp"),
            (Region::Japan, "hiragino"),
            (Region::Korea, "kr"),
            (Region::Korea, "malgun"),
            (Region::Taiwan, "tc"),
            (Region::Taiwan, "hk"),
            (Region::Taiwan, "jhenghei"),
        ];
        Self {
            like,
            region: region.into_iter().find(|(_, word)| has(word)).map(|(region, _)| region),
            is_noto: has("noto"),
            is_special: SPECIAL.into_iter().any(has),
            is_stand_in: name.contains("last resort")
                || name.contains("lastresort")
                || has("blank"),
        }
    }

    pub(super) fn is_stand_in(self) -> bool {
        self.is_stand_in
    }

    /// Which of the program's own families it is like, if its name says so.
    pub(super) fn like(self) -> Option<Embedded> {
        self.like
    }

    /// How well it fits among letters like these.
    pub(super) fn rank(self, like: Embedded, region: Region) -> Rank {
        let unlike = match self.like {
            Some(own) if own == like => 0,
            None => 1,
            Some(Embedded::Mono) => 3,
            Some(_) => 2,
        };
        let foreign = match self.region {
            Some(own) if own == region => 0,
            // what is written in no other region's letters is China's most often
            Some(Region::China) => 1,
            None => 2,
            Some(_) => 3,
        };
        // one of wide letters fits best among letters of one width
        (
            self.is_special,
            like == Embedded::Mono && self.like != Some(like),
            unlike,
            !self.is_noto,
            foreign,
        )
    }
}
