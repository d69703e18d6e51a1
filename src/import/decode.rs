//! Which characters the bytes of a file mean. Never lossy: bytes that mean nothing are an error.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use super::unreadable::{self, Unreadable};

/// The byte-order mark in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";
/// So many bytes tell UTF-16 without a mark.
const LOOK_AT: usize = 4096;

/// What a file is, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A zip archive: a spreadsheet, perhaps.
    Archive,
    /// Text, perhaps.
    Text,
    /// Something that is no bill.
    Other(unreadable::Content),
}

/// What the bytes are, whatever the file is called.
pub(super) fn content(bytes: &[u8]) -> Content {
    let text = bare(bytes).trim_ascii_start();
    let begins = |tag: &[u8]| {
        let start = text.get(..tag.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(tag))
    };
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Content::Archive
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Content::Other(unreadable::Content::OldSheet)
    } else if bytes.starts_with(b"%PDF-") {
        Content::Other(unreadable::Content::Pdf)
    } else if begins(b"<!doctype html") || begins(b"<html") || begins(b"<head") {
        Content::Other(unreadable::Content::WebPage)
    } else {
        Content::Text
    }
}

/// The text: UTF-16 where it is, else UTF-8, else GB18030, each only where every byte is sound.
pub(super) fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    let decoded = if let Some(encoding) = utf_16(bytes) {
        strictly(encoding, bytes)
    } else if let Ok(text) = std::str::from_utf8(bare(bytes)) {
        Some(text.to_owned())
    } else {
        strictly(GB18030, bytes)
    };
    let text = decoded.ok_or(Unreadable::Encoding)?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

fn strictly(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

/// Without byte-order marks, of which some programs write several.
fn bare(mut bytes: &[u8]) -> &[u8] {
    while let Some(rest) = bytes.strip_prefix(MARK) {
        bytes = rest;
    }
    bytes
}

/// UTF-16 by its mark, or because every other byte of its commas and digits is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let start = bytes.get(..LOOK_AT).unwrap_or(bytes);
    let zeros = |odd: usize| {
        start
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let many = start.len() / 8;
    match (zeros(0), zeros(1)) {
        (0, low) if low > many => Some(UTF_16LE),
        (high, 0) if high > many => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Content, Unreadable, content, text, unreadable};

    fn utf_16(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_of_the_same_text_gives_it_back() {
        let said = "交易时间,金额\n2026-03-01,¥12.00\n";
        let (gb, _, lossy) = encoding_rs::GB18030.encode(said);
        assert!(!lossy);
        for (name, bytes) in [
            ("UTF-8", said.as_bytes().to_vec()),
            ("one mark", format!("\u{feff}{said}").into_bytes()),
            (
                "three marks",
                format!("\u{feff}\u{feff}\u{feff}{said}").into_bytes(),
            ),
            ("GB18030", gb.into_owned()),
            ("UTF-16LE, mark", utf_16(&format!("\u{feff}{said}"), false)),
            ("UTF-16BE, mark", utf_16(&format!("\u{feff}{said}"), true)),
            ("UTF-16LE", utf_16(said, false)),
            ("UTF-16BE", utf_16(said, true)),
        ] {
            assert_eq!(text(&bytes).as_deref(), Ok(said), "{name}");
        }
    }

    #[test]
    fn bytes_that_mean_nothing_are_never_guessed() {
        assert_eq!(text(b"a,b\n\xff\xff,1\n"), Err(Unreadable::Encoding));
        assert_eq!(text(b"a,b\n\xb6"), Err(Unreadable::Encoding));
    }

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        use unreadable::Content::{OldSheet, Pdf, WebPage};
        for (bytes, expected) in [
            (&b"PK\x03\x04"[..], Content::Archive),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                Content::Other(OldSheet),
            ),
            (b"%PDF-1.7", Content::Other(Pdf)),
            (
                b"\xef\xbb\xbf\n <!DOCTYPE HTML><title>login",
                Content::Other(WebPage),
            ),
            (b"<html>", Content::Other(WebPage)),
            (b"", Content::Text),
        ] {
            assert_eq!(content(bytes), expected, "{bytes:?}");
        }
    }
}
