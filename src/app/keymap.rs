//! Every key and what it means: one table for dispatch, the footer, help, `fenqi keys` and the
//! README, so that none of them can say anything else.

mod fold;
mod keys;
mod markdown;
mod needs;
pub mod own;
mod scope;
mod table;

use super::action::Action;
use super::form::field::Field;
use super::import::Stage;
use super::key::Key;
use super::model::{BookState, Model};
use super::notice::Said;
use super::overlay::{Help, Overlay};
use super::screen::{CasePane, Screen};
use crate::settings::texts::Texts;

pub use keys::{Keymap, Row};
pub use markdown::markdown;
pub use table::KEYMAP;

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The keys that usually mean it; those that do now are in [`Row`].
    pub keys: &'static [Key],
    /// The same keys as people write them, the one for the footer first: `p`, `U Ctrl-r`.
    pub shown: &'static str,
    /// Where they mean it.
    pub scope: Scope,
    /// What they mean.
    pub action: Action,
    /// A word or two for the footer.
    pub short: fn(Texts) -> &'static str,
    /// A line for help.
    pub long: fn(Texts) -> &'static str,
    /// Under which heading it stands in help.
    pub group: Group,
    /// How early it stands in the footer, 1 first; 0: not at all.
    pub rank: u8,
    /// Whether it stands there now.
    pub applies: fn(&Model) -> bool,
    /// The text that tells it, after which it is named.
    name: &'static str,
    /// Whether it does something now, and why not.
    pub possible: fn(&Model) -> Result<(), Said>,
}

/// Where a key has its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere, above all others.
    Always,
    /// In every view.
    View,
    /// In the follow-ups, before what holds in every view.
    Cases,
    /// In the checklist of a follow-up, before both.
    Steps,
    /// While there is no file yet.
    Welcome,
    /// In a form.
    Form,
    /// On a field of the form that is a choice.
    Choice,
    /// Wherever text is typed.
    Text,
    /// In help.
    Help,
    /// In the limit check.
    Check,
    /// In find.
    Find,
    /// In the ways to pay.
    Methods,
    /// In the history.
    History,
    /// Where the path of a bill is typed.
    Import,
    /// In the rows of a bill.
    Bill,
    /// In a message that was pasted.
    Message,
    /// Where a day is asked for.
    Day,
    /// In an explanation.
    Explain,
    /// In the fields of a view.
    Fields,
    /// In a question.
    Confirm,
}

/// A heading of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Payments.
    Paying,
    /// What else happens to plans.
    Plans,
    /// Limits.
    Limits,
    /// Follow-ups.
    Cases,
    /// Moving about.
    Moving,
    /// The views.
    Views,
    /// All else.
    Rest,
    /// Forms and questions.
    Forms,
}

/// What a key means here. One of these always holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved {
    /// It means this.
    Action(Action),
    /// It is a letter of the text being typed.
    Letter(char),
    /// An input method is on: it is a letter that no keyboard has.
    InputMethod,
    /// It means nothing here.
    Unknown,
}

impl Group {
    /// All headings, in the order of help.
    pub const ALL: [Self; 8] = [
        Self::Paying,
        Self::Plans,
        Self::Limits,
        Self::Cases,
        Self::Moving,
        Self::Views,
        Self::Rest,
        Self::Forms,
    ];

    /// The heading.
    pub fn title(self, texts: Texts) -> &'static str {
        match self {
            Self::Paying => texts.keys_paying(),
            Self::Plans => texts.keys_plans(),
            Self::Limits => texts.keys_limits(),
            Self::Cases => texts.keys_cases(),
            Self::Moving => texts.keys_moving(),
            Self::Views => texts.keys_views(),
            Self::Rest => texts.keys_rest(),
            Self::Forms => texts.keys_forms(),
        }
    }
}

/// The scopes that hold now, the nearest first.
pub fn scopes(model: &Model) -> &'static [Scope] {
    match model.overlay() {
        Some(Overlay::Help(_)) => &[Scope::Always, Scope::Help, Scope::Text],
        Some(Overlay::Check(_)) => &[Scope::Always, Scope::Check, Scope::Text],
        Some(Overlay::History(_)) => &[Scope::Always, Scope::History],
        Some(Overlay::Methods(_)) => &[Scope::Always, Scope::Methods],
        Some(Overlay::Find(_)) => &[Scope::Always, Scope::Find, Scope::Text],
        Some(Overlay::Day(_)) => &[Scope::Always, Scope::Day, Scope::Text],
        Some(Overlay::Form(form)) if form.focused().is_some_and(Field::is_choice) => {
            &[Scope::Always, Scope::Form, Scope::Choice]
        }
        Some(Overlay::Form(_)) => &[Scope::Always, Scope::Form, Scope::Text],
        Some(Overlay::Import(import)) => match import.stage {
            Stage::Asked { .. } => &[Scope::Always, Scope::Import, Scope::Text],
            Stage::Reading => &[Scope::Always, Scope::Import],
            Stage::Shown(_) => &[Scope::Always, Scope::Bill],
        },
        Some(Overlay::Message(_)) => &[Scope::Always, Scope::Message],
        Some(Overlay::Explain(_)) => &[Scope::Always, Scope::Explain],
        Some(Overlay::Confirm(_)) => &[Scope::Always, Scope::Confirm],
        None if model
            .form()
            .is_some_and(|form| form.focused().is_some_and(Field::is_choice)) =>
        {
            &[Scope::Always, Scope::Fields, Scope::Choice]
        }
        None if model.form().is_some() => &[Scope::Always, Scope::Fields, Scope::Text],
        None if matches!(model.book, BookState::Missing(_)) => &[Scope::Always, Scope::Welcome],
        None if model.screen == Screen::Cases => match model.case_pane {
            CasePane::List => &[Scope::Always, Scope::Cases, Scope::View],
            CasePane::Steps => &[Scope::Always, Scope::Steps, Scope::Cases, Scope::View],
        },
        None => &[Scope::Always, Scope::View],
    }
}

/// The rows of help: those that contain its filter, in the order of their groups; of a row those
/// that do something with it now.
pub fn help_rows<'m>(help: &Help, model: &'m Model) -> Vec<Row<'m>> {
    let texts = Texts::new(model.lang);
    let mut rows = model.keymap.help_rows(help.filter.text(), texts);
    if help.of_row {
        rows.retain(|row| row.is_about_row() && (row.possible)(model).is_ok());
    }
    rows
}

/// Whether holding this key down would do harm: each repeat would change the book once more.
pub fn is_guarded(model: &Model, key: Key) -> bool {
    matches!(
        model.keymap.resolve(scopes(model), key),
        Resolved::Action(
            Action::Pay | Action::Restored | Action::Answer | Action::Undo | Action::Redo
        )
    )
}

/// The rows for the footer, the most helpful first; help itself is the first where it is bound.
pub fn hints(model: &Model) -> Vec<Row<'_>> {
    let scopes = scopes(model);
    let is_hint = |row: &Row<'_>| row.rank > 0 && !row.keys.is_empty();
    // What a nearer scope makes of a key hides what it means elsewhere.
    let is_meant = |row: &Row<'_>| {
        let key = row.keys.first();
        key.is_some_and(|key| model.keymap.resolve(scopes, *key) == Resolved::Action(row.action))
    };
    let here = model
        .keymap
        .rows()
        .filter(|row| scopes.contains(&row.scope));
    let mut rows: Vec<_> = here
        .filter(|row| is_hint(row) && (row.applies)(model) && is_meant(row))
        .collect();
    rows.sort_by_key(|row| row.rank);
    rows
}

#[cfg(test)]
mod tests {
    use super::{Group, KEYMAP, Key, Keymap, Resolved, Scope, markdown};
    use crate::app::key::Code;
    use crate::settings::texts::{Lang, Texts};

    fn resolve(scopes: &[Scope], key: Key) -> Resolved {
        Keymap::default().resolve(scopes, key)
    }

    #[test]
    fn no_two_rows_of_one_scope_share_a_key() {
        for (place, one) in KEYMAP.iter().enumerate() {
            for other in &KEYMAP[place + 1..] {
                let always = [one.scope, other.scope].contains(&Scope::Always);
                let together = always || one.scope == other.scope;
                let shared = one.keys.iter().find(|key| other.keys.contains(key));
                assert!(
                    !together || shared.is_none(),
                    "{shared:?} in {:?} and {:?}",
                    one.action,
                    other.action
                );
            }
        }
    }

    #[test]
    fn every_key_is_shown_and_every_shown_key_is_bound() {
        for row in KEYMAP {
            assert_eq!(
                row.keys.len(),
                row.shown.split(' ').count(),
                "{}",
                row.shown
            );
        }
    }

    #[test]
    fn the_nearest_scope_decides_and_letters_are_text_where_text_is_typed() {
        let view = [Scope::Always, Scope::View];
        let check = [Scope::Always, Scope::Check, Scope::Text];
        assert!(matches!(
            resolve(&view, Key::char('p')),
            Resolved::Action(_)
        ));
        assert_eq!(resolve(&check, Key::char('p')), Resolved::Letter('p'));
        assert_eq!(resolve(&check, Key::char('？')), Resolved::Letter('？'));
        assert_eq!(resolve(&view, Key::char('x')), Resolved::Unknown);
        assert_eq!(resolve(&view, Key::char('怕')), Resolved::InputMethod);
        assert_eq!(resolve(&view, Key::of(Code::F(9))), Resolved::Unknown);
        assert_eq!(resolve(&check, Key::of(Code::F(9))), Resolved::Unknown);
    }

    #[test]
    fn full_width_keys_mean_what_the_narrow_ones_mean() {
        let view = [Scope::Always, Scope::View];
        for (wide, narrow) in [
            ('ｐ', 'p'),
            ('Ｐ', 'P'),
            ('？', '?'),
            ('／', '/'),
            ('＊', '*'),
            ('１', '1'),
            ('＝', '='),
            ('、', '/'),
            ('【', '['),
            ('】', ']'),
        ] {
            let meant = resolve(&view, Key::char(narrow));
            assert!(matches!(meant, Resolved::Action(_)), "{narrow}");
            assert_eq!(resolve(&view, Key::char(wide)), meant, "{wide}");
        }
    }

    #[test]
    fn help_is_searched_in_both_languages_and_the_readme_lists_every_row() {
        let (zh, en) = (Texts::new(Lang::Zh), Texts::new(Lang::En));
        let keymap = Keymap::default();
        let help_rows = |filter, texts| keymap.help_rows(filter, texts);
        assert!(!help_rows("撤销", zh).is_empty() && !help_rows("UNDO", en).is_empty());
        assert_eq!(help_rows("xyzzy", en).len(), 0);
        assert_eq!(
            markdown().lines().count(),
            2 + Group::ALL.len() + help_rows("", zh).len()
        );
    }
}
