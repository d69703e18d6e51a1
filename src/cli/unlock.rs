//! `unlock`: what to pay today so that enough limit is back by a day.

use serde::Serialize;

use super::answer::{Answer, View, exact};
use super::args;
use super::failure::{Exit, Failure};
use super::json::{self, Amount, Day};
use super::pick;
use super::print::{Align, Cell, Page};
use super::typed::{amount, day, positive};
use crate::domain::limit_check::Verdict;
use crate::domain::unlock::{self as planner, Pays, Step, Unlocking, Way, Wish};
use crate::domain::{Currency, Money};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Planned {
    today: Day,
    line: String,
    amount: Amount,
    by: Day,
    verdict: &'static str,
    /// From when it is possible, if not in time.
    from: Option<Day>,
    /// How much limit is missing with everything paid.
    short: Option<Amount>,
    /// Why no payment helps.
    reason: Option<&'static str>,
    available: Amount,
    restoring: Amount,
    temporary_ends: Amount,
    dues: Vec<Payment>,
    /// What is usable by the day if nothing is paid early.
    usable: Amount,
    unlock: Vec<Payment>,
    cash: Amount,
    extra: Amount,
    saves: Amount,
    /// False where a cheaper way may exist: there was too much to look at.
    exact: bool,
    /// The cash that would make it in time, where only cash is missing.
    cash_needed: Option<Amount>,
    #[serde(skip)]
    name: String,
    #[serde(skip)]
    answer: planner::Answer,
}

/// A payment that frees limit.
#[derive(Debug, Serialize)]
struct Payment {
    plan: String,
    /// `null` for a settlement.
    n: Option<u32>,
    what: &'static str,
    pay: Amount,
    frees: Amount,
    on: Day,
    back: Day,
    #[serde(skip)]
    item: String,
    #[serde(skip)]
    pays: Pays,
}

/// Plans for one line.
pub(super) fn unlock(view: &View<'_>, args: &args::Unlock) -> Result<Planned, Failure> {
    let (book, texts) = (view.book, view.texts);
    let k = pick::line(book, &args.line, texts)?;
    let line = &book.lines[k];
    let wish = wish(view, args, line.currency)?;
    let planned = Unlocking::of(book, view.position, view.calendar, k, wish);
    let planned = planned.ok_or_else(|| Failure::wrong_use(texts.cli_no_line(&args.line)))?;
    Ok(Planned {
        line: line.id.to_string(),
        name: line.name.clone(),
        ..Planned::of(view, wish, planned, line.currency)
    })
}

fn wish(view: &View<'_>, args: &args::Unlock, currency: Currency) -> Result<Wish, Failure> {
    let texts = view.texts;
    let by = day(Some(&args.by), view.today(), texts)?;
    if by < view.today() {
        return Err(Failure::wrong_use(texts.cli_by_in_past()));
    }
    let cash = args.cash.as_deref();
    Ok(Wish {
        amount: positive(&args.amount, currency, texts)?,
        by,
        cash: cash
            .map(|typed| amount(typed, currency, texts))
            .transpose()?,
    })
}

impl Planned {
    fn of(view: &View<'_>, wish: Wish, planned: Unlocking, currency: Currency) -> Self {
        let money = |amount: Money| Amount(amount, currency);
        let payments = |steps: &[Step]| -> Vec<Payment> {
            let payment = |step: &Step| Payment::of(view, step, currency);
            steps.iter().filter_map(payment).collect()
        };
        let (verdict, from, short, reason) = match planned.answer {
            planner::Answer::Yes(_) => (Verdict::Yes, None, None, None),
            planner::Answer::NotBefore(day, _) => (Verdict::Later, Some(day), None, None),
            planner::Answer::Short(short) => (Verdict::No, None, Some(short), None),
            planner::Answer::Blocked(reason) => (Verdict::No, None, None, Some(reason)),
        };
        let way = way(&planned.answer);
        let sum = |part: fn(&Way) -> Money| money(way.map_or(Money::ZERO, part));
        Self {
            today: Day(view.today()),
            line: String::new(),
            amount: money(wish.amount),
            by: Day(wish.by),
            verdict: json::verdict(verdict),
            from: from.map(Day),
            short: short.map(money),
            reason: reason.as_ref().map(json::reason),
            available: money(planned.available),
            restoring: money(planned.restoring),
            temporary_ends: money(planned.ends),
            dues: payments(&planned.dues),
            usable: money(planned.usable()),
            unlock: payments(way.map_or(&[], |way| &way.steps)),
            cash: sum(|way| way.cash),
            extra: sum(|way| way.extra),
            saves: sum(|way| way.saves),
            exact: way.is_none_or(|way| way.is_exact),
            cash_needed: planned.cash_needed.map(money),
            name: String::new(),
            answer: planned.answer,
        }
    }

    /// Yes, from when, or how much is short, in a sentence.
    fn said(&self, texts: Texts) -> String {
        let (amount, by) = (text(self.amount), self.by.0.to_string());
        match &self.answer {
            planner::Answer::Yes(_) => texts.cli_unlock_yes(&amount, &self.name, &by),
            planner::Answer::NotBefore(day, _) => {
                texts.cli_unlock_later(&amount, &self.name, &day.to_string())
            }
            planner::Answer::Short(short) if short.is_positive() => {
                let short = exact(*short, self.amount.1);
                texts.cli_unlock_short(&amount, &self.name, &short)
            }
            planner::Answer::Short(_) => texts.cli_unlock_no_cash(&amount, &self.name),
            planner::Answer::Blocked(reason) => {
                let why = texts.reason(reason, Amounts::SHOWN, self.amount.1);
                texts.cli_unlock_blocked(&self.name, &why)
            }
        }
    }

    /// What the payments take together, and what that means against paying as scheduled.
    fn price(&self, texts: Texts) -> String {
        let mut parts = vec![texts.cli_unlock_cash(&text(self.cash))];
        if self.extra.0.is_positive() {
            parts.push(texts.cli_unlock_extra(&text(self.extra)));
        } else if self.saves.0.is_positive() {
            parts.push(texts.cli_unlock_saves(&text(self.saves)));
        } else {
            parts.push(texts.cli_unlock_no_extra().to_owned());
        }
        if !self.exact {
            parts.push(texts.cli_unlock_best_found().to_owned());
        }
        parts.join(texts.semicolon())
    }

    /// What is usable by the day anyway, and what makes it so.
    fn anyway(&self, texts: Texts) -> String {
        let mut parts = vec![texts.cli_unlock_now(&text(self.available))];
        let dues = self.dues.iter().map(|due| due.frees.0).sum();
        let dues = Amount(dues, self.amount.1);
        let mut tell = |amount: Amount, words: fn(Texts, &str) -> String| {
            let is_any = amount.0.is_positive();
            parts.extend(is_any.then(|| words(texts, &text(amount))));
        };
        tell(self.restoring, Texts::cli_unlock_restoring);
        tell(dues, Texts::cli_unlock_dues);
        tell(self.temporary_ends, Texts::cli_unlock_ends);
        let parts = parts.join(texts.list_comma());
        texts.cli_unlock_anyway(&self.by.0.to_string(), &text(self.usable), &parts)
    }
}

/// The way of an answer that has one.
fn way(answer: &planner::Answer) -> Option<&Way> {
    match answer {
        planner::Answer::Yes(way) | planner::Answer::NotBefore(_, way) => Some(way),
        planner::Answer::Short(_) | planner::Answer::Blocked(_) => None,
    }
}

fn text(amount: Amount) -> String {
    exact(amount.0, amount.1)
}

impl Payment {
    fn of(view: &View<'_>, step: &Step, currency: Currency) -> Option<Self> {
        let plan = view.book.plans.get(step.plan)?;
        let (n, what) = match step.pays {
            Pays::Installment(n) => (Some(n), "installment"),
            Pays::Overdue(n) => (Some(n), "overdue"),
            Pays::Settlement => (None, "settlement"),
        };
        Some(Self {
            plan: plan.id.to_string(),
            n,
            what,
            pay: Amount(step.pay, currency),
            frees: Amount(step.frees, currency),
            on: Day(step.on),
            back: Day(step.back),
            item: plan.item.clone(),
            pays: step.pays,
        })
    }

    fn cells(&self, texts: Texts) -> Vec<Cell> {
        let what = match self.pays {
            Pays::Installment(n) => texts.nth_installment(n),
            Pays::Overdue(n) => texts.cli_unlock_overdue(n),
            Pays::Settlement => texts.cli_unlock_settle().to_owned(),
        };
        vec![
            Cell::new(&*self.item),
            Cell::new(what),
            Cell::new(text(self.pay)),
            Cell::new(texts.cli_unlock_frees(&text(self.frees))),
            Cell::new(texts.cli_unlock_back(&self.back.0.to_string())),
        ]
    }
}

impl Answer for Planned {
    fn write(&self, page: &mut Page, texts: Texts) {
        page.line(self.said(texts));
        if !self.unlock.is_empty() {
            page.gap();
            page.line(texts.cli_unlock_pay_today());
            let (left, right) = (Align::Left, Align::Right);
            let rows: Vec<_> = self.unlock.iter().map(|paid| paid.cells(texts)).collect();
            page.table(&[left, left, right, left, left], &rows);
            page.line(self.price(texts));
        }
        if !matches!(self.answer, planner::Answer::Blocked(_)) {
            page.gap();
            page.line(self.anyway(texts));
        }
        if let Some(needed) = self.cash_needed {
            page.line(texts.cli_unlock_cash_needed(&self.by.0.to_string(), &text(needed)));
        }
    }

    fn exit(&self) -> Exit {
        match self.answer {
            planner::Answer::Yes(_) => Exit::Done,
            _ => Exit::No,
        }
    }
}
