//! Undo and redo: saves whose splices come from the history.

use std::path::Path;

use super::change::{reversed, reversed_elsewhere};
use super::failure::{NotSaved, SaveError};
use super::history::{Entries, History};
use super::log::{Kind, Record};
use super::read::{Digest, Snapshot};
use super::save::{Intent, Note, Saved, Writer};
use super::splice::{Splice, apply};

/// Takes back the newest change that is not undone: byte for byte where the file is as that change left it, else the
/// change alone, if what it touched is still as it was. `check` may refuse the text this leads to.
pub fn undo<E>(
    path: &Path,
    history: &History,
    when: &str,
    check: impl FnMut(&str) -> Result<(), E>,
) -> Result<Saved, SaveError<E>> {
    step(Kind::Undo, path, history, when, check)
}

/// Does again what the newest [`undo`] took back, in the same manner. A change made since then leaves nothing to redo.
pub fn redo<E>(
    path: &Path,
    history: &History,
    when: &str,
    check: impl FnMut(&str) -> Result<(), E>,
) -> Result<Saved, SaveError<E>> {
    step(Kind::Redo, path, history, when, check)
}

/// Undoes or redoes, one change after the other, until so many of the changes in `seen` are in the file. Each is a step
/// of its own with all that a step promises, so nothing is lost to [`redo`]. It stops before a step where the history
/// is no longer the one that was seen, and at a step that fails; what was done until then stays.
pub fn go_to<E>(
    path: &Path,
    history: &History,
    (seen, applied): (&Entries, usize),
    when: &str,
    mut check: impl FnMut(&str) -> Result<(), E>,
) -> Result<Saved, SaveError<E>> {
    let mut at = seen.applied();
    let mut last = Err(NotSaved::NothingToUndo.into());
    while at != applied {
        let now = history.entries(path).map_err(NotSaved::Unreadable)?;
        if !seen.is_now(&now, at) {
            return Err(NotSaved::KeepsChanging.into());
        }
        let kind = if at > applied { Kind::Undo } else { Kind::Redo };
        last = step(kind, path, history, when, &mut check);
        if !matches!(last, Ok(_) | Err(SaveError::SavedUnconfirmed { .. })) {
            return last;
        }
        at = if at > applied { at - 1 } else { at + 1 };
    }
    last
}

fn step<E>(
    kind: Kind,
    path: &Path,
    history: &History,
    when: &str,
    mut check: impl FnMut(&str) -> Result<(), E>,
) -> Result<Saved, SaveError<E>> {
    Writer::new(path, history).run(&mut |base, log| {
        let timeline = log.records.timeline();
        let (moves, nothing) = match kind {
            Kind::Redo => (timeline.undone, NotSaved::NothingToRedo),
            _ => (timeline.done, NotSaved::NothingToUndo),
        };
        let record = moves.last().ok_or(nothing)?.last;
        let changed = || NotSaved::ChangedSince {
            label: record.label.clone(),
        };
        let (splices, text) = reverse(record, base).ok_or_else(changed)?;
        check(&text).map_err(SaveError::Refused)?;
        let note = Note {
            label: record.label.clone(),
            when: when.to_owned(),
        };
        Ok(Intent {
            kind,
            note,
            splices,
        })
    })
}

/// The splices that take the record's change back, and what they lead to.
fn reverse(record: &Record, base: &Snapshot) -> Option<(Vec<Splice>, String)> {
    let exact = record.post == base.fingerprint.digest;
    let find = if exact { reversed } else { reversed_elsewhere };
    let splices = find(&record.changes, &base.text)?;
    let text = apply(&base.text, &splices).ok()?;
    let as_promised = !exact || Digest::of(text.as_bytes()) == record.pre;
    as_promised.then_some((splices, text))
}
