//! `funds`: how much must lie on which card or wallet by which evening.

use serde::Serialize;

use super::answer::{Answer, View, exact};
use super::args;
use super::json::{Amount, Day};
use super::print::{Align, Cell, Page};
use crate::domain::Money;
use crate::domain::funds::{self, Evening, FundsItem, Obstacle};
use crate::settings::format::month_day;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Funds {
    today: Day,
    days: u32,
    /// Each way to pay; what is paid by hand has none and stands last.
    methods: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    method: Option<String>,
    name: Option<String>,
    currency: String,
    /// What was looked up last, less what was paid since.
    balance: Option<Amount>,
    balance_on: Option<Day>,
    needs: Vec<Need>,
}

#[derive(Debug, Serialize)]
struct Need {
    by: Day,
    amount: Amount,
    in_all: Amount,
    short: Option<Amount>,
    items: Vec<Needed>,
}

#[derive(Debug, Serialize)]
struct Needed {
    plan: String,
    item: String,
    n: u32,
    of: u32,
    due: Day,
    amount: Amount,
    unconfirmed: bool,
    /// The day the way to pay expires, where that is before the debit.
    expires: Option<Day>,
    /// The most it allows at once, where that is too little.
    limit: Option<Amount>,
}

/// What must lie ready.
pub(super) fn funds(view: &View<'_>, args: &args::Funds) -> Funds {
    let needed = funds::funds(view.book, view.position, args.days);
    Funds {
        today: Day(view.today()),
        days: args.days,
        methods: needed.iter().map(|funds| Row::of(view, funds)).collect(),
    }
}

impl Row {
    fn of(view: &View<'_>, funds: &funds::Funds) -> Self {
        let method = funds.method.and_then(|k| view.book.methods.get(k));
        let amount = |money: Money| Amount(money, funds.currency);
        let looked_up = method.and_then(|method| method.balance);
        let need = |evening: &Evening| Need {
            by: Day(evening.by),
            amount: amount(evening.amount),
            in_all: amount(evening.in_all),
            short: evening.short.map(amount),
            items: (evening.items.iter())
                .filter_map(|item| Needed::of(view, item, &amount))
                .collect(),
        };
        Self {
            method: method.map(|method| method.id.to_string()),
            name: method.map(|method| method.name.clone()),
            currency: funds.currency.to_string(),
            balance: funds.balance.map(amount),
            balance_on: looked_up
                .filter(|_| funds.balance.is_some())
                .map(|balance| Day(balance.on)),
            needs: funds.evenings.iter().map(need).collect(),
        }
    }

    fn write(&self, page: &mut Page, texts: Texts) {
        let mut title = vec![
            self.name
                .clone()
                .unwrap_or(texts.funds_by_hand().to_owned()),
        ];
        if let (Some(balance), Some(on)) = (self.balance, self.balance_on) {
            title.push(texts.funds_balance(&exact(balance.0, balance.1), &month_day(on.0)));
        }
        page.line(title.join("  "));
        let mut rows = Vec::new();
        for need in &self.needs {
            rows.push(need.cells(self.method.is_some(), texts));
            rows.extend(need.items.iter().map(|item| item.cells(texts)));
        }
        let left = Align::Left;
        page.table(&[left, Align::Right, left, left], &rows);
    }
}

impl Need {
    /// The evening, its sum, the sum so far where it differs, and what is missing.
    fn cells(&self, by_itself: bool, texts: Texts) -> Vec<Cell> {
        let money = |amount: Amount| exact(amount.0, amount.1);
        let day = texts.day(self.by.0);
        let by = if by_itself {
            texts.funds_evening(&day)
        } else {
            texts.funds_day(&day)
        };
        let so_far = (self.in_all != self.amount).then(|| texts.funds_in_all(&money(self.in_all)));
        let short = self.short.map(|short| texts.funds_short(&money(short)));
        vec![
            Cell::new(format!("  {by}")),
            Cell::in_role(money(self.amount), Role::Accent),
            Cell::new(so_far.unwrap_or_default()),
            Cell::in_role(short.unwrap_or_default(), Role::Overdue),
        ]
    }
}

impl Needed {
    fn of(view: &View<'_>, item: &FundsItem, amount: &impl Fn(Money) -> Amount) -> Option<Self> {
        let plan = view.book.plans.get(item.plan)?;
        let (mut expires, mut limit) = (None, None);
        match item.obstacle {
            Some(Obstacle::Expires(on)) => expires = Some(Day(on)),
            Some(Obstacle::AboveLimit(most)) => limit = Some(amount(most)),
            None => {}
        }
        Some(Self {
            plan: plan.id.to_string(),
            item: plan.item.clone(),
            n: item.n,
            of: plan.periods,
            due: Day(item.due),
            amount: amount(item.amount),
            unconfirmed: item.unconfirmed,
            expires,
            limit,
        })
    }

    fn cells(&self, texts: Texts) -> Vec<Cell> {
        let (remark, role) = if let Some(on) = self.expires {
            (texts.funds_expires(&on.0.to_string()), Role::Overdue)
        } else if let Some(limit) = self.limit {
            let limit = exact(limit.0, limit.1);
            (texts.funds_above_limit(&limit), Role::Overdue)
        } else if self.unconfirmed {
            (texts.funds_unconfirmed().to_owned(), Role::Due)
        } else {
            (String::new(), Role::Muted)
        };
        let due = texts.funds_due(&month_day(self.due.0));
        vec![
            Cell::new(format!("    {} {}/{}", self.item, self.n, self.of)),
            Cell::new(exact(self.amount.0, self.amount.1)),
            Cell::in_role(due, Role::Muted),
            Cell::in_role(remark, role),
        ]
    }
}

impl Answer for Funds {
    fn write(&self, page: &mut Page, texts: Texts) {
        if self.methods.is_empty() {
            page.line(texts.funds_none(self.days));
        }
        for row in &self.methods {
            page.gap();
            row.write(page, texts);
        }
    }
}
