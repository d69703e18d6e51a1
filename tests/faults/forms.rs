//! G6 and G7: whatever the file looks like, only what was meant changes, and undo gives every byte back.

use crate::bench::{Bench, Subject};
use crate::tally::{Scope, Tally};

/// Books in every form that TOML and people give them, each with a plan `phone` whose installment 3 is open.
pub fn books() -> Vec<(&'static str, String)> {
    let head = "version = 1\n[[plan]]\nid = \"phone\"\nprincipal = 1200\nperiods = 12\nfirst-due = 2026-01-07\n";
    let lines = format!(
        "{head}payments = [\n  {{ n = 1, on = 2026-01-07, amount = 100 }},\n  {{ n = 2, on = 2026-02-07, amount = 100 }}, # by hand\n]\n# end\n"
    );
    vec![
        ("a line a payment", lines.clone()),
        ("CRLF", lines.replace('\n', "\r\n")),
        ("mixed line ends", lines.replacen('\n', "\r\n", 7)),
        ("byte-order mark", format!("\u{feff}{lines}")),
        ("no final newline", lines.trim_end().to_owned()),
        ("blanks at line ends", lines.replace('\n', "  \t\n")),
        ("tabs", lines.replace("  {", "\t{")),
        ("no list yet", head.to_owned()),
        ("no list yet, no final newline", head.trim_end().to_owned()),
        ("an empty list", format!("{head}payments = []\n")),
        ("an empty list on two lines", format!("{head}payments = [\n]\n")),
        ("all on one line", format!("{head}payments = [{{ n = 1, on = 2026-01-07, amount = 100 }}, {{ n = 2, on = 2026-02-07, amount = 100 }}]\n")),
        ("a comma behind the last", format!("{head}payments = [{{ n = 1, on = 2026-01-07, amount = 100 }},]\n")),
        ("no comma behind the last", format!("{head}payments = [\n    {{ n = 1, on = 2026-01-07, amount = 100 }}\n]\n")),
        ("comments between", format!("{head}payments = [\n  # first\n  {{ n = 1, on = 2026-01-07, amount = 100 }}, # one\n  # {{ n = 9, on = 2026-09-07, amount = 100 }},\n  # last\n]\n")),
        ("tables of payments", format!("{head}\n[[plan.payments]]\nn = 1\non = 2026-01-07\namount = 100 # odd\n\n[[plan]]\nid = \"other\"\nprincipal = 300\nperiods = 3\nfirst-due = 2026-01-01\n")),
        ("plans in a list", "version = 1\nplan = [\n  { id = \"phone\", principal = 1200, periods = 12, first-due = 2026-01-07, payments = [ { n = 1, on = 2026-01-07, amount = 100 } ] },\n]\n".to_owned()),
        ("plans on one line", "version = 1\nplan = [{ id = \"phone\", principal = 1200, periods = 12, first-due = 2026-01-07 }]\n".to_owned()),
        ("quoted keys", lines.replace("id =", "\"id\" =").replace("payments", "'payments'")),
        ("odd spacing", lines.replace(" = ", "=").replace("{ ", "{").replace(" }", "}")),
        ("text that looks like TOML", format!("{head}note = \"\"\"\n[[plan]]\npayments = [\n]\n\"\"\"\n{}", &lines[head.len()..])),
        ("unknown keys", lines.replace("periods", "colour = \"red\"\nperiods").replace("# end", "[extra]\nx.y = 1 # kept")),
        ("letters of all kinds", lines.replace("# end", "# 分期 e\u{301} 😀 \u{2066}")),
    ]
}

pub fn only_what_was_meant(_: Scope) -> Tally {
    let books = books();
    let tried = |subject| {
        Tally::of(&books, move |(form, book)| {
            pays_and_undoes(subject, book, false).map_err(|why| format!("{form}: {why}"))
        })
    };
    tried(Subject::Fenqi).with_control("tidies up", &tried(Subject::Broken("tidies up")))
}

pub fn undo_is_exact(_: Scope) -> Tally {
    let books = books();
    let tried = |subject| {
        Tally::of(&books, move |(form, book)| {
            pays_and_undoes(subject, book, true).map_err(|why| format!("{form}: {why}"))
        })
    };
    tried(Subject::Fenqi).with_control("tidies up", &tried(Subject::Broken("tidies up")))
}

fn pays_and_undoes(subject: Subject, book: &str, undo: bool) -> Result<(), String> {
    let bench = Bench::with(book);
    bench.must(subject, &["pay", "phone", "--n", "3"])?;
    let paid = bench.text();
    if !undo {
        return only_added(book, &paid);
    }
    for (step, expected) in [("undo", book), ("redo", paid.as_str()), ("undo", book)] {
        bench.must(subject, &[step])?;
        if bench.text() != expected {
            return Err(format!("{step} led to {:?}", bench.text()));
        }
    }
    Ok(())
}

/// Nothing of `before` may be gone, but for blanks next to what was added.
fn only_added(before: &str, after: &str) -> Result<(), String> {
    let common = before
        .bytes()
        .zip(after.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let rest = before.len() - common;
    let same = before
        .bytes()
        .rev()
        .zip(after.bytes().rev())
        .take_while(|(a, b)| a == b)
        .count()
        .min(rest);
    let (gone, new) = (
        &before.as_bytes()[common..before.len() - same],
        &after.as_bytes()[common..after.len() - same],
    );
    let ends = |text: &str, end: &str| text.matches(end).count();
    let new_ends = ends(after, "\n") - ends(before, "\n");
    let fits_ends = !before.contains("\r\n")
        || before.replace("\r\n", "").contains('\n')
        || ends(after, "\n") == ends(after, "\r\n");
    if gone.iter().all(|byte| b" ,".contains(byte))
        && gone.len() <= 2
        && new_ends <= 7
        && fits_ends
        && new.len() < 200
    {
        return Ok(());
    }
    Err(format!(
        "{:?} became {:?}",
        String::from_utf8_lossy(gone),
        String::from_utf8_lossy(new)
    ))
}
