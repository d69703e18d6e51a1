//! `offers`: one price in installments, here and elsewhere, the cheapest first.

use serde::Serialize;

use super::answer::{Answer, View, exact};
use super::args;
use super::can;
use super::cost::rate_cell;
use super::failure::Failure;
use super::json::{self, Amount, Day};
use super::print::{Align, Cell, Page};
use crate::domain::cost::{Cost, YearlyRate};
use crate::domain::due::AnchorDay;
use crate::domain::fee::{Fee, FeeModel};
use crate::domain::limit_check::{LimitCheck, LineCheck, Purchase, Verdict};
use crate::domain::line::CreditLine;
use crate::domain::offer::{Trial, first_due_after, usual_fee};
use crate::domain::plan::Plan;
use crate::domain::{Currency, Money};
use crate::settings::plan_id::plan_id;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;
use crate::settings::typed_fee::{typed_fee, written_fee};

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Compared {
    today: Day,
    amount: Amount,
    down_payment: Amount,
    periods: u32,
    offers: Vec<Row>,
}

/// One way to pay. What nobody knows is null.
#[derive(Debug, Serialize)]
struct Row {
    name: String,
    /// The line of the book; null for an offer from elsewhere.
    line: Option<String>,
    fee: Option<String>,
    each: Option<Amount>,
    total_cost: Option<Amount>,
    total_paid: Option<Amount>,
    nominal: Option<String>,
    effective: Option<String>,
    /// Whether it fits the line.
    verdict: Option<&'static str>,
    #[serde(skip)]
    trial: Trial,
    #[serde(skip)]
    fits: Option<Verdict>,
}

/// A way to pay before it is worked out.
struct Way<'b> {
    name: String,
    line: Option<&'b CreditLine>,
    fee: Option<FeeModel>,
    fits: Option<Verdict>,
}

/// Compares every line of the book's currency, by its usual fee, and what was named besides.
pub(super) fn offers(view: &View<'_>, args: &args::Offers) -> Result<Compared, Failure> {
    let currency = view.book.currency;
    let mut purchase = can::priced(view, &args.amount, args.down.as_deref(), currency)?;
    purchase.periods = Some(args.periods);
    let mut ways = of_lines(view, &purchase);
    for typed in &args.offer {
        ways.push(elsewhere(typed, currency, view.texts)?);
    }
    let rows = ways.into_iter().map(|way| Row::of(view, &purchase, way));
    let mut offers = rows
        .collect::<Option<Vec<_>>>()
        .ok_or_else(|| Failure::wrong_use(view.texts.failure_clock()))?;
    let fits = |row: &Row| (row.fits.is_none(), row.fits);
    offers.sort_by(|a, b| {
        let by_cost = a.trial.compare_cost(&b.trial);
        by_cost.then_with(|| fits(a).cmp(&fits(b)))
    });
    Ok(Compared {
        today: Day(view.today()),
        amount: Amount(purchase.amount, currency),
        down_payment: Amount(purchase.down_payment, currency),
        periods: args.periods,
        offers,
    })
}

fn of_lines<'b>(view: &View<'b>, purchase: &Purchase) -> Vec<Way<'b>> {
    let book = view.book;
    let lines = book.lines.iter().enumerate();
    let lines: Vec<usize> = lines
        .filter(|(_, line)| line.currency == book.currency)
        .map(|(k, _)| k)
        .collect();
    let checks = LimitCheck::of(book, view.position, view.calendar, purchase, &lines);
    let way = |check: &LineCheck| {
        let line = book.lines.get(check.line)?;
        Some(Way {
            name: line.name.clone(),
            line: Some(line),
            fee: usual_fee(book, Some(&line.id)),
            fits: Some(check.verdict),
        })
    };
    checks.lines.iter().filter_map(way).collect()
}

/// `NAME=FEE`, or a name alone where the fee is not known yet.
fn elsewhere<'b>(typed: &str, currency: Currency, texts: Texts) -> Result<Way<'b>, Failure> {
    let (name, fee) = match typed.split_once('=') {
        Some((name, fee)) => (name, Some(fee)),
        None => (typed, None),
    };
    if name.trim().is_empty() {
        return Err(Failure::wrong_use(texts.cli_bad_offer(typed)));
    }
    let model = |fee: &str| match typed_fee(fee, currency) {
        Ok(fee) => Ok(fee.model),
        Err(_) => Err(Failure::wrong_use(texts.cli_bad_fee(fee))),
    };
    Ok(Way {
        name: name.trim().to_owned(),
        line: None,
        fee: fee.map(model).transpose()?,
        fits: None,
    })
}

impl Row {
    /// `None` beyond the calendar.
    fn of(view: &View<'_>, purchase: &Purchase, way: Way<'_>) -> Option<Self> {
        let (book, today) = (view.book, view.today());
        let first_due = first_due_after(way.line, today)?;
        let periods = purchase.periods?;
        let principal = purchase.amount - purchase.down_payment;
        let plan = Plan {
            line: way.line.map(|line| line.id.clone()),
            bought: Some(today),
            anchor: AnchorDay::of(first_due),
            fee: Fee {
                model: way.fee.unwrap_or_default(),
                subsidised: false,
            },
            ..Plan::new(plan_id("offer", book)?, principal, periods, first_due)
        };
        let (trial, _) = Trial::of(&plan, way.fee.is_some(), book, view.calendar, today)?;
        let amount = |money: Money| Amount(money, book.currency);
        let rate = |part: fn(&Cost) -> Option<YearlyRate>| {
            let rate = part(&trial.cost?.cost);
            rate.map(YearlyRate::percent)
        };
        Some(Self {
            name: way.name,
            line: way.line.map(|line| line.id.to_string()),
            fee: way.fee.map(|fee| written_fee(fee, book.currency)),
            each: trial.cost.map(|_| amount(trial.each)),
            total_cost: trial.cost.map(|cost| amount(cost.fees)),
            total_paid: trial.cost.map(|cost| amount(cost.total)),
            nominal: rate(|cost| cost.nominal),
            effective: rate(|cost| cost.effective),
            verdict: way.fits.map(json::verdict),
            trial,
            fits: way.fits,
        })
    }

    fn cells(&self, texts: Texts) -> Vec<Cell> {
        let known = |amount: Option<Amount>| match amount {
            Some(Amount(amount, currency)) => Cell::new(exact(amount, currency)),
            None => Cell::in_role(texts.offer_unknown(), Role::Muted),
        };
        let rate = |part: fn(&Cost) -> Option<YearlyRate>| match self.trial.cost {
            Some(cost) => rate_cell(part(&cost.cost), texts),
            None => Cell::new("—"),
        };
        let fits = self.fits.map_or("—", |verdict| texts.verdict(verdict));
        vec![
            Cell::new(&*self.name),
            Cell::in_role(self.fee.as_deref().unwrap_or("—"), Role::Muted),
            known(self.each),
            known(self.total_cost),
            rate(|cost| cost.nominal),
            rate(|cost| cost.effective),
            Cell::new(fits),
        ]
    }
}

impl Answer for Compared {
    fn write(&self, page: &mut Page, texts: Texts) {
        if self.offers.is_empty() {
            page.line(texts.offer_none());
            return;
        }
        let heads = [
            texts.offer_name(),
            texts.offer_fee(),
            texts.offer_each(),
            texts.cli_total_cost(),
            texts.cli_nominal(),
            texts.cli_effective(),
            texts.offer_fits(),
        ];
        let heads = heads.map(|head| Cell::in_role(head, Role::Muted)).to_vec();
        let rows = self.offers.iter().map(|row| row.cells(texts));
        let rows: Vec<_> = std::iter::once(heads).chain(rows).collect();
        let aligns = [
            Align::Left,
            Align::Left,
            Align::Right,
            Align::Right,
            Align::Right,
            Align::Right,
            Align::Left,
        ];
        page.table(&aligns, &rows);
        if self.offers.iter().any(|row| row.line.is_some()) {
            page.gap();
            page.line(texts.offer_by_last());
        }
    }
}
