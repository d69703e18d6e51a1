//! Makes any text fit for a terminal: nothing in it can move the cursor, hide, or pretend to be
//! something else. What would be invisible is spelt out instead of dropped, so two different
//! names never look the same.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::ops::Deref;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// More marks than this on one letter are noise (or an attack on the terminal) and are left out.
const MARKS_PER_LETTER: usize = 4;

/// A text that is fit for a terminal. Only [`safe`] makes one; pages and cells take nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeText<'t> {
    text: Cow<'t, str>,
    /// Each character is a letter by itself; see [`plain_width`].
    is_plain: bool,
}

impl<'t> SafeText<'t> {
    /// Its letters, each as a cell holds it.
    pub fn glyphs(&self) -> impl Iterator<Item = Glyph<'_>> {
        split(&self.text, self.is_plain).map(Glyph)
    }

    /// The text itself.
    pub fn into_text(self) -> Cow<'t, str> {
        self.text
    }
}

impl Deref for SafeText<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for SafeText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A letter of a safe text with its marks, or a sign of our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph<'t>(&'t str);

impl<'t> Glyph<'t> {
    /// A sign that stands in the program.
    pub const fn own(sign: &'static str) -> Self {
        Self(sign)
    }

    /// The letter itself.
    pub const fn as_str(self) -> &'t str {
        self.0
    }
}

/// The text as it may be printed. Borrowed where nothing had to change, which is nearly always.
///
/// - line feeds and tabs become one space, other control characters a picture such as `␛`;
/// - characters that are invisible, reorder the line or join letters become `⟨U+202E⟩`;
/// - emoji variation selectors are left out: terminals disagree about the width they give;
/// - a letter keeps at most four combining marks.
pub fn safe(text: &str) -> SafeText<'_> {
    let is_plain = text.chars().all(is_plain);
    if is_plain || glyphs(text).all(is_harmless) {
        return SafeText {
            text: Cow::Borrowed(text),
            is_plain,
        };
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for grapheme in glyphs(text) {
        push(&mut shown, grapheme);
    }
    SafeText {
        text: Cow::Owned(shown),
        is_plain: false,
    }
}

/// The letters of a text as a reader counts them, each with its marks.
pub fn glyphs(text: &str) -> impl Iterator<Item = &str> {
    split(text, false)
}

fn split(text: &str, all_plain: bool) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.chars();
        let first = chars.next()?;
        let after = chars.as_str();
        let stands_alone = all_plain || (is_plain(first) && chars.next().is_none_or(is_plain));
        let length = if stands_alone {
            rest.len() - after.len()
        } else {
            rest.graphemes(true).next()?.len()
        };
        let (glyph, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(glyph)
    })
}

/// Whether a character steers a terminal, hides, or turns text around.
pub fn is_unfit(char: char) -> bool {
    is_control(char) || is_hidden(char)
}

/// How many cells a character takes that never joins others: a text of these alone needs no closer
/// look. Those that nearly every text here is made of, not all there are.
pub fn plain_width(char: char) -> Option<u16> {
    match char {
        ' '..='~'
        | '¡'..='¬' | '®'..='˿'       // Latin, the soft hyphen left out
        | '–'..='‧' | '─'..='▟' => Some(1), // dashes, quotes, lines and blocks
        '一'..='龥'
        | '、'..='〩' | 'ぁ'..='ゖ' | 'ァ'..='ヺ'
        | '！'..='～' => Some(2), // full width
        _ => None,
    }
}

/// How many cells a text takes in which no character joins another; nothing for any other text.
pub fn plain_text_width(text: &str) -> Option<u16> {
    let mut widths = text.chars().map(plain_width);
    widths.try_fold(0, |sum: u16, width| Some(sum.saturating_add(width?)))
}

fn is_plain(char: char) -> bool {
    plain_width(char).is_some()
}

fn is_harmless(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    chars.next().is_some_and(stands_alone)
        && chars
            .clone()
            .all(|mark| !is_control(mark) && !is_hidden(mark) && !is_variation(mark))
        && chars.count() <= MARKS_PER_LETTER
}

fn push(shown: &mut String, grapheme: &str) {
    if grapheme == "\r\n" {
        shown.push(' ');
        return;
    }
    let mut kept = 0;
    for (place, char) in grapheme.chars().enumerate() {
        match char {
            '\n' | '\t' => shown.push(' '),
            '\0'..='\x1f' => shown.push(picture(char)),
            '\x7f' => shown.push('␡'),
            char if is_variation(char) => {}
            char if is_control(char) || is_hidden(char) || (place == 0 && !stands_alone(char)) => {
                spell_out(shown, char);
            }
            _ if kept > MARKS_PER_LETTER => {}
            char => {
                shown.push(char);
                kept += 1;
            }
        }
    }
}

/// Whether a character may begin what is shown in a cell: it takes room of its own.
fn stands_alone(char: char) -> bool {
    !is_control(char) && !is_hidden(char) && char.width().is_some_and(|width| width > 0)
}

fn is_control(char: char) -> bool {
    char.is_control()
}

/// The selectors for the text or emoji form of the character before them.
fn is_variation(char: char) -> bool {
    matches!(char, '\u{FE0E}' | '\u{FE0F}')
}

/// Characters that are not seen themselves but change how others are shown or compared.
fn is_hidden(char: char) -> bool {
    matches!(char,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'     // Mongolian selectors and vowel separator
        | '\u{200B}'..='\u{200F}'     // zero-width space, joiners, direction marks
        | '\u{2028}'..='\u{202E}'     // line and paragraph separators, embeddings, overrides
        | '\u{2060}'..='\u{206F}'     // word joiner, invisible operators, isolates
        | '\u{3164}' | '\u{FFA0}'     // Hangul fillers
        | '\u{FE00}'..='\u{FE0D}' | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'     // interlinear annotation
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}'   // tags, further selectors
    )
}

/// The picture of a C0 control character: ESC is `␛`.
fn picture(control: char) -> char {
    char::from_u32(0x2400 + u32::from(control)).unwrap_or('␀')
}

fn spell_out(shown: &mut String, char: char) {
    // Writing to a String cannot fail.
    let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(char));
}

#[cfg(test)]
mod tests {
    use super::{Cow, safe};
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthChar;

    #[test]
    fn ordinary_text_of_any_script_is_not_copied() {
        for text in [
            "",
            "Xiaomi 15 Pro",
            "小米 15 Pro 手机",
            "café",
            "cafe\u{301}",
            "한글",
            "ﾊﾟﾝ",
            "हिन्दी",
            "🎉",
        ] {
            assert!(
                matches!(safe(text).into_text(), Cow::Borrowed(same) if same == text),
                "{text}"
            );
        }
    }

    #[test]
    fn nothing_that_steers_a_terminal_or_hides_comes_through() {
        for (hostile, shown) in [
            ("A\x1b[31mB", "A␛[31mB"),
            ("\x1b]52;c;eHg=\x07", "␛]52;c;eHg=␇"),
            ("a\tb\nc\r\nd", "a b c d"),
            ("lone\rreturn", "lone␍return"),
            ("\0\x7f", "␀␡"),
            ("\u{9b}31m\u{9d}", "⟨U+009B⟩31m⟨U+009D⟩"),
            ("a\u{202e}b", "a⟨U+202E⟩b"),
            ("a\u{2066}b\u{2069}", "a⟨U+2066⟩b⟨U+2069⟩"),
            ("p\u{200b}q\u{feff}", "p⟨U+200B⟩q⟨U+FEFF⟩"),
            ("x\u{200d}y\u{200c}", "x⟨U+200D⟩y⟨U+200C⟩"),
            ("id\u{e0041}", "id⟨U+E0041⟩"),
            ("one\u{2028}two\u{2029}", "one⟨U+2028⟩two⟨U+2029⟩"),
            ("\u{fff9}a\u{fffb}", "⟨U+FFF9⟩a⟨U+FFFB⟩"),
            ("a\u{3164}b", "a⟨U+3164⟩b"),
            ("❤\u{fe0f}", "❤"),
            ("\u{301}first", "⟨U+0301⟩first"),
        ] {
            assert_eq!(&*safe(hostile), shown, "{hostile:?}");
        }
    }

    #[test]
    fn plain_characters_are_harmless_and_join_nothing() {
        for char in ('\0'..=char::MAX).filter(|char| super::is_plain(*char)) {
            assert!(super::is_harmless(&char.to_string()), "{char:?}");
            let width = super::plain_width(char).map(usize::from);
            assert_eq!(char.width(), width, "{char:?}");
            for text in [
                format!("{char}一"),
                format!("a{char}"),
                format!("{char}{char}"),
            ] {
                assert_eq!(text.graphemes(true).count(), 2, "{text:?}");
            }
        }
    }

    #[test]
    fn a_letter_keeps_at_most_four_marks() {
        let towering = format!("e{}x", "\u{301}".repeat(5000));
        assert_eq!(&*safe(&towering), "e\u{301}\u{301}\u{301}\u{301}x");
    }

    /// Letters that stand alone, and what joins those before or after it.
    const PARTS: &[&str] = &[
        "a",
        " ",
        "一",
        "！",
        "é",
        "\u{301}",
        "\u{200d}",
        "\u{1f1e8}",
        "👍",
        "\u{1f3fd}",
        "가",
        "\u{1100}",
        "\r",
        "\n",
        "\u{600}",
        "क",
        "\u{94d}",
    ];

    proptest! {
        #[test]
        fn whatever_comes_in_only_printable_text_comes_out(hostile in any::<String>()) {
            let shown = safe(&hostile);
            prop_assert!(!shown.chars().any(super::is_unfit));
            prop_assert!(shown.graphemes(true).all(|grapheme| grapheme.chars().count() <= 12));
        }

        #[test]
        fn glyphs_are_the_graphemes_of_unicode(
            parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..12)
        ) {
            let text = parts.concat();
            let expected: Vec<_> = text.graphemes(true).collect();
            prop_assert_eq!(super::glyphs(&text).collect::<Vec<_>>(), expected);
        }

        #[test]
        fn safe_text_stays_as_it_is(hostile in any::<String>()) {
            let once = safe(&hostile).to_string();
            prop_assert_eq!(&*safe(&once), once.as_str());
        }
    }
}
