//! Ids for new plans, lines and ways to pay.

use crate::domain::id::NotAnId;
use crate::domain::{Book, LineId, MethodId, PlanId};
use crate::settings::pinyin::spelled;

/// No id made here is longer, so that it can be typed.
const LONGEST: usize = 24;

/// An id that no plan of the book has yet: the name as it is spelled in letters and digits, and a
/// number where that is taken.
pub fn plan_id(item: &str, book: &Book) -> Option<PlanId> {
    let is_taken = |id: &PlanId| book.plan(id).is_some();
    free_id(&stem(item, "plan"), book.plans.len(), PlanId::new, is_taken)
}

/// The same for a line.
pub fn line_id(name: &str, book: &Book) -> Option<LineId> {
    let is_taken = |id: &LineId| book.line(id).is_some();
    free_id(&stem(name, "line"), book.lines.len(), LineId::new, is_taken)
}

/// The same for a way to pay.
pub fn method_id(name: &str, book: &Book) -> Option<MethodId> {
    let is_taken = |id: &MethodId| book.method(id).is_some();
    let stem = stem(name, "method");
    free_id(&stem, book.methods.len(), MethodId::new, is_taken)
}

fn free_id<T>(
    stem: &str,
    others: usize,
    read: fn(&str) -> Result<T, NotAnId>,
    is_taken: impl Fn(&T) -> bool,
) -> Option<T> {
    let numbered = (2..=others + 1).map(|number| format!("{stem}-{number}"));
    let named = std::iter::once(stem.to_owned()).chain(numbered);
    let mut ids = named.filter_map(|name| read(&name).ok());
    ids.find(|id| !is_taken(id))
}

/// The words of a name, joined as long as they fit; `nameless` where nothing of it can be spelled.
fn stem(item: &str, nameless: &str) -> String {
    let mut stem = String::new();
    for word in words(item) {
        if !stem.is_empty() && stem.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !stem.is_empty() {
            stem.push('-');
        }
        stem.push_str(&word);
    }
    stem.truncate(LONGEST);
    if stem.is_empty() {
        nameless.clone_into(&mut stem);
    }
    stem
}

/// Runs of Latin letters and digits, and runs of Chinese as it is spelled.
fn words(item: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut last = None;
    for char in item.chars() {
        let (script, letters) = if char.is_ascii_alphanumeric() {
            (Some("latin"), char.to_ascii_lowercase().to_string())
        } else {
            let sound = spelled(char);
            (sound.as_ref().map(|_| "chinese"), sound.unwrap_or_default())
        };
        match words.last_mut() {
            Some(word) if script.is_some() && script == last => String::push_str(word, &letters),
            _ if script.is_some() => words.push(letters),
            _ => {}
        }
        last = script;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{plan_id, stem};
    use crate::domain::plan::Plan;
    use crate::domain::{Book, Money};

    #[test]
    fn a_name_is_spelled_in_letters_and_digits() {
        for (item, id) in [
            ("Dyson V12", "dyson-v12"),
            ("小米 15 Pro 手机", "xiaomi-15-pro-shouji"),
            ("  ", "plan"),
            ("？！", "plan"),
            ("绿茶", "lvcha"),
            ("AIRPODS", "airpods"),
            ("a-very-long-name-that-goes-on", "a-very-long-name-that"),
            ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwx"),
        ] {
            assert_eq!(stem(item, "plan"), id, "{item}");
        }
    }

    #[test]
    fn a_taken_id_gets_a_number() {
        let mut book = Book::default();
        for expected in ["tv", "tv-2", "tv-3"] {
            let id = plan_id("TV", &book).unwrap();
            assert_eq!(id.as_str(), expected);
            let due = "2026-01-01".parse().unwrap();
            book.plans.push(Plan::new(id, Money::from(1), 1, due));
        }
    }
}
