//! Lines and columns of a text.

/// Where the lines of a text begin.
#[derive(Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let feeds = text.match_indices('\n');
        let starts = std::iter::once(0).chain(feeds.map(|(at, _)| at + 1));
        Self {
            starts: starts.collect(),
        }
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// Where a line begins, its number counted from 1.
    fn start(&self, line: usize) -> usize {
        self.starts.get(line - 1).copied().unwrap_or_default()
    }
}

/// Lines and columns of places that are asked for in the order of the text. Each column starts
/// from the one before, so many places on one very long line cost no more than that line.
pub(super) struct Places<'t> {
    text: &'t str,
    lines: &'t Lines,
    before: (usize, usize),
    column: usize,
}

impl<'t> Places<'t> {
    pub(super) fn of(text: &'t str, lines: &'t Lines) -> Self {
        Self {
            text,
            lines,
            before: (0, 0),
            column: 1,
        }
    }

    /// Line and column of a byte, both from 1, the column in characters; a byte-order mark is
    /// none.
    pub(super) fn place(&mut self, offset: usize) -> (usize, usize) {
        let line = self.lines.line(offset);
        let (known_line, mut from) = self.before;
        if line != known_line || from > offset {
            from = self.lines.start(line);
            self.column = 1;
        }
        let passed = self.text.get(from..offset).unwrap_or_default();
        self.column += passed.trim_start_matches('\u{feff}').chars().count();
        self.before = (line, offset);
        (line, self.column)
    }
}

/// The byte itself, or the beginning of the character that it lies in.
pub(super) fn char_boundary(text: &str, offset: usize) -> usize {
    let boundaries = (0..=offset.min(text.len())).rev();
    boundaries
        .take(4)
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Lines, Places};

    #[test]
    fn columns_count_characters_not_bytes_and_no_byte_order_mark() {
        let text = "\u{feff}a = 1\n名 = 2\r\n";
        let lines = Lines::of(text);
        let mut places = Places::of(text, &lines);
        for (offset, line, column) in [
            (3, 1, 1),
            (7, 1, 5),
            (7, 1, 5),
            (9, 2, 1),
            (12, 2, 2),
            (13, 2, 3),
            (18, 3, 1),
            (13, 2, 3),
            (0, 1, 1),
        ] {
            assert_eq!(places.place(offset), (line, column), "{offset}");
        }
    }
}
