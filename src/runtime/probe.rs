//! What the terminal is asked before the first frame, all at once: which background it has, and
//! how wide it draws the signs whose width is left to it.

use std::io::{self, Write, stdin, stdout};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::retry_on_intr;
use xterm_color::Color;

use super::events::Event;
use crate::app::key::{Code, Held, Key};
use crate::settings::theme::Background;

/// How long a terminal may take to answer, counted from when it is waited for.
const PATIENCE: Duration = Duration::from_millis(100);

/// Signs that some terminals draw two cells wide: of a border, of a bar, of a text that was cut.
const SIGNS: &str = "─▄…";
/// The column behind them, counted from 1, where each takes one cell.
const BEHIND_SIGNS: u16 = 4;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Which background it has.
    pub background: bool,
    /// How wide such signs are.
    pub width: bool,
}

/// What it answered, and what was typed in the meantime.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Its background; nothing where it did not say.
    pub background: Option<Background>,
    /// Whether it puts such signs anywhere but in one cell each; false where it did not say.
    pub is_wide: bool,
    /// The keys, in their order.
    pub typed: Vec<Event>,
}

/// A question on its way: there is time for other work until it is answered.
#[derive(Debug)]
#[must_use]
pub struct Asked {
    /// Whether there is anything to wait for.
    is_asked: bool,
}

/// Asks a terminal that is in raw mode, with its cursor where something may be drawn.
pub fn ask(question: Question) -> Asked {
    let Question { background, width } = question;
    // What cannot be asked is not known.
    let is_asked = (background || width) && write(question).is_ok();
    Asked { is_asked }
}

impl Asked {
    /// What the terminal answers. One that does not costs [`PATIENCE`].
    pub fn answer(self) -> Answer {
        if self.is_asked {
            Answer::of(&heard())
        } else {
            Answer::default()
        }
    }
}

fn write(question: Question) -> io::Result<()> {
    let mut out = stdout().lock();
    // Screen hands the question to the terminal around it, whose answer comes when nobody waits.
    let is_screen =
        std::env::var("TERM").is_ok_and(|term| term == "screen" || term.starts_with("screen."));
    if question.background && !is_screen {
        out.write_all(b"\x1b]11;?\x07")?;
    }
    let signs = if question.width { SIGNS } else { "   " };
    write!(out, "\x1b[H{signs}\x1b[6n\x1b[H\x1b[K")?;
    out.flush()
}

/// Everything that came until the terminal said where its cursor is. Every terminal knows that
/// question and they answer in order, so whatever it did not answer before it never will.
fn heard() -> Vec<u8> {
    let (input, end) = (stdin(), Instant::now() + PATIENCE);
    let mut heard = Vec::new();
    let mut bytes = [0; 256];
    while !pieces(&heard).any(|piece| matches!(piece, Piece::Column(_))) {
        let left = end.saturating_duration_since(Instant::now());
        let patience = Timespec::try_from(left).unwrap_or_default();
        let mut ready = [PollFd::from_borrowed_fd(input.as_fd(), PollFlags::IN)];
        let ready = retry_on_intr(|| poll(&mut ready, Some(&patience)));
        if left.is_zero() || !matches!(ready, Ok(1..)) {
            break;
        }
        // What was heard before an error is heard all the same.
        match retry_on_intr(|| rustix::io::read(input.as_fd(), &mut bytes)) {
            Ok(length @ 1..) => heard.extend_from_slice(bytes.get(..length).unwrap_or_default()),
            Ok(0) | Err(_) => break,
        }
    }
    heard
}

impl Answer {
    fn of(heard: &[u8]) -> Self {
        let mut answer = Self::default();
        for piece in pieces(heard) {
            match piece {
                Piece::Background(color) => answer.background = color.map(|color| light(&color)),
                Piece::Column(column) => answer.is_wide = column != BEHIND_SIGNS,
                Piece::Key(key) => answer.typed.push(Event::Key(key, Instant::now())),
                Piece::Unknown => {}
            }
        }
        answer
    }
}

/// Light where it looks lighter than middle grey.
fn light(color: &Color) -> Background {
    let weighed = [(color.red, 299), (color.green, 587), (color.blue, 114)];
    let light: u32 = weighed
        .map(|(part, weight)| u32::from(part) * weight)
        .iter()
        .sum();
    if light / 1000 > u32::from(u16::MAX) / 2 {
        Background::Light
    } else {
        Background::Dark
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Background(Option<Color>),
    Column(u16),
    Key(Key),
    /// A sequence that means nothing here, or is not over.
    Unknown,
}

fn pieces(bytes: &[u8]) -> impl Iterator<Item = Piece> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (piece, behind) = next(rest)?;
        rest = behind;
        Some(piece)
    })
}

fn next(bytes: &[u8]) -> Option<(Piece, &[u8])> {
    Some(match bytes {
        [] => return None,
        [0x1b, b']', rest @ ..] => command(rest),
        [0x1b, b'[', rest @ ..] => {
            let length = rest.iter().position(|byte| (0x40..0x7f).contains(byte));
            let (inner, behind) = rest.split_at(length.map_or(rest.len(), |at| at + 1));
            (sequence(inner), behind)
        }
        [0x1b, b'O', letter, rest @ ..] => (sequence(&[*letter]), rest),
        [0x1b, rest @ ..] if rest.first().is_none_or(|byte| *byte == 0x1b) => {
            (press(Code::Esc, Held::Nothing), rest)
        }
        [0x1b, rest @ ..] => letter(rest, Held::Alt),
        _ => letter(bytes, Held::Nothing),
    })
}

/// An answer up to its BEL or `ESC \`.
fn command(rest: &[u8]) -> (Piece, &[u8]) {
    let end = rest.iter().position(|byte| matches!(byte, 0x07 | 0x1b));
    let (inner, behind) = rest.split_at(end.unwrap_or(rest.len()));
    let behind = behind
        .strip_prefix(b"\x07")
        .or_else(|| behind.strip_prefix(b"\x1b\\"))
        .unwrap_or(behind);
    let piece = match inner.strip_prefix(b"11;") {
        Some(color) => Piece::Background(Color::parse(color).ok()),
        None => Piece::Unknown,
    };
    (piece, behind)
}

/// What follows `ESC [`, with its last byte.
fn sequence(inner: &[u8]) -> Piece {
    let code = match inner {
        [place @ .., b'R'] => return column(place).map_or(Piece::Unknown, Piece::Column),
        b"A" => Code::Up,
        b"B" => Code::Down,
        b"C" => Code::Right,
        b"D" => Code::Left,
        b"H" | b"1~" => Code::Home,
        b"F" | b"4~" => Code::End,
        b"Z" => Code::BackTab,
        b"3~" => Code::Delete,
        b"5~" => Code::PageUp,
        b"6~" => Code::PageDown,
        _ => return Piece::Unknown,
    };
    press(code, Held::Nothing)
}

/// The second of `row;column`.
fn column(place: &[u8]) -> Option<u16> {
    let (row, column) = std::str::from_utf8(place).ok()?.split_once(';')?;
    row.parse::<u16>().ok()?;
    column.parse().ok()
}

/// A letter, or a key that sends a control character.
fn letter(bytes: &[u8], held: Held) -> (Piece, &[u8]) {
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(bytes.get(..error.valid_up_to()).unwrap_or_default())
            .unwrap_or_default(),
    };
    let Some(char) = valid.chars().next() else {
        return (Piece::Unknown, bytes.get(1..).unwrap_or_default());
    };
    let behind = bytes.get(char.len_utf8()..).unwrap_or_default();
    let held_down = u8::try_from(char).ok().map(|byte| char::from(byte | 0x60));
    let piece = match (char, held_down) {
        ('\r' | '\n', _) => press(Code::Enter, held),
        ('\t', _) => press(Code::Tab, held),
        ('\x7f', _) => press(Code::Backspace, held),
        ('\x01'..='\x1a', Some(letter)) => Piece::Key(Key::ctrl(letter)),
        (char, _) if char.is_control() => Piece::Unknown,
        (char, _) => press(Code::Char(char), held),
    };
    (piece, behind)
}

fn press(code: Code, held: Held) -> Piece {
    Piece::Key(Key { code, held })
}

#[cfg(test)]
mod tests {
    use super::{Answer, Background, Code, Event, Held, Key, pieces};

    fn keys(answer: &Answer) -> Vec<Key> {
        let keys = answer.typed.iter().filter_map(|event| match event {
            Event::Key(key, _) => Some(*key),
            _ => None,
        });
        keys.collect()
    }

    #[test]
    fn each_way_of_answering_is_understood() {
        let (dark, light) = (Some(Background::Dark), Some(Background::Light));
        for (heard, background, is_wide) in [
            ("", None, false),
            ("\x1b[1;4R", None, false),
            ("\x1b[1;7R", None, true),
            // Bytes that are drawn one by one: the terminal does not read UTF-8.
            ("\x1b[1;10R", None, true),
            ("\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\\x1b[1;4R", dark, false),
            ("\x1b]11;rgb:fafa/fafa/fafa\x07\x1b[1;7R", light, true),
            ("\x1b]11;#ffffff\x07", light, false),
            ("\x1b]11;rgba:0000/0000/0000/ffff\x07\x1b[1;4R", dark, false),
            ("\x1b]11;what\x07\x1b[1;4R", None, false),
            ("\x1b]11;rgb:1e1e", None, false),
        ] {
            let answer = Answer::of(heard.as_bytes());
            let expected = Answer {
                background,
                is_wide,
                typed: Vec::new(),
            };
            assert_eq!(answer, expected, "{heard:?}");
        }
    }

    #[test]
    fn keys_typed_before_between_and_behind_the_answers_are_kept() {
        let heard = "2\x1b[B\x1b]11;rgb:0/0/0\x1b\\分\x03\x1b[1;4R\x1bx\r\x1b[5~\x1b";
        let answer = Answer::of(heard.as_bytes());
        let alt = Key {
            code: Code::Char('x'),
            held: Held::Alt,
        };
        assert_eq!(
            keys(&answer),
            [
                Key::char('2'),
                Key::of(Code::Down),
                Key::char('分'),
                Key::ctrl('c'),
                alt,
                Key::of(Code::Enter),
                Key::of(Code::PageUp),
                Key::of(Code::Esc),
            ]
        );
    }

    #[test]
    fn whatever_comes_is_read_to_its_end() {
        let long = "\x1b[12;34\x1b]0;x\x07\x1b]\x1bOA\x1b\x1b[\u{80}\u{9b}é".repeat(3);
        for end in 0..long.len() {
            let _ = pieces(&long.as_bytes()[..end]).count();
        }
        assert_eq!(pieces(b"\xff\xfep").count(), 3);
    }
}
