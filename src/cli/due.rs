//! `due`: what is to be paid, everything overdue and then the next days.

use chrono::NaiveDate;
use serde::Serialize;

use super::answer::{Answer, exact, marked};
use super::args;
use super::failure::{Exit, Failure};
use super::file::Opened;
use super::json::{self, Amount, Day};
use super::pick;
use super::print::{Align, Cell, Page};
use super::run::Desk;
use crate::domain::doubt::{self, Doubt, Figure};
use crate::domain::position::DueItem;
use crate::domain::standing::{PlanStanding, Timing};
use crate::domain::{Book, Currency, LineId, MethodId, Money};
use crate::settings::format::month_day;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

mod place;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Due<'b> {
    today: Day,
    currency: String,
    items: Vec<Row<'b>>,
    total: Amount,
    overdue_total: Amount,
    /// What is due in other currencies than the book's; never added up with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_totals: Vec<Sums>,
    #[serde(skip)]
    places: Vec<(String, String)>,
    #[serde(skip)]
    days: u32,
    #[serde(skip)]
    fails: bool,
}

#[derive(Debug, Serialize)]
struct Row<'b> {
    plan: &'b str,
    item: &'b str,
    line: Option<&'b str>,
    n: u32,
    of: u32,
    due: Day,
    expected: Amount,
    paid: Amount,
    outstanding: Amount,
    status: &'static str,
    days_overdue: u32,
    penalty: Option<Amount>,
    /// Why that is to be doubted.
    penalty_doubt: Option<&'static str>,
    #[serde(skip)]
    doubted: Option<Doubt>,
    autopay: bool,
    /// The way to pay that autopay uses.
    method: Option<&'b str>,
    /// The path of the place to pay that is open; `null` where none is recorded or open.
    pay_at: Option<&'b str>,
    #[serde(skip)]
    timing: Timing,
}

#[derive(Debug, Serialize)]
struct Sums {
    currency: String,
    total: Amount,
    overdue_total: Amount,
}

/// What is to be paid. It is the same whatever the limits are, so none is worked out.
pub(super) fn due<'o>(
    desk: &Desk,
    opened: &'o Opened,
    args: &args::Due,
) -> Result<Due<'o>, Failure> {
    let (book, today) = (opened.document.book(), desk.today);
    let line = match &args.line {
        Some(typed) => Some(pick::line(book, typed, desk.texts)?),
        None => None,
    };
    let line = line.and_then(|k| book.lines.get(k));
    let plans = PlanStanding::of_all(book, &opened.calendar, today);
    let items: Vec<Row<'o>> = DueItem::within(&plans, today, args.days)
        .iter()
        .filter_map(|item| Row::of(book, today, item))
        .filter(|item| line.is_none_or(|line| item.line == Some(line.id.as_str())))
        .collect();
    let own = line.map_or(book.currency, |line| line.currency);
    let mut currencies: Vec<Currency> = items.iter().map(|item| item.outstanding.1).collect();
    currencies.sort_unstable();
    currencies.dedup();
    currencies.retain(|currency| *currency != own);
    let by_hand = items.iter().filter(|item| !item.autopay);
    let by_hand: Vec<&str> = by_hand.filter_map(|item| item.line).collect();
    let Sums {
        total,
        overdue_total,
        ..
    } = Sums::of(&items, own);
    Ok(Due {
        today: Day(today),
        currency: own.to_string(),
        total,
        overdue_total,
        other_totals: currencies
            .into_iter()
            .map(|currency| Sums::of(&items, currency))
            .collect(),
        places: place::places(book, today, desk.texts, &by_hand),
        days: args.days,
        fails: args.fail_overdue && items.iter().any(|item| item.timing.is_overdue()),
        items,
    })
}

impl<'b> Row<'b> {
    fn of(book: &'b Book, today: NaiveDate, item: &DueItem<'_>) -> Option<Self> {
        let plan = book.plans.get(item.plan)?;
        let (currency, row) = (item.plan_standing.currency, &item.installment.row);
        let amount = |money: Money| Amount(money, currency);
        let costs = item.installment.penalty.filter(|cost| cost.is_positive());
        let doubted = costs
            .and_then(|_| doubt::of_plan(Figure::Penalty, book, plan, item.plan_standing, today));
        Some(Self {
            plan: plan.id.as_str(),
            item: &plan.item,
            line: plan.line.as_ref().map(LineId::as_str),
            n: item.installment.n(),
            of: plan.periods,
            due: Day(item.installment.due()),
            expected: amount(row.installment.amount()),
            paid: amount(row.paid()),
            outstanding: amount(item.outstanding()),
            status: json::timing(item.timing),
            days_overdue: item.timing.days_late(),
            penalty: item.installment.penalty.map(amount),
            penalty_doubt: doubted.map(json::doubt),
            doubted,
            autopay: plan.autopay.is_some(),
            method: plan.autopay.as_ref().map(MethodId::as_str),
            pay_at: place::pay_at(book, today, plan),
            timing: item.timing,
        })
    }

    fn row(&self, today: Day, texts: Texts) -> Vec<Cell> {
        let (state, role) = match self.timing {
            Timing::Grace { .. } => (texts.grace().to_owned(), Role::Overdue),
            Timing::Overdue { .. } => (texts.due(today.0, self.due.0), Role::Overdue),
            Timing::DueToday => (texts.due(today.0, self.due.0), Role::Due),
            Timing::DueSoon { days } if days <= 3 => (texts.due(today.0, self.due.0), Role::Due),
            _ => (texts.due(today.0, self.due.0), Role::Muted),
        };
        vec![
            Cell::in_role(state, role),
            Cell::new(self.day(today, texts)),
            Cell::new(self.item),
            Cell::new(format!("{}/{}", self.n, self.of)),
            Cell::new(exact(self.outstanding.0, self.outstanding.1)),
            Cell::new(self.way(texts)),
            Cell::new(self.remark(texts)),
        ]
    }

    /// The year stands only where it is another one.
    fn day(&self, today: Day, texts: Texts) -> String {
        use chrono::Datelike;
        if self.due.0.year() == today.0.year() {
            texts.day(self.due.0)
        } else {
            format!("{}-{}", self.due.0.year(), month_day(self.due.0))
        }
    }

    fn way(&self, texts: Texts) -> &'static str {
        if self.autopay {
            texts.automatic()
        } else {
            texts.by_hand()
        }
    }

    /// What was paid of it already, and what being late costs.
    fn remark(&self, texts: Texts) -> String {
        let Amount(paid, currency) = self.paid;
        let paid = paid
            .is_positive()
            .then(|| texts.cli_paid_so_far(&exact(paid, currency)));
        let penalty = match self.penalty {
            None => Some(texts.cli_penalty_unknown().to_owned()),
            Some(Amount(cost, currency)) if cost.is_positive() => {
                let cost = marked(exact(cost, currency), self.doubted);
                Some(texts.cli_penalty_about(&cost))
            }
            Some(_) => None,
        };
        let remarks: Vec<String> = paid.into_iter().chain(penalty).collect();
        remarks.join(" · ")
    }
}

impl Sums {
    fn of(items: &[Row<'_>], currency: Currency) -> Self {
        let sum = |counts: fn(&Row<'_>) -> bool| {
            let counted = items
                .iter()
                .filter(|item| item.outstanding.1 == currency && counts(item));
            Amount(counted.map(|item| item.outstanding.0).sum(), currency)
        };
        Self {
            currency: currency.to_string(),
            total: sum(|_| true),
            overdue_total: sum(|item| item.timing.is_overdue()),
        }
    }
}

impl Answer for Due<'_> {
    fn write(&self, page: &mut Page, texts: Texts) {
        if self.items.is_empty() {
            page.line(texts.cli_due_none(self.days));
            return;
        }
        let columns = [
            Align::Left,
            Align::Left,
            Align::Left,
            Align::Right,
            Align::Right,
            Align::Left,
            Align::Left,
        ];
        let rows: Vec<_> = self
            .items
            .iter()
            .map(|item| item.row(self.today, texts))
            .collect();
        page.table(&columns, &rows);
        page.gap();
        let others = self
            .other_totals
            .iter()
            .map(|total| (total.total, total.overdue_total));
        for (total, overdue) in std::iter::once((self.total, self.overdue_total)).chain(others) {
            let mut line = texts.cli_due_total(self.days, &exact(total.0, total.1));
            if overdue.0.is_positive() {
                let overdue = exact(overdue.0, overdue.1);
                line.push_str(texts.comma());
                line.push_str(&texts.cli_due_overdue(&overdue));
            }
            page.line(line);
        }
        if self.items.iter().any(|item| item.doubted.is_some()) {
            page.line(texts.cli_doubt_legend());
        }
        place::write(&self.places, page, texts);
    }

    fn exit(&self) -> Exit {
        if self.fails { Exit::No } else { Exit::Done }
    }
}
