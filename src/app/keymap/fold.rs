//! What a Chinese input method turns keys into, turned back.

use crate::app::key::{Code, Key};

/// A full-width or Chinese sign as the key that made it; any other key as it is.
pub fn folded(key: Key) -> Key {
    match key.code {
        Code::Char(char) => Key {
            code: Code::Char(fold(char)),
            ..key
        },
        _ => key,
    }
}

fn fold(char: char) -> char {
    match char {
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(char) - 0xFF01 + u32::from('!')).unwrap_or(char)
        }
        '、' => '/',
        '。' => '.',
        '【' => '[',
        '】' => ']',
        '《' => '<',
        '》' => '>',
        '￥' => '$',
        '\u{3000}' => ' ',
        _ => char,
    }
}

/// A letter that only an input method makes.
pub fn is_from_input_method(char: char) -> bool {
    !char.is_ascii() && char.is_alphabetic()
}
