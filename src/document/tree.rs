//! A text as a tree: every table, array and value with its place, numbers as they are written.
//!
//! A text that is right is read in one pass over the parser's events (`build`), in which nothing
//! is copied and no map is made; of a long one each core reads a part (`parts`). What that pass does not take — a text with a mistake, or TOML
//! that hardly anybody writes — is read by `toml`, which recovers from mistakes and words them.
//! Both give the same tree; `tests` compare them.

mod build;
mod grow;
mod parts;
mod scalar;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use toml::de::{DeTable, DeValue, Error};
use toml::value::Datetime;

/// Something, and where it stands in the text.
#[derive(Debug, Clone, Copy)]
pub struct Spanned<T> {
    // Books end at eight megabytes.
    start: u32,
    end: u32,
    inner: T,
}

impl<T> Spanned<T> {
    pub fn new(place: Range<usize>, inner: T) -> Self {
        let short = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            start: short(place.start),
            end: short(place.end),
            inner,
        }
    }

    /// Its bytes in the text.
    pub fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub fn get_ref(&self) -> &T {
        &self.inner
    }

    pub fn into_inner(self) -> T {
        self.inner
    }

    pub fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }
}

/// A key as it reads, without its quotes.
pub type Key<'t> = Spanned<Cow<'t, str>>;

/// A value.
#[derive(Debug, Clone)]
pub enum Node<'t> {
    String(Cow<'t, str>),
    Integer(Integer<'t>),
    /// The digits as they are written, without underscores.
    Float(Cow<'t, str>),
    Boolean(bool),
    Datetime(Datetime),
    Array(Vec<Spanned<Node<'t>>>),
    Table(Table<'t>),
}

/// A whole number.
#[derive(Debug, Clone)]
pub struct Integer<'t> {
    /// As it is written, without underscores and the prefix of its base.
    pub digits: Cow<'t, str>,
    /// 2, 8, 10 or 16.
    pub radix: u32,
}

/// The pairs of a table, each key once. Tables are small: a key is looked up by going through
/// them.
#[derive(Debug, Clone, Default)]
pub struct Table<'t> {
    pairs: Vec<(Key<'t>, Spanned<Node<'t>>)>,
    form: grow::Form,
}

/// Reads a text, and what is no TOML in it.
pub fn parse(text: &str) -> (Table<'_>, Vec<Error>) {
    if let Some(root) = parts::build_in_parts(text) {
        return (root, Vec::new());
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    (Table::from(root.into_inner()), errors)
}

/// Reads a part of a text that begins with a header, its places being those of the whole text;
/// none where it has a mistake, or is written in a way that hardly anybody writes.
pub fn parse_part(text: &str, part: Range<usize>) -> Option<Table<'_>> {
    build::build(text, part)
}

impl<'t> Table<'t> {
    /// A key and its value.
    pub fn pair(&self, key: &str) -> Option<(&Key<'t>, &Spanned<Node<'t>>)> {
        self.iter().find(|(name, _)| name.get_ref() == key)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Spanned<Node<'t>>> {
        self.pair(key).map(|(_, value)| value)
    }

    /// The value of a key, and which pair of the table it is.
    pub fn find(&self, key: &str) -> Option<(usize, &Spanned<Node<'t>>)> {
        let mut pairs = self.pairs.iter().enumerate();
        let pair = pairs.find(|(_, (name, _))| name.get_ref() == key);
        pair.map(|(at, (_, value))| (at, value))
    }

    /// Keys with their values, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (&Key<'t>, &Spanned<Node<'t>>)> {
        self.pairs.iter().map(|(key, value)| (key, value))
    }

    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}

impl<'t> Node<'t> {
    /// The value of a key, where this is a table.
    pub fn get(&self, key: &str) -> Option<&Spanned<Node<'t>>> {
        match self {
            Self::Table(table) => table.get(key),
            _ => None,
        }
    }

    /// An entry, counted from 0, where this is an array.
    pub fn nth(&self, index: usize) -> Option<&Spanned<Node<'t>>> {
        match self {
            Self::Array(entries) => entries.get(index),
            _ => None,
        }
    }

    pub fn is_table(&self) -> bool {
        matches!(self, Self::Table(_))
    }

    pub fn is_array(&self) -> bool {
        matches!(self, Self::Array(_))
    }
}

impl<'t> From<DeTable<'t>> for Table<'t> {
    fn from(table: DeTable<'t>) -> Self {
        let pair = |(key, value): (toml::Spanned<_>, _)| {
            let place = key.span();
            (Spanned::new(place, key.into_inner()), node(value))
        };
        Self {
            pairs: table.into_iter().map(pair).collect(),
            form: grow::Form::default(),
        }
    }
}

fn node(value: toml::Spanned<DeValue<'_>>) -> Spanned<Node<'_>> {
    let place = value.span();
    let node = match value.into_inner() {
        DeValue::String(text) => Node::String(text),
        DeValue::Integer(number) => Node::Integer(Integer {
            digits: Cow::Owned(number.as_str().to_owned()),
            radix: number.radix(),
        }),
        DeValue::Float(number) => Node::Float(Cow::Owned(number.as_str().to_owned())),
        DeValue::Boolean(value) => Node::Boolean(value),
        DeValue::Datetime(value) => Node::Datetime(value),
        DeValue::Array(entries) => Node::Array(entries.into_iter().map(node).collect()),
        DeValue::Table(table) => Node::Table(Table::from(table)),
    };
    Spanned::new(place, node)
}
