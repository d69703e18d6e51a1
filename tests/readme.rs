//! What the README says is what the program does. `FENQI_BLESS=1` writes the key table anew.

use std::path::Path;

const BEGIN: &str = "<!-- keys -->\n";
const END: &str = "<!-- /keys -->";

#[test]
fn the_readme_shows_the_key_table_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(BEGIN).unwrap();
    let (shown, after) = rest.split_once(END).unwrap();
    let table = fenqi::app::keymap::markdown();
    if std::env::var_os("FENQI_BLESS").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
    } else {
        assert_eq!(shown, table);
    }
}

#[test]
fn the_readmes_own_file_is_a_book_without_a_problem() {
    let readme = include_str!("../README.md");
    let (_, rest) = readme.split_once("```toml\n").unwrap();
    let (book, _) = rest.split_once("```").unwrap();
    let document = fenqi::document::Document::parse(book.to_owned()).unwrap();
    assert_eq!(document.warnings(), []);
    assert_eq!(document.book().plans.len(), 1);
}
