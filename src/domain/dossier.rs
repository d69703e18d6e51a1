//! What customer service needs to know of a case, and which of it nobody wrote down. The
//! sentences are those of the settings' texts.

use chrono::NaiveDate;

use super::allocation::{Row, Source};
use super::attempt::Attempt;
use super::book::Book;
use super::case::{Case, CaseKind, Subject};
use super::currency::Currency;
use super::line::{CreditLine, Seen};
use super::method::Method;
use super::money::Money;
use super::plan::{Payment, Plan};
use super::position::Position;
use super::restoring::FreedLimit;
use super::rules::{RestoreDays, Rules};
use super::working_day::WorkingCalendar;

/// Something that service will ask for and the book does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The order number.
    Order,
    /// The price.
    Price,
    /// Where it was bought.
    Merchant,
    /// The login or phone.
    Account,
    /// The reference of a payment of this day.
    Reference(NaiveDate),
    /// The channel of a payment of this day.
    Channel(NaiveDate),
    /// Any payment.
    Payment,
    /// The message that was shown.
    Message,
    /// Any proof.
    Proof,
}

/// A payment that service should find.
#[derive(Debug, Clone, Copy)]
pub struct Paid<'b> {
    /// The payment.
    pub payment: &'b Payment,
    /// Its channel.
    pub via: Option<&'b Method>,
}

/// Limit that should be back.
#[derive(Debug, Clone, Copy)]
pub struct Freed<'b> {
    /// The limit.
    pub entry: &'b FreedLimit,
    /// The window it had, in working days.
    pub window: RestoreDays,
    /// Working days past it.
    pub late_by: u32,
}

/// What customer service needs to know of a case.
#[derive(Debug, Clone)]
pub struct Dossier<'b> {
    /// The case.
    pub case: &'b Case,
    /// The line.
    pub line: Option<&'b CreditLine>,
    /// The plan.
    pub plan: Option<&'b Plan>,
    /// The currency of all its amounts.
    pub currency: Currency,
    /// The payments in question, oldest first.
    pub paid: Vec<Paid<'b>>,
    /// The installment in question.
    pub row: Option<&'b Row>,
    /// The limit in question, oldest first; what is back is left out.
    pub freed: Vec<Freed<'b>>,
    /// The last figure seen in the provider's app since the case began.
    pub seen: Option<Seen>,
    /// The refusal in question.
    pub attempt: Option<&'b Attempt>,
    /// The day of the promise that was not kept.
    pub missed: Option<NaiveDate>,
    /// What is not recorded, in the order it is told.
    pub missing: Vec<Missing>,
}

impl<'b> Dossier<'b> {
    /// Gathers what the book knows of a case.
    pub fn of(
        case: &'b Case,
        book: &'b Book,
        position: &'b Position,
        calendar: &WorkingCalendar,
    ) -> Self {
        let subject = Subject::of(case, book, position);
        let today = position.today;
        let plan = subject.plan;
        let line = subject.line;
        let currency = line.map_or(book.currency, |line| line.currency);
        let row = row(case, &subject);
        let paid = paid(case, &subject, book, row);
        let attempt = line
            .filter(|_| case.kind == CaseKind::Refused)
            .and_then(|line| line.refused.iter().rev().find(|one| one.on <= case.opened));
        let seen_on = line.filter(|_| case.kind == CaseKind::LimitNotRestored);
        let seen = seen_on.and_then(|line| {
            let since = line.seen.iter().filter(|seen| seen.on <= today);
            let first = paid.iter().map(|paid| paid.payment.on).min();
            since
                .filter(|seen| first.is_none_or(|first| seen.on >= first))
                .max_by_key(|seen| seen.on)
                .copied()
        });
        let mut dossier = Self {
            freed: freed(case, &subject, calendar, today),
            missed: case.missed_promise(today),
            missing: Vec::new(),
            case,
            line,
            plan,
            currency,
            paid,
            row,
            seen,
            attempt,
        };
        dossier.missing = dossier.missing();
        dossier
    }

    /// All limit in question.
    pub fn freed_amount(&self) -> Money {
        self.freed.iter().map(|freed| freed.entry.amount).sum()
    }

    fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        let mut need = |is_there: bool, what: Missing| {
            if !is_there {
                missing.push(what);
            }
        };
        if let Some(line) = self.line {
            need(line.account.is_some(), Missing::Account);
        }
        if let Some(plan) = self.plan {
            need(plan.order.is_some(), Missing::Order);
            need(plan.merchant.is_some(), Missing::Merchant);
            need(plan.price.is_some(), Missing::Price);
        }
        if needs_payment(self.case.kind) && self.plan.is_some() {
            need(!self.paid.is_empty(), Missing::Payment);
        }
        for Paid { payment, .. } in &self.paid {
            need(payment.via.is_some(), Missing::Channel(payment.on));
            need(payment.reference.is_some(), Missing::Reference(payment.on));
        }
        if matches!(self.case.kind, CaseKind::Refused | CaseKind::PaymentFailed) {
            need(self.message().is_some(), Missing::Message);
        }
        need(!self.case.proof.is_empty(), Missing::Proof);
        missing
    }

    /// The message that was seen: that of the refusal, else what the case began with.
    pub fn message(&self) -> Option<&'b str> {
        let said = self.attempt.and_then(|attempt| attempt.said.as_deref());
        let first = self.case.log.first();
        said.or(first.map(|entry| entry.what.as_str()))
    }
}

fn needs_payment(kind: CaseKind) -> bool {
    matches!(kind, CaseKind::LimitNotRestored | CaseKind::WrongAmount)
}

/// The installment that a case names; where the amount is wrong, the first that is partly paid.
fn row<'b>(case: &Case, subject: &Subject<'b>) -> Option<&'b Row> {
    let standing = subject.standing?;
    match case.n {
        Some(n) => standing.installment(n).map(|one| &one.row),
        None if case.kind == CaseKind::WrongAmount => {
            let mut all = standing.installments.iter();
            all.find(|one| one.is_partly_paid()).map(|one| &one.row)
        }
        None => None,
    }
}

/// The payments that freed the limit in question, those of the installment in question, or the
/// last one.
fn paid<'b>(
    case: &Case,
    subject: &Subject<'b>,
    book: &'b Book,
    row: Option<&Row>,
) -> Vec<Paid<'b>> {
    if !needs_payment(case.kind) {
        return Vec::new();
    }
    let of_row = row.and_then(|row| of_installment(row.installment.n, subject));
    let mut payments: Vec<&Payment> = of_row.unwrap_or_else(|| {
        let of_limit = subject.freed.iter().filter_map(|entry| match entry.source {
            Source::Payment(k) => book.plans.get(entry.plan)?.payments.get(k),
            _ => None,
        });
        of_limit.collect()
    });
    payments.sort_by_key(|payment| payment.on);
    let with_channel = |payment: &'b Payment| Paid {
        payment,
        via: payment.via.as_ref().and_then(|id| book.method(id)),
    };
    payments.into_iter().map(with_channel).collect()
}

/// The payments that covered an installment.
fn of_installment<'b>(n: u32, subject: &Subject<'b>) -> Option<Vec<&'b Payment>> {
    let (plan, standing) = subject.plan.zip(subject.standing)?;
    let parts = standing.parts.iter().filter(|part| part.n == n);
    let mut places: Vec<usize> = parts
        .filter_map(|part| match part.source {
            Source::Payment(k) => Some(k),
            _ => None,
        })
        .collect();
    places.dedup();
    let payments = places.into_iter();
    Some(payments.filter_map(|k| plan.payments.get(k)).collect())
}

fn freed<'b>(
    case: &Case,
    subject: &Subject<'b>,
    calendar: &WorkingCalendar,
    today: NaiveDate,
) -> Vec<Freed<'b>> {
    if case.kind != CaseKind::LimitNotRestored {
        return Vec::new();
    }
    let rules = Rules::of_line(subject.line);
    let waiting = subject
        .freed
        .iter()
        .filter(|entry| entry.confirmed.is_none_or(|on| on > today));
    waiting
        .map(|entry| Freed {
            entry,
            window: rules.restore_days,
            late_by: calendar.working_days_between(entry.stated.latest.date, today),
        })
        .collect()
}
