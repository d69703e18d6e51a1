//! Text pasted by a terminal that does not say so, or that lets the mark of a paste's end stand in it: into a text
//! field it may go, but its letters are no keys.

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
    /// The events as they are, or with all their letters as one paste. What was typed before a paste is not a part of it.
    pub fn as_paste(&mut self, mut events: Vec<Event>, now: Instant) -> Vec<Event> {
        let pasted = events
            .iter()
            .position(|event| matches!(event, Event::Paste(_)));
        if pasted.is_some() {
            self.last = Some(now);
        }
        let behind = events.split_off(pasted.map_or(0, |pasted| pasted + 1));
        let letters = behind.iter().filter_map(letter).count();
        let goes_on = self
            .last
            .is_some_and(|last| now.duration_since(last) < STILL_COMING);
        if letters == 0 || (letters <= TYPED_AT_ONCE && !goes_on) {
            events.extend(behind);
            return events;
        }
        self.last = Some(now);
        events.push(Event::Paste(behind.iter().filter_map(letter).collect()));
        events.extend(behind.into_iter().filter(|event| letter(event).is_none()));
        events
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

    #[test]
    fn letters_that_come_with_a_paste_are_a_part_of_it_and_those_before_it_are_keys() {
        let key = |letter| Event::Key(Key::char(letter), Instant::now());
        let paste = || Event::Paste("x".to_owned());
        let events = vec![key('n'), paste(), key('p'), paste(), key('y')];
        let taken = Flood::default().as_paste(events, Instant::now());
        let [Event::Key(..), rest @ ..] = taken.as_slice() else {
            panic!("{taken:?}");
        };
        assert!(
            rest.iter().all(|event| matches!(event, Event::Paste(_))),
            "{rest:?}"
        );
    }
}
