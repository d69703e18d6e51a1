//! Which plan, line or way to pay is meant: an id, the beginning of one, or words of a name.

use std::sync::Arc;

use super::failure::Failure;
use crate::document::near::near;
use crate::domain::Book;
use crate::domain::line::CreditLine;
use crate::domain::rulebook::Provider;
use crate::settings::texts::Texts;

/// What may be meant.
struct Candidate<'b> {
    id: &'b str,
    name: &'b str,
}

/// Something with an id and a name.
fn candidate<'b>(id: &'b str, name: &'b str) -> Candidate<'b> {
    Candidate { id, name }
}

/// The index of the plan that is meant.
pub(super) fn plan(book: &Book, words: &[String], texts: Texts) -> Result<usize, Failure> {
    let named = book
        .plans
        .iter()
        .map(|plan| candidate(plan.id.as_str(), &plan.item));
    pick(
        &named.collect::<Vec<_>>(),
        &words.join(" "),
        texts,
        Texts::cli_no_plan,
    )
}

/// A provider or a credit line.
pub(super) enum Meant {
    /// The provider of this index.
    Provider(usize),
    /// The line of this index.
    Line(usize),
}

/// The provider that is meant, or else the line: a provider's own id goes before a line's.
pub(super) fn provider(
    providers: &[Arc<Provider>],
    lines: &[CreditLine],
    word: &str,
    texts: Texts,
) -> Result<Meant, Failure> {
    if let Some(k) = providers.iter().position(|one| one.id == word.trim()) {
        return Ok(Meant::Provider(k));
    }
    let named = providers
        .iter()
        .map(|one| candidate(&one.id, texts.of_both(&one.name)));
    let lines = lines
        .iter()
        .map(|line| candidate(line.id.as_str(), &line.name));
    let all: Vec<_> = named.chain(lines).collect();
    let meant = pick(&all, word, texts, Texts::cli_no_provider)?;
    Ok(match meant.checked_sub(providers.len()) {
        None => Meant::Provider(meant),
        Some(line) => Meant::Line(line),
    })
}

/// The index of the line that is meant.
pub(super) fn line(book: &Book, word: &str, texts: Texts) -> Result<usize, Failure> {
    line_of(&book.lines, word, texts)
}

/// The index of the line that is meant.
pub(super) fn line_of(lines: &[CreditLine], word: &str, texts: Texts) -> Result<usize, Failure> {
    let named = lines
        .iter()
        .map(|line| candidate(line.id.as_str(), &line.name));
    pick(&named.collect::<Vec<_>>(), word, texts, Texts::cli_no_line)
}

/// A line or a plan.
pub(super) enum Subject {
    /// The line of this index.
    Line(usize),
    /// The plan of this index.
    Plan(usize),
}

/// The line or plan that is meant: an exact id goes first, then a plan, then a line.
pub(super) fn subject(book: &Book, words: &[String], texts: Texts) -> Result<Subject, Failure> {
    let typed = words.join(" ");
    let is_id = |id: &str| id == typed.trim();
    let exact = book.plans.iter().position(|plan| is_id(plan.id.as_str()));
    if let Some(plan) = exact {
        return Ok(Subject::Plan(plan));
    }
    if let Some(line) = book.lines.iter().position(|line| is_id(line.id.as_str())) {
        return Ok(Subject::Line(line));
    }
    let plans = book.plans.iter();
    let plans = plans.map(|plan| candidate(plan.id.as_str(), &plan.item));
    let lines = book.lines.iter();
    let lines = lines.map(|line| candidate(line.id.as_str(), &line.name));
    let all: Vec<_> = plans.chain(lines).collect();
    let meant = pick(&all, &typed, texts, Texts::cli_no_subject)?;
    Ok(match meant.checked_sub(book.plans.len()) {
        None => Subject::Plan(meant),
        Some(line) => Subject::Line(line),
    })
}

/// The index of the case that is meant: its id, or the beginning of it.
pub(super) fn case(book: &Book, word: &str, texts: Texts) -> Result<usize, Failure> {
    let cases = book.cases.iter();
    let named: Vec<_> = cases.map(|case| candidate(case.id.as_str(), "")).collect();
    pick(&named, word, texts, Texts::cli_no_case)
}

/// The index of the way to pay that is meant.
pub(super) fn method(book: &Book, word: &str, texts: Texts) -> Result<usize, Failure> {
    let named = book
        .methods
        .iter()
        .map(|method| candidate(method.id.as_str(), &method.name));
    pick(
        &named.collect::<Vec<_>>(),
        word,
        texts,
        Texts::cli_no_method,
    )
}

/// The exact id, else the only id that begins so, else the only name that is or contains it.
fn pick(
    candidates: &[Candidate<'_>],
    typed: &str,
    texts: Texts,
    none: fn(Texts, &str) -> String,
) -> Result<usize, Failure> {
    let typed = typed.trim();
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let name_is = |one: &Candidate<'_>| one.name.to_lowercase() == typed.to_lowercase();
    let name_has = |one: &Candidate<'_>| {
        let name = one.name.to_lowercase();
        words.iter().all(|word| name.contains(word.as_str()))
    };
    let rules: [&dyn Fn(&Candidate<'_>) -> bool; 4] = [
        &|one| one.id == typed,
        &|one| one.id.starts_with(typed),
        &name_is,
        &name_has,
    ];
    for rule in rules.into_iter().filter(|_| !words.is_empty()) {
        let meant: Vec<usize> = (0..candidates.len())
            .filter(|k| candidates.get(*k).is_some_and(rule))
            .collect();
        match meant.as_slice() {
            [] => {}
            [only] => return Ok(*only),
            several => return Err(ambiguous(candidates, several, typed, texts)),
        }
    }
    Err(unknown(candidates, typed, texts, none))
}

fn ambiguous(candidates: &[Candidate<'_>], meant: &[usize], typed: &str, texts: Texts) -> Failure {
    let failure = Failure::wrong_use(texts.cli_ambiguous(typed));
    let meant = meant.iter().filter_map(|k| candidates.get(*k));
    meant.fold(failure, |failure, one| {
        failure.hint(format!("{}  {}", one.id, one.name))
    })
}

fn unknown(
    candidates: &[Candidate<'_>],
    typed: &str,
    texts: Texts,
    none: fn(Texts, &str) -> String,
) -> Failure {
    let failure = Failure::wrong_use(none(texts, typed));
    let known = candidates.iter().flat_map(|one| [one.id, one.name]);
    let close = near(typed, known);
    let close = close.and_then(|word| {
        candidates
            .iter()
            .find(|one| one.id == word || one.name == word)
    });
    match close {
        Some(one) => failure.hint(texts.cli_did_you_mean(&format!("{} ({})", one.id, one.name))),
        None if candidates.is_empty() => failure,
        None => {
            let ids: Vec<_> = candidates.iter().take(12).map(|one| one.id).collect();
            failure.hint(texts.cli_known_ids(&ids.join(" ")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Candidate, Failure, Texts, pick};
    use crate::cli::failure::Exit;
    use crate::settings::texts::Lang;

    fn picked(typed: &str) -> Result<usize, Failure> {
        let named = [
            ("mi15", "Xiaomi 15 Pro"),
            ("mi-pad", "Xiaomi Pad 7"),
            ("mi", "小米电视"),
            ("chair", "人体工学椅"),
            ("chairs", "Chair"),
        ];
        let candidates = named.map(|(id, name)| Candidate { id, name });
        pick(&candidates, typed, Texts::new(Lang::En), Texts::cli_no_plan)
    }

    #[test]
    fn an_id_goes_before_its_beginning_and_that_before_a_name() {
        for (typed, index) in [
            ("mi", 2),
            ("mi1", 0),
            ("mi-", 1),
            ("chair", 3),
            ("pad xiaomi", 1),
            ("PRO", 0),
            ("工学", 3),
            ("小米电视", 2),
            (" mi15 ", 0),
        ] {
            assert_eq!(picked(typed), Ok(index), "{typed}");
        }
    }

    #[test]
    fn several_are_listed_and_none_gets_the_nearest_proposed() {
        let several = picked("xiaomi").unwrap_err();
        assert_eq!(several.exit, Exit::WrongUse);
        assert_eq!(
            several.hints,
            ["mi15  Xiaomi 15 Pro", "mi-pad  Xiaomi Pad 7"]
        );
        let slip = picked("mi51").unwrap_err();
        assert_eq!(slip.exit, Exit::WrongUse);
        assert!(slip.hints[0].contains("mi15 (Xiaomi 15 Pro)"), "{slip:?}");
        for nothing in ["", " ", "iPhone"] {
            assert!(picked(nothing).unwrap_err().hints[0].contains("chair"));
        }
    }
}
