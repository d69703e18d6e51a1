//! The file was read, or is away.

use super::lists;
use crate::app::effect::Effect;
use crate::app::model::{BookState, Model};
use crate::app::msg::Loaded;
use crate::app::notice::{Said, Tone};
use crate::document::Document;

/// The file was read again. What cannot be read does not take away what is shown.
pub fn loaded(model: &mut Model, loaded: Loaded) -> Vec<Effect> {
    let before = std::mem::replace(&mut model.book, BookState::missing());
    let was_whole = matches!(before, BookState::Open(_));
    let last = last_good(before);
    let was_text = last.as_ref().map(|document| document.text().to_owned());
    model.book = match loaded.book {
        BookState::Broken { problems, .. } => BookState::Broken {
            last_good: last,
            problems,
        },
        BookState::Unreadable { reason, .. } => BookState::Unreadable {
            last_good: last,
            reason,
        },
        BookState::Missing(blank) => match last {
            Some(last_good) => BookState::Away { last_good },
            None => BookState::Missing(blank),
        },
        whole => whole,
    };
    if let BookState::Open(document) = &model.book {
        let changed = was_text
            .as_deref()
            .is_some_and(|text| text != document.text());
        model.calendar = loaded.calendar;
        model.notice.take_if(|_| !was_whole);
        // What was said about the file as it was does not hold any more; a failure does.
        model
            .notice
            .take_if(|notice| changed && notice.tone != Tone::Failed);
        if changed && model.notice.is_none() {
            model.say(Tone::Hint, Said::Reloaded);
        }
        model.erased = loaded.erased;
        if let Some(warning) = loaded.warnings.into_iter().next() {
            model.say(Tone::Failed, Said::Warned(warning));
        }
        tell_erased(model);
    }
    model.scrubber = None;
    lists::renew(model);
    Vec::new()
}

/// That another program took payments away comes before everything else there is to say.
pub fn tell_erased(model: &mut Model) {
    if let Some(first) = model.erased.first() {
        let said = Said::Erased(Box::new(first.clone()), model.erased.len());
        model.say(Tone::Failed, said);
    }
}

fn last_good(state: BookState) -> Option<Document> {
    match state {
        BookState::Open(document)
        | BookState::Away {
            last_good: document,
        } => Some(document),
        BookState::Broken { last_good, .. } | BookState::Unreadable { last_good, .. } => last_good,
        BookState::Missing(_) => None,
    }
}

/// The file is away: what is shown stays, but cannot be changed.
pub fn missing(model: &mut Model) -> Vec<Effect> {
    let before = std::mem::replace(&mut model.book, BookState::missing());
    if let Some(last_good) = last_good(before) {
        model.book = BookState::Away { last_good };
        model.say(Tone::Failed, Said::FileMissing);
    }
    Vec::new()
}
