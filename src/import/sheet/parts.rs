//! The parts of a spreadsheet: a zip archive of XML texts.

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use crate::import::LARGEST;
use crate::import::unreadable::Unreadable;

/// A part that unpacks to more than so many times its size is made to fill the memory.
const HIGHEST_RATIO: u64 = 100;
/// Parts below this size may have any ratio: a small sheet of equal rows is no attack.
const HARMLESS: u64 = 1 << 20;
/// More parts than this are in no bill.
const MOST_PARTS: usize = 1000;

/// The parts, as the archive lists them.
pub(super) struct Parts<'b> {
    archive: ZipSliceArchive<&'b [u8]>,
    list: Vec<Part>,
}

struct Part {
    /// Its path, in small letters.
    name: String,
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    /// To how many bytes it says that it unpacks.
    unpacked: usize,
}

impl<'b> Parts<'b> {
    /// Lists them. All that is declared is checked here, before anything is unpacked.
    pub(super) fn of(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::from_slice(bytes).or(Err(Unreadable::DamagedSheet))?;
        let (mut list, mut all) = (Vec::new(), 0_u64);
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().or(Err(Unreadable::DamagedSheet))? {
            let (packed, unpacked) = (entry.compressed_size_hint(), entry.uncompressed_size_hint());
            all = all.saturating_add(unpacked);
            let is_dense = unpacked > HARMLESS && unpacked / HIGHEST_RATIO > packed;
            if is_dense || all > LARGEST as u64 {
                return Err(Unreadable::Bomb { bytes: all });
            }
            if entry.flags().is_encrypted() {
                return Err(Unreadable::Encrypted);
            }
            if list.len() == MOST_PARTS {
                return Err(Unreadable::DamagedSheet);
            }
            list.push(Part {
                name: String::from_utf8_lossy(entry.file_path().as_bytes()).to_lowercase(),
                place: entry.wayfinder(),
                method: entry.compression_method(),
                unpacked: usize::try_from(unpacked).unwrap_or(LARGEST),
            });
        }
        Ok(Self { archive, list })
    }

    /// The names of the parts that are wanted, in their order.
    pub(super) fn names(&self, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = &str> {
        let names = self.list.iter().map(|part| part.name.as_str());
        names.filter(move |name| wanted(name))
    }

    /// The text of a part. Of two parts of one name the first counts.
    pub(super) fn text(&self, name: &str) -> Result<String, Unreadable> {
        let part = self.list.iter().find(|part| part.name == name);
        let bytes = part.and_then(|part| self.unpack(part));
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        text.ok_or(Unreadable::DamagedSheet)
    }

    fn unpack(&self, part: &Part) -> Option<Vec<u8>> {
        let entry = self.archive.get_entry(part.place).ok()?;
        if part.method == CompressionMethod::STORE {
            return Some(entry.data().to_vec());
        }
        let is_deflated = part.method == CompressionMethod::DEFLATE;
        let unpack = || decompress_to_vec_with_limit(entry.data(), part.unpacked).ok();
        is_deflated.then(unpack).flatten()
    }
}
