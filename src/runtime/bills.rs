//! Bills, read beside the loop: a large one takes a moment.

use std::path::Path;
use std::sync::mpsc::{SendError, Sender, sync_channel};
use std::thread;
use std::time::Duration;

use super::events::Event;
use super::session::BillWork;
use crate::app::import::FoundBill;
use crate::cli::file::bill_unread;
use crate::import::mapping::Mapping;
use crate::import::{Bill, LARGEST, read};
use crate::settings::texts::Texts;
use crate::store;

/// What takes longer is noticed, and shown to be under way.
const NOTICED: Duration = Duration::from_millis(200);

/// Reads a bill beside the loop; nothing where that takes longer than people notice: then it
/// comes as an event.
pub fn beside(work: BillWork, inbox: Sender<Event>) -> Option<FoundBill> {
    // Without room in between: what nobody waits for any more comes back and is sent.
    let (done, wait) = sync_channel(0);
    thread::spawn(move || {
        if let Err(SendError(found)) = done.send(work()) {
            // The loop may have ended meanwhile.
            let _ = inbox.send(Event::Bill(Box::new(found)));
        }
    });
    wait.recv_timeout(NOTICED).ok()
}

/// The name and the bill of a path, as it was typed.
pub fn read_at(typed: &str, mappings: &[Mapping], texts: Texts) -> Result<(String, Bill), String> {
    let path = store::at_home(typed);
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let bill = bill(&path, mappings, texts)?;
    Ok((name.unwrap_or_else(|| typed.to_owned()), bill))
}

fn bill(path: &Path, mappings: &[Mapping], texts: Texts) -> Result<Bill, String> {
    let bytes = store::bytes(path, LARGEST as u64);
    let bytes = bytes.map_err(|error| bill_unread(path, &error, texts))?;
    read(&bytes, None, mappings).map_err(|why| texts.not_a_bill(&why))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::{Duration, Event, FoundBill, NOTICED, beside, thread};

    fn found() -> FoundBill {
        FoundBill {
            shown: Err("none".into()),
        }
    }

    #[test]
    fn a_quick_bill_is_there_at_once_and_a_slow_one_comes_later_and_once() {
        let (sender, inbox) = channel();
        let quick = beside(Box::new(found), sender.clone());
        assert_eq!(quick, Some(found()));
        let slow = || {
            thread::sleep(NOTICED + Duration::from_millis(100));
            found()
        };
        assert_eq!(beside(Box::new(slow), sender), None);
        let later: Vec<_> = inbox.iter().collect();
        assert_eq!(later, [Event::Bill(Box::new(found()))]);
    }
}
