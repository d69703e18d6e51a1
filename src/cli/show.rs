//! `show`: one plan with its schedule, payments, true cost, and what can be done.

use serde::Serialize;

use super::answer::{Answer, View};
use super::args;
use super::doubted::Doubted;
use super::failure::Failure;
use super::json::{self, Amount, Day};
use super::pick;
use super::print::Page;
use super::record::Timeliness;
use crate::domain::cost::{Cost, YearlyRate};
use crate::domain::doubt::{self, Figure};
use crate::domain::plan::{Payment, Plan};
use crate::domain::record::Record;
use crate::domain::schedule::Schedule;
use crate::domain::standing::{InstallmentStanding, PlanStanding};
use crate::domain::{Book, LineId, MethodId, Money};
use crate::settings::texts::Texts;

mod happened;
mod page;
mod place;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Show<'v> {
    today: Day,
    plan: &'v str,
    item: &'v str,
    line: Option<&'v str>,
    status: &'static str,
    currency: String,
    merchant: Option<&'v str>,
    order: Option<&'v str>,
    bought: Option<Day>,
    /// The path of the place to pay that is open; `null` where none is recorded or open.
    pay_at: Option<&'v str>,
    principal: Amount,
    fee_total: Amount,
    total: Amount,
    paid: Amount,
    outstanding: Amount,
    installments: Vec<Row>,
    payments: Vec<Paid<'v>>,
    /// How many payments nobody has verified.
    unverified: usize,
    refunds: Vec<happened::Refunded<'v>>,
    settled: Option<Settled>,
    settle_today: Option<happened::SettleToday>,
    cost: Yearly,
    record: Timeliness,
    /// Which of its figures are to be doubted, and why.
    doubts: Vec<Doubted>,
    #[serde(skip)]
    view: &'v View<'v>,
    #[serde(skip)]
    index: usize,
    #[serde(skip)]
    the_plan: &'v Plan,
    #[serde(skip)]
    standing: &'v PlanStanding,
    #[serde(skip)]
    whole_cost: Cost,
}

#[derive(Debug, Serialize)]
struct Row {
    n: u32,
    due: Day,
    principal: Amount,
    fee: Amount,
    amount: Amount,
    paid: Amount,
    outstanding: Amount,
    refunded: Amount,
    penalty: Option<Amount>,
    status: &'static str,
}

#[derive(Debug, Serialize)]
struct Paid<'v> {
    n: Option<u32>,
    on: Day,
    amount: Amount,
    via: Option<&'v str>,
    #[serde(rename = "ref")]
    reference: Option<&'v str>,
    restored: Option<Day>,
    verified: Option<Day>,
    /// Whether it is known to have arrived, because it was verified or its limit came back.
    proven: bool,
}

#[derive(Debug, Serialize)]
struct Settled {
    on: Day,
    amount: Amount,
}

#[derive(Debug, Serialize)]
struct Yearly {
    nominal: Option<String>,
    effective: Option<String>,
}

/// The plan that is meant.
pub(super) fn show<'v>(view: &'v View<'v>, args: &args::Show) -> Result<Show<'v>, Failure> {
    let index = pick::plan(view.book, &args.plan, view.texts)?;
    Ok(of(view, index))
}

/// The plan of this index.
pub(super) fn of<'v>(view: &'v View<'v>, index: usize) -> Show<'v> {
    let (plan, standing) = (&view.book.plans[index], &view.position.plans[index]);
    let cost = cost_of(plan, standing);
    let amount = |money: Money| Amount(money, standing.currency);
    let text = |text: &'v Option<String>| text.as_deref();
    Show {
        today: Day(view.today()),
        plan: plan.id.as_str(),
        item: &plan.item,
        line: plan.line.as_ref().map(LineId::as_str),
        status: json::plan(standing.status),
        currency: standing.currency.to_string(),
        merchant: text(&plan.merchant),
        order: text(&plan.order),
        bought: plan.bought.map(Day),
        pay_at: place::pay_at(view, plan),
        principal: amount(plan.principal),
        fee_total: amount(standing.fee_total),
        total: amount(standing.total),
        paid: amount(standing.paid),
        outstanding: amount(standing.outstanding),
        installments: standing
            .installments
            .iter()
            .map(|one| Row::of(one, &amount))
            .collect(),
        payments: plan
            .payments
            .iter()
            .map(|payment| Paid::of(payment, &amount))
            .collect(),
        unverified: plan.unproven_by(view.today()).count(),
        refunds: happened::refunds(plan, standing, &amount),
        settled: plan.settled.map(|settled| Settled {
            on: Day(settled.on),
            amount: amount(settled.amount),
        }),
        settle_today: happened::SettleToday::of(plan, standing, view.today(), &amount),
        cost: Yearly::of(&cost),
        record: Timeliness::of(&Record::of_plan(index, standing)),
        doubts: doubts(view, plan, standing),
        view,
        index,
        the_plan: plan,
        standing,
        whole_cost: cost,
    }
}

/// The figures of an open plan that rest on doubtful rules.
fn doubts(view: &View<'_>, plan: &Plan, standing: &PlanStanding) -> Vec<Doubted> {
    if !standing.status.is_open() {
        return Vec::new();
    }
    let (book, today) = (view.book, view.today());
    let doubts = doubt::of_plan_each(&Figure::ALL, book, plan, standing, today);
    Doubted::all(doubts)
}

/// What the plan costs if everything is paid when due.
pub(super) fn cost_of(plan: &Plan, standing: &PlanStanding) -> Cost {
    Cost::of(
        plan,
        &Schedule::of(plan, &standing.rules, standing.currency),
    )
}

/// The name of a plan's line, or nothing.
pub(super) fn line_name<'b>(book: &'b Book, plan: &Plan) -> &'b str {
    book.line_of(plan).map_or("", |line| line.name.as_str())
}

impl Row {
    fn of(installment: &InstallmentStanding, amount: &impl Fn(Money) -> Amount) -> Self {
        let row = &installment.row;
        Self {
            n: installment.n(),
            due: Day(installment.due()),
            principal: amount(row.installment.principal),
            fee: amount(row.installment.own_fee()),
            amount: amount(row.installment.amount()),
            paid: amount(row.paid()),
            outstanding: amount(row.outstanding()),
            refunded: amount(row.ended().refunded),
            penalty: installment.penalty.map(amount),
            status: json::installment(installment),
        }
    }
}

impl Yearly {
    fn of(cost: &Cost) -> Self {
        Self {
            nominal: cost.nominal.map(YearlyRate::percent),
            effective: cost.effective.map(YearlyRate::percent),
        }
    }
}

impl<'v> Paid<'v> {
    fn of(payment: &'v Payment, amount: &impl Fn(Money) -> Amount) -> Self {
        Self {
            n: payment.n,
            on: Day(payment.on),
            amount: amount(payment.amount),
            via: payment.via.as_ref().map(MethodId::as_str),
            reference: payment.reference.as_deref(),
            restored: payment.restored.map(Day),
            verified: payment.verified.map(Day),
            proven: payment.proven_on().is_some(),
        }
    }
}

impl Answer for Show<'_> {
    fn write(&self, page: &mut Page, texts: Texts) {
        self.title(page, texts);
        page.gap();
        self.schedule(page, texts);
        self.payments(page, texts);
        page.gap();
        self.facts(page, texts);
        self.place(page, texts);
        Doubted::tell(&self.doubts, page, texts);
        self.next_steps(page, texts);
    }
}
