//! Where Linux is not: nothing of it is supported, and the portable ways are taken.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;

pub(super) fn anonymous(_: &Path) -> io::Result<File> {
    Err(ErrorKind::Unsupported.into())
}

pub(super) fn link_open_file(_: &File, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

pub(super) fn rename_to_free_name(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

pub(super) fn copy_attributes(_: &File, _: &File) -> io::Result<()> {
    Ok(())
}
