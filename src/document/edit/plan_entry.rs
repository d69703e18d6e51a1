//! A whole plan as TOML text, its keys in the order of the file format.

use std::num::NonZeroU32;

use super::entry::{
    Entry, Spacing, deferral, money, pause, payment, refund, row, settlement, stated, string,
};
use super::place::{lines_of, one_line_of};
use super::rule_entry::shared;
use super::table::Layout;
use crate::domain::currency::Currency;
use crate::domain::due::{AnchorDay, Every};
use crate::domain::fee::{Fee, FeeAmount, FeeModel, UpfrontDue};
use crate::domain::plan::Plan;

/// A plan. What is as it would be anyway is left out.
pub fn plan(plan: &Plan, currency: Currency, layout: Layout<'_>) -> Entry {
    let mut entry = terms_and_rules(plan, currency, layout);
    entry.extend(history(plan, currency, layout));
    entry
}

/// What was agreed of a plan, without what has happened to it.
pub fn terms_and_rules(plan: &Plan, currency: Currency, layout: Layout<'_>) -> Entry {
    let mut entry = terms(plan, currency, layout);
    entry.extend(shared(&plan.rules));
    entry
}

fn terms(plan: &Plan, currency: Currency, layout: Layout<'_>) -> Entry {
    let text = |text: &Option<String>| text.as_deref().map(string);
    let amount = |amount| Some(money(amount, currency));
    let item = Some(plan.item.as_str()).filter(|item| *item != plan.id.as_str());
    let anchor = Some(plan.anchor).filter(|anchor| *anchor != AnchorDay::of(plan.first_due));
    let every = Some(plan.every).filter(|every| *every != Every::MONTH);
    let paid_through = Some(plan.paid_through).filter(|through| *through > 0);
    let replaces = plan.replaces.as_ref().map(|old| string(old.as_str()));
    stated([
        ("id", Some(string(plan.id.as_str()))),
        ("line", plan.line.as_ref().map(|id| string(id.as_str()))),
        ("item", item.map(string)),
        ("merchant", text(&plan.merchant)),
        ("order", text(&plan.order)),
        ("bought", plan.bought.map(|day| day.to_string())),
        ("posted", plan.posted.map(|day| day.to_string())),
        ("price", plan.price.and_then(amount)),
        ("down-payment", plan.down_payment.and_then(amount)),
        ("principal", amount(plan.principal)),
        ("balloon", plan.balloon.and_then(amount)),
        ("periods", Some(plan.periods.to_string())),
        ("first-due", Some(plan.first_due.to_string())),
        ("due-day", anchor.map(|anchor| anchor.day().to_string())),
        ("every", every.map(distance)),
        ("fee", fee(plan.fee, currency, layout)),
        (
            "autopay",
            plan.autopay.as_ref().map(|id| string(id.as_str())),
        ),
        ("paid-through", paid_through.map(|n| n.to_string())),
        ("replaces", replaces),
        ("note", text(&plan.note)),
    ])
}

fn history(plan: &Plan, currency: Currency, layout: Layout<'_>) -> Entry {
    let rows = plan.schedule.iter().map(|one| row(one, None, currency));
    let payments = plan.payments.iter().map(|one| payment(one, currency));
    let refunds = plan.refunds.iter().map(|one| refund(one, currency));
    let deferred = plan.deferred.iter().map(|one| deferral(one, currency));
    let braces = |entry: Entry| layout.spacing().inline(&entry);
    let settled = plan.settled.as_ref();
    stated([
        ("schedule", list(rows, layout)),
        ("payments", list(payments, layout)),
        ("refunds", list(refunds, layout)),
        (
            "settled",
            settled.map(|settled| braces(settlement(settled, currency))),
        ),
        ("paused", plan.paused.as_ref().map(pause).map(braces)),
        ("deferred", list(deferred, layout)),
    ])
}

/// A list of entries; none where it is empty.
fn list(entries: impl Iterator<Item = Entry>, layout: Layout<'_>) -> Option<String> {
    let entries: Vec<_> = entries.collect();
    if entries.is_empty() {
        return None;
    }
    Some(match layout {
        Layout::Lines { indent, end } => lines_of(&entries, indent, end),
        Layout::Braces(spacing) => one_line_of(&entries, spacing),
    })
}

/// The distance between installments, as it is read.
fn distance(every: Every) -> String {
    let (count, unit) = match every {
        Every::Months(count) => (count, "month"),
        Every::Days(days) => match NonZeroU32::new(days.get() / 7) {
            Some(weeks) if days.get() % 7 == 0 => (weeks, "week"),
            _ => (days, "day"),
        },
    };
    let plural = if count == NonZeroU32::MIN { "" } else { "s" };
    string(&format!("{count} {unit}{plural}"))
}

/// A fee; none where it costs nothing.
fn fee(fee: Fee, currency: Currency, layout: Layout<'_>) -> Option<String> {
    let rate = |rate: crate::domain::Rate| string(&rate.to_string());
    let size = |amount| match amount {
        FeeAmount::Rate(size) => ("rate", rate(size)),
        FeeAmount::Total(total) => ("total", money(total, currency)),
    };
    let (model, mut rest) = match fee.model {
        FeeModel::None if !fee.subsidised => return None,
        FeeModel::None => ("none", Vec::new()),
        FeeModel::Flat(amount) => ("flat", vec![size(amount)]),
        FeeModel::Upfront(amount, UpfrontDue::FirstInstallment) => ("upfront", vec![size(amount)]),
        FeeModel::Upfront(amount, UpfrontDue::AtPurchase) => (
            "upfront",
            vec![size(amount), ("paid", string("at-purchase"))],
        ),
        FeeModel::Annuity(annual) => ("annuity", vec![("annual-rate", rate(annual))]),
        FeeModel::EqualPrincipal(annual) => {
            ("equal-principal", vec![("annual-rate", rate(annual))])
        }
        FeeModel::Daily(daily) => ("daily", vec![("daily-rate", rate(daily))]),
    };
    if fee.subsidised {
        rest.push(("subsidy", string("all")));
    }
    rest.insert(0, ("model", string(model)));
    Some(layout.spacing().inline(&rest))
}

impl Layout<'_> {
    /// As this program writes by itself.
    pub const OWN: Self = Self::Braces(Spacing::OWN);

    /// How tables in braces inside of it are spaced.
    fn spacing(self) -> Spacing {
        match self {
            Self::Lines { .. } => Spacing::OWN,
            Self::Braces(spacing) => spacing,
        }
    }
}
