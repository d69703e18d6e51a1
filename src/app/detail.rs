//! Everything about one plan.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::board::state_of;
use crate::domain::allocation::{Part, Source};
use crate::domain::cost::Cost;
use crate::domain::doubt::{self, Doubt, Figure};
use crate::domain::early::{NoQuote, Quote, quote};
use crate::domain::limit::frees;
use crate::domain::plan::Plan;
use crate::domain::restoring::FreedLimit;
use crate::domain::schedule::Schedule;
use crate::domain::standing::{InstallmentStanding, PlanStanding};
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, MethodId, Money, PlanId, Position};
use crate::settings::symbols::State;

/// Everything about one plan. Its sums stand in the position's `plans`.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanDetail {
    /// Which plan of the book.
    pub plan: usize,
    /// Its id.
    pub id: PlanId,
    /// Its installments, by number.
    pub rows: Vec<DetailRow>,
    /// What it costs.
    pub cost: Cost,
    /// What it occupies of its line; `None` without a line.
    pub uses: Option<Money>,
    /// What paying its next installment frees; `None` without a line or a next one.
    pub next_frees: Option<Money>,
    /// What settling it today would cost and save, or why that is not known; `None` where it asks
    /// for nothing.
    pub settle: Option<Result<Quote, NoQuote>>,
    /// What happened to it, newest first.
    pub history: Vec<HistoryRow>,
    /// Its figures that rest on doubtful rules; none once it is finished.
    pub doubts: Vec<(Figure, Doubt)>,
}

/// One installment of the schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetailRow {
    /// The installment.
    pub standing: InstallmentStanding,
    /// Its glyph.
    pub state: State,
    /// When the last payment for it was made, where the book knows.
    pub paid_on: Option<NaiveDate>,
}

/// Something that happened to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryRow {
    /// When.
    pub on: NaiveDate,
    /// What.
    pub event: Event,
}

/// Something that happened to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A payment.
    Paid {
        /// The first and the last installment it went to.
        n: (u32, u32),
        /// How much.
        amount: Money,
        /// From where.
        via: Option<MethodId>,
    },
    /// The limit that a payment had freed was back.
    Restored {
        /// The installment.
        n: u32,
        /// How much.
        amount: Money,
        /// Working days past its window; 0 where it came in time.
        late_by: u32,
    },
    /// Money came back from the merchant.
    Refunded(Money),
    /// It was settled early.
    Settled(Money),
    /// Principal that was not due yet was paid.
    Prepaid {
        /// How much.
        amount: Money,
        /// From where.
        via: Option<MethodId>,
    },
    /// A due date moved; it stands under the day it moved from.
    Deferred {
        /// The installment.
        n: u32,
        /// Where to.
        to: NaiveDate,
        /// What moving it cost.
        fee: Money,
    },
    /// It replaced another plan when it was bought.
    Replaced(PlanId),
}

impl PlanDetail {
    /// Why a figure of it is to be doubted.
    pub fn doubt(&self, figure: Figure) -> Option<Doubt> {
        let mut doubts = self.doubts.iter();
        doubts
            .find(|(one, _)| *one == figure)
            .map(|(_, doubt)| *doubt)
    }

    /// The detail of the plan of this index.
    pub fn of(
        book: &Book,
        position: &Position,
        calendar: &WorkingCalendar,
        k: usize,
    ) -> Option<Self> {
        let (plan, standing) = (book.plans.get(k)?, position.plans.get(k)?);
        let row = |standing: &InstallmentStanding| DetailRow {
            standing: standing.clone(),
            state: state_of(standing),
            paid_on: standing.row.last_paid,
        };
        let schedule = Schedule::of(plan, &standing.rules, standing.currency);
        let on_line = plan.line.is_some();
        let next_frees = standing.next().map(|next| frees(plan, standing, next));
        Some(Self {
            plan: k,
            id: plan.id.clone(),
            rows: standing.installments.iter().map(row).collect(),
            cost: Cost::of(plan, &schedule),
            uses: on_line.then(|| occupied(plan, standing)),
            next_frees: next_frees.filter(|_| on_line),
            settle: standing
                .status
                .is_open()
                .then(|| quote(plan, standing, position.today)),
            history: history(plan, standing, calendar, k, position.today),
            doubts: doubts(book, plan, standing, position.today),
        })
    }
}

/// What a plan occupies of its line: what paying all the rest would free.
pub(super) fn occupied(plan: &Plan, standing: &PlanStanding) -> Money {
    let open = standing.open();
    open.map(|(installment, _)| frees(plan, standing, installment))
        .sum()
}

fn doubts(
    book: &Book,
    plan: &Plan,
    standing: &PlanStanding,
    today: NaiveDate,
) -> Vec<(Figure, Doubt)> {
    if !standing.status.is_open() {
        return Vec::new();
    }
    doubt::of_plan_each(&Figure::ALL, book, plan, standing, today)
}

fn history(
    plan: &Plan,
    standing: &PlanStanding,
    calendar: &WorkingCalendar,
    k: usize,
    today: NaiveDate,
) -> Vec<HistoryRow> {
    let mut rows: Vec<HistoryRow> = Vec::new();
    for (j, payment) in plan.payments.iter().enumerate() {
        let (amount, via) = (payment.amount, payment.via.clone());
        let meant = payment.n.unwrap_or(0);
        let event = if payment.prepay.is_some() {
            Event::Prepaid { amount, via }
        } else {
            let n = span(&standing.parts, j).unwrap_or((meant, meant));
            Event::Paid { n, amount, via }
        };
        let on = payment.on;
        rows.push(HistoryRow { on, event });
    }
    rows.extend(other_events(plan, standing));
    if plan.line.is_some() {
        let freed = FreedLimit::of_plan(k, plan, &standing.rules, &standing.parts, calendar);
        rows.extend(
            freed
                .iter()
                .filter_map(|freed| restored(freed, calendar, today)),
        );
    }
    rows.sort_by_key(|row| Reverse(row.on));
    rows
}

/// Refunds, the settlement, moved due dates, the plan it replaced.
fn other_events(plan: &Plan, standing: &PlanStanding) -> Vec<HistoryRow> {
    let refunded = plan.refunds.iter().map(|refund| HistoryRow {
        on: refund.on,
        event: Event::Refunded(refund.amount),
    });
    let settled = plan.settled.map(|settled| HistoryRow {
        on: settled.on,
        event: Event::Settled(settled.amount),
    });
    let deferred = plan.deferred.iter().filter_map(|deferral| {
        let installment = standing.installment(deferral.n)?.row.installment;
        Some(HistoryRow {
            on: installment.deferred_from.unwrap_or(installment.due),
            event: Event::Deferred {
                n: deferral.n,
                to: deferral.to,
                fee: deferral.fee,
            },
        })
    });
    let replaced = plan.replaces.clone().zip(plan.bought);
    let replaced = replaced.map(|(id, on)| HistoryRow {
        on,
        event: Event::Replaced(id),
    });
    let happened = refunded.chain(settled).chain(deferred).chain(replaced);
    happened.collect()
}

/// The first and last installment a payment went to.
fn span(parts: &[Part], payment: usize) -> Option<(u32, u32)> {
    let of_payment = parts
        .iter()
        .filter(|part| part.source == Source::Payment(payment) && part.covers())
        .map(|part| part.n);
    Some((of_payment.clone().min()?, of_payment.max()?))
}

fn restored(
    freed: &FreedLimit,
    calendar: &WorkingCalendar,
    today: NaiveDate,
) -> Option<HistoryRow> {
    let on = freed.confirmed.filter(|on| *on <= today)?;
    Some(HistoryRow {
        on,
        event: Event::Restored {
            n: freed.n,
            amount: freed.amount,
            late_by: calendar.working_days_between(freed.stated.latest.date, on),
        },
    })
}
