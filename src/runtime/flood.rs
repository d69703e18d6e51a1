//! Text pasted by a terminal that does not say so: into a text field it may go, but its letters are no keys.

use std::time::{Duration, Instant};

use super::events::Event;
use crate::app::key::{Code, Held, Key};

/// More letters than this at once were not typed.
const TYPED_AT_ONCE: usize = 60;
/// The rest of a paste comes within this time.
const STILL_COMING: Duration = Duration::from_millis(150);

/// Remembers that a paste may not be over.
#[derive(Debug, Default)]
pub struct Flood {
    last: Option<Instant>,
}

impl Flood {
    /// The events as they are, or with all their letters as one paste.
    pub fn as_paste(&mut self, events: Vec<Event>, now: Instant) -> Vec<Event> {
        let letters = events.iter().filter_map(letter).count();
        let goes_on = self
            .last
            .is_some_and(|last| now.duration_since(last) < STILL_COMING);
        if letters == 0 || (letters <= TYPED_AT_ONCE && !goes_on) {
            return events;
        }
        self.last = Some(now);
        let text = events.iter().filter_map(letter).collect();
        let others = events.into_iter().filter(|event| letter(event).is_none());
        std::iter::once(Event::Paste(text)).chain(others).collect()
    }
}

fn letter(event: &Event) -> Option<char> {
    match event {
        Event::Key(
            Key {
                code,
                held: Held::Nothing,
            },
            _,
        ) => match code {
            Code::Char(char) => Some(*char),
            Code::Enter => Some('\n'),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Flood, Instant, Key, STILL_COMING};

    #[test]
    fn a_flood_of_letters_is_a_paste_to_its_end_and_a_few_are_keys() {
        let keys = |text: &str| -> Vec<Event> {
            text.chars()
                .map(|char| Event::Key(Key::char(char), Instant::now()))
                .collect()
        };
        let (mut flood, start) = (Flood::default(), Instant::now());
        assert_eq!(flood.as_paste(keys("pqy"), start).len(), 3);
        let taken = flood.as_paste(keys(&"q\ny".repeat(100)), start);
        assert!(matches!(taken.as_slice(), [Event::Paste(text)] if text.len() == 300));
        let rest = flood.as_paste(keys("py"), start + STILL_COMING / 2);
        assert!(matches!(rest.as_slice(), [Event::Paste(text)] if text == "py"));
        assert_eq!(flood.as_paste(keys("p"), start + STILL_COMING * 2).len(), 1);
    }
}
