//! Any change of any book: only the planned bytes change, and the new text says exactly what the changed book says.
//!
//! The input is a book; what follows its last line feed chooses the change, and whether the book ends with one.

#![no_main]

use chrono::{Days, NaiveDate};
use fenqi::document::{Document, calendar, edit::carry_out};
use fenqi::domain::answers::{Question, Reply};
use fenqi::domain::case::CaseKind;
use fenqi::domain::command::{Amend, CaseCommand, LineAct, LineCommand, OpenCase, Pay, apply};
use fenqi::domain::way::Way;
use fenqi::domain::plan::Plan;
use fenqi::domain::{Book, Command, LineId, Money, PlanId};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let (text, choice) = input.rsplit_once('\n').unwrap_or((input, ""));
    let mut choice = Choice(choice.bytes());
    let end = if choice.byte() % 4 == 3 { "" } else { "\n" };
    let text = format!("{text}{end}");
    let Ok(document) = Document::parse(text.clone()) else {
        return;
    };
    let today = NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");
    let calendar = calendar::china();
    let Some(command) = choice.command(document.book(), today) else {
        return;
    };
    let Ok(edited) = carry_out(&document, &command, &calendar, today) else {
        return;
    };
    let mut rebuilt = String::new();
    let mut from = 0;
    for splice in &edited.splices {
        assert!(splice.range.start >= from, "one splice lies in another");
        rebuilt.push_str(&text[from..splice.range.start]);
        rebuilt.push_str(&splice.text);
        from = splice.range.end;
    }
    rebuilt.push_str(&text[from..]);
    assert_eq!(rebuilt, edited.document.text(), "bytes outside the plan changed");
    let again = Document::parse(rebuilt).expect("what was written can be read");
    assert!(again.book() == edited.document.book());
    let changed = apply(document.book(), &command, &calendar, today);
    assert!(changed.is_ok_and(|changed| changed == *again.book()), "the text says something else than the book");
});

/// The rest of the choice; nothing where it is at its end.
struct Choice<'c>(std::str::Bytes<'c>);

impl Choice<'_> {
    fn byte(&mut self) -> u8 {
        self.0.next().map_or(0, |byte| byte.wrapping_sub(b'0'))
    }

    fn words(&mut self) -> String {
        let words = ["", "x", "分期 \"a\" \\ # '", "two\nlines", "'''", " blank ", "\u{1b}[31m", "a\u{202e}"];
        words[usize::from(self.byte()) % words.len()].to_owned()
    }

    fn command(&mut self, book: &Book, today: NaiveDate) -> Option<Command> {
        let kind = self.byte();
        let at = usize::from(self.byte());
        let n = u32::from(self.byte() % 40);
        let amount = Money::parse(&format!("{}.{:02}", self.byte(), self.byte() % 100), book.currency).ok()?;
        let (before, after) = (Days::new(self.byte().into()), Days::new(self.byte().into()));
        let (on, later) = (today - before, today + after);
        let plan: Option<PlanId> = book.plans.get(at % book.plans.len().max(1)).map(|plan| plan.id.clone());
        let line: Option<LineId> = book.lines.get(at % book.lines.len().max(1)).map(|line| line.id.clone());
        let case = book.cases.get(at % book.cases.len().max(1)).map(|case| case.id.clone());
        let some = self.byte() % 2 == 1;
        Some(match kind % 22 {
            0 => Command::Pay(Pay { n: Some(n), ..Pay::oldest(plan?, on) }),
            1 => Command::Pay(Pay { amount: Some(amount), ..Pay::oldest(plan?, on) }),
            2 => Command::Unpay { plan: plan?, n },
            3 => Command::Restored { plan: plan?, n, on },
            4 => Command::Note { plan: plan?, note: some.then(|| self.words()) },
            5 => Command::Refund { plan: plan?, on, amount, reference: some.then(|| self.words()) },
            6 => Command::Defer { plan: plan?, n, to: later, fee: amount },
            7 => Command::Pause { plan: plan?, until: later, why: some.then(|| self.words()) },
            8 => Command::Remove { plan: plan? },
            9 => Command::Resume { plan: plan? },
            10 => Command::Verify { plan: plan?, n: some.then_some(n), on },
            11 => Command::Seen { line: line?, on, available: amount },
            12 => Command::Settle { plan: plan?, on, amount: some.then_some(amount) },
            13 => Command::Amend(Amend {
                plan: plan?,
                n,
                due: some.then_some(later),
                principal: Some(amount).filter(|_| self.byte() % 2 == 1),
                fee: Some(amount).filter(|_| self.byte() % 2 == 1),
                and_later: self.byte() % 2 == 1,
            }),
            14 => Command::Add(Box::new(Plan {
                line: line.filter(|_| some),
                note: Some(self.words()),
                ..Plan::new(PlanId::new("new").ok()?, amount, n, later)
            })),
            15 => Command::Case(CaseCommand::Open(OpenCase {
                kind: CaseKind::Other,
                line: line.filter(|_| some),
                plan,
                n: Some(n).filter(|_| self.byte() % 2 == 1),
                on,
                next: None,
                said: Some(self.words()),
            })),
            16 => Command::Case(CaseCommand::Log {
                case: case?,
                on,
                what: Some(self.words()).filter(|_| some),
                promise: Some(later).filter(|_| self.byte() % 2 == 1),
                next: None,
            }),
            17 => Command::Case(CaseCommand::Close { case: case?, on, outcome: self.words() }),
            18 => {
                let reply = if some { Some(Reply::Yes) } else { None };
                Command::Case(CaseCommand::Answer { case: case?, question: Question::Dispute, reply })
            }
            19 => Command::Line(LineCommand { line: line?, on, what: LineAct::AddWay(Way::new(self.words())) }),
            20 => Command::Line(LineCommand { line: line?, on, what: LineAct::MoveWay { n: None, to: self.words() } }),
            _ => {
                let first = Command::Pay(Pay::oldest(plan.clone()?, on));
                let note = Command::Note { plan: plan?, note: Some(self.words()) };
                Command::all(vec![first, note])?
            }
        })
    }
}
