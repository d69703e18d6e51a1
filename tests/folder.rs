//! A folder whose files are all checked, so that there is no list to forget one in.

use std::path::{Path, PathBuf};

/// Checks every file of a folder of `tests`, at least so many, and tells all that fail.
#[track_caller]
pub fn check_every_file(folder: &str, at_least: usize, check: fn(&Path) -> Result<(), String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let failures: Vec<String> = files.iter().filter_map(|file| check(file).err()).collect();
    assert!(
        failures.is_empty(),
        "{} of {} fail:\n{}",
        failures.len(),
        files.len(),
        failures.join("\n")
    );
    assert!(files.len() >= at_least, "only {} files found", files.len());
}
