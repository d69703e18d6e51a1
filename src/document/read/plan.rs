//! Plans: what was agreed. What happened to them since is in `history`.

use chrono::NaiveDate;

use super::Names;
use super::fee::fee;
use super::history::{History, Terms};
use super::rules::shared_rules;
use super::value::{Fields, Value};
use crate::document::diagnostic::Problem;
use crate::domain::currency::Currency;
use crate::domain::due::{AnchorDay, Every};
use crate::domain::fee::Fee;
use crate::domain::id::{LineId, PlanId};
use crate::domain::money::Money;
use crate::domain::plan::{MOST_PERIODS, Plan};

/// Reads a plan. Its amounts are in the currency of its line, or of the book.
pub fn plan(value: Value<'_>, names: &Names<'_>, book: Currency) -> Option<Plan> {
    let mut fields = value.table()?;
    let id = names.plans.claim(&mut fields, PlanId::new);
    let (line, currency) = line_of(&mut fields, names, book);
    let amounts = Amounts::read(&mut fields, currency);
    let dates = Dates::read(&mut fields);
    let terms = Terms::read(&mut fields, currency, dates.bought);
    let history = History::read(&mut fields, &terms, names);
    let words = Words::read(&mut fields);
    let balloon = balloon(&mut fields, amounts.principal, currency);
    let replaces = fields.get("replaces").and_then(|old| names.plan(old));
    let fee = fields.get("fee").map(|value| fee(value, currency));
    let rules = shared_rules(&mut fields);
    let autopay = fields.get("autopay").and_then(|id| names.method(id));
    fields.finish();
    let id = id?;
    let first_due = dates.first_due?;
    Some(Plan {
        item: words.item.unwrap_or_else(|| id.to_string()),
        id,
        line,
        merchant: words.merchant,
        order: words.order,
        bought: dates.bought,
        posted: dates.posted,
        price: amounts.price,
        down_payment: amounts.down_payment,
        principal: amounts.principal?,
        balloon,
        periods: terms.periods?,
        first_due,
        anchor: dates.anchor.unwrap_or(AnchorDay::of(first_due)),
        every: terms.every?,
        fee: fee.unwrap_or(Some(Fee::default()))?,
        autopay,
        paid_through: terms.paid_through,
        note: words.note,
        schedule: history.schedule,
        payments: history.payments,
        refunds: history.refunds,
        settled: history.settled,
        paused: history.paused,
        deferred: history.deferred,
        replaces,
        rules,
    })
}

/// The line of a plan, and the currency that its amounts are in for that.
fn line_of(
    fields: &mut Fields<'_>,
    names: &Names<'_>,
    book: Currency,
) -> (Option<LineId>, Currency) {
    let line = fields.get("line").and_then(|id| names.line(id));
    let currency = line.as_ref().and_then(|line| names.currencies.get(line));
    let currency = currency.copied().unwrap_or(book);
    (line, currency)
}

/// The part of the principal that the last installment takes on top.
fn balloon(fields: &mut Fields<'_>, principal: Option<Money>, currency: Currency) -> Option<Money> {
    let value = fields.get("balloon")?;
    let balloon = value.money(currency)?;
    if principal.is_some_and(|principal| balloon > principal) {
        return value.error(Problem::BalloonAbovePrincipal);
    }
    Some(balloon)
}

/// What is only read by people.
struct Words {
    item: Option<String>,
    merchant: Option<String>,
    order: Option<String>,
    note: Option<String>,
}

impl Words {
    fn read(fields: &mut Fields<'_>) -> Self {
        let mut text = |key| fields.get(key).and_then(Value::some_text);
        Self {
            item: text("item"),
            merchant: text("merchant"),
            order: text("order"),
            note: text("note"),
        }
    }
}

/// Price, down payment and what is financed.
struct Amounts {
    price: Option<Money>,
    down_payment: Option<Money>,
    principal: Option<Money>,
}

impl Amounts {
    /// The principal may be left out where a price stands.
    fn read(fields: &mut Fields<'_>, currency: Currency) -> Self {
        let price = fields.get("price");
        let down = fields.get("down-payment");
        let stated = fields.get("principal");
        if price.is_none() && stated.is_none() {
            fields.miss("principal");
        }
        let money = |value: Option<Value<'_>>| value.and_then(|value| value.money(currency));
        let amounts = (money(price), money(down), money(stated));
        let (price_amount, down_payment, principal) = amounts;
        let unread =
            |value: Option<Value<'_>>, amount: Option<Money>| value.is_some() && amount.is_none();
        if unread(price, price_amount) || unread(down, down_payment) {
            return Self {
                price: price_amount,
                down_payment,
                principal,
            };
        }
        let financed = price_amount.map(|price| price - down_payment.unwrap_or_default());
        if let (Some(down), Some(financed)) = (down, financed)
            && financed < Money::ZERO
        {
            down.log.error(down.span(), Problem::DownPaymentAbovePrice);
        } else if let (Some(stated), Some(principal), Some(financed), Some(_)) =
            (stated, principal, financed, down)
            && principal != financed
        {
            let problem = Problem::PrincipalMismatch {
                financed: financed.plain(currency),
                principal: principal.plain(currency),
            };
            stated.log.error(stated.span(), problem);
        }
        Self {
            price: price_amount,
            down_payment,
            principal: match stated {
                Some(_) => principal,
                None => financed,
            },
        }
    }
}

/// The days of a plan.
struct Dates {
    bought: Option<NaiveDate>,
    posted: Option<NaiveDate>,
    first_due: Option<NaiveDate>,
    anchor: Option<AnchorDay>,
}

impl Dates {
    fn read(fields: &mut Fields<'_>) -> Self {
        let bought = fields.get("bought").and_then(Value::date);
        let posted = fields.get("posted");
        let first_due = fields.need("first-due");
        let due_day = fields.get("due-day").and_then(|day| day.whole(1..=31));
        let after = |value: Value<'_>, key| {
            let date = value.date()?;
            if let Some(day) = bought.filter(|bought| date < *bought) {
                let than = "bought";
                value.warn(Problem::TooEarly { key, than, day });
            }
            Some(date)
        };
        Self {
            bought,
            posted: posted.and_then(|posted| after(posted, "posted")),
            first_due: first_due.and_then(|first| after(first, "first-due")),
            anchor: due_day.and_then(AnchorDay::new),
        }
    }
}

impl Terms {
    fn read(fields: &mut Fields<'_>, currency: Currency, bought: Option<NaiveDate>) -> Self {
        let periods = fields
            .need("periods")
            .and_then(|periods| periods.whole(1..=MOST_PERIODS));
        let every = fields.get("every").map(Value::every);
        let most = periods.unwrap_or(MOST_PERIODS);
        let paid_through = fields
            .get("paid-through")
            .and_then(|through| through.whole(0..=most));
        Self {
            currency,
            bought,
            periods,
            every: every.unwrap_or(Some(Every::MONTH)),
            paid_through: paid_through.unwrap_or_default(),
        }
    }
}
