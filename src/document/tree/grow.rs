//! Where a table or a pair goes in a tree that grows header by header.

use std::ops::Range;

use super::{Key, Node, Spanned, Table};

/// A table of more keys is left to the other reader, which looks them up in a map.
const MOST_KEYS: usize = 200;

/// How a table came to be, which decides what may be added to it later.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// Under its own header, or as the parent in that of another: tables are added by headers.
    #[default]
    Header,
    /// By dotted keys: more of them are added.
    Dotted,
    /// In braces: it is whole.
    Braces,
}

impl<'t> Table<'t> {
    pub(super) fn of(form: Form, pairs: usize) -> Self {
        Self {
            pairs: Vec::with_capacity(pairs),
            form,
        }
    }

    /// Adds a pair; none where the key is there already, or the table is very large.
    pub(super) fn insert(&mut self, key: Key<'t>, value: Spanned<Node<'t>>) -> Option<()> {
        if self.pairs.len() >= MOST_KEYS || self.get(key.get_ref()).is_some() {
            return None;
        }
        self.pairs.push((key, value));
        Some(())
    }

    /// Adds the tables of a later part of the text; none where they do not go together.
    pub(super) fn join(&mut self, later: Self) -> Option<()> {
        for (key, value) in later.pairs {
            let Some(there) = self.get_mut(key.get_ref()) else {
                self.insert(key, value)?;
                continue;
            };
            let (begun, more) = (there.span(), value.span());
            match (there.get_mut(), value.into_inner()) {
                (Node::Array(entries), Node::Array(added))
                    if is_headed(&begun, entries) && is_headed(&more, &added) =>
                {
                    entries.extend(added);
                }
                _ => return None,
            }
        }
        Some(())
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Spanned<Node<'t>>> {
        let mut pairs = self.pairs.iter_mut();
        let pair = pairs.find(|(name, _)| name.get_ref() == key);
        pair.map(|(_, value)| value)
    }

    /// The table of a key of this form, made where there is none.
    fn implied(&mut self, key: Key<'t>, form: Form) -> Option<&mut Spanned<Node<'t>>> {
        let at = self
            .pairs
            .iter()
            .position(|(name, _)| name.get_ref() == key.get_ref());
        let at = at.unwrap_or(self.pairs.len());
        if at == self.pairs.len() {
            let place = key.span();
            let table = Node::Table(Table::of(form, 0));
            self.insert(key, Spanned::new(place, table))?;
        }
        self.pairs.get_mut(at).map(|(_, value)| value)
    }
}

/// The table that a dotted key goes to; none where it is not one of dotted keys alone.
pub fn dotted<'a, 't>(
    table: &'a mut Table<'t>,
    path: impl Iterator<Item = Key<'t>>,
) -> Option<&'a mut Table<'t>> {
    let mut path = path;
    path.try_fold(table, |table, key| {
        match table.implied(key, Form::Dotted)?.get_mut() {
            Node::Table(table) if table.form == Form::Dotted => Some(table),
            _ => None,
        }
    })
}

/// The table that the last part of a header goes to: of `[[entries]]` the last one.
pub fn parent<'a, 't>(root: &'a mut Table<'t>, path: Vec<Key<'t>>) -> Option<&'a mut Table<'t>> {
    path.into_iter().try_fold(root, |table, key| {
        let node = table.implied(key, Form::Header)?;
        let place = node.span();
        match node.get_mut() {
            Node::Table(table) if table.form == Form::Header => Some(table),
            Node::Array(entries) if is_headed(&place, entries) => {
                match entries.last_mut()?.get_mut() {
                    Node::Table(table) => Some(table),
                    _ => None,
                }
            }
            _ => None,
        }
    })
}

/// Whether an array is one of `[[entries]]`: it begins where its first entry does.
fn is_headed(place: &Range<usize>, entries: &[Spanned<Node<'_>>]) -> bool {
    let first = entries.first();
    first.is_some_and(|first| first.span().start == place.start)
}

pub fn push_entry<'t>(array: &mut Spanned<Node<'t>>, entry: Spanned<Node<'t>>) -> Option<()> {
    let place = array.span();
    match array.get_mut() {
        Node::Array(entries) if is_headed(&place, entries) => {
            entries.push(entry);
            Some(())
        }
        _ => None,
    }
}
