//! All fonts of the machine: found when one is needed first, in an order that does not depend on the folders.

use super::{SystemFont, WantedLetters, coverage::FontCoverage, preference::FamilyTraits};
use crate::text::font::{
    Face, FontFile, FontStyle, Weight, embedded::Embedded, families::is_seen, file,
};
use fontdb::{Database, FaceInfo, ID, Source, Style};
use skrifa::raw::types::NameId;
use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::PathBuf,
    sync::{LazyLock, Mutex, OnceLock, PoisonError, RwLock},
};

/// So many answers are kept at most.
const LIMIT: usize = 1 << 16;

pub(super) fn catalog() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
        let mut fonts = Database::new();
        match cfg!(test) {
            // a test knows which fonts there are
            true => fonts.load_fonts_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fonts")),
            false => fonts.load_system_fonts(),
        }
        Catalog::new(fonts)
    });
    &CATALOG
}

/// The families of the machine.
pub(super) struct Catalog {
    fonts: Database,
    families: Vec<SystemFamily>,
    /// Files that letters were taken from.
    read: Mutex<HashMap<PathBuf, Option<&'static [u8]>>>,
    /// What was asked before. Answers do not depend on it.
    found: RwLock<HashMap<WantedLetters, HashMap<String, Option<&'static FontFile>>>>,
    /// Places of families, by how well they fit.
    orders: Mutex<HashMap<(Embedded, super::Region), Vec<usize>>>,
}

/// A family of the machine.
#[derive(Debug)]
pub(in crate::text::font) struct SystemFamily {
    name: String,
    other_names: Vec<String>,
    traits: FamilyTraits,
    faces: Vec<SystemFace>,
}

/// One font of a family.
#[derive(Debug)]
struct SystemFace {
    id: ID,
    path: PathBuf,
    index: u32,
    /// What its file says, before it is read.
    face: Face,
    /// How far from the usual one its width is.
    width: u16,
    coverage: OnceLock<FontCoverage>,
    file: OnceLock<Option<&'static FontFile>>,
}

impl Catalog {
    pub(super) fn new(fonts: Database) -> Self {
        let mut families: BTreeMap<String, SystemFamily> = BTreeMap::new();
        for info in fonts.faces() {
            let (Some(face), Some((name, _))) = (SystemFace::of(info), info.families.first())
            else {
                continue;
            };
            let family = families.entry(name.to_lowercase()).or_insert_with(|| SystemFamily {
                name: name.clone(),
                other_names: Vec::new(),
                traits: FamilyTraits::of(name),
                faces: Vec::new(),
            });
            family.faces.push(face);
            let others = info.families[1..].iter().map(|(name, _)| name.to_lowercase());
            family.other_names.extend(others);
        }
        let mut families: Vec<_> = families.into_values().collect();
        for family in &mut families {
            family.other_names.sort_unstable();
            family.other_names.dedup();
            // two machines that have the same files in other folders have them in the same order
            family.faces.sort_by(|a, b| a.place().cmp(&b.place()));
        }
        Self {
            fonts,
            families,
            read: Mutex::default(),
            found: RwLock::default(),
            orders: Mutex::default(),
        }
    }

    /// A family by any of its names.
    pub(super) fn family(&'static self, name: &str) -> Option<&'static SystemFamily> {
        let name = name.to_lowercase();
        let own = self.families.iter().find(|family| family.name.to_lowercase() == name);
        own.or_else(|| self.families.iter().find(|family| family.other_names.contains(&name)))
    }

    /// A font by its family, the name of its file, and its place in that.
    pub(super) fn installed(
        &'static self,
        family: &str,
        file: &str,
        index: u32,
    ) -> Option<&'static SystemFont> {
        let family = self.family(family)?;
        let is_meant = |own: &&SystemFace| {
            own.index == index && own.path.file_name().is_some_and(|name| name == file)
        };
        family.faces.iter().find(is_meant)?.file(self, family)?.system()
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.families.iter().map(|family| &family.name[..])
    }

    /// The font for a character with what joins it, if one has all of it.
    pub(super) fn find(
        &'static self,
        cluster: &str,
        wanted: WantedLetters,
    ) -> Option<&'static FontFile> {
        let found = self.found.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = found.get(&wanted).and_then(|known| known.get(cluster)) {
            return *file;
        }
        drop(found);
        let file = self.search(cluster, wanted);
        let mut found = self.found.write().unwrap_or_else(PoisonError::into_inner);
        if found.values().map(HashMap::len).sum::<usize>() >= LIMIT {
            found.clear();
        }
        found.entry(wanted).or_default().insert(cluster.to_owned(), file);
        file
    }

    fn search(&'static self, cluster: &str, wanted: WantedLetters) -> Option<&'static FontFile> {
        let order = {
            let mut orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
            let order = orders.entry((wanted.like, wanted.region)).or_insert_with(|| {
                let mut order: Vec<_> = (0..self.families.len())
                    .filter(|place| !self.families[*place].traits.is_stand_in())
                    .collect();
                order.sort_by_key(|place| {
                    self.families[*place].traits.rank(wanted.like, wanted.region)
                });
                order
            });
            order.clone()
        };
        let families = order.into_iter().map(|place| &self.families[place]);
        families.flat_map(|family| family.files(self, wanted.face, cluster)).next()
    }
}

impl SystemFamily {
    pub(in crate::text::font) fn named(name: &str) -> Option<&'static Self> {
        catalog().family(name)
    }

    pub(in crate::text::font) fn all_names() -> impl Iterator<Item = &'static str> {
        catalog().names()
    }

    pub(in crate::text::font) fn like(&self) -> Embedded {
        self.traits.like().unwrap_or(Embedded::Sans)
    }

    /// The font of the face nearest to this one.
    pub(in crate::text::font) fn nearest(&'static self, face: Face) -> Option<&'static FontFile> {
        self.by_distance(face)
            .into_iter()
            .find_map(|own| own.file(catalog(), self))
            .map(|file| file.in_face(face))
    }

    /// Those that have all characters of a cluster, the nearest first.
    pub(in crate::text::font) fn files_with(
        &'static self,
        face: Face,
        cluster: &str,
    ) -> impl Iterator<Item = &'static FontFile> {
        self.files(catalog(), face, cluster)
    }

    fn files(
        &'static self,
        catalog: &'static Catalog,
        face: Face,
        cluster: &str,
    ) -> impl Iterator<Item = &'static FontFile> + use<> {
        let characters: Vec<char> = cluster.chars().filter(is_seen).collect();
        let faces = self.by_distance(face).into_iter();
        faces.filter_map(move |own| {
            let coverage = own.coverage(catalog);
            if !characters.iter().all(|character| coverage.has(*character)) {
                return None;
            }
            let file = own.file(catalog, self)?;
            let has_all = characters.iter().all(|character| file.has(*character));
            has_all.then(|| file.in_face(face))
        })
    }

    fn by_distance(&self, face: Face) -> Vec<&SystemFace> {
        let mut faces: Vec<_> = self.faces.iter().collect();
        faces.sort_by_key(|own| (own.width, face.distance(own.face)));
        faces
    }
}

impl SystemFace {
    fn of(info: &FaceInfo) -> Option<Self> {
        let path = match &info.source {
            Source::File(path) | Source::SharedFile(path, _) => path.clone(),
            Source::Binary(_) => return None,
        };
        let style = match info.style {
            Style::Normal => FontStyle::Normal,
            Style::Italic | Style::Oblique => FontStyle::Italic,
        };
        Some(Self {
            id: info.id,
            path,
            index: info.index,
            face: Face { weight: Weight::of_file(info.weight.0), style },
            width: info.stretch.to_number().abs_diff(5),
            coverage: OnceLock::new(),
            file: OnceLock::new(),
        })
    }

    fn place(&self) -> (Option<&std::ffi::OsStr>, u32, &PathBuf) {
        (self.path.file_name(), self.index, &self.path)
    }

    fn coverage(&self, catalog: &Catalog) -> &FontCoverage {
        self.coverage.get_or_init(|| {
            catalog.fonts.with_face_data(self.id, FontCoverage::of).unwrap_or_default()
        })
    }

    /// The font, read when it is needed first.
    fn file(&self, catalog: &'static Catalog, family: &SystemFamily) -> Option<&'static FontFile> {
        *self.file.get_or_init(|| {
            let bytes = catalog.bytes(&self.path)?;
            file::check(bytes, self.index).ok()?;
            let name = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let font: &'static SystemFont = Box::leak(Box::new(SystemFont {
                family: family.name.clone(),
                file: name,
                index: self.index,
                version: version(bytes, self.index),
                bytes,
            }));
            let file = FontFile::parse_at(bytes, self.index, Some(font))?;
            Some(&*Box::leak(Box::new(file)))
        })
    }
}

impl Catalog {
    /// What is in a file, which several fonts may be in. It is kept for good, as fonts are.
    fn bytes(&self, path: &PathBuf) -> Option<&'static [u8]> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = read.get(path) {
            return *bytes;
        }
        let bytes: Option<&'static [u8]> = fs::read(path).ok().map(|bytes| &*bytes.leak());
        read.insert(path.clone(), bytes);
        bytes
    }
}

/// `2.004` of `Version 2.004;hotconv 1.0.118`.
fn version(bytes: &'static [u8], index: u32) -> String {
    let font = skrifa::Font::new(bytes, index);
    let said = font.as_ref().and_then(|font| {
        let name = font.names().get(NameId::VERSION_STRING)?.english_or_first()?;
        Some(name.name().to_string())
    });
    let said = said.unwrap_or_default();
    let number = said.split(';').next().unwrap_or_default().trim();
    number.strip_prefix("Version ").unwrap_or(number).chars().take(40).collect()
}
