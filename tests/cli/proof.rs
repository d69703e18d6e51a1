//! Proof files of cases: recorded with their hash, and looked after.

use std::fs;

use super::{BOOK, Home};

#[test]
fn doctor_tells_which_proof_is_missing_or_was_changed() {
    let home = Home::with(BOOK);
    fs::write(home.path().join("paid.png"), "abc").unwrap();
    home.run(&["case", "open", "mi"]);
    let ran = home.run(&["case", "proof", "c1", "paid.png"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let line = format!("{{ path = \"paid.png\", sha256 = \"{hash}\" }}");
    assert!(home.text().contains(&line), "{}", home.text());
    let export = home.run(&["case", "export", "c1"]).stdout;
    assert!(export.contains(&format!("proof: paid.png (SHA-256 {hash})")));
    let health = || home.run(&["doctor"]).stdout;
    assert_eq!(health(), "book.toml is fine\n");
    fs::write(home.path().join("paid.png"), "abd").unwrap();
    assert!(health().contains("paid.png is not what it was"));
    fs::remove_file(home.path().join("paid.png")).unwrap();
    assert!(health().contains("paid.png is missing"));
}
