//! Lines and columns of a text.

/// Where the lines of a text begin.
#[derive(Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let feeds = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0)
            .chain(feeds.map(|(at, _)| at + 1))
            .collect();
        Self { starts }
    }

    /// The line of a byte, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// The column of a byte of that text, from 1, in characters; a byte-order mark is none.
    pub(super) fn column(&self, text: &str, offset: usize) -> usize {
        let start = self.starts.get(self.line(offset) - 1).copied().unwrap_or(0);
        let end = char_boundary(text, offset);
        let before = text.get(start..end).unwrap_or_default();
        1 + before.trim_start_matches('\u{feff}').chars().count()
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
    use super::Lines;

    #[test]
    fn columns_count_characters_not_bytes_and_no_byte_order_mark() {
        let text = "\u{feff}a = 1\n名 = 2\r\n";
        let lines = Lines::of(text);
        for (offset, line, column) in [
            (3, 1, 1),
            (7, 1, 5),
            (9, 2, 1),
            (12, 2, 2),
            (13, 2, 3),
            (18, 3, 1),
            (99, 3, 1),
        ] {
            assert_eq!(
                (lines.line(offset), lines.column(text, offset)),
                (line, column),
                "{offset}"
            );
        }
    }
}
