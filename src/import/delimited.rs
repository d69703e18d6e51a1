//! Rows of a text whose fields are divided by commas, tabs or semicolons.

use csv::{ReaderBuilder, StringRecord};

use super::table::{Cell, Row, Table};
use super::unreadable::Unreadable;
use super::{LONGEST_FIELD, MOST_COLUMNS, MOST_ROWS};

/// What may divide fields, the most usual first.
const DELIMITERS: [u8; 3] = *b",\t;";
/// So many lines tell which delimiters may be meant.
const LOOK_AT: usize = 100;

/// The table of each delimiter that divides anything; that of commas for a text without any.
pub(super) fn tables(text: &str) -> Result<Vec<Table>, Unreadable> {
    // Lines that end in CR alone: the reader counts lines by LF.
    let only_cr = text.contains('\r') && !text.contains('\n');
    let lines = only_cr.then(|| text.replace('\r', "\n"));
    let text = lines.as_deref().unwrap_or(text);
    let mut start = text.lines().take(LOOK_AT).flat_map(str::bytes);
    let divides = |delimiter: &u8| start.clone().any(|byte| byte == *delimiter);
    let mut tables = Vec::new();
    for delimiter in DELIMITERS.into_iter().filter(divides) {
        tables.push(table(text, delimiter)?);
    }
    if tables.is_empty() && start.next().is_some() {
        tables.push(table(text, b',')?);
    }
    Ok(tables)
}

fn table(text: &str, delimiter: u8) -> Result<Table, Unreadable> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut lines = Lines::of(text);
    let mut record = StringRecord::new();
    let mut table = Table::default();
    // The text is sound UTF-8 in memory: reading it cannot fail.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, csv::Position::byte);
        let line = lines.at(start);
        let end = usize::try_from(reader.position().byte()).unwrap_or(text.len());
        check(&record, line, lines.rest(end))?;
        table
            .rows
            .extend(Row::of(line, record.iter().map(Cell::of).collect()));
        if table.rows.len() > MOST_ROWS {
            return Err(Unreadable::TooManyRows);
        }
    }
    Ok(table)
}

/// A row must keep to the limits and close what it opens. `written` is its text where it is the
/// last one.
fn check(record: &StringRecord, line: usize, written: Option<&str>) -> Result<(), Unreadable> {
    if record.len() > MOST_COLUMNS {
        return Err(Unreadable::TooManyColumns { line });
    }
    let swallows = record.iter().any(|field| field.contains('\n'));
    let is_open = written.is_some_and(|text| swallows && text.matches('"').count() % 2 == 1);
    if is_open || record.iter().any(|field| field.len() > LONGEST_FIELD) {
        return Err(Unreadable::OpenQuote { line });
    }
    Ok(())
}

/// Counts lines while it goes through a text.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
        }
    }

    /// The line on which the record begins that is read from this byte on: empty lines before it
    /// are not its own.
    fn at(&mut self, byte: u64) -> usize {
        let bytes = self.text.as_bytes();
        let mut to = usize::try_from(byte).unwrap_or(bytes.len());
        while matches!(bytes.get(to), Some(b'\r' | b'\n')) {
            to += 1;
        }
        let passed = bytes.get(self.at..to).unwrap_or_default();
        self.line += passed.split(|byte| *byte == b'\n').count() - 1;
        self.at = self.at.max(to);
        self.line
    }

    /// The text from where the record began, where nothing follows behind `end`.
    fn rest(&self, end: usize) -> Option<&'t str> {
        let is_last = self
            .text
            .get(end..)
            .is_none_or(|rest| rest.trim().is_empty());
        if is_last {
            self.text.get(self.at..)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_FIELD, Unreadable, tables};

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let first = tables(text).unwrap().remove(0);
        let cells = |row: super::Row| {
            row.cells
                .iter()
                .map(|cell| cell.text().to_owned())
                .collect()
        };
        first
            .rows
            .into_iter()
            .map(|row| (row.line, cells(row)))
            .collect()
    }

    #[test]
    fn rows_know_their_line_whatever_ends_it() {
        for text in [
            "\n\na,b\n\nc,d\n",
            "\r\n\r\na,b\r\n\r\nc,d",
            "\r\ra,b\r\rc,d\r",
        ] {
            let found = rows(text);
            let lines: Vec<_> = found.iter().map(|row| row.0).collect();
            assert_eq!(lines, [3, 5], "{text:?}");
            assert_eq!(found[1].1, ["c", "d"], "{text:?}");
        }
    }

    #[test]
    fn a_line_break_inside_quotation_marks_belongs_to_the_field() {
        let found = rows("a,b\n\"x\ny\",\"say \"\"hi\"\"\"\nc,d\n");
        assert_eq!(found[1], (2, vec!["x\ny".into(), "say \"hi\"".into()]));
        assert_eq!(found[2].0, 4);
    }

    #[test]
    fn a_quotation_mark_that_nobody_closes_is_told_where_it_was_opened() {
        let swallowed = "1,2\n".repeat(LONGEST_FIELD);
        for text in [format!("a,b\nc,\"{swallowed}"), "a,b\nc,\"d\ne,f\n".into()] {
            assert_eq!(
                tables(&text).unwrap_err(),
                Unreadable::OpenQuote { line: 2 }
            );
        }
    }

    #[test]
    fn every_delimiter_gives_a_table_of_its_own() {
        assert_eq!(tables("a;b\n1;2\n").unwrap().len(), 1);
        assert_eq!(tables("a\tb,c\n").unwrap().len(), 2);
        assert_eq!(tables("").unwrap().len(), 0);
        assert_eq!(rows("alone"), [(1, vec!["alone".to_owned()])]);
    }

    #[test]
    fn too_many_columns_are_told_where_they_are() {
        let wide = format!("a,b\n{}\n", ",".repeat(70));
        assert_eq!(
            tables(&wide).unwrap_err(),
            Unreadable::TooManyColumns { line: 2 }
        );
    }
}
