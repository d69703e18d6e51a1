//! Rows of cells, as they stand in a file.

/// The rows of a text or of one sheet.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// True where rows leave out empty fields at their end.
    pub(super) sparse: bool,
}

/// A row with something in it.
#[derive(Debug)]
pub(super) struct Row {
    /// Its line in the file, or its number in the sheet, from 1.
    pub(super) line: usize,
    pub(super) cells: Vec<Cell>,
}

/// One cell, without the blanks and marks that exports put around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// Characters.
    Text(String),
    /// A number of a spreadsheet, as it is stored there.
    Number(String),
}

impl Cell {
    /// A cell from what an export wrote: blanks go, and the `'` that keeps a spreadsheet from
    /// taking the rest for a number or a formula.
    pub(super) fn of(written: &str) -> Self {
        let text = bare(written);
        let kept = text.strip_prefix('\'').map(str::trim_start);
        let is_kept = |rest: &&str| rest.starts_with(guarded);
        Self::Text(kept.filter(is_kept).unwrap_or(text).to_owned())
    }

    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text().is_empty()
    }
}

/// Without blanks and byte-order marks around it.
fn bare(written: &str) -> &str {
    written.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

/// What a spreadsheet would take for a number or a formula.
fn guarded(first: char) -> bool {
    first.is_ascii_digit() || "=+-@＝＋－＠".contains(first)
}

impl Row {
    /// A row, where any of the cells says something.
    pub(super) fn of(line: usize, cells: Vec<Cell>) -> Option<Self> {
        let says = cells.iter().any(|cell| !cell.is_empty());
        says.then_some(Self { line, cells })
    }

    /// The cell of a column; an empty text where there is none.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", Cell::text)
    }

    /// How many fields it has, without empty ones at its end.
    pub(super) fn len(&self) -> usize {
        let last = self.cells.iter().rposition(|cell| !cell.is_empty());
        last.map_or(0, |last| last + 1)
    }

    /// A line of dashes: what follows it are sums.
    pub(super) fn ends_the_rows(&self) -> bool {
        let first = self.cell(0);
        first.len() >= 5 && first.chars().all(|c| c == '-')
    }

    /// Words in the first field and nothing else.
    pub(super) fn is_a_remark(&self) -> bool {
        self.len() == 1 && !self.cell(0).starts_with(|c: char| c.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::Cell;

    #[test]
    fn blanks_and_the_marks_of_exports_go_and_everything_else_stays() {
        for (written, expected) in [
            ("  2026030122001\t", "2026030122001"),
            ("'2026030122001", "2026030122001"),
            ("'=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")"),
            ("'t Hoekje", "'t Hoekje"),
            ("\u{feff}交易时间", "交易时间"),
            ("\u{3000}花呗 ", "花呗"),
        ] {
            assert_eq!(Cell::of(written).text(), expected);
        }
    }
}
