//! Edits of whole files: what a line diff shows, in every spelling of the places that change.

mod plans;
mod terms;

use super::manuscript::Manuscript;
use super::{Edited, NotDone, SquareBroken, carry_out, edits};
use crate::document::Document;
use crate::document::text_edit::{inverse, patched};
use crate::domain::command::{Command, Pay};
use crate::domain::currency::Currency;
use crate::domain::id::{LineId, MethodId, PlanId};
use crate::domain::money::Money;
use crate::domain::refusal::Refusal;
use crate::domain::working_day::WorkingCalendar;
use chrono::NaiveDate;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    date("2026-12-31")
}

fn id() -> PlanId {
    PlanId::new("a").unwrap()
}

fn pay() -> Command {
    Command::Pay(Pay::oldest(id(), date("2026-02-01")))
}

fn unpay(n: u32) -> Command {
    Command::Unpay { plan: id(), n }
}

fn restored(n: u32) -> Command {
    let on = date("2026-02-03");
    Command::Restored { plan: id(), n, on }
}

fn seen() -> Command {
    Command::Seen {
        line: LineId::new("l").unwrap(),
        on: date("2026-02-03"),
        available: -Money::parse("3.80", Currency::CNY).unwrap(),
    }
}

/// Carries a command out and checks that the splices can be taken back, and that they are the same
/// where all of the text is read for them.
fn edited(text: &str, command: &Command) -> String {
    let document = Document::parse(text.to_owned()).unwrap();
    let Edited {
        document: after,
        splices,
        change,
    } = carry_out(
        &document,
        command,
        &WorkingCalendar::weekends_only(),
        today(),
    )
    .unwrap();
    let back = inverse(text, &splices).unwrap();
    assert_eq!(patched(after.text(), &back).as_deref(), Some(text));
    let whole = Manuscript::new(text, &[]);
    let read_whole = edits(&whole, document.book(), &change);
    assert_eq!(read_whole, Some(splices));
    after.text().to_owned()
}

const PLAN: &str =
    "id = \"a\"\nline = \"l\"\nprincipal = 300\nperiods = 3\nfirst-due = 2026-01-26\n";

/// A file with one line and the plan `a`, which ends with `tail`.
fn file(tail: &str) -> String {
    format!("version = 1\n[[line]]\nid = \"l\"\n\n[[plan]] # one\n{PLAN}{tail}")
}

#[test]
fn marking_a_payment_in_the_usual_form_adds_exactly_one_line() {
    let tail =
        "payments = [\n  { n = 1, on = 2026-01-25, amount = 100 }, # early\n]\nnote = \"x\"\n";
    let paid = edited(&file(tail), &pay());
    let new = "  { n = 2, on = 2026-02-01, amount = 100 },\n]\n";
    assert_eq!(paid, file(&tail.replacen("]\n", new, 1)));
}

#[test]
fn a_payment_is_added_in_the_spelling_of_those_before() {
    let new = "{ n = 2, on = 2026-02-01, amount = 100 }";
    for (tail, paid) in [
        (
            "payments = [{n=1, on=2026-01-25, amount=100}]",
            "payments = [{n=1, on=2026-01-25, amount=100}, {n=2, on=2026-02-01, amount=100}]".to_owned(),
        ),
        (
            "payments = [\n  { n = 1, on = 2026-01-25, amount = 100 } # no comma\n  # { n = 2 }\n]",
            format!("payments = [\n  {{ n = 1, on = 2026-01-25, amount = 100 }}, # no comma\n  # {{ n = 2 }}\n  {new},\n]"),
        ),
        (
            "\n[[plan.payments]]\nn = 1\non = 2026-01-25\namount = 100 # c",
            "\n[[plan.payments]]\nn = 1\non = 2026-01-25\namount = 100 # c\n\n[[plan.payments]]\nn = 2\non = 2026-02-01\namount = 100".to_owned(),
        ),
        (
            "  [[ plan.payments ]]\n  n = 1\n  on = 2026-01-25\n  amount = 100\n# next\n[[plan]]\nid = \"b\"\nprincipal = 1\nperiods = 1\nfirst-due = 2026-01-26\n",
            "  [[ plan.payments ]]\n  n = 1\n  on = 2026-01-25\n  amount = 100\n  [[ plan.payments ]]\n  n = 2\n  on = 2026-02-01\n  amount = 100\n# next\n[[plan]]\nid = \"b\"\nprincipal = 1\nperiods = 1\nfirst-due = 2026-01-26\n".to_owned(),
        ),
    ] {
        assert_eq!(edited(&file(tail), &pay()), file(&paid));
    }
}

#[test]
fn plans_move_while_several_changes_are_one() {
    let plan = |id: &str, more: &str| {
        format!(
            "[[plan]] # {id}\nid = \"{id}\"\nprincipal = 300\nperiods = 3\nfirst-due = 2026-01-26\n{more}\n"
        )
    };
    let plans = [
        plan("o", "note = \"x\"\n"),
        plan("b", ""),
        plan("a", ""),
        plan("c", ""),
    ];
    let before = format!("version = 1\n{}", plans.concat());
    let of = |id: &str| PlanId::new(id).unwrap();
    let pay = |id: &str| Command::Pay(Pay::oldest(of(id), date("2026-02-01")));
    let remove = Command::Remove { plan: of("b") };
    let all = [pay("o"), pay("c"), remove, pay("a"), pay("a"), pay("c")];
    let payments = |plans: &[u32]| {
        let line = |n| format!("  {{ n = {n}, on = 2026-02-01, amount = 100 }},\n");
        let lines: String = plans.iter().map(line).collect();
        format!("payments = [\n{lines}]\n")
    };
    let plans = [
        plan("o", &format!("note = \"x\"\n{}", payments(&[1]))),
        plan("a", &payments(&[1, 2])),
        plan("c", &payments(&[1, 2])),
    ];
    let after = format!("version = 1\n{}", plans.concat());
    assert_eq!(edited(&before, &Command::all(all).unwrap()), after);
}

#[test]
fn a_first_payment_makes_the_array_after_the_last_key_of_the_plan_itself() {
    let new = "payments = [\n  { n = 1, on = 2026-02-01, amount = 100 },\n]\n";
    for (before, after) in [
        ("", ""),
        ("", "\n[plan.fee]\nmodel = \"flat\"\nrate = \"0%\"\n"),
        (
            "fee.model = \"none\" # free\n",
            "\n# about b\n[[case]]\nid = \"b\"\nopened = 2026-01-01\n",
        ),
        ("schedule = [\n  { n = 1 },\n]\n", ""),
    ] {
        let text = file(&format!("{before}{after}"));
        assert_eq!(
            edited(&text, &pay()),
            file(&format!("{before}{new}{after}"))
        );
    }
    let no_break = file("note = \"x\"");
    assert_eq!(
        edited(&no_break, &pay()),
        format!("{no_break}\n{}", new.trim_end())
    );
    let empty = file("payments = []");
    assert_eq!(edited(&empty, &pay()), file(new.trim_end()));
}

#[test]
fn a_plan_in_braces_is_edited_on_its_line() {
    let text = "version = 1\nplan = [{ id = \"a\", principal = 300, periods = 3, first-due = 2026-01-26 }] # all\n";
    let paid = "version = 1\nplan = [{ id = \"a\", principal = 300, periods = 3, first-due = 2026-01-26, payments = [{ n = 1, on = 2026-02-01, amount = 100 }] }] # all\n";
    assert_eq!(edited(text, &pay()), paid);
    let twice = edited(paid, &pay());
    assert_eq!(twice.lines().count(), 2);
    assert_eq!(edited(&twice, &unpay(2)), paid);
}

#[test]
fn line_breaks_the_byte_order_mark_and_a_missing_final_line_break_stay() {
    let text = format!(
        "\u{feff}{}",
        file("payments = [\n  { n = 1, on = 2026-01-25, amount = 100 },\n]").replace('\n', "\r\n")
    );
    let paid = edited(&text, &pay());
    assert_eq!(paid.matches('\n').count(), paid.matches("\r\n").count());
    assert!(
        paid.starts_with('\u{feff}') && paid.ends_with("100 },\r\n]"),
        "{paid:?}"
    );
    assert_eq!(edited(&paid, &unpay(2)), text);
}

#[test]
fn a_payment_taken_back_leaves_with_its_line_only() {
    let one = "  { n = 1, on = 2026-01-25, amount = 100 }, # one\n";
    let two = "  { n = 2, on = 2026-02-25, amount = 100 }, # two\n";
    let text = |entries: &str| file(&format!("payments = [\n  # all of them\n{entries}]\n"));
    let both = text(&format!("{one}{two}"));
    assert_eq!(edited(&both, &unpay(1)), text(two));
    assert_eq!(edited(&both, &unpay(2)), text(one));
    let tables = "\n[[plan.payments]] # one\nn = 1\non = 2026-01-25\namount = 100\n";
    let more = "\n[[plan.payments]]\nn = 2\non = 2026-02-25\namount = 100\n\n# end\n";
    let both = file(&format!("{tables}{more}"));
    assert_eq!(edited(&both, &unpay(1)), file(more));
    assert_eq!(
        edited(&both, &unpay(2)),
        file(&format!("{tables}\n# end\n"))
    );
}

#[test]
fn a_confirmed_limit_is_noted_in_the_payment_itself() {
    for (tail, noted) in [
        (
            "payments = [\n  { n = 1, on = 2026-01-25, amount = 100 }, # one\n]\n",
            "payments = [\n  { n = 1, on = 2026-01-25, amount = 100, restored = 2026-02-03 }, # one\n]\n",
        ),
        (
            "payments = [{n=1,on=2026-01-25,amount=100}]\n",
            "payments = [{n=1,on=2026-01-25,amount=100, restored=2026-02-03}]\n",
        ),
        (
            "[[plan.payments]]\n  n = 1\n  on = 2026-01-25\n  amount = 100 # c\n\n# end\n",
            "[[plan.payments]]\n  n = 1\n  on = 2026-01-25\n  amount = 100 # c\n  restored = 2026-02-03\n\n# end\n",
        ),
        (
            "payments = [{\n  n = 1,\n  on = 2026-01-25,\n  amount = 100, # 1.1\n}]\n",
            "payments = [{\n  n = 1,\n  on = 2026-01-25,\n  amount = 100, # 1.1\n  restored = 2026-02-03,\n}]\n",
        ),
    ] {
        assert_eq!(edited(&file(tail), &restored(1)), file(noted));
    }
}

#[test]
fn a_seen_figure_joins_the_line_it_was_seen_on() {
    let text = "version = 1\n[[line]]\nid = \"l\"\nlimit = 5\n[line.rules]\ngrace-days = 1\n";
    let noted = "version = 1\n[[line]]\nid = \"l\"\nlimit = 5\nseen = [\n  { on = 2026-02-03, available = -3.80 },\n]\n[line.rules]\ngrace-days = 1\n";
    assert_eq!(edited(text, &seen()), noted);
}

#[test]
fn a_reference_is_written_so_that_it_cannot_break_the_file() {
    let text = format!("{}[[method]]\nid = \"m\"\n", file(""));
    let hostile = "a\" }, # \\ \n \u{1b}[31m";
    let command = Command::Pay(Pay {
        reference: Some(hostile.to_owned()),
        via: MethodId::new("m").ok(),
        ..Pay::oldest(id(), date("2026-02-01"))
    });
    let paid = Document::parse(edited(&text, &command)).unwrap();
    let payment = &paid.book().plans[0].payments[0];
    assert_eq!(payment.reference.as_deref(), Some(hostile));
}

#[test]
fn what_is_refused_leaves_no_trace() {
    let document = Document::parse(file("")).unwrap();
    let refused = carry_out(
        &document,
        &unpay(1),
        &WorkingCalendar::weekends_only(),
        today(),
    )
    .unwrap_err();
    assert_eq!(refused, NotDone::Refused(Refusal::NotPaid(1)));
    assert_eq!(
        super::write(
            &document,
            &crate::domain::command::Change::RemovePayment {
                plan: 0,
                payment: 7
            }
        )
        .unwrap_err(),
        SquareBroken::NotEditable
    );
}

#[test]
fn commands_that_take_each_other_back_leave_the_text_as_it_was() {
    let text = file("");
    let document = Document::parse(text.clone()).unwrap();
    let note = |note: Option<&str>| Command::Note {
        plan: id(),
        note: note.map(str::to_owned),
    };
    let both = Command::all([note(Some("x")), note(None)]).unwrap();
    let calendar = WorkingCalendar::weekends_only();
    let done = carry_out(&document, &both, &calendar, today()).unwrap();
    assert_eq!(done.splices, []);
    assert_eq!(done.document.text(), text);
}
