//! A line of text being typed.

use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

use super::action::TextEdit;

/// More letters than this no field takes.
const LONGEST: usize = 256;
/// Of what is pasted no more characters than this are looked at; some may be control characters.
const LONGEST_PASTE: usize = 4 * LONGEST;

/// A line of text being typed.
#[derive(Debug, Clone, Default)]
pub struct TextField {
    input: Input,
    /// The whole text is selected: what is typed next replaces it.
    pub preselected: bool,
}

impl TextField {
    /// An empty field.
    pub fn new() -> Self {
        Self::default()
    }

    /// A field whose text the next letter replaces.
    pub fn preselected(text: &str) -> Self {
        let mut field = Self {
            input: Input::new(text.to_owned()),
            preselected: false,
        };
        field.select_all();
        field
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// How many cells lie before the caret. The terminal's own cursor belongs there, because
    /// input methods open their window at it.
    pub fn caret(&self) -> usize {
        self.input.visual_cursor()
    }

    /// What is typed next replaces the whole text.
    pub fn select_all(&mut self) {
        self.preselected = !self.text().is_empty();
    }

    /// A letter was typed.
    pub fn insert(&mut self, char: char) {
        if char.is_control() {
            return;
        }
        self.replace_selected();
        if self.text().graphemes(true).count() < LONGEST {
            self.input.handle(InputRequest::InsertChar(char));
        }
    }

    /// Text was pasted: its lines go in as one, without control characters. False where there was
    /// no room for all of it.
    pub fn paste(&mut self, text: &str) -> bool {
        let lines = text.split(is_line_end).map(str::trim_end);
        let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
        let line = lines.join(" ");
        for char in line.chars().take(LONGEST_PASTE) {
            self.insert(char);
        }
        line.graphemes(true).nth(LONGEST).is_none()
    }

    /// The text is changed or the caret moved.
    pub fn edit(&mut self, edit: TextEdit) {
        let request = match edit {
            TextEdit::Left => InputRequest::GoToPrevChar,
            TextEdit::Right => InputRequest::GoToNextChar,
            TextEdit::Start => InputRequest::GoToStart,
            TextEdit::End => InputRequest::GoToEnd,
            _ if self.preselected => return self.replace_selected(),
            TextEdit::DeleteBefore => InputRequest::DeletePrevChar,
            TextEdit::DeleteAfter => InputRequest::DeleteNextChar,
            TextEdit::DeleteWord => InputRequest::DeletePrevWord,
            TextEdit::DeleteToStart => InputRequest::DeleteFromStart,
        };
        self.preselected = false;
        self.input.handle(request);
    }

    fn replace_selected(&mut self) {
        if std::mem::take(&mut self.preselected) {
            self.input.reset();
        }
    }
}

fn is_line_end(char: char) -> bool {
    matches!(char, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::{TextEdit, TextField};

    fn typed(field: &mut TextField, text: &str) {
        text.chars().for_each(|char| field.insert(char));
    }

    #[test]
    fn typing_replaces_a_selected_text_and_moving_keeps_it() {
        let mut field = TextField::preselected("441.58");
        typed(&mut field, "200");
        assert_eq!(field.text(), "200");
        let mut kept = TextField::preselected("441.58");
        kept.edit(TextEdit::Left);
        typed(&mut kept, "0");
        assert_eq!(kept.text(), "441.508");
        let mut gone = TextField::preselected("441.58");
        gone.edit(TextEdit::DeleteBefore);
        assert_eq!(gone.text(), "");
    }

    #[test]
    fn whole_letters_are_deleted_and_the_caret_counts_cells() {
        let mut field = TextField::new();
        typed(&mut field, "还款e\u{301}");
        assert_eq!(field.caret(), 5);
        field.edit(TextEdit::DeleteBefore);
        assert_eq!((field.text(), field.caret()), ("还款", 4));
        field.edit(TextEdit::Start);
        field.edit(TextEdit::DeleteAfter);
        assert_eq!((field.text(), field.caret()), ("款", 0));
    }

    #[test]
    fn the_lines_of_a_paste_go_in_as_one_without_control_characters_and_what_is_left_out_is_known()
    {
        for (pasted, text) in [
            ("12\x1b[201~3\nq\ny", "12[201~3 q y"),
            ("3299\n", "3299"),
            (
                "\r\n  小米商城 \r\n\r\n 订单 5240\r\n",
                "  小米商城  订单 5240",
            ),
            ("a\u{2028}b", "a b"),
        ] {
            let mut field = TextField::new();
            assert!(field.paste(pasted), "{pasted:?}");
            assert_eq!(field.text(), text);
        }
        let mut long = TextField::new();
        assert!(!long.paste(&"小".repeat(1_000_000)));
        assert_eq!(long.text().chars().count(), super::LONGEST);
    }
}
