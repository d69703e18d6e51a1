//! The only writer of files. It handles paths, UTF-8 text and byte splices, and knows nothing of what they mean.
//!
//! ```text
//! locate ─▶ which file, which directories
//! read   ─▶ Snapshot { path, text, fingerprint }        refuses what is not a small UTF-8 file, before reading it
//! save   ─▶ lock the history, lock the file, read, plan, write beside it, record, swap, look at what was displaced
//!           undo and redo are saves whose splices come from the history
//! watch  ─▶ has somebody else changed it?               siblings ─▶ files beside it that want attention
//! ```
//!
//! What a save promises: the file is the old one or the new one, never between; an edit somebody saves by hand
//! meanwhile survives, in the file or in one that is named; links, mode and owner stay.
//!
//! What it cannot promise: a program that opened the file before the save and writes through that old handle *after*
//! the displaced file was looked at (twice, the second time after the directory was flushed) writes into nothing.
//! Closing that gap takes a lease, which safe Rust does not offer. Where a file system cannot swap two names, a hand
//! edit that falls between the last look and the rename is lost as well. And nobody can stop an editor from saving an old
//! buffer over a finished save; [`Watch`] notices, the history still knows what was there.

mod change;
mod commit;
mod failure;
mod foreign;
mod held;
mod history;
mod locate;
mod lock;
mod log;
mod own_files;
mod private;
mod proof;
mod read;
mod rehearse;
mod rescue;
mod said;
mod save;
mod scratch;
mod siblings;
mod splice;
#[cfg_attr(target_os = "linux", path = "store/system_linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "store/system_other.rs")]
mod system;
mod temp;
#[cfg(test)]
mod tests;
mod undo;
mod watch;

pub use failure::{Holder, NotSaved, Protection, SaveError, Step};
pub use foreign::{Standing, make_directory, write_out};
pub use history::{Entries, Entry, History};
pub use locate::{LocateError, Places, book_beside, data_file, settings_file};
pub use own_files::{OwnFile, providers, theme, theme_names};
pub use proof::{at_home, digest, seen_from};
pub use read::{FileKind, Fingerprint, ReadError, Snapshot, bytes, read, text};
pub use rehearse::{Rehearsed, rehearse};
pub use said::Said;
pub use save::{Note, Outcome, Saved, create, save};
pub use scratch::Scratch;
pub use siblings::{Siblings, siblings};
pub use splice::{BadSplice, Splice, apply};
pub use undo::{go_to, redo, undo};
pub use watch::{Watch, WatchEvent};
