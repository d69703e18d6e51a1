//! What comes from outside: one thread waits for the terminal, one channel carries everything.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{
    self, Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use crate::app::action::Step;
use crate::app::import::FoundBill;
use crate::app::key::{Code, Held, Key};

/// How long the thread waits before it looks whether it has to stand aside.
const GLANCE: Duration = Duration::from_millis(100);

/// A key that was typed comes alone: so long, which nobody feels, the next one is waited for.
const ALONE: Duration = Duration::from_millis(2);

/// Two at once were not typed: the rest of a paste comes in pieces, so far apart at the most.
const PIECES: Duration = Duration::from_millis(20);

/// More events than this are not waited for.
const LARGEST_BURST: usize = 4096;

/// Something from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed at a moment.
    Key(Key, Instant),
    /// The terminal says that a key is held down.
    Held(Key),
    /// Text was pasted.
    Paste(String),
    /// A click on this column and row.
    Click(u16, u16),
    /// A click of the right button on this column and row.
    RightClick(u16, u16),
    /// The wheel, one notch, over this column and row.
    Wheel(Step, u16, u16),
    /// The window has so many columns and rows.
    Resize(u16, u16),
    /// A signal came.
    Signal(i32),
    /// A bill was read.
    Bill(Box<FoundBill>),
    /// The terminal is gone.
    Gone,
    /// All that lay ready at once.
    Burst(Vec<Event>),
}

/// Keeps the thread away from the terminal while another program has it.
#[derive(Debug, Clone, Default)]
pub struct Gate {
    lock: Arc<Mutex<()>>,
    wanted: Arc<AtomicBool>,
}

impl Gate {
    /// Runs something while the thread does not read.
    pub fn closed<T>(&self, run: impl FnOnce() -> T) -> T {
        self.wanted.store(true, Ordering::SeqCst);
        let closed = self.enter();
        let result = run();
        self.wanted.store(false, Ordering::SeqCst);
        drop(closed);
        result
    }

    fn enter(&self) -> MutexGuard<'_, ()> {
        self.lock.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says that the terminal is gone, however the thread ends.
struct Farewell(Sender<Event>);

impl Drop for Farewell {
    fn drop(&mut self) {
        let _ = self.0.send(Event::Gone);
    }
}

/// Starts the thread that waits for the terminal.
pub fn listen(sender: Sender<Event>, gate: Gate) {
    thread::spawn(move || {
        let farewell = Farewell(sender);
        loop {
            while gate.wanted.load(Ordering::SeqCst) {
                thread::sleep(GLANCE / 10);
            }
            let Ok(mut burst) = ready(&gate) else { return };
            without_answers(&mut burst);
            let sent = match burst.pop() {
                Some(only) if burst.is_empty() => farewell.0.send(only),
                Some(last) => {
                    burst.push(last);
                    farewell.0.send(Event::Burst(burst))
                }
                None => Ok(()),
            };
            if sent.is_err() {
                return;
            }
        }
    });
}

/// Waits for something, and takes what comes right behind it: a paste that does not say so shows by its size.
fn ready(gate: &Gate) -> std::io::Result<Vec<Event>> {
    let _open = gate.enter();
    let mut burst = Vec::new();
    let mut patience = GLANCE;
    while burst.len() < LARGEST_BURST && event::poll(patience)? {
        burst.extend(meant(event::read()?));
        patience = match burst.as_slice() {
            [Event::Key(..)] => ALONE,
            [.., Event::Key(..)] => PIECES,
            _ => Duration::ZERO,
        };
    }
    Ok(burst)
}

/// Takes out what a slow terminal answers when nobody waits for it any more, `ESC ] … BEL` or
/// `ESC ] … ESC \`: its letters were not typed.
fn without_answers(burst: &mut Vec<Event>) {
    let mut is_answer = false;
    burst.retain(|event| match event {
        Event::Key(key, _) => {
            let ends = is_answer && [ANSWER_ENDS, Key::ctrl('g')].contains(key);
            let was_answer = is_answer;
            is_answer = !ends && (is_answer || *key == ANSWER_BEGINS);
            !was_answer && !is_answer
        }
        _ => true,
    });
}

const ANSWER_BEGINS: Key = alt(']');
const ANSWER_ENDS: Key = alt('\\');

const fn alt(char: char) -> Key {
    Key {
        code: Code::Char(char),
        held: Held::Alt,
    }
}

fn meant(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) => match key.kind {
            KeyEventKind::Press => Some(Event::Key(key_of(key)?, Instant::now())),
            KeyEventKind::Repeat => Some(Event::Held(key_of(key)?)),
            KeyEventKind::Release => None,
        },
        Raw::Paste(text) => Some(Event::Paste(text)),
        Raw::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Event::Click(mouse.column, mouse.row)),
            MouseEventKind::Down(MouseButton::Right) => {
                Some(Event::RightClick(mouse.column, mouse.row))
            }
            MouseEventKind::ScrollDown => Some(Event::Wheel(Step::Next, mouse.column, mouse.row)),
            MouseEventKind::ScrollUp => Some(Event::Wheel(Step::Previous, mouse.column, mouse.row)),
            _ => None,
        },
        Raw::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
        Raw::FocusGained | Raw::FocusLost => None,
    }
}

fn key_of(key: KeyEvent) -> Option<Key> {
    let held = if key.modifiers.contains(KeyModifiers::CONTROL) {
        Held::Ctrl
    } else if key.modifiers.contains(KeyModifiers::ALT) {
        Held::Alt
    } else {
        Held::Nothing
    };
    let code = match key.code {
        KeyCode::Char(char) if held == Held::Nothing => Code::Char(char),
        KeyCode::Char(char) => Code::Char(char.to_ascii_lowercase()),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    Some(Key { code, held })
}

#[cfg(test)]
mod tests {
    use super::{
        Code, Event, Held, Instant, Key, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, Raw, alt,
        meant, without_answers,
    };

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        match meant(Raw::Key(KeyEvent::new(code, modifiers)))? {
            Event::Key(key, _) => Some(key),
            _ => None,
        }
    }

    #[test]
    fn a_modifier_is_kept_and_shift_is_part_of_its_letter() {
        let none = KeyModifiers::NONE;
        for (code, modifiers, expected) in [
            (KeyCode::Char('P'), KeyModifiers::SHIFT, Key::char('P')),
            (KeyCode::Char('r'), KeyModifiers::CONTROL, Key::ctrl('r')),
            (KeyCode::Char('R'), KeyModifiers::CONTROL, Key::ctrl('r')),
            (
                KeyCode::BackTab,
                KeyModifiers::SHIFT,
                Key::of(Code::BackTab),
            ),
            (KeyCode::Tab, KeyModifiers::SHIFT, Key::of(Code::BackTab)),
            (KeyCode::F(1), none, Key::of(Code::F(1))),
            (
                KeyCode::Char('x'),
                KeyModifiers::ALT,
                Key {
                    code: Code::Char('x'),
                    held: Held::Alt,
                },
            ),
        ] {
            assert_eq!(key(code, modifiers), Some(expected), "{code:?}");
        }
        assert_eq!(key(KeyCode::CapsLock, none), None);
    }

    #[test]
    fn an_answer_that_comes_late_is_no_key() {
        let keys = |text: &str| -> Vec<Key> { text.chars().map(Key::char).collect() };
        let answer = |end: Key| {
            let inner = keys("11;rgb:1e1e/1e1e/2e2e");
            [vec![alt(']')], inner, vec![end]].concat()
        };
        for (came, left) in [
            ([keys("j"), answer(alt('\\')), keys("k")].concat(), "jk"),
            ([answer(Key::ctrl('g')), keys("pp")].concat(), "pp"),
            ([keys("p"), vec![alt(']')], keys("11;rgb:1e")].concat(), "p"),
            (keys("r]\\"), "r]\\"),
        ] {
            let mut burst: Vec<_> = came
                .iter()
                .map(|key| Event::Key(*key, Instant::now()))
                .collect();
            without_answers(&mut burst);
            let kept: Vec<_> = burst
                .iter()
                .filter_map(|event| match event {
                    Event::Key(key, _) => Some(*key),
                    _ => None,
                })
                .collect();
            assert_eq!(kept, keys(left), "{came:?}");
        }
    }

    #[test]
    fn letting_a_key_go_is_no_press() {
        let with = |kind| {
            Raw::Key(KeyEvent::new_with_kind(
                KeyCode::Char('p'),
                KeyModifiers::NONE,
                kind,
            ))
        };
        assert_eq!(meant(with(KeyEventKind::Release)), None);
        assert_eq!(
            meant(with(KeyEventKind::Repeat)),
            Some(Event::Held(Key::char('p')))
        );
    }
}
