//! Proof files of cases that are missing or not what they were.

use std::path::Path;

use crate::cli::file::Source;
use crate::domain::Book;
use crate::settings::texts::Texts;
use crate::store;

/// What is wrong with the proof of cases, a line each. Files are looked for from the book's
/// folder.
pub(super) fn problems(source: &Source, book: &Book, texts: Texts) -> Vec<String> {
    let Source::File(path) = source else {
        return Vec::new();
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    let proofs = book
        .cases
        .iter()
        .flat_map(|case| case.proof.iter().map(move |proof| (case, proof)));
    let wrong = |(case, proof): (&crate::domain::case::Case, &crate::domain::case::Proof)| {
        let id = case.id.as_str();
        match (store::digest(&folder.join(&proof.path)), &proof.sha256) {
            (Err(_), _) => Some(texts.cli_proof_missing(id, &proof.path)),
            (Ok(now), Some(then)) if !now.eq_ignore_ascii_case(then) => {
                Some(texts.cli_proof_changed(id, &proof.path))
            }
            (Ok(_), _) => None,
        }
    };
    proofs.filter_map(wrong).collect()
}
