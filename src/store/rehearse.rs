//! What would keep a file from being saved, found out without changing it.

use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::OFlags;

use super::failure::{NotSaved, Step};
use super::held;
use super::history::History;
use super::read::{self, Snapshot};
use super::siblings::working_stem;
use super::temp::Temp;

/// What was found where nothing would keep the file from being saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rehearsed {
    /// Whether other users of the machine may read it.
    pub seen_by_others: bool,
}

/// Does what a save does up to the moment before it shows: the new file is written beside the old one, as large, and
/// forgotten. A full disk, a directory that may not be written and a protected file come to light here.
pub fn rehearse(path: &Path, history: &History) -> Result<Rehearsed, NotSaved> {
    let (real, metadata) = read::resolve(path)?;
    if let Some(protection) = held::protection(&metadata) {
        return Err(NotSaved::Protected(protection));
    }
    let file = read::open(&real, OFlags::RDWR)?;
    let text = Snapshot::of(&file, real.clone())?.text;
    Temp::write(&working_stem(&real), text.as_bytes(), Some(&file))
        .map_err(Step::NewFile.failed())?;
    history.rehearse(&real).map_err(Step::History.failed())?;
    Ok(Rehearsed {
        seen_by_others: metadata.mode() & 0o077 != 0,
    })
}

#[cfg(test)]
mod tests {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;

    use super::rehearse;
    use crate::store::tests::Room;
    use crate::store::{NotSaved, Protection};

    #[test]
    fn a_rehearsal_tells_and_leaves_nothing() {
        let room = Room::with("a\n");
        for (mode, seen) in [(0o600, false), (0o644, true)] {
            set_permissions(&room.path, Permissions::from_mode(mode)).unwrap();
            assert_eq!(
                rehearse(&room.path, &room.history).unwrap().seen_by_others,
                seen
            );
        }
        assert!(room.others().is_empty() && room.text() == "a\n" && !room.state.exists());
        set_permissions(&room.path, Permissions::from_mode(0o400)).unwrap();
        let refused = rehearse(&room.path, &room.history);
        assert!(matches!(
            refused,
            Err(NotSaved::Protected(Protection::ReadOnly))
        ));
    }
}
