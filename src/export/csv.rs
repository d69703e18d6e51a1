//! Tables for spreadsheets and scripts (RFC 4180).
//!
//! A sheet takes a text that begins like a formula for one, whoever wrote it. So for sheets every
//! such text gets a `'` before it, which they show nothing of; digits that a sheet would round to a
//! number get it too. With [`Form::Raw`] a text stays exactly what it is, for programs.

mod table;

use chrono::NaiveDate;

pub use ::csv::Error;
pub use table::{installments, payments, plans};

use super::plain::plain;
use crate::domain::{Currency, Money};
use crate::settings::texts::Texts;

/// For whom a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For people with a spreadsheet: heads in their language, a byte-order mark (without which some
    /// sheets take UTF-8 for something else), nothing that could be taken for a formula.
    Sheet(Texts),
    /// For programs: heads that stay the same, texts exactly as they are.
    Raw,
}

/// What stands in one cell. Amounts, counts and days are values, so a minus is never a formula's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text of the user's, or a word.
    Text(String),
    /// An amount with all decimals of its currency.
    Amount(Money, Currency),
    /// A count.
    Count(usize),
    /// A day.
    Day(NaiveDate),
    /// Nothing is known or stated.
    Empty,
}

/// A column: its name for programs, its head for people.
#[derive(Debug, Clone, Copy)]
pub struct Column(&'static str, fn(Texts) -> &'static str);

/// A table; every row has a cell for each column.
#[derive(Debug, Clone)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The table as a text.
    ///
    /// # Errors
    /// None that can happen: writing to memory does not fail and all rows have the same length.
    pub fn write(&self, form: Form) -> Result<String, Error> {
        let terminator = match form {
            Form::Sheet(_) => ::csv::Terminator::CRLF,
            Form::Raw => ::csv::Terminator::Any(b'\n'),
        };
        let mut writer = ::csv::WriterBuilder::new()
            .terminator(terminator)
            .from_writer(Vec::new());
        writer.write_record(self.columns.iter().map(|Column(name, head)| match form {
            Form::Sheet(texts) => head(texts),
            Form::Raw => name,
        }))?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|cell| cell.written(form)))?;
        }
        let bytes = writer
            .into_inner()
            .map_err(::csv::IntoInnerError::into_error)?;
        let text = String::from_utf8(bytes).unwrap_or_default();
        Ok(match form {
            Form::Sheet(_) => format!("\u{feff}{text}"),
            Form::Raw => text,
        })
    }
}

impl Cell {
    /// A text that may be missing.
    fn text(text: Option<impl ToString>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.to_string()))
    }

    /// A day that may be missing.
    fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    fn written(&self, form: Form) -> String {
        match (self, form) {
            (Self::Text(text), Form::Raw) => text.clone(),
            (Self::Text(text), Form::Sheet(_)) => harmless(&plain(text)),
            (Self::Amount(amount, currency), _) => amount.plain(*currency),
            (Self::Count(count), _) => count.to_string(),
            (Self::Day(day), _) => day.to_string(),
            (Self::Empty, _) => String::new(),
        }
    }
}

/// The text with a `'` before it where a sheet would take it for a formula or a number.
fn harmless(text: &str) -> String {
    let begins_formula = |char: char| "=+-@＝＋－＠\t\r".contains(char);
    let is_number = text.len() > 11 && text.bytes().all(|byte| byte.is_ascii_digit());
    if text.trim_start().starts_with(begins_formula) || is_number {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Column, Form, Table, harmless};
    use crate::settings::texts::{Lang, Texts};

    #[test]
    fn a_text_that_a_sheet_would_work_out_is_marked_as_text() {
        for formula in [
            "=1+1",
            "+86 138",
            "-2+3",
            "@SUM(A1)",
            "  =1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "5240118809375512",
        ] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for text in ["小米 = 好", "a-b", "", "12345678901", "W5240118805"] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn a_program_gets_the_very_text_and_a_sheet_a_mark_for_its_encoding() {
        let table = Table {
            columns: vec![Column("item", Texts::csv_item)],
            rows: vec![vec![Cell::Text("=a,\"b\"\n".into())], vec![Cell::Empty]],
        };
        let zh = Form::Sheet(Texts::new(Lang::Zh));
        assert_eq!(
            table.write(zh).unwrap(),
            "\u{feff}商品\r\n\"'=a,\"\"b\"\"\"\r\n\"\"\r\n"
        );
        assert_eq!(
            table.write(Form::Raw).unwrap(),
            "item\n\"=a,\"\"b\"\"\n\"\n\"\"\n"
        );
    }
}
