//! Values and tables of a parsed text.
//!
//! Every reading method gives `None` where the value cannot be used and has then said why in
//! the log, so a reader can go on and find the next problem.

use std::ops::{Range, RangeInclusive};

use super::log::Log;
use crate::document::diagnostic::{Kind, Problem};
use crate::document::near::near;
use crate::document::odd::is_odd;
use crate::document::tree::{Node, Spanned, Table};

/// A value, the key it stands under, and where.
#[derive(Clone, Copy)]
pub struct Value<'a> {
    pub key: &'a str,
    pub log: &'a Log<'a>,
    spanned: &'a Spanned<Node<'a>>,
}

impl<'a> Value<'a> {
    pub fn of(key: &'a str, spanned: &'a Spanned<Node<'a>>, log: &'a Log<'a>) -> Self {
        Self { key, log, spanned }
    }

    /// The value itself.
    pub fn get(self) -> &'a Node<'a> {
        self.spanned.get_ref()
    }

    pub fn span(self) -> Range<usize> {
        self.spanned.span()
    }

    pub fn error<T>(self, problem: Problem) -> Option<T> {
        self.log.error(self.span(), problem);
        None
    }

    pub fn warn(self, problem: Problem) {
        self.log.warn(self.span(), problem);
    }

    /// Reports that something else belongs here.
    pub fn wrong<T>(self, expected: Kind) -> Option<T> {
        let found = match self.get() {
            Node::String(_) => Kind::Text,
            Node::Integer(_) => Kind::Whole,
            Node::Float(_) => Kind::Decimal,
            Node::Boolean(_) => Kind::Boolean,
            Node::Datetime(_) => Kind::Date,
            Node::Array(_) => Kind::List,
            Node::Table(_) => Kind::Table,
        };
        self.error(Problem::WrongKind {
            key: self.key.to_owned(),
            expected,
            found,
        })
    }

    /// Text in quotes.
    pub fn str(self) -> Option<&'a str> {
        match self.get() {
            Node::String(text) => Some(text),
            _ => self.wrong(Kind::Text),
        }
    }

    /// Whether it is an array.
    pub fn is_list(self) -> bool {
        matches!(self.get(), Node::Array(_))
    }

    /// The text, where it is one.
    pub fn str_if_text(self) -> Option<&'a str> {
        match self.get() {
            Node::String(text) => Some(text),
            _ => None,
        }
    }

    /// Text for people. What is odd about its characters is a warning.
    pub fn text(self) -> Option<String> {
        let text = self.str()?;
        let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if !is_plain && let Some(found) = text.chars().find(|char| is_odd(*char)) {
            self.warn(Problem::OddCharacter { found });
        }
        Some(text.to_owned())
    }

    /// Text for people; none where it is empty.
    pub fn some_text(self) -> Option<String> {
        self.text().filter(|text| !text.is_empty())
    }

    /// A whole number within a range.
    pub fn whole(self, range: RangeInclusive<u32>) -> Option<u32> {
        let number = match self.get() {
            Node::Integer(number) => {
                i128::from_str_radix(&number.digits, number.radix).unwrap_or(i128::MAX)
            }
            Node::String(text) => match text.trim().parse() {
                Ok(number) => return self.error(Problem::QuotedNumber { number }),
                Err(_) => return self.wrong(Kind::Whole),
            },
            _ => return self.wrong(Kind::Whole),
        };
        let number = u32::try_from(number).ok().filter(|n| range.contains(n));
        number.or_else(|| {
            self.error(Problem::OutOfRange {
                key: self.key.to_owned(),
                least: *range.start(),
                most: *range.end(),
            })
        })
    }

    /// True or false.
    pub fn boolean(self) -> Option<bool> {
        match self.get() {
            Node::Boolean(value) => Some(*value),
            _ => self.wrong(Kind::Boolean),
        }
    }

    /// One of some words.
    pub fn word<T: Copy>(self, words: &[(&'static str, T)]) -> Option<T> {
        let found = self.str()?;
        let known = words.iter().find(|(word, _)| *word == found);
        known.map(|(_, meaning)| *meaning).or_else(|| {
            let allowed: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            self.error(Problem::UnknownWord {
                found: found.to_owned(),
                near: near(found, allowed.iter().copied()),
                allowed,
            })
        })
    }

    /// The entries of an array.
    pub fn list(self) -> Option<Vec<Self>> {
        self.entries(Kind::List)
    }

    /// The entries of an array that is commonly written under `[[ ]]` headers.
    pub fn list_of_tables(self) -> Option<Vec<Self>> {
        self.entries(Kind::Tables)
    }

    fn entries(self, expected: Kind) -> Option<Vec<Self>> {
        let value = |spanned| Self { spanned, ..self };
        Some(self.array(expected)?.iter().map(value).collect())
    }

    /// As [`Self::list_of_tables`], without a log.
    pub fn tables(self) -> Option<&'a [Spanned<Node<'a>>]> {
        self.array(Kind::Tables)
    }

    fn array(self, expected: Kind) -> Option<&'a [Spanned<Node<'a>>]> {
        match self.get() {
            Node::Array(entries) => Some(entries),
            _ => self.wrong(expected),
        }
    }

    /// A table.
    pub fn table(self) -> Option<Fields<'a>> {
        match self.get() {
            Node::Table(table) => Some(Fields::of(table, self.span(), self.log)),
            _ => self.wrong(Kind::Table),
        }
    }
}

/// The keys of one table. It remembers which were asked for: all others are unknown.
pub struct Fields<'a> {
    table: &'a Table<'a>,
    place: Range<usize>,
    log: &'a Log<'a>,
    asked: Vec<&'static str>,
    /// Which of the first pairs were asked for, a bit each.
    taken: u64,
}

impl<'a> Fields<'a> {
    pub fn of(table: &'a Table<'a>, place: Range<usize>, log: &'a Log<'a>) -> Self {
        Self {
            table,
            place,
            log,
            asked: Vec::with_capacity(if table.len() < 6 { 8 } else { 32 }),
            taken: 0,
        }
    }

    /// Where the table stands: its header, or the whole inline table.
    pub fn place(&self) -> Range<usize> {
        self.place.clone()
    }

    pub fn log(&self) -> &'a Log<'a> {
        self.log
    }

    /// The value of a key, where there is one.
    pub fn get(&mut self, key: &'static str) -> Option<Value<'a>> {
        self.asked.push(key);
        let (at, spanned) = self.table.find(key)?;
        self.taken |= u32::try_from(at).map_or(0, |at| 1_u64.checked_shl(at).unwrap_or(0));
        Some(Value {
            key,
            log: self.log,
            spanned,
        })
    }

    /// The value of a key that must be there.
    pub fn need(&mut self, key: &'static str) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
            self.miss(key);
        }
        value
    }

    /// The entries of an array that can be read.
    pub fn entries<T>(
        &mut self,
        key: &'static str,
        read: impl FnMut(Value<'a>) -> Option<T>,
    ) -> Vec<T> {
        let Some(list) = self.get(key) else {
            return Vec::new();
        };
        let Node::Array(entries) = list.get() else {
            list.wrong::<()>(Kind::List);
            return Vec::new();
        };
        let entry = |spanned| Value { spanned, ..list };
        entries.iter().map(entry).filter_map(read).collect()
    }

    /// Every key in the order of the text, where it stands, and its value: none is unknown then.
    pub fn all(self) -> Vec<(&'a str, Range<usize>, Value<'a>)> {
        let log = self.log;
        let entries = self.table.iter().map(|(key, spanned)| {
            let name: &'a str = key.get_ref();
            let value = Value {
                key: name,
                log,
                spanned,
            };
            (name, key.span(), value)
        });
        let mut entries: Vec<_> = entries.collect();
        entries.sort_by_key(|(_, span, _)| span.start);
        entries
    }

    /// Reports a key that should be there.
    pub fn miss(&self, key: &'static str) {
        self.log.error(self.place(), Problem::Missing { key });
    }

    /// Reports the keys that nothing asked for.
    pub fn finish(self) {
        if self.taken.count_ones() as usize == self.table.len() {
            return;
        }
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if !self.asked.contains(&name) {
                let problem = Problem::UnknownKey {
                    key: name.to_owned(),
                    near: near(name, self.asked.iter().copied()),
                };
                self.log.warn(key.span(), problem);
            }
        }
    }
}
