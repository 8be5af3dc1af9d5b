//! What a file says of itself, as iTunes writes it and players read it: title, artist, comment, date.

/// A text, of the kind that `name` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    name: &'static str,
    text: String,
}

/// What there is, and the box that each is in.
const TAGS: [(&str, &[u8; 4]); 4] =
    [("title", b"\xa9nam"), ("artist", b"\xa9ART"), ("comment", b"\xa9cmt"), ("date", b"\xa9day")];

/// Texts are no longer than so many bytes, so that there is room for the index.
const LONGEST: usize = 32_767;

impl Tag {
    /// The error says what is wrong with it.
    pub(crate) fn new(name: &str, text: &str) -> Result<Self, String> {
        let names = TAGS.map(|(name, _)| name);
        let Some(name) = names.into_iter().find(|known| *known == name) else {
            return Err(format!("\"{name}\" given; allowed: {}", names.join(", ")));
        };
        if text.len() > LONGEST {
            let bytes = text.len();
            return Err(format!("a {name} of {bytes} bytes given; allowed: up to {LONGEST}"));
        }
        Ok(Self { name, text: text.into() })
    }
}

/// The box with all of them, which belongs into the index; nothing if there are none. Of two with the
/// same name the last one counts.
#[cfg(feature = "video")]
pub(super) fn udta(tags: &[Tag]) -> Vec<u8> {
    const UTF_8: u32 = 1;
    let texts = TAGS.iter().filter_map(|(name, code)| {
        let tag = tags.iter().rfind(|tag| tag.name == *name)?;
        let data = [&UTF_8.to_be_bytes()[..], &[0; 4], tag.text.as_bytes()].concat();
        Some(mp4_box(code, &[&mp4_box(b"data", &[&data])]))
    });
    let texts: Vec<u8> = texts.flatten().collect();
    if texts.is_empty() {
        return texts;
    }
    // a version, nothing, who reads it, whose it is, nothing, and a name without a letter
    let reader = [&[0; 8][..], b"mdirappl", &[0; 9]].concat();
    let (hdlr, ilst) = (mp4_box(b"hdlr", &[&reader]), mp4_box(b"ilst", &[&texts]));
    mp4_box(b"udta", &[&mp4_box(b"meta", &[&[0; 4], &hdlr, &ilst])])
}

#[cfg(feature = "video")]
fn mp4_box(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let inside = parts.concat();
    let size = inside.len() as u32 + 8;
    [&size.to_be_bytes()[..], name, &inside].concat()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_cannot_be_told_is_refused_with_what_can() {
        let message = Tag::new("titel", "a").unwrap_err();
        assert_eq!(message, "\"titel\" given; allowed: title, artist, comment, date");
        let message = Tag::new("comment", &"a".repeat(40_000)).unwrap_err();
        assert_eq!(message, "a comment of 40000 bytes given; allowed: up to 32767");
    }

    #[test]
    fn nothing_said_is_no_box() {
        assert!(udta(&[]).is_empty());
    }
}
