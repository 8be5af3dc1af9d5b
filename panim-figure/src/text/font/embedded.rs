//! The fonts that are part of every program.

use super::{Face, FontStyle, Weight, family::FamilyGroup, file::FontFile};
use std::sync::LazyLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Embedded {
    Sans,
    Serif,
    Mono,
}

impl Embedded {
    /// As a list of families.
    pub(super) const fn alone(self) -> &'static [FamilyGroup] {
        match self {
            Self::Sans => &[FamilyGroup::Embedded(Self::Sans)],
            Self::Serif => &[FamilyGroup::Embedded(Self::Serif)],
            Self::Mono => &[FamilyGroup::Embedded(Self::Mono)],
        }
    }

    pub(super) fn nearest(self, face: Face) -> &'static FontFile {
        let nearest = self.faces().iter().min_by_key(|(own, _)| face.distance(*own));
        &nearest.unwrap_or(&SANS[0]).1
    }

    pub(super) fn by_distance(self, face: Face) -> Vec<&'static FontFile> {
        let mut faces: Vec<_> = self.faces().iter().collect();
        faces.sort_by_key(|(own, _)| face.distance(*own));
        faces.into_iter().map(|(_, file)| &**file).collect()
    }

    fn faces(self) -> &'static [EmbeddedFace] {
        match self {
            Self::Sans => &SANS,
            Self::Serif => &SERIF,
            Self::Mono => &MONO,
        }
    }
}

type EmbeddedFace = (Face, LazyLock<FontFile>);

macro_rules! embedded {
    ($($name:ident { $($face:expr => $($path:ident)::+;)+ })+) => {$(
        static $name: [EmbeddedFace; [$(stringify!($($path)::+)),+].len()] =
            [$(($face, LazyLock::new(|| parse(dejavu::$($path)::+())))),+];
    )+};
}

embedded! {
    SANS {
        Face::REGULAR => sans::regular;
        Face::ITALIC => sans::oblique;
        Face::BOLD => sans::bold;
        Face::BOLD_ITALIC => sans::bold_oblique;
        LIGHT => sans::extra_light;
    }
    SERIF {
        Face::REGULAR => serif::regular;
        Face::ITALIC => serif::italic;
        Face::BOLD => serif::bold;
        Face::BOLD_ITALIC => serif::bold_italic;
    }
    MONO {
        Face::REGULAR => sans_mono::regular;
        Face::ITALIC => sans_mono::oblique;
        Face::BOLD => sans_mono::bold;
        Face::BOLD_ITALIC => sans_mono::bold_oblique;
    }
}

const LIGHT: Face = Face { weight: Weight::EXTRA_LIGHT, style: FontStyle::Normal };

fn parse(bytes: &'static [u8]) -> FontFile {
    FontFile::parse(bytes).expect("the embedded font can be read")
}
