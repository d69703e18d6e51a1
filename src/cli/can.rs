//! `can`: may this be bought in installments.

use serde::Serialize;

use super::answer::{Answer, View, exact};
use super::args;
use super::failure::{Exit, Failure};
use super::json::{self, Amount, Day};
use super::pick;
use super::print::{Align, Cell, Page};
use crate::domain::limit_check::{LimitCheck, LineCheck, Reason, Unlock, Verdict};
use crate::domain::{Currency, Money};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

mod purchase;
mod refused;

pub(super) use purchase::priced;
use purchase::purchase;
use refused::Before;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Can {
    today: Day,
    amount: Amount,
    verdict: &'static str,
    lines: Vec<Row>,
    #[serde(skip)]
    answer: Verdict,
    #[serde(skip)]
    down: Money,
}

#[derive(Debug, Serialize)]
struct Row {
    line: String,
    verdict: &'static str,
    available: Option<Amount>,
    shortfall: Amount,
    reasons: Vec<Why>,
    from: Option<Day>,
    unlock: Vec<First>,
    refused_before: Option<Before>,
    #[serde(skip)]
    name: String,
    #[serde(skip)]
    answer: Verdict,
    #[serde(skip)]
    left: Option<Amount>,
    #[serde(skip)]
    is_short: bool,
}

#[derive(Debug, Serialize)]
struct Why {
    code: &'static str,
    detail: String,
}

#[derive(Debug, Serialize)]
struct First {
    plan: String,
    n: u32,
    pay: Amount,
    frees: Amount,
    #[serde(skip)]
    item: String,
}

/// Checks a price on one line, or on all lines of the book's currency.
pub(super) fn can(view: &View<'_>, args: &args::Can) -> Result<Can, Failure> {
    let (book, texts) = (view.book, view.texts);
    let line = match &args.line {
        Some(typed) => Some(pick::line(book, typed, texts)?),
        None => None,
    };
    let currency = line
        .and_then(|k| book.lines.get(k))
        .map_or(book.currency, |line| line.currency);
    let purchase = purchase(view, args, currency)?;
    let lines: Vec<usize> = (0..book.lines.len())
        .filter(|k| line.is_none_or(|only| only == *k))
        .filter(|k| {
            book.lines
                .get(*k)
                .is_some_and(|line| line.currency == currency)
        })
        .collect();
    let item = args.item.as_deref();
    let check = LimitCheck::of(book, view.position, view.calendar, &purchase, &lines);
    let check = refused::barred(check, book, item);
    Ok(Can {
        today: Day(view.today()),
        amount: Amount(purchase.amount, currency),
        verdict: json::verdict(check.verdict),
        lines: check
            .lines
            .iter()
            .filter_map(|line| Row::of(view, line, currency, item))
            .collect(),
        answer: check.verdict,
        down: purchase.down_payment,
    })
}

impl Row {
    fn of(
        view: &View<'_>,
        check: &LineCheck,
        currency: Currency,
        item: Option<&str>,
    ) -> Option<Self> {
        let line = view.book.lines.get(check.line)?;
        let before = Before::of(line, item);
        let barred = before.and_then(|before| before.barred(view.texts));
        let barred = barred.map(|detail| Why {
            code: "item-not-eligible",
            detail,
        });
        let amount = |money: Money| Amount(money, currency);
        let is_short = |reason: &Reason| matches!(reason, Reason::InsufficientLimit { .. });
        let why = |reason: &Reason| Why {
            code: json::reason(reason),
            detail: view.texts.reason(reason, Amounts::SHOWN, currency),
        };
        Some(Self {
            line: line.id.to_string(),
            verdict: json::verdict(check.verdict),
            available: check.available.map(amount),
            shortfall: amount(check.shortfall),
            reasons: check.reasons.iter().map(why).chain(barred).collect(),
            from: check.from.map(Day),
            unlock: check
                .unlock
                .iter()
                .filter_map(|unlock| First::of(view, unlock, currency))
                .collect(),
            refused_before: before,
            name: line.name.clone(),
            answer: check.verdict,
            left: check.left.map(amount),
            // A larger down payment helps only where the limit alone stands in the way.
            is_short: check.reasons.iter().all(is_short) && !check.reasons.is_empty(),
        })
    }

    fn cells(&self, down: Money, today: Day, texts: Texts) -> Vec<Cell> {
        let role = match self.answer {
            Verdict::Yes => Role::Paid,
            Verdict::Later => Role::Due,
            Verdict::No => Role::Overdue,
        };
        vec![
            Cell::in_role(texts.verdict(self.answer), role),
            Cell::new(&*self.name),
            Cell::new(self.account(down, today, texts)),
        ]
    }

    /// What is left, or from when and what to pay first, or how much is short and why.
    fn account(&self, down: Money, today: Day, texts: Texts) -> String {
        let text = |amount: Amount| exact(amount.0, amount.1);
        let before = self.refused_before.map(|before| before.words(texts));
        if self.answer == Verdict::Yes {
            let fits = match (self.available, self.left) {
                (Some(available), Some(left)) if left.0 >= Money::ZERO => {
                    texts.cli_fits_and_leaves(&text(available), &text(left))
                }
                _ => texts.cli_fits().to_owned(),
            };
            let parts: Vec<String> = [Some(fits), before].into_iter().flatten().collect();
            return parts.join(texts.semicolon());
        }
        let mut parts: Vec<String> = before.into_iter().collect();
        parts.extend(
            self.from
                .filter(|from| *from != today)
                .map(|from| texts.cli_fits_from(&from.0.to_string())),
        );
        let first: Vec<String> = self
            .unlock
            .chunk_by(|one, next| one.plan == next.plan && one.n + 1 == next.n)
            .filter_map(|row| First::text(row, texts))
            .collect();
        if !first.is_empty() {
            parts.push(texts.cli_pay_first(&first.join(texts.comma())));
        }
        parts.extend(
            self.available
                .map(|available| texts.cli_available_now(&text(available))),
        );
        parts.extend(self.reasons.iter().map(|why| why.detail.clone()));
        if self.is_short && self.shortfall.0.is_positive() {
            let down = Amount(down + self.shortfall.0, self.shortfall.1);
            parts.push(texts.cli_or_pay_down(&text(down)));
        }
        parts.join(texts.semicolon())
    }
}

impl First {
    fn of(view: &View<'_>, unlock: &Unlock, currency: Currency) -> Option<Self> {
        let plan = view.book.plans.get(unlock.plan)?;
        Some(Self {
            plan: plan.id.to_string(),
            n: unlock.n,
            pay: Amount(unlock.pay, currency),
            frees: Amount(unlock.frees, currency),
            item: plan.item.clone(),
        })
    }

    /// Installments of one plan in a row, with what they cost and free together.
    fn text(row: &[Self], texts: Texts) -> Option<String> {
        let (first, last) = (row.first()?, row.last()?);
        let sum = |part: fn(&Self) -> Amount| -> String {
            let total = row.iter().map(|one| part(one).0).sum();
            exact(total, first.pay.1)
        };
        let (pay, frees) = (sum(|one| one.pay), sum(|one| one.frees));
        Some(if row.len() == 1 {
            texts.cli_unlock(&first.item, first.n, &pay, &frees)
        } else {
            texts.cli_unlock_several(&first.item, first.n, last.n, &pay, &frees)
        })
    }
}

impl Answer for Can {
    fn write(&self, page: &mut Page, texts: Texts) {
        let price = exact(self.amount.0, self.amount.1);
        let fitting = self.lines.iter().filter(|line| line.answer == self.answer);
        page.line(match self.answer {
            Verdict::Yes => {
                let names: Vec<&str> = fitting.map(|line| line.name.as_str()).collect();
                texts.cli_can_yes(&price, &names.join(texts.list_comma()))
            }
            Verdict::Later => {
                let first = fitting.min_by_key(|line| line.from.map(|from| from.0));
                let from = first.and_then(|line| line.from);
                let name = first.map_or("", |line| &line.name);
                match from.filter(|from| *from != self.today) {
                    Some(from) => texts.cli_can_later(&price, name, &from.0.to_string()),
                    None => texts.cli_can_after_paying(&price, name),
                }
            }
            Verdict::No => texts.cli_can_no(&price),
        });
        page.gap();
        let rows: Vec<_> = self
            .lines
            .iter()
            .map(|line| line.cells(self.down, self.today, texts))
            .collect();
        page.table(&[Align::Left; 3], &rows);
    }

    fn exit(&self) -> Exit {
        match self.answer {
            Verdict::Yes => Exit::Done,
            Verdict::Later | Verdict::No => Exit::No,
        }
    }
}
