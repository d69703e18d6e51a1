//! What each row of a bill means for a book.
//!
//! Rows are taken oldest first, each against the book as the certain ones before it would have
//! changed it, so that no two rows pay the same installment.

mod index;
mod noted;
mod purchase;
mod refund;
mod repayment;

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{Days, NaiveDate};

use self::index::Index;
use super::Bill;
use super::entry::{Back, Entry, Kind, State};
use super::preview::{Item, Preview, Proposal, Reason, Verdict};
use super::service::lines;
use crate::domain::command::Change;
use crate::domain::line::CreditLine;
use crate::domain::method::Method;
use crate::domain::standing::PlanStanding;
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Command, LineId, MethodId};

/// What the rows of a bill mean for a book.
pub fn preview(bill: Bill, book: &Book, calendar: &WorkingCalendar, today: NaiveDate) -> Preview {
    let mut entries = bill.entries;
    entries.sort_by_key(|entry| entry.on);
    let mut matching = Matching::of(book, calendar, today, &entries);
    let mut preview = Preview {
        wrong: bill.wrong,
        ..Preview::default()
    };
    for entry in entries {
        match entry.kind {
            Kind::Other => preview.others += 1,
            _ => preview.items.push(matching.item(entry)),
        }
    }
    preview
}

/// The book while rows are taken in.
struct Matching<'c> {
    book: Book,
    calendar: &'c WorkingCalendar,
    today: NaiveDate,
    standings: Vec<PlanStanding>,
    index: Index,
    /// Every reference of the book.
    references: HashSet<String>,
    /// Where each reference of the file was seen first.
    seen: HashMap<String, usize>,
    /// Rows of the same order, by order number.
    orders: purchase::Orders,
}

impl<'c> Matching<'c> {
    fn of(book: &Book, calendar: &'c WorkingCalendar, today: NaiveDate, entries: &[Entry]) -> Self {
        let paid = book.plans.iter().flat_map(|plan| &plan.payments);
        let refunded = book.plans.iter().flat_map(|plan| &plan.refunds);
        let paid = paid.filter_map(|payment| payment.reference.clone());
        let refunded = refunded.filter_map(|refund| refund.reference.clone());
        let standings = PlanStanding::of_all(book, calendar, today);
        Self {
            calendar,
            today,
            index: Index::of(book, &standings, entries),
            standings,
            references: paid.chain(refunded).collect(),
            seen: HashMap::new(),
            orders: purchase::Orders::of(entries),
            book: book.clone(),
        }
    }

    fn item(&mut self, entry: Entry) -> Item {
        self.index.come_to(entry.on, &self.standings);
        let found = self.before_all(&entry).unwrap_or_else(|| match entry.kind {
            Kind::Repayment => self.repayment(&entry),
            Kind::Refund => self.refund(&entry),
            Kind::Purchase | Kind::Posted | Kind::Other => self.purchase(&entry),
        });
        let found = match found.verdict {
            Verdict::New => self.take(found),
            _ => found,
        };
        let line = entry.line;
        self.seen.entry(entry.reference.clone()).or_insert(line);
        Item {
            entry,
            verdict: found.verdict,
            proposal: found.proposal,
            reasons: found.reasons,
        }
    }

    /// What holds whatever the row is: it was not done, or the book has it.
    fn before_all(&self, entry: &Entry) -> Option<Found> {
        let reason = match &entry.state {
            State::Failed => Reason::Failed,
            State::Closed => Reason::Closed,
            State::Pending => Reason::Pending,
            State::Unknown(word) => {
                return Some(Found::waits(None, [Reason::State(word.clone())]));
            }
            State::Done => return self.there(entry),
        };
        Some(Found::left(reason))
    }

    fn there(&self, entry: &Entry) -> Option<Found> {
        if self.references.contains(&entry.reference) {
            return Some(Found::here(Reason::Reference));
        }
        let is_part = matches!(entry.kind, Kind::Purchase | Kind::Posted);
        let line = self.seen.get(&entry.reference).filter(|_| !is_part)?;
        Some(Found::left(Reason::Twice { line: *line }))
    }

    /// Takes a certain change into the book; what the book refuses waits.
    fn take(&mut self, found: Found) -> Found {
        let Some(Proposal::Change(commands)) = &found.proposal else {
            return found;
        };
        let Some(command) = Command::all(commands.iter().cloned()) else {
            return found;
        };
        let change = match command.check(&self.book, self.calendar, self.today) {
            Ok(change) => change,
            Err(refusal) => return Found::waits(None, [Reason::Refused(refusal)]),
        };
        change.apply(&mut self.book);
        for k in plans_of(&change) {
            let plan = &self.book.plans[k];
            let after = PlanStanding::of(&self.book, plan, self.calendar, self.today);
            self.index.restand(k, &self.standings[k], &after);
            self.standings[k] = after;
        }
        found
    }

    /// The lines of the book that a row can be about.
    fn lines(&self, entry: &Entry) -> Vec<usize> {
        if let Some(id) = &entry.of_line {
            let of_id = |line: &CreditLine| line.id.as_str() == id;
            return self.book.lines.iter().position(of_id).into_iter().collect();
        }
        let said = [Some(entry.item.as_str()), entry.merchant.as_deref()];
        let said: Vec<_> = said.into_iter().flatten().collect();
        let digits: Vec<_> = entry.card.iter().cloned().collect();
        let found = lines(&self.book, entry.service, &said.join(" "), &digits);
        let same_currency = |k: &usize| self.book.lines[*k].currency == entry.currency;
        found.into_iter().filter(same_currency).collect()
    }

    /// The line, where it can only be this one.
    fn line(&self, entry: &Entry) -> Option<LineId> {
        match self.lines(entry).as_slice() {
            [only] => Some(self.book.lines[*only].id.clone()),
            _ => None,
        }
    }

    /// The way it was paid, where the last digits name exactly one.
    fn method(&self, entry: &Entry) -> Option<MethodId> {
        let from = entry.from.as_deref()?;
        let same = |method: &&Method| method.last4.as_deref() == Some(from);
        let mut methods = self.book.methods.iter().filter(same);
        let first = methods.next()?;
        methods.next().is_none().then(|| first.id.clone())
    }
}

/// The plans that a change changes.
fn plans_of(change: &Change) -> BTreeSet<usize> {
    match change {
        Change::All(changes) => changes.iter().filter_map(Change::plan).collect(),
        one => one.plan().into_iter().collect(),
    }
}

/// What was found out about a row.
struct Found {
    verdict: Verdict,
    proposal: Option<Proposal>,
    reasons: Vec<Reason>,
}

impl Found {
    fn new(commands: Vec<Command>, reasons: impl Into<Vec<Reason>>) -> Self {
        Self {
            verdict: Verdict::New,
            proposal: Some(Proposal::Change(commands)),
            reasons: reasons.into(),
        }
    }

    fn waits(proposal: Option<Proposal>, reasons: impl Into<Vec<Reason>>) -> Self {
        Self {
            verdict: Verdict::Waits,
            proposal,
            reasons: reasons.into(),
        }
    }

    /// The same, but it waits, for this reason.
    fn doubted(self, reason: Reason) -> Self {
        let verdict = match self.verdict {
            Verdict::New => Verdict::Waits,
            other => other,
        };
        let mut reasons = self.reasons;
        reasons.push(reason);
        Self {
            verdict,
            reasons,
            ..self
        }
    }

    fn here(reason: Reason) -> Self {
        Self {
            verdict: Verdict::Here,
            proposal: None,
            reasons: vec![reason],
        }
    }

    fn left(reason: Reason) -> Self {
        Self {
            verdict: Verdict::Left,
            ..Self::here(reason)
        }
    }
}

/// So many days apart two notes of the same payment may be: it is booked on working days.
const SAME_PAYMENT_DAYS: u64 = 3;

pub(super) fn near(one: NaiveDate, other: NaiveDate) -> bool {
    (one - other).num_days().unsigned_abs() <= SAME_PAYMENT_DAYS
}

/// The days that are near a day.
fn days_near(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let before =
        (1..=SAME_PAYMENT_DAYS).filter_map(move |days| day.checked_sub_days(Days::new(days)));
    let after =
        (0..=SAME_PAYMENT_DAYS).filter_map(move |days| day.checked_add_days(Days::new(days)));
    before.chain(after)
}

fn is_all(back: Option<Back>) -> bool {
    back == Some(Back::All)
}
