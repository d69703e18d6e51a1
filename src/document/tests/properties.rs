//! What holds for every book in every spelling: an edit says what the command means, touches
//! nothing else, and can be taken back; and no text whatever makes the reader stumble.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::Index;

use super::{cny, date, read};
use crate::document::edit::{Edited, NotDone, carry_out};
use crate::document::text_edit::{inverse, patched};
use crate::document::{Document, Problems};
use crate::domain::answers::{Answers, Question, Reply};
use crate::domain::attempt::Attempt;
use crate::domain::case::CaseKind;
use crate::domain::command::{
    self, Amend, CaseCommand, Command, LineAct, LineCommand, OpenCase, Pay, TermsCommand,
};
use crate::domain::currency::Currency;
use crate::domain::due::{AnchorDay, Every};
use crate::domain::fee::{Fee, FeeAmount, FeeModel, UpfrontDue};
use crate::domain::id::{CaseId, LineId, MethodId, PlanId};
use crate::domain::line::{LineStatus, Maintenance, TemporaryLimit};
use crate::domain::method::Balance;
use crate::domain::plan::{Payment, Plan, ScheduleRow};
use crate::domain::rate::Rate;
use crate::domain::rules::{
    FeeRounding, LateFees, LateRule, Prepay, RefundFee, RestoreDays, RuleOverrides, Statement,
    StatementDue,
};
use crate::domain::terms::{LineTerms, MethodTerms, PlanTerms};
use crate::domain::way::Way;
use crate::domain::working_day::WorkingCalendar;

/// How a plan's payments are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// One line each, as in the contract.
    Lines,
    /// One line each, the last without a comma.
    NoComma,
    /// All on one line.
    OneLine,
    /// All on one line, the plan in braces too.
    Braces,
    /// `[[plan.payments]]`.
    Tables,
}

/// How a pause is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pause {
    Not,
    Braces,
    Dotted,
    Table,
}

#[derive(Debug, Clone)]
struct PlanSpec {
    form: Form,
    pause: Pause,
    has_note: bool,
    rows: u32,
    principal: u32,
    periods: u32,
    has_line: bool,
    paid: u32,
}

#[derive(Debug, Clone)]
struct FileSpec {
    crlf: bool,
    bom: bool,
    final_break: bool,
    indent: &'static str,
    equals: &'static str,
    seen: usize,
    plans: Vec<PlanSpec>,
    /// Whether a comment stands at a place, by turns.
    comments: Vec<bool>,
}

fn form() -> impl Strategy<Value = Form> {
    prop::sample::select(vec![
        Form::Lines,
        Form::NoComma,
        Form::OneLine,
        Form::Tables,
    ])
}

fn plan_spec() -> impl Strategy<Value = PlanSpec> {
    let pause = prop::sample::select(vec![Pause::Not, Pause::Braces, Pause::Dotted, Pause::Table]);
    let terms = (
        form(),
        1200u32..1_000_000,
        1u32..=12,
        any::<bool>(),
        0u32..6,
    );
    let more = (pause, any::<bool>(), 0u32..4);
    (terms, more).prop_map(
        |((form, principal, periods, has_line, paid), more)| PlanSpec {
            form,
            pause: more.0,
            has_note: more.1,
            rows: more.2.min(periods),
            principal,
            periods,
            has_line,
            paid: paid.min(periods),
        },
    )
}

fn file_spec() -> impl Strategy<Value = FileSpec> {
    let spelling = (
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        prop::sample::select(vec!["", "  ", "\t"]),
        prop::sample::select(vec![" = ", "="]),
    );
    let content = (
        0usize..3,
        prop::collection::vec(plan_spec(), 1..4),
        prop::collection::vec(any::<bool>(), 1..12),
        prop::bool::weighted(0.25),
    );
    (spelling, content).prop_map(|((crlf, bom, final_break, indent, equals), content)| {
        let (seen, mut plans, comments, braces) = content;
        if braces {
            for plan in &mut plans {
                plan.form = Form::Braces;
            }
        }
        FileSpec {
            crlf,
            bom,
            final_break,
            indent,
            equals,
            seen,
            plans,
            comments,
        }
    })
}

/// Prints a file, counting its places for comments.
struct Printer<'s> {
    spec: &'s FileSpec,
    text: String,
    places: usize,
}

impl Printer<'_> {
    /// A line, with a comment behind it and one above it by turns.
    fn line(&mut self, indent: &str, line: &str) {
        if self.comment_is_due() {
            let _ = writeln!(self.text, "{indent}# ] }} \"c{}\"", self.places);
        }
        self.text.push_str(indent);
        self.text.push_str(line);
        if self.comment_is_due() {
            let _ = write!(self.text, " # , [[c{}]]", self.places);
        }
        self.text.push('\n');
    }

    fn comment_is_due(&mut self) -> bool {
        self.places += 1;
        self.spec.comments[self.places % self.spec.comments.len()]
    }

    fn braces(&self, pairs: &[(&str, String)]) -> String {
        let pairs: Vec<_> = pairs
            .iter()
            .map(|(key, value)| format!("{key}{}{value}", self.spec.equals))
            .collect();
        format!("{{ {} }}", pairs.join(", "))
    }

    fn plan(&mut self, k: usize, plan: &PlanSpec) {
        let indent = self.spec.indent;
        let mut pairs = vec![
            ("id", format!("\"p{k}\"")),
            (
                "principal",
                format!("{}.{:02}", plan.principal / 100, plan.principal % 100),
            ),
            ("periods", plan.periods.to_string()),
            ("first-due", "2026-02-28".to_owned()),
        ];
        if plan.has_line {
            pairs.push(("line", "\"l\"".to_owned()));
        }
        if plan.has_note {
            pairs.push(("note", "\"\"\"one\ntwo\"\"\"".to_owned()));
        }
        let pause = [
            ("until", "2028-01-31".to_owned()),
            ("why", "\"w\"".to_owned()),
        ];
        match plan.pause {
            Pause::Braces => pairs.push(("paused", self.braces(&pause))),
            Pause::Dotted => pairs.extend([
                ("paused.until", pause[0].1.clone()),
                ("paused.why", pause[1].1.clone()),
            ]),
            Pause::Not | Pause::Table => {}
        }
        let (payments, rows) = (payments(plan), rows(plan));
        if plan.form == Form::Braces {
            for (key, entries) in [("payments", payments), ("schedule", rows)] {
                let inner: Vec<_> = entries.iter().map(|pairs| self.braces(pairs)).collect();
                if !inner.is_empty() {
                    pairs.push((key, format!("[{}]", inner.join(", "))));
                }
            }
            let plan = format!("{},", self.braces(&pairs));
            self.line("  ", &plan);
            return;
        }
        self.line("", "[[plan]]");
        for (key, value) in pairs {
            self.line(indent, &format!("{key} = {value}"));
        }
        // Lists in brackets are keys of the plan itself and come before the tables below it.
        if plan.form != Form::Tables {
            self.list("schedule", plan.form, &rows);
            self.list("payments", plan.form, &payments);
        }
        if plan.pause == Pause::Table {
            self.line(indent, "[plan.paused]");
            for (key, value) in pause {
                self.line(indent, &format!("{key} = {value}"));
            }
        }
        if plan.form == Form::Tables {
            self.list("schedule", plan.form, &rows);
            self.list("payments", plan.form, &payments);
        }
    }

    fn list(&mut self, key: &str, form: Form, entries: &[Vec<(&'static str, String)>]) {
        let indent = self.spec.indent;
        let inner: Vec<_> = entries.iter().map(|pairs| self.braces(pairs)).collect();
        match form {
            _ if entries.is_empty() => {}
            Form::Tables => {
                for entry in entries {
                    self.line("", "");
                    self.line(indent, &format!("[[plan.{key}]]"));
                    for (key, value) in entry {
                        self.line(indent, &format!("{key} = {value}"));
                    }
                }
            }
            Form::OneLine | Form::Braces => {
                self.line(indent, &format!("{key} = [{}]", inner.join(", ")));
            }
            Form::Lines | Form::NoComma => {
                self.line(indent, &format!("{key} = ["));
                for (k, entry) in inner.iter().enumerate() {
                    let is_bare = form == Form::NoComma && k + 1 == inner.len();
                    let comma = if is_bare { "" } else { "," };
                    self.line(&format!("{indent}    "), &format!("{entry}{comma}"));
                }
                self.line(indent, "]");
            }
        }
    }
}

/// The payments of a plan, one an installment from the first on.
fn payments(plan: &PlanSpec) -> Vec<Vec<(&'static str, String)>> {
    let each = plan.principal / plan.periods;
    let payment = |n: u32| {
        let on = date("2026-01-01") + Days::new(u64::from(n));
        let amount = format!("{}.{:02}", each / 100, each % 100);
        vec![
            ("n", n.to_string()),
            ("on", on.to_string()),
            ("amount", amount),
        ]
    };
    (1..=plan.paid).map(payment).collect()
}

/// Rows of the provider's bill, from the last installment backwards.
fn rows(plan: &PlanSpec) -> Vec<Vec<(&'static str, String)>> {
    let row = |k: u32| {
        let n = plan.periods - k;
        vec![("n", n.to_string()), ("due", format!("2027-{n:02}-03"))]
    };
    (0..plan.rows).map(row).collect()
}

fn print(spec: &FileSpec) -> String {
    let mut printer = Printer {
        spec,
        text: String::new(),
        places: 0,
    };
    printer.line("", "version = 1");
    let braces = spec.plans[0].form == Form::Braces;
    if braces {
        printer.line("", "plan = [");
        for (k, plan) in spec.plans.iter().enumerate() {
            printer.plan(k, plan);
        }
        printer.line("", "]");
    }
    printer.line("", "[[line]]");
    printer.line("", "id = \"l\"");
    let seen = |k| {
        vec![
            ("on", format!("2026-01-0{}", k + 1)),
            ("available", "-3.80".to_owned()),
        ]
    };
    let seen: Vec<_> = (0..spec.seen).map(seen).collect();
    printer.list("seen", Form::Lines, &seen);
    if !braces {
        for (k, plan) in spec.plans.iter().enumerate() {
            printer.plan(k, plan);
        }
    }
    let mut text = printer.text;
    if !spec.final_break {
        text.truncate(text.trim_end().len());
    }
    if spec.crlf {
        text = text.replace('\n', "\r\n");
    }
    if spec.bom {
        text.insert(0, '\u{feff}');
    }
    text
}

fn today() -> NaiveDate {
    date("2027-12-31")
}

/// A command about one of three plans; many are refused.
fn command() -> impl Strategy<Value = Command> {
    let place = (0usize..3, 1u32..=4, 0u64..300);
    let kind = prop_oneof![
        (0u32..8).boxed(),
        (8u32..19).boxed(),
        (19u32..30).boxed(),
        (30u32..36).boxed()
    ];
    (place, kind, any::<bool>()).prop_map(|((plan, n, day), kind, whole)| {
        let on = date("2026-02-01") + Days::new(day);
        let plan = PlanId::new(&format!("p{plan}")).unwrap();
        match kind {
            0 => Command::Unpay { plan, n },
            1 => Command::Verify {
                plan,
                n: whole.then_some(n),
                on,
            },
            2 => Command::Restored { plan, n, on },
            3 => Command::Seen {
                line: LineId::new("l").unwrap(),
                on,
                available: cny("12.30"),
            },
            4..8 => Command::Pay(Pay {
                amount: (!whole).then(|| cny("0.07")),
                reference: (n == 4).then(|| "R \"7\" # \\".to_owned()),
                ..Pay::oldest(plan, on)
            }),
            30.. => Command::Terms(terms(kind, plan, n, on, whole)),
            19.. => followed(kind, plan, n, on, whole),
            kind => of_plan(kind, plan, n, on, whole),
        }
    })
}

/// What is followed up, where it is paid, what was refused.
fn followed(kind: u32, plan: PlanId, n: u32, on: NaiveDate, whole: bool) -> Command {
    let case = CaseId::new(if whole { "c1" } else { "c2" }).unwrap();
    let text = whole.then(|| "说 \"好\" # ]".to_owned());
    let mut answers = Answers::default();
    answers.set(Question::Eligible, Reply::No);
    let of_case = match kind {
        19 | 20 => CaseCommand::Open(OpenCase {
            kind: CaseKind::Refund,
            line: LineId::new("l").ok(),
            plan: whole.then_some(plan),
            n: None,
            on,
            next: None,
            said: text,
        }),
        21 => CaseCommand::Log {
            case,
            on: today(),
            what: text,
            promise: (whole && n > 2).then(today),
            next: (!whole).then(|| today() + Days::new(u64::from(n))),
        },
        22 => CaseCommand::AddProof {
            case,
            path: format!("p {n}.png"),
            sha256: "00ff".to_owned(),
        },
        23 => CaseCommand::Answer {
            case,
            question: if n > 2 {
                Question::CreditReview
            } else {
                Question::OfficialChannel
            },
            reply: match n {
                1 => Some(Reply::Yes),
                2 | 3 => Some(Reply::No),
                _ => None,
            },
        },
        24 => CaseCommand::Close {
            case,
            on: today(),
            outcome: "好".to_owned(),
        },
        _ => return Command::Line(of_line(kind, n, on, answers)),
    };
    Command::Case(of_case)
}

fn of_line(kind: u32, n: u32, on: NaiveDate, answers: Answers) -> LineCommand {
    let way = (n > 2).then_some(1);
    LineCommand {
        line: LineId::new("l").unwrap(),
        on,
        what: match kind {
            25 => LineAct::AddWay(Way::new(format!("App → \"{n}\""))),
            26 => LineAct::MoveWay {
                n: way,
                to: format!("网页 {n}"),
            },
            27 => LineAct::CloseWay { n: way },
            28 if n > 2 => LineAct::AnswerRefusal(answers),
            28 => LineAct::ConfirmWay { n: way },
            _ => LineAct::AddRefusal(Attempt {
                on,
                item: Some("电视".to_owned()),
                amount: (n > 1).then(|| cny("12.50")),
                said: None,
                retry: None,
                answers: if n > 3 { answers } else { Answers::default() },
            }),
        },
    }
}

/// What else can happen to a plan.
fn of_plan(kind: u32, plan: PlanId, n: u32, on: NaiveDate, whole: bool) -> Command {
    match kind {
        8 => Command::Add(Box::new(new_plan(&plan, n, on, whole))),
        9 => Command::Remove { plan },
        10 => Command::Note {
            plan,
            note: whole.then(|| "# \"三\" ]".to_owned()),
        },
        11 => Command::Settle {
            plan,
            on: today(),
            amount: Some(cny("7")),
        },
        12 => Command::Refund {
            plan,
            on,
            amount: cny("0.50"),
            reference: whole.then(|| "R".to_owned()),
        },
        13 => Command::Defer {
            plan,
            n,
            to: on + Days::new(300),
            fee: if whole { cny("0.01") } else { cny("0") },
        },
        14 | 15 => Command::Pause {
            plan,
            until: today(),
            why: whole.then(|| "退货".to_owned()),
        },
        16 => Command::Resume { plan },
        17 if n > 2 => Command::FeeFrom {
            plan,
            n,
            fee: new_plan(&PlanId::new("x").unwrap(), n, on, whole).fee,
        },
        _ => Command::Amend(Amend {
            plan,
            n,
            due: (n != 2).then_some(on),
            principal: (n > 2).then(|| cny("1.20")),
            fee: (n == 2).then(|| cny("0.30")),
            and_later: whole,
        }),
    }
}

/// What is corrected or new of a plan, the line, a way to pay.
fn terms(kind: u32, plan: PlanId, n: u32, on: NaiveDate, whole: bool) -> TermsCommand {
    let id = format!("t{n}");
    let words = whole.then(|| "旗舰 \"店\" # ]".to_owned());
    match kind {
        30..=32 => {
            let like = new_plan(&plan, n, on, whole);
            TermsCommand::SetPlan {
                plan,
                terms: Box::new(PlanTerms {
                    line: (kind == 31).then_some(like.line),
                    item: (n > 2).then_some(like.item),
                    merchant: Some(words.clone()),
                    posted: (n == 3).then_some(None),
                    principal: (kind == 32).then_some(like.principal + cny("9000")),
                    periods: (kind == 32).then_some(12),
                    every: (n != 4).then_some(like.every),
                    fee: (kind != 30).then_some(like.fee),
                    note: (n == 1).then_some(words),
                    rules: (n == 2).then(|| RuleOverrides {
                        fee_rounding: whole.then_some(FeeRounding::TotalLast),
                        ..RuleOverrides::default()
                    }),
                    ..PlanTerms::default()
                }),
            }
        }
        33 => TermsCommand::AddLine {
            id: LineId::new(&id).unwrap(),
            currency: Currency::new(if whole { "JPY" } else { "CNY" }).unwrap(),
            terms: Box::new(line_terms(n, on, whole)),
        },
        34 => TermsCommand::SetLine {
            line: LineId::new("l").unwrap(),
            on,
            why: words,
            terms: Box::new(line_terms(n, on, whole)),
        },
        _ if n == 4 => TermsCommand::RemoveLine {
            line: LineId::new("l").unwrap(),
        },
        _ => TermsCommand::AddMethod {
            id: MethodId::new(&id).unwrap(),
            terms: MethodTerms {
                name: words,
                last4: (n > 2).then(|| Some("0420".to_owned())),
                balance: Some(whole.then(|| Balance {
                    on,
                    amount: -cny("12"),
                })),
                ..MethodTerms::default()
            },
        },
    }
}

fn line_terms(n: u32, on: NaiveDate, whole: bool) -> LineTerms {
    let extra = TemporaryLimit {
        limit: cny("300"),
        until: on,
    };
    let late = LateRule::Fees(LateFees {
        tiers: vec![(cny("25"), cny("2")), (cny("60"), cny("4"))],
        from_day: 2,
        again: Some((7, cny("7"))),
        cap: Rate::parse("25%").ok(),
        most: None,
        times: Some(3),
    });
    let rules = RuleOverrides {
        restore_days: (n > 1).then_some(RestoreDays {
            earliest: 0,
            latest: n,
        }),
        late: (n > 2).then_some(late),
        refund_fee: (n == 4).then_some(RefundFee::FullWithin(n)),
        statement: whole.then_some(Statement {
            day: n,
            due: StatementDue::After(n),
            inclusive: n == 2,
        }),
        ..RuleOverrides::default()
    };
    LineTerms {
        name: whole.then(|| "额度".to_owned()),
        limit: (n != 3).then(|| whole.then(|| cny("7000") + cny(&n.to_string()))),
        temporary: (n > 2).then(|| whole.then_some(extra)),
        status: (n == 1).then_some(LineStatus::Frozen),
        maintenance: (n == 2).then(|| {
            whole.then_some(Maintenance {
                until: on,
                note: None,
            })
        }),
        rules: Some(rules),
        ..LineTerms::default()
    }
}

/// A plan with something of everything, or with next to nothing.
fn new_plan(like: &PlanId, n: u32, on: NaiveDate, whole: bool) -> Plan {
    let id = PlanId::new(&format!("new-{like}-{n}")).unwrap();
    let plan = Plan::new(id, cny("600"), 6, on + Days::new(30));
    if !whole {
        return plan;
    }
    let model = match n {
        1 => FeeModel::Flat(FeeAmount::Rate(Rate::parse("0.6%").unwrap())),
        2 => FeeModel::Upfront(FeeAmount::Total(cny("36.50")), UpfrontDue::AtPurchase),
        3 => FeeModel::Annuity(Rate::parse("17.4%").unwrap()),
        _ => FeeModel::Daily(Rate::parse("0.05%").unwrap()),
    };
    Plan {
        line: LineId::new("l").ok(),
        item: "手机 \"14\" # Pro".to_owned(),
        merchant: Some("shop".to_owned()),
        order: Some("5240526001234567".to_owned()),
        bought: Some(on),
        posted: Some(on + Days::new(1)),
        price: Some(cny("700")),
        down_payment: Some(cny("100")),
        balloon: Some(cny("60")),
        anchor: AnchorDay::new(31).unwrap(),
        every: Every::parse(["2 weeks", "3 months", "10 days", "1 month"][n as usize - 1]).unwrap(),
        fee: Fee {
            model,
            subsidised: n == 1,
        },
        paid_through: 1,
        note: Some("n".to_owned()),
        schedule: vec![ScheduleRow {
            n: 6,
            due: None,
            principal: Some(cny("160")),
            fee: None,
        }],
        payments: vec![Payment {
            n: None,
            on,
            amount: cny("80"),
            via: None,
            reference: None,
            restored: None,
            verified: Some(on),
            prepay: Some(Prepay::Lower),
        }],
        replaces: Some(like.clone()),
        ..plan
    }
}

/// The comments of a file; each has a number of its own.
fn comments(text: &str) -> BTreeSet<&str> {
    // The id of a case stands in quotes.
    let parts = text.split('c');
    let numbers = parts.clone().zip(parts.skip(1));
    numbers
        .filter(|(before, _)| !before.ends_with('"'))
        .filter_map(|(_, rest)| rest.get(..rest.find(['"', ']'])?))
        .filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        .collect()
}

/// Whether all lines of one text stand in the other in the same order.
fn is_within(few: &str, many: &str) -> bool {
    let mut many = many.lines();
    few.lines().all(|line| many.any(|other| other == line))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_accepted_command_is_written_exactly_and_nothing_else_changes(
        spec in file_spec(), commands in prop::collection::vec(command(), 1..8),
    ) {
        let mut document = read(&print(&spec));
        prop_assert_eq!(document.book().plans.len(), spec.plans.len());
        for command in commands {
            let expected = command::apply(document.book(), &command, &WorkingCalendar::weekends_only(), today());
            match carry_out(&document, &command, &WorkingCalendar::weekends_only(), today()) {
                Err(NotDone::Refused(refusal)) => prop_assert_eq!(expected, Err(refusal)),
                Err(NotDone::Square(broken)) => prop_assert!(false, "{}\n{}", broken, document.text()),
                Ok(Edited { document: after, splices, .. }) => {
                    prop_assert_eq!(Ok(after.book()), expected.as_ref());
                    let (old, new) = (document.text(), after.text());
                    let back = inverse(old, &splices).unwrap();
                    prop_assert_eq!(patched(new, &back).unwrap(), old);
                    prop_assert_eq!(old.contains("\r\n"), new.contains("\r\n"));
                    prop_assert_eq!(new.matches('\n').count() == new.matches("\r\n").count(), spec.crlf);
                    prop_assert_eq!(old.ends_with('\n'), new.ends_with('\n'));
                    let takes_away = match command {
                        Command::Unpay { .. } | Command::Remove { .. } | Command::Resume { .. }
                        | Command::Terms(_) => true,
                        Command::Note { ref note, .. } => note.is_none(),
                        Command::Pause { ref why, .. } => why.is_none(),
                        _ => false,
                    };
                    if takes_away {
                        prop_assert!(comments(new).is_subset(&comments(old)));
                    } else {
                        prop_assert_eq!(comments(new), comments(old));
                    }
                    document = after;
                }
            }
        }
    }

    #[test]
    fn several_commands_as_one_are_written_as_they_are_one_after_the_other(
        spec in file_spec(), commands in prop::collection::vec(command(), 1..6),
    ) {
        let calendar = WorkingCalendar::weekends_only();
        let start = read(&print(&spec));
        let (mut step, mut accepted) = (start.clone(), Vec::new());
        for command in commands {
            if let Ok(edited) = carry_out(&step, &command, &calendar, today()) {
                step = edited.document;
                accepted.push(command);
            }
        }
        if let Some(all) = Command::all(accepted) {
            let at_once = carry_out(&start, &all, &calendar, today()).unwrap();
            prop_assert_eq!(at_once.document.text(), step.text());
            let back = inverse(start.text(), &at_once.splices).unwrap();
            prop_assert_eq!(patched(step.text(), &back).unwrap(), start.text());
            let applied = command::apply(start.book(), &all, &calendar, today());
            prop_assert_eq!(applied.as_ref(), Ok(at_once.document.book()));
        } else {
            prop_assert_eq!(step.text(), start.text());
        }
    }

    #[test]
    fn marking_a_payment_adds_one_line_and_taking_it_back_gives_the_same_bytes(
        mut spec in file_spec(), seed in any::<u32>(),
    ) {
        for plan in &mut spec.plans {
            plan.periods = plan.periods.max(2);
            plan.paid = 1 + seed % (plan.periods - 1);
        }
        let text = print(&spec);
        let pay = Command::Pay(Pay::oldest(PlanId::new("p0").unwrap(), date("2027-01-01")));
        let paid = carry_out(&read(&text), &pay, &WorkingCalendar::weekends_only(), today()).unwrap();
        if spec.plans[0].form == Form::Lines {
            prop_assert_eq!(paid.document.text().lines().count(), text.lines().count() + 1);
            prop_assert!(is_within(&text, paid.document.text()), "{}", paid.document.text());
        }
        let n = spec.plans[0].paid + 1;
        let unpay = Command::Unpay { plan: PlanId::new("p0").unwrap(), n };
        let unpaid = carry_out(&paid.document, &unpay, &WorkingCalendar::weekends_only(), today()).unwrap();
        // A comma that the last entry lacked stays: the next payment then changes no line.
        if spec.plans[0].form == Form::NoComma {
            prop_assert_eq!(unpaid.document.text().len(), text.len() + 1);
        } else {
            prop_assert_eq!(unpaid.document.text(), text);
        }
    }

    #[test]
    fn any_text_is_read_or_refused_with_places_inside_it(text in any::<String>()) {
        check_places(&text);
    }

    #[test]
    fn a_damaged_file_is_read_or_refused_with_places_inside_it(
        spec in file_spec(),
        damage in prop::collection::vec(
            (any::<Index>(), 0usize..9, prop::sample::select(vec![
                "", "\n", "[", "]", "{", "}", "[[", "\"", "'", "#", ",", "=", ".", "-", "1e9", "名", "\u{a0}",
                "\"\"\"", "\\", "\u{feff}", "\r", "[plan]\n", "[[plan]]\n", "[line.rules]\n", "plan.x = 1\n", "a.b = 1\n",
            ])),
            1..6,
        ),
    ) {
        let mut text = print(&spec);
        for (at, cut, put) in damage {
            let places: Vec<usize> = text.char_indices().map(|(place, _)| place).chain([text.len()]).collect();
            let from = at.index(places.len());
            let to = places[(from + cut).min(places.len() - 1)];
            text.replace_range(places[from]..to, put);
        }
        check_places(&text);
    }
}

fn check_places(text: &str) {
    let found = match Document::parse(text.to_owned()) {
        Ok(document) => document.warnings().to_vec(),
        Err(Problems(problems)) => {
            assert!(!problems.is_empty());
            problems
        }
    };
    let lines = text.split('\n').count();
    for diagnostic in found {
        assert!(
            text.get(diagnostic.span.clone()).is_some(),
            "{diagnostic:?}"
        );
        assert!((1..=lines).contains(&diagnostic.line), "{diagnostic:?}");
    }
}
