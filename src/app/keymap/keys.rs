//! The table with the keys that hold: the usual ones, or the user's own in their place.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::{Binding, Group, KEYMAP, Resolved, Scope, fold};
use crate::app::action::Action;
use crate::app::key::{Code, Held, Key};
use crate::settings::texts::Texts;

/// Which keys mean what. The default has the usual keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    /// By the place of the row in the table.
    own: BTreeMap<usize, OwnKeys>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct OwnKeys {
    keys: Vec<Key>,
    shown: String,
}

/// A row of the table with the keys that hold for it.
#[derive(Debug, Clone, Copy)]
pub struct Row<'k> {
    binding: &'static Binding,
    /// The keys that mean it.
    pub keys: &'k [Key],
    /// The same keys as people write them, the one for the footer first; empty without any.
    pub shown: &'k str,
}

impl Deref for Row<'_> {
    type Target = Binding;

    fn deref(&self) -> &Binding {
        self.binding
    }
}

impl<'k> Row<'k> {
    /// The one key that stands in the footer.
    pub fn hint_key(&self) -> &'k str {
        self.shown.split(' ').next().unwrap_or(self.shown)
    }

    pub(super) fn matches(&self, filter: &str, texts: Texts) -> bool {
        let words = [self.shown, (self.short)(texts), (self.long)(texts)];
        let mut words = words.into_iter();
        words.any(|text| text.to_lowercase().contains(filter))
    }
}

impl Keymap {
    /// With other keys for some rows, by their places in the table.
    pub(super) fn with(own: impl IntoIterator<Item = (usize, Vec<Key>)>) -> Self {
        let named = |(place, keys): (usize, Vec<Key>)| {
            let names: Vec<_> = keys.iter().map(|key| key.written()).collect();
            let shown = names.join(" ");
            (place, OwnKeys { keys, shown })
        };
        Self {
            own: own.into_iter().map(named).collect(),
        }
    }

    /// For how many actions the user has keys of his own.
    pub fn own(&self) -> usize {
        self.own.len()
    }

    /// Every row.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        KEYMAP.iter().enumerate().map(|(place, binding)| {
            let own = self.own.get(&place);
            Row {
                binding,
                keys: own.map_or(binding.keys, |own| &own.keys),
                shown: own.map_or(binding.shown, |own| &own.shown),
            }
        })
    }

    /// The row of a view that does this.
    pub fn row_of(&self, action: Action) -> Option<Row<'_>> {
        self.row_in(Scope::View, action)
    }

    /// The row of a scope that does this.
    pub fn row_in(&self, scope: Scope, action: Action) -> Option<Row<'_>> {
        let mut rows = self.rows();
        rows.find(|row| row.scope == scope && row.action == action)
    }

    /// The key of a view that does this, as it stands in the footer.
    pub fn key_of(&self, action: Action) -> &str {
        self.row_of(action).map_or("", |row| row.hint_key())
    }

    /// What a key means in these scopes.
    pub fn resolve(&self, scopes: &[Scope], key: Key) -> Resolved {
        let is_text = scopes.contains(&Scope::Text);
        let key = if is_text { key } else { fold::folded(key) };
        let mut bound = scopes.iter().filter_map(|scope| self.bound(*scope, key));
        match (bound.next(), key) {
            (Some(row), _) => Resolved::Action(row.action),
            (
                None,
                Key {
                    code: Code::Char(char),
                    held: Held::Nothing,
                },
            ) => {
                if is_text || scopes.contains(&Scope::Choice) {
                    Resolved::Letter(char)
                } else if fold::is_from_input_method(char) {
                    Resolved::InputMethod
                } else {
                    Resolved::Unknown
                }
            }
            _ => Resolved::Unknown,
        }
    }

    fn bound(&self, scope: Scope, key: Key) -> Option<Row<'_>> {
        let mut rows = self.rows();
        rows.find(|row| row.scope == scope && row.keys.contains(&key))
    }

    /// The keys of a group that help, the README and `fenqi keys` tell. A box above the view says
    /// in its own last line which few keys it knows.
    pub fn told(&self, group: Group) -> impl Iterator<Item = Row<'_>> {
        let is_told = |scope| {
            matches!(
                scope,
                Scope::Always
                    | Scope::View
                    | Scope::Cases
                    | Scope::Steps
                    | Scope::Form
                    | Scope::Choice
                    | Scope::Text
            )
        };
        let rows = self.rows();
        rows.filter(move |row| row.group == group && is_told(row.scope))
    }

    /// The rows of help that contain the filter, in the order of their groups.
    pub fn help_rows(&self, filter: &str, texts: Texts) -> Vec<Row<'_>> {
        let filter = filter.trim().to_lowercase();
        let all = Group::ALL.into_iter().flat_map(|group| self.told(group));
        all.filter(|row| row.matches(&filter, texts)).collect()
    }
}
