//! `cost`: what a plan or an offer really costs a year.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use super::answer::{Answer, View, exact};
use super::args;
use super::failure::Failure;
use super::json::Amount;
use super::pick;
use super::print::{Align, Cell, Page};
use super::show::cost_of;
use super::typed::positive;
use crate::domain::cost::{Cost, Counted, YearlyRate};
use crate::domain::due::AnchorDay;
use crate::domain::fee::Fee;
use crate::domain::plan::Plan;
use crate::domain::rules::Rules;
use crate::domain::schedule::Schedule;
use crate::domain::{Currency, Money, PlanId};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;
use crate::settings::typed_fee::typed_fee;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Costs {
    amount_financed: Amount,
    total_paid: Amount,
    total_cost: Amount,
    nominal: Option<String>,
    effective: Option<String>,
    /// How the time between payments was counted.
    counted: &'static str,
    /// What being late costs besides, in words; of a plan of the book.
    late: Option<String>,
    #[serde(skip)]
    cost: Cost,
}

/// The cost of a plan of the book.
pub(super) fn of_plan(view: &View<'_>, args: &args::Cost) -> Result<Costs, Failure> {
    let k = pick::plan(view.book, &args.plan, view.texts)?;
    let (plan, standing) = (&view.book.plans[k], &view.position.plans[k]);
    let late = (view.texts).late_rule(&standing.rules, Amounts::SHOWN, standing.currency);
    Ok(Costs {
        late: Some(late),
        ..Costs::of(cost_of(plan, standing), standing.currency)
    })
}

/// The cost of an offer: monthly from a month after today, in yuan unless another currency is named.
pub(super) fn of_offer(
    args: &args::Cost,
    today: NaiveDate,
    texts: Texts,
) -> Result<Costs, Failure> {
    let currency = match args.currency.as_deref() {
        Some(typed) => Currency::new(&typed.to_ascii_uppercase())
            .ok_or_else(|| Failure::wrong_use(texts.cli_bad_currency(typed)))?,
        None => Currency::CNY,
    };
    let (principal, fee) = (args.principal.as_deref(), args.fee.as_deref());
    let principal = positive(principal.unwrap_or_default(), currency, texts)?;
    let typed = fee.unwrap_or_default();
    let Ok(fee) = typed_fee(typed, currency) else {
        return Err(Failure::wrong_use(texts.cli_bad_fee(typed)));
    };
    let periods = args.periods.unwrap_or(1);
    let offer = offer(principal, periods, fee, today)
        .ok_or_else(|| Failure::wrong_use(texts.failure_clock()))?;
    let schedule = Schedule::of(&offer, &Rules::of_plan(&offer, None), currency);
    Ok(Costs::of(Cost::of(&offer, &schedule), currency))
}

fn offer(principal: Money, periods: u32, fee: Fee, today: NaiveDate) -> Option<Plan> {
    let id = PlanId::new("offer").ok()?;
    let first_due = today.checked_add_months(Months::new(1))?;
    Some(Plan {
        bought: Some(today),
        anchor: AnchorDay::of(today),
        fee,
        ..Plan::new(id, principal, periods, first_due)
    })
}

impl Costs {
    fn of(cost: Cost, currency: Currency) -> Self {
        let amount = |money: Money| Amount(money, currency);
        Self {
            amount_financed: amount(cost.amount_financed),
            total_paid: amount(cost.total_paid),
            total_cost: amount(cost.total_cost),
            nominal: cost.nominal.map(YearlyRate::percent),
            effective: cost.effective.map(YearlyRate::percent),
            counted: counted(cost.counted),
            late: None,
            cost,
        }
    }
}

const fn counted(counted: Counted) -> &'static str {
    match counted {
        Counted::Periods => "periods",
        Counted::OddFirst => "odd-first",
        Counted::Dates => "dates",
    }
}

/// A yearly rate, marked where it is high; `—` where the payments have no single one.
pub(super) fn rate_cell(rate: Option<YearlyRate>, texts: Texts) -> Cell {
    match rate {
        None => Cell::new("—"),
        Some(rate) if rate.is_high() => {
            let mark = texts.plan_above_mark();
            Cell::in_role(format!("! {mark} {rate}"), Role::Overdue)
        }
        Some(rate) => Cell::new(rate.to_string()),
    }
}

impl Answer for Costs {
    fn write(&self, page: &mut Page, texts: Texts) {
        let money = |amount: Amount| Cell::new(exact(amount.0, amount.1));
        let rate = |rate| rate_cell(rate, texts);
        let rows = [
            (texts.cli_financed(), money(self.amount_financed)),
            (texts.cli_total_paid(), money(self.total_paid)),
            (texts.cli_total_cost(), money(self.total_cost)),
            (texts.cli_nominal(), rate(self.cost.nominal)),
            (texts.cli_effective(), rate(self.cost.effective)),
        ];
        let rows = rows.map(|(label, value)| vec![Cell::in_role(label, Role::Muted), value]);
        page.table(&[Align::Left, Align::Right], &rows);
        let counted = texts.counted(self.cost.counted);
        let late = self.late.as_deref();
        let late = late.map(|late| format!("{late} ({})", texts.cost_not_mixed_in()));
        let besides: Vec<_> = [
            (texts.cost_counted(), counted.map(str::to_owned)),
            (texts.cost_if_late(), late),
        ]
        .into_iter()
        .filter_map(|(label, words)| {
            Some(vec![Cell::in_role(label, Role::Muted), Cell::new(words?)])
        })
        .collect();
        page.table(&[Align::Left, Align::Left], &besides);
    }
}
