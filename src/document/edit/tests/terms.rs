//! What is written down of plans, lines and ways to pay, corrected in whatever way it is spelt.

use super::date;
use super::plans::cny;
use crate::document::Document;
use crate::document::edit::{NotDone, carry_out};
use crate::domain::command::{Command, TermsCommand};
use crate::domain::currency::Currency;
use crate::domain::due::Every;
use crate::domain::fee::{Fee, FeeAmount, FeeModel};
use crate::domain::id::{LineId, MethodId, PlanId};
use crate::domain::line::TemporaryLimit;
use crate::domain::method::MethodKind;
use crate::domain::rate::Rate;
use crate::domain::refusal::Refusal;
use crate::domain::rules::{RestoreDays, RuleOverrides};
use crate::domain::terms::{LineTerms, MethodTerms, PlanTerms};
use crate::domain::working_day::WorkingCalendar;

fn done(text: &str, command: TermsCommand) -> Result<String, NotDone> {
    let document = Document::parse(text.to_owned()).unwrap();
    let calendar = WorkingCalendar::weekends_only();
    let command = Command::Terms(command);
    carry_out(&document, &command, &calendar, date("2026-03-10"))
        .map(|edited| edited.document.text().to_owned())
}

fn refusal(text: &str, command: TermsCommand) -> Refusal {
    match done(text, command) {
        Err(NotDone::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

fn set_plan(terms: PlanTerms) -> TermsCommand {
    TermsCommand::SetPlan {
        plan: PlanId::new("p").unwrap(),
        terms: Box::new(terms),
    }
}

fn line(id: &str) -> LineId {
    LineId::new(id).unwrap()
}

fn set_line(terms: LineTerms) -> TermsCommand {
    TermsCommand::SetLine {
        line: line("mi"),
        on: date("2026-03-10"),
        why: None,
        terms: Box::new(terms),
    }
}

fn limit(amount: &str) -> LineTerms {
    LineTerms {
        limit: Some(Some(cny(amount))),
        ..LineTerms::default()
    }
}

fn flat(rate: &str) -> Fee {
    Fee {
        model: FeeModel::Flat(FeeAmount::Rate(Rate::parse(rate).unwrap())),
        subsidised: false,
    }
}

const PLAN: &str = "\
[[plan]]
id = \"p\"            # mine
item = 'Phone'        # the blue one
principal = 1_200.00
periods = 12
first-due = 2026-02-07
fee = {model=\"flat\",rate=\"0.6%\",x=1} # odd
note = \"gift\"
payments = [
  { n = 1, on = 2026-02-07, amount = 107.20 },
]
";

#[test]
fn only_the_keys_that_change_are_touched_and_comments_stay() {
    for (terms, before, after) in [
        (
            PlanTerms {
                item: Some(" Phone 15 ".into()),
                ..PlanTerms::default()
            },
            "item = 'Phone'        #",
            "item = \"Phone 15\"        #",
        ),
        (
            PlanTerms {
                fee: Some(flat("0.5%")),
                ..PlanTerms::default()
            },
            "rate=\"0.6%\",x=1",
            "rate=\"0.5%\",x=1",
        ),
        (
            PlanTerms {
                fee: Some(Fee::default()),
                ..PlanTerms::default()
            },
            "fee = {model=\"flat\",rate=\"0.6%\",x=1} # odd\n",
            "",
        ),
        (
            PlanTerms {
                note: Some(None),
                ..PlanTerms::default()
            },
            "note = \"gift\"\n",
            "",
        ),
        (
            PlanTerms {
                every: Every::parse("2 weeks"),
                merchant: Some(Some("shop".into())),
                periods: Some(10),
                ..PlanTerms::default()
            },
            "periods = 12",
            "periods = 10",
        ),
    ] {
        let text = done(PLAN, set_plan(terms)).unwrap();
        let expected = PLAN.replace(before, after);
        let rest = text.replace("merchant = \"shop\"\nevery = \"2 weeks\"\n", "");
        assert_eq!(rest, expected);
    }
}

#[test]
fn a_fee_under_its_own_header_or_by_dotted_keys_is_edited_there() {
    let head = "[[plan]]\nid = \"p\"\nprincipal = 1200\nperiods = 12\nfirst-due = 2026-02-07\n";
    for (written, edited) in [
        (
            "fee.model = \"upfront\"\nfee.rate = \"7%\"\nfee.paid = \"at-purchase\" # x\n",
            "fee.model = \"flat\"\nfee.rate = \"0.5%\"\n",
        ),
        (
            "[plan.fee]\nmodel = \"upfront\"\nrate = \"7%\"\npaid = \"at-purchase\"\n",
            "[plan.fee]\nmodel = \"flat\"\nrate = \"0.5%\"\n",
        ),
        (
            "fee = { model = \"upfront\", total = 84, paid = \"at-purchase\", subsidy = \"all\" }\n",
            "fee = { model = \"flat\", rate = \"0.5%\" }\n",
        ),
    ] {
        let terms = PlanTerms {
            fee: Some(flat("0.5%")),
            ..PlanTerms::default()
        };
        let text = done(&format!("{head}{written}"), set_plan(terms)).unwrap();
        assert_eq!(text, format!("{head}{edited}"), "{written}");
    }
}

#[test]
fn a_principal_left_to_the_price_stays_left_to_it() {
    let plan = "[[plan]]\nid = \"p\"\nprice = 1300\ndown-payment = 100\nperiods = 12\nfirst-due = 2026-02-07\n";
    let terms = PlanTerms {
        price: Some(Some(cny("1500"))),
        principal: Some(cny("1400")),
        ..PlanTerms::default()
    };
    let text = done(plan, set_plan(terms)).unwrap();
    assert_eq!(text, plan.replace("1300", "1500"));
}

#[test]
fn the_due_day_follows_a_first_due_date_unless_it_was_another_one() {
    let moved = || {
        set_plan(PlanTerms {
            first_due: Some(date("2026-02-09")),
            ..PlanTerms::default()
        })
    };
    let follows = done(PLAN, moved()).unwrap();
    assert_eq!(follows, PLAN.replace("2026-02-07\nfee", "2026-02-09\nfee"));
    let own = PLAN.replace("note =", "due-day = 31\nnote =");
    let kept = done(&own, moved()).unwrap();
    assert_eq!(kept, own.replace("2026-02-07\nfee", "2026-02-09\nfee"));
}

#[test]
fn what_happened_to_a_plan_still_fits_it() {
    let with = |change: PlanTerms| refusal(PLAN, set_plan(change));
    let other = PlanTerms::default();
    assert_eq!(with(other.clone()), Refusal::AlreadySo);
    let bought = Some(Some(date("2026-02-08")));
    assert_eq!(
        with(PlanTerms {
            bought,
            ..other.clone()
        }),
        Refusal::BeforePurchase(date("2026-02-08"))
    );
    let first_due = Some(date("2026-03-07"));
    assert_eq!(
        with(PlanTerms {
            bought,
            first_due,
            ..other.clone()
        }),
        Refusal::AfterFirstEntry(date("2026-02-07"))
    );
    let principal = Some(cny("100"));
    assert_eq!(
        with(PlanTerms {
            principal,
            fee: Some(Fee::default()),
            ..other
        }),
        Refusal::BelowPaid { by: cny("7.20") }
    );
}

#[test]
fn a_changed_total_notes_the_old_one_and_the_new_one_with_its_day() {
    let text = "[[line]]\nid = \"mi\"\nlimit = 8000 # now\n[line.rules]\ngrace-days = 3\n";
    let once = done(text, set_line(limit("6000"))).unwrap();
    let notes = "limits = [\n  { on = 2026-03-09, limit = 8000 },\n  { on = 2026-03-10, limit = 6000 },\n]\n";
    let head = "[[line]]\nid = \"mi\"\nlimit = 6000 # now\n";
    assert_eq!(once, format!("{head}{notes}[line.rules]\ngrace-days = 3\n"));
    let why = TermsCommand::SetLine {
        line: line("mi"),
        on: date("2026-03-10"),
        why: Some("提额".into()),
        terms: Box::new(limit("9000")),
    };
    let twice = done(&once, why).unwrap();
    assert!(twice.contains("6000 },\n  { on = 2026-03-10, limit = 9000, why = \"提额\" },\n]"));
    let before = TermsCommand::SetLine {
        line: line("mi"),
        on: date("2026-03-09"),
        why: None,
        terms: Box::new(limit("1")),
    };
    let since = Refusal::LimitChangedSince(date("2026-03-10"));
    assert_eq!(refusal(&twice, before), since);
}

#[test]
fn a_total_that_was_unknown_leaves_no_note() {
    let text = done("[[line]]\nid = \"mi\"\n", set_line(limit("6000"))).unwrap();
    assert_eq!(text, "[[line]]\nid = \"mi\"\nlimit = 6000\n");
}

#[test]
fn rules_of_a_line_go_where_its_rules_stand() {
    let rules = RuleOverrides {
        restore_days: Some(RestoreDays {
            earliest: 0,
            latest: 2,
        }),
        ..RuleOverrides::default()
    };
    let terms = || LineTerms {
        rules: Some(rules.clone()),
        ..LineTerms::default()
    };
    for (written, edited) in [
        ("", "rules = { restore-days = [0, 2] }\n"),
        (
            "[line.rules]\n# none yet\n",
            "[line.rules]\nrestore-days = [0, 2]\n# none yet\n",
        ),
        (
            "[line.rules]\nrestore-days = [1,\n 3] # slow\n",
            "[line.rules]\nrestore-days = [0, 2] # slow\n",
        ),
        (
            "rules.restore-days = [1, 3]\n",
            "rules.restore-days = [0, 2]\n",
        ),
        (
            "[line.rules]\ngrace-days = 3\nrestore-days = [1, 3]\n",
            "[line.rules]\nrestore-days = [0, 2]\n",
        ),
    ] {
        let head = "[[line]]\nid = \"mi\"\n";
        let text = done(&format!("{head}{written}"), set_line(terms())).unwrap();
        assert_eq!(text, format!("{head}{edited}"), "{written}");
    }
}

#[test]
fn a_temporary_limit_comes_changes_and_goes() {
    let head = "[[line]]\nid = \"mi\"\n";
    let extra = |amount, until| {
        set_line(LineTerms {
            temporary: Some(Some(TemporaryLimit {
                limit: cny(amount),
                until: date(until),
            })),
            ..LineTerms::default()
        })
    };
    let come = done(head, extra("500", "2026-06-30")).unwrap();
    let written = "temporary = { limit = 500, until = 2026-06-30 }\n";
    assert_eq!(come, format!("{head}{written}"));
    let changed = done(&come, extra("500", "2026-07-31")).unwrap();
    assert_eq!(changed, come.replace("06-30", "07-31"));
    let gone = set_line(LineTerms {
        temporary: Some(None),
        ..LineTerms::default()
    });
    assert_eq!(done(&changed, gone).unwrap(), head);
}

#[test]
fn a_new_line_and_a_new_way_to_pay_stand_at_the_end_of_their_kind() {
    let add = TermsCommand::AddLine {
        id: line("hb"),
        currency: Currency::CNY,
        terms: Box::new(LineTerms {
            name: Some("花呗".into()),
            account: Some(Some("***1234".into())),
            ..limit("8000")
        }),
    };
    let new = "[[line]]\nid = \"hb\"\nname = \"花呗\"\naccount = \"***1234\"\nlimit = 8000\n";
    assert_eq!(
        done("version = 1\n", add.clone()).unwrap(),
        format!("version = 1\n\n{new}")
    );
    let text = format!("[[line]]\nid = \"mi\"\n[line.rules]\ngrace-days = 3\n\n{PLAN}");
    let with = done(&text, add.clone()).unwrap();
    assert_eq!(
        with,
        text.replace("3\n\n[[plan", &format!("3\n\n{new}\n[[plan"))
    );
    assert_eq!(refusal(&with, add), Refusal::LineTaken(line("hb")));
    let method = |last4: &str| TermsCommand::AddMethod {
        id: MethodId::new("cmb").unwrap(),
        terms: MethodTerms {
            kind: Some(MethodKind::DebitCard),
            last4: Some(Some(last4.into())),
            ..MethodTerms::default()
        },
    };
    let written = "[[method]]\nid = \"cmb\"\nkind = \"debit-card\"\nlast4 = \"1234\"\n";
    assert_eq!(
        done("version = 1\n", method("1234")).unwrap(),
        format!("version = 1\n\n{written}")
    );
    // A last line without an end is not written on, whatever stands above it.
    for last in ["version = 1", "version = 1\n\n# end", "version = 1\n# end"] {
        let after = format!("{last}\n\n{}", written.trim_end());
        assert_eq!(done(last, method("1234")).unwrap(), after);
    }
    assert_eq!(refusal("version = 1\n", method("123")), Refusal::NotLast4);
    let whole = refusal("version = 1\n", method("6222020212345678"));
    assert_eq!(whole, Refusal::CardNumber);
}

const SPARE: &str = "\
version = 1

# the store
[[line]]
id = \"mi\"
limit = 8000            # since last year

# no longer used
[[line]]
id = \"old\"             # closed in May
[line.rules]
early = \"waive-unbilled\"

[[method]]
id = \"wx\"

[[method]]
id = \"cmb\"
name = \"招商\"

[[plan]]
id = \"p\"
line = \"mi\"
autopay = \"cmb\"
principal = 100
periods = 2
first-due = 2026-03-01
payments = [
  { n = 1, on = 2026-03-01, amount = 50 },
]
";

#[test]
fn a_line_or_a_way_to_pay_that_nothing_uses_leaves_with_its_comments_and_no_other_does() {
    let remove_line = |id: &str| TermsCommand::RemoveLine { line: line(id) };
    let without = SPARE.replace(
        "# no longer used\n[[line]]\nid = \"old\"             # closed in May\n[line.rules]\nearly = \"waive-unbilled\"\n\n",
        "",
    );
    assert_eq!(done(SPARE, remove_line("old")).unwrap(), without);
    let used = Refusal::InUse {
        plan: PlanId::new("p").unwrap(),
        more: 0,
    };
    assert_eq!(refusal(SPARE, remove_line("mi")), used);
    assert_eq!(
        refusal(SPARE, remove_line("no")),
        Refusal::UnknownLine(line("no"))
    );
    let remove = |id: &str| TermsCommand::RemoveMethod {
        method: MethodId::new(id).unwrap(),
    };
    let without = SPARE.replace("[[method]]\nid = \"wx\"\n\n", "");
    assert_eq!(done(SPARE, remove("wx")).unwrap(), without);
    assert_eq!(refusal(SPARE, remove("cmb")), used);
    let via = SPARE
        .replace("autopay = \"cmb\"\n", "")
        .replace("amount = 50", "amount = 50, via = \"cmb\"");
    assert_eq!(refusal(&via, remove("cmb")), used);
}
