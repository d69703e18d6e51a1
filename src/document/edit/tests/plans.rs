//! Whole plans in a file, and what else happens to one.

use super::{PLAN, date, edited, file, id};
use crate::document::Document;
use crate::document::edit::{NotDone, SquareBroken, carry_out};
use crate::domain::command::{Amend, Command};
use crate::domain::currency::Currency;
use crate::domain::id::{LineId, PlanId};
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::domain::rate::Rate;
use crate::domain::working_day::WorkingCalendar;

pub fn cny(text: &str) -> Money {
    Money::parse(text, Currency::CNY).unwrap()
}

fn new() -> Command {
    use crate::domain::fee::{FeeAmount, FeeModel};
    let mut plan = Plan::new(PlanId::new("n").unwrap(), cny("60"), 2, date("2026-03-05"));
    plan.item = "灯".to_owned();
    plan.bought = Some(date("2026-02-05"));
    plan.fee.model = FeeModel::Flat(FeeAmount::Rate(Rate::parse("0.6%").unwrap()));
    Command::Add(Box::new(plan))
}

const NEW: &str = "[[plan]]\nid = \"n\"\nitem = \"灯\"\nbought = 2026-02-05\nprincipal = 60\nperiods = 2\nfirst-due = 2026-03-05\nfee = { model = \"flat\", rate = \"0.6%\" }";

#[test]
fn a_new_plan_goes_to_the_end_of_its_kind() {
    let case = "[[case]]\nid = \"c\"\nopened = 2026-01-01\n";
    for (text, after) in [
        // The first of all, with and without a final line break.
        (
            "version = 1\n".to_owned(),
            format!("version = 1\n\n{NEW}\n"),
        ),
        ("version = 1".to_owned(), format!("version = 1\n\n{NEW}")),
        (
            "version = 1\n\n".to_owned(),
            format!("version = 1\n\n{NEW}\n"),
        ),
        // After the last plan and what stands right below it.
        (file(""), format!("{}\n{NEW}\n", file(""))),
        (
            file("\n[plan.fee]\nmodel = \"none\"\n# autopay = \"x\"\n\n# end\n"),
            file(&format!(
                "\n[plan.fee]\nmodel = \"none\"\n# autopay = \"x\"\n\n{NEW}\n\n# end\n"
            )),
        ),
        // A comment right above the next table is that table's.
        (
            file(&format!("# cases\n{case}")),
            file(&format!("\n{NEW}\n\n# cases\n{case}")),
        ),
        (
            file("note = \"x\""),
            file(&format!("note = \"x\"\n\n{NEW}")),
        ),
    ] {
        assert_eq!(edited(&text, &new()), after);
    }
}

#[test]
fn a_new_plan_takes_the_spelling_of_its_kind() {
    let braces =
        "version = 1\nplan = [\n  {id=\"a\", principal=300, periods=3, first-due=2026-01-26},\n]\n";
    let inline = "  {id=\"n\", item=\"灯\", bought=2026-02-05, principal=60, periods=2, first-due=2026-03-05, fee={model=\"flat\", rate=\"0.6%\"}},\n]\n";
    assert_eq!(edited(braces, &new()), braces.replacen("]\n", inline, 1));
    let crlf = format!("\u{feff}{}", file("")).replace('\n', "\r\n");
    let added = edited(&crlf, &new());
    assert_eq!(
        added,
        format!("{crlf}\r\n{}\r\n", NEW.replace('\n', "\r\n"))
    );
    let indented = "version = 1\n\n  [[ plan ]]\n    id = \"a\"\n    principal = 3\n    periods = 3\n    first-due = 2026-01-26\n";
    let added = edited(indented, &new());
    let last = added.lines().rev().nth(7).unwrap();
    assert_eq!(last, "  [[ plan ]]");
    assert!(added.ends_with("\n    fee = { model = \"flat\", rate = \"0.6%\" }\n"));
}

#[test]
fn a_plan_leaves_with_what_clearly_belongs_to_it() {
    let remove = Command::Remove { plan: id() };
    let head = "version = 1\n# the plans\n\n# mine\n";
    let plan = format!("[[plan]] # one\n{PLAN}payments = [ # none\n]\n# autopay = \"x\"\n");
    let plan = plan.replace("line = \"l\"\n", "");
    let other = "[[plan]]\nid = \"b\"\nprincipal = 3\nperiods = 3\nfirst-due = 2026-01-26\n";
    for (text, after) in [
        (format!("{head}{plan}"), "version = 1\n# the plans\n".to_owned()),
        (
            format!("{head}{plan}\n# end\n"),
            "version = 1\n# the plans\n\n# end\n".to_owned(),
        ),
        // What stands above the first of several may speak of all.
        (format!("{head}{plan}\n{other}"), format!("{head}\n{other}")),
        (
            format!("version = 1\n\n{other}\n# mine\n{plan}\n[settings]\n"),
            format!("version = 1\n\n{other}\n[settings]\n"),
        ),
        (
            format!("version = 1\n{other}\n{}", plan.trim_end()),
            format!("version = 1\n{other}").trim_end().to_owned(),
        ),
        (
            "version = 1\nplan = [{ id = \"a\", principal = 3, periods = 3, first-due = 2026-01-26 }] # all\n".to_owned(),
            "version = 1\nplan = [] # all\n".to_owned(),
        ),
    ] {
        assert_eq!(edited(&text, &remove), after);
    }
}

#[test]
fn a_plan_with_something_else_between_its_parts_is_not_torn_out() {
    let text = format!(
        "version = 1\n[[plan]]\n{}[extra]\nkept = true\n[plan.fee]\nmodel = \"none\"\n",
        PLAN.replace("line = \"l\"\n", "")
    );
    let document = Document::parse(text).unwrap();
    let calendar = WorkingCalendar::weekends_only();
    let remove = Command::Remove { plan: id() };
    let torn = carry_out(&document, &remove, &calendar, super::today()).unwrap_err();
    assert_eq!(torn, NotDone::Square(SquareBroken::NotEditable));
}

#[test]
fn a_key_is_set_replaced_and_taken_away_with_its_line() {
    let note = |note: Option<&str>| Command::Note {
        plan: id(),
        note: note.map(str::to_owned),
    };
    let (one, two) = ("note = \"x\" # mine\n", "note = \"y\" # mine\n");
    let tail = "\n[plan.fee]\nmodel = \"none\"\n";
    assert_eq!(
        edited(&file(tail), &note(Some("x"))),
        file(&format!("note = \"x\"\n{tail}"))
    );
    let noted = file(&format!("{one}{tail}"));
    assert_eq!(
        edited(&noted, &note(Some("y"))),
        file(&format!("{two}{tail}"))
    );
    assert_eq!(edited(&noted, &note(None)), file(tail));
    let at_end = file("note = \"\"\"a\nb\"\"\"");
    assert_eq!(edited(&at_end, &note(None)), file("").trim_end());
}

#[test]
fn a_pause_is_set_changed_and_ended_in_every_spelling() {
    let pause = |why: Option<&str>| Command::Pause {
        plan: id(),
        until: date("2027-02-01"),
        why: why.map(str::to_owned),
    };
    let resume = Command::Resume { plan: id() };
    for (old, with_why, without) in [
        (
            "paused = { until = 2027-01-31, why = \"w\" }\n",
            "paused = { until = 2027-02-01, why = \"退货\" }\n",
            "paused = { until = 2027-02-01 }\n",
        ),
        (
            "paused.until = 2027-01-31\npaused.why = \"w\"\n",
            "paused.until = 2027-02-01\npaused.why = \"退货\"\n",
            "paused.until = 2027-02-01\n",
        ),
        (
            "\n[plan.paused] # p\nwhy = \"w\" # w\nuntil = 2027-01-31\n",
            "\n[plan.paused] # p\nwhy = \"退货\" # w\nuntil = 2027-02-01\n",
            "\n[plan.paused] # p\nuntil = 2027-02-01\n",
        ),
    ] {
        let old = file(old);
        assert_eq!(edited(&old, &pause(Some("退货"))), file(with_why));
        assert_eq!(edited(&old, &pause(None)), file(without));
        assert_eq!(edited(&old, &resume), file(""));
    }
    let dotted = file("paused.until = 2027-01-31\n");
    let added = "paused.until = 2027-02-01\npaused.why = \"退货\"\n";
    assert_eq!(edited(&dotted, &pause(Some("退货"))), file(added));
    let new = "paused = { until = 2027-02-01 }\n";
    assert_eq!(edited(&file(""), &pause(None)), file(new));
}

#[test]
fn dotted_keys_in_braces_are_edited_too() {
    let plan = |paused: &str| {
        format!(
            "version = 1\nplan = [{{ id = \"a\", {paused}principal = 300, periods = 3, first-due = 2026-01-26 }}]\n"
        )
    };
    let pause = |why: Option<&str>| Command::Pause {
        plan: id(),
        until: date("2027-02-01"),
        why: why.map(str::to_owned),
    };
    let both = plan("paused.until = 2027-01-31, paused.why = \"w\", ");
    assert_eq!(
        edited(&both, &pause(None)),
        plan("paused.until = 2027-02-01, ")
    );
    assert_eq!(
        edited(&plan("paused.until = 2027-01-31, "), &pause(Some("w"))),
        plan("paused.until = 2027-02-01, paused.why = \"w\", ")
    );
    let resume = Command::Resume { plan: id() };
    assert_eq!(edited(&both, &resume), plan(""));
}

#[test]
fn rows_are_amended_in_place_and_new_ones_added_below() {
    let amend = Command::Amend(Amend {
        plan: id(),
        n: 2,
        due: Some(date("2026-03-02")),
        principal: None,
        fee: Some(cny("0.50")),
        and_later: true,
    });
    let old = "schedule = [\n  { n = 2, due = 2026-02-26, principal = 100.00 }, # bill\n]\n";
    let amended = "schedule = [\n  { n = 2, due = 2026-03-02, principal = 100.00, fee = 0.50 }, # bill\n  { n = 3, due = 2026-04-02, fee = 0.50 },\n]\n";
    assert_eq!(edited(&file(old), &amend), file(amended));
    let tables = "\n[[plan.schedule]]\nn = 3\nfee = 1 # bill\n";
    let both = "\n[[plan.schedule]]\nn = 3\nfee = 0.50 # bill\ndue = 2026-04-02\n\n[[plan.schedule]]\nn = 2\ndue = 2026-03-02\nfee = 0.50\n";
    assert_eq!(edited(&file(tables), &amend), file(both));
}

#[test]
fn what_happened_is_one_more_line() {
    let on = date("2026-02-01");
    let settle = Command::Settle {
        plan: id(),
        on,
        amount: Some(cny("299.5")),
    };
    let refund = Command::Refund {
        plan: id(),
        on,
        amount: cny("10"),
        reference: Some("R".to_owned()),
    };
    let defer = Command::Defer {
        plan: id(),
        n: 2,
        to: date("2026-03-10"),
        fee: Money::ZERO,
    };
    for (command, line) in [
        (settle, "settled = { on = 2026-02-01, amount = 299.50 }\n"),
        (
            refund,
            "refunds = [\n  { on = 2026-02-01, amount = 10, ref = \"R\" },\n]\n",
        ),
        (defer, "deferred = [\n  { n = 2, to = 2026-03-10 },\n]\n"),
    ] {
        assert_eq!(edited(&file(""), &command), file(line));
    }
}

#[test]
fn a_plan_is_written_on_its_line_in_its_currency() {
    let text = "version = 1\n[[line]]\nid = \"j\"\ncurrency = \"JPY\"\n";
    let Command::Add(mut plan) = new() else {
        panic!("not a new plan");
    };
    plan.line = LineId::new("j").ok();
    let added = edited(text, &Command::Add(plan));
    assert!(added.contains("line = \"j\"\nitem"), "{added}");
    assert!(added.contains("principal = 60\n"), "{added}");
}
