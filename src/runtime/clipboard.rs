//! The clipboard of the terminal, by the sequence OSC 52. It reaches the shopper's own machine
//! even through SSH. No terminal answers it, and some refuse.

use std::io::{self, Write};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Asks the terminal to take a text into its clipboard.
///
/// # Errors
/// What the terminal says.
pub fn copy(out: &mut impl Write, text: &str) -> io::Result<()> {
    write!(out, "\x1b]52;c;{}\x07", base64(text.as_bytes()))?;
    out.flush()
}

/// Base64 of RFC 4648, padded.
fn base64(bytes: &[u8]) -> String {
    let mut coded = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |k: usize| u32::from(three.get(k).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for k in 0..4 {
            let sextet = usize::try_from(bits >> (18 - 6 * k) & 0x3f).unwrap_or_default();
            let letter = ALPHABET.get(sextet).copied().map_or('=', char::from);
            coded.push(if k <= three.len() { letter } else { '=' });
        }
    }
    coded
}

#[cfg(test)]
mod tests {
    use super::{base64, copy};

    #[test]
    fn the_examples_of_the_standard() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("还", "6L+Y"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn a_text_is_handed_over_between_the_marks_of_the_sequence() {
        let mut out = Vec::new();
        copy(&mut out, "foo").unwrap();
        assert_eq!(out, b"\x1b]52;c;Zm9v\x07");
    }
}
