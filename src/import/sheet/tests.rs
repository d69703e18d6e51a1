use std::time::{Duration, Instant};

use super::{Content, Unreadable, tables};
use crate::import::tests::xlsx::{Packed, book, sheet_xml, zip};

fn cells(bytes: &[u8]) -> Vec<(usize, Vec<String>)> {
    let first = tables(bytes).unwrap().remove(0);
    let texts = |row: super::super::table::Row| {
        (
            row.line,
            row.cells
                .iter()
                .map(|cell| cell.text().to_owned())
                .collect(),
        )
    };
    first.rows.into_iter().map(texts).collect()
}

#[test]
fn shared_inline_and_number_cells_are_read_at_their_place() {
    let sheet = "<worksheet><sheetData>\
        <row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"C2\"><v>28.16</v></c></row>\
        <row r=\"5\"><c r=\"B5\" t=\"inlineStr\"><is><r><t>a &amp; </t></r><r><t>&#x62;</t></r></is></c></row>\
        <row r=\"6\"/></sheetData></worksheet>";
    let strings = "<sst><si><t>x</t></si><si><t>花</t><rPh><t>hua</t></rPh><t>呗</t></si></sst>";
    let bytes = zip(&[
        ("xl/sharedStrings.xml", strings.as_bytes(), Packed::Deflated),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes(), Packed::Stored),
    ]);
    assert_eq!(
        cells(&bytes),
        [
            (
                2,
                vec!["花呗".to_owned(), String::new(), "28.16".to_owned()]
            ),
            (5, vec![String::new(), "a & b".to_owned()]),
        ]
    );
}

#[test]
fn a_sheet_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked() {
    let begun = Instant::now();
    // It says so itself, or it lies.
    let zeros = vec![b' '; 30 << 20];
    let bomb = zip(&[("xl/worksheets/sheet1.xml", &zeros, Packed::Deflated)]);
    assert!(bomb.len() < 64 << 10, "{}", bomb.len());
    assert!(matches!(tables(&bomb), Err(Unreadable::Bomb { bytes }) if bytes == 30 << 20));
    let liar = zip(&[("xl/worksheets/sheet1.xml", &zeros, Packed::Lying(2000))]);
    assert_eq!(tables(&liar).unwrap_err(), Unreadable::DamagedSheet);
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_cell_at_the_far_end_is_refused_and_not_made_room_for() {
    let begun = Instant::now();
    for (cell, expected) in [
        (
            "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
            Unreadable::TooManyRows,
        ),
        (
            "<row r=\"7\"><c r=\"XFD7\"><v>1</v></c></row>",
            Unreadable::TooManyColumns { line: 7 },
        ),
        (
            "<row r=\"7\"><c r=\"ZZZZZZZZZZZZZZZZZZZZZ7\"/></row>",
            Unreadable::TooManyColumns { line: 7 },
        ),
    ] {
        assert_eq!(tables(&book(&sheet_xml(cell))).unwrap_err(), expected);
    }
    assert!(begun.elapsed() < Duration::from_secs(1));
}

#[test]
fn no_entity_of_the_file_is_expanded() {
    let sheet = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\">]><worksheet><sheetData>\
        <row r=\"1\"><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>";
    assert_eq!(tables(&book(sheet)).unwrap_err(), Unreadable::DamagedSheet);
}

#[test]
fn what_is_encrypted_or_no_spreadsheet_says_so() {
    let sheet = sheet_xml("");
    let name = "xl/worksheets/sheet1.xml";
    let secret = zip(&[(name, sheet.as_bytes(), Packed::Encrypted)]);
    assert_eq!(tables(&secret).unwrap_err(), Unreadable::Encrypted);
    let other = zip(&[("../../etc/bill.csv", b"a,b", Packed::Stored)]);
    assert_eq!(
        tables(&other).unwrap_err(),
        Unreadable::NotABill(Content::Archive)
    );
    assert_eq!(
        tables(b"PK\x03\x04 and no more").unwrap_err(),
        Unreadable::DamagedSheet
    );
    let cut = &book(&sheet)[..60];
    assert_eq!(tables(cut).unwrap_err(), Unreadable::DamagedSheet);
}
