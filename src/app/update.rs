//! What follows from what has happened.
//!
//! | what has happened | file |
//! |---|---|
//! | a key was pressed | `keys` |
//! | … that moves, opens, goes back | `navigate` |
//! | … in the calendar, in what-if | `calendar`, `what_if` |
//! | … that goes to another day; a new day began | `day` |
//! | … that changes the book; how saving it ended | `change` |
//! | … about a follow-up | `case` |
//! | … about several installments at once | `marks` |
//! | … in a form | `form` |
//! | … in help, find, the limit check | `lists` |
//! | … in a bill; a message was pasted | `import` |
//! | the mouse, a paste | `pointer` |
//! | the file was read, changed, went away | `file` |

mod calendar;
mod case;
mod change;
mod day;
mod file;
mod form;
mod import;
mod keys;
mod lists;
mod marks;
mod navigate;
mod pointer;
mod what_if;

use super::effect::Effect;
use super::journal::Journal;
use super::model::Model;
use super::msg::Msg;
use super::notice::{Notice, Said, Tone};
use super::overlay::Overlay;

/// Changes the model by what has happened and says what to do outside.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => keys::press(model, key),
        Msg::Paste(text) => pointer::paste(model, &text),
        Msg::Mouse(mouse) => pointer::mouse(model, mouse),
        Msg::Resized(size) => {
            model.window = size;
            navigate::keep_pane(model);
            Vec::new()
        }
        Msg::Drawn(parts) => {
            lists::drawn(model, &parts);
            Vec::new()
        }
        Msg::Saved(end) => change::saved(model, end),
        Msg::History(changes) => {
            let journal = Journal::of(changes);
            model.overlays.push(Overlay::History(journal));
            Vec::new()
        }
        Msg::Proof { case, read } => case::proved(model, case, read),
        Msg::Loaded(loaded) => file::loaded(model, *loaded),
        Msg::FileChanged => vec![Effect::Reload],
        Msg::FileMissing => file::missing(model),
        Msg::Bill(bill) => {
            import::found(model, *bill);
            Vec::new()
        }
        Msg::Day(today) => {
            day::began(model, today);
            Vec::new()
        }
        Msg::Resumed => vec![Effect::Redraw, Effect::Reload],
        Msg::EditorFailed(why) => {
            model.say(Tone::Failed, Said::NoEditor(why));
            Vec::new()
        }
        Msg::EditorEnded(status) => {
            model.say(Tone::Failed, Said::EditorEnded(status));
            vec![Effect::Reload]
        }
    }
}

impl Model {
    /// Puts a line in the place of the hints.
    fn say(&mut self, tone: Tone, said: Said) {
        self.notice = Some(Notice { tone, said });
    }
}
