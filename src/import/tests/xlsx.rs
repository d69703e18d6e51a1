//! Spreadsheets made for tests, with sound and unsound archives.

use miniz_oxide::deflate::compress_to_vec;

/// How a part is packed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Packed {
    Stored,
    Deflated,
    /// Deflated, and said to unpack to so many bytes.
    Lying(u32),
    /// Marked as encrypted.
    Encrypted,
}

/// A zip archive of these parts.
pub fn zip(parts: &[(&str, &[u8], Packed)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content, packed) in parts {
        let deflated = matches!(packed, Packed::Deflated | Packed::Lying(_));
        let body = if deflated {
            compress_to_vec(content, 9)
        } else {
            content.to_vec()
        };
        let unpacked = match packed {
            Packed::Lying(size) => *size,
            _ => u32::try_from(content.len()).unwrap(),
        };
        let flags = u16::from(*packed == Packed::Encrypted);
        let mut head = Vec::new();
        for field in [20, flags, if deflated { 8 } else { 0 }, 0, 0x21] {
            head.extend(field.to_le_bytes());
        }
        head.extend(0_u32.to_le_bytes());
        head.extend(u32::try_from(body.len()).unwrap().to_le_bytes());
        head.extend(unpacked.to_le_bytes());
        head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        head.extend(0_u16.to_le_bytes());
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(u32::try_from(bytes.len()).unwrap().to_le_bytes());
        directory.extend(name.as_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&head);
        bytes.extend(name.as_bytes());
        bytes.extend(&body);
    }
    let start = u32::try_from(bytes.len()).unwrap();
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count);
    bytes.extend(count);
    bytes.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0; 2]);
    bytes
}

/// A spreadsheet of one sheet.
pub fn book(sheet: &str) -> Vec<u8> {
    zip(&[(
        "xl/worksheets/sheet1.xml",
        sheet.as_bytes(),
        Packed::Deflated,
    )])
}

/// A sheet with these rows, in XML.
pub fn sheet_xml(rows: &str) -> String {
    format!("<?xml version=\"1.0\"?><worksheet><sheetData>{rows}</sheetData></worksheet>")
}
