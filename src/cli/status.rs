//! `status`: one line for a status bar or a prompt.

use serde::Serialize;

use super::answer::{Answer, View};
use super::args;
use super::failure::{Exit, Failure};
use super::json::{Amount, Day};
use super::print::Page;
use super::run::Teller;
use crate::domain::alert::{self, Severity};
use crate::domain::position::DueItem;
use crate::domain::standing::Timing;
use crate::domain::{Currency, Money};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;

mod bars;

pub(super) use bars::Bar;

/// How things stand, in short.
#[derive(Debug, Serialize)]
pub(super) struct Status {
    today: Day,
    /// The worst of it: `overdue`, `due-today`, `due-soon` or `fine`.
    class: &'static str,
    /// The same as the line for people.
    text: String,
    overdue: Sum,
    /// What is due today or soon.
    due_soon: Sum,
    /// What is due next, overdue ones left out.
    next: Option<Next>,
    /// What is free on lines in the book's currency whose limit is known; `null` where none is.
    available: Option<Amount>,
    alerts: Counts,
    #[serde(skip)]
    amounts: Amounts,
    /// A line for each installment that is overdue or due soon.
    #[serde(skip)]
    items: Vec<String>,
    /// How much of the known limits is in use, in percent.
    #[serde(skip)]
    used_percent: Option<u8>,
}

/// How many, and how much in each currency.
#[derive(Debug, Default, Serialize)]
struct Sum {
    count: usize,
    totals: Vec<Total>,
}

#[derive(Debug, Serialize)]
struct Total {
    currency: String,
    amount: Amount,
}

#[derive(Debug, Serialize)]
struct Next {
    plan: String,
    item: String,
    n: u32,
    due: Day,
    amount: Amount,
}

#[derive(Debug, Serialize)]
struct Counts {
    critical: usize,
    warning: usize,
    info: usize,
}

/// Tells how things stand, in the form that is asked for.
pub(super) fn tell(
    view: &View<'_>,
    args: &args::Status,
    amounts: Amounts,
    teller: &Teller,
) -> Result<Exit, Failure> {
    let status = status(view, amounts);
    match args.bar() {
        Some(bar) if !teller.is_json() => teller.print(&bars::line(&status, bar, view.texts)),
        _ => teller.with_json(args.format == "json").tell(&status),
    }
}

/// How things stand.
fn status(view: &View<'_>, amounts: Amounts) -> Status {
    let is_overdue = |item: &DueItem<'_>| item.timing.is_overdue();
    let within = |days| view.position.due_within(days);
    let near = within(view.book.settings.due_soon_days);
    let (overdue, soon): (Vec<&DueItem<'_>>, Vec<_>) =
        near.iter().partition(|item| is_overdue(item));
    let later = || within(u32::MAX).into_iter().find(|item| !is_overdue(item));
    let next = soon.first().copied().copied().or_else(later);
    let class = match soon.first().map(|item| item.timing) {
        _ if !overdue.is_empty() => "overdue",
        Some(Timing::DueSoon { .. }) => "due-soon",
        Some(_) => "due-today",
        None => "fine",
    };
    let item = |item: &&DueItem<'_>| told(view, item, amounts);
    let mut status = Status {
        today: Day(view.today()),
        class,
        text: String::new(),
        next: next.and_then(|item| Next::of(view, &item)),
        items: overdue.iter().chain(&soon).map(item).collect(),
        overdue: Sum::of(&overdue),
        due_soon: Sum::of(&soon),
        available: available(view),
        alerts: Counts::of(view),
        used_percent: used_percent(view),
        amounts,
    };
    status.text = status.in_words(view.texts);
    status
}

/// An installment in a line.
fn told(view: &View<'_>, item: &DueItem<'_>, amounts: Amounts) -> String {
    let plan = view.book.plans.get(item.plan);
    let name = plan.map_or("", |plan| plan.item.as_str());
    let when = view.texts.due(view.today(), item.installment.due());
    let amount = amounts.exact(item.outstanding(), item.plan_standing.currency);
    format!("{when}  {amount}  {name}")
}

fn available(view: &View<'_>) -> Option<Amount> {
    let (book, limits) = (view.book, &view.position.limits);
    let own = book.lines.iter().zip(limits);
    let own = own.filter(|(line, _)| line.currency == book.currency);
    let known: Vec<Money> = own.filter_map(|(_, limit)| limit.available).collect();
    (!known.is_empty()).then(|| Amount(known.into_iter().sum(), book.currency))
}

fn used_percent(view: &View<'_>) -> Option<u8> {
    let own = view.book.lines.iter().zip(&view.position.limits);
    let own = own.filter(|(line, _)| line.currency == view.book.currency);
    let known: Vec<_> = own
        .filter_map(|(_, limit)| Some((limit.used, limit.total?)))
        .collect();
    let used: Money = known.iter().map(|(used, _)| *used).sum();
    let total: Money = known.iter().map(|(_, total)| *total).sum();
    let hundredfold = used.as_decimal() * rust_decimal::Decimal::ONE_HUNDRED;
    let percent = hundredfold.checked_div(total.as_decimal())?.round();
    u8::try_from(percent).ok().map(|percent| percent.min(100))
}

impl Sum {
    fn of(items: &[&DueItem<'_>]) -> Self {
        let mut currencies: Vec<Currency> = items
            .iter()
            .map(|item| item.plan_standing.currency)
            .collect();
        currencies.sort_unstable();
        currencies.dedup();
        let total = |currency: Currency| {
            let own = items
                .iter()
                .filter(|item| item.plan_standing.currency == currency);
            Total {
                currency: currency.to_string(),
                amount: Amount(own.map(|item| item.outstanding()).sum(), currency),
            }
        };
        Self {
            count: items.len(),
            totals: currencies.into_iter().map(total).collect(),
        }
    }

    /// All its totals.
    fn written(&self, amounts: Amounts) -> String {
        let exact = |total: &Total| amounts.exact(total.amount.0, total.amount.1);
        self.totals
            .iter()
            .map(exact)
            .collect::<Vec<_>>()
            .join(" + ")
    }
}

impl Next {
    fn of(view: &View<'_>, item: &DueItem<'_>) -> Option<Self> {
        let plan = view.book.plans.get(item.plan)?;
        Some(Self {
            plan: plan.id.to_string(),
            item: plan.item.clone(),
            n: item.installment.n(),
            due: Day(item.installment.due()),
            amount: Amount(item.outstanding(), item.plan_standing.currency),
        })
    }
}

impl Counts {
    fn of(view: &View<'_>) -> Self {
        let alerts = alert::alerts(view.book, view.position, view.calendar);
        let count =
            |severity: Severity| alerts.iter().filter(|one| one.severity == severity).count();
        Self {
            critical: count(Severity::Critical),
            warning: count(Severity::Warning),
            info: count(Severity::Info),
        }
    }
}

impl Status {
    /// The whole line.
    fn in_words(&self, texts: Texts) -> String {
        let sum = |sum: &Sum, words: fn(Texts, usize, &str) -> String| {
            (sum.count > 0).then(|| words(texts, sum.count, &sum.written(self.amounts)))
        };
        let next = self.next.as_ref().map(|next| {
            let amount = self.amounts.exact(next.amount.0, next.amount.1);
            texts.status_next(&texts.relative(self.today.0, next.due.0), &amount)
        });
        let free = self
            .available
            .map(|free| texts.status_free(&self.amounts.free(free.0, free.1)));
        let parts = [
            sum(&self.overdue, Texts::status_overdue),
            sum(&self.due_soon, Texts::status_soon),
            next,
            free,
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            return texts.ahead_nothing_open().to_owned();
        }
        parts.join(" · ")
    }
}

impl Answer for Status {
    fn write(&self, page: &mut Page, _: Texts) {
        page.line(&self.text);
    }
}
