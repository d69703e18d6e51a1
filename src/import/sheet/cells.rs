//! The XML of a sheet, read as a stream: rows of cells, never a grid.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use crate::import::table::{Cell, Row};
use crate::import::unreadable::Unreadable;
use crate::import::{LONGEST_FIELD, MOST_COLUMNS, MOST_ROWS};

/// The texts that cells refer to by number.
#[derive(Debug, Default)]
pub(super) struct Shared(Vec<String>);

/// Reads the texts that cells refer to.
pub(super) fn shared(xml: &str) -> Result<Shared, Unreadable> {
    let mut strings = Vec::new();
    let mut text = Words::default();
    each(xml, |event| {
        match event {
            Event::Start(start) => text.enter(start.local_name().as_ref()),
            Event::End(end) if end.local_name().as_ref() == "si" => {
                strings.push(std::mem::take(&mut text.said));
            }
            Event::End(end) => text.leave(end.local_name().as_ref()),
            event => text.take(event)?,
        }
        Ok(())
    })?;
    Ok(Shared(strings))
}

/// Reads the rows of a sheet.
pub(super) fn rows(xml: &str, shared: &Shared) -> Result<Vec<Row>, Unreadable> {
    let mut sheet = Sheet {
        shared,
        rows: Vec::new(),
        line: 0,
        cells: Vec::new(),
        cell: None,
        text: Words::default(),
    };
    each(xml, |event| sheet.take(event))?;
    Ok(sheet.rows)
}

fn each(
    xml: &str,
    mut take: impl FnMut(&Event<'_>) -> Result<(), Unreadable>,
) -> Result<(), Unreadable> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => take(&event)?,
            Err(_) => return Err(Unreadable::DamagedSheet),
        }
    }
}

/// The characters between the tags of a value or text.
#[derive(Debug, Default)]
struct Words {
    said: String,
    /// True between the tags of a value or text.
    open: bool,
    /// True in what is only said about the reading of the characters.
    aside: bool,
}

impl Words {
    fn enter(&mut self, tag: &str) {
        match tag {
            "rPh" => self.aside = true,
            "t" | "v" => self.open = !self.aside,
            _ => {}
        }
    }

    fn leave(&mut self, tag: &str) {
        match tag {
            "rPh" => self.aside = false,
            "t" | "v" => self.open = false,
            _ => {}
        }
    }

    fn take(&mut self, event: &Event<'_>) -> Result<(), Unreadable> {
        match event {
            _ if !self.open => {}
            Event::Text(text) => self.said.push_str(&text.xml10_content()),
            Event::CData(text) => self.said.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let written = format!("&{};", name.xml10_content());
                // Only what XML itself defines; nothing that the file defines is expanded.
                let meant = unescape(&written).or(Err(Unreadable::DamagedSheet))?;
                self.said.push_str(&meant);
            }
            _ => {}
        }
        Ok(())
    }
}

struct Sheet<'s> {
    shared: &'s Shared,
    rows: Vec<Row>,
    line: usize,
    cells: Vec<Cell>,
    cell: Option<Open>,
    text: Words,
}

/// A cell whose end has not come.
#[derive(Debug, Clone, Copy)]
struct Open {
    column: usize,
    kind: Kind,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Number,
    Shared,
    Text,
}

impl Sheet<'_> {
    fn take(&mut self, event: &Event<'_>) -> Result<(), Unreadable> {
        match event {
            Event::Start(start) => self.enter(start)?,
            Event::Empty(start) => {
                self.enter(start)?;
                self.leave(start.local_name().as_ref())?;
            }
            Event::End(end) => self.leave(end.local_name().as_ref())?,
            event => self.text.take(event)?,
        }
        Ok(())
    }

    fn enter(&mut self, start: &BytesStart<'_>) -> Result<(), Unreadable> {
        match start.local_name().as_ref() {
            "row" => {
                let said = attribute(start, "r").and_then(|number| number.parse().ok());
                self.line = said.unwrap_or(self.line + 1);
                if self.line > MOST_ROWS {
                    return Err(Unreadable::TooManyRows);
                }
            }
            "c" => {
                let named = attribute(start, "r").and_then(|name| column(&name));
                let column = named.unwrap_or(self.cells.len());
                if column >= MOST_COLUMNS {
                    return Err(Unreadable::TooManyColumns { line: self.line });
                }
                let kind = match attribute(start, "t").as_deref() {
                    None | Some("n") => Kind::Number,
                    Some("s") => Kind::Shared,
                    Some(_) => Kind::Text,
                };
                self.cell = Some(Open { column, kind });
                self.text = Words::default();
            }
            tag => self.text.enter(tag),
        }
        Ok(())
    }

    fn leave(&mut self, tag: &str) -> Result<(), Unreadable> {
        match tag {
            "c" => self.close_cell()?,
            "row" => {
                let cells = std::mem::take(&mut self.cells);
                self.rows.extend(Row::of(self.line, cells));
            }
            tag => self.text.leave(tag),
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), Unreadable> {
        let Some(Open { column, kind }) = self.cell.take() else {
            return Ok(());
        };
        let said = std::mem::take(&mut self.text.said);
        let cell = match kind {
            Kind::Number if said.trim().is_empty() => Cell::of(""),
            Kind::Number => Cell::Number(said.trim().to_owned()),
            Kind::Text => Cell::of(&said),
            Kind::Shared => {
                let number: Option<usize> = said.trim().parse().ok();
                let text = number.and_then(|number| self.shared.0.get(number));
                Cell::of(text.ok_or(Unreadable::DamagedSheet)?)
            }
        };
        if cell.text().len() > LONGEST_FIELD {
            return Err(Unreadable::OpenQuote { line: self.line });
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Cell::of(""));
        }
        if let Some(place) = self.cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).ok()??;
    Some(found.value.into_owned())
}

/// The column of `B7`, from 0.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0_usize, |number, letter| {
        let letter = usize::from(letter.to_ascii_uppercase() - b'A');
        number.saturating_mul(26).saturating_add(letter + 1)
    });
    number.checked_sub(1)
}
