//! What happened to a plan: payments, refunds, settlement, pause, deferrals, and the exact rows
//! of the provider's bill.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Names;
use super::rules::PREPAY;
use super::value::{Fields, Value};
use crate::document::diagnostic::Problem;
use crate::domain::currency::Currency;
use crate::domain::due::Every;
use crate::domain::id::MethodId;
use crate::domain::money::Money;
use crate::domain::plan::{
    Deferral, MOST_PERIODS, Pause, Payment, Refund, ScheduleRow, Settlement,
};
use crate::domain::rules::Prepay;

/// What a plan's history is checked against.
pub struct Terms {
    pub currency: Currency,
    pub bought: Option<NaiveDate>,
    pub periods: Option<u32>,
    pub every: Option<Every>,
    pub paid_through: u32,
}

impl Terms {
    /// The number of an installment.
    fn n(&self, value: Value<'_>) -> Option<u32> {
        value.whole(1..=self.periods.unwrap_or(MOST_PERIODS))
    }

    /// A day on which something happened to the plan: not before it was bought.
    fn day(&self, value: Value<'_>, key: &'static str) -> Option<NaiveDate> {
        let on = value.date()?;
        if let Some(day) = self.bought.filter(|bought| on < *bought) {
            let than = "bought";
            value.warn(Problem::TooEarly { key, than, day });
        }
        Some(on)
    }
}

/// What happened to a plan.
pub struct History {
    pub schedule: Vec<ScheduleRow>,
    pub payments: Vec<Payment>,
    pub refunds: Vec<Refund>,
    pub settled: Option<Settlement>,
    pub paused: Option<Pause>,
    pub deferred: Vec<Deferral>,
}

impl History {
    pub fn read(fields: &mut Fields<'_>, terms: &Terms, names: &Names<'_>) -> Self {
        Self {
            schedule: schedule(fields, terms),
            payments: payments(fields, terms, names),
            refunds: fields.entries("refunds", |entry| refund(entry, terms)),
            settled: fields
                .get("settled")
                .and_then(|value| settlement(value, terms)),
            paused: fields.get("paused").and_then(pause),
            deferred: fields.entries("deferred", |entry| deferral(entry, terms)),
        }
    }
}

fn schedule(fields: &mut Fields<'_>, terms: &Terms) -> Vec<ScheduleRow> {
    let mut seen = HashMap::new();
    fields.entries("schedule", |entry| {
        let row = schedule_row(entry, terms)?;
        let first = *seen.entry(row.n).or_insert(entry.span().start);
        if first != entry.span().start {
            let first = entry.log.line(first);
            return entry.error(Problem::DuplicateInstallment { n: row.n, first });
        }
        Some(row)
    })
}

fn schedule_row(value: Value<'_>, terms: &Terms) -> Option<ScheduleRow> {
    let mut fields = value.table()?;
    let n = fields.need("n").and_then(|n| terms.n(n));
    let due = fields.get("due").and_then(Value::date);
    let mut money = |key| {
        fields
            .get(key)
            .and_then(|value| value.money(terms.currency))
    };
    let (principal, fee) = (money("principal"), money("fee"));
    fields.finish();
    Some(ScheduleRow {
        n: n?,
        due,
        principal,
        fee,
    })
}

/// All that tells two payments apart.
type Likeness = (
    (Option<u32>, NaiveDate, Money),
    (Option<MethodId>, Option<String>),
    (Option<NaiveDate>, Option<NaiveDate>),
    Option<Prepay>,
);

fn likeness(payment: &Payment) -> Likeness {
    let Payment {
        n,
        on,
        amount,
        via,
        reference,
        restored,
        verified,
        prepay,
    } = payment.clone();
    (
        (n, on, amount),
        (via, reference),
        (restored, verified),
        prepay,
    )
}

fn payments(fields: &mut Fields<'_>, terms: &Terms, names: &Names<'_>) -> Vec<Payment> {
    let mut entries = Vec::new();
    let payments = fields.entries("payments", |entry| {
        let payment = payment(entry, terms, names)?;
        entries.push(entry);
        Some(payment)
    });
    // Payments of different days are different, and mostly they stand in the order of their days.
    if !payments.is_sorted_by(|one, next| one.on < next.on) {
        warn_of_same(&entries, &payments);
    }
    payments
}

fn warn_of_same(entries: &[Value<'_>], payments: &[Payment]) {
    let mut earlier: HashMap<Likeness, usize> = HashMap::new();
    for (entry, payment) in entries.iter().zip(payments) {
        let start = entry.span().start;
        let first = *earlier.entry(likeness(payment)).or_insert(start);
        if first != start {
            let first = entry.log.line(first);
            entry.warn(Problem::SamePaymentTwice { first });
        }
    }
}

fn payment(value: Value<'_>, terms: &Terms, names: &Names<'_>) -> Option<Payment> {
    let mut fields = value.table()?;
    let n = fields.get("n").and_then(|n| terms.n(n));
    let on = fields.need("on").and_then(|on| terms.day(on, "on"));
    let amount = fields
        .need("amount")
        .and_then(|amount| amount.money(terms.currency));
    let via = fields.get("via").and_then(|id| names.method(id));
    let reference = fields.get("ref").and_then(Value::some_text);
    let mut later = |key| {
        fields.get(key).and_then(|value| {
            let date = value.date()?;
            if let Some(day) = on.filter(|on| date < *on) {
                let than = "on";
                value.warn(Problem::TooEarly { key, than, day });
            }
            Some(date)
        })
    };
    let (restored, verified) = (later("restored"), later("verified"));
    let prepay = fields.get("prepay").and_then(|how| how.word(&PREPAY));
    fields.finish();
    Some(Payment {
        n,
        on: on?,
        amount: amount?,
        via,
        reference,
        restored,
        verified,
        prepay,
    })
}

fn refund(value: Value<'_>, terms: &Terms) -> Option<Refund> {
    let mut fields = value.table()?;
    let on = fields.need("on").and_then(|on| terms.day(on, "on"));
    let amount = fields
        .need("amount")
        .and_then(|amount| amount.money(terms.currency));
    let reference = fields.get("ref").and_then(Value::some_text);
    fields.finish();
    Some(Refund {
        on: on?,
        amount: amount?,
        reference,
    })
}

fn settlement(value: Value<'_>, terms: &Terms) -> Option<Settlement> {
    let mut fields = value.table()?;
    let on = fields.need("on").and_then(|on| terms.day(on, "on"));
    let amount = fields
        .need("amount")
        .and_then(|amount| amount.money(terms.currency));
    fields.finish();
    Some(Settlement {
        on: on?,
        amount: amount?,
    })
}

fn pause(value: Value<'_>) -> Option<Pause> {
    let mut fields = value.table()?;
    let until = fields.need("until").and_then(Value::date);
    let why = fields.get("why").and_then(Value::some_text);
    fields.finish();
    Some(Pause { until: until?, why })
}

fn deferral(value: Value<'_>, terms: &Terms) -> Option<Deferral> {
    let mut fields = value.table()?;
    let n = fields.need("n").and_then(|n| terms.n(n));
    let to = fields.need("to").and_then(Value::date);
    let fee = fields.get("fee").map(|fee| fee.money(terms.currency));
    fields.finish();
    Some(Deferral {
        n: n?,
        to: to?,
        fee: fee.unwrap_or(Some(Money::ZERO))?,
    })
}
