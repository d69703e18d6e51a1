//! The user's own keys: `[keys]` in the settings, an action and the keys that shall mean it.

use std::ops::Range;

use super::{Action, KEYMAP, Keymap, fold};
use crate::app::key::{Code, Held, Key};
use crate::document::diagnostic::{Problem, SettingProblem};
use crate::document::near::near;
use crate::document::table::{Fields, Node, Value};

/// A key that was given to an action.
struct Claim {
    /// The row of the table.
    row: usize,
    key: Key,
    span: Range<usize>,
    line: usize,
}

/// Reads `[keys]`: names of views as they are, those of forms and lists behind the name of their
/// scope, `form.submit`. All that is wrong is said at once; then none of it counts, because half
/// of a new order of keys is worse than none.
pub fn read(fields: Fields<'_>) -> Option<Keymap> {
    let log = fields.log();
    let mut is_sound = true;
    let mut rows = Vec::new();
    let mut claims: Vec<Claim> = Vec::new();
    for (name, span, value) in named(fields) {
        let Some(row) = row_named(&name) else {
            let known: Vec<_> = names().collect();
            let near = near(&name, known.iter().map(String::as_str)).map(str::to_owned);
            let unknown = SettingProblem::UnknownAction { found: name, near };
            log.error(span, Problem::Setting(unknown));
            is_sound = false;
            continue;
        };
        rows.push(row);
        for written in keys_of(value).unwrap_or_default() {
            match key(written, row) {
                Some(key) => claims.push(Claim {
                    row,
                    key,
                    span: written.span(),
                    line: log.line(written.span().start),
                }),
                None => is_sound = false,
            }
        }
        is_sound &= keys_are_written(value);
    }
    for (at, claim) in claims.iter().enumerate() {
        if let Some(problem) = conflict(claim, &claims[..at], &rows) {
            log.error(claim.span.clone(), problem);
            is_sound = false;
        }
    }
    is_sound.then(|| Keymap::with(rows.iter().map(|row| (*row, keys(*row, &claims)))))
}

/// Every name with what is given to it; those in the table of a scope behind its name.
fn named(fields: Fields<'_>) -> Vec<(String, Range<usize>, Value<'_>)> {
    let mut all = Vec::new();
    for (name, span, value) in fields.all() {
        let inner = matches!(value.get(), Node::Table(_)).then(|| value.table());
        match inner.flatten() {
            Some(scope) => {
                let inner = scope.all().into_iter();
                let full = |(key, span, value)| (format!("{name}.{key}"), span, value);
                all.extend(inner.map(full));
            }
            None => all.push((name.to_owned(), span, value)),
        }
    }
    all
}

/// The names of all actions.
pub(super) fn names() -> impl Iterator<Item = String> {
    KEYMAP.iter().map(super::Binding::name)
}

fn row_named(name: &str) -> Option<usize> {
    KEYMAP.iter().position(|binding| binding.name() == name)
}

/// One key, or an array of them.
fn keys_of(value: Value<'_>) -> Option<Vec<Value<'_>>> {
    if value.str_if_text().is_some() {
        Some(vec![value])
    } else {
        value.list()
    }
}

fn keys_are_written(value: Value<'_>) -> bool {
    value.str_if_text().is_some() || value.is_list()
}

fn key(value: Value<'_>, row: usize) -> Option<Key> {
    let found = value.str()?;
    let Some(key) = Key::from_written(found).map(fold::folded) else {
        return value.error(Problem::Setting(SettingProblem::NotAKey {
            found: found.to_owned(),
        }));
    };
    let usual = KEYMAP.get(row).map_or(&[][..], |row| row.keys);
    if is_reserved(key) && !usual.contains(&key) {
        return value.error(Problem::Setting(SettingProblem::ReservedKey {
            key: key.written(),
        }));
    }
    let is_letter = matches!(key.code, Code::Char(_)) && key.held == Held::Nothing;
    let types = KEYMAP.get(row).is_some_and(|row| row.scope.takes_letters());
    if is_letter && types && !usual.contains(&key) {
        return value.error(Problem::Setting(SettingProblem::LetterKey {
            key: key.written(),
        }));
    }
    Some(key)
}

/// Keys that mean the same everywhere, so that nobody can lock himself out.
fn is_reserved(key: Key) -> bool {
    match key.code {
        Code::Esc | Code::Enter => true,
        Code::Char(char) => char.is_ascii_digit() || key == Key::ctrl('c'),
        _ => false,
    }
}

/// Who else has this key where both hold: an earlier line, or a row that keeps its usual keys.
fn conflict(claim: &Claim, earlier: &[Claim], rows: &[usize]) -> Option<Problem> {
    let own = KEYMAP.get(claim.row)?;
    let twice = |row: usize, line| {
        Problem::Setting(SettingProblem::KeyTwice {
            key: claim.key.written(),
            other: KEYMAP
                .get(row)
                .map(super::Binding::name)
                .unwrap_or_default(),
            line,
        })
    };
    let meets = |row: usize| {
        let other = KEYMAP.get(row).filter(|_| row != claim.row);
        other.is_some_and(|other| own.scope.holds_with(other.scope) && !own.gives_way_to(other))
    };
    let mut same = earlier.iter().filter(|other| other.key == claim.key);
    if let Some(other) = same.find(|other| meets(other.row)) {
        return Some(twice(other.row, Some(other.line)));
    }
    let mut usual = KEYMAP.iter().enumerate();
    let has_it = usual.find(|(place, row)| {
        !rows.contains(place) && row.keys.contains(&claim.key) && meets(*place)
    });
    has_it.map(|(row, _)| twice(row, None))
}

/// The keys of a row: those that are reserved stay, the others are the user's.
fn keys(row: usize, claims: &[Claim]) -> Vec<Key> {
    let usual = KEYMAP.get(row).map_or(&[][..], |row| row.keys);
    let mut keys: Vec<_> = usual
        .iter()
        .copied()
        .filter(|key| is_reserved(*key))
        .collect();
    for claim in claims.iter().filter(|claim| claim.row == row) {
        if !keys.contains(&claim.key) {
            keys.push(claim.key);
        }
    }
    keys
}

impl super::Binding {
    /// Its name in the settings: `pay`, `page-down`, `form.submit`.
    pub fn name(&self) -> String {
        let name = self.name.strip_prefix("key_").unwrap_or(self.name);
        let name = name.replace('_', "-");
        match self.scope.name() {
            Some(scope) => format!("{scope}.{name}"),
            None => name,
        }
    }

    /// Whether both share a usual key on purpose: the nearer scope makes something else of it.
    fn gives_way_to(&self, other: &Self) -> bool {
        self.scope != other.scope && self.keys.iter().any(|key| other.keys.contains(key))
    }

    /// Whether its action is about the row that is selected.
    pub const fn is_about_row(&self) -> bool {
        use crate::app::form::Task;
        matches!(
            self.action,
            Action::Pay
                | Action::Form(
                    Task::Pay
                        | Task::Settle
                        | Task::Refund
                        | Task::Note
                        | Task::Defer
                        | Task::Amend
                )
                | Action::PauseOrResume
                | Action::Delete
                | Action::Restored
                | Action::Open
                | Action::Explain
                | Action::Edit
                | Action::Mark
                | Action::OpenFile
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Keymap, Problem, SettingProblem, names, read};
    use crate::app::action::Action;
    use crate::app::key::Code;
    use crate::app::keymap::{Resolved, Scope};
    use crate::settings::config::Config;

    fn keys(text: &str) -> (Option<Keymap>, Vec<(usize, Problem)>) {
        let (config, found) = Config::read(&format!("[keys]\n{text}"), &[], read);
        let found = found.into_iter().map(|found| (found.line, found.problem));
        (config.keys, found.collect())
    }

    #[test]
    fn own_keys_stand_in_place_of_the_usual_ones() {
        let (keymap, problems) = keys("pay = [\"x\", \"F5\"]\nquit = \"Ctrl-q\"\nfilter = []\n");
        assert_eq!(problems, []);
        let keymap = keymap.unwrap();
        let means = |key| keymap.resolve(&[Scope::Always, Scope::View], key);
        assert_eq!(means(Key::char('x')), Resolved::Action(Action::Pay));
        assert_eq!(means(Key::char('ｘ')), Resolved::Action(Action::Pay));
        assert_eq!(means(Key::ctrl('q')), Resolved::Action(Action::Quit));
        for free in ['p', 'q', 'f'] {
            assert_eq!(means(Key::char(free)), Resolved::Unknown, "{free}");
        }
        assert_eq!(keymap.key_of(Action::Pay), "x");
        assert_eq!(keymap.row_of(Action::Pay).unwrap().shown, "x F5");
        assert_eq!(keymap.key_of(Action::Filter), "");
    }

    #[test]
    fn two_actions_can_change_places_and_a_reserved_key_stays() {
        let (keymap, problems) = keys("pay = \"u\"\nundo = \"p\"\nopen = \"x\"\n");
        assert_eq!(problems, []);
        assert_eq!(keymap.unwrap().row_of(Action::Open).unwrap().shown, "⏎ x");
    }

    #[test]
    fn every_mistake_is_said_with_its_line_and_then_none_counts() {
        let (keymap, problems) = keys(
            "pya = \"x\"\npay = [\"u\", \"Escape\"]\nfind = \"7\"\nsort = \"F9\"\nhelp = [\n  \"F9\",\n]\nnote = 3\nhide = \"Ctrl-l\"\n",
        );
        assert_eq!(keymap, None);
        let lines: Vec<_> = problems.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 3, 3, 4, 7, 9, 10], "{problems:?}");
        let twice = |key: &str, other: &str, line| {
            Problem::Setting(SettingProblem::KeyTwice {
                key: key.to_owned(),
                other: other.to_owned(),
                line,
            })
        };
        let near = Some("pay".to_owned());
        let found = "pya".to_owned();
        assert_eq!(
            problems[0].1,
            Problem::Setting(SettingProblem::UnknownAction { found, near })
        );
        assert_eq!(problems[1].1, twice("u", "undo", None));
        assert_eq!(problems[4].1, twice("F9", "sort", Some(5)));
        assert_eq!(problems[6].1, twice("Ctrl-l", "redraw", None));
    }

    #[test]
    fn keys_of_forms_and_lists_can_be_others_too() {
        let (keymap, problems) = keys(
            "form.submit = \"Ctrl-s\"\nexplain.next-figure = [\"F6\"]\ncases.log = \"x\"\n[keys.history]\nclose = \"H\"\n",
        );
        assert_eq!(problems, []);
        let keymap = keymap.unwrap();
        let form = [Scope::Always, Scope::Form, Scope::Text];
        let means = |scopes: &[Scope], key| keymap.resolve(scopes, key);
        let submit = Resolved::Action(Action::Submit);
        assert_eq!(means(&form, Key::ctrl('s')), submit);
        // What leads out and what saves stays where it was.
        assert_eq!(means(&form, Key::of(Code::Enter)), submit);
        let history = [Scope::Always, Scope::History];
        assert_eq!(
            means(&history, Key::char('H')),
            Resolved::Action(Action::Back)
        );
        assert_eq!(means(&history, Key::char('V')), Resolved::Unknown);
        let cases = [Scope::Always, Scope::Cases, Scope::View];
        assert_ne!(means(&cases, Key::char('x')), Resolved::Unknown);
    }

    #[test]
    fn a_key_is_taken_wherever_both_meanings_hold() {
        for (text, other) in [
            // Of a single view against all views, whichever of them is named.
            ("mark = []\npay = \"Space\"", "cases.answer"),
            ("cases.answer = \"p\"", "pay"),
            ("cases.log = \"F7\"\npay = \"F7\"", "cases.log"),
            // Of a form against the text in it.
            ("form.field-help = \"Ctrl-a\"", "text.caret-start"),
            ("form.submit = \"Ctrl-l\"", "redraw"),
        ] {
            let (keymap, problems) = keys(text);
            assert_eq!(keymap, None, "{text}");
            let found = problems.into_iter().map(|(_, problem)| problem);
            let others: Vec<_> = found
                .filter_map(|problem| match problem {
                    Problem::Setting(SettingProblem::KeyTwice { other, .. }) => Some(other),
                    _ => None,
                })
                .collect();
            assert_eq!(others, [other], "{text}");
        }
        // The same key in two lists that never hold together, and what the table shares on purpose.
        for text in ["find.close = \"F7\"\ncheck.close = \"F7\"", "note = \"n\""] {
            assert_eq!(keys(text).1, [], "{text}");
        }
    }

    #[test]
    fn a_letter_is_no_key_where_letters_are_typed() {
        for text in [
            "form.submit = \"s\"",
            "find.close = \"q\"",
            "text.delete-word = \"w\"",
        ] {
            let (keymap, problems) = keys(text);
            assert_eq!(keymap, None);
            assert!(
                matches!(
                    &problems[..],
                    [(2, Problem::Setting(SettingProblem::LetterKey { .. }))]
                ),
                "{text} {problems:?}"
            );
        }
    }

    /// They stand in people's settings: a name that changes breaks them.
    #[test]
    fn the_names_stay_and_each_is_there_once() {
        let mut all: Vec<_> = names().collect();
        let known = [
            "pay",
            "pay_form",
            "undo",
            "redo",
            "check",
            "restored",
            "down",
            "up",
            "page_down",
            "page_up",
            "find",
            "help",
            "edit",
            "explain",
            "hide",
            "quit",
            "open",
            "note",
        ];
        for name in known {
            assert!(all.contains(&name.replace('_', "-")), "{name}");
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
